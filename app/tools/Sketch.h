// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPainter>
#include <optional>
#include <vector>

#include "app/tools/ToolContext.h"

namespace app {

/// The vertices put down so far, in the map's CRS, and the one that follows the mouse: what drawing and measuring
/// have in common. A value with a painter.
class Sketch {
public:
    const std::vector<gis::Coordinate>& vertices() const { return m_vertices; }
    bool isEmpty() const { return m_vertices.empty(); }
    /// Adds, unless it is the same place as the last one.
    void add(gis::Coordinate position);
    void removeLast();
    void clear();
    void follow(std::optional<gis::Coordinate> position) { m_floating = position; }
    /// The vertices with the floating one behind.
    std::vector<gis::Coordinate> withFloating() const;
    /// Line, outline and vertices; `closed` fills too.
    void paint(QPainter& painter, const MapView& view, bool closed, const QColor& colour) const;

private:
    std::vector<gis::Coordinate> m_vertices;
    std::optional<gis::Coordinate> m_floating;
};

/// Point (1 vertex), line (2 or more) or polygon (3 or more) of a dimension; empty if there are too few.
gis::Geometry geometryOf(const std::vector<gis::Coordinate>& vertices, int dimension);
/// Where an outline crosses itself: a red ring.
void paintCrossing(QPainter& painter, const MapView& view, gis::Coordinate place);
/// By the cursor, while an outline crosses itself; and once it was left so.
QString crossingText();
QString crossedText();
/// The snap target: a square on a vertex, a cross on an edge, with the layer's name.
void paintSnapTarget(QPainter& painter, const MapView& view, const SnapTarget& target, const QColor& colour);

}  // namespace app
