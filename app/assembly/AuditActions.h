// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace app {

struct Workbench;
class AuditPanel;

/// Registers "audit.show", "audit.approve", "audit.withdraw", "audit.export" and "audit.copy"; those that need findings
/// act on the rows chosen in the panel.
void addAuditActions(Workbench& bench, AuditPanel& panel);

}  // namespace app
