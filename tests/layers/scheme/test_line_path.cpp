// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <cmath>

#include "layers/scheme/LinePath.h"

using layers::LinePath;

class TestLinePath : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nearestPointOnABend() {
        const LinePath line{{0, 0}, {100, 0}, {100, 100}};
        const layers::PathPlace at = layers::nearestOnPath(line, {130, 40});
        QCOMPARE(at.measure, 140.0);
        QCOMPARE(at.distance, 30.0);
        QCOMPARE(at.point.x, 100.0);
    }
    void stretchKeepsVerticesBetween() {
        const LinePath line{{0, 0}, {100, 0}, {100, 100}};
        const LinePath part = layers::pathBetween(line, 50, 150);
        QCOMPARE(part.size(), 3U);
        QCOMPARE(part[0].x, 50.0);
        QVERIFY(part[1] == line[1]);
        QCOMPARE(part[2].y, 50.0);
        QCOMPARE(layers::pathLength(part), 100.0);
    }
    void chainClosesGapsAndTurnsParts() {
        // Three parts of one river, the middle one digitised the other way, and a stub beside it.
        const std::vector<LinePath> parts{
            {{0, 0}, {1000, 0}}, {{2000, 0}, {1010, 0}}, {{2020, 0}, {2900, 0}}, {{500, 5}, {503, 5}}};
        const LinePath chain = layers::longestChain(parts, 50);
        QCOMPARE(chain.size(), 6U);
        QCOMPARE(std::abs(chain.back().x - chain.front().x), 2900.0);
        for (std::size_t i = 2; i < chain.size(); ++i)
            QVERIFY((chain[i].x - chain[i - 1].x) * (chain[1].x - chain[0].x) > 0);
    }
    void farPartsStayApart() {
        const LinePath chain = layers::longestChain({{{0, 0}, {100, 0}}, {{5000, 0}, {5300, 0}}}, 50);
        QCOMPARE(layers::pathLength(chain), 300.0);
    }
    void curvePassesItsPoints() {
        const LinePath points{{0, 0}, {30'000, 10'000}, {50'000, -20'000}, {90'000, 0}};
        const LinePath curve = layers::smoothPath(points, 1000);
        for (const gis::Coordinate& point : points) QVERIFY(layers::nearestOnPath(curve, point).distance < 1e-6);
        for (std::size_t i = 1; i < curve.size(); ++i) QVERIFY(layers::distanceBetween(curve[i - 1], curve[i]) < 2000);
    }
    void curveOfAStraightLineIsStraight() {
        const LinePath curve = layers::smoothPath({{0, 0}, {10'000, 5'000}, {30'000, 15'000}}, 1000);
        for (const gis::Coordinate& point : curve) QVERIFY(std::abs(point.y - point.x / 2) < 1e-6);
    }
    void curveDoesNotTurnSharply() {
        // No corner of the sampled curve turns by more than 25 degrees although the points turn by 90.
        const LinePath curve = layers::smoothPath({{0, 0}, {40'000, 0}, {40'000, 40'000}, {80'000, 40'000}}, 1000);
        for (std::size_t i = 2; i < curve.size(); ++i) {
            const double first = std::atan2(curve[i - 1].y - curve[i - 2].y, curve[i - 1].x - curve[i - 2].x);
            const double second = std::atan2(curve[i].y - curve[i - 1].y, curve[i].x - curve[i - 1].x);
            QVERIFY(std::abs(std::remainder(second - first, 2 * M_PI)) < 25 * M_PI / 180);
        }
    }
    void repeatedPointsDoNoHarm() {
        const LinePath curve = layers::smoothPath({{0, 0}, {0, 0}, {1000, 0}, {1000, 0}}, 500);
        for (const gis::Coordinate& point : curve) QVERIFY(std::isfinite(point.x) && std::isfinite(point.y));
        QCOMPARE(layers::pathLength(curve), 1000.0);
    }
};

QTEST_GUILESS_MAIN(TestLinePath)
#include "test_line_path.moc"
