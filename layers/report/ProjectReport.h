// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gis/base/AtomicFile.h"
#include "gis/base/Control.h"
#include "layers/check/RedLineCheck.h"
#include "layers/project/ProjectSnapshot.h"

namespace layers {

/// Endings that writeProjectReport knows: ".html .xlsx .json".
const std::vector<std::string>& projectReportEndings();

/// The report as one JSON document: project, the check (run, layers, findings, summary, warnings), clauses, audit (where
/// map and text disagree) and coverage (documents × layers).
gis::Result<std::string> projectReportJson(const ProjectSnapshot& snapshot, const CheckReport& check,
                                           const gis::JobControl& control = {});

/// Writes the overlap report of a plan by the ending of each path: .html (self-contained), .xlsx, .json. The check
/// must have been made of this snapshot (redLineCheck(checkInput(snapshot, …))); every number comes from it, rounded
/// once, half up. Lists the clauses each feature rests on, where map and text disagree, and the steps that the shipped rule data ask for; it never
/// says that something is lawful. All files or none. UnsupportedFormat names what can be written.
gis::Result<void> writeProjectReport(const ProjectSnapshot& snapshot, const CheckReport& check,
                                     const std::vector<std::string>& paths, gis::Overwrite overwrite,
                                     const gis::JobControl& control = {});

}  // namespace layers
