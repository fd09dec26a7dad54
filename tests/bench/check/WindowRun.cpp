// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/check/WindowRun.h"

#include <algorithm>

#include "gis/io/VectorFile.h"
#include "layers/check/CheckAgain.h"
#include "layers/check/FindingPieces.h"
#include "layers/check/SnapshotCheckInput.h"
#include "tests/bench/check/StopWatch.h"

namespace bench {

namespace {

gis::Result<void> addLayers(layers::ProjectSnapshot& plan, const std::string& path, layers::LayerKind kind,
                            const gis::JobControl& control) {
    TUCE_TRY(read, gis::readLayers(gis::SourceName::parse(path), {}, {control.cancel, {}, control.threads}));
    for (gis::VectorLayer& one : read) {
        auto layer = std::make_shared<layers::Layer>();
        layer->id = gis::LayerId{static_cast<std::int64_t>(plan.layers.size()) + 1};
        layer->name = one.info.name;
        layer->kind = kind;
        layer->source.path = path;
        layer->source.layer = one.info.name;
        layer->table = std::move(one.table);
        plan.layers.push_back(std::move(layer));
    }
    return {};
}

gis::Result<void> cutSome(const layers::MadeCheck& made, std::size_t wanted, WindowRun& run,
                          const gis::JobControl& control) {
    const auto& findings = made.report->findings;
    std::vector<layers::Finding> some;
    for (std::size_t i = 0; i < std::min(wanted, findings.size()); ++i)
        some.push_back(findings[i * findings.size() / std::min(wanted, findings.size())]);
    std::vector<double> times;
    for (const layers::Finding& finding : some) {
        const StopWatch watch;
        TUCE_TRY(cut, layers::withPieces(made.input, {finding}, control));
        times.push_back(watch.seconds() * 1000);
        run.pieces += cut.front().geometry.isEmpty() ? 0 : 1;
    }
    const StopWatch watch;
    TUCE_CHECK(layers::withPieces(made.input, some, control));
    run.batchSeconds = watch.seconds();
    if (times.empty()) return {};
    std::sort(times.begin(), times.end());
    run.pieceMedianMs = times[times.size() / 2];
    run.pieceMostMs = times.back();
    return {};
}

}  // namespace

gis::Result<WindowRun> windowRun(const CheckFiles& files, std::size_t pieces, bool cutsAll,
                                 const gis::JobControl& control) {
    WindowRun run;
    StopWatch watch;
    auto plan = std::make_shared<layers::ProjectSnapshot>();
    TUCE_CHECK(addLayers(*plan, files.plan, layers::LayerKind::Layout, control));
    TUCE_CHECK(addLayers(*plan, files.control, layers::LayerKind::ControlLine, control));
    run.readSeconds = watch.seconds();
    watch = {};
    layers::PreparedControls ready;
    layers::CheckInput input = layers::checkInput(*plan);
    input.options.balance = layers::isBalanceCheap(input);
    TUCE_TRY(made, layers::checkAgain(nullptr, std::move(input), ready, control));
    run.checkSeconds = watch.seconds();
    run.rows = made->report->findings.size();
    for (const layers::Finding& finding : made->report->findings) run.keptRows += finding.geometry.isEmpty() ? 0 : 1;
    TUCE_CHECK(cutSome(*made, pieces, run, control));
    if (!cutsAll) return run;
    watch = {};
    TUCE_TRY(whole, layers::withAllPieces(made->input, *made->report, ready, control));
    run.allPiecesSeconds = watch.seconds();
    return run;
}

}  // namespace bench
