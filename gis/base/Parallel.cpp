// SPDX-License-Identifier: Apache-2.0
#include "gis/base/Parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace gis {

namespace {

/// The first exception that leaves a worker.
class FirstFailure {
public:
    bool happened() const { return m_happened; }
    /// To be called in a handler.
    void keep() {
        const std::lock_guard lock(m_mutex);
        if (!m_first) m_first = std::current_exception();
        m_happened = true;
    }
    /// After all workers.
    void rethrow() const {
        if (m_first) std::rethrow_exception(m_first);
    }

private:
    std::mutex m_mutex;
    std::exception_ptr m_first;
    std::atomic_bool m_happened{false};
};

}  // namespace

bool parallelFor(std::size_t count, const JobControl& control, const std::function<void(std::size_t, unsigned)>& work,
                 std::size_t grain) {
    grain = std::max<std::size_t>(grain, 1);
    std::atomic_size_t next{0};
    std::atomic_size_t done{0};
    FirstFailure failure;
    const auto isOver = [&] { return control.cancel.isCanceled() || failure.happened(); };
    const auto runBlocks = [&](unsigned worker) {
        while (!isOver()) {
            const std::size_t begin = next.fetch_add(grain);
            if (begin >= count) return;
            const std::size_t end = std::min(count, begin + grain);
            for (std::size_t i = begin; i < end && !isOver(); ++i) work(i, worker);
            const std::size_t finished = done.fetch_add(end - begin) + (end - begin);
            control.report(static_cast<double>(finished) / static_cast<double>(count));
        }
    };
    const auto run = [&](unsigned worker) {
        try {
            runBlocks(worker);
        } catch (...) {
            failure.keep();
        }
    };
    const std::size_t blocks = (count + grain - 1) / grain;
    const auto threads = static_cast<unsigned>(std::min<std::size_t>(control.threadCount(), blocks));
    {
        std::vector<std::jthread> pool;
        for (unsigned worker = 1; worker < threads; ++worker) pool.emplace_back(run, worker);
        run(0);
    }
    failure.rethrow();
    return !control.cancel.isCanceled();
}

}  // namespace gis
