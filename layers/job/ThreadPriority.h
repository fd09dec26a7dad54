// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace layers {

/// The calling thread, and threads that it starts from now on, step back behind the thread that answers the hand, for
/// good: only for threads of a pool of their own. Without effect where the system does not allow it.
void stepBehindWindow();
/// The same behind the threads that draw.
void stepBehindDrawing();

}  // namespace layers
