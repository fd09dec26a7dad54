// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "gis/base/GrowingArray.h"
#include "gis/geometry/Geometry.h"

namespace gis {

/// Collects very many geometries one after the other, as they are given, in one array of coordinates that they share
/// from then on; the array lives as long as one of them. One thread; arrays that several threads fill are joined in
/// their order by append().
class GeometryArray {
public:
    GeometryArray() { clear(); }
    /// Room for so many; what is not written to costs no memory.
    void reserve(std::size_t coordinateCount) { m_coordinates.reserve(coordinateCount); }

    /// A geometry of this dimension begins (-1: empty); its type is Multi… if there is more than one part or `multi` is set.
    void beginShape(int dimension, bool multi);
    /// Room for coordinates of the current sequence, to be filled in place.
    std::span<Coordinate> addRoom(std::size_t count) { return m_coordinates.grow(count); }
    /// Ends a line or ring; a ring that is not closed is closed; an empty sequence is dropped.
    void endSequence();
    void endPart();  ///< an empty part is dropped
    void endShape();

    std::size_t shapeCount() const { return m_shapes.size(); }
    std::size_t coordinateCount() const { return m_coordinates.size(); }

    /// Adds the geometries of another one behind these; it is empty then and keeps its memory for the next.
    void append(GeometryArray& other);
    /// Freezes; nothing is left in it.
    std::vector<Geometry> build();

private:
    struct Shape {
        Extent extent;
        GeometryType type = GeometryType::Empty;
        std::uint32_t sequences = 0, parts = 0;  ///< how many
    };
    void clear();

    GrowingArray<Coordinate> m_coordinates;
    /// Ends of sequences (in coordinates) and of parts (in sequences), each counted from the beginning of its geometry.
    GrowingArray<std::uint32_t> m_sequenceEnds, m_partEnds;
    GrowingArray<Shape> m_shapes;
    int m_dimension = -1;
    bool m_multi = false;
    std::size_t m_shapeBegin = 0;     ///< of the geometry that was begun, in coordinates
    std::size_t m_sequenceBegin = 0;  ///< of its sequence
    std::uint32_t m_sequences = 0, m_parts = 0, m_sequencesOfParts = 0;  ///< of it so far
};

}  // namespace gis
