// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "layers/policy/Clause.h"

namespace layers {

/// A stretch of an imported text that no clause holds: title and addresses above the first one, signature and copies
/// below the last, the words of a web page, an annex without numbers. Code points of the document's text, end exclusive,
/// without blank space at both sides.
struct OutsideText {
    std::size_t start = 0;
    std::size_t end = 0;
    std::size_t firstByte = 0;  ///< the same in bytes of the UTF-8 text
    std::size_t endByte = 0;
    std::size_t line = 0;  ///< of `start`, counted from 1
    std::string before;    ///< id of the clause that is printed right before it; empty above the first
    std::string words;     ///< its first words in one line, for people and for corrections
    bool hasSentences = false;
    bool operator==(const OutsideText&) const = default;

    std::size_t length() const { return end - start; }
    /// Titles, addresses and contents above the first clause are read as such; all else is told to people.
    bool isToBeTold() const { return hasSentences || !before.empty(); }
};

/// All stretches, in the order of the text; none for a document without text. With the clauses' own text they make up
/// the whole text but for blank space. Linear; pure; any thread.
std::vector<OutsideText> textOutside(const PolicyDocument& document);

/// The words of a stretch.
std::string wordsOf(const PolicyDocument& document, const OutsideText& stretch);

/// The words that a correction finds the stretch by: its beginning as printed, to the end of a line, so that marks of pages
/// and tables are seen for what they are.
std::string anchorOf(const PolicyDocument& document, const OutsideText& stretch);

/// "text_outside: line characters words", for clauseNotice.
std::string warningOf(const OutsideText& stretch);

}  // namespace layers
