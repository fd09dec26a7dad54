// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPainter>
#include <QPainterPath>
#include <QString>

namespace layers {

/// A scale bar of a round length.
struct ScaleBar {
    double metres = 0;    ///< on the ground
    double lengthMm = 0;  ///< on paper
};

/// The longest bar of 1, 2 or 5 times a power of ten metres that is not longer than `mostMm` at 1:denominator.
ScaleBar scaleBarFor(double denominator, double mostMm);
/// The smallest denominator of a customary scale (1, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8 times a power of ten) that is not
/// below `least`.
double roundScale(double least);
/// "1 : 800 000", with spaces between the thousands.
QString scaleText(double denominator);

/// Bar and its numbers; `corner` is the top left of a box of lengthMm x scaleBarHeight * unit, numbers may reach
/// a little to its sides.
void paintScaleBar(QPainter& painter, const ScaleBar& bar, QPointF corner, double unit);
inline constexpr double scaleBarHeight = 5.6;

}  // namespace layers
