// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "gis/base/Units.h"

class TestUnits : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void hectareIsFifteenMu() { QCOMPARE(gis::mu(10'000.0), 15.0); }
    void squareKilometreIsAHundredHectares() { QCOMPARE(gis::hectares(1e6), 100.0); }
    void halvesGoUp_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<double>("rounded");
        QTest::newRow("stored a little below the half") << 1.005 << 2 << 1.01;
        QTest::newRow("plain half") << 2.5 << 0 << 3.0;
        QTest::newRow("negative half goes away from zero") << -2.5 << 0 << -3.0;
        QTest::newRow("clearly below") << 1.00499 << 2 << 1.0;
    }
    void halvesGoUp() {
        QFETCH(double, value);
        QFETCH(int, decimals);
        QFETCH(double, rounded);
        QCOMPARE(gis::roundedHalfUp(value, decimals), rounded);
    }
};

QTEST_GUILESS_MAIN(TestUnits)
#include "test_units.moc"
