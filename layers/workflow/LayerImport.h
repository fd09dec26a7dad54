// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gis/io/RasterFile.h"
#include "gis/io/VectorFile.h"
#include "layers/edit/EditSeries.h"

namespace layers {

/// What a user says about a layer that is to be added from a file.
struct LayerWish {
    std::string name;  ///< empty: the file's name for it, with a number where a layer has that name
    LayerKind kind = LayerKind::Basemap;
    ControlRule control;    ///< for control lines
    std::string idField;    ///< may be empty
    std::string nameField;  ///< empty: a field "name", if there is one
    bool linked = false;    ///< stays where it is, read-only; else copied into the project
};

/// The layer of a plan that a layer of a file becomes, with the shipped style of its kind. CrsMissing without a CRS,
/// NotFound for a field that the layer does not have. Pure apart from reading styles; any thread.
gis::Result<Layer> importedLayer(const ProjectSnapshot& snapshot, const LayerWish& wish, const gis::SourceName& source,
                                 const gis::VectorLayer& read);

/// The basemap that a raster file becomes; it stays where it is. `crs` is what the user says where the file does not.
/// CrsMissing without either, InvalidArgument for another role than basemap. Reads pixels where their values have to be
/// stretched to colours. Any thread.
gis::Result<Layer> importedRaster(const ProjectSnapshot& snapshot, const LayerWish& wish, const gis::RasterFile& file,
                                  const gis::CoordinateReferenceSystem& crs, const gis::JobControl& control = {});
/// What somebody should know who adds the raster: how values become colours, that it has no smaller copies.
gis::Warnings rasterNotes(const Layer& layer, const gis::RasterInfo& info);

/// Adds the layer; the map of a plan that has no CRS of its own yet takes the Gauss-Krüger zone of its first boundary,
/// where one zone holds it.
gis::Result<void> addImported(EditSeries& series, const Layer& layer);

/// The shipped style that fits a layer's kind, control type and geometry; labels by its name field.
gis::Result<Style> usualStyle(const Layer& layer);

}  // namespace layers
