// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "gis/feature/SpatialIndex.h"
#include "gis/overlap/PairOverlap.h"
#include "layers/check/RedLineCheck.h"

namespace layers {

/// A feature made ready for the check: in the run's CRS, valid, with the words the result uses for it. Its shape lies in
/// one of the flat layers of its PreparedLayer.
struct CheckFeature {
    enum class State { Ok, Repaired, Skipped };
    std::string id, name;
    gis::FeatureId feature{};
    const gis::OverlapLayer* layer = nullptr;
    std::uint32_t shape = 0;  ///< as given, where skipped
    State state = State::Ok;
    gis::Message reason;                 ///< why repaired or skipped
    std::string kind;                    ///< by the layer's kindField
    std::optional<double> statedArea{};  ///< m², by the first of the layer's area fields that says one
    std::uint8_t statedBy = 0;           ///< that field, for CheckLayer::areaFieldAt

    int dimension() const { return layer->shapes.dimensions[shape]; }
    const gis::Extent& extent() const { return layer->shapes.extents[shape]; }
    std::size_t vertexCount() const { return layer->shapes.vertexCount(shape); }
    gis::Geometry geometry() const { return layer->shapes.geometry(shape); }  ///< a copy
};

class CommonParts;

/// A layer of the check, its features in an order that does not depend on that of the file: by id, then by shape.
/// Complete once made and measured; read by all workers.
struct PreparedLayer {
    const CheckLayer* source = nullptr;
    std::string name;  ///< as in the result
    std::vector<CheckFeature> features;
    std::shared_ptr<gis::OverlapLayer> shapes, mended;  ///< as given; the repaired ones
    std::shared_ptr<CommonParts> commonParts;           ///< of its features with each other, as they were asked for
    gis::SpatialIndex index;  ///< over `features`; skipped ones included, so that a hole in the check is noticed
    std::array<bool, 3> hasDimension{};
    std::size_t repaired = 0, skipped = 0;
    bool datumsTakenAsEqual = false, ballpark = false;
    /// Where the layer's shapes are those of a packed source, so that what was computed of them may be kept.
    std::shared_ptr<const gis::PackedLayer> cached;
    std::vector<MendedFeature> mendings;  ///< in the order of `features`
    gis::Warnings warnings;               ///< each repaired and skipped feature, ids that are missing or stand twice
};

/// Transforms to `crs`, checks, repairs or skips; asks `cache`, if there is one, for what an earlier run found out. CrsMissing, DatumShiftUnknown, NotFound for a field.
gis::Result<PreparedLayer> prepareLayer(const CheckLayer& layer, const std::string& name,
                                        const gis::CoordinateReferenceSystem& crs, const CheckOptions& options,
                                        const gis::JobControl& control, gis::PackedCache* cache = nullptr);

/// Sums up the boundaries by one form, for both sides of a run the same. Canceled.
/// `formName` tells the form apart from all others in the cache.
gis::Result<void> sumBoundaries(PreparedLayer& layer, const gis::AreaForm& form, const gis::JobControl& control,
                                const std::string& formName = {}, gis::PackedCache* cache = nullptr);

}  // namespace layers
