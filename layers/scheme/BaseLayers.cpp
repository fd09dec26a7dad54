// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/BaseLayers.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "gis/base/Resources.h"
#include "layers/scheme/JsonReading.h"

namespace layers {

struct BaseLayers::Data {
    Geography geography;
    std::vector<BaseUnit> units;
    std::unordered_map<std::string, std::size_t> unitOfCode;
    std::multimap<std::string, std::size_t> unitsOfName;
    std::vector<BaseShape> lines;
    std::multimap<std::string, std::size_t> linesOfName;
    std::vector<BaseShape> points;
    std::unordered_map<std::string, std::size_t> pointOfCode;
    std::multimap<std::string, std::size_t> pointsOfName;
    std::vector<BaseShape> builtUp;
    std::vector<std::vector<std::size_t>> linesOfNetwork;  ///< by rule
    std::vector<BaseShape> waters;                         ///< named polygons
    BaseFieldNames fields;
};

namespace {

constexpr const char* fieldsName = "schemes/base_fields.json";
const std::string waterKind = "waterway";
const std::string railwayKind = "railway";

/// Indexes of the fields of one layer, -1 where it has none.
struct FieldIndexes {
    int adcode = -1;
    int name = -1;
    int level = -1;
    int parent = -1;
};

int firstOf(const gis::Schema& schema, const std::vector<std::string>& names) {
    for (const std::string& name : names)
        if (const int index = schema.indexOf(name); index >= 0) return index;
    return -1;
}

/// Last in the order of words: a layer of some other meaning may call anything "level".
FieldIndexes indexesOf(const gis::Schema& schema, const BaseFieldNames& fields) {
    return {firstOf(schema, fields.adcode), firstOf(schema, fields.name), firstOf(schema, fields.level),
            firstOf(schema, fields.parent)};
}

std::string textAt(const gis::Feature& feature, int index) { return gis::toText(feature.attribute(index)); }

/// The part of "file|layer" that names the layer.
std::string layerOf(const std::string& table) { return table.substr(table.rfind('|') + 1); }

bool holdsOneOf(const std::string& name, const std::vector<std::string>& words) {
    return std::ranges::any_of(words, [&](const std::string& word) { return name.find(word) != std::string::npos; });
}

std::string lowered(std::string name) {
    for (char& sign : name)
        if (sign >= 'A' && sign <= 'Z') sign = static_cast<char>(sign - 'A' + 'a');
    return name;
}

/// The networks whose lines a layer holds.
std::vector<std::size_t> networksOf(const BaseTable& base, const std::vector<NetworkRule>& rules) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < rules.size(); ++i)
        if (holdsOneOf(lowered(layerOf(base.name)), rules[i].layers) ||
            holdsOneOf(lowered(base.source), rules[i].layers))
            found.push_back(i);
    return found;
}

/// True if the layer's name says that it holds carriers of that kind.
bool isOfKind(const BaseTable& base, const BaseFieldNames& fields, const std::string& kind) {
    const auto words = fields.carrierLayers.find(kind);
    return words != fields.carrierLayers.end() &&
           (holdsOneOf(lowered(layerOf(base.name)), words->second) || holdsOneOf(lowered(base.source), words->second));
}

bool endsWithOneOf(const std::vector<std::string>& names, const std::vector<std::string>& endings) {
    return std::ranges::any_of(names, [&](const std::string& name) {
        return std::ranges::any_of(endings, [&](const std::string& ending) { return name.ends_with(ending); });
    });
}

bool isBelow(const BaseUnit& unit, const std::string& adcode) {
    const std::size_t digits = adcode.ends_with("0000") ? 2 : 4;
    return unit.parent == adcode || (unit.adcode.size() == 6 && adcode.size() == 6 && adcode.ends_with("00") &&
                                     unit.adcode != adcode && unit.adcode.starts_with(adcode.substr(0, digits)));
}

gis::Result<std::map<std::string, std::vector<std::string>>> wordsByKind(const JsonReading& reading,
                                                                         const char* member) {
    std::map<std::string, std::vector<std::string>> words;
    TUCE_TRY(kinds, reading.object(member));
    if (!kinds) return words;
    for (const auto& [kind, list] : kinds->json().items()) {
        TUCE_TRY(ofKind, kinds->texts(kind.c_str()));
        words[kind] = ofKind;
    }
    return words;
}

gis::Result<std::vector<NetworkRule>> networkRules(const JsonReading& reading) {
    std::vector<NetworkRule> rules;
    TUCE_TRY(items, reading.objects("networks"));
    for (const JsonReading& item : items) {
        TUCE_TRY(kind, item.requiredText("kind"));
        TUCE_TRY(endings, item.texts("endings"));
        TUCE_TRY(layers, item.texts("layers"));
        if (layers.empty()) return item.wrong("layers", gis::message("layers", "is missing or empty"));
        rules.push_back({kind, endings, layers});
    }
    return rules;
}

}  // namespace

gis::Result<BaseFieldNames> shippedBaseFieldNames() {
    TUCE_TRY(bytes, gis::readResource(fieldsName));
    TUCE_TRY(document, parsedObject(bytes, fieldsName));
    const JsonReading reading(document, fieldsName, {});
    TUCE_TRY(adcode, reading.texts("adcode"));
    TUCE_TRY(name, reading.texts("name"));
    TUCE_TRY(level, reading.texts("level"));
    TUCE_TRY(parent, reading.texts("parent"));
    TUCE_TRY(builtUp, reading.texts("built_up"));
    TUCE_TRY(endings, reading.texts("railway_endings"));
    TUCE_TRY(carrierLayers, wordsByKind(reading, "carrier_layers"));
    TUCE_TRY(carrierEndings, wordsByKind(reading, "carrier_endings"));
    TUCE_TRY(networks, networkRules(reading));
    TUCE_TRY(detour, reading.number("network_detour", 1, 100));
    TUCE_TRY(statuses, reading.texts("network_statuses"));
    return BaseFieldNames{adcode,  name,          level,          parent,   builtUp,
                          endings, carrierLayers, carrierEndings, networks, detour.value_or(2),
                          statuses};
}

BaseLayers::BaseLayers() : m_data(std::make_shared<const Data>()) {}
BaseLayers::BaseLayers(std::shared_ptr<const Data> data) : m_data(std::move(data)) {}

gis::Result<BaseLayers> BaseLayers::make(const std::vector<BaseTable>& tables, Geography geography,
                                         const BaseFieldNames& fields) {
    auto data = std::make_shared<Data>();
    data->geography = std::move(geography);
    data->fields = fields;
    data->linesOfNetwork.resize(fields.networks.size());
    for (const BaseTable& base : tables) {
        const gis::FeatureTable& table = base.table;
        if (!table.crs().isKnown())
            return gis::fail(gis::ErrorCode::CrsMissing, {{}, base.name, {}},
                             gis::message("layers", "the layer does not say its coordinate reference system"),
                             gis::message("layers", "give it one before building over the layer"));
        const FieldIndexes at = indexesOf(table.schema(), fields);
        const bool showsBuiltUp = holdsOneOf(layerOf(base.name), fields.builtUp);
        const std::vector<std::size_t> networks = networksOf(base, fields.networks);
        const bool showsWater = isOfKind(base, fields, waterKind);
        if (at.adcode < 0 && at.name < 0 && networks.empty() && !showsBuiltUp) continue;  // nothing in it is sought
        for (const gis::Feature& feature : table) {
            if (showsBuiltUp) {
                if (feature.geometry().dimension() == 2)
                    data->builtUp.push_back({{}, {}, feature.geometry(), table.crs()});
                continue;
            }
            const std::string adcode = textAt(feature, at.adcode);
            const std::string name = textAt(feature, at.name);
            if (feature.geometry().dimension() == 1)
                for (const std::size_t network : networks) data->linesOfNetwork[network].push_back(data->lines.size());
            const bool isOfNetwork = feature.geometry().dimension() == 1 && !networks.empty();
            if (adcode.empty() && name.empty() && !isOfNetwork) continue;
            if (showsWater && feature.geometry().dimension() == 2 && adcode.empty())
                data->waters.push_back({{}, name, feature.geometry(), table.crs(), layerOf(base.name)});
            if (feature.geometry().dimension() == 2) {
                if (!adcode.empty() && !data->unitOfCode.emplace(adcode, data->units.size()).second) continue;
                if (!name.empty()) data->unitsOfName.emplace(name, data->units.size());
                data->units.push_back({adcode, name, textAt(feature, at.level), textAt(feature, at.parent),
                                       feature.geometry(), table.crs()});
            } else if (feature.geometry().dimension() == 1) {
                if (!name.empty()) data->linesOfName.emplace(name, data->lines.size());
                data->lines.push_back({{}, name, feature.geometry(), table.crs(), layerOf(base.name)});
            } else if (feature.geometry().dimension() == 0) {
                data->pointOfCode.emplace(adcode, data->points.size());
                // The label point of a unit is not a thing of the unit's name.
                if (adcode.empty()) data->pointsOfName.emplace(name, data->points.size());
                data->points.push_back({adcode, name, feature.geometry(), table.crs()});
            }
        }
    }
    return BaseLayers(std::move(data));
}

const Geography& BaseLayers::geography() const { return m_data->geography; }
const std::vector<BaseUnit>& BaseLayers::units() const { return m_data->units; }

const BaseUnit* BaseLayers::unitByCode(const std::string& adcode) const {
    const auto found = m_data->unitOfCode.find(adcode);
    return adcode.empty() || found == m_data->unitOfCode.end() ? nullptr : &m_data->units[found->second];
}

std::size_t BaseLayers::countOfName(const std::string& name) const { return m_data->unitsOfName.count(name); }

const BaseUnit* BaseLayers::unitByName(const std::string& name) const {
    return countOfName(name) == 1 ? &m_data->units[m_data->unitsOfName.find(name)->second] : nullptr;
}

const BaseUnit* BaseLayers::unitByName(const std::string& name, const std::string& withinAdcode) const {
    const BaseUnit* only = nullptr;
    const auto [begin, end] = m_data->unitsOfName.equal_range(name);
    for (auto it = begin; it != end; ++it) {
        const BaseUnit& unit = m_data->units[it->second];
        if (!isBelow(unit, withinAdcode)) continue;
        if (only != nullptr) return nullptr;
        only = &unit;
    }
    return only;
}

std::vector<const BaseUnit*> BaseLayers::unitsBelow(const std::string& adcode) const {
    std::vector<const BaseUnit*> found;
    if (adcode.size() != 6 || adcode.substr(4) != "00") return found;
    const bool isPrefecture = adcode.substr(2) != "0000";
    for (const BaseUnit& unit : m_data->units) {
        const bool isBelow =
            unit.parent == adcode || (isPrefecture && unit.adcode != adcode && unit.adcode.size() == 6 &&
                                      unit.adcode.substr(0, 4) == adcode.substr(0, 4));
        if (isBelow) found.push_back(&unit);
    }
    return found;
}

std::vector<const BaseShape*> BaseLayers::linesCalled(const std::string& name, const std::string& layer) const {
    std::vector<const BaseShape*> found;
    const std::string only = layerOf(layer);
    const bool isOne = !layer.empty() && hasLine(name, layer);
    const auto [begin, end] = m_data->linesOfName.equal_range(name);
    for (auto it = begin; it != end; ++it)
        if (const BaseShape& line = m_data->lines[it->second]; !isOne || line.layer == only) found.push_back(&line);
    return found;
}

bool BaseLayers::hasLine(const std::string& name, const std::string& layer) const {
    const auto [begin, end] = m_data->linesOfName.equal_range(name);
    return std::any_of(
        begin, end, [&, only = layerOf(layer)](const auto& line) { return m_data->lines[line.second].layer == only; });
}

std::string BaseLayers::lineName(const std::string& carrier) const {
    const std::vector<std::string> names = m_data->geography.namesOf(carrier);
    for (const std::string& name : names)
        if (m_data->linesOfName.contains(name)) return name;
    const KnownRoute* route = m_data->geography.route(carrier);
    if (route == nullptr || route->kind != railwayKind) return {};
    // 成渝 among high-speed lines is 成渝高铁, which is known, not 成渝铁路.
    const auto isAnothers = [&](const std::string& stem) {
        for (std::size_t rule = 0; rule < m_data->fields.networks.size(); ++rule) {
            const std::vector<std::string>& endings = m_data->fields.networks[rule].endings;
            if (endings.empty() || endsWithOneOf(names, endings)) continue;
            const std::vector<std::size_t>& special = m_data->linesOfNetwork[rule];
            const auto [begin, end] = m_data->linesOfName.equal_range(stem);
            const bool isSpecial = std::all_of(
                begin, end, [&](const auto& line) { return std::ranges::find(special, line.second) != special.end(); });
            const bool isKnown = std::ranges::any_of(
                endings, [&](const std::string& ending) { return m_data->geography.route(stem + ending) != nullptr; });
            if (isSpecial && isKnown) return true;
        }
        return false;
    };
    for (const std::string& name : names)
        for (const std::string& ending : m_data->fields.railwayEndings) {
            if (!name.ends_with(ending)) continue;
            const std::string stem = name.substr(0, name.size() - ending.size());
            if (!stem.empty() && m_data->linesOfName.contains(stem) && !isAnothers(stem)) return stem;
            break;  // the longest ending is the true one
        }
    return {};
}

bool BaseLayers::isNameOf(const std::string& name, const std::string& carrier) const {
    const auto names = m_data->geography.namesOf(carrier);
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string BaseLayers::kindOf(const std::string& carrier, const std::string& stated) const {
    if (!stated.empty()) return stated;
    if (const KnownRoute* route = m_data->geography.route(carrier)) return route->kind;
    for (const auto& [kind, endings] : m_data->fields.carrierEndings)
        if (endsWithOneOf({carrier}, endings)) return kind;
    return {};
}

std::vector<const BaseShape*> BaseLayers::networkFor(const std::string& carrier, const std::string& kind) const {
    std::vector<const BaseShape*> lines;
    const std::string whose = kindOf(carrier, kind);
    const std::vector<std::string> names = m_data->geography.namesOf(carrier);
    const auto& rules = m_data->fields.networks;
    const auto rule = std::ranges::find_if(rules, [&](const NetworkRule& one) {
        return one.kind == whose && (one.endings.empty() || endsWithOneOf(names, one.endings));
    });
    if (rule == rules.end()) return lines;
    for (const std::size_t line : m_data->linesOfNetwork[static_cast<std::size_t>(rule - rules.begin())])
        lines.push_back(&m_data->lines[line]);
    return lines;
}

std::vector<const BaseShape*> BaseLayers::watersCalled(const std::string& carrier) const {
    std::vector<const BaseShape*> found;
    for (const BaseShape& water : m_data->waters)
        if (isNameOf(water.name, carrier)) found.push_back(&water);
    return found;
}

const BaseFieldNames& BaseLayers::fields() const { return m_data->fields; }

const BaseShape* BaseLayers::pointByCode(const std::string& adcode) const {
    const auto found = m_data->pointOfCode.find(adcode);
    return adcode.empty() || found == m_data->pointOfCode.end() ? nullptr : &m_data->points[found->second];
}

const BaseShape* BaseLayers::pointByName(const std::string& name) const {
    const auto [begin, end] = m_data->pointsOfName.equal_range(name);
    return !name.empty() && begin != end && std::next(begin) == end ? &m_data->points[begin->second] : nullptr;
}

const std::vector<BaseShape>& BaseLayers::builtUp() const { return m_data->builtUp; }

}  // namespace layers
