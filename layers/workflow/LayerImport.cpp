// SPDX-License-Identifier: Apache-2.0
#include "layers/workflow/LayerImport.h"

#include <algorithm>
#include <filesystem>

#include "gis/base/Message.h"
#include "gis/crs/Cgcs2000Zone.h"
#include "gis/crs/CoordinateTransform.h"
#include "layers/edit/InfoEdit.h"
#include "layers/edit/LayerEdit.h"

namespace layers {

namespace {

/// A zone of 3° serves a map that reaches less than half a zone beyond it on either side.
constexpr double widestZonedMapDegrees = 6.0;

std::string usualStyleName(const Layer& layer) {
    static const char* const plain[] = {"default_point", "default_line", "default_polygon"};
    int dimension = 0;
    for (const gis::Feature& feature : layer.table) dimension = std::max(dimension, feature.geometry().dimension());
    const std::string plainName = plain[std::max(0, dimension)];
    switch (layer.kind) {
        case LayerKind::Boundary:
            return dimension == 2 ? "boundary_county" : plainName;
        case LayerKind::Layout:
            return "layout";
        case LayerKind::Basemap:
            return plainName;
        case LayerKind::ControlLine:
            break;
    }
    if (dimension != 2) return plainName;
    return layer.control.type == ControlType::Other ? "control_other" : toText(layer.control.type);
}

LayerSource linkedSource(const gis::SourceName& source, const gis::LayerInfo& info) {
    // What the format itself fixes is read the same again in any case.
    const std::string encoding = info.encodingReason == "format" ? "" : info.encoding;
    return {std::filesystem::absolute(source.path).lexically_normal().string(), info.name, encoding};
}

/// A table alone is no layer of a map.
gis::Result<void> checkShapes(const gis::VectorLayer& read, const std::string& source) {
    if (read.table.isEmpty() || !read.table.extent().isEmpty()) return {};
    return gis::fail(gis::ErrorCode::InvalidData, {source, read.info.name, {}},
                     gis::message("layers", "no row has coordinates"),
                     gis::message("layers", "in a CSV, name the columns lon and lat, x and y, or WKT"));
}

gis::Result<void> checkFields(const Layer& layer, const std::string& source) {
    for (const std::string& field : {layer.idField, layer.nameField})
        if (!field.empty() && layer.table.schema().indexOf(field) < 0)
            return gis::fail(gis::ErrorCode::NotFound, {source, layer.name, {}},
                             gis::message("layers", "the layer has no field \"%1\"", {field}));
    return {};
}

gis::Result<void> chooseMapCrs(EditSeries& series, const Layer& boundary) {
    ProjectInfo info = series.snapshot()->info;
    const auto origin = info.values.find("crs_origin");
    if (origin == info.values.end() || origin->second != "default") return {};
    auto transform = gis::CoordinateTransform::make(boundary.table.crs(), gis::CoordinateReferenceSystem::cgcs2000());
    if (!transform) return {};  // an unclear datum chooses nothing
    const auto extent = transform->apply(boundary.table.extent());
    if (!extent || extent->isEmpty() || extent->width() > widestZonedMapDegrees) return {};
    const auto zone = gis::cgcs2000Zone(extent->centre().x);
    if (!zone) return {};
    info.crsCode = zone->code();
    info.values.erase("crs_origin");
    return series.apply(setInfo(*series.snapshot(), info));
}

}  // namespace

gis::Result<Style> usualStyle(const Layer& layer) {
    TUCE_TRY(style, shippedStyle(usualStyleName(layer)));
    if (!style.label.field.empty() && layer.table.schema().indexOf(style.label.field) < 0)
        style.label.field = layer.nameField;
    return style;
}

gis::Result<Layer> importedLayer(const ProjectSnapshot& snapshot, const LayerWish& wish, const gis::SourceName& source,
                                 const gis::VectorLayer& read) {
    TUCE_CHECK(checkShapes(read, source.path));
    if (!read.table.crs().isKnown())
        return tl::unexpected<gis::Error>(
            gis::fail(gis::ErrorCode::CrsMissing, {source.path, read.info.name, {}},
                      gis::message("layers", "the layer does not say its coordinate reference system"),
                      gis::message("layers", "give its EPSG code"))
                .value());
    Layer layer;
    layer.kind = wish.kind;
    layer.control = wish.control;
    layer.name = wish.name.empty() ? freeLayerName(snapshot, read.info.name) : wish.name;
    if (wish.linked) layer.source = linkedSource(source, read.info);
    layer.table = read.table;
    layer.idField = wish.idField;
    layer.nameField = wish.nameField;
    TUCE_CHECK(checkFields(layer, source.path));
    const int usual = layer.table.schema().indexOf("name");
    if (layer.nameField.empty() && usual >= 0)
        layer.nameField = layer.table.schema().fields()[static_cast<std::size_t>(usual)].name;
    TUCE_TRY(style, usualStyle(layer));
    layer.style = std::move(style);
    return layer;
}

gis::Result<Layer> importedRaster(const ProjectSnapshot& snapshot, const LayerWish& wish, const gis::RasterFile& file,
                                  const gis::CoordinateReferenceSystem& crs, const gis::JobControl& control) {
    const gis::RasterInfo& info = file.info();
    const std::string stem = std::filesystem::path(info.path).stem().string();
    if (wish.kind != LayerKind::Basemap)
        return gis::fail(gis::ErrorCode::InvalidArgument, {info.path, {}, {}},
                         gis::message("layers", "a raster can only be a basemap"),
                         gis::message("layers", "choose the role basemap"));
    const gis::CoordinateReferenceSystem& told = info.crs.isKnown() ? info.crs : crs;
    if (!told.isKnown()) return tl::unexpected(gis::crsMissing({info.path, {}, {}}, info.grid.extent(), "--crs"));
    Layer layer;
    layer.kind = LayerKind::Basemap;
    layer.name = wish.name.empty() ? freeLayerName(snapshot, stem) : wish.name;
    layer.source = {info.path, {}, {}};
    layer.table = gis::FeatureTable({}, told, {});
    layer.raster = RasterPicture{info.grid, std::nullopt};
    if (info.meaning == gis::PixelMeaning::Values) {
        TUCE_TRY(stretch, file.stretch(control.cancel));
        layer.raster->stretch = stretch;
    }
    return layer;
}

gis::Warnings rasterNotes(const Layer& layer, const gis::RasterInfo& info) {
    gis::Warnings notes;
    const gis::Subject subject{info.path, layer.name, {}};
    if (layer.raster && layer.raster->stretch)
        notes.push_back({"raster_stretched", subject,
                         gis::message("layers", "values from %1 (black) to %2 (white) are shown as grey",
                                      {gis::toPlainDecimal((*layer.raster->stretch)[0]),
                                       gis::toPlainDecimal((*layer.raster->stretch)[1])})});
    constexpr double many = 16e6;
    if (info.overviews.empty() && static_cast<double>(info.grid.width) * info.grid.height > many)
        notes.push_back({"raster_without_overviews", subject,
                         gis::message("layers",
                                      "the raster has no overviews, so that it is drawn slowly at small scales; "
                                      "gdaladdo adds them")});
    return notes;
}

gis::Result<void> addImported(EditSeries& series, const Layer& layer) {
    TUCE_CHECK(series.apply(addLayer(*series.snapshot(), layer)));
    return layer.kind == LayerKind::Boundary ? chooseMapCrs(series, layer) : gis::Result<void>{};
}

}  // namespace layers
