// SPDX-License-Identifier: Apache-2.0
#include "app/canvas/MapGrids.h"

#include <QApplication>
#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include "app/canvas/MapBackdrop.h"
#include "gis/crs/Cgcs2000Zone.h"

namespace app {

namespace {

using layers::GraticuleTick;
using layers::GridKind;
using Side = GraticuleTick::Side;

constexpr double wantedMm = 40;  ///< between two lines
const QColor degreesInk(38, 84, 140);
const QColor kilometresInk(120, 72, 24);
const QColor paper(255, 255, 255);

QFont numberFont() {
    QFont font = QApplication::font();
    font.setPixelSize(11);
    return font;
}

/// Numbers on the map keep off scale bar and north arrow.
std::vector<QRectF> takenCorners(const QSizeF& size) {
    return {QRectF(0, size.height() - 62, 270, 62), QRectF(size.width() - 52, 0, 52, 70)};
}

void paintNumber(QPainter& painter, const QString& text, const QRectF& box, const QColor& ink) {
    QPainterPath path;
    const QFontMetricsF metrics(painter.font());
    path.addText(box.left(), box.top() + metrics.ascent(), painter.font(), text);
    painter.strokePath(path, QPen(paper, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(path, ink);
}

/// Degrees stand at the top and the left, kilometres at the bottom and the right, so that neither hides the other.
void paintNumbers(QPainter& painter, const layers::GridOnMap& grid, GridKind kind, const QSizeF& size) {
    painter.setFont(numberFont());
    const QFontMetricsF metrics(painter.font());
    const bool degrees = kind == GridKind::Degrees;
    constexpr double gap = 4;
    std::vector<QRectF> taken = takenCorners(size);
    for (const GraticuleTick& tick : grid.ticks) {
        const bool across = tick.side == Side::Top || tick.side == Side::Bottom;
        if (tick.side != (degrees ? (across ? Side::Top : Side::Left) : (across ? Side::Bottom : Side::Right)))
            continue;
        const QString text = degrees ? layers::degreesText(tick.value) : layers::kilometresText(tick.value);
        const QSizeF room(metrics.horizontalAdvance(text), metrics.height());
        const double at = tick.atMm * logicalPixelsPerMm;
        QRectF box(QPointF(), room);
        if (across)
            box.moveTopLeft({at + gap, degrees ? gap : size.height() - room.height() - gap});
        else
            box.moveTopLeft({degrees ? gap : size.width() - room.width() - gap, at - room.height() - 1});
        const bool fits = QRectF(QPointF(), size).contains(box);
        if (!fits ||
            std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(box); }))
            continue;
        taken.push_back(box);
        paintNumber(painter, text, box, degrees ? degreesInk : kilometresInk);
    }
}

void paintLines(QPainter& painter, const layers::GridOnMap& grid, const QColor& ink) {
    QPainterPath path;
    for (const QPolygonF& line : grid.lines)
        for (int i = 0; i < line.size(); ++i)
            i == 0 ? path.moveTo(line[i] * logicalPixelsPerMm) : path.lineTo(line[i] * logicalPixelsPerMm);
    QColor under = paper;
    under.setAlphaF(0.45F);
    QColor over = ink;
    over.setAlphaF(0.6F);
    painter.strokePath(path, QPen(under, 2.4, Qt::SolidLine, Qt::FlatCap));
    painter.strokePath(path, QPen(over, 0.9, Qt::SolidLine, Qt::FlatCap));
}

QString stepText(const layers::GridOnMap& grid, GridKind kind) {
    if (kind == GridKind::Degrees) return layers::degreesText(grid.step);
    return grid.step >= 1000 ? QStringLiteral("%1 km").arg(grid.step / 1000) : QStringLiteral("%1 m").arg(grid.step);
}

/// What the numbers are, above the lower edge beside the scale bar.
void paintCaption(QPainter& painter, const QStringList& lines, const QSizeF& size) {
    painter.setFont(numberFont());
    const QFontMetricsF metrics(painter.font());
    double width = 0;
    for (const QString& line : lines) width = std::max(width, metrics.horizontalAdvance(line));
    constexpr double edge = 14;
    constexpr double padding = 6;
    const double height = metrics.height() * static_cast<double>(lines.size());
    const QRectF box(size.width() - width - 2 * padding - 46, size.height() - height - 2 * padding - edge - 8,
                     width + 2 * padding, height + 2 * padding);
    QColor ground = paper;
    ground.setAlphaF(0.8F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(box, 6, 6);
    painter.setPen(QColor(40, 44, 52));
    for (int line = 0; line < lines.size(); ++line)
        painter.drawText(
            QPointF(box.left() + padding, box.top() + padding + metrics.ascent() + metrics.height() * line),
            lines[line]);
    painter.setBrush(Qt::NoBrush);
}

}  // namespace

void MapGrids::setShown(GridKind kind, bool shown) {
    (kind == GridKind::Degrees ? m_degrees : m_kilometres).isShown = shown;
}

void MapGrids::follow(Grid& grid, GridKind kind, const MapView& view) {
    const auto gridCrs =
        kind == GridKind::Degrees ? layers::degreesFor(view.crs) : layers::kilometresFor(view.crs, view.extent());
    const bool isKnown = grid.maker && grid.mapCrs == view.crs && grid.maker->gridCrs() == gridCrs;
    if (isKnown && grid.view == view) return;
    if (!isKnown) {
        grid.maker.reset();
        grid.mapCrs = view.crs;
        grid.lines = {};
        if (gridCrs.isKnown())
            if (auto made = layers::GridMaker::make(kind, view.crs, gridCrs)) grid.maker.emplace(std::move(*made));
    }
    grid.view = view;
    const layers::MapSettings settings = screenSettings(view, 1);
    if (grid.maker) grid.lines = grid.maker->gridOf({settings.shownExtent(), settings.millimetresPerUnit()}, wantedMm);
}

void MapGrids::paint(QPainter& painter, const MapView& view) {
    QStringList captions;
    painter.save();
    for (const GridKind kind : {GridKind::Kilometres, GridKind::Degrees}) {
        Grid& grid = kind == GridKind::Degrees ? m_degrees : m_kilometres;
        if (!grid.isShown) continue;
        follow(grid, kind, view);
        if (!grid.maker || grid.lines.step <= 0) continue;
        paintLines(painter, grid.lines, kind == GridKind::Degrees ? degreesInk : kilometresInk);
        captions << (kind == GridKind::Degrees
                         ? QCoreApplication::translate("MapGrids", "Graticule %1").arg(stepText(grid.lines, kind))
                         : QCoreApplication::translate("MapGrids", "Kilometre grid %1 · %2")
                               .arg(stepText(grid.lines, kind), zoneText(grid.maker->gridCrs())));
    }
    for (const GridKind kind : {GridKind::Kilometres, GridKind::Degrees})
        if (isShown(kind) && of(kind).maker) paintNumbers(painter, of(kind).lines, kind, view.size);
    if (!captions.isEmpty()) paintCaption(painter, captions, view.size);
    painter.restore();
}

QString zoneText(const gis::CoordinateReferenceSystem& crs) {
    const auto zone = gis::cgcs2000ZoneOf(crs);
    if (!zone) return QString::fromStdString(crs.name());
    return QCoreApplication::translate("MapGrids", "CGCS2000 · %1° zone %2 · %3°E")
        .arg(zone->width == gis::ZoneWidth::ThreeDegrees ? 3 : 6)
        .arg(zone->number)
        .arg(zone->centralMeridian);
}

}  // namespace app
