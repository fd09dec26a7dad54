// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QTimer>
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

/// One round of events, with what an event loop would delete after it. Sleeps as an event loop does while there are
/// none, so that the workers have all cores; at most so long.
inline void turn(int milliseconds) {
    QTimer limit;
    limit.setTimerType(Qt::PreciseTimer);
    limit.setSingleShot(true);
    limit.start(milliseconds);
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

}  // namespace bench
