// SPDX-License-Identifier: Apache-2.0
#include "app/tools/MeasureTool.h"

#include <QCoreApplication>
#include <cmath>

#include "app/session/Quantities.h"
#include "app/theme/Theme.h"
#include "gis/analysis/EllipsoidMeasure.h"

namespace app {

namespace {

QString translate(const char* source) { return QCoreApplication::translate("MeasureTool", source); }

}  // namespace

QString MeasureTool::hint() const {
    return m_kind == Kind::Length
               ? translate(QT_TRANSLATE_NOOP("MeasureTool",
                                             "Click along a line; double click ends; Ctrl+C copies; Esc clears"))
               : translate(QT_TRANSLATE_NOOP("MeasureTool",
                                             "Click around an area; double click ends; Ctrl+C copies; Esc clears"));
}

gis::Coordinate MeasureTool::snapped(const MapPointer& pointer) {
    m_target = m_context.snap(pointer.pixel, std::nullopt);
    return m_target ? m_target->position : pointer.position;
}

void MeasureTool::press(const MapPointer& pointer) {
    if (pointer.button == Qt::RightButton) {
        m_tookRight = isBusy();
        return finish();
    }
    if (pointer.button != Qt::LeftButton) return;
    m_tookRight = false;
    if (m_finished) cancel();
    m_sketch.add(snapped(pointer));
    show();
}

void MeasureTool::move(const MapPointer& pointer) {
    const gis::Coordinate position = snapped(pointer);
    if (!m_finished) m_sketch.follow(position);
    show();
}

void MeasureTool::doubleClick(const MapPointer&) { finish(); }

void MeasureTool::finish() {
    if (!isBusy()) return;
    m_finished = true;
    m_sketch.follow(std::nullopt);
    m_target.reset();
    show();
}

bool MeasureTool::key(int key, Qt::KeyboardModifiers modifiers) {
    if (key == Qt::Key_C && modifiers == Qt::ControlModifier && wantsCopy()) {
        m_context.copyText(valueText());
        m_context.say(MessageLevel::Information,
                      translate(QT_TRANSLATE_NOOP("MeasureTool", "Copied: %1")).arg(valueText()));
        return true;
    }
    if (m_sketch.isEmpty()) return false;
    switch (key) {
        case Qt::Key_Escape:
            cancel();
            return true;
        case Qt::Key_Backspace:
            m_finished = false;
            m_sketch.removeLast();
            show();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_F2:
            finish();
            return true;
        default:
            return false;
    }
}

void MeasureTool::cancel() {
    m_sketch.clear();
    m_finished = false;
    m_target.reset();
    m_context.showReadout({}, {}, {});
    m_context.repaint();
}

std::optional<double> MeasureTool::value() const {
    const int dimension = m_kind == Kind::Length ? 1 : 2;
    const gis::Geometry shape = geometryOf(m_sketch.withFloating(), dimension);
    if (shape.isEmpty()) return std::nullopt;
    const auto measure = gis::EllipsoidMeasure::make(m_context.view().crs, true);
    if (!measure) return std::nullopt;
    const double value = dimension == 1 ? measure->lengthMetres(shape) : measure->areaSquareMetres(shape);
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

QString MeasureTool::valueText() const {
    const auto measured = value();
    if (!measured) return {};
    return m_kind == Kind::Length ? lengthText(*measured) : hectaresText(*measured);
}

void MeasureTool::show() {
    const auto measured = value();
    if (!measured)
        m_context.showReadout({}, {}, {});
    else if (m_kind == Kind::Length)
        m_context.showReadout(translate(QT_TRANSLATE_NOOP("MeasureTool", "Length (geodesic)")), lengthText(*measured),
                              {});
    else
        m_context.showReadout(translate(QT_TRANSLATE_NOOP("MeasureTool", "Area (ellipsoid)")), hectaresText(*measured),
                              muText(*measured));
    m_context.repaint();
}

void MeasureTool::paint(QPainter& painter, const MapView& view) const {
    const QColor colour = Theme::current().mapAccent;
    m_sketch.paint(painter, view, m_kind == Kind::Area, colour);
    if (m_target) paintSnapTarget(painter, view, *m_target, colour);
}

}  // namespace app
