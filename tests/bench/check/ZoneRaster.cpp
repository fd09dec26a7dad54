// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/check/ZoneRaster.h"

#include <algorithm>

#include "tests/bench/check/Random.h"

namespace bench {

namespace {

constexpr int coarsestOctave = 8;  ///< patterns of up to 256 cells

/// Value noise of nine octaves in fixed point; each is three quarters as strong as the coarser one.
class FractalNoise {
public:
    FractalNoise(int side, std::uint64_t seed) : m_side(side), m_seed(seed) {}

    const std::vector<int>& row(int y) {
        m_row.assign(static_cast<std::size_t>(m_side), 0);
        int weight = 256;
        for (int octave = coarsestOctave; octave >= 0; --octave, weight = weight * 3 / 4) add(octave, weight, y);
        return m_row;
    }

private:
    std::int64_t latticeValue(int octave, int x, int y) const {
        const std::uint64_t place =
            (std::uint64_t{static_cast<std::uint32_t>(x)} << 32U) | static_cast<std::uint32_t>(y);
        return static_cast<std::int64_t>(mixed(mixed(m_seed + static_cast<std::uint64_t>(octave)) ^ place) >> 48U) -
               32768;
    }
    void add(int octave, int weight, int y) {
        const int step = 1 << octave;
        const int latticeY = y >> octave, below = y & (step - 1);
        m_lattice.resize(static_cast<std::size_t>(m_side >> octave) + 2);
        for (std::size_t i = 0; i < m_lattice.size(); ++i) {
            const auto x = static_cast<int>(i);
            m_lattice[i] =
                (latticeValue(octave, x, latticeY) * (step - below) + latticeValue(octave, x, latticeY + 1) * below) >>
                octave;
        }
        for (int x = 0; x < m_side; ++x) {
            const auto lattice = static_cast<std::size_t>(x >> octave);
            const int right = x & (step - 1);
            const std::int64_t value = (m_lattice[lattice] * (step - right) + m_lattice[lattice + 1] * right) >> octave;
            m_row[static_cast<std::size_t>(x)] += static_cast<int>((value * weight) >> 8U);
        }
    }
    int m_side;
    std::uint64_t m_seed;
    std::vector<std::int64_t> m_lattice;
    std::vector<int> m_row;
};

/// Numbers the patches of a grid of classes.
class PatchFinder {
public:
    PatchFinder(ZoneRaster& raster, const std::vector<std::uint8_t>& cells) : m_raster(raster), m_cells(cells) {}

    void find() {
        m_raster.patches.assign(m_cells.size(), 0);
        m_raster.classes.assign(1, 0);
        m_raster.cellCounts.assign(1, 0);
        for (std::size_t cell = 0; cell < m_cells.size(); ++cell)
            if (m_cells[cell] != 0 && m_raster.patches[cell] == 0) fill(cell);
    }

private:
    void fill(std::size_t first) {
        const auto patch = static_cast<std::uint32_t>(m_raster.classes.size());
        const auto side = static_cast<std::size_t>(m_raster.side);
        m_raster.patches[first] = patch;
        m_open.assign(1, first);
        std::uint32_t count = 0;
        for (; !m_open.empty(); ++count) {
            const std::size_t cell = m_open.back();
            m_open.pop_back();
            const std::size_t x = cell % side;
            if (x > 0) reach(cell - 1, cell);
            if (x + 1 < side) reach(cell + 1, cell);
            if (cell >= side) reach(cell - side, cell);
            if (cell + side < m_cells.size()) reach(cell + side, cell);
        }
        m_raster.classes.push_back(m_cells[first]);
        m_raster.cellCounts.push_back(count);
    }
    void reach(std::size_t cell, std::size_t from) {
        if (m_raster.patches[cell] != 0 || m_cells[cell] != m_cells[from]) return;
        m_raster.patches[cell] = m_raster.patches[from];
        m_open.push_back(cell);
    }
    ZoneRaster& m_raster;
    const std::vector<std::uint8_t>& m_cells;
    std::vector<std::size_t> m_open;
};

}  // namespace

ZoneRaster zoneRaster(int side, int level, std::uint64_t seed) {
    ZoneRaster raster;
    raster.side = side;
    std::vector<std::uint8_t> cells;
    cells.reserve(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
    FractalNoise noise(side, seed);
    for (int y = 0; y < side; ++y)
        for (const int value : noise.row(y))
            cells.push_back(value < -level ? std::uint8_t{1} : value > level ? std::uint8_t{2} : std::uint8_t{0});
    PatchFinder(raster, cells).find();
    return raster;
}

}  // namespace bench
