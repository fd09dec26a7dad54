// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "app/canvas/MapDecorations.h"
#include "app/canvas/MapView.h"

using namespace app;

namespace {

MapView metres() {
    MapView view;
    view.crs = *gis::CoordinateReferenceSystem::fromCode("EPSG:4545");
    view.centre = {536000, 3400000};
    view.unitsPerPixel = 10;
    view.size = {800, 600};
    return view;
}

MapView degrees() {
    MapView view;
    view.crs = gis::CoordinateReferenceSystem::cgcs2000();
    view.centre = {107.5, 31};
    view.unitsPerPixel = 0.001;
    view.size = {801, 333};
    return view;
}

bool near(QPointF a, QPointF b) { return QLineF(a, b).length() < 1e-6; }

}  // namespace

class TestMapView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pixelsRunDownwardAndNorthIsUp() {
        const MapView view = metres();
        QVERIFY(near(view.toScreen(view.centre), {400, 300}));
        QVERIFY(near(view.toScreen(gis::Coordinate{536000 + 100, 3400000 + 50}), {410, 295}));
        QCOMPARE(view.toMap(QPointF(0, 0)), (gis::Coordinate{532000, 3403000}));
    }
    void thereAndBack() {
        for (const MapView& view : {metres(), degrees()})
            for (const QPointF pixel : {QPointF(0, 0), QPointF(799, 1), QPointF(123.25, 330.5)})
                QVERIFY(near(view.toScreen(view.toMap(pixel)), pixel));
    }
    void zoomKeepsThePointUnderTheCursor() {
        for (const MapView& view : {metres(), degrees()}) {
            const QPointF cursor(100, 30);
            for (const double factor : {1.5, 0.2, 7.0}) {
                const MapView zoomed = view.zoomedAbout(cursor, factor);
                QVERIFY(near(zoomed.toScreen(view.toMap(cursor)), cursor));
                QVERIFY(std::abs(zoomed.unitsPerPixel * factor / view.unitsPerPixel - 1) < 1e-9);
            }
        }
    }
    void zoomingInAndOutComesBack() {
        const MapView view = metres();
        const MapView back = view.zoomedAbout({10, 10}, 1.5).zoomedAbout({10, 10}, 1 / 1.5);
        QVERIFY(std::abs(back.centre.x - view.centre.x) < 1e-6);
        QVERIFY(std::abs(back.unitsPerPixel - view.unitsPerPixel) < 1e-9);
    }
    void panMovesTheMapWithTheHand() {
        const MapView view = metres();
        const gis::Coordinate grabbed = view.toMap(QPointF(200, 200));
        QVERIFY(near(view.panned({30, -40}).toScreen(grabbed), {230, 160}));
    }
    void anExtentIsShownWholeAndCentred() {
        const gis::Extent wide{0, 0, 4000, 100};
        const MapView view = metres().showing(wide, 0.1);
        QVERIFY(view.extent().contains(wide));
        QCOMPARE(view.centre, wide.centre());
        QVERIFY(std::abs(view.toScreen(wide).width() - 800 * 0.8) < 1e-6);
    }
    void aPointKeepsTheScaleAndNothingChangesNothing() {
        const MapView view = metres();
        gis::Extent point;
        point.include(gis::Coordinate{1000, 2000});
        QCOMPARE(view.showing(point).unitsPerPixel, view.unitsPerPixel);
        QCOMPARE(view.showing(point).centre, (gis::Coordinate{1000, 2000}));
        QCOMPARE(view.showing(gis::Extent{}), view);
    }
    void scaleIsThatOf96PixelsToTheInch() {
        // 10 m a pixel of 0.0254/96 m: 1 : 37795.2755…
        QVERIFY(std::abs(metres().scaleDenominator() - 10 * 96 / 0.0254) < 1e-6);
        QVERIFY(std::abs(metres().withScale(50000).scaleDenominator() - 50000) < 1e-6);
    }
    void aDegreeIsMeasuredAlongTheParallel() {
        // One degree of longitude at 31°N on the CGCS2000 ellipsoid is N cos B π/180 = 95,504.3 m; for a scale the
        // sphere of the major axis is near enough (1 in 1000).
        QVERIFY(std::abs(degrees().metresPerUnit() / 95504.3 - 1) < 1e-3);
    }
    void scalesStaySane() {
        MapView view = metres();
        for (int i = 0; i < 200; ++i) view = view.zoomedAbout({0, 0}, 3);
        QVERIFY(view.scaleDenominator() >= 9.99);
        for (int i = 0; i < 200; ++i) view = view.zoomedAbout({0, 0}, 0.3);
        QVERIFY(view.scaleDenominator() <= 2.001e8);
        QVERIFY(std::isfinite(view.centre.x));
    }
    void scaleBarsAreRound_data() {
        QTest::addColumn<double>("metresPerPixel");
        QTest::addColumn<double>("metres");
        QTest::newRow("10 m a pixel") << 10.0 << 1000.0;
        QTest::newRow("13 m a pixel") << 13.0 << 2000.0;
        QTest::newRow("0.02 m a pixel") << 0.02 << 2.0;
        QTest::newRow("a kilometre a pixel") << 1000.0 << 100000.0;
    }
    void scaleBarsAreRound() {
        QFETCH(double, metresPerPixel);
        QFETCH(double, metres);
        QCOMPARE(scaleBarMetres(metresPerPixel, 160), metres);
    }
};

QTEST_MAIN(TestMapView)
#include "test_map_view.moc"
