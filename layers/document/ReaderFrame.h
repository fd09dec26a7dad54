// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "layers/document/DocumentText.h"

namespace layers {

/// Exit code of a reading process that ran out of memory.
constexpr int outOfMemoryExit = 86;

/// What a reading process writes: a line with the lengths of two parts, then a JSON object (kind, encoding, tables,
/// warnings or the error) and the text. Words go as numbers of DocumentWord, so that no sentence comes from there.
std::string readerFrame(const gis::Result<DocumentText>& read);

/// The frame read back by who started the process, who does not trust it: nothing if it is not whole and well formed.
std::optional<gis::Result<DocumentText>> fromReaderFrame(const std::string& frame);

}  // namespace layers
