// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <memory>

#include "app/canvas/MapView.h"
#include "layers/job/Job.h"
#include "layers/project/ProjectSnapshot.h"
#include "layers/render/LayerForms.h"

class QPainter;

namespace app {

/// Screens are paper of 96 logical pixels to the inch.
inline constexpr double logicalPixelsPerMm = 96 / 25.4;

/// How a view is drawn on a screen with so many device pixels to a logical one.
layers::MapSettings screenSettings(const MapView& view, double devicePixelRatio);

/// A coarse picture of the map far around what is seen, without labels: what is shown at once where the sharp picture
/// does not reach while the map is moved. As many pixels as the sharp one. GUI thread.
class MapBackdrop : public QObject {
    Q_OBJECT
public:
    MapBackdrop(QThreadPool* pool, QObject* parent = nullptr);

    /// Draws one about this view, unless that which is there or is being drawn serves.
    void want(const layers::SnapshotPtr& snapshot, const std::shared_ptr<layers::LayerForms>& forms,
              const std::shared_ptr<layers::RasterShelf>& rasters, const MapView& view, double devicePixelRatio);
    /// Stops drawing; what is there stays.
    void pause() { m_job.cancel(); }
    void clear();
    void paint(QPainter& painter, const MapView& view) const;
    const QImage& image() const { return m_image; }

Q_SIGNALS:
    void ready();

private:
    /// On each side the view's own size is drawn too, each pixel so many times as wide.
    static constexpr double widths = 3;
    struct Scene {
        layers::SnapshotPtr snapshot;
        MapView view;  ///< of the backdrop
        double devicePixelRatio = 1;
    };
    static bool serves(const Scene& scene, const layers::SnapshotPtr& snapshot, const MapView& view, double ratio);

    layers::LatestJob m_job;
    Scene m_wanted, m_shown;
    QImage m_image;
};

}  // namespace app
