// SPDX-License-Identifier: Apache-2.0
#include "gis/drawing/SharedVertices.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "gis/base/Parallel.h"
#include "gis/drawing/VertexCell.h"

namespace gis {

namespace {

constexpr std::size_t chunkSize = 1U << 16U;
constexpr std::size_t verticesPerCell = 2048;

double nearness(const PackedShapes& shapes) {
    double largest = 0;
    for (const Extent& extent : shapes.extents)
        if (!extent.isEmpty())
            for (const double side : {extent.minX, extent.minY, extent.maxX, extent.maxY})
                largest = std::max(largest, std::abs(side));
    return largest * 1e-9;
}

struct Marks {
    GrowingArray<std::uint8_t> places, marks;
};

/// What is known of coordinates without their neighbours.
Marks firstMarks(const PackedShapes& shapes) {
    Marks made;
    const auto places = made.places.grow(shapes.coordinates.size());
    const auto marks = made.marks.grow(shapes.coordinates.size());
    std::fill(places.begin(), places.end(), std::uint8_t{0});
    std::fill(marks.begin(), marks.end(), std::uint8_t{0});
    for (std::size_t shape = 0; shape < shapes.shapeCount(); ++shape)
        for (std::uint32_t s = shapes.sequenceBegin(shape); s < shapes.sequenceEnd(shape); ++s) {
            const std::uint32_t first = shapes.sequenceStarts[s];
            const std::uint32_t last = shapes.sequenceStarts[s + 1] - 1;
            if (shapes.dimensions[shape] == 2) {
                places[first] = VertexPlace::ringBegin;
                places[last] = VertexPlace::none;
            } else if (shapes.dimensions[shape] == 1) {
                places[first] = VertexPlace::lineBegin;
                places[last] = VertexPlace::lineEnd;
                marks[first] = marks[last] = VertexMark::held;
            } else {
                for (std::uint32_t i = first; i <= last; ++i) places[i] = VertexPlace::none;
            }
        }
    return made;
}

/// The coordinates of each cell: those that lie in it, and those whose edges meet it; ascending.
class CellRecords {
public:
    CellRecords(const LayerVertices& vertices, const JobControl& control) : m_vertices(vertices), m_control(control) {}

    bool sort() {
        Extent box;
        for (const Extent& extent : m_vertices.shapes.extents) box.include(extent);
        const std::size_t count = m_vertices.shapes.coordinates.size();
        double cells = std::ceil(static_cast<double>(count) / static_cast<double>(verticesPerCell));
        m_chunks = (count + chunkSize - 1) / chunkSize;
        do {  // long edges meet many cells: then there are fewer and larger ones
            m_grid = CellGrid(box, cells);
            if (!countAll()) return false;
            cells /= 4;
        } while (m_total > 4 * count && m_grid.cellCount() > 1);
        m_records.grow(m_total);
        return eachChunk([this](std::size_t chunk) {
            std::uint32_t* next = m_counts.data() + chunk * m_grid.cellCount();
            eachRecord(chunk, [&](std::uint32_t cell, std::uint32_t index) { m_records[next[cell]++] = index; });
        });
    }
    const CellGrid& grid() const { return m_grid; }
    std::span<const std::uint32_t> of(std::uint32_t cell) const {
        return m_records.items().subspan(m_starts[cell], m_starts[cell + 1] - m_starts[cell]);
    }

private:
    template <class Work>
    bool eachChunk(Work work) {
        return parallelFor(m_chunks, {m_control.cancel, {}, m_control.threads},
                           [&](std::size_t chunk, unsigned) { work(chunk); });
    }
    template <class Take>
    void eachRecord(std::size_t chunk, Take take) const {
        const std::size_t end = std::min((chunk + 1) * chunkSize, m_vertices.shapes.coordinates.size());
        for (std::size_t i = chunk * chunkSize; i < end; ++i) {
            const auto index = static_cast<std::uint32_t>(i);
            if (m_vertices.isNone(index)) continue;
            m_grid.visit(m_vertices.edgeBox(index), [&](std::uint32_t cell) { take(cell, index); });
        }
    }
    /// Where each chunk's records of each cell begin.
    bool countAll() {
        const std::size_t cells = m_grid.cellCount();
        m_counts.assign(m_chunks * cells, 0);
        if (!eachChunk([&](std::size_t chunk) {
                std::uint32_t* counts = m_counts.data() + chunk * cells;
                eachRecord(chunk, [counts](std::uint32_t cell, std::uint32_t) { ++counts[cell]; });
            }))
            return false;
        m_total = 0;
        m_starts.assign(cells + 1, 0);
        for (std::size_t cell = 0; cell < cells; ++cell) {
            for (std::size_t chunk = 0; chunk < m_chunks; ++chunk) {
                std::uint32_t& count = m_counts[chunk * cells + cell];
                const std::uint32_t begin = static_cast<std::uint32_t>(m_total);
                m_total += count;
                count = begin;
            }
            m_starts[cell + 1] = static_cast<std::uint32_t>(m_total);
        }
        return true;
    }

    const LayerVertices& m_vertices;
    const JobControl& m_control;
    CellGrid m_grid;
    std::size_t m_chunks = 0;
    std::size_t m_total = 0;
    std::vector<std::uint32_t> m_counts;  ///< chunk by chunk
    std::vector<std::uint32_t> m_starts;
    GrowingArray<std::uint32_t> m_records;
};

/// A position that is held wherever it occurs in a cell.
struct HeldPosition {
    std::uint32_t cell = 0;
    Coordinate position;
    bool operator<(const HeldPosition& other) const {
        return cell != other.cell ? cell < other.cell : comesBefore(position, other.position);
    }
};

std::vector<HeldPosition> sortedByCell(const std::vector<VertexCell>& workers, const CellGrid& grid) {
    std::vector<HeldPosition> held;
    for (const VertexCell& worker : workers)
        for (const Coordinate position : worker.edgeEnds()) held.push_back({grid.cell(position), position});
    std::sort(held.begin(), held.end());
    return held;
}

/// The ends of edges that another vertex lies on were found in whatever cell; they are held in their own.
bool holdEverywhere(const std::vector<HeldPosition>& held, const CellRecords& records, const LayerVertices& vertices,
                    const JobControl& control) {
    std::vector<std::size_t> begins;
    for (std::size_t i = 0; i < held.size(); ++i)
        if (i == 0 || held[i].cell != held[i - 1].cell) begins.push_back(i);
    begins.push_back(held.size());
    return parallelFor(begins.size() - 1, {control.cancel, {}, control.threads}, [&](std::size_t group, unsigned) {
        const auto first = held.begin() + static_cast<std::ptrdiff_t>(begins[group]);
        const auto last = held.begin() + static_cast<std::ptrdiff_t>(begins[group + 1]);
        for (const std::uint32_t index : records.of(first->cell)) {
            const Coordinate position = vertices.shapes.coordinates[index];
            if (records.grid().cell(position) == first->cell &&
                std::binary_search(first, last, HeldPosition{first->cell, position}))
                vertices.marks[index] |= VertexMark::held;
        }
    });
}

}  // namespace

Result<GrowingArray<std::uint8_t>> vertexMarks(const PackedShapes& shapes, const JobControl& control) {
    Marks made = firstMarks(shapes);
    const LayerVertices vertices{shapes, made.places.begin(), made.marks.begin(), nearness(shapes)};
    CellRecords records(vertices, control);
    if (!records.sort()) return canceled();
    std::vector<VertexCell> workers(control.threadCount(), VertexCell(vertices));
    const bool whole = parallelFor(records.grid().cellCount(), {control.cancel, {}, control.threads},
                                   [&](std::size_t cell, unsigned worker) {
                                       const auto number = static_cast<std::uint32_t>(cell);
                                       workers[worker].judge(records.grid(), number, records.of(number));
                                   });
    if (!whole || !holdEverywhere(sortedByCell(workers, records.grid()), records, vertices, control)) return canceled();
    return std::move(made.marks);
}

}  // namespace gis
