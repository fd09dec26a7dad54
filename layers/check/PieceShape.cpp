// SPDX-License-Identifier: Apache-2.0
#include "layers/check/PieceShape.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "gis/base/Resources.h"
#include "gis/overlap/BoundaryLength.h"

namespace layers {

namespace {

// Longest metres per unit at the corners and the middle of a box, and a little more for what lies between.
double mostMetresPerUnit(const CheckMeasure& measure, const gis::Extent& box) {
    constexpr double spare = 1.02;
    double most = 0;
    for (const CheckMeasure::Scale scale : measure.scalesOver(box)) {
        for (const double one : {scale.x, scale.y})
            if (std::isfinite(one)) most = std::max(most, one);
    }
    return most * spare;
}

}  // namespace

double perimeterBound(const CheckFeature& plan, const CheckFeature& control, const CheckMeasure& measure) {
    const double units = gis::boundaryLengthNear(*plan.layer, plan.shape, plan.extent()) +
                         gis::boundaryLengthNear(*control.layer, control.shape, plan.extent());
    return units * mostMetresPerUnit(measure, plan.extent());
}

std::vector<std::string> pieceShapeWords() {
    std::vector<std::string> lines;
    const auto json = gis::readResource("rules/piece_shape.json");
    const auto document = nlohmann::json::parse(json ? *json : std::string(), nullptr, false);
    if (!document.is_object() || !document.contains("measures")) return lines;
    for (const auto& measure : document["measures"])
        lines.push_back(measure.value("title", "") + " " + measure.value("name", "") + " = " +
                        measure.value("formula", "") + " (" + measure.value("meaning", "") + "; " +
                        measure.value("source", "") + ")");
    return lines;
}

}  // namespace layers
