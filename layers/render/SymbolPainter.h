// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPainter>

#include "layers/render/LineCourse.h"
#include "layers/render/PaperShape.h"
#include "layers/style/Style.h"

namespace layers {

// Painters of one symbol part each, for map and legend alike. The painter's unit is the millimetre, y downward. All
// of them cut the geometry to `map` themselves, because Qt's SVG generator ignores clips; a stroke may reach half
// its width beyond.

QColor toQColor(Colour colour);
/// The colour for fine strokes: in Qt's PDF a translucent stroke becomes a filled outline of ten times the size, so
/// there it is mixed with white, which a map mostly is.
Colour strokeColourOn(const QPainter& painter, Colour colour);

/// Ground and pattern of polygons; hatches and dots are real lines and discs, cut to the polygon. All shapes as one:
/// what they cover is added up before it is painted, so that no ground shines through between neighbours, and what
/// several cover is painted once. Patterns go through `origin`, the place of the ground's own origin on paper, however
/// far away, so that they stay on the ground while the map moves.
void paintFills(QPainter& painter, const std::vector<const PaperShape*>& shapes, const FillSymbol& fill,
                const QRectF& map, QPointF origin = {});
void paintFill(QPainter& painter, const PaperShape& shape, const FillSymbol& fill, const QRectF& map,
               QPointF origin = {});
/// The soft band on the inner side of a boundary.
void paintInnerBand(QPainter& painter, const PaperShape& shape, const LineSymbol& line, const QRectF& map);
/// The casing below lines; painted for a whole class before its lines, so that junctions stay open.
void paintCasing(QPainter& painter, const PaperShape& shape, const LineSymbol& line, const QRectF& map);
/// Lines, outlines of polygons, and bodies of arrows.
void paintLine(QPainter& painter, const PaperShape& shape, const LineSymbol& line, const QRectF& map);
/// Ticks, markers and arrow heads that stand on lines; painted after the lines.
void paintLineMarks(QPainter& painter, const PaperShape& shape, const LineSymbol& line, const QRectF& map);
/// A marker; of a drawing that does not ship a circle.
void paintMarker(QPainter& painter, QPointF centre, const MarkerSymbol& marker);
/// A graded marker whose diameter is that share of its symbol's, and the share for a number: areas are in proportion.
/// 0 for numbers that are not positive; at most 20.
MarkerSymbol graded(MarkerSymbol marker, double share);
double sizeShareOf(const MarkerSymbol& marker, double number);

/// Outline of a line that tapers from its start to an arrow head at its end, or from its middle to two heads; the other way
/// round if taperStart is above 1. Empty for a line shorter than its heads.
QPolygonF arrowBody(const QPolygonF& course, const LineSymbol& symbol);
/// Segments of hatch lines inside a polygon (even-odd), `angleDegrees` counter-clockwise from east, on a lattice
/// through `origin` that is the same for all polygons of the map.
std::vector<QLineF> hatchLines(const PaperShape& polygon, double spacingMm, double angleDegrees, QPointF origin = {});

}  // namespace layers
