// SPDX-License-Identifier: Apache-2.0
#include "layers/document/PdfBlanks.h"

namespace layers {

void tellWideBlanks(PdfLine& line) {
    constexpr double emOfInk = 1.075;     // boxes hold the ink of the characters alone
    constexpr double wideBlank = 0.85;    // em: two narrow ones, or one of a character's width
    constexpr std::size_t leastWide = 5;  // characters that tell the width of the others
    std::size_t blanks = 0;
    for (const char32_t c : line.text) {
        if (c != U' ' && c < 0x2E80) return;
        blanks += c == U' ' ? 1 : 0;
    }
    const std::size_t wide = line.text.size() - blanks;
    const double em = emOfInk * line.height();
    const double room = line.right - line.left - em * static_cast<double>(wide);
    if (blanks == 0 || wide < leastWide || room < wideBlank * em * static_cast<double>(blanks)) return;
    std::u32string spread;
    for (const char32_t c : line.text) spread.append(c == U' ' ? 2 : 1, c);
    line.text = std::move(spread);
}

}  // namespace layers
