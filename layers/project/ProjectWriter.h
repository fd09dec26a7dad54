// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/Control.h"
#include "gis/io/SqliteDatabase.h"
#include "layers/project/ProjectSnapshot.h"

namespace layers {

/// Brings the tables of an open project file to the state of a snapshot, within the caller's transaction. Only what
/// differs is written; if anything did, the file gets a new state id.
gis::Result<void> writeProject(const gis::SqliteDatabase& database, const ProjectSnapshot& snapshot,
                               const gis::JobControl& control);

}  // namespace layers
