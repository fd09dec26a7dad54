// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QStringList>
#include <QTimer>
#include <QWidget>

#include "layers/job/Job.h"
#include "layers/project/ProjectSnapshot.h"

namespace app {

/// A sheet as it will be printed, drawn by a worker; the last picture stays until the next one is there. GUI thread.
class SheetPreview : public QWidget {
    Q_OBJECT
public:
    explicit SheetPreview(QWidget* parent = nullptr);
    void show(layers::SnapshotPtr snapshot, const layers::PrintLayout& sheet);
    void clear();
    bool isDrawing() const { return m_later.isActive() || m_job.isRunning(); }
    const QImage& picture() const { return m_picture; }
    /// The classes that the legend of the picture can name, by their own titles, in their usual order.
    const QStringList& legendOffer() const { return m_legendOffer; }

Q_SIGNALS:
    void drawn(double scaleDenominator);
    void failed(const gis::Error& error);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Drawn {
        QImage picture;
        double scaleDenominator = 0;
        QStringList legendOffer;
    };
    static gis::Result<Drawn> drawnSheet(const layers::ProjectSnapshot& snapshot, const layers::PrintLayout& sheet,
                                         double pixelsPerMm, const gis::JobControl& control);
    QRectF paper() const;
    void draw();

    layers::SnapshotPtr m_snapshot;
    layers::PrintLayout m_sheet;
    layers::LatestJob m_job;
    QTimer m_later;
    QImage m_picture;
    QStringList m_legendOffer;
};

}  // namespace app
