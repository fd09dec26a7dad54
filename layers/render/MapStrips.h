// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QRect>
#include <functional>
#include <utility>

#include "gis/base/Control.h"
#include "gis/drawing/ShapePainting.h"
#include "layers/render/DrawList.h"

namespace layers {

/// A map that takes long is drawn in strips of rows, those nearest to where one looks first, so that they can be seen
/// as they are finished.
struct MapStrips {
    double focus = 0.5;  ///< where one looks, as a share of the map's height from its upper edge
    /// Called from the drawing threads, one call at a time: these rows of the map. Lines above the forms that cross the
    /// edge of a strip may still differ from the finished map by shades, and fine dashes by their phase.
    std::function<void(const QImage& strip, const QRect& rows)> finished{};
};

/// The first and the last layer of a list that are drawn from forms; both past the end if there is none.
std::pair<std::size_t, std::size_t> formsOf(const DrawList& list);

/// Whether the layers with forms lie together and little is drawn above them: that is painted twice.
bool canBeDrawnInStrips(const DrawList& list);

/// Calls `paint` for each strip of an image of this size on all threads, each call with a control of one thread, and tells
/// of what it gives; null means canceled. False if canceled.
bool paintStrips(QSize size, const MapStrips& strips, const gis::JobControl& control,
                 const std::function<QImage(gis::RowRange rows, const gis::JobControl& control)>& paint);

}  // namespace layers
