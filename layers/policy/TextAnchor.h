// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace layers {

/// Words of a clause that a link rests on, with what stands around them and where, so that they are found again in
/// another copy of the text. The position counts code points of the clause's text; -1 if it is not known.
struct TextAnchor {
    std::string quote;
    std::string before;  ///< up to anchorContext characters, without blank space
    std::string after;
    std::int64_t position = -1;
    bool isEmpty() const { return quote.empty(); }
    bool operator==(const TextAnchor&) const = default;
};
inline constexpr std::size_t anchorContext = 16;

enum class AnchorState {
    Kept,     ///< the quote stands in the text
    Changed,  ///< it does not, but something like it does: a proposal, never taken silently
    Lost,
};

/// Where an anchor stands in a text; code points, end exclusive.
struct FoundAnchor {
    AnchorState state = AnchorState::Lost;
    std::size_t start = 0;
    std::size_t end = 0;
    double likeness = 0;  ///< 1 for a quote that is kept, else 1 minus the edits per character of the quote
    std::string quote;    ///< the words that stand there, without blank space
};

/// An anchor at the quote's first place in the text from `from` (code points) on, or anywhere if there is none behind
/// it; blank space and the width of brackets do not matter. Where the quote does not stand in the text the anchor has
/// neither context nor position.
TextAnchor anchorAt(const std::string& text, const std::string& quote, std::size_t from = 0);

/// Finds an anchor again. Of several places with the quote that one counts whose surroundings are most alike, of equal
/// ones the nearest to the old position. Without the quote: the stretch with the fewest edits (Sellers, The theory and
/// computation of evolutionary distances, J. Algorithms 1, 1980), if it is like enough, else what now stands between
/// the old surroundings. O(quote times text). Pure.
FoundAnchor findAnchor(const TextAnchor& anchor, const std::string& text);

}  // namespace layers
