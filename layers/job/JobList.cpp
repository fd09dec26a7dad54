// SPDX-License-Identifier: Apache-2.0
#include "layers/job/JobList.h"

#include <algorithm>

namespace layers {

JobList::~JobList() {
    for (const Entry& entry : m_entries) entry.cancel.cancel();
}

JobList::Entry* JobList::find(int id) {
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [id](const Entry& e) { return e.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

int JobList::add(const QString& title, bool canStop) {
    m_entries.push_back({m_nextId, title, 0, canStop, {}});
    Q_EMIT changed();
    return m_nextId++;
}

void JobList::setToken(int id, const gis::CancelToken& token) {
    if (Entry* entry = find(id)) entry->cancel = token;
}

void JobList::progress(int id, double fraction) {
    Entry* entry = find(id);
    if (entry == nullptr) return;
    entry->fraction = std::clamp(fraction, 0.0, 1.0);
    Q_EMIT changed();
}

void JobList::remove(int id) {
    const auto gone = std::remove_if(m_entries.begin(), m_entries.end(), [id](const Entry& e) { return e.id == id; });
    m_entries.erase(gone, m_entries.end());
    Q_EMIT changed();
}

void JobList::stop(int id) {
    if (const Entry* entry = find(id); entry != nullptr && entry->canStop) entry->cancel.cancel();
}

void JobList::stopAll() {
    for (const Entry& entry : m_entries)
        if (entry.canStop) entry.cancel.cancel();
}

}  // namespace layers
