// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/CarrierPath.h"

#include <algorithm>
#include <set>

#include "gis/engine/Overlay.h"
#include "layers/scheme/CarrierNetwork.h"
#include "layers/scheme/CarrierStretch.h"
#include "layers/scheme/IdleParts.h"
#include "layers/scheme/InferredWay.h"

namespace layers {
namespace {

constexpr double leastSpread = 500;  ///< m; a way shorter than this is one place

constexpr double networkShare = 0.5;  ///< of anchor_km: lines without the carrier's name have to pass nearer

/// A carrier as loaded lines, or where there are none as a way on others of its kind or the stops of a known route.
struct Carrier {
    std::string name;
    std::vector<LinePath> lines;
    LinePath stops;
    CarrierStretch inferred{};  ///< its path is empty if there is none
    bool isLine() const { return !lines.empty(); }
    bool isInferred() const { return !inferred.path.empty(); }
    bool isKnown() const { return isLine() || isInferred() || stops.size() >= 2; }
};

/// The parameter gap_km, for all lines of one carrier.
double gapOf(const BuildContext& context) { return context.metres("gap_km").value_or(0); }

/// The lines were to be those of one layer, and it has none of them any more.
void warnOfLayer(const BuildContext& context, const std::string& called, const std::string& layer) {
    if (layer.empty() || called.empty() || context.plane.base().hasLine(called, layer)) return;
    context.warn(
        "carrier_layer_gone",
        gis::message("layers", "the layer %1 has no line %2; those of other layers are taken", {layer, called}));
}

void warnOfOrder(const BuildContext& context, const std::string& carrier) {
    context.warn(
        "order_along",
        gis::message("layers", "its places lie along %1 in another order than they are named; the way follows %1",
                     {carrier}));
}

/// Where to look for lines that join the places: about as far around them as they lie apart.
gis::Extent boxAround(const std::vector<SeatedPlace>& places, double reach) {
    gis::Extent box;
    for (const SeatedPlace& place : places) box.include(place.seat);
    return box.grown(reach + std::max(box.width(), box.height()) / 2);
}

/// A way on the lines of some layers.
struct Guess {
    std::string layers;
    InferredWay way;
    std::size_t places() const { return way.stretch.path.empty() ? 0 : way.stretch.places.size(); }
};

/// Of the ways on the lines of each layer by itself, then of all together, the first that reaches most places: two layers
/// may show the same railway twice, side by side, or different ones that never meet.
Guess bestGuess(const BuildContext& context, const BaseInPlane::Network& network, const Carrier& carrier,
                const std::vector<SeatedPlace>& places, const NetworkLimits& limits) {
    const double detour = context.plane.base().fields().networkDetour;
    Guess best, all;
    std::vector<LinePath> together;
    for (const auto& [layer, lines] : network) {
        Guess guess{layer, inferredWay(lines, carrier.stops, places, limits, detour)};
        if (guess.places() > best.places()) best = std::move(guess);
        together.insert(together.end(), lines.begin(), lines.end());
        all.layers += (all.layers.empty() ? "" : ", ") + layer;
    }
    if (network.size() < 2 || best.places() == places.size()) return best;
    all.way = inferredWay(together, carrier.stops, places, limits, detour);
    return all.places() > best.places() ? all : best;
}

/// The way of a carrier on lines of its kind that are not called so.
gis::Result<CarrierStretch> guessedStretch(BuildContext& context, const Carrier& carrier, const std::string& kind,
                                           const std::vector<SeatedPlace>& places) {
    if (places.size() < 2) return CarrierStretch{};
    NetworkLimits limits;
    limits.gap = gapOf(context);
    limits.reach = context.metres("anchor_km").value_or(0) * networkShare;
    TUCE_TRY(network, context.plane.networkFor(carrier.name, kind, boxAround(places, limits.reach)));
    Guess guess = bestGuess(context, network, carrier, places, limits);
    if (guess.places() == 0) return CarrierStretch{};
    context.warn("carrier_by_network",
                 gis::message("layers",
                              "no loaded line is called %1; the shortest way between its places on the lines of %2 is "
                              "drawn instead: its course is inferred",
                              {carrier.name, guess.layers}));
    if (guess.way.isReordered) warnOfOrder(context, carrier.name);
    guess.way.stretch.carrier = carrier.name;
    return std::move(guess.way.stretch);
}

/// `mayFollowOthers`: lines that are not called so.
gis::Result<Carrier> carrierCalled(BuildContext& context, const SchemeCarrier& named, bool mayFollowOthers,
                                   const std::vector<SeatedPlace>& places) {
    const std::string& name = named.name;
    TUCE_TRY(lines, context.plane.linesOf(name, named.layer));
    const std::string called = context.plane.base().lineName(name);
    warnOfLayer(context, called, named.layer);
    if (!lines.empty() && !context.plane.base().isNameOf(called, name))
        context.warn("line_by_stem", gis::message("layers", "the loaded line %1 is taken for %2", {called, name}));
    std::erase_if(lines, [](const LinePath& line) { return line.size() < 2; });
    if (!lines.empty()) return Carrier{name, std::move(lines), {}};
    TUCE_TRY(stops, context.plane.stopsOf(name));
    Carrier carrier{name, {}, {}};
    for (const auto& [stop, position] : stops) carrier.stops.push_back(position);
    if (!mayFollowOthers) return carrier;
    TUCE_TRY(guessed, guessedStretch(context, carrier, named.kind, places));
    carrier.inferred = std::move(guessed);
    return carrier;
}

/// Whether the element is a line that is there already: what is only planned runs on no line of today.
bool isInUse(const BuildContext& context) {
    const auto& statuses = context.plane.base().fields().networkStatuses;
    return std::ranges::find(statuses, context.element.statusClass) != statuses.end();
}

/// The carriers with a shape, in the order of the element; its own names where it names no carrier.
gis::Result<std::vector<Carrier>> carriersOf(BuildContext& context, const std::vector<SeatedPlace>& places) {
    std::vector<SchemeCarrier> named;
    for (const SchemeCarrier& carrier : context.element.carriers)
        if (!carrier.isSupporting() && carrier.kind != "mountain") named.push_back(carrier);
    const bool isNamed = !named.empty();
    if (!isNamed) {
        named.push_back({context.element.name, context.element.kind, {}});
        for (const std::string& alias : context.element.aliases) named.push_back({alias, context.element.kind, {}});
    }
    if (!isNamed) {  // a line of one of its names goes before a guess
        for (const SchemeCarrier& one : named) {
            TUCE_TRY(carrier, carrierCalled(context, one, false, places));
            if (carrier.isLine()) return std::vector<Carrier>{carrier};
        }
    }
    std::vector<Carrier> carriers;
    for (const SchemeCarrier& one : named) {
        TUCE_TRY(carrier, carrierCalled(context, one, isNamed || isInUse(context), places));
        if (carrier.isKnown()) {
            carriers.push_back(std::move(carrier));
            if (!isNamed) break;
        } else if (isNamed) {
            context.warn(
                "carrier_unknown",
                gis::message("layers", "no line is loaded and no route is known for the carrier %1", {one.name}));
        }
    }
    return carriers;
}

/// Appends to an end of `path` if the gap is small enough.
bool isJoined(LinePath& path, const LinePath& next, double greatestGap) {
    const double gaps[] = {distanceBetween(path.back(), next.front()), distanceBetween(path.back(), next.back()),
                           distanceBetween(path.front(), next.back()), distanceBetween(path.front(), next.front())};
    const auto best = std::min_element(std::begin(gaps), std::end(gaps)) - std::begin(gaps);
    if (gaps[best] > greatestGap) return false;
    LinePath added = next;
    if (best == 1 || best == 3) std::reverse(added.begin(), added.end());
    path.insert(best < 2 ? path.end() : path.begin(), added.begin(), added.end());
    return true;
}

void addStretch(CarriedPath& path, const CarrierStretch& stretch, double greatestGap) {
    if (std::find(path.carriers.begin(), path.carriers.end(), stretch.carrier) == path.carriers.end())
        path.carriers.push_back(stretch.carrier);
    path.isSchematic = path.isSchematic || stretch.isSchematic;
    path.longestBridge = std::max(path.longestBridge, stretch.longestBridge);
    const bool isTaken = std::any_of(path.parts.begin(), path.parts.end(),
                                     [&](LinePath& part) { return isJoined(part, stretch.path, greatestGap); });
    if (!isTaken) path.parts.push_back(stretch.path);
    path.parts.insert(path.parts.end(), stretch.branches.begin(), stretch.branches.end());
}

/// Turns a path of one part so that it runs from the first place to the last.
void orient(CarriedPath& path, const std::vector<SeatedPlace>& places) {
    if (path.parts.size() != 1 || places.size() < 2) return;
    LinePath& line = path.parts.front();
    const double forward = nearestOnPath(line, places.front().seat).measure;
    const double backward = nearestOnPath(line, places.back().seat).measure;
    if (forward > backward) std::reverse(line.begin(), line.end());
}

CarriedPath throughSeats(const std::vector<SeatedPlace>& places) {
    CarriedPath path;
    LinePath points;
    for (const SeatedPlace& place : places) points.push_back(place.seat);
    path.parts.push_back(smoothPath(points, curveStep));
    path.isSchematic = true;
    return path;
}

/// The part of the carriers' lines inside the one unit that the element names; empty if there is none.
gis::Result<CarriedPath> withinOnly(BuildContext& context, const std::vector<Carrier>& carriers) {
    CarriedPath path;
    if (context.element.members.size() != 1) return path;
    TUCE_TRY(unit, context.plane.areaOf(context.element.members.front()));
    if (!unit) return path;
    for (const Carrier& carrier : carriers) {
        if (!carrier.isLine()) continue;
        const LinePath whole = longestChain(carrier.lines, gapOf(context));
        TUCE_TRY(inside, gis::overlay(gis::OverlayOperation::Intersection, geometryOf({whole}), *unit));
        TUCE_TRY(merged, gis::mergedLines(inside.geometry));
        const std::vector<LinePath> parts = pathsOf(merged);
        path.parts.insert(path.parts.end(), parts.begin(), parts.end());
        if (!parts.empty()) path.carriers.push_back(carrier.name);
    }
    return path;
}

/// Carriers without two places on them: all of each. A route without a loaded line is none.
CarriedPath alongWhole(BuildContext& context, const std::vector<Carrier>& carriers) {
    CarriedPath path;
    for (const Carrier& carrier : carriers) {
        if (!carrier.isLine()) continue;
        path.parts.push_back(longestChain(carrier.lines, gapOf(context)));
        path.carriers.push_back(carrier.name);
    }
    if (!context.element.members.empty() && !path.parts.empty())
        context.warn("whole_carrier",
                     gis::message("layers", "fewer than two places lie on %1, so its whole length is taken; state ends",
                                  {path.carriers.front()}));
    return path;
}

/// The stretch of a loaded line without its small bends, where the element asks for it.
gis::Result<LinePath> generalised(const BuildContext& context, const LinePath& path) {
    const double tolerance = context.metres("generalise_km").value_or(0);
    if (tolerance <= 0 || path.size() < 3) return path;
    TUCE_TRY(simple, gis::simplified(geometryOf({path}), tolerance));
    return pathsOf(simple).front();
}

/// The ways on the network of a loaded carrier.
gis::Result<std::vector<CarrierStretch>> networkStretches(const BuildContext& context, const Carrier& carrier,
                                                          const std::vector<SeatedPlace>& places) {
    NetworkLimits limits;
    limits.gap = gapOf(context);
    limits.reach = context.metres("anchor_km").value_or(0);
    std::vector<gis::Coordinate> seats;
    for (const SeatedPlace& place : places) seats.push_back(place.seat);
    std::vector<CarrierStretch> stretches;
    for (const NetworkPath& way : networkPaths(carrier.lines, seats, limits)) {
        if (pathLength(way.parts.front()) < leastSpread) continue;
        CarrierStretch stretch;
        stretch.places = way.places;
        stretch.longestBridge = way.longestBridge;
        if (way.isReordered) warnOfOrder(context, carrier.name);
        for (const LinePath& part : way.parts) {
            TUCE_TRY(simple, generalised(context, part));
            (stretch.path.empty() ? stretch.path : stretch.branches.emplace_back()) = simple;
        }
        stretches.push_back(std::move(stretch));
    }
    return stretches;
}

gis::Result<std::vector<CarrierStretch>> stretchesOf(const BuildContext& context, const Carrier& carrier,
                                                     const std::vector<SeatedPlace>& places) {
    std::vector<CarrierStretch> stretches;
    if (carrier.isLine()) {
        TUCE_TRY(ways, networkStretches(context, carrier, places));
        stretches = std::move(ways);
    } else if (carrier.isInferred()) {
        CarrierStretch way = carrier.inferred;
        TUCE_TRY(simple, generalised(context, way.path));
        way.path = simple;
        for (LinePath& branch : way.branches) {
            TUCE_TRY(plain, generalised(context, branch));
            branch = plain;
        }
        stretches.push_back(std::move(way));
    } else {
        CarrierStretch route = routeStretch(carrier.stops, places, context.metres("anchor_km").value_or(0));
        if (route.path.size() >= 2) stretches.push_back(std::move(route));
    }
    for (CarrierStretch& stretch : stretches) stretch.carrier = carrier.name;
    return stretches;
}

/// A carrier of whose places none is near: told, for the words name it and the shape does without.
void warnOfFar(const BuildContext& context, const Carrier& carrier, double greatestDistance) {
    context.warn("carrier_touches_none",
                 gis::message("layers", "fewer than two of its places lie within %1 km of %2, so it takes no part",
                              {gis::toPlainDecimal(greatestDistance / 1000), carrier.name}));
}

/// A carrier on which no place lies that others do not reach already.
void warnOfParallel(const BuildContext& context, const Carrier& carrier, const CarriedPath& path) {
    if (path.carriers.empty() || std::ranges::find(path.carriers, carrier.name) != path.carriers.end()) return;
    context.warn("carrier_not_used",
                 gis::message("layers", "the places on %1 are reached along %2 already, so it takes no part",
                              {carrier.name, path.carriers.front()}));
}

/// Two carriers side by side would make a way there and back: of one that reaches places of another only what leads to
/// new places is taken, each from the nearest place reached already.
std::vector<CarrierStretch> newParts(const CarrierStretch& stretch, const std::set<std::size_t>& reached,
                                     const std::vector<SeatedPlace>& places) {
    std::vector<std::pair<double, bool>> marks;  // measure along the path, whether the place is new
    for (const std::size_t place : stretch.places)
        marks.emplace_back(nearestOnPath(stretch.path, places[place].seat).measure, !reached.contains(place));
    const auto isNew = [](const auto& mark) { return mark.second; };
    if (std::ranges::all_of(marks, isNew)) return {stretch};
    std::sort(marks.begin(), marks.end());
    std::vector<CarrierStretch> parts;
    for (std::size_t i = 0, end = 0; i < marks.size(); i = end) {
        end = i;
        while (end < marks.size() && marks[end].second == marks[i].second) ++end;
        if (!marks[i].second) continue;
        double from = marks[i].first, to = marks[end - 1].first;
        const bool joinsBefore = i > 0 && (end == marks.size() || from - marks[i - 1].first <= marks[end].first - to);
        if (joinsBefore)
            from = marks[i - 1].first;
        else if (end < marks.size())
            to = marks[end].first;
        if (!(from < to)) continue;
        CarrierStretch part = stretch;
        part.path = pathBetween(stretch.path, from, to);
        if (!parts.empty()) part.branches.clear();
        parts.push_back(std::move(part));
    }
    return parts;
}

}  // namespace

gis::Result<CarriedPath> carriedPath(BuildContext& context) {
    TUCE_TRY(places, seatedPlaces(context, true));
    TUCE_TRY(carriers, carriersOf(context, places));
    const double greatestDistance = context.metres("anchor_km").value_or(0);
    const double greatestGap = context.metres("join_km").value_or(0);
    CarriedPath path;
    std::set<std::size_t> reached;
    std::vector<const Carrier*> far, near;
    for (const Carrier& carrier : carriers) {
        TUCE_TRY(stretches, stretchesOf(context, carrier, places));
        (stretches.empty() ? far : near).push_back(&carrier);
        for (const CarrierStretch& stretch : stretches) {
            for (const CarrierStretch& part : newParts(stretch, reached, places)) addStretch(path, part, greatestGap);
            reached.insert(stretch.places.begin(), stretch.places.end());
        }
    }
    if (!path.parts.empty())
        for (const Carrier* carrier : far) warnOfFar(context, *carrier, greatestDistance);
    for (const Carrier* carrier : near) warnOfParallel(context, *carrier, path);
    const bool needsTwo = context.kind.parameters.contains("least_places") && !context.element.members.empty();
    if (path.parts.empty() && !carriers.empty() && places.size() < 2 && !needsTwo) {
        TUCE_TRY(inside, withinOnly(context, carriers));
        path = inside.parts.empty() ? alongWhole(context, carriers) : inside;
    } else if (path.parts.empty() && places.size() >= 2) {
        if (!carriers.empty())
            context.warn("carrier_far",
                         gis::message("layers",
                                      "fewer than two places lie within %1 km of %2, so the "
                                      "path joins the seats instead",
                                      {gis::toPlainDecimal(greatestDistance / 1000), carriers.front().name}));
        path = throughSeats(places);
    }
    if (path.parts.empty())
        path.reason = places.empty()
                          ? gis::message("layers", "it names no carrier with a known course and no place")
                          : gis::message("layers", "it names one place only and no carrier with a known course");
    for (const Carrier& carrier : carriers)
        if (carrier.isInferred() && std::ranges::find(path.carriers, carrier.name) != path.carriers.end())
            path.inferred.push_back(carrier.name);
    orient(path, places);
    path.offPath = placesOffPath(context, path.parts, places);
    return path;
}

}  // namespace layers
