// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "layers/render/DrawList.h"
#include "layers/render/InkMap.h"
#include "layers/render/TextPainter.h"

namespace layers {

/// A label on its place: millimetres of the map.
struct PlacedLabel {
    QString text;
    TextStyle style;
    std::vector<PlacedLetter> letters;               ///< of bent or slanted words
    std::vector<std::pair<QString, QPointF>> lines;  ///< of straight ones: text and left end of the baseline
    std::vector<QRectF> boxes;                       ///< what it covers; no two labels' boxes meet
    int priority = 0;
    gis::LayerId layer{};
    gis::FeatureId feature{};
};

/// One solution of all labels of a map, for screen and paper: greater priority first, then larger features; each takes
/// the free place with the least ink. None meets another, a marker or `reserved` (furniture), none leaves the map;
/// those without a place are left out. Deterministic. Stops early when canceled.
std::vector<PlacedLabel> placeLabels(const DrawList& list, const InkMap& ink, const std::vector<QRectF>& reserved,
                                     const gis::CancelToken& cancel = {});

/// False if a polygon in such a box has no room for its name, where that has a low priority and so stays inside or
/// follows the polygon's course. A cheap look before the polygon itself is looked at, the same on screen and paper.
bool mayHoldLabel(const QRectF& box, const QString& text, const LabelStyle& label);

void paintLabels(QPainter& painter, const std::vector<PlacedLabel>& labels);

/// Where the marker of a polygon stands and the middle of its name: the centre of its largest inscribed circle.
QPointF middleOf(const PaperShape& polygon);

}  // namespace layers
