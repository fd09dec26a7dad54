// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "layers/audit/NamedPlaces.h"
#include "layers/document/CodePoints.h"
#include "tests/layers/audit/AuditPlan.h"

namespace {

using audit_plan::findingOf;
using audit_plan::namesOf;
using audit_plan::Plan;
using audit_plan::threeClusters;
using layers::AuditKind;

}  // namespace

class TestAudit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        auto knowledge = layers::shippedAuditKnowledge();
        QVERIFY(knowledge);
        m_knowledge = std::move(*knowledge);
    }

    void emptyPlanHasNothingToSay() { QVERIFY(audited(Plan()).findings.empty()); }

    void fullyLinkedClustersLeaveOnlyUndrawnClauses() {
        const auto report = audited(threeClusters());
        for (const layers::AuditFinding& finding : report.findings)
            QCOMPARE(layers::toText(finding.kind), std::string("clause_without_feature"));
        // corridor (六), barrier (七) and the two travel belts of (二十一)
        QCOMPARE(namesOf(findingOf(report, AuditKind::ClauseWithoutFeature, "wandakai/(六)")),
                 QStringLiteral("三峡库区生态廊道"));
        QCOMPARE(namesOf(findingOf(report, AuditKind::ClauseWithoutFeature, "wandakai/(七)")),
                 QStringLiteral("秦巴山区生态屏障"));
        QCOMPARE(namesOf(findingOf(report, AuditKind::ClauseWithoutFeature, "wandakai/(二十一)")),
                 QStringLiteral("长江国际黄金旅游带 秦巴山区旅游带"));
        QCOMPARE(report.findings.size(), std::size_t{3});
    }

    void documentsThatAreNotInUseAreNotAsked() {
        for (const layers::AuditFinding& finding : audited(threeClusters()).findings)
            QVERIFY2(finding.clauseId.rfind("wandakai/", 0) == 0, finding.clauseId.c_str());
    }

    void railwaysCountOnceOneIsDrawn() {
        Plan plan = threeClusters();
        QVERIFY(findingOf(audited(plan), AuditKind::ClauseWithoutFeature, "wandakai/(十一)") == nullptr);
        plan.draw({"", "railway", "某铁路", ""}).link(4, "wandakai/(五)");
        QVERIFY(findingOf(audited(plan), AuditKind::ClauseWithoutFeature, "wandakai/(十一)") != nullptr);
    }

    void featureWithoutClause() {
        Plan plan = threeClusters();
        plan.draw({"", "cluster", "某组团", ""});
        const auto report = audited(plan);
        const auto* finding = findingOf(report, AuditKind::FeatureWithoutClause);
        QVERIFY(finding != nullptr);
        QCOMPARE(*finding->feature, gis::FeatureId{4});
        QCOMPARE(finding->featureName, std::string("某组团"));
        QCOMPARE(finding->layerName, std::string("plan"));
    }

    void placeNamedAndNotDrawn() {
        // (四) of the 2020 paper names nine counties; only the six of 明月山 are drawn
        Plan plan;
        plan.draw({"pl.pf2", "platform", "明月山", "梁平区、垫江县、达川区、大竹县、开江县、邻水县"})
            .link(1, "pilin/(四)");
        const auto report = audited(plan);
        QCOMPARE(namesOf(findingOf(report, AuditKind::PlaceNotDrawn)), QStringLiteral("城口县 宣汉县 万源市"));
        QCOMPARE(report.count(AuditKind::PlaceNotNamed), std::size_t{0});
        QCOMPARE(report.count(AuditKind::MembersDiffer), std::size_t{0});
    }

    void aPrefectureCoversItsCounties() {
        Plan plan;
        plan.draw({"", "platform", "达州", "达州市、梁平区、垫江县、邻水县、城口县"}).link(1, "pilin/(四)");
        // 达川 大竹 开江 宣汉 万源 all lie in 达州市
        QVERIFY(findingOf(audited(plan), AuditKind::PlaceNotDrawn) == nullptr);
    }

    void memberThatTheClauseDoesNotName() {
        Plan plan = threeClusters();
        plan.draw({"", "cluster", "云阳组团", "云阳县"}).link(4, "wandakai/(五)");
        const auto report = audited(plan);
        const auto* finding = findingOf(report, AuditKind::PlaceNotNamed);
        QVERIFY(finding != nullptr);
        QCOMPARE(namesOf(finding), QStringLiteral("云阳县"));
        QCOMPARE(*finding->feature, gis::FeatureId{4});
        QCOMPARE(finding->severity, layers::AuditSeverity::Warning);
    }

    void memberReadIntoTheClauseIsANote() {
        // (七) prints no unit at all; the index says that its two members were read into it
        Plan plan;
        plan.draw({"wdk.eco_barrier", "eco_barrier", "秦巴山区生态屏障", "达州市、开州区"}).link(1, "wandakai/(七)");
        const auto report = audited(plan);
        const auto* finding = findingOf(report, AuditKind::PlaceNotNamed);
        QVERIFY(finding != nullptr);
        QCOMPARE(namesOf(finding), QStringLiteral("达州市 开州区"));
        QCOMPARE(finding->severity, layers::AuditSeverity::Note);
    }

    void aCountyOfANamedPrefectureIsNamed() {
        Plan plan = threeClusters();
        plan.draw({"wdk.axis", "axis", "一轴", "万州区、达州市、开江县"}).link(4, "wandakai/(五)");
        QCOMPARE(audited(plan).count(AuditKind::PlaceNotNamed), std::size_t{0});
    }

    void abbreviationsMeanTheirPlacesButDoNotPrintThem() {
        layers::Clause clause;
        clause.text = "推动万达开协同发展。";
        const auto matches = m_knowledge.gazetteer.matches(clause.text);
        QVERIFY(layers::meantPlaces(clause, m_knowledge.gazetteer, matches).covers({"开州区", "500154"}));
        QVERIFY(layers::printedPlaces(clause, m_knowledge.gazetteer, matches, {}).isEmpty());
    }

    /// Who acts is not what is planned.
    void aPlaceWithinABodyIsNotPrinted() {
        layers::Clause clause;
        clause.text = "建设开州区港口，由万州区人民政府负责。";
        const auto& names = m_knowledge.gazetteer;
        const auto places =
            layers::printedPlaces(clause, names, names.matches(clause.text),
                                  layers::bodiesIn(layers::toCodePoints(clause.text), m_knowledge.figures));
        QVERIFY(places.covers({"开州区", "500154"}));
        QVERIFY(!places.covers({"万州区", "500101"}));
    }

    void membersOtherThanInThePaper() {
        Plan plan;
        plan.draw({"cn.axis_changjiang", "axis", "沿长江发展轴", "宜宾市、泸州市、江津区、荣昌区"})
            .link(1, "chuannan/(五)");
        const auto report = audited(plan);
        const auto* finding = findingOf(report, AuditKind::MembersDiffer);
        QVERIFY(finding != nullptr);
        QCOMPARE(namesOf(finding), QStringLiteral("永川区 荣昌区"));
        QCOMPARE(finding->clauseId, std::string("chuannan/(五)"));
    }

    void shortNamesAndOtherCommasAreTheSameMembers() {
        Plan plan;
        plan.draw({"cn.axis_changjiang", "axis", "沿长江发展轴", "宜宾,泸州， 永川；江津"}).link(1, "chuannan/(五)");
        QCOMPARE(audited(plan).count(AuditKind::MembersDiffer), std::size_t{0});
    }

    void anInferredMemberMayMiss() {
        Plan plan = threeClusters();
        plan.draw({"wdk.axis", "axis", "一轴", "万州区、达州市"}).link(4, "wandakai/(五)");
        QCOMPARE(audited(plan).count(AuditKind::MembersDiffer), std::size_t{0});
    }

    void orphanedAnchor() {
        layers::PolicyDocument document;
        document.id = "own";
        document.text = "(一)布局。建设东山组团。";
        layers::Clause clause;
        clause.id = "own/(一)";
        clause.documentId = "own";
        clause.level = "clause";
        clause.number = clause.path = "(一)";
        clause.heading = "布局";
        clause.text = "布局。建设东山\n组团。";
        document.clauses = {clause};
        Plan plan;
        plan.document(document).draw({"", "cluster", "东山组团", ""}).draw({"", "cluster", "西山组团", ""});
        plan.link(1, "own/(一)", "东山组团").link(2, "own/(一)", "西山组团");
        const auto report = audited(plan);
        QCOMPARE(report.findings.size(), std::size_t{1});
        const auto* finding = findingOf(report, AuditKind::OrphanedAnchor);
        QVERIFY(finding != nullptr);
        QCOMPARE(namesOf(finding), QStringLiteral("西山组团"));
        QCOMPARE(finding->severity, layers::AuditSeverity::Error);
    }

    void anchorWithoutTextIsNotJudged() {
        Plan plan = threeClusters();
        plan.draw({"", "cluster", "某组团", ""}).link(4, "wandakai/(五)", "没有的话");
        QVERIFY(findingOf(audited(plan), AuditKind::OrphanedAnchor) == nullptr);
    }

    void linksThatLeadNowhere() {
        Plan plan = threeClusters();
        plan.link(1, "wandakai/(九十九)").link(77, "wandakai/(六)");
        const auto report = audited(plan);
        QCOMPARE(findingOf(report, AuditKind::UnknownClause)->clauseId, std::string("wandakai/(九十九)"));
        QCOMPARE(*findingOf(report, AuditKind::UnknownFeature)->feature, gis::FeatureId{77});
        QCOMPARE(report.findings.front().severity, layers::AuditSeverity::Error);
    }

    void clausesOfAnOwnDocumentCountWhereTheyNamePlaces() {
        layers::PolicyDocument document;
        document.id = "own";
        document.text = "…";
        for (const char* text : {"交通。建设万州至开州通道。", "组织。加强领导。", "设想。重庆市统筹。"}) {
            layers::Clause clause;
            clause.id = "own/" + std::to_string(document.clauses.size() + 1);
            clause.documentId = "own";
            clause.level = "clause";
            clause.number = clause.path = std::to_string(document.clauses.size() + 1);
            clause.text = text;
            document.clauses.push_back(clause);
        }
        Plan plan;
        plan.document(document);
        const auto report = audited(plan);
        QCOMPARE(report.findings.size(), std::size_t{1});
        QCOMPARE(report.findings[0].clauseId, std::string("own/1"));
    }

    void approvalClosesAFindingByItsKey() {
        Plan plan = threeClusters();
        const auto before = audited(plan);
        plan.approve(before.findings.front().key);
        const auto after = audited(plan);
        QCOMPARE(after.findings.size(), before.findings.size());
        QCOMPARE(after.openCount(), before.openCount() - 1);
        QVERIFY(after.findings.front().approved);
    }

    void likeFindingsOfTwoFeaturesAreTwo() {
        Plan plan = threeClusters();
        plan.draw({"", "cluster", "甲", "云阳县"}).draw({"", "cluster", "乙", "云阳县"});
        plan.link(4, "wandakai/(五)").link(5, "wandakai/(五)").link(5, "nowhere/(一)").link(5, "nowhere/(一)");
        const auto report = audited(plan);
        QCOMPARE(report.count(AuditKind::PlaceNotNamed), std::size_t{2});
        QCOMPARE(report.count(AuditKind::UnknownClause), std::size_t{1});  // two links, one disagreement
    }

    void canceledAuditSaysSo() {
        gis::JobControl control;
        control.cancel.cancel();
        const auto report = layers::audit(threeClusters().snapshot(), m_knowledge, control);
        QVERIFY(!report);
        QCOMPARE(report.error().code, gis::ErrorCode::Canceled);
    }

private:
    layers::AuditReport audited(const Plan& plan) const {
        auto report = layers::audit(plan.snapshot(), m_knowledge);
        if (!report) qFatal("%s", gis::describe(report.error()).c_str());
        return std::move(*report);
    }
    layers::AuditKnowledge m_knowledge;
};

QTEST_GUILESS_MAIN(TestAudit)
#include "test_audit.moc"
