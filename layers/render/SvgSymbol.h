// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QBrush>
#include <QPainterPath>
#include <QPen>
#include <memory>
#include <string>
#include <vector>

#include "gis/base/Result.h"

namespace layers {

/// One painted shape of a drawing.
struct SvgShape {
    QPainterPath path;
    QPen pen;
    QBrush brush;
    bool penIsInk = false;    ///< painted in the colour of the marker (written currentColor in the file)
    bool brushIsInk = false;  ///< the same for the inside
    double opacity = 1;
};

/// A drawing as plain shapes in a box of 1 x 1 about the origin; immutable, painted by any thread.
struct SvgSymbol {
    std::string title;  ///< of the file, for people
    std::vector<SvgShape> shapes;
};

/// Reads a drawing. It must not reach outside itself nor do anything: no document type or entities, no script, style,
/// image, text, animation, event or reference, nothing but plain shapes in plain colours; at most 64 KB, 500 elements
/// and 20 levels. Refused names what it may not hold; InvalidData for what is no drawing. Any thread.
gis::Result<SvgSymbol> svgSymbolFrom(const std::string& bytes);

/// A drawing that ships, resources/symbols/<name>.svg, read once for the whole program; null if there is none.
std::shared_ptr<const SvgSymbol> shippedSvgSymbol(const std::string& name);
/// Names of all that ship, in order.
std::vector<std::string> shippedSvgSymbols();

}  // namespace layers
