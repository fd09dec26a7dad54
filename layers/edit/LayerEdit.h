// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "layers/project/ChangeSet.h"

namespace layers {

// Edits of whole layers: snapshot and intent in, ChangeSet out. Pure; any thread. NotFound for an unknown layer.
// A ChangeSet without changes means that all is as wished already.

/// Adds a layer. An id of 0 becomes the next free one; without a position it goes on top of the layers of its kind
/// (rasters lowest, then basemaps, boundaries, control lines, layouts). Features get one value for each field, and where
/// single and multi geometries of one dimension are mixed all become multi, so that other programs see one layer.
/// InvalidArgument for an empty name or one that is taken.
gis::Result<ChangeSet> addLayer(const ProjectSnapshot& snapshot, Layer layer,
                                std::optional<int> position = std::nullopt);
/// With its links to clauses; sheets that name it forget it.
gis::Result<ChangeSet> removeLayer(const ProjectSnapshot& snapshot, gis::LayerId id);
gis::Result<ChangeSet> renameLayer(const ProjectSnapshot& snapshot, gis::LayerId id, const std::string& name);
/// `position` counts from the bottom and is put into range: rasters lie below all other layers.
gis::Result<ChangeSet> moveLayer(const ProjectSnapshot& snapshot, gis::LayerId id, int position);
gis::Result<ChangeSet> setStyle(const ProjectSnapshot& snapshot, gis::LayerId id, const Style& style);
gis::Result<ChangeSet> setVisible(const ProjectSnapshot& snapshot, gis::LayerId id, bool visible);
gis::Result<ChangeSet> setControlRule(const ProjectSnapshot& snapshot, gis::LayerId id, ControlRule rule);
/// Empty names take the fields off. NotFound for a field that the layer does not have.
gis::Result<ChangeSet> setIdentifyingFields(const ProjectSnapshot& snapshot, gis::LayerId id,
                                            const std::string& idField, const std::string& nameField);

/// `wished`, or with a number behind it where a layer has that name.
std::string freeLayerName(const ProjectSnapshot& snapshot, const std::string& wished);
/// What a control layer of a type asks unless said otherwise: stay inside a development boundary, off all others.
RuleDirection defaultDirection(ControlType type);

}  // namespace layers
