// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "gis/engine/Geos.h"
#include "gis/engine/Overlay.h"
#include "gis/feature/Value.h"

namespace gis {

namespace {

std::string numberText(double value, int decimals) {
    if (!std::isfinite(value)) return std::isnan(value) ? "nan" : value < 0 ? "-inf" : "inf";
    if (decimals < 0) return toPlainDecimal(value);
    const double scale = std::pow(10.0, decimals);
    const double rounded = std::round(value * scale) / scale;
    return toPlainDecimal(rounded == 0 ? 0 : rounded);  // no "-0"
}

std::string sequenceText(std::span<const Coordinate> sequence, int decimals) {
    std::string text = "(";
    for (const Coordinate c : sequence) {
        if (text.size() > 1) text += ", ";
        text += numberText(c.x, decimals) + " " + numberText(c.y, decimals);
    }
    return text + ")";
}

std::string partText(const Geometry& geometry, std::size_t part, int decimals) {
    if (geometry.dimension() < 2) return sequenceText(geometry.sequence(geometry.partBegin(part)), decimals);
    std::string text = "(";
    for (std::size_t i = geometry.partBegin(part); i < geometry.partEnd(part); ++i) {
        if (text.size() > 1) text += ", ";
        text += sequenceText(geometry.sequence(i), decimals);
    }
    return text + ")";
}

}  // namespace

std::string toWkt(const Geometry& geometry, int decimals) {
    if (geometry.isEmpty()) return "GEOMETRYCOLLECTION EMPTY";
    constexpr const char* words[] = {"POINT", "LINESTRING", "POLYGON"};
    const std::string word = words[geometry.dimension()];
    if (!isMulti(geometry.type())) return word + " " + partText(geometry, 0, decimals);
    std::string text = "MULTI" + word + " (";
    for (std::size_t part = 0; part < geometry.partCount(); ++part) {
        if (part > 0) text += ", ";
        text += partText(geometry, part, decimals);
    }
    return text + ")";
}

Result<Geometry> fromWkt(const std::string& wkt) {
    const geos::ReaderHandle reader(GEOSWKTReader_create_r(geos::context()));
    const geos::GeometryHandle read(GEOSWKTReader_read_r(geos::context(), reader.get(), wkt.c_str()));
    if (!read) {
        return fail(ErrorCode::InvalidData, {}, message("gis", "not a geometry in WKT: %1", {wkt.substr(0, 80)}), {},
                    geos::takeMessage());
    }
    return geos::fromGeos(*read);
}

}  // namespace gis
