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
#include "app/canvas/RecentPictures.h"
#include "layers/job/Job.h"
#include "layers/project/ProjectSnapshot.h"
#include "layers/render/KeptForms.h"
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

    /// Layers of the plan wanted next that are not read yet, and the forms that stand for them.
    void setPreviews(std::vector<layers::LayerFormPtr> previews) { m_forms->setPreviews(std::move(previews)); }
    /// Where forms of large linked layers are kept for the next session; null: nowhere.
    void setKept(std::shared_ptr<layers::KeptForms> kept) { m_forms->setKept(std::move(kept)); }
    /// With whom coordinates of large layers are shared.
    void setShared(std::shared_ptr<gis::SharedShapes> shared) { m_forms->setShared(std::move(shared)); }
    /// How many bytes all pictures may take that are kept to be shown at once: recent sharp ones and the surroundings.
    /// The one that is seen is kept in any case.
    void setPictureBudget(qint64 bytes);
    static constexpr qint64 usualPictureBudget = qint64{128} << 20;
    /// Of the pictures that are kept now.
    qint64 pictureBytes() const;
    /// Where one looks, in pixels of the view: where drawing takes long, that is drawn first. Nothing: the middle.
    void setFocus(std::optional<QPointF> at) { m_focus = at; }
    /// A picture is drawn in strips, seen as they are finished, where the one before took longer than that.
    void setPatience(double milliseconds) { m_patienceMs = milliseconds; }
    static constexpr double usualPatienceMs = 40;
    /// While a hand moves the map, one core is left for it, if there are several.
    static gis::JobControl leavingOneCore(gis::JobControl control);
    /// Forgets recent pictures, so that the next one is drawn anew.
    void forget() { m_recent.clear(); }
    /// Asks for a picture of this: at once where it was drawn just before, else it starts soon.
    void want(const layers::SnapshotPtr& snapshot, const MapView& view, double devicePixelRatio);
    void clear();
    /// Paints the last picture where its part of the map lies in `view`; around it what recent ones of the same scale
    /// show, then the coarse one.
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
    /// More rows of a picture under way can be seen.
    void partReady();
    /// It cannot be drawn, or what was found out cannot be kept; told once for each new reason.
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
        bool isDraft = false;     ///< another one of the same follows
        bool isFinal = false;     ///< of the plan that is wanted still, with names, sharp
        double milliseconds = 0;  ///< so far
    };
    /// A picture under way of which some rows are finished.
    struct Growing {
        std::vector<std::pair<QRect, QImage>> strips;  ///< where in the picture, device pixels
        MapView view;
        double devicePixelRatio = 1;
        bool isShown = false;
    };
    layers::MapStrips stripsOf(const Drawing& drawing);
    void grow(const Growing& part);
    void paintLast(QPainter& painter, const MapView& view) const;
    void paintGrowing(QPainter& painter, const MapView& view) const;
    void drawn(gis::Result<Drawing> drawing);
    std::optional<QPointF> labelShift(const MapView& view) const;
    layers::LabelledMap withEarlierNames(const Drawing& drawing) const;
    void show(layers::LabelledMap map, const Drawing& drawing);
    void goOn(bool afterDraft);
    void keepForms();
    bool showRecent();
    void fitBudget();
    void complain(const gis::Error& error);
    void warn(const gis::Warnings& warnings);
    void start();
    QThreadPool m_pool;
    layers::LatestJob m_job, m_labelJob, m_keepJob;
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
    std::optional<Growing> m_growing;
    std::optional<QPointF> m_focus;
    double m_patienceMs = usualPatienceMs;
    double m_lastMs = 0;  ///< of the last drawing, without names
    int m_number = 0;     ///< of the drawing
    RecentPictures m_recent;
    qint64 m_budget = usualPictureBudget;
    QImage m_image;
    std::vector<layers::PlacedLabel> m_labels;
    MapView m_imageView;
    QString m_error;
    QStringList m_warned;
};

}  // namespace app
