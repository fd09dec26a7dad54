// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "gis/io/SqliteDatabase.h"
#include "layers/project/ProjectSnapshot.h"

namespace layers {

/// Reads and writes the approvals of a project. Projects written before approvals knew what they were given for have a
/// table without those columns; it gets them when there is something to put in.
gis::Result<std::vector<Approval>> readApprovals(const gis::SqliteDatabase& database);
gis::Result<void> writeApprovals(const gis::SqliteDatabase& database, const std::vector<Approval>& approvals);

}  // namespace layers
