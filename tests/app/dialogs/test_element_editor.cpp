// SPDX-License-Identifier: Apache-2.0
// From words to a feature with its link, drawing from the register, changing what is drawn, detaching: by mouse and keys.
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QTreeWidget>

#include "app/dialogs/ChoiceDelegate.h"
#include "app/dialogs/ElementProfileDialog.h"
#include "app/dialogs/ProfileTables.h"
#include "app/panels/ElementEditor.h"
#include "app/panels/RecipeSection.h"
#include "app/panels/RegisterPanel.h"
#include "app/tools/ToolBox.h"
#include "app/window/ActionRegistry.h"
#include "app/window/MapController.h"
#include "layers/edit/FeatureEdit.h"
#include "layers/edit/VertexEdit.h"
#include "layers/scheme/LayoutRecipe.h"
#include "tests/app/dialogs/DialogFixture.h"

using namespace app;

namespace {

const gis::LayerId riverId{9};
const std::string clauseId = "paper/(一)";

layers::PolicyCorpus corpus() {
    auto document = std::make_shared<layers::PolicyDocument>();
    document->id = "paper";
    document->title = "试验方案";
    layers::Clause clause;
    clause.id = clauseId;
    clause.documentId = "paper";
    clause.number = "(一)";
    clause.heading = "做强城市组团";
    clause.text = "依托长江黄金水道,建设万州、开州、云阳城市组团,提升万州城市功能组团带动能力。";
    document->clauses = {clause};
    return layers::PolicyCorpus().with("paper", document);
}

/// The small plan with a document and a river across it.
layers::ProjectSnapshot plan() {
    layers::ProjectSnapshot made = *small_plan::snapshot();
    made.corpus = corpus();
    made.layers.push_back(small_plan::layer(
        riverId, "rivers", layers::LayerKind::Basemap, gis::Schema({{"name", gis::FieldType::Text, 0}}),
        {gis::Feature(gis::FeatureId{1},
                      gis::Geometry::lineString({small_plan::at(-90'000, 2500), small_plan::at(120'000, 2500)}),
                      {std::string("长江")})}));
    return made;
}

}  // namespace

class TestElementEditor : public QObject {
    Q_OBJECT
    std::unique_ptr<DialogFixture> m_fixture;

    ElementEditor& editor() const { return *m_fixture->window->findChild<ElementEditor*>(); }
    RegisterPanel& schemes() const { return *m_fixture->window->findChild<RegisterPanel*>(); }
    template <class Widget>
    Widget* within(const QWidget& panel, const char* name) const {
        auto* found = panel.findChild<Widget*>(QLatin1String(name));
        if (found == nullptr) qFatal("no %s", name);
        return found;
    }
    void trigger(const char* action) const {
        m_fixture->bench().actions.refresh();
        m_fixture->bench().actions.trigger(QLatin1String(action));
    }
    QPushButton* accept() const { return within<QPushButton>(editor(), "accept"); }
    bool isReady() const {
        return QTest::qWaitFor([this] { return accept()->isEnabled() && !editor().preview().isBuilding(); }, 20000);
    }
    const MapPreview& shown() const { return m_fixture->bench().map.canvas().preview(); }
    QTreeWidget* members() const { return within<QTreeWidget>(editor(), "members"); }
    QStringList memberNames(bool taken) const {
        QStringList names;
        for (int i = 0; i < members()->topLevelItemCount(); ++i) {
            const QTreeWidgetItem* row = members()->topLevelItem(i);
            if ((row->checkState(0) == Qt::Checked) == taken) names << row->toolTip(0);
        }
        return names;
    }
    const gis::Feature* built() const { return m_fixture->layer("layout")->table.find(gis::FeatureId{3}); }
    std::optional<layers::LayoutRecipe> recipe() const {
        return built() == nullptr ? std::nullopt : layers::recipeOf(*m_fixture->layer("layout"), *built());
    }
    /// The register with all its rows.
    QTreeWidget* openRegister() const {
        trigger("scheme.build");
        auto* list = within<QTreeWidget>(schemes(), "elements");
        [&] { QVERIFY(QTest::qWaitFor([list] { return list->topLevelItemCount() >= 510; }, 20000)); }();
        return list;
    }
    void doubleClick(QTreeWidget& list, int row) const {
        const QRect at = list.visualItemRect(list.topLevelItem(row));
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, at.center());
        QTest::mouseDClick(list.viewport(), Qt::LeftButton, {}, at.center());
    }
    /// The cluster about Wanzhou, whose seat ships, into the layout layer.
    void buildCluster() const {
        QTreeWidget* list = openRegister();
        within<QLineEdit>(schemes(), "search")->setText(QStringLiteral("wzqcsgnzt"));  // 万州区城市功能组团
        QCOMPARE(list->topLevelItemCount(), 1);
        doubleClick(*list, 0);
        QVERIFY(editor().isEditing());
        QCOMPARE(within<QComboBox>(editor(), "layer")->currentText(), QStringLiteral("layout"));
        QVERIFY(isReady());
        QVERIFY(!shown().shapes.empty());
        QTest::mouseClick(accept(), Qt::LeftButton);
        QVERIFY(!editor().isEditing());
        QVERIFY(shown().isEmpty());
    }

private Q_SLOTS:
    void initTestCase() { DialogFixture::useTestSettings(QStringLiteral("tuce-test-element-editor")); }
    void init() {
        m_fixture = std::make_unique<DialogFixture>();
        m_fixture->open();
        m_fixture->session->newProject(plan());
        QVERIFY(QTest::qWaitFor([this] {
            const auto snapshot = m_fixture->session->snapshot();
            return snapshot && snapshot->layer(riverId) != nullptr;
        }));
    }
    void cleanup() {
        m_fixture->close();
        m_fixture.reset();
    }

    void pastedWordsBecomeAFeatureWithItsLinkInOneStep() {
        const int steps = m_fixture->undoSteps();
        trigger("scheme.new");
        auto* words = within<QPlainTextEdit>(editor(), "words");
        QVERIFY(!accept()->isEnabled());
        QVERIFY(within<QLabel>(editor(), "outcome")->text().size() > 10);  // says what to do
        QGuiApplication::clipboard()->setText(QStringLiteral("建设万州、开州、云阳城市组团"));
        words->setFocus();
        QTest::keyClick(words, Qt::Key_V, Qt::ControlModifier);
        QVERIFY(isReady());
        QCOMPARE(memberNames(true),
                 (QStringList{QStringLiteral("万州区"), QStringLiteral("开州区"), QStringLiteral("云阳县")}));
        auto* kind = within<QComboBox>(editor(), "kind");
        QCOMPARE(kind->currentData().toString(), QStringLiteral("cluster"));
        QVERIFY(within<QLabel>(editor(), "origin")->text().contains(QStringLiteral("做强城市组团")));
        QCOMPARE(shown().marks.size(), 3U);
        QCOMPARE(shown().marks[0].text, QStringLiteral("1"));
        QVERIFY(!shown().shapes.empty());
        QCOMPARE(m_fixture->undoSteps(), steps);  // nothing happens before it is taken over
        QTest::keyClick(words, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!editor().isEditing());
        QCOMPARE(m_fixture->undoSteps(), steps + 1);
        QVERIFY(recipe());
        QCOMPARE(recipe()->element.members.size(), 3U);
        QVERIFY(!recipe()->element.members.front().inferred);
        QVERIFY(!recipe()->element.asNamed);  // no paper names it otherwise, whoever made it
        QCOMPARE(recipe()->element.clauseId, clauseId);
        const auto links = m_fixture->session->snapshot()->linksOf(small_plan::layoutId, gis::FeatureId{3});
        QCOMPARE(links.size(), 1U);
        QCOMPARE(links.front().clauseId, clauseId);
        QCOMPARE(links.front().relation, layers::LinkRelation::Basis);
        QCOMPARE(links.front().anchor, std::string("建设万州、开州、云阳城市组团"));
        QVERIFY(links.front().anchorPosition >= 0);
        QCOMPARE(m_fixture->session->selection().features(), (FeatureSet{small_plan::layoutId, {gis::FeatureId{3}}}));
        m_fixture->session->undo();
        QVERIFY(built() == nullptr);
        QVERIFY(m_fixture->session->snapshot()->linksTo(clauseId).empty());
    }

    void theSelectedClauseGivesItsWordsAndItsCarrier() {
        m_fixture->session->selection().setClause(clauseId);
        trigger("scheme.new");
        QTest::mouseClick(within<QPushButton>(editor(), "takeClause"), Qt::LeftButton);
        auto* carriers = within<QTreeWidget>(editor(), "carriers");
        QTRY_COMPARE_WITH_TIMEOUT(carriers->topLevelItemCount(), 1, 20000);
        QCOMPARE(carriers->topLevelItem(0)->toolTip(0), QStringLiteral("长江黄金水道"));
        QVERIFY(!carriers->topLevelItem(0)->text(2).isEmpty());  // why
        QVERIFY(isReady());
        // As an axis it runs along the river: real, not schematic.
        auto* kind = within<QComboBox>(editor(), "kind");
        kind->setCurrentIndex(kind->findData(QStringLiteral("axis")));
        Q_EMIT kind->activated(kind->currentIndex());
        QVERIFY(isReady());
        QVERIFY(editor().preview().lines().join(u' ').contains(QStringLiteral("长江")));
        QCOMPARE(shown().shapes.front().dimension(), 1);
    }

    void wordsThatStandNowhereAreToldAndLinkNothing() {
        trigger("scheme.new");
        auto* words = within<QPlainTextEdit>(editor(), "words");
        words->setPlainText(QStringLiteral("在忠县与梁平之间共建一条联络走廊"));
        QVERIFY(isReady());
        QVERIFY(!within<QLabel>(editor(), "origin")->text().isEmpty());
        QTest::mouseClick(accept(), Qt::LeftButton);
        QVERIFY(!editor().isEditing());
        QVERIFY(m_fixture->session->snapshot()->links.empty());
    }

    void theOrderIsChangedByKeysAndTheNewestEditWins() {
        trigger("scheme.new");
        within<QPlainTextEdit>(editor(), "words")->setPlainText(QStringLiteral("万州、开州、云阳发展轴"));
        QVERIFY(isReady());
        const MapPreview before = shown();
        const auto asked = editor().preview().change().changes.size();
        QTreeWidget* list = members();
        list->setCurrentItem(list->topLevelItem(0));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
        QVERIFY(QTest::qWaitFor([this] { return !accept()->isEnabled(); }));  // the old shape cannot be taken over
        QVERIFY(isReady());
        QCOMPARE(memberNames(true),
                 (QStringList{QStringLiteral("开州区"), QStringLiteral("云阳县"), QStringLiteral("万州区")}));
        QCOMPARE(asked, editor().preview().change().changes.size());
        QCOMPARE(shown().marks[2].position, before.marks[0].position);
        QVERIFY(!(shown().shapes.front() == before.shapes.front()));
        // Space takes a member out.
        list->setCurrentItem(list->topLevelItem(0));
        QTest::keyClick(list, Qt::Key_Space);
        QVERIFY(QTest::qWaitFor([this] { return !accept()->isEnabled(); }));
        QVERIFY(isReady());
        QCOMPARE(shown().marks.size(), 2U);
        // Many changes at once: what is taken over is the last.
        auto* kind = within<QComboBox>(editor(), "kind");
        for (const char* word : {"belt", "cluster", "axis", "cluster"}) {
            kind->setCurrentIndex(kind->findData(QLatin1String(word)));
            Q_EMIT kind->activated(kind->currentIndex());
        }
        auto* radius = within<QDoubleSpinBox>(editor(), "radius");
        for (const double km : {5.0, 17.0, 11.0}) radius->setValue(km);
        QVERIFY(!accept()->isEnabled());
        QVERIFY(isReady());
        QTest::mouseClick(accept(), Qt::LeftButton);
        QVERIFY(recipe());
        QCOMPARE(recipe()->parameters.at("radius_km"), 11.0);
        QCOMPARE(recipe()->element.kind, std::string("cluster"));
    }

    void escapeTakesThePreviewAway() {
        trigger("scheme.new");
        within<QPlainTextEdit>(editor(), "words")->setPlainText(QStringLiteral("万州、开州组团"));
        QVERIFY(isReady());
        QVERIFY(!shown().isEmpty());
        const int steps = m_fixture->undoSteps();
        // What was entered is not lost by one slip.
        QTest::keyClick(members(), Qt::Key_Escape);
        QVERIFY(editor().isEditing());
        QVERIFY(!shown().isEmpty());
        QTest::keyClick(members(), Qt::Key_Escape);
        QVERIFY(!editor().isEditing());
        QVERIFY(shown().isEmpty());
        QCOMPARE(m_fixture->undoSteps(), steps);
        // And one that is still being built does not come after.
        trigger("scheme.new");
        within<QPlainTextEdit>(editor(), "words")->setPlainText(QStringLiteral("云阳、开州组团"));
        QVERIFY(QTest::qWaitFor([this] { return editor().preview().isBuilding(); }, 20000));
        editor().stop();
        QTest::qWait(600);
        QVERIFY(shown().isEmpty());
    }

    void theCarrierIsChosenOnTheMap() {
        trigger("scheme.new");
        auto* kind = within<QComboBox>(editor(), "kind");
        kind->setCurrentIndex(kind->findData(QStringLiteral("axis")));
        Q_EMIT kind->activated(kind->currentIndex());
        auto* member = within<QLineEdit>(editor(), "newMember");
        for (const char* name : {"万州区", "云阳县"}) {
            member->setText(QString::fromUtf8(name));
            QTest::keyClick(member, Qt::Key_Return);
        }
        QVERIFY(isReady());
        QVERIFY(!editor().preview().lines().join(u' ').contains(QStringLiteral("长江")));
        MapCanvas& canvas = m_fixture->bench().map.canvas();
        canvas.zoomTo({small_plan::x0 - 4000, small_plan::y0 - 4000, small_plan::x0 + 5000, small_plan::y0 + 5000});
        QTest::mouseClick(editor().findChild<QToolButton*>(QStringLiteral("pick")), Qt::LeftButton);
        QCOMPARE(m_fixture->bench().tools.current(), ToolId::Pick);
        auto* carriers = within<QTreeWidget>(editor(), "carriers");
        // A click beside the river finds nothing and goes on asking.
        QTest::mouseClick(&canvas, Qt::LeftButton, {}, canvas.view().toScreen(small_plan::at(0, 3500)).toPoint());
        QCOMPARE(m_fixture->bench().tools.current(), ToolId::Pick);
        QCOMPARE(carriers->topLevelItemCount(), 0);
        QTest::mouseClick(&canvas, Qt::LeftButton, {}, canvas.view().toScreen(small_plan::at(-1500, 2500)).toPoint());
        QCOMPARE(carriers->topLevelItemCount(), 1);
        QTRY_COMPARE(m_fixture->bench().tools.current(), ToolId::Select);
        QVERIFY(QTest::qWaitFor(
            [this] { return editor().preview().lines().join(u' ').contains(QStringLiteral("长江")); }, 20000));
        // Esc gives up.
        QTest::mouseClick(editor().findChild<QToolButton*>(QStringLiteral("pick")), Qt::LeftButton);
        QTest::keyClick(&canvas, Qt::Key_Escape);
        QTRY_COMPARE(m_fixture->bench().tools.current(), ToolId::Select);
        QCOMPARE(carriers->topLevelItemCount(), 1);
    }

    void anElementOfTheRegisterIsDrawnInOneNamedStepAndSelected() {
        const int steps = m_fixture->undoSteps();
        buildCluster();
        QCOMPARE(m_fixture->undoSteps(), steps + 1);
        QVERIFY(m_fixture->session->project()->undoStack().undoText().contains(QStringLiteral("万州")));
        QVERIFY(recipe());
        QCOMPARE(recipe()->element.id, std::string("wdk.cluster_wanzhou"));
        QCOMPARE(m_fixture->session->selection().features(), (FeatureSet{small_plan::layoutId, {gis::FeatureId{3}}}));
        auto* section = m_fixture->window->findChild<RecipeSection*>();
        QCOMPARE(section->findChild<QLabel*>(QStringLiteral("recipeState"))->text(), QStringLiteral("as built"));
        m_fixture->session->undo();
        QVERIFY(built() == nullptr);
        QVERIFY(!m_fixture->bench().actions.find(QStringLiteral("scheme.rebuild"))->isEnabled());
    }

    void severalAreDrawnAtOnce() {
        QTreeWidget* list = openRegister();
        within<QLineEdit>(schemes(), "search")->setText(QStringLiteral("城市功能组团"));
        QVERIFY(list->topLevelItemCount() >= 2);
        list->selectAll();
        QTest::mouseClick(within<QPushButton>(schemes(), "draw"), Qt::LeftButton);
        QVERIFY(isReady());
        QVERIFY(shown().shapes.size() >= 2);
        const int steps = m_fixture->undoSteps();
        QTest::mouseClick(accept(), Qt::LeftButton);
        QCOMPARE(m_fixture->undoSteps(), steps + 1);
        QVERIFY(m_fixture->session->selection().features().features.size() >= 2);
    }

    void aWiderRadiusAndAnotherMemberAreRebuilt() {
        buildCluster();
        const gis::Geometry before = built()->geometry();
        trigger("scheme.rebuild");
        QVERIFY(editor().isEditing());
        QVERIFY(!within<QWidget>(editor(), "handEdited")->isVisibleTo(&editor()));
        auto* radius = within<QDoubleSpinBox>(editor(), "radius");
        radius->setFocus();
        radius->selectAll();
        QTest::keyClicks(radius, QStringLiteral("25"));
        auto* member = within<QLineEdit>(editor(), "newMember");
        QTRY_VERIFY_WITH_TIMEOUT(member->completer() != nullptr, 20000);  // the names are known
        member->setText(QStringLiteral("开州区"));
        QTest::keyClick(member, Qt::Key_Return);
        QCOMPARE(members()->topLevelItemCount(), 2);
        QVERIFY(isReady());
        const int steps = m_fixture->undoSteps();
        QTest::mouseClick(accept(), Qt::LeftButton);
        QCOMPARE(m_fixture->undoSteps(), steps + 1);
        QVERIFY(!(built()->geometry() == before));
        QCOMPARE(recipe()->parameters.at("radius_km"), 25.0);
        QCOMPARE(recipe()->element.members.size(), 2U);
        QCOMPARE(recipe()->element.members.back().adcode, std::string("500154"));
        m_fixture->session->undo();
        QVERIFY(built()->geometry() == before);
    }

    void aHandEditedOneAsksFirst() {
        buildCluster();
        const gis::Feature moved = built()->withGeometry(layers::translated(built()->geometry(), 500, 0));
        QVERIFY(m_fixture->session->perform(
            layers::upsertFeatures(*m_fixture->session->snapshot(), small_plan::layoutId, {moved})));
        auto* section = m_fixture->window->findChild<RecipeSection*>();
        QCOMPARE(section->findChild<QLabel*>(QStringLiteral("recipeState"))->text(), QStringLiteral("changed by hand"));
        QTest::mouseClick(section->findChild<QPushButton*>(QStringLiteral("scheme.rebuild")), Qt::LeftButton);
        QVERIFY(editor().isEditing());
        QVERIFY(within<QWidget>(editor(), "handEdited")->isVisibleTo(&editor()));
        QVERIFY(QTest::qWaitFor([this] { return editor().preview().isReady(); }, 20000));
        QVERIFY(!accept()->isEnabled());
        editor().accept();
        QVERIFY(built()->geometry() == moved.geometry());
        within<QCheckBox>(editor(), "replace")->click();
        QVERIFY(accept()->isEnabled());
        accept()->click();
        QVERIFY(!layers::isHandEdited(*recipe(), *built()));
        // What was made by hand is kept beside and comes back in one step.
        auto* kept = within<QWidget>(*section, "keptShape");
        QVERIFY(kept->isVisibleTo(section));
        const int steps = m_fixture->undoSteps();
        QTest::mouseClick(within<QPushButton>(*section, "takeHandShape"), Qt::LeftButton);
        QCOMPARE(m_fixture->undoSteps(), steps + 1);
        QVERIFY(built()->geometry() == moved.geometry());
        QVERIFY(!kept->isVisibleTo(section));
        QCOMPARE(section->findChild<QLabel*>(QStringLiteral("recipeState"))->text(), QStringLiteral("changed by hand"));
    }

    void whatIsSaidOfADrawnElementIsChangedInOneStepBesideTheRest() {
        buildCluster();
        trigger("scheme.rebuild");
        QVERIFY(editor().isEditing());
        auto* radius = within<QDoubleSpinBox>(editor(), "radius");
        radius->setValue(19);
        QTest::mouseClick(within<QPushButton>(editor(), "profile"), Qt::LeftButton);
        auto* dialog = m_fixture->window->findChild<ElementProfileDialog*>();
        QVERIFY(dialog != nullptr);
        auto* apply = dialog->findChildren<QPushButton*>().last();
        for (QPushButton* button : dialog->findChildren<QPushButton*>())
            if (button->text() == QStringLiteral("Apply")) apply = button;
        QVERIFY(!apply->isEnabled());  // nothing is other yet
        within<QSpinBox>(*dialog, "rank")->setValue(2);
        auto* stage = within<QComboBox>(*dialog, "stage");
        stage->setCurrentIndex(stage->findData(QStringLiteral("planned")));
        auto* facts = within<FactTable>(*dialog, "facts");
        QTest::mouseClick(within<QPushButton>(*dialog, "addFact"), Qt::LeftButton);
        const int row = facts->rowCount() - 1;
        facts->item(row, FactTable::Value)->setText(QStringLiteral("abc"));
        QVERIFY(!apply->isEnabled());
        QVERIFY(!within<QLabel>(*dialog, "state")->text().isEmpty());
        facts->item(row, FactTable::Indicator)->setText(QStringLiteral("人口"));
        facts->item(row, FactTable::Value)->setText(QStringLiteral("123.5"));
        facts->item(row, FactTable::Unit)->setText(QStringLiteral("万人"));
        facts->item(row, FactTable::Year)->setText(QStringLiteral("2035"));
        facts->item(row, FactTable::Type)->setData(ChoiceDelegate::wordRole, QStringLiteral("target"));
        auto* relations = within<RelationTable>(*dialog, "relations");
        const int known = relations->rowCount();
        QTest::mouseClick(within<QPushButton>(*dialog, "addRelation"), Qt::LeftButton);
        QVERIFY(!apply->isEnabled());  // to which element?
        // Once the names are there, one is enough.
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                relations->item(known, RelationTable::Target)->setText(QStringLiteral("万达开地区"));
                return relations->relations().back().target == "wdk.zone";
            }(),
            20000);
        QVERIFY(apply->isEnabled());
        const int steps = m_fixture->undoSteps();
        const gis::Geometry before = built()->geometry();
        QTest::mouseClick(apply, Qt::LeftButton);
        QCOMPARE(m_fixture->undoSteps(), steps + 1);
        QVERIFY(built()->geometry() == before);
        const layers::SchemeElement told = recipe()->element;
        QCOMPARE(told.rank, 2);
        QCOMPARE(told.statusClass, std::string("planned"));
        QCOMPARE(told.facts.back(),
                 (layers::SchemeFact{"人口", 123.5, "万人", 2035, layers::FactType::Target, {}, {}}));
        QCOMPARE(told.relations.back(), (layers::SchemeRelation{"part_of", "wdk.zone", false}));
        // What else was being edited is still there, and is a step of its own.
        QVERIFY(editor().isEditing());
        QCOMPARE(radius->value(), 19.0);
        QVERIFY(isReady());
        QTest::mouseClick(accept(), Qt::LeftButton);
        QCOMPARE(m_fixture->undoSteps(), steps + 2);
        QCOMPARE(recipe()->parameters.at("radius_km"), 19.0);
        QVERIFY(layers::profileOf(recipe()->element) == layers::profileOf(told));
        m_fixture->session->undo();
        m_fixture->session->undo();
        QVERIFY(!(layers::profileOf(recipe()->element) == layers::profileOf(told)));
    }

    void aNewElementIsDrawnWithWhatIsSaidOfIt() {
        trigger("scheme.new");
        within<QPlainTextEdit>(editor(), "words")->setPlainText(QStringLiteral("万州、开州组团"));
        QVERIFY(isReady());
        QTest::mouseClick(within<QPushButton>(editor(), "profile"), Qt::LeftButton);
        auto* dialog = m_fixture->window->findChild<ElementProfileDialog*>();
        within<QLineEdit>(*dialog, "name")->setText(QStringLiteral("我的组团"));
        within<QLineEdit>(*dialog, "aliases")->setText(QStringLiteral("甲、乙"));
        within<QSpinBox>(*dialog, "rank")->setValue(4);
        const int steps = m_fixture->undoSteps();
        dialog->accept();
        QCOMPARE(m_fixture->undoSteps(), steps);  // it is not in the plan yet
        QVERIFY(isReady());
        QTest::mouseClick(accept(), Qt::LeftButton);
        QVERIFY(recipe());
        QCOMPARE(recipe()->element.name, std::string("我的组团"));
        QCOMPARE(recipe()->element.aliases, (std::vector<std::string>{"甲", "乙"}));
        QCOMPARE(recipe()->element.rank, 4);
        QCOMPARE(recipe()->element.members.size(), 2U);
        // Of the drawn one by the command, as beside its figures.
        QTRY_VERIFY(m_fixture->window->findChild<ElementProfileDialog*>() == nullptr);
        trigger("scheme.profile");
        dialog = m_fixture->window->findChild<ElementProfileDialog*>();
        QVERIFY(dialog != nullptr);
        QCOMPARE(within<QSpinBox>(*dialog, "rank")->value(), 4);
        within<QSpinBox>(*dialog, "rank")->setValue(5);
        dialog->accept();
        QCOMPARE(recipe()->element.rank, 5);
        QCOMPARE(m_fixture->undoSteps(), steps + 2);
    }

    void theRegisterTellsWhatIsDrawnChangedAndToBeRebuilt() {
        buildCluster();
        auto* list = within<QTreeWidget>(schemes(), "elements");
        constexpr int drawnColumn = 7;
        QCOMPARE(list->topLevelItemCount(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItem(0)->text(drawnColumn), QStringLiteral("drawn"), 20000);
        // Built-up land comes under it: the hull of that is another shape than the circle.
        const auto plan = m_fixture->session->snapshot();
        auto builtUp = std::make_shared<layers::Layer>(*small_plan::layer(
            gis::LayerId{20}, "built_up", layers::LayerKind::Basemap, gis::Schema({{"name", gis::FieldType::Text, 0}}),
            {gis::Feature(gis::FeatureId{1}, small_plan::box(-3000, 2000, 6000, 9000), {std::string("x")})}));
        layers::ChangeSet more;
        more.text = gis::message("test", "more");
        more.changes.emplace_back(layers::LayerChange{nullptr, builtUp, -1, 0});
        QVERIFY(m_fixture->session->perform(more));
        m_fixture->session->selection().select(small_plan::layoutId, gis::FeatureId{3});
        QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItem(0)->text(drawnColumn), QStringLiteral("to be rebuilt"), 20000);
        auto* section = m_fixture->window->findChild<RecipeSection*>();
        QTRY_COMPARE_WITH_TIMEOUT(section->findChild<QLabel*>(QStringLiteral("recipeState"))->text(),
                                  QStringLiteral("to be rebuilt"), 20000);
        const gis::Geometry before = built()->geometry();
        QTest::mouseClick(section->findChild<QPushButton*>(QStringLiteral("scheme.rebuild")), Qt::LeftButton);
        QVERIFY(isReady());
        QVERIFY(built()->geometry() == before);  // nothing behind the user's back
        QTest::mouseClick(accept(), Qt::LeftButton);
        QVERIFY(!(built()->geometry() == before));
        QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItem(0)->text(drawnColumn), QStringLiteral("drawn"), 20000);
        // By hand.
        const gis::Feature moved = built()->withGeometry(layers::translated(built()->geometry(), 500, 0));
        QVERIFY(m_fixture->session->perform(
            layers::upsertFeatures(*m_fixture->session->snapshot(), small_plan::layoutId, {moved})));
        QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItem(0)->text(drawnColumn), QStringLiteral("changed by hand"), 20000);
    }

    void detachingCanBeUndone() {
        buildCluster();
        auto* section = m_fixture->window->findChild<RecipeSection*>();
        const gis::Geometry shape = built()->geometry();
        QTest::mouseClick(section->findChild<QPushButton*>(QStringLiteral("scheme.detach")), Qt::LeftButton);
        QVERIFY(!recipe());
        QVERIFY(built()->geometry() == shape);
        QVERIFY(!section->isVisibleTo(m_fixture->window.get()));
        QVERIFY(!m_fixture->bench().actions.find(QStringLiteral("scheme.detach"))->isEnabled());
        m_fixture->bench().actions.trigger(QStringLiteral("edit.undo"));
        QVERIFY(recipe());
    }

    void undoUnderTheEditorShowsWhatThePlanHolds() {
        buildCluster();
        trigger("scheme.rebuild");
        QVERIFY(QTest::qWaitFor([this] { return !editor().preview().isBuilding(); }, 20000));
        QVERIFY(!accept()->isEnabled());  // nothing is changed yet
        QVERIFY(!shown().isEmpty());
        within<QDoubleSpinBox>(editor(), "radius")->setValue(30);
        QVERIFY(isReady());
        m_fixture->session->undo();  // the feature is gone
        QVERIFY(!editor().isEditing());
        QVERIFY(shown().isEmpty());
    }

    void theRegisterIsFilteredByDocumentKindStagePlaceClauseAndDrawn() {
        QTreeWidget* list = openRegister();
        auto* sources = within<QComboBox>(schemes(), "schemes");
        const int shipped = sources->findText(QStringLiteral("Shipped documents"));
        sources->setCurrentIndex(shipped);
        Q_EMIT sources->activated(shipped);
        QCOMPARE(list->topLevelItemCount(), 510);
        const auto choose = [&](const char* box, const QVariant& word) {
            auto* combo = within<QComboBox>(schemes(), box);
            const int row = word.isNull() ? 0 : combo->findData(word);
            QVERIFY(row >= 0);
            combo->setCurrentIndex(row);
            Q_EMIT combo->activated(row);
        };
        // The numbers are counted in the shipped file.
        choose("kindFilter", QStringLiteral("railway"));
        QCOMPARE(list->topLevelItemCount(), 52);
        choose("stageFilter", QStringLiteral("study"));
        QCOMPARE(list->topLevelItemCount(), 13);
        QVERIFY(!list->topLevelItem(0)->text(2).isEmpty());  // wording and class
        QVERIFY(!list->topLevelItem(0)->text(4).isEmpty());  // date of the paper
        choose("documentFilter", QStringLiteral("wandakai"));
        QCOMPARE(list->topLevelItemCount(), 0);
        choose("documentFilter", {});
        choose("kindFilter", {});
        choose("stageFilter", {});
        choose("placeFilter", QStringLiteral("柳州市"));
        QCOMPARE(list->topLevelItemCount(), 1);
        choose("placeFilter", {});
        choose("drawnFilter", int(SchemeFilter::Drawn::Yes));
        QCOMPARE(list->topLevelItemCount(), 0);
        choose("drawnFilter", int(SchemeFilter::Drawn::No));
        QCOMPARE(list->topLevelItemCount(), 510);
        // Those that cannot be drawn over this plan's ground say why.
        QVERIFY(QTest::qWaitFor([&] { return !schemes().schemes().reason("pl.mech_approval").isEmpty(); }, 30000));
        choose("drawnFilter", int(SchemeFilter::Drawn::Impossible));
        QVERIFY(list->topLevelItemCount() > 100 && list->topLevelItemCount() < 510);
        for (int i = 0; i < list->topLevelItemCount(); ++i) {
            QCOMPARE(list->topLevelItem(i)->text(7), QStringLiteral("no shape"));
            QVERIFY(list->topLevelItem(i)->toolTip(7).size() > 5);
        }
        choose("drawnFilter", int(SchemeFilter::Drawn::Any));
        schemes().showClause("wandakai/(五)");
        QVERIFY(list->topLevelItemCount() > 0 && list->topLevelItemCount() < 20);
        schemes().showClause({});
        QCOMPARE(list->topLevelItemCount(), 510);
    }
};

QTEST_MAIN(TestElementEditor)
#include "test_element_editor.moc"
