// SPDX-License-Identifier: Apache-2.0
#include "layers/document/DocumentLines.h"

#include <algorithm>
#include <array>

namespace layers {

namespace {

/// Length of the blank that `text` begins or ends with; 0 if none.
std::size_t blankAt(std::string_view text, bool atEnd) {
    static constexpr std::array<std::string_view, 9> blanks{" ",  "\t",       "\n",           "\r",          "\v",
                                                            "\f", "\xC2\xA0", "\xE3\x80\x80", "\xE2\x80\x8B"};
    for (const std::string_view blank : blanks)
        if (atEnd ? text.ends_with(blank) : text.starts_with(blank)) return blank.size();
    return 0;
}

std::string_view trimmedView(std::string_view text) {
    while (const std::size_t blank = blankAt(text, false)) text.remove_prefix(blank);
    while (const std::size_t blank = blankAt(text, true)) text.remove_suffix(blank);
    return text;
}

/// Cells with more than a few lines or with whole texts belong to a table that only places text on the page.
bool holdsText(const TextCell& cell) {
    constexpr std::size_t fewLines = 3;
    constexpr std::size_t longLine = 600;  // bytes: 200 Chinese characters
    if (cell.holdsTable || cell.lines.size() > fewLines) return true;
    return std::any_of(cell.lines.begin(), cell.lines.end(),
                       [](const std::string& line) { return line.size() > longLine; });
}

bool placesText(const TextTable& table) {
    std::size_t columns = 0;
    for (const auto& row : table.rows) {
        columns = std::max(columns, row.size());
        if (std::any_of(row.begin(), row.end(), holdsText)) return true;
    }
    return columns <= 1;
}

std::string oneLine(const TextCell& cell) {
    std::string line;
    for (const std::string& part : cell.lines) line += (line.empty() ? "" : " ") + part;
    std::replace(line.begin(), line.end(), '\t', ' ');
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
}

}  // namespace

std::string trimmed(std::string_view text) { return std::string(trimmedView(text)); }

bool isBlank(std::string_view text) { return trimmedView(text).empty(); }

void DocumentLines::addParagraph(std::string_view text) {
    m_text += text;
    // A stray carriage return would count as a line of its own elsewhere.
    std::replace(m_text.end() - static_cast<std::ptrdiff_t>(text.size()), m_text.end(), '\r', ' ');
    m_text += '\n';
    m_lines += 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

void DocumentLines::addTable(const TextTable& table) {
    if (placesText(table)) {
        for (const auto& row : table.rows)
            for (const TextCell& cell : row)
                for (const std::string& line : cell.lines) addParagraph(line);
        return;
    }
    const std::size_t first = m_lines;
    for (const auto& row : table.rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) line += (i == 0 ? "" : "\t") + oneLine(row[i]);
        if (!isBlank(line)) addParagraph(line);
    }
    if (m_lines > first) m_tables.push_back({first, m_lines});
}

std::vector<std::string> DocumentLines::takeFilled() {
    std::vector<std::string> lines;
    std::size_t from = 0;
    while (from < m_text.size()) {
        const std::size_t end = m_text.find('\n', from);
        const std::string_view line = std::string_view(m_text).substr(from, end - from);
        if (!isBlank(line)) lines.emplace_back(line);
        from = end + 1;
    }
    m_text.clear();
    m_tables.clear();
    m_lines = 0;
    return lines;
}

}  // namespace layers
