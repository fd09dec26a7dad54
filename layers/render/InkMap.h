// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRectF>
#include <cstdint>
#include <vector>

#include "layers/render/DrawList.h"

namespace layers {

/// How much of what matters is drawn where: a coarse picture of a draw list in which bodies of axes and markers weigh
/// most, then edges of layout features, then other lines. Labels and furniture keep away from ink.
class InkMap {
public:
    explicit InkMap(const DrawList& list);

    /// Mean ink in a box, 0 none .. 1 full; what lies outside the map counts as none.
    double mean(const QRectF& box) const;

private:
    std::uint32_t sumTo(int x, int y) const;
    static constexpr double pixelsPerMm = 2;
    int m_width = 0;
    int m_height = 0;
    std::vector<std::uint32_t> m_sums;  ///< of all pixels above and to the left
};

}  // namespace layers
