// SPDX-License-Identifier: Apache-2.0
#include "gis/overlap/SurelyValid.h"

#include "gis/overlap/EdgeCrossing.h"
#include "gis/overlap/EdgeLanes.h"
#include "gis/overlap/Orientation.h"
#include "gis/overlap/Winding.h"

namespace gis {

namespace {

class BoundaryLook {
public:
    explicit BoundaryLook(const ShapeCursor& shape) : m_shape(shape) {}

    /// True if no two edges meet but at the vertex of neighbours.
    bool isApart() {
        const std::uint32_t top = m_shape.topLevel();
        for (std::uint32_t i = 0; i < m_shape.size(top); ++i) {
            if (!within({top, i})) return false;
            for (std::uint32_t j = i + 1; j < m_shape.size(top); ++j)
                if (!between({top, i}, {top, j})) return false;
        }
        return true;
    }

private:
    using Node = ShapeCursor::Node;
    using Run = ShapeCursor::Run;

    bool within(Node node) {
        if (node.level == 0) return isRunApart(m_shape.run(node.index));
        const std::uint32_t end = m_shape.childEnd(node);
        for (std::uint32_t c = m_shape.childBegin(node); c < end; ++c) {
            if (!within({node.level - 1, c})) return false;
            for (std::uint32_t d = c + 1; d < end; ++d)
                if (!between({node.level - 1, c}, {node.level - 1, d})) return false;
        }
        return true;
    }

    bool between(Node a, Node b) {
        if (!m_shape.box(a).meets(m_shape.box(b))) return true;
        if (a.level == 0 && b.level == 0) return areRunsApart(m_shape.run(a.index), m_shape.run(b.index));
        const bool first = a.level >= b.level;
        const Node split = first ? a : b;
        for (std::uint32_t c = m_shape.childBegin(split); c < m_shape.childEnd(split); ++c) {
            const Node child{split.level - 1, c};
            if (first ? !between(child, b) : !between(a, child)) return false;
        }
        return true;
    }

    bool isRunApart(const Run& run) const {
        const EdgeLanes lanes(run);
        for (std::uint32_t i = 0; i < run.count; ++i) {
            if (i + 1 < run.count && !isCornerOpen(run.positions + i)) return false;
            if (!lanes.visitLater(i, [&](std::uint32_t j) { return areEdgesApart(run, i, run, j); })) return false;
        }
        return true;
    }

    bool areRunsApart(const Run& a, const Run& b) const {
        const KeptEdges ofA(a, *b.box);
        if (ofA.count == 0) return true;
        const KeptEdges ofB(b, *a.box);
        for (std::uint32_t i = 0; i < ofA.count; ++i)
            for (std::uint32_t j = 0; j < ofB.count; ++j)
                if (!areEdgesApart(a, ofA.edges[i], b, ofB.edges[j])) return false;
        return true;
    }

    // Two edges from a common vertex must not run back along each other.
    static bool isCornerOpen(const Coordinate* p) { return isCornerOpen(p[0], p[1], p[2]); }
    static bool isCornerOpen(Coordinate from, Coordinate corner, Coordinate to) {
        if (orientation(from, corner, to) != 0) return true;
        return (from.x - corner.x) * (to.x - corner.x) + (from.y - corner.y) * (to.y - corner.y) < 0;
    }

    bool areEdgesApart(const Run& a, std::uint32_t i, const Run& b, std::uint32_t j) const {
        const Coordinate p = a.positions[i], q = a.positions[i + 1];
        const Coordinate r = b.positions[j], s = b.positions[j + 1];
        if (!boxesMeet(p, q, r, s)) return true;
        if (a.sequence == b.sequence) {
            // Neighbours in the ring; in a ring of three edges each is the neighbour of both others.
            const std::uint32_t first = a.firstEdge + i, second = b.firstEdge + j;
            const PackedShapes& shapes = m_shape.layer().shapes;
            const std::uint32_t count = shapes.sequenceStarts[a.sequence + 1] - shapes.sequenceStarts[a.sequence] - 1;
            if (second == first + 1) return isCornerOpen(p, q, s);
            if (first == 0 && second + 1 == count) return isCornerOpen(r, s, q);
        }
        const double sideR = orientation(p, q, r), sideS = orientation(p, q, s);
        if ((sideR > 0 && sideS > 0) || (sideR < 0 && sideS < 0)) return true;
        const double sideP = orientation(r, s, p), sideQ = orientation(r, s, q);
        return (sideP > 0 && sideQ > 0) || (sideP < 0 && sideQ < 0);
    }

    const ShapeCursor& m_shape;
};

Coordinate leftmost(std::span<const Coordinate> ring) {
    return *std::min_element(ring.begin(), ring.end(),
                             [](Coordinate a, Coordinate b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
}

Extent extentOf(std::span<const Coordinate> ring) {
    Extent box;
    for (const Coordinate c : ring) box.include(c);
    return box;
}

// Rings that nowhere meet lie right if no other ring surrounds a shell, and just its shell a hole. Just left of its
// leftmost vertex a ring itself does not count.
bool areRingsPlaced(const ShapeCursor& shape) {
    const PackedShapes& shapes = shape.layer().shapes;
    const std::uint32_t firstPart = shapes.shapeStarts[shape.shape()];
    const std::uint32_t lastPart = shapes.shapeStarts[shape.shape() + 1];
    for (std::uint32_t part = firstPart; part < lastPart; ++part) {
        const std::uint32_t shell = shapes.partStarts[part];
        const Extent shellBox = extentOf(shapes.sequence(shell));
        for (std::uint32_t s = shell; s < shapes.partStarts[part + 1]; ++s) {
            const auto ring = shapes.sequence(s);
            if (winding(shape, leftmost(ring), Shift::Minus) != (s == shell ? 0 : 1)) return false;
            if (s != shell && !shellBox.contains(extentOf(ring))) return false;
        }
    }
    return true;
}

bool isFinite(const PackedShapes& shapes, std::size_t shape) {
    const std::size_t begin = shapes.sequenceStarts[shapes.sequenceBegin(shape)];
    double zero = 0;  // becomes NaN with the first coordinate that is not finite
    for (const Coordinate c : shapes.coordinates.subspan(begin, shapes.vertexCount(shape))) zero += c.x * 0 + c.y * 0;
    return zero == 0;
}

}  // namespace

bool isSurelyValid(const PackedShapes& shapes, const RunTree& tree, std::size_t shape) {
    if (!isFinite(shapes, shape)) return false;
    if (shapes.dimensions[shape] != 2) return true;
    const OverlapLayer layer{shapes, tree, {}};
    const ShapeCursor cursor(layer, shape);
    if (!BoundaryLook(cursor).isApart()) return false;
    return shapes.sequenceEnd(shape) - shapes.sequenceBegin(shape) == 1 || areRingsPlaced(cursor);
}

}  // namespace gis
