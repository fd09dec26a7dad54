// SPDX-License-Identifier: Apache-2.0
#include "gis/overlap/CommonLines.h"

#include <cmath>
#include <set>
#include <tuple>

#include "gis/overlap/EdgeCrossing.h"
#include "gis/overlap/Orientation.h"
#include "gis/overlap/ShapeCursor.h"

namespace gis {

namespace {

bool isBefore(const LineSpot& a, const LineSpot& b) {
    return std::tie(a.sequence, a.edge, a.along) < std::tie(b.sequence, b.edge, b.along);
}

/// A common stretch of one edge, with its ends as they are in the input.
struct Stretch {
    LineSpot begin, end;
};

class Meeting {
public:
    /// What the edge p → q at `where` has in common with a → b.
    void add(Coordinate p, Coordinate q, Coordinate a, Coordinate b, const LineSpot& where) {
        if (!boxesMeet(p, q, a, b)) return;
        const double sideA = orientation(p, q, a);
        const double sideB = orientation(p, q, b);
        if (sideA == 0 && sideB == 0) return addOnOneLine(p, q, a, b, where);
        if ((sideA > 0 && sideB > 0) || (sideA < 0 && sideB < 0)) return;
        const double sideP = orientation(a, b, p);
        const double sideQ = orientation(a, b, q);
        if ((sideP > 0 && sideQ > 0) || (sideP < 0 && sideQ < 0)) return;
        const PrecisePlace place = crossingPlace(p, q, sideP, sideQ, a, b, sideA, sideB);
        m_points.push_back(spotAt(place.rounded(), p, q, where));
    }

    CommonLines taken() {
        CommonLines common;
        std::sort(m_stretches.begin(), m_stretches.end(),
                  [](const Stretch& a, const Stretch& b) { return isBefore(a.begin, b.begin); });
        std::set<std::pair<double, double>> known;  // places that count no more
        for (const Stretch& s : m_stretches) {
            known.emplace(s.begin.place.x, s.begin.place.y);
            known.emplace(s.end.place.x, s.end.place.y);
            addPiece(s, common.stretches);
        }
        std::sort(m_points.begin(), m_points.end(), isBefore);
        for (const LineSpot& point : m_points)
            if (!isOn(common.stretches, point) && known.emplace(point.place.x, point.place.y).second)
                common.points.push_back(point);
        return common;
    }

private:
    // The place is exact for an input vertex; a share along the longer of both extents tells where on the edge it is.
    static LineSpot spotAt(Coordinate place, Coordinate p, Coordinate q, LineSpot spot) {
        const bool isWide = std::fabs(q.x - p.x) >= std::fabs(q.y - p.y);
        spot.place = place;
        spot.along = isWide ? (place.x - p.x) / (q.x - p.x) : (place.y - p.y) / (q.y - p.y);
        spot.along = std::clamp(spot.along, 0.0, 1.0);
        return spot;
    }

    void addOnOneLine(Coordinate p, Coordinate q, Coordinate a, Coordinate b, const LineSpot& where) {
        const auto isEarlier = [&](Coordinate c, Coordinate d) {
            if (p.x != q.x) return p.x < q.x ? c.x < d.x : d.x < c.x;
            return p.y < q.y ? c.y < d.y : d.y < c.y;
        };
        if (isEarlier(b, a)) std::swap(a, b);
        const Coordinate begin = isEarlier(p, a) ? a : p;
        const Coordinate end = isEarlier(b, q) ? b : q;
        if (isEarlier(end, begin)) return;
        const LineSpot from = spotAt(begin, p, q, where);
        if (begin == end)
            m_points.push_back(from);
        else
            m_stretches.push_back({from, spotAt(end, p, q, where)});
    }

    static void addPiece(const Stretch& s, std::vector<LinePiece>& pieces) {
        const bool goesOn = !pieces.empty() && pieces.back().sequence == s.begin.sequence &&
                            pieces.back().edge == s.begin.edge && s.begin.along <= pieces.back().to;
        if (goesOn)
            pieces.back().to = std::max(pieces.back().to, s.end.along);
        else if (s.begin.along < s.end.along)
            pieces.push_back({s.begin.sequence, s.begin.edge, s.begin.along, s.end.along});
    }

    static bool isOn(const std::vector<LinePiece>& pieces, const LineSpot& point) {
        for (const LinePiece& piece : pieces)
            if (piece.sequence == point.sequence && piece.edge == point.edge && piece.from <= point.along &&
                point.along <= piece.to)
                return true;
        return false;
    }

    std::vector<Stretch> m_stretches;
    std::vector<LineSpot> m_points;
};

}  // namespace

CommonLines commonLines(const OverlapLayer& lines, std::size_t line, const OverlapLayer& others, std::size_t other) {
    const ShapeCursor left(lines, line);
    const ShapeCursor right(others, other);
    const std::uint32_t first = lines.shapes.sequenceBegin(line);
    Meeting meeting;
    const auto meet = [&](const ShapeCursor::Run& l, const ShapeCursor::Run& r) {
        for (std::uint32_t i = 0; i < l.count; ++i) {
            if (!edgeMeets(l.positions[i], l.positions[i + 1], *r.box)) continue;
            const LineSpot where{{}, l.sequence - first, l.firstEdge + i, 0};
            for (std::uint32_t j = 0; j < r.count; ++j)
                meeting.add(l.positions[i], l.positions[i + 1], r.positions[j], r.positions[j + 1], where);
        }
    };
    RunPairs(left, right, meet).all();
    return meeting.taken();
}

}  // namespace gis
