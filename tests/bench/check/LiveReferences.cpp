// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/check/LiveReferences.h"

#include <cmath>
#include <cstdio>
#include <unordered_map>

#include "gis/engine/Geos.h"
#include "gis/feature/SpatialIndex.h"
#include "layers/check/DragCheck.h"
#include "layers/check/EarlierRows.h"
#include "layers/check/SnapshotCheckInput.h"
#include "tests/bench/check/StopWatch.h"

namespace bench {

namespace {

std::string keyOf(const layers::Finding& finding) {
    return finding.controlLayer + "|" + finding.controlId + (finding.againstLayer ? "|outside" : "");
}

double sizeOf(const layers::Finding& finding) {
    return finding.areaSquareMetres.value_or(finding.lengthMetres.value_or(0));
}

bool isEqual(double a, double b) { return std::fabs(a - b) <= 1e-9 * std::max(std::fabs(a), std::fabs(b)); }

}  // namespace

gis::Result<std::size_t> BulkReference::differences(const layers::ProjectSnapshot& plan, const gis::Feature& feature,
                                                    const layers::LiveAnswer& answer) {
    layers::CheckInput input = layers::checkInput(plan, layers::DragCheck::options());
    for (layers::CheckLayer& layer : input.plan)
        layer.table = gis::FeatureTable(layer.table.schema(), layer.table.crs(), {feature});
    TUCE_TRY(report, layers::redLineCheck(input, {}, *m_ready, nullptr));
    std::map<std::string, double> bulk, live;
    for (const layers::Finding& finding : report.findings) bulk[keyOf(finding)] = sizeOf(finding);
    for (const layers::FindingSummary& row : report.summaries)
        bulk["net " + row.controlLayer] = row.netAreaSquareMetres.value_or(0);
    for (const layers::LiveOverlap& overlap : answer.overlaps) {
        for (const layers::Finding& finding : overlap.findings) live[keyOf(finding)] = sizeOf(finding);
        live["net " + overlap.controlName] = overlap.summary.netAreaSquareMetres.value_or(0);
    }
    std::size_t different = 0;
    for (const auto* side : {&bulk, &live})
        for (const auto& [key, size] : *side) {
            const auto& other = side == &bulk ? live : bulk;
            const auto found = other.find(key);
            if (found != other.end() && (side == &live || isEqual(size, found->second))) continue;
            ++different;
            char text[300];
            std::snprintf(text, sizeof text, "%s %s: %.12g, the other %.12g", side == &bulk ? "bulk" : "live",
                          key.c_str(), size, found == other.end() ? 0 : found->second);
            m_example = text;
        }
    return different;
}

struct GeosReference::Zones {
    struct Zone {
        const gis::Geometry* geometry = nullptr;
        gis::geos::GeometryHandle shape;
        gis::geos::PreparedHandle prepared;  // goes before its shape
    };
    layers::SnapshotPtr plan;
    std::vector<Zone> zones;
    gis::SpatialIndex index;
};

GeosReference::GeosReference(layers::SnapshotPtr plan) : m_zones(std::make_unique<Zones>()) {
    m_zones->plan = std::move(plan);
    std::vector<gis::Extent> boxes;
    for (const layers::LayerPtr& layer : m_zones->plan->layers) {
        if (layer->kind != layers::LayerKind::ControlLine) continue;
        for (const gis::Feature& feature : layer->table) {
            m_zones->zones.emplace_back().geometry = &feature.geometry();
            boxes.push_back(feature.geometry().extent());
        }
    }
    m_zones->index = gis::SpatialIndex(boxes);
}

GeosReference::~GeosReference() {
    for (Zones::Zone& zone : m_zones->zones) zone.prepared.reset();
}

void GeosReference::prepareNear(const gis::Geometry& feature) {
    for (const std::uint32_t i : m_zones->index.find(feature.extent())) {
        Zones::Zone& zone = m_zones->zones[i];
        if (zone.shape) continue;
        auto shape = gis::geos::toGeos(*zone.geometry);
        if (!shape) continue;
        zone.shape = std::move(*shape);
        zone.prepared.reset(GEOSPrepare_r(gis::geos::context(), zone.shape.get()));
        GEOSPreparedIntersects_r(gis::geos::context(), zone.prepared.get(), zone.shape.get());  // builds its index
    }
}

GeosReference::Answer GeosReference::ask(const gis::Geometry& feature) {
    prepareNear(feature);
    const StopWatch watch;
    Answer answer;
    const auto shape = gis::geos::toGeos(feature);
    if (!shape) return answer;
    GEOSContextHandle_t context = gis::geos::context();
    for (const std::uint32_t i : m_zones->index.find(feature.extent())) {
        const Zones::Zone& zone = m_zones->zones[i];
        if (!zone.shape || GEOSPreparedIntersects_r(context, zone.prepared.get(), shape->get()) != 1) continue;
        const gis::geos::GeometryHandle piece(GEOSIntersection_r(context, shape->get(), zone.shape.get()));
        double area = 0;
        if (!piece || GEOSArea_r(context, piece.get(), &area) != 1 || !(area > 0)) continue;
        ++answer.rows;
        answer.squareMetres += area;
    }
    answer.seconds = watch.seconds();
    return answer;
}

}  // namespace bench
