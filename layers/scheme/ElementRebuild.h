// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/Control.h"
#include "layers/scheme/ElementChange.h"

namespace layers {

/// rebuildChange() with `element` built over the plan's own ground, in the CRS of the layer. Warnings of the build and of
/// the change. Errors: those of the two; Refused, with the reason, where the element has no shape. Polls cancel. Any
/// thread.
gis::Result<ChangeSet> rebuiltAs(const SnapshotPtr& plan, gis::LayerId layer, gis::FeatureId feature,
                                 const SchemeElement& element, const LayoutChangeOptions& options,
                                 gis::Warnings& warnings, const gis::JobControl& control = {});

}  // namespace layers
