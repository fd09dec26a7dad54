// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Context.h"
#include "app/cli/SourceOptions.h"
#include "layers/check/RedLineCheck.h"

namespace cli {

/// Where the layers of a check come from and what they are called, as given on the command line.
struct CheckSources {
    std::vector<std::string> plan, control;  ///< SOURCEs
    std::string planCrs, controlCrs;         ///< codes, where a source does not say
    std::string idField, controlIdField;     ///< empty: the feature id
    std::string kindField;                   ///< of plan features; empty: none
    std::string rulesPath;                   ///< empty: every control layer is `other`, forbid_inside
    std::string cacheFolder;                 ///< empty: nothing is kept
    SourceOptions reading;                   ///< encoding and limits; its crsCode is not used

    /// The files that must not be overwritten.
    std::vector<std::string> inputPaths() const;
};

/// Reads all layers and gives them their rules. Warnings of reading are put into `warnings`; so is a rule for a layer
/// that is not there.
gis::Result<layers::CheckInput> readCheckInput(const CheckSources& sources, const Context& context,
                                               gis::Warnings& warnings);

}  // namespace cli
