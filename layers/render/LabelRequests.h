// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/render/LabelCandidate.h"

namespace layers {

/// Lines of the base map larger than that on paper bear their name once in each square of a lattice of that size, areas
/// and what the plan names in squares twice as large. The lattice lies fast on the ground: so no name depends on what part
/// of the map is seen.
inline constexpr double labelBlockMm = 200;
/// How far beyond the map a list for worldRequests() must keep shapes.
inline constexpr double labelRoomMm = 2.6 * labelBlockMm;

/// What wants a label in a list whose top left corner lies at `origin` (mm) of the plane of its CRS at its scale. First
/// what was placed by hand; then greater priority, then larger, then by a number drawn from the feature itself.
std::vector<LabelRequest> worldRequests(const DrawList& list, QPointF origin, const PinsOnPaper& pins);
/// The same of a map that stands alone: a feature bears its name once, in the part of it that is seen.
std::vector<LabelRequest> pageRequests(const DrawList& list);

}  // namespace layers
