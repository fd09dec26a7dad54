// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "gis/base/Control.h"
#include "layers/policy/NumberMark.h"
#include "layers/policy/TextLines.h"

namespace layers {

/// A number that does head a clause.
struct ClauseHead {
    NumberMark mark;
    std::size_t block = 0;  ///< where its block begins: the line with its Markdown marks, or the number itself
    std::size_t line = 0;   ///< index of the line it stands in
    bool opensLine = false;
    bool opensAnnex = false;  ///< the first of a paper annexed under a bare 附件, which has no number of its own
    bool boxed = false;       ///< an item of the box above it
    std::size_t order = 0;    ///< place among the heads as they are read: columns side by side are read one by one
};

/// Tells numbers that head clauses from references, enumerations inside sentences, dates, amounts and tables of
/// contents, in one pass. Heads open a line, follow a sentence's end, or follow a part's heading on the same line.
/// `lines` are the text's, with skipped ones marked. Empty when canceled.
std::vector<ClauseHead> findClauseHeads(std::u32string_view text, const std::vector<TextLine>& lines,
                                        const gis::CancelToken& cancel);

}  // namespace layers
