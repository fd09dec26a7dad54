// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gis/base/AtomicFile.h"
#include "gis/base/Control.h"
#include "layers/check/RedLineCheck.h"

namespace layers {

/// Endings that writeCheckOutputs knows, for help and errors: ".csv .json .gpkg .xlsx".
const std::vector<std::string>& checkOutputEndings();

/// UnsupportedFormat if an ending is not among them (names what can be written), InvalidArgument if two outputs are
/// the same file or one is among `inputs` (even with Overwrite::Yes), AlreadyExists by `overwrite`. To be
/// asked before the work is done. A .csv stands for two files: itself and its `.summary.csv`.
gis::Result<void> checkOutputsPossible(const std::vector<std::string>& paths, const std::vector<std::string>& inputs,
                                       gis::Overwrite overwrite);

/// Writes the report in each format (CLI.md "check"): the pairs and the summary. All files are written beside their
/// places first and renamed last, so that a failure leaves none of them. A .gpkg holds the cut pieces as far as the
/// check kept them (CheckOptions::keepGeometry).
gis::Result<void> writeCheckOutputs(const CheckReport& report, const std::vector<std::string>& paths,
                                    gis::Overwrite overwrite, const gis::JobControl& control = {});

/// `pairs.csv` -> `pairs.summary.csv`.
std::string summaryPathOf(const std::string& csvPath);

}  // namespace layers
