// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "layers/document/PdfLine.h"

namespace layers {

/// Takes away the lines at the upper and lower edge of the pages that come again on others at the same height, numbers
/// apart: running heads and page numbers. Gives an example of each. A single page keeps all.
std::vector<std::string> takeFurniture(std::vector<PdfPage>& pages);

}  // namespace layers
