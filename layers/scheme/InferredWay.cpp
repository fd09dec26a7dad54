// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/InferredWay.h"

#include <algorithm>
#include <optional>

namespace layers {
namespace {

constexpr double leastSpread = 500;  ///< m; a stop so near to a place is that place

/// A point that the way has to pass.
struct Via {
    double measure = 0;  ///< along the stops
    gis::Coordinate position;
    std::optional<std::size_t> place;  ///< nothing for a stop that is no place of the element
};

std::vector<Via> viasOf(const std::vector<SeatedPlace>& places) {
    std::vector<Via> vias;
    for (std::size_t i = 0; i < places.size(); ++i) vias.push_back({0, places[i].seat, i});
    return vias;
}

/// The places near the known route, in its order, and its stops between them.
std::vector<Via> viasAlong(const LinePath& stops, const std::vector<SeatedPlace>& places, double reach) {
    std::vector<Via> vias;
    for (std::size_t i = 0; i < places.size(); ++i)
        if (const PathPlace at = nearestOnPath(stops, places[i].seat); at.distance <= reach)
            vias.push_back({at.measure, places[i].seat, i});
    if (vias.size() < 2) return {};
    const auto byMeasure = [](const Via& a, const Via& b) { return a.measure < b.measure; };
    const double from = std::ranges::min_element(vias, byMeasure)->measure;
    const double to = std::ranges::max_element(vias, byMeasure)->measure;
    const std::vector<Via> members = vias;
    double measure = 0;
    for (std::size_t i = 0; i < stops.size(); ++i) {
        if (i > 0) measure += distanceBetween(stops[i - 1], stops[i]);
        const bool isPlace = std::ranges::any_of(
            members, [&](const Via& via) { return distanceBetween(via.position, stops[i]) < leastSpread; });
        if (!isPlace && measure > from && measure < to) vias.push_back({measure, stops[i], std::nullopt});
    }
    std::ranges::stable_sort(vias, byMeasure);
    return vias;
}

/// How far the points of a way lie apart in the order in which they are given.
double givenLength(const NetworkPath& way, const std::vector<Via>& vias) {
    double length = 0;
    const Via* before = nullptr;
    for (const std::size_t via : way.places) {
        if (before != nullptr) length += distanceBetween(before->position, vias[via].position);
        before = &vias[via];
    }
    return length;
}

/// The same in their order along it; branches count from the way.
double chainLength(const NetworkPath& way, const std::vector<Via>& vias) {
    constexpr double onTheWay = 20'000;
    std::vector<std::pair<double, gis::Coordinate>> points;
    double length = 0;
    for (const std::size_t via : way.places) {
        const PathPlace at = nearestOnPath(way.parts.front(), vias[via].position);
        points.emplace_back(at.measure, at.point);
        if (at.distance > onTheWay) length += at.distance;
    }
    std::ranges::sort(points, {}, &std::pair<double, gis::Coordinate>::first);
    for (std::size_t i = 1; i < points.size(); ++i) length += distanceBetween(points[i - 1].second, points[i].second);
    return length;
}

bool isCredible(const NetworkPath& way, const std::vector<Via>& vias, double greatestDetour) {
    std::size_t places = 0, stops = 0, passed = 0;
    for (std::size_t i = 0; i < vias.size(); ++i) {
        const bool isOn = way.places.contains(i);
        if (vias[i].place) {
            places += isOn ? 1 : 0;
        } else {
            ++stops;
            passed += isOn ? 1 : 0;
        }
    }
    if (places < 2 || 3 * passed < 2 * stops) return false;
    double length = 0;
    for (const LinePath& part : way.parts) length += pathLength(part);
    // A way there and back lengthens the order along it too, and places may be listed in any order: the shorter counts.
    const double apart = std::min(givenLength(way, vias), chainLength(way, vias));
    return length >= leastSpread && length <= greatestDetour * apart;
}

}  // namespace

InferredWay inferredWay(const std::vector<LinePath>& lines, const LinePath& stops,
                        const std::vector<SeatedPlace>& places, const NetworkLimits& limits, double greatestDetour) {
    InferredWay found;
    const std::vector<Via> vias = stops.size() >= 2 ? viasAlong(stops, places, limits.reach) : viasOf(places);
    std::vector<gis::Coordinate> positions;
    for (const Via& via : vias) positions.push_back(via.position);
    for (const NetworkPath& way : networkPaths(lines, positions, limits)) {
        if (!isCredible(way, vias, greatestDetour)) continue;
        found.stretch.isSchematic = true;
        found.stretch.longestBridge = way.longestBridge;
        found.stretch.path = way.parts.front();
        found.stretch.branches.assign(way.parts.begin() + 1, way.parts.end());
        for (const std::size_t via : way.places)
            if (vias[via].place) found.stretch.places.insert(*vias[via].place);
        found.isReordered = way.isReordered;
        return found;
    }
    return found;
}

}  // namespace layers
