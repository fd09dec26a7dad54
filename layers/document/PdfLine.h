// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace layers {

/// A printed line, or the part of one that lies in one column. Points from the upper left corner of the page.
struct PdfLine {
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;
    std::u32string text;
    bool isRow = false;      ///< cells of a table, parted by tabs
    double columnLeft = 0;   ///< where lines of its column begin
    double columnRight = 0;  ///< and end
    std::size_t column = 0;  ///< counted over the page
    std::size_t page = 0;

    double height() const { return bottom - top; }
    double middle() const { return (top + bottom) / 2; }
};

struct PdfPage {
    double width = 0;
    double height = 0;
    std::vector<PdfLine> lines;  ///< in the order of the file
};

/// An entry of a table of contents: dots before its end.
bool hasLeaders(const PdfLine& line);

/// The usual size of a character: the median height of the lines. 12 without any.
double usualHeight(const std::vector<PdfLine>& lines);

}  // namespace layers
