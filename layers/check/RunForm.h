// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layers/check/CheckMeasure.h"
#include "layers/check/PreparedControls.h"

namespace layers {

/// The form by which one run sums the areas of all layers in one CRS.
struct RunForm {
    std::optional<gis::AreaForm> form;  ///< nothing where none fits: then pieces are measured one by one
    std::string name;                   ///< two forms of one name give the same sums

    gis::AreaForm orPlanar() const { return form.value_or(gis::AreaForm()); }
};

/// For everything if one form fits, else for the plan and the control features near it.
RunForm runForm(const CheckMeasure& measure, const gis::CoordinateReferenceSystem& crs, const gis::Extent& plan,
                const std::vector<PreparedLayerPtr>& controls);

}  // namespace layers
