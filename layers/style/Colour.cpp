// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <charconv>

#include "layers/style/Style.h"

namespace layers {

gis::Result<Colour> parseColour(const std::string& text) {
    const auto wrong = [&text] {
        return gis::fail(gis::ErrorCode::InvalidData, {},
                         gis::message("layers", "is not a colour: \"%1\" (write #rrggbb or #rrggbbaa)", {text}));
    };
    if ((text.size() != 7 && text.size() != 9) || text.front() != '#') return wrong();
    std::uint8_t parts[4] = {0, 0, 0, 255};
    for (std::size_t part = 0; part < (text.size() - 1) / 2; ++part) {
        const char* first = text.data() + 1 + 2 * part;
        const auto [end, error] = std::from_chars(first, first + 2, parts[part], 16);
        if (error != std::errc() || end != first + 2) return wrong();
    }
    return Colour{parts[0], parts[1], parts[2], parts[3]};
}

std::string toText(Colour colour) {
    const std::string opaque = fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
    return colour.alpha == 255 ? opaque : opaque + fmt::format("{:02x}", colour.alpha);
}

}  // namespace layers
