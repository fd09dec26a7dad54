// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/LinePath.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace layers {

using gis::Coordinate;

double distanceBetween(Coordinate a, Coordinate b) { return std::hypot(a.x - b.x, a.y - b.y); }

double pathLength(const LinePath& path) {
    double length = 0;
    for (std::size_t i = 1; i < path.size(); ++i) length += distanceBetween(path[i - 1], path[i]);
    return length;
}

namespace {

Coordinate between(Coordinate a, Coordinate b, double share) {
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

/// Share 0..1 along a-b of the point nearest to p.
double shareOfNearest(Coordinate a, Coordinate b, Coordinate p) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    return squared > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0) : 0.0;
}

/// One span of the curve by Barry and Goldman's recursion, at knot value t.
Coordinate atKnot(const Coordinate (&p)[4], const double (&knot)[4], double t) {
    const auto blend = [&](Coordinate a, Coordinate b, double from, double to) {
        return between(a, b, (t - from) / (to - from));
    };
    const Coordinate a1 = blend(p[0], p[1], knot[0], knot[1]);
    const Coordinate a2 = blend(p[1], p[2], knot[1], knot[2]);
    const Coordinate a3 = blend(p[2], p[3], knot[2], knot[3]);
    const Coordinate b1 = blend(a1, a2, knot[0], knot[2]);
    const Coordinate b2 = blend(a2, a3, knot[1], knot[3]);
    return blend(b1, b2, knot[1], knot[2]);
}

void addSpan(LinePath& path, const Coordinate (&p)[4], double step) {
    double knot[4] = {0, 0, 0, 0};
    for (int i = 1; i < 4; ++i) knot[i] = knot[i - 1] + std::sqrt(distanceBetween(p[i - 1], p[i]));
    const int count = std::max(1, static_cast<int>(std::ceil(distanceBetween(p[1], p[2]) / step)));
    path.push_back(p[1]);
    for (int i = 1; i < count; ++i)
        path.push_back(atKnot(p, knot, knot[1] + (knot[2] - knot[1]) * static_cast<double>(i) / count));
}

LinePath withoutRepeats(const LinePath& points) {
    LinePath clean;
    for (const Coordinate& point : points)
        if (clean.empty() || distanceBetween(clean.back(), point) > 1) clean.push_back(point);
    return clean;
}

/// How to bring `part` to an end of `chain`: 0 and 1 at the end (forward, reversed), 2 and 3 at the start.
std::pair<double, int> bestJoin(const LinePath& chain, const LinePath& part) {
    const std::pair<double, int> ways[] = {{distanceBetween(chain.back(), part.front()), 0},
                                           {distanceBetween(chain.back(), part.back()), 1},
                                           {distanceBetween(part.back(), chain.front()), 2},
                                           {distanceBetween(part.front(), chain.front()), 3}};
    return *std::min_element(std::begin(ways), std::end(ways));
}

void join(LinePath& chain, LinePath part, int way) {
    if (way == 1 || way == 3) std::reverse(part.begin(), part.end());
    chain.insert(way < 2 ? chain.end() : chain.begin(), part.begin(), part.end());
}

/// Takes the nearest part within reach out of `rest` and joins it; false if there is none.
bool joinNearest(LinePath& chain, std::vector<LinePath>& rest, double greatestGap) {
    std::pair<double, int> best{std::numeric_limits<double>::infinity(), 0};
    std::size_t index = rest.size();
    for (std::size_t i = 0; i < rest.size(); ++i) {
        const auto candidate = bestJoin(chain, rest[i]);
        if (candidate.first <= greatestGap && candidate.first < best.first) {
            best = candidate;
            index = i;
        }
    }
    if (index == rest.size()) return false;
    join(chain, std::move(rest[index]), best.second);
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(index));
    return true;
}

}  // namespace

PathPlace nearestOnPath(const LinePath& path, Coordinate position) {
    PathPlace best{0, distanceBetween(path.front(), position), path.front()};
    double measure = 0;
    for (std::size_t i = 1; i < path.size(); ++i) {
        const double length = distanceBetween(path[i - 1], path[i]);
        const double share = shareOfNearest(path[i - 1], path[i], position);
        const Coordinate point = between(path[i - 1], path[i], share);
        const double distance = distanceBetween(point, position);
        if (distance < best.distance) best = {measure + share * length, distance, point};
        measure += length;
    }
    return best;
}

LinePath pathBetween(const LinePath& path, double from, double to) {
    LinePath found;
    double measure = 0;
    for (std::size_t i = 1; i < path.size() && measure < to; ++i) {
        const double length = distanceBetween(path[i - 1], path[i]);
        const double next = measure + length;
        if (next > from && length > 0) {
            if (found.empty()) found.push_back(between(path[i - 1], path[i], std::max(0.0, (from - measure) / length)));
            found.push_back(next <= to ? path[i] : between(path[i - 1], path[i], (to - measure) / length));
        }
        measure = next;
    }
    return found;
}

LinePath longestChain(const std::vector<LinePath>& parts, double greatestGap) {
    std::vector<LinePath> rest = parts;
    std::erase_if(rest, [](const LinePath& part) { return part.size() < 2; });
    std::stable_sort(rest.begin(), rest.end(),
                     [](const LinePath& a, const LinePath& b) { return pathLength(a) > pathLength(b); });
    // A stub of two vertices beside the line joins nothing: it is shorter than the gap it would close.
    if (!rest.empty() && rest.size() > 1)
        std::erase_if(rest, [&](const LinePath& part) {
            return pathLength(part) < greatestGap && &part != &rest.front() &&
                   nearestOnPath(rest.front(), part.front()).distance < greatestGap &&
                   nearestOnPath(rest.front(), part.back()).distance < greatestGap;
        });
    LinePath best;
    while (!rest.empty()) {
        LinePath chain = std::move(rest.front());
        rest.erase(rest.begin());
        while (joinNearest(chain, rest, greatestGap)) {
        }
        if (pathLength(chain) > pathLength(best)) best = std::move(chain);
    }
    return best;
}

LinePath smoothPath(const LinePath& points, double step) {
    const LinePath given = withoutRepeats(points);
    if (given.size() < 2) return given;
    LinePath path;
    for (std::size_t i = 0; i + 1 < given.size(); ++i) {
        // Beyond the ends the curve goes on as the mirror image of the neighbour.
        const Coordinate before = i > 0 ? given[i - 1] : between(given[1], given[0], 2);
        const Coordinate after = i + 2 < given.size() ? given[i + 2] : between(given[i], given[i + 1], 2);
        addSpan(path, {before, given[i], given[i + 1], after}, step);
    }
    path.push_back(given.back());
    return path;
}

std::vector<LinePath> pathsOf(const gis::Geometry& lines) {
    std::vector<LinePath> paths;
    if (lines.dimension() != 1) return paths;
    for (std::size_t i = 0; i < lines.sequenceCount(); ++i)
        paths.emplace_back(lines.sequence(i).begin(), lines.sequence(i).end());
    return paths;
}

gis::Geometry geometryOf(const std::vector<LinePath>& paths) {
    gis::GeometryBuilder builder(1, false);
    for (const LinePath& path : paths) {
        if (path.size() < 2) continue;
        for (const Coordinate& point : path) builder.add(point);
        builder.endSequence();
        builder.endPart();
    }
    return builder.build();
}

}  // namespace layers
