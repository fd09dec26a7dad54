// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/overlap/ShapeCursor.h"

namespace gis {

/// By which a position is thought to be shifted, infinitesimally: by (ε, ε²) or by its opposite, so that it lies on no
/// edge. The plan is shifted by Plus against the control, so the control by Minus against the plan.
enum class Shift { Plus, Minus };

/// The sign of orientation(a, b, c + shift), never 0. `exact` is orientation(a, b, c); a ≠ b.
inline int shiftedSide(double exact, Coordinate a, Coordinate b, Shift shift) {
    if (exact != 0) return exact > 0 ? 1 : -1;
    // The derivative in the direction of (ε, ε²): ε tells, and ε² where the edge is level.
    const int plus = b.y != a.y ? (b.y > a.y ? -1 : 1) : (b.x > a.x ? 1 : -1);
    return shift == Shift::Plus ? plus : -plus;
}

/// How often the rings of a polygon wind around the shifted position: 1 inside a valid polygon, 0 outside. Costs about
/// the logarithm of the number of vertices: what lies wholly to the right counts by its ends.
int winding(const ShapeCursor& polygon, Coordinate position, Shift shift);

/// True if the position lies on an edge or vertex. Exact.
bool isOnBoundary(const ShapeCursor& shape, Coordinate position);

}  // namespace gis
