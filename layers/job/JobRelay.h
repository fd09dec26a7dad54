// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <atomic>

namespace layers {

/// Carries what a worker says over to the thread of its receiver. Lives on the receiver's thread, has no parent and
/// deletes itself after `finished`; a connection ends with the receiver, so nothing is ever told to a dead object.
class JobRelay : public QObject {
    Q_OBJECT
public:
    /// From any thread; at most some 25 times a second, and always the end, are passed on.
    void report(double fraction);
    /// From any thread, once, last.
    void finish();

Q_SIGNALS:
    void progressed(double fraction);
    void finished();

private:
    std::atomic<qint64> m_lastMs{-1000};
    QElapsedTimer m_clock = [] {
        QElapsedTimer clock;
        clock.start();
        return clock;
    }();
};

}  // namespace layers
