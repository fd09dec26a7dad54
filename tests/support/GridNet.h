// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <random>
#include <vector>

/// Triangles to choose from: what random polygons on small integer grids are made of.
namespace grid {

using Random = std::mt19937_64;

inline int pick(Random& random, int from, int to) { return std::uniform_int_distribution<int>(from, to)(random); }
inline bool chance(Random& random, double share) {
    return std::uniform_real_distribution<double>(0, 1)(random) < share;
}

struct Node {
    int x = 0, y = 0;
};
inline int cross(Node a, Node b, Node c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

/// A rectangle cut into triangles, all counter-clockwise.
struct Net {
    std::vector<Node> nodes;
    std::vector<std::array<int, 3>> triangles;
    std::vector<int> cells;  ///< of each triangle; the two triangles of a cell may be chosen together
};

/// columns × rows cells of `step` units, each with one diagonal; nodes then moved to other grid points `moves` times
/// where all triangles stay what they are (nodes on the rim along it, so that it does not fold over).
inline Net net(Random& random, int columns, int rows, int step, int moves) {
    Net made;
    for (int y = 0; y <= rows; ++y)
        for (int x = 0; x <= columns; ++x) made.nodes.push_back({x * step, y * step});
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x < columns; ++x) {
            const int a = y * (columns + 1) + x, b = a + 1, c = b + columns + 1, d = c - 1;
            if (chance(random, 0.5)) {
                made.triangles.push_back({a, b, c});
                made.triangles.push_back({a, c, d});
            } else {
                made.triangles.push_back({a, b, d});
                made.triangles.push_back({b, c, d});
            }
            made.cells.insert(made.cells.end(), 2, y * columns + x);
        }
    }
    for (int i = 0; i < moves; ++i) {
        const int node = pick(random, 0, static_cast<int>(made.nodes.size()) - 1);
        const Node before = made.nodes[static_cast<std::size_t>(node)];
        const int column = node % (columns + 1), row = node / (columns + 1);
        const int wide = column > 0 && column < columns ? 1 : 0, high = row > 0 && row < rows ? 1 : 0;
        made.nodes[static_cast<std::size_t>(node)] = {before.x + pick(random, -wide, wide),
                                                      before.y + pick(random, -high, high)};
        const bool fits = std::all_of(made.triangles.begin(), made.triangles.end(), [&](const std::array<int, 3>& t) {
            if (t[0] != node && t[1] != node && t[2] != node) return true;
            const auto at = [&](int n) { return made.nodes[static_cast<std::size_t>(n)]; };
            return cross(at(t[0]), at(t[1]), at(t[2])) > 0;
        });
        if (!fits) made.nodes[static_cast<std::size_t>(node)] = before;
    }
    return made;
}

using Choice = std::vector<bool>;

inline Choice choose(Random& random, const Net& net, double share, bool wholeCells) {
    Choice chosen(net.triangles.size());
    for (std::size_t t = 0; t < chosen.size(); ++t)
        chosen[t] = wholeCells && t > 0 && net.cells[t] == net.cells[t - 1] ? chosen[t - 1] : chance(random, share);
    return chosen;
}
inline Choice complement(Choice chosen) {
    chosen.flip();
    return chosen;
}

}  // namespace grid
