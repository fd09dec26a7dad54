// SPDX-License-Identifier: Apache-2.0
#include "layers/check/FeatureCheck.h"

#include <algorithm>

#include "layers/check/CommonParts.h"
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

    int dimension() const { return feature.dimension(); }
};

struct FeatureCheck::Tally {
    const PreparedLayer& layer;
    FindingSummary summary{};
    std::vector<const CheckFeature*> zones{};  ///< control polygons that share something with the plan feature
    std::vector<gis::LinePiece> pieces{};      ///< of a plan line in all zones
    std::vector<gis::Geometry> lines{};        ///< common stretches of control lines
    double sumArea = 0, sumLength = 0;
    int crossings = 0;
    bool repaired = false, incomplete = false;
};

struct FeatureCheck::Cut {
    PairNumbers numbers;
    gis::Geometry geometry;
    bool isMixed = false;  ///< the geometry's area is not that of the numbers
    gis::OverlayRoute route = gis::OverlayRoute::Floating;
};

FeatureAnswer FeatureCheck::check(const PreparedLayer& planLayer, const CheckFeature& feature,
                                  const std::vector<const PreparedLayer*>& controls, const gis::CancelToken& cancel) {
    FeatureAnswer answer;
    Plan plan{planLayer, feature, answer, 0, 0, feature.extent()};
    if (feature.state != State::Skipped) {
        m_overlay.begin(feature);
        if (plan.dimension() == 2) plan.area = m_counter.area(feature);
        if (plan.dimension() == 1) plan.length = m_counter.length(feature);
        if (m_options.nearMetres) plan.searched = reach(m_measure, plan.searched, *m_options.nearMetres);
    }
    for (const PreparedLayer* control : controls) {
        if (cancel.isCanceled()) break;
        against(*control, plan, cancel);
    }
    return answer;
}

// The box of a long line holds much that is nowhere near it: its runs are asked for one by one.
std::vector<std::uint32_t> FeatureCheck::candidatesFor(const Plan& plan, const PreparedLayer& controlLayer) const {
    const gis::RunTree& tree = plan.feature.layer->tree;
    const std::uint32_t shape = plan.feature.shape;
    const std::uint32_t runs = tree.shapeRuns[shape + 1] - tree.shapeRuns[shape];
    if (plan.dimension() != 1 || m_options.nearMetres || runs < 2) return controlLayer.index.find(plan.searched);
    std::vector<std::uint32_t> all;
    for (const gis::Extent& run : tree.boxes.subspan(tree.shapeStarts[shape], runs))
        controlLayer.index.visit(run, [&](std::uint32_t item) {
            all.push_back(item);
            return true;
        });
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

void FeatureCheck::against(const PreparedLayer& controlLayer, Plan& plan, const gis::CancelToken& cancel) {
    Tally tally{controlLayer};
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
    const std::vector<std::uint32_t> candidates = candidatesFor(plan, controlLayer);
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
    const bool boxesMeet = plan.feature.extent().meets(control.extent());
    if (control.state == State::Skipped) {
        if (!boxesMeet) return;
        tally.incomplete = true;
        append(tally.summary.note,
               gis::message("layers", "control feature %1 skipped: %2", {control.id, gis::translated(control.reason)}));
        return;
    }
    if (boxesMeet) {
        auto cut = cutOf(control, plan);
        if (!cut) return failed(cut.error(), plan, tally, control.id);
        if (cut->numbers.shares && (cut->numbers.size > 0 || cut->numbers.points > 0))
            return addFinding(control, std::move(*cut), plan, tally);
    }
    if (m_options.nearMetres) near(control, plan, tally);
}

gis::Result<FeatureCheck::Cut> FeatureCheck::cutOf(const CheckFeature& control, const Plan& plan) {
    Cut cut;
    if (PairCounter::counts(plan.dimension(), control.dimension())) {
        ++plan.answer.stats.certified;
        cut.numbers = m_counter.count(plan.feature, control);
        const bool isUnmeasured = !m_isSummed && plan.dimension() == 2 && control.dimension() == 2;
        if (cut.numbers.shares && isUnmeasured) return measuredCut(control, std::move(cut), plan);
        if (cut.numbers.shares && m_options.keepGeometry) TUCE_CHECK(addShape(control, plan, cut));
        return cut;
    }
    // Lines and points among each other.
    TUCE_TRY(answer, m_overlay.cut(control));
    cut.geometry = std::move(answer.geometry);
    cut.route = answer.route;
    cut.numbers.shares = !cut.geometry.isEmpty();
    if (std::min(plan.dimension(), control.dimension()) == 1)
        cut.numbers.size = sizeOf(cut.geometry);
    else
        cut.numbers.points = cut.geometry.partCount();
    return cut;
}

// Far from the middle of a projection no form fits; then the cut piece is measured.
gis::Result<FeatureCheck::Cut> FeatureCheck::measuredCut(const CheckFeature& control, Cut cut, const Plan& plan) {
    TUCE_TRY(answer, m_overlay.cut(control));
    cut.geometry = std::move(answer.geometry);
    cut.route = answer.route;
    cut.numbers.size = sizeOf(cut.geometry);
    ++plan.answer.stats.fallbacks;
    return cut;
}

// The geometry of what the numbers told of. Its area is compared with them, for it was found in another way.
gis::Result<void> FeatureCheck::addShape(const CheckFeature& control, const Plan& plan, Cut& cut) {
    if (plan.dimension() == 1 || control.dimension() == 1) {
        cut.geometry = piecesGeometry(plan.dimension() == 1 ? plan.feature : control, cut.numbers.pieces);
        return {};
    }
    if (plan.dimension() == 0 || control.dimension() == 0) {
        const bool isPlan = plan.dimension() == 0;
        cut.geometry = pointsGeometry(isPlan ? plan.feature : control, isPlan ? control : plan.feature);
        return {};
    }
    TUCE_TRY(answer, m_overlay.cut(control));
    cut.geometry = std::move(answer.geometry);
    cut.route = answer.route;
    const gis::Extent& box = control.extent();
    const double largest =
        std::max({std::fabs(box.minX), std::fabs(box.maxX), std::fabs(box.minY), std::fabs(box.maxY)});
    const double ulp = largest * std::numeric_limits<double>::epsilon();
    const double unit = cut.numbers.size / std::max(gis::planeArea(cut.geometry), 1e-300);
    const double allowed = 1e-9 * cut.numbers.size + 4 * ulp * gis::planeLength(cut.geometry) * std::min(unit, 1.3e10);
    cut.isMixed = std::fabs(sizeOf(cut.geometry) - cut.numbers.size) > std::max(allowed, 1e-6);
    return {};
}

void FeatureCheck::near(const CheckFeature& control, const Plan& plan, Tally& tally) {
    const auto found = nearDistance(m_measure, m_overlay.plan(), m_overlay.shape(control));
    if (!found) return failed(found.error(), plan, tally, control.id);
    if (!(found->metres < *m_options.nearMetres)) return;
    const bool touches = found->metres == 0;
    addNear(control, found->metres,
            touches ? gis::Geometry() : gis::Geometry::lineString({found->onPlan, found->onControl}), plan, tally);
}

double FeatureCheck::controlSize(const CheckFeature& control) {
    constexpr std::uint32_t fewRings = 4;
    const gis::PackedShapes& shapes = control.layer->shapes;
    const std::uint32_t rings = shapes.sequenceEnd(control.shape) - shapes.sequenceBegin(control.shape);
    if (control.dimension() == 2 && rings <= fewRings && m_isSummed) return m_counter.area(control);
    const auto known = m_controlSizes.find(&control);
    if (known != m_controlSizes.end()) return known->second;
    const double size = control.dimension() == 2 ? m_counter.area(control) : m_counter.length(control);
    return m_controlSizes[&control] = size;
}

double FeatureCheck::sizeOf(const gis::Geometry& geometry) const {
    return geometry.dimension() == 2 ? m_measure.areaSquareMetres(geometry) : m_measure.lengthMetres(geometry);
}

void FeatureCheck::tallyUp(const CheckFeature& control, const Cut& cut, const Plan& plan, Tally& tally) {
    const int dimension = std::min(plan.dimension(), control.dimension());
    if (control.dimension() == 2) tally.zones.push_back(&control);
    if (dimension == 2) tally.sumArea += cut.numbers.size;
    if (dimension == 1) {
        tally.crossings += cut.numbers.passages.value_or(0);
        tally.sumLength += cut.numbers.size;
        if (plan.dimension() == 1 && control.dimension() == 2)
            tally.pieces.insert(tally.pieces.end(), cut.numbers.pieces.begin(), cut.numbers.pieces.end());
        else
            tally.lines.push_back(plan.dimension() == 2 ? piecesGeometry(control, cut.numbers.pieces) : cut.geometry);
    }
    if (control.state == State::Repaired) {
        tally.repaired = true;
        append(tally.summary.note, repairNote(control, true));
    }
    ++plan.answer.stats.pairs;
    plan.answer.stats.crossings += static_cast<std::size_t>(cut.numbers.passages.value_or(0));
}

void FeatureCheck::addFinding(const CheckFeature& control, Cut cut, const Plan& plan, Tally& tally) {
    const int dimension = std::min(plan.dimension(), control.dimension());
    const double size = cut.numbers.size;
    Finding finding = blankFinding(plan.layer, plan.feature, tally.layer);
    finding.controlId = control.id;
    finding.controlName = control.name;
    finding.controlFeature = control.feature;
    if (dimension == plan.dimension() && dimension > 0)
        finding.shareOfPlanPercent = share(size, dimension == 2 ? plan.area : plan.length);
    if (dimension == control.dimension() && dimension > 0)
        finding.shareOfControlPercent = share(size, controlSize(control));
    if (dimension == 2) {
        finding.areaSquareMetres = size;
        if (size < m_options.sliverSquareMetres) finding.kind = FindingClass::Sliver;
    } else if (dimension == 1) {
        finding.lengthMetres = size;
        finding.crossings = cut.numbers.passages;
    } else {
        const CheckFeature& points = plan.dimension() == 0 ? plan.feature : control;
        if (points.vertexCount() > 1)
            append(finding.note,
                   gis::message("layers", "%1 of %2 points",
                                {std::to_string(cut.numbers.points), std::to_string(points.vertexCount())}));
    }
    append(finding.note, repairNote(control, true));
    tallyUp(control, cut, plan, tally);
    if (cut.route != gis::OverlayRoute::Floating || cut.isMixed) ++plan.answer.stats.fallbacks;
    if (cut.route != gis::OverlayRoute::Floating)
        append(finding.note, gis::message("layers", "cut by a slower, less exact route"));
    if (cut.isMixed) append(finding.note, gis::message("layers", "the piece that is drawn has a slightly other area"));
    if (m_options.keepGeometry) finding.geometry = std::move(cut.geometry);
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
    if ((byArea && m_options.balance) || mustBeInside) rest(plan, tally, cancel);
    const bool repaired = tally.repaired || plan.feature.state == State::Repaired;
    summary.status = tally.incomplete ? "skipped" : repaired ? "repaired" : "ok";
}

void FeatureCheck::net(const Plan& plan, Tally& tally, const gis::CancelToken& cancel) {
    FindingSummary& summary = tally.summary;
    if (summary.sumAreaSquareMetres) summary.netAreaSquareMetres = netAreaOf(plan, tally, cancel);
    if (summary.sumLengthMetres) summary.netLengthMetres = netLengthOf(plan, tally, cancel);
    if (plan.dimension() == 2 && summary.netAreaSquareMetres)
        summary.netSharePercent = share(*summary.netAreaSquareMetres, plan.area);
    if (plan.dimension() == 1 && summary.netLengthMetres)
        summary.netSharePercent = share(*summary.netLengthMetres, plan.length);
}

std::optional<double> FeatureCheck::netAreaOf(const Plan& plan, Tally& tally, const gis::CancelToken& cancel) {
    if (tally.zones.size() < 2) return tally.sumArea;
    const auto fast =
        !m_isSummed ? std::nullopt
                    : netArea(plan.feature, tally.zones, tally.sumArea, m_counter.squareMetresPerUnit(plan.feature),
                              *tally.layer.commonParts, m_counter.engine(), cancel);
    if (fast) return fast;
    std::vector<gis::Geometry> pieces;
    for (const CheckFeature* zone : tally.zones) {
        if (cancel.isCanceled()) return std::nullopt;
        auto cut = m_overlay.cut(*zone);
        if (cut) pieces.push_back(std::move(cut->geometry));
    }
    const auto together = gis::unionAll(pieces, cancel);
    if (together) return sizeOf(*together);
    failed(together.error(), plan, tally, {});
    return std::nullopt;
}

std::optional<double> FeatureCheck::netLengthOf(const Plan& plan, Tally& tally, const gis::CancelToken& cancel) {
    double length = 0;
    if (!tally.pieces.empty()) length = m_counter.lengthOf(plan.feature, mergedPieces(tally.pieces));
    if (tally.lines.empty()) return length;
    if (tally.lines.size() == 1 && tally.pieces.empty()) return tally.sumLength;
    std::vector<gis::Geometry> all = tally.lines;
    if (!tally.pieces.empty()) all.push_back(piecesGeometry(plan.feature, mergedPieces(tally.pieces)));
    const auto together = gis::unionAll(all, cancel);
    if (together) return sizeOf(*together);
    failed(together.error(), plan, tally, {});
    return std::nullopt;
}

// What lies outside, where the numbers leave no doubt that something does and nobody wants to see it.
bool FeatureCheck::restByNumbers(const Plan& plan, Tally& tally) {
    if (m_options.keepGeometry || m_options.balance || plan.dimension() == 0) return false;
    const bool isArea = plan.dimension() == 2;
    const auto& net = isArea ? tally.summary.netAreaSquareMetres : tally.summary.netLengthMetres;
    if (!net) return false;
    const double whole = isArea ? plan.area : plan.length;
    const double outside = whole - *net;
    if (!(outside > 1e-8 * whole + 1e-3)) return false;
    addOutside({}, outside, plan, tally);
    return true;
}

// What of the plan feature no control polygon covers: from the control features themselves, not from the cut pieces,
// so that the balance would show a piece that is missing or wrong.
void FeatureCheck::rest(const Plan& plan, Tally& tally, const gis::CancelToken& cancel) {
    const bool mustBeInside = tally.layer.source->rule.direction == RuleDirection::RequireInside;
    if (restByNumbers(plan, tally)) return;
    gis::Geometry rest = m_overlay.plan();
    if (!tally.zones.empty()) {
        std::vector<gis::Geometry> parts;
        for (const CheckFeature* zone : tally.zones) parts.push_back(m_overlay.nearPart(*zone));
        auto zones = parts.size() == 1 ? gis::Result<gis::Geometry>(parts.front()) : gis::unionAll(parts, cancel);
        if (!zones) return failed(zones.error(), plan, tally, {});
        auto difference = gis::overlay(gis::OverlayOperation::Difference, m_overlay.plan(), *zones);
        if (!difference) return failed(difference.error(), plan, tally, {});
        rest = std::move(difference->geometry);
    }
    FindingSummary& summary = tally.summary;
    if (m_options.balance && plan.dimension() == 2 && summary.netAreaSquareMetres) {
        const double restArea = tally.zones.empty() ? plan.area : m_measure.areaSquareMetres(rest);
        summary.balanceErrorSquareMetres = plan.area - restArea - *summary.netAreaSquareMetres;
    }
    if (mustBeInside && !rest.isEmpty()) addOutside(rest, plan.dimension() == 0 ? 0 : sizeOf(rest), plan, tally);
}

void FeatureCheck::addOutside(const gis::Geometry& outside, double size, const Plan& plan, Tally& tally) {
    if (plan.dimension() > 0 && !(size > 0)) return;
    Finding finding = blankFinding(plan.layer, plan.feature, tally.layer);
    finding.kind = FindingClass::Outside;
    finding.againstLayer = true;
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
                            {std::to_string(outside.partCount()), std::to_string(plan.feature.vertexCount())}));
    }
    if (m_options.keepGeometry) finding.geometry = outside;
    plan.answer.findings.push_back(std::move(finding));
}

}  // namespace layers
