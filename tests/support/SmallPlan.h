// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "gis/feature/FeatureTable.h"
#include "layers/plan/LayoutElement.h"
#include "layers/project/ProjectSnapshot.h"

/// A plan one can work out by hand, in EPSG:4545 (metres; central meridian 108°E): a layout layer with a square
/// platform of 1 km and an axis, a forbidden red line that covers the right half of the platform, a boundary to keep
/// within, all about (536000, 3400000).
namespace small_plan {

inline constexpr double x0 = 536000;
inline constexpr double y0 = 3400000;
inline const gis::LayerId basemapId{1};
inline const gis::LayerId redLineId{2};
inline const gis::LayerId developmentId{3};
inline const gis::LayerId layoutId{4};
inline const gis::FeatureId platform{1};
inline const gis::FeatureId axis{2};

inline gis::Coordinate at(double dx, double dy) { return {x0 + dx, y0 + dy}; }

inline gis::Geometry box(double x, double y, double width, double height) {
    return gis::Geometry::polygon({{at(x, y), at(x + width, y), at(x + width, y + height), at(x, y + height)}});
}

inline gis::CoordinateReferenceSystem crs() { return *gis::CoordinateReferenceSystem::fromCode("EPSG:4545"); }

inline layers::LayerPtr layer(gis::LayerId id, const std::string& name, layers::LayerKind kind, gis::Schema schema,
                              std::vector<gis::Feature> features) {
    auto made = std::make_shared<layers::Layer>();
    made->id = id;
    made->name = name;
    made->kind = kind;
    made->nameField = "name";
    const layers::Colour grey{120, 120, 120, 255};
    made->style.symbol.fill = layers::FillSymbol{layers::FillPattern::Solid, {200, 220, 200, 255}, grey, 1.5, 45, 0.15};
    made->style.symbol.line = layers::LineSymbol{};
    made->table = gis::FeatureTable(std::move(schema), crs(), std::move(features));
    return made;
}

inline gis::Feature element(gis::FeatureId id, gis::Geometry geometry, const std::string& kind,
                            const std::string& name) {
    const gis::Schema schema = layers::layoutSchema();
    std::vector<gis::Value> values(schema.size());
    values[static_cast<std::size_t>(schema.indexOf(layers::layout_field::kind))] = kind;
    values[static_cast<std::size_t>(schema.indexOf(layers::layout_field::name))] = name;
    return {id, std::move(geometry), std::move(values)};
}

inline layers::SnapshotPtr snapshot() {
    const gis::Schema named({{"name", gis::FieldType::Text, 0}});
    const auto one = [](gis::Geometry shape, const std::string& name) {
        return std::vector<gis::Feature>{gis::Feature(gis::FeatureId{1}, std::move(shape), {name})};
    };
    auto plan = std::make_shared<layers::ProjectSnapshot>();
    plan->revision = gis::Revision{1};
    plan->info.title = "small plan";
    plan->info.crsCode = "EPSG:4545";
    plan->layers.push_back(
        layer(basemapId, "base", layers::LayerKind::Basemap, named, one(box(-4000, -4000, 9000, 9000), "ground")));
    auto red = std::make_shared<layers::Layer>(
        *layer(redLineId, "red line", layers::LayerKind::ControlLine, named, one(box(500, -500, 2000, 3000), "zone")));
    red->control = {layers::ControlType::EcoRedline, layers::RuleDirection::ForbidInside};
    plan->layers.push_back(red);
    auto development =
        std::make_shared<layers::Layer>(*layer(developmentId, "development boundary", layers::LayerKind::ControlLine,
                                               named, one(box(-3000, -3000, 6000, 6000), "town")));
    development->control = {layers::ControlType::DevBoundary, layers::RuleDirection::RequireInside};
    plan->layers.push_back(development);
    plan->layers.push_back(
        layer(layoutId, "layout", layers::LayerKind::Layout, layers::layoutSchema(),
              {element(platform, box(0, 0, 1000, 1000), "platform", "east platform"),
               element(axis, gis::Geometry::lineString({at(-2000, 2000), at(2500, 2000)}), "axis", "main axis")}));
    return plan;
}

}  // namespace small_plan
