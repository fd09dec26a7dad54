// SPDX-License-Identifier: Apache-2.0
#include "gis/overlap/Winding.h"

#include "gis/overlap/Orientation.h"

namespace gis {

namespace {

class WindingCount {
public:
    WindingCount(const ShapeCursor& polygon, Coordinate position, Shift shift)
        : m_polygon(polygon), m_position(position), m_shift(shift) {}

    int count() const {
        int sum = 0;
        const std::uint32_t top = m_polygon.topLevel();
        for (std::uint32_t i = 0; i < m_polygon.size(top); ++i) sum += below({top, i});
        return sum;
    }

private:
    bool isBelow(double y) const { return m_shift == Shift::Plus ? y <= m_position.y : y < m_position.y; }

    // -1, 0 or 1: a chain from one side of the ray's line to the other, wholly right of the position.
    int passing(Coordinate from, Coordinate to) const {
        return static_cast<int>(isBelow(from.y)) - static_cast<int>(isBelow(to.y));
    }

    int below(ShapeCursor::Node node) const {
        const Extent& box = m_polygon.box(node);
        if (box.maxY < m_position.y || box.minY > m_position.y || box.maxX < m_position.x) return 0;
        if (box.minX > m_position.x) {
            const auto [first, last] = m_polygon.runsOf(node);
            if (m_polygon.sequenceOfRun(first) == m_polygon.sequenceOfRun(last)) {
                const ShapeCursor::Run end = m_polygon.run(last);
                return passing(*m_polygon.run(first).positions, end.positions[end.count]);
            }
        }
        if (node.level == 0) return along(m_polygon.run(node.index));
        int sum = 0;
        for (std::uint32_t child = m_polygon.childBegin(node); child < m_polygon.childEnd(node); ++child)
            sum += below({node.level - 1, child});
        return sum;
    }

    int along(const ShapeCursor::Run& run) const {
        int sum = 0;
        for (std::uint32_t i = 0; i < run.count; ++i) {
            const Coordinate a = run.positions[i];
            const Coordinate b = run.positions[i + 1];
            const int upward = passing(a, b);
            if (upward == 0) continue;
            if (shiftedSide(orientation(a, b, m_position), a, b, m_shift) == upward) sum += upward;
        }
        return sum;
    }

    const ShapeCursor& m_polygon;
    Coordinate m_position;
    Shift m_shift;
};

}  // namespace

int winding(const ShapeCursor& polygon, Coordinate position, Shift shift) {
    return WindingCount(polygon, position, shift).count();
}

bool isOnBoundary(const ShapeCursor& shape, Coordinate position) {
    bool found = false;
    const Extent point{position.x, position.y, position.x, position.y};
    shape.visitRuns(point, [&](const ShapeCursor::Run& run) {
        for (std::uint32_t i = 0; i < run.count && !found; ++i) {
            Extent box;
            box.include(run.positions[i]);
            box.include(run.positions[i + 1]);
            found = box.contains(position) && orientation(run.positions[i], run.positions[i + 1], position) == 0;
        }
    });
    return found;
}

}  // namespace gis
