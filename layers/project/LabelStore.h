// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "gis/io/SqliteDatabase.h"
#include "layers/project/ProjectSnapshot.h"

namespace layers {

/// Labels placed by hand, ascending layer and feature. Rows that make no sense are left out; a file of before there were
/// any has no such table.
gis::Result<std::vector<LabelPin>> readLabelPins(const gis::SqliteDatabase& database);
/// Makes the table if there is something to put in.
gis::Result<void> writeLabelPins(const gis::SqliteDatabase& database, const std::vector<LabelPin>& pins);

}  // namespace layers
