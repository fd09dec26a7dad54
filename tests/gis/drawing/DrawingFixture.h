// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

#include "gis/drawing/DrawingForm.h"

namespace fixture {

using gis::Coordinate;
using Line = std::vector<Coordinate>;

inline gis::DrawingForm formOf(const std::vector<gis::Geometry>& geometries, unsigned threads = 1) {
    gis::PackedShapesBuilder builder;
    for (const gis::Geometry& geometry : geometries) builder.addShape(geometry);
    gis::PackedShapes shapes = builder.build();
    auto tree = gis::RunTree::build(shapes);
    return *gis::DrawingForm::build(shapes, *tree, {{}, {}, threads});
}

/// Plain numbers from 0 to 1, the same on every machine.
class Dice {
public:
    explicit Dice(std::uint32_t seed) : m_engine(seed) {}
    double share() { return static_cast<double>(m_engine()) / 4294967296.0; }
    double between(double low, double high) { return low + (high - low) * share(); }
    int below(int count) { return static_cast<int>(share() * count); }

private:
    std::mt19937 m_engine;
};

/// A ring about a centre that never crosses itself, ragged.
inline Line raggedRing(Dice& dice, Coordinate centre, double radius, int count) {
    Line ring;
    for (int i = 0; i < count; ++i) {
        const double angle = 2 * M_PI * i / count;
        const double away = radius * dice.between(0.6, 1.0);
        ring.push_back({centre.x + away * std::cos(angle), centre.y + away * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return ring;
}

/// A square cut into side × side cells with ragged common borders; every ring starts somewhere else.
class Mosaic {
public:
    Mosaic(std::uint32_t seed, int side, double cellSize, int verticesPerBorder, double raggedness = 0.2)
        : m_dice(seed), m_side(side), m_size(cellSize), m_count(verticesPerBorder), m_raggedness(raggedness) {
        for (int row = 0; row <= side; ++row)
            for (int column = 0; column <= side; ++column) {
                m_corners.push_back({column * cellSize, row * cellSize});
                m_east.emplace_back();
                m_north.emplace_back();
            }
        for (int row = 0; row <= side; ++row)
            for (int column = 0; column <= side; ++column) {
                if (column < side) m_east[at(column, row)] = border(at(column, row), at(column + 1, row), row, false);
                if (row < side) m_north[at(column, row)] = border(at(column, row), at(column, row + 1), column, true);
            }
    }
    std::vector<gis::Geometry> cells() {
        std::vector<gis::Geometry> cells;
        for (int row = 0; row < m_side; ++row)
            for (int column = 0; column < m_side; ++column) {
                Line ring;
                append(ring, m_east[at(column, row)], false);
                append(ring, m_north[at(column + 1, row)], false);
                append(ring, m_east[at(column, row + 1)], true);
                append(ring, m_north[at(column, row)], true);
                std::rotate(ring.begin(), ring.begin() + m_dice.below(static_cast<int>(ring.size())), ring.end());
                cells.push_back(gis::Geometry::polygon({ring}));
            }
        return cells;
    }
    double width() const { return m_side * m_size; }

private:
    std::size_t at(int column, int row) const { return static_cast<std::size_t>(row * (m_side + 1) + column); }
    Line border(std::size_t from, std::size_t to, int place, bool isNorth) {
        const Coordinate a = m_corners[from], b = m_corners[to];
        const bool isRim = place == 0 || place == m_side;
        Line line{a};
        for (int i = 1; i <= m_count; ++i) {
            const double share = static_cast<double>(i) / (m_count + 1);
            const double away = isRim ? 0 : m_dice.between(-m_raggedness, m_raggedness) * m_size;
            line.push_back(
                {a.x + (b.x - a.x) * share + (isNorth ? away : 0), a.y + (b.y - a.y) * share + (isNorth ? 0 : away)});
        }
        line.push_back(b);
        return line;
    }
    static void append(Line& ring, Line line, bool backward) {
        if (backward) std::reverse(line.begin(), line.end());
        ring.insert(ring.end(), line.begin(), line.end() - 1);
    }
    Dice m_dice;
    int m_side;
    double m_size;
    int m_count;
    double m_raggedness;  ///< how far borders stray, in cells
    Line m_corners;
    std::vector<Line> m_east, m_north;
};

inline double distanceToSegment(Coordinate p, Coordinate a, Coordinate b) {
    const double x = b.x - a.x, y = b.y - a.y;
    const double squared = x * x + y * y;
    const double share = squared > 0 ? std::clamp(((p.x - a.x) * x + (p.y - a.y) * y) / squared, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - share * x, p.y - a.y - share * y);
}

inline double distanceToLine(Coordinate p, const Line& line) {
    double least = std::hypot(p.x - line[0].x, p.y - line[0].y);
    for (std::size_t i = 1; i < line.size(); ++i) least = std::min(least, distanceToSegment(p, line[i - 1], line[i]));
    return least;
}

/// Greatest distance of positions of one line (its vertices, and many between) from the other.
inline double furthestFrom(const Line& one, const Line& other, int steps) {
    double furthest = 0;
    for (std::size_t i = 1; i < one.size(); ++i)
        for (int step = 0; step <= steps; ++step) {
            const double share = static_cast<double>(step) / steps;
            const Coordinate p{one[i - 1].x + (one[i].x - one[i - 1].x) * share,
                               one[i - 1].y + (one[i].y - one[i - 1].y) * share};
            furthest = std::max(furthest, distanceToLine(p, other));
        }
    return furthest;
}

}  // namespace fixture
