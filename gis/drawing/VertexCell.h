// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "gis/drawing/CellGrid.h"
#include "gis/drawing/SharedVertices.h"

namespace gis {

/// Where in its sequence a coordinate stands (bits).
struct VertexPlace {
    static constexpr std::uint8_t none = 1;  ///< a point, or the repeated end of a ring: no vertex
    static constexpr std::uint8_t ringBegin = 2;
    static constexpr std::uint8_t lineBegin = 4;
    static constexpr std::uint8_t lineEnd = 8;
};

inline bool comesBefore(Coordinate a, Coordinate b) { return a.x < b.x || (a.x == b.x && a.y < b.y); }

/// The vertices of a layer with their neighbours, and the marks that are being made.
struct LayerVertices {
    static constexpr std::uint32_t noIndex = 0xffffffff;

    const PackedShapes& shapes;
    const std::uint8_t* places;  ///< VertexPlace of each coordinate
    std::uint8_t* marks;         ///< written by the worker alone in whose cell the coordinate lies
    double nearness;             ///< within which a vertex lies on an edge

    Coordinate at(std::uint32_t index) const { return shapes.coordinates[index]; }
    bool isNone(std::uint32_t index) const { return (places[index] & VertexPlace::none) != 0; }
    bool hasEdge(std::uint32_t index) const { return (places[index] & VertexPlace::lineEnd) == 0; }
    /// The coordinate from which the edge to this one comes, or noIndex.
    std::uint32_t before(std::uint32_t index) const;
    /// The box of the edge from here, or of the end of a line, grown by nearness.
    Extent edgeBox(std::uint32_t index) const;
};

/// Makes the marks of the vertices in one cell after the other; one for each worker.
class VertexCell {
public:
    explicit VertexCell(const LayerVertices& vertices) : m_vertices(vertices) {}

    /// `records`: the coordinates that lie in the cell or whose edges meet it. Marks those that lie in it.
    void judge(const CellGrid& grid, std::uint32_t cell, std::span<const std::uint32_t> records);
    /// Ends of edges of all cells so far on which another vertex lies, in any order and repeatedly.
    const std::vector<Coordinate>& edgeEnds() const { return m_edgeEnds; }

private:
    struct Vertex {
        Coordinate position;
        std::uint32_t index;
    };
    void sortVertices(const CellGrid& grid, std::uint32_t cell, std::span<const std::uint32_t> records);
    void judgeGroups();
    void judgeGroup(std::span<const Vertex> group);
    void markRepeated(std::span<const Vertex> group);
    void judgeEdge(std::uint32_t index);

    const LayerVertices& m_vertices;
    CellGrid m_fine;
    std::vector<Vertex> m_found, m_sorted;  ///< by fine cell, then position
    std::vector<std::uint32_t> m_starts;    ///< of fine cells, into m_sorted
    std::vector<std::uint32_t> m_distinctStarts;
    std::vector<Vertex> m_distinct;  ///< one of each position, with its place in m_sorted
    std::vector<Coordinate> m_edgeEnds;
};

}  // namespace gis
