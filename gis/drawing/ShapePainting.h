// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "gis/drawing/DrawingForm.h"
#include "gis/drawing/HatchInk.h"
#include "gis/drawing/PixelBlend.h"

namespace gis {

/// How shapes are drawn; colours as in PixelImage, 0 for none.
struct ShapeInk {
    std::uint32_t fill = 0;
    std::uint32_t line = 0;
    double lineWidth = 1;          ///< device pixels
    std::optional<Hatch> hatch{};  ///< over the fill
};

/// Where an image lies on the ground, in the units of the form's coordinates.
struct PixelFrame {
    Coordinate topLeft;
    double pixelsPerUnit = 1;
    PixelPoint toPixel(Coordinate c) const {
        return {(c.x - topLeft.x) * pixelsPerUnit, (topLeft.y - c.y) * pixelsPerUnit};
    }
};

/// How far from its place anything may be drawn, in device pixels.
constexpr double largestPixelError = 0.5;

/// Rows of an image from `begin` up to `end`.
struct RowRange {
    int begin = 0;
    int end = 1 << 30;
};

/// How many rows of an image of this width are drawn as one. A range of rows that begins and ends between two of these
/// looks just as it does in the whole image.
int bandRows(int imageWidth);

/// Draws polygons and lines of a form over an image: all fills as one, then all lines as one, an edge of two
/// neighbours once. Vertices vanish where the line moves by no more than largestPixelError; a ring of which
/// nothing is left becomes the same area in one pixel. `isWanted`: for each shape whether it is drawn; empty: all. What is drawn does
/// not depend on the number of threads. `rows`: nothing else of the image is touched; begins at a multiple of bandRows().
/// False if canceled; the image is half drawn then.
bool paintShapes(const DrawingForm& form, std::span<const std::uint8_t> isWanted, const ShapeInk& ink,
                 const PixelFrame& frame, PixelImage image, const JobControl& control = {}, RowRange rows = {});

}  // namespace gis
