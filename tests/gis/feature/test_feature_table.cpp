// SPDX-License-Identifier: Apache-2.0
#include <rapidcheck.h>

#include <QElapsedTimer>
#include <QtTest>
#include <map>
#include <set>

#include "gis/feature/FeatureTable.h"

using gis::CoordinateReferenceSystem;
using gis::Feature;
using gis::FeatureId;
using gis::FeatureTable;
using gis::Geometry;
using gis::Value;

namespace {

Feature pointFeature(std::int64_t id, double x = 0) {
    return Feature(FeatureId{id}, Geometry::point({x, 1}), {Value(id)});
}

FeatureTable tableOf(std::vector<Feature> features) {
    return FeatureTable(gis::Schema({{"number", gis::FieldType::Integer, 0}}), CoordinateReferenceSystem::cgcs2000(),
                        std::move(features));
}

FeatureTable numbered(std::int64_t count) {
    std::vector<Feature> features;
    features.reserve(static_cast<std::size_t>(count));
    const Geometry shape = Geometry::point({5, 5});
    for (std::int64_t id = 1; id <= count; ++id) features.emplace_back(FeatureId{id}, shape, std::vector<Value>{id});
    return tableOf(std::move(features));
}

/// What a table should hold, kept the simple way.
using Model = std::map<std::int64_t, double>;

bool agrees(const FeatureTable& table, const Model& model) {
    if (table.size() != model.size()) return false;
    std::size_t position = 0;
    auto expected = model.begin();
    gis::Extent extent;
    for (const Feature& feature : table) {
        if (number(feature.id()) != expected->first || feature.geometry().coordinates()[0].x != expected->second)
            return false;
        if (&table.at(position) != &feature || table.find(feature.id()) != &feature) return false;
        extent.include(feature.geometry().extent());
        ++position;
        ++expected;
    }
    const std::int64_t next = model.empty() ? 1 : std::max<std::int64_t>(1, model.rbegin()->first + 1);
    return table.extent() == extent && number(table.nextId()) == next;
}

}  // namespace

class TestFeatureTable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatChangedSinceAnEarlierTableIsToldById() {
        const bool holds = rc::check("changedSince", [] {
            const auto count = *rc::gen::inRange(0, 2500);
            const FeatureTable before = numbered(count);
            FeatureTable after = before;
            std::set<std::int64_t> touched;
            for (int step = *rc::gen::inRange(0, 12); step > 0; --step) {
                const std::int64_t id = *rc::gen::inRange(1, count + 50);
                touched.insert(id);
                if (*rc::gen::arbitrary<bool>())
                    after = after.with({pointFeature(id, 9)});
                else
                    after = after.with({}, {FeatureId{id}});
            }
            std::vector<FeatureId> expected;
            for (const std::int64_t id : touched) {
                const Feature *old = before.find(FeatureId{id}), *now = after.find(FeatureId{id});
                const bool same = old == nullptr || now == nullptr ? old == now : *old == *now;
                if (!same) expected.push_back(FeatureId{id});
            }
            RC_ASSERT(after.changedSince(before) == expected);
            RC_ASSERT(before.changedSince(after) == expected);
            RC_ASSERT(after.changedSince(after).empty());
        });
        QVERIFY(holds);
    }

    void emptyTable();
    void sortsAndKeepsTheLaterOfTwo();
    void oneOfAMillion();
    void removingOneOfAMillion();
    void appendingToAMillion();
    void labelSharesAllPages();
    void changesThatChangeNothing();
    void behavesAsAMap();
    void oldVersionsStay();
    void pagesDoNotDwindle();
    void equality();
    void copiesOfFeaturesAreShared();
};

void TestFeatureTable::emptyTable() {
    const FeatureTable table;
    QVERIFY(table.isEmpty() && table.extent().isEmpty() && table.begin() == table.end());
    QCOMPARE(number(table.nextId()), std::int64_t{1});
    QCOMPARE(table.find(FeatureId{1}), nullptr);
    QVERIFY(!table.crs().isKnown());
    QCOMPARE(table.with({pointFeature(3), pointFeature(2)}).size(), 2U);
    QVERIFY(table.with({}, {FeatureId{7}}).isEmpty());
}

void TestFeatureTable::sortsAndKeepsTheLaterOfTwo() {
    const FeatureTable table = tableOf({pointFeature(9, 1), pointFeature(-4, 2), pointFeature(9, 3), pointFeature(1)});
    QVERIFY(agrees(table, {{-4, 2}, {1, 0}, {9, 3}}));
    const FeatureTable changed =
        table.with({pointFeature(1, 5), pointFeature(1, 6), pointFeature(2, 7)}, {FeatureId{2}, FeatureId{100}});
    QVERIFY(agrees(changed, {{-4, 2}, {1, 6}, {9, 3}}));  // an id both put and removed is gone
    QCOMPARE(number(tableOf({pointFeature(-5)}).nextId()), std::int64_t{1});
}

void TestFeatureTable::oneOfAMillion() {
    const FeatureTable table = numbered(1'000'000);
    QVERIFY(table.pageCount() > 1'000 && table.pageCount() < 10'000);  // pages of some hundred features
    QElapsedTimer timer;
    timer.start();
    const FeatureTable changed = table.with({pointFeature(500'000, 42)});
    qInfo("changing one of 10^6 features: %.3f ms", static_cast<double>(timer.nsecsElapsed()) / 1e6);
    QCOMPARE(changed.size(), table.size());
    QCOMPARE(changed.pageCount(), table.pageCount());
    QCOMPARE(changed.sharedPageCount(table), table.pageCount() - 1);
    QCOMPARE(changed.find(FeatureId{500'000})->geometry().coordinates()[0].x, 42.0);
    QCOMPARE(table.find(FeatureId{500'000})->geometry().coordinates()[0].x, 5.0);
    // Neighbours on the copied page still share their coordinates.
    QVERIFY(changed.find(FeatureId{500'001})->geometry().sharesWith(table.find(FeatureId{500'001})->geometry()));
}

void TestFeatureTable::removingOneOfAMillion() {
    const FeatureTable table = numbered(1'000'000);
    const FeatureTable changed = table.with({}, {FeatureId{1}, FeatureId{1'000'000}});
    QCOMPARE(changed.size(), table.size() - 2);
    QCOMPARE(changed.sharedPageCount(table), table.pageCount() - 2);
    QCOMPARE(number(changed.nextId()), std::int64_t{1'000'000});
}

void TestFeatureTable::appendingToAMillion() {
    FeatureTable table = numbered(1'000'000);
    const FeatureTable before = table;
    for (int i = 0; i < 1'000; ++i) table = table.with({pointFeature(number(table.nextId()))});
    QCOMPARE(table.size(), before.size() + 1'000);
    QVERIFY(table.sharedPageCount(before) >= before.pageCount() - 1);
    QVERIFY(table.pageCount() <= before.pageCount() + 5);
}

void TestFeatureTable::labelSharesAllPages() {
    const FeatureTable table = numbered(10'000);
    const FeatureTable labelled = table.withCrs(CoordinateReferenceSystem::wgs84());
    QCOMPARE(labelled.sharedPageCount(table), table.pageCount());
    QVERIFY(!(labelled == table));
    QCOMPARE(labelled.crs().epsg(), 4326);
}

void TestFeatureTable::changesThatChangeNothing() {
    const FeatureTable table = numbered(10'000);
    const FeatureTable same = table.with({}, {FeatureId{0}, FeatureId{20'000}});
    QCOMPARE(same.sharedPageCount(table), table.pageCount());
    QVERIFY(same == table);
}

void TestFeatureTable::behavesAsAMap() {
    const bool holds = rc::check("with, find, at and iteration agree with a map", [] {
        const auto idBelow = *rc::gen::element(20, 2'000, 100'000);
        const auto ids = rc::gen::inRange<std::int64_t>(-10, idBelow);
        const auto places = rc::gen::inRange(0, 1000);
        const auto sizeOfStart = *rc::gen::element(0, 3, 700, 3'000);
        FeatureTable table;
        Model model;
        std::vector<Feature> start;
        for (const auto id : *rc::gen::container<std::vector<std::int64_t>>(sizeOfStart, ids)) {
            start.push_back(pointFeature(id, static_cast<double>(id)));
            model[id] = static_cast<double>(id);
        }
        table = tableOf(start);
        RC_ASSERT(agrees(table, model));
        for (int round = 0; round < 4; ++round) {
            std::vector<Feature> upserted;
            std::vector<FeatureId> removed;
            for (const auto& [id, place] : *rc::gen::container<std::vector<std::pair<std::int64_t, int>>>(
                     *rc::gen::element(0, 1, 40, 900), rc::gen::pair(ids, places))) {
                upserted.push_back(pointFeature(id, place));
                model[id] = place;
            }
            for (const auto id :
                 *rc::gen::container<std::vector<std::int64_t>>(*rc::gen::element(0, 1, 40, 900), ids)) {
                removed.push_back(FeatureId{id});
                model.erase(id);
            }
            table = table.with(upserted, removed);
            RC_ASSERT(agrees(table, model));
        }
    });
    QVERIFY(holds);
}

void TestFeatureTable::oldVersionsStay() {
    std::vector<FeatureTable> versions{numbered(2'000)};
    for (int i = 0; i < 50; ++i) versions.push_back(versions.back().with({pointFeature(1'000, i)}, {FeatureId{i + 1}}));
    for (int i = 1; i <= 50; ++i) {
        const FeatureTable& version = versions[static_cast<std::size_t>(i)];
        QCOMPARE(version.size(), 2'000U - static_cast<std::size_t>(i));
        QCOMPARE(version.find(FeatureId{1'000})->geometry().coordinates()[0].x, static_cast<double>(i - 1));
    }
    QVERIFY(versions.front() == numbered(2'000));
}

void TestFeatureTable::pagesDoNotDwindle() {
    FeatureTable table = numbered(100'000);
    for (std::int64_t kept = 0; kept < 100; ++kept) {
        std::vector<FeatureId> removed;
        for (std::int64_t id = kept * 1'000 + 2; id <= kept * 1'000 + 1'000; ++id) removed.push_back(FeatureId{id});
        table = table.with({}, removed);
    }
    QCOMPARE(table.size(), 100U);
    QVERIFY(table.pageCount() <= 4);
}

void TestFeatureTable::equality() {
    const FeatureTable table = numbered(2'000);
    QVERIFY(table == numbered(2'000));
    QVERIFY(!(table == numbered(1'999)));
    QVERIFY(!(table == table.with({pointFeature(77, 6)})));
    // The same features on other pages
    const FeatureTable other = table.with({}, {FeatureId{300}}).with({*table.find(FeatureId{300})});
    QVERIFY(other == table);
    QVERIFY(!(table == FeatureTable(gis::Schema(), table.crs(), std::vector<Feature>(table.begin(), table.end()))));
}

void TestFeatureTable::copiesOfFeaturesAreShared() {
    const Feature feature(FeatureId{1}, Geometry::lineString({{0, 0}, {1, 1}}), {Value(std::string("a")), Value(2.5)});
    const Feature moved = feature.withGeometry(Geometry::point({1, 1}));
    QCOMPARE(&moved.attributes(), &feature.attributes());
    const Feature renamed = feature.withAttribute(3, Value(std::string("b")));
    QVERIFY(renamed.geometry().sharesWith(feature.geometry()));
    QVERIFY(gis::isNull(renamed.attribute(2)) && gis::isNull(feature.attribute(-1)) &&
            gis::isNull(feature.attribute(9)));
    QVERIFY(!(renamed == feature) && feature.withId(FeatureId{1}) == feature &&
            !(feature.withId(FeatureId{2}) == feature));
}

QTEST_GUILESS_MAIN(TestFeatureTable)
#include "test_feature_table.moc"
