// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "layers/style/Style.h"

namespace layers {

/// One style of the library, with what a person wants to know before taking it.
struct LibraryStyle {
    std::string title;
    int dimension = -1;  ///< of the features it is for: 0, 1, 2; -1: any
    Style style;         ///< its origin and certainty are to be shown
};

struct LibraryGroup {
    std::string title;  ///< 三线, 行政界线 …
    std::vector<LibraryStyle> styles;
};

/// The styles that ship for choosing, resources/style_library.json in its order. NotFound, InvalidData naming file and
/// member.
gis::Result<std::vector<LibraryGroup>> styleLibrary();

}  // namespace layers
