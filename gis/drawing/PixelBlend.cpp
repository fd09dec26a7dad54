// SPDX-License-Identifier: Apache-2.0
#include "gis/drawing/PixelBlend.h"

#include <algorithm>

namespace gis {

std::uint32_t premultiplied(std::uint8_t red, std::uint8_t green, std::uint8_t blue, std::uint8_t alpha) {
    const std::uint32_t opaque = 0xff000000U | std::uint32_t{red} << 16U | std::uint32_t{green} << 8U | blue;
    return scaled(opaque, alpha);
}

void InkOver::constant(int row, int begin, int end, std::uint8_t coverage) const {
    if (m_firstRow + row >= m_image.height) return;
    std::uint32_t* to = m_image.row(m_firstRow + row);
    const std::uint32_t ink = scaled(m_ink, coverage);
    const std::uint32_t shine = 255 - (ink >> 24U);
    if (shine == 0) {
        std::fill(to + begin, to + end, ink);
        return;
    }
    for (int x = begin; x < end; ++x) to[x] = ink + scaled(to[x], shine);
}

void InkOver::varying(int row, int begin, std::span<const std::uint8_t> coverage) const {
    if (m_firstRow + row >= m_image.height) return;
    std::uint32_t* to = m_image.row(m_firstRow + row) + begin;
    for (const std::uint8_t covered : coverage) {
        if (covered != 0) {
            const std::uint32_t ink = scaled(m_ink, covered);
            *to = ink + scaled(*to, 255 - (ink >> 24U));
        }
        ++to;
    }
}

}  // namespace gis
