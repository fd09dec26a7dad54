// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "gis/engine/Validity.h"
#include "tests/gis/overlap/OverlapFixture.h"
#include "tests/gis/overlap/ShapeMutation.h"
#include "tests/support/ExactArea.h"
#include "tests/support/ExactLine.h"
#include "tests/support/GridPolygons.h"

using namespace overlap_fixture;
using gis::Coordinate;
using gis::Geometry;

namespace {

bool isOrdinary(const Geometry& g) {
    return std::all_of(g.coordinates().begin(), g.coordinates().end(), [](Coordinate c) {
        const auto fits = [](double v) { return v == 0 || (std::abs(v) < 1e9 && std::abs(v) > 1e-9); };
        return fits(c.x) && fits(c.y);
    });
}
bool isSound(const Geometry& g) {
    return !g.isEmpty() && isOrdinary(g) && exact::edgesKeepApart<exact::Rational>(g) && !gis::flawOf(g);
}

}  // namespace

/// What no valid layer holds must not hang or harm: the lines of code are the same that read other people's files.
/// Worth most when built with sanitizers; TUCE_OVERLAP_PAIRS sets the number of rounds.
class TestMutations : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void harmNothing() {
        grid::Random random(seed(61));
        gis::PairOverlap engine;
        int compared = 0;
        for (int i = 0; i < caseCount(6000); ++i) {
            const double cell = std::array{1.0, 0.1, 1e-3, 100.0}[static_cast<std::size_t>(grid::pick(random, 0, 3))];
            const Coordinate origin = grid::chance(random, 0.5) ? Coordinate{} : Coordinate{540'000.3, 3'400'000.7};
            const grid::Pair pair = grid::anyPair(random, [&](grid::Node n) {
                return Coordinate{origin.x + cell * n.x, origin.y + cell * n.y};
            });
            if (pair.plan.isEmpty() || pair.control.isEmpty() || pair.control.coordinateCount() > 400) continue;
            mutation::Rings rings = mutation::ringsOf(pair.control);
            for (int rounds = grid::pick(random, 1, 4); rounds > 0; --rounds) mutation::mutate(random, rings);
            const Geometry changed = mutation::polygonOf(rings);
            const Geometry line = Geometry::lineString({changed.coordinates().begin(), changed.coordinates().end()});
            const gis::OverlapLayer plan = layerOf({pair.plan, line, changed}), control = layerOf({changed, pair.plan});
            if (plan.shapes.dimensions[2] != 2 || plan.shapes.vertexCount(2) == 0) continue;
            const gis::AreaOverlap one = engine.area(plan, 0, control, 0);
            const gis::AreaOverlap other = engine.area(plan, 2, control, 1);
            (void)engine.area(plan, 2, control, 0);
            if (plan.shapes.vertexCount(1) > 1) (void)engine.line(plan, 1, control, 0);
            if (plan.shapes.vertexCount(1) > 1) (void)engine.line(plan, 1, control, 1);
            for (const Coordinate c : pair.plan.coordinates()) (void)gis::PairOverlap::place(c, control, 0);
            QVERIFY(!(one.area < 0) && !(other.area < 0));
            if (!isSound(changed) || !isSound(pair.plan)) continue;
            const exact::AreaTruth truth = exact::areaTruth<exact::Rational>(pair.plan, changed);
            const QString text = QStringLiteral("plan %1\ncontrol %2").arg(exactText(pair.plan), exactText(changed));
            QVERIFY2(one.interiorsMeet == truth.interiorsMeet && other.interiorsMeet == truth.interiorsMeet,
                     qPrintable(text));
            const double allowed = tolerance(pair.plan, changed, truth.area, truth.perimeter);
            QVERIFY2(std::abs(one.area - truth.area) <= allowed && std::abs(other.area - truth.area) <= allowed,
                     qPrintable(text + QStringLiteral("\n%1, %2, expected %3, allowed %4")
                                           .arg(one.area, 0, 'g', 17)
                                           .arg(other.area, 0, 'g', 17)
                                           .arg(truth.area, 0, 'g', 17)
                                           .arg(allowed)));
            ++compared;
        }
        qInfo("%d of the mutated shapes were valid and compared", compared);
        QVERIFY(compared > 10);
    }
};

QTEST_GUILESS_MAIN(TestMutations)
#include "test_mutations.moc"
