// SPDX-License-Identifier: Apache-2.0
#include "gis/overlap/BoundaryLength.h"

#include <cmath>

#include "gis/overlap/ShapeCursor.h"

namespace gis {

double boundaryLengthNear(const OverlapLayer& layer, std::size_t shape, const Extent& window) {
    double length = 0;
    ShapeCursor(layer, shape).visitRuns(window, [&length](const ShapeCursor::Run& run) {
        for (std::uint32_t i = 0; i < run.count; ++i)
            length +=
                std::hypot(run.positions[i + 1].x - run.positions[i].x, run.positions[i + 1].y - run.positions[i].y);
    });
    return length;
}

}  // namespace gis
