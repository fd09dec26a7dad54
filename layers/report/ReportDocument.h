// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace layers {

/// A cell of a report: words, or a number with the decimals it is shown with. A number is kept whole; it is rounded,
/// half up, once, where it is shown.
struct ReportCell {
    std::string text;
    std::optional<double> number;
    int decimals = 0;
    bool strong = false;

    static ReportCell words(std::string text, bool strong = false) {
        return {std::move(text), std::nullopt, 0, strong};
    }
    static ReportCell value(double number, int decimals, bool strong = false) { return {{}, number, decimals, strong}; }
    static ReportCell value(const std::optional<double>& number, int decimals) { return {{}, number, decimals, false}; }
    static ReportCell count(std::size_t number) { return value(static_cast<double>(number), 0); }
    /// As it is shown: the words, or the rounded number; empty for neither.
    std::string shown() const;
};

struct ReportTable {
    std::string title;
    std::vector<std::string> headings;
    std::vector<std::vector<ReportCell>> rows;
    std::vector<std::string> notes;
    bool isKeyed = false;  ///< two columns, the first one names the second; no headings
};

/// A numbered block of the report with its tables; `sheet` is its short name in a workbook.
struct ReportSection {
    std::string title;
    std::string sheet;
    std::vector<std::string> paragraphs;
    std::vector<ReportTable> tables;
};

/// The report as words and numbers, before any format. All texts are in the language of the run.
struct ReportDocument {
    std::string title;
    std::string notice;  ///< "for review support only"
    std::string made;    ///< when and by what
    std::vector<ReportSection> sections;
};

}  // namespace layers
