// SPDX-License-Identifier: Apache-2.0
// GeographicLib, which shares nothing with our formula, as referee: geodesic area and length of outlines with a
// vertex every metre, so that geodesics and native-straight edges are the same to far below the tolerance.
#include <GeographicLib/Geodesic.hpp>
#include <GeographicLib/PolygonArea.hpp>
#include <QtTest>
#include <cmath>

#include "StarPolygon.h"
#include "gis/analysis/EllipsoidMeasure.h"
#include "gis/analysis/NationalFormula.h"
#include "gis/base/Parallel.h"
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

struct Referee {
    explicit Referee(int epsg)
        : toDegrees(std::move(*gis::CoordinateTransform::make(coded(epsg), CoordinateReferenceSystem::cgcs2000()))) {}
    GeographicLib::Geodesic geodesic{gis::Cgcs2000Ellipsoid::semiMajor, gis::Cgcs2000Ellipsoid::flattening};
    gis::CoordinateTransform toDegrees;

    struct Measured {
        double perimeter = 0;
        double area = 0;
    };
    Measured measure(Ring outline, bool isLine = false) const {
        toDegrees.apply(outline);
        GeographicLib::PolygonArea sum(geodesic, isLine);
        if (!isLine) outline.pop_back();
        for (const Coordinate c : outline) sum.AddPoint(c.y, c.x);
        Measured result;
        sum.Compute(false, true, result.perimeter, result.area);
        result.area = std::abs(result.area);
        return result;
    }
};

}  // namespace

class TestGeodesicReferee : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void randomPieces_data();
    void randomPieces();
    void longSides_data();
    void longSides();
    void lines_data();
    void lines();
    void lineIsNotTheGeodesicOfItsEnds();
};

void TestGeodesicReferee::randomPieces_data() {
    QTest::addColumn<int>("epsg");
    QTest::addColumn<double>("unit");  // coordinates in one metre
    QTest::newRow("500 pieces straight in EPSG:4545") << 4545 << 1.0;
    QTest::newRow("500 pieces straight in EPSG:4490") << 4490 << 1 / 111'320.0;
}

void TestGeodesicReferee::randomPieces() {
    QFETCH(int, epsg);
    QFETCH(double, unit);
    constexpr std::size_t count = 500;
    std::vector<double> errors(count);
    std::vector<double> lengthErrors(count);
    gis::parallelFor(count, {}, [&](std::size_t i, unsigned) {
        std::mt19937_64 random(epsg * 1000 + i);
        std::uniform_real_distribution<double> share(0, 1);
        // 0.25 to 5 km across, small ones more often. Below that the referee's own noise shows: about 1e-5 m² for
        // each of its edges, from a difference of two series in the ellipsoidal term.
        const double radius = 125 * std::pow(20.0, share(random) * share(random));
        Coordinate centre{103 + 7 * share(random), 27 + 6 * share(random)};
        const Referee referee(epsg);
        const auto from = gis::CoordinateTransform::make(CoordinateReferenceSystem::cgcs2000(), coded(epsg));
        centre = *from->apply(centre);
        const Ring ring = starRing(random, centre, radius * unit);
        const auto measure = EllipsoidMeasure::make(coded(epsg));
        const Geometry piece = Geometry::polygon({ring});
        const auto expected = referee.measure(densified(ring, unit));
        errors[i] = std::abs(measure->areaSquareMetres(piece) / expected.area - 1);
        lengthErrors[i] = std::abs(measure->lengthMetres(piece) / expected.perimeter - 1);
    });
    const double worst = *std::max_element(errors.begin(), errors.end());
    const double worstLength = *std::max_element(lengthErrors.begin(), lengthErrors.end());
    qInfo("worst relative difference: area %.2g, perimeter %.2g", worst, worstLength);
    QVERIFY(worst < 1e-7);
    QVERIFY(worstLength < 1e-8);
}

void TestGeodesicReferee::longSides_data() {
    QTest::addColumn<int>("epsg");
    QTest::addColumn<double>("radius");
    QTest::addColumn<double>("step");
    QTest::newRow("100 km straight in EPSG:4545") << 4545 << 1e5 << 10.0;
    QTest::newRow("1 degree straight in EPSG:4490") << 4490 << 1.0 << 1e-4;
}

void TestGeodesicReferee::longSides() {
    QFETCH(int, epsg);
    QFETCH(double, radius);
    QFETCH(double, step);
    const Referee referee(epsg);
    const auto from = gis::CoordinateTransform::make(CoordinateReferenceSystem::cgcs2000(), coded(epsg));
    std::mt19937_64 random(3);
    for (int i = 0; i < 5; ++i) {
        const Ring ring = starRing(random, *from->apply(Coordinate{107.0 + i, 30}), radius);
        const auto expected = referee.measure(densified(ring, step));
        const auto measure = EllipsoidMeasure::make(coded(epsg));
        // The series of the formula ends with e⁸: 1e-10 of itself is not asked of it.
        QVERIFY(std::abs(measure->areaSquareMetres(Geometry::polygon({ring})) / expected.area - 1) < 1e-9);
        QVERIFY(std::abs(measure->lengthMetres(Geometry::polygon({ring})) / expected.perimeter - 1) < 1e-9);
    }
}

void TestGeodesicReferee::lines_data() {
    QTest::addColumn<int>("epsg");
    QTest::addColumn<double>("step");
    QTest::newRow("EPSG:4545") << 4545 << 1.0;
    QTest::newRow("EPSG:4524, number in the easting") << 4524 << 1.0;
    QTest::newRow("EPSG:4490") << 4490 << 1e-5;
}

void TestGeodesicReferee::lines() {
    QFETCH(int, epsg);
    QFETCH(double, step);
    const auto from = gis::CoordinateTransform::make(CoordinateReferenceSystem::cgcs2000(), coded(epsg));
    Ring line{{107.9, 30.2}, {108.4, 30.8}, {108.41, 30.8}, {108.41, 30.9}};
    from->apply(line);
    const auto measure = EllipsoidMeasure::make(coded(epsg));
    const double expected = Referee(epsg).measure(densified(line, step), true).perimeter;
    QVERIFY(std::abs(measure->lengthMetres(Geometry::lineString(line)) - expected) < 1e-4);
    double sum = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) sum += measure->lengthMetres(line[i], line[i + 1]);
    QVERIFY(std::abs(sum - expected) < 1e-4);
}

void TestGeodesicReferee::lineIsNotTheGeodesicOfItsEnds() {
    // Along the parallel of 30° the straight line in degrees is longer than the geodesic by a stated amount.
    const auto measure = EllipsoidMeasure::make(CoordinateReferenceSystem::cgcs2000());
    const double length = measure->lengthMetres(Coordinate{104, 30}, Coordinate{112, 30});
    const double sine = 0.5;
    const double e2 = gis::Cgcs2000Ellipsoid::eccentricitySquared;
    const double parallel = gis::Cgcs2000Ellipsoid::semiMajor * std::sqrt(0.75) / std::sqrt(1 - e2 * sine * sine) * 8 *
                            std::numbers::pi / 180;
    QVERIFY(std::abs(length - parallel) < 1e-6);
    double geodesic = 0;
    Referee(4490).geodesic.Inverse(30, 104, 30, 112, geodesic);
    QVERIFY(length - geodesic > 100);
}

QTEST_APPLESS_MAIN(TestGeodesicReferee)
#include "test_geodesic_referee.moc"
