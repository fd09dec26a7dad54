// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/session/Selection.h"
#include "layers/project/ChangeSet.h"

namespace app {

// The edits that the tools make, as layers/edit has them, for a FeatureSet.

/// A new feature with the layer's next id; kind and name go into the fields of a layout layer (layers::layout_field),
/// the name into the name field of any other.
gis::Result<layers::ChangeSet> addition(const layers::SnapshotPtr& snapshot, gis::LayerId layer,
                                        const gis::Geometry& geometry, const std::string& kind,
                                        const std::string& name);
/// The feature with another shape.
gis::Result<layers::ChangeSet> reshaping(const layers::SnapshotPtr& snapshot, gis::LayerId layer,
                                         gis::FeatureId feature, const gis::Geometry& geometry,
                                         const gis::Message& text);
/// The features moved by (dx, dy) in the layer's units.
gis::Result<layers::ChangeSet> shifting(const layers::SnapshotPtr& snapshot, const FeatureSet& features, double dx,
                                        double dy);
/// Removes the features with their clause links.
gis::Result<layers::ChangeSet> removal(const layers::SnapshotPtr& snapshot, const FeatureSet& features);
/// Copies moved by (dx, dy) in the layer's units; the new ids follow the greatest one.
gis::Result<layers::ChangeSet> duplication(const layers::SnapshotPtr& snapshot, const FeatureSet& features, double dx,
                                           double dy);

}  // namespace app
