// SPDX-License-Identifier: Apache-2.0
#include "app/cli/SheetNewCommand.h"

#include <memory>

#include "app/cli/Commands.h"
#include "app/cli/ProjectCommand.h"
#include "layers/edit/SheetEdit.h"
#include "layers/print/DefaultSheet.h"
#include "layers/project/ProjectStore.h"

namespace cli {

namespace {

struct NewSheetOptions {
    std::string project;
    std::string name;
    std::string title;
    std::vector<std::string> layers;
    std::string around;
    std::string basis, author, date;
    std::vector<std::string> notes;
};

gis::Result<layers::LayerPtr> layerCalled(const layers::ProjectSnapshot& plan, const std::string& path,
                                          const std::string& name) {
    if (layers::LayerPtr layer = plan.layer(name)) return layer;
    return gis::fail(gis::ErrorCode::NotFound, {path, name, {}}, gis::message("cli", "the project has no such layer"));
}

gis::Result<layers::PrintLayout> sheetOf(const layers::ProjectSnapshot& plan, const NewSheetOptions& options) {
    layers::SheetSubject subject;
    subject.name = options.name;
    subject.title = options.title.empty() ? options.name : options.title;
    for (const std::string& name : options.layers) {
        TUCE_TRY(layer, layerCalled(plan, options.project, name));
        subject.layers.push_back(layer->id);
    }
    if (!options.around.empty()) {
        TUCE_TRY(layer, layerCalled(plan, options.project, options.around));
        subject.extent = layer->extent();
        subject.extentCrs = layer->table.crs();
    }
    TUCE_TRY(sheet, layers::defaultSheet(plan, subject));
    if (!options.basis.empty()) sheet.basis = options.basis;
    if (!options.author.empty()) sheet.author = options.author;
    if (!options.date.empty()) sheet.date = options.date;
    sheet.notes.insert(sheet.notes.end(), options.notes.begin(), options.notes.end());
    return sheet;
}

gis::Result<void> make(const Context& context, const NewSheetOptions& options) {
    TUCE_TRY(opened, layers::openProject(options.project, context.control()));
    context.warn(opened.warnings);
    TUCE_CHECK(requireNoJournal(options.project, opened.hasJournal));
    TUCE_TRY(sheet, sheetOf(*opened.snapshot, options));
    TUCE_TRY(change, layers::addSheet(*opened.snapshot, sheet));
    TUCE_TRY(next, layers::applied(opened.snapshot, change));
    TUCE_CHECK(layers::saveKnownProject(options.project, *next, {opened.snapshot, opened.stamp}, context.control()));
    if (context.json)
        context.print(Json{{"project", options.project}, {"sheet", sheet.name}, {"crs", sheet.crsCode}});
    else
        context.print(sheet.name);
    return {};
}

}  // namespace

void addSheetNew(CLI::App& sheet, Context& context) {
    CLI::App* command =
        addCommand(sheet, context, "new", gis::message("cli", "add a map sheet of the project's layers"));
    auto options = std::make_shared<NewSheetOptions>();
    command->add_option("project", options->project, tr("project file"))->required()->type_name("PROJECT");
    command->add_option("--name", options->name, tr("name of the sheet, unique in the project"))->required();
    command->add_option("--title", options->title, tr("title on the sheet (default: its name)"));
    command->add_option("--layers", options->layers, tr("layers that it shows (default: all visible ones)"))
        ->delimiter(',');
    command->add_option("--around", options->around, tr("layer whose extent it shows (default: the layout layers)"))
        ->type_name("LAYER");
    command->add_option("--basis", options->basis, tr("documents and clauses that it rests on"));
    command->add_option("--author", options->author, tr("who made it"));
    command->add_option("--date", options->date, tr("date of the plan"));
    command->add_option("--note", options->notes, tr("source or caution, printed below the map; may be repeated"));
    command->callback([&context, options] {
        context.run = [&context, options] {
            const auto done = make(context, *options);
            return done ? context.finished(false) : context.fail(done.error());
        };
    });
}

}  // namespace cli
