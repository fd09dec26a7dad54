// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/check/EarlierRows.h"

namespace layers {

/// The check of `input`, where rows of an earlier one that still hold are taken over: only plan features are looked at
/// that changed, or that lie where a control feature changed, before or after. The report is that of a full run but for
/// CheckStats, which say what this run did. `earlier` may be null; another language, other options, layers or fields mean
/// that all is looked at. Errors as redLineCheck.
gis::Result<MadeCheckPtr> checkAgain(const MadeCheckPtr& earlier, CheckInput input, PreparedControls& ready,
                                     const gis::JobControl& control = {});

}  // namespace layers
