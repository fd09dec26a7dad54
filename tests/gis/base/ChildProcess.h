// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <functional>

/// Runs `job` in a forked child, whose rights, limits and mounts may be changed without harm to the test; returns its
/// answer (below 100), or -1 if it was killed.
inline int inChild(const std::function<int()>& job) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(job());
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
