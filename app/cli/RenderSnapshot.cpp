// SPDX-License-Identifier: Apache-2.0
#include "app/cli/RenderSnapshot.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "layers/project/ProjectStore.h"
#include "layers/workflow/LayerImport.h"

namespace cli {

namespace {

bool mayBeProject(const std::string& text) {
    const std::string ending = std::filesystem::path(text).extension().string();
    return ending == ".gpkg" || ending == ".tuce";
}

/// A style by what most of a layer is.
gis::Result<layers::Style> styleFor(const gis::VectorLayer& layer) {
    int dimension = gis::dimension(layer.info.geometryType);
    for (std::size_t row = 0; dimension < 0 && row < layer.table.size(); ++row)
        dimension = layer.table.at(row).geometry().dimension();
    return layers::shippedStyle(dimension == 0 ? "default_point" : dimension == 1 ? "default_line" : "default_polygon");
}

/// Below all others, as in a plan.
gis::Result<void> addRaster(layers::ProjectSnapshot& plan, gis::Warnings& warnings, const std::string& path,
                            const gis::ReadOptions& reading, const gis::JobControl& control) {
    TUCE_TRY(file, gis::RasterFile::open(path));
    TUCE_TRY(layer, layers::importedRaster(plan, {}, file, reading.crs, control));
    layer.id = plan.nextLayerId();
    const gis::Warnings notes = layers::rasterNotes(layer, file.info());
    warnings.insert(warnings.end(), notes.begin(), notes.end());
    if (plan.info.crsCode.empty()) plan.info.crsCode = layer.table.crs().code();
    const auto above = std::find_if(plan.layers.begin(), plan.layers.end(),
                                    [](const layers::LayerPtr& other) { return !other->isRaster(); });
    plan.layers.insert(above, std::make_shared<const layers::Layer>(std::move(layer)));
    return {};
}

gis::Result<void> addSource(layers::ProjectSnapshot& plan, gis::Warnings& warnings, const std::string& text,
                            const gis::ReadOptions& reading, const gis::JobControl& control) {
    if (gis::isRasterFile(gis::SourceName::parse(text).path))
        return addRaster(plan, warnings, gis::SourceName::parse(text).path, reading, control);
    TUCE_TRY(read, gis::readLayers(gis::SourceName::parse(text), reading, control));
    for (gis::VectorLayer& source : read) {
        layers::Layer layer;
        layer.id = plan.nextLayerId();
        layer.name = source.info.name;
        for (int copy = 2; plan.layer(layer.name) != nullptr; ++copy)
            layer.name = source.info.name + " " + std::to_string(copy);
        TUCE_TRY(style, styleFor(source));
        layer.style = std::move(style);
        layer.table = std::move(source.table);
        if (plan.info.crsCode.empty()) plan.info.crsCode = layer.table.crs().code();
        plan.layers.push_back(std::make_shared<const layers::Layer>(std::move(layer)));
        warnings.insert(warnings.end(), source.warnings.begin(), source.warnings.end());
    }
    return {};
}

}  // namespace

gis::Result<RenderSnapshot> renderSnapshot(const std::vector<std::string>& sources, const gis::ReadOptions& reading,
                                           const gis::JobControl& control) {
    if (sources.size() == 1 && mayBeProject(sources.front())) {
        auto opened = layers::openProject(sources.front(), control);
        if (opened) return RenderSnapshot{opened->snapshot, opened->warnings};
        // A GeoPackage without our tables is a plain source; a project of a later version is not.
        const gis::ErrorCode code = opened.error().code;
        if (code == gis::ErrorCode::NewerSchema || code == gis::ErrorCode::Canceled)
            return tl::unexpected<gis::Error>(opened.error());
    }
    auto plan = std::make_shared<layers::ProjectSnapshot>();
    RenderSnapshot made;
    for (const std::string& source : sources) TUCE_CHECK(addSource(*plan, made.warnings, source, reading, control));
    made.snapshot = std::move(plan);
    return made;
}

}  // namespace cli
