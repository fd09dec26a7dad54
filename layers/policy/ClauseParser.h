// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gis/base/Control.h"
#include "layers/policy/Clause.h"

namespace layers {

/// Cuts a decoded text (UTF-8; plain or Markdown; LF, CRLF or CR) into clauses of every level, in printed order:
/// volume 第X编, part 第X部分 一、, chapter 第X章 and 1, section 第X节 and 1.1, article 第X条, paragraph 第X款,
/// clause (一), item 1. (and (一) inside an article, 1.1.1), subitem (1) 1), point ① a).
///
/// Never invents a clause: gaps, repeats and numbers out of order stand as warnings at the clause, each a stable word
/// and what it is about ("number_gap: (五) (八)", "number_repeated: (二)", "number_out_of_order: (三)"). Ids are
/// "part/一", "(五)" where the numbers run on over the parts, else the path; behind `documentId` and a slash if one is
/// given; "#2" marks repeats. Offsets are code points of the text. Title, number, issuers and dates are read too.
/// Linear in the text; any thread. Fails only when canceled.
gis::Result<PolicyDocument> parseDocument(const std::string& text, const std::string& documentId = {},
                                          const gis::JobControl& control = {});

}  // namespace layers
