// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/canvas/MapCanvas.h"
#include "layers/check/LiveCheck.h"

namespace app {

/// The card beside the cursor while a feature is drawn or dragged: the worst conflict with its size, share and change
/// against `before` (null: a new feature); without a conflict the largest overlap that is told for information; or that
/// there is none.
ReadoutCard readoutFor(const layers::LiveAnswer& answer, const layers::LiveAnswer* before);
/// The card while there is no number, saying why; empty without a reason.
ReadoutCard readoutOfProblem(const QString& why);

}  // namespace app
