// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "gis/drawing/ShapePainting.h"
#include "layers/plan/Layer.h"
#include "layers/project/ProjectSnapshot.h"
#include "layers/render/MapSettings.h"

namespace layers {

/// A large layer in the form it is drawn from, in the CRS of a map. Shape i is feature i of the table; empty where the
/// feature has no place in that CRS.
struct LayerForm {
    gis::FeatureTable table;
    gis::CoordinateReferenceSystem layerCrs, mapCrs;
    gis::DrawingForm form;
    std::size_t unusable = 0;  ///< features without a place
};
using LayerFormPtr = std::shared_ptr<const LayerForm>;

/// The forms of a plan's large layers, kept from frame to frame. Any thread; who asks for a form that another thread
/// is making waits for it.
class LayerForms {
public:
    /// Below that a frame takes less time than making the form.
    static constexpr std::size_t fewestVertices = 50'000;

    /// The form of a layer whose coordinates are in `layerCrs`, made if there is none; null for a layer of fewer
    /// vertices. Making goes on when `control` is canceled, since the next frame needs it too: only cancel() stops it.
    /// Errors: those of CoordinateTransform::make; Canceled.
    gis::Result<LayerFormPtr> of(const Layer& layer, const gis::CoordinateReferenceSystem& layerCrs,
                                 const MapSettings& settings, const gis::JobControl& control);
    /// Forgets forms of layers that are not in the plan any more.
    void keepOnly(const ProjectSnapshot& plan);
    /// For good.
    void cancel() { m_cancel.cancel(); }

private:
    LayerFormPtr known(const gis::FeatureTable& table, const gis::CoordinateReferenceSystem& layerCrs,
                       const gis::CoordinateReferenceSystem& mapCrs) const;
    std::mutex m_mutex;
    std::vector<LayerFormPtr> m_forms;
    gis::CancelToken m_cancel;
};

/// How the filler draws a symbol of lines and polygons; nothing if it takes what only Qt's painter can do (dashes,
/// casings, bands, arrows and heads, curves, offsets, double lines, marks, dots, markers, grounds). The one predicate
/// of the fast way.
std::optional<gis::ShapeInk> shapeInkOf(const Symbol& symbol, double pixelsPerMm);

}  // namespace layers
