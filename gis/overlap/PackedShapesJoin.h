// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "gis/overlap/PackedShapes.h"

namespace gis {

/// Joins pieces that several threads fill, in their order, while others are still filled, so that hardly anything is
/// held twice. Any thread.
class PackedShapesJoin {
public:
    /// Room for what is to come; what is not written to costs no memory.
    PackedShapesJoin(std::size_t shapeCount, std::size_t coordinateCount) {
        m_whole.reserve(shapeCount, coordinateCount);
    }
    /// An empty builder, with memory of earlier pieces.
    std::unique_ptr<PackedShapesBuilder> emptyOne() {
        const std::lock_guard lock(m_mutex);
        if (m_free.empty()) return std::make_unique<PackedShapesBuilder>();
        auto again = std::move(m_free.back());
        m_free.pop_back();
        return again;
    }
    /// Piece `index` of 0, 1, 2 …; each once.
    void add(std::size_t index, std::unique_ptr<PackedShapesBuilder> piece) {
        const std::lock_guard lock(m_mutex);
        m_waiting[index] = std::move(piece);
        for (auto first = m_waiting.begin(); first != m_waiting.end() && first->first == m_next; ++m_next) {
            m_whole.append(*first->second);
            m_free.push_back(std::move(first->second));
            first = m_waiting.erase(first);
        }
    }
    /// After all pieces, once.
    PackedShapes build() { return m_whole.build(); }

private:
    std::mutex m_mutex;
    std::size_t m_next = 0;
    std::map<std::size_t, std::unique_ptr<PackedShapesBuilder>> m_waiting;
    std::vector<std::unique_ptr<PackedShapesBuilder>> m_free;
    PackedShapesBuilder m_whole;
};

}  // namespace gis
