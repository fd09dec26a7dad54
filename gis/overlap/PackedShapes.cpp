// SPDX-License-Identifier: Apache-2.0
#include "gis/overlap/PackedShapes.h"

#include <algorithm>
#include <cmath>

#include "gis/overlap/Orientation.h"

namespace gis {

struct PackedShapesBuilder::Arrays {
    std::vector<Coordinate> coordinates;
    std::vector<std::uint32_t> sequenceStarts{0}, partStarts{0}, shapeStarts{0};
    std::vector<std::int8_t> dimensions;
    std::vector<Extent> extents;
};

Geometry PackedShapes::geometry(std::size_t shape) const {
    if (dimensions[shape] < 0) return {};
    GeometryBuilder builder(dimensions[shape]);
    builder.reserve(vertexCount(shape));
    for (std::uint32_t part = shapeStarts[shape]; part < shapeStarts[shape + 1]; ++part) {
        for (std::uint32_t i = partStarts[part]; i < partStarts[part + 1]; ++i) {
            for (const Coordinate c : sequence(i)) builder.add(c);
            builder.endSequence();
        }
        builder.endPart();
    }
    return builder.build();
}

namespace {

/// Whether there are `wanted` (up to 3) different positions among them.
bool hasPositions(std::span<const Coordinate> sequence, int wanted) {
    if (sequence.empty()) return false;
    const Coordinate first = sequence.front();
    const auto second = std::find_if(sequence.begin(), sequence.end(), [&](Coordinate c) { return !(c == first); });
    if (wanted <= 2 || second == sequence.end()) return wanted < 2 || second != sequence.end();
    return std::any_of(second, sequence.end(), [&](Coordinate c) { return !(c == first) && !(c == *second); });
}

/// Twice the signed area about the first vertex, and a bound of its rounding error.
struct RoundedArea {
    double twice = 0;
    double error = 0;
};
RoundedArea roundedArea(std::span<const Coordinate> ring) {
    const Coordinate origin = ring.front();
    double twice = 0;
    double sizes = 0;
    for (std::size_t i = 2; i + 1 < ring.size(); ++i) {
        const double left = (ring[i - 1].x - origin.x) * (ring[i].y - origin.y);
        const double right = (ring[i].x - origin.x) * (ring[i - 1].y - origin.y);
        twice += left - right;
        sizes += std::abs(left) + std::abs(right);
    }
    // Each term carries some roundings of its own, and the sum one for each addition.
    constexpr double halfUlp = 0x1p-53;
    return {twice, (static_cast<double>(ring.size()) + 8) * halfUlp * sizes};
}

/// At the vertex furthest to the left, the lowest of those, the ring turns the way it runs as a whole.
bool turnsLeftAtCorner(std::span<const Coordinate> ring) {
    const auto open = ring.first(ring.size() - 1);
    const auto corner = std::min_element(
        open.begin(), open.end(), [](Coordinate a, Coordinate b) { return a.x < b.x || (a.x == b.x && a.y < b.y); });
    const Coordinate before = corner == open.begin() ? open.back() : *(corner - 1);
    return orientation(before, *corner, *(corner + 1)) > 0;
}

bool runsCounterClockwise(std::span<const Coordinate> ring) {
    const RoundedArea area = roundedArea(ring);
    return std::abs(area.twice) > area.error ? area.twice > 0 : turnsLeftAtCorner(ring);
}

template <class Item>
void append(std::vector<Item>& to, std::vector<Item>& from) {
    to.insert(to.end(), from.begin(), from.end());
    from = {};
}

/// Starts count from the beginning of their own builder.
void appendStarts(std::vector<std::uint32_t>& to, std::vector<std::uint32_t>& from) {
    const std::uint32_t base = to.back();
    for (std::size_t i = 1; i < from.size(); ++i) to.push_back(base + from[i]);
    from = {};
}

}  // namespace

PackedShapesBuilder::PackedShapesBuilder() = default;

void PackedShapesBuilder::reserve(std::size_t shapeCount, std::size_t coordinateCount) {
    m_coordinates.reserve(coordinateCount);
    m_dimensions.reserve(shapeCount);
    m_extents.reserve(shapeCount);
    for (auto* starts : {&m_sequenceStarts, &m_partStarts, &m_shapeStarts}) starts->reserve(shapeCount + 1);
}

void PackedShapesBuilder::beginShape(int dimension) { m_dimension = dimension; }

std::span<Coordinate> PackedShapesBuilder::addRoom(std::size_t count) {
    m_coordinates.resize(m_coordinates.size() + count);
    return std::span(m_coordinates).last(count);
}

void PackedShapesBuilder::dropSequence(std::size_t begin) {
    m_coordinates.resize(begin);
    ++m_dropped;
}

/// Closes and turns the ring from `begin` on; false if it encloses nothing.
bool PackedShapesBuilder::tidyRing(std::size_t begin) {
    if (!hasPositions(std::span(m_coordinates).subspan(begin), 3)) return false;
    if (!(m_coordinates[begin] == m_coordinates.back())) m_coordinates.push_back(Coordinate(m_coordinates[begin]));
    const bool exterior = m_sequenceStarts.size() - 1 == m_partStarts.back();
    const auto ring = std::span(m_coordinates).subspan(begin);
    if (runsCounterClockwise(ring) != exterior) std::reverse(ring.begin(), ring.end());
    return true;
}

void PackedShapesBuilder::endSequence() {
    const std::size_t begin = m_sequenceStarts.back();
    if (m_coordinates.size() == begin) return;
    if (m_dimension > 0)
        m_coordinates.erase(
            std::unique(m_coordinates.begin() + static_cast<std::ptrdiff_t>(begin), m_coordinates.end()),
            m_coordinates.end());
    if (m_exteriorDropped) return dropSequence(begin);
    if (m_dimension == 1 && m_coordinates.size() - begin < 2) return dropSequence(begin);
    if (m_dimension == 2 && !tidyRing(begin)) {
        m_exteriorDropped = m_sequenceStarts.size() - 1 == m_partStarts.back();
        return dropSequence(begin);
    }
    m_sequenceStarts.push_back(static_cast<std::uint32_t>(m_coordinates.size()));
}

void PackedShapesBuilder::endPart() {
    m_exteriorDropped = false;
    const auto sequences = static_cast<std::uint32_t>(m_sequenceStarts.size() - 1);
    if (sequences > m_partStarts.back()) m_partStarts.push_back(sequences);
}

void PackedShapesBuilder::endShape() {
    const auto parts = static_cast<std::uint32_t>(m_partStarts.size() - 1);
    const bool empty = parts == m_shapeStarts.back();
    Extent extent;
    if (!empty)
        for (std::size_t i = m_sequenceStarts[m_partStarts[m_shapeStarts.back()]]; i < m_coordinates.size(); ++i)
            extent.include(m_coordinates[i]);
    m_shapeStarts.push_back(parts);
    m_dimensions.push_back(static_cast<std::int8_t>(empty ? -1 : m_dimension));
    m_extents.push_back(extent);
    m_dimension = -1;
}

void PackedShapesBuilder::addShape(const Geometry& geometry) {
    beginShape(geometry.dimension());
    for (std::size_t part = 0; part < geometry.partCount(); ++part) {
        for (std::size_t i = geometry.partBegin(part); i < geometry.partEnd(part); ++i) {
            const auto from = geometry.sequence(i);
            m_coordinates.insert(m_coordinates.end(), from.begin(), from.end());
            endSequence();
        }
        endPart();
    }
    endShape();
}

PackedShapesBuilder::Arrays PackedShapesBuilder::take() {
    Arrays arrays{std::move(m_coordinates), std::move(m_sequenceStarts), std::move(m_partStarts),
                  std::move(m_shapeStarts), std::move(m_dimensions),     std::move(m_extents)};
    *this = PackedShapesBuilder();
    return arrays;
}

PackedShapes PackedShapesBuilder::frozen(std::shared_ptr<const Arrays> arrays) {
    PackedShapes shapes;
    shapes.coordinates = arrays->coordinates;
    shapes.sequenceStarts = arrays->sequenceStarts;
    shapes.partStarts = arrays->partStarts;
    shapes.shapeStarts = arrays->shapeStarts;
    shapes.dimensions = arrays->dimensions;
    shapes.extents = arrays->extents;
    shapes.storage = std::move(arrays);
    return shapes;
}

PackedShapes PackedShapesBuilder::build() { return frozen(std::make_shared<const Arrays>(take())); }

PackedShapes PackedShapesBuilder::join(std::vector<PackedShapesBuilder> builders) {
    if (builders.size() == 1) return builders.front().build();
    std::size_t coordinates = 0, sequences = 1, parts = 1, shapes = 0;
    for (const PackedShapesBuilder& builder : builders) {
        coordinates += builder.m_coordinates.size();
        sequences += builder.m_sequenceStarts.size() - 1;
        parts += builder.m_partStarts.size() - 1;
        shapes += builder.m_dimensions.size();
    }
    auto all = std::make_shared<Arrays>();
    all->coordinates.reserve(coordinates);  // memory that is not written to is not held yet
    all->sequenceStarts.reserve(sequences);
    all->partStarts.reserve(parts);
    all->shapeStarts.reserve(shapes + 1);
    all->dimensions.reserve(shapes);
    all->extents.reserve(shapes);
    for (PackedShapesBuilder& builder : builders) {
        Arrays one = builder.take();
        append(all->coordinates, one.coordinates);
        appendStarts(all->sequenceStarts, one.sequenceStarts);
        appendStarts(all->partStarts, one.partStarts);
        appendStarts(all->shapeStarts, one.shapeStarts);
        append(all->dimensions, one.dimensions);
        append(all->extents, one.extents);
    }
    return frozen(std::move(all));
}

}  // namespace gis
