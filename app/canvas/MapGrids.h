// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "app/canvas/MapView.h"
#include "layers/print/Graticule.h"

class QPainter;

namespace app {

/// The grids above the map: meridians and parallels, kilometres, their numbers along the edges, and what the numbers
/// are counted in. The lines are worked out anew when the view changes. GUI thread.
class MapGrids {
public:
    void setShown(layers::GridKind kind, bool shown);
    bool isShown(layers::GridKind kind) const { return of(kind).isShown; }
    void paint(QPainter& painter, const MapView& view);

private:
    struct Grid {
        bool isShown = false;
        gis::CoordinateReferenceSystem mapCrs;
        std::optional<layers::GridMaker> maker;
        MapView view;  ///< for which `lines` stands
        layers::GridOnMap lines;
    };
    const Grid& of(layers::GridKind kind) const { return kind == layers::GridKind::Degrees ? m_degrees : m_kilometres; }
    static void follow(Grid& grid, layers::GridKind kind, const MapView& view);
    Grid m_degrees, m_kilometres;
};

/// What a kilometre grid says of itself: "CGCS2000 · 3° zone 36 · 108°E", or the name of a CRS that is no such zone.
QString zoneText(const gis::CoordinateReferenceSystem& crs);

}  // namespace app
