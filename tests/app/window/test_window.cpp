// SPDX-License-Identifier: Apache-2.0
// The real window on a small plan, driven by mouse and keys.
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

#include "app/canvas/MapCanvas.h"
#include "app/session/Session.h"
#include "app/theme/Icons.h"
#include "app/theme/Theme.h"
#include "app/tools/ToolBox.h"
#include "app/window/ActionRegistry.h"
#include "app/window/CommandPalette.h"
#include "app/window/MainWindow.h"
#include "app/window/MapController.h"
#include "app/window/PinyinInitials.h"
#include "app/window/StatusBar.h"
#include "layers/edit/InfoEdit.h"
#include "tests/support/SmallPlan.h"

using namespace app;
using small_plan::at;

class TestWindow : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;

    MapCanvas& canvas() const { return m_window->workbench().map.canvas(); }
    void move(gis::Coordinate to, Qt::MouseButtons buttons = Qt::NoButton) const {
        const QPointF pixel = canvas().view().toScreen(to);
        QMouseEvent event(QEvent::MouseMove, pixel, canvas().mapToGlobal(pixel), Qt::NoButton, buttons, Qt::NoModifier);
        QCoreApplication::sendEvent(&canvas(), &event);
    }
    void click(gis::Coordinate to) const {
        move(to);
        QTest::mouseClick(&canvas(), Qt::LeftButton, {}, canvas().view().toScreen(to).toPoint());
    }

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setApplicationName(QStringLiteral("tuce-test-window"));
        QCoreApplication::setOrganizationName(QStringLiteral("tuce-test"));
        QSettings().clear();
        m_theme = std::make_unique<Theme>(*qApp);
    }
    void init() {
        m_session = std::make_unique<Session>();
        m_window = std::make_unique<MainWindow>(*m_session, *m_theme);
        for (const auto& [id, area, group] :
             {std::tuple{"left", PanelArea::Left, 0}, std::tuple{"one", PanelArea::Bottom, 1},
              std::tuple{"two", PanelArea::Bottom, 1}}) {
            PanelSpec panel;
            panel.id = QLatin1String(id);
            panel.title = id;
            panel.area = area;
            panel.tabGroup = group;
            panel.workspaces = {Workspace::Edit};
            panel.make = [](Workbench&) { return new QLabel(QStringLiteral("content")); };
            m_window->addPanel(panel);
        }
        m_window->finish();
        m_window->resize(1200, 800);
        m_window->show();
        m_session->newProject(*small_plan::snapshot());
        QTRY_VERIFY(m_session->hasProject());
        QTRY_VERIFY(!canvas().isDrawing());
    }
    void cleanup() {
        m_window.reset();
        m_session->close();
        m_session.reset();
    }

    void theWholePlanIsShownAtFirst() {
        QVERIFY(canvas().isVisible());
        QVERIFY(canvas().view().extent().contains(
            gis::Extent{small_plan::x0 - 2000, small_plan::y0, small_plan::x0 + 2500, small_plan::y0 + 2000}));
        QVERIFY(!canvas().picture().isNull());
    }

    void docksFollowTheWorkspaceAndHideWithoutAProject() {
        PanelRegistry& panels = m_window->workbench().panels;
        const auto shown = [&](const char* id) { return !panels.dock(QLatin1String(id))->isHidden(); };
        QVERIFY(shown("left") && shown("one") && shown("two"));
        panels.setWorkspace(Workspace::Check);
        QVERIFY(!shown("left"));
        panels.show(QStringLiteral("left"));
        panels.setWorkspace(Workspace::Edit);
        panels.dock(QStringLiteral("left"))->hide();
        panels.setWorkspace(Workspace::Check);
        QVERIFY(shown("left"));  // each workspace remembers its own
        panels.setWorkspace(Workspace::Edit);
        QVERIFY(!shown("left"));
        panels.reset();
        QVERIFY(shown("left"));
        panels.setMapOnly(true);
        QVERIFY(!shown("left") && !shown("one"));
        panels.setMapOnly(false);
        QVERIFY(shown("left") && shown("one"));
        m_session->close();
        QVERIFY(!shown("left") && !shown("one"));
        m_session->newProject(*small_plan::snapshot());
        QTRY_VERIFY(m_session->hasProject());
        QVERIFY(shown("left") && shown("one"));
    }

    void longTextsDoNotWidenTheWindow() {
        const int before = m_window->minimumSizeHint().width();
        m_window->findChild<StatusBar*>()->setHint(QString(400, u'w'));
        layers::ProjectInfo info = m_session->snapshot()->info;
        info.title = std::string(400, 'w');
        QVERIFY(m_session->perform(layers::setInfo(*m_session->snapshot(), info)));
        QVERIFY(m_window->minimumSizeHint().width() <= before);
        QVERIFY(before < 1100);
    }

    void aClickSelectsAndTheConflictIsShown() {
        click(at(700, 500));
        QCOMPARE(m_session->selection().features(), (FeatureSet{small_plan::layoutId, {small_plan::platform}}));
        QTRY_VERIFY(m_session->live().answer() && m_session->live().answer()->hasConflicts());
        QTRY_VERIFY(!m_window->workbench().map.selectionText().isEmpty());
    }

    void aVertexIsDraggedAndUndoneByKeys() {
        click(at(700, 500));
        m_window->workbench().actions.trigger(QStringLiteral("tool.vertex"));
        const layers::SnapshotPtr before = m_session->snapshot();
        m_window->workbench().map.setSnapping(false);
        const QPoint from = canvas().view().toScreen(at(1000, 1000)).toPoint();
        QTest::mousePress(&canvas(), Qt::LeftButton, {}, from);
        for (const double way : {100.0, 300.0, 500.0}) move(at(1000 + way, 1000 + way), Qt::LeftButton);
        QVERIFY(m_session->live().isGesture());
        QTRY_VERIFY(m_session->live().answer() != nullptr);
        QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, canvas().view().toScreen(at(1500, 1500)).toPoint());
        QVERIFY(!m_session->snapshot()->samePlan(*before));
        QVERIFY(m_window->workbench()
                    .actions.find(QStringLiteral("edit.undo"))
                    ->text()
                    .contains(QStringLiteral("Move vertex")));
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_session->snapshot()->samePlan(*before));
        QTest::keyClick(m_window.get(), Qt::Key_Y, Qt::ControlModifier);
        QVERIFY(!m_session->snapshot()->samePlan(*before));
    }

    void aPolygonIsDrawnByMouseAndEnter() {
        m_window->workbench().map.setSnapping(false);
        m_window->workbench().actions.trigger(QStringLiteral("tool.drawPolygon"));
        QCOMPARE(m_window->workbench().tools.current(), ToolId::DrawPolygon);
        for (const gis::Coordinate corner : {at(-2000, -2000), at(-1000, -2000), at(-1000, -1000)}) click(corner);
        QTest::keyClick(&canvas(), Qt::Key_Return);
        QTRY_COMPARE(m_session->snapshot()->layer(small_plan::layoutId)->table.size(), std::size_t{3});
        QCOMPARE(m_session->selection().features().features, std::vector<gis::FeatureId>{gis::FeatureId{3}});
    }

    void backspaceBelongsToTheDrawingNotToAShortcut() {
        m_window->workbench().actions.trigger(QStringLiteral("tool.drawLine"));
        click(at(-2000, -2000));
        click(at(-1000, -2000));
        QTest::keyClick(&canvas(), Qt::Key_Backspace);
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        QCOMPARE(m_session->snapshot()->layer(small_plan::layoutId)->table.size(), std::size_t{2});
    }

    void theScaleCanBeTyped() {
        auto* scale = m_window->findChild<QLineEdit*>(QStringLiteral("scale"));
        QVERIFY(scale != nullptr);
        scale->setFocus();
        scale->selectAll();
        QTest::keyClicks(scale, QStringLiteral("1:25000"));
        QTest::keyClick(scale, Qt::Key_Return);
        QVERIFY(std::abs(canvas().view().scaleDenominator() - 25000) < 1e-6);
    }
    void scalesAreUnderstood_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("denominator");
        QTest::newRow("plain") << "50000" << 50000.0;
        QTest::newRow("ratio with spaces") << "1 : 50 000" << 50000.0;
        QTest::newRow("wide colon") << QStringLiteral("1：50000") << 50000.0;
        QTest::newRow("ten thousands") << QStringLiteral("1:5万") << 50000.0;
        QTest::newRow("nonsense") << "big" << 0.0;
        QTest::newRow("zero") << "1:0" << 0.0;
    }
    void scalesAreUnderstood() {
        QFETCH(QString, text);
        QFETCH(double, denominator);
        QCOMPARE(scaleFromText(text), denominator);
    }

    void initialsOfReadings_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("initials");
        QTest::newRow("check all") << QStringLiteral("核查全部") << "hcqb";
        QTest::newRow("with letters and signs") << QStringLiteral("导出 PDF…") << "dcpdf";
        QTest::newRow("first and last of the plane") << QStringLiteral("啊座") << "az";
        QTest::newRow("place names") << QStringLiteral("万州开江达川") << "wzkjdc";
    }
    void initialsOfReadings() {
        QFETCH(QString, text);
        QFETCH(QString, initials);
        QCOMPARE(pinyinInitials(text), initials);
    }

    void thePaletteFindsCommandsFeaturesAndCoordinates() {
        CommandPalette& palette = m_window->workbench().palette;
        m_window->workbench().actions.trigger(QStringLiteral("view.palette"));
        QTest::keyClicks(&palette.field(), QStringLiteral("all layers"));
        QCOMPARE(palette.shownTexts().front(), QStringLiteral("Zoom to all layers"));
        palette.field().setText(QStringLiteral("east plat"));
        QCOMPARE(palette.shownTexts().front(), QStringLiteral("east platform"));
        QTest::keyClick(&palette.field(), Qt::Key_Return);
        QCOMPARE(m_session->selection().features().features, std::vector<gis::FeatureId>{small_plan::platform});
        palette.field().setText(QStringLiteral("108.4, 30.7"));
        QTest::keyClick(&palette.field(), Qt::Key_Return);
        const auto centre = m_window->workbench().map.mapTransforms().geographic(canvas().view().centre);
        QVERIFY(std::abs(centre->x - 108.4) < 1e-9);
    }

    void everyActionHasTextAndNoTwoShareAKey() {
        QSet<QString> keys;
        for (const ActionSpec& spec : m_window->workbench().actions.specs()) {
            QVERIFY2(*spec.source != '\0', qPrintable(spec.id));
            if (!spec.icon.isEmpty()) QVERIFY2(!icon(spec.icon).isNull(), qPrintable(spec.icon));
            for (const QKeySequence& key : spec.shortcuts) {
                QVERIFY2(!keys.contains(key.toString()), qPrintable(key.toString() + u' ' + spec.id));
                keys.insert(key.toString());
            }
        }
    }

    void iconsHaveInkInBothThemes() {
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            m_theme->choose(choice);
            const QImage image = icon(QStringLiteral("select")).pixmap(QSize(20, 20), 2.0).toImage();
            QCOMPARE(image.width(), 40);
            QColor darkest;
            int strongest = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (qAlpha(image.pixel(x, y)) > strongest) {
                        strongest = qAlpha(image.pixel(x, y));
                        darkest = QColor(image.pixel(x, y));
                    }
            QVERIFY(strongest > 200);
            QCOMPARE(darkest.lightness() > 128, choice == ThemeChoice::Dark);
        }
        m_theme->choose(ThemeChoice::System);
    }

    void textIsReadableInBothThemes() {
        const auto luminance = [](const QColor& colour) {
            const auto part = [](double value) {
                return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
            };
            return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
        };
        const auto contrast = [&](const QColor& a, const QColor& b) {
            const double one = luminance(a), two = luminance(b);
            return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
        };
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            m_theme->choose(choice);
            const ThemeColours& c = m_theme->colours();
            for (const QColor& ground : {c.window, c.panel, c.accentSoft}) QVERIFY(contrast(c.text, ground) >= 4.5);
            for (const QColor& ground : {c.window, c.panel}) QVERIFY(contrast(c.muted, ground) >= 4.5);
            QVERIFY(contrast(c.onAccent, c.accent) >= 4.5);
            QVERIFY(contrast(c.conflict, c.conflictSoft) >= 4.5);
            QVERIFY(contrast(c.conflict, c.panel) >= 4.5);
            QVERIFY(contrast(c.warning, c.warningSoft) >= 4.5);
            QVERIFY(contrast(c.good, c.goodSoft) >= 4.5);
        }
        m_theme->choose(ThemeChoice::System);
    }

    void unsavedChangesAreAskedForOnce() {
        click(at(700, 500));
        m_window->workbench().actions.trigger(QStringLiteral("edit.delete"));
        QVERIFY(m_session->isModified());
        m_window->close();
        auto* question = m_window->findChild<QMessageBox*>(QStringLiteral("saveQuestion"));
        QVERIFY(question != nullptr);
        QVERIFY(m_window->isVisible());
        for (QAbstractButton* button : question->buttons())
            if (question->buttonRole(button) == QMessageBox::DestructiveRole) button->click();
        QTRY_VERIFY(!m_window->isVisible());
        QVERIFY(!m_session->hasProject());
    }
};

QTEST_MAIN(TestWindow)
#include "test_window.moc"
