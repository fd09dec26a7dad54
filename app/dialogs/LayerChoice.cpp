// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/LayerChoice.h"

#include <QFileInfo>
#include <algorithm>

#include "gis/base/Message.h"
#include "gis/crs/Cgcs2000Zone.h"
#include "layers/edit/LayerEdit.h"
#include "layers/report/RuleBook.h"

namespace app {

namespace {

using layers::ControlType;
using layers::LayerKind;

/// The control type whose title, or whose layer code of the planning data standards, stands in a name.
std::optional<ControlType> controlTypeIn(const QString& name) {
    if (const auto book = layers::shippedRuleBook())
        for (const layers::ControlTypeRule& rule : book->rules)
            if (!rule.title.empty() && name.contains(QString::fromStdString(rule.title))) return rule.type;
    static const std::pair<const char*, ControlType> codes[] = {
        {"stbhhx", ControlType::EcoRedline},       {"eco_redline", ControlType::EcoRedline},
        {"yjjbnt", ControlType::BasicFarmland},    {"basic_farmland", ControlType::BasicFarmland},
        {"farmland", ControlType::BasicFarmland},  {"czkfbj", ControlType::DevBoundary},
        {"dev_boundary", ControlType::DevBoundary}};
    for (const auto& [code, type] : codes)
        if (name.contains(QLatin1String(code), Qt::CaseInsensitive)) return type;
    return std::nullopt;
}

/// The end of field names as "name of the red line": the two characters of "name".
const std::string chineseForName = "\u540d\u79f0";

/// The layer's own spelling of the first of these fields that it has.
std::string firstOf(const gis::Schema& schema, std::initializer_list<const char*> names) {
    for (const char* name : names)
        if (const int at = schema.indexOf(name); at >= 0) return schema.fields()[static_cast<std::size_t>(at)].name;
    return {};
}

bool looksLikeLayout(const gis::Schema& schema) { return schema.indexOf("kind") >= 0 && schema.indexOf("code") >= 0; }

bool looksLikeBoundary(const gis::LayerInfo& info) {
    const bool areas = gis::dimension(info.geometryType) == 2;
    return areas && (info.schema.indexOf("adcode") >= 0 || info.schema.indexOf("xzqdm") >= 0);
}

gis::Result<LayerChoice> rasterChoice(const QString& path) {
    TUCE_TRY(file, gis::RasterFile::open(path.toStdString()));
    LayerChoice choice;
    choice.path = path;
    choice.raster = file.info();
    choice.info.name = QFileInfo(path).completeBaseName().toStdString();
    choice.info.crs = file.info().crs;
    choice.info.extent = file.info().grid.extent();
    choice.info.encodingReason = "format";
    choice.wish.kind = LayerKind::Basemap;
    choice.wish.linked = true;
    const gis::CrsGuess guess = gis::guessCrs(choice.info.extent);
    if (!choice.info.crs.isKnown() && guess.candidate.isKnown() && !guess.axesSwapped)
        choice.crsCode = QString::fromStdString(guess.candidate.code());
    return choice;
}

gis::Result<layers::Layer> rasterLayer(const layers::ProjectSnapshot& snapshot, const LayerChoice& choice,
                                       gis::Warnings& warnings, const gis::JobControl& control) {
    gis::CoordinateReferenceSystem crs;
    if (!choice.info.crs.isKnown() && !choice.crsCode.trimmed().isEmpty()) {
        TUCE_TRY(told, gis::CoordinateReferenceSystem::fromCode(choice.crsCode.trimmed().toStdString()));
        crs = told;
    }
    TUCE_TRY(file, gis::RasterFile::open(choice.path.toStdString()));
    TUCE_TRY(layer, layers::importedRaster(snapshot, choice.wish, file, crs, control));
    const gis::Warnings notes = layers::rasterNotes(layer, file.info());
    warnings.insert(warnings.end(), notes.begin(), notes.end());
    return layer;
}

}  // namespace

std::string usualNameField(const gis::Schema& schema) {
    const std::string known = firstOf(schema, {"name", "mc", "xzqmc", "hxmc", "title"});
    if (!known.empty()) return known;
    for (const gis::Field& field : schema.fields())
        if (field.type == gis::FieldType::Text && field.name.ends_with(chineseForName)) return field.name;
    return {};
}

LayerChoice usualChoice(const QString& path, const gis::LayerInfo& info) {
    LayerChoice choice;
    choice.path = path;
    choice.info = info;
    const QString words = QFileInfo(path).completeBaseName() + u' ' + QString::fromStdString(info.name);
    if (const auto type = controlTypeIn(words)) {
        choice.wish.kind = LayerKind::ControlLine;
        choice.wish.control = {*type, layers::defaultDirection(*type)};
    } else if (looksLikeLayout(info.schema)) {
        choice.wish.kind = LayerKind::Layout;
    } else if (looksLikeBoundary(info)) {
        choice.wish.kind = LayerKind::Boundary;
    }
    choice.wish.nameField = usualNameField(info.schema);
    // All of a drawing is one layer, which GDAL calls "entities".
    if (info.driver == "DXF") choice.wish.name = QFileInfo(path).completeBaseName().toStdString();
    choice.wish.idField = firstOf(info.schema, {"bsm", "element_id", "adcode", "code"});
    return choice;
}

QStringList dataFilesAmong(const QStringList& paths) {
    static const QStringList parts{QStringLiteral("shx"), QStringLiteral("dbf"), QStringLiteral("prj"),
                                   QStringLiteral("cpg"), QStringLiteral("sbn"), QStringLiteral("sbx"),
                                   QStringLiteral("qix"), QStringLiteral("qpj"), QStringLiteral("qmd")};
    static const QStringList worldFiles{QStringLiteral("tfw"), QStringLiteral("tifw"), QStringLiteral("wld")};
    QStringList files;
    for (const QString& path : paths) {
        QFileInfo file(path);
        const QString base = file.path() + u'/' + file.completeBaseName();
        if (path.endsWith(QLatin1String(".shp.xml"), Qt::CaseInsensitive)) file.setFile(path.chopped(4));
        if (parts.contains(file.suffix().toLower()))
            for (const char* ending : {".shp", ".SHP"})
                if (QFileInfo::exists(base + QLatin1String(ending))) file.setFile(base + QLatin1String(ending));
        if (worldFiles.contains(file.suffix().toLower()))
            for (const char* ending : {".tif", ".tiff", ".TIF"})
                if (QFileInfo::exists(base + QLatin1String(ending))) file.setFile(base + QLatin1String(ending));
        if (!files.contains(file.filePath())) files << file.filePath();
    }
    return files;
}

gis::Result<std::vector<LayerChoice>> listedChoices(const QString& path) {
    std::vector<LayerChoice> choices;
    if (gis::isRasterFile(path.toStdString())) {
        TUCE_TRY(choice, rasterChoice(path));
        choices.push_back(std::move(choice));
        return choices;
    }
    TUCE_TRY(infos, gis::listLayers(path.toStdString()));
    const auto samples = gis::encodingSamples(path.toStdString(), {"UTF-8", "GB18030"});
    for (const gis::LayerInfo& info : infos) {
        choices.push_back(usualChoice(path, info));
        if (info.encodingReason != "format") choices.back().samples = samples;
    }
    return choices;
}

gis::Result<gis::VectorLayer> readChoice(const LayerChoice& choice, const gis::JobControl& control) {
    gis::ReadOptions options;
    options.encoding = choice.encoding;
    return gis::readLayer(choice.source(), options, control);
}

gis::Result<LayersToAdd> layersToAdd(const layers::SnapshotPtr& snapshot, const std::vector<LayerChoice>& choices,
                                     const gis::JobControl& control) {
    layers::EditSeries series(snapshot);
    LayersToAdd added;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const LayerChoice& choice = choices[i];
        if (!choice.wanted) continue;
        if (choice.raster) {
            TUCE_TRY(layer, rasterLayer(*series.snapshot(), choice, added.warnings, control));
            TUCE_CHECK(layers::addImported(series, layer));
            added.names.push_back(layer.name);
            continue;
        }
        gis::VectorLayer read;
        if (choice.data) {
            read = *choice.data;
        } else {
            TUCE_TRY(fresh, readChoice(choice, control));
            read = std::move(fresh);
        }
        if (!read.table.crs().isKnown() && !choice.crsCode.trimmed().isEmpty()) {
            TUCE_TRY(crs, gis::CoordinateReferenceSystem::fromCode(choice.crsCode.trimmed().toStdString()));
            read.table = read.table.withCrs(crs);
        }
        TUCE_TRY(layer, layers::importedLayer(*series.snapshot(), choice.wish, choice.source(), read));
        TUCE_CHECK(layers::addImported(series, layer));
        added.names.push_back(layer.name);
        added.warnings.insert(added.warnings.end(), read.warnings.begin(), read.warnings.end());
        control.report(static_cast<double>(i + 1) / static_cast<double>(choices.size()));
    }
    added.change = series.change(added.names.size() > 1 ? gis::message("layers", "Add layers") : gis::Message{});
    return added;
}

}  // namespace app
