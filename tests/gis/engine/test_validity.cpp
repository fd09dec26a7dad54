// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <cmath>
#include <limits>

#include "gis/engine/Overlay.h"
#include "gis/engine/Validity.h"

namespace {
gis::Geometry shape(const QString& wkt) { return gis::fromWkt(wkt.toStdString()).value(); }
constexpr double noNumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
}  // namespace

class TestValidity : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void flaws_data() {
        QTest::addColumn<QString>("wkt");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("y");
        QTest::addColumn<double>("repairedArea");
        const auto row = [](const char* name, const char* wkt, const char* kind, double x, double y, double area) {
            QTest::newRow(name) << QString::fromLatin1(wkt) << QString::fromLatin1(kind) << x << y << area;
        };
        row("bow tie", "POLYGON((0 0,4 4,4 0,0 4,0 0))", "self_intersection", 2, 2, 8);
        row("ring touches itself", "POLYGON((0 0,4 0,4 4,2 0.5,0 4,0 0,-1 -1,-2 0,0 0))", "ring_self_intersection", 0,
            0, noNumber);
        // the structure method takes a hole that lies apart for a part
        row("hole outside", "POLYGON((0 0,4 0,4 4,0 4,0 0),(8 8,9 8,9 9,8 9,8 8))", "hole_outside_shell", 8, 8, 17);
        row("holes nested", "POLYGON((0 0,9 0,9 9,0 9,0 0),(1 1,8 1,8 8,1 8,1 1),(3 3,4 3,4 4,3 4,3 3))",
            "nested_holes", 3, 3, noNumber);
        row("part in part", "MULTIPOLYGON(((0 0,9 0,9 9,0 9,0 0)),((3 3,4 3,4 4,3 4,3 3)))", "nested_shells", 3, 3, 81);
        row("parts overlap", "MULTIPOLYGON(((0 0,4 0,4 4,0 4,0 0)),((2 2,6 2,6 6,2 6,2 2)))", "self_intersection",
            noNumber, noNumber, 28);
        row("holes cut the inside", "POLYGON((0 0,8 0,8 8,0 8,0 0),(4 0,6 4,4 8,2 4,4 0))", "disconnected_interior",
            noNumber, noNumber, 48);
        row("spike", "POLYGON((0 0,4 0,4 4,4 9,4 4,0 4,0 0))", "ring_self_intersection", noNumber, noNumber, 16);
    }
    void flaws() {
        QFETCH(QString, wkt);
        QFETCH(QString, kind);
        QFETCH(double, x);
        QFETCH(double, y);
        QFETCH(double, repairedArea);
        const auto geometry = shape(wkt);
        const auto flaw = gis::flawOf(geometry);
        QVERIFY(flaw);
        QCOMPARE(QString::fromStdString(flaw->kind), kind);
        QVERIFY(std::isfinite(flaw->place.x) && std::isfinite(flaw->place.y));
        if (!std::isnan(x)) QCOMPARE(flaw->place, (gis::Coordinate{x, y}));
        QVERIFY(!gis::translated(flaw->text).empty());
        const auto repair = gis::repaired(geometry, *flaw);
        QVERIFY(repair);
        QVERIFY(!gis::flawOf(repair->geometry));
        QCOMPARE(repair->geometry.dimension(), 2);
        if (!std::isnan(repairedArea)) QCOMPARE(gis::planeArea(repair->geometry), repairedArea);
    }

    void valid_data() {
        QTest::addColumn<QString>("wkt");
        for (const char* wkt : {"POINT(1 1)", "LINESTRING(0 0,1 1,0 1,1 0)", "POLYGON((0 0,1 0,1 1,0 0))",
                                "POLYGON((0 0,0 1,1 1,0 0))", "MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((1 1,2 1,2 2,1 1)))",
                                "POLYGON((0 0,9 0,9 9,0 9,0 0),(0 0,2 1,1 2,0 0))", "GEOMETRYCOLLECTION EMPTY"})
            QTest::newRow(wkt) << QString::fromLatin1(wkt);
    }
    void valid() {
        QFETCH(QString, wkt);
        QVERIFY(!gis::flawOf(shape(wkt)));
    }

    void notFinite() {
        for (const double wrong : {noNumber, infinity, -infinity}) {
            const auto geometry = gis::Geometry::polygon({{{0, 0}, {1, 0}, {1, wrong}, {0, 0}}});
            const auto flaw = gis::flawOf(geometry);
            QVERIFY(flaw);
            QCOMPARE(flaw->kind, std::string("not_finite"));
            QVERIFY(std::isnan(flaw->place.x));
            QVERIFY(gis::translated(flaw->text).find('3') != std::string::npos);  // names the vertex
            const auto repair = gis::repaired(geometry, *flaw);
            QVERIFY(!repair);
            QCOMPARE(repair.error().code, gis::ErrorCode::InvalidGeometry);
        }
    }

    void tooFewPoints() {
        const auto line = gis::Geometry::lineString({{3, 4}});
        QCOMPARE(gis::flawOf(line)->kind, std::string("too_few_points"));
        QCOMPARE(gis::flawOf(line)->place, (gis::Coordinate{3, 4}));
        QVERIFY(gis::repaired(line, *gis::flawOf(line))->geometry.isEmpty());
        const auto stays = gis::Geometry::lineString({{3, 4}, {3, 4}});
        QCOMPARE(gis::flawOf(stays)->kind, std::string("too_few_points"));
        QVERIFY(gis::repaired(stays, *gis::flawOf(stays))->geometry.isEmpty());
        const auto ring = gis::Geometry::polygon({{{0, 0}, {1, 1}}});  // closed: three coordinates
        QCOMPARE(gis::flawOf(ring)->kind, std::string("too_few_points"));
        QVERIFY(gis::repaired(ring, *gis::flawOf(ring))->geometry.isEmpty());
        const auto flat = gis::Geometry::polygon({{{0, 0}, {1, 1}, {2, 2}}});
        QVERIFY(gis::flawOf(flat));
        QVERIFY(gis::repaired(flat, *gis::flawOf(flat))->geometry.isEmpty());
    }
    void shortHoleIsDroppedTheRestStays() {
        const auto geometry = gis::Geometry::polygon({{{0, 0}, {4, 0}, {4, 4}, {0, 4}}, {{1, 1}, {2, 2}}});
        const auto repair = gis::repaired(geometry, *gis::flawOf(geometry));
        QCOMPARE(gis::planeArea(repair->geometry), 16.0);
    }
    void originalIsUntouched() {
        const auto geometry = shape(QStringLiteral("POLYGON((0 0,4 4,4 0,0 4,0 0))"));
        const auto copy = geometry;
        QVERIFY(gis::repaired(geometry, *gis::flawOf(geometry)));
        QVERIFY(geometry.sharesWith(copy));
        QCOMPARE(gis::toWkt(geometry), std::string("POLYGON ((0 0, 4 4, 4 0, 0 4, 0 0))"));
    }
};

QTEST_APPLESS_MAIN(TestValidity)
#include "test_validity.moc"
