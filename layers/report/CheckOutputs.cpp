// SPDX-License-Identifier: Apache-2.0
#include "layers/report/CheckOutputs.h"

#include <filesystem>

#include "gis/io/VectorFile.h"
#include "layers/report/CheckJson.h"
#include "layers/report/CheckTables.h"
#include "layers/report/CheckWorkbook.h"
#include "layers/report/CsvText.h"
#include "layers/report/OutputGroup.h"

namespace layers {

namespace {

// The pairs with their cut pieces, the summary as a table without geometry.
gis::OutputLayer outputLayer(const CheckTable& table, const CheckReport& report, bool withGeometry) {
    std::vector<gis::Field> fields;
    for (const CheckColumn& column : table.columns) fields.push_back({column.name, column.type, 0});
    std::vector<gis::Feature> features;
    features.reserve(table.rows.size());
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        features.emplace_back(gis::FeatureId{static_cast<std::int64_t>(i) + 1},
                              withGeometry ? report.findings[i].geometry : gis::Geometry(), table.rows[i]);
    }
    gis::OutputLayer layer;
    layer.name = table.name;
    layer.table =
        gis::FeatureTable(gis::Schema(std::move(fields)),
                          withGeometry ? report.geometryCrs : gis::CoordinateReferenceSystem(), std::move(features));
    return layer;
}

gis::Result<void> writeGeoPackage(const CheckReport& report, const std::string& temporaryPath,
                                  const gis::JobControl& control) {
    const std::vector<gis::OutputLayer> layers{outputLayer(pairsTable(report), report, true),
                                               outputLayer(summaryTable(report), report, false)};
    return gis::writeLayers(temporaryPath, layers, gis::Overwrite::No, control);
}

gis::Result<void> writeOne(const CheckReport& report, const std::string& path, OutputGroup& group,
                           const gis::JobControl& control) {
    const std::string ending = endingOf(path);
    if (ending == ".csv") {
        TUCE_CHECK(group.write(path, csvText(pairsTable(report))));
        return group.write(summaryPathOf(path), csvText(summaryTable(report)));
    }
    if (ending == ".json") return group.write(path, checkJsonText(report));
    TUCE_TRY(temporary, group.add(path));
    if (ending == ".gpkg") return onOutput(path, writeGeoPackage(report, temporary, control));
    return writeCheckWorkbook(report, temporary, path);
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
    return group.commit();
}

}  // namespace layers
