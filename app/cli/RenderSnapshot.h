// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gis/base/Control.h"
#include "gis/io/VectorFile.h"
#include "layers/project/ProjectSnapshot.h"

namespace cli {

/// What `render` draws: a project as it is, or plain sources as a passing plan with styles by geometry.
struct RenderSnapshot {
    layers::SnapshotPtr snapshot;
    gis::Warnings warnings;
};

/// One PROJECT, or SOURCEs (each `file` or `file|layer`). A .gpkg or .tuce file is opened as a project first.
gis::Result<RenderSnapshot> renderSnapshot(const std::vector<std::string>& sources, const gis::ReadOptions& reading,
                                           const gis::JobControl& control);

}  // namespace cli
