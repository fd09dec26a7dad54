// SPDX-License-Identifier: Apache-2.0
#include "app/tools/Sketch.h"

#include <QApplication>
#include <QCoreApplication>
#include <QPainterPath>

#include "app/canvas/MapDecorations.h"
#include "app/theme/Theme.h"

namespace app {

void Sketch::add(gis::Coordinate position) {
    if (m_vertices.empty() || !(m_vertices.back() == position)) m_vertices.push_back(position);
}

void Sketch::removeLast() {
    if (!m_vertices.empty()) m_vertices.pop_back();
}

void Sketch::clear() {
    m_vertices.clear();
    m_floating.reset();
}

std::vector<gis::Coordinate> Sketch::withFloating() const {
    std::vector<gis::Coordinate> all = m_vertices;
    if (m_floating && !all.empty() && !(all.back() == *m_floating)) all.push_back(*m_floating);
    return all;
}

void Sketch::paint(QPainter& painter, const MapView& view, bool closed, const QColor& colour) const {
    const std::vector<gis::Coordinate> all = withFloating();
    if (all.empty()) return;
    QPolygonF line;
    for (const gis::Coordinate position : all) line << view.toScreen(position);
    if (closed && line.size() > 2) {
        QColor fill = colour;
        fill.setAlphaF(0.15F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawPolygon(line);
        painter.setPen(QPen(colour, 1, Qt::DashLine));
        painter.drawLine(line.last(), line.first());
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::white, 4.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    painter.setPen(QPen(colour, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    painter.setBrush(Qt::white);
    painter.setPen(QPen(colour, 1.5));
    for (const gis::Coordinate position : m_vertices) painter.drawEllipse(view.toScreen(position), 3.5, 3.5);
}

gis::Geometry geometryOf(const std::vector<gis::Coordinate>& vertices, int dimension) {
    if (dimension == 0) return vertices.empty() ? gis::Geometry() : gis::Geometry::point(vertices.front());
    if (dimension == 1) return vertices.size() < 2 ? gis::Geometry() : gis::Geometry::lineString(vertices);
    return vertices.size() < 3 ? gis::Geometry() : gis::Geometry::polygon({vertices});
}

void paintCrossing(QPainter& painter, const MapView& view, gis::Coordinate place) {
    constexpr double radius = 9;
    const QPointF centre = view.toScreen(place);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::white, 5));
    painter.drawEllipse(centre, radius, radius);
    painter.setPen(QPen(Theme::current().mapConflict, 2.5));
    painter.drawEllipse(centre, radius, radius);
}

QString crossingText() { return QCoreApplication::translate("Sketch", "The outline crosses itself"); }

QString crossedText() {
    return QCoreApplication::translate(
        "Sketch", "The outline crosses itself. The check works on a repaired copy; better move a vertex, or undo.");
}

void paintSnapTarget(QPainter& painter, const MapView& view, const SnapTarget& target, const QColor& colour) {
    const QPointF centre = view.toScreen(target.position);
    constexpr double half = 6;
    QPainterPath mark;
    if (target.kind == SnapTarget::Kind::Vertex) {
        mark.addRect(QRectF(centre - QPointF(half, half), QSizeF(2 * half, 2 * half)));
    } else {
        mark.moveTo(centre + QPointF(-half, -half));
        mark.lineTo(centre + QPointF(half, half));
        mark.moveTo(centre + QPointF(-half, half));
        mark.lineTo(centre + QPointF(half, -half));
    }
    painter.strokePath(mark, QPen(Qt::white, 4));
    painter.strokePath(mark, QPen(colour, 2));
    QFont font = QApplication::font();
    font.setPixelSize(12);
    QPainterPath name;
    name.addText(centre + QPointF(half + 6, -half), font, target.layerName);
    painter.strokePath(name, QPen(Qt::white, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(name, colour);
}

}  // namespace app
