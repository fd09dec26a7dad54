// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/render/LayerForms.h"

namespace layers {

/// What a view shows of a layer, in a form that is made within moments: only vertices that a pixel tells apart, no
/// common borders found. It serves views that lie in its extent at about its scale.
struct RoughForm {
    LayerFormPtr form;
    gis::Extent extent;  ///< in the map's CRS
    double pixel = 0;    ///< units of the map's CRS

    bool serves(const MapSettings& settings) const;
};

/// Of the features about a view; the others are empty shapes. Errors: those of CoordinateTransform::make; Canceled.
gis::Result<RoughForm> roughFormOf(const gis::FeatureTable& table, const gis::CoordinateReferenceSystem& layerCrs,
                                   const MapSettings& settings, const gis::JobControl& control = {});

}  // namespace layers
