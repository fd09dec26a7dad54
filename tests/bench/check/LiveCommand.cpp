// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <ctime>

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "tests/bench/check/BenchCommand.h"
#include "tests/bench/check/LivePlan.h"
#include "tests/bench/check/LiveReferences.h"
#include "tests/bench/check/StopWatch.h"

namespace bench {

namespace {

using cli::Context;
using cli::Json;

struct LiveOptions {
    std::string size = "M";
    std::size_t moves = 400;
    std::size_t vertices = 1000;
    std::size_t zones = 200;
    std::size_t geosEvery = 20;
    std::uint64_t seed = 1;
};

/// Times of one kind, in milliseconds.
struct Times {
    std::vector<double> all;

    void add(double seconds) { all.push_back(seconds * 1000); }
    double at(double share) {
        if (all.empty()) return 0;
        std::sort(all.begin(), all.end());
        return all[std::min(all.size() - 1, static_cast<std::size_t>(share * static_cast<double>(all.size())))];
    }
    Json json() { return {{"count", all.size()}, {"median_ms", at(0.5)}, {"p99_ms", at(0.99)}, {"max_ms", at(1)}}; }
};

std::string line(const char* what, Times& times) {
    char text[200];
    std::snprintf(text, sizeof text, "%-44s %6zu %9.3f %9.3f %9.3f", what, times.all.size(), times.at(0.5),
                  times.at(0.99), times.at(1));
    return text;
}

/// Of this thread; the numbers are counted on it alone, so that a busy machine does not count.
double threadSeconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

class LiveBench {
public:
    LiveBench(const Context& context, const LiveOptions& options) : m_context(context), m_options(options) {}

    gis::Result<void> run(const std::string& folder) {
        TUCE_TRY(size, checkSize(m_options.size));
        const gis::JobControl control = m_context.control();
        TUCE_TRY(files, checkFiles(size, false, folder, control));
        const StopWatch reading;
        TUCE_TRY(plan, livePlan(files, control));
        m_plan = std::move(plan);
        m_readSeconds = reading.seconds();
        gis::Extent all;
        for (const layers::LayerPtr& layer : m_plan->layers) all.include(layer->table.extent());
        LiveDrags drags(all, m_options.vertices, m_options.seed);
        TUCE_CHECK(first(drags));
        GeosReference geos(m_plan);
        for (std::size_t move = 0; move < m_options.moves; ++move) {
            if (move % LiveDrags::stepsOfDrag == 0) TUCE_CHECK(begin(drags, move / LiveDrags::stepsOfDrag));
            drags.step();
            TUCE_CHECK(one(drags, move, geos));
        }
        tell(size);
        return {};
    }
    const Json& document() const { return m_document; }
    bool differs() const { return m_different > 0; }

private:
    gis::Result<layers::LiveAnswer> numbers(const gis::Feature& feature) {
        return m_live.numbers(*m_plan, liveLayoutId, feature, {m_context.cancel, {}, m_context.threads});
    }

    static std::size_t rowCount(const layers::LiveAnswer& answer) {
        std::size_t rows = 0;
        for (const layers::LiveOverlap& overlap : answer.overlaps) rows += overlap.findings.size();
        return rows;
    }

    gis::Result<void> first(LiveDrags& drags) {
        drags.placeAnew(2000);
        const StopWatch watch;
        TUCE_TRY(answer, numbers(liveFeature(drags.shape())));
        m_firstSeconds = watch.seconds();
        return {};
    }

    /// Every second drag takes the whole; every fourth begins elsewhere with as many zones as there may be.
    gis::Result<void> begin(LiveDrags& drags, std::size_t drag) {
        m_kind = drag % 2 == 0 ? LiveDrags::Kind::Vertex : LiveDrags::Kind::Whole;
        if (drag % 4 == 0) {
            drags.placeAnew(3000);
            for (int round = 0; round < 12; ++round) {
                TUCE_TRY(answer, numbers(liveFeature(drags.shape())));
                const auto rows = static_cast<double>(std::max<std::size_t>(rowCount(answer), 1));
                const double wanted = static_cast<double>(m_options.zones) * 0.9;
                if (rows <= wanted && rows > wanted * 0.8) break;
                drags.resize(drags.radius() * std::clamp(std::sqrt(wanted * 0.95 / rows), 0.5, 2.0));
            }
        }
        drags.begin(m_kind);
        TUCE_TRY(start, numbers(liveFeature(drags.shape())));
        return {};
    }

    gis::Result<void> one(const LiveDrags& drags, std::size_t move, GeosReference& geos) {
        const gis::Feature feature = liveFeature(drags.shape());
        const double cpuBefore = threadSeconds();
        const StopWatch watch;
        TUCE_TRY(answer, numbers(feature));
        const double seconds = watch.seconds();
        m_cpu.add(threadSeconds() - cpuBefore);
        const StopWatch shaping;
        TUCE_TRY(shaped, m_live.withShapes(answer, {m_context.cancel, {}, m_context.threads}));
        const double shapeSeconds = shaping.seconds();
        const bool isVertex = m_kind == LiveDrags::Kind::Vertex;
        m_all.add(seconds);
        (isVertex ? m_vertex : m_whole).add(seconds);
        m_shapes.add(shapeSeconds);
        (isVertex ? m_vertexShapes : m_wholeShapes).add(shapeSeconds);
        const std::size_t rows = rowCount(answer);
        m_mostRows = std::max(m_mostRows, rows);
        m_rowSum += rows;
        TUCE_TRY(different, m_bulk.differences(*m_plan, feature, answer));
        m_different += different;
        if (m_options.geosEvery > 0 && move % m_options.geosEvery == 0) {
            const GeosReference::Answer other = geos.ask(feature.geometry());
            m_geos.add(other.seconds);
            m_geosRows += other.rows;
            m_ourRows += rows;
        }
        return {};
    }

    void print(const std::string& text) const {
        if (!m_context.json) m_context.print(text);
    }

    void tell(const CheckSize& size) {
        char text[300];
        std::snprintf(text, sizeof text,
                      "size %s: %zu zones, %zu zone vertices; a feature of %zu vertices over %.0f zones (at most %zu)",
                      size.name.c_str(), size.zones, size.zoneVertices, m_options.vertices,
                      static_cast<double>(m_rowSum) / static_cast<double>(m_all.all.size()), m_mostRows);
        print(text);
        std::snprintf(text, sizeof text, "read %.2f s; first number, both layers made ready: %.2f s", m_readSeconds,
                      m_firstSeconds);
        print(text);
        std::snprintf(text, sizeof text, "%-44s %6s %9s %9s %9s", "milliseconds", "moves", "median", "p99", "most");
        print(text);
        print(line("areas by red line", m_all));
        print(line("  time of the processor", m_cpu));
        print(line("  a vertex dragged", m_vertex));
        print(line("  the whole dragged", m_whole));
        print(line("overlap geometry", m_shapes));
        print(line("  a vertex dragged", m_vertexShapes));
        print(line("  the whole dragged", m_wholeShapes));
        print(line("plain GEOS, zones prepared before", m_geos));
        std::snprintf(text, sizeof text,
                      "rows and sums that differ from the bulk engine: %zu; GEOS has %zu rows, we %zu", m_different,
                      m_geosRows, m_ourRows);
        print(text);
        if (m_different > 0) print("  " + m_bulk.example());
        m_document = {{"size", size.name},
                      {"vertices", m_options.vertices},
                      {"most_zones", m_mostRows},
                      {"read_s", m_readSeconds},
                      {"first_s", m_firstSeconds},
                      {"areas", m_all.json()},
                      {"areas_cpu", m_cpu.json()},
                      {"areas_vertex", m_vertex.json()},
                      {"areas_whole", m_whole.json()},
                      {"geometry", m_shapes.json()},
                      {"geometry_vertex", m_vertexShapes.json()},
                      {"geometry_whole", m_wholeShapes.json()},
                      {"geos", m_geos.json()},
                      {"different", m_different}};
    }

    const Context& m_context;
    const LiveOptions& m_options;
    layers::SnapshotPtr m_plan;
    std::shared_ptr<layers::PreparedControls> m_ready = std::make_shared<layers::PreparedControls>();
    layers::LiveCheck m_live{m_ready};
    BulkReference m_bulk{m_ready};
    LiveDrags::Kind m_kind = LiveDrags::Kind::Vertex;
    Times m_cpu, m_all, m_vertex, m_whole, m_shapes, m_vertexShapes, m_wholeShapes, m_geos;
    std::size_t m_mostRows = 0, m_rowSum = 0, m_different = 0, m_geosRows = 0, m_ourRows = 0;
    double m_readSeconds = 0, m_firstSeconds = 0;
    Json m_document;
};

int runLive(const Context& context, const LiveOptions& options) {
    const bool temporary = context.outputs.empty();
    const std::string folder =
        temporary ? std::filesystem::temp_directory_path().string() + "/tuce-bench-" + std::to_string(::getpid())
                  : context.outputs.front();
    LiveBench bench(context, options);
    const auto done = bench.run(folder);
    std::error_code error;
    if (temporary) std::filesystem::remove_all(folder, error);
    if (!done) return context.fail(done.error());
    if (context.json) context.print(bench.document());
    return context.finished(bench.differs());
}

}  // namespace

void addLiveBench(CLI::App& group, Context& context) {
    CLI::App* command = cli::addCommand(
        group, context, "live",
        gis::Message{"bench", "the check of one dragged feature, beside plain GEOS and the bulk engine", {}});
    auto options = std::make_shared<LiveOptions>();
    command->add_option("--size", options->size, "S, SM, M (default) or L")
        ->check(CLI::IsMember({"S", "SM", "M", "L"}));
    command->add_option("--moves", options->moves, "steps of the mouse, 20 to a drag (default 400)");
    command->add_option("--vertices", options->vertices, "of the dragged feature (default 1000)");
    command->add_option("--zones", options->zones, "that it meets at most (default 200)");
    command->add_option("--every", options->geosEvery, "GEOS looks at every Nth move (default 20; 0: none)");
    command->add_option("--seed", options->seed, "of places and moves (default 1)");
    command->add_option("--out", context.outputs, "folder for the data, kept for the next run")
        ->expected(1)
        ->type_name("DIR");
    command->callback(
        [&context, options] { context.run = [&context, options] { return runLive(context, *options); }; });
}

}  // namespace bench
