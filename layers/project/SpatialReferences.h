// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>

#include "gis/crs/CoordinateReferenceSystem.h"
#include "gis/io/SqliteDatabase.h"

namespace layers {

/// The CRSs of a project file (gpkg_spatial_ref_sys), looked up once each. For one transaction.
class SpatialReferences {
public:
    explicit SpatialReferences(const gis::SqliteDatabase& database) : m_database(database) {}

    /// The srs_id of a CRS; its row is made if there is none. -1 for an unknown CRS.
    gis::Result<std::int32_t> idOf(const gis::CoordinateReferenceSystem& crs);
    /// Unknown for -1 and 0. CrsUnknown if neither code nor WKT of the row means anything to PROJ.
    gis::Result<gis::CoordinateReferenceSystem> crsOf(std::int64_t srsId);

private:
    gis::SqliteDatabase m_database;
    std::map<std::int64_t, gis::CoordinateReferenceSystem> m_known;
    std::map<std::string, std::int32_t> m_ids;  ///< by WKT
};

}  // namespace layers
