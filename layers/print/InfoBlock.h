// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QPainter>
#include <QStringList>

#include "gis/crs/CoordinateReferenceSystem.h"
#include "layers/plan/PrintLayout.h"
#include "layers/print/ScaleBar.h"

namespace layers {

/// Scale bar, scale, coordinate reference system, basis, author, date, sources and cautions, in one box.
struct InfoBlock {
    std::optional<ScaleBar> bar;
    QStringList facts;  ///< as they are printed, already broken into lines
    QStringList notes;  ///< smaller
    QSizeF size;        ///< mm
    double unit = 1;
};

InfoBlock measuredInfoBlock(const PrintLayout& layout, const gis::CoordinateReferenceSystem& crs, double denominator,
                            double unit);
void paintInfoBlock(QPainter& painter, const InfoBlock& block, QPointF corner);

/// A CRS as a reader of maps calls it: "CGCS2000 Gauss-Krüger, 3° zone, central meridian 108°E".
gis::Message crsWords(const gis::CoordinateReferenceSystem& crs);

}  // namespace layers
