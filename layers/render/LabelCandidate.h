// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "layers/render/LabelPlacer.h"
#include "layers/render/TextRuler.h"

namespace layers {

/// A name that wants a place.
struct LabelRequest {
    QString text;
    TextStyle style;
    LabelPlacement placement = LabelPlacement::Around;
    LabelCallout callout = LabelCallout::None;
    int lineLetters = 0;  ///< 0: broken as the room asks
    double apartMm = 0;   ///< from the same name of another line, area or group of points
    int priority = 0;
    PaperShape shape;         ///< the part of the feature that bears the name
    LineSymbol line;          ///< that the name runs along
    double markerSizeMm = 0;  ///< of the marker in its middle; 0: none
    double weight = 0;        ///< larger features are named first
    gis::LayerId layer{};
    gis::FeatureId feature{};
    std::uint64_t piece = 0;
    std::optional<PinOnPaper> pin;
};

/// A place for straight words: where their middle stands, and how bad that is apart from the ink below (0 best).
struct LabelPlace {
    QPointF at;
    double cost = 0;
};
/// A place for words along a course.
struct BentPlace {
    struct Spot {
        QPointF centre;
        double angle = 0;
    };
    std::vector<Spot> spots;  ///< of the letters
    double cost = 0;
};

/// All places of a request, whether free or not.
struct LabelOffer {
    PlacedLabel block;               ///< the words in one or more lines about (0, 0)
    std::vector<LabelPlace> places;  ///< of the block beside or in the feature, best first
    PaperShape inside;               ///< the polygon that the block at `places` should lie in; may be empty
    int leastInside = 0;             ///< of the corners and the middle of each line
    std::vector<LabelPlace> far;     ///< of the block away from it, tied to `anchor` by a leader
    QPointF anchor;
    double anchorMm = 0;  ///< the leader ends so far from the anchor
    QStringList letters;
    std::vector<BentPlace> bent;
};

LabelOffer offerAround(const LabelRequest& request, TextRuler& ruler);
LabelOffer offerInside(const LabelRequest& request, TextRuler& ruler);
LabelOffer offerAlong(const LabelRequest& request, TextRuler& ruler);
/// By the request's own placement; a belt that has no course wants offerInside() too.
LabelOffer offerOf(const LabelRequest& request, TextRuler& ruler);
/// What it costs that the block at a place lies partly outside its polygon; nothing if too much of it does.
std::optional<double> outsideCost(const LabelOffer& offer, const LabelPlace& place);
/// False if a polygon of the base map surely has no room for its name, in it or along it too: a look at its box and the
/// length of its outline.
bool mayStandInside(const LabelRequest& request, TextRuler& ruler);
bool mayHaveRoom(const LabelRequest& request, TextRuler& ruler);
/// Adds places away from the feature.
void addFarPlaces(LabelOffer& offer, const LabelRequest& request);
/// The one place of a name that was placed by hand: along the feature's course where it was put near that and is level.
PlacedLabel pinnedLabel(const LabelRequest& request, TextRuler& ruler);

/// The block at a place.
PlacedLabel labelAt(const LabelOffer& offer, const LabelPlace& place);
PlacedLabel labelAlong(const LabelOffer& offer, const LabelRequest& request, const BentPlace& place);
/// The block at a place away from its feature, with the line to it.
PlacedLabel labelWithLeader(const LabelOffer& offer, const LabelRequest& request, const LabelPlace& place);
QRectF boxOfLetter(const BentPlace::Spot& spot, double em);

/// Words about (0, 0) in lines.
PlacedLabel straightLabel(const LabelRequest& request, const QStringList& lines, TextRuler& ruler);
/// A name in so many lines of nearly equal length: not within a word of letters, no mark at the start of a line that may
/// not stand there (Unicode line breaking). Fewer where it cannot be broken so often.
QStringList inLines(const QString& text, int lines);
/// Into how many lines a request may be broken.
int mostLinesOf(const LabelRequest& request);
/// The lines that a request wants in a room so wide.
QStringList linesFor(const LabelRequest& request, double roomMm, TextRuler& ruler);

/// The course in the middle of a long polygon (a belt), from one far end to the other; empty if it has none.
QPolygonF centreLine(const PaperShape& polygon);
/// The part with the largest outer ring.
PaperShape largestPart(const PaperShape& shape);
double ringArea(const QPolygonF& ring);
/// Even-odd, rings closed.
bool liesInside(const PaperShape& polygon, QPointF at);

/// A line by its length.
class Course {
public:
    explicit Course(QPolygonF line);
    double length() const { return m_starts.empty() ? 0 : m_starts.back(); }
    bool isEmpty() const { return m_line.size() < 2; }
    /// Beyond the ends the line goes straight on.
    QPointF at(double length) const;
    /// Mean direction over a stretch, from its ends, in degrees clockwise from east.
    double direction(double from, double to) const;

private:
    QPolygonF m_line;
    std::vector<double> m_starts;  ///< of each vertex
};

}  // namespace layers
