// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <utility>
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
    double angle = 0;                                ///< of straight ones about `centre`, degrees clockwise
    QPointF centre;                                  ///< of the words
    std::vector<QRectF> boxes;                       ///< what the words cover; no two labels' boxes meet
    std::vector<QPointF> leader;                     ///< from the words to what they mean; empty: they stand beside it
    bool boxed = false;                              ///< on a card of their own
    bool byHand = false;                             ///< placed by hand: may meet others
    int priority = 0;
    int dimension = 0;  ///< of the feature
    gis::LayerId layer{};
    gis::FeatureId feature{};
    std::uint64_t piece = 0;  ///< a feature that runs over much of the map bears its name in several pieces
};

/// The label moved, and stretched about the origin.
PlacedLabel moved(PlacedLabel label, double scale, QPointF by);
/// All that it covers, its leader included.
std::vector<QRectF> coveredBy(const PlacedLabel& label);

using FeatureKey = std::pair<gis::LayerId, gis::FeatureId>;
/// A LabelPin on the map.
struct PinOnPaper {
    QPointF centre;
    double angle = 0;
    bool hidden = false;
    double roomMm = 0;  ///< width of the feature
};
using PinsOnPaper = std::map<FeatureKey, PinOnPaper>;

/// What the solution of the whole map (LabelSolver) has for a page, in its millimetres.
struct SolvedAround {
    std::vector<PlacedLabel> labels;
    PinsOnPaper pins;
};

/// The labels of a map that stands alone, as a page does. With `around` that solution stays as it is; only names that
/// the edge or `reserved` (furniture) would cut, and those of features that reach over the edge and have no name on the
/// page, are placed anew. Without, all are placed here: greater priority first, then larger features; each takes the free
/// place with the least ink. None meets another, a marker or `reserved`, none leaves the map; those without a place are
/// left out. Deterministic. Stops early when canceled.
std::vector<PlacedLabel> placeLabels(const DrawList& list, const InkMap& ink, const std::vector<QRectF>& reserved,
                                     const gis::CancelToken& cancel = {}, const SolvedAround* around = nullptr);

/// False if a polygon in such a box has no room for its name, where that has a low priority and so stays inside or
/// follows the polygon's course; or if the feature is smaller than its style asks. A cheap look before the feature itself
/// is looked at, the same on screen and paper.
bool mayHoldLabel(const QRectF& box, const QString& text, const LabelStyle& label);

void paintLabels(QPainter& painter, const std::vector<PlacedLabel>& labels);

/// Where the marker of a polygon stands and the middle of its name: the centre of its largest inscribed circle.
QPointF middleOf(const PaperShape& polygon);

}  // namespace layers
