// SPDX-License-Identifier: Apache-2.0
#include "layers/render/RasterWarp.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "gis/base/Parallel.h"

namespace layers {

namespace {

constexpr int cellSide = 64;
constexpr int leastSide = 4;         ///< squares so small are asked for pixel by pixel
constexpr double tolerance = 0.125;  ///< device pixels, where the middle of a square's sides is told by its corners

bool isFinite(gis::Coordinate place) { return std::isfinite(place.x) && std::isfinite(place.y); }

gis::Coordinate mean(gis::Coordinate a, gis::Coordinate b) { return {(a.x + b.x) / 2, (a.y + b.y) / 2}; }

double distance(gis::Coordinate a, gis::Coordinate b) { return std::hypot(a.x - b.x, a.y - b.y); }

/// Two colours mixed: `share` of the second in 256ths.
std::uint32_t mixed(std::uint32_t a, std::uint32_t b, std::uint32_t share) {
    constexpr std::uint32_t pairs = 0x00FF00FF;
    constexpr std::uint32_t half = 0x00800080;
    const std::uint32_t rest = 256 - share;
    const std::uint32_t low = (((a & pairs) * rest + (b & pairs) * share + half) >> 8U) & pairs;
    const std::uint32_t high = ((a >> 8U & pairs) * rest + (b >> 8U & pairs) * share + half) & ~pairs;
    return high | low;
}

/// The raster's colours at places between its pixels.
class Sampler {
public:
    Sampler(const WarpSource& source, const gis::RasterGrid& grid)
        : m_source(source),
          m_width(source.pixels.width),
          m_height(source.pixels.height),
          m_low(fixed({0, 0})),
          m_high(fixed({static_cast<double>(grid.width), static_cast<double>(grid.height)})) {}

    /// Of places on a straight line, in columns and rows of the raster; all of them finite.
    void along(std::uint32_t* colours, int count, gis::Coordinate first, double stepX, double stepY) const {
        Fixed at = fixed(first);
        const std::int64_t dx = std::llround(stepX / m_source.across * one);
        const std::int64_t dy = std::llround(stepY / m_source.down * one);
        for (int i = 0; i < count; ++i, at.x += dx, at.y += dy) colours[i] = colourAt(at);
    }
    std::uint32_t at(gis::Coordinate place) const { return isFinite(place) ? colourAt(fixed(place)) : 0; }

private:
    /// Places in the pixels at hand, in 65536ths: whole numbers are quicker to take apart than fractions.
    struct Fixed {
        std::int64_t x, y;
    };
    static constexpr double one = 65536;
    static constexpr double farthest = 1e12;  ///< beyond any raster, within the numbers

    Fixed fixed(gis::Coordinate place) const {
        const auto part = [](double value) { return std::llround(std::clamp(value, -farthest, farthest) * one); };
        return {part((place.x - m_source.origin.x) / m_source.across),
                part((place.y - m_source.origin.y) / m_source.down)};
    }

    std::uint32_t colourAt(Fixed at) const {
        if (at.x < m_low.x || at.y < m_low.y || at.x >= m_high.x || at.y >= m_high.y) return 0;
        if (!m_source.smooth) return pixel(at.x >> 16, at.y >> 16);
        constexpr std::int64_t half = 1 << 15;
        const std::int64_t x = at.x - half;
        const std::int64_t y = at.y - half;
        const std::int64_t column = x >> 16;
        const std::int64_t row = y >> 16;
        const auto right = static_cast<std::uint32_t>(x >> 8 & 255);
        const auto below = static_cast<std::uint32_t>(y >> 8 & 255);
        if (column < 0 || row < 0 || column + 1 >= m_width || row + 1 >= m_height)
            return mixed(mixed(pixel(column, row), pixel(column + 1, row), right),
                         mixed(pixel(column, row + 1), pixel(column + 1, row + 1), right), below);
        const std::uint32_t* upper = m_source.pixels.argb.data() + row * m_width + column;
        const std::uint32_t* lower = upper + m_width;
        return mixed(mixed(upper[0], upper[1], right), mixed(lower[0], lower[1], right), below);
    }

    std::uint32_t pixel(std::int64_t column, std::int64_t row) const {
        column = std::clamp<std::int64_t>(column, 0, m_width - 1);
        row = std::clamp<std::int64_t>(row, 0, m_height - 1);
        return m_source.pixels.argb[static_cast<std::size_t>(row * m_width + column)];
    }

    const WarpSource& m_source;
    std::int64_t m_width, m_height;
    Fixed m_low, m_high;
};

/// Fills squares of an image; those in which the raster is bent are quartered until they are flat.
class CellFiller {
public:
    CellFiller(uchar* bits, qsizetype bytesPerLine, QPoint origin, double scale, const Sampler& sampler,
               const RasterPlaces& places)
        : m_bits(bits), m_line(bytesPerLine), m_origin(origin), m_scale(scale), m_sampler(sampler), m_places(places) {}

    void fill(const WarpCell& cell) const {
        const Bend bend = m_places.isAffine() ? Bend::None : bendOf(cell);
        if (bend == Bend::Nowhere) return;
        if (bend == Bend::None) return fillFlat(cell);
        if (cell.pixels.width() <= leastSide && cell.pixels.height() <= leastSide) return fillExactly(cell.pixels);
        const QRect& box = cell.pixels;
        const int left = box.left();
        const int top = box.top();
        const int middleX = left + (box.width() + 1) / 2;
        const int middleY = top + (box.height() + 1) / 2;
        for (const auto& [x0, x1] : {std::pair{left, middleX}, std::pair{middleX, left + box.width()}})
            for (const auto& [y0, y1] : {std::pair{top, middleY}, std::pair{middleY, top + box.height()}})
                if (x1 > x0 && y1 > y0)
                    fill({QRect(x0, y0, x1 - x0, y1 - y0),
                          {m_places.at(x0, y0), m_places.at(x1, y0), m_places.at(x0, y1), m_places.at(x1, y1)}});
    }

private:
    std::uint32_t* row(int y) const {
        return reinterpret_cast<std::uint32_t*>(m_bits + (y - m_origin.y()) * m_line) - m_origin.x();
    }

    enum class Bend { None, Some, Nowhere };

    /// Whether corners tell where the middles of the sides and of the whole lie; nowhere if none of them has a place.
    Bend bendOf(const WarpCell& cell) const {
        const auto& [a, b, c, d] = cell.corners;
        const double x0 = cell.pixels.left();
        const double y0 = cell.pixels.top();
        const double x1 = x0 + cell.pixels.width();
        const double y1 = y0 + cell.pixels.height();
        const double x = (x0 + x1) / 2;
        const double y = (y0 + y1) / 2;
        std::vector<gis::Coordinate> exact{{x, y0}, {x, y1}, {x0, y}, {x1, y}, {x, y}};
        m_places.find(exact);
        const std::array<gis::Coordinate, 5> told{mean(a, b), mean(c, d), mean(a, c), mean(b, d),
                                                  mean(mean(a, b), mean(c, d))};
        if (std::none_of(exact.begin(), exact.end(), isFinite) &&
            std::none_of(cell.corners.begin(), cell.corners.end(), isFinite))
            return Bend::Nowhere;
        for (std::size_t i = 0; i < told.size(); ++i)
            if (!(distance(exact[i], told[i]) <= tolerance * m_scale)) return Bend::Some;
        return Bend::None;
    }

    void fillFlat(const WarpCell& cell) const {
        const auto& [a, b, c, d] = cell.corners;
        const QRect& box = cell.pixels;
        for (int y = 0; y < box.height(); ++y) {
            const double down = (y + 0.5) / box.height();
            const gis::Coordinate left{a.x + (c.x - a.x) * down, a.y + (c.y - a.y) * down};
            const gis::Coordinate right{b.x + (d.x - b.x) * down, b.y + (d.y - b.y) * down};
            const double stepX = (right.x - left.x) / box.width();
            const double stepY = (right.y - left.y) / box.width();
            std::uint32_t* pixels = row(box.top() + y) + box.left();
            m_sampler.along(pixels, box.width(), {left.x + stepX / 2, left.y + stepY / 2}, stepX, stepY);
        }
    }

    void fillExactly(const QRect& box) const {
        std::vector<gis::Coordinate> places;
        for (int y = box.top(); y <= box.bottom(); ++y)
            for (int x = box.left(); x <= box.right(); ++x) places.push_back({x + 0.5, y + 0.5});
        m_places.find(places);
        std::size_t next = 0;
        for (int y = box.top(); y <= box.bottom(); ++y)
            for (int x = box.left(); x <= box.right(); ++x) row(y)[x] = m_sampler.at(places[next++]);
    }

    uchar* m_bits;
    qsizetype m_line;
    QPoint m_origin;
    double m_scale;
    const Sampler& m_sampler;
    const RasterPlaces& m_places;
};

/// Adds the square to the plan if some of the raster may lie in it.
void consider(WarpPlan& plan, const WarpCell& cell, const gis::RasterGrid& grid) {
    gis::Extent box;
    bool known = true;
    for (const gis::Coordinate corner : cell.corners) {
        known = known && isFinite(corner);
        if (isFinite(corner)) box.include(corner);
    }
    const gis::Extent whole{0, 0, static_cast<double>(grid.width), static_cast<double>(grid.height)};
    if (known) {
        box = box.grown(1 + 0.1 * std::max(box.width(), box.height()));  // its sides may bend outward
        if (!box.meets(whole)) return;
        const auto& [a, b, c, d] = cell.corners;
        const double across = std::min(distance(a, b), distance(c, d)) / cell.pixels.width();
        const double down = std::min(distance(a, c), distance(b, d)) / cell.pixels.height();
        const double scale = std::min(across, down);
        if (scale > 0) plan.scale = plan.scale > 0 ? std::min(plan.scale, scale) : scale;
    } else {
        box = whole;
    }
    plan.cells.push_back(cell);
    plan.pixels = plan.pixels.united(cell.pixels);
    plan.inRaster.include(gis::Coordinate{std::max(0.0, box.minX), std::max(0.0, box.minY)});
    plan.inRaster.include(gis::Coordinate{std::min(whole.maxX, box.maxX), std::min(whole.maxY, box.maxY)});
}

}  // namespace

RasterPlaces::RasterPlaces(const PaperFrame& frame, double pixelsPerMm, gis::RasterGrid grid,
                           gis::CoordinateTransform toRaster)
    : m_frame(frame), m_pixelsPerMm(pixelsPerMm), m_grid(grid), m_transform(std::move(toRaster)) {}

void RasterPlaces::find(std::vector<gis::Coordinate>& places) const {
    const double unitsPerPixel = 1 / (m_pixelsPerMm * m_frame.millimetresPerUnit);
    for (gis::Coordinate& place : places)
        place = {m_frame.extent.minX + place.x * unitsPerPixel, m_frame.extent.maxY - place.y * unitsPerPixel};
    m_transform.apply(std::span(places));
    for (gis::Coordinate& place : places)
        if (isFinite(place)) place = m_grid.toPixels(place);
}

gis::Coordinate RasterPlaces::at(double x, double y) const {
    std::vector<gis::Coordinate> place{{x, y}};
    find(place);
    return place.front();
}

WarpPlan warpPlan(const RasterPlaces& places, const gis::RasterGrid& grid, QSize map) {
    const int columns = (map.width() + cellSide - 1) / cellSide;
    const int rows = (map.height() + cellSide - 1) / cellSide;
    const auto edge = [](int index, int end) { return std::min(index * cellSide, end); };
    std::vector<gis::Coordinate> nodes;
    for (int row = 0; row <= rows; ++row)
        for (int column = 0; column <= columns; ++column)
            nodes.push_back(
                {static_cast<double>(edge(column, map.width())), static_cast<double>(edge(row, map.height()))});
    places.find(nodes);
    WarpPlan plan;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            const QPoint corner(edge(column, map.width()), edge(row, map.height()));
            const QRect box(
                corner, QSize(edge(column + 1, map.width()) - corner.x(), edge(row + 1, map.height()) - corner.y()));
            const auto node = static_cast<std::size_t>(row * (columns + 1) + column);
            const auto below = node + static_cast<std::size_t>(columns) + 1;
            consider(plan, {box, {nodes[node], nodes[node + 1], nodes[below], nodes[below + 1]}}, grid);
        }
    return plan;
}

bool warp(QImage& image, const WarpPlan& plan, const WarpSource& source, const gis::RasterGrid& grid,
          const PlacesMaker& makePlaces, const gis::JobControl& control) {
    gis::JobControl quiet = control;
    quiet.progress = {};
    uchar* bits = image.bits();  // once: asking again from the workers would detach
    const qsizetype line = image.bytesPerLine();
    const Sampler sampler(source, grid);
    std::vector<std::optional<RasterPlaces>> places(control.threadCount());
    return gis::parallelFor(
        plan.cells.size(), quiet,
        [&](std::size_t index, unsigned worker) {
            if (!places[worker])
                if (auto made = makePlaces()) places[worker].emplace(std::move(*made));
            if (places[worker])
                CellFiller(bits, line, plan.pixels.topLeft(), plan.scale, sampler, *places[worker])
                    .fill(plan.cells[index]);
        },
        4);
}

}  // namespace layers
