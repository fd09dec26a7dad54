// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gis/base/Control.h"
#include "layers/document/DocumentText.h"
#include "layers/policy/Clause.h"

namespace layers {

/// Cuts a decoded text (UTF-8; plain or Markdown; LF, CRLF or CR; one column or two) into clauses of every level, in
/// printed order: annex 附件1 附录A 附表1, part 第X编 第X篇 第X部分 一、 PART I, chapter 第X章 1 and a bare 附则, section
/// 第X节 1.1 § 2, article 第X条, paragraph 第X款, clause (一), box 专栏1, item 1. 第X项 第X步 1.1.1 1.0.1, subitem (1) 1),
/// point ① a), subpoint. Lists take the level of their form or the next one down; below a Chinese article all are items.
/// A bare 附件 is no clause, but the numbers below it are a row of their own.
///
/// Never invents a clause: gaps, repeats and numbers out of order stand as warnings at the clause, each a stable word
/// and what it is about ("number_gap: (五) (八)", "number_repeated: (二)", "number_out_of_order: (三)"). Ids are
/// "part/一", "(五)" where the numbers run on over the parts, else the path; behind `documentId` and a slash if one is
/// given; "#2" marks repeats. Offsets are code points of the text. Title, number, issuers and dates are read too.
/// Lines in `tables` are known to be rows of tables: their numbers head nothing, unless the table is a plan of tasks
/// (findTaskRows). Linear in the text; any thread. Fails only when canceled.
gis::Result<PolicyDocument> parseDocument(std::string text, const std::string& documentId = {},
                                          const gis::JobControl& control = {},
                                          const std::vector<LineRange>& tables = {});

}  // namespace layers
