// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace app {

struct Workbench;
class FindingsPanel;

/// Registers "check.approve", "check.withdraw", "check.sheet", which act on the rows chosen in the panel, and
/// "check.export".
void addFindingActions(Workbench& workbench, FindingsPanel& findings);

}  // namespace app
