// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Commands.h"

namespace bench {

/// Adds `bench check`: the red-line check on made-up data, with plain references beside it in the same run; `bench live`
/// and `bench cancel`.
void addBench(CLI::App& app, cli::Context& context);
/// `bench live`: one feature dragged over the zones.
void addLiveBench(CLI::App& group, cli::Context& context);
/// `bench cancel`: how long a check goes on after it was told to stop, phase by phase.
void addCancelBench(CLI::App& group, cli::Context& context);

}  // namespace bench
