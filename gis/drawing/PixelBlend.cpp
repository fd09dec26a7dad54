// SPDX-License-Identifier: Apache-2.0
#include "gis/drawing/PixelBlend.h"

#include <algorithm>
#include <cstring>

namespace gis {

namespace {

constexpr std::size_t group = 2;  ///< pixels that are blended at once
using Bytes = std::uint8_t __attribute__((vector_size(4 * group)));
using Words = std::uint16_t __attribute__((vector_size(8 * group)));

/// As scaled(), channel by channel.
Words scaledWords(Words channels, Words shares) {
    const Words product = channels * shares + 128;
    return (product + (product >> 8)) >> 8;
}

template <class Two>
Words wordsOf(const Two& pixels) {
    static_assert(sizeof(Two) == sizeof(Bytes));
    Bytes bytes;
    std::memcpy(&bytes, &pixels, sizeof bytes);
    return __builtin_convertvector(bytes, Words);
}

std::uint64_t twice(std::uint32_t word) { return std::uint64_t{word} << 32U | word; }

void blendGroup(std::uint32_t* to, const std::uint8_t* coverage, std::uint32_t ink) {
    if ((coverage[0] | coverage[1]) == 0) return;
    constexpr std::uint32_t each = 0x01010101U;
    const Words shares = wordsOf(coverage[0] * std::uint64_t{each} | (coverage[1] * std::uint64_t{each}) << 32U);
    const Words over = scaledWords(wordsOf(twice(ink)), shares);
    const Words shine = 255 - scaledWords(wordsOf(twice((ink >> 24U) * each)), shares);
    std::uint64_t pixels;
    std::memcpy(&pixels, to, sizeof pixels);
    const Bytes blended = __builtin_convertvector(over + scaledWords(wordsOf(pixels), shine), Bytes);
    std::memcpy(to, &blended, sizeof blended);
}

}  // namespace

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
    std::size_t done = 0;
    for (; done + group <= coverage.size(); done += group) blendGroup(to + done, coverage.data() + done, m_ink);
    for (; done < coverage.size(); ++done) {
        const std::uint32_t ink = scaled(m_ink, coverage[done]);
        to[done] = ink + scaled(to[done], 255 - (ink >> 24U));
    }
}

}  // namespace gis
