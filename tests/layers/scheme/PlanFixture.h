// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "Fixture.h"
#include "layers/plan/LayoutElement.h"
#include "layers/scheme/LayoutChange.h"

namespace fixture {

inline layers::SnapshotPtr after(const layers::SnapshotPtr& plan, const gis::Result<layers::ChangeSet>& change) {
    if (!change) qFatal("%s", gis::describe(change.error()).c_str());
    const auto next = layers::applied(plan, *change);
    if (!next) qFatal("%s", gis::describe(next.error()).c_str());
    const auto back = layers::applied(*next, change->inverted());
    if (!back || !(*back)->samePlan(*plan)) qFatal("not undone");
    return *next;
}

/// A plan with the sample's boundaries as ground and the shipped corpus.
inline layers::SnapshotPtr groundPlan() {
    auto plan = std::make_shared<layers::ProjectSnapshot>();
    std::int64_t id = 1;
    auto read = gis::readLayers(gis::SourceName::parse(gis::resourceFolder() + "/sample/boundaries.gpkg")).value();
    for (gis::VectorLayer& one : read) {
        layers::Layer layer;
        layer.id = gis::LayerId{id++};
        layer.name = one.info.name;
        layer.kind = layers::LayerKind::Boundary;
        layer.nameField = "name";
        layer.table = std::move(one.table);
        plan->layers.push_back(std::make_shared<const layers::Layer>(std::move(layer)));
    }
    plan->corpus = layers::shippedCorpus().value();
    return plan;
}

inline layers::LayoutChangeOptions changeOptions() {
    return {"test", "2026-11-22T00:00:00Z", layers::shippedStyle("layout").value()};
}

/// These elements drawn over the ground of the plan.
inline layers::SnapshotPtr withDrawn(const layers::SnapshotPtr& plan,
                                     const std::vector<layers::SchemeElement>& elements,
                                     const layers::BaseLayers& base) {
    layers::Scheme scheme;
    scheme.title = "drawn";
    scheme.elements = elements;
    gis::Warnings ignored;
    return after(plan, layers::layoutChange(*plan, build(scheme, base), changeOptions(), ignored));
}

struct Drawn {
    layers::LayerPtr layer;
    gis::Feature feature;
};
inline Drawn drawn(const layers::SnapshotPtr& plan, const std::string& id) {
    for (const layers::LayerPtr& layer : plan->layers) {
        const int field = layer->table.schema().indexOf(layers::layout_field::elementId);
        if (layer->kind != layers::LayerKind::Layout || field < 0) continue;
        for (const gis::Feature& feature : layer->table)
            if (gis::toText(feature.attribute(field)) == id) return {layer, feature};
    }
    qFatal("%s is not drawn", id.c_str());
}

inline const layers::SchemeElement& elementOf(const layers::Scheme& scheme, const std::string& id) {
    const layers::SchemeElement* found = scheme.element(id);
    if (found == nullptr) qFatal("no element %s", id.c_str());
    return *found;
}

}  // namespace fixture
