// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/base/Control.h"
#include "gis/base/Result.h"
#include "gis/crs/CoordinateReferenceSystem.h"
#include "gis/geometry/RasterGrid.h"

namespace gis {

/// True for the endings of raster files that are read: .tif, .tiff.
bool isRasterFile(const std::string& path);

/// What the numbers of a raster's pixels are.
enum class PixelMeaning {
    Grey,     ///< eight bits from black to white
    Palette,  ///< rows of a table of colours
    Colour,   ///< red, green, blue of eight bits
    Values,   ///< measurements (16 bits, floating point …), one or three bands: shown between two limits
};

/// What is known of a raster file before its pixels are read.
struct RasterInfo {
    std::string path;  ///< absolute
    RasterGrid grid;
    CoordinateReferenceSystem crs;  ///< unknown if the file does not say
    PixelMeaning meaning = PixelMeaning::Grey;
    int bands = 1;
    std::string valueType;  ///< GDAL's word: "Byte", "UInt16", "Float32" …
    bool hasAlpha = false;  ///< a band or mask says what is not there
    std::optional<double> noData;
    std::vector<std::pair<int, int>> overviews;  ///< width and height of each smaller copy, the largest first
    bool byWorldFile = false;                    ///< its place is told by a file beside it (.tfw, .wld)
};

struct RasterLimits {
    int widestSide = 2'000'000;       ///< pixels
    double mostBlockBytes = 512.0e6;  ///< of one tile or strip, as it lies in memory
    int mostBands = 512;
};

/// A part of one level, in whole pixels.
struct RasterWindow {
    int column = 0;
    int row = 0;
    int width = 0;
    int height = 0;
};

/// Colours of pixels, row by row: 0xAARRGGBB, premultiplied.
struct RasterPixels {
    int width = 0;
    int height = 0;
    std::vector<std::uint32_t> argb;
};

/// A GeoTIFF open for reading: level 0 is the whole raster, each further one a smaller copy that the file holds. Only a
/// regular local file that GDAL's own GTiff driver reads; of what lies beside it nothing is opened but a world file,
/// which must be six numbers. Nothing is written. Move-only; one thread at a time.
class RasterFile {
public:
    /// NotFound; Refused for names of services and for what is not a regular file or beyond the limits; Unreadable for
    /// a damaged file; InvalidData where it does not say how its pixels lie.
    static Result<RasterFile> open(const std::string& path, const RasterLimits& limits = {});
    RasterFile(RasterFile&&) noexcept;
    RasterFile& operator=(RasterFile&&) noexcept;
    ~RasterFile();

    const RasterInfo& info() const;
    std::size_t levelCount() const;
    /// The pixels of a level, on the same ground as the whole.
    RasterGrid levelGrid(std::size_t level) const;

    /// The window of a level as colours, each `shrink` x `shrink` pixels made one by their mean (those at the right and
    /// lower edge of fewer). Pixels that are not there are transparent. Of more than 64 million pixels some are passed
    /// over. `stretch` says which values are black and white; without it those of stretch(). Unreadable where the file
    /// ends early or is damaged; Canceled.
    Result<RasterPixels> read(std::size_t level, const RasterWindow& window, int shrink,
                              const std::optional<std::array<double, 2>>& stretch, const CancelToken& cancel) const;
    /// Least and greatest value, found in a copy of at most a million pixels; {0, 1} if there is no value.
    Result<std::array<double, 2>> stretch(const CancelToken& cancel) const;

private:
    struct Data;
    explicit RasterFile(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

/// The file of a raster and the world file that tells its place, if it has one: what a change is noticed by.
std::vector<std::string> rasterParts(const std::string& path);

}  // namespace gis
