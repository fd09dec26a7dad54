// SPDX-License-Identifier: Apache-2.0
// Building from a scheme, building again and detaching, by mouse and keys.
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTreeWidget>

#include "app/dialogs/BuildElementDialog.h"
#include "app/dialogs/RebuildElementDialog.h"
#include "app/panels/RecipeSection.h"
#include "app/window/ActionRegistry.h"
#include "layers/edit/FeatureEdit.h"
#include "layers/edit/VertexEdit.h"
#include "layers/scheme/LayoutRecipe.h"
#include "tests/app/dialogs/DialogFixture.h"

using namespace app;

class TestSchemeDialogs : public QObject {
    Q_OBJECT
    std::unique_ptr<DialogFixture> m_fixture;

    template <class Dialog>
    QPointer<Dialog> opened(const char* action) const {
        m_fixture->bench().actions.refresh();
        m_fixture->bench().actions.trigger(QLatin1String(action));
        return m_fixture->window->findChild<Dialog*>();
    }
    static QPushButton* accept(QWidget& dialog) { return dialog.findChild<QPushButton*>(QStringLiteral("accept")); }
    const gis::Feature* built() const {
        const auto layer = m_fixture->layer("layout");
        return layer->table.find(gis::FeatureId{3});
    }
    std::optional<layers::LayoutRecipe> recipe() const {
        return layers::recipeOf(*m_fixture->layer("layout"), *built());
    }
    /// The cluster about Wanzhou, whose seat ships, into the layout layer.
    void buildCluster() const {
        const auto dialog = opened<BuildElementDialog>("scheme.build");
        QVERIFY(dialog);
        auto* sources = dialog->findChild<QComboBox*>(QStringLiteral("schemes"));
        const int registerRow = sources->count() - 3;  // then a line and "open a file"
        sources->setCurrentIndex(registerRow);
        Q_EMIT sources->activated(registerRow);
        auto* search = dialog->findChild<QLineEdit*>(QStringLiteral("search"));
        QTest::keyClicks(search, QStringLiteral("wzqcsgnzt"));  // 万州区城市功能组团
        auto* elements = dialog->findChild<QTreeWidget*>(QStringLiteral("elements"));
        QCOMPARE(elements->topLevelItemCount(), 1);
        auto* layer = dialog->findChild<QComboBox*>(QStringLiteral("layer"));
        QCOMPARE(layer->currentText(), QStringLiteral("layout"));  // it holds areas first
        QTRY_VERIFY_WITH_TIMEOUT(accept(*dialog)->isEnabled(), 20000);
        QTest::mouseClick(accept(*dialog), Qt::LeftButton);
        QTRY_VERIFY(!dialog);
    }

private Q_SLOTS:
    void initTestCase() { DialogFixture::useTestSettings(QStringLiteral("tuce-test-scheme-dialogs")); }
    void init() {
        m_fixture = std::make_unique<DialogFixture>();
        m_fixture->open();
    }
    void cleanup() {
        m_fixture->close();
        m_fixture.reset();
    }

    void anElementIsBuiltInOneNamedStepAndSelected() {
        const int steps = m_fixture->undoSteps();
        buildCluster();
        QCOMPARE(m_fixture->undoSteps(), steps + 1);
        QVERIFY(m_fixture->session->project()->undoStack().undoText().contains(QStringLiteral("万州")));
        QVERIFY(built() != nullptr && recipe());
        QCOMPARE(recipe()->element.id, std::string("wdk.cluster_wanzhou"));
        QCOMPARE(m_fixture->session->selection().features(), (FeatureSet{small_plan::layoutId, {gis::FeatureId{3}}}));
        auto* section = m_fixture->window->findChild<RecipeSection*>();
        QVERIFY(section->isVisibleTo(m_fixture->window.get()));
        QCOMPARE(section->findChild<QLabel*>(QStringLiteral("recipeState"))->text(), QStringLiteral("as built"));
        m_fixture->session->undo();
        QVERIFY(built() == nullptr);
        QVERIFY(!m_fixture->bench().actions.find(QStringLiteral("scheme.rebuild"))->isEnabled());
    }

    void aWiderRadiusAndAnotherMemberAreRebuilt() {
        buildCluster();
        const gis::Geometry before = built()->geometry();
        const auto dialog = opened<RebuildElementDialog>("scheme.rebuild");
        QVERIFY(dialog);
        QVERIFY(dialog->findChild<QCheckBox*>(QStringLiteral("replace")) == nullptr);
        auto* radius = dialog->findChild<QDoubleSpinBox*>(QStringLiteral("radius"));
        radius->setFocus();
        radius->selectAll();
        QTest::keyClicks(radius, QStringLiteral("25"));
        auto* member = dialog->findChild<QLineEdit*>(QStringLiteral("newMember"));
        member->setText(QStringLiteral("开州区"));
        QTest::keyClick(member, Qt::Key_Return);
        QVERIFY(dialog);  // Enter added a member, no more
        QCOMPARE(dialog->findChild<QListWidget*>(QStringLiteral("members"))->count(), 2);
        QTRY_VERIFY_WITH_TIMEOUT(accept(*dialog)->isEnabled(), 20000);
        const int steps = m_fixture->undoSteps();
        QTest::mouseClick(accept(*dialog), Qt::LeftButton);
        QTRY_VERIFY(!dialog);
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
        const QPointer<RebuildElementDialog> dialog = m_fixture->window->findChild<RebuildElementDialog*>();
        QVERIFY(dialog);
        auto* replace = dialog->findChild<QCheckBox*>(QStringLiteral("replace"));
        QVERIFY(replace != nullptr);
        auto* outcome = dialog->findChild<QLabel*>(QStringLiteral("outcome"));
        QTRY_VERIFY_WITH_TIMEOUT(outcome->text().contains(QStringLiteral("ha")), 20000);
        QVERIFY(!accept(*dialog)->isEnabled());
        replace->click();
        QTRY_VERIFY(accept(*dialog)->isEnabled());
        accept(*dialog)->click();
        QTRY_VERIFY(!dialog);
        QVERIFY(!layers::isHandEdited(*recipe(), *built()));
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

    void theRegisterIsFilteredByDocumentKindStageAndPlace() {
        const auto dialog = opened<BuildElementDialog>("scheme.build");
        QVERIFY(dialog);
        auto* sources = dialog->findChild<QComboBox*>(QStringLiteral("schemes"));
        sources->setCurrentIndex(sources->count() - 3);
        Q_EMIT sources->activated(sources->count() - 3);
        auto* elements = dialog->findChild<QTreeWidget*>(QStringLiteral("elements"));
        QCOMPARE(elements->topLevelItemCount(), 510);
        const auto choose = [&](const char* box, const QVariant& word) {
            auto* combo = dialog->findChild<QComboBox*>(QLatin1String(box));
            const int row = word.isNull() ? 0 : combo->findData(word);
            QVERIFY(row >= 0);
            combo->setCurrentIndex(row);
            Q_EMIT combo->activated(row);
        };
        // The numbers are counted in the shipped file.
        choose("kindFilter", QStringLiteral("railway"));
        QCOMPARE(elements->topLevelItemCount(), 52);
        choose("stageFilter", QStringLiteral("study"));
        QCOMPARE(elements->topLevelItemCount(), 13);
        choose("documentFilter", QStringLiteral("wandakai"));
        QCOMPARE(elements->topLevelItemCount(), 0);
        choose("documentFilter", {});
        auto* search = dialog->findChild<QLineEdit*>(QStringLiteral("search"));
        search->setText(QStringLiteral("柳州市"));  // a place, not a name
        QCOMPARE(elements->topLevelItemCount(), 1);
        dialog->reject();
    }
};

QTEST_MAIN(TestSchemeDialogs)
#include "test_scheme_dialogs.moc"
