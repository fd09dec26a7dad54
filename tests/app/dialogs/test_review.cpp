// SPDX-License-Identifier: Apache-2.0
// Findings approved and made into sheets, drawings that cross themselves, places and keys: by mouse and keys.
#include <QDropEvent>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

#include "app/dialogs/ApproveDialog.h"
#include "app/dialogs/KeysDialog.h"
#include "app/dialogs/LinkDialog.h"
#include "app/dialogs/SheetDialog.h"
#include "app/dialogs/SheetPreview.h"
#include "app/panels/ClausesModel.h"
#include "app/panels/FeaturePanel.h"
#include "app/panels/FindingDetail.h"
#include "app/panels/FindingsPanel.h"
#include "app/tools/ToolBox.h"
#include "app/window/ActionRegistry.h"
#include "app/window/CommandPalette.h"
#include "app/window/MapController.h"
#include "layers/edit/FeatureEdit.h"
#include "layers/policy/PolicyCorpus.h"
#include "tests/app/dialogs/DialogFixture.h"

using namespace app;
using small_plan::at;

class TestReview : public QObject {
    Q_OBJECT
    std::unique_ptr<DialogFixture> m_fixture;

    Session& session() const { return *m_fixture->session; }
    MapCanvas& canvas() const { return m_fixture->bench().map.canvas(); }
    QAction* action(const char* id) const { return m_fixture->bench().actions.find(QLatin1String(id)); }
    FindingsPanel* panel() const { return m_fixture->window->findChild<FindingsPanel*>(); }
    FindingsModel* model() const { return panel()->findChild<FindingsModel*>(); }
    QTreeView* rows() const { return panel()->findChild<QTreeView*>(); }

    void move(gis::Coordinate to, Qt::MouseButtons buttons = Qt::NoButton) const {
        const QPointF pixel = canvas().view().toScreen(to);
        QMouseEvent event(QEvent::MouseMove, pixel, canvas().mapToGlobal(pixel), Qt::NoButton, buttons, Qt::NoModifier);
        QCoreApplication::sendEvent(&canvas(), &event);
    }
    void click(gis::Coordinate to) const {
        move(to);
        QTest::mouseClick(&canvas(), Qt::LeftButton, {}, canvas().view().toScreen(to).toPoint());
    }
    void check() const {
        action("check.run")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(session().check().report() != nullptr, 20000);
    }
    /// The row of the platform against the red line, chosen by the mouse.
    std::string pickConflict() const {
        for (const layers::Finding& finding : session().check().report()->findings) {
            if (finding.planFeature != small_plan::platform || !finding.isConflict()) continue;
            const QRect row = rows()->visualRect(model()->indexOf(finding.key()));
            QTest::mouseClick(rows()->viewport(), Qt::LeftButton, {}, row.center());
            return finding.key();
        }
        return {};
    }
    QString stateOf(const std::string& key) const {
        return model()->indexOf(key).siblingAtColumn(FindingsModel::State).data().toString();
    }
    template <class Child>
    Child* ofTheLink(const char* name) const {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);  // cards of the plan before
        return m_fixture->window->findChild<FeaturePanel*>()->findChild<Child*>(QLatin1String(name));
    }
    /// Of the one link to the clause, by the menu at its relation; an undo step each.
    void changeRelationAndNote(const std::string& clause) const {
        const auto link = [&] { return session().snapshot()->linksTo(clause).front(); };
        QVERIFY(link().relation == layers::LinkRelation::Basis);
        const auto* button = ofTheLink<QToolButton>("linkRelation");
        QVERIFY(button && button->menu());
        button->menu()->actions().at(1)->trigger();
        QTRY_VERIFY(link().relation == layers::LinkRelation::Constraint);
        auto* edit = ofTheLink<QAction>("linkNoteEdit");
        QVERIFY(edit);
        edit->trigger();
        auto* field = ofTheLink<QLineEdit>("linkNoteField");
        QVERIFY(field);
        QTest::keyClicks(field, QStringLiteral("ask the county"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(link().note, std::string("ask the county"));
        action("edit.undo")->trigger();
        QVERIFY(link().note.empty() && link().relation == layers::LinkRelation::Constraint);
        action("edit.undo")->trigger();
        QVERIFY(link().relation == layers::LinkRelation::Basis);
    }

private Q_SLOTS:
    void initTestCase() { DialogFixture::useTestSettings(QStringLiteral("tuce-test-review")); }
    void init() {
        m_fixture = std::make_unique<DialogFixture>();
        m_fixture->open();
        QTRY_VERIFY(!canvas().isDrawing());
    }
    void cleanup() {
        m_fixture->close();
        m_fixture.reset();
    }

    void aFindingIsApprovedWithAReasonAndWithdrawn() {
        QVERIFY(!action("check.approve")->isEnabled());
        check();
        const std::string key = pickConflict();
        QCOMPARE(stateOf(key), QStringLiteral("Pending"));
        QCOMPARE(session().selection().features(), (FeatureSet{small_plan::layoutId, {small_plan::platform}}));
        QVERIFY(action("check.approve")->isEnabled());
        auto* button = panel()->findChild<QToolButton*>(QStringLiteral("check.approve"));
        QTest::mouseClick(button, Qt::LeftButton);
        QPointer<ApproveDialog> dialog = m_fixture->window->findChild<ApproveDialog*>();
        QVERIFY(dialog);
        auto* accept = dialog->findChild<QPushButton*>(QStringLiteral("accept"));
        QVERIFY(!accept->isEnabled());  // not without a reason
        QTest::keyClicks(dialog->findChild<QPlainTextEdit*>(QStringLiteral("reason")), QStringLiteral("office 12"));
        QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("who")), QStringLiteral("Li"));
        const int open = session().check().openConflictCount();
        const int steps = m_fixture->undoSteps();
        QTest::mouseClick(accept, Qt::LeftButton);
        QTRY_VERIFY(!dialog);
        QTRY_COMPARE(m_fixture->undoSteps(), steps + 1);
        QVERIFY(session().snapshot()->approvals.at(0).overlap.find("box") != std::string::npos);
        QCOMPARE(session().check().openConflictCount(), open - 1);
        QVERIFY(!session().check().isOutdated());
        QCOMPARE(stateOf(key), QStringLiteral("Approved · office 12"));
        QCOMPARE(panel()->chosen().size(), 1U);  // the row is still the chosen one
        session().undo();
        QCOMPARE(stateOf(key), QStringLiteral("Pending"));
        session().redo();
        QVERIFY(action("check.withdraw")->isEnabled());
        action("check.withdraw")->trigger();
        QVERIFY(session().snapshot()->approvals.empty());
        QCOMPARE(stateOf(key), QStringLiteral("Pending"));
    }

    void anApprovalLapsesWithItsOverlap() {
        check();
        const std::string key = pickConflict();
        const std::string run = session().check().report()->run.id;
        auto* detail = panel()->findChild<FindingDetail*>();
        QVERIFY(!detail->isHidden());
        QTRY_VERIFY(detail->toPlainText().contains(QStringLiteral("2A/P")));  // as soon as the piece is cut
        action("check.approve")->trigger();
        QPointer<ApproveDialog> dialog = m_fixture->window->findChild<ApproveDialog*>();
        QTest::keyClicks(dialog->findChild<QPlainTextEdit*>(QStringLiteral("reason")), QStringLiteral("office 12"));
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("accept")), Qt::LeftButton);
        QTRY_VERIFY(!dialog);
        QTRY_COMPARE(session().snapshot()->approvals.size(), 1U);
        QCOMPARE(session().snapshot()->approvals.at(0).run, run);
        QVERIFY(session().snapshot()->info.values.at("check/" + run).find(run) != std::string::npos);
        const gis::Feature* platform = m_fixture->layer("layout")->table.find(small_plan::platform);
        QVERIFY(session().perform(layers::upsertFeatures(*session().snapshot(), small_plan::layoutId,
                                                         {platform->withGeometry(small_plan::box(0, 0, 1000, 1010))})));
        const auto before = session().check().report();
        action("check.run")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(session().check().report() != before, 20000);
        QVERIFY2(stateOf(key).startsWith(QStringLiteral("Approval lapsed")), qPrintable(stateOf(key)));
        QCOMPARE(session().check().openConflictCount(), 2);
        session().undo();  // the plan is as it was when the approval was given, and so is the overlap
        const auto second = session().check().report();
        action("check.run")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(session().check().report() != second, 20000);
        QCOMPARE(stateOf(key), QStringLiteral("Approved · office 12"));
    }

    void theFindingsAreGroupedByEachOfTheirSides() {
        check();
        for (const auto grouping : {FindingGrouping::Feature, FindingGrouping::ControlLayer, FindingGrouping::Rule,
                                    FindingGrouping::Class, FindingGrouping::None}) {
            model()->setGrouping(grouping);
            int findings = 0;
            std::set<QString> titles;
            for (int i = 0; i < model()->rowCount(); ++i) {
                const QModelIndex row = model()->index(i, 0);
                if (grouping == FindingGrouping::None) {
                    ++findings;
                    continue;
                }
                titles.insert(row.data().toString());
                findings += model()->rowCount(row);
            }
            QCOMPARE(findings, static_cast<int>(session().check().report()->findings.size()));
            if (grouping == FindingGrouping::Rule)
                QCOMPARE(titles.size(), 3U);  // stay out, stay inside, by kind neither
        }
    }

    void aChangedInputIsMarked() {
        check();
        auto* state = panel()->findChild<QLabel*>(QStringLiteral("checkState"));
        QVERIFY(!state->property("warning").toBool());
        const gis::Feature* platform = m_fixture->layer("layout")->table.find(small_plan::platform);
        QVERIFY(session().perform(layers::upsertFeatures(*session().snapshot(), small_plan::layoutId,
                                                         {platform->withGeometry(small_plan::box(0, 0, 900, 900))})));
        QVERIFY(state->property("warning").toBool());
        QVERIFY(state->text().contains(QStringLiteral("Out of date")));
        session().undo();
        QVERIFY(!state->property("warning").toBool());
    }

    void aFindingBecomesASheetAboutIt() {
        check();
        const std::string key = pickConflict();
        action("check.sheet")->trigger();
        QPointer<SheetDialog> dialog;
        QTRY_VERIFY((dialog = m_fixture->window->findChild<SheetDialog*>()) != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->preview().picture().isNull(), 20000);
        dialog->findChild<QPushButton*>(QStringLiteral("saveSheet"))->click();
        QCOMPARE(session().snapshot()->sheets.size(), 1U);
        const layers::PrintLayout& sheet = session().snapshot()->sheets.front();
        QVERIFY(!key.empty());
        const gis::Coordinate centre = at(750, 500);  // of what the red line takes of the platform
        QVERIFY(std::abs(sheet.extent.centre().x - centre.x) < 20 && std::abs(sheet.extent.centre().y - centre.y) < 20);
        QVERIFY(QString::fromStdString(sheet.title).contains(QStringLiteral("east platform")));
        dialog->close();
    }

    void aDrawingThatCrossesItselfSaysSo() {
        session().selection().select(small_plan::layoutId, small_plan::platform);
        m_fixture->bench().actions.trigger(QStringLiteral("tool.drawPolygon"));
        m_fixture->bench().map.setSnapping(false);
        auto* feature = m_fixture->window->findChild<FeaturePanel*>();
        const auto shows = [feature](const char* words) {
            for (const QLabel* label : feature->findChildren<QLabel*>())
                if (label->isVisibleTo(feature) && label->text().contains(QLatin1String(words))) return true;
            return false;
        };
        QVERIFY(shows("east platform"));
        click(at(-1500, -1500));
        QVERIFY(shows("New feature") && !shows("east platform"));
        click(at(1500, -1500));
        click(at(1500, -500));
        QTRY_VERIFY(session().live().answer() && session().live().answer()->areaSquareMetres);
        QVERIFY(session().live().problem().isEmpty());
        click(at(-1500, -500));
        move(at(2000, -1000));  // the closing edge now crosses the right side
        QVERIFY(!session().live().problem().isEmpty());
        QVERIFY(!session().live().answer());
        QVERIFY(shows("crosses itself"));
        move(at(-1600, -1000));
        QVERIFY(session().live().problem().isEmpty());
        QTRY_VERIFY(session().live().answer() != nullptr);
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        QVERIFY(shows("east platform"));
    }

    void aVertexDraggedAcrossTheOutlineSaysSo() {
        session().selection().select(small_plan::layoutId, small_plan::platform);
        m_fixture->bench().actions.trigger(QStringLiteral("tool.vertex"));
        m_fixture->bench().map.setSnapping(false);
        const QPoint from = canvas().view().toScreen(at(1000, 1000)).toPoint();
        QTest::mousePress(&canvas(), Qt::LeftButton, {}, from);
        move(at(800, 800), Qt::LeftButton);
        QVERIFY(session().live().problem().isEmpty());
        move(at(300, -600), Qt::LeftButton);
        QVERIFY(!session().live().problem().isEmpty());
        const auto messages = session().messages().log().size();
        QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, canvas().view().toScreen(at(300, -600)).toPoint());
        QCOMPARE(session().messages().log().size(), messages + 1);
        QCOMPARE(session().messages().log().back().level, MessageLevel::Warning);
    }

    void aClauseIsDroppedOntoAFeature() {
        auto plan = std::make_shared<layers::ProjectSnapshot>(*small_plan::snapshot());
        plan->corpus = layers::shippedCorpus().value();
        session().newProject(*plan);
        QTRY_VERIFY(session().snapshot() && session().snapshot()->corpus.clauseCount() > 0);
        QTRY_VERIFY(!canvas().isDrawing());
        const std::string clause = "wandakai/(五)";
        QMimeData data;
        data.setData(ClausesModel::clauseFormat(), QByteArray::fromStdString(clause));
        const auto send = [&](auto&& event) {
            QCoreApplication::sendEvent(&canvas(), &event);
            return event.isAccepted();
        };
        const QPoint there = canvas().view().toScreen(at(700, 500)).toPoint();
        QVERIFY(send(QDragEnterEvent(there, Qt::CopyAction, &data, Qt::LeftButton, {})));
        QVERIFY(send(QDragMoveEvent(there, Qt::CopyAction, &data, Qt::LeftButton, {})));
        QCOMPARE(session().selection().features(), (FeatureSet{small_plan::layoutId, {small_plan::platform}}));
        QVERIFY(send(QDropEvent(QPointF(there), Qt::CopyAction, &data, Qt::LeftButton, {})));
        const QPointer<LinkDialog> dialog = m_fixture->window->findChild<LinkDialog*>();
        QVERIFY(dialog);
        dialog->findChild<QPushButton*>(QStringLiteral("accept"))->click();
        QTRY_VERIFY(!dialog);
        QCOMPARE(session().snapshot()->linksTo(clause).size(), 1U);
        changeRelationAndNote(clause);
        if (QTest::currentTestFailed()) return;
        QVERIFY(action("clause.unlink")->isEnabled());
        action("clause.unlink")->trigger();
        QVERIFY(session().snapshot()->linksTo(clause).empty());
    }

    void thePaletteKnowsPlacesByNameAndInitials() {
        CommandPalette& palette = m_fixture->bench().palette;
        m_fixture->bench().actions.trigger(QStringLiteral("view.palette"));
        for (const char* typed : {"lz", "泸州"}) {
            palette.field().setText(QString::fromUtf8(typed));
            QVERIFY2(palette.shownTexts().contains(QStringLiteral("泸州市")), typed);
        }
        QCOMPARE(palette.shownTexts().front(), QStringLiteral("泸州市"));
        QTest::keyClick(&palette.field(), Qt::Key_Return);
        const auto centre = m_fixture->bench().map.mapTransforms().geographic(canvas().view().centre);
        QVERIFY(centre && std::abs(centre->x - 105.44) < 0.1 && std::abs(centre->y - 28.87) < 0.1);
    }

    void keysAreChangedWithTheClashShownAndKept() {
        ActionRegistry& actions = m_fixture->bench().actions;
        QPointer<KeysDialog> dialog = [&] {
            actions.trigger(QStringLiteral("help.keys"));
            return m_fixture->window->findChild<KeysDialog*>();
        }();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("search")), QStringLiteral("Refresh"));
        QCOMPARE(dialog->findChild<QTreeWidget*>(QStringLiteral("commands"))->currentItem()->text(0),
                 QStringLiteral("Refresh"));
        auto* key = dialog->findChild<QKeySequenceEdit*>(QStringLiteral("key"));
        QTest::keyClick(key, Qt::Key_K, Qt::ControlModifier);
        auto* clash = dialog->findChild<QLabel*>(QStringLiteral("clash"));
        QTRY_VERIFY(clash->text().contains(QStringLiteral("Find a command")));
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("assign")), Qt::LeftButton);
        const QKeySequence ctrlK(QStringLiteral("Ctrl+K"));
        QCOMPARE(actions.usersOf(ctrlK), QStringList{QStringLiteral("view.refresh")});
        QCOMPARE(action("view.palette")->shortcuts(), QList<QKeySequence>{QKeySequence(QStringLiteral("Alt+Q"))});
        dialog->close();
        QTRY_VERIFY(!dialog);
        cleanup();
        init();
        QCOMPARE(m_fixture->bench().actions.usersOf(ctrlK), QStringList{QStringLiteral("view.refresh")});
        m_fixture->bench().actions.trigger(QStringLiteral("help.keys"));
        dialog = m_fixture->window->findChild<KeysDialog*>();
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("resetAll")), Qt::LeftButton);
        QCOMPARE(m_fixture->bench().actions.usersOf(ctrlK), QStringList{QStringLiteral("view.palette")});
        QVERIFY(!m_fixture->bench().actions.hasOwnKeys(QStringLiteral("view.refresh")));
    }
};

QTEST_MAIN(TestReview)
#include "test_review.moc"
