// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "layers/edit/BookmarkEdit.h"

using namespace layers;

namespace {

const Bookmark core{"核心区", "EPSG:4545", {100, 200, 300, 400}};

SnapshotPtr after(const SnapshotPtr& plan, const gis::Result<ChangeSet>& change) {
    if (!change) qFatal("%s", gis::describe(change.error()).c_str());
    const auto made = applied(plan, *change);
    if (!made) qFatal("%s", gis::describe(made.error()).c_str());
    return *made;
}

}  // namespace

class TestBookmarkEdit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void addsRenamesRemoves() {
        SnapshotPtr plan = std::make_shared<ProjectSnapshot>();
        plan = after(plan, addBookmark(*plan, core));
        plan = after(plan, addBookmark(*plan, {"万州", "EPSG:4490", {108.1, 30.6, 108.5, 30.9}}));
        const auto two = bookmarksOf(*plan);
        QVERIFY(two);
        QCOMPARE(two->size(), std::size_t{2});
        QVERIFY(two->front() == core);
        plan = after(plan, renameBookmark(*plan, "核心区", "老城"));
        QCOMPARE(bookmarksOf(*plan)->front().name, std::string("老城"));
        QVERIFY(bookmarksOf(*plan)->front().extent == core.extent);
        plan = after(plan, removeBookmark(*plan, "万州"));
        plan = after(plan, removeBookmark(*plan, "老城"));
        QVERIFY(plan->info.values.empty());
    }

    void isUndoneByTheInvertedChange() {
        const SnapshotPtr plan = std::make_shared<ProjectSnapshot>();
        const auto change = addBookmark(*plan, core);
        const SnapshotPtr with = after(plan, change);
        QVERIFY(after(with, change->inverted())->samePlan(*plan));
    }

    void refusesNames() {
        SnapshotPtr plan = std::make_shared<ProjectSnapshot>();
        plan = after(plan, addBookmark(*plan, core));
        QCOMPARE(addBookmark(*plan, core).error().code, gis::ErrorCode::InvalidArgument);
        QCOMPARE(addBookmark(*plan, {"", "EPSG:4545", core.extent}).error().code, gis::ErrorCode::InvalidArgument);
        QCOMPARE(renameBookmark(*plan, "别处", "甲").error().code, gis::ErrorCode::NotFound);
        QCOMPARE(removeBookmark(*plan, "别处").error().code, gis::ErrorCode::NotFound);
        QVERIFY(renameBookmark(*plan, "核心区", "核心区")->changes.empty());
    }

    void damagedOnesAreToldAndCanBeDropped_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no list") << QByteArray("{}");
        QTest::newRow("no json") << QByteArray("[");
        QTest::newRow("no extent") << QByteArray(R"([{"name":"a","crs":"EPSG:4490"}])");
        QTest::newRow("three sides") << QByteArray(R"([{"name":"a","crs":"","extent":[1,2,3]}])");
        QTest::newRow("turned") << QByteArray(R"([{"name":"a","crs":"","extent":[3,2,1,5]}])");
        QTest::newRow("a text") << QByteArray(R"([{"name":7,"crs":"","extent":[1,2,3,4]}])");
    }
    void damagedOnesAreToldAndCanBeDropped() {
        QFETCH(QByteArray, json);
        auto plan = std::make_shared<ProjectSnapshot>();
        plan->info.values[bookmarksValue] = json.toStdString();
        QCOMPARE(bookmarksOf(*plan).error().code, gis::ErrorCode::InvalidData);
        QVERIFY(!addBookmark(*plan, core));
        const SnapshotPtr freed = after(plan, dropBookmarks(*plan));
        QVERIFY(freed->info.values.empty());
    }
};

QTEST_GUILESS_MAIN(TestBookmarkEdit)
#include "test_bookmark_edit.moc"
