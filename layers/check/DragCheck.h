// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "gis/overlap/KeptOverlap.h"
#include "layers/check/FeatureCheck.h"
#include "layers/check/PreparedControls.h"

namespace layers {

/// A plan feature as it is just now, ready for the check, and all it is checked against. Immutable once made; any thread.
struct DraggedFeature {
    CheckLayer source;    ///< the plan layer with this feature alone
    PreparedLayer layer;  ///< of it
    std::vector<PreparedLayerPtr> controls;
    std::shared_ptr<const gis::SummedEdges> edges;  ///< of layer.shapes
    bool isSummed = true;

    const CheckFeature& feature() const { return layer.features.front(); }
};
using DraggedFeaturePtr = std::shared_ptr<const DraggedFeature>;

/// The numbers of one plan feature against whole control layers, again and again while it is dragged: what its unmoved
/// edges have in common with control polygons is kept. The numbers are those of the bulk check, for all but the areas of
/// pairs comes from the very same functions, and those from the same pieces. One thread.
class DragCheck : private PairAreas {
public:
    explicit DragCheck(std::shared_ptr<PreparedControls> ready);
    ~DragCheck() override;

    /// What is checked against, in the CRS of the plan layer; `names` as in the result (control layers). Cheap where
    /// nothing changed. Errors of prepareLayer and CheckMeasure.
    gis::Result<void> use(const std::vector<CheckLayer>& controls, const std::vector<std::string>& names,
                          const gis::CoordinateReferenceSystem& crs, const gis::JobControl& control);
    /// The one feature of `plan`; `others` is the extent of all plan layers in this CRS, by which the bulk check chooses
    /// its form.
    gis::Result<DraggedFeaturePtr> ready(CheckLayer plan, const std::string& name, const gis::Extent& others,
                                         const gis::JobControl& control);
    /// Numbers without geometries; what lies outside of where it must lie as far as numbers tell it. Not whole when
    /// canceled.
    FeatureAnswer numbers(const DraggedFeature& dragged, const gis::CancelToken& cancel);

    const CheckMeasure& measure() const { return *m_measure; }
    static CheckOptions options();

private:
    gis::AreaOverlap area(const CheckFeature& plan, const CheckFeature& control) override;
    void forget();
    static std::size_t shareOf(const CheckFeature& control) { return control.shape % 2; }
    void countBeforehand(const DraggedFeature& dragged, const gis::CancelToken& cancel);
    gis::Result<void> sumFor(const gis::Extent& feature, const gis::Extent& others, const gis::JobControl& control);

    std::shared_ptr<PreparedControls> m_ready;
    CheckOptions m_options = options();
    gis::CoordinateReferenceSystem m_crs;
    std::vector<PreparedLayerPtr> m_controls;
    std::optional<CheckMeasure> m_measure;
    gis::Extent m_extent;  ///< that the form was made for
    std::optional<gis::AreaForm> m_form;
    std::optional<FeatureCheck> m_check;  ///< remembers control features by address: goes when they go
    /// Each knows a share of the control features, so that two threads can ask when the whole moves.
    std::array<gis::KeptOverlap, 2> m_kept;
    std::unordered_map<const CheckFeature*, gis::AreaOverlap> m_counted;  ///< beforehand, for the present numbers
    std::shared_ptr<const gis::OverlapLayer> m_lastShapes;                ///< summed last, by m_form
    std::shared_ptr<const gis::SummedEdges> m_lastEdges;
};

}  // namespace layers
