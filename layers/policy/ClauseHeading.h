// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "layers/policy/ClauseHeads.h"

namespace layers {

/// Where a clause's heading and body lie.
struct HeadingSpan {
    std::size_t start = 0;
    std::size_t end = 0;  ///< equal to start: no heading
    std::size_t body = 0;
    std::size_t cut = 0;     ///< from here the page's number and running head stand inside the heading …
    std::size_t cutEnd = 0;  ///< … to here; 0: they do not
};

/// What a heading is read from.
struct HeadingQuestion {
    std::u32string_view text;
    const std::vector<TextLine>& lines;
    const ClauseHead& head;
    std::size_t end = 0;         ///< of the clause's own words
    bool insideArticle = false;  ///< a list below a Chinese article has no headings but those that run into its words
    bool headFollows = false;    ///< the next clause follows with nothing between
    bool childFollows = false;   ///< and lies in this one
    bool closesList = false;     ///< the item before it ended with a semicolon
};

/// The heading is what stands alone in the number's line, or up to the 。 or full stop that closes a short name before
/// the body, or in brackets behind an article's number, or alone in the line below a number that stands alone. Lines
/// broken inside a sentence and items that are sentences have none. A task of a plan has its cell, an item of a box
/// what stands before its colon.
HeadingSpan findHeading(const HeadingQuestion& question);

/// The first character behind blank space, Markdown marks and the like.
std::size_t firstWord(std::u32string_view text, std::size_t from, std::size_t end);

}  // namespace layers
