// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <memory>

#include "app/canvas/FeatureLocator.h"
#include "app/canvas/MapCanvas.h"
#include "app/session/MapTransforms.h"
#include "app/session/Session.h"
#include "app/tools/ToolContext.h"

namespace app {

/// Joins session and canvas: the picture follows the plan, the selection and the live check are shown, and everything
/// that wants to point at the map does it here. It is also what the tools see. GUI thread.
class MapController : public QObject, private ToolContext {
    Q_OBJECT
public:
    MapController(Session& session, MapCanvas& canvas, QObject* parent = nullptr);
    ~MapController() override;

    MapCanvas& canvas() { return m_canvas; }
    ToolContext& toolContext() { return *this; }
    const MapTransforms& mapTransforms() const { return *m_transforms; }

    // ---- pointing
    /// To what the plan is about (see planExtentOf), or to all visible layers.
    void zoomToPlan();
    void zoomFull();
    void zoomToLayer(gis::LayerId layer);
    void zoomToFeatures(const FeatureSet& features);
    void zoomToSelection();
    /// Extent in the given CRS.
    void zoomToExtent(const gis::Extent& extent, const gis::CoordinateReferenceSystem& crs, double margin = 0.06);
    /// Lets features blink; zooms to them first if `zooms`.
    void flash(const FeatureSet& features, bool zooms = false);
    void flash(const std::vector<FeatureSet>& features, bool zooms = false);
    /// A finding: zooms to its overlap (or both features) and lets it blink.
    void showFinding(const layers::Finding& finding, const gis::CoordinateReferenceSystem& geometryCrs);
    /// Centre of the map, scale kept or at least shown at 1:denominator.
    void centreOn(gis::Coordinate position, const gis::CoordinateReferenceSystem& crs, double denominator = 0);

    bool isSnapping() const { return m_snapping; }
    void setSnapping(bool on);
    /// What is asked of the user when a drawing is finished. Without one, kind and name stay empty.
    using ElementQuestion = std::function<void(const layers::Layer& layer, const gis::Geometry& geometry,
                                               QPoint globalPosition, NewElementAnswer answer)>;
    void setElementQuestion(ElementQuestion question) { m_question = std::move(question); }

    /// Features under a canvas pixel, nearest first: for context menus and drops.
    std::vector<FeatureHit> featuresUnder(QPointF pixel) const;
    /// The area (or length) of the selected features for the status bar, computed by a worker; empty until it is there.
    QString selectionText() const { return m_selectionText; }
    /// Of one feature whose data state an area: that beside the measured one; else empty.
    const QString& statedText() const { return m_statedText; }

Q_SIGNALS:
    void snappingChanged(bool on);
    void selectionTextChanged();

private:
    // ToolContext
    layers::SnapshotPtr snapshot() const override;
    gis::LayerId currentLayer() const override;
    const FeatureSet& selection() const override;
    void select(FeatureSet features) override;
    bool perform(const gis::Result<layers::ChangeSet>& change) override;
    const MapView& view() const override;
    const MapTransforms& transforms() const override { return *m_transforms; }
    void repaint() override;
    void pan(QPointF pixels) override;
    std::vector<FeatureHit> featuresAt(QPointF pixel, double tolerance) const override;
    std::vector<gis::FeatureId> featuresIn(gis::LayerId layer, const QRectF& pixels) const override;
    std::optional<SnapTarget> snap(QPointF pixel, const std::optional<FeatureHit>& except) const override;
    std::vector<layers::PlacedLabel> labels() const override { return m_canvas.labels(); }
    std::optional<layers::PlacedLabel> labelAt(QPointF pixel) const override { return m_canvas.labelUnder(pixel); }
    void say(MessageLevel level, const QString& text) override;
    void showReadout(const QString& title, const QString& value, const QString& second) override;
    void copyText(const QString& text) override;
    void askForElement(const layers::Layer& layer, const gis::Geometry& geometry, NewElementAnswer answer) override;
    void beginLiveCheck(gis::LayerId layer, const std::optional<gis::Feature>& before) override;
    void liveCheck(gis::LayerId layer, const gis::Feature& feature) override;
    void liveProblem(const QString& why) override;
    void endLiveCheck() override;

    void onPreview(const layers::PlanPreview& preview);
    void onProject();
    void onPlan(const layers::ChangeSet& change);
    void onSelection();
    void onLive();
    void onLiveShapes();
    void measureSelection();
    MapShapes shapesOf(const FeatureSet& features) const;

    Session& m_session;
    MapCanvas& m_canvas;
    std::unique_ptr<MapTransforms> m_transforms;
    FeatureLocator m_locator;
    ElementQuestion m_question;
    layers::LatestJob m_measureJob;
    QString m_selectionText, m_statedText;
    bool m_snapping = true;
    bool m_readoutIsLive = false;
    std::optional<MapView> m_previewed;  ///< as it was first shown before the project was read
};

}  // namespace app
