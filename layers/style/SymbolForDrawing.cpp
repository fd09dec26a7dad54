// SPDX-License-Identifier: Apache-2.0
#include "layers/style/SymbolForDrawing.h"

#include <algorithm>
#include <cmath>

namespace layers {

namespace {

Colour faded(Colour colour, double opacity) {
    colour.alpha = static_cast<std::uint8_t>(std::lround(colour.alpha * std::clamp(opacity, 0.0, 1.0)));
    return colour;
}

void fade(std::initializer_list<Colour*> colours, double opacity) {
    for (Colour* colour : colours) *colour = faded(*colour, opacity);
}

void fade(MarkerSymbol& marker, double opacity) { fade({&marker.fill, &marker.outline, &marker.centre}, opacity); }

/// Within limits; what is no number becomes the least.
void bound(double& number, double least, double most) { number = number >= least ? std::min(number, most) : least; }

void bound(MarkerSymbol& marker) {
    bound(marker.sizeMm, 0, 1000);
    bound(marker.outlineMm, 0, 1000);
    bound(marker.sizeValue, 1e-9, 1e15);
}

void bound(LineSymbol& line) {
    for (double* length : {&line.widthMm, &line.casingMm, &line.innerBandMm}) bound(*length, 0, 1000);
    for (double& dash : line.dashMm) bound(dash, 0, 1000);
    bound(line.taperStart, 0, 10);
    bound(line.offsetMm, -100, 100);
    bound(line.doubleGapMm, 0, 100);
    bound(line.headMm, 0.1, 100);
    if (!line.marks) return;
    bound(line.marks->spacingMm, 0.3, 1000);
    bound(line.marks->lengthMm, 0, 1000);
    bound(line.marks->widthMm, 0, 1000);
    bound(line.marks->marker);
}

}  // namespace

Symbol faded(Symbol symbol, double opacity) {
    if (!(opacity < 1)) return symbol;
    if (symbol.fill) {
        fade({&symbol.fill->colour, &symbol.fill->patternColour}, opacity);
        fade(symbol.fill->patternMarker, opacity);
    }
    if (symbol.line) {
        LineSymbol& line = *symbol.line;
        fade({&line.colour, &line.endColour, &line.casingColour, &line.innerBandColour}, opacity);
        if (line.marks) fade(line.marks->marker, opacity);
    }
    if (symbol.marker) fade(*symbol.marker, opacity);
    return symbol;
}

Symbol bounded(Symbol symbol) {
    if (symbol.fill) {
        bound(symbol.fill->spacingMm, symbol.fill->pattern == FillPattern::Markers ? 0.8 : 0.2, 1000);
        bound(symbol.fill->angleDegrees, -360, 360);
        bound(symbol.fill->patternWidthMm, 0, 1000);
        bound(symbol.fill->patternMarker);
    }
    if (symbol.line) bound(*symbol.line);
    if (symbol.marker) bound(*symbol.marker);
    return symbol;
}

}  // namespace layers
