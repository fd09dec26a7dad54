// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "gis/base/Ids.h"
#include "gis/feature/FeatureTable.h"
#include "gis/geometry/RasterGrid.h"
#include "layers/style/Style.h"

namespace layers {

enum class LayerKind { Boundary, Layout, ControlLine, Basemap };
enum class ControlType { EcoRedline, BasicFarmland, DevBoundary, Other };
/// Red lines are bad to overlap, a development boundary is bad to leave.
enum class RuleDirection { ForbidInside, RequireInside, Inform };

/// Stable words for files and the command line: "boundary", "layout", "control", "basemap"; "eco_redline",
/// "basic_farmland", "dev_boundary", "other"; "forbid_inside", "require_inside", "inform".
std::string toText(LayerKind kind);
std::string toText(ControlType type);
std::string toText(RuleDirection direction);
gis::Result<LayerKind> layerKindFromText(const std::string& text);
gis::Result<ControlType> controlTypeFromText(const std::string& text);
gis::Result<RuleDirection> ruleDirectionFromText(const std::string& text);

/// What a control layer asks.
struct ControlRule {
    ControlType type = ControlType::Other;
    RuleDirection direction = RuleDirection::ForbidInside;
    bool operator==(const ControlRule&) const = default;
};

/// Where the features come from. Copied in: path is empty and they are editable. Linked: read-only, read again on
/// opening; `path` is absolute in a plan, and relative to the project's folder in its file where that is possible.
struct LayerSource {
    std::string path;
    std::string layer;
    std::string encoding;  ///< as decided when added, so that it is read the same again
    bool isLinked() const { return !path.empty(); }
    bool operator==(const LayerSource&) const = default;
};

/// What a layer shows instead of features: a raster file that stays where it is.
struct RasterPicture {
    gis::RasterGrid grid;  ///< in the CRS of the layer's table, which has no features
    /// Which values are shown black and white, where the pixels are measurements and no colours.
    std::optional<std::array<double, 2>> stretch;
    bool operator==(const RasterPicture&) const = default;
};

/// One layer of a plan; an immutable value once it is in a snapshot. The table's CRS is the layer's.
struct Layer {
    gis::LayerId id{};
    std::string name;  ///< unique within the project
    LayerKind kind = LayerKind::Basemap;
    ControlRule control;    ///< for ControlLine
    std::string idField;    ///< what findings call the feature; empty: the FeatureId
    std::string nameField;  ///< its name in lists and labels; may be empty
    std::string note;       ///< shown wherever it is drawn: 示意, 虚构演示数据, date of the data
    bool visible = true;
    Style style;
    LayerSource source;
    gis::FeatureTable table;
    /// Of a basemap from a raster file; its source is linked, and of its style the opacity and the scales count.
    std::optional<RasterPicture> raster;
    bool operator==(const Layer&) const = default;

    bool isRaster() const { return raster.has_value(); }
    /// Of its features, or of its raster, in the layer's CRS.
    gis::Extent extent() const { return raster ? raster->grid.extent() : table.extent(); }

    /// The feature's name by nameField, or empty.
    std::string featureName(const gis::Feature& feature) const;
};

using LayerPtr = std::shared_ptr<const Layer>;

}  // namespace layers
