// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QElapsedTimer>
#include <QMetaEnum>
#include <QThread>
#include <algorithm>
#include <ctime>
#include <optional>
#include <vector>

/// Measures how long the GUI thread is busy without a chance for the next input: from the moment its dispatcher wakes
/// (or a test hands it an event) until it blocks again. Needs the Unix dispatcher (QT_NO_GLIB=1), whose signals
/// awake and aboutToBlock mean just that. What the test itself computes between its inputs does not count.
class GuiWatch : public QObject {
public:
    struct Stretch {
        double ms = 0;
        double cpuMs = 0;  ///< of this thread: much less than ms means that others had the processor
        QString step;      ///< of the story
        QString what;      ///< receiver and event that took most of it
    };

    void attach() {
        auto* dispatcher = QAbstractEventDispatcher::instance();
        connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] {
            if (m_blockedSince) m_blockedMs += now() - *m_blockedSince;
            m_blockedSince.reset();
            if (isInLoop()) begin();
        });
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] {
            end();
            m_blockedSince = now();
        });
    }
    void setStep(const QString& step) { m_step = step; }
    void enterLoop() { ++m_loops; }
    void leaveLoop() {
        if (--m_loops == 0 && m_frames.empty()) end();
    }
    void enter(const QObject* receiver, const QEvent* event) {
        if (!m_busySince) begin();
        m_frames.push_back(
            {receiver->metaObject()->className(), receiver->objectName(), event->type(), now(), m_blockedMs});
    }
    void leave() {
        const Frame frame = m_frames.back();
        m_frames.pop_back();
        const double ms = now() - frame.start - (m_blockedMs - frame.blockedBefore);
        // The innermost event that took most of the time names the stretch.
        if (ms * 0.7 > m_leadingMs) {
            m_leadingMs = ms;
            m_leading = frame;
        }
        if (m_frames.empty() && m_loops == 0) end();
    }
    /// The longest first.
    std::vector<Stretch> longest(std::size_t count) const {
        std::vector<Stretch> sorted = m_stretches;
        std::sort(sorted.begin(), sorted.end(), [](const Stretch& a, const Stretch& b) { return a.ms > b.ms; });
        if (sorted.size() > count) sorted.resize(count);
        return sorted;
    }
    int countAbove(double ms) const {
        return static_cast<int>(
            std::count_if(m_stretches.begin(), m_stretches.end(), [ms](const Stretch& one) { return one.ms > ms; }));
    }

private:
    struct Frame {
        const char* receiver = "";
        QString name;
        QEvent::Type type = QEvent::None;
        double start = 0;
        double blockedBefore = 0;
    };
    bool isInLoop() const { return m_loops > 0 || !m_frames.empty(); }
    static double now() {
        timespec time{};
        clock_gettime(CLOCK_MONOTONIC, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }
    static double cpuNow() {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }
    void begin() {
        if (m_busySince) return;
        m_busySince = now();
        m_cpuBefore = cpuNow();
        m_leadingMs = 0;
    }
    void end() {
        if (!m_busySince) return;
        const double ms = now() - *m_busySince;
        m_busySince.reset();
        if (ms < worthNoting) return;
        m_stretches.push_back({ms, cpuNow() - m_cpuBefore, m_step,
                               QStringLiteral("%1 %2 %3 (%4 ms)")
                                   .arg(QLatin1String(m_leading.receiver), m_leading.name,
                                        QLatin1String(QMetaEnum::fromType<QEvent::Type>().valueToKey(m_leading.type)))
                                   .arg(m_leadingMs, 0, 'f', 1)});
    }

    static constexpr double worthNoting = 5;
    std::vector<Stretch> m_stretches;
    std::vector<Frame> m_frames;
    Frame m_leading;
    QString m_step;
    std::optional<double> m_busySince;
    std::optional<double> m_blockedSince;
    double m_blockedMs = 0;
    double m_cpuBefore = 0;
    double m_leadingMs = 0;
    int m_loops = 0;
};

/// The application with a watch on its events.
class WatchedApplication : public QApplication {
public:
    using QApplication::QApplication;
    GuiWatch watch;

    bool notify(QObject* receiver, QEvent* event) override {
        if (QThread::currentThread() != thread()) return QApplication::notify(receiver, event);
        watch.enter(receiver, event);
        const bool taken = QApplication::notify(receiver, event);
        watch.leave();
        return taken;
    }
};
