// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "layers/check/RedLineCheck.h"

namespace layers {

/// What one plan feature takes of each kind of line, from the summaries of the check: net within a control layer,
/// added over the layers of a kind.
struct PlanTotals {
    std::string layer, id, name;
    std::optional<double> areaSquareMetres, lengthMetres;
    struct Share {
        double areaSquareMetres = 0, grossSquareMetres = 0, lengthMetres = 0;
        bool checked = false;  ///< there is a layer of the kind
    };
    Share ecoRedline, basicFarmland, devBoundary, other;
    bool conflict = false, inform = false, skipped = false, repaired = false, hasOutside = false;

    const Share& of(ControlType type) const;
    Share& of(ControlType type);
};

/// One per plan feature, in the order of the summaries.
std::vector<PlanTotals> planTotals(const CheckReport& report);

}  // namespace layers
