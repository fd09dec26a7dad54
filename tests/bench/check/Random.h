// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace bench {

/// SplitMix64's finalizer: 64 well-mixed bits of 64. The same on every machine.
constexpr std::uint64_t mixed(std::uint64_t value) {
    value += 0x9e3779b97f4a7c15U;
    value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
    value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
    return value ^ (value >> 31U);
}

/// Random numbers that are the same everywhere; those of <random> differ between libraries.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(mixed(seed)) {}
    std::uint64_t next() { return mixed(m_state++); }
    /// 0 … count - 1.
    int below(int count) { return static_cast<int>((next() >> 33U) % static_cast<std::uint64_t>(count)); }
    /// low … high, both included.
    int between(int low, int high) { return low + below(high - low + 1); }
    bool chance(int percent) { return below(100) < percent; }

private:
    std::uint64_t m_state;
};

}  // namespace bench
