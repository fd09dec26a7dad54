// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "gis/io/Gdal.h"
#include "gis/io/RasterFile.h"

namespace gis {

/// Which bands of an open raster are its colours, and how their numbers become such.
struct RasterBands {
    std::vector<GDALRasterBandH> colours;  ///< one or three, of the whole raster
    GDALRasterBandH alpha = nullptr;       ///< a band of opacity
    bool hasMask = false;                  ///< the file holds a mask of what is there
    PixelMeaning meaning = PixelMeaning::Grey;
    bool eightBits = true;
    std::vector<std::uint32_t> palette;  ///< premultiplied, by row
    double greyStep = 1;                 ///< what a grey number is multiplied by: 255 for one bit
    bool whiteIsLeast = false;
    std::optional<double> noData;
};

/// UnsupportedFormat for complex numbers.
Result<RasterBands> rasterBandsOf(GDALDatasetH dataset, const Subject& subject);

/// The band of a level: level 0 is the band itself.
inline GDALRasterBandH bandOfLevel(GDALRasterBandH band, std::size_t level) {
    return level == 0 ? band : GDALGetOverview(band, static_cast<int>(level) - 1);
}

/// A window of some bands read with every `step`-th pixel, to be turned into colours.
class RasterStrip {
public:
    RasterStrip(const RasterBands& bands, std::size_t level) : m_bands(bands), m_level(level) {}
    /// False if the file cannot be read there.
    bool read(const RasterWindow& window, int width, int height);
    /// The colours of what was read, premultiplied.
    void colour(std::vector<std::uint32_t>& argb, const std::array<double, 2>& stretch) const;
    /// Widens the range by the values that are there.
    void widen(std::array<double, 2>& range) const;

private:
    float valueAt(std::size_t band, std::size_t pixel) const {
        return m_bands.eightBits ? static_cast<float>(m_bytes[band][pixel]) : m_values[band][pixel];
    }
    bool isThere(std::size_t pixel) const;
    void packColours(std::vector<std::uint32_t>& argb) const;
    std::uint32_t colourOf(std::size_t pixel, const std::array<double, 2>& stretch) const;
    const RasterBands& m_bands;
    std::size_t m_level;
    std::size_t m_count = 0;
    std::vector<std::vector<std::uint8_t>> m_bytes;  ///< by band, of eight bits
    std::vector<std::vector<float>> m_values;        ///< by band, of all others
    std::vector<std::uint8_t> m_opacity;             ///< empty: all there
};

}  // namespace gis
