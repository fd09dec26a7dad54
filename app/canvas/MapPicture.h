// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QImage>
#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>
#include <memory>
#include <optional>

#include "app/canvas/MapBackdrop.h"
#include "app/canvas/MapView.h"
#include "layers/job/Job.h"
#include "layers/project/ProjectSnapshot.h"
#include "layers/render/MapRenderer.h"
#include "layers/render/RasterShelf.h"

class QPainter;

namespace app {

/// The picture of the map, drawn by a worker from the const snapshot. Latest wins, but a drawing that is nearly
/// there is let finish, so that a pan shows something new all the time; where the last picture does not reach, a
/// coarse one of the surroundings is shown. Labels that take long come after the rest. GUI thread.
class MapPicture : public QObject {
    Q_OBJECT
public:
    explicit MapPicture(QObject* parent = nullptr);
    ~MapPicture() override;

    /// Asks for a picture of this; starts soon.
    void want(const layers::SnapshotPtr& snapshot, const MapView& view, double devicePixelRatio);
    void clear();
    /// Paints the last picture where its part of the map lies in `view`, and the coarse one around it.
    void paint(QPainter& painter, const MapView& view) const;

    double devicePixelRatio() const { return m_devicePixelRatio; }
    const QImage& image() const { return m_image; }
    /// The names on the last picture as they lie in `view`, in millimetres (see logicalPixelsPerMm); none where that has
    /// another scale.
    std::vector<layers::PlacedLabel> labelsIn(const MapView& view) const;
    /// The uppermost name at a place of `view` (mm).
    std::optional<layers::PlacedLabel> labelAt(const MapView& view, QPointF at) const;
    bool isDrawing() const { return m_job.isRunning() || m_labelJob.isRunning() || m_timer.isActive(); }
    const MapBackdrop& backdrop() const { return m_backdrop; }

Q_SIGNALS:
    void ready(double milliseconds);
    void backdropReady();
    /// It cannot be drawn; told once for each new reason.
    void failed(const gis::Error& error);
    /// Rasters that are left out; each told once.
    void warned(const gis::Warnings& warnings);

private:
    /// A picture under way.
    struct Drawing {
        layers::SnapshotPtr snapshot;
        layers::UnlabelledMap map;
        layers::MapSettings settings;
        MapView view;
        double devicePixelRatio = 1;
        bool isDraft = false;
        double milliseconds = 0;  ///< so far
    };
    void drawn(gis::Result<Drawing> drawing);
    std::optional<QPointF> labelShift(const MapView& view) const;
    void show(layers::LabelledMap map, const Drawing& drawing);
    void goOn(bool afterDraft);
    void complain(const gis::Error& error);
    void warn(const gis::Warnings& warnings);
    void start();
    QThreadPool m_pool;
    layers::LatestJob m_job, m_labelJob;
    MapBackdrop m_backdrop;
    QTimer m_timer;
    QTimer m_labelPatience;  ///< until the map is shown without its labels
    std::shared_ptr<const Drawing> m_unlabelled;
    QTimer m_rest;  ///< until the map has not been moved for a while
    QElapsedTimer m_clock;
    QElapsedTimer m_lastWant;
    bool m_inGesture = false;  ///< another view was wanted just before
    layers::SnapshotPtr m_snapshot;
    std::shared_ptr<layers::LayerForms> m_forms = std::make_shared<layers::LayerForms>();
    std::shared_ptr<layers::RasterShelf> m_rasters = std::make_shared<layers::RasterShelf>();
    std::shared_ptr<layers::LabelMemory> m_labelMemory = std::make_shared<layers::LabelMemory>();
    MapView m_view;
    double m_devicePixelRatio = 1;
    bool m_stale = false;
    bool m_hasDraft = false;  ///< of what is wanted now
    QImage m_image;
    std::vector<layers::PlacedLabel> m_labels;
    MapView m_imageView;
    QString m_error;
    QStringList m_warned;
};

}  // namespace app
