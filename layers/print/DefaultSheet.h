// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "layers/project/ProjectSnapshot.h"

namespace layers {

/// What a new sheet is to show.
struct SheetSubject {
    std::string name;  ///< unique within the project
    std::string title;
    gis::Extent extent;                        ///< empty: the layout layers among `layers`, else all of them
    gis::CoordinateReferenceSystem extentCrs;  ///< of `extent`; unknown: degrees of CGCS2000
    std::vector<gis::LayerId> layers;          ///< what is drawn; empty: all visible ones
};

/// A sensible sheet: A3 landscape (portrait for a tall subject), the CGCS2000 3° zone of its centre (6° zone where it
/// spans more than two 3° zones), a round scale, basis from the links of the drawn features, notes from the layers'
/// own notes and the cautions that a map with boundaries needs, date of the plan. Errors: NotFound if there is nothing
/// to show, those of the transforms.
gis::Result<PrintLayout> defaultSheet(const ProjectSnapshot& snapshot, const SheetSubject& subject);

}  // namespace layers
