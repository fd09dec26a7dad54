// SPDX-License-Identifier: Apache-2.0
#include "layers/render/LabelSolver.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "layers/render/LabelPlacing.h"
#include "layers/render/LabelRequests.h"

namespace layers {

namespace {

constexpr double aroundMm = 90;   ///< solved beyond the map: names there decide about names in it
constexpr double wholeMm = 25;    ///< of that where names are still as they would be anywhere
constexpr double latticeMm = 10;  ///< the solved part begins and ends on such lines of the ground
constexpr double solvedPixelsPerMm = 10;

/// The scale to ten digits: pages and screens reckon it from their extents and differ in the last ones.
double roundedScale(double perUnit) {
    const double unit = std::pow(10, std::floor(std::log10(perUnit)) - 9);
    return std::round(perUnit / unit) * unit;
}

/// The part of the plane that is solved for a map, in millimetres of the scale, y downward.
QRectF solvedPart(const gis::Extent& seen, double perUnit) {
    const auto down = [](double mm) { return std::floor((mm - aroundMm) / latticeMm) * latticeMm; };
    const auto up = [](double mm) { return std::ceil((mm + aroundMm) / latticeMm) * latticeMm; };
    return {QPointF(down(seen.minX * perUnit), down(-seen.maxY * perUnit)),
            QPointF(up(seen.maxX * perUnit), up(-seen.minY * perUnit))};
}

gis::Extent extentOf(const QRectF& plane, double perUnit) {
    return {plane.left() / perUnit, -plane.bottom() / perUnit, plane.right() / perUnit, -plane.top() / perUnit};
}

MapSettings settingsFor(const MapSettings& settings, const QRectF& part, double perUnit) {
    MapSettings whole = settings;
    whole.extent = extentOf(part, perUnit);
    whole.widthMm = part.width();
    whole.heightMm = part.height();
    whole.pixelsPerMm = solvedPixelsPerMm;
    whole.labels = true;
    whole.rasters = false;
    whole.shapeRoomMm = labelRoomMm;
    return whole;
}

PaperFrame frameOf(const MapSettings& settings) { return {settings.shownExtent(), settings.millimetresPerUnit()}; }

/// From the millimetres of one frame to those of another of the same scale.
struct Between {
    Between(const PaperFrame& from, const PaperFrame& to) : scale(to.millimetresPerUnit / from.millimetresPerUnit) {
        by = to.toPaper({from.extent.minX, from.extent.maxY});
    }
    PlacedLabel operator()(const PlacedLabel& label) const { return moved(label, scale, by); }
    double scale;
    QPointF by;
};

bool meets(const PlacedLabel& label, const QRectF& box) {
    const auto boxes = coveredBy(label);
    return std::any_of(boxes.begin(), boxes.end(), [&](const QRectF& one) { return one.intersects(box); });
}

/// In units of the map.
double widthOf(const Layer& layer, gis::FeatureId id, const gis::CoordinateTransform& transform) {
    const gis::Feature* feature = layer.table.find(id);
    if (feature == nullptr || feature->geometry().isEmpty()) return 0;
    const auto extent = transform.apply(feature->geometry().extent());
    return extent ? extent->width() : 0;
}

using PieceKey = std::tuple<gis::LayerId, gis::FeatureId, std::uint64_t>;
PieceKey keyOf(const PlacedLabel& label) { return {label.layer, label.feature, label.piece}; }

/// The labels of an earlier solution that stay, in the millimetres of the new one.
std::vector<PlacedLabel> staying(const LabelSolution& known, const PaperFrame& frame, const LabelPlacing& placing) {
    std::vector<PlacedLabel> labels;
    const Between between(known.frame, frame);
    const QPointF from = known.frame.toPaper({known.whole.minX, known.whole.maxY});
    const QPointF to = known.frame.toPaper({known.whole.maxX, known.whole.minY});
    for (const PlacedLabel& label : known.labels)
        if (!label.byHand && meets(label, {from, to}))
            if (PlacedLabel there = between(label); placing.liesWithin(there)) labels.push_back(std::move(there));
    return labels;
}

}  // namespace

std::vector<PlacedLabel> LabelSolution::seenIn(const MapSettings& settings) const {
    const PaperFrame map = frameOf(settings);
    const Between between(frame, map);
    std::vector<PlacedLabel> seen;
    for (const PlacedLabel& label : labels)
        if (PlacedLabel there = between(label); meets(there, map.box())) seen.push_back(std::move(there));
    return seen;
}

bool bearsLabels(const ProjectSnapshot& snapshot, const MapSettings& settings) {
    if (!settings.labels) return false;
    const auto named = [](const Layer& layer) {
        const Style& style = layer.style;
        return !style.label.field.empty() ||
               std::any_of(style.categories.begin(), style.categories.end(),
                           [](const Category& one) { return one.label && !one.label->field.empty(); });
    };
    const auto& wanted = settings.layers;
    return std::any_of(snapshot.layers.begin(), snapshot.layers.end(), [&](const LayerPtr& layer) {
        const bool shown =
            wanted.empty() ? layer->visible : std::find(wanted.begin(), wanted.end(), layer->id) != wanted.end();
        return shown && named(*layer);
    });
}

PinsOnPaper pinsOnPaper(const ProjectSnapshot& snapshot, const MapSettings& settings) {
    PinsOnPaper pins;
    const PaperFrame frame = frameOf(settings);
    std::map<gis::LayerId, std::optional<gis::CoordinateTransform>> transforms;
    for (const LabelPin& pin : snapshot.labelPins) {
        const LayerPtr layer = snapshot.layer(pin.layer);
        if (!layer) continue;
        PinOnPaper& placed = pins[{pin.layer, pin.feature}];
        placed.angle = pin.angle;
        placed.hidden = pin.hidden;
        if (pin.hidden) continue;
        auto [transform, isNew] = transforms.try_emplace(pin.layer);
        const auto& crs = layer->table.crs().isKnown() ? layer->table.crs() : settings.crs;
        if (isNew)
            if (auto made = gis::CoordinateTransform::make(crs, settings.crs, settings.datumPolicy))
                transform->second.emplace(std::move(*made));
        const auto position = transform->second ? transform->second->apply(pin.centre)
                                                : gis::Result<gis::Coordinate>(tl::unexpect, gis::Error{});
        if (position) {
            placed.centre = frame.toPaper(*position);
            placed.roomMm = widthOf(*layer, pin.feature, *transform->second) * frame.millimetresPerUnit;
        } else
            pins.erase({pin.layer, pin.feature});  // it has no place there: the name finds its own
    }
    return pins;
}

gis::Result<LabelSolution> solveLabels(const ProjectSnapshot& snapshot, const MapSettings& settings,
                                       const gis::JobControl& control, LayerForms* forms, const LabelSolution* known) {
    const double perUnit = roundedScale(settings.millimetresPerUnit());
    const QRectF part = solvedPart(settings.shownExtent(), perUnit);
    const MapSettings whole = settingsFor(settings, part, perUnit);
    gis::JobControl quiet = control;
    quiet.progress = {};
    TUCE_TRY(list, makeDrawList(snapshot, whole, quiet, forms));
    LabelSolution solution;
    solution.frame = list.frame;
    constexpr double edge = aroundMm - wholeMm;
    solution.whole = extentOf(part.adjusted(edge, edge, -edge, -edge), perUnit);
    const auto requests = worldRequests(list, part.topLeft(), pinsOnPaper(snapshot, whole));
    if (requests.empty()) return solution;
    const InkMap ink(list);
    LabelPlacing placing(list.frame.box(), ink);
    placing.takeMarkers(list);
    std::set<PieceKey> stay;
    if (known != nullptr)
        for (PlacedLabel& label : staying(*known, list.frame, placing)) {
            placing.take(label);
            stay.insert(keyOf(label));
            solution.labels.push_back(std::move(label));
        }
    for (const LabelRequest& request : requests) {
        if (control.cancel.isCanceled()) return gis::canceled();
        if (!stay.empty() && stay.contains({request.layer, request.feature, request.piece})) continue;
        if (auto label = placing.place(request)) solution.labels.push_back(std::move(*label));
    }
    return solution;
}

bool LabelMemory::isOf(const SnapshotPtr& snapshot, const MapSettings& settings) const {
    if (!m_kept.solution || m_kept.snapshot != snapshot || !(m_kept.crs == settings.crs)) return false;
    const double known = m_kept.solution->frame.millimetresPerUnit;
    return m_kept.layers == settings.layers && std::abs(known / settings.millimetresPerUnit() - 1) < 1e-8;
}

gis::Result<LabelSolutionPtr> LabelMemory::of(const SnapshotPtr& snapshot, const MapSettings& settings,
                                              const gis::JobControl& control, LayerForms* forms) {
    LabelSolutionPtr known;
    {
        const std::scoped_lock lock(m_mutex);
        if (isOf(snapshot, settings)) known = m_kept.solution;
    }
    if (known && known->whole.contains(settings.shownExtent())) return known;
    TUCE_TRY(solved, solveLabels(*snapshot, settings, control, forms, known.get()));
    auto solution = std::make_shared<const LabelSolution>(std::move(solved));
    const std::scoped_lock lock(m_mutex);
    m_kept = {snapshot, settings.crs, settings.layers, solution};
    return LabelSolutionPtr(std::move(solution));
}

gis::Result<std::vector<PlacedLabel>> labelsOfPage(const ProjectSnapshot& snapshot, const MapSettings& settings,
                                                   const DrawList& list, const InkMap& ink,
                                                   const std::vector<QRectF>& reserved, const gis::JobControl& control,
                                                   LayerForms* forms) {
    if (!bearsLabels(snapshot, settings)) return std::vector<PlacedLabel>{};
    TUCE_TRY(solution, solveLabels(snapshot, settings, control, forms));
    const SolvedAround around{solution.seenIn(settings), pinsOnPaper(snapshot, settings)};
    return placeLabels(list, ink, reserved, control.cancel, &around);
}

}  // namespace layers
