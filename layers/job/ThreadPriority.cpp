// SPDX-License-Identifier: Apache-2.0
#include "layers/job/ThreadPriority.h"

#include <sys/resource.h>
#include <unistd.h>

namespace layers {

// QThread's priorities mean nothing to Linux under the usual policy; there each thread has a nice value of its own.
void stepBehindWindow() {
    constexpr int niceness = 5;
    const auto thread = static_cast<id_t>(::gettid());
    if (::getpriority(PRIO_PROCESS, thread) < niceness) ::setpriority(PRIO_PROCESS, thread, niceness);
}

}  // namespace layers
