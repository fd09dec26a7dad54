// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "gis/base/Control.h"
#include "layers/check/RedLineCheck.h"

namespace layers {

/// The check as one JSON document: run, layers, findings, summary, warnings. Rows bear the column names of CLI.md,
/// and a finding its key, direction, whether it is a conflict and, where it was kept, its geometry as WKT in the
/// CRS of `geometry_crs`. A value that does not apply is null.
nlohmann::ordered_json checkJson(const CheckReport& report);
/// What the run was made of and the totals by control layer, without findings.
nlohmann::ordered_json checkRecordJson(const CheckReport& report);
/// The document as text, UTF-8, indented by two spaces, with a final line feed; made row by row, for as one value a large
/// one takes many times its size. By several threads; cut short where canceled.
std::string checkJsonText(const CheckReport& report, const gis::JobControl& control = {});
std::string jsonText(const nlohmann::ordered_json& document);

}  // namespace layers
