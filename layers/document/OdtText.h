// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "layers/document/DocumentText.h"

namespace layers {

/// The text of an .odt as printed: paragraphs with their automatic numbers; tables; text boxes behind the paragraph that
/// carries them; tracked deletions left out; notes behind the end; no heads and feet of pages, comments, hidden text.
/// In a process of its own only, see readDocumentText.
gis::Result<DocumentText> odtText(const std::string& path, const DocumentLimits& limits);

}  // namespace layers
