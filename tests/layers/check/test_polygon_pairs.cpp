// SPDX-License-Identifier: Apache-2.0
#include "tests/layers/check/CheckBuilder.h"

using namespace check_builder;
using layers::RuleDirection;

class TestPolygonPairs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rows_data() {
        QTest::addColumn<QString>("plan");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("row");
        const QString square10 = QStringLiteral("POLYGON((0 0,10 0,10 10,0 10,0 0))");
        QTest::newRow("half inside") << square10 << QStringLiteral("POLYGON((5 0,20 0,20 10,5 10,5 0))")
                                     << QStringLiteral("overlap z 50 - -");
        QTest::newRow("shared edge is a touch")
            << square10 << QStringLiteral("POLYGON((10 0,20 0,20 10,10 10,10 0))") << QString();
        QTest::newRow("part of an edge shared, other vertices")
            << square10 << QStringLiteral("POLYGON((10 2,20 2,20 7,10 7,10 2))") << QString();
        QTest::newRow("corner touches corner")
            << square10 << QStringLiteral("POLYGON((10 10,20 10,20 20,10 20,10 10))") << QString();
        QTest::newRow("corner touches edge")
            << square10 << QStringLiteral("POLYGON((10 5,20 0,20 10,10 5))") << QString();
        QTest::newRow("apart") << square10 << QStringLiteral("POLYGON((11 0,20 0,20 10,11 0))") << QString();
        QTest::newRow("coincident") << square10 << square10 << QStringLiteral("overlap z 100 - -");
        QTest::newRow("coincident, other start, direction and further vertices")
            << square10 << QStringLiteral("POLYGON((10 10,10 4,10 0,3 0,0 0,0 10,10 10))")
            << QStringLiteral("overlap z 100 - -");
        QTest::newRow("in the hole") << QStringLiteral("POLYGON((3 3,5 3,5 5,3 5,3 3))")
                                     << QStringLiteral("POLYGON((0 0,10 0,10 10,0 10,0 0),(2 2,8 2,8 8,2 8,2 2))")
                                     << QString();
        QTest::newRow("fills the hole") << QStringLiteral("POLYGON((2 2,8 2,8 8,2 8,2 2))")
                                        << QStringLiteral("POLYGON((0 0,10 0,10 10,0 10,0 0),(2 2,8 2,8 8,2 8,2 2))")
                                        << QString();
        QTest::newRow("over the hole") << QStringLiteral("POLYGON((0 4,10 4,10 6,0 6,0 4))")
                                       << QStringLiteral("POLYGON((0 0,10 0,10 10,0 10,0 0),(2 2,8 2,8 8,2 8,2 2))")
                                       << QStringLiteral("overlap z 8 - -");
        QTest::newRow("parts: one inside, one touching, one apart")
            << QStringLiteral(
                   "MULTIPOLYGON(((1 1,2 1,2 2,1 2,1 1)),((10 0,12 0,12 2,10 2,10 0)),((30 0,31 0,31 1,30 0)))")
            << square10 << QStringLiteral("overlap z 1 - -");
        QTest::newRow("below the sliver limit")
            << square10 << QStringLiteral("POLYGON((9.95 0,20 0,20 10,9.95 10,9.95 0))")
            << QStringLiteral("sliver z 0.5 - -");
    }
    void rows() {
        QFETCH(QString, plan);
        QFETCH(QString, zone);
        QFETCH(QString, row);
        const auto report =
            checked(input(layer("plan", {{"p", plan.toStdString(), {}}}), zones({{"z", zone.toStdString(), {}}})));
        QCOMPARE(report.summaries.size(), 1U);
        QCOMPARE(report.summaries[0].status, std::string("ok"));
        if (row.startsWith(QStringLiteral("sliver"))) {
            QCOMPARE(report.findings.size(), 1U);
            QCOMPARE(report.findings[0].kind, layers::FindingClass::Sliver);
            QVERIFY(std::abs(*report.findings[0].areaSquareMetres - 0.5) < 1e-9);
        } else {
            QCOMPARE(briefs(report), row.isEmpty() ? QStringList() : QStringList{row});
        }
        QCOMPARE(report.hasConflicts(), row.startsWith(QStringLiteral("overlap")));
        QVERIFY(std::abs(*report.summaries[0].balanceErrorSquareMetres) < 1e-9);
    }

    void sharesNameTheirBase() {
        const auto report =
            checked(input(layer("plan", {{"p", square(0, 0, 10), {}}}), zones({{"z", square(5, 5, 20), {}}})));
        QCOMPARE(*report.findings[0].shareOfPlanPercent, 25.0);
        QCOMPARE(*report.findings[0].shareOfControlPercent, 6.25);
        QVERIFY(!report.findings[0].lengthMetres && !report.findings[0].crossings);
    }

    void netCountsCommonGroundOnce() {
        // Two zones of one layer that overlap each other on 20 m² inside the plan feature, one that is apart.
        const auto report = checked(
            input(layer("plan", {{"p", square(0, 0, 10), "厂"}}), zones({{"a", "POLYGON((0 0,6 0,6 10,0 10,0 0))", {}},
                                                                         {"b", "POLYGON((4 0,10 0,10 5,4 5,4 0))", {}},
                                                                         {"c", square(50, 50, 5), {}}})));
        QCOMPARE(briefs(report), (QStringList{QStringLiteral("overlap a 60 - -"), QStringLiteral("overlap b 30 - -")}));
        const layers::FindingSummary& summary = report.summaries.at(0);
        QCOMPARE(*summary.planAreaSquareMetres, 100.0);
        QCOMPARE(*summary.sumAreaSquareMetres, 90.0);
        QCOMPARE(*summary.netAreaSquareMetres, 80.0);
        QCOMPARE(*summary.netSharePercent, 80.0);
        QCOMPARE(*summary.balanceErrorSquareMetres, 0.0);
        QVERIFY(!summary.planLengthMetres && !summary.sumLengthMetres && !summary.crossings);
        QCOMPARE(summary.planName, std::string("厂"));
    }

    void layersAreTotalledApart() {
        auto made = input(layer("plan", {{"p", square(0, 0, 10), {}}}), zones({{"a", square(0, 0, 5), {}}}));
        made.control.push_back(layer("farmland", {{"a", square(0, 0, 5), {}}, {"b", square(2, 0, 5), {}}}));
        const auto report = checked(made);
        QCOMPARE(report.summaries.size(), 2U);
        QCOMPARE(report.summaries[0].controlLayer, std::string("farmland"));
        QCOMPARE(*report.summaries[0].sumAreaSquareMetres, 50.0);
        QCOMPARE(*report.summaries[0].netAreaSquareMetres, 35.0);
        QCOMPARE(*report.summaries[1].netAreaSquareMetres, 25.0);
    }

    void aFeatureWithoutOverlapHasASummaryOfZeros() {
        const auto report =
            checked(input(layer("plan", {{"p", square(0, 0, 10), {}}}), zones({{"z", square(50, 0, 10), {}}})));
        QVERIFY(report.findings.empty());
        QCOMPARE(*report.summaries.at(0).sumAreaSquareMetres, 0.0);
        QCOMPARE(*report.summaries.at(0).netSharePercent, 0.0);
        QCOMPARE(*report.summaries.at(0).balanceErrorSquareMetres, 0.0);
        QVERIFY(!report.hasConflicts());
    }

    void whatMustLieInsideAndDoesNotIsOneRow() {
        const auto report = checked(
            input(layer("plan",
                        {{"in", square(1, 1, 2), {}}, {"half", square(5, 0, 10), {}}, {"out", square(50, 0, 10), {}}}),
                  zones({{"a", square(0, 0, 5), {}}, {"b", square(5, 0, 5), {}}}, RuleDirection::RequireInside)));
        // Rows in the order of the ids: half, in, out; an outside row stands before those with a control id.
        QCOMPARE(briefs(report), (QStringList{QStringLiteral("outside - 75 - -"), QStringLiteral("overlap b 25 - -"),
                                              QStringLiteral("overlap a 4 - -"), QStringLiteral("outside - 100 - -")}));
        QCOMPARE(*report.findings[0].shareOfPlanPercent, 75.0);
        QVERIFY(report.findings[0].isConflict() && !report.findings[1].isConflict());
        QVERIFY(report.hasConflicts());
    }

    void seamsBetweenZonesAreInside() {
        // The plan feature lies over the seam of two zones that share an edge: nothing is outside.
        const auto report = checked(input(
            layer("plan", {{"p", square(2.3, 1.1, 5), {}}}),
            zones({{"a", "POLYGON((0 0,5 0,4.1 10,0 10,0 0))", {}}, {"b", "POLYGON((5 0,10 0,10 10,4.1 10,5 0))", {}}},
                  RuleDirection::RequireInside)));
        for (const layers::Finding& f : report.findings) QCOMPARE(f.kind, layers::FindingClass::Overlap);
        QVERIFY(!report.hasConflicts());
    }

    void aHairOutsideIsASliver() {
        const auto report = checked(input(layer("plan", {{"p", "POLYGON((0 0,10.05 0,10.05 10,0 10,0 0))", {}}}),
                                          zones({{"a", square(0, 0, 10), {}}}, RuleDirection::RequireInside)));
        QCOMPARE(report.findings.size(), 2U);
        QCOMPARE(report.findings[0].kind, layers::FindingClass::Sliver);
        QVERIFY(report.findings[0].againstLayer);
        QVERIFY(!report.hasConflicts());
    }

    void informIsNoConflict() {
        const auto report = checked(input(layer("plan", {{"p", square(0, 0, 10), {}}}),
                                          zones({{"z", square(0, 0, 10), {}}}, RuleDirection::Inform)));
        QCOMPARE(briefs(report), QStringList{QStringLiteral("overlap z 100 - -")});
        QVERIFY(!report.hasConflicts());
    }

    void cutPiecesAreKeptOnWish() {
        auto made = input(layer("plan", {{"p", square(0, 0, 10), {}}}), zones({{"z", square(5, 5, 10), {}}}));
        QVERIFY(checked(made).findings.at(0).geometry.isEmpty());
        made.options.keepGeometry = true;
        const gis::Geometry piece = checked(made).findings.at(0).geometry;
        QCOMPARE(std::abs(gis::planeArea(piece)), 25.0);
        QCOMPARE(piece.extent(), (gis::Extent{5, 5, 10, 10}));
    }

    void keysAreStableAndTellFindingsApart() {
        auto made =
            input(layer("plan", {{"1", square(0, 0, 10), {}}, {"1|z", square(0, 0, 10), {}}}),
                  zones({{"z", square(5, 5, 20), {}}, {"|z", square(5, 5, 20), {}}}, RuleDirection::RequireInside));
        const auto report = checked(made);
        QSet<QString> keys;
        for (const layers::Finding& f : report.findings) keys.insert(QString::fromStdString(f.key()));
        QCOMPARE(static_cast<std::size_t>(keys.size()), report.findings.size());
        QCOMPARE(report.findings.size(), 6U);
        made.options.sliverSquareMetres = 1000;  // the finding is the same when it becomes a sliver
        for (const layers::Finding& f : checked(made).findings) QVERIFY(keys.contains(QString::fromStdString(f.key())));
    }
};

QTEST_GUILESS_MAIN(TestPolygonPairs)
#include "test_polygon_pairs.moc"
