// SPDX-License-Identifier: Apache-2.0
#include "layers/project/ProjectGazetteer.h"

#include <algorithm>
#include <map>
#include <set>

#include "layers/document/CodePoints.h"

namespace layers {

namespace {

/// The 6 digits of a unit's code in any of its written forms, or empty.
std::string unitCode(std::string text) {
    const bool digits =
        !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits) return {};
    if (text.size() == 9 && text.compare(0, 3, "156") == 0) text.erase(0, 3);
    if (text.size() == 12 && text.compare(6, 6, "000000") == 0) text.resize(6);
    if (text.size() != 6 && text.size() != 9 && text.size() != 12) return {};
    const int province = (text[0] - '0') * 10 + (text[1] - '0');
    return province >= 11 && province <= 82 ? text : std::string();
}

/// Whether the field holds a code wherever it holds anything.
bool holdsCodes(const Layer& layer, int field) {
    bool any = false;
    for (const gis::Feature& feature : layer.table) {
        const std::string text = gis::toText(feature.attribute(field));
        if (text.empty()) continue;
        if (unitCode(text).empty()) return false;
        any = true;
    }
    return any;
}

int codeField(const Layer& layer) {
    const gis::Schema& schema = layer.table.schema();
    const int id = schema.indexOf(layer.idField);
    if (id >= 0 && holdsCodes(layer, id)) return id;
    for (int field = 0; field < static_cast<int>(schema.size()); ++field)
        if (field != id && holdsCodes(layer, field)) return field;
    return -1;
}

std::string levelOf(const std::string& code) {
    if (code.size() > 6) return "township";
    if (code.size() < 6) return {};
    if (code.compare(2, 4, "0000") == 0) return "province";
    return code.compare(4, 2, "00") == 0 ? "prefecture" : "county";
}

std::string codeAbove(const std::string& code) {
    const std::string level = levelOf(code);
    if (level == "township") return code.substr(0, 6);
    if (level == "county") return code.substr(0, 4) + "00";
    return level == "prefecture" ? code.substr(0, 2) + "0000" : std::string();
}

/// 内江市 and 市中区 run together to 内江市中区.
std::string runTogether(const std::string& parent, const std::string& name) {
    const std::u32string upper = toCodePoints(parent);
    const std::u32string lower = toCodePoints(name);
    if (upper.empty() || lower.empty() || upper.back() != lower.front()) return {};
    return toUtf8(upper + lower.substr(1));
}

bool sameBoundaries(const std::vector<LayerPtr>& a, const std::vector<LayerPtr>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const LayerPtr& x, const LayerPtr& y) {
        return x == y || (x->name == y->name && x->nameField == y->nameField && x->idField == y->idField &&
                          x->table.schema() == y->table.schema() && x->table.changedSince(y->table).empty());
    });
}

std::vector<LayerPtr> boundariesOf(const ProjectSnapshot& snapshot) {
    std::vector<LayerPtr> boundaries;
    for (const LayerPtr& layer : snapshot.layers)
        if (layer->kind == LayerKind::Boundary) boundaries.push_back(layer);
    return boundaries;
}

std::string storedNames(const ProjectSnapshot& snapshot) {
    const auto stored = snapshot.info.values.find(userNamesValue);
    return stored == snapshot.info.values.end() ? std::string() : stored->second;
}

}  // namespace

gis::Result<UserNames> userNamesOf(const ProjectSnapshot& snapshot) {
    const std::string json = storedNames(snapshot);
    if (json.empty()) return UserNames{};
    return userNamesFromJson(json, userNamesValue);
}

std::vector<PlaceEntry> boundaryNames(const Layer& layer, const GazetteerData& known) {
    const int names = layer.table.schema().indexOf(layer.nameField);
    if (names < 0) return {};
    const int codes = codeField(layer);
    std::map<std::string, std::string> nameOf;
    std::set<std::string> shipped;  // names without a code tell nothing new where the name is known
    for (const PlaceEntry& entry : known.entries) {
        if (!entry.isAdministrative()) continue;
        if (!entry.adcode.empty()) nameOf.emplace(entry.adcode, entry.name);
        shipped.insert(entry.name);
    }
    std::vector<PlaceEntry> entries;
    for (const gis::Feature& feature : layer.table) {
        PlaceEntry entry;
        entry.name = gis::toText(feature.attribute(names));
        if (codes >= 0) entry.adcode = unitCode(gis::toText(feature.attribute(codes)));
        if (toCodePoints(entry.name).size() < 2 || (entry.adcode.empty() && shipped.count(entry.name) != 0)) continue;
        entry.id = "layer/" + layer.name + "/" + std::to_string(gis::number(feature.id()));
        entry.kind = "admin";
        entry.level = levelOf(entry.adcode);
        if (!entry.adcode.empty()) nameOf.emplace(entry.adcode, entry.name);
        entries.push_back(std::move(entry));
    }
    for (PlaceEntry& entry : entries) {
        entry.spellings = unitSpellings(entry.name, known);
        if (const auto above = nameOf.find(codeAbove(entry.adcode)); above != nameOf.end()) {
            entry.parent = above->second;
            // 东区 is a word as well: only 攀枝花市东区 is the district.
            if (entry.spellings.empty()) {
                entry.spellings.push_back(entry.parent + entry.name);
                if (const std::string brief = shortUnitName(entry.parent, known); !brief.empty())
                    entry.spellings.push_back(brief + entry.name);
            }
            if (std::string joined = runTogether(above->second, entry.name); !joined.empty())
                entry.spellings.push_back(std::move(joined));
        }
    }
    return entries;
}

gis::Result<Gazetteer> gazetteerOf(const ProjectSnapshot& snapshot) {
    TUCE_TRY(shipped, shippedGazetteer());
    TUCE_TRY(names, userNamesOf(snapshot));
    const std::vector<LayerPtr> boundaries = boundariesOf(snapshot);
    if (names.isEmpty() && boundaries.empty()) return shipped;
    GazetteerData data = withUserNames(shipped.data(), names);
    std::set<std::pair<std::string, std::string>> known;  // code and name
    for (const PlaceEntry& entry : data.entries) known.emplace(entry.adcode, entry.name);
    for (const LayerPtr& layer : boundaries)
        for (PlaceEntry& entry : boundaryNames(*layer, data))
            if (known.emplace(entry.adcode, entry.name).second) data.entries.push_back(std::move(entry));
    return Gazetteer(std::move(data));
}

gis::Result<Gazetteer> GazetteerCache::of(const ProjectSnapshot& snapshot) {
    const std::string names = storedNames(snapshot);
    std::vector<LayerPtr> boundaries = boundariesOf(snapshot);
    const std::scoped_lock lock(m_mutex);
    if (m_kept && m_kept->userNames == names && sameBoundaries(m_kept->layers, boundaries)) return m_kept->gazetteer;
    TUCE_TRY(gazetteer, gazetteerOf(snapshot));
    m_kept = Kept{names, std::move(boundaries), gazetteer};
    return gazetteer;
}

}  // namespace layers
