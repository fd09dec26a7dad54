// SPDX-License-Identifier: Apache-2.0
#include "layers/render/FormShapes.h"

#include <QImage>

#include "gis/drawing/KeptVertices.h"

namespace layers {

namespace {

PaperShape pointsOnPaper(const gis::PackedShapes& shapes, std::uint32_t shape, const PaperFrame& frame) {
    PaperShape placed;
    placed.dimension = 0;
    for (const gis::Coordinate c :
         shapes.coordinates.subspan(shapes.sequenceStarts[shapes.sequenceBegin(shape)], shapes.vertexCount(shape)))
        placed.parts.push_back({QPolygonF{frame.toPaper(c)}});
    return placed;
}

/// Lines and polygons as far as they keep vertices.
PaperShape keptOnPaper(const gis::DrawingForm& form, std::uint32_t shape, const gis::KeptVertices& keeper,
                       const PaperFrame& frame) {
    const gis::PackedShapes& shapes = form.shapes;
    PaperShape placed;
    placed.dimension = shapes.dimensions[shape];
    std::vector<std::uint32_t> kept;
    for (std::uint32_t part = shapes.shapeStarts[shape]; part < shapes.shapeStarts[shape + 1]; ++part) {
        std::vector<QPolygonF> sequences;
        for (std::uint32_t s = shapes.partStarts[part]; s < shapes.partStarts[part + 1]; ++s) {
            keeper.of(shape, s, kept);
            QPolygonF line;
            for (const std::uint32_t index : kept) line.append(frame.toPaper(shapes.coordinates[index]));
            const bool isRing = placed.dimension == 2;
            if (isRing && line.size() < 3) {
                if (sequences.empty()) break;  // the shell is gone, so are its holes
                continue;
            }
            if (isRing) line.append(line.first());
            sequences.push_back(std::move(line));
        }
        if (!sequences.empty()) placed.parts.push_back(std::move(sequences));
    }
    return placed;
}

}  // namespace

PaperShape shapeOnPaper(const gis::DrawingForm& form, std::uint32_t shape, const PaperFrame& frame, const QRectF& box,
                        double toleranceMm) {
    if (form.shapes.dimensions[shape] == 0) return clipped(pointsOnPaper(form.shapes, shape, frame), box);
    const double perMm = 1 / frame.millimetresPerUnit;
    const gis::Extent view{frame.extent.minX + box.left() * perMm, frame.extent.maxY - box.bottom() * perMm,
                           frame.extent.minX + box.right() * perMm, frame.extent.maxY - box.top() * perMm};
    return clipped(keptOnPaper(form, shape, gis::KeptVertices(form, view, toleranceMm * perMm), frame), box);
}

PaperShape wholeOnPaper(const gis::DrawingForm& form, std::uint32_t shape, const PaperFrame& frame,
                        double toleranceMm) {
    if (form.shapes.dimensions[shape] == 0) return pointsOnPaper(form.shapes, shape, frame);
    const gis::Extent everything = form.index->extent();
    return keptOnPaper(form, shape, gis::KeptVertices(form, everything, toleranceMm / frame.millimetresPerUnit), frame);
}

bool paintForm(const QImage& image, uchar* bits, const DrawnLayer& drawn, std::size_t symbol, const gis::ShapeInk& ink,
               const PaperFrame& frame, double pixelsPerMm, const gis::JobControl& control, gis::RowRange rows) {
    const gis::PixelImage pixels{reinterpret_cast<std::uint32_t*>(bits), image.bytesPerLine() / 4, image.width(),
                                 image.height()};
    const gis::PixelFrame place{{frame.extent.minX, frame.extent.maxY}, frame.millimetresPerUnit * pixelsPerMm};
    gis::ShapeInk anchored = ink;
    if (anchored.hatch) anchored.hatch->origin = place.toPixel({});  // the hatch is fixed to the ground
    return gis::paintShapes(drawn.form->form, drawn.symbols[symbol].formShapes, anchored, place, pixels,
                            {control.cancel, {}, control.threads}, rows);
}

}  // namespace layers
