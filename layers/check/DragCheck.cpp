// SPDX-License-Identifier: Apache-2.0
#include "layers/check/DragCheck.h"

#include "layers/check/RunForm.h"

namespace layers {

DragCheck::DragCheck(std::shared_ptr<PreparedControls> ready) : m_ready(std::move(ready)) {}
DragCheck::~DragCheck() = default;

CheckOptions DragCheck::options() {
    CheckOptions options;
    options.keepGeometry = false;
    options.details = false;
    options.hashInputs = false;
    options.balance = false;
    return options;
}

gis::Result<void> DragCheck::use(const std::vector<CheckLayer>& controls, const std::vector<std::string>& names,
                                 const gis::CoordinateReferenceSystem& crs, const gis::JobControl& control) {
    if (!m_measure || !(m_crs == crs)) {
        forget();
        m_controls.clear();
        m_extent = {};
        TUCE_TRY(made, CheckMeasure::make(m_options, crs));
        m_measure = std::move(made);
        m_crs = crs;
    }
    std::vector<PreparedLayerPtr> found;
    for (std::size_t i = 0; i < controls.size(); ++i) {
        TUCE_TRY(layer, m_ready->ready(controls[i], names[i], crs, m_options, control));
        found.push_back(std::move(layer));
    }
    if (found == m_controls) return {};
    forget();
    m_extent = {};
    m_controls = std::move(found);
    return {};
}

void DragCheck::forget() {
    m_check.reset();
    m_kept.forget();
    m_lastShapes.reset();
    m_lastEdges.reset();
}

// Sums anew where a layer is new or the feature has left the place that the form was made for.
gis::Result<void> DragCheck::sumFor(const gis::Extent& feature, const gis::Extent& others,
                                    const gis::JobControl& control) {
    if (m_check && m_extent.contains(feature)) return {};
    gis::Extent plan = others;
    plan.include(feature);
    forget();
    const RunForm form = runForm(*m_measure, m_crs, plan, m_controls);
    m_form = form.form;
    m_extent = plan;
    for (PreparedLayerPtr& layer : m_controls) {
        m_extent.include(layer->index.extent());
        TUCE_TRY(summed, m_ready->summed(layer, form.orPlanar(), form.name, control));
        layer = std::move(summed);
    }
    // Without a form for all of it the one there is holds for this place alone.
    if (m_form && !m_form->isPlanar() && !m_form->box().contains(m_extent)) m_extent = plan;
    m_check.emplace(m_options, *m_measure, m_form.has_value());
    m_check->leaveDoubts();
    m_check->ask(this);
    return {};
}

gis::Result<DraggedFeaturePtr> DragCheck::ready(CheckLayer plan, const std::string& name, const gis::Extent& others,
                                                const gis::JobControl& control) {
    const gis::JobControl alone{control.cancel, {}, 1};
    auto made = std::make_shared<DraggedFeature>();
    made->source = std::move(plan);
    TUCE_TRY(prepared, prepareLayer(made->source, name, m_crs, m_options, alone));
    made->layer = std::move(prepared);
    TUCE_CHECK(sumFor(made->feature().extent(), others, control));
    gis::OverlapLayer& shapes = *made->layer.shapes;
    const gis::AreaForm form = m_form.value_or(gis::AreaForm());
    made->edges = gis::summedEdges(shapes, form, m_lastShapes.get(), m_lastEdges.get());
    shapes.sums = made->edges->sums;
    made->layer.mended->sums = gis::summedEdges(*made->layer.mended, form)->sums;
    m_lastShapes = made->layer.shapes;
    m_lastEdges = made->edges;
    made->controls = m_controls;
    made->isSummed = m_form.has_value();
    return DraggedFeaturePtr(std::move(made));
}

FeatureAnswer DragCheck::numbers(const DraggedFeature& dragged, const gis::CancelToken& cancel) {
    const CheckFeature& feature = dragged.feature();
    if (feature.layer == dragged.layer.shapes.get())
        m_kept.change(dragged.layer.shapes, dragged.edges);
    else
        m_kept.change(dragged.layer.mended);
    std::vector<const PreparedLayer*> controls;
    for (const PreparedLayerPtr& layer : m_controls) controls.push_back(layer.get());
    return m_check->check(dragged.layer, feature, controls, cancel);
}

gis::AreaOverlap DragCheck::area(const CheckFeature&, const CheckFeature& control) {
    return m_kept.area(*control.layer, control.shape);
}

}  // namespace layers
