// SPDX-License-Identifier: Apache-2.0
#include "layers/check/PairOverlay.h"

#include <algorithm>

#include "gis/engine/Validity.h"
#include "gis/overlap/NearPart.h"

namespace layers {

namespace {

// Below this many coordinates cutting a shape costs more than it saves.
constexpr std::size_t largeCount = 400;

// The part of a large shape near a box. The cut lies well away from the box, so that what is in the box stays as it
// is but for the rounding of a long edge that leaves it (GEOS's own overlay cuts in the same way). The shape itself
// where cutting it makes something invalid.
gis::Geometry partNear(const gis::Geometry& shape, const gis::Extent& box) {
    if (shape.coordinateCount() <= largeCount) return shape;
    const double margin = std::max({box.width(), box.height(), shape.extent().width() * 1e-3});
    const gis::Extent window = box.grown(margin);
    if (window.contains(shape.extent())) return shape;
    const auto part = gis::clipped(shape, window);
    if (!part || part->isEmpty() || part->dimension() != shape.dimension() || gis::flawOf(*part)) return shape;
    return *part;
}

}  // namespace

void PairOverlay::begin(const CheckFeature& plan) {
    m_plan = &plan;
    m_planShape = {};
}

const gis::Geometry& PairOverlay::plan() {
    if (m_planShape.isEmpty()) m_planShape = m_plan->geometry();
    return m_planShape;
}

const gis::Geometry& PairOverlay::shape(const CheckFeature& control) {
    if (control.vertexCount() <= largeCount) return m_small = control.geometry();
    const auto known = m_large.find(&control);
    if (known != m_large.end()) return known->second;
    constexpr std::size_t mostKept = 16;
    if (m_large.size() >= mostKept) m_large.clear();
    return m_large.emplace(&control, control.geometry()).first->second;
}

gis::Result<gis::OverlayAnswer> PairOverlay::cut(const CheckFeature& control) {
    constexpr auto operation = gis::OverlayOperation::Intersection;
    if (m_plan->dimension() != 2 || control.dimension() != 2) return gis::overlay(operation, plan(), shape(control));
    const gis::Extent& a = m_plan->extent();
    const gis::Extent& b = control.extent();
    const gis::Extent shared{std::max(a.minX, b.minX), std::max(a.minY, b.minY), std::min(a.maxX, b.maxX),
                             std::min(a.maxY, b.maxY)};
    // GEOS looks somewhat beyond the common box; what is straightened must lie further out.
    const gis::Extent window = shared.grown(std::max({shared.width(), shared.height(), a.width() * 1e-6}));
    auto answer =
        gis::overlayBy(gis::OverlayRoute::Floating, operation, gis::nearPart(*m_plan->layer, m_plan->shape, window),
                       gis::nearPart(*control.layer, control.shape, window));
    if (answer) return gis::OverlayAnswer{std::move(*answer), gis::OverlayRoute::Floating};
    return gis::overlay(operation, plan(), shape(control));
}

gis::Result<gis::OverlayAnswer> PairOverlay::wholeCut(const CheckFeature& control) {
    return gis::overlay(gis::OverlayOperation::Intersection, plan(), shape(control));
}

// One zone after the other: their union would be made of all that lies around the plan feature, and thrown away.
gis::Result<gis::Geometry> PairOverlay::without(const gis::Geometry& rest, const CheckFeature& control) {
    constexpr auto operation = gis::OverlayOperation::Difference;
    if (!rest.extent().meets(control.extent())) return rest;
    if (control.vertexCount() > largeCount) {
        const gis::Extent& box = m_plan->extent();
        const gis::Geometry part =
            gis::nearPart(*control.layer, control.shape, box.grown(std::max(box.width(), box.height())));
        if (part.isEmpty()) return rest;
        if (auto answer = gis::overlayBy(gis::OverlayRoute::Floating, operation, rest, part)) return answer;
    }
    TUCE_TRY(answer, gis::overlay(operation, rest, shape(control)));
    return std::move(answer.geometry);
}

gis::Geometry PairOverlay::nearPart(const CheckFeature& control) { return partNear(shape(control), plan().extent()); }

}  // namespace layers
