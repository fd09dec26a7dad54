// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <memory>

#include "app/cli/Commands.h"
#include "app/cli/SheetNewCommand.h"
#include "layers/print/SheetExporter.h"
#include "layers/project/ProjectStore.h"

namespace cli {

namespace {

struct SheetCommandOptions {
    std::string project;
    std::string sheet;
    bool all = false;
    std::string format = "pdf";
    double dpi = 300;
};

Json listed(const layers::PrintLayout& sheet) {
    return {{"name", sheet.name},
            {"title", sheet.title},
            {"paper_width_mm", sheet.paperWidthMm},
            {"paper_height_mm", sheet.paperHeightMm},
            {"crs", sheet.crsCode},
            {"extent", {sheet.extent.minX, sheet.extent.minY, sheet.extent.maxX, sheet.extent.maxY}},
            {"scale_denominator", sheet.scaleDenominator}};
}

gis::Result<void> list(const Context& context, const SheetCommandOptions& options) {
    TUCE_TRY(project, layers::openProject(options.project, context.control()));
    context.warn(project.warnings);
    Json sheets = Json::array();
    for (const layers::PrintLayout& sheet : project.snapshot->sheets) {
        sheets.push_back(listed(sheet));
        if (!context.json) context.print(sheet.name + "\t" + sheet.title);
    }
    if (context.json) context.print(Json{{"project", options.project}, {"sheets", std::move(sheets)}});
    return {};
}

std::string namesOf(const layers::ProjectSnapshot& plan) {
    std::string names;
    for (const layers::PrintLayout& sheet : plan.sheets) names += (names.empty() ? "" : ", ") + sheet.name;
    return names;
}

gis::Result<std::vector<layers::PrintLayout>> chosen(const layers::ProjectSnapshot& plan,
                                                     const SheetCommandOptions& options) {
    const auto none = [&](const gis::Message& problem, gis::ErrorCode code = gis::ErrorCode::NotFound) {
        return gis::fail(code, {options.project, {}, {}}, problem,
                         plan.sheets.empty() ? gis::message("cli", "the project has no sheets")
                                             : gis::message("cli", "its sheets are: %1", {namesOf(plan)}));
    };
    if (options.all) {
        if (plan.sheets.empty()) return none(gis::message("cli", "there is nothing to export"));
        return plan.sheets;
    }
    if (options.sheet.empty()) {
        if (plan.sheets.size() == 1) return plan.sheets;
        return none(gis::message("cli", "say which sheet with --sheet NAME, or --all"),
                    plan.sheets.empty() ? gis::ErrorCode::NotFound : gis::ErrorCode::InvalidArgument);
    }
    for (const layers::PrintLayout& sheet : plan.sheets)
        if (sheet.name == options.sheet) return std::vector{sheet};
    return none(gis::message("cli", "there is no sheet \"%1\"", {options.sheet}));
}

/// A sheet's name as a file name: what has a meaning in paths becomes "_".
std::string fileNameOf(const std::string& sheetName) {
    std::string name = sheetName;
    for (char& character : name)
        if (std::string_view("/\\:*?\"<>|").find(character) != std::string_view::npos ||
            static_cast<unsigned char>(character) < 0x20)
            character = '_';
    return name.empty() || name.front() == '.' ? "_" + name : name;
}

bool hasSheetEnding(const std::string& path) {
    std::string ending = std::filesystem::path(path).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    const auto formats = layers::sheetFormats();
    return !ending.empty() && std::find(formats.begin(), formats.end(), ending.substr(1)) != formats.end();
}

/// Where each sheet goes: into a folder with --all or when --out is one, else to the file.
gis::Result<std::string> targetOf(const layers::PrintLayout& sheet, const std::string& out,
                                  const SheetCommandOptions& options, bool isOnly) {
    std::error_code error;
    const bool isFolder = std::filesystem::is_directory(out, error);
    if (!isFolder && (!options.all || (isOnly && hasSheetEnding(out)))) return out;
    std::filesystem::create_directories(out, error);
    if (error)
        return gis::fail(gis::ErrorCode::Unwritable, {out, {}, {}}, gis::message("cli", "the folder could not be made"),
                         {}, error.message());
    return (std::filesystem::path(out) / (fileNameOf(sheet.name) + "." + options.format)).string();
}

Json described(const layers::SheetExport& made) {
    Json json{{"path", made.path},     {"sheet", made.sheet},   {"scale_denominator", made.scaleDenominator},
              {"legend", made.legend}, {"labels", made.labels}, {"bytes", made.bytes}};
    if (made.pixelWidth > 0) {
        json["width"] = made.pixelWidth;
        json["height"] = made.pixelHeight;
    }
    return json;
}

gis::Result<void> exportSheets(const Context& context, const SheetCommandOptions& options) {
    TUCE_TRY(project, layers::openProject(options.project, context.control()));
    context.warn(project.warnings);
    TUCE_TRY(sheets, chosen(*project.snapshot, options));
    Json files = Json::array();
    for (const layers::PrintLayout& sheet : sheets)
        for (const std::string& out : context.outputs) {
            TUCE_TRY(target, targetOf(sheet, out, options, sheets.size() == 1));
            TUCE_TRY(made, layers::exportSheet(*project.snapshot, sheet, target, {options.dpi, context.overwrite()},
                                               context.control()));
            context.warn(made.warnings);
            files.push_back(described(made));
            if (!context.json) context.print(made.path);
        }
    if (context.json) context.print(Json{{"files", std::move(files)}});
    return {};
}

using Action = gis::Result<void> (*)(const Context&, const SheetCommandOptions&);

void setRun(CLI::App& command, Context& context, const std::shared_ptr<SheetCommandOptions>& options, Action action) {
    command.add_option("project", options->project, tr("project file"))->required()->type_name("PROJECT");
    command.callback([&context, options, action] {
        context.run = [&context, options, action] {
            const auto done = action(context, *options);
            return done ? context.finished(false) : context.fail(done.error());
        };
    });
}

}  // namespace

void addSheet(CLI::App& app, Context& context) {
    auto options = std::make_shared<SheetCommandOptions>();
    CLI::App* sheet = app.add_subcommand("sheet", tr("list map sheets, or export them to PDF, SVG, PNG"));
    sheet->require_subcommand(1);
    setRun(*addCommand(*sheet, context, "list", gis::message("cli", "list the sheets of a project")), context, options,
           list);
    addSheetNew(*sheet, context);
    CLI::App* out = addCommand(*sheet, context, "export", gis::message("cli", "write sheets to PDF, SVG or PNG"));
    setRun(*out, context, options, exportSheets);
    CLI::Option* one = out->add_option("--sheet", options->sheet, tr("name of the sheet"))->type_name("NAME");
    out->add_flag("--all", options->all, tr("all sheets; --out is a folder then"))->excludes(one);
    out->add_option("--format", options->format, tr("format of files in a folder: pdf, svg or png"))
        ->check(CLI::IsMember(layers::sheetFormats()));
    out->add_option("--dpi", options->dpi, tr("pixels per inch of PNG"))->check(CLI::Range(10.0, 2400.0));
    addOutOption(*out, context, gis::message("cli", "file to write, or folder"))->required();
}

}  // namespace cli
