// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <utility>

#include "gis/overlap/PairOverlap.h"

namespace gis {

/// One shape of a layer with the levels of its run tree at hand; internal to the overlap engine.
class ShapeCursor {
public:
    struct Node {
        std::uint32_t level = 0;  ///< 0: runs
        std::uint32_t index = 0;
    };
    /// Consecutive coordinates of one sequence: `count` edges.
    struct Run {
        const Coordinate* positions = nullptr;
        std::uint32_t count = 0;
        std::uint32_t sequence = 0;   ///< of the layer
        std::uint32_t firstEdge = 0;  ///< within the sequence
        const Extent* box = nullptr;
    };

    ShapeCursor(const OverlapLayer& layer, std::size_t shape) : m_layer(layer), m_shape(shape) {
        const RunTree& tree = layer.tree;
        std::uint32_t begin = tree.shapeStarts[shape];
        m_size[0] = tree.shapeRuns[shape + 1] - tree.shapeRuns[shape];
        m_begin[0] = begin;
        while (m_size[m_top] > RunTree::fanOut) {
            begin += m_size[m_top];
            m_size[m_top + 1] = (m_size[m_top] + RunTree::fanOut - 1) / RunTree::fanOut;
            m_begin[++m_top] = begin;
        }
    }

    const OverlapLayer& layer() const { return m_layer; }
    std::size_t shape() const { return m_shape; }
    const Extent& extent() const { return m_layer.shapes.extents[m_shape]; }
    std::uint32_t topLevel() const { return m_top; }
    std::uint32_t size(std::uint32_t level) const { return m_size[level]; }
    const Extent& box(Node node) const { return m_layer.tree.boxes[m_begin[node.level] + node.index]; }
    std::uint32_t childBegin(Node node) const { return node.index * RunTree::fanOut; }
    std::uint32_t childEnd(Node node) const {
        return std::min((node.index + 1) * RunTree::fanOut, m_size[node.level - 1]);
    }

    std::uint32_t sequenceOfRun(std::uint32_t run) const {
        return m_layer.tree.runSequences[m_layer.tree.shapeRuns[m_shape] + run];
    }
    Run run(std::uint32_t index) const {
        const std::uint32_t sequence = sequenceOfRun(index);
        const PackedShapes& shapes = m_layer.shapes;
        const std::uint32_t first = (index - m_layer.tree.sequenceRuns[sequence]) * RunTree::runLength;
        const std::uint32_t begin = shapes.sequenceStarts[sequence];
        const std::uint32_t edges = shapes.sequenceStarts[sequence + 1] - begin - 1;
        return {shapes.coordinates.data() + begin + first, std::min(RunTree::runLength, edges - first), sequence, first,
                &box({0, index})};
    }
    /// First and last run below a node.
    std::pair<std::uint32_t, std::uint32_t> runsOf(Node node) const {
        std::uint32_t first = node.index;
        std::uint32_t last = node.index + 1;
        for (std::uint32_t level = node.level; level > 0; --level) {
            first *= RunTree::fanOut;
            last *= RunTree::fanOut;
        }
        return {first, std::min(last, m_size[0]) - 1};
    }

    /// Visits the runs whose boxes meet `query`.
    template <class Visit>
    void visitRuns(const Extent& query, Visit&& visit) const {
        for (std::uint32_t i = 0; i < m_size[m_top]; ++i) visitRuns({m_top, i}, query, visit);
    }

private:
    template <class Visit>
    void visitRuns(Node node, const Extent& query, Visit&& visit) const {
        if (!box(node).meets(query)) return;
        if (node.level == 0) {
            visit(run(node.index));
            return;
        }
        for (std::uint32_t child = childBegin(node); child < childEnd(node); ++child)
            visitRuns({node.level - 1, child}, query, visit);
    }

    const OverlapLayer& m_layer;
    std::size_t m_shape;
    std::uint32_t m_top = 0;
    std::array<std::uint32_t, 12> m_begin{}, m_size{};
};

/// Calls `visit(run of a, run of b)` for all runs whose boxes meet.
template <class Visit>
class RunPairs {
public:
    RunPairs(const ShapeCursor& a, const ShapeCursor& b, Visit visit) : m_a(a), m_b(b), m_visit(std::move(visit)) {}
    void all() {
        for (std::uint32_t i = 0; i < m_a.size(m_a.topLevel()); ++i)
            for (std::uint32_t j = 0; j < m_b.size(m_b.topLevel()); ++j)
                below({m_a.topLevel(), i}, {m_b.topLevel(), j});
    }

private:
    using Node = ShapeCursor::Node;
    void below(Node a, Node b) {
        if (!m_a.box(a).meets(m_b.box(b))) return;
        if (a.level == 0 && b.level == 0) return m_visit(m_a.run(a.index), m_b.run(b.index));
        if (a.level >= b.level) {
            for (std::uint32_t c = m_a.childBegin(a); c < m_a.childEnd(a); ++c) below({a.level - 1, c}, b);
        } else {
            for (std::uint32_t c = m_b.childBegin(b); c < m_b.childEnd(b); ++c) below(a, {b.level - 1, c});
        }
    }

    const ShapeCursor& m_a;
    const ShapeCursor& m_b;
    Visit m_visit;
};

}  // namespace gis
