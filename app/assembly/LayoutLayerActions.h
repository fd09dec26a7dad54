// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace app {

struct Workbench;

/// Registers "layer.newLayout". Who takes up a drawing tool where the plan has no layout layer is offered one.
void addLayoutLayerActions(Workbench& workbench);

}  // namespace app
