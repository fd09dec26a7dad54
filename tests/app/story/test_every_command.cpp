// SPDX-License-Identifier: Apache-2.0
// Every command and every button of the window does something that one can see, and none of them ends the program.
#include <QAbstractButton>
#include <QClipboard>
#include <QDockWidget>
#include <QMenu>
#include <QMimeData>

#include "app/tools/ToolBox.h"
#include "layers/edit/LayerEdit.h"
#include "layers/edit/LinkEdit.h"
#include "tests/app/story/Driver.h"
#include "tests/support/SmallPlan.h"

using namespace app;

namespace {

/// What one can see, as words to compare.
QString looks(const Driver& driver) {
    QStringList facts;
    Session& session = *driver.session;
    const auto add = [&facts](const char* name, const auto& value) {
        facts << QStringLiteral("%1=%2").arg(QLatin1String(name)).arg(value);
    };
    const layers::SnapshotPtr plan = session.snapshot();
    add("plan", plan ? gis::number(plan->revision) : -1);
    add("path", session.path());
    const MapView& view = driver.canvas().view();
    add("view", QStringLiteral("%1 %2 %3")
                    .arg(view.centre.x, 0, 'g', 12)
                    .arg(view.centre.y, 0, 'g', 12)
                    .arg(view.scaleDenominator()));
    for (const auto kind : {layers::GridKind::Degrees, layers::GridKind::Kilometres})
        add("grid", int(driver.canvas().isGridShown(kind)));
    add("tool", int(driver.bench().tools.current()));
    add("workspace", int(driver.bench().panels.workspace()));
    add("locked", int(driver.bench().panels.isLocked()));
    add("snap", int(driver.bench().map.isSnapping()));
    add("theme", int(driver.theme->choice()));
    add("state", driver.window->windowState().toInt());
    add("messages", int(session.messages().log().size()));
    add("layer", gis::number(session.selection().currentLayer()));
    for (const gis::FeatureId id : session.selection().features().features) add("feature", gis::number(id));
    for (const QDockWidget* dock : driver.window->findChildren<QDockWidget*>())
        add("dock", dock->objectName() + QString::number(dock->isHidden() ? 0 : 1) +
                        QString::number(dock->visibleRegion().isEmpty()));
    for (const QAbstractButton* button : driver.window->findChildren<QAbstractButton*>())
        if (button->isCheckable() && button->isVisible()) add("checked", int(button->isChecked()));
    for (const QMenu* menu : driver.window->findChildren<QMenu*>()) add("menu", int(menu->isVisible()));
    const QMimeData* clip = QApplication::clipboard()->mimeData();
    add("clipboard", (clip != nullptr && clip->hasImage() ? QStringLiteral("picture") : QString()) +
                         (clip != nullptr ? clip->text() : QString()));
    for (const QWidget* top : QApplication::topLevelWidgets())
        if (top->isVisible()) add("window", QString::fromLatin1(top->metaObject()->className()) + top->objectName());
    QString words;
    for (const QLabel* label : driver.window->findChildren<QLabel*>())
        if (label->isVisible()) words += label->text();
    add("words", words);
    add("focus", QApplication::focusWidget() != nullptr
                     ? QString::fromLatin1(QApplication::focusWidget()->metaObject()->className())
                     : QString());
    for (const QLineEdit* field : driver.window->findChildren<QLineEdit*>()) add("field", field->text());
    return facts.join(QLatin1Char('\n'));
}

}  // namespace

class TestEveryCommand : public QObject {
    Q_OBJECT
    Driver m_driver;
    QTimer m_closer;
    int m_opened = 0;  ///< dialogs and menus that came up
    int m_drawn = 0;   ///< pictures of the map

    Session& session() const { return *m_driver.session; }
    /// Dialogs that run a loop of their own would wait for ever: they are noted and closed.
    void closePopups() {
        if (QWidget* popup = QApplication::activePopupWidget()) {
            ++m_opened;
            popup->close();
        } else if (QWidget* modal = QApplication::activeModalWidget()) {
            ++m_opened;
            modal->close();
        }
    }
    void closeDialogs() const {
        for (QWidget* top : QApplication::topLevelWidgets())
            if (top != m_driver.window.get() && top->isVisible()) top->close();
        Driver::rest(5);
    }
    /// A plan in which each command has something to work on.
    void prepare() {
        closeDialogs();
        if (session().hasProject()) session().close();
        session().newProject(*small_plan::snapshot());
        QVERIFY(Driver::wait([this] { return session().hasProject(); }));
        m_driver.bench().panels.setWorkspace(Workspace::Edit);
        QVERIFY(m_driver.settle());
        session().check().run();
        QVERIFY(Driver::wait([this] { return session().check().report() && !session().check().isRunning(); }));
        const gis::FeatureId twin{3};
        session().selection().select(small_plan::layoutId, small_plan::platform);
        m_driver.bench().actions.trigger(QStringLiteral("edit.duplicate"));
        m_driver.bench().actions.trigger(QStringLiteral("edit.duplicate"));
        session().undo();
        session().selection().select(small_plan::layoutId, small_plan::platform);
        m_driver.canvas().setScaleDenominator(54321);
        m_driver.canvas().setFocus();
        QApplication::clipboard()->clear();
        QVERIFY(m_driver.plan()->layer(small_plan::layoutId)->table.find(twin) != nullptr);
        QVERIFY(m_driver.settle());
        QVERIFY(Driver::wait([this] { return session().audit().audited() == session().snapshot(); }));
        m_driver.bench().actions.refresh();
    }
    /// True if something that can be seen changed within a moment.
    bool acts(const std::function<void()>& act) {
        const QString before = looks(m_driver);
        m_opened = m_drawn = 0;
        act();
        return Driver::wait([&] { return m_opened > 0 || m_drawn > 0 || looks(m_driver) != before; }, 3000);
    }

private Q_SLOTS:
    void initTestCase() {
        m_driver.openWindow({1440, 900});
        connect(&m_closer, &QTimer::timeout, this, &TestEveryCommand::closePopups);
        connect(&m_driver.canvas(), &MapCanvas::drawingFinished, this, [this] { ++m_drawn; });
        m_closer.start(15);
    }
    void cleanupTestCase() {
        m_closer.stop();
        m_driver.leave();
    }

    void everyCommandActs() {
        // Each needs a state of its own: a running check, a picked clause, chosen findings, a recipe, a plan with sheets.
        const QSet<QString> later{
            QStringLiteral("check.stop"), QStringLiteral("clause.link"), QStringLiteral("clause.unlink"),
            QStringLiteral("file.quit"),  QStringLiteral("label.pin"),   QStringLiteral("label.auto"),
            QStringLiteral("label.hide"), QStringLiteral("sheet.edit"),  QStringLiteral("scheme.profile")};
        QStringList dead;
        QStringList neverEnabled;
        for (const ActionSpec& spec : std::vector(m_driver.bench().actions.specs())) {
            if (later.contains(spec.id)) continue;
            prepare();
            if (QTest::currentTestFailed()) return;
            QAction* action = m_driver.action(spec.id.toLatin1().constData());
            if (!action->isEnabled()) {
                neverEnabled << spec.id;
                continue;
            }
            // Choosing what is chosen already shows nothing, and should not.
            if (action->isCheckable() && action->isChecked() && spec.id.contains(QLatin1String("workspace"))) continue;
            if (action->isCheckable() && action->isChecked() && spec.id.contains(QLatin1String("theme"))) continue;
            if (spec.id == QLatin1String("tool.select")) continue;
            if (!acts([action] { action->trigger(); })) dead << spec.id;
        }
        QVERIFY2(dead.isEmpty(), qPrintable(dead.join(QLatin1Char(' '))));
        for (const QString& id : neverEnabled) qInfo("not enabled in the plan of this test: %s", qPrintable(id));
        QVERIFY(neverEnabled.size() < 10);
    }

    /// Names want a layer that bears them: kept where they stand, hidden, freed, dragged with the mouse.
    void labelCommandsAct() {
        prepare();
        if (QTest::currentTestFailed()) return;
        layers::Style style = m_driver.plan()->layer(small_plan::layoutId)->style;
        style.label.field = "name";
        style.label.placement = layers::LabelPlacement::Inside;
        style.label.priority = 80;
        style.label.apartMm = 0;  // the copy of the platform has its name too
        QVERIFY(session().perform(layers::setStyle(*m_driver.plan(), small_plan::layoutId, style)));
        session().selection().select(small_plan::layoutId, small_plan::platform);
        m_driver.bench().map.zoomToSelection();
        const auto pin = [this] { return m_driver.plan()->labelPin(small_plan::layoutId, small_plan::platform); };
        const auto label = [this]() -> std::optional<layers::PlacedLabel> {
            for (const layers::PlacedLabel& one : m_driver.canvas().labels())
                if (one.layer == small_plan::layoutId && one.feature == small_plan::platform) return one;
            return std::nullopt;
        };
        const auto trigger = [this](const char* id) {
            m_driver.bench().actions.refresh();
            QAction* action = m_driver.action(id);
            if (action->isEnabled()) action->trigger();
            return m_driver.settle();
        };
        QVERIFY(Driver::wait([&] { return label().has_value(); }));
        QVERIFY(!label()->byHand);
        QVERIFY(trigger("label.pin"));
        QVERIFY(pin() != nullptr && !pin()->hidden);
        QVERIFY(Driver::wait([&] { return label() && label()->byHand; }));
        QVERIFY(trigger("label.hide"));
        QVERIFY(pin() != nullptr && pin()->hidden);
        QVERIFY(Driver::wait([&] { return !label(); }));
        QVERIFY(trigger("label.auto"));
        QVERIFY(pin() == nullptr);
        QVERIFY(Driver::wait([&] { return label() && !label()->byHand; }));
        // The mouse drags it; one step back and it finds its own place again.
        m_driver.bench().tools.activate(ToolId::Label);
        MapCanvas& canvas = m_driver.canvas();
        const QPoint from = (label()->centre * logicalPixelsPerMm).toPoint(), to = from + QPoint(40, 25);
        QTest::mouseMove(&canvas, from);
        QTest::mousePress(&canvas, Qt::LeftButton, {}, from);
        for (int step = 1; step <= 4; ++step) QTest::mouseMove(&canvas, from + (to - from) * step / 4);
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, to);
        QVERIFY(pin() != nullptr);
        QVERIFY(Driver::wait([&] {
            return label() && label()->byHand &&
                   (label()->centre * logicalPixelsPerMm - QPointF(to)).manhattanLength() < 4;
        }));
        session().undo();
        QVERIFY(pin() == nullptr);
        QVERIFY(Driver::wait([&] { return label() && !label()->byHand; }));
        m_driver.bench().tools.activate(ToolId::Select);
    }

    void everyButtonOfTheWindowActs() {
        QStringList dead;
        int clicked = 0;
        for (const Workspace workspace : {Workspace::Edit, Workspace::Check, Workspace::Sheet}) {
            QSet<QString> done;
            for (bool more = true; more;) {
                more = false;
                prepare();
                if (QTest::currentTestFailed()) return;
                m_driver.bench().panels.setWorkspace(workspace);
                for (const char* panel : {"layers", "clauses", "feature", "findings", "table"})
                    m_driver.bench().panels.show(QLatin1String(panel));
                Driver::rest(20);
                for (QAbstractButton* button : m_driver.window->findChildren<QAbstractButton*>()) {
                    const QString name = QStringLiteral("%1/%2/%3/%4")
                                             .arg(QLatin1String(button->metaObject()->className()),
                                                  button->objectName(), button->text(), button->toolTip());
                    if (!button->isVisible() || !button->isEnabled() || button->visibleRegion().isEmpty() ||
                        done.contains(name))
                        continue;
                    done << name;
                    more = true;
                    // Pressed already: one of a group that stays as it is.
                    if (button->isCheckable() && button->isChecked()) continue;
                    if (name.contains(QLatin1String("qt_")) || name.startsWith(QLatin1String("QTableCornerButton")))
                        continue;
                    ++clicked;
                    if (!acts([button] { Driver::click(button); })) dead << name;
                    break;
                }
            }
        }
        qInfo("%d buttons were clicked", clicked);
        QVERIFY(clicked > 30);
        QVERIFY2(dead.isEmpty(), qPrintable(dead.join(QLatin1Char('\n'))));
    }

    void quittingClosesTheWindow() {
        prepare();
        session().undo();  // nothing is left to be saved
        QVERIFY(!session().isModified());
        m_opened = 0;
        m_driver.bench().actions.trigger(QStringLiteral("file.quit"));
        QVERIFY(Driver::wait([this] { return !m_driver.window->isVisible(); }, 5000));
        QCOMPARE(m_opened, 0);
    }
};

int main(int argc, char** argv) {
    QTemporaryDir home;
    Driver::useFolder(home.path());
    WatchedApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    TestEveryCommand test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_every_command.moc"
