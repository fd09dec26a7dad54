// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>

#include "gis/base/Control.h"

namespace gis {

/// Calls `work(index, worker)` once for each index in [0, count) on up to control.threadCount() std::jthreads;
/// `worker` is below that number and no two calls with the same worker run at once. Indexes are handed out in
/// blocks of `grain`, in order. Stops handing out when canceled; returns false then. What `work`
/// throws (memory above all) ends the rest and is thrown again to the caller, the first if several do.
/// Results must be stored by index, so that they do not depend on the number of threads.
bool parallelFor(std::size_t count, const JobControl& control,
                 const std::function<void(std::size_t index, unsigned worker)>& work, std::size_t grain = 1);

}  // namespace gis
