// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unordered_map>
#include <vector>

#include "layers/check/CheckMeasure.h"
#include "layers/check/LineDetails.h"
#include "layers/check/PairNumbers.h"
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

/// Checks plan features against control layers in the same CRS whose boundaries are summed by one form. Numbers come from
/// the overlap engine; GEOS makes the geometries that were asked for, and the answers for lines and points among each
/// other. One per worker thread; an answer depends on nothing but the feature and the layers.
class FeatureCheck {
public:
    /// Both outlive the check. `isSummed`: the boundaries are summed by a form of `measure`; else areas are measured on
    /// cut pieces.
    FeatureCheck(const CheckOptions& options, const CheckMeasure& measure, bool isSummed)
        : m_options(options), m_measure(measure), m_isSummed(isSummed), m_counter(measure, isSummed) {}

    /// Polls `cancel` between pairs; what it then returns is not whole.
    FeatureAnswer check(const PreparedLayer& planLayer, const CheckFeature& plan,
                        const std::vector<const PreparedLayer*>& controls, const gis::CancelToken& cancel);

    /// Where areas of pairs come from; null: the engine. It must outlive the check.
    void ask(PairAreas* areas) { m_counter.ask(areas); }
    /// What must lie inside is told by numbers alone, without a geometry: nothing where they leave a doubt.
    void leaveDoubts() { m_leavesDoubts = true; }

private:
    struct Plan;   // the plan feature with what is needed of it again and again
    struct Tally;  // what gathers for one control layer
    struct Cut;    // one pair's common part, in numbers and where asked for as a geometry

    std::vector<std::uint32_t> candidatesFor(const Plan& plan, const PreparedLayer& controlLayer) const;
    void against(const PreparedLayer& controlLayer, Plan& plan, const gis::CancelToken& cancel);
    void pair(const CheckFeature& control, Plan& plan, Tally& tally);
    gis::Result<Cut> cutOf(const CheckFeature& control, const Plan& plan);
    gis::Result<Cut> measuredCut(const CheckFeature& control, Cut cut, const Plan& plan);
    gis::Result<void> addShape(const CheckFeature& control, const Plan& plan, Cut& cut);
    bool isMixed(const Cut& cut, const CheckFeature& control) const;
    void addFinding(const CheckFeature& control, Cut cut, const Plan& plan, Tally& tally);
    void judgeSliver(const CheckFeature& control, const Cut& cut, const Plan& plan, Tally& tally, Finding& finding);
    bool isSliver(Finding& finding) const;
    std::shared_ptr<const LineDetail> lineDetailOf(const CheckFeature& control, const Cut& cut, const Plan& plan);
    const LineChainage& chainageOf(const CheckFeature& control);
    void tallyUp(const CheckFeature& control, const Cut& cut, const Plan& plan, Tally& tally);
    void near(const CheckFeature& control, const Plan& plan, Tally& tally);
    void addNear(const CheckFeature& control, double metres, const gis::Geometry& shown, const Plan& plan,
                 Tally& tally);
    void finish(Plan& plan, Tally& tally, const gis::CancelToken& cancel);
    void net(const Plan& plan, Tally& tally, const gis::CancelToken& cancel);
    std::optional<double> netAreaOf(const std::vector<const CheckFeature*>& zones, double sum, const Plan& plan,
                                    Tally& tally, const gis::CancelToken& cancel);
    std::optional<double> netLengthOf(const Plan& plan, Tally& tally, const gis::CancelToken& cancel);
    using Zones = std::vector<const CheckFeature*>;
    std::optional<gis::Geometry> quickRestOf(const Zones& zones, const Plan& plan, const Tally& tally,
                                             const gis::CancelToken& cancel);
    gis::Result<gis::Geometry> slowRestOf(const Zones& zones, const Tally& tally, const gis::CancelToken& cancel);
    std::optional<gis::Geometry> restOf(const Zones& zones, const Plan& plan, Tally& tally,
                                        const gis::CancelToken& cancel);
    std::optional<gis::Geometry> balance(const Plan& plan, Tally& tally, const gis::CancelToken& cancel);
    static std::optional<double> sureOutside(const Plan& plan, const Tally& tally);
    void outside(const Plan& plan, Tally& tally, std::optional<gis::Geometry> known, const gis::CancelToken& cancel);
    void addOutside(const gis::Geometry& outside, double size, const Plan& plan, Tally& tally);
    double controlSize(const CheckFeature& control);
    double sizeOf(const gis::Geometry& geometry) const;
    void failed(const gis::Error& error, const Plan& plan, Tally& tally, const std::string& controlId);

    const CheckOptions& m_options;
    const CheckMeasure& m_measure;
    bool m_isSummed;
    bool m_leavesDoubts = false;
    PairCounter m_counter;
    PairOverlay m_overlay;
    std::unordered_map<const CheckFeature*, LineChainage> m_chainages;  ///< of control lines, as asked for
    std::unordered_map<const CheckFeature*, double> m_controlSizes;  ///< of lines and zones of many rings, as asked for
};

}  // namespace layers
