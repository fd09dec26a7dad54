// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace app {

struct Workbench;

/// Registers "scheme.build", "scheme.rebuild", "scheme.detach".
void addSchemeActions(Workbench& workbench);

}  // namespace app
