// SPDX-License-Identifier: Apache-2.0
// 200 random steps of every kind, back and forth at random: each state is the one recorded on the way.
#include <random>

#include "app/tools/FeatureEdits.h"
#include "layers/edit/ApprovalEdit.h"
#include "layers/edit/FeatureEdit.h"
#include "layers/edit/InfoEdit.h"
#include "layers/edit/LayerEdit.h"
#include "layers/edit/LinkEdit.h"
#include "layers/plan/LayoutElement.h"
#include "layers/workflow/LayoutLayer.h"
#include "tests/app/story/Driver.h"

using namespace app;

namespace {

using Random = std::mt19937;

int below(Random& random, std::size_t count) {
    return count == 0 ? 0 : std::uniform_int_distribution<int>(0, static_cast<int>(count) - 1)(random);
}

layers::LayerPtr anyLayer(const layers::ProjectSnapshot& plan, Random& random, bool layout) {
    std::vector<layers::LayerPtr> found;
    for (const layers::LayerPtr& layer : plan.layers)
        if (!layout || (layer->kind == layers::LayerKind::Layout && !layer->table.isEmpty())) found.push_back(layer);
    return found.empty() ? nullptr : found[static_cast<std::size_t>(below(random, found.size()))];
}

gis::Result<layers::ChangeSet> featureStep(const layers::SnapshotPtr& plan, Random& random, int which) {
    const layers::LayerPtr layer = anyLayer(*plan, random, true);
    if (!layer) return layers::addLayoutLayer(*plan, "布局");
    const gis::Feature& feature = layer->table.at(static_cast<std::size_t>(below(random, layer->table.size())));
    const double step = 1e-3 * (1 + below(random, 50));
    switch (which) {
        case 0: {
            const gis::Coordinate at = feature.geometry().extent().centre();
            return addition(plan, layer->id,
                            gis::Geometry::polygon({{at, {at.x + step, at.y}, {at.x + step, at.y + step}}}), "platform",
                            "平台" + std::to_string(below(random, 1000)));
        }
        case 1:
            return shifting(plan, {layer->id, {feature.id()}}, step, -step);
        case 2:
            return removal(plan, {layer->id, {feature.id()}});
        default:
            return layers::setAttributes(*plan, layer->id, feature.id(),
                                         {{layers::layout_field::note, "注" + std::to_string(below(random, 1000))}});
    }
}

gis::Result<layers::ChangeSet> layerStep(const layers::SnapshotPtr& plan, Random& random, int which) {
    const layers::LayerPtr layer = anyLayer(*plan, random, false);
    switch (which) {
        case 0:
            return layers::moveLayer(*plan, layer->id, below(random, plan->layers.size()));
        case 1:
            return layers::setVisible(*plan, layer->id, !layer->visible);
        case 2: {
            layers::Style style = layer->style;
            style.opacity = below(random, 100) / 100.0;
            return layers::setStyle(*plan, layer->id, style);
        }
        default:
            return layers::renameLayer(*plan, layer->id,
                                       layers::freeLayerName(*plan, "图层" + std::to_string(below(random, 1000))));
    }
}

gis::Result<layers::ChangeSet> linkStep(const layers::SnapshotPtr& plan, Random& random, bool add) {
    const layers::LayerPtr layer = anyLayer(*plan, random, true);
    if (!add && !plan->links.empty())
        return layers::removeLink(*plan, plan->links[static_cast<std::size_t>(below(random, plan->links.size()))].id);
    if (!layer || plan->corpus.documents().empty() || plan->corpus.documents().front()->clauses.empty())
        return layers::ChangeSet{};
    const auto& clauses = plan->corpus.documents().front()->clauses;
    layers::ClauseLink link;
    link.layer = layer->id;
    link.feature = layer->table.at(static_cast<std::size_t>(below(random, layer->table.size()))).id();
    link.clauseId = clauses[static_cast<std::size_t>(below(random, clauses.size()))].id;
    link.note = "备注" + std::to_string(below(random, 1000));
    return layers::addLink(*plan, std::move(link));
}

gis::Result<layers::ChangeSet> approvalStep(const layers::SnapshotPtr& plan, Random& random, bool add) {
    if (!add && !plan->approvals.empty())
        return layers::withdrawApprovals(
            *plan, {plan->approvals[static_cast<std::size_t>(below(random, plan->approvals.size()))].findingKey});
    return layers::approveFindings(*plan, {"finding/" + std::to_string(below(random, 40))}, "理由", "审核人");
}

gis::Result<layers::ChangeSet> anyStep(const layers::SnapshotPtr& plan, Random& random) {
    const int which = below(random, 12);
    if (which < 4) return featureStep(plan, random, which);
    if (which < 8) return layerStep(plan, random, which - 4);
    if (which < 10) return linkStep(plan, random, which == 8);
    return approvalStep(plan, random, which == 10);
}

}  // namespace

class TestRandomSteps : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachStateComesBack() {
        Driver driver;
        driver.openWindow({1200, 800});
        driver.bench().actions.trigger(QStringLiteral("file.sample"));
        QVERIFY(Driver::wait([&] { return driver.session->hasProject(); }));
        constexpr unsigned seed = 20261121;
        constexpr int wanted = 200;
        Random random(seed);
        Session& session = *driver.session;
        const QUndoStack& stack = session.project()->undoStack();
        std::vector<layers::SnapshotPtr> recorded{session.snapshot()};
        int undone = 0;
        for (int steps = 0; steps < wanted;) {
            // A third of the way goes back or forward by the keys' commands.
            const int choice = below(random, 6);
            if (choice == 0 && stack.canUndo()) {
                driver.key(Qt::Key_Z, Qt::ControlModifier);
                ++undone;
            } else if (choice == 1 && stack.canRedo()) {
                driver.key(Qt::Key_Y, Qt::ControlModifier);
            } else {
                const int before = stack.index();
                const auto change = anyStep(session.snapshot(), random);
                QVERIFY2(change.has_value(), change ? "" : gis::describe(change.error()).c_str());
                QVERIFY(session.perform(change));
                if (stack.index() == before) continue;  // nothing to do
                recorded.resize(static_cast<std::size_t>(before) + 1);
                recorded.push_back(session.snapshot());
                QVERIFY(!stack.undoText().isEmpty());
                ++steps;
            }
            QVERIFY(session.snapshot()->samePlan(*recorded[static_cast<std::size_t>(stack.index())]));
            if (steps % 20 == 0) Driver::rest(1);
        }
        QVERIFY(undone > 10);
        for (int pass = 0; pass < 2; ++pass) {
            while (stack.canUndo()) {
                session.undo();
                QVERIFY(session.snapshot()->samePlan(*recorded[static_cast<std::size_t>(stack.index())]));
            }
            while (stack.canRedo()) {
                session.redo();
                QVERIFY(session.snapshot()->samePlan(*recorded[static_cast<std::size_t>(stack.index())]));
            }
        }
        QVERIFY(driver.settle());
        driver.leave();
    }
};

int main(int argc, char** argv) {
    QTemporaryDir home;
    Driver::useFolder(home.path());
    WatchedApplication application(argc, argv);
    TestRandomSteps test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_random_steps.moc"
