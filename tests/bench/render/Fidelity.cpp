// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/render/Fidelity.h"

#include <algorithm>
#include <cmath>

#include "gis/drawing/CoverageField.h"
#include "gis/drawing/KeptVertices.h"

namespace bench {

namespace {

constexpr std::uint32_t black = 0xff000000U;

gis::PixelImage pixelsOf(QImage& image) {
    return {reinterpret_cast<std::uint32_t*>(image.bits()), image.bytesPerLine() / 4, image.width(), image.height()};
}

QImage blank(const BenchView& view) {
    QImage image(view.width, view.height, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    return image;
}

/// Every vertex of one layer; marks pixels within about a pixel of an edge.
class FullPicture {
public:
    FullPicture(const BenchView& view) : m_view(view), m_field(view.width, view.height) {
        m_edges.resize(static_cast<std::size_t>(view.width) * static_cast<std::size_t>(view.height), 0);
    }
    void add(const gis::PackedShapes& shapes, std::size_t shape) {
        if (shapes.dimensions[shape] != 2 || !shapes.extents[shape].meets(m_view.extent())) return;
        for (std::uint32_t s = shapes.sequenceBegin(shape); s < shapes.sequenceEnd(shape); ++s) {
            const auto ring = shapes.sequence(s);
            for (std::size_t i = 1; i < ring.size(); ++i) {
                const gis::PixelPoint a = m_view.frame.toPixel(ring[i - 1]), b = m_view.frame.toPixel(ring[i]);
                m_field.addEdge(a, b);
                mark(a, b);
            }
        }
    }
    void paintInto(QImage& image) { m_field.sweep(gis::InkOver(pixelsOf(image), 0, black)); }
    bool isNearEdge(int x, int y) const { return m_edges[static_cast<std::size_t>(y * m_view.width + x)] != 0; }

private:
    void mark(gis::PixelPoint a, gis::PixelPoint b) {
        const double left = -2, right = m_view.width + 2, top = -2, bottom = m_view.height + 2;
        if (std::max(a.x, b.x) < left || std::min(a.x, b.x) > right || std::max(a.y, b.y) < top ||
            std::min(a.y, b.y) > bottom)
            return;
        const double length = std::min(1e5, std::hypot(b.x - a.x, b.y - a.y));
        const int steps = 1 + static_cast<int>(length * 2);
        for (int step = 0; step <= steps; ++step) {
            const double share = static_cast<double>(step) / steps;
            const int column = static_cast<int>(std::floor(a.x + (b.x - a.x) * share));
            const int row = static_cast<int>(std::floor(a.y + (b.y - a.y) * share));
            for (int y = std::max(0, row - 1); y <= std::min(m_view.height - 1, row + 1); ++y)
                for (int x = std::max(0, column - 1); x <= std::min(m_view.width - 1, column + 1); ++x)
                    m_edges[static_cast<std::size_t>(y * m_view.width + x)] = 1;
        }
    }
    const BenchView& m_view;
    gis::CoverageField m_field;
    std::vector<std::uint8_t> m_edges;
};

double distance(gis::PixelPoint p, gis::PixelPoint a, gis::PixelPoint b) {
    const double x = b.x - a.x, y = b.y - a.y, squared = x * x + y * y;
    const double share = squared > 0 ? std::clamp(((p.x - a.x) * x + (p.y - a.y) * y) / squared, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - share * x, p.y - a.y - share * y);
}

/// How far what is left out lies from what is drawn, over whole shapes that are seen.
void measure(const gis::DrawingForm& form, const BenchView& view, Fidelity& fidelity) {
    const gis::KeptVertices keeper(form, form.index->extent(), gis::largestPixelError / view.frame.pixelsPerUnit);
    std::vector<std::uint32_t> kept;
    for (const std::uint32_t shape : form.index->find(view.extent())) {
        if (form.shapes.dimensions[shape] != 2) continue;
        for (std::uint32_t s = form.shapes.sequenceBegin(shape); s < form.shapes.sequenceEnd(shape); ++s) {
            keeper.of(shape, s, kept);
            const std::uint32_t begin = form.shapes.sequenceStarts[s], end = form.shapes.sequenceStarts[s + 1] - 1;
            fidelity.kept += kept.size();
            fidelity.vertices += end - begin;
            for (std::size_t i = 0; i < kept.size() && kept.size() > 1; ++i) {
                const std::uint32_t next = kept[(i + 1) % kept.size()];
                const auto a = view.frame.toPixel(form.shapes.coordinates[kept[i]]);
                const auto b = view.frame.toPixel(form.shapes.coordinates[next]);
                for (std::uint32_t v = kept[i]; v != next; v = v + 1 == end ? begin : v + 1)
                    fidelity.furthest =
                        std::max(fidelity.furthest, distance(view.frame.toPixel(form.shapes.coordinates[v]), a, b));
            }
        }
    }
}

}  // namespace

Fidelity fidelityOf(const std::vector<BenchLayer>& layers, const BenchView& view, const gis::JobControl& control) {
    Fidelity fidelity;
    std::size_t over16 = 0, over64 = 0, strayed = 0, pixels = 0;
    for (const BenchLayer& layer : layers) {
        QImage ours = blank(view), full = blank(view);
        gis::paintShapes(layer.form, {}, {black, 0, 0}, view.frame, pixelsOf(ours), control);
        FullPicture every(view);
        for (std::size_t shape = 0; shape < layer.form.shapes.shapeCount(); ++shape)
            every.add(layer.form.shapes, shape);
        every.paintInto(full);
        for (int y = 0; y < view.height; ++y)
            for (int x = 0; x < view.width; ++x) {
                const int away = std::abs(qRed(ours.pixel(x, y)) - qRed(full.pixel(x, y)));
                over16 += away > 16 ? 1 : 0;
                over64 += away > 64 ? 1 : 0;
                strayed += away > 16 && !every.isNearEdge(x, y) ? 1 : 0;
                ++pixels;
            }
        measure(layer.form, view, fidelity);
    }
    const double all = static_cast<double>(std::max<std::size_t>(pixels, 1));
    fidelity.shareOver16 = static_cast<double>(over16) / all;
    fidelity.shareOver64 = static_cast<double>(over64) / all;
    fidelity.strayed = static_cast<double>(strayed) / all;
    return fidelity;
}

}  // namespace bench
