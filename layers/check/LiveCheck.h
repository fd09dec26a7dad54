// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/base/Control.h"
#include "gis/base/Ids.h"
#include "layers/check/RedLineCheck.h"
#include "layers/project/ProjectSnapshot.h"

namespace layers {

/// One feature against one control layer, as the bulk check would say it.
struct LiveOverlap {
    gis::LayerId controlLayer{};
    std::string controlName;
    ControlRule rule;
    /// Numbers of the feature's row in the summary: sum, net, share, length, crossings.
    FindingSummary summary;
    /// Under require_inside: what lies outside, m² for polygons and m for lines; empty if nothing does.
    std::optional<double> outsideSquareMetres, outsideMetres;
    std::vector<Finding> findings;  ///< with geometry, in the plan layer's CRS

    bool isConflict() const;
};

struct LiveAnswer {
    gis::LayerId layer{};
    gis::FeatureId feature{};
    std::optional<double> areaSquareMetres, lengthMetres;  ///< of the feature itself
    gis::CoordinateReferenceSystem crs;                    ///< of the geometries
    std::vector<LiveOverlap> overlaps;                     ///< one for each control layer, in the snapshot's order
    gis::Warnings warnings;
    double seconds = 0;

    bool hasConflicts() const;
};

/// The check of one changed feature while it is drawn or dragged. It asks redLineCheck itself with only the control
/// features near the feature, whose layers were carried to the plan's CRS, mended and indexed once per version; so it
/// cannot differ from the bulk check. check() may be called from any thread; the copies share the prepared layers.
class LiveCheck {
public:
    LiveCheck();
    /// `feature` as it would be in layer `layer` of the snapshot (its schema and CRS count; it need not be in it).
    /// Errors as redLineCheck; NotFound if there is no such layer.
    gis::Result<LiveAnswer> check(const ProjectSnapshot& snapshot, gis::LayerId layer, const gis::Feature& feature,
                                  const gis::JobControl& control = {}) const;

private:
    struct Cache;
    std::shared_ptr<Cache> m_cache;
};

}  // namespace layers
