// SPDX-License-Identifier: Apache-2.0
#include "gis/drawing/RoughShape.h"

#include <algorithm>
#include <cmath>

namespace gis {

namespace {

struct Square {
    std::int64_t column = 0, row = 0;
    bool operator==(const Square&) const = default;
};

class Lattice {
public:
    explicit Lattice(double size) : m_perUnit(1 / size) {}
    Square of(Coordinate c) const { return {place(c.x), place(c.y)}; }

private:
    std::int64_t place(double at) const {
        constexpr double farthest = 4e18;
        const double steps = at * m_perUnit;
        return std::abs(steps) < farthest ? static_cast<std::int64_t>(steps) : 0;
    }
    double m_perUnit;
};

/// Adds what stays of a sequence.
template <class Builder>
void addSome(std::span<const Coordinate> sequence, const Lattice& lattice, Builder& builder) {
    Square here = lattice.of(sequence.front());
    bool entered = true;
    for (std::size_t i = 0; i < sequence.size(); ++i) {
        const bool isLast = i + 1 == sequence.size();
        const Square next = isLast ? here : lattice.of(sequence[i + 1]);
        const bool leaves = isLast || !(next == here);
        if (entered || leaves) builder.add(sequence[i]);
        entered = leaves;
        here = next;
    }
}

bool isWorthIt(std::span<const Coordinate> sequence) {
    constexpr std::size_t fewest = 8;
    return sequence.size() >= fewest;
}

template <class Builder>
void addWhole(std::span<const Coordinate> sequence, Builder& builder) {
    for (const Coordinate c : sequence) builder.add(c);
}

/// A ring that lies in one square is hardly a pixel: a triangle stands for it.
template <class Builder>
void addTriangle(std::span<const Coordinate> ring, Builder& builder) {
    const std::size_t third = (ring.size() - 1) / 3;
    for (const std::size_t i : {std::size_t{0}, third, 2 * third, ring.size() - 1}) builder.add(ring[i]);
}

bool liesInOneSquare(std::span<const Coordinate> ring, const Lattice& lattice) {
    const Square first = lattice.of(ring.front());
    return std::all_of(ring.begin(), ring.end(), [&](Coordinate c) { return lattice.of(c) == first; });
}

template <class Builder>
void addParts(const Geometry& geometry, const Lattice& lattice, Builder& builder) {
    for (std::size_t part = 0; part < geometry.partCount(); ++part) {
        for (std::size_t s = geometry.partBegin(part); s < geometry.partEnd(part); ++s) {
            const auto sequence = geometry.sequence(s);
            if (!isWorthIt(sequence))
                addWhole(sequence, builder);
            else if (geometry.dimension() == 2 && liesInOneSquare(sequence, lattice))
                addTriangle(sequence, builder);
            else
                addSome(sequence, lattice, builder);
            builder.endSequence();
        }
        builder.endPart();
    }
}

bool isThinned(const Geometry& geometry, double square) { return geometry.dimension() >= 1 && square > 0; }

}  // namespace

Geometry thinned(const Geometry& geometry, double square) {
    if (!isThinned(geometry, square)) return geometry;
    GeometryBuilder builder(geometry.dimension());
    addParts(geometry, Lattice(square), builder);
    return builder.build();
}

void addThinned(const Geometry& geometry, double square, PackedShapesBuilder& shapes) {
    if (!isThinned(geometry, square)) return shapes.addShape(geometry);
    shapes.beginShape(geometry.dimension());
    addParts(geometry, Lattice(square), shapes);
    shapes.endShape();
}

Result<DrawingForm> roughForm(PackedShapes shapes, const JobControl& control) {
    TUCE_TRY(tree, RunTree::build(shapes, control));
    GrowingArray<std::uint8_t> ranks;
    const auto all = ranks.grow(shapes.coordinates.size() + DrawingForm::spareRanks);
    std::fill(all.begin(), all.end(), RankScale::held);
    return DrawingForm::ofRanks(std::move(shapes), std::move(tree), std::move(ranks), control);
}

}  // namespace gis
