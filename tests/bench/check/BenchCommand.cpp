// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/check/BenchCommand.h"

#include <unistd.h>

#include <QStandardPaths>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "app/cli/CheckSources.h"
#include "layers/report/CheckOutputs.h"
#include "tests/bench/check/CachedQuery.h"
#include "tests/bench/check/CheckReferences.h"
#include "tests/bench/check/StopWatch.h"
#include "tests/bench/check/WindowRun.h"

namespace bench {

namespace {

using cli::Context;
using cli::Json;

struct BenchOptions {
    std::string size = "M";
    std::string area = "planar";
    bool overlapping = false;
    bool balance = false;
    bool skipGeos = false;
    bool withQgis = false;
    bool withPostgis = false;
    bool withCache = false;
    bool asWindow = false;
    bool cutsAll = false;
    int limitSeconds = 600;
    int repeat = 1;
    std::int64_t everyNth = 0;
};

/// Our own run, by phases.
struct OwnRun {
    double seconds = 0, readSeconds = 0, checkSeconds = 0, writeSeconds = 0;
    double peakMegabytes = 0;
    layers::CheckStats stats;
    OverlapRows rows;
    double totalSize = 0;
    std::size_t warningCount = 0;
    double resultMegabytes = 0;  ///< of the rows in memory, without what their texts hold elsewhere
};

/// The highest resident memory since the last call of forgetPeak, in MB; 0 where the system does not tell.
double peakMegabytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.rfind("VmHWM:", 0) == 0) return std::strtod(line.c_str() + 6, nullptr) / 1024;
    return 0;
}
void forgetPeak() { std::ofstream("/proc/self/clear_refs") << "5"; }

OverlapRows rowsOf(const layers::CheckReport& report, double& total) {
    OverlapRows rows;
    for (const layers::Finding& finding : report.findings) {
        if (finding.againstLayer || finding.controlId.empty()) continue;
        OverlapRow row;
        row.isLength = !finding.areaSquareMetres.has_value();
        row.size = finding.areaSquareMetres ? *finding.areaSquareMetres : finding.lengthMetres.value_or(0);
        total += row.size;
        rows.emplace(overlapKey(finding.planLayer, finding.planId, finding.controlLayer, finding.controlId), row);
    }
    return rows;
}

gis::Result<OwnRun> ownRun(const Context& context, const BenchOptions& options, const CheckFiles& files,
                           const std::string& folder) {
    forgetPeak();
    OwnRun run;
    const StopWatch whole;
    StopWatch phase;
    cli::CheckSources sources;
    sources.plan = {files.plan};
    sources.control = {files.control};
    gis::Warnings warnings;
    TUCE_TRY(input, cli::readCheckInput(sources, context, warnings));
    input.options.area = options.area == "planar" ? layers::AreaMethod::Planar : layers::AreaMethod::Ellipsoid;
    input.options.balance = options.balance;
    input.options.details = input.options.hashInputs = false;  // as the command does for a .csv
    run.readSeconds = phase.seconds();
    phase = {};
    const gis::JobControl control{context.cancel, {}, context.threads};
    TUCE_TRY(report, layers::redLineCheck(input, control));
    report.run.programVersion = TUCE_VERSION;
    run.checkSeconds = phase.seconds();
    phase = {};
    TUCE_CHECK(layers::writeCheckOutputs(report, {folder + "/pairs.csv"}, gis::Overwrite::Yes, control));
    run.writeSeconds = phase.seconds();
    run.seconds = whole.seconds();
    run.peakMegabytes = peakMegabytes();
    run.stats = report.stats;
    run.resultMegabytes = (static_cast<double>(report.findings.size() * sizeof(layers::Finding)) +
                           static_cast<double>(report.summaries.size() * sizeof(layers::FindingSummary))) /
                          1048576;
    run.rows = rowsOf(report, run.totalSize);
    run.warningCount = warnings.size() + report.warnings.size();
    return run;
}

std::string line(const char* program, double read, double seconds, std::size_t rows, double ours,
                 const std::string& note) {
    char text[400];
    std::snprintf(text, sizeof text, "%-38s %8.3f %9.3f %8zu %8.1f  %s", program, read, seconds, rows,
                  ours > 0 ? seconds / ours : 0, note.c_str());
    return text;
}

Json jsonOf(const ReferenceRun& run) {
    return {{"program", run.program}, {"finished", run.finished},  {"read_s", run.readSeconds}, {"wall_s", run.seconds},
            {"rows", run.rowCount},   {"total_m2", run.totalSize}, {"note", run.note}};
}

Json jsonOf(const OwnRun& run) {
    return {{"wall_s", run.seconds},
            {"read_s", run.readSeconds},
            {"check_s", run.checkSeconds},
            {"index_s", run.stats.indexSeconds},
            {"overlay_s", run.stats.overlaySeconds},
            {"summary_s", run.stats.summarySeconds},
            {"write_s", run.writeSeconds},
            {"peak_mb", run.peakMegabytes},
            {"results_mb", run.resultMegabytes},
            {"rows", run.rows.size()},
            {"total_m2_and_m", run.totalSize},
            {"candidate_pairs", run.stats.candidatePairs},
            {"pairs", run.stats.pairs},
            {"certified", run.stats.certified},
            {"fallback", run.stats.fallbacks}};
}

/// One size with all that was asked for, printed as it comes.
class CheckBench {
public:
    CheckBench(const Context& context, const BenchOptions& options, std::string folder)
        : m_context(context), m_options(options), m_folder(std::move(folder)) {}

    gis::Result<void> run() {
        TUCE_TRY(size, checkSize(m_options.size));
        const StopWatch making;
        const gis::JobControl control = m_context.control();
        TUCE_TRY(files, checkFiles(size, m_options.overlapping, m_folder, control));
        tell(size, files, making.seconds());
        const ReferenceRun reading = ogrReading(files);
        TUCE_TRY(own, fastestRun(files));
        m_ownSeconds = own.seconds;
        tell(own, files);
        add(reading);
        if (!m_options.skipGeos) TUCE_CHECK(againstGeos(size, files, own, control));
        if (m_options.withQgis) add(qgisIntersection(files, m_folder, m_options.limitSeconds));
        if (m_options.withCache) TUCE_CHECK(again(files));
        if (m_options.asWindow || m_options.cutsAll) TUCE_CHECK(inTheWindow(files));
        if (m_options.withPostgis) add(postgisIntersection(files, m_options.limitSeconds));
        return {};
    }
    const Json& document() const { return m_document; }
    bool differs() const { return m_differs; }

private:
    void print(const std::string& text) const {
        if (!m_context.json) m_context.print(text);
    }

    gis::Result<OwnRun> fastestRun(const CheckFiles& files) {
        std::optional<OwnRun> best;
        Json all = Json::array();
        for (int i = 0; i < std::max(1, m_options.repeat); ++i) {
            TUCE_TRY(run, ownRun(m_context, m_options, files, m_folder));
            all.push_back(run.seconds);
            if (!best || run.seconds < best->seconds) best = std::move(run);
        }
        m_document["own_walls_s"] = std::move(all);
        return std::move(*best);
    }

    void tell(const CheckSize& size, const CheckFiles& files, double seconds) {
        char text[300];
        std::snprintf(text, sizeof text,
                      "size %s: %zu zones, %zu zone vertices, %zu plan polygons, %zu lines; %s (made in %.1f s)",
                      size.name.c_str(), size.zones, size.zoneVertices, size.polygons, size.lines,
                      files.control.c_str(), seconds);
        print(text);
        m_document["size"] = size.name;
        m_document["area"] = m_options.area;
        m_document["overlapping"] = m_options.overlapping;
        m_document["threads"] = m_context.control().threadCount();
        m_document["vertices"] = files.vertices;
    }

    void tell(const OwnRun& own, const CheckFiles& files) {
        char text[500];
        std::snprintf(
            text, sizeof text,
            "phases: read %.3f, index %.3f, overlay %.3f, summary %.3f, write %.3f s; peak %.0f MB = %.2f × (16 "
            "bytes × all vertices), with %.0f MB of results",
            own.readSeconds, own.stats.indexSeconds, own.stats.overlaySeconds, own.stats.summarySeconds,
            own.writeSeconds, own.peakMegabytes,
            own.peakMegabytes * 1048576 / (16.0 * static_cast<double>(files.vertices)), own.resultMegabytes);
        print(text);
        std::snprintf(text, sizeof text, "pairs: %zu candidates, %zu rows, %zu certified, %zu by GEOS; %zu warnings",
                      own.stats.candidatePairs, own.stats.pairs, own.stats.certified, own.stats.fallbacks,
                      own.warningCount);
        print(text);
        std::snprintf(text, sizeof text, "%-38s %8s %9s %8s %8s", "program", "read s", "wall s", "rows", "× ours");
        print(text);
        print(line("tuce check, file to CSV", own.readSeconds, own.seconds, own.rows.size(), m_ownSeconds, {}));
        m_document["own"] = jsonOf(own);
        m_document["references"] = Json::array();
    }

    gis::Result<void> again(const CheckFiles& files) {
        TUCE_TRY(query, cachedQuery(files, m_folder + "/cache", m_context));
        char text[300];
        std::snprintf(text, sizeof text,
                      "from the cache: open %.3f, index %.3f, first extent (%zu features) and pairs (%.1f m²) %.4f; "
                      "%.3f s in all",
                      query.openSeconds, query.indexSeconds, query.found, query.area, query.querySeconds,
                      query.total());
        print(text);
        m_document["cached"] = {{"open_s", query.openSeconds},
                                {"index_s", query.indexSeconds},
                                {"query_s", query.querySeconds},
                                {"total_s", query.total()}};
        return {};
    }

    gis::Result<void> inTheWindow(const CheckFiles& files) {
        constexpr std::size_t chosen = 200;
        TUCE_TRY(run, windowRun(files, chosen, m_options.cutsAll, {m_context.cancel, {}, m_context.threads}));
        char text[300];
        std::snprintf(
            text, sizeof text,
            "in the window, ellipsoid: opened %.2f s; checked %.2f s, %zu rows, %zu with a piece; a chosen row's "
            "piece: median %.1f ms, most %.1f ms; %zu at once %.2f s",
            run.readSeconds, run.checkSeconds, run.rows, run.keptRows, run.pieceMedianMs, run.pieceMostMs, run.pieces,
            run.batchSeconds);
        print(text);
        if (m_options.cutsAll) print("all pieces, as for a GeoPackage: " + std::to_string(run.allPiecesSeconds) + " s");
        m_document["window"] = {{"open_s", run.readSeconds},
                                {"check_s", run.checkSeconds},
                                {"rows", run.rows},
                                {"rows_with_piece", run.keptRows},
                                {"piece_median_ms", run.pieceMedianMs},
                                {"piece_most_ms", run.pieceMostMs},
                                {"batch_s", run.batchSeconds},
                                {"all_pieces_s", run.allPiecesSeconds}};
        return {};
    }

    void add(const ReferenceRun& run) {
        print(line(run.program.c_str(), run.readSeconds, run.seconds, run.rowCount, m_ownSeconds,
                   (run.finished ? "" : "NOT FINISHED ") + run.note));
        m_document["references"].push_back(jsonOf(run));
    }

    gis::Result<void> againstGeos(const CheckSize& size, const CheckFiles& files, const OwnRun& own,
                                  const gis::JobControl& control) {
        const std::int64_t everyNth = m_options.everyNth > 0 ? m_options.everyNth : size.name == "L" ? 50 : 1;
        TUCE_TRY(geos, geosCheck(files, everyNth, control));
        add(geos);
        if (m_options.area != "planar") return {};  // other numbers
        OverlapRows compared;
        for (const auto& [key, row] : own.rows) {
            const std::size_t begin = key.find('|') + 1;
            if (std::strtoll(key.c_str() + begin, nullptr, 10) % everyNth == 0) compared.emplace(key, row);
        }
        const RowComparison result = compareRows(compared, geos.rows);
        char text[300];
        std::snprintf(text, sizeof text,
                      "row by row against GEOS: %zu equal, %zu different, %zu missing, %zu surplus; largest difference "
                      "%.3g, sum %.3g",
                      result.equal, result.different, result.missing, result.surplus, result.largestDifference,
                      result.sumOfDifferences);
        print(text);
        for (const std::string& example : result.examples) print("  " + example);
        m_differs = result.different + result.missing + result.surplus > 0;
        m_document["comparison"] = {{"equal", result.equal},
                                    {"different", result.different},
                                    {"missing", result.missing},
                                    {"surplus", result.surplus},
                                    {"largest_difference", result.largestDifference},
                                    {"examples", result.examples}};
        return {};
    }

    const Context& m_context;
    const BenchOptions& m_options;
    std::string m_folder;
    double m_ownSeconds = 0;
    bool m_differs = false;
    Json m_document;
};

int runBench(const Context& context, const BenchOptions& options) {
    // Made-up data are kept for the next run only where a folder was named.
    const bool temporary = context.outputs.empty();
    const std::string folder =
        temporary ? std::filesystem::temp_directory_path().string() + "/tuce-bench-" + std::to_string(::getpid())
                  : context.outputs.front();
    CheckBench bench(context, options, folder);
    const auto done = bench.run();
    std::error_code error;
    if (temporary) std::filesystem::remove_all(folder, error);
    if (!done) return context.fail(done.error());
    if (context.json) context.print(bench.document());
    return context.finished(bench.differs());
}

}  // namespace

void addBench(CLI::App& app, Context& context) {
    CLI::App* group = app.add_subcommand("bench", "our own benchmarks against plain references");
    group->require_subcommand(1);
    addLiveBench(*group, context);
    addCancelBench(*group, context);
    CLI::App* command =
        cli::addCommand(*group, context, "check",
                        gis::Message{"bench", "the red-line check on made-up data, beside OGR, GEOS, QGIS", {}});
    auto options = std::make_shared<BenchOptions>();
    command->add_option("--size", options->size, "S, SM, M (default) or L")
        ->check(CLI::IsMember({"S", "SM", "M", "L"}));
    command->add_option("--area", options->area, "planar (default, compared row by row) or ellipsoid")
        ->check(CLI::IsMember({"planar", "ellipsoid"}));
    command->add_flag("--overlapping", options->overlapping, "one control feature in twenty overlaps another");
    command->add_flag("--balance", options->balance, "fill balance_error_m2 too");
    command->add_flag("--no-geos", options->skipGeos, "leave the run of plain GEOS out");
    command->add_flag("--qgis", options->withQgis, "run QGIS native:intersection too, where it is installed");
    command->add_flag("--postgis", options->withPostgis, "run PostGIS too, in the database of $TUCE_BENCH_POSTGIS");
    command->add_flag("--cached", options->withCache, "also: how soon a cached control layer answers first");
    command->add_flag("--window", options->asWindow, "also: the check of the open plan, and pieces of chosen rows");
    command->add_flag("--all-pieces", options->cutsAll, "also: GEOS cuts the pieces of all rows");
    command->add_option("--limit", options->limitSeconds, "seconds after which QGIS or PostGIS is stopped (600)");
    command->add_option("--repeat", options->repeat, "our own run so many times; the fastest counts");
    command->add_option("--every", options->everyNth, "GEOS looks at every Nth plan feature (default 1, for L 50)");
    command->add_option("--out", context.outputs, "folder for the data, kept for the next run")
        ->expected(1)
        ->type_name("DIR");
    command->callback(
        [&context, options] { context.run = [&context, options] { return runBench(context, *options); }; });
}

}  // namespace bench
