// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/render/DrawList.h"

namespace layers {

/// What is seen of a raster layer, in the pixels of the map: read from the overview that is just fine enough, only where
/// it is seen, and carried to the map's CRS pixel by pixel, at most a sixth of a device pixel from where PROJ puts it.
/// Paper finer than 64 million pixels gets that many. A null image if none of it lies in the map. Errors: those of
/// RasterFile::open and read, of CoordinateTransform::make; Canceled.
gis::Result<PlacedRaster> placedRaster(const Layer& layer, const MapSettings& settings, const PaperFrame& frame,
                                       gis::Warnings& warnings, const gis::JobControl& control);

/// Rasters fade outside the planning range, where there is one, as all else outside does.
void muteOutsideGround(DrawList& list);

/// The painter's unit is the millimetre, its origin the map's top left corner.
void paintRaster(QPainter& painter, const PlacedRaster& raster);

}  // namespace layers
