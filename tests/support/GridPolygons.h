// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/geometry/Geometry.h"
#include "tests/support/GridOutline.h"

/// Random valid polygons on small integer grids, where everything that can coincide does: triangles of a net are chosen
/// at random and their union is traced. What comes out has parts and holes that touch in points, holes that touch
/// their shell, parts in holes, vertices in the middle of straight edges.
namespace grid {

/// A share of the vertices that lie in the middle of a straight line taken away; the ring begins anywhere and runs
/// either way.
inline std::vector<Node> varied(Random& random, std::vector<Node> ring, double dropShare) {
    for (std::size_t i = 0; i < ring.size() && ring.size() > 3;) {
        const std::size_t n = ring.size();
        const bool straight = cross(ring[(i + n - 1) % n], ring[i], ring[(i + 1) % n]) == 0;
        if (straight && chance(random, dropShare))
            ring.erase(ring.begin() + static_cast<std::ptrdiff_t>(i));
        else
            ++i;
    }
    std::rotate(ring.begin(), ring.begin() + pick(random, 0, static_cast<int>(ring.size()) - 1), ring.end());
    if (chance(random, 0.5)) std::reverse(ring.begin(), ring.end());
    return ring;
}

/// The union as a polygon or multipolygon, empty if nothing is chosen. `place` maps a node to a coordinate.
template <class PlaceOf>
gis::Geometry polygon(Random& random, const Net& net, const Choice& chosen, double dropShare, const PlaceOf& place) {
    gis::GeometryBuilder builder(2);
    auto parts = Outline(net, chosen).parts();
    std::shuffle(parts.begin(), parts.end(), random);
    for (auto& rings : parts) {
        std::shuffle(rings.begin() + 1, rings.end(), random);
        for (auto& ring : rings) {
            for (const Node node : varied(random, std::move(ring), dropShare)) builder.add(place(node));
            builder.endSequence();
        }
        builder.endPart();
    }
    return builder.build();
}
inline gis::Coordinate asItIs(Node node) { return {static_cast<double>(node.x), static_cast<double>(node.y)}; }

/// The net and share of a random shape: mostly a few cells, now and then enough for several levels of a tree.
inline Net anyNet(Random& random) {
    const bool large = chance(random, 0.04);
    const int columns = large ? pick(random, 8, 14) : pick(random, 1, 4);
    const int rows = large ? pick(random, 8, 14) : pick(random, 1, 4);
    const int step = pick(random, 1, 3);
    return net(random, columns, rows, step, chance(random, 0.6) ? columns * rows * 3 : 0);
}
inline Choice anyChoice(Random& random, const Net& net) {
    const double share = std::array{0.25, 0.5, 0.75, 0.9}[static_cast<std::size_t>(pick(random, 0, 3))];
    return choose(random, net, share, chance(random, 0.4));
}

struct Pair {
    gis::Geometry plan, control;
};

/// Two shapes that have as much in common as chance and the grid will have it. `placeOf` maps grid nodes to coordinates.
template <class PlaceOf>
Pair anyPair(Random& random, const PlaceOf& placeOf) {
    const double drops[] = {0, 0.5, 1};
    // Some grids are slanted, so that not all long edges are level or upright.
    const bool slanted = chance(random, 0.4);
    const int shear = slanted ? pick(random, -2, 2) : 0, tilt = slanted ? pick(random, -1, 1) : 0;
    const auto place = [&placeOf, shear, tilt](Node n) {
        return placeOf(Node{n.x + shear * n.y, n.y + tilt * (n.x + shear * n.y)});
    };
    const Net first = anyNet(random);
    const Choice chosen = anyChoice(random, first);
    const auto drop = [&] { return drops[pick(random, 0, 2)]; };
    const auto moved = [&place](int dx, int dy) {
        return [&place, dx, dy](Node n) { return place(Node{n.x + dx, n.y + dy}); };
    };
    const gis::Geometry plan = polygon(random, first, chosen, drop(), place);
    switch (pick(random, 0, 5)) {
        case 0:  // on one net
            return {plan, polygon(random, first, anyChoice(random, first), drop(), place)};
        case 1:  // what the one leaves
            return {plan, polygon(random, first, complement(chosen), drop(), place)};
        case 2: {  // a part of it, or all
            Choice part = chosen;
            const double share = chance(random, 0.3) ? 1 : 0.6;
            for (std::size_t t = 0; t < part.size(); ++t) part[t] = part[t] && chance(random, share);
            return {plan, polygon(random, first, part, drop(), place)};
        }
        case 3:  // itself, moved
            return {plan, polygon(random, first, chosen, drop(), moved(pick(random, -3, 3), pick(random, -3, 3)))};
        default: {  // on another net of the same grid
            const Net second = anyNet(random);
            return {plan, polygon(random, second, anyChoice(random, second), drop(),
                                  moved(pick(random, -2, 4), pick(random, -2, 4)))};
        }
    }
}

}  // namespace grid
