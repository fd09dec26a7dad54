// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <vector>

#include "layers/scheme/LinePath.h"

namespace layers {

/// What counts as joined and as near, in metres.
struct NetworkLimits {
    double snap = 50;          ///< ends so near to another line are a junction
    double gap = 3000;         ///< loose ends so near to another line are joined to it by a straight bridge
    double reach = 40'000;     ///< places so near to the network lie on it
    double endReach = 10'000;  ///< … but only so near where the network ends before it comes to them
};

/// A way through the network.
struct NetworkPath {
    /// The way from the first place to the last, behind it the branches to places that lie off that way.
    std::vector<LinePath> parts;
    std::set<std::size_t> places;  ///< indexes of the places on it
    double longestBridge = 0;      ///< of those on the way; 0: it runs on the lines alone
    bool isReordered = false;      ///< the places lie in another order on the network than they are given
};

/// The lines of one carrier (a river, a railway) as a network, and the shortest way on it through `places` in their
/// order, each at the nearest point of the network, trimmed at the first and the last of them. Lines are joined where an
/// end lies within `snap` of another line, where they share a vertex, and by bridges over gaps, the shortest first. If
/// the way would go back over itself, the places are taken in their order along the network between the two that lie
/// farthest apart; if it still does (the network branches between them), it is the way between those two and a branch to
/// each of the others. Vertices of the lines stay as they are. One path for each separate part of the network with at
/// least two places, the one with most places first; none if there is no such part. Shortest ways by Dijkstra (1959).
/// All in metres, in the plane. Pure; any thread.
std::vector<NetworkPath> networkPaths(const std::vector<LinePath>& lines, const std::vector<gis::Coordinate>& places,
                                      const NetworkLimits& limits);

}  // namespace layers
