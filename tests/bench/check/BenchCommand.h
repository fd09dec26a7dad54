// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Commands.h"

namespace bench {

/// Adds `bench check`: the red-line check on made-up data, with plain references beside it in the same run.
void addBench(CLI::App& app, cli::Context& context);

}  // namespace bench
