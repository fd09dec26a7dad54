// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/check/CheckReferences.h"

#include <QDir>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "gis/io/Gdal.h"
#include "tests/bench/check/StopWatch.h"

namespace bench {

namespace {

using gis::gdal::DatasetHandle;
using gis::gdal::FeatureHandle;

constexpr double largestCoordinate = 4.0e6;  // northings of the data

DatasetHandle opened(const std::string& path) {
    gis::gdal::prepare();
    return DatasetHandle(GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, nullptr, nullptr));
}

std::size_t readAll(const std::string& path) {
    const DatasetHandle dataset = opened(path);
    std::size_t features = 0;
    for (int i = 0; dataset && i < GDALDatasetGetLayerCount(dataset.get()); ++i) {
        OGRLayerH layer = GDALDatasetGetLayer(dataset.get(), i);
        OGR_L_ResetReading(layer);
        while (const FeatureHandle feature{OGR_L_GetNextFeature(layer)})
            features += OGR_F_GetGeometryRef(feature.get()) != nullptr ? 1 : 0;
    }
    return features;
}

std::string shown(const std::string& key, const char* what, double ours, double theirs) {
    char text[400];
    std::snprintf(text, sizeof text, "%s %s: %.9g against %.9g (%.3g)", key.c_str(), what, ours, theirs, ours - theirs);
    return text;
}

double toleranceOf(const OverlapRow& row) {
    const double ulp = std::nextafter(largestCoordinate, 1e300) - largestCoordinate;
    return 1e-9 * row.size + 4 * ulp * row.perimeter;
}

/// Runs a program to its end or its limit; its first line of complaint is noted.
bool ran(const QString& program, const QStringList& arguments, int limitSeconds, std::string& note) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (!process.waitForStarted()) {
        note = "not installed";
        return false;
    }
    if (!process.waitForFinished(limitSeconds * 1000)) {
        process.kill();
        process.waitForFinished(5000);
        note = "stopped after " + std::to_string(limitSeconds) + " s";
        return false;
    }
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0) return true;
    note = "failed: " + process.readAllStandardError().left(200).simplified().toStdString();
    return false;
}

double areaOfLayers(const std::string& path, std::size_t& rows) {
    const DatasetHandle dataset = opened(path);
    double sum = 0;
    for (int i = 0; dataset && i < GDALDatasetGetLayerCount(dataset.get()); ++i) {
        OGRLayerH layer = GDALDatasetGetLayer(dataset.get(), i);
        while (const FeatureHandle feature{OGR_L_GetNextFeature(layer)}) {
            OGRGeometryH geometry = OGR_F_GetGeometryRef(feature.get());
            if (geometry == nullptr) continue;
            sum += OGR_G_Area(geometry);
            ++rows;
        }
    }
    return sum;
}

}  // namespace

std::string overlapKey(const std::string& planLayer, const std::string& planId, const std::string& controlLayer,
                       const std::string& controlId) {
    return planLayer + "|" + planId + "|" + controlLayer + "|" + controlId;
}

ReferenceRun ogrReading(const CheckFiles& files) {
    ReferenceRun run;
    run.program = "OGR merely reading, 1 thread";
    for (const bool measured : {false, true}) {  // the first time warms the system's cache of files
        const StopWatch watch;
        run.rowCount = readAll(files.control) + readAll(files.plan);
        if (measured) run.seconds = run.readSeconds = watch.seconds();
    }
    run.finished = true;
    return run;
}

ReferenceRun qgisIntersection(const CheckFiles& files, const std::string& folder, int limitSeconds) {
    ReferenceRun run;
    run.program = "QGIS native:intersection";
    // Debian's script before it hands on an option of the window that this program refuses.
    QString program = QStandardPaths::findExecutable(QStringLiteral("qgis_process.bin"));
    if (program.isEmpty()) program = QStandardPaths::findExecutable(QStringLiteral("qgis_process"));
    if (program.isEmpty()) {
        run.note = "not installed";
        return run;
    }
    for (const char* layer : {"eco_redline", "basic_farmland"}) {
        const QString output = QString::fromStdString(folder + "/qgis-" + layer + ".gpkg");
        QFile::remove(output);
        const StopWatch watch;
        const auto argument = [](const char* name, const std::string& path, const std::string& chosen) {
            return QString::fromStdString(std::string("--") + name + "=" + path + "|layername=" + chosen);
        };
        const bool done =
            ran(program,
                {QStringLiteral("run"), QStringLiteral("native:intersection"), argument("INPUT", files.plan, "plan"),
                 argument("OVERLAY", files.control, layer), QStringLiteral("--OUTPUT=") + output},
                std::max(1, limitSeconds - static_cast<int>(run.seconds)), run.note);
        run.seconds += watch.seconds();
        if (!done) return run;
        run.totalSize += areaOfLayers(output.toStdString(), run.rowCount);
        QFile::remove(output);
    }
    run.note = "polygons only; layer by layer";
    run.finished = true;
    return run;
}

ReferenceRun postgisIntersection(const CheckFiles& files, int limitSeconds) {
    ReferenceRun run;
    run.program = "PostGIS ST_Intersection";
    const QString connection = qEnvironmentVariable("TUCE_BENCH_POSTGIS");
    if (connection.isEmpty()) {
        run.note = "no database named by TUCE_BENCH_POSTGIS";
        return run;
    }
    const StopWatch loading;
    for (const std::string& path : {files.control, files.plan})
        if (!ran(QStringLiteral("ogr2ogr"),
                 {QStringLiteral("-f"), QStringLiteral("PostgreSQL"), QStringLiteral("PG:") + connection,
                  QString::fromStdString(path), QStringLiteral("-overwrite"), QStringLiteral("-lco"),
                  QStringLiteral("GEOMETRY_NAME=geom"), QStringLiteral("--config"), QStringLiteral("PG_USE_COPY"),
                  QStringLiteral("YES"), QStringLiteral("-nlt"), QStringLiteral("PROMOTE_TO_MULTI")},
                 limitSeconds, run.note))
            return run;
    const double loadSeconds = loading.seconds();
    const StopWatch watch;
    for (const char* layer : {"eco_redline", "basic_farmland"}) {
        const QString sql = QStringLiteral(
                                "SET statement_timeout='%1s'; SELECT count(*), sum(ST_Area(ST_Intersection(p.geom, "
                                "z.geom))) FROM plan p JOIN %2 z ON ST_Intersects(p.geom, z.geom)")
                                .arg(limitSeconds)
                                .arg(QLatin1String(layer));
        if (!ran(QStringLiteral("psql"),
                 {connection, QStringLiteral("-v"), QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-qAtc"), sql},
                 limitSeconds + 5, run.note)) {
            run.seconds = watch.seconds();
            return run;
        }
    }
    run.seconds = watch.seconds();
    run.finished = true;
    char text[100];
    std::snprintf(text, sizeof text, "polygons only; loading took %.1f s more", loadSeconds);
    run.note = text;
    return run;
}

RowComparison compareRows(const OverlapRows& ours, const OverlapRows& reference) {
    constexpr std::size_t shownExamples = 10;
    RowComparison result;
    const auto note = [&](std::string text) {
        if (result.examples.size() < shownExamples) result.examples.push_back(std::move(text));
    };
    for (const auto& [key, theirs] : reference) {
        const auto found = ours.find(key);
        const double own = found == ours.end() ? 0 : found->second.size;
        const double difference = std::abs(own - theirs.size);
        result.largestDifference = std::max(result.largestDifference, difference);
        result.sumOfDifferences += difference;
        if (difference <= toleranceOf(theirs)) {
            ++result.equal;
        } else if (found == ours.end()) {
            ++result.missing;
            note(shown(key, "missing", own, theirs.size));
        } else {
            ++result.different;
            note(shown(key, "different", own, theirs.size));
        }
    }
    for (const auto& [key, own] : ours) {
        if (reference.contains(key)) continue;
        // What GEOS rounds away is about as wide as the grid of the numbers.
        if (own.size <= 1e-6) {
            ++result.equal;
            continue;
        }
        ++result.surplus;
        note(shown(key, "surplus", own.size, 0));
    }
    return result;
}

}  // namespace bench
