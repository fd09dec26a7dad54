// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace app {

struct Workbench;

/// The dialog that builds elements of a scheme, looking for those of a clause; nothing happens without a project.
void openBuildElement(Workbench& bench, const std::string& clauseId = {});
/// Registers "scheme.build", "scheme.rebuild", "scheme.detach".
void addSchemeActions(Workbench& workbench);

}  // namespace app
