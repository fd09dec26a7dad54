// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <cmath>

#include "gis/geometry/Extent.h"

using gis::Coordinate;
using gis::Extent;

class TestExtent : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void emptyMeetsNothing();
    void growsByWhatIsIncluded();
    void meeting_data();
    void meeting();
    void containing();
    void grown();
    void notANumberIsLeftOut();
};

void TestExtent::emptyMeetsNothing() {
    const Extent nothing;
    QVERIFY(nothing.isEmpty());
    QCOMPARE(nothing.width(), 0.0);
    QCOMPARE(nothing.height(), 0.0);
    QVERIFY(!nothing.meets({-1e300, -1e300, 1e300, 1e300}));
    QVERIFY(!nothing.contains(Coordinate{0, 0}));
    QVERIFY(nothing.grown(5).isEmpty());
}

void TestExtent::growsByWhatIsIncluded() {
    Extent extent;
    extent.include(Coordinate{3, -2});
    QCOMPARE(extent, (Extent{3, -2, 3, -2}));
    QVERIFY(!extent.isEmpty());
    extent.include(Extent{1, 0, 2, 5});
    QCOMPARE(extent, (Extent{1, -2, 3, 5}));
    extent.include(Extent());
    QCOMPARE(extent, (Extent{1, -2, 3, 5}));
    QCOMPARE(extent.centre(), (Coordinate{2, 1.5}));
    QCOMPARE(extent.width(), 2.0);
    QCOMPARE(extent.height(), 7.0);
}

void TestExtent::meeting_data() {
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::addColumn<bool>("meets");
    QTest::newRow("overlapping") << 0.5 << 0.5 << true;
    QTest::newRow("sharing a side") << 1.0 << 0.0 << true;
    QTest::newRow("sharing a corner") << 1.0 << 1.0 << true;
    QTest::newRow("beside") << 1.0001 << 0.0 << false;
    QTest::newRow("above") << 0.0 << 1.0001 << false;
    QTest::newRow("same") << 0.0 << 0.0 << true;
}

void TestExtent::meeting() {
    QFETCH(double, x);
    QFETCH(double, y);
    QFETCH(bool, meets);
    const Extent unit{0, 0, 1, 1};
    const Extent other{x, y, x + 1, y + 1};
    QCOMPARE(unit.meets(other), meets);
    QCOMPARE(other.meets(unit), meets);
}

void TestExtent::containing() {
    const Extent unit{0, 0, 1, 1};
    QVERIFY(unit.contains(unit));
    QVERIFY(unit.contains(Coordinate{1, 0}));
    QVERIFY(!unit.contains(Coordinate{1.1, 0}));
    QVERIFY(!unit.contains(Extent{0.5, 0.5, 1.5, 0.7}));
}

void TestExtent::grown() {
    QCOMPARE((Extent{0, 0, 1, 1}.grown(2)), (Extent{-2, -2, 3, 3}));
    QVERIFY((Extent{0, 0, 1, 1}.grown(-1)).isEmpty());
}

void TestExtent::notANumberIsLeftOut() {
    Extent extent;
    extent.include(Coordinate{NAN, NAN});
    QVERIFY(extent.isEmpty());
    extent.include(Coordinate{1, 1});
    extent.include(Coordinate{NAN, NAN});
    QCOMPARE(extent, (Extent{1, 1, 1, 1}));
}

QTEST_APPLESS_MAIN(TestExtent)
#include "test_extent.moc"
