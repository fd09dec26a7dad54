// SPDX-License-Identifier: Apache-2.0
#include "layers/check/NearDistance.h"

#include <algorithm>
#include <cmath>

#include "gis/engine/Overlay.h"

namespace layers {

namespace {

// Shortest metres per unit at the corners and the middle of a box: what makes the margin widest.
CheckMeasure::Scale leastScale(const CheckMeasure& measure, const gis::Extent& box) {
    CheckMeasure::Scale least{INFINITY, INFINITY};
    for (const CheckMeasure::Scale scale : measure.scalesOver(box)) {
        if (std::isfinite(scale.x)) least.x = std::min(least.x, scale.x);
        if (std::isfinite(scale.y)) least.y = std::min(least.y, scale.y);
    }
    return least;
}

gis::Extent widened(const gis::Extent& box, double metres, CheckMeasure::Scale scale) {
    constexpr double spare = 1.05;
    const double dx = metres * spare / std::max(scale.x, 1e-9);
    const double dy = metres * spare / std::max(scale.y, 1e-9);
    return {box.minX - dx, box.minY - dy, box.maxX + dx, box.maxY + dy};
}

gis::Geometry scaled(const gis::Geometry& geometry, gis::Coordinate origin, CheckMeasure::Scale scale) {
    gis::GeometryBuilder builder(geometry.dimension());
    builder.reserve(geometry.coordinateCount());
    for (std::size_t part = 0; part < geometry.partCount(); ++part) {
        for (std::size_t s = geometry.partBegin(part); s < geometry.partEnd(part); ++s) {
            for (const gis::Coordinate c : geometry.sequence(s))
                builder.add({(c.x - origin.x) * scale.x, (c.y - origin.y) * scale.y});
            builder.endSequence();
        }
        builder.endPart();
    }
    return builder.build();
}

gis::Result<NearAnswer> nearestIn(const CheckMeasure& measure, const gis::Geometry& plan, const gis::Geometry& control,
                                  gis::Coordinate about) {
    const auto scale = measure.scaleAt(about);
    TUCE_TRY(nearest, gis::nearestPoints(scaled(plan, about, scale), scaled(control, about, scale)));
    const auto back = [&](gis::Coordinate c) {
        return gis::Coordinate{c.x / scale.x + about.x, c.y / scale.y + about.y};
    };
    const gis::Coordinate onPlan = back(nearest.onA);
    const gis::Coordinate onControl = back(nearest.onB);
    return NearAnswer{measure.distanceMetres(onPlan, onControl), onPlan, onControl};
}

}  // namespace

gis::Extent reach(const CheckMeasure& measure, const gis::Extent& extent, double metres) {
    if (extent.isEmpty()) return extent;
    // A degree of longitude is shorter at the far side of the wider box: look there too.
    const gis::Extent first = widened(extent, metres, leastScale(measure, extent));
    return widened(extent, metres, leastScale(measure, first));
}

gis::Result<NearAnswer> nearDistance(const CheckMeasure& measure, const gis::Geometry& plan,
                                     const gis::Geometry& control) {
    if (measure.isEven()) {
        TUCE_TRY(nearest, gis::nearestPoints(plan, control));
        return NearAnswer{measure.distanceMetres(nearest.onA, nearest.onB), nearest.onA, nearest.onB};
    }
    TUCE_TRY(first, nearestIn(measure, plan, control, plan.extent().centre()));
    const gis::Coordinate middle{(first.onPlan.x + first.onControl.x) / 2, (first.onPlan.y + first.onControl.y) / 2};
    TUCE_TRY(second, nearestIn(measure, plan, control, middle));
    return second.metres <= first.metres ? second : first;
}

}  // namespace layers
