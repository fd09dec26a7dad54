// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/canvas/MapView.h"
#include "layers/project/ProjectSnapshot.h"

namespace bench {

/// Prints how long it takes to find what lies under the mouse, at places all over the view and over a fiftieth of its
/// width: what the tip at the map does for each of them. The first look makes the index of each layer.
void tellIdentify(const layers::SnapshotPtr& plan, const app::MapView& view);

}  // namespace bench
