// SPDX-License-Identifier: Apache-2.0
#include "gis/overlap/PairOverlap.h"

#include "gis/overlap/BoundaryCrossings.h"
#include "gis/overlap/LineWalk.h"
#include "gis/overlap/SharedInterior.h"
#include "gis/overlap/Winding.h"

namespace gis {

struct PairOverlap::Scratch {
    BoundaryCrossings crossings;
    LineWalk walk;
};

PairOverlap::PairOverlap() : m_scratch(std::make_unique<Scratch>()) {}
PairOverlap::PairOverlap(PairOverlap&&) noexcept = default;
PairOverlap& PairOverlap::operator=(PairOverlap&&) noexcept = default;
PairOverlap::~PairOverlap() = default;

namespace {

double largest(const Extent& box) {
    return std::max({std::fabs(box.minX), std::fabs(box.maxX), std::fabs(box.minY), std::fabs(box.maxY)});
}

// Integral over whole rings that begin within the other shape.
DoubleDouble wholeRings(const std::vector<RingStart>& starts, const BoundarySums& sums) {
    DoubleDouble sum;
    for (const RingStart& start : starts)
        if (start.winding != 0) sum += sums.ofSequence[start.sequence] * start.winding;
    return sum;
}

// Without crossings: all rings of one shape begin within the other one, and none of the other's in it.
bool isWithin(const std::vector<RingStart>& starts, const std::vector<RingStart>& others, const ShapeCursor& shape) {
    const PackedShapes& shapes = shape.layer().shapes;
    return starts.size() == shapes.sequenceEnd(shape.shape()) - shapes.sequenceBegin(shape.shape()) &&
           std::all_of(starts.begin(), starts.end(), [](const RingStart& start) { return start.winding == 1; }) &&
           std::none_of(others.begin(), others.end(), [](const RingStart& start) { return start.winding != 0; });
}

AreaOverlap::Within withinOf(const BoundaryCrossings& found, const ShapeCursor& plan, const ShapeCursor& control) {
    using Within = AreaOverlap::Within;
    if (!found.crossings().empty()) return Within::Neither;
    if (isWithin(found.controlStarts(), found.planStarts(), control)) return Within::ControlInPlan;
    return isWithin(found.planStarts(), found.controlStarts(), plan) ? Within::PlanInControl : Within::Neither;
}

}  // namespace

double doubtfulArea(const BoundarySums& sums, const Extent& box) {
    if (!sums.form.isPlanar()) return 1e-3;
    const double size = largest(box);
    return 1e-20 * size * size;
}

AreaOverlap PairOverlap::area(const OverlapLayer& plan, std::size_t planShape, const OverlapLayer& control,
                              std::size_t controlShape) {
    AreaOverlap answer;
    if (plan.shapes.dimensions[planShape] != 2 || control.shapes.dimensions[controlShape] != 2) return answer;
    const ShapeCursor a(plan, planShape);
    const ShapeCursor b(control, controlShape);
    if (!a.extent().meets(b.extent())) return answer;
    BoundaryCrossings& found = m_scratch->crossings;
    found.find(a, b);
    answer.crossings = found.crossings().size();
    DoubleDouble sum = wholeRings(found.planStarts(), plan.sums) + wholeRings(found.controlStarts(), control.sums);
    for (const BoundaryCrossing& crossing : found.crossings()) {
        const DoubleDouble along = found.planSum(a, crossing) - found.controlSum(b, crossing);
        sum += crossing.planEnters > 0 ? -along : along;
    }
    answer.area = std::max(0.0, sum.value());
    // Where edges pass through each other in their midst, the interiors meet whatever the numbers say.
    answer.interiorsMeet = found.hasProper() || answer.area > doubtfulArea(control.sums, b.extent()) ||
                           (found.isAny() && sharesInterior(a, b, found));
    if (!answer.interiorsMeet) answer.area = 0;
    if (answer.interiorsMeet) answer.within = withinOf(found, a, b);
    return answer;
}

LineOverlap PairOverlap::line(const OverlapLayer& lines, std::size_t lineShape, const OverlapLayer& zones,
                              std::size_t zoneShape) {
    if (lines.shapes.dimensions[lineShape] != 1 || zones.shapes.dimensions[zoneShape] != 2) return {};
    const ShapeCursor line(lines, lineShape);
    const ShapeCursor zone(zones, zoneShape);
    if (!line.extent().meets(zone.extent())) return {};
    return m_scratch->walk.along(line, zone);
}

PointPlace PairOverlap::place(Coordinate position, const OverlapLayer& zones, std::size_t zoneShape) {
    if (zones.shapes.dimensions[zoneShape] != 2) return PointPlace::Exterior;
    const ShapeCursor zone(zones, zoneShape);
    if (!zone.extent().contains(position)) return PointPlace::Exterior;
    if (isOnBoundary(zone, position)) return PointPlace::Boundary;
    return winding(zone, position, Shift::Plus) != 0 ? PointPlace::Interior : PointPlace::Exterior;
}

}  // namespace gis
