// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/ExactJudge.h"

namespace exact {

struct AreaTruth {
    bool interiorsMeet = false;
    double area = 0;
    double perimeter = 0;  ///< of the overlap; in doubles
};

/// The plane cut into vertical slabs at every vertex and at every crossing of edges of two polygons. Within a slab no two edges meet unless they coincide, so that the order along its middle line is the order
/// everywhere in it, and each strip between neighbours is a trapezoid.
template <class Number>
class SlabSweep {
public:
    SlabSweep(const gis::Geometry& plan, const std::vector<gis::Geometry>& controls)
        : m_inside(controls.size() + 1), m_open(controls.size() + 1) {
        add(plan, 0);
        for (std::size_t i = 0; i < controls.size(); ++i) add(controls[i], i + 1);
        std::sort(m_edges.begin(), m_edges.end(), [](const Side& s, const Side& t) { return s.left.x < t.left.x; });
        addCrossings();
        std::sort(m_cuts.begin(), m_cuts.end());
        m_cuts.erase(std::unique(m_cuts.begin(), m_cuts.end()), m_cuts.end());
    }

    AreaTruth answer() {
        std::vector<std::size_t> active;
        std::size_t next = 0;
        for (std::size_t i = 1; i < m_cuts.size(); ++i) {
            const Number &from = m_cuts[i - 1], &to = m_cuts[i];
            std::erase_if(active, [&](std::size_t e) { return m_edges[e].right.x <= from; });
            for (; next < m_edges.size() && m_edges[next].left.x <= from; ++next)
                if (m_edges[next].right.x > from) active.push_back(next);
            addSlab(from, to, active);
        }
        closeSection({});
        m_truth.area = toDouble(m_total);
        return m_truth;
    }

private:
    struct Side {
        Point<Number> left, right;
        Number slope;
        double fromX, toX, lowY, highY;
        std::size_t owner;
        Number at(const Number& x) const { return left.y + slope * (x - left.x); }
    };
    struct Level {
        Number y;
        std::size_t edge;
    };

    void add(const gis::Geometry& polygon, std::size_t owner) {
        for (const Edge<Number>& edge : edgesOf<Number>(polygon)) {
            m_cuts.push_back(edge.a.x);
            if (edge.a.x == edge.b.x) continue;  // an upright edge bounds no strip from above or below
            const bool forward = edge.a.x < edge.b.x;
            const Point<Number>&l = forward ? edge.a : edge.b, &r = forward ? edge.b : edge.a;
            m_edges.push_back(
                {l, r, (r.y - l.y) / (r.x - l.x), edge.box.minX, edge.box.maxX, edge.box.minY, edge.box.maxY, owner});
        }
    }

    void addCrossings() {
        for (std::size_t i = 0; i < m_edges.size(); ++i) {
            const Side& e = m_edges[i];
            for (std::size_t owner = 0; owner < m_open.size(); ++owner)
                if (owner != e.owner) addCrossings(e, m_open[owner]);
            m_open[e.owner].push_back(i);
        }
    }
    void addCrossings(const Side& e, std::vector<std::size_t>& others) {
        std::erase_if(others, [&](std::size_t k) { return m_edges[k].toX < e.fromX; });
        for (const std::size_t k : others) {
            const Side& f = m_edges[k];
            if (f.lowY > e.highY || f.highY < e.lowY || e.slope == f.slope) continue;
            const Number x = (f.left.y - f.slope * f.left.x - e.left.y + e.slope * e.left.x) / (e.slope - f.slope);
            if (x > std::max(e.left.x, f.left.x) && x < std::min(e.right.x, f.right.x)) m_cuts.push_back(x);
        }
    }

    /// In the plan and in one of the controls.
    bool isShared() const {
        return m_inside[0] && std::find(m_inside.begin() + 1, m_inside.end(), true) != m_inside.end();
    }

    void addSlab(const Number& from, const Number& to, const std::vector<std::size_t>& active) {
        const Number middle = (from + to) / Number(2);
        std::vector<Level> levels;
        levels.reserve(active.size());
        for (const std::size_t e : active) levels.push_back({m_edges[e].at(middle), e});
        std::sort(levels.begin(), levels.end(), [](const Level& p, const Level& q) { return p.y < q.y; });
        m_inside.assign(m_inside.size(), false);
        Number height(0);
        std::vector<double> left, right;  // ends of the strips on both sides of the slab
        for (std::size_t i = 0; i + 1 < levels.size(); ++i) {
            m_inside[m_edges[levels[i].edge].owner].flip();
            if (!isShared() || !(levels[i].y < levels[i + 1].y)) continue;
            height = height + (levels[i + 1].y - levels[i].y);
            for (const std::size_t k : {i, i + 1}) {
                const Side& edge = m_edges[levels[k].edge];
                const double y0 = toDouble(edge.at(from));
                const double y1 = toDouble(edge.at(to));
                left.push_back(y0);
                right.push_back(y1);
                m_truth.perimeter += std::hypot(toDouble(Number(to - from)), y1 - y0);
            }
        }
        if (height > Number(0)) m_truth.interiorsMeet = true;
        m_total += toTotal(Number(height * (to - from)));
        closeSection(std::move(left));
        m_section = std::move(right);
    }

    /// Upright boundary: what is inside on one side of a cut and not on the other.
    void closeSection(std::vector<double> left) {
        left.insert(left.end(), m_section.begin(), m_section.end());
        std::sort(left.begin(), left.end());
        for (std::size_t i = 0; i + 1 < left.size(); i += 2) m_truth.perimeter += left[i + 1] - left[i];
        m_section.clear();
    }

    std::vector<bool> m_inside;
    std::vector<std::vector<std::size_t>> m_open;  // edges of each polygon that the sweep has begun and not ended
    std::vector<Side> m_edges;
    std::vector<Number> m_cuts;
    std::vector<double> m_section;
    decltype(toTotal(Number(0))) m_total{0};
    AreaTruth m_truth;
};

template <class Number>
AreaTruth areaTruth(const gis::Geometry& a, const gis::Geometry& b) {
    return SlabSweep<Number>(a, {b}).answer();
}
/// What a plan shares with all controls together, which may overlap each other.
template <class Number>
AreaTruth netTruth(const gis::Geometry& plan, const std::vector<gis::Geometry>& controls) {
    return SlabSweep<Number>(plan, controls).answer();
}

}  // namespace exact
