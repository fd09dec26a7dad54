// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

namespace gis {

/// A position in device pixels, y downward; pixel (i, j) covers i..i+1, j..j+1.
struct PixelPoint {
    double x = 0;
    double y = 0;
};

/// How much of each pixel closed outlines cover: the exact signed area, accumulated over all that is added, before
/// anything is composited. An outline that runs counter-clockwise where y points upward counts positively, a clockwise
/// one negatively, so that a hole is taken away, and outlines on both sides of a common border add up to whole pixels.
/// What is covered several times counts once where it is read. One thread.
class CoverageField {
public:
    static constexpr int blockWidth = 32;

    CoverageField(int width, int height);
    int width() const { return m_width; }
    int height() const { return m_height; }

    /// One edge of a closed outline; the parts outside the field count as they must.
    void addEdge(PixelPoint a, PixelPoint b);
    /// So much area (in pixels) in the pixel of a position.
    void addSpot(PixelPoint at, double area);

    /// Hands out what is covered, row after row from the left, and empties the field:
    /// take.constant(row, begin, end, coverage) for stretches of one value above 0, take.varying(row, begin, span) for
    /// others; coverage 0..255.
    template <class Take>
    void sweep(Take&& take);

private:
    using Block = std::array<std::uint8_t, blockWidth>;
    void addInside(PixelPoint top, PixelPoint bottom, double slope, double sign);
    void addRow(int row, double x0, double x1, float share);
    void touch(int row, int firstColumn, int lastColumn);
    /// The coverage of a block from the sum to its left; sets its cells to 0 and returns the sum to its right.
    static float takeBlock(float* cells, float sum, Block& coverage);
    static std::uint8_t quantized(float sum) {
        return static_cast<std::uint8_t>(std::min(std::abs(sum), 1.0F) * 255.0F + 0.5F);
    }

    int m_width, m_height, m_stride;
    int m_words;                           ///< of a row, in m_touched
    std::vector<float> m_cells;            ///< differences along the rows
    std::vector<std::uint64_t> m_touched;  ///< a bit for each block
};

// ------------------------------------------------------------------------------------------------------------------

template <class Take>
void CoverageField::sweep(Take&& take) {
    const int blocks = (m_width + blockWidth - 1) / blockWidth;
    Block coverage;
    for (int row = 0; row < m_height; ++row) {
        std::uint64_t* touched = m_touched.data() + static_cast<std::ptrdiff_t>(row) * m_words;
        float* cells = m_cells.data() + static_cast<std::ptrdiff_t>(row) * m_stride;
        float sum = 0;
        int done = 0;  // blocks
        for (int word = 0; word < m_words; ++word) {
            for (std::uint64_t bits = touched[word]; bits != 0; bits &= bits - 1) {
                const int block = word * 64 + std::countr_zero(bits);
                if (block < blocks) {
                    const std::uint8_t between = quantized(sum);
                    if (between > 0 && block > done) take.constant(row, done * blockWidth, block * blockWidth, between);
                    done = block + 1;
                }
                sum = takeBlock(cells + static_cast<std::ptrdiff_t>(block) * blockWidth, sum, coverage);
                const int begin = block * blockWidth;
                if (block < blocks)
                    take.varying(row, begin, std::span(coverage).first(std::min(blockWidth, m_width - begin)));
            }
            touched[word] = 0;
        }
        const std::uint8_t rest = quantized(sum);
        if (rest > 0 && done < blocks) take.constant(row, done * blockWidth, m_width, rest);
    }
}

}  // namespace gis
