// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPainter>
#include <QPainterPath>

#include "app/canvas/MapCanvas.h"

namespace app {

/// A geometry in the map's CRS as a path in pixels, thinned to half a pixel.
QPainterPath screenPath(const gis::Geometry& geometry, const MapView& view);

/// The length of a scale bar: a round number of metres (1, 2, 5 × 10^n) that fits in `pixels`.
double scaleBarMetres(double metresPerPixel, double pixels);

void paintScaleBar(QPainter& painter, const MapView& view);
void paintNorthArrow(QPainter& painter, const MapView& view);
/// The selected features: an outline in the accent colour on a white one.
void paintSelection(QPainter& painter, const MapView& view, const MapShapes& shapes, const QColor& accent,
                    bool filled = true);
/// What is not in the plan yet: dashed, so that it is not taken for a feature.
void paintPreview(QPainter& painter, const MapView& view, const MapPreview& preview, const QColor& accent);
/// Overlaps of areas with control lines: hatched, so that colour is not the only sign. Passes over lines and points.
void paintHatched(QPainter& painter, const MapView& view, const MapShapes& shapes, const QColor& colour);
/// Stretches of lines and points inside control lines. Passes over areas.
void paintStretches(QPainter& painter, const MapView& view, const MapShapes& shapes, const QColor& colour);
void paintFlash(QPainter& painter, const MapView& view, const MapShapes& shapes, double strength);
/// The card, kept inside the widget, away from the pointer.
void paintReadout(QPainter& painter, const MapView& view, const ReadoutCard& card, QPointF pointer);

}  // namespace app
