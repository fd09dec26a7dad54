// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/Control.h"
#include "gis/io/SqliteDatabase.h"
#include "layers/project/ProjectStore.h"

namespace layers {

/// ChangedElsewhere if the open project file holds another plan than the known one; to be called within a
/// transaction. The plan is read only if the stamp differs. What linked files hold does not matter: it is not saved.
gis::Result<void> checkUnchanged(const gis::SqliteDatabase& database, const KnownFile& known,
                                 const gis::JobControl& control);

}  // namespace layers
