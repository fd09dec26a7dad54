// SPDX-License-Identifier: Apache-2.0
#include <GeographicLib/Geodesic.hpp>

#include "tests/layers/check/CheckBuilder.h"

using namespace check_builder;

class TestNear : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void planar_data() {
        QTest::addColumn<QString>("plan");
        QTest::addColumn<QString>("row");
        QTest::addColumn<double>("distance");
        const auto row = [](const char* name, const std::string& plan, const char* expected, double distance) {
            QTest::newRow(name) << QString::fromStdString(plan) << QString::fromLatin1(expected) << distance;
        };
        row("beside", square(13, 0, 5), "near z 0 - -", 3);
        row("by the corners: 3-4-5", square(13, 14, 5), "near z 0 - -", 5);
        row("touching is nearer than any distance", square(10, 0, 5), "near z 0 - -", 0);
        row("as far as the limit is not nearer", square(20, 0, 5), "", -1);
        row("further", square(30, 0, 5), "", -1);
        row("an overlap is not near", square(5, 0, 10), "overlap z 50 - -", -1);
        row("a sliver is not near", square(9.99, 0, 10), "sliver", -1);
        row("a line", "LINESTRING(12 -5,12 20)", "near z 0 - -", 2);
        row("a point", "POINT(5 17)", "near z 0 - -", 7);
    }
    void planar() {
        QFETCH(QString, plan);
        QFETCH(QString, row);
        QFETCH(double, distance);
        auto made = input(layer("plan", {{"p", plan.toStdString(), {}}}), zones({{"z", square(0, 0, 10), {}}}));
        made.options.nearMetres = 10;
        const auto report = checked(made);
        if (row == QStringLiteral("sliver")) {
            QCOMPARE(report.findings.size(), 1U);
            QCOMPARE(report.findings[0].kind, layers::FindingClass::Sliver);
            return;
        }
        QCOMPARE(briefs(report), row.isEmpty() ? QStringList() : QStringList{row});
        if (distance >= 0) {
            QCOMPARE(*report.findings[0].distanceMetres, distance);
            QVERIFY(!report.findings[0].shareOfPlanPercent);
            QVERIFY(!report.hasConflicts());
        } else if (!report.findings.empty()) {
            QVERIFY(!report.findings[0].distanceMetres);
        }
    }

    // Lines that meet share no length: they are near, by 0 m, as polygons that touch are. Their points are told too.
    void linesThatMeetAreNear() {
        for (const char* plan : {"LINESTRING(0 0,10 10)", "LINESTRING(5 5,9 9)", "LINESTRING(5 5,5 9)"}) {
            auto made = input(layer("plan", {{"p", plan, {}}}), layer("zones", {{"z", "LINESTRING(0 10,10 0)", {}}}));
            QCOMPARE(briefs(checked(made)), QStringList{QStringLiteral("overlap z - 0 1")});
            made.options.nearMetres = 2;
            const auto report = checked(made);
            QCOMPARE(briefs(report), (QStringList{QStringLiteral("overlap z - 0 1"), QStringLiteral("near z 0 - -")}));
            QCOMPARE(*report.findings[1].distanceMetres, 0.0);
            QVERIFY(!report.hasConflicts());
            QVERIFY(report.findings[0].key() != report.findings[1].key());
            made.options.nearMetres = 0;
            QCOMPARE(checked(made).findings.size(), 1U);
        }
        auto along = input(layer("plan", {{"p", "LINESTRING(0 0,10 0)", {}}}),
                           layer("zones", {{"z", "LINESTRING(5 0,20 0)", {}}}));
        along.options.nearMetres = 2;
        QCOMPARE(checked(along).findings.size(), 1U);  // they share a stretch
        auto touching =
            input(layer("plan", {{"p", "LINESTRING(-5 0,15 0)", {}}}), zones({{"z", square(0, 0, 10), {}}}));
        touching.options.nearMetres = 2;
        QCOMPARE(checked(touching).findings.at(0).kind, layers::FindingClass::Overlap);
        auto corner = input(layer("plan", {{"p", "LINESTRING(-5 5,5 -5)", {}}}), zones({{"z", square(0, 0, 10), {}}}));
        corner.options.nearMetres = 2;
        QCOMPARE(briefs(checked(corner)), QStringList{QStringLiteral("near z 0 - -")});
    }

    void withoutTheOptionThereAreNone() {
        QVERIFY(checked(input(layer("plan", {{"p", square(11, 0, 5), {}}}), zones({{"z", square(0, 0, 10), {}}})))
                    .findings.empty());
    }

    void inAHoleTheNearestEdgeIsTheHoles() {
        auto made = input(layer("plan", {{"p", square(4, 4, 1), {}}}),
                          zones({{"z", "POLYGON((0 0,20 0,20 20,0 20,0 0),(2 2,18 2,18 18,2 18,2 2))", {}}}));
        made.options.nearMetres = 3;
        const auto report = checked(made);
        QCOMPARE(briefs(report), QStringList{QStringLiteral("near z 0 - -")});
        QCOMPARE(*report.findings[0].distanceMetres, 2.0);
    }

    void theNearestPointsAreKept() {
        auto made = input(layer("plan", {{"p", square(13, 2, 5), {}}}), zones({{"z", square(0, 0, 10), {}}}));
        made.options.nearMetres = 10;
        made.options.keepGeometry = true;
        const gis::Extent box = checked(made).findings.at(0).geometry.extent();
        QCOMPARE(box.minX, 10.0);
        QCOMPARE(box.maxX, 13.0);
    }

    // Against GeographicLib: two points on a parallel, and on a meridian, at a high latitude, where a degree of
    // longitude is less than a third of one of latitude.
    void geographic_data() {
        QTest::addColumn<double>("lon");
        QTest::addColumn<double>("lat");
        QTest::addColumn<double>("dLon");
        QTest::addColumn<double>("dLat");
        QTest::newRow("east at 30") << 108.0 << 30.0 << 0.01 << 0.0;
        QTest::newRow("north at 30") << 108.0 << 30.0 << 0.0 << 0.01;
        QTest::newRow("east at 75") << 20.0 << 75.0 << 0.03 << 0.0;
        QTest::newRow("slanting at 75") << 20.0 << 75.0 << 0.02 << 0.005;
    }
    void geographic() {
        QFETCH(double, lon);
        QFETCH(double, lat);
        QFETCH(double, dLon);
        QFETCH(double, dLat);
        double expected = 0;
        const GeographicLib::Geodesic ellipsoid(6378137, 1 / 298.257222101);
        ellipsoid.Inverse(lat, lon, lat + dLat, lon + dLon, expected);
        const std::string from = "POINT(" + gis::toPlainDecimal(lon) + " " + gis::toPlainDecimal(lat) + ")";
        const std::string to = "POINT(" + gis::toPlainDecimal(lon + dLon) + " " + gis::toPlainDecimal(lat + dLat) + ")";
        auto made = input(layer("plan", {{"p", from, {}}}, "EPSG:4490"), layer("zones", {{"z", to, {}}}, "EPSG:4490"));
        made.options.area = layers::AreaMethod::Ellipsoid;
        made.options.nearMetres = expected * 1.0001;
        const auto report = checked(made);
        QCOMPARE(briefs(report), QStringList{QStringLiteral("near z 0 - -")});
        QVERIFY2(std::abs(*report.findings[0].distanceMetres - expected) < 1e-5 * expected,
                 qPrintable(QString::number(*report.findings[0].distanceMetres - expected)));
        made.options.nearMetres = expected * 0.9999;
        QVERIFY(checked(made).findings.empty());
    }

    void theNearestPointIsThatInMetresNotInDegrees() {
        // From the point, the west zone is 0.010° away (337 m at 72° north), the north one 0.006° (669 m).
        auto made = input(layer("plan", {{"p", "POINT(20 72)", {}}}, "EPSG:4490"),
                          layer("zones", {{"z", "MULTIPOINT((19.99 72),(20 72.006))", {}}}, "EPSG:4490"));
        made.options.area = layers::AreaMethod::Ellipsoid;
        made.options.nearMetres = 1000;
        const auto report = checked(made);
        QCOMPARE(report.findings.size(), 1U);
        QVERIFY(*report.findings[0].distanceMetres > 330 && *report.findings[0].distanceMetres < 350);
    }
};

QTEST_GUILESS_MAIN(TestNear)
#include "test_near.moc"
