// SPDX-License-Identifier: Apache-2.0
#include "gis/base/Parallel.h"

#include <algorithm>
#include <thread>
#include <vector>

namespace gis {

bool parallelFor(std::size_t count, const JobControl& control, const std::function<void(std::size_t, unsigned)>& work,
                 std::size_t grain) {
    grain = std::max<std::size_t>(grain, 1);
    std::atomic_size_t next{0};
    std::atomic_size_t done{0};
    const auto run = [&](unsigned worker) {
        while (!control.cancel.isCanceled()) {
            const std::size_t begin = next.fetch_add(grain);
            if (begin >= count) return;
            const std::size_t end = std::min(count, begin + grain);
            for (std::size_t i = begin; i < end && !control.cancel.isCanceled(); ++i) work(i, worker);
            const std::size_t finished = done.fetch_add(end - begin) + (end - begin);
            control.report(static_cast<double>(finished) / static_cast<double>(count));
        }
    };
    const std::size_t blocks = (count + grain - 1) / grain;
    const auto threads = static_cast<unsigned>(std::min<std::size_t>(control.threadCount(), blocks));
    {
        std::vector<std::jthread> pool;
        for (unsigned worker = 1; worker < threads; ++worker) pool.emplace_back(run, worker);
        run(0);
    }
    return !control.cancel.isCanceled();
}

}  // namespace gis
