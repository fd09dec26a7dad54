// SPDX-License-Identifier: Apache-2.0
#include "gis/overlap/NearPart.h"

#include "gis/overlap/ShapeCursor.h"

namespace gis {

namespace {

class Reduction {
public:
    Reduction(const ShapeCursor& shape, const Extent& window)
        : m_shape(shape),
          m_window(window),
          m_first(shape.layer().shapes.sequenceBegin(shape.shape())),
          m_rings(shape.layer().shapes.sequenceEnd(shape.shape()) - m_first) {}

    Geometry reduced() {
        const std::uint32_t top = m_shape.topLevel();
        for (std::uint32_t i = 0; i < m_shape.size(top); ++i) follow({top, i});
        const PackedShapes& shapes = m_shape.layer().shapes;
        std::vector<std::vector<std::vector<Coordinate>>> parts;
        for (std::uint32_t p = shapes.shapeStarts[m_shape.shape()]; p < shapes.shapeStarts[m_shape.shape() + 1]; ++p) {
            std::vector<std::vector<Coordinate>> part;
            for (std::uint32_t s = shapes.partStarts[p]; s < shapes.partStarts[p + 1]; ++s) {
                if (isNear(m_rings[s - m_first])) part.push_back(std::move(m_rings[s - m_first]));
                if (part.empty()) break;  // without its shell a hole has no place
            }
            if (!part.empty()) parts.push_back(std::move(part));
        }
        return Geometry::multiPolygon(parts);
    }

private:
    bool isAside(const Extent& box) const {
        return box.maxX < m_window.minX || box.minX > m_window.maxX || box.maxY < m_window.minY ||
               box.minY > m_window.maxY;
    }

    bool isNear(const std::vector<Coordinate>& ring) const {
        Extent box;
        for (const Coordinate c : ring) box.include(c);
        return ring.size() > 3 && !isAside(box);
    }

    void add(std::uint32_t sequence, Coordinate position) {
        std::vector<Coordinate>& ring = m_rings[sequence - m_first];
        if (ring.empty() || !(ring.back() == position)) ring.push_back(position);
    }

    void follow(ShapeCursor::Node node) {
        const auto [first, last] = m_shape.runsOf(node);
        const std::uint32_t sequence = m_shape.sequenceOfRun(first);
        if (isAside(m_shape.box(node)) && sequence == m_shape.sequenceOfRun(last)) {
            const ShapeCursor::Run end = m_shape.run(last);
            add(sequence, *m_shape.run(first).positions);
            add(sequence, end.positions[end.count]);
            return;
        }
        if (node.level == 0) {
            const ShapeCursor::Run run = m_shape.run(node.index);
            for (std::uint32_t i = 0; i <= run.count; ++i) add(sequence, run.positions[i]);
            return;
        }
        for (std::uint32_t child = m_shape.childBegin(node); child < m_shape.childEnd(node); ++child)
            follow({node.level - 1, child});
    }

    const ShapeCursor& m_shape;
    const Extent& m_window;
    std::uint32_t m_first;
    std::vector<std::vector<Coordinate>> m_rings;
};

}  // namespace

Geometry nearPart(const OverlapLayer& layer, std::size_t shape, const Extent& window) {
    if (window.contains(layer.shapes.extents[shape])) return layer.shapes.geometry(shape);
    return Reduction(ShapeCursor(layer, shape), window).reduced();
}

}  // namespace gis
