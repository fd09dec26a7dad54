// SPDX-License-Identifier: Apache-2.0
#include "layers/render/LabelPlacer.h"

#include <cmath>
#include <numbers>
#include <set>

#include "layers/render/LabelPlacing.h"
#include "layers/render/LabelRequests.h"

namespace layers {

namespace {

constexpr double edgeMm = 1.2;  ///< between labels and the edge of the map

/// Which features of a page have their names settled by the solution of the whole map.
class Settled {
public:
    Settled(const DrawList& list, const SolvedAround& around) : m_map(list.frame.box()), m_around(around) {}

    /// Takes what the edge and furniture leave of it.
    std::vector<PlacedLabel> keep(LabelPlacing& placing) {
        std::vector<PlacedLabel> kept;
        for (const PlacedLabel& label : m_around.labels) {
            const FeatureKey key(label.layer, label.feature);
            // Of the many names of an area or of a part of the plan one is enough for a page.
            if (label.piece != 0 && m_named.contains(key) && (label.dimension == 2 || label.priority >= 50)) continue;
            const bool fits = label.byHand ? liesWithin(label) : placing.isFree(label);
            (fits ? m_named : m_cut).insert(key);
            if (fits) kept.push_back(label);
        }
        for (const PlacedLabel& label : kept) placing.take(label);
        return kept;
    }

    /// True if the page may name it anew.
    bool isOpen(const LabelRequest& request) const {
        const FeatureKey key(request.layer, request.feature);
        if (m_named.contains(key) || m_around.pins.contains(key)) return false;
        if (m_cut.contains(key)) return true;
        // What lies whole on the page had no place, and has none.
        return request.shape.dimension > 0 && !m_map.adjusted(edgeMm, edgeMm, -edgeMm, -edgeMm)
                                                   .adjusted(0.1, 0.1, -0.1, -0.1)
                                                   .contains(request.shape.box());
    }

private:
    bool liesWithin(const PlacedLabel& label) const {
        const auto boxes = coveredBy(label);
        return std::all_of(boxes.begin(), boxes.end(), [this](const QRectF& box) { return m_map.contains(box); });
    }
    QRectF m_map;
    const SolvedAround& m_around;
    std::set<FeatureKey> m_named, m_cut;
};

}  // namespace

std::vector<PlacedLabel> placeLabels(const DrawList& list, const InkMap& ink, const std::vector<QRectF>& reserved,
                                     const gis::CancelToken& cancel, const SolvedAround* around) {
    LabelPlacing placing(list.frame.box().adjusted(edgeMm, edgeMm, -edgeMm, -edgeMm), ink);
    for (const QRectF& box : reserved) placing.reserve(box);
    std::vector<PlacedLabel> placed;
    std::optional<Settled> settled;
    if (around != nullptr) placed = settled.emplace(list, *around).keep(placing);
    placing.takeMarkers(list);
    for (LabelRequest& request : pageRequests(list)) {
        if (cancel.isCanceled()) break;
        if (settled && !settled->isOpen(request)) continue;
        // A river in many pieces is named once, and a district not beside its seat.
        if (request.shape.dimension > 0 && request.apartMm > 0 && placing.isNamed(request.text)) continue;
        if (auto label = placing.place(std::move(request))) placed.push_back(std::move(*label));
    }
    return placed;
}

bool mayHoldLabel(const QRectF& box, const QString& text, const LabelStyle& label) {
    if (std::max(box.width(), box.height()) < label.leastSizeMm) return false;
    const bool mustBeRead = label.priority >= 50 || label.callout != LabelCallout::None;
    if (mustBeRead || label.placement == LabelPlacement::Around) return true;
    const double em = label.sizePt * millimetresPerPoint;
    double width = 0;  // at least
    for (const QChar letter : text) width += (letter.unicode() >= 0x2e80 && !letter.isLowSurrogate() ? 0.9 : 0.2) * em;
    double height = em;
    if (label.lineLetters > 0 || text.size() >= 6) {  // set in several lines
        const double lines = label.lineLetters > 0
                                 ? std::ceil(static_cast<double>(text.size()) / label.lineLetters)
                                 : std::clamp(std::floor(static_cast<double>(text.size()) / 4), 2.0, 4.0);
        width /= std::max(1.0, lines);
        height = em;
    }
    const double level = std::hypot(width, height);
    // Along a course: squares 0.92 em apart or more, other letters a good deal less, each turned against the last by 24
    // degrees.
    const bool allSquare = std::all_of(text.begin(), text.end(), isSquareLetter);
    constexpr double halfBend = 12 * std::numbers::pi / 180;
    const double steps = std::min(static_cast<double>(lettersOf(text).size()) - 1, 7.0);
    const double bent = (allSquare ? 0.92 : 0.1) * em * std::sin(steps * halfBend) / std::sin(halfBend);
    return std::hypot(box.width(), box.height()) >= std::min(level, bent);
}

}  // namespace layers
