// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/plan/Layer.h"
#include "layers/project/RowSync.h"

namespace layers {

/// Where the parts of a layer lie in the project file.
struct LayerPlace {
    gis::LayerId id{};
    std::string table;       ///< feature table; empty for a linked layer
    std::string linksTable;  ///< mapping table of its clause links; empty as long as there are none
    std::string columns;     ///< columnsJson() of the feature table
};

/// A row of tuce_layers: everything of a layer but its features.
struct StoredLayer {
    Layer head;  ///< for a linked layer the table is empty, with schema and CRS as they were when last read
    LayerPlace place;
};

/// From the bottom upward. Unreadable for a row that makes no sense; a style that cannot be read becomes the default
/// one with a warning (kind "bad_style").
gis::Result<std::vector<StoredLayer>> readLayerRows(const gis::SqliteDatabase& database, gis::Warnings& warnings);
/// Where the layers of the file lie, without a look at the rest.
gis::Result<std::vector<LayerPlace>> readLayerPlaces(const gis::SqliteDatabase& database);
/// `places` in the order of `layers`.
gis::Result<void> writeLayerRows(const gis::SqliteDatabase& database, const std::vector<LayerPtr>& layers,
                                 const std::vector<LayerPlace>& places);

}  // namespace layers
