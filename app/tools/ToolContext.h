// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointF>
#include <QString>
#include <functional>
#include <optional>

#include "app/canvas/HitTest.h"
#include "app/session/Messages.h"
#include "app/session/Selection.h"
#include "layers/project/ChangeSet.h"
#include "layers/render/LabelPlacer.h"

namespace app {

/// Where a drawn point would snap to.
struct SnapTarget {
    enum class Kind { Vertex, Edge };
    Kind kind = Kind::Vertex;
    gis::Coordinate position;  ///< in the map's CRS
    gis::LayerId layer{};
    gis::FeatureId feature{};
    QString layerName;
};

/// A feature under the mouse.
struct FeatureHit {
    gis::LayerId layer{};
    gis::FeatureId feature{};
    double pixels = 0;
    bool operator==(const FeatureHit&) const = default;
};

/// What a user says about a feature just drawn. Without a value the drawing is dropped.
struct NewElement {
    std::string kind;  ///< word of resources/schemes/kinds.json; empty for layers without such a field
    std::string name;
};
using NewElementAnswer = std::function<void(std::optional<NewElement>)>;

/// All that a tool sees of the program; tests use a stand-in. GUI thread.
class ToolContext {
public:
    virtual ~ToolContext() = default;

    // ---- the plan
    virtual layers::SnapshotPtr snapshot() const = 0;  ///< null if no project is open
    virtual gis::LayerId currentLayer() const = 0;     ///< where drawing goes
    virtual const FeatureSet& selection() const = 0;
    virtual void select(FeatureSet features) = 0;
    virtual bool perform(const gis::Result<layers::ChangeSet>& change) = 0;

    // ---- the map
    virtual const MapView& view() const = 0;
    virtual const MapTransforms& transforms() const = 0;
    /// Paint the tool's preview anew.
    virtual void repaint() = 0;
    /// The map moved by so many pixels.
    virtual void pan(QPointF pixels) = 0;
    /// Visible features within `tolerance` pixels (polygons: where the mouse is inside), in the order in which one
    /// would mean them: see findFeaturesAt.
    virtual std::vector<FeatureHit> featuresAt(QPointF pixel, double tolerance) const = 0;
    /// Features of a layer wholly inside the box of pixels.
    virtual std::vector<gis::FeatureId> featuresIn(gis::LayerId layer, const QRectF& pixels) const = 0;
    /// The nearest vertex, else edge, of the visible layers within some pixels; nothing while snapping is off.
    /// `except` is left out (the feature being edited), if given.
    virtual std::optional<SnapTarget> snap(QPointF pixel, const std::optional<FeatureHit>& except) const = 0;

    // ---- names on the map, in canvas millimetres (see logicalPixelsPerMm)
    virtual std::vector<layers::PlacedLabel> labels() const = 0;
    /// The uppermost one under a pixel.
    virtual std::optional<layers::PlacedLabel> labelAt(QPointF pixel) const = 0;

    // ---- talking
    virtual void say(MessageLevel level, const QString& text) = 0;
    /// Numbers beside the cursor and in the status bar while measuring; empty to end.
    virtual void showReadout(const QString& title, const QString& value, const QString& second) = 0;
    virtual void copyText(const QString& text) = 0;
    /// Asks for kind and name of a feature just drawn; the answer comes later, without blocking.
    virtual void askForElement(const layers::Layer& layer, const gis::Geometry& geometry, NewElementAnswer answer) = 0;

    // ---- the live check (see LiveConflicts)
    virtual void beginLiveCheck(gis::LayerId layer, const std::optional<gis::Feature>& before) = 0;
    virtual void liveCheck(gis::LayerId layer, const gis::Feature& feature) = 0;
    /// There is no number just now, and why; an empty text: the feature is not checked at all.
    virtual void liveProblem(const QString& why) = 0;
    virtual void endLiveCheck() = 0;
};

}  // namespace app
