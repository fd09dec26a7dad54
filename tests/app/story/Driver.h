// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemView>
#include <QComboBox>
#include <QDialog>
#include <QEventLoop>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>
#include <functional>

#include "app/assembly/Assembly.h"
#include "app/canvas/MapCanvas.h"
#include "app/language/Language.h"
#include "app/session/Session.h"
#include "app/theme/Theme.h"
#include "app/window/ActionRegistry.h"
#include "app/window/MainWindow.h"
#include "app/window/MapController.h"
#include "app/window/PanelRegistry.h"
#include "tests/app/story/GuiWatch.h"

/// The window as app/main puts it together, and hands for it: mouse and keys on widgets found by their names.
class Driver {
public:
    /// Settings, drafts and caches go below `folder`. Before the application object.
    static void useFolder(const QString& folder) {
        for (const char* name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
            qputenv(name, (folder + QLatin1Char('/') + QLatin1String(name)).toUtf8());
        qputenv("QT_NO_GLIB", "1");  // see GuiWatch
        QCoreApplication::setApplicationName(QStringLiteral("tuce"));
        QCoreApplication::setOrganizationName(QStringLiteral("tuce-story"));
    }
    static GuiWatch& watch() { return static_cast<WatchedApplication*>(qApp)->watch; }

    void openWindow(QSize size = {1440, 900}) {
        theme = std::make_unique<app::Theme>(*qApp);
        session = std::make_unique<app::Session>();
        window = std::make_unique<app::MainWindow>(*session, *theme);
        app::assemble(*window);
        window->finish();
        window->resize(size);
        window->show();
        window->activateWindow();
        wait([this] { return window->isActiveWindow(); }, 5000);
    }
    /// As at the end of main(): whatever is open is dropped without a question.
    void leave() {
        window.reset();
        if (session) session->close();
        session.reset();
        theme.reset();
    }

    app::Workbench& bench() const { return window->workbench(); }
    app::MapCanvas& canvas() const { return bench().map.canvas(); }
    layers::SnapshotPtr plan() const { return session->snapshot(); }
    QAction* action(const char* id) const { return bench().actions.find(QLatin1String(id)); }

    // ---- waiting, in an event loop that really blocks
    static bool wait(const std::function<bool()>& until, int milliseconds = 60000) {
        if (until()) return true;
        QElapsedTimer clock;
        clock.start();
        QEventLoop loop;
        QTimer poll;
        bool reached = false;
        QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
            reached = until();
            if (reached || clock.elapsed() > milliseconds) loop.quit();
        });
        poll.start(5);
        watch().enterLoop();
        loop.exec();
        watch().leaveLoop();
        return reached;
    }
    static void rest(int milliseconds = 50) {
        QElapsedTimer clock;
        clock.start();
        wait([&] { return clock.elapsed() >= milliseconds; }, milliseconds + 1000);
    }
    /// Until nothing is read, checked, written or drawn any more.
    bool settle() const {
        return wait([this] {
            return !session->isBusy() && !session->isSaving() && !session->check().isRunning() &&
                   !canvas().isDrawing() && session->jobs().isEmpty();
        });
    }

    // ---- finding what is on the screen
    /// The visible widget of that name; null if there is none.
    template <class Widget = QWidget>
    static Widget* seen(const QString& name = {}) {
        for (QWidget* top : QApplication::topLevelWidgets()) {
            if (!top->isVisible()) continue;
            if (auto* self = qobject_cast<Widget*>(top); self && (name.isEmpty() || top->objectName() == name))
                return self;
            for (Widget* child : top->findChildren<Widget*>(name))
                if (child->isVisible()) return child;
        }
        return nullptr;
    }
    template <class Widget = QWidget>
    static Widget* awaited(const QString& name = {}, int milliseconds = 20000) {
        Widget* found = nullptr;
        wait([&] { return (found = seen<Widget>(name)) != nullptr; }, milliseconds);
        return found;
    }
    /// All words that labels within a widget show.
    static QString words(const QWidget& widget) {
        QStringList texts;
        for (const QLabel* label : widget.findChildren<QLabel*>())
            if (label->isVisible()) texts << label->text();
        return texts.join(QLatin1Char('\n'));
    }

    // ---- mouse and keys
    static void click(QWidget* widget, QPoint at = {}) {
        QTest::mouseClick(widget, Qt::LeftButton, {}, at.isNull() ? widget->rect().center() : at);
    }
    static void clickRow(QAbstractItemView* view, const QModelIndex& index, Qt::KeyboardModifiers modifiers = {}) {
        view->scrollTo(index);
        const QRect row = view->visualRect(index);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, modifiers, {row.left() + 12, row.center().y()});
    }
    /// Replaces what is in a field, as hands do: letters by keys, Chinese by an input method with its preedit.
    static void type(QWidget* field, const QString& text) {
        click(field);
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        enter(field, text);
    }
    static void enter(QWidget* field, const QString& text) {
        const bool plain = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128; });
        if (plain) return QTest::keyClicks(field, text);
        compose(field, QStringLiteral("pin yin"));
        QInputMethodEvent commit(QString(), {});
        commit.setCommitString(text);
        QCoreApplication::sendEvent(field, &commit);
    }
    /// Text that an input method shows in place before it is committed.
    static void compose(QWidget* field, const QString& preedit) {
        QInputMethodEvent event(preedit, {{QInputMethodEvent::Cursor, static_cast<int>(preedit.size()), 1, {}}});
        QCoreApplication::sendEvent(field, &event);
    }
    /// Shortcuts count in the active window only; after a dialog it becomes active again a moment later.
    void activate() const {
        if (wait([this] { return window->isActiveWindow(); }, 2000)) return;
        window->activateWindow();
        wait([this] { return window->isActiveWindow(); }, 2000);
    }
    /// A key of the window: commands by their shortcuts.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const {
        activate();
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus != nullptr && focus->window() == window.get() ? focus : window.get(), key, modifiers);
    }
    void moveOnMap(QPointF pixel, Qt::MouseButtons buttons = Qt::NoButton) const {
        QMouseEvent event(QEvent::MouseMove, pixel, canvas().mapToGlobal(pixel), Qt::NoButton, buttons, Qt::NoModifier);
        QCoreApplication::sendEvent(&canvas(), &event);
    }
    void clickOnMap(QPointF pixel) const {
        moveOnMap(pixel);
        QTest::mouseClick(&canvas(), Qt::LeftButton, {}, pixel.toPoint());
    }
    /// Drags in steps with a rest between, as a hand does; `during` is asked at each step.
    void dragOnMap(QPointF from, QPointF to, const std::function<void()>& during = {}) const {
        moveOnMap(from);
        QTest::mousePress(&canvas(), Qt::LeftButton, {}, from.toPoint());
        constexpr int steps = 12;
        for (int i = 1; i <= steps; ++i) {
            moveOnMap(from + (to - from) * i / steps, Qt::LeftButton);
            rest(25);
            if (during) during();
        }
        QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, to.toPoint());
    }

    // ---- dialogs that others run, maybe in a loop of their own
    /// As soon as a dialog of this type is there, `act` works on it; call it before what opens the dialog.
    template <class Dialog>
    static std::shared_ptr<bool> whenSeen(std::function<void(Dialog&)> act) {
        auto done = std::make_shared<bool>(false);
        auto* poll = new QTimer(qApp);
        QObject::connect(poll, &QTimer::timeout, poll, [poll, done, act = std::move(act)] {
            auto* dialog = seen<Dialog>();
            if (dialog == nullptr) return;
            poll->stop();
            poll->deleteLater();
            *done = true;
            act(*dialog);
        });
        poll->start(10);
        return done;
    }
    /// Types a path into the next file dialog and presses Enter.
    static std::shared_ptr<bool> chooseFile(const QString& path) {
        return whenSeen<QFileDialog>([path](QFileDialog& dialog) {
            auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
            name->setText(path);
            QTest::keyClick(name, Qt::Key_Return);
        });
    }

    std::unique_ptr<app::Theme> theme;
    std::unique_ptr<app::Session> session;
    std::unique_ptr<app::MainWindow> window;
};
