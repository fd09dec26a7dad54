// SPDX-License-Identifier: Apache-2.0
#include "layers/project/LayerRows.h"

#include "layers/project/PlanJson.h"
#include "layers/project/ProjectReader.h"
#include "layers/project/ProjectTables.h"

namespace layers {

namespace {

const std::vector<std::string> columns{
    "id",   "position", "name",  "kind",   "control_type", "control_direction", "id_field", "name_field",
    "note", "visible",  "style", "source", "table_name",   "links_table",       "columns"};

enum Column : std::size_t {
    Id,
    Position,
    Name,
    Kind,
    ControlTypeWord,
    ControlDirection,
    IdField,
    NameField,
    Note,
    Visible,
    StyleJson,
    Source,
    TableName,
    LinksTable,
    Columns
};

gis::Value textOrNull(const std::string& text) { return text.empty() ? gis::Value{} : gis::Value(text); }

std::string sourceText(const Layer& layer, const std::string& projectPath) {
    const std::string path =
        layer.source.isLinked() ? relativeSourcePath(projectPath, layer.source.path) : std::string();
    PlanJson json = {{"path", path}, {"layer", layer.source.layer}, {"encoding", layer.source.encoding}};
    if (layer.source.isLinked()) {
        json["schema"] = schemaJson(layer.table.schema());
        json["crs"] = crsJson(layer.table.crs());
    }
    if (layer.raster) json["raster"] = rasterJson(*layer.raster);
    return textOf(json);
}

void readSource(const std::string& text, Layer& layer) {
    const PlanJson json = planJsonFromText(text);
    layer.source = {json.at("path").get<std::string>(), json.at("layer").get<std::string>(),
                    json.at("encoding").get<std::string>()};
    if (layer.source.isLinked())
        layer.table = gis::FeatureTable(schemaFrom(json.at("schema")), crsFrom(json.at("crs")), {});
    if (const auto raster = json.find("raster"); raster != json.end()) layer.raster = rasterFrom(*raster);
    if (layer.raster && !layer.source.isLinked()) throw UnreadablePlan("raster");
}

gis::Result<void> readHead(const Row& row, Layer& layer) {
    layer.id = gis::LayerId{integerOf(row[Id])};
    layer.name = gis::toText(row[Name]);
    TUCE_TRY(kind, layerKindFromText(gis::toText(row[Kind])));
    TUCE_TRY(type, controlTypeFromText(gis::toText(row[ControlTypeWord])));
    TUCE_TRY(direction, ruleDirectionFromText(gis::toText(row[ControlDirection])));
    layer.kind = kind;
    layer.control = {type, direction};
    layer.idField = gis::toText(row[IdField]);
    layer.nameField = gis::toText(row[NameField]);
    layer.note = gis::toText(row[Note]);
    layer.visible = integerOf(row[Visible]) != 0;
    try {
        readSource(gis::toText(row[Source]), layer);
    } catch (const std::exception& error) {
        return gis::fail(gis::ErrorCode::Unreadable, {}, gis::message("layers", "the source of the layer is not told"),
                         {}, error.what());
    }
    return {};
}

LayerPlace placeOf(const Row& row) {
    return {gis::LayerId{integerOf(row[Id])}, gis::toText(row[TableName]), gis::toText(row[LinksTable]),
            gis::toText(row[Columns])};
}

gis::Result<std::vector<Row>> readAll(const gis::SqliteDatabase& database) {
    std::string list;
    for (const std::string& column : columns) list += (list.empty() ? "" : ",") + column;
    return readRows(database, "SELECT " + list + " FROM tuce_layers ORDER BY position, id");
}

}  // namespace

gis::Result<std::vector<StoredLayer>> readLayerRows(const gis::SqliteDatabase& database, gis::Warnings& warnings) {
    TUCE_TRY(rows, readAll(database));
    std::vector<StoredLayer> stored;
    for (const Row& row : rows) {
        StoredLayer layer;
        layer.place = placeOf(row);
        if (auto read = readHead(row, layer.head); !read) {
            read.error().subject = {database.path(), gis::toText(row[Name]), {}};
            read.error().code = gis::ErrorCode::Unreadable;
            return tl::unexpected<gis::Error>(std::move(read).error());
        }
        if (auto style = styleFromJson(gis::toText(row[StyleJson])))
            layer.head.style = std::move(*style);
        else
            warnings.push_back({"bad_style",
                                {database.path(), layer.head.name, {}},
                                gis::message("layers", "the style cannot be read, a plain one is used: %1",
                                             {gis::translated(style.error().problem)})});
        stored.push_back(std::move(layer));
    }
    return stored;
}

gis::Result<std::vector<LayerPlace>> readLayerPlaces(const gis::SqliteDatabase& database) {
    TUCE_TRY(rows, readAll(database));
    std::vector<LayerPlace> places;
    for (const Row& row : rows) places.push_back(placeOf(row));
    return places;
}

gis::Result<void> writeLayerRows(const gis::SqliteDatabase& database, const std::vector<LayerPtr>& layers,
                                 const std::vector<LayerPlace>& places) {
    WantedRows wanted{project_table::layerList, columns, 1, {}, {}};
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const Layer& layer = *layers[i];
        wanted.rows.push_back({gis::number(layer.id), static_cast<std::int64_t>(i), layer.name, toText(layer.kind),
                               toText(layer.control.type), toText(layer.control.direction), layer.idField,
                               layer.nameField, layer.note, std::int64_t{layer.visible ? 1 : 0}, toJson(layer.style),
                               sourceText(layer, database.path()), textOrNull(places[i].table),
                               textOrNull(places[i].linksTable), places[i].columns});
    }
    return syncRows(database, wanted);
}

}  // namespace layers
