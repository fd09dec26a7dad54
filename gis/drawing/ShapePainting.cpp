// SPDX-License-Identifier: Apache-2.0
#include "gis/drawing/ShapePainting.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "gis/base/Parallel.h"
#include "gis/drawing/ChainRanks.h"
#include "gis/drawing/KeptVertices.h"
#include "gis/drawing/LineField.h"

namespace gis {

namespace {

/// Rows of the image that fit the cache of a core together with their coverage.
constexpr int bandCells = 1 << 17;

/// A ring of no more pixels than this is not looked at: hundreds of them make a pixel, so that where they fill the
/// ground together, what is counted in a neighbouring pixel hardly shows.
constexpr double speck = 1.0 / 16;

struct Job {
    const DrawingForm& form;
    std::span<const std::uint8_t> isWanted;
    const ShapeInk& ink;
    const PixelFrame& frame;
    PixelImage image;
    int bandHeight;
    bool drawsFills() const { return ink.fill != 0 || ink.hatch; }
    bool drawsLines() const { return ink.line != 0 && ink.lineWidth > 0; }
};

struct HatchedFill {
    InkOver ground;
    HatchOver hatch;
    void constant(int row, int begin, int end, std::uint8_t coverage) const {
        ground.constant(row, begin, end, coverage);
        hatch.constant(row, begin, end, coverage);
    }
    void varying(int row, int begin, std::span<const std::uint8_t> coverage) const {
        ground.varying(row, begin, coverage);
        hatch.varying(row, begin, coverage);
    }
};

/// One band of rows after the other; one for each worker.
class BandPainter {
public:
    explicit BandPainter(const Job& job)
        : m_job(job),
          m_fills(job.image.width, job.drawsFills() ? job.bandHeight : 0),
          m_lines(job.image.width, job.drawsLines() ? job.bandHeight : 0, job.ink.lineWidth),
          m_margin(job.drawsLines() ? m_lines.reach() + 1 : 1) {}

    void paint(int firstRow, const CancelToken& cancel) {
        const double perPixel = 1 / m_job.frame.pixelsPerUnit;
        const int height = std::min(m_job.bandHeight, m_job.image.height - firstRow);
        m_frame = m_job.frame;
        m_frame.topLeft.y -= firstRow * perPixel;
        m_bottom = height + m_margin;
        const Extent view{m_frame.topLeft.x - m_margin * perPixel, m_frame.topLeft.y - m_bottom * perPixel,
                          m_frame.topLeft.x + (m_job.image.width + m_margin) * perPixel,
                          m_frame.topLeft.y + m_margin * perPixel};
        const KeptVertices kept(m_job.form, view, largestPixelError * perPixel);
        m_shapes.clear();
        m_job.form.index->visit(view, [this](std::uint32_t shape) {
            if (m_job.isWanted.empty() || m_job.isWanted[shape] != 0) m_shapes.push_back(shape);
            return true;
        });
        std::sort(m_shapes.begin(), m_shapes.end());
        for (const std::uint32_t shape : m_shapes) {
            if (cancel.isCanceled()) return;
            addShape(shape, kept, view);
        }
        if (m_job.ink.hatch)
            m_fills.sweep(HatchedFill{InkOver(m_job.image, firstRow, m_job.ink.fill),
                                      HatchOver(m_job.image, firstRow, *m_job.ink.hatch)});
        else if (m_job.drawsFills())
            m_fills.sweep(InkOver(m_job.image, firstRow, m_job.ink.fill));
        if (m_job.drawsLines()) m_lines.sweep(InkOver(m_job.image, firstRow, m_job.ink.line));
    }

private:
    void addShape(std::uint32_t shape, const KeptVertices& kept, const Extent& view) {
        const PackedShapes& shapes = m_job.form.shapes;
        if (shapes.dimensions[shape] < 1) return;
        const bool isPolygon = shapes.dimensions[shape] == 2;
        for (std::uint32_t s = shapes.sequenceBegin(shape); s < shapes.sequenceEnd(shape); ++s) {
            const Extent& box = m_job.form.sequenceBoxes[s];
            if (!view.meets(box)) continue;
            if (isPolygon && std::max(box.width(), box.height()) * m_frame.pixelsPerUnit <= speck) {
                addSpot(s, box);
                if (m_job.drawsLines()) m_lines.addDot(m_frame.toPixel(box.centre()));
                continue;
            }
            kept.of(shape, s, m_kept);
            placePoints();
            if (isPolygon && m_points.size() < 3)
                addSpot(s, box);
            else if (isPolygon && m_job.drawsFills())
                addRing();
            if (m_job.drawsLines()) addLine(isPolygon);
        }
    }
    /// The vertices lie far apart in memory: those to come are asked for some time before.
    void placePoints() {
        constexpr std::size_t ahead = 12;
        const Coordinate* coordinates = m_job.form.shapes.coordinates.data();
        m_points.resize(m_kept.size());
        for (std::size_t i = 0; i < m_kept.size(); ++i) {
            __builtin_prefetch(coordinates + m_kept[std::min(i + ahead, m_kept.size() - 1)]);
            m_points[i] = m_frame.toPixel(coordinates[m_kept[i]]);
        }
    }
    void addSpot(std::uint32_t sequence, const Extent& box) {
        const double scale = m_frame.pixelsPerUnit;
        if (m_job.drawsFills())
            m_fills.addSpot(m_frame.toPixel(box.centre()), m_job.form.sequenceAreas[sequence] * scale * scale);
    }
    void addRing() {
        PixelPoint before = m_points.back();
        for (const PixelPoint point : m_points) {
            m_fills.addEdge(before, point);
            before = point;
        }
    }
    bool isAside(PixelPoint a, PixelPoint b) const {
        return std::max(a.y, b.y) < -m_margin || std::min(a.y, b.y) > m_bottom || std::max(a.x, b.x) < -m_margin ||
               std::min(a.x, b.x) > m_job.image.width + m_margin;
    }
    void addLine(bool isRing) {
        if (m_points.empty()) return;
        if (m_points.size() == 1) return m_lines.addDot(m_points[0]);
        // What an earlier shape has in common with this one is drawn with it, if all shapes are.
        const std::uint8_t leftOut = m_job.isWanted.empty() ? ChainRanks::repeatedBit : 0;
        const std::size_t last = m_points.size() - 1;
        for (std::size_t i = 0; i < last; ++i)
            if ((m_job.form.ranks[m_kept[i]] & leftOut) == 0)
                m_lines.add(m_points[i], m_points[i + 1], !isRing && i == 0, !isRing && i + 1 == last);
        if (isRing && last > 1 && (m_job.form.ranks[m_kept[last]] & leftOut) == 0)
            m_lines.add(m_points[last], m_points[0]);
    }

    const Job& m_job;
    CoverageField m_fills;
    LineField m_lines;
    double m_margin;      ///< pixels around the band in which something may be seen
    double m_bottom = 0;  ///< of the band with its margin
    PixelFrame m_frame;   ///< of the band
    std::vector<std::uint32_t> m_shapes, m_kept;
    std::vector<PixelPoint> m_points;
};

}  // namespace

int bandRows(int imageWidth) { return std::clamp(bandCells / std::max(imageWidth, 1), 8, 64); }

bool paintShapes(const DrawingForm& form, std::span<const std::uint8_t> isWanted, const ShapeInk& ink,
                 const PixelFrame& frame, PixelImage image, const JobControl& control, RowRange rows) {
    const DrawingForm& coarsest = form.at(largestPixelError / frame.pixelsPerUnit);
    Job job{coarsest, isWanted, ink, frame, image, bandRows(image.width)};
    job.image.height = std::min(image.height, rows.end);
    const int height = job.image.height - rows.begin;
    if ((!job.drawsFills() && !job.drawsLines()) || image.width <= 0 || height <= 0) return true;
    const auto bands = static_cast<std::size_t>((height + job.bandHeight - 1) / job.bandHeight);
    std::vector<std::optional<BandPainter>> workers(control.threadCount());
    return parallelFor(bands, {control.cancel, {}, control.threads}, [&](std::size_t band, unsigned worker) {
        if (!workers[worker]) workers[worker].emplace(job);
        workers[worker]->paint(rows.begin + static_cast<int>(band) * job.bandHeight, control.cancel);
    });
}

}  // namespace gis
