// SPDX-License-Identifier: Apache-2.0
#include "layers/check/PreparedControls.h"

#include <algorithm>
#include <chrono>
#include <thread>

#include "layers/check/CommonParts.h"
#include "layers/check/PreparedLayer.h"

namespace layers {

struct PreparedControls::Entry {
    CheckLayer source;
    std::string name;
    gis::CoordinateReferenceSystem crs;
    bool repair = true;
    gis::DatumPolicy policy = gis::DatumPolicy::Refuse;
    PreparedLayer layer;
    std::string formName;  ///< empty: not summed, and nobody has read the sums

    bool fits(const CheckLayer& other, const std::string& otherName, const gis::CoordinateReferenceSystem& otherCrs,
              const CheckOptions& options) const {
        return source.layerId == other.layerId && name == otherName && crs == otherCrs && repair == options.repair &&
               policy == options.datumPolicy && sameFeatures(source, other);
    }
};

namespace {

// Flat layers of its own, so that other sums can be put beside the same shapes; what was found out by address is not
// taken along.
void detach(PreparedLayer& layer) {
    const gis::OverlapLayer* shapes = layer.shapes.get();
    layer.shapes = std::make_shared<gis::OverlapLayer>(*layer.shapes);
    layer.mended = std::make_shared<gis::OverlapLayer>(*layer.mended);
    layer.commonParts = std::make_shared<CommonParts>();
    for (CheckFeature& feature : layer.features)
        feature.layer = feature.layer == shapes ? layer.shapes.get() : layer.mended.get();
}

}  // namespace

bool sharesAll(const gis::FeatureTable& a, const gis::FeatureTable& b) {
    return a.pageCount() == b.pageCount() && a.sharedPageCount(b) == a.pageCount() && a.schema() == b.schema() &&
           a.crs() == b.crs();
}

bool sameFeatures(const CheckLayer& a, const CheckLayer& b) {
    // The packed form of a table that is there too holds the same features (KeptIndex).
    const bool samePacked = a.packed == b.packed || (a.table.size() > 0 && b.table.size() > 0);
    return a.name == b.name && a.path == b.path && a.columns() == b.columns() && samePacked &&
           sharesAll(a.table, b.table);
}

bool PreparedControls::lock(std::unique_lock<std::mutex>& lock, const gis::JobControl& control) {
    while (!lock.try_lock()) {
        if (control.cancel.isCanceled()) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return true;
}

gis::Result<PreparedLayerPtr> PreparedControls::ready(const CheckLayer& layer, const std::string& name,
                                                      const gis::CoordinateReferenceSystem& crs,
                                                      const CheckOptions& options, const gis::JobControl& control,
                                                      gis::PackedCache* cache) {
    std::unique_lock<std::mutex> guard(m_mutex, std::defer_lock);
    if (!lock(guard, control)) return gis::canceled();
    const auto known = std::find_if(m_entries.begin(), m_entries.end(), [&](const EntryPtr& entry) {
        if (gis::number(layer.layerId) == 0) return entry->fits(layer, name, crs, options);  // not of a project
        return entry->source.layerId == layer.layerId && entry->crs == crs;
    });
    const bool isKnown = known != m_entries.end() && (*known)->fits(layer, name, crs, options);
    if (isKnown && (*known)->source.rule == layer.rule) return PreparedLayerPtr(*known, &(*known)->layer);
    auto entry = std::make_shared<Entry>();
    if (isKnown) {
        *entry = **known;  // only its rule is another one
        entry->source = layer;
        detach(entry->layer);
    } else {
        entry->source = layer;
        entry->name = name;
        entry->crs = crs;
        entry->repair = options.repair;
        entry->policy = options.datumPolicy;
        TUCE_TRY(prepared,
                 prepareLayer(entry->source, name, crs, options, {control.cancel, {}, control.threads}, cache));
        entry->layer = std::move(prepared);
    }
    entry->layer.source = &entry->source;
    if (known != m_entries.end())
        *known = entry;
    else
        m_entries.push_back(entry);
    return PreparedLayerPtr(entry, &entry->layer);
}

gis::Result<PreparedLayerPtr> PreparedControls::summed(const PreparedLayerPtr& layer, const gis::AreaForm& form,
                                                       const std::string& formName, const gis::JobControl& control,
                                                       gis::PackedCache* cache) {
    std::unique_lock<std::mutex> guard(m_mutex, std::defer_lock);
    if (!lock(guard, control)) return gis::canceled();
    const auto isIt = [&](const EntryPtr& entry) { return &entry->layer == layer.get(); };
    auto known = std::find_if(m_entries.begin(), m_entries.end(), isIt);
    if (known == m_entries.end()) {
        // Meanwhile another version came; this one is summed for who asked alone.
        auto entry = std::make_shared<Entry>();
        entry->source = *layer->source;
        entry->layer = *layer;
        detach(entry->layer);
        entry->layer.source = &entry->source;
        TUCE_CHECK(sumBoundaries(entry->layer, form, {control.cancel, {}, control.threads}));
        return PreparedLayerPtr(entry, &entry->layer);
    }
    if ((*known)->formName == formName) return layer;
    EntryPtr entry = *known;
    if (!entry->formName.empty()) {
        entry = std::make_shared<Entry>(**known);
        detach(entry->layer);
        entry->layer.source = &entry->source;
        entry->formName.clear();
    }
    TUCE_CHECK(sumBoundaries(entry->layer, form, {control.cancel, {}, control.threads}, formName, cache));
    entry->formName = formName;
    *known = entry;
    return PreparedLayerPtr(entry, &entry->layer);
}

void PreparedControls::forget() {
    ++m_generation;
    const std::scoped_lock guard(m_mutex);
    m_entries.clear();
}

}  // namespace layers
