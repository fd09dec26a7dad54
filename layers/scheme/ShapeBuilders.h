// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "layers/scheme/BuildContext.h"

namespace layers {

/// Runs one builder of kinds.json by its word: path, band, disc, hull, union, points, corridor, barrier. Shapes lie in the
/// plane of the context. InvalidData for an unknown word.
gis::Result<BuildAttempt> builtBy(const std::string& builder, BuildContext& context);

/// The line along the carriers through the members.
gis::Result<BuildAttempt> builtPath(BuildContext& context);
/// A band of width_km about that line, with flat ends, wider where a member's town (a circle of town_km about its seat)
/// lies beside it within anchor_km; without town_km evenly wide.
gis::Result<BuildAttempt> builtBand(BuildContext& context);
/// Circles of radius_km on the ground about the members' seats, joined.
gis::Result<BuildAttempt> builtDisc(BuildContext& context);
/// The hull of the built-up land within radius_km of the members' seats, inside their units.
gis::Result<BuildAttempt> builtHull(BuildContext& context);
/// The members' units joined. Members without a polygon are listed with their seats.
gis::Result<BuildAttempt> builtUnion(BuildContext& context);
/// A loaded point of the element's own name, else the members' seats; the note says how exact that is.
gis::Result<BuildAttempt> builtPoints(BuildContext& context);
/// All within width_km / 2 of the carrier rivers, inside the members where their boundaries are loaded.
gis::Result<BuildAttempt> builtCorridor(BuildContext& context);
/// All within width_km / 2 of the carrier ridges, inside the members where their boundaries are loaded.
gis::Result<BuildAttempt> builtBarrier(BuildContext& context);

/// A circle on the ground as a polygon of 256 sides with the circle's area, about `centre`, in `plane`: drawn in the
/// Gauss-Krüger zone of its own longitude, with that zone's scale at the centre taken out.
gis::Result<gis::Geometry> groundCircle(BaseInPlane& plane, gis::Coordinate centre, double radiusMetres);

}  // namespace layers
