// SPDX-License-Identifier: Apache-2.0
#include "gis/io/VectorSource.h"

#include <cctype>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "gis/base/AtomicFile.h"
#include "gis/io/DxfGuard.h"
#include "gis/io/JsonEncoding.h"
#include "gis/io/OgrFields.h"
#include "gis/io/OgrGeometry.h"

namespace gis {

namespace {

/// A copy of a text file in UTF-8, under the same name.
Result<std::string> copyInUtf8(const SourceFile& file, const TextDecoder& decoder, const PrivateFolder& folder) {
    std::ifstream source(file.absolute, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(source), std::istreambuf_iterator<char>()};
    bool broken = false;
    const std::string path = folder.path() + "/" + std::filesystem::path(file.absolute).filename().string();
    TUCE_CHECK(writeFile(path, decoder.decode(bytes, broken), Overwrite::No));
    return path;
}

Result<EncodingChoice> encodingOf(const SourceFile& file, const ReadOptions& options, const CancelToken& cancel) {
    if (file.kind == FileKind::Shapefile) return shapefileEncoding(file.absolute, options.encoding, cancel);
    if (file.kind == FileKind::Csv) return textFileEncoding(file.absolute, options.encoding, cancel);
    if (file.kind == FileKind::GeoJson) return jsonEncoding(file.absolute, options.encoding, cancel);
    return EncodingChoice{};
}

std::vector<const char*> openOptions(const SourceFile& file, bool immutable) {
    switch (file.kind) {
        case FileKind::GeoPackage:
            // Only what gpkg_contents names: other views and tables of the file are not looked at.
            if (immutable) return {"LIST_ALL_TABLES=NO", "IMMUTABLE=YES", nullptr};
            return {"LIST_ALL_TABLES=NO", nullptr};
        case FileKind::Shapefile:
            return {"ENCODING=", nullptr};  // raw bytes; we decode
        case FileKind::Csv:
            return {// 经度 and 纬度 stand there in UTF-8 and in GBK; the numbers need no decoding, only the names.
                    "X_POSSIBLE_NAMES=x,lon,lng,long,longitude,easting,jd,\xE7\xBB\x8F\xE5\xBA\xA6,\xBE\xAD\xB6\xC8",
                    "Y_POSSIBLE_NAMES=y,lat,latitude,northing,wd,\xE7\xBA\xAC\xE5\xBA\xA6,\xCE\xB3\xB6\xC8",
                    "GEOM_POSSIBLE_NAMES=wkt,geometry,geom,the_geom",
                    "KEEP_GEOM_COLUMNS=NO",
                    "AUTODETECT_TYPE=YES",
                    "EMPTY_STRING_AS_NULL=YES",
                    nullptr};
        default:
            return {nullptr};
    }
}

Result<void> checkShapefileParts(const SourceFile& file) {
    if (!sidecar(file.absolute, ".shx").empty()) return {};
    return fail(ErrorCode::Unreadable, {file.given, {}, {}},
                message("gis", "the part .shx of the Shapefile is missing"),
                message("gis", "put all parts of the Shapefile into one folder"));
}

tl::unexpected<Error> unreadable(const SourceFile& file, const gdal::ErrorLog& log) {
    if (file.kind == FileKind::GeoJson) {
        return fail(ErrorCode::InvalidData, {file.given, {}, {}}, message("gis", "cannot be read as GeoJSON"),
                    message("gis", "get the file again or correct it at that place"), log.firstFailure());
    }
    return fail(ErrorCode::Unreadable, {file.given, {}, {}},
                message("gis", "the file is damaged or of a variant that is not read"),
                message("gis", "get the file again, or save it anew with the program it comes from"),
                log.firstFailure());
}

/// PROJ complains of a CRS that it cannot read; that harms no feature.
bool harmsData(const std::vector<std::string>& failures) {
    for (const std::string& text : failures)
        if (text.rfind("PROJ:", 0) != 0) return true;
    return false;
}

}  // namespace

Result<VectorSource> VectorSource::open(const std::string& path, const ReadOptions& options,
                                        const CancelToken& cancel) {
    gdal::prepare();
    TUCE_TRY(file, inspectSource(path));
    TUCE_TRY(encoding, encodingOf(file, options, cancel));
    TUCE_TRY(decoder, TextDecoder::make(encoding.encoding));
    VectorSource source(std::move(file), std::move(encoding), std::move(decoder));
    if (source.m_file.kind == FileKind::Shapefile) TUCE_CHECK(checkShapefileParts(source.m_file));
    if (source.m_file.kind == FileKind::GeoPackage) {
        TUCE_TRY(guarded, guardGeoPackage(source.m_file));
        source.m_guarded = std::move(guarded);
    }
    if (source.m_file.kind == FileKind::Dxf) TUCE_CHECK(guardDxf(source.m_file, options.blockEntityLimit, cancel));
    if (source.m_file.kind == FileKind::GeoJson && source.m_encoding.encoding != "UTF-8") {
        TUCE_TRY(folder, PrivateFolder::temporary());
        TUCE_TRY(copy, copyInUtf8(source.m_file, source.m_decoder, folder));
        TUCE_TRY(utf8, TextDecoder::make("UTF-8"));
        source.m_textFolder = std::move(folder);
        source.m_textCopy = std::move(copy);
        source.m_decoder = std::move(utf8);
    }
    TUCE_CHECK(source.openDataset());
    return source;
}

Result<void> VectorSource::openDataset() {
    const gdal::ErrorLog log;
    const gdal::ThreadOption pragma("OGR_SQLITE_PRAGMA", "trusted_schema=OFF");
    const std::string& path = m_guarded ? m_guarded->path : m_textCopy.empty() ? m_file.absolute : m_textCopy;
    const char* const drivers[] = {driverName(m_file.kind), nullptr};
    const auto options = openOptions(m_file, !m_guarded || m_guarded->immutable);
    m_dataset.reset(GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, options.data(), nullptr));
    if (!m_dataset || harmsData(log.failures())) return unreadable(m_file, log);
    return {};
}

std::string VectorSource::layerName(int index) const {
    bool broken = false;
    // A Shapefile's name is the file's, which is UTF-8 whatever the table is in.
    const std::string name = OGR_L_GetName(layer(index));
    return m_file.kind == FileKind::Shapefile || isUtf8(name) ? name : m_decoder.decode(name, broken);
}

int VectorSource::indexOf(const std::string& name) const {
    for (int i = 0; i < layerCount(); ++i)
        if (layerName(i) == name) return i;
    for (int i = 0; i < layerCount(); ++i)
        if (EQUAL(layerName(i).c_str(), name.c_str())) return i;
    return -1;
}

std::string VectorSource::layerNames() const {
    std::string text;
    for (int i = 0; i < layerCount(); ++i) text += (i > 0 ? ", " : "") + layerName(i);
    return text;
}

namespace {

/// GeoPackage's srs_id -1 and 0, and drawings in paper units: there is a CRS object, but it says nothing.
bool saysNothing(OGRSpatialReferenceH reference) {
    const char* name = OSRGetName(reference);
    const std::string text = name != nullptr ? name : "";
    return OSRIsLocal(reference) != 0 || text.rfind("Undefined", 0) == 0 || EQUAL(text.c_str(), "unknown");
}

}  // namespace

CoordinateReferenceSystem crsOfLayer(OGRLayerH layer, const ReadOptions& options, Message& problem) {
    OGRSpatialReferenceH reference = OGR_L_GetSpatialRef(layer);
    if (reference == nullptr || saysNothing(reference)) return options.crs;
    const char* const wktOptions[] = {"FORMAT=WKT2_2019", "MULTILINE=NO", nullptr};
    char* raw = nullptr;
    const OGRErr error = OSRExportToWktEx(reference, &raw, wktOptions);
    const gdal::TextHandle wkt(raw);
    if (error == OGRERR_NONE && wkt) {
        auto crs = CoordinateReferenceSystem::fromWkt(wkt.get());
        if (crs) return std::move(*crs);
        problem =
            message("gis", "the coordinate reference system of the layer is not understood (%1)", {crs.error().detail});
    } else {
        problem = message("gis", "the coordinate reference system of the layer is not understood");
    }
    return options.crs;
}

LayerInfo describeLayer(const VectorSource& source, int index, const ReadOptions& options) {
    OGRLayerH layer = source.layer(index);
    LayerInfo info;
    info.name = source.layerName(index);
    info.geometryType = gdal::typeFromOgr(OGR_L_GetGeomType(layer));
    info.geometryTypeName = gdal::typeName(OGR_L_GetGeomType(layer));
    info.encoding = source.encoding().encoding;
    info.encodingReason = source.encoding().reason;
    info.schema = gdal::FieldReader(OGR_L_GetLayerDefn(layer), source.decoder()).schema();
    info.driver = driverName(source.file().kind);
    Message ignored;
    info.crs = crsOfLayer(layer, options, ignored);
    return info;
}

}  // namespace gis
