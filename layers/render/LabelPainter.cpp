// SPDX-License-Identifier: Apache-2.0
#include "layers/render/LabelPlacer.h"
#include "layers/render/SymbolPainter.h"

namespace layers {

namespace {

void paintLeader(QPainter& painter, const PlacedLabel& label) {
    constexpr double widthMm = 0.18, dotMm = 0.35;
    const TextStyle& style = label.style;
    const QLineF line(label.leader.front(), label.leader.back());
    painter.save();
    if (style.haloMm > 0 && style.haloColour.alpha > 0) {
        painter.setPen(QPen(toQColor(strokeColourOn(painter, style.haloColour)), widthMm + 0.6, Qt::SolidLine,
                            Qt::RoundCap, Qt::RoundJoin));
        painter.drawLine(line);
    }
    painter.setPen(QPen(toQColor(style.colour), widthMm, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawLine(line);
    if (label.dimension > 0) {  // a point has its marker
        painter.setBrush(toQColor(style.colour));
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(line.p2(), dotMm, dotMm);
    }
    painter.restore();
}

void paintCard(QPainter& painter, const PlacedLabel& label) {
    Colour ground = label.style.haloColour;
    ground.alpha = 255;
    painter.save();
    painter.setPen(QPen(toQColor(label.style.colour), 0.18));
    painter.setBrush(toQColor(ground));
    for (const QRectF& box : label.boxes) painter.drawRoundedRect(box, 0.5, 0.5);
    painter.restore();
}

void paintWords(QPainter& painter, const PlacedLabel& label) {
    if (!label.letters.empty()) return paintLetters(painter, label.text, label.letters, label.style);
    TextStyle style = label.style;
    if (label.boxed) style.haloMm = 0;
    const bool isTurned = label.angle != 0;
    if (isTurned) {
        painter.save();
        painter.translate(label.centre);
        painter.rotate(label.angle);
        painter.translate(-label.centre);
    }
    for (const auto& [line, baseline] : label.lines) paintText(painter, line, style, baseline);
    if (isTurned) painter.restore();
}

}  // namespace

PlacedLabel moved(PlacedLabel label, double scale, QPointF by) {
    const auto place = [&](QPointF& point) { point = point * scale + by; };
    for (PlacedLetter& letter : label.letters) place(letter.centre);
    for (auto& [text, baseline] : label.lines) place(baseline);
    for (QPointF& point : label.leader) place(point);
    for (QRectF& box : label.boxes) box = QRectF(box.topLeft() * scale + by, box.size() * scale);
    place(label.centre);
    return label;
}

std::vector<QRectF> coveredBy(const PlacedLabel& label) {
    std::vector<QRectF> boxes = label.boxes;
    if (label.leader.size() < 2) return boxes;
    // The line as a chain of small boxes, so that slanted ones take no more room than they need.
    constexpr double stepMm = 1, halfMm = 0.3;
    const QLineF line(label.leader.front(), label.leader.back());
    const int steps = std::max(1, static_cast<int>(line.length() / stepMm));
    for (int step = 0; step < steps; ++step) {
        const QRectF piece =
            QRectF(line.pointAt(static_cast<double>(step) / steps), line.pointAt(static_cast<double>(step + 1) / steps))
                .normalized();
        boxes.push_back(piece.adjusted(-halfMm, -halfMm, halfMm, halfMm));
    }
    return boxes;
}

void paintLabels(QPainter& painter, const std::vector<PlacedLabel>& labels) {
    for (const PlacedLabel& label : labels)
        if (label.leader.size() >= 2) paintLeader(painter, label);
    for (auto label = labels.rbegin(); label != labels.rend(); ++label) {  // the most important on top
        if (label->boxed) paintCard(painter, *label);
        paintWords(painter, *label);
    }
}

}  // namespace layers
