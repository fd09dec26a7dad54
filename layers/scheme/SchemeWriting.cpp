// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <nlohmann/json.hpp>

#include "layers/scheme/ElementKeys.h"
#include "layers/scheme/Scheme.h"

namespace layers {
namespace {

using Json = nlohmann::ordered_json;

std::string line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

void setText(Json& json, const char* member, const std::string& text) {
    if (!text.empty()) json[member] = text;
}
void setFlag(Json& json, const char* member, bool isSet) {
    if (isSet) json[member] = true;
}
template <typename Number>
void setNumber(Json& json, const char* member, const std::optional<Number>& number) {
    if (number) json[member] = *number;
}
void setList(Json& json, const char* member, Json list) {
    if (!list.empty()) json[member] = std::move(list);
}

Json placeJson(const SchemePlace& place) {
    Json json{{"name", place.name}};
    setText(json, "adcode", place.adcode);
    setText(json, "level", place.level);
    setText(json, "role", place.role);
    setText(json, "within_adcode", place.withinAdcode);
    setFlag(json, "inferred", place.inferred);
    return json;
}

Json carrierJson(const SchemeCarrier& carrier) {
    Json json{{"name", carrier.name}};
    setText(json, "kind", carrier.kind);
    setText(json, "role", carrier.role);
    setText(json, "layer", carrier.layer);
    return json;
}

template <class Items, class ToJson>
Json listed(const Items& items, ToJson toJson) {
    Json list = Json::array();
    for (const auto& item : items) list.push_back(toJson(item));
    return list;
}

Json partsJson(const NamedParts& parts) {
    Json json = Json::object();
    setList(json, "carriers", listed(parts.carriers, carrierJson));
    setList(json, "members", listed(parts.members, placeJson));
    setNumber(json, "width_km", parts.widthKm);
    setNumber(json, "radius_km", parts.radiusKm);
    return json;
}

Json factJson(const SchemeFact& fact) {
    Json json{{"indicator", fact.indicator}};
    setNumber(json, "value", fact.value);
    setText(json, "unit", fact.unit);
    setNumber(json, "year", fact.year);
    json["type"] = factWord(fact.type);
    setNumber(json, "start", fact.start);
    setNumber(json, "end", fact.end);
    return json;
}

Json relationJson(const SchemeRelation& relation) {
    Json json{{"type", relation.type}, {"target", relation.target}};
    setFlag(json, "inferred", relation.inferred);
    return json;
}

void setStatement(Json& json, const SchemeElement& element) {
    if (!element.clauseId.empty()) {
        Json clause{{"id", element.clauseId}};
        setText(clause, "number", element.clauseNumber);
        setText(clause, "heading", element.clauseHeading);
        json["clause"] = std::move(clause);
    }
    Json anchor = Json::object();
    setText(anchor, "text", element.quote.text);
    setNumber(anchor, "start", element.quote.start);
    setNumber(anchor, "end", element.quote.end);
    setNumber(anchor, "hits", element.quote.hits);
    setList(json, "anchor", std::move(anchor));
    Json status = Json::object();
    setText(status, "wording", element.statusWording);
    setText(status, "cls", element.statusClass);
    setList(json, "status", std::move(status));
    setFlag(json, "inferred", element.inferred);
    setText(json, "decided_by", element.decidedBy);
    if (element.asNamed) json["as_named"] = partsJson(*element.asNamed);
}

void setLists(Json& json, const SchemeElement& element) {
    setList(json, "carriers", listed(element.carriers, carrierJson));
    setList(json, "members", listed(element.members, placeJson));
    setList(json, "facts", listed(element.facts, factJson));
    setList(json, "relations", listed(element.relations, relationJson));
    Json ends = Json::object();
    if (element.start) ends["start"] = placeJson(*element.start);
    if (element.finish) ends["finish"] = placeJson(*element.finish);
    setList(json, "ends", std::move(ends));
}

Json elementJson(const SchemeElement& element) {
    Json json{{"id", element.id}};
    setText(json, "document", element.documentId);
    json["kind"] = element.kind;
    json["name"] = element.name;
    setText(json, "short_name", element.shortName);
    setList(json, "aliases", element.aliases);
    setStatement(json, element);
    setLists(json, element);
    if (element.rank != 0) json["rank"] = element.rank;
    setFlag(json, "schematic", element.schematic);
    setNumber(json, "width_km", element.widthKm);
    setNumber(json, "radius_km", element.radiusKm);
    setNumber(json, "anchor_km", element.anchorKm);
    setNumber(json, "join_km", element.joinKm);
    setNumber(json, "gap_km", element.gapKm);
    setNumber(json, "generalise_km", element.generaliseKm);
    return json;
}

Json documentJson(const SchemeDocument& document) {
    Json json{{"id", document.id}};
    setText(json, "title", document.title);
    setText(json, "doc_number", document.number);
    setText(json, document.dateInferred ? "date_inferred" : "date_made", document.date);
    return json;
}

}  // namespace

std::string elementToJson(const SchemeElement& element) {
    const auto written = elementFromJson(element.json, element.id);
    if (written && *written == element) return element.json;
    Json json = elementJson(element);
    const Json before = Json::parse(element.json, nullptr, false);
    if (before.is_object())
        for (const auto& [key, value] : before.items())
            if (std::ranges::find(elementKeys, key) == std::end(elementKeys)) json[key] = value;
    return line(json);
}

std::string schemeToJson(const Scheme& scheme) {
    std::string text = "{\"schema\":\"tuce-scheme/1\"";
    const auto add = [&text](const char* member, const Json& value) {
        text += std::string(",\n\"") + member + "\":" + line(value);
    };
    if (!scheme.title.empty()) add("title", scheme.title);
    if (!scheme.note.empty()) add("note", scheme.note);
    Json documents = Json::array();
    for (const SchemeDocument& document : scheme.documents) documents.push_back(documentJson(document));
    if (!documents.empty()) add("documents", documents);
    text += ",\n\"elements\":[";
    for (std::size_t i = 0; i < scheme.elements.size(); ++i)
        text += (i > 0 ? ",\n" : "\n") + elementToJson(scheme.elements[i]);
    return text + "\n]}\n";
}

}  // namespace layers
