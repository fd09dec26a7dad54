// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "layers/scheme/LinePath.h"

namespace layers {

/// A place on one of several lines.
struct LinePlace {
    std::size_t line = 0;
    double measure = 0;
    double distance = 0;
};

/// Lines joined at nodes. Metres, in the plane. A value.
class LineNetwork {
public:
    /// A piece of a line between two nodes, or a straight bridge over a gap.
    struct Edge {
        std::size_t from = 0, to = 0;
        LinePath path;
        double length = 0;
        bool isBridge = false;
    };
    struct Node {
        gis::Coordinate position;
        std::vector<std::size_t> edges;
    };
    /// Shortest ways from one node: the length to each node (infinite where there is none) and the last edge to it.
    struct Ways {
        std::vector<double> length;
        std::vector<std::size_t> last;
    };

    /// Joins the lines as networkPaths() tells and cuts them at `stops` too, places on the lines that are to be nodes.
    static LineNetwork make(const std::vector<LinePath>& lines, const std::vector<LinePlace>& stops, double snap,
                            double gap);

    const std::vector<Node>& nodes() const { return m_nodes; }
    const std::vector<Edge>& edges() const { return m_edges; }
    std::size_t nodeOfStop(std::size_t stop) const { return m_stopNodes[stop]; }
    /// Which separate part of the network a node is in.
    std::size_t partOf(std::size_t node) const { return m_partOf[node]; }

    Ways waysFrom(std::size_t node) const;
    /// The edges from the start of `ways` to a node; empty if there is no way.
    std::vector<std::size_t> edgesTo(const Ways& ways, std::size_t node) const;
    /// The edges of a way strung together from a node on.
    LinePath pathOf(const std::vector<std::size_t>& edges, std::size_t start) const;
    std::size_t otherEnd(std::size_t edge, std::size_t node) const;

private:
    friend class NetworkMaker;
    std::vector<Node> m_nodes;
    std::vector<Edge> m_edges;
    std::vector<std::size_t> m_stopNodes;
    std::vector<std::size_t> m_partOf;
};

/// The nearest place on any of the lines (those with at least two vertices; there must be one); the first of several.
LinePlace nearestOnLines(const std::vector<LinePath>& lines, gis::Coordinate position);

}  // namespace layers
