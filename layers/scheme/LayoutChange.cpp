// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/LayoutChange.h"

#include <algorithm>
#include <set>

#include "layers/plan/LayoutElement.h"
#include "layers/scheme/LayoutRecipe.h"

namespace layers {
namespace {

std::string freeName(const std::string& wished, const std::set<std::string>& taken) {
    std::string name = wished;
    for (int number = 2; taken.contains(name); ++number) name = wished + " " + std::to_string(number);
    return name;
}

Layer layerOf(const BuiltLayer& built, const BuiltLayout& layout, const LayoutChangeOptions& options) {
    Layer layer;
    layer.kind = LayerKind::Layout;
    layer.idField = layout_field::elementId;
    layer.nameField = layout_field::name;
    layer.note = layout.note;
    layer.style = options.style;
    layer.table = built.table;
    return layer;
}

/// Links of a layer's features to their clauses, numbered from `nextId`.
std::vector<ClauseLink> linksOf(const Layer& layer, const ProjectSnapshot& snapshot, const LayoutChangeOptions& options,
                                std::int64_t nextId, std::set<std::string>& unknown) {
    std::vector<ClauseLink> links;
    const int clause = layer.table.schema().indexOf(layout_field::clause);
    for (const gis::Feature& feature : layer.table) {
        const std::string id = gis::toText(feature.attribute(clause));
        if (id.empty()) continue;
        if (snapshot.corpus.clause(id) == nullptr) {
            unknown.insert(id);
            continue;
        }
        ClauseLink link = *basisLink(snapshot, layer, feature, options);
        link.id = nextId++;
        links.push_back(std::move(link));
    }
    return links;
}

}  // namespace

std::optional<ClauseLink> basisLink(const ProjectSnapshot& plan, const Layer& layer, const gis::Feature& feature,
                                    const LayoutChangeOptions& options) {
    ClauseLink link;
    link.layer = layer.id;
    link.feature = feature.id();
    link.clauseId = gis::toText(feature.attribute(layer.table.schema().indexOf(layout_field::clause)));
    link.relation = LinkRelation::Basis;
    link.who = options.who;
    link.when = options.when;
    const Clause* clause = plan.corpus.clause(link.clauseId);
    if (clause == nullptr) return std::nullopt;
    if (const auto recipe = recipeOf(layer, feature); recipe && !recipe->element.quote.text.empty())
        if (const TextAnchor anchor = anchorAt(clause->text, recipe->element.quote.text); anchor.position >= 0)
            link.setTextAnchor(anchor);
    return link;
}

ChangeSet layoutChange(const ProjectSnapshot& snapshot, const BuiltLayout& layout, const LayoutChangeOptions& options,
                       gis::Warnings& warnings) {
    ChangeSet change;
    change.text = gis::message("layers", "Build layout %1", {layout.title});
    std::set<std::string> names;
    for (const LayerPtr& layer : snapshot.layers) names.insert(layer->name);
    std::int64_t nextLayer = gis::number(snapshot.nextLayerId());
    std::int64_t nextLink = snapshot.nextLinkId();
    int position = static_cast<int>(snapshot.layers.size());
    std::vector<ClauseLink> links;
    std::set<std::string> unknown;
    for (const BuiltLayer& built : layout.layers) {
        Layer layer = layerOf(built, layout, options);
        layer.id = static_cast<gis::LayerId>(nextLayer++);
        layer.name = freeName(built.title, names);
        names.insert(layer.name);
        const auto added = linksOf(layer, snapshot, options, nextLink, unknown);
        nextLink += static_cast<std::int64_t>(added.size());
        links.insert(links.end(), added.begin(), added.end());
        change.changes.emplace_back(
            LayerChange{nullptr, std::make_shared<const Layer>(std::move(layer)), -1, position});
        ++position;
    }
    for (const ClauseLink& link : links) change.changes.emplace_back(LinkChange{std::nullopt, link});
    for (const std::string& id : unknown)
        warnings.push_back({"clause_unknown", {}, gis::message("layers", "the plan's corpus has no clause %1", {id})});
    return change;
}

}  // namespace layers
