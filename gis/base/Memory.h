// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gis {

/// Gives memory that was let go of back to the system; after work that held much for a while. Takes some milliseconds;
/// without effect where the system knows nothing of it. Any thread.
void giveBackMemory();

}  // namespace gis
