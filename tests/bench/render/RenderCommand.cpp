// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/render/RenderCommand.h"

#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <filesystem>

#include "gis/io/PackedVectorFile.h"
#include "tests/bench/check/BenchCommand.h"
#include "tests/bench/check/CheckData.h"
#include "tests/bench/check/StopWatch.h"
#include "tests/bench/policy/AuditCommand.h"
#include "tests/bench/policy/GazetteerCommand.h"
#include "tests/bench/policy/LinksCommand.h"
#include "tests/bench/render/Fidelity.h"
#include "tests/bench/render/LabelsCommand.h"
#include "tests/bench/render/RenderReferences.h"
#include "tests/bench/scheme/LayoutsCommand.h"

namespace bench {

namespace {

using cli::Context;
using cli::Json;

struct RenderBenchOptions {
    std::string size = "M";
    bool skipOthers = false;
    bool skipPainter = false;
    bool skipFull = false;
    int repeat = 5;
};

/// Differences between two pictures of the same view.
struct Agreement {
    double mean = 0;       ///< of all channels, of 255
    double shareOver = 0;  ///< of pixels that differ by more than a quarter in a channel
};

Agreement agreementOf(const QImage& ours, const QImage& theirs) {
    Agreement agreement;
    if (ours.size() != theirs.size()) return {255, 1};
    const QImage a = ours.convertToFormat(QImage::Format_RGB32), b = theirs.convertToFormat(QImage::Format_RGB32);
    double sum = 0, over = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb one = a.pixel(x, y), other = b.pixel(x, y);
            const int red = std::abs(qRed(one) - qRed(other)), green = std::abs(qGreen(one) - qGreen(other)),
                      blue = std::abs(qBlue(one) - qBlue(other));
            sum += red + green + blue;
            over += std::max({red, green, blue}) > 64 ? 1 : 0;
        }
    const double pixels = static_cast<double>(a.width()) * a.height();
    return {sum / pixels / 3, over / pixels};
}

class RenderBench {
public:
    RenderBench(const Context& context, const RenderBenchOptions& options, std::string folder)
        : m_context(context), m_options(options), m_folder(std::move(folder)) {}

    gis::Result<void> run() {
        TUCE_TRY(size, checkSize(m_options.size));
        TUCE_TRY(files, checkFiles(size, false, m_folder, m_context.control()));
        TUCE_CHECK(prepare(files.control));
        std::vector<std::vector<FrameRun>> others;
        if (!m_options.skipOthers) {
            others.push_back(qgisFrames(files.control, m_layers, m_views, m_options.repeat, m_folder));
            others.push_back(mapnikFrames(files.control, m_layers, m_views, m_options.repeat, m_folder));
        }
        std::snprintf(m_text, sizeof m_text, "%-34s %-18s %9s %9s %9s %8s %10s %10s", "program", "view", "wall ms",
                      "best ms", "cpu ms", "× ours", "mean diff", "over 64");
        print(m_text);
        for (std::size_t i = 0; i < m_views.size(); ++i) {
            const FrameRun own = ownFrames(m_views[i]);
            tell(own, own);
            if (!m_options.skipPainter) tell(paintedPaths(m_layers, m_views[i], std::min(2, m_options.repeat)), own);
            for (const std::vector<FrameRun>& other : others) tell(other[i], own);
        }
        if (!m_options.skipFull) tellFidelity();
        return {};
    }
    const Json& document() const { return m_document; }

private:
    void print(const std::string& text) const {
        if (!m_context.json) m_context.print(text);
    }
    gis::JobControl control() const { return {m_context.cancel, {}, m_context.threads}; }

    /// Reads and builds, by phases.
    gis::Result<void> prepare(const std::string& path) {
        StopWatch phase;
        TUCE_TRY(source, gis::readPackedLayers(gis::SourceName{path, {}}, {}, {}, control()));
        const double readSeconds = phase.seconds();
        double treeSeconds = 0, formSeconds = 0;
        std::size_t vertices = 0, shapes = 0, formBytes = 0;
        gis::Extent whole;
        constexpr std::uint32_t fills[] = {0x664caf50U, 0x66fff176U}, lines[] = {0xff1b5e20U, 0xffb08d1eU};
        for (gis::PackedLayer& layer : source) {
            phase = {};
            TUCE_TRY(tree, gis::RunTree::build(layer.shapes, control()));
            treeSeconds += phase.seconds();
            phase = {};
            TUCE_TRY(form, gis::DrawingForm::build(layer.shapes, tree, control()));
            formSeconds += phase.seconds();
            vertices += layer.shapes.coordinates.size();
            shapes += layer.shapes.shapeCount();
            formBytes += form.byteCount();
            whole.include(form.index->extent());
            const std::size_t colour = m_layers.size() % 2;
            m_layers.push_back({layer.info.name, std::move(form), fills[colour], lines[colour]});
        }
        if (whole.isEmpty()) return gis::fail(gis::ErrorCode::NotFound, {}, gis::Message{"bench", "no shapes", {}});
        addViews(whole);
        std::snprintf(m_text, sizeof m_text,
                      "size %s: %zu shapes, %zu vertices; read %.3f s, tree %.3f s, drawing form %.3f s; %.2f bytes a "
                      "vertex beside coordinates and tree",
                      m_options.size.c_str(), shapes, vertices, readSeconds, treeSeconds, formSeconds,
                      static_cast<double>(formBytes) / static_cast<double>(std::max<std::size_t>(vertices, 1)));
        print(m_text);
        m_document = {{"size", m_options.size},  {"threads", control().threadCount()},
                      {"vertices", vertices},    {"read_s", readSeconds},
                      {"tree_s", treeSeconds},   {"form_s", formSeconds},
                      {"form_bytes", formBytes}, {"frames", Json::array()}};
        return {};
    }

    void addViews(const gis::Extent& whole) {
        const auto add = [&](const char* name, double zoom) {
            BenchView view;
            view.name = name;
            view.frame.pixelsPerUnit = std::min(view.width / whole.width(), view.height / whole.height()) * zoom;
            view.frame.topLeft = {whole.centre().x - view.width / 2.0 / view.frame.pixelsPerUnit,
                                  whole.centre().y + view.height / 2.0 / view.frame.pixelsPerUnit};
            m_views.push_back(view);
        };
        add("full extent", 1);
        add("1/50 of the area", std::sqrt(50.0));
        add("1/50 of the width", 50);
    }

    FrameRun ownFrames(const BenchView& view) const {
        FrameRun run{"tuce, coverage filler", view.name, true, {}, {}, {}, {}};
        for (int frame = 0; frame <= m_options.repeat; ++frame) {
            const StopWatch watch;
            const std::clock_t begin = std::clock();
            QImage image(view.width, view.height, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            const gis::PixelImage pixels{reinterpret_cast<std::uint32_t*>(image.bits()), image.bytesPerLine() / 4,
                                         view.width, view.height};
            for (const BenchLayer& layer : m_layers)
                gis::paintShapes(layer.form, {}, {qPremultiply(layer.fill), qPremultiply(layer.line), benchLineWidth},
                                 view.frame, pixels, control());
            if (frame > 0) {
                run.milliseconds.push_back(watch.seconds() * 1000);
                run.processor.push_back(processorMilliseconds(begin));
            }
            run.image = std::move(image);
        }
        return run;
    }

    void tell(const FrameRun& run, const FrameRun& own) {
        const Agreement agreement = run.finished ? agreementOf(own.image, run.image) : Agreement{};
        const double wall = medianOf(run.milliseconds), ours = medianOf(own.milliseconds);
        std::snprintf(m_text, sizeof m_text, "%-34s %-18s %9.1f %9.1f %9.1f %8.1f %10.3f %9.3f%%  %s",
                      run.program.c_str(), run.view.c_str(), wall, bestOf(run.milliseconds), medianOf(run.processor),
                      ours > 0 ? wall / ours : 0, agreement.mean, 100 * agreement.shareOver, run.note.c_str());
        print(m_text);
        m_document["frames"].push_back({{"program", run.program},
                                        {"view", run.view},
                                        {"finished", run.finished},
                                        {"milliseconds", run.milliseconds},
                                        {"median_ms", wall},
                                        {"best_ms", bestOf(run.milliseconds)},
                                        {"processor_ms", medianOf(run.processor)},
                                        {"mean_difference", agreement.mean},
                                        {"share_over_64", agreement.shareOver},
                                        {"note", run.note}});
        if (!m_context.outputs.empty() && run.finished) {
            QString name = QString::fromStdString(run.program.substr(0, run.program.find(',')) + " " + run.view);
            name.replace(QLatin1Char('/'), QLatin1Char('-')).replace(QLatin1Char(' '), QLatin1Char('-'));
            run.image.save(QString::fromStdString(m_folder) + QStringLiteral("/") + name + QStringLiteral(".png"));
        }
    }

    /// What the vertices left out change.
    void tellFidelity() {
        std::snprintf(m_text, sizeof m_text, "%-34s %-18s %12s %12s %12s %12s %12s", "fills beside every vertex",
                      "view", "over 16", "over 64", "off edges", "furthest px", "vertices");
        print(m_text);
        for (const BenchView& view : m_views) {
            const Fidelity found = fidelityOf(m_layers, view, control());
            std::snprintf(m_text, sizeof m_text, "%-34s %-18s %11.3f%% %11.3f%% %11.3f%% %12.3f %11.1f%%",
                          "share of differing pixels", view.name.c_str(), 100 * found.shareOver16,
                          100 * found.shareOver64, 100 * found.strayed, found.furthest,
                          100.0 * static_cast<double>(found.kept) /
                              static_cast<double>(std::max<std::size_t>(found.vertices, 1)));
            print(m_text);
            m_document["fidelity"].push_back({{"view", view.name},
                                              {"share_over_16", found.shareOver16},
                                              {"share_over_64", found.shareOver64},
                                              {"share_off_edges", found.strayed},
                                              {"furthest_px", found.furthest},
                                              {"vertices_kept", found.kept},
                                              {"vertices", found.vertices}});
        }
    }

    const Context& m_context;
    const RenderBenchOptions& m_options;
    std::string m_folder;
    std::vector<BenchLayer> m_layers;
    std::vector<BenchView> m_views;
    Json m_document;
    char m_text[400] = {};
};

int runRenderBench(const Context& context, const RenderBenchOptions& options) {
    const bool temporary = context.outputs.empty();
    const std::string folder =
        temporary ? std::filesystem::temp_directory_path().string() + "/tuce-bench-" + std::to_string(::getpid())
                  : context.outputs.front();
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    RenderBench bench(context, options, folder);
    const auto done = bench.run();
    if (temporary) std::filesystem::remove_all(folder, error);
    if (!done) return context.fail(done.error());
    if (context.json) context.print(bench.document());
    return cli::Done;
}

void addRenderBench(CLI::App& group, Context& context) {
    CLI::App* command = cli::addCommand(
        group, context, "render",
        gis::Message{"bench", "warm frames of made-up layers, beside QPainter over plain paths, QGIS and Mapnik", {}});
    auto options = std::make_shared<RenderBenchOptions>();
    command->add_option("--size", options->size, "S, SM, M (default) or L")
        ->check(CLI::IsMember({"S", "SM", "M", "L"}));
    command->add_flag("--no-painter", options->skipPainter, "leave the run of QPainter out");
    command->add_flag("--no-full", options->skipFull, "leave the comparison with every vertex out");
    command->add_flag("--no-others", options->skipOthers,
                      "leave out QGIS and Mapnik, which run where they are installed");
    command->add_option("--repeat", options->repeat, "warm frames of each view (5)")->check(CLI::Range(1, 1000));
    command->add_option("--out", context.outputs, "folder for data and pictures, kept for the next run")
        ->expected(1)
        ->type_name("DIR");
    command->callback(
        [&context, options] { context.run = [&context, options] { return runRenderBench(context, *options); }; });
}

}  // namespace

void addBenches(CLI::App& app, Context& context) {
    addBench(app, context);
    addRenderBench(*app.get_subcommand("bench"), context);
    addLabelsBench(*app.get_subcommand("bench"), context);
    addGazetteerBench(*app.get_subcommand("bench"), context);
    addAuditBench(*app.get_subcommand("bench"), context);
    addLinksBench(*app.get_subcommand("bench"), context);
    addLayoutsBench(*app.get_subcommand("bench"), context);
}

}  // namespace bench
