// SPDX-License-Identifier: Apache-2.0
#include "gis/overlap/KeptOverlap.h"

#include <algorithm>

#include "gis/overlap/BoundaryCrossings.h"
#include "gis/overlap/Winding.h"

namespace gis {

namespace {

void set(std::vector<RingStart>& starts, std::uint32_t sequence, int winding) {
    const auto place = std::lower_bound(starts.begin(), starts.end(), sequence,
                                        [](const RingStart& s, std::uint32_t wanted) { return s.sequence < wanted; });
    const bool isThere = place != starts.end() && place->sequence == sequence;
    if (winding == 0) {
        if (isThere) starts.erase(place);
    } else if (isThere) {
        place->winding = winding;
    } else {
        starts.insert(place, {sequence, winding});
    }
}

DoubleDouble wholeRings(const std::vector<RingStart>& starts, const BoundarySums& sums) {
    DoubleDouble sum;
    for (const RingStart& start : starts) sum += sums.ofSequence[start.sequence] * start.winding;
    return sum;
}

constexpr std::size_t mostSteps = 256;
constexpr std::size_t mostIntegrals = 200'000;

}  // namespace

/// What one run of the plan's edges gives to the sum, but for the integral up to its beginning, which changes with every
/// edge before it.
struct KeptOverlap::RunPart {
    std::uint32_t run = 0, crossings = 0;
    int times = 0;  ///< how often that integral counts
    bool isProper = false;
    DoubleDouble sum;
};

/// Whole rings with a winding other than 0, and parts of runs that have crossings.
struct KeptOverlap::Kept {
    std::size_t asOf = 0;  ///< number of the plan's shape; 0: nothing yet
    std::vector<RunPart> parts;
    std::vector<RingStart> planStarts, controlStarts;
};

struct KeptOverlap::Scratch {
    BoundaryCrossings crossings;
    PairOverlap engine;
    std::vector<std::uint32_t> runs;
    Kept once;  ///< where nothing is kept
};

KeptOverlap::KeptOverlap() : m_scratch(std::make_unique<Scratch>()) {}
KeptOverlap::~KeptOverlap() = default;

void KeptOverlap::forget() {
    m_kept.clear();
    m_controlIntegrals.clear();
    m_steps.clear();
    m_firstStep = 1;
    m_plan.reset();
    m_edges.reset();
    m_keeps = false;
}

void KeptOverlap::change(std::shared_ptr<const OverlapLayer> plan, std::shared_ptr<const SummedEdges> edges) {
    const auto before = std::exchange(m_plan, std::move(plan));
    m_edges = edges ? std::move(edges) : summedEdges(*m_plan, m_plan->sums.form, before.get(), m_edges.get());
    if (m_controlIntegrals.size() > mostIntegrals) m_controlIntegrals.clear();
    auto step = before ? movedEdges(*before, *m_plan) : std::nullopt;
    // Where most edges move, looking at the shape as a whole is less work.
    m_keeps = step && step->runs.size() * 2 <= m_plan->tree.runSequences.size();
    if (m_keeps && m_steps.size() < mostSteps) return m_steps.push_back(std::move(*step));
    m_firstStep += m_steps.size() + 1;  // what is known of the shapes before is of no more use
    m_steps.clear();
    m_kept.clear();
}

// From the beginning of a control run to each of its vertices.
const KeptOverlap::RunIntegrals& KeptOverlap::integrals(const OverlapLayer& control, std::size_t controlShape,
                                                        std::uint32_t sequence, std::uint32_t edge) {
    const std::uint32_t run =
        control.tree.shapeRuns[controlShape] + control.tree.sequenceRuns[sequence] + edge / RunTree::runLength;
    const auto [place, isNew] = m_controlIntegrals.try_emplace({&control, run});
    if (!isNew) return place->second;
    const auto ring = control.shapes.sequence(sequence);
    DoubleDouble sum;
    std::size_t i = edge - edge % RunTree::runLength;
    for (DoubleDouble& integral : place->second) {
        integral = sum;
        if (i + 1 < ring.size()) sum += control.sums.form.along(ring[i], ring[i + 1]);
        ++i;
    }
    return place->second;
}

// What the crossings of one run, or of all, give to the sum.
template <class PlanPart>
void KeptOverlap::addUp(const OverlapLayer& control, std::size_t controlShape, RunPart& part,
                        const PlanPart& planPart) {
    const BoundaryCrossings& found = m_scratch->crossings;
    const AreaForm& form = control.sums.form;
    part.crossings = static_cast<std::uint32_t>(found.crossings().size());
    part.isProper = found.hasProper();
    for (const BoundaryCrossing& c : found.crossings()) {
        const Coordinate from = m_plan->shapes.coordinates[m_plan->shapes.sequenceStarts[c.planSequence] + c.planEdge];
        const Coordinate controlFrom = control.shapes.sequence(c.controlSequence)[c.controlEdge];
        const std::uint32_t run = control.tree.shapeRuns[controlShape] + control.tree.sequenceRuns[c.controlSequence] +
                                  c.controlEdge / RunTree::runLength;
        DoubleDouble along = planPart(c);
        if (!(c.place == from)) along += form.along(from, c.place);
        along += -control.sums.atRun[run];
        along +=
            -integrals(control, controlShape, c.controlSequence, c.controlEdge)[c.controlEdge % RunTree::runLength];
        if (!(c.place == controlFrom)) along += -form.along(controlFrom, c.place);
        part.sum += c.planEnters > 0 ? -along : along;
        part.times -= c.planEnters;
    }
}

void KeptOverlap::lookAlong(std::uint32_t index, Kept& kept, const OverlapLayer& control, std::size_t controlShape) {
    const ShapeCursor b(control, controlShape);
    const ShapeCursor::Run run = ShapeCursor(*m_plan, 0).run(index);
    BoundaryCrossings& found = m_scratch->crossings;
    if (run.firstEdge == 0) {
        const bool isNear = b.extent().contains(run.positions[0]);
        set(kept.planStarts, run.sequence, isNear ? winding(b, run.positions[0], Shift::Plus) : 0);
    }
    const auto place = std::lower_bound(kept.parts.begin(), kept.parts.end(), index,
                                        [](const RunPart& part, std::uint32_t wanted) { return part.run < wanted; });
    const bool isThere = place != kept.parts.end() && place->run == index;
    const bool meets = run.box->meets(b.extent());
    if (meets) {
        ++m_runsLookedAt;
        found.findAlong(run, b);
    }
    if (!meets || found.crossings().empty()) {
        if (isThere) kept.parts.erase(place);
        return;
    }
    RunPart part;
    part.run = index;
    addUp(control, controlShape, part, [this](const BoundaryCrossing& c) {
        return m_edges->inRun[m_plan->shapes.sequenceStarts[c.planSequence] + c.planEdge];
    });
    if (isThere)
        *place = part;
    else
        kept.parts.insert(place, part);
}

void KeptOverlap::bringUpToDate(Kept& kept, const OverlapLayer& control, std::size_t controlShape) {
    const ShapeCursor a(*m_plan, 0);
    std::vector<std::uint32_t>& runs = m_scratch->runs;
    runs.clear();
    Extent swept;
    if (kept.asOf == 0) {
        ++m_fromScratch;
        for (std::uint32_t run = 0; run < a.size(0); ++run) runs.push_back(run);
        swept = a.extent();
    } else {
        for (std::size_t i = kept.asOf - m_firstStep; i < m_steps.size(); ++i) {
            runs.insert(runs.end(), m_steps[i].runs.begin(), m_steps[i].runs.end());
            swept.include(m_steps[i].swept);
        }
        std::sort(runs.begin(), runs.end());
        runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
    }
    kept.asOf = m_firstStep + m_steps.size();
    for (const std::uint32_t run : runs) lookAlong(run, kept, control, controlShape);
    // Around a position that no edge swept over the plan winds as often as before.
    if (swept.isEmpty()) return;
    ShapeCursor(control, controlShape).visitRuns(swept, [&](const ShapeCursor::Run& run) {
        if (run.firstEdge != 0 || !swept.contains(run.positions[0])) return;
        const bool isNear = a.extent().contains(run.positions[0]);
        set(kept.controlStarts, run.sequence, isNear ? winding(a, run.positions[0], Shift::Minus) : 0);
    });
}

// Nothing of it is kept.
void KeptOverlap::lookAtAll(Kept& kept, const OverlapLayer& control, std::size_t controlShape) {
    BoundaryCrossings& found = m_scratch->crossings;
    found.find(ShapeCursor(*m_plan, 0), ShapeCursor(control, controlShape));
    kept.parts.clear();
    const auto take = [](const std::vector<RingStart>& from, std::vector<RingStart>& to) {
        to.clear();
        std::copy_if(from.begin(), from.end(), std::back_inserter(to),
                     [](const RingStart& s) { return s.winding != 0; });
    };
    take(found.planStarts(), kept.planStarts);
    take(found.controlStarts(), kept.controlStarts);
    if (found.crossings().empty()) return;
    RunPart part;
    addUp(control, controlShape, part, [this](const BoundaryCrossing& c) {
        const std::uint32_t run = m_plan->tree.sequenceRuns[c.planSequence] + c.planEdge / RunTree::runLength;
        return m_plan->sums.atRun[run] + m_edges->inRun[m_plan->shapes.sequenceStarts[c.planSequence] + c.planEdge];
    });
    part.times = 0;  // counted above
    kept.parts.push_back(part);
}

AreaOverlap KeptOverlap::answer(const Kept& kept, const OverlapLayer& control, std::size_t controlShape) {
    AreaOverlap answer;
    DoubleDouble sum = wholeRings(kept.planStarts, m_plan->sums) + wholeRings(kept.controlStarts, control.sums);
    bool isProper = false;
    for (const RunPart& part : kept.parts) {
        sum += m_plan->sums.atRun[part.run] * part.times + part.sum;
        isProper |= part.isProper;
        answer.crossings += part.crossings;
    }
    const auto rings = control.shapes.sequenceEnd(controlShape) - control.shapes.sequenceBegin(controlShape);
    const auto ownRings = m_plan->shapes.sequenceCount();
    const auto isOnce = [](const RingStart& start) { return start.winding == 1; };
    if (kept.parts.empty() && kept.planStarts.empty() && kept.controlStarts.size() == rings &&
        std::all_of(kept.controlStarts.begin(), kept.controlStarts.end(), isOnce))
        answer.within = AreaOverlap::Within::ControlInPlan;
    else if (kept.parts.empty() && kept.controlStarts.empty() && kept.planStarts.size() == ownRings &&
             std::all_of(kept.planStarts.begin(), kept.planStarts.end(), isOnce))
        answer.within = AreaOverlap::Within::PlanInControl;
    const bool isNothing = kept.parts.empty() && kept.planStarts.empty() && kept.controlStarts.empty();
    if (isNothing) return answer;
    answer.area = std::max(0.0, sum.value());
    answer.interiorsMeet = isProper || answer.area > doubtfulArea(control.sums, control.shapes.extents[controlShape]);
    // Too near to nothing: decided exactly.
    if (!answer.interiorsMeet) return m_scratch->engine.area(*m_plan, 0, control, controlShape);
    return answer;
}

AreaOverlap KeptOverlap::area(const OverlapLayer& control, std::size_t controlShape) {
    if (!m_plan || m_plan->shapes.dimensions[0] != 2 || control.shapes.dimensions[controlShape] != 2) return {};
    if (!m_plan->shapes.extents[0].meets(control.shapes.extents[controlShape])) return {};
    if (!m_keeps) {
        lookAtAll(m_scratch->once, control, controlShape);
        return answer(m_scratch->once, control, controlShape);
    }
    std::unique_ptr<Kept>& known = m_kept[{&control, controlShape}];
    if (!known) known = std::make_unique<Kept>();
    Kept& kept = *known;
    if (kept.asOf != m_firstStep + m_steps.size()) bringUpToDate(kept, control, controlShape);
    return answer(kept, control, controlShape);
}

}  // namespace gis
