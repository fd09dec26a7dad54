// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "gis/geometry/Geometry.h"

namespace gis {

/// Puts loose rings together to a (multi)polygon: those that run counter-clockwise are shells, the others holes of the
/// shell they lie in. Rings without area are left out. One thread.
class RingParts {
public:
    void clear();
    void add(Coordinate position);  ///< of the current ring; one that repeats the last is left out
    void endRing();
    Geometry build();

private:
    struct Ring {
        std::size_t begin = 0, end = 0;  ///< into m_coordinates; not closed
        Extent box;
        bool isShell = false;
        std::vector<std::size_t> holes;
    };
    bool holds(const Ring& shell, Coordinate position) const;
    Ring* shellOf(const Ring& hole);
    void emit(const Ring& ring, GeometryBuilder& builder) const;

    std::vector<Coordinate> m_coordinates;
    std::vector<Ring> m_rings;
    std::size_t m_begin = 0;
};

}  // namespace gis
