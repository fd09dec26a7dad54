// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "gis/geometry/Extent.h"

namespace gis {

/// Square cells over a box; what lies outside belongs to the cells on its rim. A value.
class CellGrid {
public:
    CellGrid() = default;
    /// About so many cells, at least one and at most 65536 in a row.
    CellGrid(const Extent& box, double cellCount) : m_origin{box.minX, box.minY} {
        const double width = box.width();
        const double height = box.height();
        const double longer = std::max(width, height);
        if (!(longer > 0) || !std::isfinite(longer) || cellCount <= 1) return;
        const double thinness = std::max(std::min(width, height) / longer, 1e-9);
        const double side = std::min(std::ceil(std::min(std::sqrt(cellCount / thinness), cellCount)), 65536.0);
        m_perUnit = side / longer;
        if (!std::isfinite(m_perUnit)) m_perUnit = 0;
        m_columns = std::max(1U, static_cast<std::uint32_t>(std::ceil(width * m_perUnit)));
        m_rows = std::max(1U, static_cast<std::uint32_t>(std::ceil(height * m_perUnit)));
    }

    std::uint32_t cellCount() const { return m_columns * m_rows; }
    std::uint32_t column(double x) const { return place((x - m_origin.x) * m_perUnit, m_columns); }
    std::uint32_t row(double y) const { return place((y - m_origin.y) * m_perUnit, m_rows); }
    std::uint32_t cell(std::uint32_t column, std::uint32_t row) const { return row * m_columns + column; }
    std::uint32_t cell(Coordinate c) const { return cell(column(c.x), row(c.y)); }

    /// Calls `visit(cell)` for all that a box meets.
    template <class Visit>
    void visit(const Extent& box, Visit&& visit) const {
        const std::uint32_t left = column(box.minX), right = column(box.maxX);
        const std::uint32_t bottom = row(box.minY), top = row(box.maxY);
        for (std::uint32_t y = bottom; y <= top; ++y)
            for (std::uint32_t x = left; x <= right; ++x) visit(cell(x, y));
    }

private:
    static std::uint32_t place(double at, std::uint32_t count) {
        if (!(at > 0)) return 0;
        return at >= count ? count - 1 : static_cast<std::uint32_t>(at);
    }
    Coordinate m_origin;
    double m_perUnit = 0;
    std::uint32_t m_columns = 1;
    std::uint32_t m_rows = 1;
};

}  // namespace gis
