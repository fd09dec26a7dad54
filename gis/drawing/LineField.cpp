// SPDX-License-Identifier: Apache-2.0
#include "gis/drawing/LineField.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <cmath>
#include <cstring>

namespace gis {

/// Seen from its start.
struct LineField::Segment {
    float startX, startY;  ///< pixels
    float alongX, alongY;  ///< of length 1
    float length;
    bool flatStart, flatEnd;
};

namespace {

constexpr int group = 4;  ///< pixels that are taken at once
using Lanes = float __attribute__((vector_size(group * sizeof(float))));

Lanes least(Lanes a, Lanes b) { return b < a ? b : a; }
Lanes greatest(Lanes a, Lanes b) { return a < b ? b : a; }

/// Adds what is covered, 0..255, and a half to be cut off; more than full is full.
#ifdef __SSE2__  // the compiler takes bytes out one by one
void addTo(std::uint8_t* cells, Lanes covered) {
    const __m128i whole = _mm_cvttps_epi32(reinterpret_cast<__m128>(covered));
    const __m128i bytes = _mm_packus_epi16(_mm_packs_epi32(whole, whole), whole);
    std::int32_t before;
    std::memcpy(&before, cells, sizeof before);
    const std::int32_t sum = _mm_cvtsi128_si32(_mm_adds_epu8(bytes, _mm_cvtsi32_si128(before)));
    std::memcpy(cells, &sum, sizeof sum);
}
#else
void addTo(std::uint8_t* cells, Lanes covered) {
    using IntLanes = std::int32_t __attribute__((vector_size(group * sizeof(std::int32_t))));
    using ByteLanes = std::uint8_t __attribute__((vector_size(group)));
    ByteLanes bytes;
    std::memcpy(&bytes, cells, sizeof bytes);
    const IntLanes sum = __builtin_convertvector(covered, IntLanes) + __builtin_convertvector(bytes, IntLanes);
    bytes = __builtin_convertvector(sum > 255 ? IntLanes{} + 255 : sum, ByteLanes);
    std::memcpy(cells, &bytes, sizeof bytes);
}
#endif

constexpr double widestFine = 2;

/// The part of a segment in a box, as positions; false if there is none (Liang and Barsky's way).
bool cut(PixelPoint& a, PixelPoint& b, PixelPoint least, PixelPoint most) {
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double steps[] = {-dx, dx, -dy, dy};
    const double rooms[] = {a.x - least.x, most.x - a.x, a.y - least.y, most.y - a.y};
    double from = 0, to = 1;
    for (int side = 0; side < 4; ++side) {
        if (steps[side] == 0 && rooms[side] < 0) return false;
        if (steps[side] < 0) from = std::max(from, rooms[side] / steps[side]);
        if (steps[side] > 0) to = std::min(to, rooms[side] / steps[side]);
    }
    if (!(from <= to)) return false;
    const PixelPoint start = a;
    if (from > 0) a = {start.x + from * dx, start.y + from * dy};
    if (to < 1) b = {start.x + to * dx, start.y + to * dy};
    return true;
}

}  // namespace

LineField::LineField(int width, int height, double lineWidth)
    : m_width(width),
      m_height(height),
      // Rows are written in groups of pixels, which may reach behind the last.
      m_stride((width + blockWidth + blockWidth - 1) / blockWidth * blockWidth),
      m_words((m_stride / blockWidth + 63) / 64),
      m_isFine(lineWidth <= widestFine),
      m_half(static_cast<float>(lineWidth / 2)),
      m_outer(m_half + 0.5F),
      m_cells(static_cast<std::size_t>(m_stride) * static_cast<std::size_t>(height), 0),
      m_touched(static_cast<std::size_t>(m_words) * static_cast<std::size_t>(height), 0) {}

// Pixels in groups, without a branch, so that a group is taken at once. `x0`, `y`: the first one's middle seen from the
// start of the segment.

/// The product of two overlaps: of the pixel's length with the segment, and of its breadth with the pen. Pixels from
/// `begin` on, group by group, until `end` is passed.
void LineField::addFine(const Segment& segment, float y, int begin, int end, std::uint8_t* cells) const {
    constexpr Lanes steps{0, 1, 2, 3}, none{};
    const Lanes alongX = none + segment.alongX, alongY = none + segment.alongY;
    const Lanes yAlong = none + y * segment.alongY, yAcross = none + y * segment.alongX;
    const Lanes length = none + segment.length, half = none + m_half;
    for (int first = begin; first < end; first += group) {
        const Lanes x = (static_cast<float>(first) + 0.5F - segment.startX) + steps;
        const Lanes along = x * alongX + yAlong;
        const Lanes across = x * alongY - yAcross;
        const Lanes overlap = least(along + 0.5F, length) - greatest(along - 0.5F, none);
        const Lanes breadth = least(across + 0.5F, half) - greatest(across - 0.5F, none - half);
        addTo(cells + first, greatest(overlap, none) * greatest(breadth, none) * 255.0F + 0.5F);
    }
}

/// A round end is a distance from the end, a flat one a limit on what the line covers.
void LineField::addBroad(const Segment& segment, float x0, float y, std::uint8_t* cells) const {
    const float yAlong = y * segment.alongY, yAcross = y * segment.alongX;
    const float roundFrom = segment.flatStart ? -1e30F : 0, roundTo = segment.flatEnd ? 1e30F : segment.length;
    const float flatFrom = segment.flatStart ? 0.5F : 1e30F;
    const float flatTo = segment.flatEnd ? segment.length + 0.5F : 1e30F;
    float values[group];
    for (int i = 0; i < group; ++i) {
        const float x = x0 + static_cast<float>(i);
        const float along = x * segment.alongX + yAlong;
        const float across = x * segment.alongY - yAcross;
        const float beyond = along - std::min(std::max(along, roundFrom), roundTo);
        const float away = std::sqrt(across * across + beyond * beyond);
        const float inside = std::min(m_outer - away, std::min(along + flatFrom, flatTo - along));
        values[i] = std::min(std::max(inside, 0.0F), 1.0F) * 255.0F;
    }
    for (int i = 0; i < group; ++i)
        cells[i] = std::max(cells[i], static_cast<std::uint8_t>(static_cast<int>(values[i] + 0.5F)));
}

void LineField::addRow(const Segment& segment, int row, int begin, int end) {
    const float y = static_cast<float>(row) + 0.5F - segment.startY;
    std::uint8_t* cells = m_cells.data() + static_cast<std::ptrdiff_t>(row) * m_stride;
    // Groups lie where those of the segment before lay: a load across two stores that are under way would have to wait.
    const int aligned = begin / group * group;
    if (m_isFine)
        addFine(segment, y, aligned, end, cells);
    else
        for (int first = aligned; first < end; first += group)
            addBroad(segment, static_cast<float>(first) + 0.5F - segment.startX, y, cells + first);
    std::uint64_t* words = m_touched.data() + static_cast<std::ptrdiff_t>(row) * m_words;
    for (int block = begin / blockWidth; block <= (end - 1) / blockWidth; ++block)
        words[block >> 6] |= std::uint64_t{1} << (block & 63);
}

void LineField::add(PixelPoint a, PixelPoint b, bool flatStart, bool flatEnd) {
    const double outer = m_outer;
    const double top = std::max(0.0, std::min(a.y, b.y) - outer);
    const double bottom = std::min<double>(m_height, std::max(a.y, b.y) + outer);
    const double left = std::max(0.0, std::min(a.x, b.x) - outer);
    const double right = std::min<double>(m_width, std::max(a.x, b.x) + outer);
    if (!(top < bottom) || !(left < right) || !std::isfinite(a.x + a.y + b.x + b.y)) return;
    constexpr double far = 4096;  // more than a line reaches, and near enough for floats
    if (std::min(a.x, b.x) < -far || std::max(a.x, b.x) > m_width + far || std::min(a.y, b.y) < -far ||
        std::max(a.y, b.y) > m_height + far)
        if (!cut(a, b, {-far, -far}, {m_width + far, m_height + far})) return;
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double length = std::sqrt(dx * dx + dy * dy);
    const double inverse = length > 0 ? 1 / length : 0;
    const Segment segment{static_cast<float>(a.x),
                          static_cast<float>(a.y),
                          static_cast<float>(dx * inverse),
                          static_cast<float>(dy * inverse),
                          static_cast<float>(length),
                          flatStart && length > 0,
                          flatEnd && length > 0};
    const int lastRow = static_cast<int>(std::ceil(bottom)) - 1;
    const bool isNarrowed = right - left > group && std::abs(dy) > 1e-3 * length;
    const double perRow = isNarrowed ? dx / dy : 0;
    const double span = isNarrowed ? (outer + 1) * length / std::abs(dy) : 0;
    for (int row = static_cast<int>(top); row <= lastRow; ++row) {
        double from = left, to = right;
        if (isNarrowed) {
            const double middle = a.x + (row + 0.5 - a.y) * perRow;
            from = std::max(from, middle - span);
            to = std::min(to, middle + span);
        }
        const int begin = static_cast<int>(from), end = static_cast<int>(std::ceil(to));
        if (begin < end) addRow(segment, row, begin, end);
    }
}

}  // namespace gis
