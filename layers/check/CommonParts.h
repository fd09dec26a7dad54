// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

#include "layers/check/PreparedLayer.h"

namespace layers {

/// What control features of one layer have in common with each other, found once and kept: what lies under two of them
/// must not count twice. Any thread.
class CommonParts {
public:
    /// Whether the interiors of two polygons meet.
    bool meet(const CheckFeature& a, const CheckFeature& b, gis::PairOverlap& engine);
    /// The common part of two polygons that meet, as a layer of one shape.
    std::shared_ptr<const gis::OverlapLayer> of(const CheckFeature& a, const CheckFeature& b);

private:
    struct Key {
        const CheckFeature* a;
        const CheckFeature* b;
        bool operator==(const Key&) const = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key& key) const {
            return std::hash<const void*>()(key.a) * 31 + std::hash<const void*>()(key.b);
        }
    };
    static Key keyOf(const CheckFeature& a, const CheckFeature& b) { return {std::min(&a, &b), std::max(&a, &b)}; }

    std::mutex m_mutex;
    std::unordered_map<Key, bool, KeyHash> m_meet;
    std::unordered_map<Key, std::shared_ptr<const gis::OverlapLayer>, KeyHash> m_parts;
};

/// The area of `plan` that at least one of `zones` covers, given the sum of what it shares with each; `unit` are the m² of
/// a unit of the layers' sums. Nothing where three zones overlap each other, which sums of pairs cannot tell, and when
/// canceled.
std::optional<double> netArea(const CheckFeature& plan, const std::vector<const CheckFeature*>& zones, double sum,
                              double unit, CommonParts& parts, gis::PairOverlap& engine,
                              const gis::CancelToken& cancel);

}  // namespace layers
