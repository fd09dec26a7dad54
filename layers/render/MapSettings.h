// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "gis/base/Ids.h"
#include "gis/crs/CoordinateReferenceSystem.h"
#include "gis/crs/CoordinateTransform.h"
#include "gis/geometry/Extent.h"
#include "layers/style/Style.h"

namespace layers {

class RasterShelf;

/// What a map shows and how large it is on paper. Screen and paper use the same: a screen is paper whose millimetre
/// has `pixelsPerMm` pixels.
struct MapSettings {
    gis::CoordinateReferenceSystem crs;  ///< of the map; layers in another one are transformed
    gis::Extent extent;                  ///< in units of crs; the map shows at least this, about its centre
    double widthMm = 200;
    double heightMm = 150;
    double pixelsPerMm = 96 / 25.4;  ///< of images, and the fineness of simplification
    Colour background{255, 255, 255, 255};
    /// Colour of the paper outside planning ranges (fills with `ground`), where there is one.
    Colour surroundings{250, 249, 245, 255};
    std::vector<gis::LayerId> layers;  ///< what is drawn, in the order of the plan; empty: all visible ones
    bool labels = true;
    bool rasters = true;  ///< false: raster layers are left out
    /// Keeps raster files open from frame to frame; null: each is opened for the one frame.
    std::shared_ptr<RasterShelf> rasterShelf{};
    bool standsAlone = true;  ///< a picture of its own, whose edges cut no label; false: a view of a larger map
    double shapeRoomMm = 0;   ///< shapes are kept so far beyond the map
    bool rough = false;  ///< a large layer whose form is not made yet is drawn roughly, without names, to be there soon
    gis::DatumPolicy datumPolicy = gis::DatumPolicy::Refuse;

    int pixelWidth() const;
    int pixelHeight() const;
    /// Millimetres on paper of one unit of the crs.
    double millimetresPerUnit() const;
    /// The box that the whole map covers, in units of the crs; `extent` widened to the shape of the paper.
    gis::Extent shownExtent() const;
    /// N of 1:N. In a geographic crs along the parallel through the middle.
    double scaleDenominator() const;
};

/// Metres on the ground of one unit of a crs (degrees: along the parallel of `latitudeDegrees`).
double metresPerUnit(const gis::CoordinateReferenceSystem& crs, double latitudeDegrees);

}  // namespace layers
