// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>
#include <functional>

#include "app/session/Drafts.h"

class QMimeData;
class QWidget;

namespace app {

class Session;

/// Asks for project paths and, once, what becomes of unsaved changes. GUI thread.
class FileDialogs : public QObject {
    Q_OBJECT
public:
    FileDialogs(Session& session, QWidget& window);

    /// Lets choose a project and opens it.
    void open();
    /// Saves; asks for a path if the project has none yet. `done(true)` when it is written.
    void save(std::function<void(bool)> done = {});
    void saveAs(std::function<void(bool)> done = {});
    /// Asks once if there are unsaved changes (save, drop, stay), then calls `next`; not at all if the user stays or
    /// the saving fails.
    void afterSaving(std::function<void()> next);
    /// Restore the changes of a journal, or open as last saved.
    void offerRecovery(const app::RecoveryOffer& offer);

    /// The project file among dropped things; empty if there is none.
    static QString projectIn(const QMimeData& data);

private:
    /// Another program has changed the file: keep mine, read it again, or save as.
    void askAboutOtherChange(std::function<void(bool)> done);
    Session& m_session;
    QWidget& m_window;
};

}  // namespace app
