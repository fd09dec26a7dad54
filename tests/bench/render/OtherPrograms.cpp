// SPDX-License-Identifier: Apache-2.0
// QGIS and Mapnik on the same file, by way of their Python modules.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include "tests/bench/render/RenderReferences.h"

namespace bench {

namespace {

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

// Every layer is read from the file for every frame, as QGIS does; simplified to a pixel, as its own way is.
constexpr const char* mapnikScript = R"(# SPDX-License-Identifier: Apache-2.0
import json, sys, time
import mapnik
job = json.load(open(sys.argv[1]))
crs = "+proj=longlat"  # map and layers alike: nothing is transformed
result = []
for view in job["views"]:
    width, height = view["size"]
    plan = mapnik.Map(width, height, crs)
    plan.background = mapnik.Color("white")
    plan.buffer_size = 2
    for entry in job["layers"]:
        red, green, blue, alpha = [int(part) for part in entry["fill"].split(",")]
        fill, line = mapnik.PolygonSymbolizer(), mapnik.LineSymbolizer()
        fill.fill = mapnik.Color(red, green, blue, alpha)
        red, green, blue, alpha = [int(part) for part in entry["line"].split(",")]
        line.stroke = mapnik.Color(red, green, blue, alpha)
        line.stroke_width = float(entry["width"])
        fill.simplify = line.simplify = 1.0
        rule, style = mapnik.Rule(), mapnik.Style()
        rule.symbols.append(fill)
        rule.symbols.append(line)
        style.rules.append(rule)
        plan.append_style(entry["name"], style)
        layer = mapnik.Layer(entry["name"], crs)
        layer.datasource = mapnik.Ogr(file=job["path"], layer=entry["name"])
        layer.styles.append(entry["name"])
        plan.layers.append(layer)
    plan.zoom_to_box(mapnik.Box2d(*view["extent"]))
    times, processor = [], []
    for _ in range(job["repeat"] + 1):
        begin, begin_processor = time.perf_counter(), time.process_time()
        image = mapnik.Image(width, height)
        mapnik.render(plan, image)
        times.append((time.perf_counter() - begin) * 1000)
        processor.append((time.process_time() - begin_processor) * 1000)
    image.save(view["image"])
    result.append([times[1:], processor[1:]])
print("RESULT" + json.dumps(result))
)";

struct Program {
    const char* name;
    const char* file;
    const char* script;
};

QString colourText(std::uint32_t colour) {
    return QStringLiteral("%1,%2,%3,%4")
        .arg(colour >> 16U & 255U)
        .arg(colour >> 8U & 255U)
        .arg(colour & 255U)
        .arg(colour >> 24U);
}

QJsonObject jobOf(const std::string& path, const std::vector<BenchLayer>& layers, const std::vector<BenchView>& views,
                  int repeat, const QString& image) {
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
                        {QStringLiteral("image"), image.arg(viewArray.size())}});
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

/// The times that a script prints; what went wrong otherwise.
QJsonArray timesOf(const Program& program, const QJsonObject& job, const QString& place, std::string& note) {
    const QString script = place + QStringLiteral("-frames.py"), input = place + QStringLiteral("-frames.json");
    if (!written(script, program.script) || !written(input, QJsonDocument(job).toJson())) {
        note = "the script cannot be written";
        return {};
    }
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral("/usr/bin/python3"), {script, input});
    constexpr int longestMs = 600'000;
    if (!process.waitForStarted() || !process.waitForFinished(longestMs) || process.exitCode() != 0) {
        note = "not installed or failed: " + process.readAllStandardError().right(160).simplified().toStdString();
        return {};
    }
    const QByteArray output = process.readAllStandardOutput();
    return QJsonDocument::fromJson(output.mid(output.indexOf("RESULT") + 6)).array();
}

std::vector<FrameRun> framesOf(const Program& program, const std::string& path, const std::vector<BenchLayer>& layers,
                               const std::vector<BenchView>& views, int repeat, const std::string& folder) {
    const QString place = QString::fromStdString(folder) + QLatin1Char('/') + QString::fromLatin1(program.file);
    const QString image = place + QStringLiteral("-%1.png");
    std::string note;
    const QJsonArray times = timesOf(program, jobOf(path, layers, views, repeat, image), place, note);
    std::vector<FrameRun> runs;
    for (const BenchView& view : views) {
        FrameRun& run = runs.emplace_back(FrameRun{program.name, view.name, false, {}, {}, {}, note});
        const auto number = static_cast<qsizetype>(runs.size() - 1);
        const QJsonArray both = times.at(number).toArray();
        for (const auto& value : both.at(0).toArray()) run.milliseconds.push_back(value.toDouble());
        for (const auto& value : both.at(1).toArray()) run.processor.push_back(value.toDouble());
        run.finished = !run.milliseconds.empty();
        run.image.load(image.arg(number));
    }
    return runs;
}

}  // namespace

std::vector<FrameRun> qgisFrames(const std::string& path, const std::vector<BenchLayer>& layers,
                                 const std::vector<BenchView>& views, int repeat, const std::string& folder) {
    return framesOf({"QGIS, parallel job", "qgis", qgisScript}, path, layers, views, repeat, folder);
}

std::vector<FrameRun> mapnikFrames(const std::string& path, const std::vector<BenchLayer>& layers,
                                   const std::vector<BenchView>& views, int repeat, const std::string& folder) {
    return framesOf({"Mapnik, simplified to a pixel", "mapnik", mapnikScript}, path, layers, views, repeat, folder);
}

}  // namespace bench
