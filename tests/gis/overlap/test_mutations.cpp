// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <cstring>

#include "gis/engine/Validity.h"
#include "tests/gis/overlap/OverlapFixture.h"
#include "tests/support/ExactArea.h"
#include "tests/support/ExactLine.h"
#include "tests/support/GridPolygons.h"

using namespace overlap_fixture;
using gis::Coordinate;
using gis::Geometry;

namespace {

using Rings = std::vector<std::vector<std::vector<Coordinate>>>;

Rings ringsOf(const Geometry& g) {
    Rings parts(g.partCount());
    for (std::size_t part = 0; part < parts.size(); ++part)
        for (std::size_t s = g.partBegin(part); s < g.partEnd(part); ++s)
            parts[part].emplace_back(g.sequence(s).begin(), g.sequence(s).end());
    return parts;
}
Geometry polygonOf(const Rings& parts) {
    gis::GeometryBuilder builder(2);
    for (const auto& part : parts) {
        for (const auto& ring : part) {
            for (const Coordinate c : ring) builder.add(c);
            builder.endSequence();
        }
        builder.endPart();
    }
    return builder.build();
}

/// Finite and below 1e150, as orientation() demands.
double bitFlipped(grid::Random& random, double value) {
    for (;;) {
        std::uint64_t bits = 0;
        std::memcpy(&bits, &value, sizeof bits);
        bits ^= std::uint64_t{1} << grid::pick(random, 0, 63);
        double changed = 0;
        std::memcpy(&changed, &bits, sizeof changed);
        if (std::abs(changed) < 1e149) return changed;
    }
}

void mutate(grid::Random& random, Rings& parts) {
    const auto index = [&random](std::size_t size) {
        return static_cast<std::size_t>(grid::pick(random, 0, static_cast<int>(size) - 1));
    };
    auto& part = parts[index(parts.size())];
    auto& ring = part[index(part.size())];
    if (ring.empty()) return;
    const std::size_t i = index(ring.size());
    Coordinate& c = ring[i];
    const auto& donors = parts[index(parts.size())].front();
    const Coordinate donor = donors.empty() ? Coordinate{} : donors[index(donors.size())];
    const double extremes[] = {0.0, -0.0, 5e-324, 2.3e-308, 1e-160, 1e-20, 0x1p53, 1e16, 1e60, 1e149, -1e149};
    switch (grid::pick(random, 0, 10)) {
        case 0:
            (grid::chance(random, 0.5) ? c.x : c.y) = bitFlipped(random, grid::chance(random, 0.5) ? c.x : c.y);
            break;
        case 1:
            (grid::chance(random, 0.5) ? c.x : c.y) = extremes[index(std::size(extremes))];
            break;
        case 2:
            c = donor;
            break;
        case 3:
            (grid::chance(random, 0.5) ? c.x : c.y) = donor.x;
            break;
        case 4:
            ring.insert(ring.begin() + static_cast<std::ptrdiff_t>(i), donor);
            break;
        case 5:
            ring.erase(ring.begin() + static_cast<std::ptrdiff_t>(i));
            break;
        case 6:
            std::swap(c, ring[index(ring.size())]);
            break;
        case 7:
            c.x = std::nextafter(c.x, donor.x);
            c.y = std::nextafter(c.y, donor.y);
            break;
        case 8:
            ring.insert(ring.begin() + static_cast<std::ptrdiff_t>(i),
                        static_cast<std::size_t>(grid::pick(random, 1, 40)), c);
            break;
        case 9:
            part.push_back(ring);
            break;
        default:
            c = {(c.x + donor.x) / 2, (c.y + donor.y) / 2};
    }
}

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
            Rings rings = ringsOf(pair.control);
            for (int rounds = grid::pick(random, 1, 4); rounds > 0; --rounds) mutate(random, rings);
            const Geometry changed = polygonOf(rings);
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
