// SPDX-License-Identifier: Apache-2.0
#include "app/cli/ProjectCommand.h"

#include <filesystem>

#include "layers/edit/DocumentEdit.h"
#include "layers/project/PresentTime.h"
#include "layers/project/ProjectStore.h"

namespace cli {

namespace {

struct NewOptions {
    std::string path;
    std::string title;
    std::string crs;
    bool corpus = false;
};

gis::Result<void> makeProject(const Context& context, const NewOptions& options) {
    auto snapshot = std::make_shared<layers::ProjectSnapshot>();
    snapshot->info.title = options.title.empty() ? std::filesystem::path(options.path).stem().string() : options.title;
    snapshot->info.createdAt = layers::presentTime();
    if (options.crs.empty()) {
        snapshot->info.crsCode = "EPSG:4490";
        snapshot->info.values["crs_origin"] = "default";  // the first boundary chooses a better one
    } else {
        auto crs = gis::CoordinateReferenceSystem::fromCode(options.crs);
        if (!crs) {
            crs.error().code = gis::ErrorCode::InvalidArgument;
            return tl::unexpected<gis::Error>(std::move(crs).error());
        }
        snapshot->info.crsCode = crs->code().empty() ? options.crs : crs->code();
    }
    layers::SnapshotPtr plan = snapshot;
    if (options.corpus) {
        TUCE_TRY(corpus, layers::shippedCorpus());
        TUCE_TRY(change, layers::addCorpus(*plan, corpus));
        TUCE_TRY(filled, layers::applied(plan, change));
        plan = filled;
    }
    return layers::createProject(options.path, *plan, context.overwrite(), context.control());
}

int runNew(const Context& context, const NewOptions& options) {
    if (const auto made = makeProject(context, options); !made) return context.fail(made.error());
    if (context.json)
        context.print(Json{{"project", options.path}});
    else
        context.print(gis::translated(gis::message("cli", "wrote %1", {options.path})));
    return Done;
}

int runVerify(const Context& context, const std::string& path) {
    const auto flaws = layers::verifyProject(path, context.control());
    if (!flaws) return context.fail(flaws.error());
    Json list = Json::array();
    for (const layers::IntegrityFlaw& flaw : *flaws) {
        const std::string text = gis::translated(flaw.text);
        list.push_back(
            {{"kind", flaw.kind}, {"layer", flaw.subject.layer}, {"feature", flaw.subject.feature}, {"text", text}});
        if (!context.json) context.print(flaw.kind + ": " + gis::describe(flaw.subject) + ": " + text);
    }
    if (context.json)
        context.print(Json{{"project", path}, {"flaws", list}});
    else if (flaws->empty())
        context.print(tr("nothing is wrong"));
    return context.finished(!flaws->empty());
}

int runRecover(const Context& context, const std::string& path) {
    // A file that cannot be opened is told as such, not as "no journal".
    const auto opened = layers::openProject(path, context.control());
    if (!opened) return context.fail(opened.error());
    auto recovery = layers::recoverProject(path, context.control());
    if (!recovery && recovery.error().code == gis::ErrorCode::NotFound)
        recovery = layers::Recovery{0, {}, opened->snapshot};
    if (!recovery) return context.fail(recovery.error());
    context.warn(recovery->warnings);
    if (context.json)
        context.print(Json{{"project", path},
                           {"recovered_changes", recovery->changes},
                           {"warnings", warningsJson(recovery->warnings)}});
    else
        context.print(recovery->changes == 0 ? tr("nothing to recover")
                                             : gis::translated(gis::message("cli", "%1 changes brought back and saved",
                                                                            {std::to_string(recovery->changes)})));
    return Done;
}

}  // namespace

void addProjectPath(CLI::App& command, std::string& path) {
    command.add_option("PROJECT", path, tr("the project file (.gpkg)"))->required();
}

Json warningsJson(const gis::Warnings& warnings) {
    Json list = Json::array();
    for (const gis::Warning& warning : warnings)
        list.push_back({{"kind", warning.kind},
                        {"layer", warning.subject.layer},
                        {"feature", warning.subject.feature},
                        {"text", gis::translated(warning.text)}});
    return list;
}

gis::Result<void> requireNoJournal(const std::string& path, bool hasJournal) {
    if (!hasJournal) return {};
    return gis::fail(gis::ErrorCode::Refused, {path, {}, {}},
                     gis::message("cli", "the journal holds changes that were not saved"),
                     gis::message("cli",
                                  "close the project where it is open, or bring them back with "
                                  "`tuce-cli project recover`"));
}

void addProjectNew(CLI::App& project, Context& context) {
    CLI::App* command = addCommand(project, context, "new", gis::message("cli", "make an empty project"));
    auto options = std::make_shared<NewOptions>();
    addProjectPath(*command, options->path);
    command->add_option("--title", options->title, tr("title of the plan (default: the file's name)"));
    command
        ->add_option("--crs", options->crs,
                     tr("coordinate reference system of the map (default: by the first boundary)"))
        ->type_name("CODE");
    command->add_flag("--corpus", options->corpus, tr("put in the shipped index of policy documents"));
    command->callback([&context, options] { context.run = [&context, options] { return runNew(context, *options); }; });
}

void addProjectVerify(CLI::App& project, Context& context) {
    CLI::App* command =
        addCommand(project, context, "verify", gis::message("cli", "look through the whole file for flaws"));
    auto path = std::make_shared<std::string>();
    addProjectPath(*command, *path);
    command->callback([&context, path] { context.run = [&context, path] { return runVerify(context, *path); }; });
}

void addProjectRecover(CLI::App& project, Context& context) {
    CLI::App* command = addCommand(project, context, "recover",
                                   gis::message("cli", "bring back changes that a stopped program did not save"));
    auto path = std::make_shared<std::string>();
    addProjectPath(*command, *path);
    command->callback([&context, path] { context.run = [&context, path] { return runRecover(context, *path); }; });
}

void addProject(CLI::App& app, Context& context) {
    CLI::App* project = app.add_subcommand("project", tr("make, fill, show, change, verify and recover projects"));
    project->require_subcommand(1);
    addProjectNew(*project, context);
    addProjectAdd(*project, context);
    addProjectExport(*project, context);
    addProjectInfo(*project, context);
    addProjectSet(*project, context);
    addProjectVerify(*project, context);
    addProjectRecover(*project, context);
}

}  // namespace cli
