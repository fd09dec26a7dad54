// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QTimer>
#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

#include "app/canvas/MapGrids.h"
#include "app/canvas/MapPicture.h"
#include "app/canvas/MapTool.h"
#include "app/canvas/MapView.h"
#include "gis/geometry/Geometry.h"
#include "layers/project/ProjectSnapshot.h"

namespace app {

/// A geometry in the map's CRS to be shown above the map.
using MapShapes = std::vector<gis::Geometry>;

/// What is being made and is not in the plan yet: shapes, and places with a short text at them (the order of members).
struct MapPreview {
    MapShapes shapes;
    struct Mark {
        gis::Coordinate position;
        QString text;
    };
    std::vector<Mark> marks;
    bool isEmpty() const { return shapes.empty() && marks.empty(); }
};

/// The card beside the cursor: what a dragged feature crosses.
struct ReadoutCard {
    QString title;     ///< "Crosses 生态保护红线"
    QString value;     ///< "1 284.3670 ha", big and red
    QString second;    ///< "19 265.5 mu"
    QString footnote;  ///< "17.42 % of the feature ▲ +36.2 since the drag began"
    bool conflict = false;
    bool isEmpty() const { return title.isEmpty(); }
    bool operator==(const ReadoutCard&) const = default;
};

/// The map in the window: a picture drawn by workers from the const snapshot, shown moved and stretched until the
/// next one is there, and overlays painted on top at once. Pans with space, middle button and arrow keys, zooms with
/// the wheel about the cursor and with Shift-drag; everything else goes to the tool. GUI thread.
class MapCanvas : public QWidget {
    Q_OBJECT
public:
    explicit MapCanvas(QWidget* parent = nullptr);
    ~MapCanvas() override;

    /// Draws another version of the plan; null clears the map. The view stays.
    void setSnapshot(layers::SnapshotPtr snapshot);
    const layers::SnapshotPtr& snapshot() const { return m_snapshot; }
    /// Draws a plan whose linked layers are not read yet.
    void setUnread(layers::PlanPreview preview);
    /// Where what drawing needs of large linked layers is kept for the next session; null: nowhere.
    void setKept(std::shared_ptr<layers::KeptForms> kept) { m_picture.setKept(std::move(kept)); }
    /// With whom coordinates of large layers are shared.
    void setShared(std::shared_ptr<gis::SharedShapes> shared) { m_picture.setShared(std::move(shared)); }

    const MapView& view() const { return m_view; }
    /// Size is the widget's, whatever the view says.
    void setView(MapView view);
    void setMapCrs(const gis::CoordinateReferenceSystem& crs);
    /// Extent in the map's CRS.
    void zoomTo(const gis::Extent& extent, double margin = 0.06);
    /// About the centre.
    void zoomBy(double factor);
    void panBy(QPointF pixels);
    /// Draws the picture anew.
    void redraw();
    void setScaleDenominator(double denominator);

    /// Not owned; null for none.
    void setTool(MapTool* tool);
    MapTool* tool() const { return m_tool; }

    // ---- overlays, in the map's CRS
    void setSelection(MapShapes shapes);
    /// `quiet`: what is told for information alone.
    void setConflicts(MapShapes overlaps, MapShapes quiet = {});
    void setPreview(MapPreview preview);
    const MapPreview& preview() const { return m_preview; }
    void setReadout(const ReadoutCard& card);
    /// Lets shapes blink for a good second.
    void flash(MapShapes shapes);
    void setDecorationsShown(bool shown);  ///< scale bar and north arrow
    void setGridShown(layers::GridKind kind, bool shown);
    bool isGridShown(layers::GridKind kind) const { return m_grids.isShown(kind); }

    /// The sharp picture last drawn, with its device pixel ratio; null if none.
    const QImage& picture() const { return m_picture.image(); }
    /// The names on it, in canvas millimetres (see logicalPixelsPerMm), and the uppermost one under a pixel.
    std::vector<layers::PlacedLabel> labels() const { return m_picture.labelsIn(m_view); }
    std::optional<layers::PlacedLabel> labelUnder(QPointF pixel) const {
        return m_picture.labelAt(m_view, pixel / logicalPixelsPerMm);
    }
    bool isDrawing() const { return m_picture.isDrawing(); }
    /// Map position under the mouse, if it is over the canvas.
    std::optional<gis::Coordinate> cursorPosition() const { return m_cursor; }

Q_SIGNALS:
    void viewChanged(const app::MapView& view);
    void cursorMoved(gis::Coordinate position);  ///< in the map's CRS
    void cursorLeft();
    void drawingFinished(double milliseconds);
    void drawingFailed(const gis::Error& error);
    /// Something is left out of the picture.
    void drawingWarned(const gis::Warnings& warnings);
    void contextMenuWanted(QPoint globalPosition, gis::Coordinate position);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    enum class Gesture { None, Pan, ZoomBox };
    struct Fit {
        gis::Extent extent;
        double margin = 0;
    };
    void applyView(const MapView& view);
    void startGesture(Gesture gesture, QPointF at);
    void endGesture(QPointF at);
    bool panKey(int key);
    void updateCursorShape();
    MapPointer pointer(const QMouseEvent& event) const;
    void paintOverlays(QPainter& painter) const;

    layers::SnapshotPtr m_snapshot;
    MapView m_view;
    std::optional<Fit> m_fit;  ///< what was zoomed to last: kept in view while the widget changes its size
    MapPicture m_picture;
    MapTool* m_tool = nullptr;
    Gesture m_gesture = Gesture::None;
    QPointF m_gestureStart;
    QPointF m_gestureAt;
    bool m_spaceHeld = false;
    std::optional<MapPointer> m_shiftPress;  ///< a click or the start of a zoom box
    MapShapes m_selection;
    MapShapes m_conflicts, m_informed;
    MapShapes m_flashing;
    MapPreview m_preview;
    QTimer m_flashTimer;
    int m_flashPhase = 0;
    ReadoutCard m_readout;
    MapGrids m_grids;
    bool m_decorations = true;
    QPointF m_cursorPixel;
    std::optional<gis::Coordinate> m_cursor;
};

}  // namespace app
