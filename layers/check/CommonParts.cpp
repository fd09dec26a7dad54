// SPDX-License-Identifier: Apache-2.0
#include "layers/check/CommonParts.h"

#include "gis/engine/Overlay.h"

namespace layers {

bool CommonParts::meet(const CheckFeature& a, const CheckFeature& b, gis::PairOverlap& engine) {
    const Key key = keyOf(a, b);
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto known = m_meet.find(key); known != m_meet.end()) return known->second;
    }
    const bool meets = engine.area(*key.a->layer, key.a->shape, *key.b->layer, key.b->shape).interiorsMeet;
    const std::scoped_lock lock(m_mutex);
    return m_meet.emplace(key, meets).first->second;
}

std::shared_ptr<const gis::OverlapLayer> CommonParts::of(const CheckFeature& a, const CheckFeature& b) {
    const Key key = keyOf(a, b);
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto known = m_parts.find(key); known != m_parts.end()) return known->second;
    }
    auto made = std::make_shared<gis::OverlapLayer>();
    const auto common = gis::overlay(gis::OverlayOperation::Intersection, key.a->geometry(), key.b->geometry());
    gis::PackedShapesBuilder builder;
    builder.addShape(common ? common->geometry : gis::Geometry());
    made->shapes = builder.build();
    made->tree = *gis::RunTree::build(made->shapes);
    made->sums = *gis::BoundarySums::build(made->shapes, made->tree, key.a->layer->sums.form);
    const std::scoped_lock lock(m_mutex);
    return m_parts.emplace(key, std::move(made)).first->second;
}

namespace {

/// Which zones meet each other within the plan's box, until three of them do.
class MeetingZones {
public:
    MeetingZones(const gis::Extent& plan, const std::vector<const CheckFeature*>& zones)
        : m_plan(plan), m_zones(zones), m_neighbours(zones.size()) {}

    /// False where three zones meet each other, or when canceled.
    bool find(CommonParts& parts, gis::PairOverlap& engine, const gis::CancelToken& cancel) {
        std::vector<std::size_t> order(m_zones.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::sort(order.begin(), order.end(), [this](std::size_t i, std::size_t j) {
            return m_zones[i]->extent().minX < m_zones[j]->extent().minX;
        });
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (cancel.isCanceled()) return false;
            const double right = m_zones[order[i]]->extent().maxX;
            for (std::size_t j = i + 1; j < order.size() && m_zones[order[j]]->extent().minX <= right; ++j) {
                if (!boxesShare(order[i], order[j])) continue;
                if (!parts.meet(*m_zones[order[i]], *m_zones[order[j]], engine)) continue;
                if (!add(order[i], order[j])) return false;
            }
        }
        return true;
    }
    const std::vector<std::pair<std::size_t, std::size_t>>& pairs() const { return m_pairs; }

private:
    bool boxesShare(std::size_t i, std::size_t j) const {
        const gis::Extent& a = m_zones[i]->extent();
        const gis::Extent& b = m_zones[j]->extent();
        const gis::Extent shared{std::max(a.minX, b.minX), std::max(a.minY, b.minY), std::min(a.maxX, b.maxX),
                                 std::min(a.maxY, b.maxY)};
        return !shared.isEmpty() && shared.meets(m_plan);
    }

    bool add(std::size_t i, std::size_t j) {
        for (const std::size_t third : m_neighbours[i])
            if (std::find(m_neighbours[j].begin(), m_neighbours[j].end(), third) != m_neighbours[j].end()) return false;
        m_neighbours[i].push_back(j);
        m_neighbours[j].push_back(i);
        m_pairs.emplace_back(i, j);
        return true;
    }

    const gis::Extent& m_plan;
    const std::vector<const CheckFeature*>& m_zones;
    std::vector<std::vector<std::size_t>> m_neighbours;
    std::vector<std::pair<std::size_t, std::size_t>> m_pairs;
};

}  // namespace

std::optional<double> netArea(const CheckFeature& plan, const std::vector<const CheckFeature*>& zones, double sum,
                              double unit, CommonParts& parts, gis::PairOverlap& engine,
                              const gis::CancelToken& cancel) {
    MeetingZones meeting(plan.extent(), zones);
    if (!meeting.find(parts, engine, cancel)) return std::nullopt;
    double net = sum;
    for (const auto& [i, j] : meeting.pairs()) {
        if (cancel.isCanceled()) return std::nullopt;
        const auto common = parts.of(*zones[i], *zones[j]);
        if (common->shapes.dimensions[0] == 2) net -= engine.area(*plan.layer, plan.shape, *common, 0).area * unit;
    }
    return net;
}

}  // namespace layers
