// SPDX-License-Identifier: Apache-2.0
#include "gis/engine/Overlay.h"

#include <algorithm>
#include <cmath>

#include "gis/engine/Geos.h"
#include "gis/engine/Validity.h"

namespace gis {

namespace {

using geos::GeometryHandle;

GEOSGeometry* exactly(OverlayOperation operation, const GEOSGeometry* a, const GEOSGeometry* b) {
    switch (operation) {
        case OverlayOperation::Intersection:
            return GEOSIntersection_r(geos::context(), a, b);
        case OverlayOperation::Union:
            return GEOSUnion_r(geos::context(), a, b);
        case OverlayOperation::Difference:
            return GEOSDifference_r(geos::context(), a, b);
        default:
            return GEOSSymDifference_r(geos::context(), a, b);
    }
}

GEOSGeometry* snapRounded(OverlayOperation operation, const GEOSGeometry* a, const GEOSGeometry* b, double grid) {
    switch (operation) {
        case OverlayOperation::Intersection:
            return GEOSIntersectionPrec_r(geos::context(), a, b, grid);
        case OverlayOperation::Union:
            return GEOSUnionPrec_r(geos::context(), a, b, grid);
        case OverlayOperation::Difference:
            return GEOSDifferencePrec_r(geos::context(), a, b, grid);
        default:
            return GEOSSymDifferencePrec_r(geos::context(), a, b, grid);
    }
}

int answerDimension(OverlayOperation operation, const Geometry& a, const Geometry& b) {
    switch (operation) {
        case OverlayOperation::Intersection:
            return std::min(a.dimension(), b.dimension());
        case OverlayOperation::Difference:
            return a.dimension();
        default:
            return std::max(a.dimension(), b.dimension());
    }
}

/// The grid of the last route: 1e-9 of the extent, but not finer than the doubles of the coordinates.
double gridFor(const Geometry& a, const Geometry& b) {
    Extent extent = a.extent();
    extent.include(b.extent());
    const double size = std::max(extent.width(), extent.height());
    const double reach = std::max(
        {std::fabs(extent.minX), std::fabs(extent.maxX), std::fabs(extent.minY), std::fabs(extent.maxY), 1e-300});
    return std::max(size * 1e-9, reach * 1e-15);
}

Message overlayProblem() { return message("gis", "the two geometries cannot be overlaid"); }

Result<Geometry> mended(const Geometry& geometry) {
    const auto flaw = flawOf(geometry);
    if (!flaw) return geometry;
    TUCE_TRY(repair, repaired(geometry, *flaw));
    return std::move(repair.geometry);
}

/// The answer where one side is empty or the two are far apart, so that GEOS need not be asked.
bool isTrivial(OverlayOperation operation, const Geometry& a, const Geometry& b, Geometry& answer) {
    const bool apart = a.isEmpty() || b.isEmpty() || !a.extent().meets(b.extent());
    if (operation == OverlayOperation::Intersection) {
        answer = {};
        return apart;
    }
    if (operation == OverlayOperation::Difference) {
        answer = a;
        return apart;
    }
    answer = a.isEmpty() ? b : a;
    return a.isEmpty() || b.isEmpty();
}

}  // namespace

const char* routeName(OverlayRoute route) {
    switch (route) {
        case OverlayRoute::Floating:
            return "floating";
        case OverlayRoute::RepairedInputs:
            return "repaired_inputs";
        default:
            return "snap_rounded";
    }
}

Result<Geometry> overlayBy(OverlayRoute route, OverlayOperation operation, const Geometry& a, const Geometry& b) {
    Geometry simple;
    if (isTrivial(operation, a, b, simple)) return simple;
    const int keep = answerDimension(operation, a, b);
    if (route == OverlayRoute::Floating) {
        TUCE_TRY(first, geos::toGeos(a));
        TUCE_TRY(second, geos::toGeos(b));
        return geos::answer(exactly(operation, first.get(), second.get()), overlayProblem(), keep);
    }
    TUCE_TRY(mendedA, mended(a));
    TUCE_TRY(mendedB, mended(b));
    if (isTrivial(operation, mendedA, mendedB, simple)) return simple;
    TUCE_TRY(first, geos::toGeos(mendedA));
    TUCE_TRY(second, geos::toGeos(mendedB));
    GEOSGeometry* raw = route == OverlayRoute::RepairedInputs
                            ? exactly(operation, first.get(), second.get())
                            : snapRounded(operation, first.get(), second.get(), gridFor(mendedA, mendedB));
    return geos::answer(raw, overlayProblem(), keep);
}

Result<OverlayAnswer> overlay(OverlayOperation operation, const Geometry& a, const Geometry& b) {
    auto first = overlayBy(OverlayRoute::Floating, operation, a, b);
    if (first) return OverlayAnswer{std::move(*first), OverlayRoute::Floating};
    for (const OverlayRoute route : {OverlayRoute::RepairedInputs, OverlayRoute::SnapRounded})
        if (auto next = overlayBy(route, operation, a, b)) return OverlayAnswer{std::move(*next), route};
    return tl::unexpected<Error>(std::move(first).error());
}

Result<Geometry> clipped(const Geometry& geometry, const Extent& box) {
    if (geometry.isEmpty() || !geometry.extent().meets(box)) return Geometry();
    if (box.contains(geometry.extent())) return geometry;
    TUCE_TRY(handle, geos::toGeos(geometry));
    auto quick = geos::answer(GEOSClipByRect_r(geos::context(), handle.get(), box.minX, box.minY, box.maxX, box.maxY),
                              message("gis", "the geometry cannot be clipped"), geometry.dimension());
    // Rectangle clipping trusts its input: a clip larger than box or original betrays an answer turned inside out.
    const double limit = std::min(planeArea(geometry), box.width() * box.height());
    if (quick && (geometry.dimension() < 2 || planeArea(*quick) <= limit * (1 + 1e-9))) return quick;
    const Geometry rectangle =
        Geometry::polygon({{{box.minX, box.minY}, {box.maxX, box.minY}, {box.maxX, box.maxY}, {box.minX, box.maxY}}});
    TUCE_TRY(whole, overlay(OverlayOperation::Intersection, geometry, rectangle));
    return std::move(whole.geometry);
}

std::string engineVersion() {
    const std::string version = GEOSversion();
    return "GEOS " + version.substr(0, version.find('-'));
}

}  // namespace gis
