// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "gis/engine/Overlay.h"
#include "gis/engine/Validity.h"
#include "tests/gis/overlap/OverlapFixture.h"
#include "tests/support/ExactArea.h"
#include "tests/support/GridPolygons.h"

using namespace overlap_fixture;
using gis::Coordinate;
using gis::Geometry;

namespace {

/// Compares with the judge; says what is wrong, with coordinates to the last bit, or nothing.
template <class Number>
QString judged(const Geometry& plan, const Geometry& control, gis::PairOverlap& engine) {
    const exact::AreaTruth truth = exact::areaTruth<Number>(plan, control);
    const gis::AreaOverlap got = engine.area(layerOf({plan}), 0, layerOf({control}), 0);
    const double allowed = tolerance(plan, control, truth.area, truth.perimeter);
    const bool fits = got.interiorsMeet == truth.interiorsMeet && std::abs(got.area - truth.area) <= allowed &&
                      got.area >= 0 && (got.interiorsMeet || got.area == 0);
    if (fits) return {};
    return QStringLiteral(
               "interiors meet: expected %3, got %4; area: expected %5, got %6, allowed %7\nplan %1\ncontrol %2")
        .arg(exactText(plan), exactText(control))
        .arg(truth.interiorsMeet)
        .arg(got.interiorsMeet)
        .arg(truth.area, 0, 'g', 17)
        .arg(got.area, 0, 'g', 17)
        .arg(allowed);
}

/// Valid by the rules, and in exact arithmetic as well.
bool isSound(const Geometry& g) { return !g.isEmpty() && exact::edgesKeepApart<exact::Rational>(g) && !gis::flawOf(g); }

}  // namespace

class TestAreaPairs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void byHand_data() {
        QTest::addColumn<QString>("plan");
        QTest::addColumn<QString>("control");
        QTest::addColumn<double>("area");
        const auto row = [](const char* name, const char* plan, const char* control, double area) {
            QTest::newRow(name) << QString::fromLatin1(plan) << QString::fromLatin1(control) << area;
        };
        const char* const box = "POLYGON((0 0,4 0,4 4,0 4,0 0))";
        const char* const frame = "POLYGON((0 0,9 0,9 9,0 9,0 0),(3 3,6 3,6 6,3 6,3 3))";
        row("apart", box, "POLYGON((5 0,9 0,9 4,5 4,5 0))", 0);
        row("a shared edge", box, "POLYGON((4 0,8 0,8 4,4 4,4 0))", 0);
        row("a part of an edge", box, "POLYGON((4 1,8 1,8 2,4 2,4 1))", 0);
        row("edges that share a stretch", box, "POLYGON((4 2,8 2,8 9,4 9,4 2))", 0);
        row("a corner on a corner", box, "POLYGON((4 4,8 4,8 8,4 8,4 4))", 0);
        row("a corner on an edge", box, "POLYGON((4 2,8 0,8 4,4 2))", 0);
        row("a corner on an edge, from inside", box, "POLYGON((4 2,1 1,1 3,4 2))", 3);
        row("the same", box, box, 16);
        row("the same, begun elsewhere, the other way round", box, "POLYGON((4 4,4 0,0 0,0 4,4 4))", 16);
        row("the same with more vertices", box, "POLYGON((0 0,1 0,3 0,4 0,4 4,2 4,0 4,0 0))", 16);
        row("inside, along an edge", box, "POLYGON((1 0,3 0,3 2,1 2,1 0))", 4);
        row("inside, along two edges", box, "POLYGON((0 0,3 0,3 2,0 2,0 0))", 6);
        row("half, all corners on the boundary", box, "POLYGON((0 0,4 0,4 4,0 0))", 8);
        row("diamond within, corners on edges", box, "POLYGON((2 0,4 2,2 4,0 2,2 0))", 8);
        row("fills the hole", "POLYGON((3 3,6 3,6 6,3 6,3 3))", frame, 0);
        row("within the hole, touches it in corners", "POLYGON((3 4,4 3,6 5,5 6,3 4))", frame, 0);
        row("beyond the hole by one side", "POLYGON((3 3,7 3,7 6,3 6,3 3))", frame, 3);
        row("on the shell's ring without the hole", "POLYGON((0 0,9 0,9 9,0 9,0 0))", frame, 72);
        row("frame on frame", frame, frame, 72);
        row("frame, and another that fits into it", frame,
            "MULTIPOLYGON(((3 3,6 3,6 6,3 6,3 3)),((9 0,12 0,12 9,9 9,9 0)))", 0);
        row("hole that touches the shell", box, "POLYGON((0 0,8 0,8 8,0 8,0 0),(0 0,4 1,1 4,0 0))", 8.5);
        row("two parts that touch, plan on the point", "POLYGON((3 3,5 3,5 5,3 5,3 3))",
            "MULTIPOLYGON(((0 0,4 0,4 4,0 4,0 0)),((4 4,8 4,8 8,4 8,4 4)))", 2);
        row("two parts that touch, plan in the other corners",
            "MULTIPOLYGON(((4 0,8 0,8 4,4 4,4 0)),((0 4,4 4,4 8,0 8,0 4)))",
            "MULTIPOLYGON(((0 0,4 0,4 4,0 4,0 0)),((4 4,8 4,8 8,4 8,4 4)))", 0);
        row("a needle along the edge, outside", box, "POLYGON((0 4,4 4,2 4.000000001,0 4))", 0);
        row("wholly inside", "POLYGON((1 1,2 1,2 2,1 2,1 1))", box, 1);
        row("in a part within a hole", "POLYGON((4 4,5 4,5 5,4 5,4 4))",
            "MULTIPOLYGON(((0 0,9 0,9 9,0 9,0 0),(1 1,8 1,8 8,1 8,1 1)),((2 2,7 2,7 7,2 7,2 2)))", 1);
    }
    void byHand() {
        QFETCH(QString, plan);
        QFETCH(QString, control);
        QFETCH(double, area);
        const Geometry a = *gis::fromWkt(plan.toStdString());
        const Geometry b = *gis::fromWkt(control.toStdString());
        QVERIFY(isSound(a) && isSound(b));
        for (const auto& [p, c] : {std::pair{a, b}, std::pair{b, a}}) {
            const gis::AreaOverlap got = areaOf(p, c);
            QCOMPARE(got.interiorsMeet, area > 0);
            QVERIFY2(std::abs(got.area - area) < 1e-12, qPrintable(QString::number(got.area, 'g', 17)));
            QCOMPARE(exact::areaTruth<exact::Rational>(p, c).area, area);
        }
    }

    // Everything is degenerate here. TUCE_OVERLAP_PAIRS=1000000 for the whole number.
    void onSmallGrids() {
        grid::Random random(seed(1));
        gis::PairOverlap engine;
        WrongAnswers tally;
        while (tally.compared < caseCount(20'000)) {
            const grid::Pair pair = grid::anyPair(random, grid::asItIs);
            if (pair.plan.isEmpty() || pair.control.isEmpty()) continue;
            tally.add(judged<exact::SmallRational>(pair.plan, pair.control, engine));
        }
        QVERIFY2(tally.wrong == 0, qPrintable(tally.text()));
    }

    // The same grids at places of a projected CRS, a tenth of a metre to the cell: what was on one line is now off it
    // by parts of an ulp, one way or the other.
    void farFromTheOrigin() {
        grid::Random random(seed(2));
        gis::PairOverlap engine;
        WrongAnswers tally;
        const auto place = [](grid::Node n) { return Coordinate{500'000.1 + 0.1 * n.x, 3'400'000.3 + 0.1 * n.y}; };
        for (int i = 0; tally.compared < caseCount(1500); ++i) {
            const grid::Pair pair = grid::anyPair(random, place);
            if (!isSound(pair.plan) || !isSound(pair.control)) continue;
            tally.add(judged<exact::Rational>(pair.plan, pair.control, engine));
        }
        QVERIFY2(tally.wrong == 0, qPrintable(tally.text()));
    }

    // Small zones on the boundary of a plan with edges of many kilometres: the small piece is not to suffer from the
    // length of the edges that bound it.
    void smallPiecesOfLongEdges() {
        grid::Random random(seed(4));
        gis::PairOverlap engine;
        WrongAnswers tally;
        std::uniform_real_distribution<double> far(-40'000, 40'000), near(-1, 1);
        while (tally.compared < caseCount(3000)) {
            const Coordinate middle{540'000 + far(random), 3'400'000 + far(random)};
            const double reach = std::pow(10, grid::pick(random, -3, 2));
            const auto about = [&] {
                return Coordinate{middle.x + reach * near(random), middle.y + reach * near(random)};
            };
            const auto away = [&] { return Coordinate{540'000 + far(random), 3'400'000 + far(random)}; };
            const Geometry zone = Geometry::polygon({{about(), about(), about()}});
            const Coordinate first = away();
            const Geometry plan = Geometry::polygon(
                {{first, {2 * middle.x - first.x + reach * near(random), 2 * middle.y - first.y}, away()}});
            if (!isSound(plan) || !isSound(zone)) continue;
            tally.add(judged<exact::Rational>(plan, zone, engine));
        }
        QVERIFY2(tally.wrong == 0, qPrintable(tally.text()));
    }

    // Turned by an odd angle, so that no edge is level; and each vertex off by an ulp or none.
    void turnedAndOneUlpOff() {
        grid::Random random(seed(3));
        gis::PairOverlap engine;
        WrongAnswers tally;
        const auto nudged = [&random](double value) {
            const double far = std::numeric_limits<double>::infinity();
            const int way = grid::pick(random, -1, 1);
            return way == 0 ? value : std::nextafter(value, way * far);
        };
        const auto place = [&](grid::Node n) {
            return Coordinate{nudged(540'000 + 0.8 * n.x - 0.6 * n.y), nudged(3'400'000 + 0.6 * n.x + 0.8 * n.y)};
        };
        while (tally.compared < caseCount(1500)) {
            const grid::Pair pair = grid::anyPair(random, place);
            if (!isSound(pair.plan) || !isSound(pair.control)) continue;
            tally.add(judged<exact::Rational>(pair.plan, pair.control, engine));
        }
        QVERIFY2(tally.wrong == 0, qPrintable(tally.text()));
    }
};

QTEST_GUILESS_MAIN(TestAreaPairs)
#include "test_area_pairs.moc"
