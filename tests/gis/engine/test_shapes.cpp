// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <cmath>

#include "gis/engine/Overlay.h"

namespace {
gis::Geometry shape(const char* wkt) { return gis::fromWkt(wkt).value(); }
bool near(double a, double b, double tolerance = 1e-9) { return std::fabs(a - b) <= tolerance; }
}  // namespace

class TestShapes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wktRoundTrip_data() {
        QTest::addColumn<QString>("wkt");
        for (const char* wkt : {"POINT (1 2)", "LINESTRING (0 0, 1.5 -2.25)",
                                "POLYGON ((0 0, 4 0, 4 4, 0 0), (2 1, 3 1, 3 2, 2 1))", "MULTIPOINT ((0 0), (1 1))",
                                "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))", "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))",
                                "GEOMETRYCOLLECTION EMPTY", "POINT (36538281.350000001 3408869.197)"})
            QTest::newRow(wkt) << QString::fromLatin1(wkt);
    }
    void wktRoundTrip() {
        QFETCH(QString, wkt);
        const auto first = gis::fromWkt(wkt.toStdString());
        QVERIFY(first);
        const auto second = gis::fromWkt(gis::toWkt(*first));
        QVERIFY(second);
        QVERIFY(*first == *second);
        if (!wkt.contains(QLatin1String("0000"))) QCOMPARE(QString::fromStdString(gis::toWkt(*first)), wkt);
    }
    void wktRoundsToDecimals() {
        QCOMPARE(gis::toWkt(shape("POINT(1.23456 -0.0001)"), 2), std::string("POINT (1.23 0)"));
    }
    void wrongWktIsAnError_data() {
        QTest::addColumn<QString>("wkt");
        for (const char* wkt : {"", "POLYGON", "POLYGON((0 0,1 1", "BANANA(1 2)", "POINT(a b)", "POLYGON((0 0,1 0))"})
            QTest::newRow(*wkt == '\0' ? "nothing" : wkt) << QString::fromLatin1(wkt);
    }
    void wrongWktIsAnError() {
        QFETCH(QString, wkt);
        const auto read = gis::fromWkt(wkt.toStdString());
        QVERIFY(!read);
        QCOMPARE(read.error().code, gis::ErrorCode::InvalidData);
    }

    void areaAndLength() {
        QCOMPARE(gis::planeArea(shape("POLYGON((0 0,4 0,4 3,0 3,0 0),(1 1,2 1,2 2,1 2,1 1))")), 11.0);
        QCOMPARE(gis::planeLength(shape("POLYGON((0 0,4 0,4 3,0 3,0 0),(1 1,2 1,2 2,1 2,1 1))")), 18.0);
        QCOMPARE(gis::planeLength(shape("MULTILINESTRING((0 0,3 4),(0 0,0 2))")), 7.0);
        QCOMPARE(gis::planeArea(shape("POINT(1 1)")), 0.0);
        QCOMPARE(gis::planeLength(gis::Geometry()), 0.0);
    }
    void areaKeepsItsDigitsFarFromTheOrigin() {
        // a decimetre square with zone number in the easting: a sum of absolute products would be off by metres
        const auto small = shape(
            "POLYGON((36500000.5 3400000.5,36500000.625 3400000.5,36500000.625 3400000.625,36500000.5 "
            "3400000.625,36500000.5 3400000.5))");
        QCOMPARE(gis::planeArea(small), 0.015625);
    }

    void bufferOfAPointIsNearlyADisc() {
        const double area = gis::planeArea(gis::buffered(shape("POINT(0 0)"), 10, 64).value());
        QVERIFY(area < M_PI * 100 && area > M_PI * 100 * 0.9995);
    }
    void bandHasFlatEnds() {
        const auto band = gis::band(shape("LINESTRING(0 0,10 0)"), 2);
        QVERIFY(near(gis::planeArea(*band), 40));
        QVERIFY(near(band->extent().minX, 0) && near(band->extent().maxX, 10));
    }
    void bufferOfNothingIsEmpty() { QVERIFY(gis::buffered(gis::Geometry(), 5)->isEmpty()); }
    void bufferByNanIsRefused() {
        QCOMPARE(gis::buffered(shape("POINT(0 0)"), std::nan("")).error().code, gis::ErrorCode::InvalidArgument);
    }
    void hulls() {
        const auto points = shape("MULTIPOINT((0 0),(4 0),(4 4),(0 4),(2 1),(2 2))");
        QCOMPARE(gis::planeArea(*gis::convexHull(points)), 16.0);
        QCOMPARE(gis::planeArea(*gis::concaveHull(points, 1.0)), 16.0);
        QVERIFY(gis::planeArea(*gis::concaveHull(points, 0.0)) < 16.0);
        QCOMPARE(gis::convexHull(shape("MULTIPOINT((0 0),(1 1))"))->dimension(), 1);
    }
    void simplifyingKeepsThePolygon() {
        const auto simple = gis::simplified(shape("POLYGON((0 0,5 0.001,10 0,10 10,0 10,0 0))"), 0.1);
        QCOMPARE(simple->coordinateCount(), std::size_t(5));
    }
    void pointOnSurfaceOfAHorseshoeIsInside() {
        const auto at = gis::pointOnSurface(shape("POLYGON((0 0,9 0,9 9,6 9,6 3,3 3,3 9,0 9,0 0))"));
        const bool inside =
            at->x > 0 && at->x < 9 && at->y > 0 && at->y < 9 && !(at->x >= 3 && at->x <= 6 && at->y >= 3);
        QVERIFY(inside);
        QVERIFY(!gis::pointOnSurface(gis::Geometry()));
    }
    void poleOfAnLShapeIsInItsElbow() {
        // arms 4 wide and 20 long: the largest circle lies in the elbow, touching both outer sides and the inner corner
        const auto pole = gis::poleOfInaccessibility(shape("POLYGON((0 0,20 0,20 4,4 4,4 20,0 20,0 0))"), 0.001);
        const double expected = 4 * std::sqrt(2.0) / (1 + std::sqrt(2.0));
        QVERIFY(near(pole->x, expected, 0.01) && near(pole->y, expected, 0.01));
    }
    void poleOfAFlatPolygonEnds() {
        const auto flat = gis::Geometry::polygon({{{0, 0}, {5, 0}, {9, 0}, {0, 0}}});
        QVERIFY(gis::poleOfInaccessibility(flat, 1e-12));
    }
    void linesMerge() {
        const auto merged = gis::mergedLines(shape("MULTILINESTRING((0 0,1 0),(2 0,1 0),(2 0,3 5))"));
        QCOMPARE(merged->partCount(), std::size_t(1));
        QCOMPARE(merged->coordinateCount(), std::size_t(4));
    }

    void nearest_data() {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<double>("distance");
        const auto row = [](const char* name, const char* a, const char* b, double d) {
            QTest::newRow(name) << QString::fromLatin1(a) << QString::fromLatin1(b) << d;
        };
        row("points", "POINT(0 0)", "POINT(3 4)", 5);
        row("point to polygon", "POINT(0 5)", "POLYGON((3 0,9 0,9 9,3 9,3 0))", 3);
        row("polygons apart", "POLYGON((0 0,1 0,1 1,0 1,0 0))", "POLYGON((4 5,5 5,5 6,4 6,4 5))", 5);
        row("polygons touch", "POLYGON((0 0,1 0,1 1,0 1,0 0))", "POLYGON((1 1,2 1,2 2,1 2,1 1))", 0);
        row("one inside the other", "POLYGON((0 0,9 0,9 9,0 9,0 0))", "POLYGON((4 4,5 4,5 5,4 5,4 4))", 0);
        row("in the hole", "POLYGON((0 0,9 0,9 9,0 9,0 0),(2 2,2 7,7 7,7 2,2 2))", "POINT(4 4)", 2);
        row("lines cross", "LINESTRING(0 0,2 2)", "LINESTRING(0 2,2 0)", 0);
        row("several parts", "MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((20 0,21 0,21 1,20 0)))", "LINESTRING(18 -5,18 5)", 2);
    }
    void nearest() {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(double, distance);
        const auto found = gis::nearestPoints(shape(a.toLatin1().data()), shape(b.toLatin1().data()));
        QVERIFY(found);
        QVERIFY(near(found->distance, distance));
        QVERIFY(near(std::hypot(found->onA.x - found->onB.x, found->onA.y - found->onB.y), distance));
    }
    void engineTellsItsVersion() { QVERIFY(gis::engineVersion().rfind("GEOS 3.", 0) == 0); }
};

QTEST_APPLESS_MAIN(TestShapes)
#include "test_shapes.moc"
