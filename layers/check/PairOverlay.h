// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>

#include "gis/engine/Overlay.h"
#include "gis/engine/PreparedGeometry.h"
#include "layers/check/PreparedLayer.h"

namespace layers {

/// Cuts one plan feature after another with control features. Keeps large control shapes prepared, and hands the
/// overlay only the part of a large shape that lies near the other one. One per thread; an answer depends on nothing
/// but the two shapes.
class PairOverlay {
public:
    /// The plan feature that the next questions are about; it must outlive them.
    void begin(const gis::Geometry& plan);

    /// Whether the two have a point in common.
    gis::Result<bool> meet(const CheckFeature& control);
    /// What they share, for two that meet.
    gis::Result<gis::OverlayAnswer> cut(const CheckFeature& control);
    /// The control shape as far as it lies near the plan feature.
    gis::Geometry nearPart(const CheckFeature& control) const;

private:
    gis::Result<const gis::PreparedGeometry*> preparedPlan();
    gis::Result<const gis::PreparedGeometry*> preparedControl(const CheckFeature& control);

    const gis::Geometry* m_plan = nullptr;
    std::optional<gis::PreparedGeometry> m_preparedPlan;
    std::map<const CheckFeature*, gis::PreparedGeometry> m_preparedControls;  ///< large ones, as they were asked for
};

}  // namespace layers
