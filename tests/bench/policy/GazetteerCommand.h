// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Commands.h"

namespace bench {

/// `bench gazetteer`: names of a text by the automaton and by a plain search for each spelling, which must agree.
void addGazetteerBench(CLI::App& group, cli::Context& context);

}  // namespace bench
