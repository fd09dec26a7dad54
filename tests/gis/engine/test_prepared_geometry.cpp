// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <cmath>

#include "gis/engine/Overlay.h"
#include "gis/engine/PreparedGeometry.h"

namespace {
gis::Geometry shape(const QString& wkt) { return gis::fromWkt(wkt.toStdString()).value(); }
}  // namespace

class TestPreparedGeometry : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void relations_data() {
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("intersects");
        QTest::addColumn<bool>("contains");
        QTest::addColumn<bool>("covers");
        QTest::addColumn<bool>("touches");
        QTest::addColumn<double>("distance");
        const auto row = [](const char* name, const char* wkt, bool i, bool c, bool v, bool t, double d) {
            QTest::newRow(name) << QString::fromLatin1(wkt) << i << c << v << t << d;
        };
        row("inside", "POLYGON((1 1,2 1,2 2,1 1))", true, true, true, false, 0);
        row("half out", "POLYGON((5 5,15 5,15 6,5 5))", true, false, false, false, 0);
        row("shares an edge outside", "POLYGON((10 0,12 0,12 10,10 10,10 0))", true, false, false, true, 0);
        row("point on the boundary", "POINT(10 5)", true, false, true, true, 0);
        row("line on the boundary", "LINESTRING(0 0,10 0)", true, false, true, true, 0);
        row("in the hole", "POINT(7 7)", false, false, false, false, 1);
        row("away", "POINT(13 14)", false, false, false, false, 5);
        row("itself", "POLYGON((0 0,10 0,10 10,0 10,0 0),(6 6,6 8,8 8,8 6,6 6))", true, true, true, false, 0);
    }
    void relations() {
        const auto prepared = gis::PreparedGeometry::make(
            shape(QStringLiteral("POLYGON((0 0,10 0,10 10,0 10,0 0),(6 6,6 8,8 8,8 6,6 6))")));
        QVERIFY(prepared);
        QFETCH(QString, other);
        const auto geometry = shape(other);
        QTEST(prepared->intersects(geometry).value(), "intersects");
        QTEST(prepared->contains(geometry).value(), "contains");
        QTEST(prepared->covers(geometry).value(), "covers");
        QTEST(prepared->touches(geometry).value(), "touches");
        QTEST(prepared->distance(geometry).value(), "distance");
    }
    void emptiesMeetNothing() {
        const auto empty = gis::PreparedGeometry::make(gis::Geometry());
        QVERIFY(empty);
        QCOMPARE(empty->intersects(shape(QStringLiteral("POINT(0 0)"))).value(), false);
        QVERIFY(!empty->distance(shape(QStringLiteral("POINT(0 0)"))));
        const auto full = gis::PreparedGeometry::make(shape(QStringLiteral("POLYGON((0 0,1 0,1 1,0 0))")));
        QCOMPARE(full->covers(gis::Geometry()).value(), false);
        QVERIFY(!full->distance(gis::Geometry()));
    }
    void notFiniteIsAnError() {
        const auto wrong = gis::Geometry::lineString({{0, 0}, {1, std::nan("")}});
        QCOMPARE(gis::PreparedGeometry::make(wrong).error().code, gis::ErrorCode::InvalidGeometry);
        const auto square = gis::PreparedGeometry::make(shape(QStringLiteral("POLYGON((0 0,1 0,1 1,0 0))")));
        QVERIFY(!square->distance(wrong));
    }
    void canBeMoved() {
        auto first = gis::PreparedGeometry::make(shape(QStringLiteral("POLYGON((0 0,2 0,2 2,0 0))")));
        const gis::PreparedGeometry second = std::move(*first);
        QVERIFY(second.intersects(shape(QStringLiteral("POINT(1 0.5)"))).value());
    }
};

QTEST_APPLESS_MAIN(TestPreparedGeometry)
#include "test_prepared_geometry.moc"
