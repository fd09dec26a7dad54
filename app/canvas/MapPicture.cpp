// SPDX-License-Identifier: Apache-2.0
#include "app/canvas/MapPicture.h"

#include <QElapsedTimer>
#include <QPainter>
#include <algorithm>

#include "app/session/MapTransforms.h"
#include "layers/render/MapRenderer.h"

namespace app {

MapPicture::MapPicture(QObject* parent) : QObject(parent), m_job(&m_pool), m_backdrop(&m_pool) {
    m_pool.setMaxThreadCount(2);  // a canceled drawing may take a moment to notice
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &MapPicture::start);
    constexpr int restMs = 200;
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this,
            [this] { m_backdrop.want(m_snapshot, m_forms, m_view, m_devicePixelRatio); });
    connect(&m_backdrop, &MapBackdrop::ready, this, &MapPicture::backdropReady);
}

MapPicture::~MapPicture() {
    m_job.cancel();
    m_backdrop.clear();
    m_forms->cancel();
    m_pool.waitForDone();
}

void MapPicture::want(const layers::SnapshotPtr& snapshot, const MapView& view, double devicePixelRatio) {
    constexpr qint64 patienceMs = 250;
    constexpr qint64 gestureMs = 300;
    const bool otherPlan = snapshot != m_snapshot;
    m_inGesture = m_lastWant.isValid() && m_lastWant.elapsed() < gestureMs;
    m_lastWant.start();
    m_rest.stop();
    m_snapshot = snapshot;
    m_view = view;
    m_devicePixelRatio = devicePixelRatio;
    m_hasDraft = false;
    if (!snapshot || view.size.width() < 2 || view.size.height() < 2) return clear();
    if (m_job.isRunning() && !otherPlan && m_clock.elapsed() < patienceMs)
        m_stale = true;  // let it finish: it shows part of what is wanted
    else if (!m_timer.isActive())
        m_timer.start(otherPlan ? 0 : 8);  // several changes of one event round are one drawing
}

void MapPicture::start() {
    if (!m_snapshot) return;
    m_stale = false;
    m_clock.start();
    // Nine times the pixels take nine times as long: on a fine screen a coarse picture comes first.
    constexpr double coarse = 1;
    const bool isDraft = m_devicePixelRatio > coarse * 1.25 && !m_hasDraft;
    m_hasDraft = isDraft;
    m_job.start(
        this,
        [snapshot = m_snapshot, view = m_view, forms = m_forms, leaveOne = m_inGesture,
         ratio = isDraft ? coarse : m_devicePixelRatio](const gis::JobControl& given) -> gis::Result<Drawing> {
            gis::JobControl control = given;  // a core is left for the hand that moves the map
            if (leaveOne) control.threads = std::max(1U, control.threadCount() - 1);
            QElapsedTimer clock;
            clock.start();
            forms->keepOnly(*snapshot);
            TUCE_TRY(image, layers::renderMap(*snapshot, screenSettings(view, ratio), control, forms.get()));
            image.setDevicePixelRatio(ratio);
            return Drawing{image, view, static_cast<double>(clock.nsecsElapsed()) / 1e6};
        },
        [this, isDraft](gis::Result<Drawing> drawing) {
            const bool isDrawn = drawing.has_value();
            if (isDrawn) {
                m_image = std::move(drawing->image);
                m_imageView = drawing->view;
                m_error.clear();
                Q_EMIT ready(drawing->milliseconds);
            } else if (drawing.error().code != gis::ErrorCode::Canceled) {
                const QString text = QString::fromStdString(gis::describe(drawing.error()));
                if (text != m_error) Q_EMIT failed(drawing.error());
                m_error = text;
            }
            if (m_stale || (isDraft && isDrawn))
                start();
            else if (isDrawn)
                m_rest.start();
        });
}

void MapPicture::clear() {
    m_job.cancel();
    m_timer.stop();
    m_rest.stop();
    m_backdrop.clear();
    m_image = {};
}

void MapPicture::paint(QPainter& painter, const MapView& view) const {
    if (m_image.isNull()) return;
    if (m_imageView == view) {
        painter.drawImage(QPointF(0, 0), m_image);
        return;
    }
    const bool isOfView = m_imageView.crs == view.crs;
    const QRectF place = isOfView ? view.toScreen(m_imageView.extent()) : QRectF();
    const QRectF whole(QPointF(0, 0), view.size);
    if (!place.contains(whole)) {
        painter.save();
        painter.setClipRegion(QRegion(whole.toAlignedRect()) - QRegion(place.toRect()));
        m_backdrop.paint(painter, view);
        painter.restore();
    }
    if (!isOfView) return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    if (m_imageView.unitsPerPixel == view.unitsPerPixel)  // moved alone: whole pixels, which need no stretching
        painter.drawImage(place.topLeft().toPoint(), m_image);
    else
        painter.drawImage(place, m_image, QRectF(m_image.rect()));
}

}  // namespace app
