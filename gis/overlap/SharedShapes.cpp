// SPDX-License-Identifier: Apache-2.0
#include "gis/overlap/SharedShapes.h"

#include <cstring>

namespace gis {

namespace {

template <class Item>
bool areEqual(std::span<const Item> a, std::span<const Item> b) {
    return a.size() == b.size() &&
           (a.empty() || a.data() == b.data() || std::memcmp(a.data(), b.data(), a.size_bytes()) == 0);
}

/// What differs in most cases first.
bool areEqual(const PackedShapes& a, const PackedShapes& b) {
    return a.coordinates.size() == b.coordinates.size() && areEqual(a.extents, b.extents) &&
           areEqual(a.dimensions, b.dimensions) && areEqual(a.shapeStarts, b.shapeStarts) &&
           areEqual(a.partStarts, b.partStarts) && areEqual(a.sequenceStarts, b.sequenceStarts) &&
           areEqual(a.coordinates, b.coordinates);
}

}  // namespace

PackedShapes SharedShapes::only(const PackedShapes& shapes) {
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_known, [](const Known& known) { return known.storage.expired(); });
    for (const Known& known : m_known) {
        PackedShapes held = known.shapes;
        held.storage = known.storage.lock();
        if (held.storage && areEqual(held, shapes)) return held;
    }
    Known& known = m_known.emplace_back(Known{shapes, shapes.storage});
    known.shapes.storage.reset();
    return shapes;
}

}  // namespace gis
