// SPDX-License-Identifier: Apache-2.0
#include "layers/render/LabelPlacing.h"

#include <QLineF>

#include "layers/render/SymbolPainter.h"

namespace layers {

namespace {

constexpr double mostInkBelow = 0.4;  ///< below names of the base map: none stands on the body of an axis
constexpr double clearanceMm = 0.5;   ///< between labels
constexpr int planPriority = 60;      ///< names of the plan are set smaller before they are left out
constexpr double inkCost = 1.5;

QPointF middleOf(const BentPlace& place) {
    QPointF sum;
    for (const BentPlace::Spot& spot : place.spots) sum += spot.centre;
    return sum / static_cast<double>(place.spots.size());
}

/// Room of a letter before and behind words along a course: two names one behind the other would be read as one.
std::vector<QRectF> beyondEnds(const PlacedLabel& label) {
    if (label.letters.size() < 2) return {};
    const double em = label.style.sizeMm;
    const auto beyond = [em](const PlacedLetter& last, const PlacedLetter& before) {
        const QLineF step(before.centre, last.centre);
        const QPointF at =
            step.length() > 0 ? last.centre + (step.p2() - step.p1()) * (em / step.length()) : last.centre;
        return QRectF(at.x() - em / 2, at.y() - em / 2, em, em);
    };
    return {beyond(label.letters.front(), label.letters[1]),
            beyond(label.letters.back(), label.letters[label.letters.size() - 2])};
}

}  // namespace

void LabelPlacing::takeMarkers(const DrawList& list) {
    const auto takeAt = [&](QPointF centre, double sizeMm) {
        reserve({centre.x() - sizeMm / 2, centre.y() - sizeMm / 2, sizeMm, sizeMm});
    };
    for (const DrawnLayer& drawn : list.layers)
        for (const DrawItem& item : drawn.items) {
            const auto& marker = drawn.symbols[static_cast<std::size_t>(item.symbol)].symbol.marker;
            if (!marker) continue;
            const double size = graded(*marker, item.markerShare).sizeMm;
            if (item.shape.dimension == 2) {
                const PaperShape seen = clipped(item.shape, list.frame.box());
                if (!seen.isEmpty()) takeAt(middleOf(seen), size);
            }
            if (item.shape.dimension == 0)
                for (const auto& part : item.shape.parts) takeAt(part.front().front(), size);
        }
}

void LabelPlacing::take(const PlacedLabel& label) {
    for (const QRectF& box : coveredBy(label))
        m_taken.add(box.adjusted(-clearanceMm, -clearanceMm, clearanceMm, clearanceMm));
    for (const QRectF& box : beyondEnds(label)) m_taken.add(box);
    m_named[label.text].push_back(label.centre);
}

bool LabelPlacing::liesWithin(const PlacedLabel& label) const {
    const auto boxes = coveredBy(label);
    return std::all_of(boxes.begin(), boxes.end(), [this](const QRectF& box) { return m_room.contains(box); });
}

bool LabelPlacing::isFree(const PlacedLabel& label) {
    for (const QRectF& box : coveredBy(label))
        if (!fits(box)) return false;
    return true;
}

/// Nothing if it is not free or too much ink lies below.
template <class Boxes>
std::optional<double> LabelPlacing::costOf(const LabelRequest& request, const Boxes& boxes, QPointF shift) {
    for (const QRectF& box : boxes)
        if (!fits(box.translated(shift))) return std::nullopt;
    double ink = 0;
    for (const QRectF& box : boxes) ink += m_ink.mean(box.translated(shift));
    ink /= static_cast<double>(boxes.size());
    if (request.priority < 50 && ink > mostInkBelow) return std::nullopt;
    return inkCost * ink;
}

bool LabelPlacing::standsNear(const LabelRequest& request, QPointF centre) const {
    if (request.apartMm <= 0) return false;
    const auto named = m_named.find(request.text);
    if (named == m_named.end()) return false;
    return std::any_of(named->begin(), named->end(),
                       [&](QPointF other) { return QLineF(other, centre).length() < request.apartMm; });
}

std::optional<LabelPlacing::Found> LabelPlacing::best(const LabelRequest& request, const LabelOffer& offer) {
    const LabelPlace* straight = nullptr;
    const BentPlace* bent = nullptr;
    double least = 1e9;
    std::vector<QRectF> boxes;
    for (const BentPlace& place : offer.bent) {
        if (place.cost >= least) continue;
        boxes.clear();
        for (const BentPlace::Spot& spot : place.spots) boxes.push_back(boxOfLetter(spot, request.style.sizeMm));
        const auto cost = boxes.empty() ? std::nullopt : costOf(request, boxes, {});
        if (!cost || place.cost + *cost >= least) continue;
        if (standsNear(request, middleOf(place))) continue;
        least = place.cost + *cost;
        bent = &place;
    }
    for (const LabelPlace& place : offer.places) {
        if (place.cost >= least) continue;
        const auto cost = costOf(request, offer.block.boxes, place.at);
        if (!cost || place.cost + *cost >= least || standsNear(request, place.at)) continue;
        const auto outside = outsideCost(offer, place);
        if (!outside || place.cost + *cost + *outside >= least) continue;
        least = place.cost + *cost + *outside;
        straight = &place;
    }
    if (straight != nullptr) return Found{labelAt(offer, *straight), least};
    if (bent != nullptr) return Found{labelAlong(offer, request, *bent), least};
    return std::nullopt;
}

std::optional<LabelPlacing::Found> LabelPlacing::bestNear(const LabelRequest& request, LabelOffer& offer) {
    offer = offerOf(request, m_ruler);
    auto found = best(request, offer);
    constexpr double standingCost = 0.6;
    const bool isBelt = request.placement == LabelPlacement::AlongLine && request.shape.dimension == 2;
    if (!isBelt || (found && found->cost <= standingCost) || !mayStandInside(request, m_ruler)) return found;
    // A stout belt has no course: its name stands in its middle, if need be.
    offer = offerInside(request, m_ruler);
    auto standing = best(request, offer);
    if (standing && (!found || standing->cost + standingCost < found->cost)) return standing;
    return found;
}

std::optional<PlacedLabel> LabelPlacing::bestFar(const LabelRequest& request, const LabelOffer& offer) {
    std::optional<PlacedLabel> best;
    double least = 1e9;
    for (const LabelPlace& place : offer.far) {
        if (place.cost >= least) break;
        const auto words = costOf(request, offer.block.boxes, place.at);
        if (!words || place.cost + *words >= least || standsNear(request, place.at)) continue;
        PlacedLabel label = labelWithLeader(offer, request, place);
        // The end of the leader lies at the feature's own marker.
        PlacedLabel tested = label;
        QLineF line(tested.leader[0], tested.leader[1]);
        if (offer.anchorMm > 0) line.setLength(std::max(0.0, line.length() - 0.8));
        tested.leader[1] = line.p2();
        if (!isFree(tested)) continue;
        least = place.cost + *words;
        best = std::move(label);
    }
    return best;
}

std::optional<PlacedLabel> LabelPlacing::place(LabelRequest request) {
    std::optional<PlacedLabel> label;
    if (request.pin) {
        label = pinnedLabel(request, m_ruler);
    } else if (mayHaveRoom(request, m_ruler)) {
        LabelOffer offer;
        auto found = bestNear(request, offer);
        if (!found && request.priority >= planPriority) {
            LabelRequest smaller = request;
            smaller.style.sizeMm *= 0.85;
            LabelOffer tighter;
            found = bestNear(smaller, tighter);
        }
        if (found) label = std::move(found->label);
        if (!label && request.callout != LabelCallout::None) {
            addFarPlaces(offer, request);
            label = bestFar(request, offer);
        }
    }
    if (label) take(*label);
    return label;
}

}  // namespace layers
