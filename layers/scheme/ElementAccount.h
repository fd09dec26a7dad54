// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layers/project/ProjectSnapshot.h"
#include "layers/scheme/ElementStatistics.h"
#include "layers/scheme/JoinedThings.h"

namespace layers {

/// A relation, and what its target is called; no name where no scheme has it.
struct RelatedElement {
    SchemeRelation relation;
    std::string name;
};

/// What is known of a drawn element: what its papers say, and what the drawing measures beside it.
struct ElementAccount {
    SchemeElement element;         ///< of the recipe; what it does not state of its paper's words is the scheme's
    SchemeDocument document;       ///< that it is from; empty id where no scheme and no corpus knows it
    ElementStatistics statistics;  ///< of the shape as it is in the plan, changed by hand or not
    std::optional<SchemeFact> printedArea, printedLength;  ///< that the statistics compare with
    std::vector<RelatedElement> relations;
    std::vector<ComparedStatement> statements;  ///< of all papers; empty if only one speaks of it
};

/// Of one feature; nothing if it has no recipe. Reads the schemes of the plan and of the program. Any thread.
gis::Result<std::optional<ElementAccount>> elementAccount(const ProjectSnapshot& plan, gis::LayerId layer,
                                                          gis::FeatureId feature);

}  // namespace layers
