// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/SourceOptions.h"
#include "layers/project/ChangeSet.h"

namespace cli {

/// How `project add` takes sources in.
struct AddedLayerOptions {
    std::vector<std::string> sources;
    std::string role = "basemap";
    std::string controlType = "other";
    std::string direction;  ///< empty: by the type
    std::string name;       ///< only for a single layer
    std::string nameField;
    std::string style;  ///< word of a style that ships, or a .json file; empty: by what the layer is
    std::string idField;
    bool link = false;
    SourceOptions reading;
};

/// A plan that grows by one change after the other, for a command that does several.
class GrowingPlan {
public:
    explicit GrowingPlan(layers::SnapshotPtr snapshot) : m_snapshot(std::move(snapshot)) {}
    const layers::SnapshotPtr& snapshot() const { return m_snapshot; }
    gis::Result<void> apply(const gis::Result<layers::ChangeSet>& change);

private:
    layers::SnapshotPtr m_snapshot;
};

/// Reads the sources and adds their layers to the plan; returns the names of the layers. A source that does not say
/// its CRS is refused with the way out. The first boundary chooses the CRS of a map that has none of its own.
gis::Result<std::vector<std::string>> addSources(const Context& context, const AddedLayerOptions& options,
                                                 const std::string& projectPath, GrowingPlan& plan);

}  // namespace cli
