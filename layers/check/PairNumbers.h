// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "gis/overlap/CommonLines.h"
#include "layers/check/CheckMeasure.h"
#include "layers/check/PreparedLayer.h"

namespace layers {

/// What a plan feature and a control feature share, in numbers, without a geometry.
struct PairNumbers {
    bool shares = false;  ///< something of the pair's own dimension: area, stretch or point
    double size = 0;      ///< m² or m; 0 for points
    /// Of a line from the exterior of the zone to its interior or back; of two lines the points that lie on no common
    /// stretch.
    std::optional<int> passages;
    std::size_t points = 0;                  ///< of a point feature, in the closed zone; those of two lines
    std::vector<gis::LinePiece> pieces;      ///< of a line in the closed zone, or of the plan line on the other line
    std::vector<gis::LinePassage> places{};  ///< of the passages of a line
    std::vector<gis::LineSpot> meetings{};   ///< of two lines, on the plan line
    gis::AreaOverlap::Within within = gis::AreaOverlap::Within::Neither;  ///< of polygons
};

/// Where areas of pairs of polygons come from, where somebody knows a shorter way than PairOverlap to the same answer.
class PairAreas {
public:
    virtual ~PairAreas() = default;
    virtual gis::AreaOverlap area(const CheckFeature& plan, const CheckFeature& control) = 0;
};

/// Counts pairs by the overlap engine. One per thread; the layers' boundaries must be summed.
class PairCounter {
public:
    /// `isSummed`: the boundaries are summed by a form of `measure`; else only whether polygons meet is counted.
    PairCounter(const CheckMeasure& measure, bool isSummed) : m_measure(measure), m_isSummed(isSummed) {}

    /// Before the pairs of a plan feature are counted: the edges of a line are measured once for all of them.
    void begin(const CheckFeature& plan);

    /// Whether the engine counts pairs of these dimensions: one of them at least must be a polygon, or both lines.
    static bool counts(int planDimension, int controlDimension) {
        return planDimension == 2 || controlDimension == 2 || (planDimension == 1 && controlDimension == 1);
    }
    PairNumbers count(const CheckFeature& plan, const CheckFeature& control);
    /// Null: the engine itself. It must outlive the counter.
    void ask(PairAreas* areas) { m_areas = areas; }

    /// Area of a polygon from its sums, m².
    double area(const CheckFeature& feature) const;
    /// Length of a line, m.
    double length(const CheckFeature& line) const;
    double lengthOf(const CheckFeature& line, const std::vector<gis::LinePiece>& pieces) const;
    gis::PairOverlap& engine() { return m_engine; }
    double squareMetresPerUnit(const CheckFeature& feature) const;

private:
    PairNumbers polygons(const CheckFeature& plan, const CheckFeature& control);
    PairNumbers lineInZone(const CheckFeature& line, const CheckFeature& zone);
    PairNumbers lines(const CheckFeature& plan, const CheckFeature& control) const;
    static PairNumbers pointsInZone(const CheckFeature& points, const CheckFeature& zone);

    const CheckMeasure& m_measure;
    bool m_isSummed;
    gis::PairOverlap m_engine;
    PairAreas* m_areas = nullptr;

    /// Lengths of the edges of the plan feature, if it is a line: its pieces are mostly whole edges.
    struct MeasuredLine {
        const gis::OverlapLayer* layer = nullptr;
        std::size_t shape = 0;
        std::vector<std::size_t> sequenceStarts;
        std::vector<double> edges;
    };
    MeasuredLine m_measured;
};

/// A place on the edge of a piece of a line, `along` 0..1 on that edge.
gis::Coordinate placeOn(const CheckFeature& line, const gis::LinePiece& piece, double along);
/// Pieces of one line, each place once.
std::vector<gis::LinePiece> mergedPieces(std::vector<gis::LinePiece> pieces);
/// What of the line lies on none of the merged pieces.
std::vector<gis::LinePiece> piecesBeside(const CheckFeature& line, const std::vector<gis::LinePiece>& merged);
/// The pieces as a (multi) line; consecutive ones are joined. The points of `points` that lie in the zone.
gis::Geometry piecesGeometry(const CheckFeature& line, const std::vector<gis::LinePiece>& pieces);
gis::Geometry pointsGeometry(const CheckFeature& points, const CheckFeature& zone);

}  // namespace layers
