// SPDX-License-Identifier: Apache-2.0
#include "app/tools/MeasureTool.h"

#include <QCoreApplication>
#include <cmath>

#include "app/session/Quantities.h"
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

bool MeasureTool::mayAdd() {
    if (m_finished) cancel();  // the next click begins anew
    return true;
}

void MeasureTool::move(const MapPointer& pointer) {
    if (!m_finished) SketchTool::move(pointer);
}

void MeasureTool::finish() {
    if (!isBusy()) return;
    m_finished = true;
    settle();
    changed();
    m_context.repaint();
}

bool MeasureTool::key(int key, Qt::KeyboardModifiers modifiers) {
    if (key == Qt::Key_C && modifiers == Qt::ControlModifier && wantsCopy()) {
        m_context.copyText(valueText());
        m_context.say(MessageLevel::Information,
                      translate(QT_TRANSLATE_NOOP("MeasureTool", "Copied: %1")).arg(valueText()));
        return true;
    }
    if (key == Qt::Key_Backspace) m_finished = false;
    return SketchTool::key(key, modifiers);
}

void MeasureTool::cancel() {
    clearSketch();
    m_finished = false;
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

void MeasureTool::changed() {
    const auto measured = value();
    if (!measured)
        m_context.showReadout({}, {}, {});
    else if (m_kind == Kind::Length)
        m_context.showReadout(translate(QT_TRANSLATE_NOOP("MeasureTool", "Length (geodesic)")), lengthText(*measured),
                              {});
    else
        m_context.showReadout(translate(QT_TRANSLATE_NOOP("MeasureTool", "Area (ellipsoid)")), hectaresText(*measured),
                              muText(*measured));
}

void MeasureTool::paint(QPainter& painter, const MapView& view) const {
    paintSketch(painter, view, m_kind == Kind::Area);
}

}  // namespace app
