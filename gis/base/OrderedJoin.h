// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace gis {

/// Joins pieces that several threads fill, in their order, while others are still filled, so that hardly anything is
/// held twice. A Piece has append(Piece&), which leaves the other empty with its memory. Any thread.
template <class Piece>
class OrderedJoin {
public:
    using Maker = std::function<std::unique_ptr<Piece>()>;
    explicit OrderedJoin(Maker make = [] { return std::make_unique<Piece>(); })
        : m_make(std::move(make)), m_whole(m_make()) {}

    /// An empty piece, with memory of earlier ones.
    std::unique_ptr<Piece> emptyOne() {
        const std::lock_guard lock(m_mutex);
        if (m_free.empty()) return m_make();
        auto again = std::move(m_free.back());
        m_free.pop_back();
        return again;
    }
    /// Piece `index` of 0, 1, 2 …; each once.
    void add(std::size_t index, std::unique_ptr<Piece> piece) {
        const std::lock_guard lock(m_mutex);
        m_waiting[index] = std::move(piece);
        for (auto first = m_waiting.begin(); first != m_waiting.end() && first->first == m_next; ++m_next) {
            m_whole->append(*first->second);
            m_free.push_back(std::move(first->second));
            first = m_waiting.erase(first);
        }
    }
    /// What is joined: before the first piece to make room, after the last to take it.
    Piece& whole() { return *m_whole; }

private:
    Maker m_make;
    std::mutex m_mutex;
    std::size_t m_next = 0;
    std::map<std::size_t, std::unique_ptr<Piece>> m_waiting;
    std::vector<std::unique_ptr<Piece>> m_free;
    std::unique_ptr<Piece> m_whole;
};

}  // namespace gis
