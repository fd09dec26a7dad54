// SPDX-License-Identifier: Apache-2.0
#include "app/session/LinkedFiles.h"

#include <QFileInfo>

#include "gis/io/SourceState.h"
#include "layers/job/Job.h"

namespace app {

LinkedFiles::LinkedFiles(QObject* parent) : QObject(parent) {
    constexpr int settleMilliseconds = 400;
    m_delay.setSingleShot(true);
    m_delay.setInterval(settleMilliseconds);
    connect(&m_delay, &QTimer::timeout, this, &LinkedFiles::look);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_delay, qOverload<>(&QTimer::start));
}

void LinkedFiles::follow(const layers::ProjectSnapshot& snapshot) {
    std::map<std::string, std::string> states;
    for (const layers::LayerPtr& layer : snapshot.layers) {
        if (!layer->source.isLinked()) continue;
        const auto known = m_states.find(layer->source.path);
        states[layer->source.path] = known == m_states.end() ? std::string() : known->second;
    }
    const bool isSame =
        states.size() == m_states.size() && std::equal(states.begin(), states.end(), m_states.begin(),
                                                       [](const auto& a, const auto& b) { return a.first == b.first; });
    if (isSame) return;
    m_states = std::move(states);
    for (const auto& [path, state] : m_states) {
        const QString file = QString::fromStdString(path);
        m_watcher.addPath(file);
        m_watcher.addPath(QFileInfo(file).absolutePath());  // one that is replaced is another file
    }
    look();
}

void LinkedFiles::forget() {
    m_states.clear();
    if (!m_watcher.files().isEmpty()) m_watcher.removePaths(m_watcher.files());
    if (!m_watcher.directories().isEmpty()) m_watcher.removePaths(m_watcher.directories());
    m_delay.stop();
    if (m_changed.isEmpty()) return;
    m_changed.clear();
    Q_EMIT changed();
}

void LinkedFiles::look() {
    if (m_states.empty()) return;
    using States = std::map<std::string, std::string>;
    const auto work = [paths = m_states](const gis::JobControl&) -> gis::Result<States> {
        States states;
        for (const auto& [path, before] : paths) {
            const auto state = gis::stateOf(path);
            states[path] = state ? state->text : std::string("gone");
        }
        return states;
    };
    layers::startJob(this, work, [this](gis::Result<States> states) {
        if (states) take(*states);
    });
}

void LinkedFiles::take(const std::map<std::string, std::string>& states) {
    QStringList differing;
    for (auto& [path, before] : m_states) {
        const auto now = states.find(path);
        if (now == states.end()) continue;
        if (before.empty()) before = now->second;
        if (before != now->second) differing << QString::fromStdString(path);
        m_watcher.addPath(QString::fromStdString(path));  // the watch goes with a file that was replaced
    }
    if (differing == m_changed) return;
    m_changed = differing;
    Q_EMIT changed();
}

}  // namespace app
