// SPDX-License-Identifier: Apache-2.0
#include "app/canvas/MapDecorations.h"

#include <QApplication>
#include <QCoreApplication>
#include <QPainterPath>
#include <cmath>

#include "app/session/Quantities.h"
#include "app/theme/Theme.h"

namespace app {

namespace {

constexpr double edge = 16;  ///< pixels between a decoration and the border of the map
/// Overlays lie on the map, which is light in every theme.
const QColor ink(40, 44, 52);
const QColor paper(255, 255, 255);

/// Text that stays readable on any map.
void paintHaloedText(QPainter& painter, const QFont& font, QPointF centre, const QString& text) {
    const QFontMetricsF metrics(font);
    QPainterPath path;
    path.addText(centre.x() - metrics.horizontalAdvance(text) / 2, centre.y() + metrics.capHeight() / 2, font, text);
    painter.strokePath(path, QPen(paper, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(path, ink);
}

/// Keeps what lies on the map from running into its labels.
void paintGround(QPainter& painter, const QRectF& box) {
    QColor ground = paper;
    ground.setAlphaF(0.75F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(box, 6, 6);
    painter.setBrush(Qt::NoBrush);
}

/// Falling lines as a texture whose lattice is the map's corner, so that the hatch of neighbours is one. Lines under a
/// clip path would cost ten times as much at each frame of a flash.
QBrush hatchOf(const QColor& colour, double devicePixelRatio) {
    constexpr double spacing = 7;
    const int side = std::max(4, static_cast<int>(std::lround(spacing * devicePixelRatio)));
    QImage tile(side, side, QImage::Format_ARGB32_Premultiplied);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, devicePixelRatio));
    for (const int shift : {-side, 0, side})
        painter.drawLine(QPointF(-side, 2 * side + shift), QPointF(2 * side, -side + shift));
    painter.end();
    QBrush brush(tile);
    brush.setTransform(QTransform::fromScale(1 / devicePixelRatio, 1 / devicePixelRatio));
    return brush;
}

QFont smallFont(double pixels = 12) {
    QFont font = QApplication::font();
    font.setPixelSize(static_cast<int>(pixels));
    return font;
}

}  // namespace

double scaleBarMetres(double metresPerPixel, double pixels) {
    const double wanted = metresPerPixel * pixels;
    if (!(wanted > 0) || !std::isfinite(wanted)) return 0;
    const double decade = std::pow(10, std::floor(std::log10(wanted)));
    for (const double step : {5.0, 2.0, 1.0})
        if (step * decade <= wanted) return step * decade;
    return decade;
}

void paintScaleBar(QPainter& painter, const MapView& view) {
    constexpr double longest = 160;
    const double metres = scaleBarMetres(view.metresPerPixel(), longest);
    if (metres <= 0) return;
    const double width = metres / view.metresPerPixel();
    const QPointF left(edge + 8, view.size.height() - edge - 8);
    paintGround(painter, QRectF(left.x() - 12, left.y() - 26, width + 54, 34));
    const QString unit = metres >= 1000 ? QStringLiteral(" km") : QStringLiteral(" m");
    const double whole = metres >= 1000 ? metres / 1000 : metres;
    QPainterPath bar;
    bar.moveTo(left + QPointF(0, -5));
    bar.lineTo(left);
    bar.lineTo(left + QPointF(width, 0));
    bar.lineTo(left + QPointF(width, -5));
    bar.moveTo(left + QPointF(width / 2, 0));
    bar.lineTo(left + QPointF(width / 2, -5));
    painter.strokePath(bar, QPen(paper, 4, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.strokePath(bar, QPen(ink, 1.5, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    const QFont font = smallFont();
    const auto number = [](double value) { return QString::number(value, 'g', 12); };
    paintHaloedText(painter, font, left + QPointF(0, -14), QStringLiteral("0"));
    paintHaloedText(painter, font, left + QPointF(width / 2, -14), number(whole / 2));
    paintHaloedText(painter, font, left + QPointF(width, -14), number(whole) + unit);
}

void paintNorthArrow(QPainter& painter, const MapView& view) {
    const QPointF top(view.size.width() - edge - 10, edge + 14);
    paintGround(painter, QRectF(top - QPointF(15, 20), QSizeF(30, 48)));
    QPainterPath left;
    left.addPolygon(QPolygonF({top, top + QPointF(-7, 22), top + QPointF(0, 17)}));
    left.closeSubpath();
    QPainterPath right;
    right.addPolygon(QPolygonF({top, top + QPointF(7, 22), top + QPointF(0, 17)}));
    right.closeSubpath();
    const QPen halo(paper, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    const QPen line(ink, 1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.strokePath(left, halo);
    painter.strokePath(right, halo);
    painter.fillPath(left, ink);
    painter.fillPath(right, paper);
    painter.strokePath(left, line);
    painter.strokePath(right, line);
    QFont font = smallFont();
    font.setBold(true);
    paintHaloedText(painter, font, top + QPointF(0, -8), QCoreApplication::translate("MapDecorations", "N"));
}

void paintSelection(QPainter& painter, const MapView& view, const MapShapes& shapes, const QColor& accent,
                    bool filled) {
    for (const gis::Geometry& shape : shapes) {
        const QPainterPath path = screenPath(shape, view);
        if (filled && shape.dimension() != 1) {
            QColor fill = accent;
            fill.setAlphaF(0.12F);
            painter.fillPath(path, fill);
        }
        painter.strokePath(path, QPen(paper, 4.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.strokePath(path, QPen(accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
}

void paintPreview(QPainter& painter, const MapView& view, const MapPreview& preview, const QColor& accent) {
    for (const gis::Geometry& shape : preview.shapes) {
        const QPainterPath path = screenPath(shape, view);
        const bool isLine = shape.dimension() == 1;
        if (!isLine) {
            QColor fill = accent;
            fill.setAlphaF(0.2F);
            painter.fillPath(path, fill);
        }
        painter.strokePath(path, QPen(paper, isLine ? 7 : 5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        QPen pen(accent, isLine ? 4 : 2.2, Qt::CustomDashLine, Qt::FlatCap, Qt::RoundJoin);
        pen.setDashPattern({4, 1.6});
        painter.strokePath(path, pen);
    }
    constexpr double radius = 9;
    painter.save();
    QFont font = painter.font();
    font.setPixelSize(11);
    font.setBold(true);
    painter.setFont(font);
    for (const MapPreview::Mark& mark : preview.marks) {
        const QPointF at = view.toScreen(mark.position);
        painter.setPen(QPen(paper, 2));
        painter.setBrush(accent);
        painter.drawEllipse(at, radius, radius);
        painter.setPen(paper);
        painter.drawText(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius), Qt::AlignCenter, mark.text);
    }
    painter.restore();
}

void paintHatched(QPainter& painter, const MapView& view, const MapShapes& shapes, const QColor& colour) {
    for (const gis::Geometry& shape : shapes) {
        if (shape.dimension() != 2) continue;
        const QPainterPath path = screenPath(shape, view);
        QColor ground = colour;
        ground.setAlphaF(0.18F);
        painter.fillPath(path, ground);
        painter.fillPath(path, hatchOf(colour, painter.device()->devicePixelRatio()));
        // The white edge keeps the outline apart from lines of a like colour.
        painter.strokePath(path, QPen(paper, 4, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        painter.strokePath(path, QPen(colour, 2, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    }
}

void paintStretches(QPainter& painter, const MapView& view, const MapShapes& shapes, const QColor& colour) {
    for (const gis::Geometry& shape : shapes) {
        if (shape.dimension() == 2) continue;
        const QPainterPath path = screenPath(shape, view);
        painter.strokePath(path, QPen(paper, 6.5, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        painter.strokePath(path, QPen(colour, 4, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    }
}

void paintFlash(QPainter& painter, const MapView& view, const MapShapes& shapes, double strength) {
    QColor colour = Theme::current().mapAccent;
    for (const gis::Geometry& shape : shapes) {
        const QPainterPath path = screenPath(shape, view);
        colour.setAlphaF(static_cast<float>(0.4 * strength));
        if (shape.dimension() != 1) painter.fillPath(path, colour);
        colour.setAlphaF(static_cast<float>(strength));
        painter.strokePath(path,
                           QPen(colour, shape.dimension() == 1 ? 7 : 3.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
}

void paintReadout(QPainter& painter, const MapView& view, const ReadoutCard& card, QPointF pointer) {
    const ThemeColours& colours = Theme::current();
    QFont titleFont = smallFont(12);
    titleFont.setBold(true);
    QFont valueFont = smallFont(16);
    valueFont.setBold(true);
    const QFont otherFont = smallFont(12);
    const QFontMetricsF title(titleFont), value(valueFont), other(otherFont);
    constexpr double padding = 10;
    constexpr double gap = 8;
    const double valueLine =
        value.horizontalAdvance(card.value) + (card.second.isEmpty() ? 0 : gap + other.horizontalAdvance(card.second));
    const double width =
        std::max({title.horizontalAdvance(card.title), valueLine, other.horizontalAdvance(card.footnote)}) +
        2 * padding;
    const double height =
        title.height() + value.height() + (card.footnote.isEmpty() ? 0 : other.height()) + 2 * padding - 2;
    // To the lower right of the pointer, or on the other side where there is no room.
    constexpr double away = 22;
    QPointF corner = pointer + QPointF(away, away);
    if (corner.x() + width > view.size.width() - 8) corner.setX(pointer.x() - away - width);
    if (corner.y() + height > view.size.height() - 8) corner.setY(pointer.y() - away - height);
    corner = {std::max(8.0, corner.x()), std::max(8.0, corner.y())};

    QColor ground = colours.card;
    ground.setAlphaF(0.95F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(corner, QSizeF(width, height)), 6, 6);
    QPointF baseline = corner + QPointF(padding, padding + title.ascent());
    painter.setPen(colours.onCard);
    painter.setFont(titleFont);
    painter.drawText(baseline, card.title);
    baseline.ry() += title.descent() + value.ascent();
    painter.setFont(valueFont);
    painter.setPen(card.conflict ? QColor(255, 138, 128) : colours.onCard);
    painter.drawText(baseline, card.value);
    painter.setFont(otherFont);
    painter.setPen(colours.onCard);
    painter.drawText(baseline + QPointF(value.horizontalAdvance(card.value) + gap, 0), card.second);
    baseline.ry() += value.descent() + other.ascent();
    painter.drawText(baseline, card.footnote);
}

}  // namespace app
