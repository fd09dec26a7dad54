// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/check/CheckData.h"

#include <array>
#include <cstdio>
#include <filesystem>

#include "gis/io/VectorFile.h"
#include "tests/bench/check/ControlZones.h"
#include "tests/bench/check/PlanDrawing.h"

namespace bench {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t seed = 4012;
constexpr int classLevel = 7000;
/// Changes whenever other data come out, so that files of an earlier version are not taken for these.
constexpr int dataVersion = 1;

const std::array<CheckSize, 4> sizes{{
    {"S", 800, 204'918, 500, 18'435, 50, 50'273, 816, 1180, 10},
    {"SM", 5400, 1'098'676, 4000, 150'601, 200, 205'871, 3788, 2780, 8},
    {"M", 19'000, 3'804'546, 20'000, 762'705, 1000, 205'871, 3788, 5180, 8},
    {"L", 73'000, 15'823'678, 200'000, 7'556'036, 5000, 206'417, 3793, 10'560, 9},
}};

tl::unexpected<gis::Error> wrongCount(const CheckSize& size, const char* what, std::size_t found,
                                      std::size_t expected) {
    char text[200];
    std::snprintf(text, sizeof text, "%s: %zu %s instead of %zu", size.name.c_str(), found, what, expected);
    return gis::fail(gis::ErrorCode::Internal, {}, gis::message("bench", "the made-up data are not as they should be"),
                     {}, text);
}

gis::OutputLayer layerOf(const char* name, const gis::CoordinateReferenceSystem& crs, gis::Schema schema,
                         std::vector<gis::Feature> features, gis::GeometryType type) {
    return {name, gis::FeatureTable(std::move(schema), crs, std::move(features)), type};
}

std::string numbered(const char* prefix, std::size_t number) {
    char text[40];
    std::snprintf(text, sizeof text, "%s%06zu", prefix, number);
    return text;
}

gis::Result<void> assertZones(const CheckSize& size, const std::vector<ControlZone>& zones) {
    std::size_t vertices = 0;
    const ControlZone* largest = nullptr;
    for (const ControlZone& zone : zones) {
        vertices += zone.geometry.coordinateCount();
        if (largest == nullptr || zone.geometry.coordinateCount() > largest->geometry.coordinateCount())
            largest = &zone;
    }
    if (zones.size() != size.zones) return wrongCount(size, "zones", zones.size(), size.zones);
    if (vertices != size.zoneVertices) return wrongCount(size, "zone vertices", vertices, size.zoneVertices);
    if (largest->geometry.coordinateCount() != size.largestZone)
        return wrongCount(size, "vertices of the largest zone", largest->geometry.coordinateCount(), size.largestZone);
    if (largest->holes != size.largestZoneHoles)
        return wrongCount(size, "holes of the largest zone", largest->holes, size.largestZoneHoles);
    return {};
}

gis::Result<void> writeControl(const std::string& path, const std::vector<ControlZone>& zones,
                               const gis::CoordinateReferenceSystem& crs, const gis::JobControl& control) {
    const gis::Schema schema(
        {{"code", gis::FieldType::Text, 0}, {"name", gis::FieldType::Text, 0}, {"type", gis::FieldType::Text, 0}});
    constexpr const char* names[] = {"eco_redline", "basic_farmland"};
    constexpr const char* prefixes[] = {"ER", "BF"};
    std::vector<gis::Feature> features[2];
    for (const ControlZone& zone : zones) {
        const auto type = static_cast<std::size_t>(zone.type - 1);
        const std::size_t number = features[type].size() + 1;
        features[type].emplace_back(
            gis::FeatureId{static_cast<std::int64_t>(number)}, zone.geometry,
            std::vector<gis::Value>{numbered(prefixes[type], number), "zone " + std::to_string(number),
                                    std::string(names[type])});
    }
    std::vector<gis::OutputLayer> layers;
    for (const std::size_t type : {0U, 1U})
        layers.push_back(layerOf(names[type], crs, schema, std::move(features[type]), gis::GeometryType::MultiPolygon));
    return gis::writeLayers(path, layers, gis::Overwrite::Yes, control);
}

gis::Result<void> writePlan(const std::string& path, const CheckSize& size, PlanDrawer& drawer,
                            const gis::CoordinateReferenceSystem& crs, const gis::JobControl& control) {
    const gis::Schema schema(
        {{"code", gis::FieldType::Text, 0}, {"name", gis::FieldType::Text, 0}, {"kind", gis::FieldType::Text, 0}});
    const auto features = [&](std::size_t count, const char* prefix, const auto& draw) {
        std::vector<gis::Feature> made;
        for (std::size_t i = 1; i <= count; ++i) {
            PlanDrawing drawing = draw();
            made.emplace_back(gis::FeatureId{static_cast<std::int64_t>(i)}, std::move(drawing.geometry),
                              std::vector<gis::Value>{numbered(prefix, i), drawing.kind + (" " + std::to_string(i)),
                                                      std::string(drawing.kind)});
        }
        return made;
    };
    auto polygons = features(size.polygons, "P", [&] { return drawer.polygon(); });
    auto lines = features(size.lines, "R", [&] { return drawer.line(); });
    std::size_t vertices = 0;
    for (const gis::Feature& feature : polygons) vertices += feature.geometry().coordinateCount();
    if (vertices != size.polygonVertices) return wrongCount(size, "plan vertices", vertices, size.polygonVertices);
    std::vector<gis::OutputLayer> layers;
    layers.push_back(layerOf("plan", crs, schema, std::move(polygons), gis::GeometryType::Empty));
    layers.push_back(layerOf("roads", crs, schema, std::move(lines), gis::GeometryType::LineString));
    return gis::writeLayers(path, layers, gis::Overwrite::Yes, control);
}

}  // namespace

gis::Result<CheckSize> checkSize(const std::string& name) {
    for (const CheckSize& size : sizes)
        if (size.name == name) return size;
    return gis::fail(gis::ErrorCode::InvalidArgument, {}, gis::message("bench", "there is no size %1", {name}),
                     gis::message("bench", "take S, SM, M or L"));
}

gis::Result<CheckFiles> checkFiles(const CheckSize& size, bool overlapping, const std::string& folder,
                                   const gis::JobControl& control) {
    const std::string stem = folder + "/check-" + size.name + "-v" + std::to_string(dataVersion);
    CheckFiles files{stem + (overlapping ? "-overlapping.gpkg" : "-control.gpkg"), stem + "-plan.gpkg",
                     size.zoneVertices + size.polygonVertices};
    std::error_code error;
    fs::create_directories(folder, error);
    if (fs::exists(files.control, error) && fs::exists(files.plan, error)) return files;
    const ZoneRaster raster = zoneRaster(size.rasterSide, classLevel, seed);
    std::vector<ControlZone> zones = controlZones(raster, {size.zones, size.rasterSide, size.smallestPatch});
    TUCE_CHECK(assertZones(size, zones));
    if (control.cancel.isCanceled()) return gis::canceled();
    TUCE_TRY(crs, gis::CoordinateReferenceSystem::fromCode("EPSG:4545"));
    PlanDrawer drawer(raster, zones, seed + 1);
    TUCE_CHECK(writePlan(files.plan, size, drawer, crs, control));
    if (overlapping) overlapSomeZones(zones, seed + 2);
    TUCE_CHECK(writeControl(files.control, zones, crs, control));
    return files;
}

}  // namespace bench
