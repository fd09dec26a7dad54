// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/PlaceContext.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace layers {

namespace {

constexpr std::size_t provinceDigits = 2;
constexpr std::size_t prefectureDigits = 4;

bool shareDigits(const std::string& a, const std::string& b, std::size_t digits) {
    return a.size() >= digits && b.size() >= digits && a.compare(0, digits, b, 0, digits) == 0;
}

/// Whether `upper` is the prefecture or province above `unit`.
bool isAbove(const std::string& upper, const std::string& unit) {
    if (upper.size() < 6 || unit.size() < 6 || upper == unit) return false;
    if (upper.compare(2, 4, "0000") == 0) return shareDigits(upper, unit, provinceDigits);
    return upper.compare(4, 2, "00") == 0 && shareDigits(upper, unit, prefectureDigits);
}

std::vector<std::size_t> candidatesOf(const PlaceMatch& match) {
    std::vector<std::size_t> candidates{match.entry};
    candidates.insert(candidates.end(), match.others.begin(), match.others.end());
    return candidates;
}

void choose(PlaceMatch& match, std::size_t entry) {
    match.entry = entry;
    match.others.clear();
}

/// The candidate with the greatest weight if no other has as much and it is above 0.
template <class Weight>
std::optional<std::size_t> heaviest(const std::vector<std::size_t>& candidates, Weight weight) {
    std::optional<std::size_t> best;
    std::size_t highest = 0;
    for (const std::size_t candidate : candidates) {
        const std::size_t here = weight(candidate);
        if (here > highest) {
            highest = here;
            best = candidate;
        } else if (here == highest) {
            best.reset();
        }
    }
    return best;
}

class ScopeDecision {
public:
    ScopeDecision(std::vector<PlaceMatch>& matches, const std::vector<PlaceEntry>& entries)
        : m_matches(matches), m_entries(entries) {}

    bool decide(PlaceMatch& match, const TextScope& scope) const {
        const auto first = std::lower_bound(m_matches.begin(), m_matches.end(), scope.start,
                                            [](const PlaceMatch& m, std::size_t start) { return m.start < start; });
        for (const std::size_t digits : {prefectureDigits, provinceDigits}) {
            const auto chosen = heaviest(candidatesOf(match), [&](std::size_t candidate) {
                return static_cast<std::size_t>(std::count_if(
                    first, m_matches.end(), [&, code = m_entries[candidate].adcode](const PlaceMatch& other) {
                        return other.end <= scope.end && !other.isAmbiguous() && other.entry != candidate &&
                               shareDigits(m_entries[other.entry].adcode, code, digits);
                    }));
            });
            if (chosen) return choose(match, *chosen), true;
        }
        return false;
    }

private:
    std::vector<PlaceMatch>& m_matches;
    const std::vector<PlaceEntry>& m_entries;
};

}  // namespace

void decideByLevel(std::vector<PlaceMatch>& matches, const std::vector<PlaceEntry>& entries) {
    for (PlaceMatch& match : matches) {
        if (!match.isAmbiguous()) continue;
        const std::vector<std::size_t> candidates = candidatesOf(match);
        for (const std::size_t upper : candidates) {
            const bool holdsAll = std::all_of(candidates.begin(), candidates.end(), [&](std::size_t other) {
                return other == upper || isAbove(entries[upper].adcode, entries[other].adcode);
            });
            if (holdsAll) {
                choose(match, upper);
                break;
            }
        }
    }
}

void decideByPrefectureBefore(std::vector<PlaceMatch>& matches, const std::vector<PlaceEntry>& entries) {
    for (std::size_t i = 1; i < matches.size(); ++i) {
        if (!matches[i].isAmbiguous() || matches[i - 1].isAmbiguous() || matches[i - 1].end != matches[i].start)
            continue;
        const auto chosen = heaviest(candidatesOf(matches[i]), [&](std::size_t candidate) {
            return isAbove(entries[matches[i - 1].entry].adcode, entries[candidate].adcode) ? std::size_t{1} : 0;
        });
        if (chosen) choose(matches[i], *chosen);
    }
}

void decideByScope(std::vector<PlaceMatch>& matches, const std::vector<PlaceEntry>& entries,
                   std::vector<TextScope> scopes) {
    const bool asked =
        std::any_of(matches.begin(), matches.end(), [](const PlaceMatch& match) { return match.isAmbiguous(); });
    if (!asked) return;
    scopes.push_back({0, std::numeric_limits<std::size_t>::max()});
    std::stable_sort(scopes.begin(), scopes.end(),
                     [](const TextScope& a, const TextScope& b) { return a.end - a.start < b.end - b.start; });
    const ScopeDecision decision(matches, entries);
    for (PlaceMatch& match : matches) {
        if (!match.isAmbiguous()) continue;
        for (const TextScope& scope : scopes)
            if (scope.start <= match.start && match.end <= scope.end && decision.decide(match, scope)) break;
    }
}

}  // namespace layers
