// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "gis/drawing/ShapePainting.h"
#include "gis/overlap/SharedShapes.h"
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
    bool isRough = false;      ///< made to be shown until the true one is there
};
using LayerFormPtr = std::shared_ptr<const LayerForm>;

class KeptForms;
struct RoughForm;

/// The forms of a plan's large layers, kept from frame to frame. Any thread; who asks for a form that another thread
/// is making waits for it.
class LayerForms {
public:
    LayerForms();
    ~LayerForms();

    /// Below that a frame takes less time than making the form.
    static constexpr std::size_t fewestVertices = 50'000;

    /// The form of a layer whose coordinates are in `layerCrs`, made if there is none; null for a layer of fewer than
    /// `fewest` vertices. Making goes on when `control` is canceled, since the next frame needs it too: only cancel() stops it.
    /// With `settings.rough` nobody waits: where there is no form yet, a rough one of what the map shows is made.
    /// Errors: those of CoordinateTransform::make; Canceled.
    gis::Result<LayerFormPtr> of(const Layer& layer, const gis::CoordinateReferenceSystem& layerCrs,
                                 const MapSettings& settings, const gis::JobControl& control,
                                 std::size_t fewest = fewestVertices);
    /// Layers that are not read yet and the forms that stand for them; those of before are forgotten.
    void setPreviews(std::vector<LayerFormPtr> previews);
    /// Where forms of large linked layers are taken from and kept for the next session; null: nowhere.
    void setKept(std::shared_ptr<KeptForms> kept);
    /// With whom coordinates are shared where the map has the layer's CRS; null: with nobody.
    void setShared(std::shared_ptr<gis::SharedShapes> shared);
    /// Writes what is new there; for the background. Errors: those of KeptForms::keep.
    gis::Result<void> keep(const gis::JobControl& control);
    /// Forgets forms of layers that are not in the plan any more.
    void keepOnly(const ProjectSnapshot& plan);
    /// For good.
    void cancel() { m_cancel.cancel(); }

private:
    LayerFormPtr known(const gis::FeatureTable& table, const gis::CoordinateReferenceSystem& layerCrs,
                       const gis::CoordinateReferenceSystem& mapCrs) const;
    gis::Result<LayerFormPtr> roughOf(const Layer& layer, const gis::CoordinateReferenceSystem& layerCrs,
                                      const MapSettings& settings, const gis::JobControl& control);
    gis::Result<LayerFormPtr> madeOf(const Layer& layer, const gis::CoordinateReferenceSystem& layerCrs,
                                     const MapSettings& settings, const gis::JobControl& control);
    LayerFormPtr find(const Layer& layer, const gis::CoordinateReferenceSystem& layerCrs,
                      const gis::CoordinateReferenceSystem& mapCrs);
    std::mutex m_mutex;         ///< of the lists
    std::timed_mutex m_making;  ///< one form after the other
    std::vector<LayerFormPtr> m_forms, m_previews;
    std::vector<RoughForm> m_rough;
    std::shared_ptr<KeptForms> m_kept;
    std::shared_ptr<gis::SharedShapes> m_shared;
    gis::CancelToken m_cancel;
};

/// A form that is kept nowhere: of a layer of any size, for a picture made once. Errors: those of
/// CoordinateTransform::make; Canceled.
gis::Result<LayerFormPtr> layerForm(const gis::FeatureTable& table, const gis::CoordinateReferenceSystem& layerCrs,
                                    const MapSettings& settings, const gis::JobControl& control = {});

/// How the filler draws a symbol of lines and polygons; nothing if it takes what only Qt's painter can do (dashes,
/// casings, bands, arrows and heads, curves, offsets, double lines, marks, dots, markers, grounds). The one predicate
/// of the fast way.
std::optional<gis::ShapeInk> shapeInkOf(const Symbol& symbol, double pixelsPerMm);

}  // namespace layers
