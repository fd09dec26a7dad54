// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/CarrierNetwork.h"

#include <algorithm>
#include <map>

#include "layers/scheme/LineNetwork.h"

namespace layers {
namespace {

using Edges = std::vector<std::size_t>;

/// A place and the node that it lies at.
struct Anchored {
    std::size_t place = 0;
    std::size_t node = 0;
};

/// The ways from each anchored node, made once.
class AllWays {
public:
    explicit AllWays(const LineNetwork& network) : m_network(network) {}
    const LineNetwork::Ways& from(std::size_t node) {
        const auto found = m_ways.find(node);
        return found != m_ways.end() ? found->second : m_ways.emplace(node, m_network.waysFrom(node)).first->second;
    }
    double between(const Anchored& a, const Anchored& b) { return from(a.node).length[b.node]; }
    Edges edges(const Anchored& a, const Anchored& b) { return m_network.edgesTo(from(a.node), b.node); }

private:
    const LineNetwork& m_network;
    std::map<std::size_t, LineNetwork::Ways> m_ways;
};

Edges walkThrough(const std::vector<Anchored>& places, AllWays& ways) {
    Edges walk;
    for (std::size_t i = 1; i < places.size(); ++i) {
        const Edges next = ways.edges(places[i - 1], places[i]);
        walk.insert(walk.end(), next.begin(), next.end());
    }
    return walk;
}

bool goesBack(const Edges& walk) {
    std::set<std::size_t> seen;
    return std::any_of(walk.begin(), walk.end(), [&seen](std::size_t edge) { return !seen.insert(edge).second; });
}

/// From one of the two that lie farthest apart, that which is given first, by the way along the network.
std::vector<Anchored> alongNetwork(const std::vector<Anchored>& places, AllWays& ways) {
    std::pair<std::size_t, std::size_t> ends{0, 0};
    double greatest = -1;
    for (std::size_t i = 0; i < places.size(); ++i)
        for (std::size_t k = i + 1; k < places.size(); ++k)
            if (const double apart = ways.between(places[i], places[k]); apart > greatest) {
                greatest = apart;
                ends = {i, k};
            }
    std::vector<Anchored> sorted = places;
    const Anchored first = places[ends.first];
    const Anchored last = places[ends.second];
    std::stable_sort(sorted.begin(), sorted.end(), [&](const Anchored& a, const Anchored& b) {
        // On a loop several lie equally far from the first; the far end always comes last.
        const bool aIsLast = a.place == last.place;
        const bool bIsLast = b.place == last.place;
        if (aIsLast != bIsLast) return bIsLast;
        return ways.between(first, a) < ways.between(first, b);
    });
    return sorted;
}

/// True if the places follow one another in one order or the other way round.
bool isSameWay(const std::vector<Anchored>& a, const std::vector<Anchored>& b) {
    const auto same = [](const Anchored& one, const Anchored& other) { return one.place == other.place; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), same) ||
           std::equal(a.begin(), a.end(), b.rbegin(), b.rend(), same);
}

double lengthOf(const LineNetwork& network, const Edges& edges) {
    double length = 0;
    for (const std::size_t edge : edges) length += network.edges()[edge].length;
    return length;
}

double longestBridge(const LineNetwork& network, const Edges& edges) {
    double longest = 0;
    for (const std::size_t edge : edges)
        if (network.edges()[edge].isBridge) longest = std::max(longest, network.edges()[edge].length);
    return longest;
}

/// The shortest way from a place to what is drawn already, as far as it is none of that.
Edges branchTo(const LineNetwork& network, const std::set<std::size_t>& drawn, const Anchored& place, AllWays& ways) {
    const LineNetwork::Ways& from = ways.from(place.node);
    std::size_t nearest = place.node;
    double least = -1;
    for (const std::size_t node : drawn)
        if (least < 0 || from.length[node] < least) {
            least = from.length[node];
            nearest = node;
        }
    return network.edgesTo(from, nearest);
}

void addPart(const LineNetwork& network, NetworkPath& path, std::set<std::size_t>& drawn, const Edges& edges,
             std::size_t start) {
    path.parts.push_back(network.pathOf(edges, start));
    path.longestBridge = std::max(path.longestBridge, longestBridge(network, edges));
    drawn.insert(start);
    for (const std::size_t edge : edges) {
        drawn.insert(network.edges()[edge].from);
        drawn.insert(network.edges()[edge].to);
    }
}

/// `leastBranch`: a branch that is no longer is a stub beside the way, and its place lies on the way.
NetworkPath pathThrough(const LineNetwork& network, const std::vector<Anchored>& given, double leastBranch) {
    NetworkPath path;
    AllWays ways(network);
    std::vector<Anchored> places = given;
    for (const Anchored& place : given) path.places.insert(place.place);
    Edges walk = walkThrough(places, ways);
    if (goesBack(walk)) {
        places = alongNetwork(given, ways);
        path.isReordered = !isSameWay(given, places);
        walk = walkThrough(places, ways);
    }
    const bool branches = goesBack(walk);
    if (branches) walk = ways.edges(places.front(), places.back());
    if (walk.empty()) return path;
    std::set<std::size_t> drawn;
    addPart(network, path, drawn, walk, places.front().node);
    for (const Anchored& place : places) {
        if (!branches || drawn.contains(place.node)) continue;
        const Edges branch = branchTo(network, drawn, place, ways);
        if (lengthOf(network, branch) > leastBranch) addPart(network, path, drawn, branch, place.node);
    }
    return path;
}

/// The places within reach, by the separate part of the network that they are on.
std::map<std::size_t, std::vector<Anchored>> placesByPart(const LineNetwork& network,
                                                          const std::vector<LinePlace>& stops,
                                                          const std::vector<std::size_t>& placeOfStop,
                                                          const NetworkLimits& limits) {
    std::map<std::size_t, std::vector<Anchored>> parts;
    for (std::size_t i = 0; i < stops.size(); ++i) {
        const std::size_t node = network.nodeOfStop(i);
        const bool isEnd = network.nodes()[node].edges.size() <= 1;
        if (isEnd && stops[i].distance > std::min(limits.reach, limits.endReach)) continue;
        parts[network.partOf(node)].push_back({placeOfStop[i], node});
    }
    return parts;
}

}  // namespace

std::vector<NetworkPath> networkPaths(const std::vector<LinePath>& lines, const std::vector<gis::Coordinate>& places,
                                      const NetworkLimits& limits) {
    std::vector<NetworkPath> paths;
    std::vector<LinePlace> stops;
    std::vector<std::size_t> placeOfStop;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const LinePlace at = nearestOnLines(lines, places[i]);
        if (!(at.distance <= limits.reach)) continue;
        stops.push_back(at);
        placeOfStop.push_back(i);
    }
    if (stops.size() < 2) return paths;
    const LineNetwork network = LineNetwork::make(lines, stops, limits.snap, limits.gap);
    for (const auto& [part, anchored] : placesByPart(network, stops, placeOfStop, limits)) {
        if (anchored.size() < 2) continue;
        NetworkPath path = pathThrough(network, anchored, limits.gap);
        if (!path.parts.empty()) paths.push_back(std::move(path));
    }
    std::stable_sort(paths.begin(), paths.end(),
                     [](const NetworkPath& a, const NetworkPath& b) { return a.places.size() > b.places.size(); });
    return paths;
}

}  // namespace layers
