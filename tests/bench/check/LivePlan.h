// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gis/geometry/Geometry.h"
#include "layers/project/ProjectSnapshot.h"
#include "tests/bench/check/CheckData.h"
#include "tests/bench/check/Random.h"

namespace bench {

/// A plan over the zones of one size as the window has it open: both control layers whole, and a layout layer for the
/// features that are dragged.
gis::Result<layers::SnapshotPtr> livePlan(const CheckFiles& files, const gis::JobControl& control);
inline const gis::LayerId liveLayoutId{3};
gis::Feature liveFeature(gis::Geometry geometry);

/// Drags of one feature, the same in every run: a star of many vertices, so that moving a vertex along its ray, or the
/// whole, leaves it valid.
class LiveDrags {
public:
    enum class Kind { Vertex, Whole };
    static constexpr std::size_t stepsOfDrag = 20;

    LiveDrags(const gis::Extent& within, std::size_t vertices, std::uint64_t seed);
    /// Another place, and that size.
    void placeAnew(double radius);
    void resize(double radius);
    double radius() const { return m_radius; }
    /// A drag begins: a vertex is taken, or the whole.
    void begin(Kind kind);
    void step();
    gis::Geometry shape() const;

private:
    gis::Coordinate at(std::size_t vertex) const;

    gis::Extent m_within;
    Random m_random;
    gis::Coordinate m_centre;
    double m_radius = 0;
    std::vector<double> m_shares;  ///< of the radius
    Kind m_kind = Kind::Vertex;
    std::size_t m_vertex = 0;
    double m_pull = 0;
    gis::Coordinate m_way{};
};

}  // namespace bench
