// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCursor>
#include <QPainter>
#include <QPointF>
#include <QString>

#include "app/canvas/MapView.h"

namespace app {

/// A mouse event on the map.
struct MapPointer {
    QPointF pixel;             ///< logical pixels in the canvas
    gis::Coordinate position;  ///< in the map's CRS
    Qt::MouseButton button = Qt::NoButton;
    Qt::MouseButtons buttons;
    Qt::KeyboardModifiers modifiers;
};

/// What the mouse does on the map. The canvas forwards events (after panning and zooming have taken theirs) and lets
/// the tool paint on top. A tool edits a preview only; the plan changes by one ChangeSet at the end of a gesture.
class MapTool {
public:
    virtual ~MapTool() = default;
    virtual QCursor cursor() const { return Qt::ArrowCursor; }
    /// One line for the status bar: what to do now. Translated.
    virtual QString hint() const { return {}; }
    virtual void activate() {}
    /// Ends any gesture without a change.
    virtual void deactivate() { cancel(); }

    virtual void press(const MapPointer&) {}
    virtual void move(const MapPointer&) {}
    virtual void release(const MapPointer&) {}
    virtual void doubleClick(const MapPointer&) {}
    /// A Qt::Key; true if the tool used it.
    virtual bool key(int, Qt::KeyboardModifiers) { return false; }
    /// Esc, or something else came between.
    virtual void cancel() {}
    /// An unfinished gesture is under way.
    virtual bool isBusy() const { return false; }
    /// The right button just meant something else than a context menu.
    virtual bool tookRightButton() const { return false; }
    /// A key that the tool would use now, though it is a shortcut of the window elsewhere.
    virtual bool wantsKey(int, Qt::KeyboardModifiers) const { return false; }
    /// Ctrl+C copies something of the tool's.
    virtual bool wantsCopy() const { return false; }
    /// The plan or the selection was replaced (edit, undo, redo).
    virtual void planChanged() {}
    virtual void paint(QPainter&, const MapView&) const {}
};

}  // namespace app
