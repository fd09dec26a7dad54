// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gis/base/Control.h"
#include "gis/feature/FeatureTable.h"
#include "layers/scheme/BaseLayers.h"
#include "layers/scheme/LayoutKinds.h"
#include "layers/scheme/Scheme.h"

namespace layers {

struct BuildOptions {
    /// CRS of the result. Unknown: the CGCS2000 3° zone (without zone number) nearest to the middle of the places that
    /// the scheme names. Shapes are made in that zone and carried over if another CRS is wished.
    gis::CoordinateReferenceSystem crs;
    /// How each kind is built, and the words that go into the features.
    LayoutKinds kinds;
    /// Adds the layer layout_member: a feature for each member unit of an element built by union, with its role.
    bool withMembers = false;
};
/// With the kinds that ship.
gis::Result<BuildOptions> shippedBuildOptions();

/// A layer file has one geometry type, so a layout comes as up to three: layout_area, layout_axis, layout_node, from
/// the bottom upward, each with layoutSchema(); on wish below them layout_member with memberSchema(). Layers without
/// features are left out.
struct BuiltLayer {
    std::string name;
    std::string title;  ///< in the language of the data, with the scheme's title
    gis::GeometryType geometryType = gis::GeometryType::Empty;
    gis::FeatureTable table;
};

/// Fields of layout_member: element_id, element, name, adcode, level, role, inferred, kind, document, clause.
gis::Schema memberSchema();

/// What became of one element.
struct ElementReport {
    std::string id;
    std::string kind;
    std::string name;
    std::string clauseId;
    bool isBuilt = false;
    gis::Message reason{};  ///< why not
    std::string builder{};
    std::string layer{};  ///< of its feature
    gis::FeatureId feature{};
    bool isSchematic = false;
    std::vector<std::string> carriers{};          ///< those that shaped it
    std::vector<std::string> inferredCarriers{};  ///< of these those that follow lines of other names
    std::vector<std::string> withoutBoundary{};   ///< members shown by their seat, "no boundary loaded"
    std::vector<std::string> idleCarriers{};      ///< carriers that took no part in the shape; why is in the warnings
    std::vector<std::string> idleMembers{};       ///< members that took none for where they lie
};

struct BuiltLayout {
    std::string title;
    std::string note;  ///< to be shown wherever it is drawn: 示意
    gis::CoordinateReferenceSystem crs;
    std::vector<BuiltLayer> layers;
    std::vector<ElementReport> reports;                      ///< one for each element, in the scheme's order
    gis::Warnings warnings;                                  ///< subject.feature is the element's id
    const BuiltLayer* layer(const std::string& name) const;  ///< null if none
};

/// Builds every element that has a shape out of the base layers and the parameters stated in the scheme or in
/// options.kinds; there are no coordinates of its own in it. An element that cannot be built is reported with the reason. Pure; the
/// same for any number of threads; polls control.cancel before each element.
gis::Result<BuiltLayout> buildLayout(const Scheme& scheme, const BaseLayers& base, const BuildOptions& options,
                                     const gis::JobControl& control = {});

}  // namespace layers
