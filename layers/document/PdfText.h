// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "layers/document/DocumentText.h"

namespace layers {

/// The text of a .pdf in reading order: columns one after the other, lines joined to paragraphs by where they stand,
/// heads and numbers of pages left out. Errors: encrypted, damaged, no text at all. Needs a QGuiApplication (of any
/// platform). In a process of its own only, see readDocumentText.
gis::Result<DocumentText> pdfText(const std::string& path, const DocumentLimits& limits);

}  // namespace layers
