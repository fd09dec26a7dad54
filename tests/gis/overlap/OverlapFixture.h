// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>

#include "gis/overlap/PairOverlap.h"

/// Shapes as the overlap engine takes them, and what tests say about them.
namespace overlap_fixture {

inline gis::OverlapLayer layerOf(const std::vector<gis::Geometry>& geometries, const gis::AreaForm& form = {}) {
    gis::PackedShapesBuilder builder;
    for (const gis::Geometry& geometry : geometries) builder.addShape(geometry);
    gis::OverlapLayer layer;
    layer.shapes = builder.build();
    layer.tree = gis::RunTree::build(layer.shapes).value();
    layer.sums = gis::BoundarySums::build(layer.shapes, layer.tree, form).value();
    return layer;
}

inline gis::AreaOverlap areaOf(const gis::Geometry& plan, const gis::Geometry& control) {
    return gis::PairOverlap().area(layerOf({plan}), 0, layerOf({control}), 0);
}

inline double ulp(double value) {
    const double size = std::abs(value);
    return std::nextafter(size, std::numeric_limits<double>::infinity()) - size;
}
inline double largestCoordinate(const gis::Geometry& geometry) {
    const gis::Extent& e = geometry.extent();
    return std::max({std::abs(e.minX), std::abs(e.maxX), std::abs(e.minY), std::abs(e.maxY)});
}
/// What the engine is allowed to differ from the truth: 1e-9 of the area and 4 ulp of the largest coordinate along the
/// piece's perimeter.
inline double tolerance(const gis::Geometry& plan, const gis::Geometry& control, double area, double perimeter) {
    return 1e-9 * area + 4 * ulp(std::max(largestCoordinate(plan), largestCoordinate(control))) * perimeter;
}

/// Coordinates to the last bit, as C++ reads them: {{{x, y}, …}, …} by sequence, parts divided by a bar.
inline QString exactText(const gis::Geometry& geometry) {
    QString text = QStringLiteral("dimension %1: ").arg(geometry.dimension());
    for (std::size_t part = 0; part < geometry.partCount(); ++part) {
        if (part > 0) text += QStringLiteral(" | ");
        for (std::size_t s = geometry.partBegin(part); s < geometry.partEnd(part); ++s) {
            text += u'{';
            for (const gis::Coordinate c : geometry.sequence(s)) {
                const bool whole = c.x == std::floor(c.x) && c.y == std::floor(c.y) && std::abs(c.x) < 1e6;
                std::array<char, 80> pair{};  // QString::asprintf does not know %a
                std::snprintf(pair.data(), pair.size(), whole ? "{%g, %g}, " : "{%a, %a}, ", c.x, c.y);
                text += QString::fromLatin1(pair.data());
            }
            text.chop(2);
            text += u'}';
        }
    }
    return text;
}

/// How many random cases to try: `usual`, or as the environment variable TUCE_OVERLAP_PAIRS says.
inline int caseCount(int usual) {
    const int wanted = qEnvironmentVariableIntValue("TUCE_OVERLAP_PAIRS");
    return wanted > 0 ? wanted : usual;
}
inline std::uint64_t seed(std::uint64_t usual) {
    const int wanted = qEnvironmentVariableIntValue("TUCE_OVERLAP_SEED");
    return wanted > 0 ? static_cast<std::uint64_t>(wanted) : usual;
}

/// What a judge found wrong of many, the first few in words.
struct WrongAnswers {
    int compared = 0, wrong = 0;
    QStringList first;
    void add(const QString& problem) {
        ++compared;
        if (problem.isEmpty()) return;
        if (++wrong <= 3) first << problem;
    }
    QString text() const {
        return QStringLiteral("%1 of %2 wrong:\n%3").arg(wrong).arg(compared).arg(first.join(QStringLiteral("\n\n")));
    }
};

}  // namespace overlap_fixture
