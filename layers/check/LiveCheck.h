// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/base/Control.h"
#include "gis/base/Ids.h"
#include "layers/check/PreparedControls.h"
#include "layers/check/RedLineCheck.h"
#include "layers/project/ProjectSnapshot.h"

namespace layers {

struct DraggedFeature;

/// One feature against one control layer, as the bulk check would say it.
struct LiveOverlap {
    gis::LayerId controlLayer{};
    std::string controlName;
    ControlRule rule;  ///< as it holds for this feature: its kind may set another direction than the layer's
    /// Numbers of the feature's row in the summary: sum, net, share, length, crossings.
    FindingSummary summary;
    /// Under require_inside: what lies outside, m² for polygons and m for lines; empty if nothing does.
    std::optional<double> outsideSquareMetres, outsideMetres;
    std::vector<Finding> findings;  ///< with geometry, in the plan layer's CRS, where LiveAnswer::hasShapes

    bool isConflict() const;
};

struct LiveAnswer {
    gis::LayerId layer{};
    gis::FeatureId feature{};
    std::optional<double> areaSquareMetres, lengthMetres;  ///< of the feature itself
    gis::CoordinateReferenceSystem crs;                    ///< of the geometries
    std::vector<LiveOverlap> overlaps;                     ///< one for each control layer, in the snapshot's order
    gis::Warnings warnings;
    double seconds = 0;      ///< for the numbers
    bool hasShapes = false;  ///< the findings have their geometries
    /// What the geometries are to be made of.
    std::shared_ptr<const DraggedFeature> dragged;

    bool hasConflicts() const;
};

/// The check of one changed feature while it is drawn or dragged: first the numbers, then, where there is time for it, the
/// geometries. Control layers are carried to the plan's CRS, mended, indexed and summed as a whole once per version, and
/// shared with the bulk check; edges that do not move keep what they have in common with control polygons. The numbers
/// are those of the bulk check: the same functions of the same pieces. All calls from any thread; copies share what is
/// kept.
class LiveCheck {
public:
    /// `ready` is shared with the bulk check; none: its own.
    explicit LiveCheck(std::shared_ptr<PreparedControls> ready = {});
    /// `feature` as it would be in layer `layer` of the snapshot (its schema and CRS count; it need not be in it).
    /// Errors as redLineCheck; NotFound if there is no such layer.
    gis::Result<LiveAnswer> check(const ProjectSnapshot& snapshot, gis::LayerId layer, const gis::Feature& feature,
                                  const gis::JobControl& control = {}) const;
    /// The numbers alone. What lies outside of a layer that it must lie in is told where it is beyond doubt.
    gis::Result<LiveAnswer> numbers(const ProjectSnapshot& snapshot, gis::LayerId layer, const gis::Feature& feature,
                                    const gis::JobControl& control = {}) const;
    /// Adds the geometries to an answer of numbers(). Does not hold up numbers() on another thread. Canceled.
    gis::Result<LiveAnswer> withShapes(LiveAnswer numbers, const gis::JobControl& control = {}) const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

}  // namespace layers
