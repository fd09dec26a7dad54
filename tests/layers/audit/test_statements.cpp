// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <cmath>

#include "layers/audit/AuditFix.h"
#include "tests/layers/audit/AuditPlan.h"

namespace {

using audit_plan::Drawn;
using audit_plan::findingOf;
using audit_plan::namesOf;
using audit_plan::Plan;
using layers::AuditKind;
using layers::AuditSeverity;

/// A square on the ground of about so many m² near 重庆, in EPSG:4490.
gis::Geometry square(double squareMetres) {
    constexpr double latitude = 30;
    const double metres = std::sqrt(squareMetres);
    const double dy = metres / 110850;
    const double dx = metres / 96486;  // m of a degree along the parallel of 30°
    const double y = latitude - dy / 2;
    return gis::Geometry::polygon({{{107, y}, {107 + dx, y}, {107 + dx, y + dy}, {107, y + dy}}});
}

layers::PolicyDocument own(const std::string& text) {
    layers::PolicyDocument document;
    document.id = "own";
    document.title = "own";
    document.text = text;
    layers::Clause clause;
    clause.id = "own/1";
    clause.documentId = "own";
    clause.number = "1";
    clause.path = "1";
    clause.text = text;
    document.clauses.push_back(clause);
    return document;
}

class TestStatements : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        auto knowledge = layers::shippedAuditKnowledge();
        QVERIFY(knowledge);
        m_knowledge = std::move(*knowledge);
    }

    void aNameOfAnyOfThePapersIsRight_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("differs");
        QTest::newRow("its name") << QStringLiteral("川渝高竹新区") << false;
        QTest::newRow("the earlier paper's name") << QStringLiteral("高滩茨竹新区") << false;
        QTest::newRow("with blanks and quotation marks") << QStringLiteral("“川渝 高竹新区”") << false;
        QTest::newRow("with a remark in brackets") << QStringLiteral("川渝高竹新区（核心区）") << false;
        QTest::newRow("shortened") << QStringLiteral("高竹新区") << false;
        QTest::newRow("another") << QStringLiteral("高竹开发区") << true;
    }
    void aNameOfAnyOfThePapersIsRight() {
        QFETCH(QString, name);
        QFETCH(bool, differs);
        Plan plan;
        plan.draw({"lh.pf_gaozhu", "platform", name.toStdString(), "广安市、渝北区"}).link(1, "lianhe/(七)");
        const auto* finding = findingOf(keep(audited(plan)), AuditKind::NameDiffers);
        QCOMPARE(finding != nullptr, differs);
        if (finding) QCOMPARE(namesOf(finding), QStringLiteral("川渝高竹新区"));
    }

    void stageOtherThanInThePapers() {
        Plan plan;
        plan.draw({"cn.railway.04", "railway", "重庆至贵阳铁路", "", "operating"}).link(1, "chuannan/(十一)");
        const auto* finding = findingOf(keep(audited(plan)), AuditKind::StageDiffers);
        QVERIFY(finding != nullptr);
        QCOMPARE(namesOf(finding), QStringLiteral("preliminary"));
        QCOMPARE(finding->clauseId, std::string("chuannan/(十一)"));
    }

    void stageOfEitherPaperIsRight() {
        for (const char* stage : {"preliminary", "study", ""}) {
            Plan plan;
            plan.draw({"cn.railway.04", "railway", "重庆至贵阳铁路", "", stage}).link(1, "chuannan/(十一)");
            QVERIFY2(findingOf(keep(audited(plan)), AuditKind::StageDiffers) == nullptr, stage);
        }
    }

    void workThatWentOnBetweenTwoPapersIsANote() {
        Plan plan;
        plan.draw({"cn.railway.04", "railway", "重庆至贵阳铁路", "", "preliminary"}).link(1, "chuannan/(十一)");
        const auto* finding = findingOf(keep(audited(plan)), AuditKind::DocumentsDisagree);
        QVERIFY(finding != nullptr);
        QCOMPARE(namesOf(finding), QStringLiteral("preliminary study"));
        QCOMPARE(finding->clauseId, std::string("lianhe/(十)"));
    }

    void papersWithOtherMembers() {
        Plan plan;
        plan.draw({"qy.metro_cdmz", "metro", "成德眉资同城化", "成都市、德阳市、眉山市、资阳市"}).link(1, "qiyu/(六)");
        const auto* finding = findingOf(keep(audited(plan)), AuditKind::DocumentsDisagree);
        QVERIFY(finding != nullptr);
        QCOMPARE(namesOf(finding), QStringLiteral("绵阳市 乐山市 遂宁市 雅安市"));
        QCOMPARE(finding->severity, AuditSeverity::Warning);
        QCOMPARE(finding->clauseId, std::string("lianhe/(二)"));
        QVERIFY(findingOf(keep(audited(Plan())), AuditKind::DocumentsDisagree) == nullptr);  // not drawn: not asked
    }

    void papersWithOtherFigures() {
        auto knowledge = m_knowledge;
        for (layers::PolicyElement& element : knowledge.elements)
            if (element.id == "lh.pf_wandakai") element.facts = {{"总面积", 2.5, "万平方公里", {}, "status"}};
        Plan plan;
        plan.draw({"wdk.zone", "zone", "万达开", ""}).link(1, "wandakai/preamble");
        const auto report = layers::audit(plan.snapshot(), knowledge);
        QVERIFY(report);
        QCOMPARE(namesOf(findingOf(*report, AuditKind::DocumentsDisagree)),
                 QStringLiteral("总面积 2.41万平方公里 2.5万平方公里"));
    }

    void printedArea_data() {
        QTest::addColumn<double>("drawn");
        QTest::addColumn<bool>("differs");
        QTest::newRow("as printed") << 2.41e10 << false;
        QTest::newRow("within a hundredth") << 2.43e10 << false;
        QTest::newRow("too small") << 2.35e10 << true;
        QTest::newRow("too large") << 2.5e10 << true;
    }
    void printedArea() {
        QFETCH(double, drawn);
        QFETCH(bool, differs);
        Plan plan;
        plan.in("EPSG:4490")
            .draw({"wdk.zone", "zone", "万达开", "万州区、达州市、开州区", "", square(drawn)})
            .link(1, "wandakai/preamble");
        const auto* finding = findingOf(keep(audited(plan)), AuditKind::FigureDiffers);
        QCOMPARE(finding != nullptr, differs);
        if (finding) QCOMPARE(namesOf(finding), QStringLiteral("2.41万平方公里"));
    }

    void anApprovalHoldsForThisVeryDisagreement() {
        const auto drawn = [](double squareMetres) {
            Plan plan;
            plan.in("EPSG:4490")
                .draw({"wdk.zone", "zone", "万达开", "万州区、达州市、开州区", "", square(squareMetres)})
                .link(1, "wandakai/preamble");
            return plan;
        };
        const std::string key = findingOf(keep(audited(drawn(2.2e10))), AuditKind::FigureDiffers)->key;
        Plan same = drawn(2.2e10);
        QVERIFY(findingOf(keep(audited(same.approve(key))), AuditKind::FigureDiffers)->approved);
        Plan redrawn = drawn(1.0e10);
        QVERIFY(!findingOf(keep(audited(redrawn.approve(key))), AuditKind::FigureDiffers)->approved);
    }

    void membersAreTakenOffAsTheyAreWritten() {
        Plan plan;
        plan.draw({"", "cluster", "某组团", "万州、川东北，云阳县"}).link(1, "wandakai/(五)");
        const auto snapshot = std::make_shared<const layers::ProjectSnapshot>(plan.snapshot());
        const auto report = layers::audit(*snapshot, m_knowledge);
        QVERIFY(report);
        layers::AuditFinding finding = *findingOf(*report, AuditKind::PlaceNotNamed);
        finding.names = {"云阳县"};
        const auto fix = layers::fixOf(*snapshot, m_knowledge, finding);
        QVERIFY(fix);
        const auto after = layers::applied(snapshot, fix->change);
        QVERIFY(after);
        const auto& table = (*after)->layers.front()->table;
        QCOMPARE(gis::toText(
                     table.find(gis::FeatureId{1})->attribute(table.schema().indexOf(layers::layout_field::members))),
                 std::string("万州、川东北"));
    }

    void areaInTheSentenceThatNamesTheFeature() {
        const auto drawn = [](double squareMetres, const std::string& text) {
            Plan plan;
            plan.in("EPSG:4490")
                .document(own(text))
                .draw({"", "platform", "东湖新区", "", "", square(squareMetres)})
                .link(1, "own/1");
            return plan;
        };
        const std::string sentence = "建设东湖新区，规划面积约120平方公里。西山园区面积50平方公里。";
        const auto* finding = findingOf(keep(audited(drawn(80e6, sentence))), AuditKind::FigureDiffers);
        QVERIFY(finding != nullptr);
        QCOMPARE(namesOf(finding), QStringLiteral("120平方公里"));
        QVERIFY(findingOf(keep(audited(drawn(129e6, sentence))), AuditKind::FigureDiffers) == nullptr);  // "约"
        // which of two is meant nobody knows
        QVERIFY(findingOf(keep(audited(drawn(80e6, "东湖新区规划面积120平方公里，起步区30平方公里。"))),
                          AuditKind::FigureDiffers) == nullptr);
        QVERIFY(findingOf(keep(audited(drawn(80e6, "东湖新区周边120平方公里范围内。"))), AuditKind::FigureDiffers) ==
                nullptr);
        QVERIFY(findingOf(keep(audited(drawn(500e6, "东湖新区面积不少于120平方公里。"))), AuditKind::FigureDiffers) ==
                nullptr);
        QVERIFY(findingOf(keep(audited(drawn(90e6, "东湖新区面积不少于120平方公里。"))), AuditKind::FigureDiffers) !=
                nullptr);
    }

    void areaBelowTheHeadingThatIsItsName() {
        layers::PolicyDocument document = own("万开云组团。包括万州区、开州区、云阳县，面积2.0万平方公里。");
        document.clauses[0].heading = "万开云组团";
        Plan plan;
        plan.in("EPSG:4490")
            .document(document)
            .draw({"", "cluster", "万开云组团", "万州区、开州区、云阳县", "", square(9.3e9)})
            .link(1, "own/1");
        QCOMPARE(namesOf(findingOf(keep(audited(plan)), AuditKind::FigureDiffers)), QStringLiteral("2.0万平方公里"));
    }

    /// What two imported papers say of one thing: of a drawn feature, or of a place, without any register.
    void importedPapersThatDisagree_data() {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("names");
        const auto row = [](const char* name, const char* one, const char* other, const char* names) {
            QTest::newRow(name) << QString::fromUtf8(one) << QString::fromUtf8(other) << QString::fromUtf8(names);
        };
        row("area", "建设东湖新区，规划面积120平方公里。", "东湖新区规划面积150平方公里。",
            "规划面积 120平方公里 150平方公里");
        row("same area in another unit", "东湖新区规划面积120平方公里。", "东湖新区规划面积12000公顷。", "");
        row("within the printed digits", "东湖新区面积约120平方公里。", "东湖新区面积126平方公里。", "");
        row("target", "到2025年东湖新区常住人口达到80万人。", "到2025年，东湖新区常住人口达到90万人。",
            "常住人口 80万人 90万人");
        row("targets of two years", "到2025年东湖新区常住人口达到80万人。", "到2035年东湖新区常住人口达到90万人。", "");
        row("a limit and a figure within it", "到2025年东湖新区常住人口不低于80万人。",
            "到2025年东湖新区常住人口达到90万人。", "");
        row("other things", "东湖新区规划面积120平方公里。", "东湖新区绿地面积20平方公里。", "");
        row("stage", "规划研究东湖新区。", "加快建设东湖新区。", " 规划研究 加快建设");
        row("the same stage", "推进建设东湖新区。", "加快建设东湖新区。", "");
        row("members", "东湖新区包括万州区、开州区。", "东湖新区包括万州区、云阳县。",
            " 万州区、开州区 万州区、云阳县");
        row("of two names nobody knows", "东湖新区、西山园区规划面积120平方公里。", "东湖新区规划面积150平方公里。",
            "");
        row("a place that is not drawn", "到2025年，开州区常住人口达到120万人。",
            "到2025年，开州区常住人口达到135万人。", "开州区 120万人 135万人");
        row("a place without an indicator", "距开州区50公里。", "距开州区60公里。", "");
        row("a sum of places", "到2025年，开州区、云阳县常住人口达到120万人。", "到2025年，云阳县常住人口达到60万人。",
            "");
    }
    void importedPapersThatDisagree() {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(QString, names);
        layers::PolicyDocument second = own(other.toStdString());
        second.id = second.clauses[0].documentId = "second";
        second.clauses[0].id = "second/1";
        Plan plan;
        plan.document(own(one.toStdString())).document(second).draw({"", "platform", "东湖新区", ""}).link(1, "own/1");
        const auto report = audited(plan);
        QStringList found;
        for (const auto& finding : report.findings)
            if (finding.kind == AuditKind::DocumentsDisagree) found << namesOf(&finding);
        QCOMPARE(found.join(QStringLiteral(" | ")), names);
    }

    void anUnreadClauseSilencesItsOwnFeatureOnly() {
        Plan plan;
        layers::PolicyDocument unread = own({});
        plan.document(unread)
            .draw({"", "cluster", "甲组团", "万州区"})
            .link(1, "own/1")
            .draw({"", "cluster", "乙组团", "云阳县"})
            .link(2, "wandakai/(五)");
        const auto report = audited(plan);
        const auto* finding = findingOf(report, AuditKind::PlaceNotNamed);
        QVERIFY(finding != nullptr);
        QCOMPARE(finding->featureName, std::string("乙组团"));
    }

    void fixesLeaveNothingToFind_data() {
        QTest::addColumn<int>("kind");
        for (const AuditKind kind :
             {AuditKind::UnknownClause, AuditKind::UnknownFeature, AuditKind::PlaceNotDrawn, AuditKind::PlaceNotNamed,
              AuditKind::MembersDiffer, AuditKind::NameDiffers, AuditKind::StageDiffers})
            QTest::newRow(layers::toText(kind).c_str()) << int(kind);
    }
    void fixesLeaveNothingToFind() {
        QFETCH(int, kind);
        Plan plan;
        plan.draw({"wdk.cluster_wanzhou", "cluster", "万州组团", "万州区、云阳县"})
            .draw({"cn.railway.04", "railway", "渝贵线", "", "operating"})
            .draw({"", "zone", "三县", "城口县"})
            .link(1, "wandakai/(五)")
            .link(1, "wandakai/(九十九)")
            .link(2, "chuannan/(十一)")
            .link(3, "lianhe/(六)")
            .link(77, "wandakai/(五)");
        const auto snapshot = std::make_shared<const layers::ProjectSnapshot>(plan.snapshot());
        const auto before = layers::audit(*snapshot, m_knowledge);
        QVERIFY(before);
        int fixed = 0;
        for (const layers::AuditFinding& finding : before->findings) {
            if (finding.kind != AuditKind(kind)) continue;
            const auto fix = layers::fixOf(*snapshot, m_knowledge, finding);
            if (!fix) continue;
            ++fixed;
            QVERIFY(!fix->title.empty());
            const auto after = layers::applied(snapshot, fix->change);
            QVERIFY(after);
            const auto left = layers::audit(**after, m_knowledge);
            QVERIFY(left);
            for (const layers::AuditFinding& one : left->findings) QVERIFY2(one.key != finding.key, one.key.c_str());
        }
        QVERIFY(fixed > 0);
    }

    void onlyAPersonDecidesTheRest() {
        Plan plan;
        plan.draw({"", "cluster", "某组团", ""}).draw({"wdk.cluster_kaizhou", "cluster", "开州组团", "开州区"});
        const auto snapshot = std::make_shared<const layers::ProjectSnapshot>(plan.snapshot());
        const auto report = layers::audit(*snapshot, m_knowledge);
        QVERIFY(report);
        const auto* finding = findingOf(*report, AuditKind::FeatureWithoutClause);
        QVERIFY(finding != nullptr);
        QVERIFY(!layers::fixOf(*snapshot, m_knowledge, *finding));
    }

private:
    layers::AuditReport audited(const Plan& plan) const {
        auto report = layers::audit(plan.snapshot(), m_knowledge);
        if (!report) qFatal("%s", gis::describe(report.error()).c_str());
        return std::move(*report);
    }
    /// Until the next one, so that a finding may be pointed at.
    const layers::AuditReport& keep(layers::AuditReport report) {
        m_kept = std::move(report);
        return m_kept;
    }
    layers::AuditKnowledge m_knowledge;
    layers::AuditReport m_kept;
};

}  // namespace

QTEST_APPLESS_MAIN(TestStatements)
#include "test_statements.moc"
