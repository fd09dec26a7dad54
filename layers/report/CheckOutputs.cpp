// SPDX-License-Identifier: Apache-2.0
#include "layers/report/CheckOutputs.h"

#include <filesystem>
#include <functional>

#include "gis/crs/CoordinateTransform.h"
#include "gis/io/VectorFile.h"
#include "layers/report/CheckJson.h"
#include "layers/report/CheckTables.h"
#include "layers/report/CheckWorkbook.h"
#include "layers/report/CsvText.h"
#include "layers/report/DetailTables.h"
#include "layers/report/OutputGroup.h"

namespace layers {

namespace {

using GeometryOf = std::function<gis::Geometry(std::size_t row)>;

gis::OutputLayer outputLayer(const CheckTable& table, const gis::CoordinateReferenceSystem& crs,
                             const GeometryOf& geometryOf, const gis::CancelToken& cancel) {
    std::vector<gis::Field> fields;
    for (const CheckColumn& column : table.columns) fields.push_back({column.name, column.type, 0});
    std::vector<gis::Feature> features;
    features.reserve(table.rowCount);
    for (std::size_t i = 0; i < table.rowCount && !cancel.isCanceled(); ++i)
        features.emplace_back(gis::FeatureId{static_cast<std::int64_t>(i) + 1},
                              geometryOf ? geometryOf(i) : gis::Geometry(), table.row(i));
    gis::OutputLayer layer;
    layer.name = table.name;
    layer.table = gis::FeatureTable(gis::Schema(std::move(fields)), geometryOf ? crs : gis::CoordinateReferenceSystem(),
                                    std::move(features));
    return layer;
}

/// Column of a table by name; the tables are ours, so it is there.
std::size_t columnOf(const CheckTable& table, const char* name) {
    std::size_t column = 0;
    while (table.columns[column].name != name) ++column;
    return column;
}

/// Rows with x and y as points.
GeometryOf pointsOf(const CheckTable& table) {
    return [&table, x = columnOf(table, "x"), y = columnOf(table, "y")](std::size_t i) {
        const std::vector<gis::Value> row = table.row(i);
        return gis::Geometry::point({std::get<double>(row[x]), std::get<double>(row[y])});
    };
}

/// Places of flaws in the CRS of the pieces; those that cannot be carried stay in words.
GeometryOf flawsOf(const CheckReport& report) {
    return [&report](std::size_t i) -> gis::Geometry {
        const MendedFeature& mended = report.mended[i];
        const auto crs = gis::CoordinateReferenceSystem::fromCode(mended.crs);
        if (!mended.place || !crs) return {};
        const auto transform = gis::CoordinateTransform::make(*crs, report.geometryCrs);
        const auto place = transform ? transform->apply(*mended.place) : gis::Result<gis::Coordinate>(*mended.place);
        return transform && place ? gis::Geometry::point(*place) : gis::Geometry();
    };
}

// The pairs with their cut pieces, places of passages and flaws as points, all else as tables without geometry.
gis::Result<void> writeGeoPackage(const CheckReport& report, const std::string& temporaryPath,
                                  const gis::JobControl& control) {
    const gis::CoordinateReferenceSystem& crs = report.geometryCrs;
    const auto pieceOf = [&report](std::size_t i) { return report.findings[i].geometry; };
    std::vector<gis::OutputLayer> layers{outputLayer(pairsWithDetails(report), crs, pieceOf, control.cancel),
                                         outputLayer(summaryWithDetails(report), crs, {}, control.cancel),
                                         outputLayer(totalsTable(report), crs, {}, control.cancel)};
    if (const CheckTable passages = passagesTable(report); passages.rowCount > 0)
        layers.push_back(outputLayer(passages, crs, pointsOf(passages), control.cancel));
    if (!report.mended.empty())
        layers.push_back(outputLayer(repairsTable(report), crs, flawsOf(report), control.cancel));
    for (const auto table : {stretchesTable, areasTable})
        if (const CheckTable made = table(report); made.rowCount > 0)
            layers.push_back(outputLayer(made, crs, {}, control.cancel));
    for (const auto table : {inputsTable, runTable})
        layers.push_back(outputLayer(table(report), crs, {}, control.cancel));
    if (control.cancel.isCanceled()) return gis::canceled();
    return gis::writeLayers(temporaryPath, layers, gis::Overwrite::No, control);
}

gis::Result<void> writeOne(const CheckReport& report, const std::string& path, OutputGroup& group,
                           const gis::JobControl& control) {
    const std::string ending = endingOf(path);
    const auto write = [&](const std::string& file, const std::string& text) -> gis::Result<void> {
        if (control.cancel.isCanceled()) return gis::canceled();  // the text may be cut short
        return group.write(file, text);
    };
    if (ending == ".csv") {
        TUCE_CHECK(write(path, csvText(csvPairsTable(report), control)));
        return write(summaryPathOf(path), csvText(summaryTable(report), control));
    }
    if (ending == ".json") return write(path, checkJsonText(report, control));
    TUCE_TRY(temporary, group.add(path));
    if (ending == ".gpkg") return onOutput(path, writeGeoPackage(report, temporary, control));
    return writeCheckWorkbook(report, temporary, path, control.cancel);
}

std::vector<std::string> allFilesOf(const std::vector<std::string>& paths) {
    std::vector<std::string> files;
    for (const std::string& path : paths) {
        files.push_back(path);
        if (endingOf(path) == ".csv") files.push_back(summaryPathOf(path));
    }
    return files;
}

}  // namespace

const std::vector<std::string>& checkOutputEndings() {
    static const std::vector<std::string> endings{".csv", ".json", ".gpkg", ".xlsx"};
    return endings;
}

std::string summaryPathOf(const std::string& csvPath) {
    std::filesystem::path path(csvPath);
    return path.replace_extension().string() + ".summary.csv";
}

gis::Result<void> checkOutputsPossible(const std::vector<std::string>& paths, const std::vector<std::string>& inputs,
                                       gis::Overwrite overwrite) {
    TUCE_CHECK(endingsPossible(paths, checkOutputEndings()));
    return placesPossible(allFilesOf(paths), inputs, overwrite);
}

gis::Result<void> writeCheckOutputs(const CheckReport& report, const std::vector<std::string>& paths,
                                    gis::Overwrite overwrite, const gis::JobControl& control) {
    TUCE_CHECK(checkOutputsPossible(paths, {}, overwrite));
    OutputGroup group(overwrite);
    for (const std::string& path : paths) {
        if (control.cancel.isCanceled()) return gis::canceled();
        TUCE_CHECK(writeOne(report, path, group, control));
    }
    if (control.cancel.isCanceled()) return gis::canceled();
    return group.commit();
}

}  // namespace layers
