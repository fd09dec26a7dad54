// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace layers {

/// Finds all occurrences of many words in a text in one pass: the automaton of Aho and Corasick (Efficient string
/// matching, CACM 18, 1975) over code points, in flat arrays. An immutable value; any thread.
class SpellingAutomaton {
public:
    struct Hit {
        std::size_t start = 0;
        std::size_t end = 0;  ///< exclusive
        std::uint32_t word = 0;
    };
    SpellingAutomaton() = default;
    /// Words are told by their place in the list; empty ones are never found, of equal ones the first is.
    explicit SpellingAutomaton(const std::vector<std::u32string>& words);
    /// Every occurrence, by ascending end, of one end the longest first. O(text + occurrences).
    std::vector<Hit> hits(std::u32string_view text) const;

private:
    std::uint32_t child(std::uint32_t node, char32_t letter) const;
    void grow(const std::vector<std::u32string>& words);
    void addFailures();

    // Node 0 is the root; the edges of a node lie together, letters ascending.
    std::vector<std::uint32_t> m_firstEdge{0, 0};
    std::vector<char32_t> m_letters;
    std::vector<std::uint32_t> m_targets;
    std::vector<std::uint32_t> m_words{~0U};  ///< word that ends at the node
    std::vector<std::uint32_t> m_depths{0};
    std::vector<std::uint32_t> m_failures{0};  ///< node of the longest proper suffix
    std::vector<std::uint32_t> m_shorter{0};   ///< nearest such node at which a word ends; 0 if none
};

}  // namespace layers
