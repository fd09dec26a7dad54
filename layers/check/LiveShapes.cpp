// SPDX-License-Identifier: Apache-2.0
#include "layers/check/LiveShapes.h"

#include <algorithm>

#include "gis/base/Parallel.h"
#include "gis/engine/CancelScope.h"
#include "gis/overlap/CommonPiece.h"
#include "gis/overlap/MovedEdges.h"
#include "layers/check/PairOverlay.h"

namespace layers {

namespace {

CheckOptions shapeOptions() {
    CheckOptions options = DragCheck::options();
    options.keepGeometry = true;
    return options;
}

/// All its findings are pieces of polygons, which can be cut one by one.
bool isPlain(const LiveOverlap& overlap, const DraggedFeature& dragged, const PreparedLayer& control) {
    if (dragged.feature().dimension() != 2 || control.hasDimension[0] || control.hasDimension[1]) return false;
    for (const ControlRule* rule : {&control.source->rule, &overlap.summary.rule})
        if (rule->direction == RuleDirection::RequireInside) return false;
    return std::none_of(overlap.findings.begin(), overlap.findings.end(),
                        [](const Finding& finding) { return finding.againstLayer; });
}

gis::Extent boxOf(const DraggedFeature& dragged) { return dragged.feature().extent(); }

/// One piece to cut.
struct Task {
    Finding* finding = nullptr;
    const CheckFeature* control = nullptr;
    gis::Geometry piece;
};

/// One worker's tools.
struct Cutter {
    PairOverlay overlay;
    gis::CommonPiece piece;

    void cut(Task& task, const CheckFeature& plan) {
        const CheckFeature& control = *task.control;
        if (auto traced = piece.trace(*plan.layer, plan.shape, *control.layer, control.shape))
            task.piece = std::move(*traced);
        else if (auto cut = overlay.cut(control))
            task.piece = std::move(cut->geometry);
    }
};

}  // namespace

LiveOverlap liveOverlap(const CheckLayer& layer, const std::string& name, const FeatureAnswer& answer, int dimension) {
    LiveOverlap overlap;
    overlap.controlLayer = layer.layerId;
    overlap.controlName = name;
    overlap.rule = layer.rule;
    for (const FindingSummary& summary : answer.summaries)
        if (summary.controlLayerId == layer.layerId) {
            overlap.summary = summary;
            overlap.rule = summary.rule;
        }
    for (const Finding& finding : answer.findings) {
        if (finding.controlLayerId != layer.layerId) continue;
        if (finding.kind == FindingClass::Outside && dimension == 2)
            overlap.outsideSquareMetres = finding.areaSquareMetres;
        if (finding.kind == FindingClass::Outside && dimension == 1) overlap.outsideMetres = finding.lengthMetres;
        overlap.findings.push_back(finding);
    }
    return overlap;
}

// Where the feature changed since the pieces were cut; everywhere if it is another one.
gis::Extent LiveShapes::sweptSince(const DraggedFeature& dragged) const {
    if (m_last && m_last->controls == dragged.controls) {
        const CheckFeature &before = m_last->feature(), &now = dragged.feature();
        if (const auto moved = gis::movedEdges(*before.layer, *now.layer)) return moved->swept;
    }
    gis::Extent all = boxOf(dragged);
    if (m_last) all.include(boxOf(*m_last));
    for (const auto& [control, piece] : m_pieces) all.include(control->extent());
    return all;
}

gis::Result<void> LiveShapes::addPieces(LiveAnswer& answer, const std::vector<std::size_t>& layers,
                                        const gis::JobControl& control) {
    const DraggedFeature& dragged = *answer.dragged;
    const gis::Extent swept = sweptSince(dragged);
    std::vector<Task> tasks;
    Pieces pieces;
    for (const std::size_t layer : layers) {
        std::unordered_map<std::int64_t, const CheckFeature*> byId;
        const PreparedLayer& controls = *dragged.controls[layer];
        controls.index.visit(boxOf(dragged), [&](std::uint32_t item) {
            byId.emplace(gis::number(controls.features[item].feature), &controls.features[item]);
            return true;
        });
        for (Finding& finding : answer.overlaps[layer].findings) {
            const auto found = byId.find(gis::number(finding.controlFeature));
            if (found == byId.end()) continue;
            const auto known = m_pieces.find(found->second);
            if (known != m_pieces.end() && !swept.meets(found->second->extent()))
                pieces.emplace(found->second, finding.geometry = known->second);
            else
                tasks.push_back({&finding, found->second, {}});
        }
    }
    std::vector<Cutter> cutters(control.threadCount());
    for (Cutter& cutter : cutters) cutter.overlay.begin(dragged.feature());
    const bool whole = gis::parallelFor(
        tasks.size(), {control.cancel, {}, control.threads},
        [&](std::size_t i, unsigned worker) {
            const gis::CancelScope scope(control.cancel);
            cutters[worker].cut(tasks[i], dragged.feature());
        },
        4);
    if (!whole) return gis::canceled();
    for (Task& task : tasks) pieces.emplace(task.control, task.finding->geometry = std::move(task.piece));
    m_pieces = std::move(pieces);
    m_last = answer.dragged;
    return {};
}

gis::Result<LiveAnswer> LiveShapes::addTo(LiveAnswer answer, const gis::JobControl& control) {
    if (!answer.dragged || answer.hasShapes) return answer;
    const std::scoped_lock lock(m_mutex);
    const DraggedFeature& dragged = *answer.dragged;
    std::vector<std::size_t> plain, others;
    for (std::size_t i = 0; i < answer.overlaps.size(); ++i)
        (isPlain(answer.overlaps[i], dragged, *dragged.controls[i]) ? plain : others).push_back(i);
    TUCE_CHECK(addPieces(answer, plain, control));
    if (!others.empty()) {
        const CheckOptions options = shapeOptions();
        TUCE_TRY(measure, CheckMeasure::make(options, answer.crs));
        FeatureCheck check(options, measure, dragged.isSummed);
        for (const std::size_t i : others) {
            const PreparedLayer& layer = *dragged.controls[i];
            const FeatureAnswer found = check.check(dragged.layer, dragged.feature(), {&layer}, control.cancel);
            if (control.cancel.isCanceled()) return gis::canceled();
            answer.overlaps[i] =
                liveOverlap(*layer.source, answer.overlaps[i].controlName, found, dragged.feature().dimension());
        }
    }
    answer.hasShapes = true;
    return answer;
}

}  // namespace layers
