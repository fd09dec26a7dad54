// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "app/canvas/MapCanvas.h"

namespace bench {

/// A canvas that tells when it has painted.
class WatchedCanvas : public app::MapCanvas {
public:
    std::function<void()> painted;

protected:
    void paintEvent(QPaintEvent* event) override {
        app::MapCanvas::paintEvent(event);
        if (painted) painted();
    }
};

}  // namespace bench
