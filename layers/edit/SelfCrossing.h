// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "layers/edit/VertexEdit.h"

namespace layers {

// Whether the outline of a polygon meets itself elsewhere than at the shared vertices of neighbouring edges. Quick enough
// to ask at each movement of the mouse; whether a polygon is valid in every respect is gis::flawOf's to say. Nothing for
// points and lines. In the plane of the geometry's own CRS.

/// Where the edges that end at this vertex meet another edge of the same polygon part; O(number of vertices).
std::optional<gis::Coordinate> crossingAtVertex(const gis::Geometry& geometry, VertexPlace vertex);

/// Where any two edges meet; quadratic, so that it is for drawings: more than 2000 vertices are not looked at.
std::optional<gis::Coordinate> crossingOf(const gis::Geometry& geometry);

}  // namespace layers
