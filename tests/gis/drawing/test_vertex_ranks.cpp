// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <map>
#include <set>

#include "gis/drawing/ChainRanks.h"
#include "gis/drawing/KeptVertices.h"
#include "tests/gis/drawing/DrawingFixture.h"

using fixture::Line;
using gis::Coordinate;
using gis::Geometry;
using Position = std::pair<double, double>;

namespace {

constexpr double everywhere = 1e12;
const gis::Extent allView{-everywhere, -everywhere, everywhere, everywhere};

/// What is left of a sequence at a tolerance; a ring is closed.
Line keptLine(const gis::DrawingForm& form, std::size_t shape, std::uint32_t sequence, double tolerance) {
    std::vector<std::uint32_t> kept;
    gis::KeptVertices(form, allView, tolerance).of(shape, sequence, kept);
    Line line;
    for (const std::uint32_t index : kept) line.push_back(form.shapes.coordinates[index]);
    if (form.shapes.dimensions[shape] == 2 && !line.empty()) line.push_back(line.front());
    return line;
}

template <class Take>
void eachSequence(const gis::DrawingForm& form, Take take) {
    for (std::size_t shape = 0; shape < form.shapes.shapeCount(); ++shape)
        for (std::uint32_t s = form.shapes.sequenceBegin(shape); s < form.shapes.sequenceEnd(shape); ++s)
            take(shape, s);
}

/// The rank of each position; -1 where it has two.
std::map<Position, int> ranksByPosition(const gis::DrawingForm& form) {
    std::map<Position, int> ranks;
    for (std::size_t i = 0; i < form.shapes.coordinates.size(); ++i) {
        const Coordinate c = form.shapes.coordinates[i];
        const int rank = form.ranks[i] & gis::ChainRanks::rankBits;
        const auto [place, isNew] = ranks.try_emplace({c.x, c.y}, rank);
        if (!isNew && place->second != rank) place->second = -1;
    }
    return ranks;
}

Geometry square(double left, double bottom, double side) {
    return Geometry::polygon(
        {{{left, bottom}, {left + side, bottom}, {left + side, bottom + side}, {left, bottom + side}}});
}

Line noisyLine(fixture::Dice& dice, int count) {
    Line line{{0, 0}};
    double heading = 0;
    for (int i = 1; i < count; ++i) {
        heading += dice.between(-1, 1);
        line.push_back({line.back().x + std::cos(heading), line.back().y + std::sin(heading)});
    }
    return line;
}

}  // namespace

class TestVertexRanks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsLeftIsNear_data();
    void whatIsLeftIsNear();
    void bothSidesOfABorderAgree();
    void aHoleAndItsIslandAgree();
    void neitherStartNorDirectionMatters();
    void junctionsStay();
    void verticesOnEdgesStay();
    void endsOfLinesStay();
    void edgesOfTwoAreRepeatedOnce();
    void threadsDoNotMatter();
    void longChainsAndManyAtOnePlace();
    void nothing();
};

void TestVertexRanks::whatIsLeftIsNear_data() {
    QTest::addColumn<double>("tolerance");
    for (const double tolerance : {0.01, 0.1, 0.5, 2.0, 10.0, 100.0})
        QTest::newRow(qPrintable(QString::number(tolerance))) << tolerance;
}

/// Hausdorff's distance both ways, computed without the ranks.
void TestVertexRanks::whatIsLeftIsNear() {
    QFETCH(double, tolerance);
    fixture::Dice dice(7);
    std::vector<Geometry> geometries;
    for (int i = 0; i < 12; ++i) {
        geometries.push_back(Geometry::lineString(noisyLine(dice, 150)));
        geometries.push_back(
            Geometry::polygon({fixture::raggedRing(dice, {i * 3.0, 5}, dice.between(2, 9), 20 + 10 * i)}));
    }
    const gis::DrawingForm form = fixture::formOf(geometries);
    std::size_t dropped = 0;
    eachSequence(form, [&](std::size_t shape, std::uint32_t s) {
        const auto all = form.shapes.sequence(s);
        const Line whole(all.begin(), all.end());
        const Line left = keptLine(form, shape, s, tolerance);
        QVERIFY(!left.empty());
        dropped += whole.size() - left.size();
        QVERIFY2(fixture::furthestFrom(whole, left, 3) <= tolerance * (1 + 1e-9), "the old line from the new one");
        if (left.size() > 1)
            QVERIFY2(fixture::furthestFrom(left, whole, 9) <= tolerance * (1 + 1e-9), "the new line from the old one");
    });
    if (tolerance >= 0.5) QVERIFY(dropped > 500);
}

void TestVertexRanks::bothSidesOfABorderAgree() {
    fixture::Mosaic mosaic(3, 12, 10, 17);
    const gis::DrawingForm form = fixture::formOf(mosaic.cells());
    std::size_t fewest = form.shapes.coordinates.size();
    for (const double tolerance : {0.05, 0.3, 0.8, 1.5, 3.0, 50.0}) {
        std::map<std::pair<Position, Position>, int> edges;
        std::size_t count = 0;
        eachSequence(form, [&](std::size_t shape, std::uint32_t s) {
            const Line left = keptLine(form, shape, s, tolerance);
            count += left.size();
            for (std::size_t i = 1; i < left.size(); ++i)
                ++edges[{{left[i - 1].x, left[i - 1].y}, {left[i].x, left[i].y}}];
        });
        const auto onRim = [&](Position p) {
            return p.first == 0 || p.second == 0 || p.first == mosaic.width() || p.second == mosaic.width();
        };
        for (const auto& [edge, number] : edges) {
            QCOMPARE(number, 1);
            if (!(onRim(edge.first) && onRim(edge.second))) QVERIFY(edges.contains({edge.second, edge.first}));
        }
        QVERIFY(count <= fewest);
        fewest = count;
    }
    QVERIFY(fewest < form.shapes.coordinates.size() / 10);
}

void TestVertexRanks::aHoleAndItsIslandAgree() {
    fixture::Dice dice(5);
    Line hole = fixture::raggedRing(dice, {0, 0}, 10, 300);
    Line island(hole.begin(), hole.end() - 1);
    std::rotate(island.begin(), island.begin() + 123, island.end());
    const gis::DrawingForm form = fixture::formOf(
        {Geometry::polygon({{{-20, -20}, {20, -20}, {20, 20}, {-20, 20}}, hole}), Geometry::polygon({island})});
    for (const auto& [position, rank] : ranksByPosition(form)) QVERIFY(rank >= 0);
}

void TestVertexRanks::neitherStartNorDirectionMatters() {
    fixture::Dice dice(11);
    Line ring = fixture::raggedRing(dice, {1000, 2000}, 10, 500);
    ring.pop_back();
    const auto expected = ranksByPosition(fixture::formOf({Geometry::polygon({ring})}));
    std::rotate(ring.begin(), ring.begin() + 77, ring.end());
    QVERIFY(ranksByPosition(fixture::formOf({Geometry::polygon({ring})})) == expected);
    Line line = noisyLine(dice, 9000);  // longer than what is looked at as one chain
    const auto forward = ranksByPosition(fixture::formOf({Geometry::lineString(line)}));
    std::reverse(line.begin(), line.end());
    QVERIFY(ranksByPosition(fixture::formOf({Geometry::lineString(line)})) == forward);
}

void TestVertexRanks::junctionsStay() {
    fixture::Mosaic mosaic(9, 5, 10, 9);
    const gis::DrawingForm form = fixture::formOf(mosaic.cells());
    std::set<Position> kept;
    eachSequence(form, [&](std::size_t shape, std::uint32_t s) {
        for (const Coordinate c : keptLine(form, shape, s, 1e6)) kept.insert({c.x, c.y});
    });
    for (int row = 0; row <= 5; ++row)
        for (int column = 0; column <= 5; ++column) {
            const bool isCorner = (row % 5 == 0) && (column % 5 == 0);  // only one cell has it
            if (!isCorner) QVERIFY(kept.contains({column * 10.0, row * 10.0}));
        }
}

void TestVertexRanks::verticesOnEdgesStay() {
    // The long edge from (0,0) to (90,30) has no vertex where the small ones meet at (30,10).
    const Geometry above = Geometry::polygon({{{0, 0}, {90, 30}, {60, 80}, {30, 81}, {0, 80}}});
    const Geometry left = Geometry::polygon({{{0, 0}, {20, -40}, {30, 10}}});
    const Geometry right = Geometry::polygon({{{30, 10}, {20, -40}, {90, -40}, {90, 30}}});
    const gis::DrawingForm form = fixture::formOf({above, left, right});
    const auto ranks = ranksByPosition(form);
    for (const Position& held : {Position{0, 0}, Position{90, 30}, Position{30, 10}, Position{20, -40}})
        QCOMPARE(ranks.at(held), int{gis::RankScale::held});
    QVERIFY(ranks.at({30, 81}) < gis::RankScale::held);
}

void TestVertexRanks::endsOfLinesStay() {
    const gis::DrawingForm form = fixture::formOf({Geometry::lineString({{0, 0}, {5, 0.1}, {10, 0}, {15, 0.2}})});
    QVERIFY(keptLine(form, 0, 0, 1000) == (Line{{0, 0}, {15, 0.2}}));
    // A line that ends on another one holds that place.
    const gis::DrawingForm cross =
        fixture::formOf({Geometry::lineString({{0, 0}, {5, 0.1}, {10, 0}}), Geometry::lineString({{5, 0.1}, {5, 9}})});
    QCOMPARE(keptLine(cross, 0, 0, 1000).size(), std::size_t{3});
}

void TestVertexRanks::edgesOfTwoAreRepeatedOnce() {
    const gis::DrawingForm form = fixture::formOf({square(0, 0, 1), square(1, 0, 1), square(5, 5, 1)});
    int repeated = 0;
    for (std::size_t i = 0; i < form.shapes.coordinates.size(); ++i) {
        const bool isClosing = i % 5 == 4;
        if (isClosing || (form.ranks[i] & gis::ChainRanks::repeatedBit) == 0) continue;
        ++repeated;
        QCOMPARE(form.shapes.coordinates[i].x, 1.0);
        QCOMPARE(form.shapes.coordinates[i + 1].x, 1.0);
        QVERIFY(i >= 5);  // of the second square
    }
    QCOMPARE(repeated, 1);
}

void TestVertexRanks::threadsDoNotMatter() {
    fixture::Mosaic mosaic(21, 60, 10, 40);  // several cells and chunks of vertices
    const auto cells = mosaic.cells();
    const gis::DrawingForm one = fixture::formOf(cells, 1);
    const gis::DrawingForm four = fixture::formOf(cells, 4);
    QVERIFY(one.shapes.coordinates.size() > 500'000);
    QVERIFY(std::equal(one.ranks.begin(), one.ranks.end(), four.ranks.begin(), four.ranks.end()));
    QVERIFY(std::equal(one.runRanks.begin(), one.runRanks.end(), four.runRanks.begin(), four.runRanks.end()));
    for (const auto& [position, rank] : ranksByPosition(one)) QVERIFY(rank >= 0);
}

/// What would take for ever if the time grew with the square.
void TestVertexRanks::longChainsAndManyAtOnePlace() {
    Line spiral, comb;
    for (int i = 0; i < 200'000; ++i) {
        spiral.push_back({i * 1e-3 * std::cos(i * 1e-4), i * 1e-3 * std::sin(i * 1e-4)});
        comb.push_back({i * 1e-3, -500.0});
    }
    std::vector<Geometry> geometries{Geometry::lineString(spiral), Geometry::lineString(comb)};
    for (int i = 0; i < 40'000; ++i)
        geometries.push_back(Geometry::polygon({{{0, 0},
                                                 {9 * std::cos(i * 1e-4), 9 * std::sin(i * 1e-4)},
                                                 {9 * std::cos((i + 1) * 1e-4), 9 * std::sin((i + 1) * 1e-4)}}}));
    geometries.push_back(square(4e6, 4e6, 1));  // far away from all others
    const gis::DrawingForm form = fixture::formOf(geometries, 2);
    QCOMPARE(ranksByPosition(form).at({0, 0}), int{gis::RankScale::held});
    QVERIFY(keptLine(form, 1, 1, 0.01).size() < 200);
}

void TestVertexRanks::nothing() {
    const gis::DrawingForm empty = fixture::formOf({});
    QCOMPARE(empty.shapes.shapeCount(), std::size_t{0});
    const gis::DrawingForm points = fixture::formOf({Geometry::multiPoint({{1, 2}, {1, 2}}), Geometry{}});
    QCOMPARE(points.shapes.shapeCount(), std::size_t{2});
}

QTEST_GUILESS_MAIN(TestVertexRanks)
#include "test_vertex_ranks.moc"
