// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Context.h"

namespace cli {

/// `sheet new PROJECT --name … --title …`: a sensible sheet of the project's layers, stored with it.
void addSheetNew(CLI::App& sheet, Context& context);

}  // namespace cli
