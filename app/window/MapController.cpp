// SPDX-License-Identifier: Apache-2.0
#include "app/window/MapController.h"

#include <QClipboard>
#include <QCursor>
#include <QGuiApplication>

#include "app/session/Quantities.h"
#include "app/tools/SnapFinder.h"
#include "app/window/LiveReadout.h"
#include "gis/analysis/EllipsoidMeasure.h"
#include "layers/check/AreaFields.h"

namespace app {

namespace {

constexpr double snapTolerance = 10;  ///< pixels
constexpr double planMargin = 0.04;

}  // namespace

MapController::MapController(Session& session, MapCanvas& canvas, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_canvas(canvas),
      m_transforms(std::make_unique<MapTransforms>(canvas.view().crs)) {
    connect(&m_session, &Session::previewReady, this, &MapController::onPreview);
    connect(&m_session, &Session::openFailed, this, [this] {
        if (m_previewed && !m_session.hasProject()) onProject();
    });
    connect(&m_session, &Session::projectChanged, this, &MapController::onProject);
    connect(&m_session, &Session::planChanged, this, &MapController::onPlan);
    connect(&m_session.selection(), &Selection::featuresChanged, this, &MapController::onSelection);
    connect(&m_session.live(), &LiveConflicts::changed, this, &MapController::onLive);
    connect(&m_session.live(), &LiveConflicts::shapesChanged, this, &MapController::onLiveShapes);
    connect(&m_canvas, &MapCanvas::drawingFailed, this,
            [this](const gis::Error& error) { m_session.messages().error(error); });
    connect(&m_canvas, &MapCanvas::drawingWarned, this,
            [this](const gis::Warnings& warnings) { m_session.messages().warnings(warnings); });
    m_canvas.setShared(m_session.sharedShapes());
    onProject();
}

MapController::~MapController() = default;

void MapController::onPreview(const layers::PlanPreview& preview) {
    m_transforms = std::make_unique<MapTransforms>(mapCrsOf(*preview.plan));
    m_canvas.setMapCrs(m_transforms->mapCrs());
    m_canvas.zoomTo(planExtentOf(*preview.plan, *m_transforms), planMargin);
    m_canvas.setUnread(preview);
    m_previewed = m_canvas.view();
}

void MapController::onProject() {
    const layers::SnapshotPtr plan = m_session.snapshot();
    m_locator.reset(plan);
    if (m_canvas.tool() != nullptr) m_canvas.tool()->cancel();
    const bool isPreviewed = plan && m_previewed && m_canvas.view().crs == mapCrsOf(*plan);
    if (!isPreviewed) m_canvas.setSnapshot(nullptr);
    const std::string folder = m_session.keptFolder();
    m_canvas.setKept(folder.empty() ? nullptr : std::make_shared<layers::KeptForms>(folder));
    if (plan) {
        m_transforms = std::make_unique<MapTransforms>(mapCrsOf(*plan));
        m_canvas.setMapCrs(m_transforms->mapCrs());
        // Whoever moved the map meanwhile wants to stay there.
        if (!isPreviewed || m_previewed->centre == m_canvas.view().centre) zoomToPlan();
        m_canvas.setSnapshot(plan);
    }
    m_previewed.reset();
    onSelection();
    onLive();
    onLiveShapes();
}

void MapController::onPlan(const layers::ChangeSet& change) {
    const layers::SnapshotPtr plan = m_session.snapshot();
    m_locator.follow(plan, change);
    const bool wasEmpty = !m_canvas.snapshot() || fullExtentOf(*m_canvas.snapshot(), *m_transforms).isEmpty();
    const gis::CoordinateReferenceSystem crs = mapCrsOf(*plan);
    if (!(crs == m_transforms->mapCrs())) {
        // The map's CRS was changed: the same place is shown in it.
        auto transforms = std::make_unique<MapTransforms>(crs);
        const gis::Extent shown = transforms->toMap(m_canvas.view().extent(), m_transforms->mapCrs());
        m_transforms = std::move(transforms);
        m_canvas.setMapCrs(crs);
        m_canvas.zoomTo(shown, 0);
    }
    m_canvas.setSnapshot(plan);
    if (wasEmpty) zoomFull();  // the first layer is worth a look
    if (m_canvas.tool() != nullptr) m_canvas.tool()->planChanged();
    onSelection();
}

void MapController::onSelection() {
    m_canvas.setSelection(shapesOf(m_session.selection().features()));
    measureSelection();
    if (m_canvas.tool() != nullptr && !m_canvas.tool()->isBusy()) m_canvas.tool()->planChanged();
}

MapShapes MapController::shapesOf(const FeatureSet& features) const {
    constexpr std::size_t mostShapes = 5000;
    MapShapes shapes;
    const layers::SnapshotPtr plan = m_session.snapshot();
    const layers::LayerPtr layer = plan ? plan->layer(features.layer) : nullptr;
    if (!layer) return shapes;
    for (const gis::FeatureId id : features.features) {
        const gis::Feature* feature = layer->table.find(id);
        if (feature == nullptr) continue;
        shapes.push_back(m_transforms->toMap(feature->geometry(), layer->table.crs()));
        if (shapes.size() == mostShapes) break;
    }
    return shapes;
}

void MapController::onLiveShapes() {
    const auto shapes = m_session.live().shapes();
    MapShapes overlaps, quiet;
    if (shapes)
        for (const layers::LiveOverlap& overlap : shapes->overlaps)
            for (const layers::Finding& finding : overlap.findings) {
                const bool isQuiet = finding.rule.direction == layers::RuleDirection::Inform &&
                                     finding.kind == layers::FindingClass::Overlap && !finding.isPointsOfLines();
                if (!isQuiet && !finding.isConflict()) continue;
                (isQuiet ? quiet : overlaps).push_back(m_transforms->toMap(finding.geometry, shapes->crs));
            }
    // The map shows what the card tells: for information alone where nothing is in conflict.
    if (!overlaps.empty()) quiet.clear();
    m_canvas.setConflicts(std::move(overlaps), std::move(quiet));
}

void MapController::onLive() {
    const auto answer = m_session.live().answer();
    if (m_session.live().isGesture())
        m_canvas.setReadout(answer ? readoutFor(*answer, m_session.live().before().get())
                                   : readoutOfProblem(m_session.live().problem()));
    else if (m_readoutIsLive)
        m_canvas.setReadout({});
    m_readoutIsLive = m_session.live().isGesture();
}

namespace {

/// What the data themselves say of a feature's area, and how far that is from ours; empty where they say nothing.
QString areaSaidOf(const layers::Layer& layer, gis::FeatureId id, double measured) {
    const gis::Feature* feature = layer.table.find(id);
    if (feature == nullptr) return {};
    for (const layers::AreaField& field : layers::areaFieldsOf(layer.table.schema())) {
        const int index = layer.table.schema().indexOf(field.name);
        const auto stated = layers::statedArea(field, gis::toText(feature->attribute(index)));
        if (!stated) continue;
        return MapController::tr("Field %1 says %2; measured here %3, difference %4")
            .arg(QString::fromStdString(field.name), squareMetresText(*stated), squareMetresText(measured),
                 squareMetresText(measured - *stated));
    }
    return {};
}

}  // namespace

void MapController::measureSelection() {
    m_measureJob.cancel();
    const FeatureSet& selected = m_session.selection().features();
    const layers::SnapshotPtr plan = m_session.snapshot();
    const layers::LayerPtr layer = plan ? plan->layer(selected.layer) : nullptr;
    m_selectionText.clear();
    m_statedText.clear();
    Q_EMIT selectionTextChanged();
    if (!layer || selected.isEmpty()) return;
    struct Sum {
        double area = 0, length = 0;
    };
    const auto work = [layer, ids = selected.features](const gis::JobControl& control) -> gis::Result<Sum> {
        TUCE_TRY(measure, gis::EllipsoidMeasure::make(layer->table.crs(), true));
        Sum sum;
        for (const gis::FeatureId id : ids) {
            if (control.cancel.isCanceled()) return gis::canceled();
            const gis::Feature* feature = layer->table.find(id);
            if (feature == nullptr) continue;
            sum.area += measure.areaSquareMetres(feature->geometry());
            if (feature->geometry().dimension() == 1) sum.length += measure.lengthMetres(feature->geometry());
        }
        return sum;
    };
    m_measureJob.start(this, work, [this, layer, ids = selected.features](gis::Result<Sum> sum) {
        if (!sum) return;
        if (ids.size() == 1 && sum->area > 0) m_statedText = areaSaidOf(*layer, ids.front(), sum->area);
        if (sum->area > 0)
            m_selectionText = hectaresText(sum->area) + QStringLiteral("  ") + muText(sum->area);
        else if (sum->length > 0)
            m_selectionText = lengthText(sum->length);
        Q_EMIT selectionTextChanged();
    });
}

// ---- pointing

void MapController::zoomToPlan() {
    if (const layers::SnapshotPtr plan = m_session.snapshot())
        m_canvas.zoomTo(planExtentOf(*plan, *m_transforms), planMargin);
}

void MapController::zoomFull() {
    if (const layers::SnapshotPtr plan = m_session.snapshot())
        m_canvas.zoomTo(fullExtentOf(*plan, *m_transforms), 0.04);
}

void MapController::zoomToLayer(gis::LayerId id) {
    const layers::SnapshotPtr plan = m_session.snapshot();
    if (const layers::LayerPtr layer = plan ? plan->layer(id) : nullptr)
        zoomToExtent(layer->extent(), layer->table.crs());
}

void MapController::zoomToFeatures(const FeatureSet& features) {
    gis::Extent extent;
    for (const gis::Geometry& shape : shapesOf(features)) extent.include(shape.extent());
    zoomToExtent(extent, m_transforms->mapCrs(), 0.2);
}

void MapController::zoomToSelection() { zoomToFeatures(m_session.selection().features()); }

void MapController::zoomToExtent(const gis::Extent& extent, const gis::CoordinateReferenceSystem& crs, double margin) {
    m_canvas.zoomTo(m_transforms->toMap(extent, crs), margin);
}

void MapController::flash(const FeatureSet& features, bool zooms) { flash(std::vector<FeatureSet>{features}, zooms); }

void MapController::flash(const std::vector<FeatureSet>& features, bool zooms) {
    MapShapes shapes;
    gis::Extent extent;
    for (const FeatureSet& set : features)
        for (gis::Geometry& shape : shapesOf(set)) {
            extent.include(shape.extent());
            shapes.push_back(std::move(shape));
        }
    if (zooms) m_canvas.zoomTo(extent, 0.2);
    m_canvas.flash(std::move(shapes));
}

void MapController::showFinding(const layers::Finding& finding, const gis::CoordinateReferenceSystem& geometryCrs) {
    if (finding.geometry.isEmpty())
        return flash({FeatureSet{finding.planLayerId, {finding.planFeature}},
                      FeatureSet{finding.controlLayerId, {finding.controlFeature}}},
                     true);
    const gis::Geometry shape = m_transforms->toMap(finding.geometry, geometryCrs);
    // A tiny overlap is shown with its surroundings.
    const double pixel = 1 / m_canvas.view().metresPerUnit();
    constexpr double leastMetres = 200;
    m_canvas.zoomTo(shape.extent().grown(leastMetres * pixel), 0.25);
    m_canvas.flash({shape});
}

void MapController::centreOn(gis::Coordinate position, const gis::CoordinateReferenceSystem& crs, double denominator) {
    const auto centre = m_transforms->toMap(position, crs);
    if (!centre) return;
    MapView view = m_canvas.view();
    view.centre = *centre;
    m_canvas.setView(denominator > 0 && view.scaleDenominator() > denominator ? view.withScale(denominator) : view);
}

void MapController::setSnapping(bool on) {
    if (on == m_snapping) return;
    m_snapping = on;
    Q_EMIT snappingChanged(on);
}

std::vector<FeatureHit> MapController::featuresUnder(QPointF pixel) const { return featuresAt(pixel, 6); }

// ---- what the tools see

layers::SnapshotPtr MapController::snapshot() const { return m_session.snapshot(); }
gis::LayerId MapController::currentLayer() const { return m_session.selection().currentLayer(); }
const FeatureSet& MapController::selection() const { return m_session.selection().features(); }
void MapController::select(FeatureSet features) { m_session.selection().select(std::move(features)); }
bool MapController::perform(const gis::Result<layers::ChangeSet>& change) { return m_session.perform(change); }
const MapView& MapController::view() const { return m_canvas.view(); }
void MapController::repaint() { m_canvas.update(); }
void MapController::pan(QPointF pixels) { m_canvas.panBy(pixels); }

std::vector<FeatureHit> MapController::featuresAt(QPointF pixel, double tolerance) const {
    const layers::SnapshotPtr plan = m_session.snapshot();
    if (!plan) return {};
    return findFeaturesAt({*plan, m_locator, m_canvas.view(), *m_transforms}, pixel, tolerance);
}

std::vector<gis::FeatureId> MapController::featuresIn(gis::LayerId layer, const QRectF& pixels) const {
    const layers::SnapshotPtr plan = m_session.snapshot();
    if (!plan) return {};
    return findFeaturesIn({*plan, m_locator, m_canvas.view(), *m_transforms}, layer, pixels);
}

std::optional<SnapTarget> MapController::snap(QPointF pixel, const std::optional<FeatureHit>& except) const {
    const layers::SnapshotPtr plan = m_session.snapshot();
    if (!plan || !m_snapping) return std::nullopt;
    return findSnapTarget({*plan, m_locator, m_canvas.view(), *m_transforms}, pixel, snapTolerance, except);
}

void MapController::say(MessageLevel level, const QString& text) { m_session.messages().post(level, text); }

void MapController::showReadout(const QString& title, const QString& value, const QString& second) {
    m_canvas.setReadout({title, value, second, {}, false});
}

void MapController::copyText(const QString& text) { QGuiApplication::clipboard()->setText(text); }

void MapController::askForElement(const layers::Layer& layer, const gis::Geometry& geometry, NewElementAnswer answer) {
    if (m_question)
        m_question(layer, geometry, QCursor::pos(), std::move(answer));
    else
        QMetaObject::invokeMethod(
            this, [answer] { answer(NewElement{}); }, Qt::QueuedConnection);
}

void MapController::beginLiveCheck(gis::LayerId layer, const std::optional<gis::Feature>& before) {
    m_session.live().begin(layer, before);
}

void MapController::liveCheck(gis::LayerId layer, const gis::Feature& feature) {
    m_session.live().request(layer, feature);
}

void MapController::liveProblem(const QString& why) { m_session.live().refuse(why); }

void MapController::endLiveCheck() { m_session.endGesture(); }

}  // namespace app
