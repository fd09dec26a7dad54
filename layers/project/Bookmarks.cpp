// SPDX-License-Identifier: Apache-2.0
#include "layers/project/Bookmarks.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace layers {

namespace {

constexpr std::size_t most = 10'000;

/// Throws for what is no bookmark.
Bookmark bookmarkFrom(const nlohmann::json& json) {
    const auto sides = json.at("extent").get<std::array<double, 4>>();
    for (const double side : sides)
        if (!std::isfinite(side)) throw std::out_of_range("extent");
    Bookmark bookmark{json.at("name"), json.at("crs"), {sides[0], sides[1], sides[2], sides[3]}};
    if (bookmark.name.empty() || bookmark.extent.isEmpty()) throw std::out_of_range("name, extent");
    return bookmark;
}

}  // namespace

gis::Result<std::vector<Bookmark>> bookmarksOf(const ProjectSnapshot& snapshot) {
    std::vector<Bookmark> bookmarks;
    const auto kept = snapshot.info.values.find(bookmarksValue);
    if (kept == snapshot.info.values.end()) return bookmarks;
    try {
        const auto json = nlohmann::json::parse(kept->second);
        if (!json.is_array() || json.size() > most) throw std::out_of_range("bookmarks");
        for (const auto& one : json) bookmarks.push_back(bookmarkFrom(one));
    } catch (const std::exception& error) {
        return gis::fail(gis::ErrorCode::InvalidData, {}, gis::message("layers", "the plan's bookmarks cannot be read"),
                         gis::message("layers", "delete them and set them anew"), error.what());
    }
    return bookmarks;
}

std::string toJson(const std::vector<Bookmark>& bookmarks) {
    nlohmann::json json = nlohmann::json::array();
    for (const Bookmark& one : bookmarks)
        json.push_back({{"name", one.name},
                        {"crs", one.crsCode},
                        {"extent", {one.extent.minX, one.extent.minY, one.extent.maxX, one.extent.maxY}}});
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace layers
