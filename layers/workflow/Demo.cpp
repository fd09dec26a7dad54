// SPDX-License-Identifier: Apache-2.0
#include "layers/workflow/Demo.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "layers/audit/AuditJson.h"
#include "layers/check/SnapshotCheckInput.h"
#include "layers/print/SheetExporter.h"
#include "layers/project/ProjectStore.h"
#include "layers/report/CheckOutputs.h"
#include "layers/report/ProjectReport.h"
#include "layers/workflow/SampleProject.h"

namespace layers {

namespace {

gis::Result<void> makeFolder(const std::string& folder) {
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (!failure) return {};
    return gis::fail(gis::ErrorCode::Unwritable, {folder, {}, {}}, gis::message("layers", "the folder cannot be made"),
                     gis::message("layers", "name another folder with --out"), failure.message());
}

gis::Result<void> writeSheets(const std::string& folder, DemoResult& result, gis::Overwrite overwrite,
                              const gis::JobControl& control) {
    for (const PrintLayout& sheet : result.snapshot->sheets) {
        for (const char* ending : {".pdf", ".svg", ".png"}) {
            const std::string path = folder + "/" + sheet.name + ending;
            TUCE_TRY(written,
                     exportSheet(*result.snapshot, sheet, path, {.dpi = 150, .overwrite = overwrite}, control));
            for (const gis::Warning& warning : written.warnings)
                if (std::find(result.warnings.begin(), result.warnings.end(), warning) == result.warnings.end())
                    result.warnings.push_back(warning);
            result.files.push_back(path);
        }
    }
    return {};
}

/// A folder inside `folder` that goes with all it holds unless the files were moved out of it.
class Scaffold {
public:
    explicit Scaffold(const std::string& folder) : m_path(folder + "/.making-" + std::to_string(::getpid())) {}
    Scaffold(const Scaffold&) = delete;
    Scaffold& operator=(const Scaffold&) = delete;
    ~Scaffold() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    const std::string& path() const { return m_path; }

private:
    std::string m_path;
};

/// Moves the finished files from the scaffold to their places; AlreadyExists before anything is moved.
gis::Result<void> moveOut(DemoResult& result, const std::string& folder, gis::Overwrite overwrite) {
    namespace fs = std::filesystem;
    std::error_code failure;
    std::vector<std::string> places;
    for (const std::string& file : result.files) places.push_back(folder + "/" + fs::path(file).filename().string());
    for (const std::string& place : places)
        if (overwrite == gis::Overwrite::No && fs::exists(place, failure))
            return gis::fail(gis::ErrorCode::AlreadyExists, {place, {}, {}},
                             gis::message("layers", "the file exists already"),
                             gis::message("layers", "name another file or allow replacing it with --force"));
    for (std::size_t i = 0; i < places.size(); ++i) {
        fs::rename(result.files[i], places[i], failure);
        if (failure)
            return gis::fail(gis::ErrorCode::Unwritable, {places[i], {}, {}}, gis::message("gis", "cannot be written"),
                             gis::message("layers", "name another folder with --out"), failure.message());
    }
    result.files = std::move(places);
    return {};
}

/// Everything, written into `folder`; `shownProject` is what the audit calls the project's file.
gis::Result<DemoResult> fillFolder(const std::string& folder, const std::string& shownProject,
                                   const gis::JobControl& control) {
    constexpr auto overwrite = gis::Overwrite::No;
    DemoResult result;
    TUCE_TRY(sample, sampleProject(control));
    result.snapshot = sample.snapshot;
    result.warnings = sample.warnings;
    const std::string project = folder + "/tuce-demo.gpkg";
    TUCE_CHECK(createProject(project, *result.snapshot, overwrite, control));
    result.files.push_back(project);

    CheckOptions options;
    options.keepGeometry = true;
    TUCE_TRY(check, redLineCheck(checkInput(*result.snapshot, options), control));
    const std::vector<std::string> tables{folder + "/pairs.csv", folder + "/pairs.gpkg"};
    TUCE_CHECK(writeCheckOutputs(check, tables, overwrite, control));
    const std::vector<std::string> reports{folder + "/report.html", folder + "/report.xlsx", folder + "/report.json"};
    TUCE_CHECK(writeProjectReport(*result.snapshot, check, reports, overwrite, control));
    result.files.insert(result.files.end(), {tables[0], summaryPathOf(tables[0]), tables[1]});
    result.files.insert(result.files.end(), reports.begin(), reports.end());
    result.check = std::move(check);

    TUCE_TRY(knowledge, auditKnowledgeOf(*result.snapshot));
    TUCE_TRY(found, audit(*result.snapshot, knowledge, control));
    const std::string auditFile = folder + "/audit.json";
    TUCE_CHECK(gis::writeFile(auditFile, auditJsonText(shownProject, found), overwrite));
    result.files.push_back(auditFile);
    result.audit = std::move(found);

    TUCE_CHECK(writeSheets(folder, result, overwrite, control));
    return result;
}

}  // namespace

gis::Result<DemoResult> runDemo(const std::string& folder, gis::Overwrite overwrite, const gis::JobControl& control) {
    TUCE_CHECK(makeFolder(folder));
    const Scaffold scaffold(folder);
    TUCE_CHECK(makeFolder(scaffold.path()));
    TUCE_TRY(result, fillFolder(scaffold.path(), folder + "/tuce-demo.gpkg", control));
    TUCE_CHECK(moveOut(result, folder, overwrite));
    return result;
}

}  // namespace layers
