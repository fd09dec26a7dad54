// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/CarrierPath.h"

#include <algorithm>
#include <set>

#include "gis/engine/Overlay.h"
#include "layers/scheme/CarrierStretch.h"

namespace layers {
namespace {

constexpr double chainGap = 3000;  ///< m; the largest known gap in a river of the sample's source is 2.1 km

/// The whole of a carrier, as loaded line or as stops; `isLine` tells which.
struct Carrier {
    std::string name;
    LinePath whole;
    bool isLine = false;
};

gis::Result<Carrier> carrierCalled(BuildContext& context, const std::string& name) {
    TUCE_TRY(lines, context.plane.linesOf(name));
    if (!lines.empty()) return Carrier{name, longestChain(lines, chainGap), true};
    TUCE_TRY(stops, context.plane.stopsOf(name));
    Carrier carrier{name, {}, false};
    for (const auto& [stop, position] : stops) carrier.whole.push_back(position);
    return carrier;
}

/// The carriers with a shape, in the order of the element; its own names where it names no carrier.
gis::Result<std::vector<Carrier>> carriersOf(BuildContext& context) {
    std::vector<std::string> names;
    for (const SchemeCarrier& carrier : context.element.carriers)
        if (!carrier.isSupporting() && carrier.kind != "mountain") names.push_back(carrier.name);
    const bool isNamed = !names.empty();
    if (!isNamed) {
        names.push_back(context.element.name);
        names.insert(names.end(), context.element.aliases.begin(), context.element.aliases.end());
    }
    std::vector<Carrier> carriers;
    for (const std::string& name : names) {
        TUCE_TRY(carrier, carrierCalled(context, name));
        if (carrier.whole.size() >= 2) {
            carriers.push_back(std::move(carrier));
            if (!isNamed) break;
        } else if (isNamed) {
            context.warn("carrier_unknown",
                         gis::message("layers", "no line is loaded and no route is known for the carrier %1", {name}));
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
    path.carriers.push_back(stretch.carrier);
    path.isSchematic = path.isSchematic || stretch.isSchematic;
    for (LinePath& part : path.parts)
        if (isJoined(part, stretch.path, greatestGap)) return;
    path.parts.push_back(stretch.path);
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
        if (!carrier.isLine) continue;
        TUCE_TRY(inside, gis::overlay(gis::OverlayOperation::Intersection, geometryOf({carrier.whole}), *unit));
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
        if (!carrier.isLine) continue;
        path.parts.push_back(carrier.whole);
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

}  // namespace

gis::Result<CarriedPath> carriedPath(BuildContext& context) {
    TUCE_TRY(places, seatedPlaces(context, true));
    TUCE_TRY(carriers, carriersOf(context));
    const double greatestDistance = context.metres("anchor_km").value_or(0);
    const double greatestGap = context.metres("join_km").value_or(0);
    CarriedPath path;
    std::set<std::size_t> reached;
    for (const Carrier& carrier : carriers) {
        CarrierStretch stretch = carrier.isLine ? lineStretch(carrier.whole, places, greatestDistance)
                                                : routeStretch(carrier.whole, places, greatestDistance);
        stretch.carrier = carrier.name;
        const bool isParallel =
            std::includes(reached.begin(), reached.end(), stretch.places.begin(), stretch.places.end());
        if (stretch.path.size() < 2 || isParallel) continue;
        if (carrier.isLine) {
            TUCE_TRY(simple, generalised(context, stretch.path));
            stretch.path = simple;
        }
        reached.insert(stretch.places.begin(), stretch.places.end());
        addStretch(path, stretch, greatestGap);
    }
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
    orient(path, places);
    return path;
}

}  // namespace layers
