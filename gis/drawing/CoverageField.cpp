// SPDX-License-Identifier: Apache-2.0
#include "gis/drawing/CoverageField.h"

namespace gis {

CoverageField::CoverageField(int width, int height)
    : m_width(width),
      m_height(height),
      // An edge at the right rim touches two cells behind it.
      m_stride((width + 2 + blockWidth - 1) / blockWidth * blockWidth),
      m_words((m_stride / blockWidth + 63) / 64),
      m_cells(static_cast<std::size_t>(m_stride) * static_cast<std::size_t>(height), 0.0F),
      m_touched(static_cast<std::size_t>(m_words) * static_cast<std::size_t>(height), 0) {}

void CoverageField::touch(int row, int firstColumn, int lastColumn) {
    std::uint64_t* words = m_touched.data() + static_cast<std::ptrdiff_t>(row) * m_words;
    for (int block = firstColumn / blockWidth; block <= lastColumn / blockWidth; ++block)
        words[block >> 6] |= std::uint64_t{1} << (block & 63);
}

/// An edge within one row: `share` of the row's height, signed. Each cell gets the change of coverage from the cell on
/// its left; the area right of a slanting edge is summed cell by cell.
void CoverageField::addRow(int row, double x0, double x1, float share) {
    float* cells = m_cells.data() + static_cast<std::ptrdiff_t>(row) * m_stride;
    const double left = std::min(x0, x1), right = std::max(x0, x1);
    const int first = static_cast<int>(left);
    if (right <= first + 1) {
        const float passed = share * static_cast<float>((left + right) / 2 - first);
        cells[first] += share - passed;
        cells[first + 1] += passed;
        touch(row, first, first + 1);
        return;
    }
    const int end = static_cast<int>(std::ceil(right));
    const float perCell = share / static_cast<float>(right - left);
    const float firstPart = static_cast<float>(first + 1 - left);
    const float lastPart = static_cast<float>(right - (end - 1));
    const float enters = 0.5F * perCell * firstPart * firstPart;
    const float leaves = 0.5F * perCell * lastPart * lastPart;
    cells[first] += enters;
    if (end == first + 2) {
        cells[first + 1] += share - enters - leaves;
    } else {
        const float second = perCell * (0.5F + firstPart);
        cells[first + 1] += second - enters;
        for (int i = first + 2; i < end - 1; ++i) cells[i] += perCell;
        cells[end - 1] += share - (second + static_cast<float>(end - first - 3) * perCell) - leaves;
    }
    cells[end] += leaves;
    touch(row, first, end);
}

/// An edge with top above bottom, wholly in the field.
void CoverageField::addInside(PixelPoint top, PixelPoint bottom, double slope, double sign) {
    if (!(top.y < bottom.y)) return;
    const auto [least, most] = std::minmax(top.x, bottom.x);
    const int lastRow = std::min(static_cast<int>(std::ceil(bottom.y)), m_height) - 1;
    double x = top.x, y = top.y;
    for (int row = static_cast<int>(top.y); row <= lastRow; ++row) {
        const bool ends = row == lastRow;
        const double nextY = ends ? bottom.y : row + 1;
        const double nextX = ends ? bottom.x : std::clamp(top.x + (nextY - top.y) * slope, least, most);
        addRow(row, x, nextX, static_cast<float>(sign * (nextY - y)));
        x = nextX;
        y = nextY;
    }
}

void CoverageField::addEdge(PixelPoint a, PixelPoint b) {
    double sign = 1;
    if (a.y > b.y) {
        std::swap(a, b);
        sign = -1;
    }
    if (!(a.y < b.y) || b.y <= 0 || a.y >= m_height || (a.x >= m_width && b.x >= m_width)) return;
    const auto [left, right] = std::minmax(a.x, b.x);
    if (a.y >= 0 && left >= 0 && right <= m_width) {
        const int row = static_cast<int>(a.y);  // most edges are short
        if (b.y <= row + 1) return addRow(row, a.x, b.x, static_cast<float>(sign * (b.y - a.y)));
    }
    const double slope = (b.x - a.x) / (b.y - a.y);
    if (!std::isfinite(slope)) return;  // so flat that it covers nothing
    const auto at = [&](double y) { return PixelPoint{a.x + (y - a.y) * slope, y}; };
    PixelPoint top = a.y < 0 ? at(0) : a;
    PixelPoint bottom = b.y > m_height ? at(m_height) : b;
    // What lies left of the field covers its rows from the first cell on; what lies right of it covers nothing.
    const auto yAt = [&](double x) { return std::clamp(a.y + (x - a.x) / slope, top.y, bottom.y); };
    const auto alongLeft = [&](double from, double to) { addInside({0, from}, {0, to}, 0, sign); };
    if (top.x <= 0 && bottom.x <= 0) return alongLeft(top.y, bottom.y);
    if (top.x < 0) {
        const double y = yAt(0);
        alongLeft(top.y, y);
        top = {0, y};
    } else if (bottom.x < 0) {
        const double y = yAt(0);
        alongLeft(y, bottom.y);
        bottom = {0, y};
    }
    const double side = m_width;
    if (top.x >= side && bottom.x >= side) return;
    if (top.x > side) {
        top = {side, yAt(side)};
    } else if (bottom.x > side) {
        bottom = {side, yAt(side)};
    }
    addInside(top, bottom, slope, sign);
}

void CoverageField::addSpot(PixelPoint at, double area) {
    if (!(at.x >= 0 && at.y >= 0 && at.x < m_width && at.y < m_height)) return;
    const int row = static_cast<int>(at.y), column = static_cast<int>(at.x);
    float* cells = m_cells.data() + static_cast<std::ptrdiff_t>(row) * m_stride + column;
    cells[0] += static_cast<float>(area);
    cells[1] -= static_cast<float>(area);
    touch(row, column, column + 1);
}

float CoverageField::takeBlock(float* cells, float sum, Block& coverage) {
    std::array<float, blockWidth> sums;
    for (int i = 0; i < blockWidth; i += 4) {  // four at a time: one addition waits for the one before
        const float two = cells[i] + cells[i + 1];
        const float three = two + cells[i + 2];
        const float four = two + (cells[i + 2] + cells[i + 3]);
        sums[i] = sum + cells[i];
        sums[i + 1] = sum + two;
        sums[i + 2] = sum + three;
        sums[i + 3] = sum + four;
        sum += four;
    }
    for (int i = 0; i < blockWidth; ++i) {
        cells[i] = 0;
        coverage[i] = quantized(sums[i]);
    }
    return sum;
}

}  // namespace gis
