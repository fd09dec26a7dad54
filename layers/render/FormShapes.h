// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/render/DrawList.h"

namespace layers {

/// A shape of a form on paper, with the vertices that count at a tolerance (mm) and cut to a box about the map; for
/// what is placed by shapes, as labels are.
PaperShape shapeOnPaper(const gis::DrawingForm& form, std::uint32_t shape, const PaperFrame& frame, const QRectF& box,
                        double toleranceMm);

/// The same, uncut: for what follows a line from its start, wherever the map lies.
PaperShape wholeOnPaper(const gis::DrawingForm& form, std::uint32_t shape, const PaperFrame& frame, double toleranceMm);

/// Draws the shapes of one symbol of a layer that is drawn from its form, over an image with so many pixels to a
/// millimetre of the map. `ink`: how; a hatch is fixed to the ground. `rows`: as for gis::paintShapes. False if canceled.
bool paintForm(const QImage& image, uchar* bits, const DrawnLayer& drawn, std::size_t symbol, const gis::ShapeInk& ink,
               const PaperFrame& frame, double pixelsPerMm, const gis::JobControl& control, gis::RowRange rows = {});

}  // namespace layers
