// SPDX-License-Identifier: Apache-2.0
#include "layers/render/LabelPlacer.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <set>

#include "layers/render/LabelCandidate.h"
#include "layers/render/SymbolPainter.h"

namespace layers {

namespace {

constexpr double edgeMm = 1.2;        ///< between labels and the edge of the map
constexpr double mostInkBelow = 0.4;  ///< below names of the base map: none stands on the body of an axis
constexpr double clearanceMm = 0.5;   ///< between labels

/// Boxes that are taken, found by cells of a grid.
class TakenBoxes {
public:
    explicit TakenBoxes(const QRectF& map)
        : m_columns(static_cast<int>(map.width() / cellMm) + 1),
          m_rows(static_cast<int>(map.height() / cellMm) + 1),
          m_cells(static_cast<std::size_t>(m_columns * m_rows)) {}

    void add(const QRectF& box) {
        eachCell(box, [&](std::vector<QRectF>& cell) {
            cell.push_back(box);
            return true;
        });
    }
    bool isFree(const QRectF& box) {
        bool free = true;
        eachCell(box, [&](std::vector<QRectF>& cell) {
            for (const QRectF& taken : cell)
                if (taken.intersects(box)) return free = false;
            return true;
        });
        return free;
    }

private:
    template <class Use>
    void eachCell(const QRectF& box, Use use) {
        const auto held = [](double place, int count) {
            return std::clamp(static_cast<int>(place / cellMm), 0, count - 1);
        };
        for (int row = held(box.top(), m_rows); row <= held(box.bottom(), m_rows); ++row)
            for (int column = held(box.left(), m_columns); column <= held(box.right(), m_columns); ++column)
                if (!use(m_cells[static_cast<std::size_t>(row * m_columns + column)])) return;
    }
    static constexpr double cellMm = 12;
    int m_columns;
    int m_rows;
    std::vector<std::vector<QRectF>> m_cells;
};

/// What of an item carries the label, cut to the map.
PaperShape labelledShape(const DrawItem& item, const Symbol& symbol, const QRectF& map) {
    if (item.shape.dimension != 1 || !symbol.line || !symbol.line->smooth) return clipped(item.shape, map);
    PaperShape course;
    course.dimension = 1;
    for (const auto& part : item.shape.parts)
        for (const QPolygonF& line : part)
            for (QPolygonF& piece : clippedLine(courseOf(line, *symbol.line), map))
                course.parts.push_back({std::move(piece)});
    return course;
}

std::optional<LabelRequest> requestFor(const DrawnLayer& drawn, const DrawItem& item, const QRectF& map) {
    if (item.label.isEmpty()) return std::nullopt;
    const DrawnSymbol& symbol = drawn.symbols[static_cast<std::size_t>(item.symbol)];
    if (item.shape.dimension == 2 && !mayHoldLabel(item.shape.box(), item.label, symbol.label)) return std::nullopt;
    LabelRequest request;
    request.shape = labelledShape(item, symbol.symbol, map.adjusted(edgeMm, edgeMm, -edgeMm, -edgeMm));
    if (request.shape.isEmpty()) return std::nullopt;
    request.text = item.label;
    request.style = textStyleOf(symbol.label);
    request.placement = symbol.label.placement;
    request.priority = symbol.label.priority;
    if (symbol.symbol.line) request.line = *symbol.symbol.line;
    if (symbol.symbol.marker) request.markerSizeMm = symbol.symbol.marker->sizeMm;
    const PaperShape largest = largestPart(request.shape);
    const QPolygonF& first = largest.parts.front().front();
    request.weight = largest.dimension == 2 ? ringArea(first) : lengthOf(first);
    request.layer = drawn.layer->id;
    request.feature = item.feature;
    return request;
}

std::vector<LabelRequest> requestsOf(const DrawList& list) {
    std::vector<LabelRequest> requests;
    for (auto drawn = list.layers.rbegin(); drawn != list.layers.rend(); ++drawn)  // the top layer first
        for (const DrawItem& item : drawn->items)
            if (auto request = requestFor(*drawn, item, list.frame.box())) requests.push_back(std::move(*request));
    std::stable_sort(requests.begin(), requests.end(), [](const LabelRequest& a, const LabelRequest& b) {
        return a.priority != b.priority ? a.priority > b.priority : a.weight > b.weight;
    });
    return requests;
}

std::vector<LabelCandidate> candidatesOf(const LabelRequest& request) {
    switch (request.placement) {
        case LabelPlacement::Around:
            return candidatesAround(request);
        case LabelPlacement::Inside:
            return candidatesInside(request);
        case LabelPlacement::AlongLine:
            break;
    }
    auto candidates = candidatesAlong(request);
    if (request.shape.dimension == 2) {  // a stout belt has no course: its name stands in its middle, if need be
        auto inside = candidatesInside(request);
        for (LabelCandidate& candidate : inside) candidate.cost += 0.6;
        candidates.insert(candidates.end(), std::make_move_iterator(inside.begin()),
                          std::make_move_iterator(inside.end()));
    }
    return candidates;
}

class Placer {
public:
    Placer(const DrawList& list, const InkMap& ink, const std::vector<QRectF>& reserved)
        : m_room(list.frame.box().adjusted(edgeMm, edgeMm, -edgeMm, -edgeMm)), m_ink(ink), m_taken(list.frame.box()) {
        for (const QRectF& box : reserved) m_taken.add(box);
    }
    void takeMarker(QPointF centre, double sizeMm) {
        m_taken.add({centre.x() - sizeMm / 2, centre.y() - sizeMm / 2, sizeMm, sizeMm});
    }
    /// The best free candidate; takes its boxes.
    std::optional<PlacedLabel> place(const LabelRequest& request) {
        auto candidates = candidatesOf(request);
        LabelCandidate* best = nullptr;
        double least = 0;
        for (LabelCandidate& candidate : candidates) {
            double cost = candidate.cost;
            if ((best != nullptr && cost >= least) || !fits(candidate.label)) continue;
            const double ink = inkBelow(candidate.label);
            if (request.priority < 50 && ink > mostInkBelow) continue;
            cost += 1.5 * ink;
            if (best != nullptr && cost >= least) continue;
            best = &candidate;
            least = cost;
        }
        if (best == nullptr) return std::nullopt;
        for (const QRectF& box : best->label.boxes)
            m_taken.add(box.adjusted(-clearanceMm, -clearanceMm, clearanceMm, clearanceMm));
        return std::move(best->label);
    }

private:
    bool fits(const PlacedLabel& label) {
        for (const QRectF& box : label.boxes)
            if (!m_room.contains(box) || !m_taken.isFree(box)) return false;
        return true;
    }
    double inkBelow(const PlacedLabel& label) const {
        double sum = 0;
        for (const QRectF& box : label.boxes) sum += m_ink.mean(box);
        return sum / static_cast<double>(label.boxes.size());
    }
    QRectF m_room;
    const InkMap& m_ink;
    TakenBoxes m_taken;
};

void takeMarkers(Placer& placer, const DrawList& list) {
    for (const DrawnLayer& drawn : list.layers)
        for (const DrawItem& item : drawn.items) {
            const auto& marker = drawn.symbols[static_cast<std::size_t>(item.symbol)].symbol.marker;
            if (!marker) continue;
            if (item.shape.dimension == 2)
                placer.takeMarker(middleOf(clipped(item.shape, list.frame.box())), marker->sizeMm);
            if (item.shape.dimension == 0)
                for (const auto& part : item.shape.parts) placer.takeMarker(part.front().front(), marker->sizeMm);
        }
}

}  // namespace

std::vector<PlacedLabel> placeLabels(const DrawList& list, const InkMap& ink, const std::vector<QRectF>& reserved,
                                     const gis::CancelToken& cancel) {
    Placer placer(list, ink, reserved);
    takeMarkers(placer, list);
    std::vector<PlacedLabel> placed;
    std::set<QString> named;  // a river in many pieces is named once, and a district not beside its seat
    for (LabelRequest& request : requestsOf(list)) {
        if (cancel.isCanceled()) break;
        const bool once = request.shape.dimension > 0;
        if (once && named.contains(request.text)) continue;
        auto label = placer.place(request);
        if (!label && request.priority >= 60) {  // a name of the plan is set smaller before it is left out
            request.style.sizeMm *= 0.85;
            label = placer.place(request);
        }
        if (!label) continue;
        named.insert(request.text);
        placed.push_back(std::move(*label));
    }
    return placed;
}

bool mayHoldLabel(const QRectF& box, const QString& text, const LabelStyle& label) {
    if (label.priority >= 50 || label.placement == LabelPlacement::Around) return true;
    const double em = label.sizePt * millimetresPerPoint;
    double width = 0;  // at least
    for (const QChar letter : text) width += (letter.unicode() >= 0x2e80 && !letter.isLowSurrogate() ? 0.9 : 0.2) * em;
    const double whole = width;
    if (text.size() >= 6) width /= 2;  // set in two lines
    const double level = std::hypot(width, em);
    // Along a course: letters 0.92 em apart or more, each turned against the last by 24 degrees.
    constexpr double halfBend = 12 * std::numbers::pi / 180;
    const double steps = std::min(static_cast<double>(lettersOf(text).size()) - 1, 7.0);
    const double bent = 0.92 * std::min(em, whole) * std::sin(steps * halfBend) / std::sin(halfBend);
    return std::hypot(box.width(), box.height()) >= std::min(level, bent);
}

void paintLabels(QPainter& painter, const std::vector<PlacedLabel>& labels) {
    for (auto label = labels.rbegin(); label != labels.rend(); ++label) {  // the most important on top
        if (!label->letters.empty()) paintLetters(painter, label->text, label->letters, label->style);
        for (const auto& [line, baseline] : label->lines) paintText(painter, line, label->style, baseline);
    }
}

}  // namespace layers
