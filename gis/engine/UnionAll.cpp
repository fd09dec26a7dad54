// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "gis/engine/Geos.h"
#include "gis/engine/Overlay.h"
#include "gis/engine/Validity.h"

namespace gis {

namespace {

constexpr std::size_t groupSize = 32;

Message unionProblem() { return message("gis", "the geometries cannot be united"); }

/// Sorted into columns by x, each column by y: neighbours come together, so that groups dissolve early.
void sortByPlace(std::vector<Geometry>& geometries) {
    const auto columns = static_cast<std::size_t>(
        std::ceil(std::sqrt(static_cast<double>(geometries.size()) / static_cast<double>(groupSize))));
    const std::size_t perColumn = (geometries.size() + columns - 1) / columns;
    const auto begin = geometries.begin();
    std::stable_sort(begin, geometries.end(), [](const Geometry& a, const Geometry& b) {
        return a.extent().centre().x < b.extent().centre().x;
    });
    for (std::size_t first = 0; first < geometries.size(); first += perColumn) {
        const std::size_t last = std::min(geometries.size(), first + perColumn);
        std::stable_sort(
            begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(last),
            [](const Geometry& a, const Geometry& b) { return a.extent().centre().y < b.extent().centre().y; });
    }
}

Result<Geometry> unite(const std::vector<Geometry>& group, int dimension) {
    TUCE_TRY(collection, geos::toGeosCollection(group));
    return geos::answer(GEOSUnaryUnion_r(geos::context(), collection.get()), unionProblem(), dimension);
}

Result<Geometry> uniteSnapRounded(const std::vector<Geometry>& group, int dimension) {
    TUCE_TRY(collection, geos::toGeosCollection(group));
    Extent extent;
    for (const Geometry& geometry : group) extent.include(geometry.extent());
    const double reach = std::max(
        {std::fabs(extent.minX), std::fabs(extent.maxX), std::fabs(extent.minY), std::fabs(extent.maxY), 1e-300});
    const double grid = std::max(std::max(extent.width(), extent.height()) * 1e-9, reach * 1e-15);
    return geos::answer(GEOSUnaryUnionPrec_r(geos::context(), collection.get(), grid), unionProblem(), dimension);
}

Result<std::vector<Geometry>> mendedCopies(const std::vector<Geometry>& group) {
    std::vector<Geometry> copies;
    for (const Geometry& geometry : group) {
        const auto flaw = flawOf(geometry);
        if (!flaw) {
            copies.push_back(geometry);
            continue;
        }
        TUCE_TRY(repair, repaired(geometry, *flaw));
        copies.push_back(std::move(repair.geometry));
    }
    return copies;
}

/// As overlay(): the fast way, then repaired inputs, then snap-rounding; the first failure is the one reported.
Result<Geometry> uniteRobustly(const std::vector<Geometry>& group, int dimension) {
    auto first = unite(group, dimension);
    if (first) return first;
    const auto copies = mendedCopies(group);
    if (!copies) return first;
    if (auto second = unite(*copies, dimension)) return second;
    if (auto third = uniteSnapRounded(*copies, dimension)) return third;
    return first;
}

}  // namespace

Result<Geometry> unionAll(const std::vector<Geometry>& geometries, const CancelToken& cancel) {
    int dimension = -1;
    for (const Geometry& geometry : geometries) dimension = std::max(dimension, geometry.dimension());
    std::vector<Geometry> level;
    for (const Geometry& geometry : geometries)
        if (geometry.dimension() == dimension && dimension >= 0) level.push_back(geometry);
    if (level.empty()) return Geometry();
    sortByPlace(level);
    do {
        std::vector<Geometry> next;
        for (std::size_t first = 0; first < level.size(); first += groupSize) {
            if (cancel.isCanceled()) return canceled();
            const auto begin = level.begin() + static_cast<std::ptrdiff_t>(first);
            const auto end = level.begin() + static_cast<std::ptrdiff_t>(std::min(level.size(), first + groupSize));
            TUCE_TRY(united, uniteRobustly({begin, end}, dimension));
            if (!united.isEmpty()) next.push_back(std::move(united));
        }
        level = std::move(next);
    } while (level.size() > 1);
    return level.empty() ? Geometry() : level.front();
}

}  // namespace gis
