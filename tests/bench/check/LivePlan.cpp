// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/check/LivePlan.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "gis/io/VectorFile.h"
#include "layers/plan/LayoutElement.h"

namespace bench {

gis::Feature liveFeature(gis::Geometry geometry) {
    std::vector<gis::Value> values(layers::layoutSchema().size());
    return {gis::FeatureId{1}, std::move(geometry), std::move(values)};
}

gis::Result<layers::SnapshotPtr> livePlan(const CheckFiles& files, const gis::JobControl& control) {
    TUCE_TRY(read, gis::readLayers(gis::SourceName::parse(files.control), {}, {control.cancel, {}, control.threads}));
    auto plan = std::make_shared<layers::ProjectSnapshot>();
    std::int64_t number = 1;
    for (gis::VectorLayer& one : read) {
        auto layer = std::make_shared<layers::Layer>();
        layer->id = gis::LayerId{number++};
        layer->name = one.info.name;
        layer->kind = layers::LayerKind::ControlLine;
        layer->nameField = "name";
        layer->source.path = files.control;
        layer->source.layer = one.info.name;
        layer->table = std::move(one.table);
        plan->layers.push_back(std::move(layer));
    }
    auto layout = std::make_shared<layers::Layer>();
    layout->id = liveLayoutId;
    layout->name = "layout";
    layout->kind = layers::LayerKind::Layout;
    layout->table = gis::FeatureTable(layers::layoutSchema(), plan->layers.front()->table.crs(), {});
    plan->layers.push_back(std::move(layout));
    plan->revision = gis::Revision{1};
    return layers::SnapshotPtr(std::move(plan));
}

LiveDrags::LiveDrags(const gis::Extent& within, std::size_t vertices, std::uint64_t seed)
    : m_within(within), m_random(seed), m_shares(vertices) {}

void LiveDrags::placeAnew(double radius) {
    m_radius = radius;
    const auto between = [&](double low, double high) {
        return low + (high - low) * static_cast<double>(m_random.below(1 << 20)) / (1 << 20);
    };
    m_centre = {between(m_within.minX + 2 * radius, m_within.maxX - 2 * radius),
                between(m_within.minY + 2 * radius, m_within.maxY - 2 * radius)};
    int share = 80;
    for (double& one : m_shares) one = (share = std::clamp(share + m_random.between(-2, 2), 55, 100)) / 100.0;
}

void LiveDrags::resize(double radius) { m_radius = radius; }

void LiveDrags::begin(Kind kind) {
    m_kind = kind;
    m_vertex = static_cast<std::size_t>(m_random.below(static_cast<int>(m_shares.size())));
    m_pull = m_random.chance(50) ? 0.004 : -0.004;
    const double turn = m_random.below(4096) * std::numbers::pi / 2048;
    m_way = {std::cos(turn), std::sin(turn)};
}

void LiveDrags::step() {
    if (m_kind == Kind::Vertex) {
        m_shares[m_vertex] = std::clamp(m_shares[m_vertex] + m_pull, 0.3, 1.2);
        return;
    }
    const double metres = m_random.between(5, 60);
    m_centre.x += metres * m_way.x;
    m_centre.y += metres * m_way.y;
}

gis::Coordinate LiveDrags::at(std::size_t vertex) const {
    const double turn = 2 * std::numbers::pi * static_cast<double>(vertex) / static_cast<double>(m_shares.size());
    const double metres = m_radius * m_shares[vertex];
    return {m_centre.x + metres * std::cos(turn), m_centre.y + metres * std::sin(turn)};
}

gis::Geometry LiveDrags::shape() const {
    std::vector<gis::Coordinate> ring;
    for (std::size_t i = 0; i < m_shares.size(); ++i) ring.push_back(at(i));
    return gis::Geometry::polygon({ring});
}

}  // namespace bench
