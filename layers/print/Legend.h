// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <vector>

#include "layers/plan/PrintLayout.h"
#include "layers/render/DrawList.h"

namespace layers {

/// One line of a legend.
struct LegendEntry {
    QString title;
    Symbol symbol;
    int dimension = 2;  ///< of the sample: 0 marker, 1 line, 2 area
    QString key{};      ///< the class's own title, whatever the sheet calls it
};

/// The classes that lie in the map, none else: layout first, then control lines, boundaries, basemap; within these
/// from the top of the map downward. Classes of one title are one entry.
std::vector<LegendEntry> legendOf(const DrawList& list);

/// The entries as a sheet wants them: its order first, its titles, without those that it hides.
std::vector<LegendEntry> arrangedLegend(const std::vector<LegendEntry>& entries, const std::vector<LegendItem>& items);

/// A legend with its measures; lengths in mm on paper.
struct Legend {
    QString heading;
    std::vector<LegendEntry> entries;
    int columns = 1;
    double columnWidth = 0;
    QSizeF size;
    double unit = 1;  ///< 1 on A3; scales letters and distances
};

/// Measures a legend for a map of that height; more columns when one would be too high.
Legend measuredLegend(std::vector<LegendEntry> entries, double mapHeightMm, double unit);
/// Paints box, heading and entries with the top left corner at `corner`; the painter's unit is the millimetre.
void paintLegend(QPainter& painter, const Legend& legend, QPointF corner);
/// The sample of a symbol in a box of about 8.5 x 4 mm.
void paintSample(QPainter& painter, const Symbol& symbol, int dimension, const QRectF& box);

}  // namespace layers
