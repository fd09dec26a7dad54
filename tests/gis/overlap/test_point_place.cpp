// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "gis/engine/Validity.h"
#include "tests/gis/overlap/OverlapFixture.h"
#include "tests/support/ExactJudge.h"
#include "tests/support/GridPolygons.h"

using namespace overlap_fixture;
using gis::Coordinate;
using gis::Geometry;
using gis::PointPlace;

namespace {

template <class Number>
QString problemAt(Coordinate position, const Geometry& polygon, const gis::OverlapLayer& layer) {
    const exact::Place truth = exact::placeOf(exact::Point<Number>(position), exact::edgesOf<Number>(polygon));
    const PointPlace got = gis::PairOverlap::place(position, layer, 0);
    const PointPlace expected = truth == exact::Place::Exterior   ? PointPlace::Exterior
                                : truth == exact::Place::Boundary ? PointPlace::Boundary
                                                                  : PointPlace::Interior;
    if (got == expected) return {};
    return QStringLiteral("%1 in %2: expected %3, got %4")
        .arg(exactText(Geometry::point(position)), exactText(polygon))
        .arg(static_cast<int>(expected))
        .arg(static_cast<int>(got));
}

}  // namespace

class TestPointPlace : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // All positions of a grid twice as fine, and a margin: vertices, edges, places level with vertices.
    void onSmallGrids() {
        grid::Random random(seed(21));
        const auto doubled = [](grid::Node n) { return Coordinate{2.0 * n.x, 2.0 * n.y}; };
        for (int i = 0; i < caseCount(1500); ++i) {
            const Geometry polygon = grid::anyPair(random, doubled).plan;
            if (polygon.isEmpty() || polygon.extent().width() * polygon.extent().height() > 3000) continue;
            const gis::OverlapLayer layer = layerOf({polygon});
            for (double y = polygon.extent().minY - 1; y <= polygon.extent().maxY + 1; ++y) {
                for (double x = polygon.extent().minX - 1; x <= polygon.extent().maxX + 1; ++x) {
                    const QString problem = problemAt<exact::SmallRational>({x, y}, polygon, layer);
                    QVERIFY2(problem.isEmpty(), qPrintable(problem));
                }
            }
        }
    }

    // Next to vertices and edges of a projected CRS, an ulp to either side.
    void nearTheBoundary() {
        grid::Random random(seed(22));
        const auto place = [](grid::Node n) { return Coordinate{500'000.1 + 0.3 * n.x, 3'400'000.7 + 0.3 * n.y}; };
        const auto nudged = [&random](double value) {
            const int way = grid::pick(random, -1, 1);
            return way == 0 ? value : std::nextafter(value, way * HUGE_VAL);
        };
        for (int i = 0; i < caseCount(300); ++i) {
            const Geometry polygon = grid::anyPair(random, place).plan;
            if (polygon.isEmpty() || gis::flawOf(polygon)) continue;
            const gis::OverlapLayer layer = layerOf({polygon});
            for (std::size_t k = 1; k < std::min<std::size_t>(40, polygon.sequence(0).size()); ++k) {
                const Coordinate a = polygon.sequence(0)[k - 1], b = polygon.sequence(0)[k];
                const double t = grid::pick(random, 0, 4) / 4.0;
                const Coordinate near{nudged(a.x + t * (b.x - a.x)), nudged(a.y + t * (b.y - a.y))};
                for (const Coordinate c : {near, Coordinate{a.x, nudged(a.y)}, Coordinate{nudged(near.x + 1), a.y}}) {
                    const QString problem = problemAt<exact::Rational>(c, polygon, layer);
                    QVERIFY2(problem.isEmpty(), qPrintable(problem));
                }
            }
        }
    }

    void manyVertices() {
        std::vector<Coordinate> ring;
        for (int i = 0; i < 20'000; ++i) {
            const double angle = i * 2 * M_PI / 20'000, r = 500 + 50 * ((i * 7919) % 101) / 101.0;
            ring.push_back({500'000 + r * std::cos(angle), 3'400'000 + r * std::sin(angle)});
        }
        const Geometry polygon = Geometry::polygon({ring});
        const gis::OverlapLayer layer = layerOf({polygon});
        const auto edges = exact::edgesOf<exact::Quad>(polygon);
        grid::Random random(seed(23));
        std::uniform_real_distribution<double> offset(-560, 560);
        for (int i = 0; i < 300; ++i) {
            const Coordinate c{500'000 + offset(random),
                               i % 2 == 0 ? 3'400'000 + offset(random) : ring[static_cast<std::size_t>(i) * 60].y};
            const bool inside = exact::placeOf(exact::Point<exact::Quad>(c), edges) == exact::Place::Interior;
            QCOMPARE(gis::PairOverlap::place(c, layer, 0) == PointPlace::Interior, inside);
        }
        for (std::size_t i = 0; i < ring.size(); i += 97)
            QCOMPARE(gis::PairOverlap::place(ring[i], layer, 0), PointPlace::Boundary);
    }
};

QTEST_GUILESS_MAIN(TestPointPlace)
#include "test_point_place.moc"
