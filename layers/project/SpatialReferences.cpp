// SPDX-License-Identifier: Apache-2.0
#include "layers/project/SpatialReferences.h"

#include <algorithm>

#include "layers/project/RowSync.h"

namespace layers {

namespace {

constexpr std::int32_t unknownCrs = -1;
constexpr std::int64_t firstOwnId = 100'001;  // beyond all EPSG codes
const std::string undefined = "undefined";

/// `definition` is WKT 1 (OGC 12-128r18, 1.1.2); the other column takes what only WKT 2 can say.
std::string definitionOf(const gis::CoordinateReferenceSystem& crs) {
    const std::string wkt = crs.wkt1();
    return wkt.empty() ? undefined : wkt;
}

}  // namespace

gis::Result<std::int32_t> SpatialReferences::idOf(const gis::CoordinateReferenceSystem& crs) {
    if (!crs.isKnown()) return unknownCrs;
    if (const auto known = m_ids.find(crs.wkt()); known != m_ids.end()) return known->second;
    std::int64_t id = crs.epsg();
    if (id == 0) {
        TUCE_TRY(found,
                 m_database.value("SELECT srs_id FROM gpkg_spatial_ref_sys WHERE definition_12_063=?1", {crs.wkt()}));
        TUCE_TRY(last, m_database.value("SELECT max(srs_id) FROM gpkg_spatial_ref_sys"));
        id = gis::isNull(found) ? std::max(firstOwnId, integerOf(last) + 1) : integerOf(found);
    }
    const std::string organization = crs.epsg() != 0 ? "EPSG" : "NONE";
    TUCE_TRY(present, m_database.value("SELECT 1 FROM gpkg_spatial_ref_sys WHERE srs_id=?1", {id}));
    if (gis::isNull(present)) {
        TUCE_TRY(insert, m_database.prepare("INSERT INTO gpkg_spatial_ref_sys(srs_name,srs_id,organization,"
                                            "organization_coordsys_id,definition,definition_12_063) "
                                            "VALUES(?1,?2,?3,?2,?5,?4)"));
        insert.bind(1, crs.name()).bind(2, id).bind(3, organization).bind(4, crs.wkt());
        TUCE_CHECK(insert.bind(5, definitionOf(crs)).run());
    } else if (definitionOf(crs) != undefined) {  // of files by earlier versions
        TUCE_TRY(complete, m_database.prepare("UPDATE gpkg_spatial_ref_sys SET definition=?2 "
                                              "WHERE srs_id=?1 AND definition='undefined'"));
        TUCE_CHECK(complete.bind(1, id).bind(2, definitionOf(crs)).run());
    }
    return m_ids[crs.wkt()] = static_cast<std::int32_t>(id);
}

gis::Result<gis::CoordinateReferenceSystem> SpatialReferences::crsOf(std::int64_t srsId) {
    using Crs = gis::CoordinateReferenceSystem;
    if (srsId == unknownCrs || srsId == 0) return Crs();
    if (const auto known = m_known.find(srsId); known != m_known.end()) return known->second;
    TUCE_TRY(rows, readRows(m_database,
                            "SELECT organization, organization_coordsys_id, definition_12_063, definition "
                            "FROM gpkg_spatial_ref_sys WHERE srs_id=?1",
                            {srsId}));
    if (rows.empty())
        return gis::fail(gis::ErrorCode::CrsUnknown, {m_database.path(), {}, {}},
                         gis::message("layers", "the file does not define its coordinate reference system %1",
                                      {std::to_string(srsId)}));
    const Row& row = rows.front();
    gis::Result<Crs> crs = Crs();
    if (gis::toText(row[0]) == "EPSG" || gis::toText(row[0]) == "epsg")
        crs = Crs::fromCode("EPSG:" + std::to_string(integerOf(row[1])));
    for (const std::size_t column : {2U, 3U}) {
        const std::string wkt = gis::toText(row[column]);
        if ((!crs || !crs->isKnown()) && !wkt.empty() && wkt != "undefined") crs = Crs::fromWkt(wkt);
    }
    if (crs) m_known.emplace(srsId, *crs);
    return crs;
}

}  // namespace layers
