// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <optional>

#include "app/cli/SourceOptions.h"
#include "gis/analysis/EllipsoidMeasure.h"
#include "gis/analysis/NationalFormula.h"
#include "gis/base/Parallel.h"
#include "gis/crs/Cgcs2000Zone.h"
#include "gis/crs/CoordinateTransform.h"
#include "gis/engine/Validity.h"

namespace cli {

namespace {

struct AreaOptions {
    std::vector<std::string> sources;
    SourceOptions reading;
    bool acceptBallpark = false;
};

/// What one feature adds. Polygons have area and perimeter, lines length, points nothing.
struct Measured {
    double area = 0;
    double length = 0;
    double perimeter = 0;
    std::optional<gis::Warning> warning;
    bool skipped = false;
};

struct Totals {
    double area = 0;
    double length = 0;
    double perimeter = 0;
    std::size_t skipped = 0;
    gis::Warnings warnings;
};

gis::Warning about(const char* kind, const gis::Subject& subject, gis::Message text) {
    return {kind, subject, std::move(text)};
}

/// The geometry itself, or a repaired copy of an invalid one; nothing if it cannot be mended.
std::optional<gis::Geometry> usable(const gis::Geometry& geometry, const gis::Subject& subject, Measured& measured) {
    const auto flaw = gis::flawOf(geometry);
    if (!flaw) return geometry;
    const std::string what = gis::translated(flaw->text);
    auto repair = gis::repaired(geometry, *flaw);
    if (repair) {
        measured.warning =
            about("invalid_geometry_repaired", subject, gis::message("cli", "%1; measured on a repaired copy", {what}));
        return std::move(repair->geometry);
    }
    measured.warning = about("invalid_geometry_skipped", subject, gis::message("cli", "%1; not measured", {what}));
    return std::nullopt;
}

Measured measureFeature(const gis::Feature& feature, const gis::EllipsoidMeasure& measure, const gis::Subject& layer) {
    Measured measured;
    const gis::Subject subject{layer.path, layer.layer, std::to_string(number(feature.id()))};
    const auto geometry = usable(feature.geometry(), subject, measured);
    if (geometry && geometry->dimension() == 2) {
        measured.area = measure.areaSquareMetres(*geometry);
        measured.perimeter = measure.lengthMetres(*geometry);
    } else if (geometry && geometry->dimension() == 1) {
        measured.length = measure.lengthMetres(*geometry);
    }
    measured.skipped = !geometry;
    if (std::isfinite(measured.area + measured.length + measured.perimeter)) return measured;
    Measured nothing;
    nothing.skipped = true;
    nothing.warning = about("no_latitude", subject,
                            gis::message("cli", "a vertex lies outside the coordinate reference system; not measured"));
    return nothing;
}

gis::Result<gis::EllipsoidMeasure> measureFor(const gis::VectorLayer& layer, const gis::Subject& subject,
                                              const AreaOptions& options) {
    const auto& crs = layer.table.crs();
    if (!crs.isKnown()) return tl::unexpected(gis::crsMissing(subject, layer.table.extent(), "--crs"));
    auto measure = gis::EllipsoidMeasure::make(crs, options.acceptBallpark);
    if (measure) return measure;
    gis::Error error = measure.error();
    error.subject = subject;
    if (error.code == gis::ErrorCode::DatumShiftUnknown)
        error.advice = gis::message("cli",
                                    "bring the data to CGCS2000 with approved parameters first, or take its latitudes "
                                    "as they are with --accept-ballpark");
    return tl::unexpected(std::move(error));
}

/// Features in a block of work.
constexpr std::size_t grain = 16;

gis::Result<Totals> measureLayer(const gis::VectorLayer& layer, const gis::Subject& subject, const AreaOptions& options,
                                 const gis::JobControl& control) {
    std::vector<gis::EllipsoidMeasure> measures;  // one for each worker: PROJ handles are not shared
    const std::size_t workers = std::min<std::size_t>(control.threadCount(), layer.table.size() / grain + 1);
    for (std::size_t worker = 0; worker < workers; ++worker) {
        TUCE_TRY(measure, measureFor(layer, subject, options));
        measures.push_back(std::move(measure));
    }
    std::vector<Measured> each(layer.table.size());
    const auto work = [&](std::size_t i, unsigned worker) {
        each[i] = measureFeature(layer.table.at(i), measures[worker], subject);
    };
    if (!gis::parallelFor(each.size(), control, work, grain)) return gis::canceled();
    // Added in the order of the features, so that the sum does not depend on the number of threads.
    gis::CompensatedSum area;
    gis::CompensatedSum length;
    gis::CompensatedSum perimeter;
    Totals totals;
    for (Measured& measured : each) {
        area.add(measured.area);
        length.add(measured.length);
        perimeter.add(measured.perimeter);
        totals.skipped += measured.skipped ? 1 : 0;
        if (measured.warning) totals.warnings.push_back(std::move(*measured.warning));
    }
    totals.area = area.value();
    totals.length = length.value();
    totals.perimeter = perimeter.value();
    return totals;
}

Json toJson(const gis::Warnings& warnings) {
    Json list = Json::array();
    for (const gis::Warning& warning : warnings)
        list.push_back({{"kind", warning.kind},
                        {"source", warning.subject.path},
                        {"layer", warning.subject.layer},
                        {"feature", warning.subject.feature},
                        {"text", gis::translated(warning.text)}});
    return list;
}

Json toJson(const gis::VectorLayer& layer, const std::string& path, const Totals& totals) {
    const auto& crs = layer.table.crs();
    return {{"source", path},
            {"layer", layer.info.name},
            {"features", layer.table.size()},
            {"area_m2", totals.area},
            {"length_m", totals.length},
            {"perimeter_m", totals.perimeter},
            {"skipped_features", totals.skipped},
            {"crs", crs.code().empty() ? crs.name() : crs.code()},
            {"crs_name", crs.name()},
            {"method", "national_formula_line_integral_cgcs2000"}};
}

/// Collects what the run has to say over all layers.
class AreaRun {
public:
    AreaRun(const Context& context, const AreaOptions& options) : m_context(context), m_options(options) {}

    gis::Result<void> measure(const std::string& source, const gis::ReadOptions& reading) {
        const gis::SourceName name = gis::SourceName::parse(source);
        TUCE_TRY(found, gis::readLayers(name, reading, m_context.control()));
        for (const gis::VectorLayer& layer : found) {
            tell(layer.warnings);
            const gis::Subject subject{name.path, layer.info.name, {}};
            TUCE_TRY(totals, measureLayer(layer, subject, m_options, m_context.control()));
            tell(totals.warnings);
            tellDatum(layer.table.crs());
            m_layers.push_back(toJson(layer, name.path, totals));
            if (!m_context.json) print(layer, subject, totals);
        }
        return {};
    }
    Json document() const { return {{"layers", m_layers}, {"warnings", toJson(m_warnings)}}; }

private:
    void tell(const gis::Warnings& told) {
        m_context.warn(told);
        m_warnings.insert(m_warnings.end(), told.begin(), told.end());
    }
    void tellDatum(const gis::CoordinateReferenceSystem& crs) {
        const gis::DatumFamily family = crs.datumFamily();
        if (family == gis::DatumFamily::Cgcs2000) return;
        if (family == gis::DatumFamily::Wgs84 || family == gis::DatumFamily::Other) {
            if (!m_datumsEqual) tell({gis::datumsTakenAsEqual()});  // once in a run
            m_datumsEqual = true;
        } else {
            tell({gis::ballparkDatumShift(crs, gis::CoordinateReferenceSystem::cgcs2000())});
        }
    }
    void print(const gis::VectorLayer& layer, const gis::Subject& subject, const Totals& totals) const {
        const auto& crs = layer.table.crs();
        m_context.print(gis::describe(subject) + " (" + (crs.code().empty() ? crs.name() : crs.code()) + ")");
        m_context.print("features: " + std::to_string(layer.table.size()));
        m_context.print("area: " + gis::toPlainDecimal(totals.area));
        m_context.print("length: " + gis::toPlainDecimal(totals.length));
    }

    const Context& m_context;
    const AreaOptions& m_options;
    Json m_layers = Json::array();
    gis::Warnings m_warnings;
    bool m_datumsEqual = false;
};

int runArea(const Context& context, const AreaOptions& options) {
    const auto reading = options.reading.readOptions();
    if (!reading) return context.fail(reading.error());
    AreaRun run(context, options);
    for (const std::string& source : options.sources)
        if (const auto done = run.measure(source, *reading); !done) return context.fail(done.error());
    if (context.json) context.print(run.document());
    return context.finished(false);
}

}  // namespace

void addArea(CLI::App& app, Context& context) {
    auto options = std::make_shared<AreaOptions>();
    CLI::App* command =
        addCommand(app, context, "area", gis::message("cli", "total ellipsoid area and length of each layer"));
    command->add_option("SOURCE", options->sources, tr("files, each with an optional |layer"))->required();
    options->reading.addTo(*command);
    command->add_flag("--accept-ballpark", options->acceptBallpark,
                      tr("measure old datums as if on CGCS2000; the positions may be off by 100 m"));
    command->callback(
        [&context, options] { context.run = [&context, options] { return runArea(context, *options); }; });
}

}  // namespace cli
