// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <filesystem>

#include "gis/crs/CoordinateTransform.h"
#include "gis/io/LayerWriter.h"
#include "gis/io/PrivateFolder.h"
#include "gis/io/ShapefileParts.h"
#include "gis/io/SourceFile.h"
#include "gis/io/VectorFile.h"

namespace gis {

namespace fs = std::filesystem;

namespace {

struct OutputFormat {
    const char* ending;
    const char* driver;
    bool severalLayers;
};

constexpr std::array<OutputFormat, 5> outputFormats{{{".fgb", "FlatGeobuf", false},
                                                     {".geojson", "GeoJSON", false},
                                                     {".gpkg", "GPKG", true},
                                                     {".json", "GeoJSON", false},
                                                     {".shp", "ESRI Shapefile", false}}};

std::string writableEndings() {
    std::string text;
    for (const OutputFormat& format : outputFormats) text += (text.empty() ? "" : ", ") + std::string(format.ending);
    return text;
}

Result<OutputFormat> formatOf(const std::string& path, std::size_t layerCount) {
    const std::string ending = endingOf(path);
    const auto* const format = std::find_if(outputFormats.begin(), outputFormats.end(),
                                            [&](const OutputFormat& f) { return ending == f.ending; });
    if (format == outputFormats.end()) {
        return fail(ErrorCode::UnsupportedFormat, {path, {}, {}},
                    message("gis", "cannot write %1", {ending.empty() ? "a file without an ending" : ending}),
                    message("gis", "available: %1", {writableEndings()}));
    }
    if (layerCount > 1 && !format->severalLayers) {
        return fail(ErrorCode::InvalidArgument, {path, {}, {}},
                    message("gis", "%1 holds one layer, there are %2", {ending, std::to_string(layerCount)}),
                    message("gis", "write .gpkg, or one file for each layer"));
    }
    return *format;
}

/// RFC 7946 knows WGS 84 only.
Result<OutputLayer> inWgs84(const std::string& path, OutputLayer layer) {
    if (!layer.table.crs().isKnown()) {
        return fail(ErrorCode::CrsMissing, {path, layer.name, {}},
                    message("gis", "GeoJSON is in WGS 84, but the layer does not say its coordinate reference system"),
                    message("gis", "state it, or write .gpkg"));
    }
    TUCE_TRY(transform, CoordinateTransform::make(layer.table.crs(), CoordinateReferenceSystem::wgs84()));
    std::vector<Feature> features;
    features.reserve(layer.table.size());
    for (const Feature& feature : layer.table) {
        auto moved = transform.apply(feature.geometry());
        if (!moved) {
            Error error = std::move(moved).error();
            error.subject = {path, layer.name, std::to_string(number(feature.id()))};
            return tl::unexpected<Error>(std::move(error));
        }
        features.push_back(feature.withGeometry(std::move(*moved)));
    }
    layer.table = FeatureTable(layer.table.schema(), CoordinateReferenceSystem::wgs84(), std::move(features));
    return layer;
}

Result<void> moveInto(const std::string& made, const std::string& path, Overwrite overwrite) {
    TUCE_TRY(file, AtomicFile::create(path, overwrite));
    TUCE_CHECK(moveToTemporary(made, file, path));
    return file.commit();
}

}  // namespace

Result<void> checkOutputFormat(const std::string& path, std::size_t layerCount) {
    TUCE_CHECK(formatOf(path, layerCount));
    return {};
}

Result<void> writeLayers(const std::string& path, const std::vector<OutputLayer>& layers, Overwrite overwrite,
                         const JobControl& control) {
    TUCE_CHECK(exportLayers(path, layers, overwrite, {}, control));
    return {};
}

Result<Warnings> exportLayers(const std::string& path, const std::vector<OutputLayer>& layers, Overwrite overwrite,
                              const WriteOptions& options, const JobControl& control) {
    TUCE_TRY(format, formatOf(path, layers.size()));
    if (layers.empty())
        return fail(ErrorCode::InvalidArgument, {path, {}, {}}, message("gis", "there is no layer to write"));
    TUCE_CHECK(AtomicFile::create(path, overwrite));  // refuses early what could not be put in place later
    TUCE_TRY(folder, PrivateFolder::in(folderOf(path)));
    const std::string made = folder.path() + "/" + fs::path(path).filename().replace_extension(endingOf(path)).string();
    const bool isGeoJson = std::string(format.driver) == "GeoJSON";
    TUCE_TRY(writer, LayerWriter::create(path, made, format.driver, options));
    for (const OutputLayer& layer : layers) {
        if (isGeoJson) {
            TUCE_TRY(moved, inWgs84(path, layer));
            TUCE_CHECK(writer.write(moved, control));
        } else {
            TUCE_CHECK(writer.write(layer, control));
        }
    }
    TUCE_CHECK(writer.close());
    if (std::string(format.ending) == ".shp")
        TUCE_CHECK(placeShapefile(made, path, overwrite));
    else
        TUCE_CHECK(moveInto(made, path, overwrite));
    return writer.warnings();
}

}  // namespace gis
