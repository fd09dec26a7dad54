// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/SpellingAutomaton.h"

#include <algorithm>
#include <numeric>

namespace layers {

namespace {

constexpr std::uint32_t none = ~0U;
constexpr std::uint32_t root = 0;

}  // namespace

SpellingAutomaton::SpellingAutomaton(const std::vector<std::u32string>& words) {
    grow(words);
    addFailures();
}

/// Breadth first over the sorted words, so that the edges of each node come to lie together.
void SpellingAutomaton::grow(const std::vector<std::u32string>& words) {
    std::vector<std::uint32_t> order(words.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return words[a] < words[b]; });
    struct Range {
        std::size_t from, to;
    };
    std::vector<Range> ranges{{0, order.size()}};  // of the words below each node
    m_firstEdge.clear();
    for (std::size_t node = 0; node < ranges.size(); ++node) {
        m_firstEdge.push_back(static_cast<std::uint32_t>(m_letters.size()));
        auto [from, to] = ranges[node];
        const std::uint32_t depth = m_depths[node];
        if (node != root && from < to && words[order[from]].size() == depth) m_words[node] = order[from];
        while (from < to && words[order[from]].size() == depth) ++from;
        while (from < to) {
            const char32_t letter = words[order[from]][depth];
            const std::size_t begin = from;
            while (from < to && words[order[from]][depth] == letter) ++from;
            m_letters.push_back(letter);
            m_targets.push_back(static_cast<std::uint32_t>(ranges.size()));
            ranges.push_back({begin, from});
            m_words.push_back(none);
            m_depths.push_back(depth + 1);
        }
    }
    m_firstEdge.push_back(static_cast<std::uint32_t>(m_letters.size()));
}

void SpellingAutomaton::addFailures() {
    m_failures.assign(m_words.size(), root);
    m_shorter.assign(m_words.size(), root);
    for (std::uint32_t node = 0; node < m_words.size(); ++node) {
        for (std::uint32_t edge = m_firstEdge[node]; edge < m_firstEdge[node + 1]; ++edge) {
            const std::uint32_t target = m_targets[edge];
            if (node == root) continue;
            std::uint32_t suffix = m_failures[node];
            std::uint32_t next = child(suffix, m_letters[edge]);
            while (next == none && suffix != root) {
                suffix = m_failures[suffix];
                next = child(suffix, m_letters[edge]);
            }
            m_failures[target] = next == none ? root : next;
            m_shorter[target] =
                m_words[m_failures[target]] != none ? m_failures[target] : m_shorter[m_failures[target]];
        }
    }
}

std::uint32_t SpellingAutomaton::child(std::uint32_t node, char32_t letter) const {
    const auto begin = m_letters.begin() + m_firstEdge[node];
    const auto end = m_letters.begin() + m_firstEdge[node + 1];
    const auto place = std::lower_bound(begin, end, letter);
    return place == end || *place != letter ? none : m_targets[static_cast<std::size_t>(place - m_letters.begin())];
}

std::vector<SpellingAutomaton::Hit> SpellingAutomaton::hits(std::u32string_view text) const {
    std::vector<Hit> found;
    std::uint32_t node = root;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::uint32_t next = child(node, text[i]);
        while (next == none && node != root) {
            node = m_failures[node];
            next = child(node, text[i]);
        }
        node = next == none ? root : next;
        for (std::uint32_t at = m_words[node] != none ? node : m_shorter[node]; at != root; at = m_shorter[at])
            found.push_back({i + 1 - m_depths[at], i + 1, m_words[at]});
    }
    return found;
}

}  // namespace layers
