// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "gis/crs/Cgcs2000Zone.h"

using gis::Extent;
using gis::ZoneNumbering;
using gis::ZoneWidth;

class TestCgcs2000Zone : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void zoneOfALongitude_data();
    void zoneOfALongitude();
    void nearestMeridianEverywhere();
    void outsideIsRefused_data();
    void outsideIsRefused();
    void zoneNumbers();
    void guesses_data();
    void guesses();
    void missingCrsNamesTheWayOut();
};

void TestCgcs2000Zone::zoneOfALongitude_data() {
    QTest::addColumn<double>("longitude");
    QTest::addColumn<ZoneWidth>("width");
    QTest::addColumn<ZoneNumbering>("numbering");
    QTest::addColumn<int>("epsg");
    constexpr auto three = ZoneWidth::ThreeDegrees;
    constexpr auto six = ZoneWidth::SixDegrees;
    constexpr auto plain = ZoneNumbering::None;
    constexpr auto numbered = ZoneNumbering::InEasting;
    QTest::newRow("Chengdu") << 104.07 << three << plain << 4544;
    QTest::newRow("Wanzhou") << 108.4 << three << plain << 4545;
    QTest::newRow("Wanzhou with number") << 108.4 << three << numbered << 4524;
    QTest::newRow("Wushan, east of 109.5") << 109.88 << three << plain << 4546;
    QTest::newRow("far west Sichuan") << 98.9 << three << numbered << 4521;
    QTest::newRow("a little west of the border 106.5") << 106.49 << three << plain << 4544;
    QTest::newRow("a little east of the border 106.5") << 106.51 << three << plain << 4545;
    QTest::newRow("western end") << 73.5 << three << plain << 4534;
    QTest::newRow("eastern end") << 136.5 << three << plain << 4554;
    QTest::newRow("6 degrees, zone 18") << 104.07 << six << numbered << 4496;
    QTest::newRow("6 degrees, meridian 111") << 108.4 << six << plain << 4508;
    QTest::newRow("6 degrees, western end") << 72.0 << six << numbered << 4491;
    QTest::newRow("6 degrees, eastern end") << 138.0 << six << plain << 4512;
}

void TestCgcs2000Zone::zoneOfALongitude() {
    QFETCH(double, longitude);
    QFETCH(ZoneWidth, width);
    QFETCH(ZoneNumbering, numbering);
    QFETCH(int, epsg);
    const auto zone = gis::cgcs2000Zone(longitude, width, numbering);
    QVERIFY(zone.has_value());
    QCOMPARE(zone->epsg(), epsg);
}

void TestCgcs2000Zone::nearestMeridianEverywhere() {
    for (double longitude = 73.6; longitude < 136.4; longitude += 1.7) {
        QVERIFY(std::abs(gis::cgcs2000Zone(longitude)->centralMeridian() - longitude) <= 1.5);
        QVERIFY(std::abs(gis::cgcs2000Zone(longitude, ZoneWidth::SixDegrees)->centralMeridian() - longitude) <= 3);
    }
}

void TestCgcs2000Zone::outsideIsRefused_data() {
    QTest::addColumn<double>("longitude");
    QTest::addColumn<ZoneWidth>("width");
    QTest::newRow("west of the 3-degree zones") << 73.49 << ZoneWidth::ThreeDegrees;
    QTest::newRow("east of the 3-degree zones") << 136.51 << ZoneWidth::ThreeDegrees;
    QTest::newRow("west of the 6-degree zones") << 71.9 << ZoneWidth::SixDegrees;
    QTest::newRow("other side of the earth") << -104.0 << ZoneWidth::ThreeDegrees;
    QTest::newRow("metres instead of degrees") << 538281.0 << ZoneWidth::ThreeDegrees;
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << ZoneWidth::SixDegrees;
}

void TestCgcs2000Zone::outsideIsRefused() {
    QFETCH(double, longitude);
    QFETCH(ZoneWidth, width);
    const auto zone = gis::cgcs2000Zone(longitude, width);
    QVERIFY(!zone.has_value());
    QCOMPARE(zone.error().code, gis::ErrorCode::InvalidArgument);
}

void TestCgcs2000Zone::zoneNumbers() {
    QCOMPARE(gis::zoneNumber(108, ZoneWidth::ThreeDegrees), 36);
    QCOMPARE(gis::zoneNumber(105, ZoneWidth::SixDegrees), 18);
    QCOMPARE(gis::zoneNumber(75, ZoneWidth::SixDegrees), 13);
    QCOMPARE(gis::zoneNumber(135, ZoneWidth::ThreeDegrees), 45);
}

void TestCgcs2000Zone::guesses_data() {
    QTest::addColumn<double>("minX");
    QTest::addColumn<double>("minY");
    QTest::addColumn<double>("maxX");
    QTest::addColumn<double>("maxY");
    QTest::addColumn<int>("epsg");
    QTest::addColumn<bool>("swapped");
    QTest::newRow("degrees") << 107.5 << 30.1 << 109.0 << 32.3 << 4490 << false;
    QTest::newRow("latitude first") << 30.1 << 107.5 << 32.3 << 109.0 << 4490 << true;
    QTest::newRow("3-degree zone 36") << 36.4e6 << 3.3e6 << 36.6e6 << 3.5e6 << 4524 << false;
    QTest::newRow("3-degree zone 36, northing first") << 3.3e6 << 36.4e6 << 3.5e6 << 36.6e6 << 4524 << true;
    QTest::newRow("6-degree zone 18") << 18.4e6 << 3.3e6 << 18.6e6 << 3.5e6 << 4496 << false;
    QTest::newRow("zone number 24 does not exist") << 24.4e6 << 3.3e6 << 24.6e6 << 3.5e6 << 0 << false;
    QTest::newRow("two zones in one layer") << 35.7e6 << 3.3e6 << 36.3e6 << 3.5e6 << 0 << false;
    QTest::newRow("no zone number") << 5.2e5 << 3.3e6 << 5.6e5 << 3.5e6 << 0 << false;
    QTest::newRow("no zone number, northing first") << 3.3e6 << 5.2e5 << 3.5e6 << 5.6e5 << 0 << true;
    QTest::newRow("Web Mercator") << 1.2e7 << 3.4e6 << 1.22e7 << 3.6e6 << 0 << false;
    QTest::newRow("American degrees") << -125.0 << 25.0 << -66.0 << 49.0 << 0 << false;
    QTest::newRow("one point") << 108.4 << 30.8 << 108.4 << 30.8 << 4490 << false;
    QTest::newRow("empty") << 1.0 << 1.0 << 0.0 << 0.0 << 0 << false;
}

void TestCgcs2000Zone::guesses() {
    QFETCH(double, minX);
    QFETCH(double, minY);
    QFETCH(double, maxX);
    QFETCH(double, maxY);
    QFETCH(int, epsg);
    QFETCH(bool, swapped);
    const gis::CrsGuess guess = gis::guessCrs(Extent{minX, minY, maxX, maxY});
    QCOMPARE(guess.candidate.epsg(), epsg);
    QCOMPARE(guess.candidate.isKnown(), epsg != 0);
    QCOMPARE(guess.axesSwapped, swapped);
    QVERIFY(!guess.reason.empty());
}

void TestCgcs2000Zone::missingCrsNamesTheWayOut() {
    const auto text = [](const Extent& extent) {
        return QString::fromStdString(gis::describe(gis::crsMissing({"a.shp", "a", {}}, extent, "--crs")));
    };
    QCOMPARE(gis::crsMissing({}, Extent(), "--crs").code, gis::ErrorCode::CrsMissing);
    QVERIFY(text({107.5, 30.1, 109.0, 32.3}).startsWith(u"a.shp|a: "));
    QVERIFY(text({107.5, 30.1, 109.0, 32.3}).endsWith(u"--crs EPSG:4490"));
    QVERIFY(text({36.4e6, 3.3e6, 36.6e6, 3.5e6}).endsWith(u"--crs EPSG:4524"));
    QVERIFY(text({5.2e5, 3.3e6, 5.6e5, 3.5e6}).endsWith(u"--crs CODE"));
    QVERIFY(text({30.1, 107.5, 32.3, 109.0}).contains(u"swapped"));
}

QTEST_GUILESS_MAIN(TestCgcs2000Zone)
#include "test_cgcs2000_zone.moc"
