// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/window/BenchIdentify.h"

#include <algorithm>
#include <cstdio>
#include <vector>

#include "app/session/MapTransforms.h"
#include "app/tools/SnapFinder.h"
#include "tests/bench/check/StopWatch.h"

namespace bench {

namespace {

constexpr int across = 32, down = 18;
constexpr double tolerance = 6;  // pixels, as the tip has

void tellView(const char* name, const layers::ProjectSnapshot& plan, const app::FeatureLocator& locator,
              const app::MapTransforms& transforms, const app::MapView& view) {
    std::vector<double> milliseconds;
    std::size_t found = 0;
    for (int row = 0; row < down; ++row)
        for (int column = 0; column < across; ++column) {
            const QPointF place(view.size.width() * (column + 0.5) / across, view.size.height() * (row + 0.5) / down);
            const StopWatch watch;
            found += app::findFeaturesAt({plan, locator, view, transforms}, place, tolerance).size();
            milliseconds.push_back(watch.seconds() * 1000);
        }
    std::sort(milliseconds.begin(), milliseconds.end());
    const auto at = [&](double share) {
        return milliseconds[static_cast<std::size_t>(share * static_cast<double>(milliseconds.size() - 1))];
    };
    std::printf("%-36s %7zu places, %zu features; median %.2f ms, p99 %.2f, most %.2f\n", name, milliseconds.size(),
                found, at(0.5), at(0.99), at(1));
}

}  // namespace

void tellIdentify(const layers::SnapshotPtr& plan, const app::MapView& view) {
    app::FeatureLocator locator;
    locator.reset(plan);
    const app::MapTransforms transforms(view.crs);
    const StopWatch watch;
    app::findFeaturesAt({*plan, locator, view, transforms}, QPointF(view.size.width() / 2, view.size.height() / 2),
                        tolerance);
    std::printf("what lies under the mouse, first look: %.1f ms\n", watch.seconds() * 1000);
    tellView("identify, full extent", *plan, locator, transforms, view);
    app::MapView near = view;
    near.unitsPerPixel /= 50;
    tellView("identify, 1/50 of the width", *plan, locator, transforms, near);
}

}  // namespace bench
