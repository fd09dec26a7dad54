// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineF>
#include <QPolygonF>
#include <vector>

#include "layers/render/PaperShape.h"
#include "layers/style/Style.h"

namespace layers {

/// The line that a symbol follows: the smooth curve where it asks for one.
QPolygonF courseOf(const QPolygonF& line, const LineSymbol& symbol);

/// A line parallel to another, `distanceMm` to the right of its direction (y downward); to the left if negative.
/// Corners are mitred where they are not too sharp; bends narrower than the distance are cut short, so that the
/// result does not loop. A ring (first = last) stays one. Empty where nothing is left.
QPolygonF offsetLine(const QPolygonF& line, double distanceMm);

/// Where a line is at a distance from its start, with its direction there (unit length). Distances beyond its ends
/// give the ends. The line has at least two different vertices.
struct LinePlace {
    QPointF at;
    QPointF direction;
};
LinePlace placeAlong(const QPolygonF& line, double distanceMm);

/// The line without so much of its start and end; empty if nothing is left.
QPolygonF shortened(const QPolygonF& line, double startMm, double endMm);

/// Places every `spacingMm` along a line, the first at half of that, that lie in `box`. The work goes with the number
/// of vertices and of places in the box, not with the length of the line.
std::vector<LinePlace> placesAlong(const QPolygonF& line, double spacingMm, const QRectF& box);

}  // namespace layers
