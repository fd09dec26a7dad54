// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "gis/feature/Feature.h"
#include "gis/io/VectorSource.h"

namespace gis {

/// The features of a table, ascending by id, and what is to be told of them.
struct PlainFeatures {
    std::vector<Feature> features;
    std::size_t withoutGeometry = 0;
    std::int64_t firstWithout = 0;
    bool heights = false;
};

/// The features of a layer of a GeoPackage as GDAL would give them, read straight from its blobs, several parts of the
/// table at once; their coordinates share one array. Nothing where the table or a value in it is not as programs
/// commonly write them, or beyond the limits of `options`: those are for the ordinary reader. Canceled.
Result<std::optional<PlainFeatures>> readPlainFeatures(const VectorSource& source, int index,
                                                       const ReadOptions& options, const JobControl& control);

}  // namespace gis
