// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace layers {

/// What a line is of a table.
enum class RowKind : unsigned char {
    None,  ///< or of a table that only its print shows
    Data,  ///< as docx and html tell: skipped
    Task   ///< of a plan of tasks, headed by its running number (TaskRows.h)
};

/// A line of a text without its line end (LF, CRLF or CR). `from`..`to` leaves out blank space, Markdown marks (# * >
/// and list dashes) and the frame of a box (│ ─) at both sides; from == to for a blank line.
struct TextLine {
    std::size_t start = 0;
    std::size_t end = 0;
    std::size_t from = 0;
    std::size_t to = 0;
    bool skipped = false;    ///< table of contents or of figures, code, list of attachments: holds no heads
    bool furniture = false;  ///< page number, running head, footnote: skipped, and no part of a clause at its end
    bool quoted = false;     ///< Markdown quotation
    RowKind row = RowKind::None;
    int column = 0;  ///< 1 and 2 where the page has two columns side by side, printed in the same lines

    bool isBlank() const { return from == to; }
    std::size_t length() const { return to - from; }
    std::u32string_view content(std::u32string_view text) const { return text.substr(from, to - from); }
};

std::vector<TextLine> splitLines(std::u32string_view text);

/// Box drawing characters.
inline bool isFrame(char32_t c) { return c >= 0x2500 && c <= 0x257F; }
/// Whether the line is the lower edge of a drawn box.
bool closesFrame(std::u32string_view text, const TextLine& line);

/// "- 3 -", "第3页 共10页", "3 / 10", "Page 3 of 10", or a number alone.
bool isPageNumber(std::u32string_view content);
/// Words of a web page or a notice around the text: navigation, copyright, share and print links, log-in boxes.
bool isPageFurniture(std::u32string_view content);
/// Whether the text is so far ended that a new paragraph may begin: 。！？；：. ! ? or closing quotes and brackets.
bool endsSentence(std::u32string_view content);
/// Whether the line says that a table of contents follows.
bool isContentsTitle(std::u32string_view content);

/// The content without blank space.
std::u32string squeezed(std::u32string_view content);
/// The cells of a row printed with tabs or runs of two blanks between.
std::size_t cellCount(std::u32string_view content);
/// Index of the next line from `i` on that is not blank; the number of lines if there is none.
std::size_t nextFilled(const std::vector<TextLine>& lines, std::size_t i);

}  // namespace layers
