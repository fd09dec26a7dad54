// SPDX-License-Identifier: Apache-2.0
#include "layers/check/PairOverlay.h"

#include <algorithm>

#include "gis/engine/Validity.h"

namespace layers {

namespace {

// Below this many coordinates preparing or cutting a shape costs more than it saves.
constexpr std::size_t largeCount = 400;

bool isLarge(const gis::Geometry& geometry) { return geometry.coordinateCount() > largeCount; }

// The part of a large shape near a box. The cut lies well away from the box, so that what is in the box stays as it
// is but for the rounding of a long edge that leaves it (GEOS's own overlay cuts in the same way). The shape itself
// where cutting it makes something invalid.
gis::Geometry partNear(const gis::Geometry& shape, const gis::Extent& box) {
    if (!isLarge(shape)) return shape;
    const double margin = std::max({box.width(), box.height(), shape.extent().width() * 1e-3});
    const gis::Extent window = box.grown(margin);
    if (window.contains(shape.extent())) return shape;
    const auto part = gis::clipped(shape, window);
    if (!part || part->isEmpty() || part->dimension() != shape.dimension() || gis::flawOf(*part)) return shape;
    return *part;
}

}  // namespace

void PairOverlay::begin(const gis::Geometry& plan) {
    m_plan = &plan;
    m_preparedPlan.reset();
}

gis::Result<const gis::PreparedGeometry*> PairOverlay::preparedPlan() {
    if (!m_preparedPlan) {
        TUCE_TRY(prepared, gis::PreparedGeometry::make(*m_plan));
        m_preparedPlan = std::move(prepared);
    }
    return &*m_preparedPlan;
}

gis::Result<const gis::PreparedGeometry*> PairOverlay::preparedControl(const CheckFeature& control) {
    const auto known = m_preparedControls.find(&control);
    if (known != m_preparedControls.end()) return &known->second;
    TUCE_TRY(prepared, gis::PreparedGeometry::make(control.geometry));
    return &m_preparedControls.emplace(&control, std::move(prepared)).first->second;
}

gis::Result<bool> PairOverlay::meet(const CheckFeature& control) {
    if (!m_plan->extent().meets(control.geometry.extent())) return false;
    const bool askControl = isLarge(control.geometry) && control.geometry.coordinateCount() > m_plan->coordinateCount();
    TUCE_TRY(prepared, askControl ? preparedControl(control) : preparedPlan());
    return prepared->intersects(askControl ? *m_plan : control.geometry);
}

gis::Result<gis::OverlayAnswer> PairOverlay::cut(const CheckFeature& control) {
    // A shape that a polygon covers is itself what they share; found with the large one prepared, and exact.
    if (isLarge(control.geometry) && control.geometry.dimension() == 2) {
        TUCE_TRY(prepared, preparedControl(control));
        TUCE_TRY(covered, prepared->covers(*m_plan));
        if (covered) return gis::OverlayAnswer{*m_plan, gis::OverlayRoute::Floating};
    }
    if (isLarge(*m_plan) && m_plan->dimension() == 2) {
        TUCE_TRY(prepared, preparedPlan());
        TUCE_TRY(covered, prepared->covers(control.geometry));
        if (covered) return gis::OverlayAnswer{control.geometry, gis::OverlayRoute::Floating};
    }
    return gis::overlay(gis::OverlayOperation::Intersection, partNear(*m_plan, control.geometry.extent()),
                        nearPart(control));
}

gis::Geometry PairOverlay::nearPart(const CheckFeature& control) const {
    return partNear(control.geometry, m_plan->extent());
}

}  // namespace layers
