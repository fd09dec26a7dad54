// SPDX-License-Identifier: Apache-2.0
// What control layers leave of a plan feature: for the balance, and where it must lie inside.
#include "layers/check/FeatureParts.h"

namespace layers {

// What no control feature covers.
gis::Result<gis::Geometry> FeatureCheck::slowRestOf(const Zones& zones, const Tally& tally,
                                                    const gis::CancelToken& cancel) {
    gis::Geometry rest = m_overlay.plan();
    for (const CheckFeature* track : tally.tracks) {
        TUCE_TRY(answer, gis::overlay(gis::OverlayOperation::Difference, rest, track->geometry()));
        rest = std::move(answer.geometry);
    }
    if (zones.empty() || rest.isEmpty()) return rest;
    std::vector<gis::Geometry> parts;
    for (const CheckFeature* zone : zones) parts.push_back(m_overlay.nearPart(*zone));
    TUCE_TRY(covered, parts.size() == 1 ? gis::Result<gis::Geometry>(parts.front()) : gis::unionAll(parts, cancel));
    TUCE_TRY(answer, gis::overlay(gis::OverlayOperation::Difference, rest, covered));
    return std::move(answer.geometry);
}

// The same zone by zone, in a fiftieth of the time; nothing where its area and the net area do not make up the whole.
std::optional<gis::Geometry> FeatureCheck::quickRestOf(const Zones& zones, const Plan& plan, const Tally& tally,
                                                       const gis::CancelToken& cancel) {
    const auto& net = tally.summary.netAreaSquareMetres;
    if (plan.dimension() != 2 || !net) return std::nullopt;
    gis::Geometry rest = m_overlay.plan();
    for (const CheckFeature* zone : zones) {
        if (cancel.isCanceled()) return std::nullopt;
        if (rest.isEmpty()) break;
        auto left = m_overlay.without(rest, *zone);
        if (!left) return std::nullopt;
        rest = std::move(*left);
    }
    const double error = plan.area - m_measure.areaSquareMetres(rest) - *net;
    if (std::fabs(error) > 1e-4 + 1e-9 * plan.area) return std::nullopt;
    return rest;
}

// Nothing when canceled, and where it failed, which is then told.
std::optional<gis::Geometry> FeatureCheck::restOf(const Zones& zones, const Plan& plan, Tally& tally,
                                                  const gis::CancelToken& cancel) {
    if (auto quick = quickRestOf(zones, plan, tally, cancel)) return quick;
    if (cancel.isCanceled()) return std::nullopt;
    auto rest = slowRestOf(zones, tally, cancel);
    if (rest) return std::move(*rest);
    failed(rest.error(), plan, tally, {});
    return std::nullopt;
}

// All polygons of the layer near the plan feature, not those that the numbers found, let alone the cut pieces: so it
// shows a piece that is missing or wrong.
std::optional<gis::Geometry> FeatureCheck::balance(const Plan& plan, Tally& tally, const gis::CancelToken& cancel) {
    auto rest = restOf(tally.asked, plan, tally, cancel);
    FindingSummary& summary = tally.summary;
    if (rest && summary.netAreaSquareMetres)
        summary.balanceErrorSquareMetres = plan.area - m_measure.areaSquareMetres(*rest) - *summary.netAreaSquareMetres;
    return rest;
}

// What lies outside, where the numbers leave no doubt that something does. They alone tell how much, whether its shape is
// wanted or not: of a line that runs back over itself GEOS would count what lies twice only once.
std::optional<double> FeatureCheck::sureOutside(const Plan& plan, const Tally& tally) {
    if (plan.dimension() == 0) return std::nullopt;
    const bool isArea = plan.dimension() == 2;
    const auto& net = isArea ? tally.summary.netAreaSquareMetres : tally.summary.netLengthMetres;
    if (!net) return std::nullopt;
    const double whole = isArea ? plan.area : plan.length;
    const double outside = whole - *net;
    if (!(outside > 1e-8 * whole + 1e-3)) return std::nullopt;
    return outside;
}

// `known`: what is left, where the balance has made it.
void FeatureCheck::outside(const Plan& plan, Tally& tally, std::optional<gis::Geometry> known,
                           const gis::CancelToken& cancel) {
    const auto sure = sureOutside(plan, tally);
    const bool isLine = plan.dimension() == 1;
    const bool wantsShape = m_options.keepGeometry || (!isLine && m_options.thinMetres);
    if (sure && !wantsShape) return addOutside({}, *sure, plan, tally);
    if (!sure && m_leavesDoubts) return;
    const std::vector<gis::LinePiece> pieces =
        isLine ? piecesBeside(plan.feature, mergedPieces(tally.pieces)) : std::vector<gis::LinePiece>();
    if (sure && isLine) return addOutside(piecesGeometry(plan.feature, pieces), *sure, plan, tally);
    // In doubt the zones that share something decide, whatever else was asked for.
    if (!sure || !known) known = restOf(tally.zones, plan, tally, cancel);
    if (!known && !sure) return;
    if (sure) return addOutside(known.value_or(gis::Geometry()), *sure, plan, tally);
    if (known->isEmpty()) return;
    if (isLine)
        return addOutside(piecesGeometry(plan.feature, pieces), m_counter.lengthOf(plan.feature, pieces), plan, tally);
    addOutside(*known, plan.dimension() == 0 ? 0 : sizeOf(*known), plan, tally);
}

}  // namespace layers
