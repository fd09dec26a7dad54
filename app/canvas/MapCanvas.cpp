// SPDX-License-Identifier: Apache-2.0
#include "app/canvas/MapCanvas.h"

#include <QPainter>
#include <QSettings>
#include <algorithm>
#include <cmath>

#include "app/canvas/MapDecorations.h"
#include "app/theme/Theme.h"

namespace app {

namespace {

constexpr int flashSteps = 24;
constexpr int flashStepMs = 50;

}  // namespace

MapCanvas::MapCanvas(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("map"));
    setAccessibleName(tr("Map"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(200, 150);
    m_view.crs = gis::CoordinateReferenceSystem::cgcs2000();
    m_flashTimer.setInterval(flashStepMs);
    connect(&m_flashTimer, &QTimer::timeout, this, [this] {
        if (++m_flashPhase >= flashSteps) {
            m_flashTimer.stop();
            m_flashing.clear();
        }
        update();
    });
    bool isSet = false;
    const qint64 megabytes = QSettings().value(QStringLiteral("map/pictureMegabytes")).toLongLong(&isSet);
    if (isSet) m_picture.setPictureBudget(std::clamp<qint64>(megabytes, 0, 4096) << 20);
    connect(&m_picture, &MapPicture::ready, this, [this](double milliseconds) {
        update();
        Q_EMIT drawingFinished(milliseconds);
    });
    connect(&m_picture, &MapPicture::backdropReady, this, [this] { update(); });
    connect(&m_picture, &MapPicture::partReady, this, [this] { update(); });
    connect(&m_picture, &MapPicture::failed, this, &MapCanvas::drawingFailed);
    connect(&m_picture, &MapPicture::warned, this, &MapCanvas::drawingWarned);
}

MapCanvas::~MapCanvas() = default;

void MapCanvas::setSnapshot(layers::SnapshotPtr snapshot) {
    m_snapshot = std::move(snapshot);
    m_picture.want(m_snapshot, m_view, devicePixelRatioF());
    update();
}

void MapCanvas::setUnread(layers::PlanPreview preview) {
    m_picture.setPreviews(std::move(preview.forms));
    setSnapshot(std::move(preview.plan));
}

void MapCanvas::setView(MapView view) {
    view.size = size();
    applyView(view);
}

void MapCanvas::applyView(const MapView& view) {
    m_fit.reset();
    if (view == m_view) return;
    m_view = view;
    m_picture.want(m_snapshot, m_view, devicePixelRatioF());
    update();
    Q_EMIT viewChanged(m_view);
    if (m_cursor) {
        m_cursor = m_view.toMap(m_cursorPixel);
        Q_EMIT cursorMoved(*m_cursor);
    }
}

void MapCanvas::setMapCrs(const gis::CoordinateReferenceSystem& crs) {
    MapView view = m_view;
    view.crs = crs;
    applyView(view);
}

void MapCanvas::zoomTo(const gis::Extent& extent, double margin) {
    if (extent.isEmpty()) return;
    applyView(m_view.showing(extent, margin));
    m_fit = Fit{extent, margin};
}

void MapCanvas::zoomBy(double factor) {
    applyView(m_view.zoomedAbout({m_view.size.width() / 2, m_view.size.height() / 2}, factor));
}

void MapCanvas::panBy(QPointF pixels) { applyView(m_view.panned(pixels)); }

void MapCanvas::redraw() {
    m_picture.forget();
    m_picture.want(m_snapshot, m_view, devicePixelRatioF());
}

void MapCanvas::setScaleDenominator(double denominator) { applyView(m_view.withScale(denominator)); }

void MapCanvas::setTool(MapTool* tool) {
    if (tool == m_tool) return;
    if (m_tool != nullptr) m_tool->deactivate();
    m_tool = tool;
    if (m_tool != nullptr) m_tool->activate();
    updateCursorShape();
    update();
}

void MapCanvas::setSelection(MapShapes shapes) {
    m_selection = std::move(shapes);
    update();
}

void MapCanvas::setConflicts(MapShapes overlaps, MapShapes quiet) {
    m_conflicts = std::move(overlaps);
    m_informed = std::move(quiet);
    update();
}

void MapCanvas::setPreview(MapPreview preview) {
    if (preview.isEmpty() && m_preview.isEmpty()) return;
    m_preview = std::move(preview);
    update();
}

void MapCanvas::setReadout(const ReadoutCard& card) {
    if (card == m_readout) return;
    m_readout = card;
    update();
}

void MapCanvas::flash(MapShapes shapes) {
    m_flashing = std::move(shapes);
    m_flashPhase = 0;
    m_flashTimer.start();
    update();
}

void MapCanvas::setDecorationsShown(bool shown) {
    m_decorations = shown;
    update();
}

void MapCanvas::setGridShown(layers::GridKind kind, bool shown) {
    m_grids.setShown(kind, shown);
    update();
}

void MapCanvas::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    // The map's paper is light in every theme: colours of the plan must look as they will on paper.
    painter.fillRect(rect(), m_snapshot ? QColor(250, 249, 245) : Theme::current().window);
    if (!m_snapshot) return;
    if (m_picture.devicePixelRatio() != devicePixelRatioF()) redraw();  // the window went to another screen
    m_picture.paint(painter, m_view);
    painter.setRenderHint(QPainter::Antialiasing);
    m_grids.paint(painter, m_view);
    paintOverlays(painter);
}

void MapCanvas::paintOverlays(QPainter& painter) const {
    const QColor accent = Theme::current().mapAccent;
    paintSelection(painter, m_view, m_selection, accent);
    paintPreview(painter, m_view, m_preview, accent);
    const ThemeColours& colours = Theme::current();
    paintHatched(painter, m_view, m_informed, colours.mapInform);
    paintHatched(painter, m_view, m_conflicts, colours.mapConflict);
    if (m_flashTimer.isActive()) {
        const double wave = 0.5 + 0.5 * std::cos(m_flashPhase * 2 * M_PI * 3 / flashSteps);
        paintFlash(painter, m_view, m_flashing, wave);
    }
    if (m_tool != nullptr) m_tool->paint(painter, m_view);
    // The tool draws a dragged line anew: its stretches inside lie above that.
    paintStretches(painter, m_view, m_informed, colours.mapInform);
    paintStretches(painter, m_view, m_conflicts, colours.mapConflict);
    if (m_gesture == Gesture::ZoomBox) {
        QColor fill = accent;
        fill.setAlphaF(0.1F);
        painter.setPen(QPen(accent, 1, Qt::DashLine));
        painter.setBrush(fill);
        painter.drawRect(QRectF(m_gestureStart, m_gestureAt).normalized());
    }
    painter.setBrush(Qt::NoBrush);
    if (m_decorations) {
        paintScaleBar(painter, m_view);
        paintNorthArrow(painter, m_view);
    }
    if (!m_readout.isEmpty() && m_cursor) paintReadout(painter, m_view, m_readout, m_cursorPixel);
}

void MapCanvas::resizeEvent(QResizeEvent*) {
    const std::optional<Fit> fit = m_fit;
    const MapView view = m_view.resized(size());
    applyView(fit ? view.showing(fit->extent, fit->margin) : view);
    m_fit = fit;
}

}  // namespace app
