// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "layers/project/ProjectSnapshot.h"
#include "layers/scheme/LayoutBuilder.h"
#include "layers/scheme/LayoutRecipe.h"

namespace layers {

/// How a built feature stands to its recipe and to the ground as it is now.
struct BuiltState {
    gis::LayerId layer{};
    gis::FeatureId feature{};
    std::string elementId;
    bool isHandEdited = false;
    /// Built again it would have another shape, or none: a base layer or a rule has changed since.
    bool isOutdated = false;
    gis::Message why;  ///< of isOutdated
    bool operator==(const BuiltState& other) const {
        return layer == other.layer && feature == other.feature && isHandEdited == other.isHandEdited &&
               isOutdated == other.isOutdated;
    }
};

/// All features of the plan that have a recipe, in the order of the layers. Those of one CRS are built again together
/// over the plan's own ground. Shapes count as the same within 50 m and a ten-thousandth of area or length: another
/// reference meridian is no other shape. Of a feature changed by hand
/// the recipe's measures of what was built are compared; older recipes have none, so of these it cannot be told. Polls
/// cancel. Any thread.
gis::Result<std::vector<BuiltState>> builtStates(const ProjectSnapshot& plan, const gis::JobControl& control = {});
/// The same of one feature; nothing if it has no recipe.
gis::Result<std::optional<BuiltState>> builtState(const ProjectSnapshot& plan, gis::LayerId layer,
                                                  gis::FeatureId feature, const gis::JobControl& control = {});

/// Whether any part of an element was changed by hand since it was built, or bears no mark by which that could be told:
/// to build it again puts them aside.
bool mayHoldHandEdits(const ProjectSnapshot& plan, const std::string& elementId);

}  // namespace layers
