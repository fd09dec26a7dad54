// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "layers/audit/AuditFix.h"
#include "tests/layers/audit/AuditPlan.h"

using audit_plan::Plan;

class TestAnchorFix : public QObject {
    Q_OBJECT
    static layers::PolicyDocument paper(const std::string& text) {
        layers::PolicyDocument document;
        document.id = "paper";
        document.text = text;
        layers::Clause clause;
        clause.id = "paper/1";
        clause.documentId = "paper";
        clause.level = "clause";
        clause.text = text;
        document.clauses = {clause};
        return document;
    }

private Q_SLOTS:
    void wordsThatChangedAreProposed_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("anchor");
        QTest::newRow("changed") << QStringLiteral("建设沿长江发展主轴。") << QStringLiteral("沿长江发展主轴");
        QTest::newRow("gone") << QStringLiteral("加强领导。") << QString();
    }
    void wordsThatChangedAreProposed() {
        QFETCH(QString, text);
        QFETCH(QString, anchor);
        const auto knowledge = layers::shippedAuditKnowledge().value();
        const auto snapshot = std::make_shared<const layers::ProjectSnapshot>(Plan()
                                                                                  .draw({"", "axis", "轴", ""})
                                                                                  .document(paper(text.toStdString()))
                                                                                  .link(1, "paper/1", "沿江发展轴")
                                                                                  .snapshot());
        const auto report = layers::audit(*snapshot, knowledge);
        QVERIFY(report);
        int orphans = 0;
        for (const layers::AuditFinding& finding : report->findings) {
            if (finding.kind != layers::AuditKind::OrphanedAnchor) continue;
            ++orphans;
            const auto fix = layers::fixOf(*snapshot, knowledge, finding);
            QCOMPARE(fix.has_value(), !anchor.isEmpty());
            if (!fix) continue;
            const auto mended = layers::applied(snapshot, fix->change);
            QVERIFY(mended);
            QCOMPARE(QString::fromStdString((*mended)->links[0].anchor), anchor);
            const auto again = layers::audit(**mended, knowledge);
            QCOMPARE(again->count(layers::AuditKind::OrphanedAnchor), std::size_t{0});
        }
        QCOMPARE(orphans, 1);
    }

    /// A boundary layer's unit that a clause names and no feature has.
    void namesOfBoundaryLayersAreLookedFor() {
        auto snapshot = Plan()
                            .draw({"", "platform", "平台", "万州区"})
                            .document(paper("万州区与巫山县共建平台。"))
                            .link(1, "paper/1")
                            .snapshot();
        layers::Layer units;
        units.id = gis::LayerId{7};
        units.name = "县界";
        units.kind = layers::LayerKind::Boundary;
        units.nameField = "name";
        units.table = gis::FeatureTable(
            gis::Schema({{"gb", gis::FieldType::Text, {}}, {"name", gis::FieldType::Text, {}}}),
            gis::CoordinateReferenceSystem::cgcs2000(),
            {gis::Feature(gis::FeatureId{1}, {},
                          {gis::Value(std::string("156500237")), gis::Value(std::string("巫山县"))})});
        const auto missing = [](const layers::ProjectSnapshot& plan) {
            std::vector<std::string> names;
            const auto knowledge = layers::auditKnowledgeOf(plan).value();
            const auto report = layers::audit(plan, knowledge).value();
            for (const layers::AuditFinding& finding : report.findings)
                if (finding.kind == layers::AuditKind::PlaceNotDrawn) names = finding.names;
            return names;
        };
        QVERIFY(missing(snapshot).empty());
        snapshot.layers.push_back(std::make_shared<const layers::Layer>(std::move(units)));
        QCOMPARE(missing(snapshot), std::vector<std::string>{"巫山县"});
    }
};

QTEST_GUILESS_MAIN(TestAnchorFix)
#include "test_anchor_fix.moc"
