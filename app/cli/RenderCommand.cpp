// SPDX-License-Identifier: Apache-2.0
#include <QBuffer>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <memory>

#include "app/cli/Commands.h"
#include "app/cli/RenderSnapshot.h"
#include "app/cli/SourceOptions.h"
#include "layers/render/MapRenderer.h"
#include "layers/render/RasterShelf.h"

namespace cli {

namespace {

struct RenderOptions {
    std::vector<std::string> sources;
    std::vector<double> extent;
    std::string extentCrs;
    std::string mapCrs;
    std::string size = "1024x768";
    double dpi = 96;
    int repeat = 0;
    bool noLabels = false;
    SourceOptions reading;
};

gis::Result<std::pair<int, int>> parsedSize(const std::string& text) {
    int width = 0;
    int height = 0;
    char rest = 0;
    if (std::sscanf(text.c_str(), "%5dx%5d%c", &width, &height, &rest) != 2 || width < 1 || height < 1)
        return gis::fail(
            gis::ErrorCode::InvalidArgument, {},
            gis::message("cli", "\"%1\" is not a size; write width x height in pixels, as 800x600", {text}));
    return std::pair{width, height};
}

/// The CRS of the map: as asked, the project's, else that of the first layer which says one.
gis::Result<gis::CoordinateReferenceSystem> mapCrs(const layers::ProjectSnapshot& plan, const RenderOptions& options) {
    if (!options.mapCrs.empty()) return crsOption(options.mapCrs);
    if (!plan.info.crsCode.empty()) return gis::CoordinateReferenceSystem::fromCode(plan.info.crsCode);
    for (const layers::LayerPtr& layer : plan.layers)
        if (layer->table.crs().isKnown()) return layer->table.crs();
    return gis::fail(gis::ErrorCode::CrsMissing, {},
                     gis::message("cli", "no layer says its coordinate reference system"),
                     gis::message("cli", "give it with --crs"));
}

/// All visible layers, with a narrow margin.
gis::Result<gis::Extent> wholeExtent(const layers::ProjectSnapshot& plan, const gis::CoordinateReferenceSystem& crs) {
    gis::Extent all;
    for (const layers::LayerPtr& layer : plan.layers) {
        const gis::Extent own = layer->extent();
        if (!layer->visible || own.isEmpty()) continue;
        if (!layer->table.crs().isKnown()) {
            all.include(own);
            continue;
        }
        TUCE_TRY(transform, gis::CoordinateTransform::make(layer->table.crs(), crs));
        TUCE_TRY(box, transform.apply(own));
        all.include(box);
    }
    if (all.isEmpty()) return gis::fail(gis::ErrorCode::NotFound, {}, gis::message("cli", "there is nothing to draw"));
    return all.grown(0.02 * std::max(all.width(), all.height()));
}

gis::Result<gis::Extent> shownExtent(const layers::ProjectSnapshot& plan, const gis::CoordinateReferenceSystem& crs,
                                     const RenderOptions& options) {
    if (options.extent.empty()) return wholeExtent(plan, crs);
    const gis::Extent wished{options.extent[0], options.extent[1], options.extent[2], options.extent[3]};
    if (wished.isEmpty() || !std::isfinite(wished.width() + wished.height()))
        return gis::fail(gis::ErrorCode::InvalidArgument, {},
                         gis::message("cli", "the extent is empty; write xmin,ymin,xmax,ymax"));
    if (options.extentCrs.empty()) return wished;
    TUCE_TRY(from, crsOption(options.extentCrs));
    TUCE_TRY(transform, gis::CoordinateTransform::make(from, crs));
    return transform.apply(wished);
}

gis::Result<layers::MapSettings> settingsFor(const layers::ProjectSnapshot& plan, const RenderOptions& options) {
    layers::MapSettings settings;
    TUCE_TRY(size, parsedSize(options.size));
    TUCE_TRY(crs, mapCrs(plan, options));
    TUCE_TRY(extent, shownExtent(plan, crs, options));
    settings.crs = crs;
    settings.extent = extent;
    settings.pixelsPerMm = options.dpi / 25.4;
    settings.widthMm = size.first / settings.pixelsPerMm;
    settings.heightMm = size.second / settings.pixelsPerMm;
    settings.labels = !options.noLabels;
    return settings;
}

gis::Result<void> checkOutputs(const std::vector<std::string>& outputs) {
    for (const std::string& path : outputs) {
        const std::string ending = std::filesystem::path(path).extension().string();
        if (ending != ".png")
            return gis::fail(gis::ErrorCode::UnsupportedFormat, {path, {}, {}},
                             gis::message("cli", "cannot write %1; available: %2", {ending, ".png"}));
    }
    return {};
}

gis::Result<void> writeImage(const QImage& image, const Context& context) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    for (const std::string& path : context.outputs)
        TUCE_CHECK(gis::writeFile(path, buffer.data().toStdString(), context.overwrite()));
    return {};
}

Json describedMap(const layers::MapSettings& settings, const Context& context) {
    const gis::Extent shown = settings.shownExtent();
    return {{"out", context.outputs},
            {"width", settings.pixelWidth()},
            {"height", settings.pixelHeight()},
            {"crs", settings.crs.code()},
            {"extent", {shown.minX, shown.minY, shown.maxX, shown.maxY}},
            {"scale_denominator", settings.scaleDenominator()}};
}

struct Frames {
    QImage image;
    std::vector<double> milliseconds;
};

gis::Result<Frames> drawnFrames(const layers::ProjectSnapshot& plan, const layers::MapSettings& asked, int count,
                                const gis::JobControl& control) {
    Frames frames;
    layers::MapSettings settings = asked;
    settings.rasterShelf = std::make_shared<layers::RasterShelf>();
    layers::LayerForms forms;
    for (int frame = 0; frame < count; ++frame) {
        const auto start = std::chrono::steady_clock::now();
        TUCE_TRY(image, layers::renderMap(plan, settings, control, &forms));
        frames.image = std::move(image);
        frames.milliseconds.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    return frames;
}

void printResult(const Context& context, const layers::MapSettings& settings, const RenderOptions& options,
                 const Frames& frames) {
    if (!context.json && options.repeat == 0) {
        for (const std::string& path : context.outputs) context.print(path);
        return;
    }
    Json document = describedMap(settings, context);
    if (options.repeat > 0) {
        document["first_frame_ms"] = frames.milliseconds.front();
        document["warm_frame_ms"] = std::vector<double>(frames.milliseconds.begin() + 1, frames.milliseconds.end());
    }
    context.print(document);
}

gis::Result<void> render(const Context& context, const RenderOptions& options) {
    if (context.outputs.empty() && options.repeat == 0)
        return gis::fail(gis::ErrorCode::InvalidArgument, {}, gis::message("cli", "--out is missing"));
    TUCE_CHECK(checkOutputs(context.outputs));
    TUCE_TRY(reading, options.reading.readOptions());
    TUCE_TRY(size, parsedSize(options.size));
    static_cast<void>(size);  // told before anything is read
    TUCE_TRY(source, renderSnapshot(options.sources, reading, context.control()));
    context.warn(source.warnings);
    TUCE_TRY(settings, settingsFor(*source.snapshot, options));
    TUCE_TRY(frames, drawnFrames(*source.snapshot, settings, std::max(1, options.repeat), context.control()));
    TUCE_CHECK(writeImage(frames.image, context));
    printResult(context, settings, options, frames);
    return {};
}

}  // namespace

void addRender(CLI::App& app, Context& context) {
    auto options = std::make_shared<RenderOptions>();
    CLI::App* command =
        addCommand(app, context, "render", gis::message("cli", "draw the map of a project or of plain sources"));
    command->add_option("sources", options->sources, tr("project, or files as file or file|layer"))
        ->required()
        ->type_name("PROJECT|SOURCE");
    command->add_option("--extent", options->extent, tr("xmin,ymin,xmax,ymax; default: all layers"))
        ->delimiter(',')
        ->expected(4)
        ->type_name("NUMBERS");
    command->add_option("--extent-crs", options->extentCrs, tr("coordinate reference system of --extent"))
        ->type_name("CODE");
    command->add_option("--map-crs", options->mapCrs, tr("coordinate reference system of the map"))->type_name("CODE");
    command->add_option("--size", options->size, tr("width x height in pixels"))->type_name("WxH");
    command->add_option("--dpi", options->dpi, tr("pixels per inch; symbols and letters keep their millimetres"))
        ->check(CLI::Range(10.0, 2400.0));
    command->add_option("--repeat", options->repeat, tr("draw that many frames and print the time of each as JSON"))
        ->check(CLI::Range(1, 100000));
    command->add_flag("--no-labels", options->noLabels, tr("draw no names"));
    options->reading.addTo(*command);
    addOutOption(*command, context, gis::message("cli", "PNG file to write"));
    command->callback([&context, options] {
        context.run = [&context, options] {
            const auto done = render(context, *options);
            return done ? context.finished(false) : context.fail(done.error());
        };
    });
}

}  // namespace cli
