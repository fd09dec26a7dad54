// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/print/Graticule.h"
#include "layers/print/InfoBlock.h"
#include "layers/print/Legend.h"
#include "layers/render/LabelSolver.h"

namespace layers {

/// A sheet worked out: what stands where. Lengths are mm on paper; `map` is in the paper's coordinates, all other
/// places in those of the map (origin at its top left corner). A value; the preview and every export paint the same.
struct SheetComposition {
    QSizeF paper;
    QRectF map;
    double unit = 1;  ///< 1 on A3: scales furniture to the paper
    MapSettings settings;
    DrawList list;
    std::vector<PlacedLabel> labels;
    std::vector<GraticuleTick> graticule;

    QString title;
    TextStyle titleStyle;
    QPointF titleBaseline;
    std::vector<LegendEntry> legendOffer;  ///< all that a legend could show, in its usual order
    std::optional<Legend> legend;
    QPointF legendCorner;
    InfoBlock info;
    QPointF infoCorner;
    std::optional<QRectF> northArrow;

    /// Boxes of the furniture, which no label meets.
    std::vector<QRectF> furniture() const;
};

inline constexpr double sheetMarginMm = 9;     ///< from the paper's edge to the outer line (on A3)
inline constexpr double sheetLineGapMm = 4.2;  ///< between outer and inner neat line

/// Works out a sheet: frame, scale, what is drawn, legend of what is seen, furniture in the corners with the least
/// content, labels clear of both. `pixelsPerMm` says how fine lines are kept. Errors: CrsUnknown, InvalidArgument for
/// a paper too small, those of makeDrawList; Canceled.
gis::Result<SheetComposition> composeSheet(const ProjectSnapshot& snapshot, const PrintLayout& layout,
                                           double pixelsPerMm, const gis::JobControl& control = {});

/// The painter's unit is the millimetre, its origin the paper's top left corner. False if canceled.
bool paintSheet(QPainter& painter, const SheetComposition& sheet, const gis::CancelToken& cancel = {});

}  // namespace layers
