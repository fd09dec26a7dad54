// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <limits>

#include "gis/engine/Overlay.h"
#include "gis/engine/TableRepair.h"

namespace {

gis::FeatureTable table(const std::vector<gis::Geometry>& geometries) {
    std::vector<gis::Feature> features;
    for (const auto& geometry : geometries)
        features.emplace_back(gis::FeatureId{static_cast<std::int64_t>(features.size()) * 10}, geometry,
                              std::vector<gis::Value>{});
    return {{}, {}, std::move(features)};
}

gis::Geometry shape(const char* wkt) { return gis::fromWkt(wkt).value(); }

}  // namespace

class TestTableRepair : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sameShapes_data() {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("same");
        const auto row = [](const char* name, const char* a, const char* b, bool same) {
            QTest::newRow(name) << QString::fromLatin1(a) << QString::fromLatin1(b) << same;
        };
        row("itself", "POLYGON((0 0,2 0,2 1,0 0))", "POLYGON((0 0,2 0,2 1,0 0))", true);
        row("another start", "POLYGON((0 0,2 0,2 1,0 0))", "POLYGON((2 0,2 1,0 0,2 0))", true);
        row("another direction", "POLYGON((0 0,2 0,2 1,0 0))", "POLYGON((0 0,2 1,2 0,0 0))", true);
        row("holes in another order", "POLYGON((0 0,9 0,9 9,0 0),(4 1,5 1,5 2,4 1),(6 1,7 1,7 2,6 1))",
            "POLYGON((0 0,9 0,9 9,0 0),(6 1,7 1,7 2,6 1),(4 1,5 1,5 2,4 1))", true);
        row("parts in another order", "MULTIPOLYGON(((0 0,2 0,2 1,0 0)),((5 0,7 0,7 1,5 0)))",
            "MULTIPOLYGON(((5 0,7 0,7 1,5 0)),((0 0,2 0,2 1,0 0)))", true);
        row("line backwards", "LINESTRING(0 0,1 2,2 0)", "LINESTRING(2 0,1 2,0 0)", true);
        row("same box, other shape", "POLYGON((0 0,2 0,2 1,0 0))", "POLYGON((0 0,2 0,0 1,0 0))", false);
        row("ring and line", "POLYGON((0 0,2 0,2 1,0 0))", "LINESTRING(0 0,2 0,2 1,0 0)", false);
        row("zigzag in another order", "LINESTRING(0 0,1 2,1 0,2 2)", "LINESTRING(0 0,1 0,1 2,2 2)", false);
    }
    void sameShapes() {
        QFETCH(QString, a);
        QFETCH(QString, b);
        const auto flaws =
            gis::flawsOf(table({shape(a.toLatin1().data()), shape("POINT(0 0)"), shape(b.toLatin1().data())}), {});
        QTEST(!flaws->duplicates.empty(), "same");
        if (flaws->duplicates.empty()) return;
        QCOMPARE(flaws->duplicates.front().position, std::size_t(2));
        QCOMPARE(flaws->duplicates.front().first, std::size_t(0));
    }
    void eachKindIsCounted() {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const auto flaws =
            gis::flawsOf(table({shape("POINT(1 1)"), gis::Geometry(), shape("POLYGON((0 0,4 4,4 0,0 4,0 0))"),
                                shape("POINT(1 1)"), gis::Geometry::point({nan, 0}), shape("POINT(1 1)")}),
                         {});
        QCOMPARE(flaws->invalid.size(), std::size_t(2));
        QCOMPARE(flaws->invalid[0].position, std::size_t(2));
        QCOMPARE(flaws->invalid[0].flaw.kind, std::string("self_intersection"));
        QCOMPARE(flaws->invalid[1].flaw.kind, std::string("not_finite"));
        QCOMPARE(flaws->empty, std::vector<std::size_t>{1});
        QCOMPARE(flaws->duplicates.size(), std::size_t(2));
        QCOMPARE(flaws->duplicates[1].position, std::size_t(5));
        QCOMPARE(flaws->duplicates[1].first, std::size_t(0));
    }
    void threadsDoNotMatter() {
        std::vector<gis::Geometry> shapes;
        for (int i = 0; i < 500; ++i)
            shapes.push_back(i % 7 == 0 ? shape("POLYGON((0 0,4 4,4 0,0 4,0 0))")
                                        : gis::Geometry::point({double(i % 50), 0}));
        gis::JobControl one;
        one.threads = 1;
        gis::JobControl four;
        four.threads = 4;
        const auto a = gis::flawsOf(table(shapes), one);
        const auto b = gis::flawsOf(table(shapes), four);
        QCOMPARE(a->invalid.size(), std::size_t(72));
        QCOMPARE(b->invalid.size(), a->invalid.size());
        QCOMPARE(b->duplicates.size(), a->duplicates.size());
        QVERIFY(gis::usableGeometries(table(shapes), {}, one)->warnings ==
                gis::usableGeometries(table(shapes), {}, four)->warnings);
    }
    void usableOnesAreRepairedOrEmpty() {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const auto usable = gis::usableGeometries(
            table({shape("POLYGON((0 0,4 4,4 0,0 4,0 0))"), gis::Geometry::point({nan, 0}), shape("POINT(1 1)")}),
            {"file", "layer", {}}, {});
        QCOMPARE(gis::planeArea(usable->geometries[0]), 8.0);
        QVERIFY(usable->geometries[1].isEmpty());
        QCOMPARE(usable->geometries[2], shape("POINT(1 1)"));
        QCOMPARE(usable->warnings.size(), std::size_t(2));
        QCOMPARE(usable->warnings[0].kind, std::string("repaired"));
        QCOMPARE(usable->warnings[1].kind, std::string("skipped"));
        QCOMPARE(usable->warnings[1].subject, (gis::Subject{"file", "layer", "10"}));
    }
    void cancelStops() {
        gis::JobControl control;
        control.cancel.cancel();
        QCOMPARE(gis::flawsOf(table({shape("POINT(1 1)")}), control).error().code, gis::ErrorCode::Canceled);
    }
};

QTEST_APPLESS_MAIN(TestTableRepair)
#include "test_table_repair.moc"
