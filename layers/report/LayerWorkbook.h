// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/AtomicFile.h"
#include "gis/base/Control.h"
#include "layers/plan/Layer.h"

namespace layers {

/// Writes the attributes of a layer as .xlsx: one sheet, a row for each feature with its id first, texts as texts,
/// numbers as numbers, a frozen head with filters. Atomic. Errors as Workbook and gis::AtomicFile; Canceled.
gis::Result<void> writeLayerWorkbook(const Layer& layer, const std::string& path, gis::Overwrite overwrite,
                                     const gis::JobControl& control = {});

}  // namespace layers
