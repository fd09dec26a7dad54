// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>

#include "gis/base/AtomicFile.h"
#include "layers/check/AreaFields.h"
#include "layers/check/FindingApprovals.h"
#include "layers/check/KindRules.h"
#include "tests/layers/check/CheckBuilder.h"

using namespace check_builder;

namespace {

const layers::Finding* findingOf(const layers::CheckReport& report, const std::string& control) {
    for (const layers::Finding& finding : report.findings)
        if (finding.controlId == control) return &finding;
    return nullptr;
}

QString placeText(const layers::LinePlace& place) {
    return QStringLiteral("%1 %2 (%3 %4)")
        .arg(QString::fromStdString(layers::toText(place.kind)))
        .arg(place.chainageMetres)
        .arg(place.place.x)
        .arg(place.place.y);
}

QStringList placesOf(const layers::Finding& finding) {
    QStringList texts;
    for (const layers::LinePlace& place : finding.line->places) texts << placeText(place);
    return texts;
}

QStringList stretchesOf(const layers::Finding& finding) {
    QStringList texts;
    for (const layers::LineStretch& stretch : finding.line->stretches)
        texts << QStringLiteral("%1-%2 %3").arg(stretch.fromMetres).arg(stretch.toMetres).arg(stretch.lengthMetres);
    return texts;
}

layers::CheckLayer withAreas(const std::string& name, const std::vector<std::pair<std::string, std::string>>& rows) {
    std::vector<gis::Feature> features;
    for (const auto& [wkt, area] : rows)
        features.emplace_back(gis::FeatureId{static_cast<std::int64_t>(features.size()) + 1}, geometryOf(wkt),
                              std::vector<gis::Value>{area});
    layers::CheckLayer made;
    made.name = name;
    made.table = gis::FeatureTable(gis::Schema({{"mj", gis::FieldType::Text, 0}}), crsOf("EPSG:4545"), features);
    layers::takeAreaFields(made, made.table.schema());
    return made;
}

/// A plan whose features' names are their kinds.
layers::CheckLayer kinds(const std::vector<Shape>& shapes) {
    layers::CheckLayer made = layer("plan", shapes);
    made.kindField = "name";
    made.kindRules = layers::shippedKindRules();
    return made;
}

layers::Approval approvalOf(const layers::Finding& finding, const layers::CheckReport& report) {
    return {finding.key(), "why", {}, {}, layers::overlapMark(finding, report.geometryCrs), report.run.id};
}

}  // namespace

class TestMeaning : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sliversByAreaAndByThinness_data() {
        QTest::addColumn<bool>("keepGeometry");
        QTest::newRow("numbers alone") << false;
        QTest::newRow("pieces kept") << true;
    }
    void sliversByAreaAndByThinness() {
        QFETCH(bool, keepGeometry);
        auto made = input(layer("plan", {{"p", square(0, 0, 100), {}}}),
                          zones({{"strip", "POLYGON((99.9 -10,150 -10,150 110,99.9 110,99.9 -10))", {}},
                                 {"corner", square(-0.25, -0.25, 0.5), {}},
                                 {"broad", square(20, 20, 30), {}}}));
        made.options.keepGeometry = keepGeometry;
        const auto plain = checked(made);
        QVERIFY(findingOf(plain, "strip")->kind == layers::FindingClass::Overlap);
        QVERIFY(findingOf(plain, "corner")->kind == layers::FindingClass::Sliver);
        QCOMPARE(plain.summaries.at(0).sliverCount, 1U);

        made.options.thinMetres = 0.5;
        const auto report = checked(made);
        const layers::Finding& strip = *findingOf(report, "strip");
        const layers::Finding& corner = *findingOf(report, "corner");
        const layers::Finding& broad = *findingOf(report, "broad");
        QVERIFY(strip.kind == layers::FindingClass::Sliver && strip.isThin && !strip.isSmall);
        QVERIFY(std::abs(*strip.meanWidthMetres() - 20 / 200.2) < 1e-6);
        QVERIFY(std::abs(*strip.compactness() - 40 * M_PI / (200.2 * 200.2)) < 1e-6);
        QVERIFY(corner.kind == layers::FindingClass::Sliver && corner.isThin && corner.isSmall);
        QVERIFY(broad.kind == layers::FindingClass::Overlap && !broad.isThin);
        // What cannot be thin is not cut for it.
        QCOMPARE(broad.perimeterMetres.has_value(), keepGeometry);
        QVERIFY(!strip.note.empty() && !corner.note.empty() && strip.note != corner.note && broad.note.empty());
        const layers::FindingSummary& summary = report.summaries.at(0);
        QCOMPARE(summary.sliverCount, 2U);
        QVERIFY(std::abs(summary.sliverSquareMetres - 10.0625) < 1e-6);
        QVERIFY(std::abs(*summary.netWithoutSliversSquareMetres - 900) < 1e-9);
        QVERIFY(std::abs(*summary.netAreaSquareMetres - 910.0625) < 1e-6);
    }

    void aLineTellsWhereItGoesInAndOut() {
        const auto report =
            checked(input(layer("plan", {{"p", "MULTILINESTRING((-5 5,15 5,15 9),(20 0,20 2),(8 20,8 2))", {}}}),
                          zones({{"z", square(0, 0, 10), {}}})));
        const layers::Finding& finding = *findingOf(report, "z");
        QCOMPARE(placesOf(finding), (QStringList{QStringLiteral("enter 5 (0 5)"), QStringLiteral("leave 15 (10 5)"),
                                                 QStringLiteral("enter 36 (8 10)")}));
        QCOMPARE(stretchesOf(finding), (QStringList{QStringLiteral("5-15 10"), QStringLiteral("36-44 8")}));
        QCOMPARE(finding.line->stretches.at(1).part, 2U);
        QVERIFY(!finding.line->isOfControl);
        QCOMPARE(*finding.lengthMetres, 18.0);
    }

    void aControlLineHasItsOwnChainage() {
        const auto report = checked(
            input(layer("plan", {{"p", square(0, 0, 10), {}}}), zones({{"shore", "LINESTRING(-7 5,15 5)", {}}})));
        const layers::Finding& finding = *findingOf(report, "shore");
        QVERIFY(finding.line->isOfControl);
        QCOMPARE(placesOf(finding), (QStringList{QStringLiteral("enter 7 (0 5)"), QStringLiteral("leave 17 (10 5)")}));
    }

    void linesMeetInPointsAndStretches_data() {
        QTest::addColumn<QString>("other");
        QTest::addColumn<QStringList>("places");
        QTest::addColumn<QStringList>("stretches");
        const auto row = [](const char* other, const QStringList& places, const QStringList& stretches) {
            QTest::newRow(other) << QString::fromLatin1(other) << places << stretches;
        };
        row("LINESTRING(2 -2,2 2)", {QStringLiteral("meet 2 (2 0)")}, {});
        row("LINESTRING(2 -2,2 0,3 -2)", {QStringLiteral("meet 2 (2 0)")}, {});
        row("LINESTRING(10 8,10 0,4 -4)", {QStringLiteral("meet 10 (10 0)")}, {});
        row("LINESTRING(4 0,20 0)", {}, {QStringLiteral("4-10 6")});
        row("LINESTRING(4 3,4 0,6 0,6 3)", {}, {QStringLiteral("4-6 2")});
        row("LINESTRING(1 -1,1 1,4 1,4 0,6 0,4 0)", {QStringLiteral("meet 1 (1 0)")}, {QStringLiteral("4-6 2")});
        row("LINESTRING(9 -1,9 1,8 1,8 -1)", {QStringLiteral("meet 8 (8 0)"), QStringLiteral("meet 9 (9 0)")}, {});
        row("LINESTRING(10 5,10 0)", {QStringLiteral("meet 10 (10 0)")}, {});
    }
    void linesMeetInPointsAndStretches() {
        QFETCH(QString, other);
        QFETCH(QStringList, places);
        QFETCH(QStringList, stretches);
        const auto report = checked(
            input(layer("plan", {{"p", "LINESTRING(0 0,5 0,10 0)", {}}}), zones({{"z", other.toStdString(), {}}})));
        const layers::Finding& finding = *findingOf(report, "z");
        QCOMPARE(placesOf(finding), places);
        QCOMPARE(stretchesOf(finding), stretches);
        QCOMPARE(*finding.crossings, static_cast<int>(places.size()));
        QVERIFY(finding.kind == layers::FindingClass::Overlap);
        // Points of lines are told, but CLI.md asks for a shared length: no conflict, no row of the .csv.
        QCOMPARE(finding.isPointsOfLines(), stretches.isEmpty());
        QCOMPARE(report.hasConflicts(), !stretches.isEmpty());
    }

    void linesThatDoNotMeetHaveNoRow() {
        const auto report = checked(
            input(layer("plan", {{"p", "LINESTRING(0 0,10 0)", {}}}), zones({{"z", "LINESTRING(0 1,10 1e-9)", {}}})));
        QVERIFY(report.findings.empty());
    }

    void aKindThatBelongsInsideIsForInformation() {
        const auto report =
            checked(input(kinds({{"1", square(0, 0, 10), "eco_barrier"}, {"2", square(0, 0, 10), "axis"}}),
                          zones({{"z", square(5, 0, 10), {}}})));
        QCOMPARE(report.findings.size(), 2U);
        const layers::Finding& barrier = report.findings[0];
        QVERIFY(barrier.rule.direction == layers::RuleDirection::Inform && !barrier.isConflict());
        QVERIFY(barrier.kindRule > 0 && barrier.note.find("eco_barrier") != std::string::npos);
        QCOMPARE(*barrier.areaSquareMetres, 50.0);
        QVERIFY(report.findings[1].isConflict() && report.findings[1].kindRule == 0);
        QVERIFY(report.summaries.at(0).rule.direction == layers::RuleDirection::Inform);
        QCOMPARE(*report.summaries[0].netAreaSquareMetres, 50.0);
        QVERIFY(report.run.kindRules && !report.run.kindRules->origin().empty());
    }

    void whatNeedNotLieInsideIsStillListed() {
        auto zone = zones({{"z", square(0, 0, 5), {}}}, layers::RuleDirection::RequireInside);
        zone.rule.type = layers::ControlType::DevBoundary;
        const auto report =
            checked(input(kinds({{"1", square(0, 0, 10), "eco_barrier"}, {"2", square(0, 0, 10), "park"}}), zone));
        QStringList conflicts;
        for (const layers::Finding& finding : report.findings) {
            if (!finding.againstLayer) continue;
            QVERIFY(finding.kind == layers::FindingClass::Outside);
            QCOMPARE(*finding.areaSquareMetres, 75.0);
            conflicts << (finding.isConflict() ? QString::fromStdString(finding.planId) : QStringLiteral("-"));
        }
        QCOMPARE(conflicts, (QStringList{QStringLiteral("-"), QStringLiteral("2")}));
    }

    void shippedKindsAreKinds() {
        QVERIFY(layers::shippedKindRules()->rules().size() >= 4);
        QCOMPARE(layers::shippedKindRules()->certainty(), std::string("low"));
        QVERIFY(!layers::KindRules::fromJson("{\"rules\":[{}]}").has_value());
    }

    void areasOfTheDataStandBesideOurs() {
        auto made = input(withAreas("plan", {{square(0, 0, 10), "101.5"}, {square(50, 0, 10), "n/a"}}),
                          withAreas("zones", {{square(5, 0, 10), " 90 "}, {square(200, 200, 10), "77"}}));
        made.control[0].rule = {layers::ControlType::EcoRedline, layers::RuleDirection::ForbidInside};
        const auto report = checked(made);
        QCOMPARE(report.statedAreas.size(), 2U);  // the far zone is in no finding
        QCOMPARE(report.statedAreas[0].field, std::string("mj"));
        QCOMPARE(report.statedAreas[0].statedSquareMetres, 101.5);
        QCOMPARE(report.statedAreas[0].difference(), -1.5);
        QVERIFY(report.statedAreas[1].isControl);
        QCOMPARE(report.statedAreas[1].difference(), 10.0);
        QCOMPARE(report.layers.at(0).areaField.unit, std::string("m2"));
    }

    void whereTheFirstAreaFieldIsEmptyTheNextIsRead() {
        const gis::Schema schema({{"MJ", gis::FieldType::Real, 0}, {"TBMJ", gis::FieldType::Text, 0}});
        layers::CheckLayer plan;
        plan.name = "plan";
        plan.table = gis::FeatureTable(
            schema, crsOf("EPSG:4545"),
            {gis::Feature(gis::FeatureId{1}, geometryOf(square(0, 0, 10)), {101.0, std::string("102")}),
             gis::Feature(gis::FeatureId{2}, geometryOf(square(20, 0, 10)), {103.0, std::string()}),
             gis::Feature(gis::FeatureId{3}, geometryOf(square(40, 0, 10)), {gis::Value(), std::string(" ")})});
        layers::takeAreaFields(plan, schema);
        QCOMPARE(plan.columns().size(), 5U);
        const auto report = checked(input(plan, zones({{"z", square(0, 0, 5), {}}})));
        QCOMPARE(report.statedAreas.size(), 2U);
        QCOMPARE(report.statedAreas[0].field, std::string("TBMJ"));
        QCOMPARE(report.statedAreas[0].statedSquareMetres, 102.0);
        QCOMPARE(report.statedAreas[1].field, std::string("MJ"));
        QCOMPARE(report.statedAreas[1].statedSquareMetres, 103.0);
    }

    void unitsOfAreaFields() {
        const auto field = [](const char* name) {
            const auto fields =
                layers::areaFieldsOf(gis::Schema({{"x", gis::FieldType::Text, 0}, {name, gis::FieldType::Real, 0}}));
            return fields.empty() ? layers::AreaField() : fields.front();
        };
        QCOMPARE(*layers::statedArea(field("QYMJ"), "1.5"), 1.5e6);
        QCOMPARE(*layers::statedArea(field("TBMJ"), "12"), 12.0);
        QVERIFY(field("KCMJ").name.empty());
        for (const char* wrong : {"", "-1", "nan", "inf", "1,5", "12 m"})
            QVERIFY2(!layers::statedArea(field("MJ"), wrong), wrong);
    }

    void eachMendedFeatureHasItsPlace() {
        const char* const bowTie = "POLYGON((0 0,10 10,10 0,0 10,0 0))";
        const char* const flatHole = "POLYGON((20 0,30 0,30 10,20 10,20 0),(22 2,23 3,22 2,22 2))";
        auto made = input(layer("plan", {{"bow", bowTie, {}}, {"flat", flatHole, {}}, {"none", {}, {}}}),
                          zones({{"z", square(-10, -10, 60), {}}}));
        const auto report = checked(made);
        QCOMPARE(report.mended.size(), 3U);
        QVERIFY(report.mended[0].place && *report.mended[0].place == (gis::Coordinate{5, 5}));
        QVERIFY(!report.mended[0].isSkipped && !report.mended[0].cause.empty());
        QCOMPARE(report.mended[0].crs, std::string("EPSG:4545"));
        QVERIFY(report.mended[1].place && *report.mended[1].place == (gis::Coordinate{22, 2}));
        QVERIFY(report.mended[2].isSkipped && !report.mended[2].place);
        made.options.repair = false;
        QVERIFY(checked(made).mended.at(1).isSkipped && checked(made).mended[1].place);
    }

    void theRestIsTakenFromAllThatLiesNear() {
        // The balance does not know what the numbers found: a zone they overlooked would show.
        auto made = input(layer("plan", {{"p", square(0, 0, 10), {}}}),
                          zones({{"a", square(5, 0, 10), {}}, {"b", square(10, 0, 10), {}}}));
        QCOMPARE(*checked(made).summaries.at(0).balanceErrorSquareMetres, 0.0);
        made.options.balance = false;
        QVERIFY(!checked(made).summaries.at(0).balanceErrorSquareMetres);
    }

    void aRunIsRecorded() {
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("plan.dat")).toStdString();
        auto made = input(layer("plan", {{"p", square(0, 0, 10), {}}}), zones({{"z", square(5, 0, 10), {}}}));
        const auto first = checked(made);
        const auto second = checked(made);
        QVERIFY(!first.run.programVersion.empty() && first.run.id.size() == 16 && first.run.id != second.run.id);
        QCOMPARE(first.layers.at(0).hash.size(), 64U);
        QVERIFY(!first.layers[0].isFileHash);
        QCOMPARE(first.layers[0].hash, second.layers.at(0).hash);
        auto moved = made;
        moved.plan[0] = layer("plan", {{"p", square(0, 0, 11), {}}});
        QVERIFY(checked(moved).layers.at(0).hash != first.layers[0].hash);
        made.options.hashInputs = false;
        QVERIFY(checked(made).layers.at(0).hash.empty());
    }

    void underAFixedTimeARunIsTheSame() {
        qputenv("SOURCE_DATE_EPOCH", "1700000000");
        const auto made = input(layer("plan", {{"p", square(0, 0, 10), {}}}), zones({{"z", square(5, 0, 10), {}}}));
        const std::string first = checked(made).run.id;
        const std::string again = checked(made, 2).run.id;
        auto other = made;
        other.options.sliverSquareMetres = 2;
        const std::string changed = checked(other).run.id;
        qunsetenv("SOURCE_DATE_EPOCH");
        QCOMPARE(first, again);
        QVERIFY(first != changed);
    }

    void anApprovalLastsWhileTheOverlapStaysTheSame_data() {
        QTest::addColumn<double>("west");
        QTest::addColumn<double>("width");
        QTest::addColumn<bool>("lasts");
        QTest::newRow("untouched") << 5. << 10. << true;
        QTest::newRow("below the tolerance") << 5.0005 << 10. << true;
        QTest::newRow("a wider piece") << 4.9 << 10. << false;
        QTest::newRow("as large, elsewhere") << -5. << 10. << false;
    }
    void anApprovalLastsWhileTheOverlapStaysTheSame() {
        QFETCH(double, west);
        QFETCH(double, width);
        QFETCH(bool, lasts);
        const auto run = [](double x, double side) {
            auto made = input(layer("plan", {{"p", square(0, 0, 10), {}}}), zones({{"z", square(x, 0, side), {}}}));
            made.options.keepGeometry = true;
            return checked(made);
        };
        const auto before = run(5, 10);
        const std::vector<layers::Approval> approvals{approvalOf(before.findings.at(0), before)};
        const auto now = run(west, width);
        const auto verdict = layers::FindingApprovals(approvals, now.geometryCrs).of(now.findings.at(0));
        using State = layers::FindingApprovals::State;
        QVERIFY(verdict.state == (lasts ? State::Approved : State::Lapsed));
        QCOMPARE(verdict.change.empty(), lasts);
        QCOMPARE(layers::openConflictCount(now, approvals), lasts ? 0U : 1U);
    }

    void anApprovalWithoutItsFindingIsTold() {
        const auto before =
            checked(input(layer("plan", {{"p", square(0, 0, 10), {}}}), zones({{"z", square(5, 0, 10), {}}})));
        const std::vector<layers::Approval> approvals{approvalOf(before.findings.at(0), before),
                                                      {"members_differ|1|2|", "of the audit", {}, {}}};
        const auto now =
            checked(input(layer("plan", {{"p", square(0, 0, 10), {}}}), zones({{"z", square(50, 0, 10), {}}})));
        const auto lost = layers::FindingApprovals(approvals, now.geometryCrs).withoutFinding(now);
        QCOMPARE(lost.size(), 1U);
        QCOMPARE(lost[0]->reason, std::string("why"));
        QVERIFY(layers::FindingApprovals(approvals, before.geometryCrs).withoutFinding(before).empty());
    }
};

QTEST_GUILESS_MAIN(TestMeaning)
#include "test_meaning.moc"
