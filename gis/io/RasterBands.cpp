// SPDX-License-Identifier: Apache-2.0
#include "gis/io/RasterBands.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gis {

namespace {

std::uint32_t premultiplied(double red, double green, double blue, std::uint32_t alpha) {
    const auto part = [alpha](double value) {
        const auto whole = static_cast<std::uint32_t>(std::clamp(value, 0.0, 255.0) + 0.5);
        return (whole * alpha + 127) / 255;
    };
    return alpha << 24U | part(red) << 16U | part(green) << 8U | part(blue);
}

std::vector<std::uint32_t> paletteOf(GDALColorTableH table) {
    std::vector<std::uint32_t> palette;
    const int count = GDALGetColorEntryCount(table);
    for (int row = 0; row < count; ++row) {
        GDALColorEntry entry{};
        GDALGetColorEntryAsRGB(table, row, &entry);
        palette.push_back(premultiplied(entry.c1, entry.c2, entry.c3, static_cast<std::uint32_t>(entry.c4) & 255U));
    }
    return palette;
}

bool isEightBits(GDALRasterBandH band) { return GDALGetRasterDataType(band) == GDT_Byte; }

/// 255 over the greatest number of so few bits; 1 for eight.
double greyStepOf(GDALRasterBandH band) {
    const char* bits = GDALGetMetadataItem(band, "NBITS", "IMAGE_STRUCTURE");
    const int count = bits == nullptr ? 8 : std::atoi(bits);
    return count >= 1 && count < 8 ? 255.0 / ((1 << count) - 1) : 1;
}

bool leastIsWhite(GDALDatasetH dataset, GDALRasterBandH band) {
    for (const GDALMajorObjectH object : {dataset, band}) {
        const char* word = GDALGetMetadataItem(object, "MINISWHITE", "IMAGE_STRUCTURE");
        if (word != nullptr && EQUAL(word, "YES")) return true;
    }
    return false;
}

void findColours(GDALDatasetH dataset, RasterBands& bands) {
    std::vector<GDALRasterBandH> plain;
    std::array<GDALRasterBandH, 3> named{};
    for (int number = 1; number <= GDALGetRasterCount(dataset); ++number) {
        GDALRasterBandH band = GDALGetRasterBand(dataset, number);
        const GDALColorInterp meaning = GDALGetRasterColorInterpretation(band);
        if (meaning == GCI_AlphaBand) {
            if (bands.alpha == nullptr) bands.alpha = band;
            continue;
        }
        if (meaning >= GCI_RedBand && meaning <= GCI_BlueBand)
            named[static_cast<std::size_t>(meaning - GCI_RedBand)] = band;
        plain.push_back(band);
    }
    if (named[0] != nullptr && named[1] != nullptr && named[2] != nullptr)
        bands.colours.assign(named.begin(), named.end());
    else if (plain.size() >= 3)
        bands.colours.assign(plain.begin(), plain.begin() + 3);
    else
        bands.colours.assign(plain.begin(), plain.begin() + std::min<std::ptrdiff_t>(1, std::ssize(plain)));
}

}  // namespace

Result<RasterBands> rasterBandsOf(GDALDatasetH dataset, const Subject& subject) {
    RasterBands bands;
    findColours(dataset, bands);
    if (bands.colours.empty())
        return fail(ErrorCode::Unreadable, subject, message("gis", "the raster has no band that could be shown"));
    GDALRasterBandH first = bands.colours.front();
    for (GDALRasterBandH band : bands.colours)
        if (GDALDataTypeIsComplex(GDALGetRasterDataType(band)) != 0)
            return fail(ErrorCode::UnsupportedFormat, subject,
                        message("gis", "a raster of complex numbers is not shown"),
                        message("gis", "save its real part or its magnitude as a raster"));
    bands.eightBits = std::all_of(bands.colours.begin(), bands.colours.end(), isEightBits);
    GDALColorTableH table = GDALGetRasterColorTable(first);
    if (bands.colours.size() == 1 && table != nullptr) {
        bands.meaning = PixelMeaning::Palette;
        bands.palette = paletteOf(table);
    } else if (!bands.eightBits) {
        bands.meaning = PixelMeaning::Values;
    } else {
        bands.meaning = bands.colours.size() == 3 ? PixelMeaning::Colour : PixelMeaning::Grey;
        bands.greyStep = greyStepOf(first);
    }
    bands.whiteIsLeast = bands.meaning == PixelMeaning::Grey && leastIsWhite(dataset, first);
    bands.hasMask = bands.alpha == nullptr && (GDALGetMaskFlags(first) & GMF_PER_DATASET) != 0;
    int isSaid = 0;
    const double noData = GDALGetRasterNoDataValue(first, &isSaid);
    if (isSaid != 0) bands.noData = noData;
    return bands;
}

bool RasterStrip::read(const RasterWindow& window, int width, int height) {
    m_count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    const auto fill = [&](GDALRasterBandH band, void* place, GDALDataType type) {
        return band != nullptr && GDALRasterIO(band, GF_Read, window.column, window.row, window.width, window.height,
                                               place, width, height, type, 0, 0) == CE_None;
    };
    const std::size_t bandCount = m_bands.colours.size();
    m_bytes.resize(m_bands.eightBits ? bandCount : 0);
    m_values.resize(m_bands.eightBits ? 0 : bandCount);
    for (std::size_t band = 0; band < bandCount; ++band) {
        GDALRasterBandH from = bandOfLevel(m_bands.colours[band], m_level);
        if (m_bands.eightBits) {
            m_bytes[band].resize(m_count);
            if (!fill(from, m_bytes[band].data(), GDT_Byte)) return false;
        } else {
            m_values[band].resize(m_count);
            if (!fill(from, m_values[band].data(), GDT_Float32)) return false;
        }
    }
    m_opacity.clear();
    GDALRasterBandH cover = nullptr;
    if (m_bands.alpha != nullptr) cover = bandOfLevel(m_bands.alpha, m_level);
    if (m_bands.hasMask) cover = GDALGetMaskBand(bandOfLevel(m_bands.colours.front(), m_level));
    if (cover == nullptr) return true;
    m_opacity.resize(m_count);
    return fill(cover, m_opacity.data(), GDT_Byte);
}

bool RasterStrip::isThere(std::size_t pixel) const {
    bool allAbsent = m_bands.noData.has_value();
    for (std::size_t band = 0; band < m_bands.colours.size(); ++band) {
        const float value = valueAt(band, pixel);
        if (!std::isfinite(value)) return false;
        allAbsent = allAbsent && value == static_cast<float>(*m_bands.noData);
    }
    return !allAbsent;
}

std::uint32_t RasterStrip::colourOf(std::size_t pixel, const std::array<double, 2>& stretch) const {
    if (!isThere(pixel)) return 0;
    const std::uint32_t alpha = m_opacity.empty() ? 255 : m_opacity[pixel];
    const double first = valueAt(0, pixel);
    switch (m_bands.meaning) {
        case PixelMeaning::Palette: {
            const auto row = static_cast<std::size_t>(std::max(0.0, first));
            const std::uint32_t colour = row < m_bands.palette.size() ? m_bands.palette[row] : 0;
            if (alpha == 255) return colour;
            const auto part = [&](unsigned shift) { return ((colour >> shift & 255U) * alpha + 127) / 255 << shift; };
            return part(24) | part(16) | part(8) | part(0);
        }
        case PixelMeaning::Grey: {
            const double grey = m_bands.whiteIsLeast ? 255 - first * m_bands.greyStep : first * m_bands.greyStep;
            return premultiplied(grey, grey, grey, alpha);
        }
        case PixelMeaning::Colour:
            return premultiplied(first, valueAt(1, pixel), valueAt(2, pixel), alpha);
        case PixelMeaning::Values:
            break;
    }
    const auto stretched = [&](double value) { return (value - stretch[0]) / (stretch[1] - stretch[0]) * 255; };
    const double grey = stretched(first);
    if (m_bands.colours.size() < 3) return premultiplied(grey, grey, grey, alpha);
    return premultiplied(grey, stretched(valueAt(1, pixel)), stretched(valueAt(2, pixel)), alpha);
}

/// What most pictures are: three bytes, all there.
void RasterStrip::packColours(std::vector<std::uint32_t>& argb) const {
    const std::uint8_t* red = m_bytes[0].data();
    const std::uint8_t* green = m_bytes[1].data();
    const std::uint8_t* blue = m_bytes[2].data();
    for (std::size_t pixel = 0; pixel < m_count; ++pixel)
        argb[pixel] = 0xFF000000U | static_cast<std::uint32_t>(red[pixel]) << 16U |
                      static_cast<std::uint32_t>(green[pixel]) << 8U | blue[pixel];
}

void RasterStrip::colour(std::vector<std::uint32_t>& argb, const std::array<double, 2>& stretch) const {
    argb.resize(m_count);
    if (m_bands.meaning == PixelMeaning::Colour && !m_bands.noData && m_opacity.empty()) return packColours(argb);
    for (std::size_t pixel = 0; pixel < m_count; ++pixel) argb[pixel] = colourOf(pixel, stretch);
}

void RasterStrip::widen(std::array<double, 2>& range) const {
    for (std::size_t pixel = 0; pixel < m_count; ++pixel) {
        if (!isThere(pixel) || (!m_opacity.empty() && m_opacity[pixel] == 0)) continue;
        for (std::size_t band = 0; band < m_bands.colours.size(); ++band) {
            const double value = valueAt(band, pixel);
            range[0] = std::min(range[0], value);
            range[1] = std::max(range[1], value);
        }
    }
}

}  // namespace gis
