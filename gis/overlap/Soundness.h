// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/overlap/AreaForm.h"

namespace gis {

/// Whether all of them are numbers that are not infinite; fast.
bool areFinite(std::span<const Coordinate> coordinates);

/// Rings of a thinned layer may be left with one or two positions and the repeated first.
enum class RingForm { Whole, Thinned };

/// For arrays that come from a file: whether they have the form that PackedShapes, RunTree and BoundarySums state, so
/// that whoever walks through them stays inside. Coordinates must be finite. What the numbers say is not looked at.
/// Costs a pass over the arrays, on all threads of `control`; false too if canceled.
bool isSound(const PackedShapes& shapes, const JobControl& control = {}, RingForm rings = RingForm::Whole);
/// `shapes` must be sound.
bool isSound(const RunTree& tree, const PackedShapes& shapes);
/// `tree` must be sound.
bool isSound(const BoundarySums& sums, const RunTree& tree, const PackedShapes& shapes);

}  // namespace gis
