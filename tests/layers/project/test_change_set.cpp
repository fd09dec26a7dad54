// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "PlanBuilder.h"
#include "layers/project/ChangeSet.h"
#include "layers/project/ChangeSetCodec.h"
#include "layers/project/Project.h"

using namespace layers;
using namespace support;

namespace {

FeatureChange moved(const ProjectSnapshot& plan, std::int64_t layer, std::int64_t fid, gis::Geometry shape) {
    const gis::Feature& before = *plan.layer(gis::LayerId{layer})->table.find(gis::FeatureId{fid});
    return {gis::LayerId{layer}, before, before.withGeometry(std::move(shape))};
}

/// One change of every kind against fullPlan().
ChangeSet everyKind(const ProjectSnapshot& plan) {
    ChangeSet set{gis::message("layers", "Everything %1", {"x"}), {}};
    set.changes.push_back(moved(plan, 3, 7, square(1, 1, 1)));
    set.changes.push_back(FeatureChange{
        gis::LayerId{5}, std::nullopt, gis::Feature(gis::FeatureId{99}, square(0, 0, 1), std::vector<gis::Value>(13))});
    set.changes.push_back(
        FeatureChange{gis::LayerId{5}, *plan.layer(gis::LayerId{5})->table.find(gis::FeatureId{1}), std::nullopt});
    Layer renamed = *plan.layers[2];
    renamed.name = "改名";
    set.changes.push_back(LayerChange{plan.layers[2], share(renamed), 2, 0});
    set.changes.push_back(LayerChange{nullptr, share(layoutLayer("new", 40, 2)), -1, 1});
    set.changes.push_back(LayerChange{plan.layers[1], nullptr, 3, -1});
    ClauseLink link = plan.links[0];
    link.id = 3;
    set.changes.push_back(LinkChange{std::nullopt, link});
    set.changes.push_back(LinkChange{plan.links[1], std::nullopt});
    PolicyDocument document = *plan.corpus.document("wandakai");
    document.title = "changed";
    set.changes.push_back(
        DocumentChange{plan.corpus.document("wandakai"), std::make_shared<const PolicyDocument>(document)});
    PrintLayout sheet = plan.sheets[1];
    sheet.title = "t";
    set.changes.push_back(SheetChange{plan.sheets[1], sheet, 1});
    set.changes.push_back(SheetChange{plan.sheets[0], std::nullopt, 0});
    Approval approval{"aa", "r", "w", "t"};
    set.changes.push_back(ApprovalChange{std::nullopt, approval});
    set.changes.push_back(LabelChange{std::nullopt, LabelPin{gis::LayerId{3}, gis::FeatureId{7}, {1.5, -2}, 30}});
    set.changes.push_back(LabelChange{plan.labelPins[0], LabelPin{gis::LayerId{3}, gis::FeatureId{8}, {}, 0, true}});
    ProjectInfo info = plan.info;
    info.values["y"] = "z";
    set.changes.push_back(InfoChange{plan.info, info});
    return set;
}

}  // namespace

class TestChangeSet : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// A long document's corrected clauses are written without its text.
    void aLongTextIsNotWrittenAgain() {
        auto before = std::make_shared<PolicyDocument>();
        before->id = before->textSha256 = "long";
        before->key = 3;
        for (int i = 0; i < 40000; ++i) {
            Clause clause;
            clause.key = i + 1;
            clause.id = "long/" + std::to_string(i);
            clause.documentId = "long";
            clause.sequence = i + 1;
            clause.text = "建设沿江生态廊道。";
            before->text += clause.text;
            before->clauses.push_back(clause);
        }
        auto after = std::make_shared<PolicyDocument>(*before);
        after->clauses.erase(after->clauses.begin() + 7);
        after->clauses[100].heading = "甲";
        Clause added = after->clauses[200];
        added.id = "long/new";
        after->clauses.insert(after->clauses.begin() + 300, added);
        int sequence = 0;
        for (Clause& clause : after->clauses) clause.sequence = ++sequence;
        for (const bool back : {false, true}) {
            const ChangeSet set{gis::message("layers", "Join"),
                                {DocumentChange{back ? after : before, back ? before : after}}};
            const auto bytes = encodeChangeSet(set);
            QVERIFY(bytes.size() < 5000);
            QVERIFY(!decodeChangeSet(bytes));
            const auto decoded = decodeChangeSet(bytes, {{"long", back ? after : before}});
            QVERIFY(decoded);
            QVERIFY(*std::get<DocumentChange>(decoded->changes[0]).after == (back ? *before : *after));
        }
        // Another order is kept too; with another text both sides are written.
        auto turned = std::make_shared<PolicyDocument>(*before);
        std::swap(turned->clauses[0].id, turned->clauses[1].id);
        const auto bytes = encodeChangeSet({gis::message("layers", "x"), {DocumentChange{before, turned}}});
        const auto decoded = decodeChangeSet(bytes, {{"long", before}});
        QVERIFY(decoded && *std::get<DocumentChange>(decoded->changes[0]).after == *turned);
        auto other = std::make_shared<PolicyDocument>(*before);
        other->text += "。";
        QVERIFY(encodeChangeSet({gis::message("layers", "x"), {DocumentChange{before, other}}}).size() > 1'000'000);
    }

    void thereAndBack() {
        const SnapshotPtr plan = fullPlan();
        const ChangeSet set = everyKind(*plan);
        const auto after = applied(plan, set);
        QVERIFY2(after, after ? "" : gis::describe(after.error()).c_str());
        QVERIFY(!(*after)->samePlan(*plan));
        QCOMPARE(gis::number((*after)->revision), 42U);
        QCOMPARE((*after)->layers[0]->name, std::string("改名"));
        QCOMPARE((*after)->layers.size(), std::size_t{3});
        const auto back = applied(*after, set.inverted());
        QVERIFY2(back, back ? "" : gis::describe(back.error()).c_str());
        QVERIFY((*back)->samePlan(*plan));
        QCOMPARE(gis::number((*back)->revision), 43U);
    }
    void throughTheJournalsBytes() {
        const SnapshotPtr plan = fullPlan();
        const ChangeSet set = everyKind(*plan);
        const auto bytes = encodeChangeSet(set);
        const auto decoded = decodeChangeSet(bytes);
        QVERIFY2(decoded, decoded ? "" : gis::describe(decoded.error()).c_str());
        QCOMPARE(gis::translated(decoded->text), std::string("Everything x"));
        const auto direct = applied(plan, set);
        const auto replayed = applied(plan, *decoded);
        QVERIFY2(replayed, replayed ? "" : gis::describe(replayed.error()).c_str());
        QVERIFY((*replayed)->samePlan(**direct));
    }
    void damagedBytesAreAnErrorNotACrash() {
        const SnapshotPtr plan = fullPlan();
        const auto bytes = encodeChangeSet(everyKind(*plan));
        for (std::size_t length = 0; length < bytes.size(); length += 37)
            QVERIFY(!decodeChangeSet(std::span(bytes).first(length)));
        for (std::size_t i = 0; i < bytes.size(); i += 11) {
            auto changed = bytes;
            changed[i] ^= 0x41U;
            (void)decodeChangeSet(changed);
        }
        std::vector<std::uint8_t> deep(1'000'000, 0x81);  // arrays in arrays
        QVERIFY(!decodeChangeSet(deep));
    }

    void aChangeOfAnotherPlanIsRefused_data() {
        QTest::addColumn<int>("which");
        for (int i = 0; i < 13; ++i) QTest::newRow(("change " + std::to_string(i)).c_str()) << i;
    }
    void aChangeOfAnotherPlanIsRefused() {
        QFETCH(int, which);
        const SnapshotPtr plan = fullPlan();
        ChangeSet set = everyKind(*plan);
        const auto after = applied(plan, set);
        QVERIFY(after);
        // Each of them once more on the changed plan: what it expects is gone.
        ChangeSet again{set.text, {set.changes[static_cast<std::size_t>(which)]}};
        const auto refused = applied(*after, again);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, gis::ErrorCode::InvalidArgument);
    }
    void linkedFeaturesAreReadOnly() {
        auto plan = std::make_shared<ProjectSnapshot>(*fullPlan());
        Layer linked = *plan->layers[0];
        linked.source.path = "other.gpkg";
        plan->layers[0] = share(linked);
        const auto refused = applied(plan, {gis::message("layers", "x"), {moved(*plan, 3, 7, square(0, 0, 1))}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, gis::ErrorCode::Refused);
    }
    void aLayerWithLinksIsNotRemoved() {
        const SnapshotPtr plan = fullPlan();
        QVERIFY(!applied(plan, {gis::message("layers", "x"), {LayerChange{plan->layers[0], nullptr, 0, -1}}}));
    }
    void oneFeatureOfManySharesAllButItsPage() {
        const SnapshotPtr plan = largePlan(100'000);
        const auto after = applied(plan, {gis::message("layers", "x"), {moved(*plan, 1, 50'000, square(0, 0, 1))}});
        QVERIFY(after);
        const auto& before = plan->layers[0]->table;
        QVERIFY((*after)->layers[0]->table.sharedPageCount(before) >= before.pageCount() - 2);
    }
    void touchedExtentHoldsBothSides() {
        const SnapshotPtr plan = fullPlan();
        const ChangeSet set{gis::message("layers", "x"), {moved(*plan, 3, 7, square(200, 30, 1))}};
        const gis::Extent expected{107.5, 30, 201, 31};
        QCOMPARE(set.touchedExtent(gis::LayerId{3}), expected);
        QVERIFY(set.touchedExtent(gis::LayerId{5}).isEmpty());
    }

    void undoAndRedoOfAProject() {
        Project project(fullPlan());
        const SnapshotPtr start = project.snapshot();
        QSignalSpy spy(&project, &Project::changed);
        QVERIFY(project.perform(everyKind(*start)));
        const SnapshotPtr end = project.snapshot();
        QVERIFY(project.isModified());
        QCOMPARE(project.undoStack().undoText(), QStringLiteral("Everything x"));
        QVERIFY(project.undo());
        QVERIFY(project.snapshot()->samePlan(*start));
        QVERIFY(!project.isModified());
        QVERIFY(project.undo());  // nothing left: nothing happens
        QVERIFY(project.redo());
        QVERIFY(project.snapshot()->samePlan(*end));
        QCOMPARE(spy.count(), 3);
        // A refused change leaves plan, stack and redo alone.
        QVERIFY(project.undo());
        ChangeSet wrong = everyKind(*start);
        wrong.changes.push_back(InfoChange{{}, {}});
        QVERIFY(!project.perform(wrong));
        QVERIFY(project.undoStack().canRedo());
        QVERIFY(project.snapshot()->samePlan(*start));
        project.setSaved(project.snapshot()->revision);
        QVERIFY(!project.isModified());
    }
};

QTEST_GUILESS_MAIN(TestChangeSet)
#include "test_change_set.moc"
