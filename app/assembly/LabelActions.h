// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace app {

struct Workbench;

/// Registers "label.pin", "label.auto" and "label.hide": the name of the selected feature stays where it stands now, finds
/// its own place again, is shown nowhere.
void addLabelActions(Workbench& workbench);

}  // namespace app
