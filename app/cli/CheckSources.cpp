// SPDX-License-Identifier: Apache-2.0
#include "app/cli/CheckSources.h"

#include <filesystem>
#include <map>
#include <set>

#include "gis/base/Resources.h"
#include "gis/io/PackedCache.h"
#include "layers/check/AreaFields.h"
#include "layers/check/KindRules.h"

namespace cli {

namespace {

struct LayerRule {
    layers::ControlRule rule;
    std::string nameField;
};
using LayerRules = std::map<std::string, LayerRule>;

gis::Error wrongRules(const std::string& path, const std::string& layer, const std::string& detail) {
    return gis::Error{gis::ErrorCode::InvalidData,
                      {path, layer, {}},
                      gis::message("cli", "not a rules file"),
                      gis::message("cli", "write {\"layers\":{\"<layer name>\":{\"type\":…,\"direction\":…}}}"),
                      detail};
}

gis::Result<LayerRule> ruleFrom(const Json& entry, const std::string& path, const std::string& layer) {
    LayerRule rule;
    if (!entry.is_object()) return tl::unexpected(wrongRules(path, layer, "not an object"));
    for (const auto& [member, value] : entry.items()) {
        if (!value.is_string()) return tl::unexpected(wrongRules(path, layer, member + ": not a text"));
        const std::string text = value.get<std::string>();
        const auto refused = [&] { return tl::unexpected(wrongRules(path, layer, member + ": " + text)); };
        if (member == "type") {
            const auto type = layers::controlTypeFromText(text);
            if (!type) return refused();
            rule.rule.type = *type;
        } else if (member == "direction") {
            const auto direction = layers::ruleDirectionFromText(text);
            if (!direction) return refused();
            rule.rule.direction = *direction;
        } else if (member == "name_field") {
            rule.nameField = text;
        } else {
            return tl::unexpected(wrongRules(path, layer, "unknown member " + member));
        }
    }
    return rule;
}

gis::Result<LayerRules> readRules(const std::string& path) {
    LayerRules rules;
    if (path.empty()) return rules;
    TUCE_TRY(text, gis::readFile(path));
    const Json document = Json::parse(text, nullptr, false);
    if (document.is_discarded() || !document.is_object() || !document.contains("layers") ||
        !document["layers"].is_object())
        return tl::unexpected(wrongRules(path, {}, {}));
    for (const auto& [layer, entry] : document["layers"].items()) {
        TUCE_TRY(rule, ruleFrom(entry, path, layer));
        rules[layer] = rule;
    }
    return rules;
}

// A field that people would call the name, where no rule says which it is.
std::string usualNameField(const gis::Schema& schema) {
    for (const char* usual : {"name", "名称", "MC"})
        if (const int index = schema.indexOf(usual); index >= 0)
            return schema.fields()[static_cast<std::size_t>(index)].name;
    return {};
}

/// Reads one side of the check, giving each layer its rule.
struct SideReader {
    const Context& context;
    const LayerRules& rules;
    gis::Warnings& warnings;
    gis::PackedCache* cache = nullptr;
    std::string kindField{};
    std::set<std::string> used{};  ///< names in the rules that fitted a layer

    const LayerRule* ruleFor(const gis::SourceName& source, const std::string& layer) {
        const std::string file = std::filesystem::path(source.path).filename().string();
        for (const std::string& name : {source.path + "|" + layer, file + "|" + layer, layer}) {
            const auto found = rules.find(name);
            if (found == rules.end()) continue;
            used.insert(name);
            return &found->second;
        }
        return nullptr;
    }

    std::string nameFieldOf(const gis::SourceName& source, const gis::LayerInfo& layer) {
        const LayerRule* rule = ruleFor(source, layer.name);
        return rule && !rule->nameField.empty() ? rule->nameField : usualNameField(layer.schema);
    }

    layers::CheckLayer layerFrom(const gis::SourceName& source, gis::PackedLayer read, const std::string& idField) {
        layers::CheckLayer layer;
        layer.name = read.info.name;
        layer.path = source.path;
        layer.idField = idField;
        layer.nameField = nameFieldOf(source, read.info);
        layers::takeAreaFields(layer, read.info.schema);
        layer.kindField = kindField;
        if (!kindField.empty()) layer.kindRules = layers::shippedKindRules();
        if (const LayerRule* rule = ruleFor(source, layer.name)) layer.rule = rule->rule;
        layer.table = gis::FeatureTable(read.info.schema, read.info.crs, {});
        warnings.insert(warnings.end(), read.warnings.begin(), read.warnings.end());
        layer.packed = std::make_shared<const gis::PackedLayer>(std::move(read));
        return layer;
    }

    gis::Result<std::vector<layers::CheckLayer>> read(const std::vector<std::string>& sources,
                                                      const gis::ReadOptions& options, const std::string& idField) {
        std::vector<layers::CheckLayer> side;
        for (const std::string& text : sources) {
            const gis::SourceName source = gis::SourceName::parse(text);
            gis::JobControl control{context.cancel, {}, context.threads};
            const gis::WantedFields wanted = [&](const gis::LayerInfo& layer) {
                layers::CheckLayer asked;
                asked.idField = idField;
                asked.nameField = nameFieldOf(source, layer);
                asked.kindField = kindField;
                layers::takeAreaFields(asked, layer.schema);
                return asked.columns();
            };
            TUCE_TRY(found, cache ? cache->read(source, wanted, options, control)
                                  : gis::readPackedLayers(source, wanted, options, control));
            for (gis::PackedLayer& layer : found) side.push_back(layerFrom(source, std::move(layer), idField));
        }
        return side;
    }
};

}  // namespace

std::vector<std::string> CheckSources::inputPaths() const {
    std::vector<std::string> paths;
    for (const auto* side : {&plan, &control})
        for (const std::string& source : *side) paths.push_back(gis::SourceName::parse(source).path);
    if (!rulesPath.empty()) paths.push_back(rulesPath);
    return paths;
}

gis::Result<layers::CheckInput> readCheckInput(const CheckSources& sources, const Context& context,
                                               gis::Warnings& warnings) {
    TUCE_TRY(rules, readRules(sources.rulesPath));
    TUCE_TRY(planOptions, sources.reading.readOptions());
    gis::ReadOptions controlOptions = planOptions;
    TUCE_TRY(planCrs, crsOption(sources.planCrs));
    TUCE_TRY(controlCrs, crsOption(sources.controlCrs));
    planOptions.crs = planCrs;
    controlOptions.crs = controlCrs;
    layers::CheckInput input;
    if (!sources.cacheFolder.empty()) input.cache = std::make_shared<gis::PackedCache>(sources.cacheFolder);
    SideReader reader{context, rules, warnings, input.cache.get()};
    reader.kindField = sources.kindField;
    TUCE_TRY(plan, reader.read(sources.plan, planOptions, sources.idField));
    reader.kindField.clear();
    TUCE_TRY(control, reader.read(sources.control, controlOptions, sources.controlIdField));
    input.plan = std::move(plan);
    input.control = std::move(control);
    for (const auto& [name, rule] : rules)
        if (reader.used.count(name) == 0)
            warnings.push_back({"rule_without_layer",
                                {sources.rulesPath, name, {}},
                                gis::message("cli", "the rules name a layer that is not in this run")});
    return input;
}

}  // namespace cli
