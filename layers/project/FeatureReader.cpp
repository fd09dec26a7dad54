// SPDX-License-Identifier: Apache-2.0
#include "gis/io/GeoPackageGeometry.h"
#include "layers/project/FeatureStore.h"

namespace layers {

namespace {

constexpr std::size_t rowsBetweenPolls = 4096;

/// Counts what could not be read and names the first of it.
struct Unreadable {
    std::size_t count = 0;
    std::string first;
    gis::Message why;
};

gis::Geometry geometryOf(const gis::SqliteStatement& row, Unreadable& unreadable) {
    if (row.isNull(1)) return {};
    auto decoded = gis::decodeGeoPackageGeometry(row.blob(1));
    if (decoded) return std::move(decoded->geometry);
    if (unreadable.count++ == 0) {
        unreadable.first = std::to_string(row.integer(0));
        unreadable.why = decoded.error().problem;
    }
    return {};
}

}  // namespace

gis::Result<gis::FeatureTable> readFeatures(const gis::SqliteDatabase& database, const StoredTable& table,
                                            const gis::CoordinateReferenceSystem& crs, gis::Warnings& warnings,
                                            const gis::JobControl& control) {
    const auto quoted = gis::SqliteDatabase::quoted;
    TUCE_TRY(row, database.prepare("SELECT " + quoted(table.fidColumn) + "," + quoted(table.geometryColumn) +
                                   table.columnList() + " FROM " + quoted(table.name) + " ORDER BY 1"));
    std::vector<gis::Feature> features;
    Unreadable unreadable;
    for (;;) {
        if (features.size() % rowsBetweenPolls == 0 && control.cancel.isCanceled()) return gis::canceled();
        TUCE_TRY(more, row.step());
        if (!more) break;
        std::vector<gis::Value> attributes;
        attributes.reserve(table.columns.size());
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            attributes.push_back(conformed(row.value(static_cast<int>(i) + 2), table.schema.fields()[i].type));
        features.emplace_back(gis::FeatureId{row.integer(0)}, geometryOf(row, unreadable), std::move(attributes));
    }
    if (unreadable.count > 0)
        warnings.push_back({"bad_geometry",
                            {database.path(), table.name, unreadable.first},
                            gis::message("layers", "%1 geometries cannot be read; the first: %2",
                                         {std::to_string(unreadable.count), gis::translated(unreadable.why)})});
    return gis::FeatureTable(table.schema, crs, std::move(features));
}

}  // namespace layers
