// SPDX-License-Identifier: Apache-2.0
#include "gis/base/Control.h"

#include <thread>

namespace gis {

unsigned JobControl::threadCount() const {
    if (threads > 0) return threads;
    const unsigned cores = std::thread::hardware_concurrency();
    return cores > 0 ? cores : 1;
}

}  // namespace gis
