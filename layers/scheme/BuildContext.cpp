// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/BuildContext.h"

namespace layers {
namespace {

std::optional<double> ownKm(const SchemeElement& element, const std::string& parameter) {
    if (parameter == "width_km") return element.widthKm;
    if (parameter == "radius_km") return element.radiusKm;
    if (parameter == "anchor_km") return element.anchorKm;
    if (parameter == "join_km") return element.joinKm;
    if (parameter == "gap_km") return element.gapKm;
    if (parameter == "generalise_km") return element.generaliseKm;
    return std::nullopt;
}

}  // namespace

std::optional<double> BuildContext::metres(const std::string& parameter) const {
    std::optional<double> km = ownKm(element, parameter);
    if (const auto found = kind.parameters.find(parameter); !km && found != kind.parameters.end()) km = found->second;
    return km ? std::optional(*km * 1000) : std::nullopt;
}

void BuildContext::warn(const char* kindWord, gis::Message text) const {
    warnings.push_back({kindWord, {{}, {}, element.id}, std::move(text)});
}

gis::Result<std::vector<SeatedPlace>> seatedPlaces(BuildContext& context, bool withEnds) {
    std::vector<SchemePlace> places;
    if (withEnds && context.element.start) places.push_back(*context.element.start);
    places.insert(places.end(), context.element.members.begin(), context.element.members.end());
    if (withEnds && context.element.finish) places.push_back(*context.element.finish);
    std::vector<SeatedPlace> found;
    for (const SchemePlace& place : places) {
        TUCE_TRY(seat, context.plane.seatOf(place));
        if (seat)
            found.push_back({place, *seat});
        else
            context.warn("place_unknown", gis::message("layers", "no layer and no list of places knows %1 (%2)",
                                                       {place.name, place.adcode.empty() ? "-" : place.adcode}));
    }
    return found;
}

}  // namespace layers
