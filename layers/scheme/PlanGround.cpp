// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/PlanGround.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "gis/base/Resources.h"
#include "layers/project/ProjectGazetteer.h"

namespace layers {

namespace {

constexpr const char* registerFile = "corpus/elements.json";
constexpr const char* schemeFolder = "sample/schemes";
const std::string schemePrefix = "scheme/";

void add(std::vector<SchemeSource>& sources, SchemeSource::Origin origin, const gis::Result<std::string>& bytes,
         const std::string& name, gis::Warnings& warnings) {
    const auto scheme = bytes ? schemeFromJson(*bytes, name) : tl::unexpected<gis::Error>(bytes.error());
    if (!scheme) {
        warnings.push_back({"scheme_unreadable", scheme.error().subject, scheme.error().problem});
        return;
    }
    sources.push_back({origin,
                       origin == SchemeSource::Origin::Register ? std::string()
                       : scheme->title.empty()                  ? name
                                                                : scheme->title,
                       *scheme});
}

/// File names of the sample's schemes, sorted.
std::vector<std::string> sampleSchemes() {
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(gis::resourceFolder() + "/" + schemeFolder, error))
        if (entry.path().extension() == ".json") names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

bool isGround(const Layer& layer) {
    return (layer.kind == LayerKind::Boundary || (layer.kind == LayerKind::Basemap && !layer.nameField.empty())) &&
           layer.table.crs().isKnown();
}

std::vector<BaseTable> groundTables(const ProjectSnapshot& plan) {
    std::vector<BaseTable> tables;
    for (const LayerPtr& layer : plan.layers)
        if (isGround(*layer)) tables.push_back({layer->name, layer->table});
    return tables;
}

gis::Result<BaseLayers> GroundCache::of(const ProjectSnapshot& plan) {
    std::vector<LayerPtr> layers;
    std::copy_if(plan.layers.begin(), plan.layers.end(), std::back_inserter(layers),
                 [](const LayerPtr& layer) { return isGround(*layer); });
    const auto names = plan.info.values.find(userNamesValue);
    const std::string own = names == plan.info.values.end() ? std::string() : names->second;
    const std::lock_guard lock(m_mutex);
    if (m_kept && m_kept->layers == layers && m_kept->names == own) return m_kept->ground;
    TUCE_TRY(ground, planGround(plan));
    m_kept = Kept{std::move(layers), own, ground};
    return ground;
}

gis::Result<BaseLayers> planGround(const ProjectSnapshot& plan) {
    TUCE_TRY(geography, shippedGeography());
    TUCE_TRY(fields, shippedBaseFieldNames());
    TUCE_TRY(own, userNamesOf(plan));
    GazetteerData names;
    names.entries = own.entries;
    return BaseLayers::make(groundTables(plan), geography.withNames(Gazetteer(names)), fields);
}

std::vector<SchemeSource> schemeSources(const ProjectSnapshot& plan, gis::Warnings& warnings) {
    std::vector<SchemeSource> sources;
    for (const auto& [key, value] : plan.info.values)
        if (key.starts_with(schemePrefix))
            add(sources, SchemeSource::Origin::Plan, value, key.substr(schemePrefix.size()), warnings);
    for (const std::string& name : sampleSchemes())
        add(sources, SchemeSource::Origin::Sample, gis::readResource(std::string(schemeFolder) + "/" + name), name,
            warnings);
    add(sources, SchemeSource::Origin::Register, gis::readResource(registerFile), registerFile, warnings);
    return sources;
}

}  // namespace layers
