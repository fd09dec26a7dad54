// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "layers/check/RedLineCheck.h"
#include "layers/project/ChangeSet.h"

namespace layers {

/// What a check was made of, as JSON: run and layers with their hashes, totals; no findings.
std::string checkRecordText(const CheckReport& report);

/// Name of the project's value (ProjectInfo::values) that holds the record of a run.
std::string checkRecordName(const std::string& run);

/// Puts the record of a check into the project. Records of runs on which no approval rests go, but for this one.
ChangeSet keepCheckRecord(const ProjectSnapshot& snapshot, const CheckReport& report);

}  // namespace layers
