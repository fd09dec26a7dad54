// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/session/Selection.h"
#include "layers/project/ChangeSet.h"

namespace app {

// The edits that the tools make, as layers/edit has them, for a FeatureSet.

/// Removes the features with their clause links.
gis::Result<layers::ChangeSet> removal(const layers::SnapshotPtr& snapshot, const FeatureSet& features);
/// Copies moved by (dx, dy) in the layer's units; the new ids follow the greatest one.
gis::Result<layers::ChangeSet> duplication(const layers::SnapshotPtr& snapshot, const FeatureSet& features, double dx,
                                           double dy);

}  // namespace app
