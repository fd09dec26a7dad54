// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gis/base/AtomicFile.h"
#include "gis/base/Control.h"
#include "layers/audit/Audit.h"
#include "layers/check/RedLineCheck.h"
#include "layers/project/ProjectSnapshot.h"

namespace layers {

/// What the demo made.
struct DemoResult {
    SnapshotPtr snapshot;
    CheckReport check;
    AuditReport audit;
    std::vector<std::string> files;  ///< paths, in the order written
    gis::Warnings warnings;
};

/// The main job on the bundled sample: build layouts, save the project, check, audit, export sheets and reports into
/// `folder` (made if it is not there). Each file is whole or not there.
gis::Result<DemoResult> runDemo(const std::string& folder, gis::Overwrite overwrite,
                                const gis::JobControl& control = {});

}  // namespace layers
