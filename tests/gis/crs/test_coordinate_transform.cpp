// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <cmath>
#include <thread>

#include "gis/crs/CoordinateTransform.h"

using gis::Coordinate;
using gis::CoordinateReferenceSystem;
using gis::CoordinateTransform;
using gis::DatumPolicy;
using gis::ErrorCode;
using gis::Geometry;

namespace {

CoordinateReferenceSystem coded(int epsg) {
    return CoordinateReferenceSystem::fromCode(std::to_string(epsg)).value_or(CoordinateReferenceSystem());
}

gis::Result<CoordinateTransform> between(int from, int to, DatumPolicy policy = DatumPolicy::Refuse) {
    return CoordinateTransform::make(coded(from), coded(to), policy);
}

bool near(double a, double b, double tolerance) { return std::abs(a - b) <= tolerance; }

}  // namespace

class TestCoordinateTransform : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void checkVector_data();
    void checkVector();
    void roundTrip_data();
    void roundTrip();
    void everyZoneHasItsFalseEasting_data();
    void everyZoneHasItsFalseEasting();
    void modernDatumsAreEqual();
    void sameDatumIsNoShift();
    void refusedShifts_data();
    void refusedShifts();
    void otherDatumsGoByWhatPROJKnows();
    void unknownSideIsMissing();
    void identityKeepsBits();
    void geometryKeepsItsShape();
    void positionWithoutImage();
    void extentCoversTheOutline();
    void mayBeMovedToAnotherThread();
    void warningsSayWhich();
};

void TestCoordinateTransform::checkVector_data() {
    QTest::addColumn<int>("epsg");
    QTest::addColumn<double>("east");
    QTest::addColumn<double>("north");
    QTest::newRow("zone number in the easting") << 4524 << 36538281.3504 << 3408869.1974;
    QTest::newRow("no zone number") << 4545 << 538281.3504 << 3408869.1974;
    QTest::newRow("longitude and latitude as they are") << 4490 << 108.4 << 30.8;
}

void TestCoordinateTransform::checkVector() {
    QFETCH(int, epsg);
    QFETCH(double, east);
    QFETCH(double, north);
    const auto transform = between(4490, epsg);
    QVERIFY(transform.has_value());
    const auto image = transform->apply(Coordinate{108.4, 30.8});
    QVERIFY(image.has_value());
    QVERIFY(near(image->x, east, 5e-5));  // x is east although EPSG says north first
    QVERIFY(near(image->y, north, 5e-5));
    QVERIFY(!transform->treatsDatumsAsEqual() && !transform->isBallpark());
}

void TestCoordinateTransform::roundTrip_data() {
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::newRow("zone to degrees") << 4545 << 4490;
    QTest::newRow("zone to neighbour zone") << 4545 << 4544;
    QTest::newRow("zone to Web Mercator") << 4545 << 3857;
    QTest::newRow("numbered to plain") << 4524 << 4545;
}

void TestCoordinateTransform::roundTrip() {
    QFETCH(int, from);
    QFETCH(int, to);
    const auto there = between(from, to);
    const auto back = between(to, from);
    QVERIFY(there.has_value() && back.has_value());
    const double zone = from == 4524 ? 36e6 : 0;
    for (double x = zone + 350'000; x < zone + 700'000; x += 50'000) {
        const auto image = there->apply(Coordinate{x, 3'400'000});
        QVERIFY(image.has_value());
        const auto again = back->apply(*image);
        QVERIFY(again.has_value());
        QVERIFY(near(again->x, x, 1e-6) && near(again->y, 3'400'000, 1e-6));
    }
}

void TestCoordinateTransform::everyZoneHasItsFalseEasting_data() {
    QTest::addColumn<int>("epsg");
    QTest::addColumn<double>("falseEasting");
    for (int epsg = 4491; epsg <= 4554; ++epsg) {
        const int zone = epsg <= 4501 ? 13 + epsg - 4491 : epsg >= 4513 && epsg <= 4533 ? 25 + epsg - 4513 : 0;
        QTest::addRow("EPSG:%d", epsg) << epsg << 500'000.0 + zone * 1e6;
    }
}

void TestCoordinateTransform::everyZoneHasItsFalseEasting() {
    QFETCH(int, epsg);
    QFETCH(double, falseEasting);
    const auto transform = between(4490, epsg);
    QVERIFY(transform.has_value());
    const auto image = transform->apply(Coordinate{coded(epsg).centralMeridian(), 30});
    QVERIFY(image.has_value());
    QVERIFY(near(image->x, falseEasting, 1e-6));
    // Length of the meridian arc to 30° on the CGCS2000 ellipsoid: scale 1 and no false northing.
    QVERIFY(near(image->y, 3320113.398, 1e-3));
}

void TestCoordinateTransform::modernDatumsAreEqual() {
    for (const auto& [from, to] : {std::pair{4326, 4490}, {4490, 4326}, {4326, 4545}, {4545, 3857}, {32648, 4490}}) {
        const auto transform = between(from, to);
        QVERIFY(transform.has_value());
        QVERIFY(transform->treatsDatumsAsEqual());
        QVERIFY(!transform->isBallpark());
    }
    const auto zone = between(4326, 4545);
    const auto image = zone->apply(Coordinate{108.4, 30.8});
    QVERIFY(near(image->x, 538281.3504, 5e-5) && near(image->y, 3408869.1974, 5e-5));
}

void TestCoordinateTransform::sameDatumIsNoShift() {
    for (const auto& [from, to] : {std::pair{2381, 4610}, {4610, 2360}, {4214, 2436}, {4555, 4796}}) {
        const auto transform = between(from, to);
        QVERIFY(transform.has_value());
        QVERIFY(!transform->treatsDatumsAsEqual() && !transform->isBallpark() && !transform->isIdentity());
    }
}

void TestCoordinateTransform::refusedShifts_data() {
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::newRow("Beijing 54 to CGCS2000") << 4214 << 4490;
    QTest::newRow("Beijing 54 to WGS 84, where EPSG lists local ones") << 4214 << 4326;
    QTest::newRow("Xian 80 to CGCS2000") << 4610 << 4490;
    QTest::newRow("New Beijing to CGCS2000") << 4555 << 4490;
    QTest::newRow("Xian 80 zone to CGCS2000 zone") << 2381 << 4545;
    QTest::newRow("Beijing 54 zone to CGCS2000 zone") << 2436 << 4545;
    QTest::newRow("New Beijing zone to Web Mercator") << 4796 << 3857;
    QTest::newRow("back from CGCS2000 to Xian 80") << 4490 << 4610;
    QTest::newRow("Beijing 54 to Xian 80") << 4214 << 4610;
    QTest::newRow("Beijing 54 to New Beijing") << 4214 << 4555;
    QTest::newRow("Pulkovo 1942 to Beijing 54") << 4284 << 4214;
}

void TestCoordinateTransform::refusedShifts() {
    QFETCH(int, from);
    QFETCH(int, to);
    const auto refused = between(from, to);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, ErrorCode::DatumShiftUnknown);
    QVERIFY(!refused.error().advice.empty());
    const auto accepted = between(from, to, DatumPolicy::AcceptBallpark);
    QVERIFY(accepted.has_value());
    QVERIFY(accepted->isBallpark() && !accepted->treatsDatumsAsEqual());
    if (coded(from).isGeographic() && coded(to).isGeographic()) {
        const auto image = accepted->apply(Coordinate{108.4, 30.8});
        QVERIFY(image.has_value());
        QCOMPARE(*image, (Coordinate{108.4, 30.8}));
    }
}

void TestCoordinateTransform::otherDatumsGoByWhatPROJKnows() {
    const auto known = between(4269, 4326);  // NAD83: EPSG lists geocentric null shifts of stated accuracy
    QVERIFY(known.has_value());
    QVERIFY(!known->isBallpark() && !known->treatsDatumsAsEqual());
    const auto image = known->apply(Coordinate{-100, 40});
    QVERIFY(image.has_value());
    QVERIFY(near(image->x, -100, 3e-5) && near(image->y, 40, 3e-5));
    const auto onward = between(4269, 4545);
    QVERIFY(onward.has_value());
    QVERIFY(onward->treatsDatumsAsEqual());
    const auto unnamed = CoordinateReferenceSystem::fromWkt(
        "GEOGCS[\"unnamed\",DATUM[\"unknown\",SPHEROID[\"GRS 1980\",6378137,298.257222101]],PRIMEM[\"Greenwich\",0],"
        "UNIT[\"degree\",0.0174532925199433]]");
    QVERIFY(unnamed.has_value());
    const auto refused = CoordinateTransform::make(*unnamed, coded(4490));
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, ErrorCode::DatumShiftUnknown);
}

void TestCoordinateTransform::unknownSideIsMissing() {
    const auto transform = CoordinateTransform::make({}, CoordinateReferenceSystem::cgcs2000());
    QVERIFY(!transform.has_value());
    QCOMPARE(transform.error().code, ErrorCode::CrsMissing);
}

void TestCoordinateTransform::identityKeepsBits() {
    const auto transform = between(4545, 4545);
    QVERIFY(transform->isIdentity());
    const Geometry line = Geometry::lineString({{1.0 / 3, 2.0 / 7}, {5e5, 3e6}});
    QVERIFY(transform->apply(line)->sharesWith(line));
}

void TestCoordinateTransform::geometryKeepsItsShape() {
    const auto transform = between(4490, 4545);
    const Geometry shape = Geometry::multiPolygon(
        {{{{108, 30}, {109, 30}, {109, 31}, {108, 30}}, {{108.5, 30.2}, {108.6, 30.2}, {108.6, 30.3}, {108.5, 30.2}}},
         {{{107, 30}, {107.5, 30}, {107.5, 30.5}, {107, 30}}}});
    const auto image = transform->apply(shape);
    QVERIFY(image.has_value());
    QCOMPARE(image->type(), shape.type());
    QCOMPARE(image->partCount(), shape.partCount());
    QCOMPARE(image->sequenceCount(), shape.sequenceCount());
    QCOMPARE(image->coordinateCount(), shape.coordinateCount());
    for (std::size_t i = 0; i < shape.sequenceCount(); ++i) {
        QCOMPARE(image->sequence(i).size(), shape.sequence(i).size());
        QCOMPARE(image->sequence(i).front(), image->sequence(i).back());
        for (std::size_t k = 0; k < shape.sequence(i).size(); ++k)
            QCOMPARE(image->sequence(i)[k], *transform->apply(shape.sequence(i)[k]));
    }
    const Geometry single = Geometry::multiPoint({{108, 30}, {109, 31}});
    QCOMPARE(transform->apply(single)->type(), gis::GeometryType::MultiPoint);
    QVERIFY(transform->apply(Geometry())->isEmpty());
}

void TestCoordinateTransform::positionWithoutImage() {
    const auto transform = between(4490, 3857);
    QVERIFY(transform.has_value());
    std::vector<Coordinate> positions{{108, 30}, {108, 91}, {NAN, 30}, {109, 31}};
    QVERIFY(!transform->apply(positions));
    QVERIFY(std::isfinite(positions[0].x) && std::isfinite(positions[3].x));
    QVERIFY(std::isinf(positions[1].x) && std::isinf(positions[2].y));
    const auto failed = transform->apply(Geometry::lineString({{108, 30}, {108, 91}}));
    QVERIFY(!failed.has_value());
    QCOMPARE(failed.error().code, ErrorCode::InvalidGeometry);
    QVERIFY(QString::fromStdString(gis::describe(failed.error())).contains(u"91"));
}

void TestCoordinateTransform::extentCoversTheOutline() {
    const auto transform = between(4490, 4545);
    const gis::Extent box{106, 30, 110, 31};
    const auto image = transform->apply(box);
    QVERIFY(image.has_value());
    // The northern side bulges north away from the central meridian, the southern one dips at it.
    QVERIFY(near(image->minY, transform->apply(Coordinate{108, 30})->y, 1e-6));
    QVERIFY(near(image->maxY, transform->apply(Coordinate{110, 31})->y, 1e-6));
    QVERIFY(near(image->minX, transform->apply(Coordinate{106, 30})->x, 1e-6));
    QVERIFY(transform->apply(gis::Extent())->isEmpty());
}

void TestCoordinateTransform::mayBeMovedToAnotherThread() {
    Coordinate image;
    {
        std::optional<CoordinateTransform> made;
        std::jthread([&] { made.emplace(std::move(*between(4490, 4545))); }).join();
        std::jthread([transform = std::move(*made), &image] {
            image = *transform.apply(Coordinate{108.4, 30.8});
        }).join();
    }
    QVERIFY(near(image.x, 538281.3504, 5e-5));
}

void TestCoordinateTransform::warningsSayWhich() {
    QCOMPARE(gis::datumsTakenAsEqual().kind, std::string("datums_taken_as_equal"));
    const gis::Warning warning = gis::ballparkDatumShift(coded(2381), coded(4545));
    QCOMPARE(warning.kind, std::string("ballpark_datum_shift"));
    const QString text = QString::fromStdString(gis::describe(warning));
    QVERIFY(text.contains(u"EPSG:2381") && text.contains(u"EPSG:4545"));
}

QTEST_GUILESS_MAIN(TestCoordinateTransform)
#include "test_coordinate_transform.moc"
