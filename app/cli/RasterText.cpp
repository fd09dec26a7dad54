// SPDX-License-Identifier: Apache-2.0
#include "app/cli/RasterText.h"

#include <filesystem>

#include "gis/base/Message.h"
#include "gis/crs/Cgcs2000Zone.h"
#include "gis/feature/Value.h"

namespace cli {

namespace {

const char* word(gis::PixelMeaning meaning) {
    switch (meaning) {
        case gis::PixelMeaning::Grey:
            return "grey";
        case gis::PixelMeaning::Palette:
            return "palette";
        case gis::PixelMeaning::Colour:
            return "colour";
        case gis::PixelMeaning::Values:
            return "values";
    }
    return "";
}

std::string nameOf(const gis::RasterInfo& info) { return std::filesystem::path(info.path).stem().string(); }

std::string overviewsText(const gis::RasterInfo& info) {
    std::string text;
    for (const auto& [width, height] : info.overviews)
        text += (text.empty() ? "" : ", ") + std::to_string(width) + " x " + std::to_string(height);
    return text.empty() ? "-" : text;
}

std::string crsText(const gis::RasterInfo& info) {
    if (info.crs.isKnown()) return info.crs.code().empty() ? info.crs.name() : info.crs.code() + " " + info.crs.name();
    const gis::CrsGuess guess = gis::guessCrs(info.grid.extent());
    std::string text = tr("not stated");
    if (guess.candidate.isKnown())
        text += "; " + gis::translated(gis::message("cli", "proposal: %1", {guess.candidate.code()}));
    return text;
}

}  // namespace

void printRasterInfo(const Context& context, const std::string& source, const gis::RasterInfo& info) {
    const auto line = [&context](const gis::Message& text) { context.print(gis::translated(text)); };
    const gis::Extent box = info.grid.extent();
    line(gis::message("cli", "layer: %1", {source + "|" + nameOf(info)}));
    line(gis::message("cli", "geometry: %1", {"Raster"}));
    context.print(std::string("features: 0"));
    line(gis::message("cli", "raster: %1 x %2 pixels",
                      {std::to_string(info.grid.width), std::to_string(info.grid.height)}));
    line(gis::message("cli", "bands: %1 (%2, %3)", {std::to_string(info.bands), info.valueType, word(info.meaning)}));
    line(gis::message("cli", "overviews: %1", {overviewsText(info)}));
    line(gis::message("cli", "coordinate reference system: %1", {crsText(info)}));
    line(gis::message("cli", "extent: %1",
                      {gis::toPlainDecimal(box.minX) + " " + gis::toPlainDecimal(box.minY) + " " +
                       gis::toPlainDecimal(box.maxX) + " " + gis::toPlainDecimal(box.maxY)}));
    context.print(std::string());
}

Json rasterInfoJson(const std::string& source, const gis::RasterInfo& info) {
    const gis::Extent box = info.grid.extent();
    Json overviews = Json::array();
    for (const auto& [width, height] : info.overviews) overviews.push_back(Json::array({width, height}));
    return {{"source", source},
            {"name", nameOf(info)},
            {"geometry_type", "Raster"},
            {"features", 0},
            {"crs", info.crs.code().empty() ? Json(nullptr) : Json(info.crs.code())},
            {"crs_name", info.crs.isKnown() ? Json(info.crs.name()) : Json(nullptr)},
            {"extent", Json::array({box.minX, box.minY, box.maxX, box.maxY})},
            {"driver", "GTiff"},
            {"raster",
             {{"width", info.grid.width},
              {"height", info.grid.height},
              {"bands", info.bands},
              {"value_type", info.valueType},
              {"pixels", word(info.meaning)},
              {"no_data", info.noData ? Json(*info.noData) : Json(nullptr)},
              {"has_alpha", info.hasAlpha},
              {"by_world_file", info.byWorldFile},
              {"overviews", overviews}}},
            {"fields", Json::array()},
            {"warnings", Json::array()}};
}

}  // namespace cli
