// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "gis/base/GrowingArray.h"
#include "gis/geometry/Geometry.h"

namespace gis {

/// The shapes of one layer in flat arrays, without an object per feature: shapes have parts, parts have sequences,
/// sequences have coordinates (as in Geometry, one level more). A const view over arrays that `storage` keeps alive,
/// be it vectors or a mapped file; copies are cheap; any thread.
///
/// What holds of every sequence: no coordinate stands twice in a row; a ring is closed (first = last); an exterior
/// ring runs counter-clockwise and a hole clockwise, so that the interior is always on the left; a shape without
/// usable coordinates has no parts. `starts` arrays have one entry more than there are items.
struct PackedShapes {
    std::span<const Coordinate> coordinates;
    std::span<const std::uint32_t> sequenceStarts;  ///< into coordinates
    std::span<const std::uint32_t> partStarts;      ///< into sequences
    std::span<const std::uint32_t> shapeStarts;     ///< into parts
    std::span<const std::int8_t> dimensions;        ///< of each shape: -1 empty, 0, 1, 2
    std::span<const Extent> extents;                ///< of each shape
    std::shared_ptr<const void> storage;

    std::size_t shapeCount() const { return dimensions.size(); }
    std::size_t sequenceCount() const { return sequenceStarts.empty() ? 0 : sequenceStarts.size() - 1; }
    std::uint32_t sequenceBegin(std::size_t shape) const { return partStarts[shapeStarts[shape]]; }
    std::uint32_t sequenceEnd(std::size_t shape) const { return partStarts[shapeStarts[shape + 1]]; }
    std::span<const Coordinate> sequence(std::size_t index) const {
        return coordinates.subspan(sequenceStarts[index], sequenceStarts[index + 1] - sequenceStarts[index]);
    }
    std::size_t vertexCount(std::size_t shape) const {
        return sequenceStarts[sequenceEnd(shape)] - sequenceStarts[sequenceBegin(shape)];
    }
    /// One shape as a value of its own (a copy; rings as oriented here).
    Geometry geometry(std::size_t shape) const;
};

/// Collects shapes, one after the other, then freezes them. Sequences are put into the form PackedShapes states;
/// a ring of fewer than three different positions, a line of fewer than two, is dropped. One thread; builders filled
/// by several threads are joined in order.
class PackedShapesBuilder {
public:
    PackedShapesBuilder();
    void reserve(std::size_t shapeCount, std::size_t coordinateCount);

    /// A shape of this dimension begins; its parts and sequences follow.
    void beginShape(int dimension);
    void add(Coordinate position) { m_coordinates.push_back(position); }
    /// Room for `count` coordinates of the current sequence, to be filled in place.
    std::span<Coordinate> addRoom(std::size_t count) { return m_coordinates.grow(count); }
    void endSequence();  ///< the first sequence of a part is its exterior ring
    void endPart();
    void endShape();
    void addShape(const Geometry& geometry);

    /// Whether a sequence of a shape of this dimension is in the form PackedShapes states, so that it would be taken as it is.
    static bool isTidy(std::span<const Coordinate> sequence, int dimension, bool isExterior);

    std::size_t shapeCount() const { return m_dimensions.size(); }
    std::size_t coordinateCount() const { return m_coordinates.size(); }
    /// How many sequences were dropped so far because they had too few positions, holes of a dropped exterior
    /// included: what the shape is then is less than what was given, and should be said.
    std::size_t droppedSequenceCount() const { return m_dropped; }
    /// Where the last of them began; only after one was dropped.
    Coordinate lastDroppedPlace() const { return m_droppedPlace; }

    /// Adds the shapes of another one behind these; it is empty after it but keeps its memory for the next shapes.
    void append(PackedShapesBuilder& other);

    /// Freezes; the builder is empty after it.
    PackedShapes build();
    /// The shapes of all builders, one builder after the other; each is emptied as it is copied, so that no more than
    /// one of them is held twice.
    static PackedShapes join(std::vector<PackedShapesBuilder> builders);

private:
    struct Arrays;
    void clear();
    bool tidyRing(std::size_t begin, double twiceArea, double areaError);
    void dropSequence(std::size_t begin);

    GrowingArray<Coordinate> m_coordinates;
    GrowingArray<std::uint32_t> m_sequenceStarts, m_partStarts, m_shapeStarts;
    GrowingArray<std::int8_t> m_dimensions;
    GrowingArray<Extent> m_extents;
    Extent m_extent;  ///< of the shape that was begun
    int m_dimension = -1;
    bool m_exteriorDropped = false;
    std::size_t m_dropped = 0;
    Coordinate m_droppedPlace;
};

}  // namespace gis
