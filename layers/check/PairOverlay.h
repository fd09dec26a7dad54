// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "gis/engine/Overlay.h"
#include "layers/check/PreparedLayer.h"

namespace layers {

/// Makes the geometries that numbers alone do not need: cut pieces, what is left, shapes to measure a distance from. Hands
/// the overlay only the part of a large shape that lies near the other one. One per thread; an answer depends on nothing
/// but the two shapes.
class PairOverlay {
public:
    /// The plan feature that the next questions are about; it must outlive them.
    void begin(const CheckFeature& plan);

    /// What plan and control share, by the overlay engine.
    gis::Result<gis::OverlayAnswer> cut(const CheckFeature& control);
    /// The same of the whole shapes, however large: for where near parts misled GEOS, which takes a ring's direction from
    /// all of it.
    gis::Result<gis::OverlayAnswer> wholeCut(const CheckFeature& control);
    /// What of `rest`, a part of the plan feature, a control polygon does not cover. Its area is to be checked, as that of
    /// cut() is.
    gis::Result<gis::Geometry> without(const gis::Geometry& rest, const CheckFeature& control);
    /// The control shape as far as it lies near the plan feature.
    gis::Geometry nearPart(const CheckFeature& control);
    const gis::Geometry& plan();
    const gis::Geometry& shape(const CheckFeature& control);

private:
    const CheckFeature* m_plan = nullptr;
    gis::Geometry m_planShape;
    std::map<const CheckFeature*, gis::Geometry> m_large;  ///< large control shapes, as they were asked for
    gis::Geometry m_small;
};

}  // namespace layers
