// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "gis/engine/Overlay.h"
#include "gis/overlap/CommonPiece.h"
#include "tests/gis/overlap/OverlapFixture.h"
#include "tests/support/GridPolygons.h"
#include "tests/support/RaggedZones.h"

using namespace overlap_fixture;
using gis::Coordinate;
using gis::Geometry;

namespace {

template <class Move>
Geometry moved(const Geometry& shape, const Move& move) {
    gis::GeometryBuilder builder(2);
    for (std::size_t part = 0; part < shape.partCount(); ++part) {
        for (std::size_t s = shape.partBegin(part); s < shape.partEnd(part); ++s) {
            for (const Coordinate p : shape.sequence(s)) builder.add(move(p));
            builder.endSequence();
        }
        builder.endPart();
    }
    return builder.build();
}

Coordinate far(Coordinate p) { return {500'000 + p.x, 3'400'000 + p.y}; }

}  // namespace

class TestCommonPiece : public QObject {
    Q_OBJECT

    gis::CommonPiece m_piece;
    std::size_t m_met = 0, m_given = 0;

    void compare(const Geometry& plan, const Geometry& control, double allowed) {
        const gis::OverlapLayer a = layerOf({plan}), b = layerOf({control});
        const gis::AreaOverlap overlap = gis::PairOverlap().area(a, 0, b, 0);
        const auto piece = m_piece.trace(a, 0, b, 0);
        m_met += overlap.interiorsMeet;
        if (!piece) {
            ++m_given;
            return;
        }
        const QString text = exactText(plan) + QStringLiteral(" and ") + exactText(control);
        QVERIFY2(std::abs(gis::planeArea(*piece) - overlap.area) <= allowed * (1 + overlap.area), qPrintable(text));
        QVERIFY2(piece->isEmpty() || overlap.interiorsMeet, qPrintable(text));
        for (std::size_t s = 0; s < piece->sequenceCount(); ++s)
            QVERIFY2(piece->sequence(s).front() == piece->sequence(s).back(), qPrintable(text));
    }

private Q_SLOTS:
    void init() { m_met = m_given = 0; }

    void itHasTheAreaOfTheOverlapOnGrids() {
        grid::Random random(99);
        constexpr int count = 40'000;
        for (int i = 0; i < count && !QTest::currentTestFailed(); ++i) {
            const grid::Pair pair = grid::anyPair(random, grid::asItIs);
            compare(pair.plan, pair.control, 1e-9);
        }
        qInfo("%zu meet, %zu given to the overlay", m_met, m_given);
        QVERIFY(m_met > count / 4);
        QVERIFY(m_given < count / 1000);
    }

    void itHasTheAreaOfTheOverlapBesideGrids() {
        grid::Random random(100);
        std::uniform_real_distribution<double> any(-0.4, 0.4);
        constexpr int count = 20'000;
        for (int i = 0; i < count && !QTest::currentTestFailed(); ++i) {
            const double turn = any(random), dx = any(random), dy = any(random);
            const double c = std::cos(turn), s = std::sin(turn);
            const grid::Pair pair = grid::anyPair(random, grid::asItIs);
            const Geometry plan = moved(pair.plan, [=](Coordinate p) {
                return Coordinate{c * p.x - s * p.y + dx, s * p.x + c * p.y + dy};
            });
            // Crossings are rounded to coordinates, about 1e-9 there, along the rim of the piece.
            compare(moved(plan, far), moved(pair.control, far), 1e-6);
        }
        qInfo("%zu meet, %zu given to the overlay", m_met, m_given);
        QVERIFY(m_met > count / 4);
        QVERIFY(m_given < count / 1000);
    }

    void aPieceWithAHoleAndTwoPartsIsPutTogether() {
        const Geometry plan = Geometry::polygon({{{0, 0}, {20, 0}, {20, 10}, {0, 10}}});
        // A ring about a hole, and a bar that is cut in two.
        const Geometry control = Geometry::multiPolygon(
            {{{{1, 1}, {6, 1}, {6, 6}, {1, 6}}, {{2, 2}, {2, 4}, {4, 4}, {4, 2}}},
             {{{10, -5}, {12, -5}, {12, 15}, {14, 15}, {14, -5}, {16, -5}, {16, 20}, {10, 20}}}});
        const auto piece = m_piece.trace(layerOf({plan}), 0, layerOf({control}), 0);
        QVERIFY(piece.has_value());
        QCOMPARE(piece->partCount(), std::size_t{3});
        QCOMPARE(piece->sequenceCount(), std::size_t{4});
        QCOMPARE(gis::planeArea(*piece), 25.0 - 4 + 2 * 20);
    }
};

QTEST_GUILESS_MAIN(TestCommonPiece)
#include "test_common_piece.moc"
