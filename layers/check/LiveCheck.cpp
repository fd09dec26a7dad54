// SPDX-License-Identifier: Apache-2.0
#include "layers/check/LiveCheck.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <mutex>

#include "layers/check/FeatureCheck.h"
#include "layers/check/LayerNames.h"
#include "layers/check/PreparedLayer.h"
#include "layers/check/SnapshotCheckInput.h"

namespace layers {

namespace {

/// A control layer made ready in one CRS, with the version of the layer it was made from.
struct ReadyControl {
    LayerPtr layer;  ///< kept, so that its address names the version
    std::string name;
    CheckLayer source;
    PreparedLayer prepared;
};
using ReadyControlPtr = std::shared_ptr<ReadyControl>;

bool sameForCheck(const Layer& a, const Layer& b) {
    if (a.control != b.control || a.idField != b.idField || a.nameField != b.nameField) return false;
    return a.table.pageCount() == b.table.pageCount() && a.table.sharedPageCount(b.table) == a.table.pageCount() &&
           a.table.schema() == b.table.schema() && a.table.crs() == b.table.crs();
}

CheckOptions liveOptions() {
    CheckOptions options;
    options.keepGeometry = true;
    options.balance = false;
    return options;
}

}  // namespace

/// Calls are worked off one after another: the newest waits until its canceled predecessor has noticed.
struct LiveCheck::Cache {
    std::mutex mutex;
    CheckOptions options = liveOptions();
    gis::CoordinateReferenceSystem crs;
    std::map<gis::LayerId, ReadyControlPtr> controls;
    std::optional<CheckMeasure> measure;
    gis::Extent extent;                 ///< that the form fits
    std::optional<gis::AreaForm> form;  ///< by which control boundaries are summed
    std::optional<FeatureCheck> check;  ///< remembers control features by address: goes when they go

    gis::Result<void> prepare(const CheckInput& input, const ProjectSnapshot& snapshot,
                              const gis::CoordinateReferenceSystem& planCrs, const gis::JobControl& control);
    gis::Result<void> sumFor(const gis::Extent& feature, const gis::Extent& plan, const gis::JobControl& control);
    gis::Result<void> prepareOne(const CheckLayer& layer, const LayerPtr& version, const std::string& name,
                                 const gis::JobControl& control);
};

gis::Result<void> LiveCheck::Cache::prepareOne(const CheckLayer& layer, const LayerPtr& version,
                                               const std::string& name, const gis::JobControl& control) {
    ReadyControlPtr& known = controls[layer.layerId];
    if (known && known->name == name && (known->layer == version || sameForCheck(*known->layer, *version))) return {};
    check.reset();
    auto ready = std::make_shared<ReadyControl>();
    ready->layer = version;
    ready->name = name;
    ready->source = layer;
    TUCE_TRY(prepared, prepareLayer(ready->source, name, crs, options, control));
    ready->prepared = std::move(prepared);
    known = std::move(ready);
    extent = {};  // its boundaries are not summed yet
    return {};
}

// Sums anew where a layer is new or the feature has left the place that the form was made for.
gis::Result<void> LiveCheck::Cache::sumFor(const gis::Extent& feature, const gis::Extent& plan,
                                           const gis::JobControl& control) {
    if (extent.contains(feature) && check) return {};
    gis::Extent whole = plan;
    whole.include(feature);
    for (const auto& [id, ready] : controls) whole.include(ready->prepared.index.extent());
    check.reset();
    form = measure->formFor(whole);
    for (const auto& [id, ready] : controls)
        TUCE_CHECK(sumBoundaries(ready->prepared, form.value_or(gis::AreaForm()), control));
    extent = whole;
    check.emplace(options, *measure, form.has_value());
    return {};
}

gis::Result<void> LiveCheck::Cache::prepare(const CheckInput& input, const ProjectSnapshot& snapshot,
                                            const gis::CoordinateReferenceSystem& planCrs,
                                            const gis::JobControl& control) {
    if (!(crs == planCrs)) {
        check.reset();
        controls.clear();
        measure.reset();
        crs = planCrs;
    }
    if (!measure) {
        TUCE_TRY(made, CheckMeasure::make(options, crs));
        measure = std::move(made);
    }
    const std::vector<std::string> names = resultNames(input);
    for (std::size_t i = 0; i < input.control.size(); ++i) {
        const CheckLayer& layer = input.control[i];
        TUCE_CHECK(prepareOne(layer, snapshot.layer(layer.layerId), names[input.plan.size() + i], control));
        if (control.cancel.isCanceled()) return gis::canceled();
    }
    return {};
}

namespace {

LiveOverlap overlapWith(const CheckLayer& layer, const std::string& name, const FeatureAnswer& answer, int dimension) {
    LiveOverlap overlap;
    overlap.controlLayer = layer.layerId;
    overlap.controlName = name;
    overlap.rule = layer.rule;
    for (const FindingSummary& summary : answer.summaries)
        if (summary.controlLayerId == layer.layerId) overlap.summary = summary;
    for (const Finding& finding : answer.findings) {
        if (finding.controlLayerId != layer.layerId) continue;
        if (finding.kind == FindingClass::Outside && dimension == 2)
            overlap.outsideSquareMetres = finding.areaSquareMetres;
        if (finding.kind == FindingClass::Outside && dimension == 1) overlap.outsideMetres = finding.lengthMetres;
        overlap.findings.push_back(finding);
    }
    return overlap;
}

/// The plan's input with only the one feature in its layer.
CheckLayer onlyFeature(const CheckInput& input, gis::LayerId layer, const gis::Feature& feature) {
    const auto found =
        std::find_if(input.plan.begin(), input.plan.end(), [layer](const CheckLayer& l) { return l.layerId == layer; });
    CheckLayer one = *found;
    one.table = gis::FeatureTable(one.table.schema(), one.table.crs(), {feature});
    return one;
}

}  // namespace

bool LiveOverlap::isConflict() const {
    return std::any_of(findings.begin(), findings.end(), [](const Finding& f) { return f.isConflict(); });
}

bool LiveAnswer::hasConflicts() const {
    return std::any_of(overlaps.begin(), overlaps.end(), [](const LiveOverlap& o) { return o.isConflict(); });
}

LiveCheck::LiveCheck() : m_cache(std::make_shared<Cache>()) {}

gis::Result<LiveAnswer> LiveCheck::check(const ProjectSnapshot& snapshot, gis::LayerId layerId,
                                         const gis::Feature& feature, const gis::JobControl& control) const {
    const auto started = std::chrono::steady_clock::now();
    const LayerPtr layer = snapshot.layer(layerId);
    if (!layer || layer->kind != LayerKind::Layout)
        return gis::fail(gis::ErrorCode::NotFound, {},
                         gis::message("layers", "only features of layout layers are checked"));
    const CheckInput input = checkInput(snapshot);
    const CheckLayer plan = onlyFeature(input, layerId, feature);
    const std::scoped_lock lock(m_cache->mutex);
    if (control.cancel.isCanceled()) return gis::canceled();
    TUCE_CHECK(m_cache->prepare(input, snapshot, layer->table.crs(), control));
    TUCE_TRY(prepared, prepareLayer(plan, layer->name, m_cache->crs, m_cache->options, control));
    std::vector<const PreparedLayer*> controls;
    for (const CheckLayer& l : input.control) controls.push_back(&m_cache->controls.at(l.layerId)->prepared);
    const CheckFeature& ready = prepared.features.front();
    // With the other layout layers, so that the form is that of a bulk check.
    gis::Extent whole;
    for (const CheckLayer& l : input.plan)
        if (l.table.crs() == m_cache->crs) whole.include(l.table.extent());
    TUCE_CHECK(m_cache->sumFor(ready.extent(), whole, control));
    TUCE_CHECK(sumBoundaries(prepared, m_cache->form.value_or(gis::AreaForm()), control));
    const FeatureAnswer found = m_cache->check->check(prepared, ready, controls, control.cancel);
    if (control.cancel.isCanceled()) return gis::canceled();

    LiveAnswer answer;
    answer.layer = layerId;
    answer.feature = feature.id();
    answer.crs = m_cache->crs;
    const int dimension = ready.dimension();
    const gis::Geometry shape = ready.geometry();
    if (dimension == 2) answer.areaSquareMetres = m_cache->measure->areaSquareMetres(shape);
    if (dimension == 1) answer.lengthMetres = m_cache->measure->lengthMetres(shape);
    for (std::size_t i = 0; i < controls.size(); ++i)
        answer.overlaps.push_back(overlapWith(input.control[i], controls[i]->name, found, dimension));
    answer.warnings = prepared.warnings;
    answer.warnings.insert(answer.warnings.end(), found.warnings.begin(), found.warnings.end());
    answer.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    return answer;
}

}  // namespace layers
