// SPDX-License-Identifier: Apache-2.0
#include "gis/overlap/PackedInPlace.h"

#include <algorithm>
#include <atomic>

#include "gis/base/Parallel.h"

namespace gis {

namespace {

struct Arrays {
    std::vector<std::uint32_t> sequenceStarts{0}, partStarts{0}, shapeStarts{0};
    std::vector<std::int8_t> dimensions;
    std::vector<Extent> extents;
    std::shared_ptr<const void> coordinates;
};

/// The coordinates of all geometries as one; nothing if they do not lie so.
std::optional<std::span<const Coordinate>> wholeArray(const FeatureTable& table) {
    const void* array = nullptr;
    const Coordinate *begin = nullptr, *end = nullptr;
    for (const Feature& feature : table) {
        const Geometry& geometry = feature.geometry();
        if (geometry.isEmpty()) continue;
        const auto own = geometry.coordinates();
        if (array == nullptr) {
            array = geometry.sharedArray().get();
            begin = end = own.data();
        }
        if (array == nullptr || geometry.sharedArray().get() != array || own.data() != end) return std::nullopt;
        end += own.size();
    }
    constexpr std::ptrdiff_t most = 4'000'000'000;  // places are counted in 32 bits
    if (array == nullptr || end - begin > most) return std::nullopt;
    return std::span(begin, end);
}

bool isTidy(const Geometry& geometry) {
    for (std::size_t part = 0; part < geometry.partCount(); ++part)
        for (std::size_t s = geometry.partBegin(part); s < geometry.partEnd(part); ++s)
            if (!PackedShapesBuilder::isTidy(geometry.sequence(s), geometry.dimension(), s == geometry.partBegin(part)))
                return false;
    return true;
}

void add(const Geometry& geometry, Arrays& arrays) {
    const std::uint32_t first = arrays.sequenceStarts.back(), firstSequence = arrays.partStarts.back();
    for (std::size_t part = 0; part < geometry.partCount(); ++part)
        arrays.partStarts.push_back(firstSequence + static_cast<std::uint32_t>(geometry.partEnd(part)));
    for (std::size_t s = 0; s < geometry.sequenceCount(); ++s)
        arrays.sequenceStarts.push_back(
            first + static_cast<std::uint32_t>(geometry.sequenceBegin(s) + geometry.sequence(s).size()));
    arrays.shapeStarts.push_back(static_cast<std::uint32_t>(arrays.partStarts.size() - 1));
    arrays.dimensions.push_back(static_cast<std::int8_t>(geometry.dimension()));
    arrays.extents.push_back(geometry.extent());
}

}  // namespace

std::optional<PackedShapes> packedInPlace(const FeatureTable& table, const JobControl& control) {
    const auto coordinates = wholeArray(table);
    if (!coordinates) return std::nullopt;
    std::atomic_bool tidy = true;
    const bool whole = parallelFor(
        table.size(), {control.cancel, {}, control.threads},
        [&](std::size_t i, unsigned) {
            if (tidy && !isTidy(table.at(i).geometry())) tidy = false;
        },
        64);
    if (!whole || !tidy) return std::nullopt;
    auto arrays = std::make_shared<Arrays>();
    for (const Feature& feature : table) {
        if (!arrays->coordinates) arrays->coordinates = feature.geometry().sharedArray();
        add(feature.geometry(), *arrays);
    }
    PackedShapes shapes;
    shapes.coordinates = *coordinates;
    shapes.sequenceStarts = arrays->sequenceStarts;
    shapes.partStarts = arrays->partStarts;
    shapes.shapeStarts = arrays->shapeStarts;
    shapes.dimensions = arrays->dimensions;
    shapes.extents = arrays->extents;
    shapes.storage = std::move(arrays);
    return shapes;
}

}  // namespace gis
