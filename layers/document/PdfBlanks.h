// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/document/PdfLine.h"

namespace layers {

/// The reader tells one blank however many were printed. Chinese characters are as wide as they are high, so the width
/// of a line of them tells how wide its blanks are: where they are about as wide as a character, each becomes two
/// (entries of a menu or of a table of contents). Lines with letters or digits stay as they are. The text is as the
/// reader gave it.
void tellWideBlanks(PdfLine& line);

}  // namespace layers
