// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <numeric>
#include <vector>

#include "gis/geometry/Extent.h"
#include "layers/scheme/LineNetwork.h"

namespace layers {

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

/// Cuts lines where they are joined, then makes nodes and edges of what the cuts leave. Used once.
class NetworkMaker {
public:
    NetworkMaker(const std::vector<LinePath>& lines, double snap, double gap);
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
    void bridgeGaps();
    void cutAtStops(const std::vector<LinePlace>& stops);
    /// Cuts in their order along each line.
    std::vector<std::size_t> cutsInOrder() const;
    bool isSamePlace(const Cut& a, const Cut& b) const;
    std::size_t nodeOf(LineNetwork& network, Groups& nodes, std::size_t cut);
    static void addEdge(LineNetwork& network, LineNetwork::Edge edge);

    const std::vector<LinePath>& m_lines;
    double m_snap, m_gap;
    std::vector<gis::Extent> m_boxes;
    std::vector<double> m_lengths;
    std::vector<Cut> m_cuts;
    std::vector<std::size_t> m_ends;                          ///< cuts at the ends of lines
    std::vector<std::pair<std::size_t, std::size_t>> m_same;  ///< cuts that are one node
    std::vector<Bridge> m_bridges;
    std::map<std::size_t, std::size_t> m_nodeNumbers;  ///< by group of cuts
};

}  // namespace layers
