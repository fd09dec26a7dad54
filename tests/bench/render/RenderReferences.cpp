// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/render/RenderReferences.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPainterPath>
#include <QProcess>
#include <algorithm>

#include "tests/bench/check/StopWatch.h"

namespace bench {

namespace {

QPainterPath pathOf(const gis::PackedShapes& shapes, std::size_t shape) {
    QPainterPath path;
    for (std::uint32_t s = shapes.sequenceBegin(shape); s < shapes.sequenceEnd(shape); ++s) {
        QPolygonF ring;
        for (const gis::Coordinate c : shapes.sequence(s)) ring.append({c.x, c.y});
        path.addPolygon(ring);
    }
    return path;
}

constexpr const char* qgisScript = R"(# SPDX-License-Identifier: Apache-2.0
import json, sys, time
from qgis.core import (QgsApplication, QgsVectorLayer, QgsMapSettings, QgsMapRendererParallelJob, QgsRectangle,
                       QgsFillSymbol, QgsSingleSymbolRenderer)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor
job = json.load(open(sys.argv[1]))
app = QgsApplication([], False)
app.initQgis()
layers = []
for entry in job["layers"]:
    layer = QgsVectorLayer(job["path"] + "|layername=" + entry["name"], entry["name"], "ogr")
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({
        "color": entry["fill"], "outline_color": entry["line"], "outline_width": str(entry["width"]),
        "outline_width_unit": "Pixel"})))
    layers.insert(0, layer)
result = []
for view in job["views"]:
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[0].crs())
    settings.setExtent(QgsRectangle(*view["extent"]))
    settings.setOutputSize(QSize(*view["size"]))
    settings.setBackgroundColor(QColor(255, 255, 255))
    settings.setFlag(QgsMapSettings.Antialiasing, True)
    settings.setFlag(QgsMapSettings.UseRenderingOptimization, True)
    times, processor = [], []
    for _ in range(job["repeat"] + 1):
        begin, begin_processor = time.perf_counter(), time.process_time()
        renderer = QgsMapRendererParallelJob(settings)
        renderer.start()
        renderer.waitForFinished()
        image = renderer.renderedImage()
        times.append((time.perf_counter() - begin) * 1000)
        processor.append((time.process_time() - begin_processor) * 1000)
    image.save(view["image"])
    result.append([times[1:], processor[1:]])
print("RESULT" + json.dumps(result))
)";

QString colourText(std::uint32_t colour) {
    return QStringLiteral("%1,%2,%3,%4")
        .arg(colour >> 16U & 255U)
        .arg(colour >> 8U & 255U)
        .arg(colour & 255U)
        .arg(colour >> 24U);
}

QJsonObject qgisJob(const std::string& path, const std::vector<BenchLayer>& layers, const std::vector<BenchView>& views,
                    int repeat, const QString& folder) {
    QJsonArray layerArray, viewArray;
    for (const BenchLayer& layer : layers)
        layerArray.append(QJsonObject{{QStringLiteral("name"), QString::fromStdString(layer.name)},
                                      {QStringLiteral("fill"), colourText(layer.fill)},
                                      {QStringLiteral("line"), colourText(layer.line)},
                                      {QStringLiteral("width"), benchLineWidth}});
    for (const BenchView& view : views) {
        const gis::Extent extent = view.extent();
        viewArray.append(
            QJsonObject{{QStringLiteral("extent"), QJsonArray{extent.minX, extent.minY, extent.maxX, extent.maxY}},
                        {QStringLiteral("size"), QJsonArray{view.width, view.height}},
                        {QStringLiteral("image"), folder + QStringLiteral("/qgis-%1.png").arg(viewArray.size())}});
    }
    return {{QStringLiteral("path"), QString::fromStdString(path)},
            {QStringLiteral("repeat"), repeat},
            {QStringLiteral("layers"), layerArray},
            {QStringLiteral("views"), viewArray}};
}

bool written(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

}  // namespace

gis::Extent BenchView::extent() const {
    return {frame.topLeft.x, frame.topLeft.y - height / frame.pixelsPerUnit,
            frame.topLeft.x + width / frame.pixelsPerUnit, frame.topLeft.y};
}

double processorMilliseconds(std::clock_t since) {
    return static_cast<double>(std::clock() - since) * 1000 / CLOCKS_PER_SEC;
}

double medianOf(std::vector<double> values) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

FrameRun paintedPaths(const std::vector<BenchLayer>& layers, const BenchView& view, int repeat) {
    FrameRun run{"QPainter, every vertex, 1 thread", view.name, true, {}, {}, {}, {}};
    std::vector<std::vector<QPainterPath>> paths;
    for (const BenchLayer& layer : layers) {
        auto& made = paths.emplace_back();
        for (std::size_t i = 0; i < layer.form.shapes.shapeCount(); ++i)
            if (layer.form.shapes.extents[i].meets(view.extent())) made.push_back(pathOf(layer.form.shapes, i));
    }
    for (int frame = 0; frame <= repeat; ++frame) {
        const StopWatch watch;
        const std::clock_t begin = std::clock();
        QImage image(view.width, view.height, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(view.frame.pixelsPerUnit, -view.frame.pixelsPerUnit);
        painter.translate(-view.frame.topLeft.x, -view.frame.topLeft.y);
        for (std::size_t i = 0; i < layers.size(); ++i) {
            for (const QPainterPath& path : paths[i]) painter.fillPath(path, QColor::fromRgba(layers[i].fill));
            QPen pen(QColor::fromRgba(layers[i].line), benchLineWidth);
            pen.setCosmetic(true);  // Qt's fast way
            for (const QPainterPath& path : paths[i]) painter.strokePath(path, pen);
        }
        painter.end();
        if (frame > 0) {
            run.milliseconds.push_back(watch.seconds() * 1000);
            run.processor.push_back(processorMilliseconds(begin));
        }
        run.image = std::move(image);
    }
    return run;
}

std::vector<FrameRun> qgisFrames(const std::string& path, const std::vector<BenchLayer>& layers,
                                 const std::vector<BenchView>& views, int repeat, const std::string& folder) {
    std::vector<FrameRun> runs;
    for (const BenchView& view : views) runs.push_back({"QGIS, parallel job", view.name, false, {}, {}, {}, {}});
    const QString place = QString::fromStdString(folder);
    const QJsonObject job = qgisJob(path, layers, views, repeat, place);
    const QString script = place + QStringLiteral("/qgis-frames.py");
    const QString input = place + QStringLiteral("/qgis-frames.json");
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    process.setProcessEnvironment(environment);
    std::string note;
    QJsonArray times;
    if (written(script, qgisScript) && written(input, QJsonDocument(job).toJson())) {
        process.start(QStringLiteral("/usr/bin/python3"), {script, input});
        if (!process.waitForStarted() || !process.waitForFinished(600'000) || process.exitCode() != 0) {
            note = "not installed or failed: " + process.readAllStandardError().right(160).simplified().toStdString();
        } else {
            const QByteArray output = process.readAllStandardOutput();
            times = QJsonDocument::fromJson(output.mid(output.indexOf("RESULT") + 6)).array();
        }
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        runs[i].note = note;
        const QJsonArray both = times.at(static_cast<qsizetype>(i)).toArray();
        for (const auto& value : both.at(0).toArray()) runs[i].milliseconds.push_back(value.toDouble());
        for (const auto& value : both.at(1).toArray()) runs[i].processor.push_back(value.toDouble());
        runs[i].finished = !runs[i].milliseconds.empty();
        runs[i].image.load(place + QStringLiteral("/qgis-%1.png").arg(i));
    }
    return runs;
}

}  // namespace bench
