// SPDX-License-Identifier: Apache-2.0
#include "app/canvas/MapPicture.h"

#include <QElapsedTimer>
#include <QPainter>
#include <algorithm>

#include "app/session/MapTransforms.h"
#include "layers/job/ThreadPriority.h"
#include "layers/render/MapRenderer.h"

namespace app {

namespace {

bool isRough(const layers::DrawList& list) {
    return std::any_of(list.layers.begin(), list.layers.end(),
                       [](const layers::DrawnLayer& drawn) { return drawn.isRough; });
}

constexpr std::size_t mostNamesAtOnce = 400;  ///< more would hold up the window

/// Names that are on the map already, within a region of the painter's device.
void paintNames(QPainter& painter, const std::vector<layers::PlacedLabel>& names, double pixelsPerMm,
                const QRegion& within) {
    if (names.empty() || names.size() > mostNamesAtOnce) return;
    painter.setClipRegion(within);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(pixelsPerMm, pixelsPerMm);
    layers::paintLabels(painter, names);
}

}  // namespace

MapPicture::MapPicture(QObject* parent)
    : QObject(parent), m_job(&m_pool), m_labelJob(&m_pool), m_keepJob(&m_pool), m_backdrop(&m_pool) {
    m_pool.setMaxThreadCount(4);  // what was canceled may take a moment to notice and must not hold up the next
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &MapPicture::start);
    constexpr int labelPatienceMs = 120;
    m_labelPatience.setSingleShot(true);
    m_labelPatience.setInterval(labelPatienceMs);
    connect(&m_labelPatience, &QTimer::timeout, this, [this] {
        if (m_unlabelled) show(withEarlierNames(*m_unlabelled), *m_unlabelled);
    });
    constexpr int restMs = 200;
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        m_backdrop.want(m_snapshot, m_forms, m_rasters, m_view, m_devicePixelRatio);
        keepForms();
    });
    connect(&m_backdrop, &MapBackdrop::ready, this, [this] {
        fitBudget();
        Q_EMIT backdropReady();
    });
    fitBudget();
}

MapPicture::~MapPicture() {
    m_job.cancel();
    m_labelJob.cancel();
    m_keepJob.cancel();
    m_backdrop.clear();
    m_forms->cancel();
    m_pool.waitForDone();
}

void MapPicture::want(const layers::SnapshotPtr& snapshot, const MapView& view, double devicePixelRatio) {
    constexpr qint64 patienceMs = 250;
    constexpr qint64 gestureMs = 300;
    const bool otherPlan = snapshot != m_snapshot;
    m_inGesture = !otherPlan && m_lastWant.isValid() && m_lastWant.elapsed() < gestureMs;
    m_lastWant.start();
    m_rest.stop();
    m_backdrop.pause();
    m_snapshot = snapshot;
    m_view = view;
    m_devicePixelRatio = devicePixelRatio;
    m_hasDraft = false;
    if (otherPlan) m_recent.clear();
    if (!snapshot || view.size.width() < 2 || view.size.height() < 2) return clear();
    if (showRecent()) return;
    const bool isUnderWay = m_job.isRunning() || m_labelJob.isRunning();
    if (isUnderWay && !otherPlan && m_clock.elapsed() < patienceMs) {
        m_stale = true;  // let it finish, if it does soon: it shows part of what is wanted
        if (!m_timer.isActive()) m_timer.start(static_cast<int>(patienceMs - m_clock.elapsed()));
    } else if (!m_timer.isActive() || otherPlan) {
        m_timer.start(otherPlan ? 0 : 8);  // several changes of one event round are one drawing
    }
}

void MapPicture::start() {
    m_timer.stop();
    if (!m_snapshot) return;
    m_stale = false;
    m_clock.start();
    m_labelJob.cancel();
    m_labelPatience.stop();
    m_unlabelled.reset();
    // Nine times the pixels take nine times as long: on a fine screen a coarse picture comes first. And what large
    // layers are drawn from may take seconds to be made.
    constexpr double coarse = 1;
    const bool isFirst = !m_hasDraft;
    const bool isDraft = isFirst && m_devicePixelRatio > coarse * 1.25;
    m_hasDraft = true;
    Drawing drawing;
    drawing.snapshot = m_snapshot;
    drawing.view = m_view;
    drawing.devicePixelRatio = isDraft ? coarse : m_devicePixelRatio;
    drawing.settings = screenSettings(m_view, drawing.devicePixelRatio);
    drawing.settings.rasterShelf = m_rasters;
    drawing.settings.rough = isFirst;
    drawing.isDraft = isDraft;
    m_growing.reset();
    ++m_number;
    m_job.start(
        this,
        [forms = m_forms, leaveOne = m_inGesture, strips = stripsOf(drawing),
         drawing](const gis::JobControl& given) mutable -> gis::Result<Drawing> {
            layers::stepBehindWindow();
            const gis::JobControl control = leaveOne ? leavingOneCore(given) : given;
            QElapsedTimer clock;
            clock.start();
            forms->keepOnly(*drawing.snapshot);
            TUCE_TRY(map, layers::renderUnlabelled(*drawing.snapshot, drawing.settings, control, forms.get(), strips));
            drawing.map = std::move(map);
            if (drawing.settings.rough && isRough(drawing.map.list)) {
                drawing.isDraft = true;
                drawing.map.hasLabels = false;
            }
            drawing.milliseconds = static_cast<double>(clock.nsecsElapsed()) / 1e6;
            return std::move(drawing);
        },
        [this](gis::Result<Drawing> answer) { drawn(std::move(answer)); });
}

/// Called where the last one took long.
layers::MapStrips MapPicture::stripsOf(const Drawing& drawing) {
    layers::MapStrips strips;
    if (m_lastMs <= m_patienceMs) return strips;
    if (m_focus) strips.focus = m_focus->y() / m_view.size.height();
    const Growing part{{}, drawing.view, drawing.devicePixelRatio, false};
    strips.finished = [this, part, number = m_number](const QImage& strip, const QRect& rows) {
        Growing more = part;
        more.strips = {{rows, strip}};
        QMetaObject::invokeMethod(
            this,
            [this, more = std::move(more), number] {
                if (number == m_number) grow(more);
            },
            Qt::QueuedConnection);
    };
    return strips;
}

void MapPicture::grow(const Growing& part) {
    if (!m_growing) m_growing = Growing{{}, part.view, part.devicePixelRatio, false};
    m_growing->strips.insert(m_growing->strips.end(), part.strips.begin(), part.strips.end());
    m_growing->isShown = static_cast<double>(m_clock.elapsed()) >= m_patienceMs;
    if (m_growing->isShown) Q_EMIT partReady();
}

gis::JobControl MapPicture::leavingOneCore(gis::JobControl control) {
    control.threads = std::max(1U, control.threadCount() - 1);
    return control;
}

/// All but the labels is there.
void MapPicture::drawn(gis::Result<Drawing> drawing) {
    if (drawing) m_lastMs = drawing->milliseconds;
    if (!drawing) {
        m_growing.reset();
        complain(drawing.error());
        return goOn(false);
    }
    warn(drawing->map.list.warnings);
    if (!drawing->map.hasLabels) {
        drawing->isFinal = !drawing->isDraft && drawing->snapshot == m_snapshot;
        show({std::move(drawing->map.image), {}}, *drawing);
        return goOn(drawing->isDraft);
    }
    m_unlabelled = std::make_shared<const Drawing>(std::move(*drawing));
    m_labelPatience.start();
    m_labelJob.start(
        this,
        [unlabelled = m_unlabelled, memory = m_labelMemory, forms = m_forms,
         leaveOne = m_inGesture](const gis::JobControl& given) -> gis::Result<std::pair<layers::LabelledMap, double>> {
            layers::stepBehindWindow();
            const gis::JobControl control = leaveOne ? leavingOneCore(given) : given;
            QElapsedTimer clock;
            clock.start();
            TUCE_TRY(map, layers::labelled(unlabelled->map, unlabelled->snapshot, unlabelled->settings, *memory,
                                           control, forms.get()));
            return std::pair{std::move(map), static_cast<double>(clock.nsecsElapsed()) / 1e6};
        },
        [this, unlabelled = m_unlabelled](gis::Result<std::pair<layers::LabelledMap, double>> map) {
            m_labelPatience.stop();
            m_unlabelled.reset();
            if (map) {
                Drawing done;
                done.view = unlabelled->view;
                done.devicePixelRatio = unlabelled->devicePixelRatio;
                done.milliseconds = unlabelled->milliseconds + map->second;
                done.isFinal = !unlabelled->isDraft && unlabelled->snapshot == m_snapshot;
                show(std::move(map->first), done);
            } else {
                complain(map.error());
            }
            goOn(unlabelled->isDraft && map.has_value());
        });
}

/// The names of the last picture, where that has the same scale: they seldom change much, and must not blink.
layers::LabelledMap MapPicture::withEarlierNames(const Drawing& drawing) const {
    layers::LabelledMap map{drawing.map.image, labelsIn(drawing.view)};
    if (map.labels.empty() || map.labels.size() > mostNamesAtOnce) return {drawing.map.image, {}};
    QPainter painter(&map.image);
    paintNames(painter, map.labels, drawing.settings.pixelsPerMm, map.image.rect());
    return map;
}

void MapPicture::show(layers::LabelledMap map, const Drawing& drawing) {
    m_growing.reset();
    m_image = std::move(map.image);
    m_labels = std::move(map.labels);
    m_image.setDevicePixelRatio(drawing.devicePixelRatio);
    if (drawing.isFinal) m_recent.add({drawing.view, m_image, m_labels});
    fitBudget();
    m_imageView = drawing.view;
    m_error.clear();
    Q_EMIT ready(drawing.milliseconds);
}

/// A picture of just what is wanted that was drawn before.
bool MapPicture::showRecent() {
    const RecentPictures::Picture* recent = m_recent.find(m_view, m_devicePixelRatio);
    if (recent == nullptr) return false;
    m_job.cancel();
    m_labelJob.cancel();
    m_labelPatience.stop();
    m_unlabelled.reset();
    m_timer.stop();
    m_growing.reset();
    ++m_number;
    m_stale = false;
    m_image = recent->image;
    m_labels = recent->labels;
    m_imageView = recent->view;
    m_rest.start();
    Q_EMIT ready(0);
    return true;
}

void MapPicture::setPictureBudget(qint64 bytes) {
    m_budget = bytes;
    fitBudget();
}

void MapPicture::fitBudget() { m_recent.setBudget(m_budget - m_backdrop.image().sizeInBytes()); }

qint64 MapPicture::pictureBytes() const { return m_recent.byteCount() + m_backdrop.image().sizeInBytes(); }

void MapPicture::complain(const gis::Error& error) {
    if (error.code == gis::ErrorCode::Canceled) return;
    const QString text = QString::fromStdString(gis::describe(error));
    if (text != m_error) Q_EMIT failed(error);
    m_error = text;
}

void MapPicture::warn(const gis::Warnings& warnings) {
    gis::Warnings fresh;
    for (const gis::Warning& warning : warnings) {
        const QString text = QString::fromStdString(gis::describe(warning));
        if (warning.kind != "raster_not_drawn" || m_warned.contains(text)) continue;
        m_warned << text;
        fresh.push_back(warning);
    }
    if (!fresh.empty()) Q_EMIT warned(fresh);
}

void MapPicture::goOn(bool afterDraft) {
    if (m_stale || afterDraft)
        start();
    else
        m_rest.start();
}

/// One after the other: a job that is under way is let finish.
void MapPicture::keepForms() {
    if (m_keepJob.isRunning()) return;
    m_keepJob.start(
        this,
        [forms = m_forms](const gis::JobControl& control) {
            layers::stepBehindWindow();
            return forms->keep(control);
        },
        [this](const gis::Result<void>& kept) {
            if (!kept) complain(kept.error());
        });
}

void MapPicture::clear() {
    m_job.cancel();
    m_labelJob.cancel();
    m_labelPatience.stop();
    m_unlabelled.reset();
    m_timer.stop();
    m_rest.stop();
    m_backdrop.clear();
    m_forms->setPreviews({});
    m_recent.clear();
    m_growing.reset();
    ++m_number;
    m_image = {};
    m_labels.clear();
    m_warned.clear();
}

std::optional<QPointF> MapPicture::labelShift(const MapView& view) const {
    if (m_image.isNull() || !(m_imageView.crs == view.crs) || m_imageView.unitsPerPixel != view.unitsPerPixel)
        return std::nullopt;
    return view.toScreen(m_imageView.toMap(QPointF())) / logicalPixelsPerMm;
}

std::vector<layers::PlacedLabel> MapPicture::labelsIn(const MapView& view) const {
    std::vector<layers::PlacedLabel> labels;
    if (const auto shift = labelShift(view))
        for (const layers::PlacedLabel& label : m_labels) labels.push_back(layers::moved(label, 1, *shift));
    return labels;
}

std::optional<layers::PlacedLabel> MapPicture::labelAt(const MapView& view, QPointF at) const {
    const auto shift = labelShift(view);
    if (!shift) return std::nullopt;
    constexpr double graceMm = 0.4;
    for (const layers::PlacedLabel& label : m_labels)  // the most important first: that is painted last
        for (const QRectF& box : label.boxes)
            if (box.adjusted(-graceMm, -graceMm, graceMm, graceMm).contains(at - *shift))
                return layers::moved(label, 1, *shift);
    return std::nullopt;
}

void MapPicture::paint(QPainter& painter, const MapView& view) const {
    paintLast(painter, view);
    if (m_growing && m_growing->isShown) paintGrowing(painter, view);
}

/// Finished rows over the last picture, with its names, which will hardly change.
void MapPicture::paintGrowing(QPainter& painter, const MapView& view) const {
    const MapView& own = m_growing->view;
    if (!(own.crs == view.crs) || own.unitsPerPixel != view.unitsPerPixel) return;
    const QPoint corner = view.toScreen(own.extent()).topLeft().toPoint();
    const double ratio = m_growing->devicePixelRatio;
    QRegion seen;
    painter.save();
    for (const auto& [rows, strip] : m_growing->strips) {
        const QRectF place(rows.x() / ratio, rows.y() / ratio, rows.width() / ratio, rows.height() / ratio);
        painter.drawImage(place.translated(corner), strip, QRectF(strip.rect()));
        seen += place.translated(corner).toAlignedRect();
    }
    paintNames(painter, labelsIn(view), logicalPixelsPerMm, seen);
    painter.restore();
}

void MapPicture::paintLast(QPainter& painter, const MapView& view) const {
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
        const QRegion around = QRegion(whole.toAlignedRect()) - QRegion(place.toRect());
        painter.setClipRegion(m_recent.paint(painter, view, around));
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
