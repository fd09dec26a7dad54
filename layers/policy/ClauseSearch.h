// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "layers/policy/Clause.h"
#include "layers/policy/Gazetteer.h"

namespace layers {

/// Words that are sought in clauses, apart by blank space: each must stand in the number, heading, summary, text or a
/// place of a clause, in any order. Of any length, so that two characters of Chinese hit; ASCII letters in either case;
/// a word that a line or page breaks is found. Letters are the pinyin of a place as well ("cj", "changjiang" → 长江),
/// where the gazetteer has its reading. O(length of the clause) for each word, without copies. A value.
class ClauseSearch {
public:
    explicit ClauseSearch(const std::string& words, const Gazetteer& names = Gazetteer());

    bool isEmpty() const { return m_words.empty(); }
    bool matches(const Clause& clause) const;
    /// The same with a further way to find a word, by its place in words().
    template <class HasToo>
    bool matches(const Clause& clause, HasToo hasToo) const {
        for (const Word& word : m_words)
            if (!holds(clause, word) && !hasToo(word.text)) return false;
        return true;
    }

private:
    /// A word as typed, in narrow and wide signs, and the places that are read so.
    struct Word {
        std::string text;
        std::vector<std::string> spellings;
        std::set<std::string> places;
    };
    static bool holds(const Clause& clause, const Word& word);
    std::vector<Word> m_words;
};

}  // namespace layers
