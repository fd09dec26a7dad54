// SPDX-License-Identifier: Apache-2.0
#include "gis/overlap/BoundaryCrossings.h"

#include "gis/overlap/EdgeCrossing.h"
#include "gis/overlap/Orientation.h"
#include "gis/overlap/Winding.h"

namespace gis {

namespace {

// Rings of `shape` that begin in the extent of `other`, with how often `other` winds around their beginning.
void findStarts(const ShapeCursor& shape, const ShapeCursor& other, Shift shift, std::vector<RingStart>& starts) {
    starts.clear();
    const auto take = [&](std::uint32_t sequence, Coordinate first) {
        if (other.extent().contains(first)) starts.push_back({sequence, winding(other, first, shift)});
    };
    constexpr std::uint32_t few = 8;  // rather looked at one by one than found by the tree
    const PackedShapes& shapes = shape.layer().shapes;
    const std::uint32_t begin = shapes.sequenceBegin(shape.shape()), end = shapes.sequenceEnd(shape.shape());
    if (end - begin <= few) {
        for (std::uint32_t i = begin; i < end; ++i) take(i, shapes.coordinates[shapes.sequenceStarts[i]]);
        return;
    }
    shape.visitRuns(other.extent(), [&](const ShapeCursor::Run& run) {
        if (run.firstEdge == 0) take(run.sequence, run.positions[0]);
    });
}

DoubleDouble sumTo(const ShapeCursor& shape, std::uint32_t sequence, std::uint32_t edge, const PrecisePlace& place) {
    const OverlapLayer& layer = shape.layer();
    const std::uint32_t run = layer.tree.sequenceRuns[sequence] + edge / RunTree::runLength;
    DoubleDouble sum = layer.sums.atRun[layer.tree.shapeRuns[shape.shape()] + run];
    const auto ring = layer.shapes.sequence(sequence);
    const std::uint32_t begin = edge - edge % RunTree::runLength;
    layer.sums.form.along(ring.subspan(begin, edge - begin + 1), sum, [](std::size_t) {});
    if (!(place == ring[edge])) sum += layer.sums.form.along(ring[edge], place);
    return sum;
}

}  // namespace

void BoundaryCrossings::find(const ShapeCursor& plan, const ShapeCursor& control) {
    m_crossings.clear();
    m_proper = false;
    RunPairs pairs(plan, control, [this](const ShapeCursor::Run& a, const ShapeCursor::Run& b) { runs(a, b); });
    pairs.all();
    findStarts(plan, control, Shift::Plus, m_planStarts);
    findStarts(control, plan, Shift::Minus, m_controlStarts);
}

void BoundaryCrossings::findAlong(const ShapeCursor::Run& run, const ShapeCursor& control) {
    m_crossings.clear();
    m_proper = false;
    m_planStarts.clear();
    m_controlStarts.clear();
    control.visitRuns(*run.box, [&](const ShapeCursor::Run& other) { runs(run, other); });
}

bool BoundaryCrossings::isAny() const {
    const auto inside = [](const RingStart& start) { return start.winding != 0; };
    return !m_crossings.empty() || std::any_of(m_planStarts.begin(), m_planStarts.end(), inside) ||
           std::any_of(m_controlStarts.begin(), m_controlStarts.end(), inside);
}

void BoundaryCrossings::runs(const ShapeCursor::Run& plan, const ShapeCursor::Run& control) {
    const KeptEdges ofPlan(plan, *control.box);
    if (ofPlan.count == 0) return;
    const KeptEdges ofControl(control, *plan.box);
    for (std::uint32_t i = 0; i < ofPlan.count; ++i)
        for (std::uint32_t j = 0; j < ofControl.count; ++j) edges(plan, ofPlan.edges[i], control, ofControl.edges[j]);
}

void BoundaryCrossings::edges(const ShapeCursor::Run& plan, std::uint32_t i, const ShapeCursor::Run& control,
                              std::uint32_t j) {
    const Coordinate p = plan.positions[i], q = plan.positions[i + 1];
    const Coordinate a = control.positions[j], b = control.positions[j + 1];
    if (!boxesMeet(p, q, a, b)) return;
    const double sideP = orientation(a, b, p);
    const double sideQ = orientation(a, b, q);
    const int leftQ = shiftedSide(sideQ, a, b, Shift::Plus);
    if (shiftedSide(sideP, a, b, Shift::Plus) == leftQ) return;
    const double sideA = orientation(p, q, a);
    const double sideB = orientation(p, q, b);
    if (shiftedSide(sideA, p, q, Shift::Minus) == shiftedSide(sideB, p, q, Shift::Minus)) return;
    if (sideP != 0 && sideQ != 0 && sideA != 0 && sideB != 0) m_proper = true;
    m_crossings.push_back({plan.sequence, plan.firstEdge + i, control.sequence, control.firstEdge + j, leftQ,
                           crossingPlace(p, q, sideP, sideQ, a, b, sideA, sideB)});
}

DoubleDouble BoundaryCrossings::planSum(const ShapeCursor& plan, const BoundaryCrossing& crossing) const {
    return sumTo(plan, crossing.planSequence, crossing.planEdge, crossing.place);
}
DoubleDouble BoundaryCrossings::controlSum(const ShapeCursor& control, const BoundaryCrossing& crossing) const {
    return sumTo(control, crossing.controlSequence, crossing.controlEdge, crossing.place);
}

}  // namespace gis
