// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "layers/render/LabelPlacer.h"

namespace layers {

/// A name that wants a place.
struct LabelRequest {
    QString text;
    TextStyle style;
    LabelPlacement placement = LabelPlacement::Around;
    int priority = 0;
    PaperShape shape;         ///< cut to the map
    LineSymbol line;          ///< that the name runs along
    double markerSizeMm = 0;  ///< of the marker in its middle; 0: none
    double weight = 0;        ///< larger features are named first
    gis::LayerId layer{};
    gis::FeatureId feature{};
};

/// A place for a label, and how bad it is apart from the ink below (0 best).
struct LabelCandidate {
    PlacedLabel label;
    double cost = 0;
};

// All candidates of one request, whether free or not.
std::vector<LabelCandidate> candidatesAround(const LabelRequest& request);
std::vector<LabelCandidate> candidatesInside(const LabelRequest& request);
std::vector<LabelCandidate> candidatesAlong(const LabelRequest& request);

/// The course in the middle of a long polygon (a belt), from one far end to the other; empty if it has none.
QPolygonF centreLine(const PaperShape& polygon);
/// The part with the largest outer ring.
PaperShape largestPart(const PaperShape& shape);
double ringArea(const QPolygonF& ring);
/// Position and direction (degrees, clockwise from east) at a length along a line.
struct LinePosition {
    QPointF at;
    double angle = 0;
};
LinePosition positionAlong(const QPolygonF& line, double length);

}  // namespace layers
