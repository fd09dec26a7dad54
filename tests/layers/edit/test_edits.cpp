// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "../project/PlanBuilder.h"
#include "layers/edit/ApprovalEdit.h"
#include "layers/edit/DocumentEdit.h"
#include "layers/edit/FeatureEdit.h"
#include "layers/edit/InfoEdit.h"
#include "layers/edit/LayerEdit.h"
#include "layers/edit/LinkEdit.h"
#include "layers/edit/SheetEdit.h"

using namespace layers;
using namespace support;

namespace {

/// The plan after an edit that must work.
SnapshotPtr after(const SnapshotPtr& plan, const gis::Result<ChangeSet>& change) {
    if (!change) qFatal("%s", gis::describe(change.error()).c_str());
    const auto next = applied(plan, *change);
    if (!next) qFatal("%s", gis::describe(next.error()).c_str());
    return *next;
}

}  // namespace

class TestEdits : public QObject {
    Q_OBJECT
    const SnapshotPtr m_plan = fullPlan();
    const gis::LayerId m_boundary{3};
    const gis::LayerId m_layout{5};

private Q_SLOTS:
    void aNewLayerLiesAboveThoseOfItsKind() {
        Layer layer = layoutLayer("new", 0, 1);
        layer.kind = LayerKind::Basemap;
        const SnapshotPtr low = after(m_plan, addLayer(*m_plan, layer));
        QCOMPARE(low->layers[0]->name, std::string("new"));
        QCOMPARE(gis::number(low->layers[0]->id), std::int64_t{13});
        layer.kind = LayerKind::ControlLine;
        QCOMPARE(after(m_plan, addLayer(*m_plan, layer))->layers[2]->name, std::string("new"));
        layer.kind = LayerKind::Layout;
        QCOMPARE(after(m_plan, addLayer(*m_plan, layer))->layers[3]->name, std::string("new"));
        QCOMPARE(after(m_plan, addLayer(*m_plan, layer, 1))->layers[1]->name, std::string("new"));
        layer.name = "布局";
        QCOMPARE(addLayer(*m_plan, layer).error().code, gis::ErrorCode::InvalidArgument);
        QCOMPARE(freeLayerName(*m_plan, "布局"), std::string("布局 2"));
    }
    void mixedPolygonsBecomeMulti() {
        Layer layer = boundaryLayer();
        layer.id = gis::LayerId{};
        layer.name = "mixed";
        const SnapshotPtr plan = after(m_plan, addLayer(*m_plan, layer));
        const auto& table = plan->layer("mixed")->table;
        QCOMPARE(table.find(gis::FeatureId{7})->geometry().type(), gis::GeometryType::MultiPolygon);
        QVERIFY(std::ranges::equal(table.find(gis::FeatureId{7})->geometry().coordinates(),
                                   layer.table.find(gis::FeatureId{7})->geometry().coordinates()));
        QVERIFY(table.find(gis::FeatureId{9})->geometry().isEmpty());
    }
    void aRemovedLayerTakesItsLinksAlongAndUndoBringsThemBack() {
        const auto change = removeLayer(*m_plan, m_boundary);
        const SnapshotPtr less = after(m_plan, change);
        QCOMPARE(less->links.size(), std::size_t{1});
        QCOMPARE(less->sheets[0].layers.size(), std::size_t{1});
        QVERIFY(after(less, change->inverted())->samePlan(*m_plan));
        QCOMPARE(removeLayer(*m_plan, gis::LayerId{77}).error().code, gis::ErrorCode::NotFound);
    }
    void whatIsSoAlreadyIsNoChange() {
        QVERIFY(renameLayer(*m_plan, m_layout, "布局")->isEmpty());
        QVERIFY(moveLayer(*m_plan, m_layout, 99)->isEmpty());
        QVERIFY(setVisible(*m_plan, m_layout, true)->isEmpty());
        QVERIFY(setStyle(*m_plan, m_layout, m_plan->layer(m_layout)->style)->isEmpty());
        QVERIFY(setInfo(*m_plan, m_plan->info)->isEmpty());
        QVERIFY(setAttributes(*m_plan, m_boundary, gis::FeatureId{7}, {{"name", "万州区"}})->isEmpty());
        QVERIFY(addCorpus(*m_plan, corpus())->isEmpty());
    }

    void textsBecomeValues_data() {
        QTest::addColumn<int>("type");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("value");  // empty: refused
        using gis::FieldType;
        const auto row = [](const char* name, FieldType type, const char* text, const char* value) {
            QTest::newRow(name) << static_cast<int>(type) << QByteArray(text) << QByteArray(value);
        };
        row("integer", FieldType::Integer, "-42", "-42");
        row("integer with a fraction", FieldType::Integer, "4.2", "");
        row("integer too large", FieldType::Integer, "9223372036854775808", "");
        row("integer with rubbish", FieldType::Integer, "42 ", "");
        row("real", FieldType::Real, "1.5e3", "1500");
        row("real with a comma", FieldType::Real, "1,5", "");
        row("real that is none", FieldType::Real, "nan", "");
        row("real without end", FieldType::Real, "inf", "");
        row("true", FieldType::Boolean, "true", "1");
        row("neither true nor false", FieldType::Boolean, "2", "");
        row("date", FieldType::Date, "2024-02-29", "2024-02-29");
        row("no leap year", FieldType::Date, "2023-02-29", "");
        row("date with time", FieldType::Date, "2024-02-29T00:00", "");
        row("time", FieldType::DateTime, "2024-02-29T12:30:00Z", "2024-02-29T12:30:00Z");
        row("no time", FieldType::DateTime, "today", "");
        row("text of five characters", FieldType::Text, "一二三四五", "一二三四五");
        row("text of six", FieldType::Text, "一二三四五六", "");
    }
    void textsBecomeValues() {
        QFETCH(int, type);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, value);
        const gis::Field field{"f", static_cast<gis::FieldType>(type), 5};
        const auto read = valueFromText(text.toStdString(), field);
        QCOMPARE(read.has_value(), !value.isEmpty());
        if (read) QCOMPARE(gis::toText(*read), value.toStdString());
        if (!read) QVERIFY(gis::describe(read.error()).find("field f cannot take") != std::string::npos);
        QVERIFY(gis::isNull(*valueFromText("", field)));
    }
    void attributesAreSetByName() {
        const SnapshotPtr plan = after(m_plan, setAttributes(*m_plan, m_boundary, gis::FeatureId{7},
                                                             {{"URBAN", "false"}, {"geom", "2.5"}, {"name", ""}}));
        const gis::Feature& feature = *plan->layer(m_boundary)->table.find(gis::FeatureId{7});
        QCOMPARE(feature.attribute(6), gis::Value(std::int64_t{0}));
        QCOMPARE(feature.attribute(3), gis::Value(2.5));
        QVERIFY(gis::isNull(feature.attribute(0)));
        const auto wrong = setAttributes(*m_plan, m_boundary, gis::FeatureId{7}, {{"nmae", "x"}});
        QCOMPARE(wrong.error().code, gis::ErrorCode::NotFound);
        QVERIFY(gis::describe(wrong.error()).find("built") != std::string::npos);
        QCOMPARE(setAttributes(*m_plan, m_boundary, gis::FeatureId{8}, {}).error().code, gis::ErrorCode::NotFound);
    }
    void removedFeaturesTakeTheirLinksAlong() {
        const auto change = removeFeatures(*m_plan, m_layout, {gis::FeatureId{2}, gis::FeatureId{2}});
        const SnapshotPtr plan = after(m_plan, change);
        QCOMPARE(plan->links.size(), std::size_t{1});
        QVERIFY(after(plan, change->inverted())->samePlan(*m_plan));
    }
    void aLinkNeedsBothEnds() {
        ClauseLink link;
        link.layer = m_layout;
        link.feature = gis::FeatureId{1};
        link.clauseId = "wandakai/(1)";
        const SnapshotPtr plan = after(m_plan, addLink(*m_plan, link));
        QCOMPARE(plan->links.back().id, std::int64_t{7});
        QVERIFY(!plan->links.back().when.empty());
        QCOMPARE(addLink(*plan, link).error().code, gis::ErrorCode::InvalidArgument);
        link.clauseId = "wandakai/(99)";
        QCOMPARE(addLink(*m_plan, link).error().code, gis::ErrorCode::NotFound);
        link.clauseId = "wandakai/(1)";
        link.feature = gis::FeatureId{99};
        QCOMPARE(addLink(*m_plan, link).error().code, gis::ErrorCode::NotFound);
        QVERIFY(after(plan, removeLink(*plan, 7))->samePlan(*m_plan));
    }
    void aLinkIsDescribedAnew() {
        ClauseLink link;
        link.layer = m_layout;
        link.feature = gis::FeatureId{1};
        link.clauseId = "wandakai/(1)";
        link.who = "li";
        link.when = "2026-01-02T03:04:05Z";
        SnapshotPtr plan = after(m_plan, addLink(*m_plan, link));
        const std::int64_t id = plan->links.back().id;
        ClauseLink expected = plan->links.back();
        expected.relation = LinkRelation::Constraint;
        expected.note = "asked for";
        QVERIFY(describeLink(*plan, id, LinkRelation::Basis, {})->isEmpty());
        const auto change = describeLink(*plan, id, LinkRelation::Constraint, "asked for");
        const SnapshotPtr described = after(plan, change);
        QCOMPARE(described->links.size(), plan->links.size());
        QVERIFY(described->links.back() == expected);
        QVERIFY(after(described, change->inverted())->samePlan(*plan));

        link.relation = LinkRelation::Mention;
        plan = after(described, addLink(*described, link));
        const auto same = describeLink(*plan, id, LinkRelation::Mention, "other words");
        QCOMPARE(same.error().code, gis::ErrorCode::InvalidArgument);
        QCOMPARE(describeLink(*plan, 99, LinkRelation::Basis, {}).error().code, gis::ErrorCode::NotFound);
    }
    void theWordsOfALinkStandInItsClause() {
        PolicyDocument document;
        document.id = "own";
        document.text = "(一)建设港口。";
        document.clauses.resize(1);
        document.clauses[0].id = "own/(一)";
        document.clauses[0].text = "建设港口。";
        const SnapshotPtr plan = after(m_plan, addDocument(*m_plan, document));
        ClauseLink link;
        link.layer = m_layout;
        link.feature = gis::FeatureId{1};
        link.clauseId = "own/(一)";
        link.anchor = "建设机场";
        const auto refused = addLink(*plan, link);
        QVERIFY(!refused && refused.error().code == gis::ErrorCode::InvalidArgument);
        link.anchor = "建设 港口";
        QVERIFY(addLink(*plan, link));
        link.clauseId = "wandakai/(1)";  // without a text nobody knows
        QVERIFY(addLink(*plan, link));
    }
    void aDocumentKeepsTheKeysOfItsClauses() {
        PolicyDocument document = *m_plan->corpus.document("wandakai");
        std::reverse(document.clauses.begin(), document.clauses.end());
        document.clauses.insert(document.clauses.begin(), document.clauses.front());
        document.clauses.front().id = "wandakai/(0)";
        for (Clause& clause : document.clauses) clause.key = 1;  // keys of another project
        const SnapshotPtr plan = after(m_plan, addDocument(*m_plan, document));
        for (const char* id : {"wandakai/(1)", "wandakai/(2)", "wandakai/(3)"})
            QCOMPARE(plan->corpus.clause(id)->key, m_plan->corpus.clause(id)->key);
        QCOMPARE(plan->corpus.clause("wandakai/(0)")->key, std::int64_t{4});
        document.id = "other";
        const SnapshotPtr two = after(plan, addDocument(*plan, document));
        QCOMPARE(two->corpus.documents().size(), std::size_t{2});
        QCOMPARE(two->corpus.documents().back()->clauses.front().key, std::int64_t{5});
        // A document that goes and comes back by undo takes its old place.
        const auto removal = removeDocument(*two, "wandakai");
        QVERIFY(after(after(two, removal), removal->inverted())->samePlan(*two));
    }
    void approvalsNeedAReason() {
        QCOMPARE(approveFindings(*m_plan, {"x"}, "").error().code, gis::ErrorCode::InvalidArgument);
        const SnapshotPtr plan = after(m_plan, approveFindings(*m_plan, {"x", "b", "x"}, "why", "me"));
        QCOMPARE(plan->approvals.size(), std::size_t{3});
        QCOMPARE(plan->approvals[1].reason, std::string("why"));
        QCOMPARE(after(plan, withdrawApprovals(*plan, {"x", "b", "nothing"}))->approvals.size(), std::size_t{1});
    }
    void sheetsHaveNamesOfTheirOwn() {
        PrintLayout sheet;
        sheet.name = "图1";
        QCOMPARE(addSheet(*m_plan, sheet).error().code, gis::ErrorCode::InvalidArgument);
        sheet.name = "图3";
        const SnapshotPtr plan = after(m_plan, addSheet(*m_plan, sheet));
        QCOMPARE(plan->sheets.back().id, std::int64_t{3});
        QVERIFY(after(plan, removeSheet(*plan, 3))->samePlan(*m_plan));
        QCOMPARE(removeSheet(*m_plan, 9).error().code, gis::ErrorCode::NotFound);
    }
    void theMapNeedsAReferenceSystem() {
        ProjectInfo info = m_plan->info;
        info.crsCode = "";
        QCOMPARE(setInfo(*m_plan, info).error().code, gis::ErrorCode::InvalidArgument);
        info.crsCode = "EPSG:1";
        QVERIFY(!setInfo(*m_plan, info));
    }
    void aDevelopmentBoundaryIsToBeKept() {
        QVERIFY(defaultDirection(ControlType::DevBoundary) == RuleDirection::RequireInside);
        QVERIFY(defaultDirection(ControlType::EcoRedline) == RuleDirection::ForbidInside);
    }
};

QTEST_GUILESS_MAIN(TestEdits)
#include "test_edits.moc"
