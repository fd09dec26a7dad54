// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace app {

struct Workbench;

/// The menu of the map: a right click selects what is under the mouse and offers what can be done with it.
void addMapMenu(Workbench& workbench);

}  // namespace app
