// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Commands.h"

namespace bench {

/// `bench layouts SCHEME --base SOURCE…`: all elements of a scheme built, beside plain GEOS unions of the member units
/// of the elements that are built by union, whose areas must agree.
void addLayoutsBench(CLI::App& group, cli::Context& context);

}  // namespace bench
