// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/geometry/Extent.h"
#include "gis/io/SqliteDatabase.h"
#include "layers/project/StoredTable.h"

namespace layers {

// The R-tree of a feature table (GeoPackage extension gpkg_rtree_index), with the triggers by which other programs
// keep it. Our own connection runs no triggers, as they might not be ours: it writes the entries itself.

/// True if the index is there and is a virtual table of the R-tree module.
gis::Result<bool> hasSpatialIndex(const gis::SqliteDatabase& database, const StoredTable& table);
/// Makes index, triggers and the row in gpkg_extensions anew, and fills the index from the table.
gis::Result<void> createSpatialIndex(const gis::SqliteDatabase& database, const StoredTable& table);
gis::Result<void> dropSpatialIndex(const gis::SqliteDatabase& database, const StoredTable& table);

/// Keeps the entries of single features.
class SpatialIndexWriter {
public:
    static gis::Result<SpatialIndexWriter> make(const gis::SqliteDatabase& database, const StoredTable& table);
    /// An empty extent takes the entry away.
    gis::Result<void> put(gis::FeatureId id, const gis::Extent& extent);
    gis::Result<void> remove(gis::FeatureId id);

private:
    SpatialIndexWriter(gis::SqliteStatement put, gis::SqliteStatement remove)
        : m_put(std::move(put)), m_remove(std::move(remove)) {}
    gis::SqliteStatement m_put;
    gis::SqliteStatement m_remove;
};

}  // namespace layers
