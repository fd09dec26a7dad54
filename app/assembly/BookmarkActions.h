// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace app {

struct Workbench;

/// Commands to mark the part of the map that is seen and to come back to it.
void addBookmarkActions(Workbench& workbench);

}  // namespace app
