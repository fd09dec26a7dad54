// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/check/RedLineCheck.h"

namespace layers {

/// Writes the check to `temporaryPath` as .xlsx: sheets `pairs` and `summary` with the columns of CLI.md, and `run`:
/// how it was made, what went in, what the columns mean, warnings. `shownPath` is what errors name. Polls `cancel` between
/// rows, not while the library packs the finished file. Canceled.
gis::Result<void> writeCheckWorkbook(const CheckReport& report, const std::string& temporaryPath,
                                     const std::string& shownPath, const gis::CancelToken& cancel = {});

}  // namespace layers
