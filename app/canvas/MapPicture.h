// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include "app/canvas/MapView.h"
#include "layers/job/Job.h"
#include "layers/project/ProjectSnapshot.h"

class QPainter;

namespace app {

/// The picture of the map, drawn by a worker from the const snapshot. Latest wins, but a drawing that is nearly
/// there is let finish, so that a pan shows something new all the time. GUI thread.
class MapPicture : public QObject {
    Q_OBJECT
public:
    explicit MapPicture(QObject* parent = nullptr);
    ~MapPicture() override;

    /// Asks for a picture of this; starts soon.
    void want(const layers::SnapshotPtr& snapshot, const MapView& view, double devicePixelRatio);
    void clear();
    /// Paints the last picture where its part of the map lies in `view`.
    void paint(QPainter& painter, const MapView& view) const;

    double devicePixelRatio() const { return m_devicePixelRatio; }
    const QImage& image() const { return m_image; }
    const MapView& imageView() const { return m_imageView; }
    bool isDrawing() const { return m_job.isRunning() || m_timer.isActive(); }

Q_SIGNALS:
    void ready(double milliseconds);
    /// It cannot be drawn; told once for each new reason.
    void failed(const gis::Error& error);

private:
    struct Drawing {
        QImage image;
        MapView view;
        double milliseconds = 0;
    };
    void start();
    QThreadPool m_pool;
    layers::LatestJob m_job;
    QTimer m_timer;
    QElapsedTimer m_clock;
    layers::SnapshotPtr m_snapshot;
    MapView m_view;
    double m_devicePixelRatio = 1;
    bool m_stale = false;
    bool m_hasDraft = false;  ///< of what is wanted now
    QImage m_image;
    MapView m_imageView;
    QString m_error;
};

}  // namespace app
