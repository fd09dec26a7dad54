// SPDX-License-Identifier: Apache-2.0
#include "gis/overlap/PackedShapes.h"

#include <algorithm>
#include <cmath>

#include "gis/overlap/Orientation.h"

namespace gis {

struct PackedShapesBuilder::Arrays {
    GrowingArray<Coordinate> coordinates;
    GrowingArray<std::uint32_t> sequenceStarts, partStarts, shapeStarts;
    GrowingArray<std::int8_t> dimensions;
    GrowingArray<Extent> extents;
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

/// What one look at a sequence tells.
struct SequenceFacts {
    bool repeats = false;  ///< a position stands twice in a row
    double twiceArea = 0;  ///< signed, about the first vertex
    double areaError = 0;  ///< bound of its rounding
    Extent extent;
};
SequenceFacts factsOf(std::span<const Coordinate> sequence) {
    SequenceFacts facts;
    const Coordinate origin = sequence.front();
    Coordinate last{0, 0};
    bool repeats = false;
    Extent extent;
    extent.include(origin);
    for (std::size_t i = 1; i < sequence.size(); ++i) {
        const Coordinate c = sequence[i];
        extent.include(c);
        const Coordinate next{c.x - origin.x, c.y - origin.y};
        repeats |= c == sequence[i - 1];
        facts.twiceArea += last.x * next.y - next.x * last.y;
        last = next;
    }
    facts.repeats = repeats;
    facts.extent = extent;
    // Each term is at most 2 × width × height and carries some roundings of its own; the sum has one for each addition.
    constexpr double halfUlp = 0x1p-53;
    const auto count = static_cast<double>(sequence.size());
    facts.areaError = (count + 8) * halfUlp * count * 2 * extent.width() * extent.height();
    return facts;
}

/// At the vertex furthest to the left, the lowest of those, the ring turns the way it runs as a whole.
bool turnsLeftAtCorner(std::span<const Coordinate> ring) {
    const auto open = ring.first(ring.size() - 1);
    const auto corner = std::min_element(
        open.begin(), open.end(), [](Coordinate a, Coordinate b) { return a.x < b.x || (a.x == b.x && a.y < b.y); });
    const Coordinate before = corner == open.begin() ? open.back() : *(corner - 1);
    return orientation(before, *corner, *(corner + 1)) > 0;
}

bool isCounterClockwise(std::span<const Coordinate> ring, double twiceArea, double areaError) {
    return std::abs(twiceArea) > areaError ? twiceArea > 0 : turnsLeftAtCorner(ring);
}

/// Starts count from the beginning of their own builder.
void appendStarts(GrowingArray<std::uint32_t>& to, const GrowingArray<std::uint32_t>& from) {
    const std::uint32_t base = to.back();
    const auto room = to.grow(from.size() - 1);
    for (std::size_t i = 0; i < room.size(); ++i) room[i] = base + from[i + 1];
}

}  // namespace

PackedShapesBuilder::PackedShapesBuilder() { clear(); }

void PackedShapesBuilder::clear() {
    m_coordinates.cutTo(0);
    m_dimensions.cutTo(0);
    m_extents.cutTo(0);
    for (auto* starts : {&m_sequenceStarts, &m_partStarts, &m_shapeStarts}) {
        starts->cutTo(0);
        starts->push_back(0);
    }
    m_dimension = -1;
    m_exteriorDropped = false;
    m_dropped = 0;
}

void PackedShapesBuilder::reserve(std::size_t shapeCount, std::size_t coordinateCount) {
    m_coordinates.reserve(coordinateCount);
    m_dimensions.reserve(shapeCount);
    m_extents.reserve(shapeCount);
    for (auto* starts : {&m_sequenceStarts, &m_partStarts, &m_shapeStarts}) starts->reserve(shapeCount + 1);
}

void PackedShapesBuilder::beginShape(int dimension) {
    m_dimension = dimension;
    m_extent = {};
}

void PackedShapesBuilder::dropSequence(std::size_t begin) {
    m_droppedPlace = m_coordinates[begin];
    m_coordinates.cutTo(begin);
    ++m_dropped;
}

/// Closes and turns the ring from `begin` on; false if it encloses nothing.
bool PackedShapesBuilder::tidyRing(std::size_t begin, double twiceArea, double areaError) {
    if (!hasPositions(m_coordinates.items().subspan(begin), 3)) return false;
    if (!(m_coordinates[begin] == m_coordinates.back())) m_coordinates.push_back(m_coordinates[begin]);
    const bool exterior = m_sequenceStarts.size() - 1 == m_partStarts.back();
    if (isCounterClockwise(m_coordinates.items().subspan(begin), twiceArea, areaError) != exterior)
        std::reverse(m_coordinates.begin() + begin, m_coordinates.end());
    return true;
}

void PackedShapesBuilder::endSequence() {
    const std::size_t begin = m_sequenceStarts.back();
    if (m_coordinates.size() == begin) return;
    if (m_exteriorDropped) return dropSequence(begin);
    const SequenceFacts facts = factsOf(m_coordinates.items().subspan(begin));
    if (facts.repeats && m_dimension > 0) {
        const Coordinate* end = std::unique(m_coordinates.begin() + begin, m_coordinates.end());
        m_coordinates.cutTo(static_cast<std::size_t>(end - m_coordinates.begin()));
    }
    if (m_dimension == 1 && m_coordinates.size() - begin < 2) return dropSequence(begin);
    if (m_dimension == 2 && !tidyRing(begin, facts.twiceArea, facts.areaError)) {
        m_exteriorDropped = m_sequenceStarts.size() - 1 == m_partStarts.back();
        return dropSequence(begin);
    }
    m_extent.include(facts.extent);
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
    m_shapeStarts.push_back(parts);
    m_dimensions.push_back(static_cast<std::int8_t>(empty ? -1 : m_dimension));
    m_extents.push_back(empty ? Extent{} : m_extent);
    m_dimension = -1;
}

bool PackedShapesBuilder::isTidy(std::span<const Coordinate> sequence, int dimension, bool isExterior) {
    if (sequence.empty()) return false;
    if (dimension < 1) return true;
    const SequenceFacts facts = factsOf(sequence);
    if (facts.repeats) return false;
    if (dimension == 1) return sequence.size() >= 2;
    return sequence.front() == sequence.back() && hasPositions(sequence, 3) &&
           isCounterClockwise(sequence, facts.twiceArea, facts.areaError) == isExterior;
}

void PackedShapesBuilder::addShape(const Geometry& geometry) {
    beginShape(geometry.dimension());
    for (std::size_t part = 0; part < geometry.partCount(); ++part) {
        for (std::size_t i = geometry.partBegin(part); i < geometry.partEnd(part); ++i) {
            m_coordinates.append(geometry.sequence(i));
            endSequence();
        }
        endPart();
    }
    endShape();
}

void PackedShapesBuilder::append(PackedShapesBuilder& other) {
    m_coordinates.append(other.m_coordinates.items());
    appendStarts(m_sequenceStarts, other.m_sequenceStarts);
    appendStarts(m_partStarts, other.m_partStarts);
    appendStarts(m_shapeStarts, other.m_shapeStarts);
    m_dimensions.append(other.m_dimensions.items());
    m_extents.append(other.m_extents.items());
    m_dropped += other.m_dropped;
    other.clear();
}

PackedShapes PackedShapesBuilder::build() {
    auto arrays =
        std::make_shared<Arrays>(Arrays{std::move(m_coordinates), std::move(m_sequenceStarts), std::move(m_partStarts),
                                        std::move(m_shapeStarts), std::move(m_dimensions), std::move(m_extents)});
    clear();
    arrays->coordinates.shrinkToFit();
    PackedShapes shapes;
    shapes.coordinates = arrays->coordinates.items();
    shapes.sequenceStarts = arrays->sequenceStarts.items();
    shapes.partStarts = arrays->partStarts.items();
    shapes.shapeStarts = arrays->shapeStarts.items();
    shapes.dimensions = arrays->dimensions.items();
    shapes.extents = arrays->extents.items();
    shapes.storage = std::move(arrays);
    return shapes;
}

PackedShapes PackedShapesBuilder::join(std::vector<PackedShapesBuilder> builders) {
    if (builders.size() == 1) return builders.front().build();
    std::size_t coordinates = 0, shapes = 0;
    for (const PackedShapesBuilder& builder : builders) {
        coordinates += builder.coordinateCount();
        shapes += builder.shapeCount();
    }
    PackedShapesBuilder all;
    all.reserve(shapes, coordinates);  // memory that is not written to is not held yet
    for (PackedShapesBuilder& builder : builders) {
        all.append(builder);
        builder = PackedShapesBuilder();
    }
    return all.build();
}

}  // namespace gis
