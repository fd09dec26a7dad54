// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/LineNetwork.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <queue>

namespace layers {
namespace {

constexpr double nowhere = std::numeric_limits<double>::infinity();

/// Disjoint sets with path halving.
class Groups {
public:
    explicit Groups(std::size_t count) : m_parent(count) { std::iota(m_parent.begin(), m_parent.end(), 0U); }
    std::size_t of(std::size_t item) {
        while (m_parent[item] != item) item = m_parent[item] = m_parent[m_parent[item]];
        return item;
    }
    bool join(std::size_t a, std::size_t b) {
        a = of(a);
        b = of(b);
        m_parent[std::max(a, b)] = std::min(a, b);
        return a != b;
    }

private:
    std::vector<std::size_t> m_parent;
};

gis::Extent boxOf(const LinePath& line) {
    gis::Extent box;
    for (const gis::Coordinate& point : line) box.include(point);
    return box;
}

bool isLess(gis::Coordinate a, gis::Coordinate b) { return a.x != b.x ? a.x < b.x : a.y < b.y; }

}  // namespace

/// Cuts the lines where they are joined, then makes nodes and edges of what the cuts leave.
class NetworkMaker {
public:
    NetworkMaker(const std::vector<LinePath>& lines, double snap, double gap)
        : m_lines(lines), m_snap(snap), m_gap(gap) {
        for (const LinePath& line : lines) {
            m_boxes.push_back(boxOf(line));
            m_lengths.push_back(line.size() < 2 ? 0 : pathLength(line));
        }
    }
    LineNetwork made(const std::vector<LinePlace>& stops);

private:
    struct Cut {
        std::size_t line = 0;
        double measure = 0;
        gis::Coordinate position;
    };
    struct Bridge {
        double length = 0;
        std::size_t from = 0, to = 0;  ///< cuts
    };
    bool isLine(std::size_t line) const { return m_lines[line].size() >= 2 && m_lengths[line] > 0; }
    std::size_t addCut(std::size_t line, double measure, gis::Coordinate position) {
        m_cuts.push_back({line, measure, position});
        return m_cuts.size() - 1;
    }
    void cutEnds();
    void cutSharedVertices();
    /// The nearest place on each other line within `limit` of an end, as a cut beside that end's.
    std::vector<Bridge> nearOnOthers(std::size_t end, double limit);
    void cutJunctions();
    void bridgeGaps(Groups& parts);

    const std::vector<LinePath>& m_lines;
    double m_snap, m_gap;
    std::vector<gis::Extent> m_boxes;
    std::vector<double> m_lengths;
    std::vector<Cut> m_cuts;  ///< the ends of each line first
    std::vector<std::size_t> m_ends;
    std::vector<std::pair<std::size_t, std::size_t>> m_same;  ///< cuts that are one node
    std::vector<Bridge> m_bridges;
};

void NetworkMaker::cutEnds() {
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (!isLine(i)) continue;
        m_ends.push_back(addCut(i, 0, m_lines[i].front()));
        m_ends.push_back(addCut(i, m_lengths[i], m_lines[i].back()));
        const bool isRing =
            distanceBetween(m_lines[i].front(), m_lines[i].back()) <= m_snap && m_lengths[i] > 3 * m_snap;
        if (isRing) m_same.emplace_back(m_ends[m_ends.size() - 2], m_ends.back());
    }
}

void NetworkMaker::cutSharedVertices() {
    struct Vertex {
        gis::Coordinate position;
        std::size_t line;
        double measure;
    };
    std::vector<Vertex> all;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        double measure = 0;
        for (std::size_t k = 0; isLine(i) && k < m_lines[i].size(); ++k) {
            if (k > 0) measure += distanceBetween(m_lines[i][k - 1], m_lines[i][k]);
            all.push_back({m_lines[i][k], i, measure});
        }
    }
    std::sort(all.begin(), all.end(), [](const Vertex& a, const Vertex& b) {
        if (a.position.x != b.position.x || a.position.y != b.position.y) return isLess(a.position, b.position);
        return a.line != b.line ? a.line < b.line : a.measure < b.measure;
    });
    for (std::size_t k = 1; k < all.size(); ++k) {
        const Vertex& a = all[k - 1];
        const Vertex& b = all[k];
        if (a.line == b.line || distanceBetween(a.position, b.position) > 0) continue;
        m_same.emplace_back(addCut(a.line, a.measure, a.position), addCut(b.line, b.measure, b.position));
    }
}

std::vector<NetworkMaker::Bridge> NetworkMaker::nearOnOthers(std::size_t end, double limit) {
    std::vector<Bridge> found;
    const gis::Coordinate position = m_cuts[end].position;
    for (std::size_t other = 0; other < m_lines.size(); ++other) {
        if (other == m_cuts[end].line || !isLine(other)) continue;
        if (!m_boxes[other].grown(limit).contains(position)) continue;
        const PathPlace at = nearestOnPath(m_lines[other], position);
        if (at.distance <= limit) found.push_back({at.distance, end, addCut(other, at.measure, at.point)});
    }
    return found;
}

void NetworkMaker::cutJunctions() {
    for (const std::size_t end : m_ends)
        for (const Bridge& near : nearOnOthers(end, m_snap)) m_same.emplace_back(near.from, near.to);
}

/// `parts`: which lines hang together already.
void NetworkMaker::bridgeGaps(Groups& parts) {
    std::vector<Bridge> all;
    for (const std::size_t end : m_ends) {
        const std::size_t known = m_cuts.size();
        std::vector<Bridge> found = nearOnOthers(end, m_gap);
        std::erase_if(found, [&](const Bridge& bridge) {
            return parts.of(m_cuts[bridge.from].line) == parts.of(m_cuts[bridge.to].line);
        });
        if (found.empty()) m_cuts.resize(known);
        all.insert(all.end(), found.begin(), found.end());
    }
    std::stable_sort(all.begin(), all.end(), [](const Bridge& a, const Bridge& b) { return a.length < b.length; });
    for (const Bridge& bridge : all)
        if (parts.join(m_cuts[bridge.from].line, m_cuts[bridge.to].line)) m_bridges.push_back(bridge);
}

LineNetwork NetworkMaker::made(const std::vector<LinePlace>& stops) {
    cutEnds();
    cutSharedVertices();
    cutJunctions();
    Groups parts(m_lines.size());
    for (const auto& [a, b] : m_same) parts.join(m_cuts[a].line, m_cuts[b].line);
    bridgeGaps(parts);
    const std::size_t firstStop = m_cuts.size();
    for (const LinePlace& stop : stops) {
        const LinePath ahead = pathBetween(m_lines[stop.line], 0, std::max(stop.measure, 1e-9));
        addCut(stop.line, stop.measure, stop.measure <= 0 ? m_lines[stop.line].front() : ahead.back());
    }
    // Along each line its cuts in order; those at one measure are one node.
    std::vector<std::size_t> order(m_cuts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
        return m_cuts[a].line != m_cuts[b].line ? m_cuts[a].line < m_cuts[b].line
                                                : m_cuts[a].measure < m_cuts[b].measure;
    });
    constexpr double same = 1e-6;
    Groups nodes(m_cuts.size());
    for (const auto& [a, b] : m_same) nodes.join(a, b);
    for (std::size_t i = 1; i < order.size(); ++i)
        if (m_cuts[order[i]].line == m_cuts[order[i - 1]].line &&
            m_cuts[order[i]].measure - m_cuts[order[i - 1]].measure <= same)
            nodes.join(order[i], order[i - 1]);
    LineNetwork network;
    std::map<std::size_t, std::size_t> numbers;
    const auto nodeOf = [&](std::size_t cut) {
        const auto [found, isNew] = numbers.emplace(nodes.of(cut), network.m_nodes.size());
        if (isNew) network.m_nodes.push_back({m_cuts[nodes.of(cut)].position, {}});
        return found->second;
    };
    const auto addEdge = [&network](LineNetwork::Edge edge) {
        network.m_nodes[edge.from].edges.push_back(network.m_edges.size());
        if (edge.to != edge.from) network.m_nodes[edge.to].edges.push_back(network.m_edges.size());
        network.m_edges.push_back(std::move(edge));
    };
    for (std::size_t i = 1; i < order.size(); ++i) {
        const Cut& from = m_cuts[order[i - 1]];
        const Cut& to = m_cuts[order[i]];
        if (from.line != to.line || to.measure - from.measure <= same) continue;
        LinePath path = pathBetween(m_lines[from.line], from.measure, to.measure);
        if (path.size() >= 2)
            addEdge({nodeOf(order[i - 1]), nodeOf(order[i]), std::move(path), to.measure - from.measure, false});
    }
    for (const Bridge& bridge : m_bridges)
        addEdge({nodeOf(bridge.from), nodeOf(bridge.to),
                 LinePath{m_cuts[bridge.from].position, m_cuts[bridge.to].position}, bridge.length, true});
    for (std::size_t i = 0; i < stops.size(); ++i) network.m_stopNodes.push_back(nodeOf(firstStop + i));
    Groups hang(network.m_nodes.size());
    for (const LineNetwork::Edge& edge : network.m_edges) hang.join(edge.from, edge.to);
    for (std::size_t i = 0; i < network.m_nodes.size(); ++i) network.m_partOf.push_back(hang.of(i));
    return network;
}

LineNetwork LineNetwork::make(const std::vector<LinePath>& lines, const std::vector<LinePlace>& stops, double snap,
                              double gap) {
    return NetworkMaker(lines, snap, gap).made(stops);
}

std::size_t LineNetwork::otherEnd(std::size_t edge, std::size_t node) const {
    return m_edges[edge].from == node ? m_edges[edge].to : m_edges[edge].from;
}

LineNetwork::Ways LineNetwork::waysFrom(std::size_t start) const {
    Ways ways{std::vector<double>(m_nodes.size(), nowhere), std::vector<std::size_t>(m_nodes.size(), m_edges.size())};
    using Reached = std::pair<double, std::size_t>;
    std::priority_queue<Reached, std::vector<Reached>, std::greater<>> open;
    ways.length[start] = 0;
    open.emplace(0, start);
    while (!open.empty()) {
        const auto [length, node] = open.top();
        open.pop();
        if (length > ways.length[node]) continue;
        for (const std::size_t edge : m_nodes[node].edges) {
            const std::size_t next = otherEnd(edge, node);
            const double through = length + m_edges[edge].length;
            if (through >= ways.length[next]) continue;
            ways.length[next] = through;
            ways.last[next] = edge;
            open.emplace(through, next);
        }
    }
    return ways;
}

std::vector<std::size_t> LineNetwork::edgesTo(const Ways& ways, std::size_t node) const {
    std::vector<std::size_t> edges;
    while (ways.last[node] < m_edges.size()) {
        edges.push_back(ways.last[node]);
        node = otherEnd(ways.last[node], node);
    }
    std::reverse(edges.begin(), edges.end());
    return edges;
}

LinePath LineNetwork::pathOf(const std::vector<std::size_t>& edges, std::size_t start) const {
    LinePath path;
    for (const std::size_t index : edges) {
        const Edge& edge = m_edges[index];
        LinePath piece = edge.path;
        if (edge.from != start) std::reverse(piece.begin(), piece.end());
        start = otherEnd(index, start);
        // Where two lines meet within the snapping distance both ends stay: nothing is moved.
        const bool isJoined = !path.empty() && distanceBetween(path.back(), piece.front()) <= 1e-6;
        path.insert(path.end(), piece.begin() + (isJoined ? 1 : 0), piece.end());
    }
    return path;
}

LinePlace nearestOnLines(const std::vector<LinePath>& lines, gis::Coordinate position) {
    LinePlace best{0, 0, nowhere};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].size() < 2) continue;
        const PathPlace at = nearestOnPath(lines[i], position);
        if (at.distance < best.distance) best = {i, at.measure, at.distance};
    }
    return best;
}

}  // namespace layers
