// SPDX-License-Identifier: Apache-2.0
#include "gis/drawing/FormOverview.h"

#include <algorithm>
#include <cmath>

#include "gis/base/Parallel.h"
#include "gis/drawing/ChainRanks.h"
#include "gis/overlap/Soundness.h"

namespace gis {

namespace {

/// So many pixels along the longer side of a layer are the finest picture that an overview serves, and the coarser one.
constexpr double finestSide = 6000, coarserSide = 1500;
/// Of the vertices; what hardly gets smaller is not worth its memory.
constexpr double worthKeeping = 0.25;

struct Thinned {
    GrowingArray<Coordinate> coordinates;
    GrowingArray<std::uint8_t> ranks;
    std::vector<std::uint32_t> sequenceStarts;
    std::vector<std::uint8_t> runRanks;
    std::shared_ptr<const void> below;  ///< keeps what is shared with the form
};

bool stays(std::uint8_t rank, int missingUpTo) { return (rank & ChainRanks::rankBits) > missingUpTo; }

/// Copies the vertices of a form that stay, sequence after sequence.
class Thinner {
public:
    Thinner(const DrawingForm& form, int missingUpTo) : m_form(form), m_missingUpTo(missingUpTo) {}

    /// How many coordinates a sequence keeps: those that begin an edge, and the end of a line or ring.
    std::uint32_t countOf(std::size_t sequence, int dimension) const {
        const std::span<const std::uint8_t> ranks = ranksOf(sequence);
        if (dimension < 1) return static_cast<std::uint32_t>(ranks.size());
        const auto kept = std::count_if(ranks.begin(), ranks.end() - 1,
                                        [this](std::uint8_t rank) { return stays(rank, m_missingUpTo); });
        return static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(kept, 1)) + 1;
    }
    void fill(std::size_t sequence, int dimension, Thinned& thinned) const {
        const std::span<const Coordinate> positions = m_form.shapes.sequence(sequence);
        const std::span<const std::uint8_t> ranks = ranksOf(sequence);
        std::size_t to = thinned.sequenceStarts[sequence];
        const std::size_t begin = to;
        const auto put = [&](std::size_t from) {
            thinned.coordinates[to] = positions[from];
            thinned.ranks[to++] = ranks[from];
        };
        const std::size_t last = positions.size() - 1;
        for (std::size_t i = 0; i < last; ++i)
            if (dimension < 1 || stays(ranks[i], m_missingUpTo)) put(i);
        if (to == begin && last > 0) put(0);  // ranks from a file may leave nothing of a sequence
        if (dimension == 2) {                 // closed by whatever is first now
            thinned.coordinates[to] = thinned.coordinates[begin];
            thinned.ranks[to] = thinned.ranks[begin];
        } else {
            put(last);
        }
    }

private:
    std::span<const std::uint8_t> ranksOf(std::size_t sequence) const {
        const PackedShapes& shapes = m_form.shapes;
        return m_form.ranks.subspan(shapes.sequenceStarts[sequence],
                                    shapes.sequenceStarts[sequence + 1] - shapes.sequenceStarts[sequence]);
    }
    const DrawingForm& m_form;
    int m_missingUpTo;
};

template <class Work>
bool eachSequence(const PackedShapes& shapes, const JobControl& control, Work work) {
    return parallelFor(
        shapes.shapeCount(), {control.cancel, {}, control.threads},
        [&](std::size_t shape, unsigned) {
            for (std::uint32_t s = shapes.sequenceBegin(shape); s < shapes.sequenceEnd(shape); ++s)
                work(s, shapes.dimensions[shape]);
        },
        256);
}

/// The greatest rank of each run of edges.
std::vector<std::uint8_t> runRanksOf(const PackedShapes& shapes, const RunTree& tree,
                                     std::span<const std::uint8_t> ranks) {
    std::vector<std::uint8_t> greatest(tree.runSequences.size(), 0);
    for (std::size_t shape = 0; shape < shapes.shapeCount(); ++shape) {
        if (shapes.dimensions[shape] < 1) continue;
        for (std::uint32_t s = shapes.sequenceBegin(shape); s < shapes.sequenceEnd(shape); ++s) {
            std::uint8_t* run = greatest.data() + tree.shapeRuns[shape] + tree.sequenceRuns[s];
            const std::uint32_t begin = shapes.sequenceStarts[s], end = shapes.sequenceStarts[s + 1] - 1;
            for (std::uint32_t i = begin; i < end; ++i) {
                std::uint8_t& most = run[(i - begin) / RunTree::runLength];
                most = std::max<std::uint8_t>(most, ranks[i] & ChainRanks::rankBits);
            }
        }
    }
    return greatest;
}

/// Null if more than a share of the vertices would stay.
Result<std::shared_ptr<DrawingForm>> thinnedForm(const DrawingForm& form, int missingUpTo, double mostStaying,
                                                 const JobControl& control) {
    const Thinner thinner(form, missingUpTo);
    const PackedShapes& shapes = form.shapes;
    auto thinned = std::make_shared<Thinned>();
    thinned->sequenceStarts.resize(shapes.sequenceCount() + 1, 0);
    if (!eachSequence(shapes, control, [&](std::uint32_t s, int dimension) {
            thinned->sequenceStarts[s + 1] = thinner.countOf(s, dimension);
        }))
        return canceled();
    std::size_t total = 0;
    for (std::uint32_t& start : thinned->sequenceStarts) start = static_cast<std::uint32_t>(total += start);
    if (static_cast<double>(total) > mostStaying * static_cast<double>(shapes.coordinates.size()))
        return std::shared_ptr<DrawingForm>();
    thinned->coordinates.grow(total);
    const auto ranks = thinned->ranks.grow(total + DrawingForm::spareRanks);
    std::fill(ranks.end() - DrawingForm::spareRanks, ranks.end(), std::uint8_t{0});
    if (!eachSequence(shapes, control, [&](std::uint32_t s, int dimension) { thinner.fill(s, dimension, *thinned); }))
        return canceled();
    auto made = std::make_shared<DrawingForm>(form);
    made->overview.reset();
    made->missingUpTo = missingUpTo;
    made->shapes.coordinates = thinned->coordinates.items();
    made->shapes.sequenceStarts = thinned->sequenceStarts;
    made->shapes.storage = thinned;
    TUCE_TRY(tree, RunTree::build(made->shapes, control));
    made->tree = std::move(tree);
    made->ranks = thinned->ranks.items();
    thinned->runRanks = runRanksOf(made->shapes, made->tree, made->ranks);
    made->runRanks = thinned->runRanks;
    thinned->below = std::make_shared<const std::pair<std::shared_ptr<const void>, std::shared_ptr<const void>>>(
        form.storage, form.shapes.storage);
    made->storage = thinned;
    return made;
}

int missingFor(const DrawingForm& form, double side) {
    const Extent& whole = form.index->extent();
    return form.scale.droppedUpTo(std::max(whole.width(), whole.height()) / side / 2);
}

}  // namespace

Result<std::shared_ptr<const DrawingForm>> overviewOf(const DrawingForm& form, const JobControl& control) {
    using Made = std::shared_ptr<const DrawingForm>;
    constexpr std::size_t fewest = 20'000;
    if (form.shapes.coordinates.size() < fewest || form.index->extent().isEmpty()) return Made();
    const int fine = missingFor(form, finestSide), coarse = missingFor(form, coarserSide);
    if (fine < 0 || coarse <= form.missingUpTo) return Made();
    TUCE_TRY(made, thinnedForm(form, std::max(fine, form.missingUpTo), worthKeeping, control));
    if (!made) {
        TUCE_TRY(coarser, thinnedForm(form, coarse, worthKeeping, control));
        return Made(std::move(coarser));
    }
    TUCE_TRY(coarser, thinnedForm(*made, coarse, worthKeeping, control));
    made->overview = std::move(coarser);
    return Made(std::move(made));
}

Result<std::shared_ptr<const DrawingForm>> overviewFor(const DrawingForm& form, double side,
                                                       const JobControl& control) {
    using Made = std::shared_ptr<const DrawingForm>;
    constexpr double fewer = 0.8;
    if (form.index->extent().isEmpty()) return Made();
    const int missing = missingFor(form, side);
    const DrawingForm* from = &form;  // what has fewer vertices gives the same
    while (from->overview && from->overview->missingUpTo <= missing) from = from->overview.get();
    if (missing <= from->missingUpTo) return Made();
    TUCE_TRY(made, thinnedForm(*from, missing, fewer, control));
    return Made(std::move(made));
}

std::shared_ptr<const DrawingForm> overviewFrom(const OverviewArrays& arrays, const JobControl& control) {
    const PackedShapes& shapes = arrays.shapes;
    if (!isSound(shapes, control, RingForm::Thinned)) return nullptr;
    if (arrays.ranks.size() != shapes.coordinates.size() + DrawingForm::spareRanks ||
        arrays.sequenceBoxes.size() != shapes.sequenceCount() ||
        arrays.sequenceAreas.size() != shapes.sequenceCount() || arrays.missingUpTo < -1 ||
        arrays.missingUpTo >= RankScale::held)
        return nullptr;
    auto tree = RunTree::build(shapes, control);
    if (!tree) return nullptr;
    auto form = std::make_shared<DrawingForm>();
    form->shapes = shapes;
    form->tree = std::move(*tree);
    form->index = std::make_shared<const SpatialIndex>(shapes.extents);
    const Extent& whole = form->index->extent();
    form->scale = RankScale(std::hypot(whole.width(), whole.height()));
    form->ranks = arrays.ranks;
    form->sequenceBoxes = arrays.sequenceBoxes;
    form->sequenceAreas = arrays.sequenceAreas;
    form->missingUpTo = arrays.missingUpTo;
    auto runRanks = std::make_shared<const std::vector<std::uint8_t>>(runRanksOf(shapes, form->tree, form->ranks));
    form->runRanks = *runRanks;
    form->storage = runRanks;
    return form;
}

}  // namespace gis
