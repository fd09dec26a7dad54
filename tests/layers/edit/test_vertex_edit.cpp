// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "gis/engine/Overlay.h"
#include "layers/edit/VertexEdit.h"

using namespace layers;

namespace {

gis::Geometry wkt(const char* text) { return *gis::fromWkt(text); }
QString text(const gis::Geometry& geometry) { return QString::fromStdString(gis::toWkt(geometry, 0)); }
QString text(const char* wktText) { return text(wkt(wktText)); }

const char* holed = "POLYGON((0 0,10 0,10 10,0 10,0 0),(2 2,4 2,4 4,2 4,2 2))";

}  // namespace

class TestVertexEdit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void movingTheFirstVertexOfARingKeepsItClosed() {
        QCOMPARE(text(withVertexMoved(wkt(holed), {0, 0}, {-1, -1})),
                 text("POLYGON((-1 -1,10 0,10 10,0 10,-1 -1),(2 2,4 2,4 4,2 4,2 2))"));
    }
    void movingAHolesVertexLeavesTheShell() {
        QCOMPARE(text(withVertexMoved(wkt(holed), {1, 2}, {5, 5})),
                 text("POLYGON((0 0,10 0,10 10,0 10,0 0),(2 2,4 2,5 5,2 4,2 2))"));
    }
    void theOriginalIsUntouched() {
        const gis::Geometry before = wkt(holed);
        static_cast<void>(withVertexMoved(before, {0, 0}, {-1, -1}));
        QVERIFY(before == wkt(holed));
    }
    void insertingOnTheClosingEdgeOfARing() {
        QCOMPARE(text(withVertexInserted(wkt(holed), {0, 3}, {0, 5})),
                 text("POLYGON((0 0,10 0,10 10,0 10,0 5,0 0),(2 2,4 2,4 4,2 4,2 2))"));
    }
    void insertingBehindTheEndOfALineMakesItLonger() {
        QCOMPARE(text(withVertexInserted(wkt("LINESTRING(0 0,1 0)"), {0, 1}, {2, 0})), text("LINESTRING(0 0,1 0,2 0)"));
    }
    void removingTheFirstVertexOfARing() {
        const auto less = withVertexRemoved(wkt(holed), {0, 0});
        QVERIFY(less.has_value());
        QCOMPARE(text(*less), text("POLYGON((10 0,10 10,0 10,10 0),(2 2,4 2,4 4,2 4,2 2))"));
    }
    void aTriangularHoleGoesAsAWhole() {
        const gis::Geometry triangle = wkt("POLYGON((0 0,10 0,10 10,0 10,0 0),(2 2,4 2,4 4,2 2))");
        QCOMPARE(text(*withVertexRemoved(triangle, {1, 1})), text("POLYGON((0 0,10 0,10 10,0 10,0 0))"));
    }
    void aPartWhoseShellIsTooSmallGoesWithItsHoles() {
        const gis::Geometry two = wkt("MULTIPOLYGON(((0 0,9 0,0 9,0 0),(1 1,2 1,1 2,1 1)),((20 0,30 0,30 10,20 0)))");
        QCOMPARE(text(*withVertexRemoved(two, {0, 1})), text("MULTIPOLYGON(((20 0,30 0,30 10,20 0)))"));
    }
    void theLastTriangleIsNotTakenApart() {
        const auto none = withVertexRemoved(wkt("POLYGON((0 0,1 0,0 1,0 0))"), {0, 0});
        QVERIFY(!none.has_value());
        QCOMPARE(none.error().code, gis::ErrorCode::InvalidArgument);
    }
    void anUnknownPlaceChangesNothing() {
        QVERIFY(withVertexMoved(wkt(holed), {7, 0}, {1, 1}) == wkt(holed));
        QVERIFY(withVertexMoved(wkt(holed), {0, 4}, {1, 1}) == wkt(holed));  // the closing vertex is vertex 0
        QVERIFY(*withVertexRemoved(wkt(holed), {1, 9}) == wkt(holed));
    }
    void movingAsAWhole_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("point") << "POINT(1 2)"
                               << "POINT(11 -3)";
        QTest::newRow("multipoint stays multi") << "MULTIPOINT((1 2))"
                                                << "MULTIPOINT((11 -3))";
        QTest::newRow("holed polygon") << holed
                                       << "POLYGON((10 -5,20 -5,20 5,10 5,10 -5),(12 -3,14 -3,14 -1,12 -1,12 -3))";
    }
    void movingAsAWhole() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QCOMPARE(text(translated(wkt(qPrintable(before)), 10, -5)), text(qPrintable(after)));
    }
};

QTEST_GUILESS_MAIN(TestVertexEdit)
#include "test_vertex_edit.moc"
