// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include "app/canvas/MapBackdrop.h"
#include "app/tools/SnapFinder.h"
#include "app/tools/ToolContext.h"

/// What a tool sees, over a bare snapshot: changes are applied to it and their names noted.
class StandInContext : public app::ToolContext {
public:
    explicit StandInContext(layers::SnapshotPtr plan) : m_plan(std::move(plan)), m_transforms(app::mapCrsOf(*m_plan)) {
        m_view.crs = m_transforms.mapCrs();
        m_view.size = {800, 600};
        m_locator.reset(m_plan);
    }

    app::MapView m_view;
    gis::LayerId m_current{};
    app::FeatureSet m_selection;
    QStringList steps;     ///< names of the changes performed
    QStringList said;      ///< messages
    QStringList readouts;  ///< values shown beside the cursor
    QString copied;
    QStringList liveCalls;  ///< "begin", "check", "problem", "end"
    std::optional<gis::Feature> lastLive;
    std::optional<app::NewElement> element = app::NewElement{"platform", "drawn"};
    bool snapping = false;
    std::vector<layers::PlacedLabel> shownLabels;  ///< names on the picture, canvas millimetres
    layers::SnapshotPtr m_plan;

    layers::SnapshotPtr snapshot() const override { return m_plan; }
    gis::LayerId currentLayer() const override { return m_current; }
    const app::FeatureSet& selection() const override { return m_selection; }
    void select(app::FeatureSet features) override { m_selection = std::move(features); }
    bool perform(const gis::Result<layers::ChangeSet>& change) override {
        if (!change) {
            said << QString::fromStdString(gis::describe(change.error()));
            return false;
        }
        const auto next = layers::applied(m_plan, *change);
        if (!next) return false;
        m_plan = *next;
        m_locator.follow(m_plan, *change);
        steps << QString::fromStdString(gis::translated(change->text));
        return true;
    }
    const app::MapView& view() const override { return m_view; }
    const app::MapTransforms& transforms() const override { return m_transforms; }
    void repaint() override {}
    void pan(QPointF pixels) override { m_view = m_view.panned(pixels); }
    std::vector<app::FeatureHit> featuresAt(QPointF pixel, double tolerance) const override {
        return app::findFeaturesAt(around(), pixel, tolerance);
    }
    std::vector<gis::FeatureId> featuresIn(gis::LayerId layer, const QRectF& pixels) const override {
        return app::findFeaturesIn(around(), layer, pixels);
    }
    std::optional<app::SnapTarget> snap(QPointF pixel, const std::optional<app::FeatureHit>& except) const override {
        return snapping ? app::findSnapTarget(around(), pixel, 10, except) : std::nullopt;
    }
    std::vector<layers::PlacedLabel> labels() const override { return shownLabels; }
    std::optional<layers::PlacedLabel> labelAt(QPointF pixel) const override {
        for (const layers::PlacedLabel& label : shownLabels)
            for (const QRectF& box : label.boxes)
                if (box.contains(pixel / app::logicalPixelsPerMm)) return label;
        return std::nullopt;
    }
    void say(app::MessageLevel, const QString& text) override { said << text; }
    void showReadout(const QString&, const QString& value, const QString&) override { readouts << value; }
    void copyText(const QString& text) override { copied = text; }
    void askForElement(const layers::Layer&, const gis::Geometry&, app::NewElementAnswer answer) override {
        answer(element);
    }
    void beginLiveCheck(gis::LayerId, const std::optional<gis::Feature>&) override {
        liveCalls << QStringLiteral("begin");
    }
    void liveCheck(gis::LayerId, const gis::Feature& feature) override {
        liveCalls << QStringLiteral("check");
        lastLive = feature;
    }
    void liveProblem(const QString& why) override {
        if (!why.isEmpty()) liveCalls << QStringLiteral("problem");
    }
    void endLiveCheck() override { liveCalls << QStringLiteral("end"); }

    // ---- the mouse, at positions in the map's CRS
    app::MapPointer pointer(gis::Coordinate at, Qt::MouseButton button = Qt::LeftButton,
                            Qt::KeyboardModifiers modifiers = {}) const {
        return {m_view.toScreen(at), at, button, button, modifiers};
    }
    void click(app::MapTool& tool, gis::Coordinate at, Qt::KeyboardModifiers modifiers = {}) const {
        tool.move(pointer(at, Qt::NoButton, modifiers));
        tool.press(pointer(at, Qt::LeftButton, modifiers));
        tool.release(pointer(at, Qt::LeftButton, modifiers));
    }
    void drag(app::MapTool& tool, gis::Coordinate from, gis::Coordinate to,
              Qt::KeyboardModifiers modifiers = {}) const {
        tool.move(pointer(from, Qt::NoButton));
        tool.press(pointer(from));
        for (int i = 1; i <= 4; ++i)
            tool.move(pointer({from.x + (to.x - from.x) * i / 4, from.y + (to.y - from.y) * i / 4}));
        tool.release(pointer(to, Qt::LeftButton, modifiers));
    }

private:
    app::MapSurroundings around() const { return {*m_plan, m_locator, m_view, m_transforms}; }
    app::MapTransforms m_transforms;
    app::FeatureLocator m_locator;
};
