// SPDX-License-Identifier: Apache-2.0
#include "gis/drawing/HatchInk.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace gis {

namespace {

/// Distance to the nearest whole number.
float fromWhole(float value) {
    const float part = value - static_cast<float>(static_cast<int>(value));  // from -1 to 1
    const float away = std::abs(part);
    return std::min(away, 1.0F - away);
}

constexpr double widest = 1e6;   ///< pixels
constexpr double closest = 0.1;  ///< spacing in pixels; below it all is covered anyway

/// A number within limits; one that is none is the least.
double bounded(double number, double least, double most) { return number >= least ? std::min(number, most) : least; }

/// The part behind the point, of a number that may be far too large for a float.
float partOf(double value) { return static_cast<float>(value - std::floor(value)); }

}  // namespace

HatchOver::HatchOver(PixelImage image, int firstRow, const Hatch& hatch)
    : m_image(image),
      m_firstRow(firstRow),
      m_ink(hatch.ink),
      m_spacing(static_cast<float>(bounded(hatch.spacing, closest, widest))),
      m_outer(static_cast<float>(bounded(hatch.width, 0, widest) / 2 + 0.5)),
      m_most(static_cast<float>(bounded(hatch.width, 0, 1) * 255)),
      m_crossed(hatch.crossed) {
    const double angle = std::isfinite(hatch.angleDegrees) ? hatch.angleDegrees * std::numbers::pi / 180 : 0;
    const double sine = std::sin(angle) / m_spacing, cosine = std::cos(angle) / m_spacing;
    m_sine = static_cast<float>(sine);
    m_cosine = static_cast<float>(cosine);
    m_shift = partOf(-(hatch.origin.x * sine + hatch.origin.y * cosine));
    m_crossShift = partOf(-(hatch.origin.x * cosine - hatch.origin.y * sine));
}

void HatchOver::findLines(int row, int begin, std::span<std::uint8_t, group> covered) const {
    const float y = static_cast<float>(m_firstRow + row) + 0.5F;
    const float x0 = static_cast<float>(begin) + 0.5F;
    const float most = m_crossed ? 0.0F : 1.0F;
    float values[group];
    for (int i = 0; i < group; ++i) {
        const float x = x0 + static_cast<float>(i);
        const float one = fromWhole(x * m_sine + y * m_cosine + m_shift);
        // Those not drawn are far away.
        const float other = std::max(fromWhole(x * m_cosine - y * m_sine + m_crossShift), most);
        const float inside = m_outer - std::min(one, other) * m_spacing;
        values[i] = std::min(std::max(inside * 255.0F, 0.0F), m_most);
    }
    for (int i = 0; i < group; ++i) covered[i] = static_cast<std::uint8_t>(static_cast<int>(values[i] + 0.5F));
}

void HatchOver::constant(int row, int begin, int end, std::uint8_t coverage) const {
    std::array<std::uint8_t, group> same;
    same.fill(coverage);
    for (int x = begin; x < end; x += group)
        varying(row, x, std::span(same).first(static_cast<std::size_t>(std::min(group, end - x))));
}

void HatchOver::varying(int row, int begin, std::span<const std::uint8_t> coverage) const {
    if (m_firstRow + row >= m_image.height) return;
    std::uint32_t* to = m_image.row(m_firstRow + row) + begin;
    std::array<std::uint8_t, group> lines;
    for (std::size_t first = 0; first < coverage.size(); first += group) {
        findLines(row, begin + static_cast<int>(first), lines);
        const std::size_t count = std::min<std::size_t>(group, coverage.size() - first);
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint32_t share = (std::uint32_t{lines[i]} * coverage[first + i] + 127) / 255;
            if (share == 0) continue;
            const std::uint32_t ink = scaled(m_ink, share);
            to[first + i] = ink + scaled(to[first + i], 255 - (ink >> 24U));
        }
    }
}

}  // namespace gis
