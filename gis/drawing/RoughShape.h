// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/drawing/DrawingForm.h"

namespace gis {

/// A line or polygon without most of the vertices that lie close together: of those that follow each other in one square
/// of a lattice of this size (units of the coordinates) the first and the last stay, whatever the direction, so that
/// both sides of a border lose nearly the same. Off by no more than the square's diagonal. A ring that would vanish
/// keeps three vertices. Points stay as they are. Any thread.
Geometry thinned(const Geometry& geometry, double square);
/// Packs what thinned() gives.
void addThinned(const Geometry& geometry, double square, PackedShapesBuilder& shapes);

/// A form of shapes as they are, for a picture that is wanted at once: nothing is known of common borders, and no
/// vertex vanishes at any scale. Canceled.
Result<DrawingForm> roughForm(PackedShapes shapes, const JobControl& control = {});

}  // namespace gis
