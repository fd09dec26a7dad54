// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace layers {

/// A line of a text without its line end (LF, CRLF or CR). `from`..`to` leaves out blank space and Markdown marks
/// (# * and list dashes) at both sides; from == to for a blank line.
struct TextLine {
    std::size_t start = 0;
    std::size_t end = 0;
    std::size_t from = 0;
    std::size_t to = 0;
    bool skipped = false;  ///< table of contents, code, list of attachments, page number: holds no heads

    bool isBlank() const { return from == to; }
    std::size_t length() const { return to - from; }
    std::u32string_view content(std::u32string_view text) const { return text.substr(from, to - from); }
};

std::vector<TextLine> splitLines(std::u32string_view text);

/// "- 3 -", "第3页 共10页", "3 / 10", "Page 3 of 10", or a number alone.
bool isPageNumber(std::u32string_view content);
/// Words of a web page or a notice around the text: navigation, copyright, share and print links, log-in boxes.
bool isPageFurniture(std::u32string_view content);
/// Whether the text is so far ended that a new paragraph may begin: 。！？；：. ! ? or closing quotes and brackets.
bool endsSentence(std::u32string_view content);
/// Whether the line says that a table of contents follows.
bool isContentsTitle(std::u32string_view content);

/// Marks lines that hold no heads: tables of contents, Markdown code, page numbers, the
/// list behind 附件：.
void markSkippedLines(std::u32string_view text, std::vector<TextLine>& lines);

}  // namespace layers
