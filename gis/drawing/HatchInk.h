// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "gis/drawing/PixelBlend.h"

namespace gis {

/// Parallel lines across an area, on a lattice through the image's top left corner.
struct Hatch {
    std::uint32_t ink = 0;     ///< as in PixelImage
    double spacing = 8;        ///< device pixels between lines
    double width = 1;          ///< device pixels
    double angleDegrees = 45;  ///< counter-clockwise from east
    bool crossed = false;      ///< and those at right angles to them
};

/// Puts a hatch over an image as far as it is covered; for CoverageField::sweep, like InkOver.
class HatchOver {
public:
    HatchOver(PixelImage image, int firstRow, const Hatch& hatch);
    void constant(int row, int begin, int end, std::uint8_t coverage) const;
    void varying(int row, int begin, std::span<const std::uint8_t> coverage) const;

private:
    static constexpr int group = 16;
    /// How much of each of `group` pixels from `begin` on the lines cover, 0..255.
    void findLines(int row, int begin, std::span<std::uint8_t, group> covered) const;

    PixelImage m_image;
    int m_firstRow;
    std::uint32_t m_ink;
    float m_sine, m_cosine;  ///< over the spacing
    float m_spacing, m_outer, m_most;
    bool m_crossed;
};

}  // namespace gis
