// SPDX-License-Identifier: Apache-2.0
#include "layers/check/LiveCheck.h"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <thread>

#include "layers/check/DragCheck.h"
#include "layers/check/LayerNames.h"
#include "layers/check/LiveShapes.h"
#include "layers/check/SnapshotCheckInput.h"

namespace layers {

/// Calls for numbers are worked off one after another: the newest waits until its canceled predecessor has noticed.
struct LiveCheck::State {
    explicit State(std::shared_ptr<PreparedControls> given)
        : ready(given ? std::move(given) : std::make_shared<PreparedControls>()), drag(ready) {}

    std::mutex mutex;
    std::shared_ptr<PreparedControls> ready;
    unsigned generation = 0;       ///< of `ready`
    std::vector<LayerPtr> layers;  ///< of the snapshot that the input was made from
    CheckInput input;
    std::vector<std::string> controlNames;
    gis::CoordinateReferenceSystem crs;  ///< that the control layers were asked for in
    bool isUsed = false;
    DragCheck drag;
    LiveShapes shapes;

    gis::Result<void> follow(const ProjectSnapshot& snapshot, const gis::CoordinateReferenceSystem& planCrs,
                             const gis::JobControl& control);
    gis::Extent planExtent() const;
};

gis::Result<void> LiveCheck::State::follow(const ProjectSnapshot& snapshot,
                                           const gis::CoordinateReferenceSystem& planCrs,
                                           const gis::JobControl& control) {
    if (isUsed && snapshot.layers == layers && planCrs == crs && generation == ready->generation()) return {};
    isUsed = false;
    generation = ready->generation();
    input = checkInput(snapshot, DragCheck::options());
    layers = snapshot.layers;
    crs = planCrs;
    const std::vector<std::string> names = resultNames(input);
    controlNames.assign(names.begin() + static_cast<std::ptrdiff_t>(input.plan.size()), names.end());
    TUCE_CHECK(drag.use(input.control, controlNames, crs, control));
    isUsed = true;
    return {};
}

// Of the layout layers that a bulk check would measure by the same form.
gis::Extent LiveCheck::State::planExtent() const {
    gis::Extent whole;
    for (const CheckLayer& layer : input.plan)
        if (layer.table.crs() == crs) whole.include(layer.table.extent());
    return whole;
}

namespace {

/// The plan's input with only the one feature in its layer.
CheckLayer onlyFeature(const CheckInput& input, gis::LayerId layer, const gis::Feature& feature) {
    const auto found =
        std::find_if(input.plan.begin(), input.plan.end(), [layer](const CheckLayer& l) { return l.layerId == layer; });
    CheckLayer one = *found;
    one.table = gis::FeatureTable(one.table.schema(), one.table.crs(), {feature});
    return one;
}

bool waitFor(std::unique_lock<std::mutex>& lock, const gis::CancelToken& cancel) {
    while (!lock.try_lock()) {
        if (cancel.isCanceled()) return false;
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
    return !cancel.isCanceled();
}

}  // namespace

bool LiveOverlap::isConflict() const {
    return std::any_of(findings.begin(), findings.end(), [](const Finding& f) { return f.isConflict(); });
}

bool LiveAnswer::hasConflicts() const {
    return std::any_of(overlaps.begin(), overlaps.end(), [](const LiveOverlap& o) { return o.isConflict(); });
}

LiveCheck::LiveCheck(std::shared_ptr<PreparedControls> ready) : m_state(std::make_shared<State>(std::move(ready))) {}

gis::Result<LiveAnswer> LiveCheck::numbers(const ProjectSnapshot& snapshot, gis::LayerId layerId,
                                           const gis::Feature& feature, const gis::JobControl& control) const {
    const auto started = std::chrono::steady_clock::now();
    const LayerPtr layer = snapshot.layer(layerId);
    if (!layer || layer->kind != LayerKind::Layout)
        return gis::fail(gis::ErrorCode::NotFound, {},
                         gis::message("layers", "only features of layout layers are checked"));
    State& state = *m_state;
    std::unique_lock<std::mutex> lock(state.mutex, std::defer_lock);
    if (!waitFor(lock, control.cancel)) return gis::canceled();
    TUCE_CHECK(state.follow(snapshot, layer->table.crs(), control));
    TUCE_TRY(dragged,
             state.drag.ready(onlyFeature(state.input, layerId, feature), layer->name, state.planExtent(), control));
    const FeatureAnswer found = state.drag.numbers(*dragged, control.cancel);
    if (control.cancel.isCanceled()) return gis::canceled();

    LiveAnswer answer;
    answer.layer = layerId;
    answer.feature = feature.id();
    answer.crs = state.crs;
    const int dimension = dragged->feature().dimension();
    if (!found.summaries.empty()) {
        answer.areaSquareMetres = found.summaries.front().planAreaSquareMetres;
        answer.lengthMetres = found.summaries.front().planLengthMetres;
    } else {
        const gis::Geometry shape = dragged->feature().geometry();
        if (dimension == 2) answer.areaSquareMetres = state.drag.measure().areaSquareMetres(shape);
        if (dimension == 1) answer.lengthMetres = state.drag.measure().lengthMetres(shape);
    }
    for (std::size_t i = 0; i < state.input.control.size(); ++i)
        answer.overlaps.push_back(liveOverlap(state.input.control[i], state.controlNames[i], found, dimension));
    answer.warnings = dragged->layer.warnings;
    answer.warnings.insert(answer.warnings.end(), found.warnings.begin(), found.warnings.end());
    answer.dragged = std::move(dragged);
    answer.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    return answer;
}

gis::Result<LiveAnswer> LiveCheck::withShapes(LiveAnswer numbers, const gis::JobControl& control) const {
    return m_state->shapes.addTo(std::move(numbers), control);
}

gis::Result<LiveAnswer> LiveCheck::check(const ProjectSnapshot& snapshot, gis::LayerId layer,
                                         const gis::Feature& feature, const gis::JobControl& control) const {
    TUCE_TRY(found, numbers(snapshot, layer, feature, control));
    return withShapes(std::move(found), control);
}

}  // namespace layers
