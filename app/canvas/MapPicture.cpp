// SPDX-License-Identifier: Apache-2.0
#include "app/canvas/MapPicture.h"

#include <QElapsedTimer>
#include <QPainter>
#include <cmath>

#include "app/session/MapTransforms.h"
#include "layers/render/MapRenderer.h"

namespace app {

namespace {

layers::MapSettings settingsFor(const MapView& view, double devicePixelRatio) {
    layers::MapSettings settings;
    settings.crs = view.crs;
    settings.extent = view.extent();
    constexpr double millimetresPerPixel = 25.4 / 96;
    settings.widthMm = view.size.width() * millimetresPerPixel;
    settings.heightMm = view.size.height() * millimetresPerPixel;
    settings.pixelsPerMm = devicePixelRatio / millimetresPerPixel;
    settings.datumPolicy = gis::DatumPolicy::AcceptBallpark;
    return settings;
}

}  // namespace

MapPicture::MapPicture(QObject* parent) : QObject(parent), m_job(&m_pool) {
    m_pool.setMaxThreadCount(2);  // a canceled drawing may take a moment to notice
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &MapPicture::start);
}

MapPicture::~MapPicture() {
    m_job.cancel();
    m_pool.waitForDone();
}

void MapPicture::want(const layers::SnapshotPtr& snapshot, const MapView& view, double devicePixelRatio) {
    constexpr qint64 patienceMs = 250;
    const bool otherPlan = snapshot != m_snapshot;
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
        [snapshot = m_snapshot, view = m_view,
         ratio = isDraft ? coarse : m_devicePixelRatio](const gis::JobControl& control) -> gis::Result<Drawing> {
            QElapsedTimer clock;
            clock.start();
            TUCE_TRY(image, layers::renderMap(*snapshot, settingsFor(view, ratio), control));
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
            if (m_stale || (isDraft && isDrawn)) start();
        });
}

void MapPicture::clear() {
    m_job.cancel();
    m_timer.stop();
    m_image = {};
}

void MapPicture::paint(QPainter& painter, const MapView& view) const {
    if (m_image.isNull()) return;
    if (m_imageView == view) {
        painter.drawImage(QPointF(0, 0), m_image);
        return;
    }
    if (!(m_imageView.crs == view.crs)) return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(view.toScreen(m_imageView.extent()), m_image, QRectF(m_image.rect()));
}

}  // namespace app
