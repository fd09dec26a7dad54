// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/scheme/LayoutsCommand.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>

#include "gis/base/Resources.h"
#include "gis/engine/Overlay.h"
#include "gis/io/VectorFile.h"
#include "layers/scheme/BaseInPlane.h"
#include "layers/scheme/ElementStatistics.h"
#include "layers/scheme/ElementToBuild.h"
#include "tests/bench/check/StopWatch.h"

namespace bench {

namespace {

using cli::Context;
using cli::Json;

struct LayoutsOptions {
    std::string scheme;
    std::vector<std::string> bases;
    int times = 3;
};

struct Inputs {
    layers::Scheme scheme;
    layers::BaseLayers base;
    double readSeconds = 0;
};

gis::Result<Inputs> readInputs(const Context& context, const LayoutsOptions& options) {
    const StopWatch watch;
    TUCE_TRY(bytes, gis::readFile(options.scheme));
    TUCE_TRY(scheme, layers::schemeFromJson(bytes, options.scheme));
    std::vector<layers::BaseTable> tables;
    for (const std::string& source : options.bases) {
        TUCE_TRY(found, gis::readLayers(gis::SourceName::parse(source), {}, context.control()));
        for (gis::VectorLayer& layer : found) tables.push_back({layer.info.name, std::move(layer.table)});
    }
    TUCE_TRY(geography, layers::shippedGeography());
    TUCE_TRY(fields, layers::shippedBaseFieldNames());
    TUCE_TRY(base, layers::BaseLayers::make(tables, std::move(geography), fields));
    return Inputs{std::move(scheme), std::move(base), watch.seconds()};
}

/// The member units of each element built by union, in the plane, made ready before the clock runs.
struct PlainUnion {
    std::string id;
    std::vector<gis::Geometry> units;
};

gis::Result<std::vector<PlainUnion>> plainUnions(const Inputs& in, const layers::BuiltLayout& layout,
                                                 const layers::LayoutKinds& kinds) {
    TUCE_TRY(plane, layers::BaseInPlane::make(in.base, layout.crs));
    std::vector<PlainUnion> unions;
    gis::Warnings ignored;
    for (std::size_t i = 0; i < in.scheme.elements.size(); ++i) {
        if (layout.reports[i].builder != "union") continue;
        const auto& element = in.scheme.elements[i];
        PlainUnion one{element.id, {}};
        for (const auto& member :
             layers::elementToBuild(in.scheme, element, *kinds.find(element.kind), ignored).members) {
            TUCE_TRY(area, plane.areaOf(member));
            if (area) one.units.push_back(*area);
        }
        unions.push_back(std::move(one));
    }
    return unions;
}

/// Seconds for all unions; the greatest relative difference of an area to what was built.
gis::Result<std::pair<double, double>> unite(const std::vector<PlainUnion>& unions, const layers::BuiltLayout& layout) {
    std::vector<gis::Geometry> joined;
    const StopWatch watch;
    for (const PlainUnion& one : unions) {
        TUCE_TRY(area, gis::unionAll(one.units));
        joined.push_back(area);
    }
    const double seconds = watch.seconds();
    double worst = 0;
    for (std::size_t i = 0; i < unions.size(); ++i) {
        const auto report = std::find_if(layout.reports.begin(), layout.reports.end(),
                                         [&](const auto& r) { return r.id == unions[i].id; });
        const gis::Feature* built = layout.layer(report->layer)->table.find(report->feature);
        worst = std::max(worst, std::abs(gis::planeArea(built->geometry()) / gis::planeArea(joined[i]) - 1));
    }
    return std::pair{seconds, worst};
}

gis::Result<Json> measured(const Context& context, const LayoutsOptions& options) {
    TUCE_TRY(in, readInputs(context, options));
    TUCE_TRY(build, layers::shippedBuildOptions());
    TUCE_TRY(units, layers::shippedFactUnits());
    double building = 0;
    layers::BuiltLayout layout;
    for (int i = 0; i < options.times; ++i) {
        const StopWatch watch;
        TUCE_TRY(made, layers::buildLayout(in.scheme, in.base, build, context.control()));
        building = i == 0 ? watch.seconds() : std::min(building, watch.seconds());
        layout = std::move(made);
    }
    const StopWatch watch;
    TUCE_TRY(statistics, layers::elementStatistics(in.scheme, layout, units, context.control()));
    const double measuring = watch.seconds();
    TUCE_TRY(unions, plainUnions(in, layout, build.kinds));
    TUCE_TRY(plain, unite(unions, layout));
    const auto built =
        std::count_if(layout.reports.begin(), layout.reports.end(), [](const auto& r) { return r.isBuilt; });
    return Json{{"elements", in.scheme.elements.size()},
                {"built", built},
                {"units", in.base.units().size()},
                {"read_s", in.readSeconds},
                {"build_s", building},
                {"statistics_s", measuring},
                {"plain_unions", unions.size()},
                {"plain_union_s", plain.first},
                {"greatest_area_difference", plain.second}};
}

int run(const Context& context, const LayoutsOptions& options) {
    const auto numbers = measured(context, options);
    if (!numbers) return context.fail(numbers.error());
    if (context.json) {
        context.print(*numbers);
        return cli::Done;
    }
    char text[300];
    std::snprintf(text, sizeof text,
                  "%d of %d elements over %d units: read %.3f s, built %.3f s, measured %.3f s; "
                  "%d plain GEOS unions %.3f s, greatest difference of an area %.1e",
                  numbers->at("built").get<int>(), numbers->at("elements").get<int>(), numbers->at("units").get<int>(),
                  numbers->at("read_s").get<double>(), numbers->at("build_s").get<double>(),
                  numbers->at("statistics_s").get<double>(), numbers->at("plain_unions").get<int>(),
                  numbers->at("plain_union_s").get<double>(), numbers->at("greatest_area_difference").get<double>());
    context.print(std::string(text));
    return cli::Done;
}

}  // namespace

void addLayoutsBench(CLI::App& group, Context& context) {
    CLI::App* command = cli::addCommand(
        group, context, "layouts",
        gis::Message{"bench", "all elements of a scheme built, beside plain unions of the same members", {}});
    auto options = std::make_shared<LayoutsOptions>();
    command->add_option("SCHEME", options->scheme, "JSON file with the elements")->required();
    command->add_option("--base", options->bases, "boundaries and rivers")->required()->type_name("SOURCE");
    command->add_option("--times", options->times, "the fastest of so many builds (default 3)")
        ->check(CLI::Range(1, 100));
    command->callback([&context, options] { context.run = [&context, options] { return run(context, *options); }; });
}

}  // namespace bench
