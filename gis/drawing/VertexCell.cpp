// SPDX-License-Identifier: Apache-2.0
#include "gis/drawing/VertexCell.h"

#include <algorithm>

namespace gis {

namespace {

/// The positions an edge leads to from a vertex, in no order.
struct Neighbours {
    Coordinate a, b;
    int count = 0;
    bool operator==(const Neighbours& other) const {
        if (count != other.count) return false;
        return (a == other.a && b == other.b) || (a == other.b && b == other.a);
    }
};

Neighbours neighboursOf(const LayerVertices& vertices, std::uint32_t index) {
    const std::uint32_t before = vertices.before(index);
    const bool hasEdge = vertices.hasEdge(index);
    if (before != LayerVertices::noIndex && hasEdge) return {vertices.at(before), vertices.at(index + 1), 2};
    if (hasEdge) return {vertices.at(index + 1), vertices.at(index + 1), 1};
    return {vertices.at(before), vertices.at(before), 1};
}

/// An edge and what lies within a distance of it between its ends.
class NearEdge {
public:
    NearEdge(Coordinate a, Coordinate b, double nearness)
        : m_from(a),
          m_alongX(b.x - a.x),
          m_alongY(b.y - a.y),
          m_squaredLength(m_alongX * m_alongX + m_alongY * m_alongY) {
        m_squaredLimit = nearness * nearness * m_squaredLength;
    }
    bool holds(Coordinate p) const {
        const double x = p.x - m_from.x, y = p.y - m_from.y;
        const double across = m_alongX * y - m_alongY * x;
        if (across * across > m_squaredLimit) return false;  // nearly all
        const double along = x * m_alongX + y * m_alongY;
        return along > 0 && along < m_squaredLength;
    }

private:
    Coordinate m_from;
    double m_alongX, m_alongY, m_squaredLength, m_squaredLimit;
};

}  // namespace

std::uint32_t LayerVertices::before(std::uint32_t index) const {
    const std::uint8_t place = places[index];
    if ((place & (VertexPlace::ringBegin | VertexPlace::lineBegin)) == 0) return index - 1;
    if ((place & VertexPlace::lineBegin) != 0) return noIndex;
    const auto starts = shapes.sequenceStarts;
    return *std::upper_bound(starts.begin(), starts.end(), index) - 2;
}

Extent LayerVertices::edgeBox(std::uint32_t index) const {
    Extent box;
    box.include(at(index));
    if (hasEdge(index)) box.include(at(index + 1));
    return {box.minX - nearness, box.minY - nearness, box.maxX + nearness, box.maxY + nearness};
}

void VertexCell::judge(const CellGrid& grid, std::uint32_t cell, std::span<const std::uint32_t> records) {
    sortVertices(grid, cell, records);
    if (m_sorted.empty()) return;
    judgeGroups();
    for (const std::uint32_t index : records)
        if (m_vertices.hasEdge(index)) judgeEdge(index);
}

void VertexCell::sortVertices(const CellGrid& grid, std::uint32_t cell, std::span<const std::uint32_t> records) {
    m_found.clear();
    Extent box;
    for (const std::uint32_t index : records) {
        const Coordinate position = m_vertices.at(index);
        if (grid.cell(position) != cell) continue;
        m_found.push_back({position, index});
        box.include(position);
    }
    m_fine = CellGrid(box, static_cast<double>(m_found.size()));
    m_starts.assign(m_fine.cellCount() + 1, 0);
    for (const Vertex& vertex : m_found) ++m_starts[m_fine.cell(vertex.position) + 1];
    for (std::size_t i = 1; i < m_starts.size(); ++i) m_starts[i] += m_starts[i - 1];
    m_sorted.resize(m_found.size());
    for (const Vertex& vertex : m_found) m_sorted[m_starts[m_fine.cell(vertex.position)]++] = vertex;
    std::copy_backward(m_starts.begin(), m_starts.end() - 1, m_starts.end());
    m_starts.front() = 0;
}

void VertexCell::judgeGroups() {
    m_distinct.clear();
    m_distinctStarts.assign(1, 0);
    for (std::size_t cell = 0; cell + 1 < m_starts.size(); ++cell) {
        const auto begin = m_sorted.begin() + m_starts[cell];
        const auto end = m_sorted.begin() + m_starts[cell + 1];
        if (end - begin > 1)
            std::sort(begin, end, [](const Vertex& a, const Vertex& b) {
                return a.position == b.position ? a.index < b.index : comesBefore(a.position, b.position);
            });
        for (auto first = begin; first != end;) {
            auto last = first + 1;
            while (last != end && last->position == first->position) ++last;
            m_distinct.push_back({first->position, static_cast<std::uint32_t>(first - m_sorted.begin())});
            if (last - first > 1) judgeGroup({first, last});
            first = last;
        }
        m_distinctStarts.push_back(static_cast<std::uint32_t>(m_distinct.size()));
    }
}

/// All vertices at one position: a junction unless all have the same two neighbours.
void VertexCell::judgeGroup(std::span<const Vertex> group) {
    const Neighbours first = neighboursOf(m_vertices, group.front().index);
    const bool alike = std::all_of(group.begin() + 1, group.end(), [&](const Vertex& vertex) {
        return neighboursOf(m_vertices, vertex.index) == first;
    });
    if (!alike)
        for (const Vertex& vertex : group) m_vertices.marks[vertex.index] |= VertexMark::held;
    constexpr std::size_t few = 64;  // drawing an edge twice does no harm where thousands meet
    if (group.size() <= few) markRepeated(group);
}

void VertexCell::markRepeated(std::span<const Vertex> group) {
    for (const Vertex& vertex : group) {
        if (!m_vertices.hasEdge(vertex.index)) continue;
        const Coordinate to = m_vertices.at(vertex.index + 1);
        const bool repeated = std::any_of(group.begin(), group.end(), [&](const Vertex& other) {
            const std::uint32_t before = m_vertices.before(other.index);
            return (other.index < vertex.index && m_vertices.hasEdge(other.index) &&
                    m_vertices.at(other.index + 1) == to) ||
                   (before < vertex.index && m_vertices.at(before) == to);
        });
        if (repeated) m_vertices.marks[vertex.index] |= VertexMark::repeated;
    }
}

void VertexCell::judgeEdge(std::uint32_t index) {
    const Coordinate a = m_vertices.at(index), b = m_vertices.at(index + 1);
    const NearEdge edge(a, b, m_vertices.nearness);
    m_fine.visit(m_vertices.edgeBox(index), [&](std::uint32_t cell) {
        for (std::uint32_t i = m_distinctStarts[cell]; i < m_distinctStarts[cell + 1]; ++i) {
            const Coordinate p = m_distinct[i].position;
            if (!edge.holds(p) || p == a || p == b) continue;
            for (std::size_t at = m_distinct[i].index; at < m_sorted.size() && m_sorted[at].position == p; ++at)
                m_vertices.marks[m_sorted[at].index] |= VertexMark::held;
            m_edgeEnds.push_back(a);
            m_edgeEnds.push_back(b);
        }
    });
}

}  // namespace gis
