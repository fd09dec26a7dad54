// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <memory>

namespace gis {

/// Asks running work to stop. Copies share one flag; every worker polls it between units of work. Any thread.
class CancelToken {
public:
    CancelToken() : m_flag(std::make_shared<std::atomic_bool>(false)) {}
    void cancel() const { m_flag->store(true, std::memory_order_relaxed); }
    bool isCanceled() const { return m_flag->load(std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic_bool> m_flag;
};

/// Called with a fraction 0..1, from any worker thread; must be quick and must not throw. May be empty.
using ProgressSink = std::function<void(double fraction)>;

/// What every long function takes: how to stop it, whom to tell, how many threads it may use (0: all cores).
struct JobControl {
    CancelToken cancel;
    ProgressSink progress;
    unsigned threads = 0;

    void report(double fraction) const {
        if (progress) progress(fraction);
    }
    unsigned threadCount() const;
};

}  // namespace gis
