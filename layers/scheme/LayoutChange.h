// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
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

/// The link "basis" of a built feature to the clause that it says it is from, resting on the element's quoted words where
/// they stand in its text; nothing if the plan's corpus has no such clause. Id 0.
std::optional<ClauseLink> basisLink(const ProjectSnapshot& plan, const Layer& layer, const gis::Feature& feature,
                                    const LayoutChangeOptions& options);

/// One undoable step that adds a built layout to a plan: its layers on top of the others, named by their titles (with
/// a number where a name is taken), and for every feature whose clause is in the plan's corpus a link "basis". A clause
/// that is not there is told in `warnings` (kind "clause_unknown"). Pure; any thread.
ChangeSet layoutChange(const ProjectSnapshot& snapshot, const BuiltLayout& layout, const LayoutChangeOptions& options,
                       gis::Warnings& warnings);

}  // namespace layers
