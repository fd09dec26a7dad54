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
    Entry entry;
    entry.id = m_nextId;
    entry.title = title;
    entry.canStop = canStop;
    m_entries.push_back(std::move(entry));
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
    if (!entry->sinceFirst.isValid()) {
        entry->firstFraction = entry->fraction;
        entry->sinceFirst.start();
    }
    Q_EMIT changed();
}

std::optional<double> JobList::Entry::secondsLeft() const {
    constexpr double leastSeconds = 0.5, leastShare = 0.02;
    const double done = fraction - firstFraction;
    const double seconds = sinceFirst.isValid() ? static_cast<double>(sinceFirst.elapsed()) / 1000 : 0;
    if (seconds < leastSeconds || done < leastShare) return std::nullopt;
    return seconds * (1 - fraction) / done;
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
