// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "layers/policy/Clause.h"
#include "layers/policy/TextLines.h"

namespace layers {

/// Reads title, 发文字号, issuers and dates from what stands before the first clause (`frontEnd`, code points) and
/// from the signature at the end. What is not printed stays empty.
void readDocumentHead(std::u32string_view text, const std::vector<TextLine>& lines, std::size_t frontEnd,
                      PolicyDocument& document);

}  // namespace layers
