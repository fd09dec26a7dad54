// SPDX-License-Identifier: Apache-2.0
#include "layers/check/KeptIndex.h"

#include <algorithm>
#include <filesystem>

#include "gis/io/PackedVectorFile.h"
#include "layers/check/PreparedControls.h"

namespace layers {

namespace {

bool isLarge(const gis::FeatureTable& table, std::size_t fewest) {
    std::size_t vertices = 0;
    for (const gis::Feature& feature : table) {
        vertices += feature.geometry().coordinateCount();
        if (vertices >= fewest) return true;
    }
    return false;
}

// Feature by feature the same ids and boxes: enough to tell a file that was changed from the one the plan was read from;
// whether the content is the one the index was made of is verified by its hash.
bool isOf(const gis::PackedLayer& packed, const gis::FeatureTable& table) {
    if (packed.ids.size() != table.size()) return false;
    std::size_t i = 0;
    for (const gis::Feature& feature : table) {
        if (packed.ids[i] != feature.id() || packed.shapes.extents[i] != feature.geometry().extent()) return false;
        ++i;
    }
    return true;
}

}  // namespace

KeptIndex::KeptIndex(std::string folder, std::size_t fewest, std::shared_ptr<gis::SharedShapes> shared)
    : m_folder(std::move(folder)),
      m_fewest(fewest),
      m_shared(std::move(shared)),
      m_cache(std::make_shared<gis::PackedCache>(m_folder)) {}

std::string KeptIndex::folderBeside(const std::string& projectPath) {
    return std::filesystem::path(projectPath).replace_extension(".tuce-cache").string();
}

gis::Result<std::shared_ptr<const gis::PackedLayer>> KeptIndex::packedOf(const Layer& layer, const CheckLayer& checked,
                                                                         const gis::JobControl& control) {
    const auto known = m_known.find(layer.id);
    if (known != m_known.end() && known->second.columns == checked.columns() &&
        sharesAll(known->second.table, layer.table))
        return known->second.packed;
    gis::ReadOptions options;
    options.encoding = layer.source.encoding;
    options.crs = layer.table.crs();
    const auto wanted = [&checked](const gis::LayerInfo&) { return checked.columns(); };
    auto read =
        m_cache->read({layer.source.path, layer.source.layer}, wanted, options, {control.cancel, {}, control.threads});
    if (control.cancel.isCanceled()) return gis::canceled();
    std::shared_ptr<const gis::PackedLayer> packed;
    if (read && read->size() == 1 && isOf(read->front(), layer.table)) {
        gis::PackedLayer& found = read->front();
        if (m_shared) found.shapes = m_shared->only(found.shapes);
        packed = std::make_shared<const gis::PackedLayer>(std::move(found));
    }
    m_known[layer.id] = {layer.table, checked.columns(), packed};
    return packed;
}

gis::Result<void> KeptIndex::attach(const ProjectSnapshot& plan, CheckInput& input, const gis::JobControl& control) {
    const std::scoped_lock lock(m_mutex);
    for (std::vector<CheckLayer>* side : {&input.plan, &input.control}) {
        for (CheckLayer& checked : *side) {
            const LayerPtr layer = plan.layer(checked.layerId);
            if (!layer || !layer->source.isLinked() || !isLarge(layer->table, m_fewest)) continue;
            TUCE_TRY(packed, packedOf(*layer, checked, control));
            checked.packed = std::move(packed);
        }
    }
    input.cache = m_cache;
    return {};
}

gis::Result<gis::PackedCache::Verdict> KeptIndex::settle(const gis::JobControl& control) {
    const auto cache = [this] {
        const std::scoped_lock lock(m_mutex);
        return m_cache;
    }();
    TUCE_CHECK(cache->keep(control));
    const auto verdict = cache->verify(control);
    if (verdict == gis::PackedCache::Verdict::Mismatch) letGo();
    return verdict;
}

void KeptIndex::letGo() {
    const std::scoped_lock lock(m_mutex);
    m_known.clear();
    m_cache = std::make_shared<gis::PackedCache>(m_folder);
}

bool KeptIndex::isUsed() {
    const std::scoped_lock lock(m_mutex);
    return std::any_of(m_known.begin(), m_known.end(),
                       [](const auto& known) { return known.second.packed != nullptr; });
}

void KeptIndex::wipe() {
    letGo();
    gis::PackedCache::wipe(m_folder);
}

}  // namespace layers
