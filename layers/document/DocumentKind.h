// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gis/base/Result.h"

namespace layers {

enum class DocumentKind { Unknown, Text, Html, Docx, Odt, Pdf };

/// By the file's ending; without an ending it is taken for plain text.
DocumentKind documentKindOf(const std::string& path);
/// The ending in small letters with its dot; empty if there is none.
std::string documentEndingOf(const std::string& path);

/// Whether the first bytes fit the ending. An error says what the file is instead, as far as they tell: an archive
/// under .txt, a page under .docx, an encrypted or old office file.
gis::Result<void> checkFirstBytes(const std::string& path, DocumentKind kind);

}  // namespace layers
