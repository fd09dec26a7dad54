// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <cmath>
#include <numbers>

#include "gis/analysis/EdgeRule.h"
#include "gis/analysis/NationalFormula.h"

using gis::Cgcs2000Ellipsoid;
using gis::EdgeRule;

namespace {

constexpr double radians = std::numbers::pi / 180;

/// Closed form of the ellipsoid's zone area from the equator, per radian of longitude (E. Grafarend's textbook form).
long double exactZone(long double latitude) {
    const long double b = Cgcs2000Ellipsoid::semiMinor;
    const long double e = std::sqrt(static_cast<long double>(Cgcs2000Ellipsoid::eccentricitySquared));
    const long double s = std::sin(latitude);
    return b * b / 2 * (s / (1 - e * e * s * s) + std::atanh(e * s) / e);
}

}  // namespace

class TestNationalFormula : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ellipsoid();
    void printedCoefficients();
    void agreesWithTheClosedForm();
    void smallDifferencesKeepTheirDigits();
    void antisymmetric();
    void compensatedSumKeepsTheLowPart();
    void ruleIntegratesPolynomialsExactly_data();
    void ruleIntegratesPolynomialsExactly();
};

void TestNationalFormula::ellipsoid() {
    QVERIFY(std::abs(Cgcs2000Ellipsoid::semiMinor - 6356752.314140356) < 2e-9);
    QVERIFY(std::abs(Cgcs2000Ellipsoid::eccentricitySquared - 0.006694380022900788) < 1e-17);
}

void TestNationalFormula::printedCoefficients() {
    const double printed[] = {1.0033640898341929, 0.0011241893819271245, 1.6994594735189055e-6, 2.717857845577556e-9,
                              4.3584190048345156e-12};
    const auto computed = gis::nationalCoefficients(Cgcs2000Ellipsoid::eccentricitySquared);
    for (std::size_t i = 0; i < 5; ++i) QVERIFY(std::abs(computed[i] / printed[i] - 1) < 4e-15);
}

void TestNationalFormula::agreesWithTheClosedForm() {
    for (int low = -80; low < 80; low += 7) {
        const double high = low + 3.25;
        const auto exact = static_cast<double>(exactZone(high * radians) - exactZone(low * radians));
        const double series = gis::zoneArea(low * radians, (high - low) * radians);
        QVERIFY(std::abs(series / exact - 1) < 1e-10);  // the series ends with e⁸
    }
}

void TestNationalFormula::smallDifferencesKeepTheirDigits() {
    // F' from the radii of curvature: dF = M N cos B dB
    const double latitude = 30.8 * radians;
    const double w2 = 1 - Cgcs2000Ellipsoid::eccentricitySquared * std::sin(latitude) * std::sin(latitude);
    const double slope = Cgcs2000Ellipsoid::semiMinor * Cgcs2000Ellipsoid::semiMinor * std::cos(latitude) / (w2 * w2);
    for (const double difference : {1e-9, 1e-11, 1e-13, 1e-15})
        QVERIFY(std::abs(gis::zoneArea(latitude, difference) / (slope * difference) - 1) < 2e-9);
    QCOMPARE(gis::zoneArea(latitude, 0.0), 0.0);
}

void TestNationalFormula::antisymmetric() {
    const double there = gis::zoneArea(0.5, 0.01);
    QVERIFY(std::abs(gis::zoneArea(0.51, -0.01) / -there - 1) < 1e-15);
    QVERIFY(std::abs(gis::zoneArea(-0.51, 0.01) / there - 1) < 1e-15);
}

void TestNationalFormula::compensatedSumKeepsTheLowPart() {
    gis::CompensatedSum sum;
    for (const double value : {1.0, 1e100, 1.0, -1e100}) sum.add(value);
    QCOMPARE(sum.value(), 2.0);
}

void TestNationalFormula::ruleIntegratesPolynomialsExactly_data() {
    QTest::addColumn<double>("reach");
    QTest::addColumn<int>("nodes");
    QTest::newRow("short edge") << 1'000.0 << 3;
    QTest::newRow("middle edge") << 20'000.0 << 5;
    QTest::newRow("long edge") << 200'000.0 << 9;
}

void TestNationalFormula::ruleIntegratesPolynomialsExactly() {
    QFETCH(double, reach);
    QFETCH(int, nodes);
    const EdgeRule& rule = EdgeRule::forReach(reach);
    QCOMPARE(static_cast<int>(rule.nodeCount), nodes);
    const auto n = rule.nodeCount;
    for (std::size_t p = 0; p < n; ++p) {
        for (std::size_t q = 1; q < n; ++q) {
            double integral = 0;  // ∫ t^p d(t^q) = q / (p + q)
            for (std::size_t i = 0; i < n; ++i)
                for (std::size_t j = 0; j < n; ++j)
                    integral += rule.crossIntegral[i][j] * std::pow(rule.nodes[i], p) * std::pow(rule.nodes[j], q);
            const double exact = static_cast<double>(q) / static_cast<double>(p + q);
            QVERIFY(std::abs(integral - exact) < 1e-13);
        }
        double area = 0;
        double slope = 0;  // ∫ of the derivative of t^p is 1 for p > 0
        for (std::size_t g = 0; g < n; ++g)
            for (std::size_t j = 0; j < n; ++j) {
                area += rule.gaussWeights[g] * rule.gaussValues[g][j] * std::pow(rule.nodes[j], p);
                slope += rule.gaussWeights[g] * rule.gaussSlopes[g][j] * std::pow(rule.nodes[j], p);
            }
        QVERIFY(std::abs(area - 1 / static_cast<double>(p + 1)) < 1e-13);
        QVERIFY(std::abs(slope - (p > 0 ? 1 : 0)) < 1e-12);
    }
}

QTEST_APPLESS_MAIN(TestNationalFormula)
#include "test_national_formula.moc"
