// SPDX-License-Identifier: Apache-2.0
#include "app/canvas/MapBackdrop.h"

#include <QPainter>

#include "layers/job/ThreadPriority.h"
#include "layers/render/MapRenderer.h"

namespace app {

layers::MapSettings screenSettings(const MapView& view, double devicePixelRatio) {
    layers::MapSettings settings;
    settings.crs = view.crs;
    settings.extent = view.extent();
    constexpr double millimetresPerPixel = 1 / logicalPixelsPerMm;
    settings.widthMm = view.size.width() * millimetresPerPixel;
    settings.heightMm = view.size.height() * millimetresPerPixel;
    settings.pixelsPerMm = devicePixelRatio / millimetresPerPixel;
    settings.standsAlone = false;
    settings.datumPolicy = gis::DatumPolicy::AcceptBallpark;
    return settings;
}

MapBackdrop::MapBackdrop(QThreadPool* pool, QObject* parent) : QObject(parent), m_job(pool) {}

/// As long as there is some of it left on all sides, at a scale that is not far off.
bool MapBackdrop::serves(const Scene& scene, const layers::SnapshotPtr& snapshot, const MapView& view, double ratio) {
    if (scene.snapshot != snapshot || !(scene.view.crs == view.crs) || scene.devicePixelRatio != ratio) return false;
    const double zoom = scene.view.unitsPerPixel / view.unitsPerPixel;
    const gis::Extent needed = view.resized(view.size * (widths + 1) / 2).extent();
    return zoom > 0.5 && zoom < 2 && scene.view.extent().contains(needed);
}

void MapBackdrop::want(const layers::SnapshotPtr& snapshot, const std::shared_ptr<layers::LayerForms>& forms,
                       const std::shared_ptr<layers::RasterShelf>& rasters, const MapView& view,
                       double devicePixelRatio) {
    if (serves(m_shown, snapshot, view, devicePixelRatio)) return;
    if (m_job.isRunning() && serves(m_wanted, snapshot, view, devicePixelRatio)) return;
    m_wanted = {snapshot, view.resized(view.size * widths), devicePixelRatio};
    m_job.start(
        this,
        [scene = m_wanted, forms, rasters](const gis::JobControl& control) -> gis::Result<QImage> {
            layers::stepBehindWindow();
            layers::MapSettings settings = screenSettings(scene.view, scene.devicePixelRatio / widths);
            settings.labels = false;
            settings.rasterShelf = rasters;
            return layers::renderMap(*scene.snapshot, settings, control, forms.get());
        },
        [this](gis::Result<QImage> image) {
            if (!image) return;  // the sharp picture tells why
            m_image = std::move(*image);
            m_shown = m_wanted;
            Q_EMIT ready();
        });
}

void MapBackdrop::clear() {
    m_job.cancel();
    m_image = {};
    m_shown = {};
}

void MapBackdrop::paint(QPainter& painter, const MapView& view) const {
    if (m_image.isNull() || !(m_shown.view.crs == view.crs)) return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(view.toScreen(m_shown.view.extent()), m_image, QRectF(m_image.rect()));
}

}  // namespace app
