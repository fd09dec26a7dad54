// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "layers/policy/Gazetteer.h"
#include "layers/policy/TextFigures.h"

namespace layers {

enum class TextMarkKind {
    Place,    ///< a unit, region, town …
    Carrier,  ///< a river, railway, road, airport …: what an element runs along or stands at
    Figure,
    Date,
    Body,  ///< who is to do it
};

/// A stretch of a text that a reader wants to see at once. Code points, end exclusive.
struct TextMark {
    std::size_t start = 0;
    std::size_t end = 0;
    TextMarkKind kind = TextMarkKind::Place;
    std::string name;  ///< full name of the place or carrier; ISO of a date; name of a body; empty for a figure
    bool operator==(const TextMark&) const = default;
};

/// Marks of a text in order; none overlaps another: of two that do the one counts that begins first, of those the
/// longer. Pure; any thread.
std::vector<TextMark> marksIn(const std::string& text, const Gazetteer& gazetteer, const FigureWords& words);

/// True for kinds of entries that a line on the map carries: rivers, railways, roads, canals.
bool isCarrierKind(const std::string& kind);

}  // namespace layers
