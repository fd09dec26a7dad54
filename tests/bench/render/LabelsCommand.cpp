// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/render/LabelsCommand.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "gis/io/VectorFile.h"
#include "layers/render/LabelPlacing.h"
#include "layers/render/LabelRequests.h"
#include "layers/render/LabelSolver.h"
#include "layers/render/MapRenderer.h"
#include "layers/style/Style.h"
#include "tests/bench/check/CheckData.h"
#include "tests/bench/check/Random.h"
#include "tests/bench/check/StopWatch.h"
#include "tests/bench/render/RenderReferences.h"

namespace bench {

namespace {

using cli::Context;
using cli::Json;

struct LabelsOptions {
    std::string size = "M";
    int names = 5000;
    int repeat = 7;
};

/// Each name beside its point, in the order of the solver, with nothing remembered and nothing indexed.
std::size_t plainlyPlaced(const std::vector<layers::LabelRequest>& requests, const QRectF& map) {
    std::vector<QRectF> taken;
    for (const layers::LabelRequest& request : requests)
        taken.push_back(QRectF(request.shape.parts[0][0][0], QSizeF()).adjusted(-1, -1, 1, 1));
    std::size_t placed = 0;
    for (const layers::LabelRequest& request : requests) {
        const double em = request.style.sizeMm, width = layers::textWidth(request.text, request.style);
        const QPointF point = request.shape.parts[0][0][0];
        const double x = request.markerSizeMm / 2 + 0.25 * em + width / 2, y = request.markerSizeMm / 2 + 0.75 * em;
        for (const QPointF offset :
             {QPointF(x, -0.45 * em), QPointF(x, 0), QPointF(-x, -0.45 * em), QPointF(x, 0.45 * em), QPointF(-x, 0),
              QPointF(0, -y), QPointF(-x, 0.45 * em), QPointF(0, y), QPointF(x * 0.6, -y), QPointF(-x * 0.6, -y),
              QPointF(x * 0.6, y), QPointF(-x * 0.6, y), QPointF(x + em, -1.2 * em), QPointF(-x - em, -1.2 * em),
              QPointF(x + em, 1.2 * em), QPointF(-x - em, 1.2 * em)}) {
            const QPointF centre = point + offset;
            const QRectF box(centre.x() - width / 2, centre.y() - em / 2, width, em);
            if (!map.contains(box) ||
                std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(box); }))
                continue;
            taken.push_back(box.adjusted(-0.5, -0.5, 0.5, 0.5));
            ++placed;
            break;
        }
    }
    return placed;
}

/// 0 … 1.
double share(Random& random) { return random.below(1'000'000) / 1e6; }

layers::MapSettings viewOf(const gis::CoordinateReferenceSystem& crs, const gis::Extent& extent) {
    layers::MapSettings settings;
    settings.crs = crs;
    settings.extent = extent;
    settings.widthMm = 1920 * 25.4 / 96;
    settings.heightMm = 1080 * 25.4 / 96;
    settings.standsAlone = false;
    return settings;
}

class LabelsBench {
public:
    LabelsBench(const Context& context, const LabelsOptions& options) : m_context(context), m_options(options) {}

    gis::Result<void> run() {
        TUCE_CHECK(points());
        return zones();
    }
    const Json& document() const { return m_document; }

private:
    void tell(const std::string& what, std::vector<double> milliseconds, const std::string& note) {
        const double median = medianOf(milliseconds);
        std::snprintf(m_text, sizeof m_text, "%-52s %9.1f ms  %s", what.c_str(), median, note.c_str());
        if (!m_context.json) m_context.print(std::string(m_text));
        m_document.push_back({{"what", what}, {"median_ms", median}, {"milliseconds", milliseconds}, {"note", note}});
    }
    template <class Work>
    std::vector<double> timed(Work work, int times) const {
        std::vector<double> milliseconds;
        for (int run = 0; run <= times; ++run) {
            const StopWatch watch;
            work();
            if (run > 0) milliseconds.push_back(watch.seconds() * 1000);  // the first one reads fonts
        }
        return milliseconds;
    }

    /// So many names beside points in one view.
    gis::Result<void> points() {
        const auto crs = gis::CoordinateReferenceSystem::fromCode("EPSG:4545").value();
        const gis::Extent extent{400'000, 3'300'000, 800'000, 3'525'000};
        Random random(41);
        std::vector<gis::Feature> features;
        const char* const syllables[] = {"江", "山", "龙", "石", "平", "安", "永",
                                         "新", "大", "河", "城", "镇", "坝", "溪"};
        for (int index = 0; index < m_options.names; ++index) {
            std::string name;
            for (int letter = 0; letter < 2 + index % 3; ++letter) name += syllables[random.below(14)];
            features.emplace_back(gis::FeatureId{index + 1},
                                  gis::Geometry::point({extent.minX + share(random) * extent.width(),
                                                        extent.minY + share(random) * extent.height()}),
                                  std::vector<gis::Value>{name});
        }
        layers::Layer layer;
        layer.id = gis::LayerId{1};
        layer.name = "points";
        layer.nameField = "name";
        TUCE_TRY(style, layers::shippedStyle("place"));
        layer.style = std::move(style);
        layer.style.label.sizePt = 6;
        layer.table = gis::FeatureTable(gis::Schema({{"name", gis::FieldType::Text, 0}}), crs, features);
        layers::ProjectSnapshot plan;
        plan.layers = {std::make_shared<const layers::Layer>(layer)};
        layers::MapSettings settings = viewOf(crs, extent);
        settings.shapeRoomMm = layers::labelRoomMm;
        settings.pixelsPerMm = 10;
        TUCE_TRY(list, layers::makeDrawList(plan, settings, control()));
        const auto requests = layers::worldRequests(list, {}, {});
        const QRectF map = list.frame.box();
        std::size_t placed = 0, plainly = 0;
        const auto solve = [&] {
            const layers::InkMap ink(list);
            layers::LabelPlacing placing(map, ink);
            placing.takeMarkers(list);
            placed = 0;
            for (const layers::LabelRequest& request : layers::worldRequests(list, {}, {}))
                placed += placing.place(request) ? 1 : 0;
        };
        const std::string count = std::to_string(m_options.names) + " names of points";
        auto ours = timed(solve, m_options.repeat);
        tell(count + ", ink and requests with them", ours, std::to_string(placed) + " placed");
        tell(count + ", from the plan (with what lies around)",
             timed([&] { (void)layers::solveLabels(plan, settings, control()); }, m_options.repeat), "");
        auto plain = timed([&] { plainly = plainlyPlaced(requests, map); }, std::min(2, m_options.repeat));
        std::snprintf(m_text, sizeof m_text, "%zu placed, × %.1f", plainly, medianOf(plain) / medianOf(ours));
        tell(count + ", plainly", plain, std::string(m_text));
        return {};
    }

    /// Zones of made-up data with a name field.
    gis::Result<void> zones() {
        TUCE_TRY(size, checkSize(m_options.size));
        const bool temporary = m_context.outputs.empty();
        const std::string folder =
            temporary ? std::filesystem::temp_directory_path().string() + "/tuce-bench-" + std::to_string(::getpid())
                      : m_context.outputs.front();
        std::error_code error;
        std::filesystem::create_directories(folder, error);
        auto done = zonesOf(size, folder);
        if (temporary) std::filesystem::remove_all(folder, error);
        return done;
    }

    gis::Result<void> zonesOf(const CheckSize& size, const std::string& folder) {
        TUCE_TRY(files, checkFiles(size, false, folder, control()));
        TUCE_TRY(source, gis::readLayers(gis::SourceName{files.control, {}}, {}, control()));
        layers::ProjectSnapshot plan;
        gis::Extent whole;
        for (gis::VectorLayer& one : source) {
            layers::Layer layer;
            layer.id = gis::LayerId{static_cast<std::int64_t>(plan.layers.size()) + 1};
            layer.name = one.info.name;
            layer.table = std::move(one.table);
            TUCE_TRY(style, layers::shippedStyle("eco_redline"));
            layer.style = std::move(style);
            layer.style.label.field = layer.table.schema().fields().front().name;
            for (const gis::Field& field : layer.table.schema().fields())
                if (field.type == gis::FieldType::Text) layer.style.label.field = field.name;
            whole.include(layer.table.extent());
            plan.layers.push_back(std::make_shared<const layers::Layer>(std::move(layer)));
        }
        const auto crs = plan.layers.front()->table.crs();
        layers::LayerForms forms;
        for (const double zoom : {1.0, 7.0, 50.0}) {
            const gis::Coordinate centre = whole.centre();
            const double w = whole.width() / 2 / zoom, h = whole.height() / 2 / zoom;
            const auto settings = viewOf(crs, {centre.x - w, centre.y - h, centre.x + w, centre.y + h});
            std::size_t seen = 0, solved = 0;
            const auto solve = [&] {
                const auto solution = layers::solveLabels(plan, settings, control(), &forms);
                if (!solution) return;
                solved = solution->labels.size();
                seen = solution->seenIn(settings).size();
            };
            auto times = timed(solve, m_options.repeat);
            std::snprintf(m_text, sizeof m_text, "zones of %s named, 1/%.0f of the width", m_options.size.c_str(),
                          zoom);
            const std::string what(m_text);
            tell(what, times, std::to_string(solved) + " placed, " + std::to_string(seen) + " seen");
            layers::MapSettings page = settings;
            page.standsAlone = true;
            tell(what + ", the whole picture",
                 timed([&] { (void)layers::renderMap(plan, settings, control(), &forms); },
                       std::min(3, m_options.repeat)),
                 "");
        }
        return {};
    }

    gis::JobControl control() const { return {m_context.cancel, {}, m_context.threads}; }

    const Context& m_context;
    const LabelsOptions& m_options;
    Json m_document = Json::array();
    char m_text[300] = {};
};

int runLabelsBench(const Context& context, const LabelsOptions& options) {
    LabelsBench bench(context, options);
    if (const auto done = bench.run(); !done) return context.fail(done.error());
    if (context.json) context.print(bench.document());
    return cli::Done;
}

}  // namespace

void addLabelsBench(CLI::App& group, Context& context) {
    CLI::App* command =
        cli::addCommand(group, context, "labels",
                        gis::Message{"bench", "names of made-up points and zones placed, beside a plain solver", {}});
    auto options = std::make_shared<LabelsOptions>();
    command->add_option("--size", options->size, "S, SM, M (default) or L")
        ->check(CLI::IsMember({"S", "SM", "M", "L"}));
    command->add_option("--names", options->names, "names of points (5000)")->check(CLI::Range(1, 1'000'000));
    command->add_option("--repeat", options->repeat, "runs of each (7)")->check(CLI::Range(1, 1000));
    command->add_option("--out", context.outputs, "folder for data, kept for the next run")
        ->expected(1)
        ->type_name("DIR");
    command->callback(
        [&context, options] { context.run = [&context, options] { return runLabelsBench(context, *options); }; });
}

}  // namespace bench
