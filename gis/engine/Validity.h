// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "gis/base/Result.h"
#include "gis/geometry/Geometry.h"

namespace gis {

/// What is wrong with a geometry, and where.
struct Flaw {
    /// Stable snake_case word: self_intersection, ring_self_intersection, hole_outside_shell, nested_holes,
    /// nested_shells, disconnected_interior, duplicate_rings, too_few_points, ring_not_closed, not_finite, other.
    std::string kind;
    Coordinate place;  ///< NaN where it has none
    Message text;      ///< names the kind and the place
};

/// The first flaw by OGC rules, or nothing. Empty geometries are valid here.
std::optional<Flaw> flawOf(const Geometry& geometry);

struct Repair {
    Geometry geometry;  ///< valid; empty if nothing was left
    Flaw flaw;          ///< what was wrong with the original
};

/// A valid copy (GEOS MakeValid, "structure" method; lines and points that fall out of a polygon are dropped).
/// InvalidGeometry if it cannot be mended (not finite). The original is untouched.
Result<Repair> repaired(const Geometry& geometry, const Flaw& flaw);

}  // namespace gis
