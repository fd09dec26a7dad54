// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointF>
#include <limits>
#include <optional>

#include "app/canvas/MapView.h"
#include "app/session/MapTransforms.h"
#include "layers/edit/VertexEdit.h"

namespace app {

/// The surroundings of the mouse as a layer sees them: its own coordinates turned into pixels by the affine map that
/// touches the true one at that place. Good to far below a pixel within a hundred pixels.
class LocalFrame {
public:
    /// Nothing if the place has no image in the layer's CRS.
    static std::optional<LocalFrame> make(const MapView& view, const MapTransforms& transforms,
                                          const gis::CoordinateReferenceSystem& layerCrs, QPointF pixel);
    /// Pixels from the mouse to a layer position.
    QPointF offset(gis::Coordinate position) const;
    /// The mouse in the layer's CRS, and the box of so many pixels about it.
    gis::Coordinate origin() const { return m_origin; }
    gis::Extent box(double pixels) const;
    /// The layer position so many pixels from the mouse.
    gis::Coordinate position(QPointF offset) const;

private:
    gis::Coordinate m_origin;
    double m_xx = 1, m_xy = 0, m_yx = 0, m_yy = 1;      ///< pixels from layer units
    double m_ixx = 1, m_ixy = 0, m_iyx = 0, m_iyy = 1;  ///< layer units from pixels
};

/// Pixels from the mouse to a geometry: 0 inside a polygon; infinite for an empty one. What is further away than `within`
/// may be told as infinite, which is found sooner.
double pixelDistance(const LocalFrame& frame, const gis::Geometry& geometry,
                     double within = std::numeric_limits<double>::infinity());
/// True inside a polygon (even-odd).
bool contains(const gis::Geometry& polygon, gis::Coordinate position);

struct VertexHit {
    layers::VertexPlace place;
    gis::Coordinate position;  ///< in the layer's CRS
    double pixels = 0;
};
/// The nearest vertex within `tolerance` pixels.
std::optional<VertexHit> nearestVertex(const LocalFrame& frame, const gis::Geometry& geometry, double tolerance);
/// The nearest point on an edge within `tolerance` pixels; `place` is the vertex before it.
std::optional<VertexHit> nearestOnEdge(const LocalFrame& frame, const gis::Geometry& geometry, double tolerance);

}  // namespace app
