// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "gis/engine/Overlay.h"
#include "layers/plan/LayoutElement.h"
#include "layers/project/ProjectSnapshot.h"
#include "layers/render/MapSettings.h"

/// Small plans for tests of maps and sheets: made-up shapes in EPSG:4545, about (500 000, 3 400 000), in kilometres.
namespace map_builders {

inline gis::CoordinateReferenceSystem mapCrs() { return gis::CoordinateReferenceSystem::fromCode("EPSG:4545").value(); }

/// A position in km from the middle of the test region.
inline gis::Coordinate at(double eastKm, double northKm) {
    return {500'000 + eastKm * 1000, 3'400'000 + northKm * 1000};
}

inline gis::Geometry line(const std::vector<std::pair<double, double>>& kilometres) {
    std::vector<gis::Coordinate> positions;
    for (const auto& [east, north] : kilometres) positions.push_back(at(east, north));
    return gis::Geometry::lineString(positions);
}
inline gis::Geometry area(const std::vector<std::pair<double, double>>& kilometres) {
    std::vector<gis::Coordinate> ring;
    for (const auto& [east, north] : kilometres) ring.push_back(at(east, north));
    return gis::Geometry::polygon({ring});
}
inline gis::Geometry point(double eastKm, double northKm) { return gis::Geometry::point(at(eastKm, northKm)); }
inline gis::Geometry disc(double eastKm, double northKm, double radiusKm) {
    return gis::buffered(point(eastKm, northKm), radiusKm * 1000).value();
}
inline gis::Geometry bandAbout(const std::vector<std::pair<double, double>>& kilometres, double widthKm) {
    return gis::band(line(kilometres), widthKm * 500).value();
}

/// A feature of a layout layer: kind, name, shape.
struct Element {
    std::string kind;
    std::string name;
    gis::Geometry shape;
};

inline layers::LayerPtr layoutLayer(const std::vector<Element>& elements, int id = 10) {
    const gis::Schema schema = layers::layoutSchema();
    std::vector<gis::Feature> features;
    for (const Element& element : elements) {
        std::vector<gis::Value> values(schema.size());
        values[static_cast<std::size_t>(schema.indexOf(layers::layout_field::kind))] = element.kind;
        values[static_cast<std::size_t>(schema.indexOf(layers::layout_field::name))] = element.name;
        features.emplace_back(gis::FeatureId{static_cast<std::int64_t>(features.size()) + 1}, element.shape, values);
    }
    layers::Layer layer;
    layer.id = gis::LayerId{id};
    layer.name = "布局";
    layer.kind = layers::LayerKind::Layout;
    layer.nameField = "name";
    layer.style = layers::shippedStyle("layout").value();
    layer.table = gis::FeatureTable(schema, mapCrs(), features);
    return std::make_shared<const layers::Layer>(layer);
}

/// A layer with one text field `name`.
inline layers::LayerPtr namedLayer(int id, const std::string& name, layers::LayerKind kind, const std::string& style,
                                   const std::vector<std::pair<std::string, gis::Geometry>>& features) {
    std::vector<gis::Feature> rows;
    for (const auto& [text, shape] : features)
        rows.emplace_back(gis::FeatureId{static_cast<std::int64_t>(rows.size()) + 1}, shape,
                          std::vector<gis::Value>{text});
    layers::Layer layer;
    layer.id = gis::LayerId{id};
    layer.name = name;
    layer.kind = kind;
    layer.nameField = "name";
    layer.style = layers::shippedStyle(style).value();
    layer.table = gis::FeatureTable(gis::Schema({{"name", gis::FieldType::Text, 0}}), mapCrs(), rows);
    return std::make_shared<const layers::Layer>(layer);
}

inline std::shared_ptr<layers::ProjectSnapshot> plan(const std::vector<layers::LayerPtr>& layers) {
    auto snapshot = std::make_shared<layers::ProjectSnapshot>();
    snapshot->layers = layers;
    snapshot->info.crsCode = "EPSG:4545";
    snapshot->info.createdAt = "2026-11-21T08:00:00Z";
    return snapshot;
}

/// A region with every kind of layer, more than a sheet shows.
inline std::shared_ptr<layers::ProjectSnapshot> wholeRegion() {
    using layers::LayerKind;
    const auto square = [](double east, double north) {
        return area({{east, north}, {east + 60, north}, {east + 60, north + 60}, {east, north + 60}});
    };
    return plan({
        namedLayer(1, "县界", LayerKind::Boundary, "boundary_county",
                   {{"甲县", square(-90, -60)}, {"乙县", square(-30, -60)}, {"丙县", square(30, 0)}}),
        namedLayer(2, "水系", LayerKind::Basemap, "river",
                   {{"长江", line({{-200, -50}, {-60, -20}, {0, -35}, {70, 10}, {220, 40}})}}),
        namedLayer(3, "生态保护红线(虚构演示数据)", LayerKind::ControlLine, "eco_redline",
                   {{"大巴山", bandAbout({{-60, 45}, {-10, 60}, {50, 50}}, 12)},
                    {"远山", bandAbout({{400, 400}, {450, 420}}, 9)}}),
        layoutLayer({{"zone", "规划区", square(-70, -50)},
                     {"belt", "高铁经济发展带", bandAbout({{-80, -55}, {-20, 0}, {10, 70}}, 14)},
                     {"cluster", "城市组团", disc(-20, 0, 14)},
                     {"axis", "经济发展主轴", line({{-110, 20}, {-20, 0}, {40, -20}, {120, 10}})},
                     {"platform", "远处平台", disc(500, 500, 10)}}),
        namedLayer(5, "城镇", LayerKind::Basemap, "place", {{"见龙", point(-60, 20)}, {"黄页", point(60, 30)}}),
    });
}

inline layers::MapSettings settingsAbout(double halfWidthKm, double halfHeightKm, int pixelWidth, double dpi = 96) {
    layers::MapSettings settings;
    settings.crs = mapCrs();
    settings.extent = {at(-halfWidthKm, 0).x, at(0, -halfHeightKm).y, at(halfWidthKm, 0).x, at(0, halfHeightKm).y};
    settings.pixelsPerMm = dpi / 25.4;
    settings.widthMm = pixelWidth / settings.pixelsPerMm;
    settings.heightMm = settings.widthMm * halfHeightKm / halfWidthKm;
    return settings;
}

}  // namespace map_builders
