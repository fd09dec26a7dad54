// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <cmath>
#include <limits>
#include <thread>

#include "gis/engine/Overlay.h"
#include "gis/engine/Validity.h"

using gis::OverlayOperation;
using gis::OverlayRoute;

Q_DECLARE_METATYPE(gis::OverlayOperation)

namespace {

gis::Geometry shape(const QString& wkt) { return gis::fromWkt(wkt.toStdString()).value(); }

/// Equal as point sets: the symmetric difference has neither area nor length, and the kinds agree.
bool samePoints(const gis::Geometry& a, const gis::Geometry& b) {
    if (a.isEmpty() || b.isEmpty()) return a.isEmpty() && b.isEmpty();
    if (a.dimension() != b.dimension()) return false;
    const auto rest = gis::overlay(OverlayOperation::SymmetricDifference, a, b);
    return rest && rest->geometry.isEmpty();
}

const QString unitSquare = QStringLiteral("POLYGON((0 0,1 0,1 1,0 1,0 0))");
const QString shiftedSquare = QStringLiteral("POLYGON((0.5 0,1.5 0,1.5 1,0.5 1,0.5 0))");

}  // namespace

class TestOverlay : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wktInWktOut_data() {
        QTest::addColumn<OverlayOperation>("operation");
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<QString>("expected");
        const auto cut = OverlayOperation::Intersection;
        const auto unite = OverlayOperation::Union;
        const auto minus = OverlayOperation::Difference;
        const auto either = OverlayOperation::SymmetricDifference;
        const QString none = QStringLiteral("GEOMETRYCOLLECTION EMPTY");
        const auto row = [](const char* name, OverlayOperation op, const QString& a, const QString& b,
                            const QString& expected) { QTest::newRow(name) << op << a << b << expected; };
        const auto text = [](const char* wkt) { return QString::fromLatin1(wkt); };
        row("squares meet in half", cut, unitSquare, shiftedSquare, text("POLYGON((0.5 0,1 0,1 1,0.5 1,0.5 0))"));
        row("squares united", unite, unitSquare, shiftedSquare, text("POLYGON((0 0,1.5 0,1.5 1,0 1,0 0))"));
        row("square minus square", minus, unitSquare, shiftedSquare, text("POLYGON((0 0,0.5 0,0.5 1,0 1,0 0))"));
        row("either square alone", either, unitSquare, shiftedSquare,
            text("MULTIPOLYGON(((0 0,0.5 0,0.5 1,0 1,0 0)),((1 0,1.5 0,1.5 1,1 1,1 0)))"));
        row("edge neighbours share no area", cut, unitSquare, text("POLYGON((1 0,2 0,2 1,1 1,1 0))"), none);
        row("corner neighbours share no area", cut, unitSquare, text("POLYGON((1 1,2 1,2 2,1 2,1 1))"), none);
        row("far apart", cut, unitSquare, text("POLYGON((5 5,6 5,6 6,5 5))"), none);
        row("inside a hole", cut, text("POLYGON((0 0,9 0,9 9,0 9,0 0),(2 2,2 7,7 7,7 2,2 2))"),
            text("POLYGON((3 3,4 3,4 4,3 4,3 3))"), none);
        row("hole cut out", minus, text("POLYGON((0 0,9 0,9 9,0 9,0 0))"), text("POLYGON((2 2,7 2,7 7,2 7,2 2))"),
            text("POLYGON((0 0,9 0,9 9,0 9,0 0),(2 2,2 7,7 7,7 2,2 2))"));
        row("hole filled", unite, text("POLYGON((0 0,9 0,9 9,0 9,0 0),(2 2,2 7,7 7,7 2,2 2))"),
            text("POLYGON((2 2,7 2,7 7,2 7,2 2))"), text("POLYGON((0 0,9 0,9 9,0 9,0 0))"));
        row("same square", cut, unitSquare, unitSquare, unitSquare);
        row("same square minus itself", minus, unitSquare, unitSquare, none);
        row("line cut by square", cut, text("LINESTRING(-1 0.5,2 0.5)"), unitSquare, text("LINESTRING(0 0.5,1 0.5)"));
        row("line in two stretches", cut, text("LINESTRING(-1 0.5,5 0.5)"),
            text("MULTIPOLYGON(((0 0,1 0,1 1,0 1,0 0)),((2 0,3 0,3 1,2 1,2 0)))"),
            text("MULTILINESTRING((0 0.5,1 0.5),(2 0.5,3 0.5))"));
        row("line on the boundary counts", cut, text("LINESTRING(0 1,1 1)"), unitSquare, text("LINESTRING(0 1,1 1)"));
        row("line that touches at a point has no length", cut, text("LINESTRING(1 1,2 2)"), unitSquare, none);
        row("line minus square", minus, text("LINESTRING(-1 0.5,2 0.5)"), unitSquare,
            text("MULTILINESTRING((-1 0.5,0 0.5),(1 0.5,2 0.5))"));
        row("square minus line is the square", minus, unitSquare, text("LINESTRING(-1 0.5,2 0.5)"), unitSquare);
        row("points in square", cut, text("MULTIPOINT((0.5 0.5),(2 2),(1 1))"), unitSquare,
            text("MULTIPOINT((0.5 0.5),(1 1))"));
        row("crossing lines meet nowhere along", cut, text("LINESTRING(0 0,1 1)"), text("LINESTRING(0 1,1 0)"), none);
        row("lines share a stretch", cut, text("LINESTRING(0 0,4 0)"), text("LINESTRING(1 0,2 0,2 1)"),
            text("LINESTRING(1 0,2 0)"));
        row("empty with square", cut, text("POLYGON EMPTY"), unitSquare, none);
        row("empty united", unite, text("POLYGON EMPTY"), unitSquare, unitSquare);
        row("square minus empty", minus, unitSquare, text("POLYGON EMPTY"), unitSquare);
        row("sliver of a nanometre", cut, unitSquare,
            text("POLYGON((0.999999999 0,2 0,2 1,0.999999999 1,0.999999999 0))"),
            text("POLYGON((0.999999999 0,1 0,1 1,0.999999999 1,0.999999999 0))"));
        row("large coordinates", cut,
            text("POLYGON((36500000 3400000,36500010 3400000,36500010 3400010,36500000 3400010,36500000 3400000))"),
            text("POLYGON((36500005 3400005,36500020 3400005,36500020 3400020,36500005 3400020,36500005 3400005))"),
            text("POLYGON((36500005 3400005,36500010 3400005,36500010 3400010,36500005 3400010,36500005 3400005))"));
    }
    void wktInWktOut() {
        QFETCH(OverlayOperation, operation);
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(QString, expected);
        const auto answer = gis::overlay(operation, shape(a), shape(b));
        QVERIFY2(answer, answer ? "" : gis::describe(answer.error()).c_str());
        QCOMPARE(answer->route, OverlayRoute::Floating);
        QVERIFY2(samePoints(answer->geometry, shape(expected)), gis::toWkt(answer->geometry).c_str());
    }

    void eachRouteFindsTheSameArea() {
        const auto a = shape(QStringLiteral("POLYGON((0 0,7 1,9 8,3 9,0 0),(3 3,3 5,5 5,5 3,3 3))"));
        const auto b = shape(QStringLiteral("POLYGON((4 -1,12 4,6 12,4 -1))"));
        for (const auto operation : {OverlayOperation::Intersection, OverlayOperation::Union,
                                     OverlayOperation::Difference, OverlayOperation::SymmetricDifference}) {
            const double area = gis::planeArea(gis::overlayBy(OverlayRoute::Floating, operation, a, b).value());
            QVERIFY(area > 0);
            for (const auto route : {OverlayRoute::RepairedInputs, OverlayRoute::SnapRounded}) {
                const double other = gis::planeArea(gis::overlayBy(route, operation, a, b).value());
                QVERIFY2(std::fabs(area - other) < 1e-6, gis::routeName(route));
            }
        }
    }

    void inputThatStopsTheFastWayIsRepaired() {
        const auto bowTie = shape(QStringLiteral("POLYGON((0 0,4 4,4 0,0 4,0 0))"));
        const auto square = shape(QStringLiteral("POLYGON((1 -1,9 -1,9 9,1 9,1 -1))"));
        const auto fast = gis::overlayBy(OverlayRoute::Floating, OverlayOperation::Intersection, bowTie, square);
        QVERIFY(!fast);
        QVERIFY(!fast.error().detail.empty());
        const auto answer = gis::overlay(OverlayOperation::Intersection, bowTie, square);
        QVERIFY(answer);
        QCOMPARE(answer->route, OverlayRoute::RepairedInputs);
        // the bow tie's wings have 4 each; of the left one, 3 lie west of x = 1
        QVERIFY(std::fabs(gis::planeArea(answer->geometry) - 5.0) < 1e-12);
    }

    void notFiniteIsAnError() {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const auto broken = gis::Geometry::polygon({{{0, 0}, {1, 0}, {nan, 1}, {0, 0}}});
        const auto answer = gis::overlay(OverlayOperation::Intersection, broken, shape(unitSquare));
        // its extent may meet nothing; a union has to look at it in any case
        const auto united = gis::overlay(OverlayOperation::Union, broken, shape(unitSquare));
        QVERIFY(!united);
        QCOMPARE(united.error().code, gis::ErrorCode::InvalidGeometry);
        QVERIFY(!answer || answer->geometry.isEmpty());
    }

    void ringOfThreePointsIsAnErrorNotACrash() {
        const auto flat = gis::Geometry::lineString({{0.5, 0.5}});
        const auto answer =
            gis::overlayBy(OverlayRoute::Floating, OverlayOperation::Intersection, flat, shape(unitSquare));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, gis::ErrorCode::InvalidGeometry);
    }

    void unionOfAGridIsItsOutline() {
        std::vector<gis::Geometry> cells;
        for (int x = 0; x < 30; ++x)
            for (int y = 0; y < 20; ++y) {
                const double west = x;
                const double south = y;
                cells.push_back(gis::Geometry::polygon(
                    {{{west, south}, {west + 1, south}, {west + 1, south + 1}, {west, south + 1}}}));
            }
        const auto whole = gis::unionAll(cells);
        QVERIFY(whole);
        QCOMPARE(whole->partCount(), std::size_t(1));
        QVERIFY(samePoints(*whole, shape(QStringLiteral("POLYGON((0 0,30 0,30 20,0 20,0 0))"))));
    }
    void unionOfNothingIsEmpty() { QVERIFY(gis::unionAll({})->isEmpty()); }
    void unionOfOneMendsItsOverlappingParts() {
        const auto one =
            gis::unionAll({shape(QStringLiteral("MULTIPOLYGON(((0 0,2 0,2 2,0 2,0 0)),((1 1,3 1,3 3,1 3,1 1)))"))});
        QVERIFY(one);
        QCOMPARE(gis::planeArea(*one), 7.0);
    }
    void unionStopsWhenCanceled() {
        gis::CancelToken cancel;
        cancel.cancel();
        const auto stopped = gis::unionAll({shape(unitSquare), shape(shiftedSquare)}, cancel);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, gis::ErrorCode::Canceled);
    }

    void threadsAgreeWithOne() {
        const auto ring = [](double phase) {
            std::vector<gis::Coordinate> coordinates;
            for (int i = 0; i < 400; ++i) {
                const double angle = i * 2 * M_PI / 400;
                const double radius = 10 + 2 * std::sin(9 * angle + phase);
                coordinates.push_back({radius * std::cos(angle), radius * std::sin(angle)});
            }
            return gis::Geometry::polygon({coordinates});
        };
        const auto areas = [&] {
            std::vector<double> found;
            for (int i = 0; i < 60; ++i)
                found.push_back(gis::planeArea(
                    gis::overlay(OverlayOperation::Intersection, ring(i * 0.1), ring(i * 0.2 + 1))->geometry));
            return found;
        };
        const auto expected = areas();
        std::array<std::vector<double>, 4> found;
        {
            std::vector<std::jthread> pool;
            for (auto& answer : found) pool.emplace_back([&answer, &areas] { answer = areas(); });
        }
        for (const auto& answer : found) QCOMPARE(answer, expected);
    }
    void errorsStayInTheirThread() {
        const auto bowTie = shape(QStringLiteral("POLYGON((0 0,4 4,4 0,0 4,0 0))"));
        const auto square = shape(unitSquare);
        std::vector<std::jthread> pool;
        std::atomic_int wrong{0};
        for (int t = 0; t < 4; ++t)
            pool.emplace_back([&, t] {
                for (int i = 0; i < 50; ++i) {
                    const auto answer = gis::overlayBy(
                        OverlayRoute::Floating, OverlayOperation::Union, t % 2 == 0 ? bowTie : square,
                        t % 2 == 0 ? shape(QStringLiteral("POLYGON((1 -1,9 -1,9 9,1 9,1 -1))")) : shape(shiftedSquare));
                    if (answer.has_value() != (t % 2 == 1)) ++wrong;
                }
            });
        pool.clear();
        QCOMPARE(wrong.load(), 0);
    }

    void clipToABox() {
        const gis::Extent box{0, 0, 10, 10};
        const auto line = gis::clipped(shape(QStringLiteral("LINESTRING(-5 5,15 5)")), box);
        QVERIFY(samePoints(*line, shape(QStringLiteral("LINESTRING(0 5,10 5)"))));
        const auto polygon = gis::clipped(shape(QStringLiteral("POLYGON((5 5,15 5,15 15,5 15,5 5))")), box);
        QCOMPARE(gis::planeArea(*polygon), 25.0);
        const auto around =
            gis::clipped(shape(QStringLiteral("POLYGON((-5 -5,15 -5,15 15,-5 15,-5 -5),(2 2,2 4,4 4,4 2,2 2))")), box);
        QCOMPARE(gis::planeArea(*around), 96.0);
        QVERIFY(gis::clipped(shape(QStringLiteral("POINT(11 1)")), box)->isEmpty());
        const auto inside = shape(QStringLiteral("POLYGON((1 1,2 1,2 2,1 1))"));
        QVERIFY(gis::clipped(inside, box)->sharesWith(inside));
    }
};

QTEST_APPLESS_MAIN(TestOverlay)
#include "test_overlay.moc"
