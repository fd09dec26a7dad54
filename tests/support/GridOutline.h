// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <numeric>

#include "tests/support/GridNet.h"

namespace grid {

/// Traces the union of the chosen triangles of a net.
class Outline {
public:
    Outline(const Net& net, const Choice& chosen) : m_net(net), m_component(net.triangles.size()) {
        std::map<std::pair<int, int>, std::size_t> sides;
        std::iota(m_component.begin(), m_component.end(), std::size_t{0});
        for (std::size_t t = 0; t < chosen.size(); ++t)
            if (chosen[t])
                for (int i = 0; i < 3; ++i) sides[{net.triangles[t][i], net.triangles[t][(i + 1) % 3]}] = t;
        for (const auto& [side, triangle] : sides) {
            const auto other = sides.find({side.second, side.first});
            if (other != sides.end()) m_component[root(triangle)] = root(other->second);
        }
        for (const auto& [side, triangle] : sides)
            if (!sides.contains({side.second, side.first})) m_outgoing[side.first].push_back({side.second, triangle});
    }

    /// Rings of each part, the shell first.
    std::vector<std::vector<std::vector<Node>>> parts() {
        while (!m_outgoing.empty()) walk();
        std::vector<std::vector<std::vector<Node>>> all;
        for (auto& [component, rings] : m_rings) all.push_back(std::move(rings));
        return all;
    }

private:
    struct Way {
        int to;
        std::size_t triangle;
    };
    std::size_t root(std::size_t t) {
        while (m_component[t] != t) t = m_component[t] = m_component[m_component[t]];
        return t;
    }
    Node at(int node) const { return m_net.nodes[static_cast<std::size_t>(node)]; }

    /// Whether one meets `a` before `b` when turning clockwise from the way back to `from`.
    bool isBefore(int from, int node, int a, int b) const {
        const auto rank = [&](int to) {  // 0 in the first half turn, 1 straight on, 2 in the second
            const int side = cross(at(from), at(node), at(to));
            return side > 0 ? 0 : side == 0 ? 1 : 2;
        };
        if (rank(a) != rank(b)) return rank(a) < rank(b);
        return cross(at(node), at(b), at(a)) > 0;
    }

    Way take(int from, int node) {
        auto& ways = m_outgoing.at(node);
        std::size_t best = 0;
        for (std::size_t i = 1; i < ways.size() && from >= 0; ++i)
            if (isBefore(from, node, ways[i].to, ways[best].to)) best = i;
        const Way way = ways[best];
        ways.erase(ways.begin() + static_cast<std::ptrdiff_t>(best));
        if (ways.empty()) m_outgoing.erase(node);
        return way;
    }

    /// One closed walk with the interior on the left; where it comes through a node again, what lies between is a ring.
    void walk() {
        const int start = m_outgoing.begin()->first;
        std::vector<int> path{start};
        Way way = take(-1, start);
        const std::size_t component = root(way.triangle);
        const int second = way.to;
        for (;;) {
            const auto seen = std::find(path.begin(), path.end(), way.to);
            const int from = path.back();
            if (seen != path.end()) {
                addRing(component, {seen, path.end()});
                path.erase(seen + 1, path.end());
            } else {
                path.push_back(way.to);
            }
            if (way.to == start && path.size() == 1 && isClosed(from, start, second)) return;
            way = take(from, way.to);
        }
    }
    /// Back at the start: the walk goes on only if another of its own ways leaves before the first one.
    bool isClosed(int from, int start, int second) const {
        const auto ways = m_outgoing.find(start);
        return ways == m_outgoing.end() || std::none_of(ways->second.begin(), ways->second.end(), [&](const Way& way) {
                   return isBefore(from, start, way.to, second);
               });
    }

    void addRing(std::size_t component, const std::vector<int>& nodes) {
        std::vector<Node> ring;
        long twice = 0;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const Node a = at(nodes[i]), b = at(nodes[(i + 1) % nodes.size()]);
            ring.push_back(a);
            twice += static_cast<long>(a.x) * b.y - static_cast<long>(a.y) * b.x;
        }
        auto& rings = m_rings[component];
        rings.insert(twice > 0 ? rings.begin() : rings.end(), ring);
    }

    const Net& m_net;
    std::vector<std::size_t> m_component;
    std::map<int, std::vector<Way>> m_outgoing;
    std::map<std::size_t, std::vector<std::vector<Node>>> m_rings;
};

}  // namespace grid
