// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "layers/document/DocumentText.h"

namespace layers {

/// The text of a .docx as printed: paragraphs with their automatic numbers, tabs and breaks; tables; text boxes behind
/// the paragraph that carries them; insertions kept, deletions left out; notes behind the end; no heads and feet of
/// pages, comments, field codes, hidden text. In a process of its own only, see readDocumentText.
gis::Result<DocumentText> docxText(const std::string& path, const DocumentLimits& limits);

}  // namespace layers
