// SPDX-License-Identifier: Apache-2.0
#include "layers/check/FeatureCheck.h"

#include <algorithm>

#include "gis/engine/CancelScope.h"
#include "layers/check/CommonParts.h"
#include "layers/check/FeatureParts.h"
#include "layers/check/KindRules.h"
#include "layers/check/NearDistance.h"
#include "layers/check/PieceShape.h"

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

/// The control layer's rule as it holds for a plan feature.
struct HeldRule {
    ControlRule rule;
    std::uint8_t kindRule = 0;  ///< as Finding::kindRule
};

HeldRule ruleFor(const PreparedLayer& planLayer, const CheckFeature& plan, const PreparedLayer& controlLayer) {
    HeldRule held{controlLayer.source->rule, 0};
    const KindRules* rules = planLayer.source->kindRules.get();
    const KindRules::Rule* other = rules ? rules->ruleFor(plan.kind, held.rule) : nullptr;
    if (other == nullptr) return held;
    held.rule.direction = other->direction;
    held.kindRule = static_cast<std::uint8_t>(other - rules->rules().data() + 1);
    return held;
}

gis::Message kindNote(const HeldRule& held, const CheckFeature& plan) {
    if (held.kindRule == 0) return {};
    return gis::message("layers", "direction %1 by its kind %2", {toText(held.rule.direction), plan.kind});
}

Finding blankFinding(const PreparedLayer& planLayer, const CheckFeature& plan, const PreparedLayer& controlLayer) {
    Finding finding;
    finding.planLayer = planLayer.name;
    finding.planId = plan.id;
    finding.planName = plan.name;
    finding.controlLayer = controlLayer.name;
    const HeldRule held = ruleFor(planLayer, plan, controlLayer);
    finding.rule = held.rule;
    finding.kindRule = held.kindRule;
    finding.planLayerId = planLayer.source->layerId;
    finding.controlLayerId = controlLayer.source->layerId;
    finding.planFeature = plan.feature;
    append(finding.note, kindNote(held, plan));
    append(finding.note, repairNote(plan, false));
    return finding;
}

}  // namespace

FeatureAnswer FeatureCheck::check(const PreparedLayer& planLayer, const CheckFeature& feature,
                                  const std::vector<const PreparedLayer*>& controls, const gis::CancelToken& cancel) {
    const gis::CancelScope scope(cancel);
    FeatureAnswer answer;
    Plan plan{planLayer, feature, answer, 0, 0, {}, feature.extent()};
    if (feature.state != State::Skipped) {
        m_overlay.begin(feature);
        m_counter.begin(feature);
        if (plan.dimension() == 2) plan.area = m_counter.area(feature);
        if (plan.dimension() == 1 && m_options.details) plan.chainage.emplace(feature, m_measure);
        if (plan.dimension() == 1) plan.length = plan.chainage ? plan.chainage->total() : m_counter.length(feature);
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
    const HeldRule held = ruleFor(plan.layer, plan.feature, controlLayer);
    summary.rule = held.rule;
    summary.kindRule = held.kindRule;
    summary.planLayerId = plan.layer.source->layerId;
    summary.controlLayerId = controlLayer.source->layerId;
    summary.planFeature = plan.feature.feature;
    if (plan.feature.state == State::Skipped) {
        summary.status = "skipped";
        append(summary.note, plan.feature.reason);
        plan.answer.summaries.push_back(std::move(summary));
        return;
    }
    append(summary.note, kindNote(held, plan.feature));
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
        if (control.dimension() == 2 && m_options.balance) tally.asked.push_back(&control);
        auto cut = cutOf(control, plan);
        if (!cut) return failed(cut.error(), plan, tally, control.id);
        if (cut->numbers.shares && (cut->numbers.size > 0 || cut->numbers.points > 0)) {
            const bool meetsInPoints = plan.dimension() == 1 && control.dimension() == 1 && !(cut->numbers.size > 0);
            addFinding(control, std::move(*cut), plan, tally);
            // Lines that meet in points share no length: they are near, as polygons that touch are.
            if (meetsInPoints && m_options.nearMetres && *m_options.nearMetres > 0)
                addNear(control, 0, {}, plan, tally);
            return;
        }
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
    // Points among each other and on lines.
    TUCE_TRY(answer, m_overlay.cut(control));
    cut.geometry = std::move(answer.geometry);
    cut.route = answer.route;
    cut.numbers.points = cut.geometry.partCount();
    cut.numbers.shares = cut.numbers.points > 0;
    return cut;
}

// Far from the middle of a projection no form fits; then the cut piece is measured.
gis::Result<FeatureCheck::Cut> FeatureCheck::measuredCut(const CheckFeature& control, Cut cut, const Plan& plan) {
    TUCE_TRY(answer, m_overlay.cut(control));
    cut.geometry = std::move(answer.geometry);
    cut.route = answer.route;
    cut.numbers.size = sizeOf(cut.geometry);
    ++plan.answer.stats.fallbacks;
    ++plan.answer.stats.measured;
    return cut;
}

// The geometry of what the numbers told of. Its area is compared with them, for it was found in another way.
gis::Result<void> FeatureCheck::addShape(const CheckFeature& control, const Plan& plan, Cut& cut) {
    if (plan.dimension() == 1 && control.dimension() == 1 && cut.numbers.pieces.empty()) {
        std::vector<gis::Coordinate> points;
        for (const gis::LineSpot& spot : cut.numbers.meetings) points.push_back(spot.place);
        cut.geometry = gis::Geometry::multiPoint(std::move(points));
        return {};
    }
    if (plan.dimension() == 1 || control.dimension() == 1) {
        cut.geometry = piecesGeometry(plan.dimension() == 1 ? plan.feature : control, cut.numbers.pieces);
        return {};
    }
    if (plan.dimension() == 0 || control.dimension() == 0) {
        const bool isPlan = plan.dimension() == 0;
        cut.geometry = pointsGeometry(isPlan ? plan.feature : control, isPlan ? control : plan.feature);
        return {};
    }
    if (cut.numbers.within != gis::AreaOverlap::Within::Neither) {
        const bool isPlan = cut.numbers.within == gis::AreaOverlap::Within::PlanInControl;
        cut.geometry = isPlan ? m_overlay.plan() : control.geometry();
        return {};
    }
    TUCE_TRY(quick, m_overlay.cut(control));
    cut.geometry = std::move(quick.geometry);
    cut.route = quick.route;
    cut.isMixed = isMixed(cut, control);
    if (!cut.isMixed) return {};
    TUCE_TRY(whole, m_overlay.wholeCut(control));
    cut.geometry = std::move(whole.geometry);
    cut.route = whole.route;
    cut.isMixed = isMixed(cut, control);
    return {};
}

// Whether the area of the drawn piece is another than the numbers say.
bool FeatureCheck::isMixed(const Cut& cut, const CheckFeature& control) const {
    const gis::Extent& box = control.extent();
    const double largest =
        std::max({std::fabs(box.minX), std::fabs(box.maxX), std::fabs(box.minY), std::fabs(box.maxY)});
    const double ulp = largest * std::numeric_limits<double>::epsilon();
    const double unit = cut.numbers.size / std::max(gis::planeArea(cut.geometry), 1e-300);
    const double allowed = 1e-9 * cut.numbers.size + 4 * ulp * gis::planeLength(cut.geometry) * std::min(unit, 1.3e10);
    return std::fabs(sizeOf(cut.geometry) - cut.numbers.size) > std::max(allowed, 1e-6);
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
        if (plan.dimension() == 1 && control.dimension() == 1) tally.tracks.push_back(&control);
        if (plan.dimension() == 1)
            tally.pieces.insert(tally.pieces.end(), cut.numbers.pieces.begin(), cut.numbers.pieces.end());
        else
            tally.lines.push_back(piecesGeometry(control, cut.numbers.pieces));
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
        judgeSliver(control, cut, plan, tally, finding);
    } else if (dimension == 1) {
        finding.lengthMetres = size;
        finding.crossings = cut.numbers.passages;
        finding.line = lineDetailOf(control, cut, plan);
        if (cut.numbers.points > 0)
            append(finding.note, gis::message("layers", "points in common: %1", {std::to_string(cut.numbers.points)}));
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

// A perimeter is had for nothing where the piece was drawn; else only a piece that may be thin is cut.
void FeatureCheck::judgeSliver(const CheckFeature& control, const Cut& cut, const Plan& plan, Tally& tally,
                               Finding& finding) {
    const auto& thin = m_options.thinMetres;
    const auto mayBeThin = [&] {
        return 2 * cut.numbers.size < *thin * perimeterBound(plan.feature, control, m_measure);
    };
    if (!cut.geometry.isEmpty() && (m_options.details || thin)) {
        finding.perimeterMetres = m_measure.lengthMetres(cut.geometry);
    } else if (thin && mayBeThin()) {
        const auto piece = m_overlay.cut(control);
        if (piece)
            finding.perimeterMetres = m_measure.lengthMetres(piece->geometry);
        else
            failed(piece.error(), plan, tally, control.id);
    }
    if (isSliver(finding)) {
        finding.kind = FindingClass::Sliver;
        ++tally.summary.sliverCount;
        tally.summary.sliverSquareMetres += cut.numbers.size;
    } else {
        tally.solid.push_back(&control);
        tally.solidArea += cut.numbers.size;
    }
}

// By area and by mean width, each told apart where both are asked for.
bool FeatureCheck::isSliver(Finding& finding) const {
    const auto width = m_options.thinMetres ? finding.meanWidthMetres() : std::nullopt;
    finding.isSmall = finding.areaSquareMetres < m_options.sliverSquareMetres;
    finding.isThin = width && *width < *m_options.thinMetres;
    if (finding.isThin)
        append(finding.note, finding.isSmall ? gis::message("layers", "sliver by area and by mean width")
                                             : gis::message("layers", "sliver by mean width"));
    else if (finding.isSmall && m_options.thinMetres)
        append(finding.note, gis::message("layers", "sliver by area"));
    return finding.isSmall || finding.isThin;
}

std::shared_ptr<const LineDetail> FeatureCheck::lineDetailOf(const CheckFeature& control, const Cut& cut,
                                                             const Plan& plan) {
    if (!m_options.details) return nullptr;
    if (plan.dimension() == 1) return lineDetail(plan.feature, cut.numbers, *plan.chainage, m_measure);
    auto detail = std::make_shared<LineDetail>(*lineDetail(control, cut.numbers, chainageOf(control), m_measure));
    detail->isOfControl = true;
    return detail;
}

const LineChainage& FeatureCheck::chainageOf(const CheckFeature& control) {
    return m_chainages.try_emplace(&control, control, m_measure).first->second;
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
    if ((plan.dimension() == 1 && (has[1] || has[2])) || (plan.dimension() == 2 && has[1]))
        summary.crossings = tally.crossings;
    net(plan, tally, cancel);
    const bool mustBeInside = tally.layer.source->rule.direction == RuleDirection::RequireInside;
    std::optional<gis::Geometry> left;
    if (byArea && m_options.balance) left = balance(plan, tally, cancel);
    if (mustBeInside && !cancel.isCanceled()) outside(plan, tally, std::move(left), cancel);
    const bool repaired = tally.repaired || plan.feature.state == State::Repaired;
    summary.status = tally.incomplete ? "skipped" : repaired ? "repaired" : "ok";
}

void FeatureCheck::net(const Plan& plan, Tally& tally, const gis::CancelToken& cancel) {
    FindingSummary& summary = tally.summary;
    if (summary.sumAreaSquareMetres) {
        summary.netAreaSquareMetres = netAreaOf(tally.zones, tally.sumArea, plan, tally, cancel);
        summary.netWithoutSliversSquareMetres = summary.sliverCount == 0
                                                    ? summary.netAreaSquareMetres
                                                    : netAreaOf(tally.solid, tally.solidArea, plan, tally, cancel);
    }
    if (summary.sumLengthMetres) summary.netLengthMetres = netLengthOf(plan, tally, cancel);
    if (plan.dimension() == 2 && summary.netAreaSquareMetres)
        summary.netSharePercent = share(*summary.netAreaSquareMetres, plan.area);
    if (plan.dimension() == 1 && summary.netLengthMetres)
        summary.netSharePercent = share(*summary.netLengthMetres, plan.length);
}

std::optional<double> FeatureCheck::netAreaOf(const std::vector<const CheckFeature*>& zones, double sum,
                                              const Plan& plan, Tally& tally, const gis::CancelToken& cancel) {
    if (zones.size() < 2) return sum;
    const auto fast = !m_isSummed ? std::nullopt
                                  : netArea(plan.feature, zones, sum, m_counter.squareMetresPerUnit(plan.feature),
                                            *tally.layer.commonParts, m_counter.engine(), cancel);
    if (fast) return fast;
    std::vector<gis::Geometry> pieces;
    for (const CheckFeature* zone : zones) {
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

void FeatureCheck::addOutside(const gis::Geometry& outside, double size, const Plan& plan, Tally& tally) {
    if (plan.dimension() > 0 && !(size > 0)) return;
    Finding finding = blankFinding(plan.layer, plan.feature, tally.layer);
    finding.kind = FindingClass::Outside;
    finding.againstLayer = true;
    if (plan.dimension() == 2) {
        finding.areaSquareMetres = size;
        finding.shareOfPlanPercent = share(size, plan.area);
        if (!outside.isEmpty() && (m_options.details || m_options.thinMetres))
            finding.perimeterMetres = m_measure.lengthMetres(outside);
        if (isSliver(finding)) {
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
