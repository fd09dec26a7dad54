// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPainter>
#include <vector>

#include "gis/crs/CoordinateTransform.h"
#include "layers/render/MapSettings.h"
#include "layers/render/PaperShape.h"

namespace layers {

/// Where a line of a grid meets the edge of the map.
struct GraticuleTick {
    enum class Side { Top, Bottom, Left, Right };
    Side side = Side::Top;
    double atMm = 0;   ///< along the side, from the left or the top
    double value = 0;  ///< degrees, or metres of a kilometre grid
};

enum class GridKind { Degrees, Kilometres };

/// The lines of a grid on a map: meridians and parallels, or eastings and northings.
struct GridOnMap {
    std::vector<QPolygonF> lines;  ///< mm from the map's top left corner; they may run beyond the map
    std::vector<GraticuleTick> ticks;
    double step = 0;  ///< degrees or metres between two lines; 0: no grid fits
};

/// Makes the grids of maps in one CRS. Holds the transforms, which cost more than a grid; one thread.
class GridMaker {
public:
    /// `gridCrs` tells the numbers: a geographic CRS for degrees, a projected one in metres for kilometres. Errors:
    /// those of CoordinateTransform::make; InvalidArgument where the CRS does not fit the kind.
    static gis::Result<GridMaker> make(GridKind kind, const gis::CoordinateReferenceSystem& mapCrs,
                                       const gis::CoordinateReferenceSystem& gridCrs);
    /// Round numbers about `wantedMm` apart; nothing where the map has no place in the grid's CRS.
    GridOnMap gridOf(const PaperFrame& frame, double wantedMm) const;
    /// The same without the lines, each side with a step of its own.
    std::vector<GraticuleTick> ticksOf(const PaperFrame& frame, double wantedMm) const;
    const gis::CoordinateReferenceSystem& gridCrs() const { return m_gridCrs; }

private:
    GridMaker(GridKind kind, gis::CoordinateReferenceSystem gridCrs, gis::CoordinateTransform toGrid,
              gis::CoordinateTransform toMap);
    double roundStep(double wanted) const;
    GridKind m_kind;
    gis::CoordinateReferenceSystem m_gridCrs;
    gis::CoordinateTransform m_toGrid, m_toMap;
};

/// Degrees by the datum of the map where that is WGS 84, else by CGCS2000.
gis::CoordinateReferenceSystem degreesFor(const gis::CoordinateReferenceSystem& mapCrs);
/// The CRS of a kilometre grid: the map's own where that is in metres, else the CGCS2000 zone of 3° about the middle
/// of the extent; unknown outside China.
gis::CoordinateReferenceSystem kilometresFor(const gis::CoordinateReferenceSystem& mapCrs, const gis::Extent& extent);

/// Ticks at round degrees, about `wantedMm` apart. Empty where the CRS cannot be taken to degrees.
std::vector<GraticuleTick> graticuleTicks(const gis::CoordinateReferenceSystem& crs, const PaperFrame& frame,
                                          double wantedMm = 55);
/// "107°30′": degrees with minutes and seconds where they are not zero.
QString degreesText(double degrees);
/// "3410": kilometres, with decimals where metres are no whole kilometre.
QString kilometresText(double metres);
/// Ticks and numbers in the band of `bandMm` outside the map; the painter's origin is the map's corner.
void paintGraticule(QPainter& painter, const std::vector<GraticuleTick>& ticks, const QRectF& map, double bandMm,
                    double unit);

}  // namespace layers
