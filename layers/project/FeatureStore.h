// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/Control.h"
#include "gis/feature/FeatureTable.h"
#include "layers/project/StoredTable.h"

namespace layers {

// The rows of one feature table. Within the caller's transaction.

/// All features. A geometry that cannot be read becomes an empty one with a warning (kind "bad_geometry"), one for
/// the table that names the first feature.
gis::Result<gis::FeatureTable> readFeatures(const gis::SqliteDatabase& database, const StoredTable& table,
                                            const gis::CoordinateReferenceSystem& crs, gis::Warnings& warnings,
                                            const gis::JobControl& control);
/// Makes the table with all features and its R-tree, and registers it as geometry table; gpkg_contents must name it.
gis::Result<void> createFeatureTable(const gis::SqliteDatabase& database, const StoredTable& table,
                                     const gis::FeatureTable& features, const gis::JobControl& control);
/// Writes the features that differ from the rows, and no others.
gis::Result<void> updateFeatures(const gis::SqliteDatabase& database, const StoredTable& table,
                                 const gis::FeatureTable& features, const gis::JobControl& control);
/// Takes away the table and all that names it.
gis::Result<void> dropFeatureTable(const gis::SqliteDatabase& database, const StoredTable& table);

}  // namespace layers
