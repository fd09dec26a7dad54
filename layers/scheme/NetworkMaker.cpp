// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/NetworkMaker.h"

#include <algorithm>

namespace layers {
namespace {

constexpr double sameMetres = 1e-6;  ///< cuts of a line so near to one another are one

/// pathBetween for stretches that follow one another along a line, each vertex looked at once.
class LineWalk {
public:
    LinePath between(const LinePath& line, double from, double to) {
        if (&line != m_line || from < m_measure) {
            m_line = &line;
            m_next = 1;
            m_measure = 0;
        }
        LinePath found;
        while (m_next < line.size() && m_measure < to) {
            const double length = distanceBetween(line[m_next - 1], line[m_next]);
            const double end = m_measure + length;
            if (end > from && length > 0) {
                if (found.empty()) found.push_back(at(line, std::max(0.0, (from - m_measure) / length)));
                found.push_back(end <= to ? line[m_next] : at(line, (to - m_measure) / length));
            }
            if (end > to) break;  // the next stretch begins within this edge
            m_measure = end;
            ++m_next;
        }
        return found;
    }

private:
    gis::Coordinate at(const LinePath& line, double share) const {
        const gis::Coordinate a = line[m_next - 1];
        const gis::Coordinate b = line[m_next];
        return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
    }
    const LinePath* m_line = nullptr;
    std::size_t m_next = 1;  ///< the vertex at the end of the edge that is looked at
    double m_measure = 0;    ///< at the start of that edge
};

gis::Extent boxOf(const LinePath& line) {
    gis::Extent box;
    for (const gis::Coordinate& point : line) box.include(point);
    return box;
}

bool isLess(gis::Coordinate a, gis::Coordinate b) { return a.x != b.x ? a.x < b.x : a.y < b.y; }

}  // namespace

NetworkMaker::NetworkMaker(const std::vector<LinePath>& lines, double snap, double gap)
    : m_lines(lines), m_snap(snap), m_gap(gap) {
    for (const LinePath& line : lines) {
        m_boxes.push_back(boxOf(line));
        m_lengths.push_back(line.size() < 2 ? 0 : pathLength(line));
    }
}

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

void NetworkMaker::bridgeGaps() {
    Groups parts(m_lines.size());  // which lines hang together already
    for (const auto& [a, b] : m_same) parts.join(m_cuts[a].line, m_cuts[b].line);
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

void NetworkMaker::cutAtStops(const std::vector<LinePlace>& stops) {
    for (const LinePlace& stop : stops) {
        const LinePath& line = m_lines[stop.line];
        addCut(stop.line, stop.measure,
               stop.measure <= 0 ? line.front() : pathBetween(line, 0, std::max(stop.measure, sameMetres)).back());
    }
}

std::vector<std::size_t> NetworkMaker::cutsInOrder() const {
    std::vector<std::size_t> order(m_cuts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
        return m_cuts[a].line != m_cuts[b].line ? m_cuts[a].line < m_cuts[b].line
                                                : m_cuts[a].measure < m_cuts[b].measure;
    });
    return order;
}

bool NetworkMaker::isSamePlace(const Cut& a, const Cut& b) const {
    return a.line == b.line && b.measure - a.measure <= sameMetres;
}

std::size_t NetworkMaker::nodeOf(LineNetwork& network, Groups& nodes, std::size_t cut) {
    const std::size_t group = nodes.of(cut);
    const auto [found, isNew] = m_nodeNumbers.emplace(group, network.m_nodes.size());
    if (isNew) network.m_nodes.push_back({m_cuts[group].position, {}});
    return found->second;
}

void NetworkMaker::addEdge(LineNetwork& network, LineNetwork::Edge edge) {
    network.m_nodes[edge.from].edges.push_back(network.m_edges.size());
    if (edge.to != edge.from) network.m_nodes[edge.to].edges.push_back(network.m_edges.size());
    network.m_edges.push_back(std::move(edge));
}

LineNetwork NetworkMaker::made(const std::vector<LinePlace>& stops) {
    cutEnds();
    cutSharedVertices();
    cutJunctions();
    bridgeGaps();
    const std::size_t firstStop = m_cuts.size();
    cutAtStops(stops);
    const std::vector<std::size_t> order = cutsInOrder();
    Groups nodes(m_cuts.size());
    for (const auto& [a, b] : m_same) nodes.join(a, b);
    for (std::size_t i = 1; i < order.size(); ++i)
        if (isSamePlace(m_cuts[order[i - 1]], m_cuts[order[i]])) nodes.join(order[i], order[i - 1]);
    LineNetwork network;
    LineWalk walk;
    for (std::size_t i = 1; i < order.size(); ++i) {
        const Cut& from = m_cuts[order[i - 1]];
        const Cut& to = m_cuts[order[i]];
        if (from.line != to.line || isSamePlace(from, to)) continue;
        LinePath path = walk.between(m_lines[from.line], from.measure, to.measure);
        if (path.size() < 2) continue;
        const std::size_t start = nodeOf(network, nodes, order[i - 1]);
        const std::size_t end = nodeOf(network, nodes, order[i]);
        addEdge(network, {start, end, std::move(path), to.measure - from.measure, false});
    }
    for (const Bridge& bridge : m_bridges) {
        const std::size_t start = nodeOf(network, nodes, bridge.from);
        const std::size_t end = nodeOf(network, nodes, bridge.to);
        addEdge(network, {start, end, {m_cuts[bridge.from].position, m_cuts[bridge.to].position}, bridge.length, true});
    }
    for (std::size_t i = 0; i < stops.size(); ++i) network.m_stopNodes.push_back(nodeOf(network, nodes, firstStop + i));
    Groups hang(network.m_nodes.size());
    for (const LineNetwork::Edge& edge : network.m_edges) hang.join(edge.from, edge.to);
    for (std::size_t i = 0; i < network.m_nodes.size(); ++i) network.m_partOf.push_back(hang.of(i));
    return network;
}

}  // namespace layers
