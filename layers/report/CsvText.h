// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gis/base/Control.h"
#include "layers/report/CheckTables.h"

namespace layers {

/// A text that no spreadsheet takes for a formula: one that begins like a formula gets a leading apostrophe. Plain
/// negative numbers stay as they are.
std::string spreadsheetSafe(const std::string& text);

/// The table as CSV (RFC 4180): UTF-8 without BOM, lines end with LF, numbers as the shortest plain decimals that
/// read back the same, empty where a value does not apply. Formatted by several threads; cut short where canceled.
std::string csvText(const CheckTable& table, const gis::JobControl& control = {});

}  // namespace layers
