// SPDX-License-Identifier: Apache-2.0
#include "layers/job/ThreadPriority.h"

#include <sys/resource.h>
#include <unistd.h>

namespace layers {

namespace {

// QThread's priorities mean nothing to Linux under the usual policy; there each thread has a nice value of its own.
void stepBackTo(int behindWindow) {
    // The window's thread is the first one, whose number is that of the process.
    const int niceness = ::getpriority(PRIO_PROCESS, static_cast<id_t>(::getpid())) + behindWindow;
    const auto thread = static_cast<id_t>(::gettid());
    if (::getpriority(PRIO_PROCESS, thread) < niceness) ::setpriority(PRIO_PROCESS, thread, niceness);
}

}  // namespace

void stepBehindWindow() { stepBackTo(5); }
void stepBehindDrawing() { stepBackTo(14); }

}  // namespace layers
