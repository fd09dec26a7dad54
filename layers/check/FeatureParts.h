// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/check/FeatureCheck.h"

namespace layers {

struct FeatureCheck::Plan {
    const PreparedLayer& layer;
    const CheckFeature& feature;
    FeatureAnswer& answer;
    double area = 0, length = 0;
    std::optional<LineChainage> chainage;  ///< of a line
    gis::Extent searched;                  ///< the feature's box, or the wider one in which near features may lie

    int dimension() const { return feature.dimension(); }
};

struct FeatureCheck::Tally {
    const PreparedLayer& layer;
    FindingSummary summary{};
    std::vector<const CheckFeature*> zones{};   ///< control polygons that share something with the plan feature
    std::vector<const CheckFeature*> solid{};   ///< of these, those whose pieces are no slivers
    std::vector<const CheckFeature*> asked{};   ///< all polygons that might
    std::vector<const CheckFeature*> tracks{};  ///< control lines on which a plan line lies
    std::vector<gis::LinePiece> pieces{};       ///< of a plan line in all zones
    std::vector<gis::Geometry> lines{};         ///< common stretches of control lines
    double sumArea = 0, sumLength = 0, solidArea = 0;
    int crossings = 0;
    bool repaired = false, incomplete = false;
};

struct FeatureCheck::Cut {
    PairNumbers numbers;
    gis::Geometry geometry;
    bool isMixed = false;  ///< the geometry's area is not that of the numbers
    gis::OverlayRoute route = gis::OverlayRoute::Floating;
};

}  // namespace layers
