// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "gis/engine/Overlay.h"
#include "gis/engine/Validity.h"
#include "gis/overlap/SurelyValid.h"
#include "tests/gis/overlap/OverlapFixture.h"
#include "tests/gis/overlap/ShapeMutation.h"
#include "tests/support/ExactJudge.h"
#include "tests/support/GridPolygons.h"
#include "tests/support/RaggedZones.h"

using namespace overlap_fixture;
using gis::Coordinate;
using gis::Geometry;

namespace {

bool isSure(const Geometry& g) {
    gis::PackedShapesBuilder builder;
    builder.addShape(g);
    const gis::PackedShapes shapes = builder.build();
    return gis::isSurelyValid(shapes, *gis::RunTree::build(shapes), 0);
}
/// What the packed layer holds of it: repeated positions and rings of nothing left out.
Geometry asPacked(const Geometry& g) {
    gis::PackedShapesBuilder builder;
    builder.addShape(g);
    return builder.build().geometry(0);
}

}  // namespace

class TestSurelyValid : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void byHand_data() {
        QTest::addColumn<QString>("wkt");
        QTest::addColumn<bool>("sure");
        const auto row = [](const char* name, const char* wkt, bool sure) {
            QTest::newRow(name) << QString::fromLatin1(wkt) << sure;
        };
        row("a box", "POLYGON((0 0,4 0,4 4,0 4,0 0))", true);
        row("a frame", "POLYGON((0 0,9 0,9 9,0 9,0 0),(3 3,6 3,6 6,3 6,3 3))", true);
        row("two boxes", "MULTIPOLYGON(((0 0,4 0,4 4,0 4,0 0)),((5 0,9 0,9 4,5 4,5 0)))", true);
        row("an island in a hole",
            "MULTIPOLYGON(((0 0,9 0,9 9,0 9,0 0),(1 1,8 1,8 8,1 8,1 1)),((3 3,6 3,6 6,3 6,3 3)))", true);
        row("a bow tie", "POLYGON((0 0,4 4,4 0,0 4,0 0))", false);
        row("a spike", "POLYGON((0 0,4 0,4 4,4 9,4 4,0 4,0 0))", false);
        row("a spike of two vertices", "POLYGON((0 0,4 0,4 4,4 9,4 6,4 4,0 4,0 0))", false);
        row("the hole outside", "POLYGON((0 0,4 0,4 4,0 4,0 0),(5 5,6 5,6 6,5 6,5 5))", false);
        row("a hole in a hole", "POLYGON((0 0,9 0,9 9,0 9,0 0),(1 1,8 1,8 8,1 8,1 1),(3 3,6 3,6 6,3 6,3 3))", false);
        row("a part in a part", "MULTIPOLYGON(((0 0,9 0,9 9,0 9,0 0)),((3 3,6 3,6 6,3 6,3 3)))", false);
        row("a hole in another part", "MULTIPOLYGON(((0 0,4 0,4 4,0 4,0 0),(6 1,7 1,7 2,6 1)),((5 0,9 0,9 4,5 4,5 0)))",
            false);
        row("the same part twice", "MULTIPOLYGON(((0 0,4 0,4 4,0 4,0 0)),((0 0,4 0,4 4,0 4,0 0)))", false);
        row("parts with a common edge", "MULTIPOLYGON(((0 0,4 0,4 4,0 4,0 0)),((4 0,9 0,9 4,4 4,4 0)))", false);
        row("a hole that fills its shell", "POLYGON((0 0,4 0,4 4,0 4,0 0),(0 0,4 0,4 4,0 4,0 0))", false);
        row("a ring walked twice", "POLYGON((0 0,4 0,4 4,0 4,0 0,4 0,4 4,0 4,0 0))", false);
    }
    void byHand() {
        QFETCH(QString, wkt);
        QFETCH(bool, sure);
        QCOMPARE(isSure(*gis::fromWkt(wkt.toStdString())), sure);
    }

    void neverOfWhatIsNot() {
        grid::Random random(seed(71));
        int sure = 0, valid = 0, invalid = 0;
        for (int i = 0; i < caseCount(10'000); ++i) {
            mutation::Rings rings = mutation::ringsOf(grid::anyPair(random, grid::asItIs).plan);
            if (rings.empty()) continue;
            for (int rounds = grid::pick(random, 0, 2); rounds > 0; --rounds) mutation::mutate(random, rings, true);
            const Geometry shape = asPacked(mutation::polygonOf(rings));
            if (shape.isEmpty()) continue;
            const bool isValid = !gis::flawOf(shape) && exact::edgesKeepApart<exact::Rational>(shape);
            (isValid ? valid : invalid)++;
            if (!isSure(shape)) continue;
            ++sure;
            QVERIFY2(isValid, qPrintable(exactText(shape)));
        }
        qInfo("%d of %d valid shapes are surely so; %d are invalid", sure, valid, invalid);
        QVERIFY(invalid > 500 && sure > 500);
    }

    void ofLargeShapesThatTouchNothing() {
        std::vector<Coordinate> ring, hole;
        for (int i = 0; i < 30'000; ++i) {
            const double angle = i * 2 * M_PI / 30'000, r = 500 + 50 * ((i * 7919) % 101) / 101.0;
            ring.push_back({500'000 + r * std::cos(angle), 3'400'000 + r * std::sin(angle)});
            hole.push_back({500'000 + r / 2 * std::cos(angle), 3'400'000 + r / 2 * std::sin(angle)});
        }
        QVERIFY(isSure(Geometry::polygon({ring, hole})));
        std::swap(ring[20'000], ring[20'003]);
        QVERIFY(!isSure(Geometry::polygon({ring, hole})));
    }
};

QTEST_GUILESS_MAIN(TestSurelyValid)
#include "test_surely_valid.moc"
