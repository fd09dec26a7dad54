// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/LineNetwork.h"

#include <algorithm>
#include <limits>
#include <queue>

#include "layers/scheme/NetworkMaker.h"

namespace layers {
namespace {

constexpr double nowhere = std::numeric_limits<double>::infinity();

}  // namespace

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
