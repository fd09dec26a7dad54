// SPDX-License-Identifier: Apache-2.0
#include "layers/check/ReadyShapes.h"

#include <cmath>

#include "gis/base/Parallel.h"
#include "gis/engine/Validity.h"
#include "gis/overlap/SurelyValid.h"

namespace layers {

using State = CheckFeature::State;

ReadyShapes::ReadyShapes(gis::PackedShapes shapes, bool repair, const gis::JobControl& control)
    : m_shapes(std::move(shapes)), m_repair(repair), m_control{control.cancel, {}, control.threads} {}

void ReadyShapes::noteReduced(std::uint32_t shape, gis::Coordinate place) {
    const bool isPlaced = std::isfinite(place.x) && std::isfinite(place.y);
    const auto text = [](double value) { return gis::toPlainDecimal(std::round(value * 1e6) / 1e6); };
    Fate& fate = m_fates[shape];
    fate.state = m_repair ? State::Repaired : State::Skipped;
    fate.reason = isPlaced ? gis::message("layers", "a ring or line has too few different positions at (%1, %2)",
                                          {text(place.x), text(place.y)})
                           : gis::message("layers", "a ring or line has too few different positions");
    if (isPlaced) fate.place = place;
}

bool ReadyShapes::isLost(std::uint32_t shape) const {
    const auto fate = m_fates.find(shape);
    return fate != m_fates.end() && fate->second.state == State::Skipped;
}

// GEOS has the word on a shape that is not surely valid.
void ReadyShapes::decide(std::uint32_t shape, const gis::Geometry& geometry, Fate& fate, gis::Geometry& mended) const {
    if (const auto known = m_fates.find(shape); known != m_fates.end()) fate = known->second;
    if (geometry.isEmpty()) {
        const bool isReduced = fate.state != State::Ok;
        fate.state = State::Skipped;
        if (!isReduced) fate.reason = gis::message("layers", "it has no geometry");
        return;
    }
    const auto flaw = gis::flawOf(geometry);
    if (!flaw) return;
    const auto repair = m_repair ? gis::repaired(geometry, *flaw) : gis::Result<gis::Repair>();
    Fate found{State::Repaired, flaw->text, {}, m_isCarried};
    if (std::isfinite(flaw->place.x) && std::isfinite(flaw->place.y)) found.place = flaw->place;
    if (!m_repair || !repair || repair->geometry.isEmpty()) {
        fate = std::move(found);
        fate.state = State::Skipped;
        return;
    }
    if (fate.state == State::Ok) fate = std::move(found);
    mended = repair->geometry;
}

void ReadyShapes::use(gis::RunTree tree, std::vector<std::uint32_t> doubtful) {
    m_tree = std::move(tree);
    m_doubtful = std::move(doubtful);
    m_isLookedAt = true;
}

gis::Result<void> ReadyShapes::look() {
    if (m_isLookedAt) return {};
    TUCE_TRY(tree, gis::RunTree::build(m_shapes, m_control));
    std::vector<char> flags(m_shapes.shapeCount(), 0);
    const auto lookAt = [&](std::size_t shape, unsigned) {
        flags[shape] = m_shapes.dimensions[shape] < 0 || !gis::isSurelyValid(m_shapes, tree, shape);
    };
    if (!gis::parallelFor(flags.size(), m_control, lookAt, 16)) return gis::canceled();
    std::vector<std::uint32_t> doubtful;
    for (std::uint32_t shape = 0; shape < flags.size(); ++shape)
        if (flags[shape]) doubtful.push_back(shape);
    use(std::move(tree), std::move(doubtful));
    return {};
}

gis::Result<void> ReadyShapes::mend() {
    TUCE_CHECK(look());
    std::vector<std::uint32_t> open;
    for (const std::uint32_t shape : m_doubtful)
        if (!isLost(shape)) open.push_back(shape);
    std::vector<Fate> fates(open.size());
    std::vector<gis::Geometry> mended(open.size());
    const auto judge = [&](std::size_t i, unsigned) {
        decide(open[i], m_shapes.geometry(open[i]), fates[i], mended[i]);
    };
    if (!gis::parallelFor(open.size(), m_control, judge)) return gis::canceled();
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (fates[i].state != State::Ok) m_fates[open[i]] = std::move(fates[i]);
        if (!mended[i].isEmpty()) m_mended[open[i]] = std::move(mended[i]);
    }
    return {};
}

gis::Result<void> ReadyShapes::carry(std::vector<gis::CoordinateTransform>& transforms) {
    constexpr std::size_t grain = 256;
    const std::size_t count = m_shapes.shapeCount();
    std::vector<gis::PackedShapesBuilder> builders(count / grain + 1);
    std::vector<std::vector<std::pair<std::uint32_t, gis::Message>>> failed(builders.size());
    const auto carryBlock = [&](std::size_t block, unsigned worker) {
        for (std::size_t shape = block * grain; shape < std::min(count, (block + 1) * grain); ++shape) {
            const auto number = static_cast<std::uint32_t>(shape);
            const auto repaired = m_mended.find(number);
            const gis::Geometry given = repaired != m_mended.end() ? repaired->second : m_shapes.geometry(shape);
            auto moved = isLost(number) ? gis::Result<gis::Geometry>(given) : transforms[worker].apply(given);
            if (!moved) failed[block].emplace_back(number, moved.error().problem);
            builders[block].addShape(moved ? *moved : gis::Geometry());
        }
    };
    if (!gis::parallelFor(builders.size(), m_control, carryBlock)) return gis::canceled();
    m_shapes = gis::PackedShapesBuilder::join(std::move(builders));
    m_mended.clear();
    m_isLookedAt = false;
    m_isCarried = true;
    for (auto& block : failed)
        for (auto& [shape, reason] : block) {
            m_fates[shape].state = State::Skipped;
            m_fates[shape].reason = std::move(reason);
        }
    return {};
}

}  // namespace layers
