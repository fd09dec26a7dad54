// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>

#include "layers/render/LabelCandidate.h"
#include "layers/render/SymbolPainter.h"

namespace layers {

namespace {

int pointsInside(const PaperShape& polygon, const QRectF& box) {
    int inside = 0;
    for (const QPointF point : {box.center(), box.topLeft(), box.bottomRight(), box.topRight(), box.bottomLeft()})
        inside += liesInside(polygon, point) ? 1 : 0;
    return inside;
}

QRectF blockBox(const PlacedLabel& block) {
    QRectF box;
    for (const QRectF& line : block.boxes) box = box.united(line);
    return box;
}

bool mustBeRead(const LabelRequest& request) {
    return request.priority >= 50 || request.callout != LabelCallout::None || request.pin;
}

void sortByCost(std::vector<LabelPlace>& places) {
    std::stable_sort(places.begin(), places.end(),
                     [](const LabelPlace& a, const LabelPlace& b) { return a.cost < b.cost; });
}

}  // namespace

PlacedLabel straightLabel(const LabelRequest& request, const QStringList& lines, TextRuler& ruler) {
    PlacedLabel label;
    label.text = request.text;
    label.style = request.style;
    label.priority = request.priority;
    label.dimension = request.shape.dimension;
    label.layer = request.layer;
    label.feature = request.feature;
    label.piece = request.piece;
    const double em = request.style.sizeMm;
    const double leading = 1.15 * em;
    double top = -(em + leading * static_cast<double>(lines.size() - 1)) / 2;
    for (const QString& line : lines) {
        const double width = ruler.width(line, request.style);
        label.lines.emplace_back(line, QPointF(-width / 2, top + textAscent * em));
        label.boxes.emplace_back(-width / 2, top, width, em);
        top += leading;
    }
    return label;
}

LabelOffer offerAround(const LabelRequest& request, TextRuler& ruler) {
    LabelOffer offer;
    offer.block = straightLabel(request, linesFor(request, 1e9, ruler), ruler);
    if (request.shape.isEmpty()) return offer;
    offer.anchor = request.shape.dimension == 0 ? request.shape.parts.front().front().front() : middleOf(request.shape);
    offer.anchorMm = request.markerSizeMm / 2;
    const double em = request.style.sizeMm;
    const QRectF size = blockBox(offer.block);
    const double away = request.markerSizeMm / 2 + 0.25 * em;
    const double acrossX = away + size.width() / 2;
    const double acrossY = away + size.height() / 2;
    const LabelPlace offsets[] = {{{acrossX, -0.45 * em}, 0},
                                  {{acrossX, 0}, 0.02},
                                  {{-acrossX, -0.45 * em}, 0.05},
                                  {{acrossX, 0.45 * em}, 0.05},
                                  {{-acrossX, 0}, 0.07},
                                  {{0, -acrossY}, 0.08},
                                  {{-acrossX, 0.45 * em}, 0.1},
                                  {{0, acrossY}, 0.1},
                                  {{acrossX * 0.6, -acrossY}, 0.12},
                                  {{-acrossX * 0.6, -acrossY}, 0.14},
                                  {{acrossX * 0.6, acrossY}, 0.14},
                                  {{-acrossX * 0.6, acrossY}, 0.16},
                                  {{acrossX + em, -1.2 * em}, 0.25},
                                  {{-acrossX - em, -1.2 * em}, 0.27},
                                  {{acrossX + em, 1.2 * em}, 0.27},
                                  {{-acrossX - em, 1.2 * em}, 0.29}};
    offer.places.reserve(std::size(offsets));
    for (const LabelPlace& offset : offsets) offer.places.push_back({offer.anchor + offset.at, offset.cost});
    return offer;
}

LabelOffer offerInside(const LabelRequest& request, TextRuler& ruler) {
    if (request.shape.dimension == 0) return offerAround(request, ruler);
    if (request.shape.dimension == 1) return offerAlong(request, ruler);
    LabelOffer offer;
    offer.inside = largestPart(request.shape);
    const QStringList lines = linesFor(request, offer.inside.box().width() * 0.95, ruler);
    offer.block = straightLabel(request, lines, ruler);
    if (offer.inside.isEmpty()) return offer;
    const QPointF middle = middleOf(offer.inside);
    // What is looked at for each corner needs no more vertices than the eye does.
    if (PaperShape plain = simplified(offer.inside, 0.1); !plain.isEmpty()) offer.inside = std::move(plain);
    offer.anchor = middle;
    offer.anchorMm = request.markerSizeMm / 2;
    const double em = request.style.sizeMm;
    const double height = em * (1 + 1.15 * static_cast<double>(lines.size() - 1));
    const double below = request.markerSizeMm > 0 ? request.markerSizeMm / 2 + 0.3 * em + height / 2 : 0;
    const double side = ruler.width(lines.front(), request.style) / 4;
    // Names of the base map stay in their polygon or stay away; those of the plan must be read.
    offer.leastInside = request.priority < 50 ? 4 : request.callout != LabelCallout::None ? 3 : 0;
    for (const double dy : {0.0, 1.0, -1.0, 2.0, -2.0, 3.0, -3.0, 4.5, -4.5}) {
        if (request.markerSizeMm > 0 && dy < 0 && -dy * em < 2 * below) continue;  // that would cover the marker
        for (const double dx : {0.0, 1.0, -1.0, 2.0, -2.0})
            offer.places.push_back(
                {middle + QPointF(dx * side, below + dy * em), 0.05 * std::abs(dy) + 0.05 * std::abs(dx)});
    }
    sortByCost(offer.places);
    return offer;
}

std::optional<double> outsideCost(const LabelOffer& offer, const LabelPlace& place) {
    if (offer.inside.isEmpty()) return 0;
    int inside = 5;
    for (const QRectF& box : offer.block.boxes) {
        inside = std::min(inside, pointsInside(offer.inside, box.translated(place.at)));
        if (inside < offer.leastInside) return std::nullopt;
    }
    return 0.06 * (5 - inside);
}

bool mayStandInside(const LabelRequest& request, TextRuler& ruler) {
    if (mustBeRead(request) || request.shape.dimension != 2) return true;
    // Four of five points of each line lie inside, so the box of the polygon holds the boxes of the lines.
    const double em = request.style.sizeMm;
    const QRectF box = largestPart(request.shape).box();
    const double width = ruler.leastWidth(request.text, request.style);
    const int most = mostLinesOf(request);
    for (int lines = 1; lines <= most; ++lines)
        if (width / lines <= box.width() && em * (1 + 1.15 * (lines - 1)) <= box.height()) return true;
    return false;
}

bool mayHaveRoom(const LabelRequest& request, TextRuler& ruler) {
    if (request.placement == LabelPlacement::Around || mayStandInside(request, ruler)) return true;
    if (request.placement != LabelPlacement::AlongLine) return false;
    // The course is the mean of the two sides of the outline, and no longer than half of it but for its smoothing.
    const PaperShape part = largestPart(request.shape);
    return !part.isEmpty() && 0.55 * lengthOf(part.parts.front().front()) >=
                                  ruler.leastWidth(request.text, request.style) + request.style.sizeMm;
}

LabelOffer offerOf(const LabelRequest& request, TextRuler& ruler) {
    if (request.placement == LabelPlacement::Around) return offerAround(request, ruler);
    if (request.placement == LabelPlacement::Inside) return offerInside(request, ruler);
    return offerAlong(request, ruler);
}

void addFarPlaces(LabelOffer& offer, const LabelRequest& request) {
    if (request.callout == LabelCallout::None || request.shape.isEmpty()) return;
    const double em = request.style.sizeMm;
    const QRectF size = blockBox(offer.block);
    constexpr int directions = 16;
    double ring = 0;
    for (const double away : {1.6, 2.6, 3.8, 5.2, 7.0, 9.0, 11.5, 14.5}) {
        for (int step = 0; step < directions; ++step) {
            // The upper right first, as one reads; straight up and down last.
            const int turn = step % 2 == 0 ? step / 2 : directions - (step + 1) / 2;
            const double radians = (turn * 360.0 / directions - 30) * std::numbers::pi / 180;
            const QPointF way(std::cos(radians), std::sin(radians));
            const QPointF at = offer.anchor + way * (offer.anchorMm + away * em) +
                               QPointF(way.x() * size.width() / 2, way.y() * size.height() / 2);
            offer.far.push_back({at, ring + 0.01 * step + 0.1 * std::abs(way.y())});
        }
        ring += 0.12;
    }
    sortByCost(offer.far);
}

PlacedLabel labelAt(const LabelOffer& offer, const LabelPlace& place) { return moved(offer.block, 1, place.at); }

namespace {

/// Puts words on a card, where their style has one, and a line from them to what they mean.
void tie(PlacedLabel& label, const LabelRequest& request, QPointF anchor, double anchorMm) {
    label.boxed = request.callout == LabelCallout::Box && label.angle == 0;
    const double pad = 0.28 * request.style.sizeMm;
    if (label.boxed) {
        const QRectF card = blockBox(label).adjusted(-pad, -pad, pad, pad);
        label.boxes = {card};
    }
    const QRectF box = blockBox(label).adjusted(-0.2, -0.2, 0.2, 0.2);
    const QPointF middles[] = {{box.left(), box.center().y()},
                               {box.right(), box.center().y()},
                               {box.center().x(), box.top()},
                               {box.center().x(), box.bottom()}};
    QPointF from = middles[0];
    for (const QPointF middle : middles)
        if (QLineF(middle, anchor).length() < QLineF(from, anchor).length()) from = middle;
    QLineF line(from, anchor);
    line.setLength(std::max(0.0, line.length() - anchorMm));
    label.leader = {line.p1(), line.p2()};
}

/// The place of a shape that a name put by hand is tied to: the middle of an area, else the vertex next to it.
QPointF anchorOf(const PaperShape& shape, QPointF from) {
    if (shape.dimension == 2) return middleOf(largestPart(shape));
    QPointF best = from;
    double least = 1e300;
    for (const auto& part : shape.parts)
        for (const QPolygonF& sequence : part)
            for (const QPointF vertex : sequence)
                if (const double away = QLineF(vertex, from).length(); away < least) {
                    least = away;
                    best = vertex;
                }
    return best;
}

/// A name that was put away from its feature is tied to it, where its style ties names.
void tiePinned(PlacedLabel& label, const LabelRequest& request) {
    if (request.callout == LabelCallout::None || request.shape.isEmpty()) return;
    if (request.shape.dimension == 2 && liesInside(request.shape, label.centre)) return;
    const double em = request.style.sizeMm;
    const QPointF anchor = anchorOf(request.shape, label.centre);
    const double room = request.markerSizeMm / 2 + 1.2 * em;
    if (blockBox(label).adjusted(-room, -room, room, room).contains(anchor)) return;
    tie(label, request, anchor, request.shape.dimension == 1 ? 0 : request.markerSizeMm / 2);
}

}  // namespace

PlacedLabel labelWithLeader(const LabelOffer& offer, const LabelRequest& request, const LabelPlace& place) {
    PlacedLabel label = moved(offer.block, 1, place.at);
    tie(label, request, offer.anchor, offer.anchorMm);
    return label;
}

PlacedLabel pinnedLabel(const LabelRequest& request, TextRuler& ruler) {
    const PinOnPaper& pin = *request.pin;
    const double em = request.style.sizeMm;
    const bool isArea = request.shape.dimension == 2 && request.placement != LabelPlacement::Around;
    LabelOffer offer;
    if (request.placement == LabelPlacement::AlongLine && pin.angle == 0) offer = offerAlong(request, ruler);
    offer.block = straightLabel(request, linesFor(request, isArea ? 0.95 * pin.roomMm : 1e9, ruler), ruler);
    if (!offer.bent.empty()) {
        const BentPlace* nearest = nullptr;
        double least = 1.5 * em;
        for (const BentPlace& place : offer.bent) {
            const double away = QLineF(labelAlong(offer, request, place).centre, pin.centre).length();
            if (away > least) continue;
            least = away;
            nearest = &place;
        }
        if (nearest != nullptr) {
            PlacedLabel label = labelAlong(offer, request, *nearest);
            label.byHand = true;
            return label;
        }
    }
    PlacedLabel label = labelAt(offer, {pin.centre, 0});
    label.byHand = true;
    label.angle = pin.angle;
    if (pin.angle == 0) {
        tiePinned(label, request);
        return label;
    }
    // Boxes of turned words: squares along each line.
    std::vector<QRectF> squares;
    const double radians = pin.angle * std::numbers::pi / 180;
    for (const QRectF& box : label.boxes) {
        const int count = std::max(1, static_cast<int>(std::ceil(box.width() / em)));
        for (int index = 0; index < count; ++index) {
            const QPointF level =
                QPointF(box.left() + box.width() * (index + 0.5) / count, box.center().y()) - pin.centre;
            const QPointF turned(level.x() * std::cos(radians) - level.y() * std::sin(radians),
                                 level.x() * std::sin(radians) + level.y() * std::cos(radians));
            squares.push_back(boxOfLetter({pin.centre + turned, pin.angle}, em));
        }
    }
    label.boxes = std::move(squares);
    tiePinned(label, request);
    return label;
}

}  // namespace layers
