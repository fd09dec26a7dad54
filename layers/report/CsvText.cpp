// SPDX-License-Identifier: Apache-2.0
#include "layers/report/CsvText.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "gis/base/Parallel.h"

namespace layers {

namespace {

bool isPlainNumber(std::string_view text) {
    if (!text.empty() && text.front() == '-') text.remove_prefix(1);
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto point = std::find_if_not(text.begin(), text.end(), isDigit);
    if (point == text.begin()) return false;
    if (point == text.end()) return true;
    return *point == '.' && point + 1 != text.end() && std::all_of(point + 1, text.end(), isDigit);
}

std::string quoted(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string cell = "\"";
    for (const char c : text) {
        if (c == '"') cell += '"';
        cell += c;
    }
    return cell + '"';
}

void addRow(std::string& csv, const std::vector<gis::Value>& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i > 0) csv += ',';
        const auto* text = std::get_if<std::string>(&row[i]);
        csv += text != nullptr ? quoted(spreadsheetSafe(*text)) : gis::toText(row[i]);
    }
    csv += '\n';
}

}  // namespace

std::string spreadsheetSafe(const std::string& text) {
    // Besides the ASCII signs those of full width, which East Asian spreadsheets take for the same.
    constexpr std::array<std::string_view, 11> starts{"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};
    const bool risky =
        std::any_of(starts.begin(), starts.end(), [&](std::string_view s) { return text.starts_with(s); });
    return risky && !isPlainNumber(text) ? "'" + text : text;
}

std::string csvText(const CheckTable& table, const gis::JobControl& control) {
    constexpr std::size_t grain = 2000;
    std::vector<std::string> blocks((table.rowCount + grain - 1) / grain);
    gis::parallelFor(blocks.size(), {control.cancel, {}, control.threads}, [&](std::size_t block, unsigned) {
        for (std::size_t row = block * grain; row < std::min(table.rowCount, (block + 1) * grain); ++row)
            addRow(blocks[block], table.row(row));
    });
    std::string csv;
    for (std::size_t i = 0; i < table.columns.size(); ++i) csv += (i > 0 ? "," : "") + table.columns[i].name;
    csv += '\n';
    for (std::string& block : blocks) csv += std::exchange(block, {});
    return csv;
}

}  // namespace layers
