// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "app/cli/ProjectCommand.h"
#include "gis/io/VectorFile.h"
#include "layers/project/ProjectStore.h"
#include "layers/scheme/PlanSchemes.h"
#include "layers/scheme/SchemeFile.h"

namespace cli {

namespace {

struct ExportOptions {
    std::string path;
    std::string scheme;
};

gis::Result<layers::Scheme> wantedScheme(const layers::ProjectSnapshot& plan, const ExportOptions& options,
                                         gis::Warnings& warnings) {
    if (options.scheme.empty()) {
        layers::Scheme own = layers::ownScheme(plan, warnings);
        if (own.elements.empty())
            return gis::fail(gis::ErrorCode::NotFound, {options.path, {}, {}},
                             gis::message("cli", "the project keeps no scheme, and none of its features was built"),
                             gis::message("cli", "add a scheme with `project add --scheme FILE`"));
        return own;
    }
    const auto sources = layers::schemeSources(plan, warnings);
    std::string names;
    for (const layers::SchemeSource& source : sources) {
        if (source.origin != layers::SchemeSource::Origin::Plan) continue;
        if (source.keptAs == options.scheme) return source.scheme;
        names += (names.empty() ? "" : ", ") + source.keptAs;
    }
    return gis::fail(gis::ErrorCode::NotFound, {options.path, {}, {}},
                     gis::message("cli", "the project keeps no scheme \"%1\"", {options.scheme}),
                     names.empty() ? gis::message("cli", "add a scheme with `project add --scheme FILE`")
                                   : gis::message("cli", "use one of %1", {names}));
}

gis::Result<std::size_t> exportScheme(const Context& context, const ExportOptions& options) {
    for (const std::string& output : context.outputs) {
        if (!output.ends_with(".json"))
            return gis::fail(gis::ErrorCode::InvalidArgument, {output, {}, {}},
                             gis::message("cli", "a scheme is written as .json"),
                             gis::message("cli", "name a file that ends so"));
        if (gis::sameFile(output, options.path))
            return gis::fail(gis::ErrorCode::InvalidArgument, {output, {}, {}},
                             gis::message("cli", "the output is also an input, which is never overwritten"),
                             gis::message("cli", "name another file"));
    }
    TUCE_TRY(opened, layers::openProject(options.path, context.control()));
    gis::Warnings warnings = opened.warnings;
    TUCE_TRY(scheme, wantedScheme(*opened.snapshot, options, warnings));
    context.warn(warnings);
    for (const std::string& output : context.outputs)
        TUCE_CHECK(layers::writeScheme(output, scheme, context.overwrite()));
    return scheme.elements.size();
}

int runExport(const Context& context, const ExportOptions& options) {
    const auto count = exportScheme(context, options);
    if (!count) return context.fail(count.error());
    if (context.json) {
        context.print(Json{
            {"project", options.path}, {"scheme", options.scheme}, {"elements", *count}, {"outputs", context.outputs}});
        return Done;
    }
    for (const std::string& output : context.outputs)
        context.print(gis::translated(gis::message("cli", "wrote %1: %2 elements", {output, std::to_string(*count)})));
    return Done;
}

}  // namespace

void addProjectExport(CLI::App& project, Context& context) {
    CLI::App* command =
        addCommand(project, context, "export",
                   gis::message("cli", "write a scheme of the project as JSON (resources/schemes/scheme.schema.json)"));
    auto options = std::make_shared<ExportOptions>();
    addProjectPath(*command, options->path);
    command
        ->add_option("--scheme", options->scheme,
                     tr("name of a kept scheme (default: all that the project has of its own, as it is drawn)"))
        ->type_name("NAME");
    addOutOption(*command, context, gis::message("cli", "file to write: .json"))->required();
    command->callback(
        [&context, options] { context.run = [&context, options] { return runExport(context, *options); }; });
}

}  // namespace cli
