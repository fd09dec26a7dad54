// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "layers/edit/ClauseEdit.h"
#include "layers/edit/DocumentEdit.h"
#include "layers/edit/LinkEdit.h"
#include "layers/edit/NamesEdit.h"
#include "layers/policy/ClauseParser.h"
#include "tests/support/SmallPlan.h"

namespace {

using namespace layers;

class TestClauseEdit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        auto document = parseDocument("(一)甲。前一句。后一句话。\n(二)乙。别的内容。\n", "paper");
        QVERIFY(document);
        document->title = "paper";
        m_plan = after(small_plan::snapshot(), addDocument(*small_plan::snapshot(), std::move(*document)));
        ClauseLink link;
        link.layer = small_plan::layoutId;
        link.feature = small_plan::platform;
        link.clauseId = "paper/(一)";
        link.anchor = "后一句话";
        m_plan = after(m_plan, addLink(*m_plan, link));
        link.clauseId = "paper/(二)";
        link.anchor = "别的内容";
        m_plan = after(m_plan, addLink(*m_plan, link));
    }

    void linksGoWithTheirWordsAndUndoBringsThemBack() {
        const auto change = correctClauses(*m_plan, "paper", {CorrectionKind::Split, "后一句话", 0, "(一之一)", {}});
        QVERIFY(change);
        const SnapshotPtr split = after(m_plan, change);
        QCOMPARE(split->corpus.clauseCount(), std::size_t{3});
        QCOMPARE(split->linksTo("paper/(一之一)").size(), std::size_t{1});
        QVERIFY(split->linksTo("paper/(一)").empty());
        QVERIFY(split->corpus.clause("paper/(一之一)")->key != 0);
        const auto back = applied(split, change->inverted());
        QVERIFY(back && (*back)->samePlan(*m_plan));
    }

    void linksOfAJoinedClauseGoToTheOneBefore() {
        const auto change = correctClauses(*m_plan, "paper", {CorrectionKind::Join, "(二)乙", 0, {}, {}});
        QVERIFY(change);
        const SnapshotPtr joined = after(m_plan, change);
        QCOMPARE(joined->corpus.clauseCount(), std::size_t{1});
        QCOMPARE(joined->linksTo("paper/(一)").size(), std::size_t{2});
        const auto back = applied(joined, change->inverted());
        QVERIFY(back && (*back)->samePlan(*m_plan));
    }

    void placesAreFoundAnew() {
        auto document = parseDocument("(一)沿江。建设万州区港口。打造开州区枢纽。\n(二)别的。\n", "places");
        QVERIFY(document);
        document->clauses[0].places = {"万州区", "开州区"};
        const SnapshotPtr plan = after(m_plan, addDocument(*m_plan, std::move(*document)));
        const auto change = correctClauses(*plan, "places", {CorrectionKind::Split, "打造开州区", 0, "(一之一)", {}});
        const SnapshotPtr split = after(plan, change);
        QCOMPARE(split->corpus.clause("places/(一)")->places, std::vector<std::string>{"万州区"});
        QCOMPARE(split->corpus.clause("places/(一之一)")->places, std::vector<std::string>{"开州区"});
        const SnapshotPtr joined =
            after(split, correctClauses(*split, "places", {CorrectionKind::Join, "打造开州区", 0, {}, {}}));
        QCOMPARE(joined->corpus.clause("places/(一)")->places, (std::vector<std::string>{"万州区", "开州区"}));
    }

    void aNameOfOnesOwnIsFoundInTheClausesAtOnce() {
        auto document = parseDocument("(一)沿江。建设新田港。\n(二)别的。\n", "places");
        QVERIFY(document);
        document->clauses[0].places = {"长江"};  // what the index knows stays
        const SnapshotPtr plan = after(m_plan, addDocument(*m_plan, std::move(*document)));
        const auto names = userNamesFromJson(R"({"entries":[{"name":"新田港","kind":"port"}]})", "").value();
        const auto change = addUserNames(*plan, names);
        const SnapshotPtr named = after(plan, change);
        QCOMPARE(named->corpus.clause("places/(一)")->places, (std::vector<std::string>{"长江", "新田港"}));
        const SnapshotPtr without = after(named, setUserNames(*named, {}));
        QCOMPARE(without->corpus.clause("places/(一)")->places, std::vector<std::string>{"长江"});
        const auto back = applied(named, change->inverted());
        QVERIFY(back && (*back)->samePlan(*plan));
    }

    void aStretchInNoClauseIsTakenIn() {
        auto document = parseDocument("(一)甲。前一句。\n2024年5月6日\n（此件公开发布）\n余下的内容。\n", "end");
        QVERIFY(document);
        const SnapshotPtr plan = after(m_plan, addDocument(*m_plan, std::move(*document)));
        const auto change = correctClauses(*plan, "end", {CorrectionKind::Take, "余下的内容", 0, {}, {}});
        const SnapshotPtr taken = after(plan, change);
        QVERIFY(taken->corpus.clause("end/(一)")->text.find("余下的内容") != std::string::npos);
        QCOMPARE(keptCorrections(*taken).at("end").size(), std::size_t{1});
        const auto back = applied(taken, change->inverted());
        QVERIFY(back && (*back)->samePlan(*plan));
    }

    void correctionsAreKeptInTheirOrder() {
        const SnapshotPtr one =
            after(m_plan, correctClauses(*m_plan, "paper", {CorrectionKind::Split, "后一句话", 0, "(一之一)", {}}));
        const SnapshotPtr two = after(one, correctClauses(*one, "paper", {CorrectionKind::Join, "(二)乙", 0, {}, {}}));
        const auto kept = keptCorrections(*two);
        QCOMPARE(kept.size(), std::size_t{1});
        QCOMPARE(kept.at("paper").size(), std::size_t{2});
        QCOMPARE(kept.at("paper")[0].number, std::string("(一之一)"));
    }

    void damagedCorrectionsAreNotReplaced() {
        auto damaged = std::make_shared<ProjectSnapshot>(*m_plan);
        damaged->info.values["corrections/paper"] = "{broken";
        QVERIFY(keptCorrections(*damaged).empty());
        const auto refused = correctClauses(*damaged, "paper", {CorrectionKind::Join, "(二)乙", 0, {}, {}});
        QVERIFY(!refused && refused.error().code == gis::ErrorCode::InvalidData);
        const auto unknown = correctClauses(*m_plan, "other", {CorrectionKind::Join, "(二)乙", 0, {}, {}});
        QVERIFY(!unknown && unknown.error().code == gis::ErrorCode::NotFound);
    }

private:
    static SnapshotPtr after(const SnapshotPtr& plan, const gis::Result<ChangeSet>& change) {
        if (!change) qFatal("%s", gis::describe(change.error()).c_str());
        const auto made = applied(plan, *change);
        if (!made) qFatal("%s", gis::describe(made.error()).c_str());
        return *made;
    }
    SnapshotPtr m_plan;
};

}  // namespace

QTEST_APPLESS_MAIN(TestClauseEdit)
#include "test_clause_edit.moc"
