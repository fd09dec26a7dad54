// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "layers/check/CheckAgain.h"
#include "layers/check/FindingPieces.h"
#include "layers/check/SnapshotCheckInput.h"
#include "layers/project/ProjectStore.h"
#include "layers/report/OutputGroup.h"
#include "layers/report/ProjectReport.h"

namespace cli {

namespace {

struct ReportOptions {
    std::string project;
    bool acceptBallpark = false;
};

gis::Result<void> checkOutputs(const Context& context, const ReportOptions& options) {
    if (context.outputs.empty() && !context.json)
        return gis::fail(gis::ErrorCode::InvalidArgument, {}, gis::message("cli", "no output is named"),
                         gis::message("cli", "add --out FILE.html, .xlsx or .json"));
    TUCE_CHECK(layers::endingsPossible(context.outputs, layers::projectReportEndings()));
    return layers::placesPossible(context.outputs, {options.project, options.project + ".journal"},
                                  context.overwrite());
}

gis::Result<layers::CheckReport> reported(const Context& context, const ReportOptions& options) {
    TUCE_CHECK(checkOutputs(context, options));
    TUCE_TRY(opened, layers::openProject(options.project, {context.cancel, {}, context.threads}));
    layers::CheckOptions how;
    if (options.acceptBallpark) how.datumPolicy = gis::DatumPolicy::AcceptBallpark;
    layers::CheckInput input = layers::checkInput(*opened.snapshot, how);
    input.options.balance = layers::isBalanceCheap(input);
    layers::PreparedControls ready;
    TUCE_TRY(made, layers::checkAgain(nullptr, std::move(input), ready, context.control()));
    // Places and widths of the pieces stand beside the numbers.
    TUCE_TRY(report,
             layers::withPiecesToRead(made->input, *made->report, ready, {context.cancel, {}, context.threads}));
    report.warnings.insert(report.warnings.begin(), opened.warnings.begin(), opened.warnings.end());
    TUCE_CHECK(layers::writeProjectReport(*opened.snapshot, report, context.outputs, context.overwrite(),
                                          {context.cancel, {}, context.threads}));
    if (context.json) {
        TUCE_TRY(json, layers::projectReportJson(*opened.snapshot, report, context.control()));
        context.print(Json::parse(json));
    }
    return report;
}

int runReport(const Context& context, const ReportOptions& options) {
    const auto report = reported(context, options);
    if (!report) return context.fail(report.error());
    context.warn(report->warnings);
    if (!context.json)
        for (const std::string& file : context.outputs)
            context.print(gis::translated(gis::message("cli", "wrote %1", {file})));
    return context.finished(false);
}

}  // namespace

void addReport(CLI::App& app, Context& context) {
    CLI::App* command = addCommand(app, context, "report", gis::message("cli", "the overlap report of a project"));
    auto options = std::make_shared<ReportOptions>();
    command->add_option("PROJECT", options->project, tr("project file"))->required();
    command->add_flag("--accept-ballpark", options->acceptBallpark,
                      tr("accept a step between datums that may be off by 100 m"));
    addOutOption(*command, context, gis::message("cli", "file to write: .html, .xlsx or .json"));
    command->callback(
        [&context, options] { context.run = [&context, options] { return runReport(context, *options); }; });
}

}  // namespace cli
