// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/ElementProfile.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "layers/edit/EditSeries.h"
#include "layers/edit/FeatureEdit.h"
#include "layers/plan/LayoutElement.h"
#include "layers/scheme/LayoutRecipe.h"
#include "layers/scheme/PlanSchemes.h"

namespace layers {
namespace {

using Json = nlohmann::ordered_json;

template <class Items>
void setItems(Json& json, const char* member, const Items& items) {
    if (items.empty())
        json.erase(member);
    else
        json[member] = items;
}

/// The items as the element would be written with them; what is the same as before stays as it is written.
template <class Item>
void setList(Json& json, const char* member, const std::vector<Item>& before, const std::vector<Item>& after,
             const Json& written) {
    if (before == after) return;
    const Json old = json.value(member, Json::array());
    const Json fresh = written.value(member, Json::array());
    Json list = Json::array();
    for (std::size_t i = 0; i < after.size(); ++i) {
        const auto same = std::ranges::find(before, after[i]);
        const auto at = static_cast<std::size_t>(same - before.begin());
        list.push_back(same != before.end() && at < old.size() ? old[at] : fresh[i]);
    }
    json[member] = std::move(list);
}

void setText(Json& json, const char* member, const std::string& text) {
    if (text.empty())
        json.erase(member);
    else
        json[member] = text;
}

/// The element as if nobody had written it before.
Json freshJson(SchemeElement element, const ElementProfile& profile) {
    element.json.clear();
    element.facts = profile.facts;
    element.relations = profile.relations;
    return Json::parse(elementToJson(element), nullptr, false);
}

gis::Value valueOf(const std::string& text) { return text.empty() ? gis::Value() : gis::Value(text); }

/// A feature of the element, told otherwise; what somebody wrote in the plan instead of the element's stays.
gis::Feature retold(const Layer& layer, const gis::Feature& feature, const SchemeElement& before,
                    const SchemeElement& after) {
    const gis::Schema& schema = layer.table.schema();
    gis::Feature told = feature;
    const auto set = [&](const char* field, const gis::Value& from, const gis::Value& to) {
        const int at = schema.indexOf(field);
        if (at >= 0 && gis::toText(feature.attribute(at)) == gis::toText(from)) told = told.withAttribute(at, to);
    };
    const auto rankOf = [](const SchemeElement& element) {
        return element.rank > 0 ? gis::Value(std::int64_t{element.rank}) : gis::Value();
    };
    set(layout_field::name, valueOf(before.label()), valueOf(after.label()));
    set(layout_field::rank, rankOf(before), rankOf(after));
    set(layout_field::status, valueOf(before.statusClass), valueOf(after.statusClass));
    const int recipe = schema.indexOf(layout_field::recipe);
    return told.withAttribute(recipe, gis::Value(withElement(gis::toText(feature.attribute(recipe)), after)));
}

/// In the recipes of what is drawn of it; true if anything is.
gis::Result<bool> retellDrawn(EditSeries& series, const std::string& id, const ElementProfile& profile) {
    bool isDrawn = false;
    const SnapshotPtr plan = series.snapshot();
    for (const LayerPtr& layer : plan->layers) {
        const int field = layer->table.schema().indexOf(layout_field::elementId);
        if (layer->kind != LayerKind::Layout || field < 0) continue;
        std::vector<gis::Feature> told;
        for (const gis::Feature& feature : layer->table) {
            if (gis::toText(feature.attribute(field)) != id) continue;
            const auto recipe = recipeOf(*layer, feature);
            if (!recipe || recipe->element.id != id) continue;
            TUCE_TRY(after, withProfile(recipe->element, profile));
            told.push_back(retold(*layer, feature, recipe->element, after));
        }
        isDrawn = isDrawn || !told.empty();
        if (!told.empty()) TUCE_CHECK(series.apply(upsertFeatures(*series.snapshot(), layer->id, told)));
    }
    return isDrawn;
}

/// In the schemes that the plan keeps; true if one has it.
gis::Result<bool> retellKept(EditSeries& series, const std::string& id, const ElementProfile& profile) {
    bool isKept = false;
    gis::Warnings ignored;  // of a scheme that cannot be read: the register tells it
    for (const SchemeSource& source : keptSources(*series.snapshot(), ignored)) {
        Scheme scheme = source.scheme;
        const auto found = std::ranges::find(scheme.elements, id, &SchemeElement::id);
        if (found == scheme.elements.end()) continue;
        TUCE_TRY(after, withProfile(*found, profile));
        *found = after;
        TUCE_CHECK(series.apply(keepScheme(*series.snapshot(), source.keptAs, scheme)));
        isKept = true;
    }
    return isKept;
}

/// Into a scheme of the plan's own.
gis::Result<void> keepAlone(EditSeries& series, const SchemeElement& element, const std::string& keptAs) {
    Scheme scheme;
    scheme.title = keptAs;
    gis::Warnings ignored;
    for (const SchemeSource& source : keptSources(*series.snapshot(), ignored))
        if (source.keptAs == keptAs) scheme = source.scheme;
    scheme.elements.push_back(element);
    return series.apply(keepScheme(*series.snapshot(), keptAs, scheme));
}

}  // namespace

ElementProfile profileOf(const SchemeElement& element) {
    return {element.name,        element.shortName, element.aliases, element.statusWording,
            element.statusClass, element.rank,      element.facts,   element.relations};
}

void setProfile(SchemeElement& element, const ElementProfile& profile) {
    element.name = profile.name;
    element.shortName = profile.shortName;
    element.aliases = profile.aliases;
    element.statusWording = profile.statusWording;
    element.statusClass = profile.statusClass;
    element.rank = profile.rank;
    element.facts = profile.facts;
    element.relations = profile.relations;
}

gis::Result<SchemeElement> withProfile(const SchemeElement& element, const ElementProfile& profile) {
    if (profileOf(element) == profile) return element;
    Json json = Json::parse(elementToJson(element), nullptr, false);
    const Json fresh = freshJson(element, profile);
    json["name"] = profile.name;
    setText(json, "short_name", profile.shortName);
    setItems(json, "aliases", profile.aliases);
    if (profile.rank > 0)
        json["rank"] = profile.rank;
    else
        json.erase("rank");
    if (profile.statusWording != element.statusWording || profile.statusClass != element.statusClass) {
        Json status = Json::object();
        setText(status, "wording", profile.statusWording);
        setText(status, "cls", profile.statusClass);
        setItems(json, "status", status);
    }
    setList(json, "facts", element.facts, profile.facts, fresh);
    setList(json, "relations", element.relations, profile.relations, fresh);
    return elementFromJson(json.dump(-1, ' ', false, Json::error_handler_t::replace), element.name);
}

bool statesFacts(const SchemeElement& element) {
    const Json json = Json::parse(element.json, nullptr, false);
    return !element.facts.empty() || (json.is_object() && json.contains("facts"));
}

gis::Result<ChangeSet> profileChange(const SnapshotPtr& plan, const SchemeElement& element,
                                     const ElementProfile& profile, const std::string& keptAs) {
    EditSeries series(plan);
    TUCE_TRY(isDrawn, retellDrawn(series, element.id, profile));
    TUCE_TRY(isKept, retellKept(series, element.id, profile));
    if (!isDrawn && !isKept && !(profileOf(element) == profile)) {
        TUCE_TRY(after, withProfile(element, profile));
        TUCE_CHECK(keepAlone(series, after, keptAs));
    }
    return series.change(gis::message("layers", "Change what is said of %1", {profile.name}));
}

}  // namespace layers
