// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "app/cli/Commands.h"
#include "layers/audit/AuditJson.h"
#include "layers/project/ProjectStore.h"
#include "layers/report/AuditDocument.h"
#include "layers/report/OutputGroup.h"

namespace cli {

namespace {

/// "place_not_named  plan|axis, feature 3 "name": …"
std::string line(const layers::AuditFinding& finding) {
    const std::string feature = finding.feature ? std::to_string(gis::number(*finding.feature)) : std::string();
    std::string where = gis::describe(gis::Subject{{}, finding.layerName, feature});
    if (!finding.featureName.empty()) where += " \"" + finding.featureName + "\"";
    if (!where.empty()) where += ": ";
    const std::string mark = finding.approved ? tr("[approved] ") : std::string();
    return layers::toText(finding.kind) + "  " + mark + where + gis::translated(finding.text);
}

int run(const Context& context, const std::string& project) {
    for (const auto& possible :
         {layers::endingsPossible(context.outputs, layers::auditEndings()),
          layers::placesPossible(context.outputs, {project, project + ".journal"}, context.overwrite())})
        if (!possible) return context.fail(possible.error());
    const auto opened = layers::openProject(project, context.control());
    if (!opened) return context.fail(opened.error());
    context.warn(opened->warnings);
    const auto knowledge = layers::auditKnowledgeOf(*opened->snapshot);
    if (!knowledge) return context.fail(knowledge.error());
    const auto report = layers::audit(*opened->snapshot, *knowledge, context.control());
    if (!report) return context.fail(report.error());
    if (const auto written = layers::writeAudit(*opened->snapshot, *report, project, context.outputs,
                                                context.overwrite(), context.control());
        !written)
        return context.fail(written.error());
    if (context.json) {
        context.print(layers::auditJson(project, *report));
    } else {
        for (const layers::AuditFinding& finding : report->findings) context.print(line(finding));
        context.print(gis::translated(gis::message(
            "cli", "%1 open findings, %2 approved",
            {std::to_string(report->openCount()), std::to_string(report->findings.size() - report->openCount())})));
    }
    if (!context.json)
        for (const std::string& file : context.outputs)
            context.print(gis::translated(gis::message("cli", "wrote %1", {file})));
    return context.finished(report->openCount() > 0);
}

}  // namespace

void addAudit(CLI::App& app, Context& context) {
    CLI::App* command =
        addCommand(app, context, "audit", gis::message("cli", "compare the layouts of a plan with its documents"));
    auto project = std::make_shared<std::string>();
    command->add_option("project", *project, tr("the plan to look through"))->required()->type_name("PROJECT");
    addOutOption(*command, context, gis::message("cli", "file to write: .html, .xlsx, .json or .csv"));
    command->callback([&context, project] { context.run = [&context, project] { return run(context, *project); }; });
}

}  // namespace cli
