// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <random>

#include "gis/engine/Overlay.h"
#include "gis/engine/Validity.h"
#include "layers/edit/SelfCrossing.h"

using namespace layers;

namespace {

gis::Geometry wkt(const char* text) { return *gis::fromWkt(text); }

}  // namespace

class TestSelfCrossing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aBowTieIsFoundWithItsPlace() {
        const auto place = crossingOf(wkt("POLYGON((0 0,10 10,10 0,0 10,0 0))"));
        QVERIFY(place);
        QCOMPARE(place->x, 5.0);
        QCOMPARE(place->y, 5.0);
    }
    void soundPolygonsHaveNone_data() {
        QTest::addColumn<QString>("shape");
        QTest::newRow("square") << QStringLiteral("POLYGON((0 0,10 0,10 10,0 10,0 0))");
        QTest::newRow("hole") << QStringLiteral("POLYGON((0 0,10 0,10 10,0 10,0 0),(2 2,4 2,4 4,2 4,2 2))");
        QTest::newRow("straight on") << QStringLiteral("POLYGON((0 0,5 0,10 0,10 10,0 10,0 0))");
        QTest::newRow("two parts") << QStringLiteral("MULTIPOLYGON(((0 0,4 0,4 4,0 0)),((5 0,9 0,9 4,5 0)))");
        QTest::newRow("line") << QStringLiteral("LINESTRING(0 0,10 10,10 0,0 10)");
        QTest::newRow("twice the same vertex") << QStringLiteral("POLYGON((0 0,10 0,10 0,10 10,0 10,0 0))");
    }
    void soundPolygonsHaveNone() {
        QFETCH(const QString, shape);
        QVERIFY(!crossingOf(wkt(qPrintable(shape))));
    }
    void touchingAndFoldingBackCount() {
        QVERIFY(crossingOf(wkt("POLYGON((0 0,10 0,10 10,5 0,0 10,0 0))")));  // a vertex on an edge
        QVERIFY(crossingOf(wkt("POLYGON((0 0,10 0,5 0,5 5,0 0))")));         // back over itself
        QVERIFY(crossingOf(wkt("POLYGON((0 0,10 0,10 10,0 10,0 0),(5 5,15 5,5 8,5 5))")));
    }
    void onlyTheEdgesOfTheDraggedVertexAreAsked() {
        const gis::Geometry square = wkt("POLYGON((0 0,10 0,10 10,0 10,0 0))");
        QVERIFY(!crossingAtVertex(withVertexMoved(square, {0, 2}, {20, 20}), {0, 2}));
        QVERIFY(crossingAtVertex(withVertexMoved(square, {0, 2}, {5, -3}), {0, 2}));
        QVERIFY(crossingAtVertex(withVertexMoved(square, {0, 0}, {12, 5}), {0, 0}));
        QVERIFY(!crossingAtVertex(square, {0, 9}));
        QVERIFY(!crossingAtVertex(square, {3, 0}));
    }
    void itSaysWhatTheEngineSays() {
        std::mt19937 random(7);
        std::uniform_int_distribution<int> anywhere(0, 30);
        int crossings = 0;
        for (int round = 0; round < 2000; ++round) {
            std::vector<gis::Coordinate> ring;
            for (int i = 0; i < 3 + round % 5; ++i)
                ring.push_back({static_cast<double>(anywhere(random)), static_cast<double>(anywhere(random))});
            const gis::Geometry polygon = gis::Geometry::polygon({ring});
            const auto flaw = gis::flawOf(polygon);
            // A ring may meet itself at a vertex that two other edges share: the engine's to find.
            if (flaw && flaw->kind != "self_intersection") continue;
            if (flaw) ++crossings;
            if (crossingOf(polygon).has_value() != flaw.has_value())
                QFAIL(qPrintable(QString::fromStdString(gis::toWkt(polygon, 0))));
        }
        QVERIFY(crossings > 300);
    }
};

QTEST_GUILESS_MAIN(TestSelfCrossing)
#include "test_self_crossing.moc"
