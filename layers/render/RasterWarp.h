// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QRect>
#include <functional>
#include <optional>
#include <vector>

#include "gis/crs/CoordinateTransform.h"
#include "gis/geometry/RasterGrid.h"
#include "gis/io/RasterFile.h"
#include "layers/render/PaperShape.h"

namespace layers {

/// Where device pixels of a map lie in a raster: exact at places asked for, by PROJ. One thread.
class RasterPlaces {
public:
    RasterPlaces(const PaperFrame& frame, double pixelsPerMm, gis::RasterGrid grid, gis::CoordinateTransform toRaster);
    /// Columns and rows of the raster for places in device pixels; infinite where there is none.
    void find(std::vector<gis::Coordinate>& places) const;
    gis::Coordinate at(double x, double y) const;
    bool isAffine() const { return m_transform.isIdentity(); }

private:
    PaperFrame m_frame;
    double m_pixelsPerMm;
    gis::RasterGrid m_grid;
    gis::CoordinateTransform m_transform;
};
using PlacesMaker = std::function<std::optional<RasterPlaces>()>;

/// A square of the map whose corners are known in the raster: top left, top right, bottom left, bottom right.
struct WarpCell {
    QRect pixels;
    std::array<gis::Coordinate, 4> corners;
};

/// The squares of a map in which something of the raster may be seen, and how fine the raster is there.
struct WarpPlan {
    std::vector<WarpCell> cells;
    QRect pixels;          ///< about all of them
    gis::Extent inRaster;  ///< all of them in columns and rows, within the raster
    double scale = 0;      ///< pixels of the raster to one of the map, where it is least
};
WarpPlan warpPlan(const RasterPlaces& places, const gis::RasterGrid& grid, QSize map);

/// Pixels in memory: `pixels` begin at `origin` of the raster, each as large as so many of it.
struct WarpSource {
    const gis::RasterPixels& pixels;
    gis::Coordinate origin;
    double across = 1;
    double down = 1;
    bool smooth = true;  ///< false: the nearest pixel
};

/// Fills `image`, whose top left pixel is that of plan.pixels. False if canceled.
bool warp(QImage& image, const WarpPlan& plan, const WarpSource& source, const gis::RasterGrid& grid,
          const PlacesMaker& places, const gis::JobControl& control);

}  // namespace layers
