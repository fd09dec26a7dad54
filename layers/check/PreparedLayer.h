// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <vector>

#include "gis/feature/SpatialIndex.h"
#include "layers/check/RedLineCheck.h"

namespace layers {

/// A feature made ready for the overlay: in the run's CRS, valid, with the words the result uses for it.
struct CheckFeature {
    enum class State { Ok, Repaired, Skipped };
    std::string id, name;
    gis::FeatureId feature{};
    gis::Geometry geometry;  ///< as given, where skipped
    State state = State::Ok;
    gis::Message reason;  ///< why repaired or skipped
};

/// A layer of the check, its features in an order that does not depend on that of the file: by id, then by shape.
/// Complete once made; read by all workers.
struct PreparedLayer {
    const CheckLayer* source = nullptr;
    std::string name;  ///< as in the result
    std::vector<CheckFeature> features;
    gis::SpatialIndex index;  ///< over `features`; skipped ones included, so that a hole in the check is noticed
    std::array<bool, 3> hasDimension{};
    std::size_t repaired = 0, skipped = 0;
    bool datumsTakenAsEqual = false, ballpark = false;
    gis::Warnings warnings;  ///< each repaired and skipped feature, ids that are missing or stand twice
};

/// Transforms to `crs`, checks, repairs or skips. CrsMissing, DatumShiftUnknown, NotFound for a field.
gis::Result<PreparedLayer> prepareLayer(const CheckLayer& layer, const std::string& name,
                                        const gis::CoordinateReferenceSystem& crs, const CheckOptions& options,
                                        const gis::JobControl& control);

}  // namespace layers
