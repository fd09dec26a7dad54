// SPDX-License-Identifier: Apache-2.0
#include "layers/project/PlanJson.h"

#include <array>
#include <cmath>

#include "gis/io/GeoPackageGeometry.h"

namespace layers {

namespace {

constexpr std::array<std::pair<const char*, gis::FieldType>, 6> fieldTypes{{{"integer", gis::FieldType::Integer},
                                                                            {"real", gis::FieldType::Real},
                                                                            {"text", gis::FieldType::Text},
                                                                            {"boolean", gis::FieldType::Boolean},
                                                                            {"date", gis::FieldType::Date},
                                                                            {"datetime", gis::FieldType::DateTime}}};

gis::FieldType fieldTypeFrom(const std::string& word) {
    for (const auto& [known, type] : fieldTypes)
        if (word == known) return type;
    throw UnreadablePlan("field type " + word);
}

/// The value of a Result, or its Error as the exception of this file.
template <class Value>
Value need(gis::Result<Value> result) {
    if (!result) throw UnreadablePlan(gis::describe(result.error()));
    return std::move(*result);
}

PlanJson geometryJson(const gis::Geometry& geometry) {
    if (geometry.isEmpty()) return nullptr;
    return PlanJson::binary(gis::encodeGeoPackageGeometry(geometry, 0));
}

gis::Geometry geometryFrom(const PlanJson& json) {
    if (json.is_null()) return {};
    return need(gis::decodeGeoPackageGeometry(json.get_binary())).geometry;
}

PlanJson sourceJson(const LayerSource& source) {
    return {{"path", source.path}, {"layer", source.layer}, {"encoding", source.encoding}};
}

}  // namespace

PlanJson valueJson(const gis::Value& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) return *integer;
    if (const auto* real = std::get_if<double>(&value)) return *real;
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    return nullptr;
}

gis::Value valueFrom(const PlanJson& json) {
    if (json.is_number_integer()) return json.get<std::int64_t>();
    if (json.is_number_float()) return json.get<double>();
    if (json.is_null()) return {};
    return json.get<std::string>();
}

PlanJson schemaJson(const gis::Schema& schema) {
    PlanJson json = PlanJson::array();
    for (const gis::Field& field : schema.fields())
        json.push_back({{"name", field.name},
                        {"type", fieldTypes[static_cast<std::size_t>(field.type)].first},
                        {"width", field.width}});
    return json;
}

gis::Schema schemaFrom(const PlanJson& json) {
    std::vector<gis::Field> fields;
    for (const PlanJson& field : json)
        fields.push_back({field.at("name").get<std::string>(), fieldTypeFrom(field.at("type").get<std::string>()),
                          field.at("width").get<int>()});
    return gis::Schema(std::move(fields));
}

PlanJson crsJson(const gis::CoordinateReferenceSystem& crs) {
    if (!crs.isKnown()) return nullptr;
    return crs.code().empty() ? PlanJson{{"wkt", crs.wkt()}} : PlanJson{{"code", crs.code()}};
}

gis::CoordinateReferenceSystem crsFrom(const PlanJson& json) {
    if (json.is_null()) return {};
    if (const auto code = json.find("code"); code != json.end())
        return need(gis::CoordinateReferenceSystem::fromCode(code->get<std::string>()));
    return need(gis::CoordinateReferenceSystem::fromWkt(json.at("wkt").get<std::string>()));
}

PlanJson featureJson(const gis::Feature& feature) {
    PlanJson attributes = PlanJson::array();
    for (const gis::Value& value : feature.attributes()) attributes.push_back(valueJson(value));
    return PlanJson::array({gis::number(feature.id()), geometryJson(feature.geometry()), std::move(attributes)});
}

gis::Feature featureFrom(const PlanJson& json) {
    std::vector<gis::Value> attributes;
    for (const PlanJson& value : json.at(2)) attributes.push_back(valueFrom(value));
    return gis::Feature(gis::FeatureId{json.at(0).get<std::int64_t>()}, geometryFrom(json.at(1)),
                        std::move(attributes));
}

PlanJson rasterJson(const RasterPicture& raster) {
    const gis::RasterGrid& grid = raster.grid;
    PlanJson json = {{"width", grid.width}, {"height", grid.height}, {"affine", grid.affine}};
    if (raster.stretch) json["stretch"] = *raster.stretch;
    return json;
}

RasterPicture rasterFrom(const PlanJson& json) {
    RasterPicture raster{
        {json.at("width").get<int>(), json.at("height").get<int>(), json.at("affine").get<std::array<double, 6>>()},
        std::nullopt};
    if (const auto stretch = json.find("stretch"); stretch != json.end())
        raster.stretch = stretch->get<std::array<double, 2>>();
    const bool isStretched = !raster.stretch || (std::isfinite((*raster.stretch)[1] - (*raster.stretch)[0]) &&
                                                 (*raster.stretch)[0] < (*raster.stretch)[1]);
    if (!raster.grid.isUsable() || !isStretched) throw UnreadablePlan("raster");
    return raster;
}

PlanJson layerJson(const Layer& layer) {
    PlanJson json = {{"id", gis::number(layer.id)},
                     {"name", layer.name},
                     {"kind", toText(layer.kind)},
                     {"control_type", toText(layer.control.type)},
                     {"control_direction", toText(layer.control.direction)},
                     {"id_field", layer.idField},
                     {"name_field", layer.nameField},
                     {"note", layer.note},
                     {"visible", layer.visible},
                     {"style", toJson(layer.style)},
                     {"source", sourceJson(layer.source)},
                     {"schema", schemaJson(layer.table.schema())},
                     {"crs", crsJson(layer.table.crs())}};
    if (layer.raster) json["raster"] = rasterJson(*layer.raster);
    PlanJson features = PlanJson::array();
    if (!layer.source.isLinked())
        for (const gis::Feature& feature : layer.table) features.push_back(featureJson(feature));
    json["features"] = std::move(features);
    return json;
}

Layer layerFrom(const PlanJson& json) {
    Layer layer;
    layer.id = gis::LayerId{json.at("id").get<std::int64_t>()};
    layer.name = json.at("name").get<std::string>();
    layer.kind = need(layerKindFromText(json.at("kind").get<std::string>()));
    layer.control.type = need(controlTypeFromText(json.at("control_type").get<std::string>()));
    layer.control.direction = need(ruleDirectionFromText(json.at("control_direction").get<std::string>()));
    layer.idField = json.at("id_field").get<std::string>();
    layer.nameField = json.at("name_field").get<std::string>();
    layer.note = json.at("note").get<std::string>();
    layer.visible = json.at("visible").get<bool>();
    layer.style = need(styleFromJson(json.at("style").get<std::string>()));
    const PlanJson& source = json.at("source");
    layer.source = {source.at("path").get<std::string>(), source.at("layer").get<std::string>(),
                    source.at("encoding").get<std::string>()};
    std::vector<gis::Feature> features;
    for (const PlanJson& feature : json.at("features")) features.push_back(featureFrom(feature));
    layer.table = gis::FeatureTable(schemaFrom(json.at("schema")), crsFrom(json.at("crs")), std::move(features));
    if (const auto raster = json.find("raster"); raster != json.end()) layer.raster = rasterFrom(*raster);
    return layer;
}

PlanJson linkJson(const ClauseLink& link) {
    return {{"id", link.id},
            {"layer", gis::number(link.layer)},
            {"feature", gis::number(link.feature)},
            {"clause", link.clauseId},
            {"relation", toText(link.relation)},
            {"anchor", link.anchor},
            {"note", link.note},
            {"who", link.who},
            {"when", link.when},
            {"anchor_before", link.anchorBefore},
            {"anchor_after", link.anchorAfter},
            {"anchor_position", link.anchorPosition}};
}

ClauseLink linkFrom(const PlanJson& json) {
    ClauseLink link;
    link.id = json.at("id").get<std::int64_t>();
    link.layer = gis::LayerId{json.at("layer").get<std::int64_t>()};
    link.feature = gis::FeatureId{json.at("feature").get<std::int64_t>()};
    link.clauseId = json.at("clause").get<std::string>();
    link.relation = need(linkRelationFromText(json.at("relation").get<std::string>()));
    link.anchor = json.at("anchor").get<std::string>();
    link.note = json.at("note").get<std::string>();
    link.who = json.at("who").get<std::string>();
    link.when = json.at("when").get<std::string>();
    // Journals written before anchors had surroundings lack these.
    link.anchorBefore = json.value("anchor_before", std::string());
    link.anchorAfter = json.value("anchor_after", std::string());
    link.anchorPosition = json.value("anchor_position", std::int64_t{-1});
    return link;
}

PlanJson infoJson(const ProjectInfo& info) {
    PlanJson values = PlanJson::object();
    for (const auto& [name, value] : info.values) values[name] = value;
    return {{"title", info.title}, {"crs", info.crsCode}, {"created_at", info.createdAt}, {"values", values}};
}

ProjectInfo infoFrom(const PlanJson& json) {
    ProjectInfo info;
    info.title = json.at("title").get<std::string>();
    info.crsCode = json.at("crs").get<std::string>();
    info.createdAt = json.at("created_at").get<std::string>();
    for (const auto& [name, value] : json.at("values").items()) info.values[name] = value.get<std::string>();
    return info;
}

PlanJson approvalJson(const Approval& approval) {
    return {{"finding", approval.findingKey}, {"reason", approval.reason},   {"who", approval.who},
            {"when", approval.when},          {"overlap", approval.overlap}, {"run", approval.run}};
}

Approval approvalFrom(const PlanJson& json) {
    return {json.at("finding").get<std::string>(), json.at("reason").get<std::string>(),
            json.at("who").get<std::string>(),     json.at("when").get<std::string>(),
            json.value("overlap", std::string()),  json.value("run", std::string())};
}

PlanJson labelPinJson(const LabelPin& pin) {
    return {{"layer", gis::number(pin.layer)},
            {"feature", gis::number(pin.feature)},
            {"x", pin.centre.x},
            {"y", pin.centre.y},
            {"angle", pin.angle},
            {"hidden", pin.hidden}};
}

LabelPin labelPinFrom(const PlanJson& json) {
    const LabelPin pin{gis::LayerId{json.at("layer").get<std::int64_t>()},
                       gis::FeatureId{json.at("feature").get<std::int64_t>()},
                       {json.at("x").get<double>(), json.at("y").get<double>()},
                       json.at("angle").get<double>(),
                       json.at("hidden").get<bool>()};
    if (!isUsable(pin)) throw UnreadablePlan("label");
    return pin;
}

std::string textOf(const PlanJson& json) { return json.dump(-1, ' ', false, PlanJson::error_handler_t::replace); }

PlanJson planJsonFromText(const std::string& text) { return PlanJson::parse(text); }

}  // namespace layers
