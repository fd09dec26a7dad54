// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/Result.h"

namespace cli {

/// Exit codes of tuce-cli. One error code means one exit code; which of 2, 3 and 4 fits is decided by what failed.
enum ExitCode { Done = 0, Findings = 1, WrongUse = 2, InputFailed = 3, OutputFailed = 4, Stopped = 5 };

int exitCodeFor(gis::ErrorCode code);

}  // namespace cli
