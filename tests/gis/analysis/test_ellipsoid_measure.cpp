// SPDX-License-Identifier: Apache-2.0
#include <rapidcheck.h>

#include <QElapsedTimer>
#include <QtTest>
#include <algorithm>
#include <cmath>

#include "StarPolygon.h"
#include "gis/analysis/EllipsoidMeasure.h"
#include "gis/analysis/NationalFormula.h"
#include "gis/crs/CoordinateTransform.h"

using gis::Coordinate;
using gis::CoordinateReferenceSystem;
using gis::EllipsoidMeasure;
using gis::Geometry;

namespace {

using Ring = std::vector<Coordinate>;

CoordinateReferenceSystem coded(int epsg) {
    return CoordinateReferenceSystem::fromCode(std::to_string(epsg)).value_or(CoordinateReferenceSystem());
}
EllipsoidMeasure measureIn(int epsg) { return std::move(*EllipsoidMeasure::make(coded(epsg))); }

Ring quad(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}
const Ring triangle{{108.40, 30.80}, {108.42, 30.805}, {108.405, 30.82}, {108.40, 30.80}};

Ring to(int epsg, Ring ring, int from = 4490) {
    const auto transform = gis::CoordinateTransform::make(coded(from), coded(epsg));
    transform->apply(ring);
    return ring;
}

bool within(double actual, double expected, double tolerance) {
    if (std::abs(actual - expected) <= tolerance) return true;
    qWarning("%.6f is not %.6f", actual, expected);
    return false;
}
/// The promise of the header: 1e-9 relative or 1e-4 m².
bool same(double actual, double expected) { return within(actual, expected, std::max(1e-4, 1e-9 * expected)); }

}  // namespace

class TestEllipsoidMeasure : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void publishedVectors_data();
    void publishedVectors();
    void areaDoesNotDependOnTheLongitude();
    void holeIsSubtracted();
    void verticesOnlyFormula();
    void straightInTheZone();
    void zoneNumberDoesNotMatter();
    void cuttingAnEdgeChangesNothing_data();
    void cuttingAnEdgeChangesNothing();
    void longEdgesKeepTheBound_data();
    void longEdgesKeepTheBound();
    void neighbourZoneMeasuresTheSame();
    void partsAddUp();
    void orientationDoesNotMatter();
    void nothingToMeasure();
    void positionsWithoutLatitude();
    void antimeridian();
    void datums();
    void metresAreNotTheOnlyUnit();
    void geographicPosition();
    void aMillionVertices();
};

void TestEllipsoidMeasure::publishedVectors_data() {
    QTest::addColumn<double>("west");
    QTest::addColumn<double>("south");
    QTest::addColumn<double>("east");
    QTest::addColumn<double>("north");
    QTest::addColumn<double>("area");
    QTest::newRow("T1 one degree") << 108. << 30. << 109. << 31. << 10642393438.711;
    QTest::newRow("T2 a tenth about the meridian") << 107.95 << 30.75 << 108.05 << 30.85 << 106102110.2932;
    QTest::newRow("T3 a tenth at the border of the zone") << 109.40 << 30.75 << 109.50 << 30.85 << 106102110.2932;
    QTest::newRow("T4 a hundredth") << 108.40 << 30.80 << 108.41 << 30.81 << 1060967.1291;
}

void TestEllipsoidMeasure::publishedVectors() {
    QFETCH(double, west);
    QFETCH(double, south);
    QFETCH(double, east);
    QFETCH(double, north);
    QFETCH(double, area);
    const double measured = measureIn(4490).areaSquareMetres(Geometry::polygon({quad(west, south, east, north)}));
    QVERIFY(within(measured, area, area > 1e10 ? 1e-3 : 1e-4));
}

void TestEllipsoidMeasure::areaDoesNotDependOnTheLongitude() {
    const EllipsoidMeasure measure = measureIn(4490);
    const double inside = measure.areaSquareMetres(Geometry::polygon({quad(107.95, 30.75, 108.05, 30.85)}));
    for (double west = -170; west < 170; west += 13.4)
        QVERIFY(
            within(measure.areaSquareMetres(Geometry::polygon({quad(west, 30.75, west + 0.1, 30.85)})), inside, 1e-4));
}

void TestEllipsoidMeasure::holeIsSubtracted() {
    const Geometry holed =
        Geometry::polygon({quad(108.40, 30.80, 108.41, 30.81), quad(108.402, 30.802, 108.408, 30.808)});
    QVERIFY(within(measureIn(4490).areaSquareMetres(holed), 679018.9623, 1e-4));
}

void TestEllipsoidMeasure::verticesOnlyFormula() {
    // T5 with one trapezoid for each edge: the formula as it is printed, from the same pieces as ours.
    constexpr double radians = std::numbers::pi / 180;
    double sum = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const double width = ((triangle[i].x + triangle[i + 1].x) / 2 - 108.4) * radians;
        sum += width * gis::zoneArea(triangle[i].y * radians, (triangle[i + 1].y - triangle[i].y) * radians);
    }
    QVERIFY(within(std::abs(sum), 1989201.7463, 1e-4));
    QVERIFY(within(measureIn(4490).areaSquareMetres(Geometry::polygon({triangle})), 1989245.7216, 1e-4));
}

void TestEllipsoidMeasure::straightInTheZone() {
    const double area = measureIn(4545).areaSquareMetres(Geometry::polygon({to(4545, triangle)}));
    QVERIFY(within(area, 1989305.0511, 1e-4));
}

void TestEllipsoidMeasure::zoneNumberDoesNotMatter() {
    const double plain = measureIn(4545).areaSquareMetres(Geometry::polygon({to(4545, triangle)}));
    QVERIFY(within(measureIn(4524).areaSquareMetres(Geometry::polygon({to(4524, triangle)})), plain, 1e-4));
}

void TestEllipsoidMeasure::cuttingAnEdgeChangesNothing_data() {
    QTest::addColumn<int>("epsg");
    QTest::addColumn<double>("radius");
    QTest::newRow("degrees, parcels") << 4490 << 0.001;
    QTest::newRow("degrees, counties") << 4490 << 0.5;
    QTest::newRow("zone, parcels") << 4545 << 100.0;
    QTest::newRow("zone, towns") << 4545 << 5'000.0;
    QTest::newRow("zone, counties") << 4545 << 60'000.0;
    QTest::newRow("zone with number, towns") << 4524 << 5'000.0;
}

void TestEllipsoidMeasure::cuttingAnEdgeChangesNothing() {
    QFETCH(int, epsg);
    QFETCH(double, radius);
    const EllipsoidMeasure measure = measureIn(epsg);
    const Coordinate centre = to(epsg, {{108.4, 30.8}}).front();
    const bool holds = rc::check("an edge may be cut anywhere", [&](unsigned seed) {
        std::mt19937_64 random(seed);
        const Ring ring = starRing(random, centre, radius);
        const auto edge = *rc::gen::inRange<std::size_t>(0, ring.size() - 1);
        Ring cut(ring.begin(), ring.begin() + static_cast<std::ptrdiff_t>(edge) + 1);
        auto shares = *rc::gen::container<std::vector<double>>(
            4, rc::gen::map(rc::gen::inRange(0, 1'000'001), [](int share) { return share / 1e6; }));
        std::sort(shares.begin(), shares.end());
        for (const double share : shares)
            cut.push_back(
                {std::lerp(ring[edge].x, ring[edge + 1].x, share), std::lerp(ring[edge].y, ring[edge + 1].y, share)});
        cut.insert(cut.end(), ring.begin() + static_cast<std::ptrdiff_t>(edge) + 1, ring.end());
        const Geometry whole = Geometry::polygon({ring});
        const Geometry pieces = Geometry::polygon({cut});
        RC_ASSERT(same(measure.areaSquareMetres(pieces), measure.areaSquareMetres(whole)));
        const double length = measure.lengthMetres(whole);
        RC_ASSERT(within(measure.lengthMetres(pieces), length, 1e-6 + 1e-11 * length));
    });
    QVERIFY(holds);
}

void TestEllipsoidMeasure::longEdgesKeepTheBound_data() {
    QTest::addColumn<int>("epsg");
    QTest::addColumn<double>("longitude");
    QTest::addColumn<double>("latitude");
    QTest::addColumn<double>("radius");
    QTest::newRow("zone, 1 km") << 4545 << 109.4 << 30.8 << 1e3;
    QTest::newRow("zone, 20 km") << 4545 << 109.4 << 30.8 << 2e4;
    QTest::newRow("zone, 100 km") << 4545 << 108.4 << 30.8 << 1e5;
    QTest::newRow("zone, 400 km") << 4545 << 108.4 << 30.8 << 4e5;
    QTest::newRow("far from the meridian, 100 km") << 4545 << 118.0 << 42.0 << 1e5;
    QTest::newRow("north of the country, 20 km") << 4545 << 111.0 << 53.5 << 2e4;
    QTest::newRow("far north, 1 km") << 4545 << 109.0 << 75.0 << 1e3;
    QTest::newRow("far north, 100 km") << 4545 << 109.0 << 75.0 << 1e5;
    QTest::newRow("Web Mercator, 100 km") << 3857 << 108.4 << 42.0 << 1e5;
    QTest::newRow("degrees, 2") << 4490 << 108.4 << 30.8 << 2.0;
    QTest::newRow("degrees, 12") << 4490 << 104.0 << 38.0 << 12.0;
}

void TestEllipsoidMeasure::longEdgesKeepTheBound() {
    QFETCH(int, epsg);
    QFETCH(double, longitude);
    QFETCH(double, latitude);
    QFETCH(double, radius);
    const EllipsoidMeasure measure = measureIn(epsg);
    const Coordinate centre = to(epsg, {{longitude, latitude}}).front();
    std::mt19937_64 random(7);
    for (int i = 0; i < 10; ++i) {
        const Ring ring = starRing(random, centre, radius);
        // So fine that each piece is far inside the reach of its rule; the limit up to rounding.
        const Ring fine = densified(ring, radius / 997);
        const double whole = measure.areaSquareMetres(Geometry::polygon({ring}));
        QVERIFY(same(whole, measure.areaSquareMetres(Geometry::polygon({fine}))));
        const double length = measure.lengthMetres(Geometry::polygon({ring}));
        QVERIFY(within(length, measure.lengthMetres(Geometry::polygon({fine})), 1e-5 + 1e-10 * length));
    }
}

void TestEllipsoidMeasure::neighbourZoneMeasuresTheSame() {
    std::mt19937_64 random(11);
    for (int i = 0; i < 20; ++i) {
        const Ring ring = densified(starRing(random, {360'000, 3'410'000}, 300), 1);
        const double own = measureIn(4545).areaSquareMetres(Geometry::polygon({ring}));
        for (const int zone : {4544, 4523, 4507, 3857}) {
            const double other = measureIn(zone).areaSquareMetres(Geometry::polygon({to(zone, ring, 4545)}));
            QVERIFY(same(other, own));
        }
    }
}

void TestEllipsoidMeasure::partsAddUp() {
    const EllipsoidMeasure measure = measureIn(4490);
    const Ring a = quad(108, 30, 108.1, 30.1);
    const Ring b = quad(108.2, 30, 108.3, 30.1);
    const double both = measure.areaSquareMetres(Geometry::multiPolygon({{a}, {b}}));
    QVERIFY(within(both,
                   measure.areaSquareMetres(Geometry::polygon({a})) + measure.areaSquareMetres(Geometry::polygon({b})),
                   1e-6));
}

void TestEllipsoidMeasure::orientationDoesNotMatter() {
    Ring back = triangle;
    std::reverse(back.begin(), back.end());
    const EllipsoidMeasure measure = measureIn(4490);
    QVERIFY(within(measure.areaSquareMetres(Geometry::polygon({back})),
                   measure.areaSquareMetres(Geometry::polygon({triangle})), 1e-6));
}

void TestEllipsoidMeasure::nothingToMeasure() {
    const EllipsoidMeasure measure = measureIn(4545);
    const Geometry line = Geometry::lineString({{5e5, 3e6}, {5e5, 3.1e6}});
    QCOMPARE(measure.areaSquareMetres(Geometry()), 0.0);
    QCOMPARE(measure.areaSquareMetres(line), 0.0);
    QCOMPARE(measure.areaSquareMetres(Geometry::point({5e5, 3e6})), 0.0);
    QCOMPARE(measure.lengthMetres(Geometry::point({5e5, 3e6})), 0.0);
    QCOMPARE(measure.lengthMetres(Coordinate{5e5, 3e6}, Coordinate{5e5, 3e6}), 0.0);
    QVERIFY(measure.lengthMetres(line) > 99'000);
    const Ring spike{{5e5, 3e6}, {5.1e5, 3e6}, {5e5, 3e6}, {5e5, 3e6}};
    QVERIFY(measure.areaSquareMetres(Geometry::polygon({spike})) < 1e-4);
}

void TestEllipsoidMeasure::positionsWithoutLatitude() {
    const Geometry north = Geometry::polygon({quad(108, 89, 109, 91)});
    QVERIFY(std::isnan(measureIn(4490).areaSquareMetres(north)));
    QVERIFY(std::isnan(measureIn(4490).lengthMetres(north)));
    for (const double bad : {double(NAN), double(INFINITY), 1e300}) {
        const Geometry broken = Geometry::polygon({{{5e5, 3e6}, {bad, 3e6}, {5.1e5, 3.1e6}, {5e5, 3e6}}});
        QVERIFY(std::isnan(measureIn(4545).areaSquareMetres(broken)));
        QVERIFY(std::isnan(measureIn(4545).lengthMetres({5e5, 3e6}, {bad, 3e6})));
    }
}

void TestEllipsoidMeasure::antimeridian() {
    // UTM zone 1 reaches over 180°; the same shape a quarter turn further is zone 16's.
    const Ring there = quad(100'000, 3.4e6, 250'000, 3.5e6);
    const double beside = measureIn(32616).areaSquareMetres(Geometry::polygon({there}));
    QVERIFY(same(measureIn(32601).areaSquareMetres(Geometry::polygon({there})), beside));
}

void TestEllipsoidMeasure::datums() {
    const auto missing = EllipsoidMeasure::make({});
    QVERIFY(!missing.has_value());
    QCOMPARE(missing.error().code, gis::ErrorCode::CrsMissing);
    const auto refused = EllipsoidMeasure::make(coded(2381));
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, gis::ErrorCode::DatumShiftUnknown);
    const auto accepted = EllipsoidMeasure::make(coded(4610), true);
    QVERIFY(accepted.has_value());
    const Geometry shape = Geometry::polygon({triangle});
    QCOMPARE(accepted->areaSquareMetres(shape), measureIn(4490).areaSquareMetres(shape));
    QVERIFY(EllipsoidMeasure::make(coded(2381), true).has_value());
    QCOMPARE(measureIn(4326).areaSquareMetres(shape), measureIn(4490).areaSquareMetres(shape));
    const auto american = EllipsoidMeasure::make(coded(26910));  // NAD83 / UTM 10N: PROJ knows the way to WGS 84
    QVERIFY(american.has_value());
    const Geometry square = Geometry::polygon({quad(5e5, 4.2e6, 5.01e5, 4.201e6)});
    QVERIFY(same(american->areaSquareMetres(square), measureIn(32610).areaSquareMetres(square)));
}

void TestEllipsoidMeasure::metresAreNotTheOnlyUnit() {
    // California zone 1 in US survey feet: a side of 3937 feet is 1200 m on the map, within the scale's parts in 10^4.
    const auto measure = EllipsoidMeasure::make(coded(2225));
    QVERIFY(measure.has_value());
    const double length = measure->lengthMetres({6.5e6, 2.0e6}, {6.5e6 + 3937, 2.0e6});
    QVERIFY(within(length, 1200, 0.3));
}

void TestEllipsoidMeasure::geographicPosition() {
    const Coordinate position = measureIn(4524).geographic({36538281.3504, 3408869.1974});
    QVERIFY(within(position.x, 108.4, 1e-9) && within(position.y, 30.8, 1e-9));
}

void TestEllipsoidMeasure::aMillionVertices() {
    Ring ring;
    constexpr int count = 1'000'000;
    for (int i = 0; i < count; ++i) {
        const double angle = 2 * std::numbers::pi * i / count;
        const double radius = 30'000 + 500 * std::sin(50'000 * angle);
        ring.push_back({5e5 + radius * std::cos(angle), 3.4e6 + radius * std::sin(angle)});
    }
    const Geometry shape = Geometry::polygon({ring});
    QElapsedTimer timer;
    timer.start();
    const double area = measureIn(4545).areaSquareMetres(shape);
    const double seconds = static_cast<double>(timer.elapsed()) / 1e3;
    qInfo("10^6 vertices in EPSG:4545: %.2f s", seconds);
    QVERIFY(area > 2.8e9 && area < 2.9e9);
    QVERIFY(seconds < 60);  // wide: the machine may be busy, a sanitizer may run
}

QTEST_GUILESS_MAIN(TestEllipsoidMeasure)
#include "test_ellipsoid_measure.moc"
