// SPDX-License-Identifier: Apache-2.0
#include "layers/check/RunClock.h"

#include <fmt/chrono.h>

#include <charconv>
#include <cstdlib>
#include <cstring>

namespace layers {

std::optional<std::int64_t> sourceDateEpoch() {
    const char* text = std::getenv("SOURCE_DATE_EPOCH");
    if (text == nullptr) return std::nullopt;
    std::int64_t seconds = 0;
    const char* end = text + std::strlen(text);
    const auto read = std::from_chars(text, end, seconds);
    if (read.ec != std::errc() || read.ptr != end || seconds < 0) return std::nullopt;
    return seconds;
}

RunClock::RunClock() : m_fixed(sourceDateEpoch()) {}

std::string RunClock::startedAt() const {
    const std::time_t time =
        m_fixed ? static_cast<std::time_t>(*m_fixed) : std::chrono::system_clock::to_time_t(m_wall);
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(time));
}

double RunClock::seconds() const {
    if (m_fixed) return 0;
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
}

double RunClock::lap() {
    const auto now = std::chrono::steady_clock::now();
    const double span = std::chrono::duration<double>(now - m_lap).count();
    m_lap = now;
    return m_fixed ? 0 : span;
}

}  // namespace layers
