// SPDX-License-Identifier: Apache-2.0
#include "gis/crs/CoordinateTransform.h"
#include "tests/layers/check/CheckBuilder.h"

using namespace check_builder;

namespace {

// Two triangles of 25 m² that meet in (5 5).
const char* const bowTie = "POLYGON((0 0,10 10,10 0,0 10,0 0))";

QStringList kinds(const layers::CheckReport& report) {
    QStringList all;
    for (const gis::Warning& warning : report.warnings) all << QString::fromStdString(warning.kind);
    return all;
}

layers::CheckLayer degrees(const std::string& name, const std::string& wkt, const std::string& crs) {
    return layer(name, {{"1", wkt, {}}}, crs);
}

}  // namespace

class TestRepairAndCrs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anInvalidPlanFeatureIsCheckedOnARepairedCopy() {
        const auto report =
            checked(input(layer("plan", {{"p", bowTie, {}}}), zones({{"z", square(-10, -10, 40), {}}})));
        QCOMPARE(briefs(report), QStringList{QStringLiteral("overlap z 50 - -")});
        QCOMPARE(report.summaries.at(0).status, std::string("repaired"));
        QVERIFY(!report.summaries[0].note.empty() && !report.findings[0].note.empty());
        QCOMPARE(*report.summaries[0].balanceErrorSquareMetres, 0.0);
        QCOMPARE(kinds(report), QStringList{QStringLiteral("geometry_repaired")});
        QCOMPARE(report.warnings[0].subject.feature, std::string("p"));
        QCOMPARE(report.layers.at(0).repaired, 1U);
    }

    void aRepairIsNoFinding() {
        const auto report = checked(input(layer("plan", {{"p", bowTie, {}}}), zones({{"z", square(50, 50, 4), {}}})));
        QVERIFY(report.findings.empty());
        QVERIFY(!report.hasConflicts());
    }

    void withoutRepairItIsSkippedAndNamed() {
        auto made = input(layer("plan", {{"bad", bowTie, {}}, {"good", square(0, 0, 10), {}}}),
                          zones({{"z", square(50, 50, 4), {}}}));
        made.options.repair = false;
        const auto report = checked(made);
        QVERIFY(report.findings.empty());
        QCOMPARE(report.summaries.at(0).planId, std::string("bad"));
        QCOMPARE(report.summaries[0].status, std::string("skipped"));
        QVERIFY(!report.summaries[0].note.empty() && !report.summaries[0].planAreaSquareMetres);
        QCOMPARE(report.summaries[1].status, std::string("ok"));
        QCOMPARE(kinds(report), QStringList{QStringLiteral("geometry_skipped")});
        QVERIFY(report.hasConflicts());  // exit code 1: something was not checked
    }

    void aRepairedControlFeatureMarksWhatItTouches() {
        const auto report = checked(input(layer("plan", {{"p", square(0, 0, 10), {}}, {"q", square(50, 0, 10), {}}}),
                                          zones({{"z", bowTie, {}}})));
        QCOMPARE(briefs(report), QStringList{QStringLiteral("overlap z 50 - -")});
        QCOMPARE(report.summaries.at(0).status, std::string("repaired"));
        QCOMPARE(report.summaries.at(1).status, std::string("ok"));
        QVERIFY(!report.findings[0].note.empty());
        QCOMPARE(report.layers.at(1).repaired, 1U);
    }

    void aSkippedControlFeatureLeavesAGapThatIsTold() {
        auto made = input(layer("plan", {{"p", square(0, 0, 10), {}}, {"q", square(50, 0, 10), {}}}),
                          zones({{"bad", bowTie, {}}, {"z", square(0, 0, 2), {}}}));
        made.options.repair = false;
        const auto report = checked(made);
        QCOMPARE(briefs(report), QStringList{QStringLiteral("overlap z 4 - -")});
        QCOMPARE(report.summaries.at(0).status, std::string("skipped"));
        QVERIFY(QString::fromStdString(report.summaries[0].note).contains(QStringLiteral("bad")));
        QCOMPARE(*report.summaries[0].netAreaSquareMetres, 4.0);
        QCOMPARE(report.summaries.at(1).status, std::string("ok"));
    }

    void featuresWithoutGeometryAreSkipped() {
        const auto report =
            checked(input(layer("plan", {{"p", "", {}}}), zones({{"z", square(0, 0, 10), {}}, {"none", "", {}}})));
        QCOMPARE(report.summaries.at(0).status, std::string("skipped"));
        QCOMPARE(kinds(report), (QStringList{QStringLiteral("geometry_skipped"), QStringLiteral("geometry_skipped")}));
    }

    void aCoordinateThatIsNoNumberIsSkipped() {
        auto made = input(layer("plan", {{"p", square(0, 0, 10), {}}}), zones({{"z", square(0, 0, 10), {}}}));
        const gis::Geometry broken = gis::Geometry::polygon({{{0, 0}, {10, std::nan("")}, {10, 10}, {0, 0}}});
        made.control[0].table = made.control[0].table.with(
            {gis::Feature(gis::FeatureId{9}, broken, {gis::Value(std::string("nan")), gis::Value()})});
        const auto report = checked(made);
        QCOMPARE(briefs(report), QStringList{QStringLiteral("overlap z 100 - -")});
        QCOMPARE(report.layers.at(1).skipped, 1U);
    }

    void aLayerWithoutCrsIsRefused_data() {
        QTest::addColumn<bool>("isPlan");
        QTest::newRow("plan") << true;
        QTest::newRow("control") << false;
    }
    void aLayerWithoutCrsIsRefused() {
        QFETCH(bool, isPlan);
        const auto made = input(layer("plan", {{"p", square(0, 0, 10), {}}}, isPlan ? "" : "EPSG:4545"),
                                layer("zones", {{"z", square(0, 0, 10), {}}}, isPlan ? "EPSG:4545" : ""));
        const auto report = layers::redLineCheck(made);
        QVERIFY(!report);
        QCOMPARE(report.error().code, gis::ErrorCode::CrsMissing);
        QCOMPARE(report.error().subject.layer, std::string(isPlan ? "plan" : "zones"));
        const QString text = QString::fromStdString(gis::describe(report.error()));
        QVERIFY(text.contains(isPlan ? QStringLiteral("--plan-crs") : QStringLiteral("--control-crs")));
    }

    void planarNeedsAProjectedCrs() {
        auto made =
            input(degrees("plan", square(108, 30, 1), "EPSG:4490"), degrees("zones", square(108, 30, 1), "EPSG:4490"));
        QCOMPARE(layers::redLineCheck(made).error().code, gis::ErrorCode::InvalidArgument);
    }

    void ellipsoidAreasOfDegreesAreTheNationalFormula() {
        // T2 of the domain rules: quad 107.95-108.05, 30.75-30.85 has 106102110.2932 m².
        auto made = input(degrees("plan", square(107.95, 30.75, 0.1), "EPSG:4490"),
                          degrees("zones", square(107, 30, 2), "EPSG:4490"));
        made.options.area = layers::AreaMethod::Ellipsoid;
        const auto report = checked(made);
        QCOMPARE(report.findings.size(), 1U);
        const QString area = QString::number(*report.findings[0].areaSquareMetres, 'f', 3);
        QVERIFY2(std::abs(*report.findings[0].areaSquareMetres - 106102110.2932) < 2e-3, qPrintable(area));
        QCOMPARE(*report.findings[0].shareOfPlanPercent, 100.0);
        QVERIFY(report.warnings.empty());
    }

    void otherCrsIsTransformedToThePlans() {
        // The zone is the T2 quad in degrees, the plan a large square in 4545 about it: the zone lies wholly inside.
        auto made = input(layer("plan", {{"p", square(400'000, 3'300'000, 200'000), {}}}),
                          degrees("zones", square(107.95, 30.75, 0.1), "EPSG:4326"));
        made.options.area = layers::AreaMethod::Ellipsoid;
        const auto report = checked(made);
        QCOMPARE(report.findings.size(), 1U);
        // Its edges are straight in 4545 after the transformation, so that the area is near T2, not equal.
        QVERIFY(std::abs(*report.findings[0].areaSquareMetres / 106102110.2932 - 1) < 1e-6);
        QCOMPARE(kinds(report), QStringList{QStringLiteral("datums_taken_as_equal")});
    }

    void planLayersInTwoCrsAreEachCheckedInTheirOwn() {
        auto made = input(degrees("a", square(107.95, 30.75, 0.1), "EPSG:4490"),
                          degrees("zones", square(107, 30, 2), "EPSG:4490"));
        made.plan.push_back(layer("b", {{"1", square(500'000, 3'402'000, 1000), {}}}));
        made.options.area = layers::AreaMethod::Ellipsoid;
        made.options.keepGeometry = true;
        const auto report = checked(made);
        QCOMPARE(report.findings.size(), 2U);
        QVERIFY(std::abs(*report.findings[0].areaSquareMetres - 106102110.2932) < 2e-3);
        QVERIFY(std::abs(*report.findings[1].areaSquareMetres / 1e6 - 1) < 1e-5);
        // Cut pieces are all given in the CRS of the first plan layer.
        QVERIFY(report.geometryCrs.isGeographic());
        QVERIFY(std::abs(report.findings[1].geometry.extent().minX - 108) < 0.01);
    }

    void anOldDatumIsRefusedUntilTheUserDecides() {
        auto made = input(layer("plan", {{"p", square(500'000, 3'402'000, 1000), {}}}),
                          degrees("zones", square(107, 30, 2), "EPSG:4610"));
        made.options.area = layers::AreaMethod::Ellipsoid;
        const auto refused = layers::redLineCheck(made);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, gis::ErrorCode::DatumShiftUnknown);
        QCOMPARE(refused.error().subject.layer, std::string("zones"));
        made.options.datumPolicy = gis::DatumPolicy::AcceptBallpark;
        const auto report = checked(made);
        QCOMPARE(report.findings.size(), 1U);
        QVERIFY(kinds(report).contains(QStringLiteral("ballpark_datum_shift")));
    }
};

QTEST_GUILESS_MAIN(TestRepairAndCrs)
#include "test_repair_and_crs.moc"
