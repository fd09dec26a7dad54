// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Commands.h"

namespace bench {

/// Adds `bench labels`: names of made-up points and of the zones of made-up data solved, beside a plain solver that
/// measures every word anew and looks at every label placed so far.
void addLabelsBench(CLI::App& group, cli::Context& context);

}  // namespace bench
