// SPDX-License-Identifier: Apache-2.0
#include "layers/check/FeatureCheck.h"

#include <algorithm>

#include "layers/check/LinePassages.h"
#include "layers/check/NearDistance.h"

namespace layers {

namespace {

using State = CheckFeature::State;

void append(std::string& note, const gis::Message& text) {
    if (text.empty()) return;
    if (!note.empty()) note += "; ";
    note += gis::translated(text);
}

std::optional<double> share(double part, double whole) {
    if (!(whole > 0)) return std::nullopt;
    return part / whole * 100;
}

gis::Message repairNote(const CheckFeature& feature, bool isControl) {
    if (feature.state != State::Repaired) return {};
    const std::string why = gis::translated(feature.reason);
    return isControl ? gis::message("layers", "control feature %1 repaired: %2", {feature.id, why})
                     : gis::message("layers", "plan feature repaired: %1", {why});
}

Finding blankFinding(const PreparedLayer& planLayer, const CheckFeature& plan, const PreparedLayer& controlLayer) {
    Finding finding;
    finding.planLayer = planLayer.name;
    finding.planId = plan.id;
    finding.planName = plan.name;
    finding.controlLayer = controlLayer.name;
    finding.rule = controlLayer.source->rule;
    finding.planLayerId = planLayer.source->layerId;
    finding.controlLayerId = controlLayer.source->layerId;
    finding.planFeature = plan.feature;
    append(finding.note, repairNote(plan, false));
    return finding;
}

}  // namespace

struct FeatureCheck::Plan {
    const PreparedLayer& layer;
    const CheckFeature& feature;
    FeatureAnswer& answer;
    double area = 0, length = 0;
    gis::Extent searched;  ///< the feature's box, or the wider one in which near features may lie

    int dimension() const { return feature.geometry.dimension(); }
};

struct FeatureCheck::Tally {
    const PreparedLayer& layer;
    FindingSummary summary;
    std::vector<gis::Geometry> areas, lines;  ///< cut pieces
    std::vector<gis::Geometry> zones;         ///< control polygons that meet the plan feature
    double sumArea = 0, sumLength = 0;
    int crossings = 0;
    bool repaired = false, incomplete = false;
};

FeatureAnswer FeatureCheck::check(const PreparedLayer& planLayer, const CheckFeature& feature,
                                  const std::vector<const PreparedLayer*>& controls, const gis::CancelToken& cancel) {
    FeatureAnswer answer;
    Plan plan{planLayer, feature, answer, 0, 0, feature.geometry.extent()};
    if (feature.state != State::Skipped) {
        m_overlay.begin(feature.geometry);
        if (plan.dimension() == 2) plan.area = m_measure.areaSquareMetres(feature.geometry);
        if (plan.dimension() == 1) plan.length = m_measure.lengthMetres(feature.geometry);
        if (m_options.nearMetres) plan.searched = reach(m_measure, plan.searched, *m_options.nearMetres);
    }
    for (const PreparedLayer* control : controls) {
        if (cancel.isCanceled()) break;
        against(*control, plan, cancel);
    }
    return answer;
}

void FeatureCheck::against(const PreparedLayer& controlLayer, Plan& plan, const gis::CancelToken& cancel) {
    Tally tally{controlLayer, {}, {}, {}, {}, 0, 0, 0, false, false};
    FindingSummary& summary = tally.summary;
    summary.planLayer = plan.layer.name;
    summary.planId = plan.feature.id;
    summary.planName = plan.feature.name;
    summary.controlLayer = controlLayer.name;
    summary.rule = controlLayer.source->rule;
    summary.planLayerId = plan.layer.source->layerId;
    summary.controlLayerId = controlLayer.source->layerId;
    summary.planFeature = plan.feature.feature;
    if (plan.feature.state == State::Skipped) {
        summary.status = "skipped";
        append(summary.note, plan.feature.reason);
        plan.answer.summaries.push_back(std::move(summary));
        return;
    }
    append(summary.note, repairNote(plan.feature, false));
    const std::vector<std::uint32_t> candidates = controlLayer.index.find(plan.searched);
    plan.answer.stats.candidatePairs += candidates.size();
    for (const std::uint32_t item : candidates) {
        if (cancel.isCanceled()) return;
        pair(controlLayer.features[item], plan, tally);
    }
    finish(plan, tally, cancel);
    plan.answer.summaries.push_back(std::move(tally.summary));
}

void FeatureCheck::failed(const gis::Error& error, const Plan& plan, Tally& tally, const std::string& controlId) {
    tally.incomplete = true;
    const gis::Message text =
        gis::message("layers", "no answer against %1 %2: %3", {tally.layer.name, controlId, gis::describe(error)});
    append(tally.summary.note, text);
    plan.answer.warnings.push_back(
        {"pair_failed", {plan.layer.source->path, plan.layer.source->name, plan.feature.id}, text});
}

void FeatureCheck::pair(const CheckFeature& control, Plan& plan, Tally& tally) {
    if (control.state == State::Skipped) {
        if (!plan.feature.geometry.extent().meets(control.geometry.extent())) return;
        tally.incomplete = true;
        append(tally.summary.note,
               gis::message("layers", "control feature %1 skipped: %2", {control.id, gis::translated(control.reason)}));
        return;
    }
    const auto met = m_overlay.meet(control);
    if (!met) return failed(met.error(), plan, tally, control.id);
    const std::size_t before = plan.answer.findings.size();
    if (*met) {
        if (control.geometry.dimension() == 2) tally.zones.push_back(m_overlay.nearPart(control));
        auto cut = m_overlay.cut(control);
        if (!cut) return failed(cut.error(), plan, tally, control.id);
        addCut(control, std::move(*cut), plan, tally);
    }
    if (!m_options.nearMetres || plan.answer.findings.size() > before) return;
    if (*met) {
        if (*m_options.nearMetres > 0) addNear(control, 0, {}, plan, tally);
        return;
    }
    const auto near = nearDistance(m_measure, plan.feature.geometry, control.geometry);
    if (!near) return failed(near.error(), plan, tally, control.id);
    if (near->metres < *m_options.nearMetres)
        addNear(control, near->metres, gis::Geometry::lineString({near->onPlan, near->onControl}), plan, tally);
}

double FeatureCheck::controlSize(const CheckFeature& control) {
    const auto known = m_controlSizes.find(&control);
    if (known != m_controlSizes.end()) return known->second;
    return m_controlSizes[&control] = sizeOf(control.geometry);
}

double FeatureCheck::sizeOf(const gis::Geometry& geometry) const {
    return geometry.dimension() == 2 ? m_measure.areaSquareMetres(geometry) : m_measure.lengthMetres(geometry);
}

void FeatureCheck::addCut(const CheckFeature& control, gis::OverlayAnswer cut, const Plan& plan, Tally& tally) {
    if (cut.geometry.isEmpty()) return;
    const int planDimension = plan.dimension();
    const int controlDimension = control.geometry.dimension();
    Finding finding = blankFinding(plan.layer, plan.feature, tally.layer);
    finding.controlId = control.id;
    finding.controlName = control.name;
    finding.controlFeature = control.feature;
    const int dimension = std::min(planDimension, controlDimension);
    const double size = dimension == 0 ? 0 : sizeOf(cut.geometry);
    if (dimension > 0 && !(size > 0)) return;
    if (dimension == planDimension && dimension > 0)
        finding.shareOfPlanPercent = share(size, dimension == 2 ? plan.area : plan.length);
    if (dimension == controlDimension && dimension > 0)
        finding.shareOfControlPercent = share(size, controlSize(control));
    if (dimension == 2) {
        finding.areaSquareMetres = size;
        if (size < m_options.sliverSquareMetres) finding.kind = FindingClass::Sliver;
        tally.sumArea += size;
        tally.areas.push_back(cut.geometry);
    } else if (dimension == 1) {
        finding.lengthMetres = size;
        if (planDimension == 2) finding.crossings = linePassages(control.geometry, plan.feature.geometry);
        if (controlDimension == 2) finding.crossings = linePassages(plan.feature.geometry, control.geometry);
        tally.crossings += finding.crossings.value_or(0);
        tally.sumLength += size;
        tally.lines.push_back(cut.geometry);
    } else {
        const gis::Geometry& points = planDimension == 0 ? plan.feature.geometry : control.geometry;
        if (points.partCount() > 1)
            append(finding.note,
                   gis::message("layers", "%1 of %2 points",
                                {std::to_string(cut.geometry.partCount()), std::to_string(points.partCount())}));
    }
    append(finding.note, repairNote(control, true));
    if (control.state == State::Repaired) {
        tally.repaired = true;
        append(tally.summary.note, repairNote(control, true));
    }
    if (cut.route != gis::OverlayRoute::Floating) {
        ++plan.answer.stats.fallbacks;
        append(finding.note, gis::message("layers", "cut by a slower, less exact route"));
    }
    if (m_options.keepGeometry) finding.geometry = std::move(cut.geometry);
    ++plan.answer.stats.pairs;
    plan.answer.stats.crossings += static_cast<std::size_t>(finding.crossings.value_or(0));
    plan.answer.findings.push_back(std::move(finding));
}

void FeatureCheck::addNear(const CheckFeature& control, double metres, const gis::Geometry& shown, const Plan& plan,
                           Tally& tally) {
    Finding finding = blankFinding(plan.layer, plan.feature, tally.layer);
    finding.controlId = control.id;
    finding.controlName = control.name;
    finding.controlFeature = control.feature;
    finding.kind = FindingClass::Near;
    finding.areaSquareMetres = 0;
    finding.distanceMetres = metres;
    append(finding.note, repairNote(control, true));
    if (m_options.keepGeometry) finding.geometry = shown;
    plan.answer.findings.push_back(std::move(finding));
}

void FeatureCheck::finish(Plan& plan, Tally& tally, const gis::CancelToken& cancel) {
    FindingSummary& summary = tally.summary;
    const auto& has = tally.layer.hasDimension;
    const bool byArea = plan.dimension() == 2 && (has[2] || (!has[0] && !has[1]));
    const bool byLength = (plan.dimension() == 1 && (has[1] || has[2] || !has[0])) || (plan.dimension() == 2 && has[1]);
    if (plan.dimension() == 2) summary.planAreaSquareMetres = plan.area;
    if (plan.dimension() == 1) summary.planLengthMetres = plan.length;
    if (byArea) summary.sumAreaSquareMetres = tally.sumArea;
    if (byLength) summary.sumLengthMetres = tally.sumLength;
    if ((plan.dimension() == 1 && has[2]) || (plan.dimension() == 2 && has[1])) summary.crossings = tally.crossings;
    net(plan, tally, cancel);
    const bool mustBeInside = tally.layer.source->rule.direction == RuleDirection::RequireInside;
    if (byArea || mustBeInside) rest(plan, tally, cancel);
    const bool repaired = tally.repaired || plan.feature.state == State::Repaired;
    summary.status = tally.incomplete ? "skipped" : repaired ? "repaired" : "ok";
}

void FeatureCheck::net(const Plan& plan, Tally& tally, const gis::CancelToken& cancel) {
    FindingSummary& summary = tally.summary;
    const auto measured = [&](const std::vector<gis::Geometry>& pieces, double sum) -> std::optional<double> {
        if (pieces.size() < 2) return sum;
        const auto together = gis::unionAll(pieces, cancel);
        if (!together) {
            failed(together.error(), plan, tally, {});
            return std::nullopt;
        }
        return sizeOf(*together);
    };
    if (summary.sumAreaSquareMetres) summary.netAreaSquareMetres = measured(tally.areas, tally.sumArea);
    if (summary.sumLengthMetres) summary.netLengthMetres = measured(tally.lines, tally.sumLength);
    if (plan.dimension() == 2 && summary.netAreaSquareMetres)
        summary.netSharePercent = share(*summary.netAreaSquareMetres, plan.area);
    if (plan.dimension() == 1 && summary.netLengthMetres)
        summary.netSharePercent = share(*summary.netLengthMetres, plan.length);
}

// What of the plan feature no control polygon covers: from the control features themselves, not from the cut pieces,
// so that the balance would show a piece that is missing or wrong.
void FeatureCheck::rest(const Plan& plan, Tally& tally, const gis::CancelToken& cancel) {
    const bool mustBeInside = tally.layer.source->rule.direction == RuleDirection::RequireInside;
    gis::Geometry rest = plan.feature.geometry;
    if (!tally.zones.empty()) {
        auto zones = tally.zones.size() == 1 ? gis::Result<gis::Geometry>(tally.zones.front())
                                             : gis::unionAll(tally.zones, cancel);
        if (!zones) return failed(zones.error(), plan, tally, {});
        auto difference = gis::overlay(gis::OverlayOperation::Difference, plan.feature.geometry, *zones);
        if (!difference) return failed(difference.error(), plan, tally, {});
        rest = std::move(difference->geometry);
    }
    FindingSummary& summary = tally.summary;
    if (plan.dimension() == 2 && summary.netAreaSquareMetres) {
        const double restArea = tally.zones.empty() ? plan.area : m_measure.areaSquareMetres(rest);
        summary.balanceErrorSquareMetres = plan.area - restArea - *summary.netAreaSquareMetres;
    }
    if (mustBeInside) addOutside(rest, plan, tally);
}

void FeatureCheck::addOutside(const gis::Geometry& outside, const Plan& plan, Tally& tally) {
    if (outside.isEmpty()) return;
    Finding finding = blankFinding(plan.layer, plan.feature, tally.layer);
    finding.kind = FindingClass::Outside;
    finding.againstLayer = true;
    const double size = plan.dimension() == 0 ? 0 : sizeOf(outside);
    if (plan.dimension() > 0 && !(size > 0)) return;
    if (plan.dimension() == 2) {
        finding.areaSquareMetres = size;
        finding.shareOfPlanPercent = share(size, plan.area);
        if (size < m_options.sliverSquareMetres) {
            finding.kind = FindingClass::Sliver;
            append(finding.note, gis::message("layers", "outside the layer"));
        }
    } else if (plan.dimension() == 1) {
        finding.lengthMetres = size;
        finding.shareOfPlanPercent = share(size, plan.length);
    } else {
        append(finding.note,
               gis::message("layers", "%1 of %2 points lie outside",
                            {std::to_string(outside.partCount()), std::to_string(plan.feature.geometry.partCount())}));
    }
    if (m_options.keepGeometry) finding.geometry = outside;
    plan.answer.findings.push_back(std::move(finding));
}

}  // namespace layers
