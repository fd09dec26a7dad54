// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace layers {

/// $SOURCE_DATE_EPOCH as seconds since 1970, where it is set to a number: results are then made as if at that time.
std::optional<std::int64_t> sourceDateEpoch();

/// When a run began and how long it takes; under SOURCE_DATE_EPOCH the begin is that time and every span 0.
class RunClock {
public:
    RunClock();
    /// ISO 8601, UTC: 2026-11-21T18:48:10Z.
    std::string startedAt() const;
    double seconds() const;
    /// Seconds since the last call of lap() or the beginning.
    double lap();

private:
    std::optional<std::int64_t> m_fixed;
    std::chrono::system_clock::time_point m_wall = std::chrono::system_clock::now();
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point m_lap = m_begin;
};

}  // namespace layers
