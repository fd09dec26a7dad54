// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include "gis/crs/CoordinateReferenceSystem.h"
#include "gis/geometry/Extent.h"

namespace app {

/// What part of the map is seen: a value with pure conversions between the map's CRS and logical pixels of the
/// widget (origin top left, y downward). One map unit is as many pixels wide as high.
struct MapView {
    gis::CoordinateReferenceSystem crs;
    gis::Coordinate centre;
    double unitsPerPixel = 1;  ///< map units (m or degrees) in one logical pixel
    QSizeF size{1, 1};         ///< of the widget, logical pixels
    bool operator==(const MapView&) const = default;

    QPointF toScreen(gis::Coordinate position) const;
    gis::Coordinate toMap(QPointF pixel) const;
    gis::Extent extent() const;
    gis::Extent toMap(const QRectF& pixels) const;
    QRectF toScreen(const gis::Extent& extent) const;

    /// The map point under `pixel` stays there; factor > 1 shows more detail. Stays within sane scales.
    MapView zoomedAbout(QPointF pixel, double factor) const;
    /// The map moved by so many pixels (as the hand drags it).
    MapView panned(QPointF pixels) const;
    /// Shows `extent` whole, `margin` a share of the size left free on each side. An empty extent changes nothing; a
    /// point keeps the scale.
    MapView showing(const gis::Extent& extent, double margin = 0.06) const;
    /// Another size, same centre and scale.
    MapView resized(QSizeF newSize) const;

    /// Metres on the ground of one map unit (east–west at the centre's latitude for a geographic CRS).
    double metresPerUnit() const;
    double metresPerPixel() const { return unitsPerPixel * metresPerUnit(); }
    /// Scale at 96 logical pixels to the inch.
    double scaleDenominator() const;
    MapView withScale(double denominator) const;
};

}  // namespace app
