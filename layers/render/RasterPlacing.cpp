// SPDX-License-Identifier: Apache-2.0
#include "layers/render/RasterPlacing.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "gis/drawing/PixelBlend.h"
#include "layers/render/RasterShelf.h"
#include "layers/render/RasterWarp.h"
#include "layers/render/SymbolPainter.h"

namespace layers {

namespace {

constexpr double mostPixels = 64e6;        ///< of one picture of a raster
constexpr double coarsePixels = 4e6;       ///< of the picture that stands for overviews
constexpr double keptOutsideGround = 0.3;  ///< of a raster's colour outside the planning range

/// How a raster is read: a level, and how many of its pixels are made one.
struct Reading {
    std::size_t level = 0;
    int shrink = 1;
};

/// The coarsest level whose pixels are no larger than those of the map, and what is left to shrink.
Reading readingFor(const gis::RasterFile& file, double scale) {
    constexpr double nearly = 1.001;  // a level that just fits, by numbers that are a little off
    const gis::RasterGrid& whole = file.info().grid;
    Reading reading;
    double share = 1;
    for (std::size_t level = 1; level < file.levelCount(); ++level) {
        const gis::RasterGrid grid = file.levelGrid(level);
        const double across = static_cast<double>(whole.width) / grid.width;
        const double down = static_cast<double>(whole.height) / grid.height;
        if (std::max(across, down) > scale * nearly) break;
        reading.level = level;
        share = std::max(across, down);
    }
    constexpr double most = 100'000;
    reading.shrink = std::max(1, static_cast<int>(std::min(most, scale * nearly / share)));
    return reading;
}

/// The window of a level that the map shows, begun at a multiple of `shrink`, so that means do not change while the
/// map is moved.
gis::RasterWindow windowOf(const WarpPlan& plan, const gis::RasterGrid& whole, const gis::RasterGrid& level,
                           int shrink) {
    const double across = static_cast<double>(level.width) / whole.width;
    const double down = static_cast<double>(level.height) / whole.height;
    const auto begin = [shrink](double least) {
        return std::max(0, static_cast<int>(std::floor(least)) / shrink * shrink - 2 * shrink);
    };
    const auto end = [shrink](double most, int size) {
        return std::min(size, static_cast<int>(std::ceil(most)) + 2 * shrink);
    };
    gis::RasterWindow window{begin(plan.inRaster.minX * across), begin(plan.inRaster.minY * down), 0, 0};
    window.width = std::max(1, end(plan.inRaster.maxX * across, level.width) - window.column);
    window.height = std::max(1, end(plan.inRaster.maxY * down, level.height) - window.row);
    return window;
}

/// The whole level in some four million pixels, kept for the next frames; null where that is too coarse.
gis::Result<std::shared_ptr<const RasterShelf::Coarse>> coarseOf(RasterShelf& shelf, const RasterShelf::Lease& lease,
                                                                 const Layer& layer, const Reading& reading,
                                                                 const gis::CancelToken& cancel) {
    const gis::RasterGrid level = lease.file.levelGrid(reading.level);
    const double pixels = static_cast<double>(level.width) * level.height;
    const int shrink = std::max(2, static_cast<int>(std::ceil(std::sqrt(pixels / coarsePixels))));
    if (shrink > reading.shrink || pixels < coarsePixels) return nullptr;
    if (auto kept = shelf.coarse(lease)) return kept;
    TUCE_TRY(read,
             lease.file.read(reading.level, {0, 0, level.width, level.height}, shrink, layer.raster->stretch, cancel));
    auto made = std::make_shared<RasterShelf::Coarse>();
    made->across = static_cast<double>(lease.file.info().grid.width) / level.width * shrink;
    made->down = static_cast<double>(lease.file.info().grid.height) / level.height * shrink;
    made->pixels = std::move(read);
    shelf.keepCoarse(lease, made);
    return std::shared_ptr<const RasterShelf::Coarse>(std::move(made));
}

/// Gives the file back, whatever happens.
struct Borrowed {
    RasterShelf& shelf;
    RasterShelf::Lease lease;
    ~Borrowed() { shelf.giveBack(std::move(lease)); }
};

void fade(QImage& image, double opacity) {
    const auto share = static_cast<std::uint32_t>(std::lround(std::clamp(opacity, 0.0, 1.0) * 255));
    for (int y = 0; y < image.height(); ++y) {
        auto* pixels = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) pixels[x] = gis::scaled(pixels[x], share);
    }
}

/// Without an alpha channel where all is there: smaller in a PDF, quicker on the screen.
QImage plain(QImage image) {
    const auto isThere = [](QRgb pixel) { return qAlpha(pixel) == 255; };
    for (int y = 0; y < image.height(); ++y) {
        const auto* pixels = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        if (!std::all_of(pixels, pixels + image.width(), isThere)) return image;
    }
    image.reinterpretAsFormat(QImage::Format_RGB32);
    return image;
}

/// The pixels of the plan, from the file or what is kept of it.
gis::Result<void> fill(QImage& image, const WarpPlan& plan, const Layer& layer, RasterShelf& shelf,
                       const RasterShelf::Lease& lease, const PlacesMaker& places, const gis::JobControl& control) {
    const gis::RasterFile& file = lease.file;
    const gis::RasterGrid& whole = file.info().grid;
    Reading reading = readingFor(file, plan.scale);
    const bool smooth = file.info().meaning != gis::PixelMeaning::Palette || plan.scale > 1;
    if (reading.shrink > 1) {
        TUCE_TRY(coarse, coarseOf(shelf, lease, layer, reading, control.cancel));
        if (coarse) {
            const WarpSource source{coarse->pixels, {0, 0}, coarse->across, coarse->down, smooth};
            return warp(image, plan, source, whole, places, control) ? gis::Result<void>{} : gis::canceled();
        }
    }
    const gis::RasterGrid level = file.levelGrid(reading.level);
    gis::RasterWindow window = windowOf(plan, whole, level, reading.shrink);
    while (static_cast<double>(window.width) * window.height / reading.shrink / reading.shrink > mostPixels)
        window = windowOf(plan, whole, level, reading.shrink *= 2);
    TUCE_TRY(pixels, file.read(reading.level, window, reading.shrink, layer.raster->stretch, control.cancel));
    const double across = static_cast<double>(whole.width) / level.width;
    const double down = static_cast<double>(whole.height) / level.height;
    const WarpSource source{
        pixels, {window.column * across, window.row * down}, across * reading.shrink, down * reading.shrink, smooth};
    return warp(image, plan, source, whole, places, control) ? gis::Result<void>{} : gis::canceled();
}

QPainter& onImage(QPainter& painter, const PlacedRaster& raster) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(raster.image.width() / raster.box.width(), raster.image.height() / raster.box.height());
    painter.translate(-raster.box.topLeft());
    return painter;
}

/// Grounds of basemaps are the neighbourhood, not the range.
bool isRange(const DrawnLayer& drawn, const DrawnSymbol& symbol) {
    return drawn.layer->kind != LayerKind::Basemap && symbol.symbol.fill && symbol.symbol.fill->ground;
}

bool hasRange(const DrawList& list) {
    for (const DrawnLayer& drawn : list.layers)
        for (const DrawnSymbol& symbol : drawn.symbols)
            if (isRange(drawn, symbol) && (symbol.dimensionsSeen & 4) != 0) return true;
    return false;
}

/// Opaque where the planning range is.
QImage groundMask(const DrawList& list, const PlacedRaster& raster) {
    QImage mask(raster.image.size(), QImage::Format_ARGB32_Premultiplied);
    mask.fill(Qt::transparent);
    QPainter painter(&mask);
    onImage(painter, raster);
    FillSymbol opaque;
    opaque.colour = {255, 255, 255, 255};
    std::vector<const PaperShape*> shapes;
    for (const DrawnLayer& drawn : list.layers)
        for (const DrawItem& item : drawn.items)
            if (item.shape.dimension == 2 && isRange(drawn, drawn.symbols[static_cast<std::size_t>(item.symbol)]))
                shapes.push_back(&item.shape);
    paintFills(painter, shapes, opaque, raster.box);
    return mask;
}

PlacedRaster muted(const PlacedRaster& raster, const QImage& mask) {
    PlacedRaster faded{raster.image.convertToFormat(QImage::Format_ARGB32_Premultiplied), raster.box};
    const auto least = static_cast<std::uint32_t>(std::lround(keptOutsideGround * 255));
    for (int y = 0; y < mask.height(); ++y) {
        const auto* inside = reinterpret_cast<const QRgb*>(mask.constScanLine(y));
        auto* pixels = reinterpret_cast<QRgb*>(faded.image.scanLine(y));
        for (int x = 0; x < mask.width(); ++x) {
            const std::uint32_t share =
                least + ((255 - least) * static_cast<std::uint32_t>(qAlpha(inside[x])) + 127) / 255;
            pixels[x] = gis::scaled(pixels[x], share);
        }
    }
    faded.image = plain(std::move(faded.image));
    return faded;
}

}  // namespace

gis::Result<PlacedRaster> placedRaster(const Layer& layer, const MapSettings& settings, const PaperFrame& frame,
                                       gis::Warnings& warnings, const gis::JobControl& control) {
    const std::shared_ptr<RasterShelf> shelf =
        settings.rasterShelf ? settings.rasterShelf : std::make_shared<RasterShelf>();
    TUCE_TRY(taken, shelf->take(layer.source.path));
    Borrowed borrowed{*shelf, std::move(taken)};
    const RasterShelf::Lease& lease = borrowed.lease;
    const gis::RasterGrid& grid = lease.file.info().grid;
    const QRectF map = frame.box();
    const double asked = map.width() * map.height() * settings.pixelsPerMm * settings.pixelsPerMm;
    const double pixelsPerMm = settings.pixelsPerMm * std::min(1.0, std::sqrt(mostPixels / asked));
    const auto makePlaces = [&]() -> std::optional<RasterPlaces> {
        auto toRaster = gis::CoordinateTransform::make(settings.crs, layer.table.crs(), settings.datumPolicy);
        if (!toRaster) return std::nullopt;
        return RasterPlaces(frame, pixelsPerMm, grid, std::move(*toRaster));
    };
    TUCE_TRY(probe, gis::CoordinateTransform::make(settings.crs, layer.table.crs(), settings.datumPolicy));
    if (probe.isBallpark()) warnings.push_back(gis::ballparkDatumShift(layer.table.crs(), settings.crs));
    const RasterPlaces places(frame, pixelsPerMm, grid, std::move(probe));
    const auto whole = [pixelsPerMm](double length) {
        constexpr double hair = 1e-6;
        return std::max(1, static_cast<int>(std::ceil(length * pixelsPerMm - hair)));
    };
    const WarpPlan plan = warpPlan(places, grid, QSize(whole(map.width()), whole(map.height())));
    PlacedRaster placed;
    if (!plan.cells.empty() && plan.scale > 0) {
        placed.image = QImage(plan.pixels.size(), QImage::Format_ARGB32_Premultiplied);
        if (placed.image.isNull())
            return gis::fail(gis::ErrorCode::OutOfResources, {layer.source.path, layer.name, {}},
                             gis::message("layers", "there is no memory for the raster"));
        placed.image.fill(Qt::transparent);
        placed.box = QRectF(QPointF(plan.pixels.topLeft()) / pixelsPerMm, QSizeF(plan.pixels.size()) / pixelsPerMm);
        TUCE_CHECK(fill(placed.image, plan, layer, *shelf, lease, makePlaces, control));
        if (layer.style.opacity < 1) fade(placed.image, layer.style.opacity);
        placed.image = plain(std::move(placed.image));
    }
    return placed;
}

void muteOutsideGround(DrawList& list) {
    if (!hasRange(list)) return;
    for (DrawnLayer& drawn : list.layers)
        if (drawn.raster)
            drawn.raster = std::make_shared<const PlacedRaster>(muted(*drawn.raster, groundMask(list, *drawn.raster)));
}

void paintRaster(QPainter& painter, const PlacedRaster& raster) {
    const QRectF onDevice = painter.deviceTransform().mapRect(raster.box);
    const QPoint corner = onDevice.topLeft().toPoint();
    constexpr double hair = 1e-3;
    const bool fits = painter.device()->devType() == QInternal::Image && painter.device()->devicePixelRatio() == 1 &&
                      QLineF(onDevice.topLeft(), corner).length() < hair &&
                      std::abs(onDevice.width() - raster.image.width()) < hair &&
                      std::abs(onDevice.height() - raster.image.height()) < hair;
    painter.save();
    if (fits) {  // pixel for pixel
        painter.resetTransform();
        painter.drawImage(corner, raster.image);
    } else {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(raster.box, raster.image);
    }
    painter.restore();
}

}  // namespace layers
