// SPDX-License-Identifier: Apache-2.0
#include "layers/plan/PrintLayout.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace layers {

using Json = nlohmann::ordered_json;

namespace {

constexpr double largestPaperMm = 20'000;

Json extentJson(const gis::Extent& extent) {
    if (extent.isEmpty()) return nullptr;
    return Json::array({extent.minX, extent.minY, extent.maxX, extent.maxY});
}

gis::Extent extentFromJson(const Json& json) {
    gis::Extent extent;
    if (json.is_null()) return extent;
    const auto bounds = json.get<std::vector<double>>();
    if (bounds.size() == 4) extent = {bounds[0], bounds[1], bounds[2], bounds[3]};
    return extent;
}

/// Absent members keep their defaults; one of the wrong type throws.
template <class Value>
void read(const Json& json, const char* name, Value& target) {
    if (const auto found = json.find(name); found != json.end()) target = found->get<Value>();
}

Json legendJson(const std::vector<LegendItem>& legend) {
    Json items = Json::array();
    for (const LegendItem& item : legend)
        items.push_back({{"key", item.key}, {"title", item.title}, {"shown", item.isShown}});
    return items;
}

std::vector<LegendItem> legendFrom(const Json& json) {
    std::vector<LegendItem> legend;
    for (const Json& member : json) {
        LegendItem item;
        read(member, "key", item.key);
        read(member, "title", item.title);
        read(member, "shown", item.isShown);
        legend.push_back(std::move(item));
    }
    return legend;
}

PrintLayout parsed(const Json& json) {
    PrintLayout layout;
    read(json, "id", layout.id);
    read(json, "name", layout.name);
    read(json, "title", layout.title);
    read(json, "paper_width_mm", layout.paperWidthMm);
    read(json, "paper_height_mm", layout.paperHeightMm);
    read(json, "crs", layout.crsCode);
    if (json.contains("extent")) layout.extent = extentFromJson(json["extent"]);
    read(json, "scale_denominator", layout.scaleDenominator);
    std::vector<std::int64_t> ids;
    read(json, "layers", ids);
    for (const std::int64_t id : ids) layout.layers.push_back(gis::LayerId{id});
    read(json, "basis", layout.basis);
    read(json, "author", layout.author);
    read(json, "date", layout.date);
    read(json, "notes", layout.notes);
    read(json, "shows_legend", layout.showsLegend);
    if (json.contains("legend")) layout.legend = legendFrom(json["legend"]);
    read(json, "shows_scale_bar", layout.showsScaleBar);
    read(json, "shows_north_arrow", layout.showsNorthArrow);
    return layout;
}

bool isPaperLength(double millimetres) { return millimetres > 0 && millimetres <= largestPaperMm; }

}  // namespace

std::string toJson(const PrintLayout& layout) {
    Json ids = Json::array();
    for (const gis::LayerId id : layout.layers) ids.push_back(gis::number(id));
    Json json = {{"id", layout.id},
                 {"name", layout.name},
                 {"title", layout.title},
                 {"paper_width_mm", layout.paperWidthMm},
                 {"paper_height_mm", layout.paperHeightMm},
                 {"crs", layout.crsCode},
                 {"extent", extentJson(layout.extent)},
                 {"scale_denominator", layout.scaleDenominator},
                 {"layers", ids},
                 {"basis", layout.basis},
                 {"author", layout.author},
                 {"date", layout.date},
                 {"notes", layout.notes},
                 {"shows_legend", layout.showsLegend},
                 {"shows_scale_bar", layout.showsScaleBar},
                 {"shows_north_arrow", layout.showsNorthArrow}};
    // Sheets without a legend of their own stay readable for, and byte-equal to, those of earlier versions.
    if (!layout.legend.empty()) json["legend"] = legendJson(layout.legend);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

gis::Result<PrintLayout> printLayoutFromJson(const std::string& json) {
    const auto wrong = [](const std::string& detail) {
        return gis::fail(gis::ErrorCode::InvalidData, {}, gis::message("layers", "the map sheet cannot be read"), {},
                         detail);
    };
    const Json parsedJson = Json::parse(json, nullptr, false);
    if (!parsedJson.is_object()) return wrong("JSON");
    try {
        const PrintLayout layout = parsed(parsedJson);
        if (!isPaperLength(layout.paperWidthMm) || !isPaperLength(layout.paperHeightMm)) return wrong("paper_width_mm");
        if (!std::isfinite(layout.scaleDenominator) || layout.scaleDenominator < 0) return wrong("scale_denominator");
        return layout;
    } catch (const Json::exception& error) {
        return wrong(error.what());
    }
}

}  // namespace layers
