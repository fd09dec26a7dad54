// SPDX-License-Identifier: Apache-2.0
#include "layers/check/DragCheck.h"

#include "gis/base/Parallel.h"
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
    for (gis::KeptOverlap& kept : m_kept) kept.forget();
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
    const bool isMended = feature.layer != dragged.layer.shapes.get();
    for (gis::KeptOverlap& kept : m_kept)
        kept.change(isMended ? dragged.layer.mended : dragged.layer.shapes, isMended ? nullptr : dragged.edges);
    m_counted.clear();
    if (feature.dimension() == 2 && !m_kept[0].keeps()) countBeforehand(dragged, cancel);
    std::vector<const PreparedLayer*> controls;
    for (const PreparedLayerPtr& layer : m_controls) controls.push_back(layer.get());
    return m_check->check(dragged.layer, feature, controls, cancel);
}

// Where all edges moved there is enough to do for two.
void DragCheck::countBeforehand(const DraggedFeature& dragged, const gis::CancelToken& cancel) {
    constexpr std::size_t fewest = 40;
    const gis::Extent& box = dragged.feature().extent();
    std::array<std::vector<const CheckFeature*>, 2> shares;
    for (const PreparedLayerPtr& layer : m_controls)
        layer->index.visit(box, [&](std::uint32_t item) {
            const CheckFeature& control = layer->features[item];
            if (control.state != CheckFeature::State::Skipped && control.dimension() == 2)
                shares[shareOf(control)].push_back(&control);
            return true;
        });
    if (shares[0].size() + shares[1].size() < fewest) return;
    std::array<std::vector<gis::AreaOverlap>, 2> areas;
    const bool whole = gis::parallelFor(2, {cancel, {}, 2}, [&](std::size_t share, unsigned) {
        for (const CheckFeature* control : shares[share]) {
            if (cancel.isCanceled()) return;
            areas[share].push_back(m_kept[share].area(*control->layer, control->shape));
        }
    });
    if (!whole) return;
    for (const std::size_t share : {0U, 1U})
        for (std::size_t i = 0; i < areas[share].size(); ++i) m_counted.emplace(shares[share][i], areas[share][i]);
}

gis::AreaOverlap DragCheck::area(const CheckFeature&, const CheckFeature& control) {
    const auto known = m_counted.find(&control);
    return known != m_counted.end() ? known->second : m_kept[shareOf(control)].area(*control.layer, control.shape);
}

}  // namespace layers
