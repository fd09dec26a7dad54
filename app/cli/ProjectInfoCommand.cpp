// SPDX-License-Identifier: Apache-2.0
#include "app/cli/ProjectCommand.h"
#include "layers/project/ProjectGazetteer.h"
#include "layers/project/ProjectStore.h"
#include "layers/scheme/PlanSchemes.h"

namespace cli {

namespace {

/// Those that the project keeps; one that cannot be read is told among its warnings.
std::vector<layers::SchemeSource> keptSchemes(layers::OpenedProject& opened) {
    auto sources = layers::schemeSources(*opened.snapshot, opened.warnings);
    std::erase_if(sources, [](const auto& source) { return source.origin != layers::SchemeSource::Origin::Plan; });
    return sources;
}

std::string crsName(const gis::CoordinateReferenceSystem& crs) {
    if (!crs.isKnown()) return tr("not stated");
    return crs.code().empty() ? crs.name() : crs.code();
}

std::size_t linkCount(const layers::ProjectSnapshot& snapshot, gis::LayerId layer) {
    std::size_t count = 0;
    for (const layers::ClauseLink& link : snapshot.links)
        if (link.layer == layer) ++count;
    return count;
}

void printLayer(const Context& context, const layers::ProjectSnapshot& snapshot, const layers::Layer& layer) {
    const auto say = [&context](const gis::Message& text) { context.print(gis::translated(text)); };
    say(gis::message("cli", "layer: %1", {layer.name}));
    std::string kind = toText(layer.kind);
    if (layer.kind == layers::LayerKind::ControlLine)
        kind += " (" + toText(layer.control.type) + ", " + toText(layer.control.direction) + ")";
    say(gis::message("cli", "kind: %1", {kind}));
    context.print("features: " + std::to_string(layer.table.size()));
    if (layer.raster)
        say(gis::message("cli", "raster: %1 x %2 pixels",
                         {std::to_string(layer.raster->grid.width), std::to_string(layer.raster->grid.height)}));
    say(gis::message("cli", "coordinate reference system: %1", {crsName(layer.table.crs())}));
    if (layer.source.isLinked()) say(gis::message("cli", "linked to: %1", {layer.source.path}));
    if (!layer.note.empty()) say(gis::message("cli", "note: %1", {layer.note}));
    if (const auto links = linkCount(snapshot, layer.id); links > 0)
        say(gis::message("cli", "links to clauses: %1", {std::to_string(links)}));
    context.print(std::string());
}

void printInfo(const Context& context, const layers::OpenedProject& opened,
               const std::vector<layers::SchemeSource>& schemes) {
    const layers::ProjectSnapshot& snapshot = *opened.snapshot;
    const auto say = [&context](const gis::Message& text) { context.print(gis::translated(text)); };
    say(gis::message("cli", "title: %1", {snapshot.info.title}));
    say(gis::message("cli", "coordinate reference system of the map: %1", {snapshot.info.crsCode}));
    say(gis::message("cli", "layers, topmost first: %1", {std::to_string(snapshot.layers.size())}));
    context.print(std::string());
    for (auto layer = snapshot.layers.rbegin(); layer != snapshot.layers.rend(); ++layer)
        printLayer(context, snapshot, **layer);
    for (const auto& document : snapshot.corpus.documents())
        say(gis::message("cli", "document: %1 %2 %3, clauses: %4",
                         {document->id, document->title, document->number, std::to_string(document->clauses.size())}));
    say(gis::message("cli", "links: %1", {std::to_string(snapshot.links.size())}));
    for (const layers::SchemeSource& scheme : schemes)
        say(gis::message("cli", "scheme: %1, elements: %2",
                         {scheme.keptAs, std::to_string(scheme.scheme.elements.size())}));
    for (const layers::PrintLayout& sheet : snapshot.sheets) say(gis::message("cli", "map sheet: %1", {sheet.name}));
    say(gis::message("cli", "approvals: %1", {std::to_string(snapshot.approvals.size())}));
    say(opened.hasJournal ? gis::message("cli", "journal: changes wait for recovery")
                          : gis::message("cli", "journal: empty"));
}

Json rasterJson(const layers::RasterPicture& raster) {
    return {{"width", raster.grid.width},
            {"height", raster.grid.height},
            {"stretch", raster.stretch ? Json(*raster.stretch) : Json(nullptr)}};
}

Json layerJson(const layers::Layer& layer) {
    Json json{{"id", gis::number(layer.id)},
              {"name", layer.name},
              {"kind", toText(layer.kind)},
              {"features", layer.table.size()},
              {"crs", layer.table.crs().code().empty() ? Json(nullptr) : Json(layer.table.crs().code())},
              {"visible", layer.visible},
              {"linked", layer.source.isLinked() ? Json(layer.source.path) : Json(nullptr)},
              {"id_field", layer.idField},
              {"name_field", layer.nameField},
              {"note", layer.note}};
    if (layer.kind == layers::LayerKind::ControlLine)
        json["control"] = {{"type", toText(layer.control.type)}, {"direction", toText(layer.control.direction)}};
    if (layer.raster) json["raster"] = rasterJson(*layer.raster);
    const gis::Extent extent = layer.extent();
    json["extent"] =
        extent.isEmpty() ? Json(nullptr) : Json::array({extent.minX, extent.minY, extent.maxX, extent.maxY});
    return json;
}

Json documentJson(const layers::PolicyDocument& document) {
    Json clauses = Json::array();
    for (const layers::Clause& clause : document.clauses)
        clauses.push_back(
            {{"id", clause.id}, {"level", clause.level}, {"number", clause.number}, {"heading", clause.heading}});
    return {{"id", document.id},
            {"title", document.title},
            {"number", document.number},
            {"has_text", !document.text.empty()},
            {"clauses", clauses}};
}

Json infoJson(const std::string& path, const layers::OpenedProject& opened,
              const std::vector<layers::SchemeSource>& schemes) {
    const layers::ProjectSnapshot& snapshot = *opened.snapshot;
    Json json{{"project", path},
              {"title", snapshot.info.title},
              {"crs", snapshot.info.crsCode},
              {"created_at", snapshot.info.createdAt},
              {"schema_version", layers::projectSchemaVersion},
              {"revision", gis::number(snapshot.revision)},
              {"layers", Json::array()},
              {"documents", Json::array()},
              {"links", Json::array()},
              {"sheets", Json::array()},
              {"schemes", Json::array()},
              {"approvals", snapshot.approvals.size()},
              {"journal", opened.hasJournal ? "waiting" : "empty"},
              {"warnings", warningsJson(opened.warnings)}};
    for (const auto& layer : snapshot.layers) json["layers"].push_back(layerJson(*layer));
    for (const auto& document : snapshot.corpus.documents()) json["documents"].push_back(documentJson(*document));
    for (const layers::ClauseLink& link : snapshot.links) {
        const layers::LayerPtr layer = snapshot.layer(link.layer);
        json["links"].push_back({{"id", link.id},
                                 {"layer", layer ? layer->name : ""},
                                 {"feature", gis::number(link.feature)},
                                 {"clause", link.clauseId},
                                 {"relation", toText(link.relation)},
                                 {"anchor", link.anchor},
                                 {"note", link.note},
                                 {"who", link.who},
                                 {"when", link.when}});
    }
    if (const auto names = layers::userNamesOf(snapshot); names && !names->isEmpty())
        json["names"] = Json::parse(layers::toJson(*names));
    for (const layers::SchemeSource& scheme : schemes)
        json["schemes"].push_back(
            {{"name", scheme.keptAs}, {"title", scheme.name}, {"elements", scheme.scheme.elements.size()}});
    for (const layers::PrintLayout& sheet : snapshot.sheets)
        json["sheets"].push_back({{"id", sheet.id}, {"name", sheet.name}, {"title", sheet.title}});
    return json;
}

int runProjectInfo(const Context& context, const std::string& path) {
    auto opened = layers::openProject(path, context.control());
    if (!opened) return context.fail(opened.error());
    const auto schemes = keptSchemes(*opened);
    context.warn(opened->warnings);
    if (context.json)
        context.print(infoJson(path, *opened, schemes));
    else
        printInfo(context, *opened, schemes);
    return Done;
}

}  // namespace

void addProjectInfo(CLI::App& project, Context& context) {
    CLI::App* command = addCommand(project, context, "info",
                                   gis::message("cli", "show layers, documents, links, map sheets and journal"));
    auto path = std::make_shared<std::string>();
    addProjectPath(*command, *path);
    command->callback([&context, path] { context.run = [&context, path] { return runProjectInfo(context, *path); }; });
}

}  // namespace cli
