// SPDX-License-Identifier: Apache-2.0
#include "gis/overlap/RingParts.h"

#include <algorithm>

namespace gis {

void RingParts::clear() {
    m_coordinates.clear();
    m_rings.clear();
    m_begin = 0;
}

void RingParts::add(Coordinate position) {
    if (m_coordinates.size() > m_begin && m_coordinates.back() == position) return;
    m_coordinates.push_back(position);
}

void RingParts::endRing() {
    Ring ring{m_begin, m_coordinates.size(), {}, false, {}};
    while (ring.end > ring.begin + 1 && m_coordinates[ring.end - 1] == m_coordinates[ring.begin]) --ring.end;
    double twice = 0;
    const Coordinate origin = ring.end > ring.begin ? m_coordinates[ring.begin] : Coordinate{};
    for (std::size_t i = ring.begin; i < ring.end; ++i) {
        const Coordinate p = m_coordinates[i];
        const Coordinate q = m_coordinates[i + 1 < ring.end ? i + 1 : ring.begin];
        twice += (p.x - origin.x) * (q.y - origin.y) - (q.x - origin.x) * (p.y - origin.y);
        ring.box.include(p);
    }
    ring.isShell = twice > 0;
    m_coordinates.resize(ring.end);
    if (twice != 0 && ring.end - ring.begin >= 3)
        m_rings.push_back(std::move(ring));
    else
        m_coordinates.resize(m_begin);
    m_begin = m_coordinates.size();
}

bool RingParts::holds(const Ring& shell, Coordinate position) const {
    bool isInside = false;
    for (std::size_t i = shell.begin; i < shell.end; ++i) {
        const Coordinate p = m_coordinates[i];
        const Coordinate q = m_coordinates[i + 1 < shell.end ? i + 1 : shell.begin];
        if ((p.y > position.y) == (q.y > position.y)) continue;
        if (position.x < p.x + (q.x - p.x) * ((position.y - p.y) / (q.y - p.y))) isInside = !isInside;
    }
    return isInside;
}

// The smallest of those that may be it; asked for its place only where there are several.
RingParts::Ring* RingParts::shellOf(const Ring& hole) {
    std::vector<Ring*> around;
    for (Ring& ring : m_rings)
        if (ring.isShell && ring.box.contains(hole.box)) around.push_back(&ring);
    if (around.size() < 2) return around.empty() ? nullptr : around.front();
    std::sort(around.begin(), around.end(), [](const Ring* a, const Ring* b) {
        return a->box.width() * a->box.height() < b->box.width() * b->box.height();
    });
    const Coordinate first = m_coordinates[hole.begin], second = m_coordinates[hole.begin + 1];
    const Coordinate middle{(first.x + second.x) / 2, (first.y + second.y) / 2};
    for (Ring* ring : around)
        if (holds(*ring, middle)) return ring;
    return around.front();
}

void RingParts::emit(const Ring& ring, GeometryBuilder& builder) const {
    for (std::size_t i = ring.begin; i < ring.end; ++i) builder.add(m_coordinates[i]);
    builder.add(m_coordinates[ring.begin]);
    builder.endSequence();
}

Geometry RingParts::build() {
    const auto shells = std::count_if(m_rings.begin(), m_rings.end(), [](const Ring& ring) { return ring.isShell; });
    if (shells == 0) return {};
    Ring* only =
        shells == 1 ? &*std::find_if(m_rings.begin(), m_rings.end(), [](const Ring& r) { return r.isShell; }) : nullptr;
    for (std::size_t i = 0; i < m_rings.size(); ++i) {
        if (m_rings[i].isShell) continue;
        if (Ring* shell = only ? only : shellOf(m_rings[i])) shell->holes.push_back(i);
    }
    GeometryBuilder builder(2);
    builder.reserve(m_coordinates.size() + m_rings.size());
    for (const Ring& ring : m_rings) {
        if (!ring.isShell) continue;
        emit(ring, builder);
        for (const std::size_t hole : ring.holes) emit(m_rings[hole], builder);
        builder.endPart();
    }
    return builder.build();
}

}  // namespace gis
