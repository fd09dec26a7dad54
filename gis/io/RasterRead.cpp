// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>

#include "gis/io/RasterData.h"

namespace gis {

namespace {

constexpr double mostPixelsRead = 64e6;

/// Adds up colours of `shrink` x `shrink` pixels and gives their means.
class Shrinking {
public:
    Shrinking(int width, int shrink) : m_sums(static_cast<std::size_t>(width) * 4), m_width(width), m_shrink(shrink) {}

    void add(const std::uint32_t* row, int count) {
        for (int pixel = 0; pixel < count; ++pixel) {
            std::uint64_t* sum = &m_sums[static_cast<std::size_t>(pixel / m_shrink) * 4];
            for (unsigned part = 0; part < 4; ++part) sum[part] += row[pixel] >> (8 * part) & 255U;
        }
        m_count = count;
        ++m_rows;
    }
    bool isFull() const { return m_rows == m_shrink; }
    bool isEmpty() const { return m_rows == 0; }
    void finish(std::uint32_t* target) {
        for (int pixel = 0; pixel < m_width; ++pixel) {
            const int across = std::min(m_shrink, m_count - pixel * m_shrink);
            const auto many = static_cast<std::uint64_t>(std::max(1, across)) * static_cast<std::uint64_t>(m_rows);
            target[pixel] = 0;
            for (unsigned part = 0; part < 4; ++part)
                target[pixel] |=
                    static_cast<std::uint32_t>((m_sums[static_cast<std::size_t>(pixel) * 4 + part] + many / 2) / many)
                    << (8 * part);
        }
        std::fill(m_sums.begin(), m_sums.end(), 0);
        m_rows = 0;
    }

private:
    std::vector<std::uint64_t> m_sums;
    int m_width, m_shrink;
    int m_rows = 0;
    int m_count = 0;
};

/// Rows of a strip: whole blocks, so that none is unpacked twice, in some 8 MB.
int stripRows(GDALRasterBandH band, int width) {
    int across = 0;
    int down = 0;
    GDALGetBlockSize(band, &across, &down);
    const int fitting = std::max(1, static_cast<int>(2e6 / std::max(1, width)));
    return down >= fitting ? fitting : fitting / std::max(1, down) * std::max(1, down);
}

Error damaged(const std::string& path, const gdal::ErrorLog& log) {
    return fail(ErrorCode::Unreadable, {path, {}, {}},
                message("gis", "pixels of the raster cannot be read: the file is cut short or damaged"),
                message("gis", "get the file again"), log.firstFailure())
        .value();
}

}  // namespace

Result<RasterPixels> RasterFile::read(std::size_t level, const RasterWindow& window, int shrink,
                                      const std::optional<std::array<double, 2>>& given,
                                      const CancelToken& cancel) const {
    std::array<double, 2> limits{0, 255};
    if (m_data->info.meaning == PixelMeaning::Values) {
        if (given) {
            limits = *given;
        } else {
            TUCE_TRY(found, stretch(cancel));
            limits = found;
        }
    }
    // One in `step` pixels of each row and column is read; the means are of those.
    int step = 1;
    const double all = static_cast<double>(window.width) * window.height;
    while (step * 2 <= shrink && all / step / step > mostPixelsRead) step *= 2;
    const int mean = std::max(1, shrink / step);
    const auto parts = [](int whole, int share) { return (whole + share - 1) / share; };
    const int across = parts(window.width, step);
    RasterPixels pixels;
    pixels.width = parts(window.width, step * mean);
    pixels.height = parts(window.height, step * mean);
    pixels.argb.resize(static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height));
    const gdal::ErrorLog log;
    RasterStrip strip(m_data->bands, level);
    std::vector<std::uint32_t> colours;
    Shrinking sums(pixels.width, mean);
    std::uint32_t* target = pixels.argb.data();
    const int rows = std::max(1, stripRows(bandOfLevel(m_data->bands.colours.front(), level), across) / step) * step;
    for (int row = 0; row < window.height; row += rows) {
        if (cancel.isCanceled()) return canceled();
        const int taken = std::min(rows, window.height - row);
        const int down = parts(taken, step);
        if (!strip.read({window.column, window.row + row, window.width, taken}, across, down))
            return tl::unexpected(damaged(m_data->info.path, log));
        strip.colour(colours, limits);
        if (mean == 1) {
            std::copy(colours.begin(), colours.end(), target);
            target += colours.size();
            continue;
        }
        for (int line = 0; line < down; ++line) {
            sums.add(&colours[static_cast<std::size_t>(line) * static_cast<std::size_t>(across)], across);
            if (!sums.isFull()) continue;
            sums.finish(target);
            target += pixels.width;
        }
    }
    if (!sums.isEmpty()) sums.finish(target);
    return pixels;
}

Result<std::array<double, 2>> RasterFile::stretch(const CancelToken& cancel) const {
    constexpr double enough = 1e6;
    std::size_t level = 0;
    while (level + 1 < levelCount() &&
           static_cast<double>(m_data->levels[level].first) * m_data->levels[level].second > enough)
        ++level;
    const auto [width, height] = m_data->levels[level];
    const int step = std::max(1, static_cast<int>(std::ceil(std::sqrt(static_cast<double>(width) * height / enough))));
    const gdal::ErrorLog log;
    RasterStrip strip(m_data->bands, level);
    std::array<double, 2> range{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    const int rows = std::max(step, stripRows(bandOfLevel(m_data->bands.colours.front(), level), width) / step * step);
    for (int row = 0; row < height; row += rows) {
        if (cancel.isCanceled()) return canceled();
        const int taken = std::min(rows, height - row);
        if (!strip.read({0, row, width, taken}, std::max(1, width / step), std::max(1, taken / step)))
            return tl::unexpected(damaged(m_data->info.path, log));
        strip.widen(range);
    }
    if (!(range[0] <= range[1])) return std::array<double, 2>{0, 1};
    if (range[0] == range[1]) range[1] = range[0] + 1;
    return range;
}

}  // namespace gis
