// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/check/PlanDrawing.h"

#include <algorithm>
#include <cmath>

#include "tests/bench/check/RimTracer.h"

namespace bench {

namespace {

using gis::Coordinate;
using Ring = std::vector<Coordinate>;

/// To the millimetre, as drawn with snapping.
Coordinate toMillimetre(double x, double y) { return {std::round(x * 1000) / 1000, std::round(y * 1000) / 1000}; }

/// A direction without sine or cosine: a quarter turn for each unit of `turn`.
Coordinate unitVector(double turn) {
    const double quarter = std::floor(turn);
    const double t = turn - quarter;
    const double x = (1 - t * t) / (1 + t * t), y = 2 * t / (1 + t * t);
    switch (static_cast<int>(quarter) % 4) {
        case 0:
            return {x, y};
        case 1:
            return {-y, x};
        case 2:
            return {-x, -y};
        default:
            return {y, -x};
    }
}

Ring placed(const Ring& local, Coordinate centre, Coordinate direction) {
    Ring ring;
    for (const Coordinate c : local)
        ring.push_back(toMillimetre(centre.x + c.x * direction.x - c.y * direction.y,
                                    centre.y + c.x * direction.y + c.y * direction.x));
    return ring;
}

}  // namespace

Coordinate PlanDrawer::anywhere() {
    const auto cells = [&] { return 20 + m_random.below(m_raster.side - 40); };
    const int x = cells(), y = cells();
    return RimGrid::corner(x, y);
}

Coordinate PlanDrawer::direction() { return unitVector(m_random.below(4096) / 1024.0); }

gis::Geometry PlanDrawer::block() {
    const double w = m_random.between(30, 450), h = m_random.between(30, 450);
    Ring local;
    switch (m_random.below(4)) {
        case 0:
            local = {{-w, -h}, {w, -h}, {w, h}, {-w, h}};
            break;
        case 1:  // cut corners
            for (const int sx : {1, -1})
                for (const int sy : {-sx, sx}) {
                    const Ring corner{{sx * w, sy * (h - 20)}, {sx * (w - 15), sy * h}};
                    const bool flat = (sx > 0) == (sy > 0);
                    local.push_back(flat ? corner[0] : corner[1]);
                    local.push_back(flat ? corner[1] : corner[0]);
                }
            break;
        case 2:
            local = {{-w, -h}, {w, -h}, {w, 0}, {w / 4, 0}, {w / 4, h}, {-w, h}};
            break;
        default:  // a rounded front
            local = {{w, -h}, {w, h}};
            for (int i = 0; i <= 16; ++i) {
                const Coordinate d = unitVector(1 + i / 8.0);
                local.push_back({-w + 25 * d.x, h * d.y});
            }
    }
    return gis::Geometry::polygon({placed(local, anywhere(), direction())});
}

gis::Geometry PlanDrawer::star(int corners, int leastMetres, int mostMetres, bool holed) {
    const Coordinate centre = anywhere();
    const double radius = m_random.between(leastMetres, mostMetres);
    const bool smooth = corners > 100;
    Ring exterior, hole;
    int share = m_random.between(60, 100);
    for (int i = 0; i < corners; ++i) {
        share = smooth ? std::clamp(share + m_random.between(-3, 3), 45, 100) : m_random.between(55, 100);
        const Coordinate d = unitVector(4.0 * i / corners);
        const double r = radius * share / 100;
        exterior.push_back(toMillimetre(centre.x + r * d.x, centre.y + r * d.y));
        hole.push_back(toMillimetre(centre.x + r / 3 * d.x, centre.y + r / 3 * d.y));
    }
    if (!holed) return gis::Geometry::polygon({exterior});
    return gis::Geometry::polygon({exterior, hole});
}

std::vector<Ring> PlanDrawer::landAbout(int x, int y, int width, int height) const {
    const int left = x - width / 2, bottom = y - height / 2;
    const std::uint32_t patch = m_raster.patchAt(x, y);
    std::vector<std::uint32_t> own(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    const auto indexOf = [&](int cx, int cy) {
        return static_cast<std::size_t>(cy - bottom) * static_cast<std::size_t>(width) +
               static_cast<std::size_t>(cx - left);
    };
    const auto isWithin = [&](int cx, int cy) {
        return cx >= left && cy >= bottom && cx < left + width && cy < bottom + height;
    };
    std::vector<std::pair<int, int>> open{{x, y}};
    own[indexOf(x, y)] = 1;
    while (!open.empty()) {
        const auto [cx, cy] = open.back();
        open.pop_back();
        for (const auto& [nx, ny] : {std::pair{cx + 1, cy}, {cx - 1, cy}, {cx, cy + 1}, {cx, cy - 1}}) {
            if (!isWithin(nx, ny) || m_raster.patchAt(nx, ny) != patch || own[indexOf(nx, ny)] != 0) continue;
            own[indexOf(nx, ny)] = 1;
            open.emplace_back(nx, ny);
        }
    }
    std::vector<Ring> rings;
    RimTracer(left, bottom, width, height)
        .trace([&](int cx, int cy) { return isWithin(cx, cy) ? own[indexOf(cx, cy)] : 0U; },
               [](std::uint32_t) { return true; },
               [&](RimTracer::Ring ring) { rings.push_back(std::move(ring.coordinates)); });
    return rings;
}

gis::Geometry PlanDrawer::landAtRedLine() {
    const bool large = m_random.chance(10);
    const int width = m_random.between(5, large ? 60 : 22), height = m_random.between(5, large ? 60 : 22);
    const int x = m_random.between(50, m_raster.side - 51), y = m_random.between(50, m_raster.side - 51);
    return gis::Geometry::polygon(landAbout(x, y, width, height));
}

gis::Geometry PlanDrawer::copiedZone() {
    constexpr std::size_t longestRim = 2000;
    while (true) {
        const auto& zone = m_zones[static_cast<std::size_t>(m_random.below(static_cast<int>(m_zones.size())))];
        if (zone.geometry.coordinateCount() <= longestRim) return zone.geometry;
    }
}

PlanDrawing PlanDrawer::polygon() {
    const int kind = m_random.below(100);
    if (kind < 62) return {"block", block()};
    if (kind < 84) return {"parcel", star(m_random.between(12, 80), 80, 1200, m_random.chance(10))};
    if (kind < 97) return {"red_line", landAtRedLine()};
    if (kind < 98) return {"district", star(m_random.between(200, 1200), 1200, 4000, m_random.chance(20))};
    return {"zone", copiedZone()};
}

Ring PlanDrawer::road() {
    Ring line{anywhere()};
    double turn = m_random.below(4096) / 1024.0;
    for (int steps = m_random.between(20, 150); steps > 0; --steps) {
        turn += m_random.between(-60, 60) / 256.0 + 4;
        turn -= 4 * std::floor(turn / 4);
        const Coordinate d = unitVector(turn);
        const double metres = m_random.between(60, 500);
        line.push_back(toMillimetre(line.back().x + metres * d.x, line.back().y + metres * d.y));
    }
    return line;
}

Ring PlanDrawer::roadOnRedLine() {
    const int x = m_random.between(80, m_raster.side - 81), y = m_random.between(80, m_raster.side - 81);
    const Ring rim = landAbout(x, y, 120, 120).front();
    const auto first = static_cast<std::size_t>(m_random.below(static_cast<int>(rim.size())));
    const std::size_t count =
        std::min<std::size_t>(rim.size() - first, static_cast<std::size_t>(m_random.between(20, 300)));
    Ring line{toMillimetre(rim[first].x - 700, rim[first].y + 300)};
    line.insert(line.end(), rim.begin() + static_cast<std::ptrdiff_t>(first),
                rim.begin() + static_cast<std::ptrdiff_t>(first + count));
    line.push_back(toMillimetre(line.back().x + 500, line.back().y + 400));
    return line;
}

PlanDrawing PlanDrawer::line() {
    if (m_random.chance(25)) return {"road_on_red_line", gis::Geometry::lineString(roadOnRedLine())};
    return {"road", gis::Geometry::lineString(road())};
}

}  // namespace bench
