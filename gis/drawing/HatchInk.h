// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "gis/drawing/PixelBlend.h"

namespace gis {

/// Parallel lines across an area, on a lattice through one place, so that a hatch that is fixed to the ground joins
/// from picture to picture.
struct Hatch {
    std::uint32_t ink = 0;     ///< as in PixelImage
    double spacing = 8;        ///< device pixels between lines
    double width = 1;          ///< device pixels
    double angleDegrees = 45;  ///< counter-clockwise from east
    bool crossed = false;      ///< and those at right angles to them
    PixelPoint origin{};       ///< a place on the lattice, however far outside the image
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
    float m_spacing, m_outer, m_most;
    float m_sine = 0, m_cosine = 0;       ///< over the spacing
    float m_shift = 0, m_crossShift = 0;  ///< of the lines and of those across, as shares of the spacing
    bool m_crossed;
};

}  // namespace gis
