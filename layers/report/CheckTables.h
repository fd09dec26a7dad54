// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gis/feature/Value.h"
#include "layers/check/RedLineCheck.h"

namespace layers {

/// A column of the result: its name in files (CLI.md), its type, and what it holds in words for people.
struct CheckColumn {
    std::string name;
    gis::FieldType type;
    gis::Message meaning;
};

/// The rows of a result as every format writes them; a value that does not apply is null. Rows are made when they are
/// asked for, of the report, which must outlive the table: all at once would take more memory than the check.
struct CheckTable {
    std::string name;  ///< "pairs" or "summary"
    std::vector<CheckColumn> columns;
    std::size_t rowCount = 0;
    std::function<std::vector<gis::Value>(std::size_t)> row;
};

/// Null where the number does not apply or is none.
gis::Value value(const std::optional<double>& number);

/// One row per Finding, in their order.
CheckTable pairsTable(const CheckReport& report);
/// The rows that CLI.md has in pairs.csv: without points of lines.
CheckTable csvPairsTable(const CheckReport& report);
/// One row per FindingSummary, in their order.
CheckTable summaryTable(const CheckReport& report);

}  // namespace layers
