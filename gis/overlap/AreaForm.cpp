// SPDX-License-Identifier: Apache-2.0
#include "gis/overlap/AreaForm.h"

#include "gis/base/Parallel.h"
#include "gis/overlap/PolynomialForm.h"

namespace gis {

AreaForm::AreaForm() = default;
AreaForm::AreaForm(std::shared_ptr<const PolynomialForm> polynomial) : m_polynomial(std::move(polynomial)) {}

DoubleDouble AreaForm::along(Coordinate from, Coordinate to) const {
    if (m_polynomial) return {m_polynomial->along(from, to), 0};
    const DoubleDouble twice = DoubleDouble::sum(from.x, to.x) * DoubleDouble::difference(to.y, from.y);
    return {twice.high / 2, twice.low / 2};
}

DoubleDouble AreaForm::along(Coordinate from, const PrecisePlace& to) const {
    if (m_polynomial) return along(from, to.rounded());
    const DoubleDouble twice = (to.x + DoubleDouble{from.x, 0}) * (to.y - DoubleDouble{from.y, 0});
    return {twice.high / 2, twice.low / 2};
}

void AreaForm::termsOf(std::span<const Coordinate> path, std::array<DoubleDouble, edgesAtOnce>& terms) const {
    const std::size_t count = path.size() - 1;
    if (m_polynomial) {
        std::array<double, edgesAtOnce> values;
        m_polynomial->along(path, std::span(values).first(count));
        for (std::size_t i = 0; i < count; ++i) terms[i] = {values[i], 0};
        return;
    }
    for (std::size_t i = 0; i < count; ++i) terms[i] = along(path[i], path[i + 1]);
}

Extent AreaForm::box() const { return m_polynomial ? m_polynomial->box() : Extent(); }

namespace {

struct Arrays {
    std::vector<DoubleDouble> atRun, ofSequence;
};

}  // namespace

Result<BoundarySums> BoundarySums::build(const PackedShapes& shapes, const RunTree& tree, const AreaForm& form,
                                         const JobControl& control) {
    auto arrays = std::make_shared<Arrays>();
    arrays->atRun.resize(tree.runSequences.size());
    arrays->ofSequence.resize(shapes.sequenceCount());
    const auto sumUp = [&](std::size_t shape, unsigned) {
        if (shapes.dimensions[shape] != 2) return;
        DoubleDouble* run = arrays->atRun.data() + tree.shapeRuns[shape];
        for (std::uint32_t s = shapes.sequenceBegin(shape); s < shapes.sequenceEnd(shape); ++s) {
            const auto ring = shapes.sequence(s);
            DoubleDouble sum;
            form.along(ring, sum, [&](std::size_t i) {
                if (i % RunTree::runLength == 0) *run++ = sum;
            });
            arrays->ofSequence[s] = sum;
        }
    };
    const bool whole = parallelFor(shapes.shapeCount(), {control.cancel, {}, control.threads}, sumUp, 64);
    if (!whole) return canceled();
    return BoundarySums{form, arrays->atRun, arrays->ofSequence, arrays};
}

}  // namespace gis
