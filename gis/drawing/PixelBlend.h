// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "gis/drawing/CoverageField.h"

namespace gis {

/// Pixels of four bytes in one word, 0xAARRGGBB, colours multiplied by alpha; not owned.
struct PixelImage {
    std::uint32_t* pixels = nullptr;
    std::ptrdiff_t stride = 0;  ///< words from row to row
    int width = 0;
    int height = 0;
    std::uint32_t* row(int y) const { return pixels + y * stride; }
};

/// The form of PixelImage from plain channels.
std::uint32_t premultiplied(std::uint8_t red, std::uint8_t green, std::uint8_t blue, std::uint8_t alpha);

/// Each channel times share / 255, rounded.
constexpr std::uint32_t scaled(std::uint32_t pixel, std::uint32_t share) {
    std::uint64_t wide = ((std::uint64_t{pixel} << 24U) | pixel) & 0x00ff00ff00ff00ffU;
    wide = wide * share + 0x0080008000800080U;
    wide = ((wide + ((wide >> 8U) & 0x00ff00ff00ff00ffU)) >> 8U) & 0x00ff00ff00ff00ffU;
    return static_cast<std::uint32_t>(wide) | static_cast<std::uint32_t>(wide >> 24U);
}

/// Puts one colour over an image as far as it is covered; for CoverageField::sweep. Rows count from `firstRow`;
/// those below the image are left out.
class InkOver {
public:
    InkOver(PixelImage image, int firstRow, std::uint32_t premultipliedInk)
        : m_image(image), m_firstRow(firstRow), m_ink(premultipliedInk) {}
    void constant(int row, int begin, int end, std::uint8_t coverage) const;
    void varying(int row, int begin, std::span<const std::uint8_t> coverage) const;

private:
    PixelImage m_image;
    int m_firstRow;
    std::uint32_t m_ink;
};

}  // namespace gis
