// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "gis/drawing/CoverageField.h"

namespace gis {

/// How much of each pixel the lines of one width cover, taken from the place of the pixel's middle beside and along
/// each segment as if the pixel lay along it. Fine lines add up, so that many in one pixel fill it, and segments that
/// follow each other cover no more than one. Of broad ones, whose joins are seen, the greatest counts, and they are
/// round. Against exact areas a pixel on the rim of a slanting line is off by up to a tenth. One thread.
class LineField {
public:
    /// Pixels. `lineWidth` above 0; narrower than a pixel a line is paler.
    LineField(int width, int height, double lineWidth);

    /// How far from its middle a line reaches, and the pixels that it covers a part of.
    double reach() const { return m_outer; }
    /// A segment; the ends of a line are flat, others are joins.
    void add(PixelPoint a, PixelPoint b, bool flatStart = false, bool flatEnd = false);
    /// What is too small to have a direction.
    void addDot(PixelPoint at) { add({at.x - m_half, at.y}, {at.x + m_half, at.y}, true, true); }

    /// Hands out what is covered and empties the field, as CoverageField::sweep.
    template <class Take>
    void sweep(Take&& take) {
        const int blocks = m_stride / blockWidth;
        for (int row = 0; row < m_height; ++row) {
            std::uint64_t* touched = m_touched.data() + static_cast<std::ptrdiff_t>(row) * m_words;
            std::uint8_t* cells = m_cells.data() + static_cast<std::ptrdiff_t>(row) * m_stride;
            for (int word = 0; word < m_words; ++word) {
                for (std::uint64_t bits = touched[word]; bits != 0; bits &= bits - 1) {
                    const int begin = (word * 64 + std::countr_zero(bits)) * blockWidth;
                    if (begin >= blocks * blockWidth) break;
                    const std::span block(cells + begin, static_cast<std::size_t>(blockWidth));
                    take.varying(row, begin, block.first(std::min(blockWidth, m_width - begin)));
                    std::fill(block.begin(), block.end(), std::uint8_t{0});
                }
                touched[word] = 0;
            }
        }
    }

private:
    static constexpr int blockWidth = CoverageField::blockWidth;
    struct Segment;
    void addRow(const Segment& segment, int row, int begin, int end);
    void addFine(const Segment& segment, float y, int begin, int end, std::uint8_t* cells) const;
    void addBroad(const Segment& segment, float x0, float y, std::uint8_t* cells) const;

    int m_width, m_height, m_stride, m_words;
    bool m_isFine;
    float m_half;   ///< of the width
    float m_outer;  ///< and half a pixel
    std::vector<std::uint8_t> m_cells;
    std::vector<std::uint64_t> m_touched;  ///< a bit for each block
};

}  // namespace gis
