// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <cstdio>

#include "app/cli/CheckSources.h"
#include "app/cli/CheckText.h"
#include "app/cli/Commands.h"
#include "gis/io/PackedCache.h"
#include "layers/report/CheckJson.h"
#include "layers/report/CheckOutputs.h"

namespace cli {

namespace {

struct CheckCommandOptions {
    CheckSources sources;
    std::string area = "ellipsoid";
    double sliver = 1.0;
    double thin = -1;
    double near = -1;
    bool geometry = false;
    bool balance = false;
    bool stats = false;
    bool noRepair = false;
    bool acceptBallpark = false;

    /// What is asked for, and no more: a .csv has no room for details, and no hashes in it.
    layers::CheckOptions checkOptions(const std::vector<std::string>& outputs, bool json) const {
        layers::CheckOptions made;
        made.area = area == "planar" ? layers::AreaMethod::Planar : layers::AreaMethod::Ellipsoid;
        made.sliverSquareMetres = sliver;
        if (thin >= 0) made.thinMetres = thin;
        if (near >= 0) made.nearMetres = near;
        made.repair = !noRepair;
        made.datumPolicy = acceptBallpark ? gis::DatumPolicy::AcceptBallpark : gis::DatumPolicy::Refuse;
        made.keepGeometry = geometry;
        made.balance = balance;
        for (const std::string& path : outputs) made.keepGeometry |= path.ends_with(".gpkg") || path.ends_with(".GPKG");
        made.details = json;
        for (const std::string& path : outputs) made.details |= !path.ends_with(".csv") && !path.ends_with(".CSV");
        made.hashInputs = made.details;
        return made;
    }
};

void printStats(const layers::CheckStats& stats) {
    const Json document{
        {"phases",
         {{"index_s", stats.indexSeconds}, {"overlay_s", stats.overlaySeconds}, {"summary_s", stats.summarySeconds}}},
        {"candidate_pairs", stats.candidatePairs},
        {"pairs", stats.pairs},
        {"crossings", stats.crossings},
        {"certified", stats.certified},
        {"fallback", stats.fallbacks}};
    std::fprintf(stderr, "%s\n", document.dump().c_str());
}

// The answers are there; only the next run will take longer.
gis::Result<void> keepCache(gis::PackedCache& cache, const std::string& folder, const Context& context,
                            gis::Warnings& warnings) {
    const auto kept = cache.keep({context.cancel, {}, context.threads});
    if (kept) return {};
    if (kept.error().code == gis::ErrorCode::Canceled) return kept;
    const gis::Subject subject{kept.error().subject.path.empty() ? folder : kept.error().subject.path, {}, {}};
    warnings.push_back({"cache_not_kept", subject,
                        gis::message("cli", "the cache was not written: %1", {gis::describe(kept.error())})});
    return {};
}

gis::Result<layers::CheckReport> reportOnce(const Context& context, const CheckCommandOptions& options,
                                            gis::Warnings& warnings, bool& isTrusted) {
    TUCE_TRY(input, readCheckInput(options.sources, context, warnings));
    input.options = options.checkOptions(context.outputs, context.json);
    TUCE_TRY(report, layers::redLineCheck(input, context.control()));
    if (input.cache) {
        TUCE_CHECK(keepCache(*input.cache, options.sources.cacheFolder, context, warnings));
        const auto verdict = input.cache->verify({context.cancel, {}, context.threads});
        if (verdict == gis::PackedCache::Verdict::Canceled) return gis::canceled();
        isTrusted = verdict == gis::PackedCache::Verdict::Match;
    }
    return report;
}

gis::Result<layers::CheckReport> checkedReport(const Context& context, const CheckCommandOptions& options) {
    TUCE_CHECK(layers::checkOutputsPossible(context.outputs, options.sources.inputPaths(), context.overwrite()));
    gis::Warnings warnings;
    bool isTrusted = true;
    TUCE_TRY(report, reportOnce(context, options, warnings, isTrusted));
    if (!isTrusted) {
        // What did not match is no longer in the cache: now from the files themselves, before anything is written.
        warnings.clear();
        TUCE_TRY(again, reportOnce(context, options, warnings, isTrusted));
        report = std::move(again);
    }
    report.warnings.insert(report.warnings.begin(), warnings.begin(), warnings.end());
    if (!context.outputs.empty())
        TUCE_CHECK(layers::writeCheckOutputs(report, context.outputs, context.overwrite(),
                                             {context.cancel, {}, context.threads}));
    return report;
}

int runCheck(const Context& context, const CheckCommandOptions& options) {
    const auto report = checkedReport(context, options);
    if (!report) return context.fail(report.error());
    context.warn(report->warnings);
    if (options.stats) printStats(report->stats);
    if (context.json) {
        const std::string text = layers::checkJsonText(*report);
        std::fwrite(text.data(), 1, text.size(), stdout);
    } else {
        for (const std::string& line : checkText(*report, context.outputs)) context.print(line);
    }
    return context.finished(report->hasConflicts());
}

void addSourceOptions(CLI::App& command, CheckSources& sources) {
    command.add_option("--plan", sources.plan, tr("plan layers to check: FILE or FILE|LAYER"))
        ->required()
        ->type_name("SOURCE");
    command.add_option("--control", sources.control, tr("control layers to check against"))
        ->required()
        ->type_name("SOURCE");
    command.add_option("--plan-crs", sources.planCrs, tr("coordinate system of plan layers that do not say theirs"))
        ->type_name("CODE");
    command
        .add_option("--control-crs", sources.controlCrs,
                    tr("coordinate system of control layers that do not say theirs"))
        ->type_name("CODE");
    command.add_option("--encoding", sources.reading.encoding, tr("text encoding where a source does not say its own"))
        ->type_name("NAME");
    command.add_option("--max-features", sources.reading.maxFeatures, tr("most features to read from a layer"))
        ->type_name("N");
    command.add_option("--max-vertices", sources.reading.maxVertices, tr("most vertices to read from a layer"))
        ->type_name("N");
    command.add_option("--id", sources.idField, tr("field with the ids of plan features (default: the feature id)"))
        ->type_name("FIELD");
    command
        .add_option("--control-id", sources.controlIdField,
                    tr("field with the ids of control features (default: the feature id)"))
        ->type_name("FIELD");
    command
        .add_option("--cache", sources.cacheFolder,
                    tr("folder in which what was read and indexed is kept for the next run"))
        ->type_name("DIR");
    command
        .add_option("--kind-field", sources.kindField,
                    tr("field with the kinds of plan features: kinds that belong inside a control line are for "
                       "information, by the shipped rules"))
        ->type_name("FIELD");
    command.add_option("--rules", sources.rulesPath, tr("JSON file with type and direction of each control layer"))
        ->type_name("FILE");
}

}  // namespace

void addCheck(CLI::App& app, Context& context) {
    CLI::App* command = addCommand(app, context, "check",
                                   gis::message("cli", "which control lines plan features overlap, by how much"));
    auto options = std::make_shared<CheckCommandOptions>();
    addSourceOptions(*command, options->sources);
    const CLI::Validator finite(
        [](std::string& text) {
            double value = 0;
            const bool good = CLI::detail::lexical_cast(text, value) && std::isfinite(value) && value >= 0;
            return good ? std::string() : tr("a number of 0 or more is needed");
        },
        "NUMBER");
    command->add_option("--area", options->area, tr("ellipsoid (national formula, the default) or planar"))
        ->check(CLI::IsMember({"ellipsoid", "planar"}));
    command->add_option("--sliver", options->sliver, tr("pieces below so many m² are slivers (default 1)"))
        ->check(finite)
        ->type_name("M2");
    command
        ->add_option("--thin", options->thin,
                     tr("pieces of a mean width (2 × area / perimeter) below so many metres are slivers too"))
        ->check(finite)
        ->type_name("M");
    command->add_option("--near", options->near, tr("also report features nearer than so many metres"))
        ->check(finite)
        ->type_name("M");
    command->add_flag(
        "--geometry", options->geometry,
        tr("keep the cut pieces (.gpkg always does): GEOS cuts them, which takes far longer than the numbers"));
    command->add_flag(
        "--balance", options->balance,
        tr("fill balance_error_m2 by a second route, what GEOS leaves of each plan feature: takes longest of all"));
    command->add_flag("--stats", options->stats, tr("phases and counts as JSON on stderr"));
    command->add_flag("--no-repair", options->noRepair, tr("skip invalid geometries instead of repairing a copy"));
    command->add_flag("--accept-ballpark", options->acceptBallpark,
                      tr("accept a step between datums that may be off by 100 m"));
    addOutOption(*command, context, gis::message("cli", "file to write: .csv, .json, .gpkg or .xlsx"))
        ->expected(1, CLI::detail::expected_max_vector_size);
    command->callback(
        [&context, options] { context.run = [&context, options] { return runCheck(context, *options); }; });
}

}  // namespace cli
