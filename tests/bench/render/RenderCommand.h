// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Commands.h"

namespace bench {

/// Adds `bench` with all of its commands: those of the check, and `bench render`: warm frames of the control layers of
/// made-up data, beside QPainter over plain paths and QGIS.
void addBenches(CLI::App& app, cli::Context& context);

}  // namespace bench
