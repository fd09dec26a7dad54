// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/render/RenderReferences.h"

#include <QPainter>
#include <QPainterPath>
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

double bestOf(const std::vector<double>& values) {
    return values.empty() ? 0 : *std::min_element(values.begin(), values.end());
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

}  // namespace bench
