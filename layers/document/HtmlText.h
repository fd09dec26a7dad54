// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "layers/document/DocumentText.h"

namespace layers {

/// The text of a page as a browser copies it: block elements are lines, paragraphs and headings have blank lines
/// around, tables go row by row, numbers of ordered lists are printed; nothing that is hidden, runs or navigates.
/// In a process of its own only, see readDocumentText.
gis::Result<DocumentText> htmlText(const std::string& path, const std::string& encoding, const DocumentLimits& limits);

/// The lines of a page in UTF-8.
gis::Result<DocumentText> htmlLines(std::string utf8, const DocumentLimits& limits);

}  // namespace layers
