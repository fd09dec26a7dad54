// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "gis/overlap/NearPart.h"
#include "tests/gis/overlap/OverlapFixture.h"
#include "tests/support/ExactArea.h"
#include "tests/support/RaggedZones.h"

using namespace overlap_fixture;
using gis::Coordinate;
using gis::Geometry;

namespace {

Geometry boxOf(const gis::Extent& e) {
    return Geometry::polygon({{{e.minX, e.minY}, {e.maxX, e.minY}, {e.maxX, e.maxY}, {e.minX, e.maxY}}});
}

}  // namespace

class TestNearPart : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // What lies in the window is the same, counted by the judge; it does not mind what crosses itself outside.
    void onSmallGrids() {
        grid::Random random(seed(81));
        for (int i = 0; i < caseCount(4000); ++i) {
            const Geometry shape = grid::anyPair(random, grid::asItIs).plan;
            if (shape.isEmpty()) continue;
            const double x = grid::pick(random, -3, 14), y = grid::pick(random, -3, 14);
            const gis::Extent window{x, y, x + grid::pick(random, 1, 5), y + grid::pick(random, 1, 5)};
            const Geometry part = gis::nearPart(layerOf({shape}), 0, window);
            const exact::AreaTruth expected = exact::areaTruth<exact::SmallRational>(boxOf(window), shape);
            const exact::AreaTruth got = exact::areaTruth<exact::SmallRational>(boxOf(window), part);
            const QString text = QStringLiteral("window %1\nshape %2\npart %3\nexpected %4, got %5")
                                     .arg(exactText(boxOf(window)), exactText(shape), exactText(part))
                                     .arg(expected.area)
                                     .arg(got.area);
            QVERIFY2(expected.interiorsMeet == got.interiorsMeet && std::abs(expected.area - got.area) < 1e-12,
                     qPrintable(text));
        }
    }

    void ofALargeZoneItIsSmall() {
        grid::Random random(82);
        const grid::Net net = grid::net(random, 120, 120, 1, 0);
        const Geometry zone = ragged::zone(net, ragged::blotches(random, 120, 1), 30, {540'000.3, 3'400'000.7}, 0.3);
        const gis::OverlapLayer layer = layerOf({zone});
        for (int i = 0; i < 30; ++i) {
            const Coordinate c = zone.coordinates()[static_cast<std::size_t>(grid::pick(random, 0, 20'000))];
            const gis::Extent window{c.x - 60, c.y - 50, c.x + 70, c.y + 80};
            const Geometry part = gis::nearPart(layer, 0, window);
            QVERIFY2(part.coordinateCount() < 1500, qPrintable(QString::number(part.coordinateCount())));
            const exact::AreaTruth expected = exact::areaTruth<exact::Quad>(boxOf(window), zone);
            const exact::AreaTruth got = exact::areaTruth<exact::Quad>(boxOf(window), part);
            QVERIFY(expected.interiorsMeet == got.interiorsMeet);
            QVERIFY(std::abs(expected.area - got.area) <= 1e-9);
        }
    }
};

QTEST_GUILESS_MAIN(TestNearPart)
#include "test_near_part.moc"
