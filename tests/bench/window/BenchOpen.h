// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gis/base/Result.h"

namespace bench {

/// How long it takes from the order to open a saved project with a large linked layer until the map shows it: with
/// nothing kept, then again with what the first session kept. With `checks` the red-line check follows and what the
/// process held at most is told.
gis::Result<void> runOpen(const std::string& sizeName, const std::string& folder, bool checks);

/// The most memory that the process held so far, and what it holds, bytes.
struct Memory {
    double most = 0, now = 0;
};
Memory memoryOfProcess();

}  // namespace bench
