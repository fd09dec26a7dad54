// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "gis/engine/Overlay.h"
#include "tests/gis/overlap/OverlapFixture.h"
#include "tests/support/GridPolygons.h"

using namespace overlap_fixture;
using gis::Coordinate;
using gis::Geometry;

namespace {

/// Every coordinate mapped; rings in another order within their part, begun elsewhere, and turned round.
template <class Map>
Geometry rewritten(const Geometry& g, grid::Random& random, bool shuffle, const Map& map) {
    gis::GeometryBuilder builder(2);
    std::vector<std::size_t> parts(g.partCount());
    for (std::size_t p = 0; p < parts.size(); ++p) parts[p] = p;
    if (shuffle) std::shuffle(parts.begin(), parts.end(), random);
    for (const std::size_t part : parts) {
        std::vector<std::size_t> rings;
        for (std::size_t s = g.partBegin(part); s < g.partEnd(part); ++s) rings.push_back(s);
        if (shuffle) std::shuffle(rings.begin() + 1, rings.end(), random);
        for (const std::size_t s : rings) {
            std::vector<Coordinate> ring(g.sequence(s).begin(), g.sequence(s).end() - 1);
            if (shuffle) {
                const int first = grid::pick(random, 0, static_cast<int>(ring.size()) - 1);
                std::rotate(ring.begin(), ring.begin() + first, ring.end());
                if (grid::chance(random, 0.5)) std::reverse(ring.begin(), ring.end());
            }
            for (const Coordinate c : ring) builder.add(map(c));
            builder.endSequence();
        }
        builder.endPart();
    }
    return builder.build();
}

QString textOf(const grid::Pair& pair) {
    return QStringLiteral("plan %1\ncontrol %2").arg(exactText(pair.plan), exactText(pair.control));
}

}  // namespace

class TestAreaLaws : public QObject {
    Q_OBJECT

    template <class Check>
    void eachPair(std::uint64_t first, int count, const Check& check) {
        grid::Random random(seed(first));
        for (int done = 0; done < count;) {
            const grid::Pair pair = grid::anyPair(random, grid::asItIs);
            if (pair.plan.isEmpty() || pair.control.isEmpty()) continue;
            ++done;
            check(pair, random);
            if (QTest::currentTestFailed()) return;
        }
    }

private Q_SLOTS:
    void changingPlaces() {
        eachPair(41, caseCount(5000), [](const grid::Pair& pair, grid::Random&) {
            const gis::AreaOverlap one = areaOf(pair.plan, pair.control);
            const gis::AreaOverlap other = areaOf(pair.control, pair.plan);
            QVERIFY2(one.interiorsMeet == other.interiorsMeet, qPrintable(textOf(pair)));
            QVERIFY2(std::abs(one.area - other.area) <= 1e-12 * (1 + one.area), qPrintable(textOf(pair)));
        });
    }

    void withItself() {
        eachPair(42, caseCount(5000), [](const grid::Pair& pair, grid::Random& random) {
            const Geometry again = rewritten(pair.plan, random, true, [](Coordinate c) { return c; });
            const gis::AreaOverlap got = areaOf(pair.plan, again);
            QVERIFY2(got.interiorsMeet, qPrintable(exactText(pair.plan)));
            QVERIFY2(std::abs(got.area - gis::planeArea(pair.plan)) <= 1e-11, qPrintable(exactText(pair.plan)));
        });
    }

    void whatIsInAndWhatIsOutIsAll() {
        grid::Random random(seed(43));
        for (int i = 0; i < caseCount(5000); ++i) {
            const grid::Net net = grid::anyNet(random);
            const grid::Choice chosen = grid::anyChoice(random, net);
            const Geometry inside = grid::polygon(random, net, chosen, 0.5, grid::asItIs);
            const Geometry outside = grid::polygon(random, net, grid::complement(chosen), 0.5, grid::asItIs);
            // The plan lies within the rectangle that both fill.
            const grid::Net other = grid::net(random, grid::pick(random, 1, 3), 2, 1, 0);
            const Geometry plan = grid::polygon(random, other, grid::anyChoice(random, other), 0.5, grid::asItIs);
            gis::Extent both = inside.extent();
            both.include(outside.extent());
            if (inside.isEmpty() || outside.isEmpty() || plan.isEmpty() || !both.contains(plan.extent())) continue;
            const double sum = areaOf(plan, inside).area + areaOf(plan, outside).area;
            QVERIFY2(std::abs(sum - gis::planeArea(plan)) <= 1e-11, qPrintable(textOf({plan, inside})));
            QVERIFY2(!areaOf(inside, outside).interiorsMeet, qPrintable(textOf({inside, outside})));
        }
    }

    void orderOfPartsRingsAndVertices() {
        eachPair(44, caseCount(5000), [](const grid::Pair& pair, grid::Random& random) {
            const auto same = [](Coordinate c) { return c; };
            const gis::AreaOverlap one = areaOf(pair.plan, pair.control);
            const gis::AreaOverlap other =
                areaOf(rewritten(pair.plan, random, true, same), rewritten(pair.control, random, true, same));
            QVERIFY2(one.interiorsMeet == other.interiorsMeet, qPrintable(textOf(pair)));
            QVERIFY2(std::abs(one.area - other.area) <= 1e-12 * (1 + one.area), qPrintable(textOf(pair)));
        });
    }

    void shiftedAndScaledByPowersOfTwo() {
        eachPair(45, caseCount(5000), [](const grid::Pair& pair, grid::Random& random) {
            const gis::AreaOverlap one = areaOf(pair.plan, pair.control);
            const auto scaled = [](Coordinate c) { return Coordinate{std::ldexp(c.x, -20), std::ldexp(c.y, -20)}; };
            const gis::AreaOverlap small =
                areaOf(rewritten(pair.plan, random, false, scaled), rewritten(pair.control, random, false, scaled));
            QCOMPARE(small.interiorsMeet, one.interiorsMeet);
            QVERIFY2(small.area == std::ldexp(one.area, -40), qPrintable(textOf(pair)));
            const auto far = [](Coordinate c) { return Coordinate{c.x + 0x1p21, c.y - 0x1p22}; };
            const gis::AreaOverlap shifted =
                areaOf(rewritten(pair.plan, random, false, far), rewritten(pair.control, random, false, far));
            QVERIFY2(shifted.interiorsMeet == one.interiorsMeet, qPrintable(textOf(pair)));
            const double around = gis::planeLength(pair.plan) + gis::planeLength(pair.control);
            QVERIFY2(std::abs(shifted.area - one.area) <= 4 * ulp(0x1p22) * around, qPrintable(textOf(pair)));
        });
    }

    void quarterTurnsAndMirrors() {
        eachPair(46, caseCount(5000), [](const grid::Pair& pair, grid::Random& random) {
            const gis::AreaOverlap one = areaOf(pair.plan, pair.control);
            for (const int way : {0, 1, 2}) {
                const auto turned = [way](Coordinate c) {
                    return way == 0 ? Coordinate{-c.y, c.x} : way == 1 ? Coordinate{-c.x, c.y} : Coordinate{-c.x, -c.y};
                };
                const gis::AreaOverlap other =
                    areaOf(rewritten(pair.plan, random, false, turned), rewritten(pair.control, random, false, turned));
                QVERIFY2(other.interiorsMeet == one.interiorsMeet, qPrintable(textOf(pair)));
                QVERIFY2(std::abs(other.area - one.area) <= 1e-12 * (1 + one.area), qPrintable(textOf(pair)));
            }
        });
    }
};

QTEST_GUILESS_MAIN(TestAreaLaws)
#include "test_area_laws.moc"
