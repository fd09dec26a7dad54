// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gis/base/Result.h"
#include "layers/plan/Layer.h"

namespace layers {

/// What resources/sample/sample.json says of the bundled plan. A value.
struct SampleRecipe {
    struct LayerEntry {
        std::string file, sourceLayer, name, style, idField, nameField, note;
        LayerKind kind = LayerKind::Basemap;
        ControlRule control;
    };
    struct SchemeEntry {
        std::string file, sheet, title, basis;
    };
    std::string title, crsCode, date, author;
    std::string placesName, placesStyle, placesNote;
    std::vector<LayerEntry> layers;           ///< from the bottom upward
    std::vector<std::string> hiddenOnSheets;  ///< names of layers that sheets leave out
    std::vector<std::string> notes;           ///< on every sheet
    std::vector<SchemeEntry> schemes;         ///< the last one lies on top
};

/// InvalidData names the member that is wrong.
gis::Result<SampleRecipe> sampleRecipe();

}  // namespace layers
