// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "layers/check/CheckMeasure.h"
#include "layers/check/PairOverlay.h"
#include "layers/check/PreparedLayer.h"

namespace layers {

/// What came out for one plan feature.
struct FeatureAnswer {
    std::vector<Finding> findings;
    std::vector<FindingSummary> summaries;
    gis::Warnings warnings;
    CheckStats stats;
};

/// Checks plan features against control layers in the same CRS. One per worker thread; an answer depends on nothing
/// but the feature and the layers.
class FeatureCheck {
public:
    /// Both outlive the check.
    FeatureCheck(const CheckOptions& options, const CheckMeasure& measure) : m_options(options), m_measure(measure) {}

    /// Polls `cancel` between pairs; what it then returns is not whole.
    FeatureAnswer check(const PreparedLayer& planLayer, const CheckFeature& plan,
                        const std::vector<const PreparedLayer*>& controls, const gis::CancelToken& cancel);

private:
    struct Plan;   // the plan feature with what is needed of it again and again
    struct Tally;  // what gathers for one control layer

    void against(const PreparedLayer& controlLayer, Plan& plan, const gis::CancelToken& cancel);
    void pair(const CheckFeature& control, Plan& plan, Tally& tally);
    void addCut(const CheckFeature& control, gis::OverlayAnswer cut, const Plan& plan, Tally& tally);
    void addNear(const CheckFeature& control, double metres, const gis::Geometry& shown, const Plan& plan,
                 Tally& tally);
    void finish(Plan& plan, Tally& tally, const gis::CancelToken& cancel);
    void net(const Plan& plan, Tally& tally, const gis::CancelToken& cancel);
    void rest(const Plan& plan, Tally& tally, const gis::CancelToken& cancel);
    void addOutside(const gis::Geometry& outside, const Plan& plan, Tally& tally);
    double sizeOf(const gis::Geometry& geometry) const;
    double controlSize(const CheckFeature& control);
    void failed(const gis::Error& error, const Plan& plan, Tally& tally, const std::string& controlId);

    const CheckOptions& m_options;
    const CheckMeasure& m_measure;
    PairOverlay m_overlay;
    std::map<const CheckFeature*, double> m_controlSizes;  ///< by feature, as asked for
};

}  // namespace layers
