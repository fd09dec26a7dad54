// SPDX-License-Identifier: Apache-2.0
#include "layers/check/EarlierRows.h"

#include <algorithm>

#include "layers/check/LayerNames.h"
#include "layers/check/NearDistance.h"
#include "layers/check/PreparedLayer.h"

namespace layers {

namespace {

bool sameOptions(const CheckOptions& a, const CheckOptions& b) {
    return a.area == b.area && a.sliverSquareMetres == b.sliverSquareMetres && a.thinMetres == b.thinMetres &&
           a.nearMetres == b.nearMetres && a.keepGeometry == b.keepGeometry && a.details == b.details &&
           a.balance == b.balance && a.repair == b.repair && a.datumPolicy == b.datumPolicy;
}

// Not read packed alone: then there is nothing to compare one by one.
bool hasFeatures(const CheckLayer& layer) { return !layer.packed || layer.table.size() > 0; }

// All but the features.
bool sameFrame(const CheckLayer& a, const CheckLayer& b) {
    return a.layerId == b.layerId && gis::number(a.layerId) != 0 && a.rule == b.rule && a.columns() == b.columns() &&
           a.areaField.squareMetresPerUnit == b.areaField.squareMetresPerUnit && a.kindRules == b.kindRules &&
           hasFeatures(a) && hasFeatures(b) && a.table.schema() == b.table.schema() && a.table.crs() == b.table.crs();
}

bool sameFrames(const std::vector<CheckLayer>& a, const std::vector<CheckLayer>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), sameFrame);
}

using Dimensions = std::array<bool, 3>;
Dimensions dimensionsOf(const gis::FeatureTable& table) {
    Dimensions found{};
    for (const gis::Feature& feature : table)
        if (const int dimension = feature.geometry().dimension(); dimension >= 0)
            found[static_cast<std::size_t>(dimension)] = true;
    return found;
}

// Where a feature's shape lies in another CRS: somewhat wider, for straight edges are not straight there, and a repair
// moves things by a rounding.
gis::Result<gis::Extent> placeOf(const gis::Feature& feature, const gis::CoordinateTransform& transform) {
    const gis::Extent& box = feature.geometry().extent();
    if (box.isEmpty()) return box;
    TUCE_TRY(image, transform.apply(box));
    constexpr double spare = 0.05;
    return image.grown(std::max({image.width(), image.height(), 1e-6}) * spare);
}

}  // namespace

std::string EarlierRows::languageNow() { return gis::translated(gis::message("layers", "it has no geometry")); }

bool EarlierRows::isSameFrame() const {
    if (!m_made || m_made->language != languageNow()) return false;
    const CheckInput& before = m_made->input;
    if (!sameOptions(before.options, m_input.options)) return false;
    if (!sameFrames(before.plan, m_input.plan) || !sameFrames(before.control, m_input.control)) return false;
    if (resultNames(before) != resultNames(m_input)) return false;
    // What a control layer holds decides which columns are filled at all.
    for (std::size_t i = 0; i < m_input.control.size(); ++i) {
        const gis::FeatureTable &old = before.control[i].table, &now = m_input.control[i].table;
        if (!sharesAll(old, now) && dimensionsOf(old) != dimensionsOf(now)) return false;
    }
    return std::equal(m_plan.begin(), m_plan.end(), m_made->formNames.begin(), m_made->formNames.end(),
                      [](const ReadyPlan& plan, const std::string& name) { return plan.formName == name; });
}

void EarlierRows::indexRows() {
    const CheckReport& report = *m_made->report;
    for (std::uint32_t i = 0; i < report.findings.size(); ++i)
        m_rows[{report.findings[i].planLayerId, report.findings[i].planFeature}].findings.push_back(i);
    for (std::uint32_t i = 0; i < report.summaries.size(); ++i) {
        Rows& rows = m_rows[{report.summaries[i].planLayerId, report.summaries[i].planFeature}];
        rows.summaries.push_back(i);
        // A pair that failed left a warning, which belongs to its run.
        rows.isWhole &= report.summaries[i].status != "skipped";
    }
}

// Boxes of control features before and after their change, in the CRS of the plan layer.
gis::Result<std::vector<gis::Extent>> EarlierRows::changedPlaces(std::size_t layer) const {
    const gis::CoordinateReferenceSystem& crs = m_input.plan[layer].table.crs();
    std::vector<gis::Extent> places;
    for (std::size_t i = 0; i < m_input.control.size(); ++i) {
        const gis::FeatureTable &old = m_made->input.control[i].table, &now = m_input.control[i].table;
        const std::vector<gis::FeatureId> changed = now.changedSince(old);
        if (changed.empty()) continue;
        TUCE_TRY(transform, gis::CoordinateTransform::make(now.crs(), crs, m_input.options.datumPolicy));
        for (const gis::FeatureId id : changed) {
            for (const gis::FeatureTable* table : {&old, &now}) {
                const gis::Feature* feature = table->find(id);
                if (feature == nullptr) continue;
                TUCE_TRY(place, placeOf(*feature, transform));
                places.push_back(place);
            }
        }
    }
    if (m_input.options.nearMetres) {
        TUCE_TRY(measure, CheckMeasure::make(m_input.options, crs));
        for (gis::Extent& place : places) place = reach(measure, place, *m_input.options.nearMetres);
    }
    return places;
}

gis::Result<void> EarlierRows::compareLayer(std::size_t layer) {
    const PreparedLayer& plan = *m_plan[layer].layer;
    TUCE_TRY(places, changedPlaces(layer));
    const std::vector<gis::FeatureId> changed = m_input.plan[layer].table.changedSince(m_made->input.plan[layer].table);
    std::vector<bool>& holds = m_holds[layer];
    for (std::size_t i = 0; i < holds.size(); ++i) {
        const CheckFeature& feature = plan.features[i];
        const auto rows = m_rows.find({plan.source->layerId, feature.feature});
        holds[i] = rows != m_rows.end() && rows->second.isWhole &&
                   rows->second.summaries.size() == m_input.control.size() &&
                   !std::binary_search(changed.begin(), changed.end(), feature.feature);
    }
    for (const gis::Extent& place : places)
        plan.index.visit(place, [&](std::uint32_t feature) {
            holds[feature] = false;
            return true;
        });
    m_held += static_cast<std::size_t>(std::count(holds.begin(), holds.end(), true));
    return {};
}

gis::Result<void> EarlierRows::compare(std::vector<ReadyPlan> plan) {
    m_plan = std::move(plan);
    for (const ReadyPlan& one : m_plan) m_holds.emplace_back(one.layer->features.size(), false);
    if (!isSameFrame()) return {};
    indexRows();
    for (std::size_t i = 0; i < m_plan.size(); ++i) TUCE_CHECK(compareLayer(i));
    return {};
}

std::vector<const CheckedLayer*> EarlierRows::sameLayers() const {
    std::vector<const CheckedLayer*> same(m_input.plan.size() + m_input.control.size(), nullptr);
    if (!m_made || m_made->report->layers.size() != same.size()) return same;
    std::size_t number = 0;
    const auto compare = [&](const std::vector<CheckLayer>& before, const std::vector<CheckLayer>& now) {
        for (std::size_t i = 0; i < now.size(); ++i, ++number)
            if (i < before.size() && sameFrame(before[i], now[i]) && before[i].path == now[i].path &&
                sharesAll(before[i].table, now[i].table))
                same[number] = &m_made->report->layers[number];
    };
    if (m_made->input.plan.size() != m_input.plan.size()) return same;
    compare(m_made->input.plan, m_input.plan);
    compare(m_made->input.control, m_input.control);
    return same;
}

bool EarlierRows::holds(std::size_t layer, std::size_t feature) const { return m_holds[layer][feature]; }

FeatureAnswer EarlierRows::rowsOf(std::size_t layer, std::size_t feature) const {
    const PreparedLayer& plan = *m_plan[layer].layer;
    const Rows& rows = m_rows.at({plan.source->layerId, plan.features[feature].feature});
    FeatureAnswer answer;
    for (const std::uint32_t i : rows.findings) answer.findings.push_back(m_made->report->findings[i]);
    for (const std::uint32_t i : rows.summaries) answer.summaries.push_back(m_made->report->summaries[i]);
    return answer;
}

}  // namespace layers
