// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "layers/document/PdfLine.h"

namespace layers {

/// The lines of a page in the order in which they are read: from the top; where text stands in columns side by side,
/// column by column between the lines that run over all of them. Parts of a line that belong to no columns are cells of
/// a table and become one line with tabs. Sets the columns of the lines.
std::vector<PdfLine> inReadingOrder(const PdfPage& page);

}  // namespace layers
