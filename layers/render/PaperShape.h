// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPainterPath>
#include <QPolygonF>
#include <QRectF>
#include <vector>

#include "gis/geometry/Geometry.h"

namespace layers {

/// A geometry on paper: millimetres from the top left corner of the map, y downward. `parts` as in gis::Geometry:
/// a point part has one sequence of one position; a line part one sequence; a polygon part its rings, closed.
struct PaperShape {
    int dimension = -1;
    std::vector<std::vector<QPolygonF>> parts;

    bool isEmpty() const { return parts.empty(); }
    QRectF box() const;
};

/// Where a map lies on paper.
struct PaperFrame {
    gis::Extent extent;             ///< of the map, in its units
    double millimetresPerUnit = 1;  ///< uniform
    QRectF box() const { return {0, 0, extent.width() * millimetresPerUnit, extent.height() * millimetresPerUnit}; }
    QPointF toPaper(gis::Coordinate position) const {
        return {(position.x - extent.minX) * millimetresPerUnit, (extent.maxY - position.y) * millimetresPerUnit};
    }
};

/// The geometry on paper, without vertices that are not finite.
PaperShape onPaper(const gis::Geometry& geometry, const PaperFrame& frame);
/// Back to a geometry in millimetres, y downward, for the engine.
gis::Geometry asGeometry(const PaperShape& shape);
PaperShape asShape(const gis::Geometry& millimetres);

/// Rings cut by Sutherland and Hodgman's way, lines by Liang and Barsky's; points outside are dropped. Rings may run
/// along the edge of `box`: right to fill, not to stroke.
PaperShape clipped(const PaperShape& shape, const QRectF& box);
/// A line, or a ring taken as a line, cut into the pieces that lie in `box`.
std::vector<QPolygonF> clippedLine(const QPolygonF& line, const QRectF& box);
/// The same with the way along the line at which each piece begins.
struct LinePiece {
    QPolygonF line;
    double start = 0;
};
std::vector<LinePiece> clippedPieces(const QPolygonF& line, const QRectF& box);
QPolygonF clippedRing(const QPolygonF& ring, const QRectF& box);

/// Douglas and Peucker's way with `tolerance` in millimetres; end points stay, rings keep at least four vertices
/// or vanish when they are smaller than the tolerance.
QPolygonF simplified(const QPolygonF& line, double tolerance);
PaperShape simplified(const PaperShape& shape, double tolerance);

/// A smooth curve through the vertices (centripetal Catmull-Rom), as a finer polyline with `stepMm` between vertices.
QPolygonF smoothed(const QPolygonF& line, double stepMm);

/// All rings as one path for even-odd filling.
QPainterPath fillPath(const PaperShape& shape);
/// Twice the signed area; positive where the inside lies on the right of a ring's direction (y downward).
double twiceAreaOf(const QPolygonF& ring);
double lengthOf(const QPolygonF& line);

}  // namespace layers
