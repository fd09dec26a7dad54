// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layers/document/DocumentText.h"

namespace layers {

struct TextCell {
    std::vector<std::string> lines;  ///< its paragraphs, without blank ones
    bool holdsTable = false;
};

/// A table as read; rows may differ in length.
struct TextTable {
    std::vector<std::vector<TextCell>> rows;
};

/// A document's text while it is put together, a line for each paragraph.
class DocumentLines {
public:
    /// One paragraph; it may hold line ends of its own. An empty one is a blank line.
    void addParagraph(std::string_view text);
    /// A table of data: a line for each row, cells parted by one tab. A table that only places text on the page (one
    /// column, whole texts or tables in its cells): the paragraphs of its cells, one after the other.
    void addTable(const TextTable& table);
    /// All lines so far, without blank ones: for a cell that holds them.
    std::vector<std::string> takeFilled();
    std::size_t size() const { return m_text.size(); }

    std::string takeText() { return std::move(m_text); }
    std::vector<LineRange> takeTables() { return std::move(m_tables); }

private:
    std::string m_text;
    std::size_t m_lines = 0;
    std::vector<LineRange> m_tables;
};

/// Blank space at both ends away (ASCII, no-break and ideographic).
std::string trimmed(std::string_view text);
bool isBlank(std::string_view text);

}  // namespace layers
