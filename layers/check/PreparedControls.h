// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "gis/overlap/AreaForm.h"
#include "layers/check/RedLineCheck.h"

namespace layers {

struct PreparedLayer;
/// Never changed again; what it was made of lives as long as it does.
using PreparedLayerPtr = std::shared_ptr<const PreparedLayer>;

/// Control layers made ready for checks: carried to a CRS, mended, indexed and summed once for each version of a layer,
/// then shared by all drags and by the checks of the whole plan. What the checks find out of them on the way (which of
/// its features overlap each other) is shared with it. Any thread; who asks for a layer that another thread is just
/// making ready waits for it.
class PreparedControls {
public:
    /// The layer in `crs`, its boundaries summed by whatever form it was asked for last, or by none. Of a project's layer
    /// (by layerId) the last version in each CRS is kept. Errors of prepareLayer.
    gis::Result<PreparedLayerPtr> ready(const CheckLayer& layer, const std::string& name,
                                        const gis::CoordinateReferenceSystem& crs, const CheckOptions& options,
                                        const gis::JobControl& control, gis::PackedCache* cache = nullptr);
    /// The same layer with boundaries summed by `form`, whose name tells it from all others. Canceled.
    gis::Result<PreparedLayerPtr> summed(const PreparedLayerPtr& layer, const gis::AreaForm& form,
                                         const std::string& formName, const gis::JobControl& control,
                                         gis::PackedCache* cache = nullptr);
    /// What was made so far must not be used again; what is in use stays until its users ask anew.
    void forget();
    /// Counts the calls of forget().
    unsigned generation() const { return m_generation; }

private:
    struct Entry;
    using EntryPtr = std::shared_ptr<Entry>;
    /// Waits for the lock, but not for one that was canceled.
    bool lock(std::unique_lock<std::mutex>& lock, const gis::JobControl& control);

    std::mutex m_mutex;
    std::vector<EntryPtr> m_entries;
    std::atomic<unsigned> m_generation{0};
};

/// True if both would be made ready alike, but for rules.
bool sameFeatures(const CheckLayer& a, const CheckLayer& b);
/// True if both tables have the same pages, schema and CRS: no feature is looked at.
bool sharesAll(const gis::FeatureTable& a, const gis::FeatureTable& b);

}  // namespace layers
