// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "layers/policy/Clause.h"

namespace layers {

/// Words that are sought in clauses, apart by blank space: each must stand in the number, heading, summary, text or a
/// place of a clause, in any order. Of any length, so that two characters of Chinese hit; ASCII letters in either case.
/// O(length of the clause) for each word, without copies. A value.
class ClauseSearch {
public:
    explicit ClauseSearch(const std::string& words);

    const std::vector<std::string>& words() const { return m_words; }
    bool isEmpty() const { return m_words.empty(); }
    /// Whether one of the words stands in the clause.
    static bool holds(const Clause& clause, const std::string& word);
    bool matches(const Clause& clause) const;

private:
    std::vector<std::string> m_words;
};

}  // namespace layers
