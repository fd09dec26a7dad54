// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "layers/check/RedLineCheck.h"

namespace layers {

/// The check as one JSON document: run, layers, findings, summary, warnings. Rows bear the column names of CLI.md,
/// and a finding its key, direction, whether it is a conflict and, where it was kept, its geometry as WKT in the
/// CRS of `geometry_crs`. A value that does not apply is null.
nlohmann::ordered_json checkJson(const CheckReport& report);
/// Its part on totals by control layer, with and without slivers.
nlohmann::ordered_json checkTotalsJson(const CheckReport& report);
/// The document as text, UTF-8, indented by two spaces, with a final line feed.
std::string checkJsonText(const CheckReport& report);
std::string jsonText(const nlohmann::ordered_json& document);

}  // namespace layers
