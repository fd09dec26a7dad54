// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "layers/project/ChangeSet.h"
#include "layers/scheme/LayoutBuilder.h"

namespace layers {

struct LayoutChangeOptions {
    std::string who;
    std::string when;  ///< ISO 8601 with zone
    /// The shipped style of layout layers.
    Style style;
};

/// One undoable step that adds a built layout to a plan: its layers on top of the others, named by their titles (with
/// a number where a name is taken), and for every feature whose clause is in the plan's corpus a link "basis". A clause
/// that is not there is told in `warnings` (kind "clause_unknown"). Pure; any thread.
ChangeSet layoutChange(const ProjectSnapshot& snapshot, const BuiltLayout& layout, const LayoutChangeOptions& options,
                       gis::Warnings& warnings);

}  // namespace layers
