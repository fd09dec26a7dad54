// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRectF>
#include <algorithm>
#include <vector>

namespace layers {

/// Boxes on a map that are taken, found by the cells of a grid.
class TakenBoxes {
public:
    explicit TakenBoxes(const QRectF& map)
        : m_corner(map.topLeft()),
          m_columns(static_cast<int>(map.width() / cellMm) + 1),
          m_rows(static_cast<int>(map.height() / cellMm) + 1),
          m_cells(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows)) {}

    void add(const QRectF& box) {
        eachCell(box, [&](std::vector<QRectF>& cell) {
            cell.push_back(box);
            return true;
        });
    }
    bool isFree(const QRectF& box) {
        bool free = true;
        eachCell(box, [&](std::vector<QRectF>& cell) {
            for (const QRectF& taken : cell)
                if (taken.left() < box.right() && box.left() < taken.right() && taken.top() < box.bottom() &&
                    box.top() < taken.bottom())
                    return free = false;
            return true;
        });
        return free;
    }

private:
    template <class Use>
    void eachCell(const QRectF& box, Use use) {
        const auto held = [](double place, int count) {
            return static_cast<int>(std::clamp(place / cellMm, 0.0, count - 1.0));
        };
        const QRectF within = box.translated(-m_corner);
        const int bottom = held(within.bottom(), m_rows), right = held(within.right(), m_columns);
        for (int row = held(within.top(), m_rows); row <= bottom; ++row)
            for (int column = held(within.left(), m_columns); column <= right; ++column)
                if (!use(m_cells[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
                                 static_cast<std::size_t>(column)]))
                    return;
    }
    static constexpr double cellMm = 12;
    QPointF m_corner;
    int m_columns;
    int m_rows;
    std::vector<std::vector<QRectF>> m_cells;
};

}  // namespace layers
