// SPDX-License-Identifier: Apache-2.0
// How long the map takes from an input to a shown frame while a hand moves it: recorded gestures over made-up control
// lines in a real canvas; with --open, how long it takes until a project is shown; with --check, how much memory that
// and a check take. `tuce-bench-window [--size L] [--data DIR]`.
#include <QApplication>
#include <QCommandLineParser>
#include <QMouseEvent>
#include <QThread>
#include <QWheelEvent>
#include <algorithm>
#include <cstdio>

#include "gis/base/Resources.h"
#include "gis/io/VectorFile.h"
#include "tests/bench/check/CheckData.h"
#include "tests/bench/check/StopWatch.h"
#include "tests/bench/window/BenchIdentify.h"
#include "tests/bench/window/BenchOpen.h"
#include "tests/bench/window/GestureScript.h"
#include "tests/bench/window/WatchedCanvas.h"

namespace bench {

namespace {

constexpr int width = 1920, height = 1080;

struct Latencies {
    std::vector<double> milliseconds;  ///< from the time an input was due until a frame that knows it was painted
    double untilSharp = 0;             ///< from the last input until the sharp picture
    int frames = 0, sharpFrames = 0;
};

class GestureRun {
public:
    explicit GestureRun(WatchedCanvas& canvas) : m_canvas(canvas) {
        m_canvas.painted = [this] { painted(); };
        QObject::connect(&m_canvas, &app::MapCanvas::drawingFinished, &m_canvas, [this] { ++m_pictures; });
    }
    ~GestureRun() { m_canvas.painted = {}; }

    /// Waits for the next picture.
    void waitUntilShown() {
        const int before = m_seenPictures;
        while (m_seenPictures == before) turn(5);
    }
    void waitUntilSharp() {
        do {
            turn(5);
        } while (m_canvas.isDrawing());
        QCoreApplication::processEvents();
    }

    Latencies play(const Gesture& gesture) {
        m_found = {};
        m_waiting.clear();
        m_watch = StopWatch();
        for (const GestureInput& input : gesture.inputs) {
            while (now() < input.milliseconds) turn(1);
            m_waiting.push_back(input.milliseconds);
            send(input);
        }
        const double last = gesture.inputs.back().milliseconds;
        waitUntilSharp();
        m_found.untilSharp = now() - last;
        return m_found;
    }

private:
    double now() const { return m_watch.seconds() * 1000; }

    void painted() {
        ++m_found.frames;
        if (m_pictures != m_seenPictures) ++m_found.sharpFrames;
        m_seenPictures = m_pictures;
        for (const double due : m_waiting) m_found.milliseconds.push_back(now() - due);
        m_waiting.clear();
    }

    void send(const GestureInput& input) {
        using Kind = GestureInput::Kind;
        if (input.kind == Kind::Wheel) {
            QWheelEvent wheel(input.at, m_canvas.mapToGlobal(input.at), {}, {0, input.degrees}, Qt::NoButton,
                              Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&m_canvas, &wheel);
            return;
        }
        const QEvent::Type type = input.kind == Kind::Press  ? QEvent::MouseButtonPress
                                  : input.kind == Kind::Move ? QEvent::MouseMove
                                                             : QEvent::MouseButtonRelease;
        const Qt::MouseButtons held = input.kind == Kind::Release ? Qt::NoButton : Qt::MiddleButton;
        QMouseEvent mouse(type, input.at, m_canvas.mapToGlobal(input.at),
                          input.kind == Kind::Move ? Qt::NoButton : Qt::MiddleButton, held, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_canvas, &mouse);
        // Press and release alone change nothing that is seen.
        if (input.kind != Kind::Move && !m_waiting.empty()) m_waiting.pop_back();
    }

    WatchedCanvas& m_canvas;
    StopWatch m_watch;
    Latencies m_found;
    std::vector<double> m_waiting;
    int m_pictures = 0, m_seenPictures = 0;
};

double percentile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

gis::Result<layers::SnapshotPtr> planOf(const std::string& file) {
    TUCE_TRY(read, gis::readLayers(gis::SourceName{file, {}}));
    auto plan = std::make_shared<layers::ProjectSnapshot>();
    std::int64_t id = 0;
    for (gis::VectorLayer& source : read) {
        layers::Layer layer;
        layer.id = gis::LayerId{++id};
        layer.name = source.info.name;
        layer.kind = layers::LayerKind::ControlLine;
        TUCE_TRY(style, layers::shippedStyle(source.info.name));
        layer.style = std::move(style);
        layer.table = std::move(source.table);
        plan->layers.push_back(std::make_shared<const layers::Layer>(std::move(layer)));
    }
    return layers::SnapshotPtr(std::move(plan));
}

void tell(const char* name, const Latencies& found) {
    std::printf("%-36s %7d %7d %8.1f %8.1f %8.1f %8.1f %10.1f\n", name, found.frames, found.sharpFrames,
                percentile(found.milliseconds, 0.5), percentile(found.milliseconds, 0.95),
                percentile(found.milliseconds, 0.99), percentile(found.milliseconds, 1), found.untilSharp);
}

gis::Result<void> run(const std::string& sizeName, const std::string& folder) {
    TUCE_TRY(size, checkSize(sizeName));
    TUCE_TRY(files, checkFiles(size, false, folder, {}));
    StopWatch watch;
    TUCE_TRY(plan, planOf(files.control));
    std::printf("size %s: %zu zones, %zu vertices; %d x %d pixels; read in %.2f s\n", size.name.c_str(), size.zones,
                size.zoneVertices, width, height, watch.seconds());
    WatchedCanvas canvas;
    canvas.resize(width, height);
    canvas.show();
    GestureRun gestures(canvas);
    watch = StopWatch();
    canvas.setMapCrs(plan->layers.front()->table.crs());
    canvas.setSnapshot(plan);
    gis::Extent whole;
    for (const layers::LayerPtr& layer : plan->layers) whole.include(layer->table.extent());
    canvas.zoomTo(whole);
    gestures.waitUntilShown();
    std::printf("first picture after reading: %.2f s, ", watch.seconds());
    gestures.waitUntilSharp();
    std::printf("sharp %.2f s\n", watch.seconds());
    tellIdentify(plan, canvas.view());
    std::printf("%-36s %7s %7s %8s %8s %8s %8s %10s\n", "gesture, ms from input to frame", "frames", "new", "median",
                "p95", "p99", "max", "to sharp");
    Latencies all;
    for (const Gesture& gesture : recordedGestures(width, height)) {
        const Latencies found = gestures.play(gesture);
        tell(gesture.name.c_str(), found);
        all.milliseconds.insert(all.milliseconds.end(), found.milliseconds.begin(), found.milliseconds.end());
        all.frames += found.frames;
        all.sharpFrames += found.sharpFrames;
        all.untilSharp = std::max(all.untilSharp, found.untilSharp);
        QThread::msleep(100);
        gestures.waitUntilSharp();
    }
    tell("all", all);
    const Memory memory = memoryOfProcess();
    std::printf("memory: %.0f MB, at most %.0f MB\n", memory.now / 1e6, memory.most / 1e6);
    return {};
}

}  // namespace

}  // namespace bench

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("S, SM, M or L"), QStringLiteral("SIZE"),
                                  QStringLiteral("L"));
    const QCommandLineOption data(QStringLiteral("data"), QStringLiteral("folder of the data, kept for the next run"),
                                  QStringLiteral("DIR"), QStringLiteral("."));
    const QCommandLineOption open(QStringLiteral("open"), QStringLiteral("open a saved project, twice"));
    const QCommandLineOption check(QStringLiteral("check"), QStringLiteral("open, check, and tell the memory"));
    parser.addOptions({size, data, open, check});
    parser.addHelpOption();
    parser.process(application);
    const std::string sizeName = parser.value(size).toStdString(), folder = parser.value(data).toStdString();
    const auto done = parser.isSet(open) || parser.isSet(check) ? bench::runOpen(sizeName, folder, parser.isSet(check))
                                                                : bench::run(sizeName, folder);
    if (done) return 0;
    std::fprintf(stderr, "%s\n", gis::describe(done.error()).c_str());
    return 1;
}
