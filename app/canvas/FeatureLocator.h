// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <set>
#include <vector>

#include "gis/feature/SpatialIndex.h"
#include "layers/project/ChangeSet.h"

namespace app {

/// Finds features by box, for snapping and picking: an index per layer, made at the first question and kept over
/// edits (a few changed features are looked at one by one until they are many). GUI thread.
class FeatureLocator {
public:
    /// Another version of the plan, reached by `change` from the last one.
    void follow(const layers::SnapshotPtr& snapshot, const layers::ChangeSet& change);
    /// Another plan.
    void reset(const layers::SnapshotPtr& snapshot);

    /// Features of a layer whose boxes meet `box` (in the layer's CRS), in ascending order of id. The pointers live
    /// as long as the snapshot.
    std::vector<const gis::Feature*> find(gis::LayerId layer, const gis::Extent& box) const;

private:
    struct LayerIndex {
        gis::SpatialIndex index;
        std::vector<gis::FeatureId> ids;  ///< by item
        std::set<gis::FeatureId> changed;
    };
    LayerIndex& indexOf(const layers::Layer& layer) const;
    layers::SnapshotPtr m_snapshot;
    mutable std::map<gis::LayerId, LayerIndex> m_indexes;
};

}  // namespace app
