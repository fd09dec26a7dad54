// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QStringList>
#include <QTimer>
#include <map>
#include <string>

#include "layers/project/ProjectSnapshot.h"

namespace app {

/// The files that linked layers were read from, and which of them have changed on disk since. Files are looked at by a
/// worker. GUI thread.
class LinkedFiles : public QObject {
    Q_OBJECT
public:
    explicit LinkedFiles(QObject* parent = nullptr);

    /// Files of linked layers that were not known are taken as they are now; others keep what they were.
    void follow(const layers::ProjectSnapshot& snapshot);
    void forget();
    /// Paths whose content may be another than the one that was read.
    const QStringList& changedFiles() const { return m_changed; }

Q_SIGNALS:
    /// changedFiles() became another.
    void changed();

private:
    void look();
    void take(const std::map<std::string, std::string>& states);
    std::map<std::string, std::string> m_states;  ///< by path, as it was read; empty: not looked at yet
    QStringList m_changed;
    QFileSystemWatcher m_watcher;
    QTimer m_delay;  ///< a program that writes a file does so in many steps
};

}  // namespace app
