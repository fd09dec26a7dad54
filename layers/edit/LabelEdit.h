// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "layers/project/ChangeSet.h"

namespace layers {

// Labels placed by hand. Snapshot and intent in, ChangeSet out; pure, any thread. NotFound for a layer or feature that
// is not there. Linked layers may have such labels too: they are the plan's, not the file's.

/// Puts the name of a feature there and keeps it; InvalidArgument for a place or angle that is no number.
gis::Result<ChangeSet> pinLabel(const ProjectSnapshot& snapshot, const LabelPin& pin);
/// The name of a feature is shown nowhere.
gis::Result<ChangeSet> hideLabel(const ProjectSnapshot& snapshot, gis::LayerId layer, gis::FeatureId feature);
/// Names find their own places again; empty if all do.
gis::Result<ChangeSet> freeLabels(const ProjectSnapshot& snapshot, gis::LayerId layer,
                                  const std::vector<gis::FeatureId>& features);
/// The changes that take the labels placed by hand along with features that are moved (layer's units).
std::vector<Change> shiftedLabels(const ProjectSnapshot& snapshot, gis::LayerId layer,
                                  const std::vector<gis::FeatureId>& features, double dx, double dy);

}  // namespace layers
