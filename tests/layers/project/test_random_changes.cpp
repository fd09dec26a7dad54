// SPDX-License-Identifier: Apache-2.0
#include <rapidcheck.h>
#include <QTemporaryDir>
#include <QtTest>

#include "PlanBuilder.h"
#include "layers/edit/ApprovalEdit.h"
#include "layers/edit/DocumentEdit.h"
#include "layers/edit/FeatureEdit.h"
#include "layers/edit/InfoEdit.h"
#include "layers/edit/LabelEdit.h"
#include "layers/edit/LayerEdit.h"
#include "layers/edit/LinkEdit.h"
#include "layers/edit/SheetEdit.h"
#include "layers/project/Journal.h"
#include "layers/project/Project.h"
#include "layers/project/ProjectStore.h"

using namespace layers;
using namespace support;

namespace {

/// Numbers that choose an edit and what it is about; rapidcheck shrinks the list.
struct Choice {
    unsigned kind = 0;
    unsigned a = 0;
    unsigned b = 0;
};

gis::LayerId layerOf(const ProjectSnapshot& plan, unsigned choice) {
    return plan.layers.empty() ? gis::LayerId{999} : plan.layers[choice % plan.layers.size()]->id;
}

gis::FeatureId featureOf(const ProjectSnapshot& plan, gis::LayerId layer, unsigned choice) {
    const LayerPtr held = plan.layer(layer);
    if (!held || held->table.isEmpty()) return gis::FeatureId{999};
    return held->table.at(choice % held->table.size()).id();
}

PrintLayout sheetOf(const ProjectSnapshot& plan, unsigned choice) {
    return plan.sheets.empty() ? PrintLayout{} : plan.sheets[choice % plan.sheets.size()];
}

gis::Result<ChangeSet> layerEdit(const ProjectSnapshot& plan, const Choice& choice, gis::LayerId layer) {
    switch (choice.kind % 5) {
        case 0: {
            Layer added = layoutLayer("layer " + std::to_string(choice.b % 7), 0, choice.b % 4);
            return addLayer(plan, added,
                            choice.a % 2 ? std::optional<int>(static_cast<int>(choice.b % 5)) : std::nullopt);
        }
        case 1:
            return removeLayer(plan, layer);
        case 2:
            return renameLayer(plan, layer, "名 " + std::to_string(choice.b % 7));
        case 3:
            return moveLayer(plan, layer, static_cast<int>(choice.b % 6));
        default:
            return setVisible(plan, layer, choice.b % 2 == 0);
    }
}

gis::Result<ChangeSet> featureEdit(const ProjectSnapshot& plan, const Choice& choice, gis::LayerId layer) {
    const gis::FeatureId feature = featureOf(plan, layer, choice.b);
    switch (choice.kind % 3) {
        case 0: {
            const double at = choice.b % 100;
            const gis::Geometry shape = choice.a % 3 == 0 ? gis::Geometry() : square(at, at, 1);
            return upsertFeatures(
                plan, layer,
                {gis::Feature(feature, shape, {}), gis::Feature(gis::FeatureId{choice.b % 40}, shape, {})});
        }
        case 1:
            return removeFeatures(plan, layer, {feature});
        default:
            return setAttributes(plan, layer, feature, {{"name", std::to_string(choice.b)}});
    }
}

gis::Result<ChangeSet> labelEdit(const ProjectSnapshot& plan, const Choice& choice, gis::LayerId layer) {
    const gis::FeatureId feature = featureOf(plan, layer, choice.b);
    if (choice.a % 3 == 0) return freeLabels(plan, layer, {feature});
    if (choice.a % 3 == 1) return hideLabel(plan, layer, feature);
    return pinLabel(plan, {layer, feature, {choice.a * 0.1, 2}, choice.a % 180 * 1.0});
}

gis::Result<ChangeSet> otherEdit(const ProjectSnapshot& plan, const Choice& choice, gis::LayerId layer) {
    switch (choice.kind % 8) {
        case 0: {
            if (choice.b % 2 == 0) return labelEdit(plan, choice, layer);
            ClauseLink link;
            link.layer = layer;
            link.feature = featureOf(plan, layer, choice.b);
            link.clauseId = "wandakai/(" + std::to_string(choice.b % 3 + 1) + ")";
            link.when = "2026-11-21T00:00:00Z";
            return addLink(plan, link);
        }
        case 1:
            return removeLink(plan, plan.links.empty() ? 0 : plan.links[choice.b % plan.links.size()].id);
        case 2: {
            PrintLayout sheet = sheetOf(plan, choice.a);
            sheet.id = choice.b % 2 == 0 ? sheet.id : 0;
            sheet.name = "sheet " + std::to_string(choice.b % 5);
            return sheet.id == 0 ? addSheet(plan, sheet) : updateSheet(plan, sheet);
        }
        case 3:
            return removeSheet(plan, sheetOf(plan, choice.a).id);
        case 4:
            return approveFindings(plan, {"k" + std::to_string(choice.b % 5), "l"}, "r" + std::to_string(choice.a % 3));
        case 5:
            return withdrawApprovals(plan, {"k" + std::to_string(choice.b % 5)});
        case 6: {
            ProjectInfo info = plan.info;
            info.values["v" + std::to_string(choice.a % 3)] = std::to_string(choice.b);
            return setInfo(plan, info);
        }
        default: {
            PolicyDocument document = *corpus().documents().front();
            document.id += std::to_string(choice.a % 3);
            document.clauses.resize(choice.b % 4);
            return plan.corpus.document(document.id) && choice.b % 2 ? removeDocument(plan, document.id)
                                                                     : addDocument(plan, document);
        }
    }
}

gis::Result<ChangeSet> edit(const ProjectSnapshot& plan, const Choice& choice) {
    const gis::LayerId layer = layerOf(plan, choice.a);
    switch (choice.kind / 8 % 3) {
        case 0:
            return layerEdit(plan, choice, layer);
        case 1:
            return featureEdit(plan, choice, layer);
        default:
            return otherEdit(plan, choice, layer);
    }
}

void showValue(const Choice& choice, std::ostream& out) { out << choice.kind << '/' << choice.a << '/' << choice.b; }

rc::Gen<std::vector<Choice>> choices() {
    const auto number = rc::gen::inRange(0U, 1'000'000U);
    return rc::gen::container<std::vector<Choice>>(
        rc::gen::build<Choice>(rc::gen::set(&Choice::kind, rc::gen::inRange(0U, 24U)), rc::gen::set(&Choice::a, number),
                               rc::gen::set(&Choice::b, number)));
}

void require(const gis::Result<void>& result) {
    if (!result) RC_FAIL(gis::describe(result.error()));
}

}  // namespace

class TestRandomChanges : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void undoAllIsTheStartRedoAllIsTheEnd() {
        std::size_t made = 0;
        const bool holds = rc::check([&made] {
            QTemporaryDir folder(quickFolder());
            const std::string file = folder.filePath(QStringLiteral("p.gpkg")).toStdString();
            require(createProject(file, *fullPlan(), gis::Overwrite::No));
            Project project(openProject(file)->snapshot);
            project.setJournal(std::move(*Journal::open(file)));
            const SnapshotPtr start = project.snapshot();
            for (const Choice& choice : *choices()) {
                const auto change = edit(*project.snapshot(), choice);
                if (!change) continue;  // asked for what is not there
                require(project.perform(*change));
                ++made;
            }
            const SnapshotPtr end = project.snapshot();
            while (project.undoStack().canUndo()) require(project.undo());
            RC_ASSERT(project.snapshot()->samePlan(*start));
            while (project.undoStack().canRedo()) require(project.redo());
            RC_ASSERT(project.snapshot()->samePlan(*end));
            // The journal has all of that in it: forth, back and forth again.
            const auto opened = openProject(file);
            RC_ASSERT(opened.has_value());
            if (opened->hasJournal) {
                const auto recovery = recoverProject(file);
                RC_ASSERT(recovery.has_value());
                RC_ASSERT(recovery->snapshot->samePlan(*end));
            }
            // And what is saved comes back.
            require(saveProject(file, *end));
            RC_ASSERT(openProject(file)->snapshot->samePlan(*end));
        });
        qInfo("%zu changes made", made);
        QVERIFY(holds);
        QVERIFY(made > 500);
    }
};

QTEST_GUILESS_MAIN(TestRandomChanges)
#include "test_random_changes.moc"
