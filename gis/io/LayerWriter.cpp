// SPDX-License-Identifier: Apache-2.0
#include "gis/io/LayerWriter.h"

#include <sys/statvfs.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <optional>

#include "gis/io/OgrFields.h"
#include "gis/io/OgrGeometry.h"
#include "gis/io/PrivateFolder.h"
#include "gis/io/TableTexts.h"

namespace gis {

namespace {

/// The time of a file's last change as it stands in it: fixed under SOURCE_DATE_EPOCH, so that runs are byte-equal.
std::string statedDate() {
    const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
    if (epoch == nullptr) return {};
    const std::time_t seconds = std::strtoll(epoch, nullptr, 10);
    std::tm time{};
    ::gmtime_r(&seconds, &time);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S.000Z", &time);
    return text;
}

constexpr std::uintmax_t hardlyAnything = 65536;

std::uintmax_t bytesIn(const std::string& folder) {
    std::uintmax_t sum = 0;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) sum += entry.file_size(error);
    return sum;
}

std::uintmax_t freeBytes(const std::string& folder) {
    struct statvfs space {};
    return ::statvfs(folder.c_str(), &space) == 0 ? std::uintmax_t{space.f_bavail} * space.f_frsize : UINTMAX_MAX;
}

/// Libraries seldom say why a write failed: less free space than was written so far is taken for the reason.
bool isFull(const std::string& path, const std::string& detail) {
    if (detail.find("disk is full") != std::string::npos || detail.find("No space left") != std::string::npos)
        return true;
    const std::string folder = folderOf(path);
    return freeBytes(folder) < std::max(bytesIn(folder), hardlyAnything);
}

}  // namespace

/// How one layer is laid out in the file.
struct LayerWriter::Plan {
    GeometryType type = GeometryType::Empty;
    bool multi = false;
    std::vector<std::string> names;
    std::vector<int> widths;
    std::optional<TableTexts> texts;  ///< of a .dbf
};

namespace {

constexpr GeometryType severalOf(int dimension) {
    constexpr GeometryType types[] = {GeometryType::MultiPoint, GeometryType::MultiLineString,
                                      GeometryType::MultiPolygon};
    return types[dimension];
}

/// The one type that fits all features: single, Multi…, or Empty if dimensions are mixed.
GeometryType commonType(const FeatureTable& table) {
    GeometryType common = GeometryType::Empty;
    for (const Feature& feature : table) {
        const GeometryType own = feature.geometry().type();
        if (own == GeometryType::Empty || own == common) continue;
        if (common == GeometryType::Empty)
            common = own;
        else if (dimension(own) == dimension(common))
            common = severalOf(dimension(own));
        else
            return GeometryType::Empty;
    }
    return common;
}

bool hasGeometry(const FeatureTable& table) {
    return std::any_of(table.begin(), table.end(), [](const Feature& f) { return !f.geometry().isEmpty(); });
}

}  // namespace

Result<LayerWriter> LayerWriter::create(const std::string& path, const std::string& made, const std::string& driver,
                                        const WriteOptions& options) {
    gdal::prepare();
    TUCE_TRY(encoder, TextEncoder::make(options.tableEncoding));
    LayerWriter writer(path, made, driver, std::move(encoder), options.cutsLongTexts);
    const gdal::ErrorLog log;
    const gdal::ThreadOption date("OGR_CURRENT_DATE", statedDate().empty() ? nullptr : statedDate().c_str());
    GDALDriverH handle = GDALGetDriverByName(driver.c_str());
    if (handle != nullptr) writer.m_dataset.reset(GDALCreate(handle, made.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!writer.m_dataset) return writer.failed({}, {}, log.firstFailure());
    return writer;
}

tl::unexpected<Error> LayerWriter::failed(const std::string& layer, const std::string& feature,
                                          const std::string& detail) const {
    if (m_wasFull || isFull(m_made, detail)) {
        return fail(ErrorCode::DiskFull, {m_path, layer, {}}, message("gis", "the disk is full; nothing was replaced"),
                    message("gis", "free some space and try again"), detail);
    }
    return fail(ErrorCode::Unwritable, {m_path, layer, feature}, message("gis", "cannot be written"),
                message("gis", "choose another place or format"), detail);
}

Result<LayerWriter::Plan> LayerWriter::planFor(const OutputLayer& layer) {
    Plan plan;
    const bool mixed = layer.geometryType == GeometryType::Empty && commonType(layer.table) == GeometryType::Empty &&
                       hasGeometry(layer.table);
    plan.type = layer.geometryType == GeometryType::Empty ? commonType(layer.table) : layer.geometryType;
    plan.multi = isMulti(plan.type);
    if (isShapefile() && (mixed || plan.type == GeometryType::Empty)) {
        return fail(ErrorCode::InvalidArgument, {m_path, layer.name, {}},
                    message("gis", "a Shapefile holds geometries of one kind, and at least one"),
                    message("gis", "write .gpkg"));
    }
    if (!isShapefile()) {
        for (const Field& field : layer.table.schema().fields()) plan.names.push_back(field.name);
        plan.widths.assign(plan.names.size(), 0);
        return plan;
    }
    plan.texts.emplace(layer.table, m_encoder);
    const Subject subject{m_path, layer.name, {}};
    if (!m_cutsLongTexts) TUCE_CHECK(plan.texts->allFit(subject));
    const Warnings told = plan.texts->warnings(subject);
    m_warnings.insert(m_warnings.end(), told.begin(), told.end());
    plan.names = plan.texts->names();
    plan.widths = plan.texts->widths();
    return plan;
}

namespace {

gdal::SpatialReferenceHandle referenceOf(const CoordinateReferenceSystem& crs) {
    if (!crs.isKnown()) return nullptr;
    gdal::SpatialReferenceHandle reference(OSRNewSpatialReference(nullptr));
    OSRSetAxisMappingStrategy(reference.get(), OAMS_TRADITIONAL_GIS_ORDER);
    const bool byCode = crs.epsg() > 0 && OSRImportFromEPSG(reference.get(), crs.epsg()) == OGRERR_NONE;
    if (!byCode && OSRSetFromUserInput(reference.get(), crs.wkt().c_str()) != OGRERR_NONE) return nullptr;
    return reference;
}

std::vector<const char*> layerOptions(const std::string& driver, bool isUtf8) {
    if (driver == "GPKG") return {"GEOMETRY_NAME=geom", "FID=fid", "SPATIAL_INDEX=YES", nullptr};
    if (driver == "ESRI Shapefile") return {isUtf8 ? "ENCODING=UTF-8" : "ENCODING=", nullptr};  // else our bytes
    // nine decimals of a degree: a tenth of a millimetre
    if (driver == "GeoJSON") return {"RFC7946=YES", "COORDINATE_PRECISION=9", "WRITE_NAME=YES", nullptr};
    return {nullptr};
}

}  // namespace

Result<OGRLayerH> LayerWriter::createLayer(const OutputLayer& layer, const Plan& plan) const {
    const gdal::ErrorLog log;
    const auto reference = referenceOf(layer.table.crs());
    const auto options = layerOptions(m_driver, m_encoder.isUtf8());
    OGRLayerH target = GDALDatasetCreateLayer(m_dataset.get(), layer.name.c_str(), reference.get(),
                                              gdal::typeToOgr(plan.type), const_cast<char**>(options.data()));
    if (target == nullptr || !gdal::createFields(target, layer.table.schema(), plan.names, plan.widths))
        return failed(layer.name, {}, log.firstFailure());
    return target;
}

Result<void> LayerWriter::writeFeatures(OGRLayerH target, const OutputLayer& layer, const Plan& plan,
                                        const JobControl& control) {
    const gdal::ErrorLog log;
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(target);
    const auto total = static_cast<double>(std::max<std::size_t>(1, layer.table.size()));
    std::size_t done = 0;
    for (const Feature& feature : layer.table) {
        if ((done++ & 0xFFU) == 0) {
            if (control.cancel.isCanceled()) return canceled();
            control.report(static_cast<double>(done) / total);
        }
        const gdal::FeatureHandle row(OGR_F_Create(definition));
        if (!isShapefile()) OGR_F_SetFID(row.get(), number(feature.id()));
        if (auto geometry = gdal::toOgr(feature.geometry(), plan.multi))
            OGR_F_SetGeometryDirectly(row.get(), geometry.release());
        for (std::size_t i = 0; i < plan.names.size(); ++i) {
            const Value& value = feature.attribute(static_cast<int>(i));
            const auto* text = plan.texts ? std::get_if<std::string>(&value) : nullptr;
            gdal::setField(row.get(), static_cast<int>(i), text != nullptr ? Value(plan.texts->bytesOf(*text)) : value,
                           layer.table.schema().fields()[i].type);
        }
        if (OGR_L_CreateFeature(target, row.get()) != OGRERR_NONE || !log.failures().empty())
            return failed(layer.name, std::to_string(number(feature.id())), log.firstFailure());
    }
    m_written += done;
    if (isShapefile())  // numbers with more digits than a column
        for (const std::string& text : log.warnings())
            m_warnings.push_back({"library", {m_path, layer.name, {}}, message("gis", "GDAL says: %1", {text})});
    return {};
}

Result<void> LayerWriter::write(const OutputLayer& layer, const JobControl& control) {
    TUCE_TRY(plan, planFor(layer));
    const gdal::ThreadOption date("OGR_CURRENT_DATE", statedDate().empty() ? nullptr : statedDate().c_str());
    TUCE_TRY(target, createLayer(layer, plan));
    const bool inTransaction = GDALDatasetStartTransaction(m_dataset.get(), 0) == OGRERR_NONE;
    TUCE_CHECK(writeFeatures(target, layer, plan, control));
    const gdal::ErrorLog log;
    if (inTransaction && GDALDatasetCommitTransaction(m_dataset.get()) != OGRERR_NONE)
        return failed(layer.name, {}, log.firstFailure());
    return {};
}

Result<void> LayerWriter::close() {
    const gdal::ErrorLog log;
    const gdal::ThreadOption date("OGR_CURRENT_DATE", statedDate().empty() ? nullptr : statedDate().c_str());
    m_wasFull = freeBytes(folderOf(m_made)) < hardlyAnything;  // a driver's own temporary files still lie there
    GDALFlushCache(m_dataset.get());
    m_dataset.reset();
    if (!log.failures().empty()) return failed({}, {}, log.firstFailure());
    TUCE_CHECK(verify());
    return isShapefile() && !m_encoder.isUtf8() ? markEncoding() : Result<void>{};
}

/// GBK is told twice: by the .cpg, and by the language byte of the .dbf, which older programs read first.
Result<void> LayerWriter::markEncoding() const {
    namespace fs = std::filesystem;
    constexpr std::streamoff languagePlace = 29;
    constexpr char simplifiedChinese = 0x4D;
    std::ofstream mark(fs::path(m_made).replace_extension(".cpg"), std::ios::binary | std::ios::trunc);
    mark << m_encoder.name() << std::flush;
    std::fstream table(fs::path(m_made).replace_extension(".dbf"), std::ios::binary | std::ios::in | std::ios::out);
    table.seekp(languagePlace);
    table.put(simplifiedChinese).flush();
    return mark && table ? Result<void>{} : failed({}, {}, ".cpg");
}

/// The GeoJSON driver does not look whether its bytes reached the disk.
Result<void> LayerWriter::verify() const {
    const gdal::ErrorLog log;
    const char* const drivers[] = {m_driver.c_str(), nullptr};
    const gdal::DatasetHandle written(
        GDALOpenEx(m_made.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, nullptr, nullptr));
    std::size_t found = 0;
    for (int i = 0; written && i < GDALDatasetGetLayerCount(written.get()); ++i)
        found += static_cast<std::size_t>(OGR_L_GetFeatureCount(GDALDatasetGetLayer(written.get(), i), 1));
    if (found == m_written) return {};
    return failed({}, {}, "only " + std::to_string(found) + " of " + std::to_string(m_written) + " features arrived");
}

}  // namespace gis
