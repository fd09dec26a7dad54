// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QString>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gis/base/Control.h"
#include "layers/project/ProjectSnapshot.h"
#include "layers/render/LayerForms.h"
#include "layers/render/MapSettings.h"
#include "layers/render/PaperShape.h"

namespace layers {

/// One feature ready to be painted.
struct DrawItem {
    gis::FeatureId feature{};
    /// Simplified, cut to a box a little larger than the map, so that what runs along the cut is never seen.
    PaperShape shape;
    /// What dashes and marks follow: the whole shape, so that they stand still while the map moves; empty: `shape`.
    PaperShape course;
    int symbol = 0;            ///< index into DrawnLayer::symbols; painted in ascending order
    QString label;             ///< empty: none
    bool drawnByForm = false;  ///< its shape serves its label alone
    double markerShare = 1;    ///< of a graded marker: its diameter as a share of the symbol's; 0: none
};

/// One class of a layer as it is drawn: colours already multiplied by the layer's opacity.
struct DrawnSymbol {
    Symbol symbol;
    LabelStyle label;
    QString title;           ///< for the legend
    int dimensionsSeen = 0;  ///< bit d is set if a shape of dimension d lies in the map
    PaperShape edges;        ///< instead of the outlines of its polygons where those are dashed: each edge once
    std::vector<std::uint8_t> formShapes;  ///< for each shape of the layer's form: 1 if it has this symbol; empty: all
};

/// What is seen of a raster, carried to the map's CRS, with the layer's opacity in it.
struct PlacedRaster {
    QImage image;  ///< premultiplied
    QRectF box;    ///< of the image on the map, mm
};

struct DrawnLayer {
    LayerPtr layer;
    std::vector<DrawnSymbol> symbols;  ///< the default one, then the categories from the bottom upward
    std::vector<DrawItem> items;       ///< ascending symbol, then large before small graded markers, then FeatureId
    LayerFormPtr form;                 ///< of a large layer, where forms were asked for
    std::shared_ptr<const PlacedRaster> raster{};  ///< of a raster layer; null if none of it lies in the map
    bool isRough = false;                          ///< drawn from a form that stands for the true one
};

inline const PaperShape& courseOf(const DrawItem& item) { return item.course.isEmpty() ? item.shape : item.course; }

/// All that a map shows, on paper, from the bottom upward. A value; paints on any thread.
struct DrawList {
    PaperFrame frame;
    double scaleDenominator = 0;
    double toleranceMm = 0.02;
    Colour background;
    Colour surroundings;
    std::vector<DrawnLayer> layers;
    gis::Warnings warnings;

    /// True if there is a planning range, so that what lies outside it is muted.
    bool hasGround() const;
};

/// What makeDrawList would call a feature of a drawn layer, and its symbol there, wherever the feature lies.
struct NamedSymbol {
    int symbol = 0;
    QString label;
};
/// Nothing if the feature is not drawn at this scale.
std::optional<NamedSymbol> namedSymbolOf(const DrawnLayer& drawn, const gis::Feature& feature, double denominator);

/// Takes from the snapshot what the map shows: visible layers at this scale, features that meet the map, transformed,
/// cut, simplified to a fraction of a pixel. A layer that does not say its CRS is taken to be in the map's, with a
/// warning. With `forms` large layers of plain symbols are drawn from their forms and have no items but those with
/// labels; such a list is for images. Errors: those of CoordinateTransform::make, naming the layer; Canceled.
gis::Result<DrawList> makeDrawList(const ProjectSnapshot& snapshot, const MapSettings& settings,
                                   const gis::JobControl& control = {}, LayerForms* forms = nullptr);

}  // namespace layers
