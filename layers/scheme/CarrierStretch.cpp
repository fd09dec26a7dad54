// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/CarrierStretch.h"

#include <algorithm>
#include <map>

namespace layers {
namespace {

constexpr double leastSpread = 500;  ///< m; places nearer than this along a line are one
constexpr double guidePull = 0.5;    ///< how far a stop that is no member is drawn to the chord of its neighbours
constexpr double endReach = 10'000;  ///< m; a place beyond the end of a line counts only so near
constexpr double nearShare = 0.5;    ///< of the greatest distance: places within it are taken in the line's order

/// A place or stop on a line.
struct Mark {
    double measure = 0;
    gis::Coordinate position;
    bool isPlace = false;
};

/// Where the places come to lie on a line, those within reach.
struct Reached {
    std::map<std::size_t, PathPlace> places;
    double from = 0;
    double to = 0;
    bool isStretch() const { return places.size() >= 2 && to - from >= leastSpread; }
    std::set<std::size_t> indexes() const {
        std::set<std::size_t> found;
        for (const auto& [index, at] : places) found.insert(index);
        return found;
    }
};

Reached reachedPlaces(const LinePath& line, const std::vector<SeatedPlace>& places, double greatestDistance) {
    Reached reached;
    const double length = pathLength(line);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const PathPlace at = nearestOnPath(line, places[i].seat);
        const bool isBeyondEnd = at.measure <= 0 || at.measure >= length;
        if (at.distance > (isBeyondEnd ? std::min(greatestDistance, endReach) : greatestDistance)) continue;
        reached.from = reached.places.empty() ? at.measure : std::min(reached.from, at.measure);
        reached.to = reached.places.empty() ? at.measure : std::max(reached.to, at.measure);
        reached.places.emplace(i, at);
    }
    return reached;
}

/// Members pin the curve; the stops between them are pulled towards the chord of their neighbours.
LinePath curveThrough(const std::vector<Mark>& marks) {
    LinePath points;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        gis::Coordinate point = marks[i].position;
        if (!marks[i].isPlace && i > 0 && i + 1 < marks.size()) {
            const LinePath chord{marks[i - 1].position, marks[i + 1].position};
            const gis::Coordinate near = nearestOnPath(chord, point).point;
            point = {point.x + (near.x - point.x) * guidePull, point.y + (near.y - point.y) * guidePull};
        }
        points.push_back(point);
    }
    return smoothPath(points, curveStep);
}

/// Puts a place that lies off the line where it makes the way least longer, before the first and behind the last too.
void insertCheaply(std::vector<Mark>& marks, gis::Coordinate place) {
    std::size_t best = 0;
    double least = distanceBetween(place, marks.front().position);
    for (std::size_t i = 1; i <= marks.size(); ++i) {
        double added = distanceBetween(marks[i - 1].position, place);
        if (i < marks.size())
            added +=
                distanceBetween(place, marks[i].position) - distanceBetween(marks[i - 1].position, marks[i].position);
        if (added >= least) continue;
        least = added;
        best = i;
    }
    marks.insert(marks.begin() + static_cast<std::ptrdiff_t>(best), Mark{0, place, true});
}

/// The stops between the outermost of these places, that are not such a place themselves.
void addGuides(std::vector<Mark>& marks, const LinePath& stops, const Reached& reached) {
    const std::vector<Mark> places = marks;
    double measure = 0;
    for (std::size_t i = 0; i < stops.size(); ++i) {
        if (i > 0) measure += distanceBetween(stops[i - 1], stops[i]);
        const bool isPlace = std::any_of(places.begin(), places.end(), [&](const Mark& mark) {
            return distanceBetween(mark.position, stops[i]) < leastSpread;
        });
        if (!isPlace && measure > reached.from && measure < reached.to) marks.push_back({measure, stops[i], false});
    }
    std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.measure < b.measure; });
}

}  // namespace

CarrierStretch routeStretch(const LinePath& stops, const std::vector<SeatedPlace>& places, double greatestDistance) {
    CarrierStretch stretch;
    stretch.isSchematic = true;
    const Reached reached = reachedPlaces(stops, places, greatestDistance);
    stretch.places = reached.indexes();
    Reached near = reachedPlaces(stops, places, greatestDistance * nearShare);
    if (!near.isStretch()) near = reached;
    if (!near.isStretch()) return stretch;
    std::vector<Mark> marks;
    for (const auto& [index, at] : near.places) marks.push_back({at.measure, places[index].seat, true});
    addGuides(marks, stops, near);
    for (const auto& [index, at] : reached.places)
        if (!near.places.contains(index)) insertCheaply(marks, places[index].seat);
    stretch.path = curveThrough(marks);
    return stretch;
}

}  // namespace layers
