// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>

#include "layers/render/LabelCandidate.h"
#include "layers/render/TakenBoxes.h"

namespace layers {

/// Gives one name after the other the best place that is free. A name that is placed keeps its place.
class LabelPlacing {
public:
    /// No name leaves `room`; ink counts as the map has it.
    LabelPlacing(const QRectF& room, const InkMap& ink) : m_room(room), m_ink(ink), m_taken(room) {}

    void reserve(const QRectF& box) { m_taken.add(box); }
    /// Markers of a list: no name stands on one.
    void takeMarkers(const DrawList& list);
    /// A label that stands where it does.
    void take(const PlacedLabel& label);
    bool liesWithin(const PlacedLabel& label) const;
    /// True if it lies in the room and meets nothing that is reserved or taken.
    bool isFree(const PlacedLabel& label);
    /// Places a name and takes its boxes; nothing where it has no place or its name stands near already.
    std::optional<PlacedLabel> place(LabelRequest request);
    /// True if a label of that name was placed anywhere.
    bool isNamed(const QString& text) const { return m_named.contains(text); }

private:
    struct Found {
        PlacedLabel label;
        double cost = 0;
    };
    /// The best free place beside, in or along the feature; `offer` is where it was looked for last.
    std::optional<Found> bestNear(const LabelRequest& request, LabelOffer& offer);
    std::optional<Found> best(const LabelRequest& request, const LabelOffer& offer);
    std::optional<PlacedLabel> bestFar(const LabelRequest& request, const LabelOffer& offer);
    bool standsNear(const LabelRequest& request, QPointF centre) const;
    bool fits(const QRectF& box) { return m_room.contains(box) && m_taken.isFree(box); }
    template <class Boxes>
    std::optional<double> costOf(const LabelRequest& request, const Boxes& boxes, QPointF shift);
    TextRuler m_ruler;
    QRectF m_room;
    const InkMap& m_ink;
    TakenBoxes m_taken;
    QHash<QString, std::vector<QPointF>> m_named;
};

}  // namespace layers
