// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Commands.h"

namespace bench {

/// `bench links`: how often the first proposed clause is the right one, each document judged with weights that were
/// found on the others.
void addLinksBench(CLI::App& group, cli::Context& context);

}  // namespace bench
