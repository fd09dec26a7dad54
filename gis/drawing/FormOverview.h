// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "gis/drawing/DrawingForm.h"

namespace gis {

/// An overview of a form, for pictures of all of it on a screen and coarser ones, with coarser overviews of its own; null
/// if a quarter of the vertices or more would stay. Shares what does not depend on the number of vertices. Canceled.
Result<std::shared_ptr<const DrawingForm>> overviewOf(const DrawingForm& form, const JobControl& control = {});

/// What serves pictures of all of a form with up to so many pixels along the longer side, from the fewest vertices; null
/// if that is hardly less than the form or an overview of it has. Canceled.
Result<std::shared_ptr<const DrawingForm>> overviewFor(const DrawingForm& form, double side,
                                                       const JobControl& control = {});

/// The arrays of an overview that are kept in a file; the rest follows from them.
struct OverviewArrays {
    PackedShapes shapes;  ///< with thinned rings
    std::span<const std::uint8_t> ranks;
    std::span<const Extent> sequenceBoxes;
    std::span<const float> sequenceAreas;
    int missingUpTo = -1;
};
/// A form of arrays that come from a file and are kept alive by `shapes.storage`. Nothing if they do not fit each
/// other, or if canceled.
std::shared_ptr<const DrawingForm> overviewFrom(const OverviewArrays& arrays, const JobControl& control = {});

}  // namespace gis
