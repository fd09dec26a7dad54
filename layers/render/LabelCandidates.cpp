// SPDX-License-Identifier: Apache-2.0
#include <QTextBoundaryFinder>
#include <cmath>
#include <cstdlib>
#include <numbers>

#include "layers/render/LabelCandidate.h"
#include "layers/render/SymbolPainter.h"

namespace layers {

namespace {

PlacedLabel blankLabel(const LabelRequest& request) {
    PlacedLabel label;
    label.text = request.text;
    label.style = request.style;
    label.priority = request.priority;
    label.layer = request.layer;
    label.feature = request.feature;
    return label;
}

/// One or two lines of text about a centre.
PlacedLabel straightLabel(const LabelRequest& request, const QStringList& lines, QPointF centre) {
    PlacedLabel label = blankLabel(request);
    const double em = request.style.sizeMm;
    const double leading = 1.15 * em;
    double top = centre.y() - (em + leading * static_cast<double>(lines.size() - 1)) / 2;
    for (const QString& line : lines) {
        const double width = textWidth(line, request.style);
        const double left = centre.x() - width / 2;
        label.lines.emplace_back(line, QPointF(left, top + textAscent * em));
        label.boxes.emplace_back(left, top, width, em);
        top += leading;
    }
    return label;
}

/// Where a line may end that is nearest to the middle: not within a word of letters, not before a mark that may not
/// begin a line (Unicode line breaking). 0 if nowhere.
qsizetype middleBreak(const QString& text) {
    const qsizetype half = (text.size() + 1) / 2;
    qsizetype best = 0;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
    for (qsizetype at = finder.toNextBoundary(); at > 0 && at < text.size(); at = finder.toNextBoundary())
        if (best == 0 || std::abs(at - half) <= std::abs(best - half)) best = at;
    return best;
}

/// In two lines of nearly equal length if that is what fits.
QStringList wrapped(const LabelRequest& request, double roomMm) {
    if (textWidth(request.text, request.style) <= roomMm || request.text.size() < 6) return {request.text};
    const qsizetype at = middleBreak(request.text);
    if (at == 0) return {request.text};
    return {request.text.left(at).trimmed(), request.text.mid(at).trimmed()};
}

int cornersInside(const QPainterPath& path, const QRectF& box) {
    int inside = 0;
    for (const QPointF corner : {box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight(), box.center()})
        inside += path.contains(corner) ? 1 : 0;
    return inside;
}

}  // namespace

std::vector<LabelCandidate> candidatesAround(const LabelRequest& request) {
    std::vector<LabelCandidate> candidates;
    if (request.shape.isEmpty()) return candidates;
    const QPointF point =
        request.shape.dimension == 0 ? request.shape.parts.front().front().front() : middleOf(request.shape);
    const double em = request.style.sizeMm;
    const double halfWidth = textWidth(request.text, request.style) / 2;
    const double away = request.markerSizeMm / 2 + 0.25 * em;
    const double acrossX = away + halfWidth;
    const double acrossY = away + em / 2;
    struct Offset {
        double x, y, cost;
    };
    const Offset offsets[] = {{acrossX, -0.45 * em, 0},
                              {acrossX, 0, 0.02},
                              {-acrossX, -0.45 * em, 0.05},
                              {acrossX, 0.45 * em, 0.05},
                              {-acrossX, 0, 0.07},
                              {0, -acrossY, 0.08},
                              {-acrossX, 0.45 * em, 0.1},
                              {0, acrossY, 0.1},
                              {acrossX * 0.6, -acrossY, 0.12},
                              {-acrossX * 0.6, -acrossY, 0.14},
                              {acrossX * 0.6, acrossY, 0.14},
                              {-acrossX * 0.6, acrossY, 0.16},
                              {acrossX + em, -1.2 * em, 0.25},
                              {-acrossX - em, -1.2 * em, 0.27},
                              {acrossX + em, 1.2 * em, 0.27},
                              {-acrossX - em, 1.2 * em, 0.29}};
    for (const Offset& offset : offsets)
        candidates.push_back(
            {straightLabel(request, {request.text}, point + QPointF(offset.x, offset.y)), offset.cost});
    return candidates;
}

std::vector<LabelCandidate> candidatesInside(const LabelRequest& request) {
    if (request.shape.dimension == 0) return candidatesAround(request);
    if (request.shape.dimension == 1) return candidatesAlong(request);
    std::vector<LabelCandidate> candidates;
    const PaperShape part = largestPart(request.shape);
    if (part.isEmpty()) return candidates;
    const QPainterPath path = fillPath(part);
    const QPointF middle = middleOf(part);
    const QStringList lines = wrapped(request, part.box().width() * 0.95);
    const double em = request.style.sizeMm;
    const double height = em * (1 + 1.15 * static_cast<double>(lines.size() - 1));
    const double below = request.markerSizeMm > 0 ? request.markerSizeMm / 2 + 0.3 * em + height / 2 : 0;
    const double side = textWidth(lines.front(), request.style) / 4;
    // Names of the base map stay in their polygon or stay away; those of the plan must be read.
    const int leastInside = request.priority < 50 ? 4 : 0;
    for (const double dy : {0.0, 1.0, -1.0, 2.0, -2.0, 3.0, -3.0, 4.5, -4.5}) {
        if (request.markerSizeMm > 0 && dy < 0 && -dy * em < 2 * below) continue;  // that would cover the marker
        for (const double dx : {0.0, 1.0, -1.0, 2.0, -2.0}) {
            const QPointF centre = middle + QPointF(dx * side, below + dy * em);
            PlacedLabel label = straightLabel(request, lines, centre);
            int inside = 5;
            for (const QRectF& box : label.boxes) inside = std::min(inside, cornersInside(path, box));
            if (inside < leastInside) continue;
            const double cost = 0.05 * std::abs(dy) + 0.05 * std::abs(dx) + 0.06 * (5 - inside);
            candidates.push_back({std::move(label), cost});
        }
    }
    return candidates;
}

}  // namespace layers
