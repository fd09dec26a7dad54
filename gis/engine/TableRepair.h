// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "gis/base/Control.h"
#include "gis/base/Result.h"
#include "gis/engine/Validity.h"
#include "gis/feature/FeatureTable.h"

namespace gis {

/// What validity says of a layer, each list by position in the table.
struct TableFlaws {
    struct Entry {
        std::size_t position = 0;
        Flaw flaw;
    };
    struct Twin {
        std::size_t position = 0;
        std::size_t first = 0;  ///< the earlier feature with the same geometry
    };
    std::vector<Entry> invalid;
    std::vector<std::size_t> empty;
    /// Same parts and rings, whatever their order, start and direction.
    std::vector<Twin> duplicates;
};

/// Looks at every geometry; in parallel, the answer does not depend on the number of threads. Canceled.
Result<TableFlaws> flawsOf(const FeatureTable& table, const JobControl& control);

/// Geometries of a table as they can be worked with.
struct UsableGeometries {
    /// By position in the table; an empty geometry where one could not be mended.
    std::vector<Geometry> geometries;
    /// "repaired" or "skipped", each naming the feature and what is wrong with it; in the order of the table.
    Warnings warnings;
};

/// Valid geometries: invalid ones as repaired copies. `subject` says path and layer for the warnings. Canceled.
Result<UsableGeometries> usableGeometries(const FeatureTable& table, const Subject& subject, const JobControl& control);

}  // namespace gis
