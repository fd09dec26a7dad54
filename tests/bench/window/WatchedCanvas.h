// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
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

/// One round of events, with what an event loop would delete after it.
inline void turn(int milliseconds) {
    QCoreApplication::processEvents(QEventLoop::AllEvents, milliseconds);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

}  // namespace bench
