// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <map>

#include "gis/overlap/KeptOverlap.h"
#include "tests/gis/overlap/OverlapFixture.h"
#include "tests/support/GridPolygons.h"

using namespace overlap_fixture;
using gis::Coordinate;
using gis::Geometry;

namespace {

using grid::pick;
using grid::Random;

/// A polygon that goes right along its lower side and back along its upper one, each vertex one step of the grid from
/// the last: it is valid wherever its vertices stand. Now and then with holes in its middle.
struct Comb {
    std::vector<int> lower, upper;
    std::vector<int> holes;  ///< place of each along the middle; two steps wide
    int left = 0, base = 0;

    explicit Comb(Random& random) {
        const int count = pick(random, 3, 120);
        for (int i = 0; i <= count; ++i) {
            lower.push_back(pick(random, -9, -3));
            upper.push_back(pick(random, 3, 9));
        }
        for (int i = 1; i + 4 < count; i += 5)
            if (grid::chance(random, 0.2)) holes.push_back(i);
        left = pick(random, -30, 0);
        base = pick(random, -6, 6);
    }
    Coordinate at(std::size_t i, int y) const {
        return {static_cast<double>(left) + static_cast<double>(i), base + static_cast<double>(y)};
    }
    Geometry shape() const {
        std::vector<std::vector<Coordinate>> rings(1);
        for (std::size_t i = 0; i < lower.size(); ++i) rings[0].push_back(at(i, lower[i]));
        for (std::size_t i = upper.size(); i-- > 0;) rings[0].push_back(at(i, upper[i]));
        for (const int hole : holes) {
            const auto i = static_cast<std::size_t>(hole);
            rings.push_back({at(i, -2), at(i + 1, 2), at(i + 2, -1)});
        }
        return Geometry::polygon(rings);
    }
    void change(Random& random) {
        const auto place = static_cast<std::size_t>(pick(random, 0, static_cast<int>(lower.size()) - 1));
        switch (pick(random, 0, 19)) {
            case 0:  // the whole
                left += pick(random, -2, 2);
                base += pick(random, -2, 2);
                break;
            case 1:  // another number of vertices
                lower.push_back(pick(random, -9, -3));
                upper.push_back(pick(random, 3, 9));
                break;
            case 2:  // nothing
                break;
            default:
                for (int i = pick(random, 1, 3); i > 0; --i) {
                    if (grid::chance(random, 0.5))
                        lower[place] = pick(random, -9, -3);
                    else
                        upper[upper.size() - 1 - place] = pick(random, 3, 9);
                }
        }
    }
};

Geometry zone(Random& random) {
    const grid::Net net = grid::anyNet(random);
    const int dx = pick(random, -30, 60), dy = pick(random, -12, 8);
    return grid::polygon(random, net, grid::anyChoice(random, net), 0.5, [dx, dy](grid::Node n) {
        return Coordinate{static_cast<double>(n.x + dx), static_cast<double>(n.y + dy)};
    });
}

}  // namespace

class TestKeptOverlap : public QObject {
    Q_OBJECT

    std::size_t m_asked = 0, m_met = 0;

    void compare(gis::KeptOverlap& kept, gis::PairOverlap& engine, const gis::OverlapLayer& plan,
                 const gis::OverlapLayer& zones, std::size_t shape) {
        const gis::AreaOverlap expected = engine.area(plan, 0, zones, shape);
        const gis::AreaOverlap got = kept.area(zones, shape);
        ++m_asked;
        m_met += expected.interiorsMeet;
        const QString text = QStringLiteral("%1 and %2")
                                 .arg(exactText(plan.shapes.geometry(0)), exactText(zones.shapes.geometry(shape)));
        QVERIFY2(got.interiorsMeet == expected.interiorsMeet, qPrintable(text));
        QVERIFY2(got.crossings == expected.crossings, qPrintable(text));
        QVERIFY2(got.within == expected.within, qPrintable(text));
        QVERIFY2(std::abs(got.area - expected.area) <= 1e-12 * expected.area, qPrintable(text));
    }

private Q_SLOTS:
    void aDraggedShapeHasTheAreasOfOneMadeAnew() {
        Random random(20261122);
        gis::PairOverlap engine;
        for (int drag = 0; drag < 100 && !QTest::currentTestFailed(); ++drag) {
            std::vector<Geometry> shapes;
            for (int i = 0; i < 12; ++i)
                if (Geometry one = zone(random); !one.isEmpty()) shapes.push_back(one);
            const gis::OverlapLayer zones = layerOf(shapes);
            Comb comb(random);
            gis::KeptOverlap kept;
            for (int step = 0; step < 40 && !QTest::currentTestFailed(); ++step) {
                const auto plan = std::make_shared<const gis::OverlapLayer>(layerOf({comb.shape()}));
                kept.change(plan);
                for (std::size_t i = 0; i < zones.shapes.shapeCount(); ++i)
                    if (!grid::chance(random, 0.2)) compare(kept, engine, *plan, zones, i);  // now and then left out
                comb.change(random);
            }
        }
        qInfo("%zu pairs, %zu meet", m_asked, m_met);
        QVERIFY(m_asked > 30'000);
        QVERIFY(m_met > m_asked / 10);
    }

    void edgesThatDoNotMoveAreNotLookedAtAgain() {
        Random random(7);
        std::vector<Geometry> shapes;
        for (int i = 0; i < 40; ++i)
            if (Geometry one = zone(random); !one.isEmpty()) shapes.push_back(one);
        const gis::OverlapLayer zones = layerOf(shapes);
        Comb comb(random);
        while (comb.lower.size() < 400) {
            comb.lower.push_back(-5);
            comb.upper.push_back(5);
        }
        comb.left = -30;
        gis::KeptOverlap kept;
        const auto askAll = [&] {
            kept.change(std::make_shared<const gis::OverlapLayer>(layerOf({comb.shape()})));
            for (std::size_t i = 0; i < zones.shapes.shapeCount(); ++i) kept.area(zones, i);
        };
        for (int i = 0; i < 2; ++i, comb.lower[30] += 1) askAll();  // the second knows what moved
        const std::size_t before = kept.runsLookedAt();
        const std::size_t scratch = kept.shapesFromScratch();
        constexpr std::size_t steps = 10;
        for (std::size_t i = 0; i < steps; ++i) {
            comb.lower[30] = -3 - static_cast<int>(i % 5);
            askAll();
        }
        QCOMPARE(kept.shapesFromScratch(), scratch);
        // Two edges move, in one run or two.
        QVERIFY(kept.runsLookedAt() - before <= steps * 2 * zones.shapes.shapeCount());
    }

    void anotherFormOrLayerIsForgotten() {
        Random random(3);
        const gis::OverlapLayer zones = layerOf({Geometry::polygon({{{0, 0}, {4, 0}, {4, 4}, {0, 4}}})});
        gis::KeptOverlap kept;
        QCOMPARE(kept.area(zones, 0).area, 0.0);  // nothing yet
        const auto plan =
            std::make_shared<const gis::OverlapLayer>(layerOf({Geometry::polygon({{{2, 2}, {6, 2}, {6, 6}, {2, 6}}})}));
        kept.change(plan);
        QCOMPARE(kept.area(zones, 0).area, 4.0);
        kept.forget();
        QCOMPARE(kept.area(zones, 0).area, 0.0);
        kept.change(plan);
        QCOMPARE(kept.area(zones, 0).area, 4.0);
    }
};

QTEST_GUILESS_MAIN(TestKeptOverlap)
#include "test_kept_overlap.moc"
