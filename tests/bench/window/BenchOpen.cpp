// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/window/BenchOpen.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <cstdio>
#include <filesystem>

#include "app/window/MapController.h"
#include "gis/io/VectorFile.h"
#include "layers/check/KeptIndex.h"
#include "tests/bench/check/CheckData.h"
#include "tests/bench/check/StopWatch.h"
#include "tests/bench/window/WatchedCanvas.h"

namespace bench {

namespace {

constexpr int width = 1920, height = 1080;

gis::Result<void> addLinked(layers::ProjectSnapshot& plan, const std::string& file, layers::LayerKind kind) {
    TUCE_TRY(read, gis::readLayers(gis::SourceName{file, {}}));
    for (gis::VectorLayer& source : read) {
        layers::Layer layer;
        layer.id = plan.nextLayerId();
        layer.name = source.info.name;
        layer.kind = kind;
        if (auto style = layers::shippedStyle(source.info.name)) layer.style = std::move(*style);
        layer.source = {std::filesystem::absolute(file).string(), source.info.name, source.info.encoding};
        layer.table = std::move(source.table);
        plan.info.crsCode = layer.table.crs().code();
        plan.layers.push_back(std::make_shared<const layers::Layer>(std::move(layer)));
    }
    return {};
}

/// Seconds since the order.
struct Opening {
    double shown = 0;   ///< a picture with colours was painted
    double read = 0;    ///< all features are there
    double usable = 0;  ///< and a picture made of them was painted
    double sharp = 0;   ///< nothing more is to come
};

bool isColoured(const QImage& image) {
    if (image.isNull()) return false;
    const QRgb ground = image.pixel(0, 0);
    int other = 0;
    for (int y = 0; y < image.height(); y += 8)
        for (int x = 0; x < image.width(); x += 8) other += image.pixel(x, y) != ground ? 1 : 0;
    return other > image.width() * image.height() / 64 / 100;
}

/// One session from its beginning to its end.
class OpenRun {
public:
    OpenRun() : m_controller(m_session, m_canvas) {
        m_canvas.resize(width, height);
        m_canvas.show();
        QCoreApplication::processEvents();
    }
    Opening open(const QString& path) {
        Opening found;
        StopWatch watch;
        m_canvas.painted = [&] {
            const bool hasRead = found.read > 0;
            if (found.usable > 0 || (found.shown > 0 && !hasRead) || m_canvas.picture().isNull()) return;
            const double now = watch.seconds();
            if (!isColoured(m_canvas.picture())) return;
            if (found.shown == 0) found.shown = now;
            if (hasRead && m_pictures > m_picturesAtRead) found.usable = now;
        };
        QObject::connect(&m_canvas, &app::MapCanvas::drawingFinished, &m_canvas, [this] { ++m_pictures; });
        QObject::connect(&m_session, &app::Session::projectChanged, &m_canvas, [&] {
            found.read = watch.seconds();
            m_picturesAtRead = m_pictures;
        });
        watch = StopWatch();
        m_session.open(path);
        while (found.usable == 0 || m_canvas.isDrawing()) turn(5);
        found.sharp = watch.seconds();
        m_canvas.painted = {};
        return found;
    }
    /// Until what was found out is written.
    void settle(const std::string& folder) {
        const StopWatch watch;
        std::uintmax_t bytes = 0;
        double changed = 0;
        while (watch.seconds() < changed + 1.5 && watch.seconds() < 60) {
            turn(50);
            std::uintmax_t now = 0;
            std::error_code error;
            for (const auto& entry : std::filesystem::directory_iterator(folder, error))
                now += entry.is_regular_file(error) ? entry.file_size(error) : 0;
            if (now != bytes) changed = watch.seconds();
            bytes = now;
        }
        std::printf("kept for the next session: %.1f MB\n", static_cast<double>(bytes) / 1e6);
    }
    double check() {
        const StopWatch watch;
        m_session.check().run();
        while (m_session.check().isRunning()) turn(20);
        return watch.seconds();
    }

    void waitForJobs() {
        while (!m_session.jobs().isEmpty()) turn(20);
    }

private:
    app::Session m_session;
    WatchedCanvas m_canvas;
    app::MapController m_controller;
    int m_pictures = 0, m_picturesAtRead = 0;
};

void tell(const char* name, const Opening& found) {
    std::printf("%-28s %8.2f %8.2f %8.2f %8.2f\n", name, found.shown, found.read, found.usable, found.sharp);
    std::fflush(stdout);
}

void tellMemory(const char* when, std::size_t vertices) {
    const Memory memory = memoryOfProcess();
    const double raw = 16.0 * static_cast<double>(vertices);
    std::printf("memory %s: %.0f MB, at most %.0f MB; raw coordinates %.0f MB: %.2f and %.2f times\n", when,
                memory.now / 1e6, memory.most / 1e6, raw / 1e6, memory.now / raw, memory.most / raw);
    std::fflush(stdout);
}

}  // namespace

Memory memoryOfProcess() {
    Memory memory;
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly)) return memory;
    for (const QByteArray& line : file.readAll().split('\n')) {
        const double kilobytes = line.mid(line.indexOf(':') + 1).trimmed().split(' ').front().toDouble();
        if (line.startsWith("VmHWM:")) memory.most = kilobytes * 1024;
        if (line.startsWith("VmRSS:")) memory.now = kilobytes * 1024;
    }
    return memory;
}

gis::Result<void> runOpen(const std::string& sizeName, const std::string& folder, bool checks) {
    QStandardPaths::setTestModeEnabled(true);
    TUCE_TRY(size, checkSize(sizeName));
    TUCE_TRY(files, checkFiles(size, false, folder, {}));
    const std::string path = folder + "/open-" + size.name + ".gpkg";
    if (!std::filesystem::exists(path)) {
        layers::ProjectSnapshot plan;
        TUCE_CHECK(addLinked(plan, files.control, layers::LayerKind::ControlLine));
        TUCE_TRY(small, checkSize("S"));
        TUCE_TRY(drawn, checkFiles(small, false, folder, {}));  // something for the check to look at
        TUCE_CHECK(addLinked(plan, drawn.plan, layers::LayerKind::Layout));
        TUCE_CHECK(layers::createProject(path, plan, gis::Overwrite::Yes));
        std::printf("the project was made: run it again, so that making it counts in nothing\n");
        return {};
    }
    const std::string kept = layers::KeptIndex::folderBeside(path);
    const QString file = QString::fromStdString(path);
    if (checks) {
        OpenRun run;
        tell("opened", run.open(file));
        tellMemory("after opening", size.zoneVertices);
        std::printf("check: %.2f s\n", run.check());
        tellMemory("after the check", size.zoneVertices);
        run.waitForJobs();
        tellMemory("once its index was kept", size.zoneVertices);
        return {};
    }
    std::filesystem::remove_all(kept);
    std::printf("size %s: %zu zones, %zu vertices; %d x %d pixels; seconds from the order to open\n", size.name.c_str(),
                size.zones, size.zoneVertices, width, height);
    std::printf("%-28s %8s %8s %8s %8s\n", "", "shown", "read", "usable", "sharp");
    {
        OpenRun run;
        tell("nothing kept", run.open(file));
        run.settle(kept);
    }
    for (int i = 0; i < 3; ++i) {
        OpenRun run;
        tell("again", run.open(file));
    }
    return {};
}

}  // namespace bench
