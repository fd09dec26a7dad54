// SPDX-License-Identifier: Apache-2.0
#include "layers/render/SharedEdges.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <unordered_map>

namespace layers {

namespace {

struct PointHash {
    std::size_t operator()(const QPointF& point) const {
        const auto x = std::bit_cast<std::uint64_t>(point.x());
        const auto y = std::bit_cast<std::uint64_t>(point.y());
        return static_cast<std::size_t>((x * 0x9E3779B97F4A7C15U) ^ (y + (x << 6U) + (x >> 2U)));
    }
};
struct PointSame {  // QPointF's own comparison is fuzzy
    bool operator()(const QPointF& a, const QPointF& b) const { return a.x() == b.x() && a.y() == b.y(); }
};

bool comesBefore(const QPointF& a, const QPointF& b) { return a.x() < b.x() || (a.x() == b.x() && a.y() < b.y()); }

/// The chain from the end, or of a loop from the vertex, that lies furthest to the left: whatever of the plan is looked
/// at, its dashes begin there. A loop from a node on keeps its start.
QPolygonF inOneWay(QPolygonF line, bool fromNode) {
    if (line.size() < 3 || line.first() != line.last()) {
        if (comesBefore(line.last(), line.first())) std::reverse(line.begin(), line.end());
        return line;
    }
    if (!fromNode) {
        line.removeLast();
        std::rotate(line.begin(), std::min_element(line.begin(), line.end(), comesBefore), line.end());
        line.append(line.first());
    }
    if (comesBefore(line[line.size() - 2], line[1])) std::reverse(line.begin(), line.end());
    return line;
}

/// Vertices with their neighbours, each neighbour once.
class EdgeGraph {
public:
    void add(QPointF a, QPointF b) {
        if (PointSame{}(a, b)) return;
        const std::size_t from = vertex(a);
        const std::size_t to = vertex(b);
        for (const std::size_t known : m_neighbours[from])
            if (known == to) return;
        m_neighbours[from].push_back(to);
        m_neighbours[to].push_back(from);
    }
    std::vector<QPolygonF> chains() {
        m_used.resize(m_points.size());
        for (std::size_t index = 0; index < m_points.size(); ++index) m_used[index].assign(degree(index), 0);
        std::vector<QPolygonF> lines;
        for (const bool nodesOnly : {true, false})  // what is left after the nodes are rings
            for (std::size_t index = 0; index < m_points.size(); ++index)
                if (!nodesOnly || degree(index) != 2)
                    for (std::size_t side = 0; side < degree(index); ++side)
                        if (!m_used[index][side]) lines.push_back(inOneWay(walked(index, side), nodesOnly));
        return lines;
    }

private:
    std::size_t vertex(QPointF point) {
        const auto [place, isNew] = m_index.try_emplace(point, m_points.size());
        if (isNew) {
            m_points.push_back(point);
            m_neighbours.emplace_back();
        }
        return place->second;
    }
    std::size_t degree(std::size_t index) const { return m_neighbours[index].size(); }
    void use(std::size_t from, std::size_t to) {
        for (std::size_t side = 0; side < degree(from); ++side)
            if (m_neighbours[from][side] == to) m_used[from][side] = 1;
    }
    QPolygonF walked(std::size_t start, std::size_t side) {
        QPolygonF line{m_points[start]};
        std::size_t here = start;
        while (true) {
            const std::size_t next = m_neighbours[here][side];
            use(here, next);
            use(next, here);
            line.append(m_points[next]);
            if (degree(next) != 2 || next == start) return line;
            side = m_neighbours[next][0] == here ? 1 : 0;
            here = next;
        }
    }
    std::unordered_map<QPointF, std::size_t, PointHash, PointSame> m_index;
    std::vector<QPointF> m_points;
    std::vector<std::vector<std::size_t>> m_neighbours;
    std::vector<std::vector<char>> m_used;
};

}  // namespace

PaperShape edgesOnce(const std::vector<const PaperShape*>& polygons) {
    EdgeGraph graph;
    for (const PaperShape* polygon : polygons)
        for (const auto& part : polygon->parts)
            for (const QPolygonF& ring : part)
                for (qsizetype index = 0; index + 1 < ring.size(); ++index) graph.add(ring[index], ring[index + 1]);
    PaperShape edges;
    edges.dimension = 1;
    for (QPolygonF& line : graph.chains()) edges.parts.push_back({std::move(line)});
    return edges;
}

}  // namespace layers
