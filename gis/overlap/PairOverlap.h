// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "gis/overlap/AreaForm.h"

namespace gis {

/// A layer ready for overlap questions. All shapes must be valid (OGC Simple Features). A const view; any thread.
struct OverlapLayer {
    PackedShapes shapes;
    RunTree tree;
    BoundarySums sums;
};

struct AreaOverlap {
    /// True if the interiors have a point in common. Exact, for every input: a shared boundary, a touch in points or
    /// along edges is none.
    bool interiorsMeet = false;
    /// By the form of the sums; 0 unless interiorsMeet. Never negative.
    double area = 0;
    std::size_t crossings = 0;  ///< of the boundaries, after the perturbation
    /// Told where it is plain to see: one of the two lies in the other as a whole, so that it is what they share.
    enum class Within { Neither, PlanInControl, ControlInPlan };
    Within within = Within::Neither;
};

/// A place where a line passes from the exterior of a zone to its interior or back. Where it ran on the boundary in
/// between, the place where it left the side it came from.
struct LinePassage {
    Coordinate place;
    std::uint32_t sequence = 0;  ///< of the line, counted within its shape
    std::uint32_t edge = 0;      ///< counted within the sequence
    double along = 0;            ///< 0..1 on that edge
    bool enters = false;
};

/// A piece of a line that lies in the closed zone.
struct LinePiece {
    std::uint32_t sequence = 0, edge = 0;  ///< of the line
    double from = 0, to = 0;               ///< 0..1 on that edge
};

struct LineOverlap {
    bool touches = false;           ///< they have a point in common
    std::vector<LinePiece> inside;  ///< in the closed zone, in order, none of length 0
    /// A part of the line that begins where the one before it ended goes on with its walk.
    std::vector<LinePassage> passages;
};

enum class PointPlace { Exterior, Boundary, Interior };

/// An area below this may be rounding of the sums, so that it does not tell whether there is a shared interior. Far
/// above the error of double-double sums in the plane; generous for the polynomial form. What it costs is only time.
double doubtfulArea(const BoundarySums& sums, const Extent& box);

/// Answers for pairs of shapes that cost about what their boundaries have in common, not their size. One per thread (it
/// keeps scratch memory); an answer depends on the two shapes alone. Layers must be in one CRS; both layers' sums must be
/// of one form.
///
/// Area: the plan is taken as shifted by (ε, ε²) against the control, so that no vertex lies on an edge and no edges
/// are shared; the overlap is the integral of the product of both winding numbers, from the crossings of the boundaries
/// and the sums between them. Whether the interiors meet at all is then decided without the shift.
class PairOverlap {
public:
    PairOverlap();
    PairOverlap(PairOverlap&&) noexcept;
    PairOverlap& operator=(PairOverlap&&) noexcept;
    ~PairOverlap();
    /// Both polygons.
    AreaOverlap area(const OverlapLayer& plan, std::size_t planShape, const OverlapLayer& control,
                     std::size_t controlShape);
    /// A line against a polygon.
    LineOverlap line(const OverlapLayer& lines, std::size_t lineShape, const OverlapLayer& zones,
                     std::size_t zoneShape);
    /// Where a position lies in a polygon. Exact.
    static PointPlace place(Coordinate position, const OverlapLayer& zones, std::size_t zoneShape);

private:
    struct Scratch;
    std::unique_ptr<Scratch> m_scratch;
};

}  // namespace gis
