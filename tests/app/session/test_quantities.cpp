// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "app/session/Quantities.h"

using namespace app;

class TestQuantities : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSquareKilometreIsAHundredHectaresAnd1500Mu() {
        QCOMPARE(hectaresNumber(1e6), QStringLiteral("100.0000"));
        QCOMPARE(muNumber(1e6), QStringLiteral("1\u2009500.00"));
    }
    void thousandsAreSetApart() {
        QCOMPARE(grouped(1234567.891, 1), QStringLiteral("1\u2009234\u2009567.9"));
        QCOMPARE(grouped(-999, 0), QStringLiteral("−999"));
        QCOMPARE(grouped(std::nan(""), 0), QStringLiteral("–"));
    }
    void lengthsChangeUnitAtAKilometre() {
        QCOMPARE(lengthText(999.994), QStringLiteral("999.99 m"));
        QCOMPARE(lengthText(4318), QStringLiteral("4.318 km"));
    }
    void degreesCarryOver() {
        // 59.6 seconds round up into the next minute and degree.
        QCOMPARE(degreesText({107.9999, 30.5}), QStringLiteral("108°00′00″ 30°30′00″"));
    }
    void absentSharesAreEmpty() {
        QCOMPARE(percentText(std::nullopt), QString());
        QCOMPARE(percentText(17.4249), QStringLiteral("17.42 %"));
    }
};

QTEST_GUILESS_MAIN(TestQuantities)
#include "test_quantities.moc"
