// SPDX-License-Identifier: Apache-2.0
#include <rapidcheck.h>

#include <QtTest>
#include <limits>
#include <numeric>
#include <random>
#include <thread>

#include "gis/feature/SpatialIndex.h"

using gis::Extent;
using gis::SpatialIndex;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

std::vector<std::uint32_t> bruteForce(const std::vector<Extent>& boxes, const Extent& query) {
    std::vector<std::uint32_t> found;
    for (std::size_t i = 0; i < boxes.size(); ++i)
        if (!boxes[i].isEmpty() && !query.isEmpty() && boxes[i].meets(query))
            found.push_back(static_cast<std::uint32_t>(i));
    return found;
}

/// Whole-numbered corners, so that boxes touch, coincide, shrink to points, and (where a side is negative) are empty.
rc::Gen<Extent> boxes() {
    return rc::gen::map(rc::gen::tuple(rc::gen::inRange(0, 60), rc::gen::inRange(0, 60), rc::gen::inRange(-1, 9),
                                       rc::gen::inRange(-1, 9)),
                        [](const std::tuple<int, int, int, int>& t) {
                            const auto [x, y, width, height] = t;
                            return Extent{double(x), double(y), double(x + width), double(y + height)};
                        });
}

std::vector<Extent> randomBoxes(std::size_t count) {
    std::mt19937_64 random(5);
    std::uniform_real_distribution<double> place(0, 1000);
    std::uniform_real_distribution<double> side(0, 5);
    std::vector<Extent> result;
    for (std::size_t i = 0; i < count; ++i) {
        const double x = place(random);
        const double y = place(random);
        result.push_back({x, y, x + side(random), y + side(random)});
    }
    return result;
}

}  // namespace

class TestSpatialIndex : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingInIt();
    void sizesAroundTheFanOut_data();
    void sizesAroundTheFanOut();
    void agreesWithBruteForce();
    void touchingCounts();
    void boxesWithoutEnd();
    void allInOnePlace();
    void manyBoxes();
    void visitStopsWhenTold();
    void threadsAskTogether();
};

void TestSpatialIndex::nothingInIt() {
    const Extent all{-infinity, -infinity, infinity, infinity};
    QVERIFY(SpatialIndex().find(all).empty());
    const std::vector<Extent> empties(40);
    const SpatialIndex index(empties);
    QCOMPARE(index.size(), 40U);
    QVERIFY(index.extent().isEmpty());
    QVERIFY(index.find(all).empty());
}

void TestSpatialIndex::sizesAroundTheFanOut_data() {
    QTest::addColumn<int>("count");
    for (const int count : {1, 2, 15, 16, 17, 255, 256, 257, 4096, 4097}) QTest::addRow("%d boxes", count) << count;
}

void TestSpatialIndex::sizesAroundTheFanOut() {
    QFETCH(int, count);
    std::vector<Extent> row;
    for (int i = 0; i < count; ++i) row.push_back({i * 2.0, 0, i * 2.0 + 1, 1});
    const SpatialIndex index(row);
    QCOMPARE(index.extent(), (Extent{0, 0, count * 2.0 - 1, 1}));
    std::vector<std::uint32_t> all(static_cast<std::size_t>(count));
    std::iota(all.begin(), all.end(), 0U);
    QCOMPARE(index.find(index.extent()), all);
    for (int i = 0; i < count; i += 1 + count / 50) {
        QCOMPARE(index.find(row[static_cast<std::size_t>(i)]), (std::vector<std::uint32_t>{std::uint32_t(i)}));
        QVERIFY(index.find({i * 2.0 + 1.2, 0, i * 2.0 + 1.8, 1}).empty());
    }
}

void TestSpatialIndex::agreesWithBruteForce() {
    const bool holds = rc::check("find is what a plain loop finds", [] {
        const auto count = *rc::gen::element(0, 1, 16, 17, 100, 600);
        const auto content = *rc::gen::container<std::vector<Extent>>(count, boxes());
        const SpatialIndex index(content);
        for (int i = 0; i < 10; ++i) {
            const Extent query = *boxes();
            RC_ASSERT(index.find(query) == bruteForce(content, query));
        }
    });
    QVERIFY(holds);
}

void TestSpatialIndex::touchingCounts() {
    const std::vector<Extent> content{{0, 0, 1, 1}, {1, 1, 2, 2}, {1, 0, 1, 1}, {3, 3, 3, 3}};
    const SpatialIndex index(content);
    QCOMPARE(index.find({1, 1, 1, 1}), (std::vector<std::uint32_t>{0, 1, 2}));
    QCOMPARE(index.find({2, 2, 3, 3}), (std::vector<std::uint32_t>{1, 3}));
    QVERIFY(index.find({2.1, 2.1, 2.9, 2.9}).empty());
    QVERIFY(index.find(Extent()).empty());
}

void TestSpatialIndex::boxesWithoutEnd() {
    std::vector<Extent> content = randomBoxes(100);
    content.push_back({-infinity, -infinity, infinity, infinity});
    content.push_back({std::nan(""), 0, 1, 1});
    content.push_back({0, 0, 1e308, 1e308});
    content.push_back({-1e308, -1e308, 1e308, 0});
    const SpatialIndex index(content);
    for (const Extent& query : {Extent{5, 5, 50, 50}, Extent{-5, -5, -1, -1}, Extent{-infinity, 0, infinity, 0}})
        QCOMPARE(index.find(query), bruteForce(content, query));
    QVERIFY(index.find({std::nan(""), 0, 1, 1}).empty());
}

void TestSpatialIndex::allInOnePlace() {
    const std::vector<Extent> content(1'000, Extent{7, 7, 7, 7});
    const SpatialIndex index(content);
    QCOMPARE(index.find({7, 7, 8, 8}).size(), 1'000U);
    QVERIFY(index.find({7.5, 7.5, 8, 8}).empty());
}

void TestSpatialIndex::manyBoxes() {
    const std::vector<Extent> content = randomBoxes(200'000);
    const SpatialIndex index(content);
    for (const Extent& query : randomBoxes(50)) QCOMPARE(index.find(query), bruteForce(content, query));
}

void TestSpatialIndex::visitStopsWhenTold() {
    const SpatialIndex index(randomBoxes(1'000));
    int seen = 0;
    index.visit(index.extent(), [&](std::uint32_t) { return ++seen < 5; });
    QCOMPARE(seen, 5);
}

void TestSpatialIndex::threadsAskTogether() {
    const std::vector<Extent> content = randomBoxes(20'000);
    const std::vector<Extent> queries = randomBoxes(200);
    const SpatialIndex index(content);
    std::vector<std::vector<std::uint32_t>> expected;
    for (const Extent& query : queries) expected.push_back(bruteForce(content, query));
    std::atomic_int wrong{0};
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&] {
                for (std::size_t i = 0; i < queries.size(); ++i)
                    if (index.find(queries[i]) != expected[i]) ++wrong;
            });
    }
    QCOMPARE(wrong.load(), 0);
}

QTEST_APPLESS_MAIN(TestSpatialIndex)
#include "test_spatial_index.moc"
