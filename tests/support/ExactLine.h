// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/ExactJudge.h"

namespace exact {

struct PieceTruth {
    std::uint32_t sequence, edge;
    double from, to;
};
struct PassageTruth {
    gis::Coordinate place;
    std::uint32_t sequence, edge;
    double along;
    bool enters;
};
struct LineTruth {
    bool touches = false;
    std::vector<PieceTruth> inside;  ///< neighbours on one edge joined
    std::vector<PassageTruth> passages;
    double length = 0;  ///< inside the closed polygon
};

/// Cuts each edge of the line wherever it meets the boundary; what lies between two cuts has one place, that of its
/// middle. A passage is a change between exterior and interior, what lies on the boundary left out; its place is where
/// the line left the one it came from. A part that begins where the last one ended goes on with its walk.
template <class Number>
class LineWalk {
public:
    LineWalk(const gis::Geometry& line, const gis::Geometry& polygon) : m_polygon(edgesOf<Number>(polygon)) {
        std::optional<gis::Coordinate> end;
        for (std::size_t s = 0; s < line.sequenceCount(); ++s) {
            if (end != line.sequence(s).front()) {
                m_side.reset();
                m_left.reset();
            }
            end = line.sequence(s).back();
            m_sequence = static_cast<std::uint32_t>(s);
            m_edge = 0;
            const auto sequence = line.sequence(s);
            for (std::size_t i = 1; i < sequence.size(); ++i) {
                if (sequence[i - 1] == sequence[i]) continue;  // dropped in packed shapes
                walk({sequence[i - 1], sequence[i]});
                ++m_edge;
            }
        }
    }
    const LineTruth& answer() const { return m_truth; }

private:
    Point<Number> at(const Edge<Number>& edge, const Number& t) const {
        return {edge.a.x + t * (edge.b.x - edge.a.x), edge.a.y + t * (edge.b.y - edge.a.y)};
    }

    std::vector<Number> cutsOf(const Edge<Number>& edge) const {
        std::vector<Number> cuts{Number(0), Number(1)};
        const auto keep = [&cuts](const Number& t) {
            if (t > Number(0) && t < Number(1)) cuts.push_back(t);
        };
        for (const Edge<Number>& f : m_polygon) {
            if (!f.box.meets(edge.box)) continue;
            const Number fromA = cross(edge.a, edge.b, f.a);
            const Number fromB = cross(edge.a, edge.b, f.b);
            if (fromA == Number(0) && fromB == Number(0)) {
                for (const Point<Number>& p : {f.a, f.b})
                    keep(edge.a.x == edge.b.x ? Number((p.y - edge.a.y) / (edge.b.y - edge.a.y))
                                              : Number((p.x - edge.a.x) / (edge.b.x - edge.a.x)));
            } else if (signOf(fromA) * signOf(fromB) <= 0) {
                const Number fromP = cross(f.a, f.b, edge.a);
                const Number fromQ = cross(f.a, f.b, edge.b);
                if (signOf(fromP) * signOf(fromQ) <= 0) keep(fromP / (fromP - fromQ));
            }
        }
        std::sort(cuts.begin(), cuts.end());
        cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
        return cuts;
    }

    void walk(const Edge<Number>& edge) {
        const std::vector<Number> cuts = cutsOf(edge);
        for (const Number& t : cuts)
            m_truth.touches = m_truth.touches || placeOf(at(edge, t), m_polygon) != Place::Exterior;
        for (std::size_t i = 1; i < cuts.size(); ++i) {
            const Place place = placeOf(at(edge, (cuts[i - 1] + cuts[i]) / Number(2)), m_polygon);
            if (place != Place::Exterior) addPiece(edge, cuts[i - 1], cuts[i]);
            const PassageTruth here{{toDouble(at(edge, cuts[i - 1]).x), toDouble(at(edge, cuts[i - 1]).y)},
                                    m_sequence,
                                    m_edge,
                                    toDouble(cuts[i - 1]),
                                    place == Place::Interior};
            if (place == Place::Boundary) {
                if (!m_left) m_left = here;
                continue;
            }
            if (m_side && *m_side != place) {
                m_truth.passages.push_back(m_left ? *m_left : here);
                m_truth.passages.back().enters = place == Place::Interior;
            }
            m_side = place;
            m_left.reset();
        }
    }

    void addPiece(const Edge<Number>& edge, const Number& from, const Number& to) {
        const double dx = toDouble(Number((edge.b.x - edge.a.x) * (to - from)));
        const double dy = toDouble(Number((edge.b.y - edge.a.y) * (to - from)));
        m_truth.length += std::hypot(dx, dy);
        if (!m_truth.inside.empty()) {
            PieceTruth& last = m_truth.inside.back();
            if (last.sequence == m_sequence && last.edge == m_edge && m_lastTo == from) {
                last.to = toDouble(to);
                m_lastTo = to;
                return;
            }
        }
        m_truth.inside.push_back({m_sequence, m_edge, toDouble(from), toDouble(to)});
        m_lastTo = to;
    }

    std::vector<Edge<Number>> m_polygon;
    std::uint32_t m_sequence = 0, m_edge = 0;
    std::optional<Place> m_side;         // where the line was when last off the boundary
    std::optional<PassageTruth> m_left;  // where it left that for the boundary
    Number m_lastTo{0};
    LineTruth m_truth;
};

template <class Number>
LineTruth lineTruth(const gis::Geometry& line, const gis::Geometry& polygon) {
    return LineWalk<Number>(line, polygon).answer();
}

}  // namespace exact
