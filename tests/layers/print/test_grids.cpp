// SPDX-License-Identifier: Apache-2.0
// Lines and numbers of graticule and kilometre grid, by PROJ itself.
#include <QtTest>
#include <cmath>

#include "gis/crs/Cgcs2000Zone.h"
#include "layers/print/Graticule.h"

using layers::GraticuleTick;
using layers::GridKind;
using layers::GridMaker;

namespace {

gis::CoordinateReferenceSystem crs(const char* code) { return gis::CoordinateReferenceSystem::fromCode(code).value(); }

/// 200 x 120 mm of paper about a place, at 1:denominator.
layers::PaperFrame frameAbout(gis::Coordinate centre, double denominator, double metresPerUnit) {
    const double perUnit = 1000 * metresPerUnit / denominator;
    const double halfWidth = 100 / perUnit;
    const double halfHeight = 60 / perUnit;
    return {{centre.x - halfWidth, centre.y - halfHeight, centre.x + halfWidth, centre.y + halfHeight}, perUnit};
}

gis::Coordinate onGround(const layers::PaperFrame& frame, QPointF at) {
    return {frame.extent.minX + at.x() / frame.millimetresPerUnit,
            frame.extent.maxY - at.y() / frame.millimetresPerUnit};
}

}  // namespace

class TestGrids : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linesLieOnRoundNumbers_data() {
        QTest::addColumn<GridKind>("kind");
        QTest::addColumn<QString>("mapCrs");
        QTest::addColumn<QString>("gridCrs");
        QTest::addColumn<double>("denominator");
        for (const double denominator : {5e3, 1e5, 5e5, 3e6}) {
            const QByteArray scale = QByteArray::number(denominator);
            QTest::newRow("degrees on a zone " + scale) << GridKind::Degrees << "EPSG:4545"
                                                        << "EPSG:4490" << denominator;
            QTest::newRow("kilometres on their zone " + scale) << GridKind::Kilometres << "EPSG:4545"
                                                               << "EPSG:4545" << denominator;
            QTest::newRow("kilometres of the next zone " + scale) << GridKind::Kilometres << "EPSG:4545"
                                                                  << "EPSG:4544" << denominator;
            QTest::newRow("kilometres on degrees " + scale) << GridKind::Kilometres << "EPSG:4490"
                                                            << "EPSG:4545" << denominator;
        }
    }
    void linesLieOnRoundNumbers() {
        QFETCH(GridKind, kind);
        QFETCH(QString, mapCrs);
        QFETCH(QString, gridCrs);
        QFETCH(double, denominator);
        const auto map = crs(qPrintable(mapCrs));
        const auto numbers = crs(qPrintable(gridCrs));
        const auto toMap = gis::CoordinateTransform::make(gis::CoordinateReferenceSystem::cgcs2000(), map).value();
        const gis::Coordinate centre = toMap.apply(gis::Coordinate{108.37, 30.81}).value();
        const auto frame = frameAbout(centre, denominator, map.isGeographic() ? 111'000 : 1);
        const auto maker = GridMaker::make(kind, map, numbers).value();
        const auto grid = maker.gridOf(frame, 48);
        QVERIFY(grid.step > 0);
        QVERIFY2(grid.lines.size() >= 3 && grid.lines.size() <= 30, qPrintable(QString::number(grid.lines.size())));
        const auto back = gis::CoordinateTransform::make(map, numbers).value();
        double worst = 0;  // mm on paper, of what is seen
        int judged = 0;
        for (const QPolygonF& line : grid.lines) {
            // Which number it is, the middle of it says.
            const auto middle = back.apply(onGround(frame, line[line.size() / 2])).value();
            const double offX = std::abs(std::remainder(middle.x, grid.step));
            const double offY = std::abs(std::remainder(middle.y, grid.step));
            const bool upright = offX < offY;
            const double number = std::round((upright ? middle.x : middle.y) / grid.step) * grid.step;
            for (int i = 0; i + 1 < line.size(); ++i) {
                const QPointF between = (line[i] + line[i + 1]) / 2;  // where straight pieces are worst
                if (!frame.box().contains(between)) continue;
                const auto exact = back.apply(onGround(frame, between)).value();
                const double unit = numbers.isGeographic() ? 111'000 * 1000 / denominator : 1000 / denominator;
                worst = std::max(worst, std::abs((upright ? exact.x : exact.y) - number) * unit);
                ++judged;
            }
        }
        QVERIFY(judged > 60);
        QVERIFY2(worst < 0.05, qPrintable(QString::number(worst)));
        QVERIFY(!grid.ticks.empty());
        for (const GraticuleTick& tick : grid.ticks) {
            const QRectF box = frame.box();
            const QPointF at = tick.side == GraticuleTick::Side::Top      ? QPointF(tick.atMm, 0)
                               : tick.side == GraticuleTick::Side::Bottom ? QPointF(tick.atMm, box.height())
                               : tick.side == GraticuleTick::Side::Left   ? QPointF(0, tick.atMm)
                                                                          : QPointF(box.width(), tick.atMm);
            const bool across = tick.side == GraticuleTick::Side::Top || tick.side == GraticuleTick::Side::Bottom;
            const auto exact = back.apply(onGround(frame, at)).value();
            QVERIFY(std::abs(std::remainder(tick.value, grid.step)) < grid.step * 1e-6);
            QVERIFY(std::abs((across ? exact.x : exact.y) - tick.value) < grid.step * 1e-3);
        }
    }

    void zoneByTheExtent() {
        const gis::Extent wanzhou{108.1, 30.5, 108.7, 31};
        QCOMPARE(layers::kilometresFor(gis::CoordinateReferenceSystem::cgcs2000(), wanzhou).code(),
                 std::string("EPSG:4545"));
        QCOMPARE(layers::kilometresFor(crs("EPSG:4544"), {}).code(), std::string("EPSG:4544"));
        QVERIFY(!layers::kilometresFor(gis::CoordinateReferenceSystem::wgs84(), {1, 45, 3, 47}).isKnown());
    }

    void zonesByNumber() {
        using gis::ZoneNumbering;
        using gis::ZoneWidth;
        const auto of = [](const char* code) { return gis::cgcs2000ZoneOf(crs(code)); };
        QVERIFY(!of("EPSG:4490") && !of("EPSG:3857") && !of("EPSG:4555"));
        const auto plain = of("EPSG:4545");
        QVERIFY(plain && plain->width == ZoneWidth::ThreeDegrees && plain->numbering == ZoneNumbering::None);
        QCOMPARE(plain->number, 36);
        QCOMPARE(plain->centralMeridian, 108);
        const auto numbered = of("EPSG:4524");
        QVERIFY(numbered && numbered->numbering == ZoneNumbering::InEasting && numbered->number == 36);
        // Each says what PROJ says.
        for (int epsg = 4491; epsg <= 4554; ++epsg) {
            const auto known = gis::CoordinateReferenceSystem::fromCode(std::to_string(epsg)).value();
            QCOMPARE(gis::cgcs2000ZoneOf(known)->centralMeridian,
                     static_cast<int>(std::lround(known.centralMeridian())));
        }
    }

    void numbersAsPrinted() {
        QCOMPARE(layers::degreesText(107.5), QStringLiteral("107°30′"));
        QCOMPARE(layers::degreesText(107), QStringLiteral("107°"));
        QCOMPARE(layers::degreesText(107 + 5.0 / 3600), QStringLiteral("107°00′05″"));
        QCOMPARE(layers::degreesText(-0.5), QStringLiteral("-0°30′"));
        QCOMPARE(layers::degreesText(29.99999999), QStringLiteral("30°"));
        QCOMPARE(layers::kilometresText(3'410'000), QStringLiteral("3410"));
        QCOMPARE(layers::kilometresText(538'200), QStringLiteral("538.2"));
        QCOMPARE(layers::kilometresText(538'210), QStringLiteral("538.21"));
    }

    void mapsWithoutAPlace() {
        const auto maker =
            GridMaker::make(GridKind::Kilometres, gis::CoordinateReferenceSystem::cgcs2000(), crs("EPSG:4545"));
        QVERIFY(maker.has_value());
        for (const double half : {1e-9, 400.0, 1e12}) {  // nothing to see, more than the earth
            const auto grid = maker->gridOf({{108 - half, 30 - half, 108 + half, 30 + half}, 100 / half}, 48);
            QVERIFY(grid.lines.size() < 500);
        }
        QVERIFY(!GridMaker::make(GridKind::Kilometres, crs("EPSG:4545"), gis::CoordinateReferenceSystem::cgcs2000()));
    }
};

QTEST_GUILESS_MAIN(TestGrids)
#include "test_grids.moc"
