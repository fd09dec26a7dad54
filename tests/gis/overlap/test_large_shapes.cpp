// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "gis/analysis/NationalForm.h"
#include "gis/engine/Overlay.h"
#include "gis/engine/Validity.h"
#include "tests/gis/overlap/OverlapFixture.h"
#include "tests/support/ExactArea.h"
#include "tests/support/RaggedZones.h"

using namespace overlap_fixture;
using gis::Coordinate;
using gis::Geometry;

namespace {

constexpr Coordinate origin{540'000.3, 3'400'000.7};

/// A ring about a centre whose radius is noise on every scale; it may turn on itself nowhere.
Geometry fractalStar(Coordinate centre, double radius, int corners, grid::Random& random) {
    std::vector<double> noise(static_cast<std::size_t>(corners), 0.0);
    std::uniform_real_distribution<double> share(-1, 1);
    double amplitude = 0.25;
    for (int step = corners / 8; step > 0; step /= 2, amplitude *= 0.7) {
        std::vector<double> knots;
        for (int i = 0; i * step < corners; ++i) knots.push_back(amplitude * share(random));
        for (int i = 0; i < corners; ++i) {
            const double at = static_cast<double>(i) / step;
            const auto k = static_cast<std::size_t>(at);
            const double t = at - static_cast<double>(k);
            noise[static_cast<std::size_t>(i)] += knots[k] * (1 - t) + knots[(k + 1) % knots.size()] * t;
        }
    }
    std::vector<Coordinate> ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * M_PI * i / corners, r = radius * std::exp(noise[static_cast<std::size_t>(i)]);
        ring.push_back({centre.x + r * std::cos(angle), centre.y + r * std::sin(angle)});
    }
    return Geometry::polygon({ring});
}

/// Against GEOS within the tolerance; where they differ by more, the slab judge in 113 bits decides.
void compare(const Geometry& plan, const Geometry& control) {
    const gis::AreaOverlap got = areaOf(plan, control);
    const auto cut = gis::overlay(gis::OverlayOperation::Intersection, plan, control);
    QVERIFY(cut.has_value());
    double expected = gis::planeArea(cut->geometry);
    double allowed = tolerance(plan, control, expected, gis::planeLength(cut->geometry));
    const double off = std::abs(got.area - expected);
    qInfo("%zu and %zu vertices, %zu crossings: %.6f m², off GEOS by %.2e, allowed %.2e", plan.coordinateCount(),
          control.coordinateCount(), got.crossings, got.area, off, allowed);
    if (off > allowed || got.interiorsMeet != (expected > 0)) {
        const exact::AreaTruth truth = exact::areaTruth<exact::Quad>(plan, control);
        qInfo("the judge: %.9f, meet %d", truth.area, truth.interiorsMeet);
        expected = truth.area;
        allowed = tolerance(plan, control, truth.area, truth.perimeter);
        QCOMPARE(got.interiorsMeet, truth.interiorsMeet);
    }
    QVERIFY2(std::abs(got.area - expected) <= allowed, qPrintable(QString::number(got.area - expected)));
}

}  // namespace

class TestLargeShapes : public QObject {
    Q_OBJECT
    grid::Net m_net;
    Geometry m_zone, m_rest, m_turned;

private Q_SLOTS:
    void initTestCase() {
        grid::Random random(51);
        m_net = grid::net(random, 200, 200, 1, 0);
        const grid::Choice chosen = ragged::blotches(random, 200, 1);
        m_zone = ragged::zone(m_net, chosen, 30, origin, 0);
        m_rest = ragged::zone(m_net, grid::complement(chosen), 30, origin, 0);
        m_turned = ragged::zone(m_net, ragged::blotches(random, 200, 1), 30, {origin.x + 900, origin.y - 500}, 0.2);
        QVERIFY(!gis::flawOf(m_zone) && !gis::flawOf(m_rest) && !gis::flawOf(m_turned));
        QVERIFY(m_zone.coordinateCount() > 50'000);
        QVERIFY(m_zone.sequenceCount() > m_zone.partCount() + 50);
    }

    void raggedZones() { compare(m_turned, m_zone); }

    void neighboursShareNothing() {
        const gis::AreaOverlap got = areaOf(m_zone, m_rest);
        QVERIFY(!got.interiorsMeet);
        QCOMPARE(got.area, 0.0);
    }
    void neighboursShareNothingOnTheEllipsoid() {
        const auto crs = *gis::CoordinateReferenceSystem::fromCode("EPSG:4545");
        const auto measure = gis::EllipsoidMeasure::make(crs);
        const auto form = gis::nationalForm(*measure, m_zone.extent().grown(50'000));
        QVERIFY(form.has_value());
        gis::PairOverlap engine;
        const gis::OverlapLayer zone = layerOf({m_zone}, *form), rest = layerOf({m_rest}, *form);
        QVERIFY(!engine.area(zone, 0, rest, 0).interiorsMeet);
        QVERIFY(!engine.area(rest, 0, zone, 0).interiorsMeet);
        const double truth = measure->areaSquareMetres(m_zone);
        QVERIFY(std::abs(engine.area(zone, 0, zone, 0).area - truth) < 1e-9 * truth);
    }
    void twoNeighboursShareOutAPlan() {
        const Geometry plan = Geometry::polygon({{{origin.x + 500.1, origin.y + 700.2},
                                                  {origin.x + 4100.7, origin.y + 900.1},
                                                  {origin.x + 3000.9, origin.y + 5000.3}}});
        const double sum = areaOf(plan, m_zone).area + areaOf(plan, m_rest).area;
        QVERIFY2(std::abs(sum - gis::planeArea(plan)) <= 1e-9 * sum,
                 qPrintable(QString::number(sum - gis::planeArea(plan))));
        compare(plan, m_zone);
    }
    void aZoneAgainstItself() {
        const gis::AreaOverlap got = areaOf(m_zone, m_zone);
        QVERIFY(got.interiorsMeet);
        QVERIFY(std::abs(got.area - gis::planeArea(m_zone)) <= 1e-12 * got.area);
    }
    void aZoneAgainstItselfShifted_data() {
        QTest::addColumn<double>("metres");
        for (const double metres : {1e-9, 1e-6, 1e-3, 0.5, 30.0}) QTest::addRow("%g m", metres) << metres;
    }
    void aZoneAgainstItselfShifted() {
        QFETCH(double, metres);
        const Geometry shifted = ragged::zone(m_net, choiceAgain(), 30, {origin.x + metres, origin.y + metres / 2}, 0);
        compare(shifted, m_zone);
    }

    void fractalStars() {
        grid::Random random(52);
        const Geometry one = fractalStar(origin, 5000, 1 << 17, random);
        const Geometry other = fractalStar({origin.x + 800, origin.y + 300}, 5000, 1 << 17, random);
        QVERIFY(!gis::flawOf(one) && !gis::flawOf(other));
        compare(one, other);
    }
    void aSmallPlanOnALargeRing() {
        grid::Random random(53);
        const Geometry zone = fractalStar(origin, 5000, 1 << 17, random);
        for (std::size_t i = 0; i < 20; ++i) {
            const Coordinate middle = zone.coordinates()[i * 6000];
            compare(fractalStar(middle, 20, 64, random), zone);
        }
    }

private:
    static grid::Choice choiceAgain() {
        grid::Random random(51);
        (void)grid::net(random, 200, 200, 1, 0);
        return ragged::blotches(random, 200, 1);
    }
};

QTEST_GUILESS_MAIN(TestLargeShapes)
#include "test_large_shapes.moc"
