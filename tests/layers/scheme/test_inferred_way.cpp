// SPDX-License-Identifier: Apache-2.0
// Carriers that no loaded line is called by: the way on the other lines of their kind, and when there is none.
#include "Fixture.h"
#include "gis/engine/Overlay.h"
#include "layers/plan/LayoutElement.h"
#include "layers/scheme/InferredWay.h"
#include "layers/scheme/LayoutRecipe.h"

using namespace layers;

namespace {

constexpr double west = 500'000, south = 3'300'000;

gis::CoordinateReferenceSystem zone() { return gis::CoordinateReferenceSystem::fromCode("EPSG:4545").value(); }
gis::Coordinate at(double x, double y) { return {west + x, south + y}; }

gis::Geometry townAt(double x, double y) {
    return gis::Geometry::polygon(
        {{at(x - 1000, y - 1000), at(x + 1000, y - 1000), at(x + 1000, y + 1000), at(x - 1000, y + 1000)}});
}

BaseTable table(const char* name, const std::vector<std::pair<std::string, gis::Geometry>>& rows) {
    std::vector<gis::Feature> features;
    for (std::size_t i = 0; i < rows.size(); ++i)
        features.emplace_back(
            static_cast<gis::FeatureId>(i + 1), rows[i].second,
            std::vector<gis::Value>{rows[i].first.empty() ? gis::Value() : gis::Value(rows[i].first)});
    return {name, gis::FeatureTable(gis::Schema({{"name"}}), zone(), features)};
}

/// Three towns on a railway of three pieces without names; the last piece begins 2 km from the one before. A fourth town
/// is reached by a detour only.
std::vector<BaseTable> ground(const char* railLayer) {
    return {
        table("county", {{"甲县", townAt(0, 3000)},
                         {"乙县", townAt(50'000, -4000)},
                         {"丙县", townAt(100'000, 2000)},
                         {"丁县", townAt(0, 30'000)},
                         {"戊县", townAt(118'000, 2000)}}),
        table(railLayer,
              {{"", gis::Geometry::lineString({at(-9000, 0), at(20'000, 500), at(50'000, 0)})},
               {"", gis::Geometry::lineString({at(50'000, 0), at(78'000, 900)})},
               {"别名", gis::Geometry::lineString({at(80'000, 1000), at(120'000, 0)})},
               {"", gis::Geometry::lineString({at(120'000, 0), at(120'000, 90'000), at(0, 90'000), at(0, 30'500)})}})};
}

BuiltLayout built(const std::string& element, const std::vector<BaseTable>& tables) {
    const auto scheme = schemeFromJson("{\"elements\":[" + element + "]}", "t");
    if (!scheme) qFatal("%s", gis::describe(scheme.error()).c_str());
    BuildOptions options = shippedBuildOptions().value();
    options.crs = zone();
    return fixture::build(*scheme, BaseLayers::make(tables, Geography(), shippedBaseFieldNames().value()).value(),
                          options);
}

bool warnsOf(const BuiltLayout& layout, const char* kind) {
    return std::ranges::any_of(layout.warnings, [kind](const gis::Warning& warning) { return warning.kind == kind; });
}

std::string axis(const std::string& carrier, const std::string& members, const std::string& more = {}) {
    return R"({"id":"a","kind":"axis","name":"轴",)" + more + R"("carriers":[)" + carrier + R"(],"members":[)" +
           members + "]}";
}
const std::string threeTowns = R"({"name":"甲县"},{"name":"乙县"},{"name":"丙县"})";
const std::string oldRailway = R"({"name":"甲丙铁路","kind":"railway"})";

}  // namespace

class TestInferredWay : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRailwayOfNoLoadedNameFollowsTheOthersAndSaysSo() {
        const BuiltLayout layout = built(axis(oldRailway, threeTowns), ground("rail_lines"));
        const ElementReport& report = fixture::report(layout, "a");
        QCOMPARE(report.builder, std::string("path"));
        QVERIFY(report.isSchematic);
        QCOMPARE(report.inferredCarriers, std::vector<std::string>{"甲丙铁路"});
        QVERIFY(report.idleCarriers.empty());
        QVERIFY(warnsOf(layout, "carrier_by_network"));
        QVERIFY(!warnsOf(layout, "carrier_unknown"));
        const gis::Feature feature = fixture::feature(layout, "a");
        const auto text = [&](const char* field) {
            return gis::toText(feature.attribute(layoutSchema().indexOf(field)));
        };
        QVERIFY(text(layout_field::note).find("甲丙铁路") != std::string::npos);
        QCOMPARE(text(layout_field::schematic), std::string("1"));
        // All the way on the lines, from the foot of the first town to that of the last.
        const auto parts = pathsOf(feature.geometry());
        QCOMPARE(parts.size(), 1U);
        QVERIFY(std::abs(pathLength(parts.front()) - 100'000) < 500);
        for (const gis::Coordinate corner : {at(20'000, 500), at(50'000, 0), at(78'000, 900), at(80'000, 1000)})
            QCOMPARE(nearestOnPath(parts.front(), corner).distance, 0.0);
        const auto found = layout.layer("layout_axis");
        Layer layer;
        layer.table = found->table;
        const auto recipe = recipeOf(layer, feature);
        QCOMPARE(recipe->inferred, report.inferredCarriers);
        QVERIFY(recipe->parameters.at("bridged_km") > 1.9 && recipe->parameters.at("bridged_km") < 2.1);
    }
    void aGapWiderThanStatedIsNotBridged() {
        const BuiltLayout layout = built(axis(oldRailway, threeTowns, R"("gap_km":1,)"), ground("rail_lines"));
        // The first two towns are left on one network: the third takes no part.
        QCOMPARE(fixture::report(layout, "a").idleMembers, std::vector<std::string>{"丙县"});
        const auto parts = pathsOf(fixture::shape(layout, "a"));
        QVERIFY(pathLength(parts.front()) < 51'000);
    }
    void whatLeadsThereOnlyByALongWayIsNoCarrier() {
        const BuiltLayout layout = built(axis(oldRailway, R"({"name":"甲县"},{"name":"丁县"})"), ground("rail_lines"));
        QVERIFY(!warnsOf(layout, "carrier_by_network"));
        QVERIFY(warnsOf(layout, "carrier_unknown"));
        QVERIFY(fixture::report(layout, "a").inferredCarriers.empty());
        QCOMPARE(fixture::report(layout, "a").idleCarriers, std::vector<std::string>{"甲丙铁路"});
    }
    void onlyLinesOfItsKindAreFollowed_data() {
        QTest::addColumn<QByteArray>("carrier");
        QTest::addColumn<QByteArray>("layer");
        QTest::addColumn<bool>("follows");
        const auto row = [](const char* title, const char* carrier, const char* layer, bool follows) {
            QTest::newRow(title) << QByteArray(carrier) << QByteArray(layer) << follows;
        };
        row("railway on railways", R"({"name":"甲丙铁路","kind":"railway"})", "铁路", true);
        row("kind by its ending", R"({"name":"甲丙铁路"})", "Rail_2020", true);
        row("railway on rivers", R"({"name":"甲丙铁路","kind":"railway"})", "river", false);
        row("high-speed on old railways", R"({"name":"甲丙高铁","kind":"railway"})", "rail_lines", false);
        row("high-speed on high-speed", R"({"name":"甲丙高铁","kind":"railway"})", "hsr_2016", true);
        row("old railway on high-speed", R"({"name":"甲丙铁路","kind":"railway"})", "hsr_2016", true);
        row("road on roads", R"({"name":"甲丙高速公路","kind":"expressway"})", "高速公路", true);
        row("road on railways", R"({"name":"甲丙高速公路","kind":"expressway"})", "rail_lines", false);
        row("river on rivers", R"({"name":"甲丙江","kind":"waterway"})", "river", false);
        row("corridor", R"({"name":"甲丙通道","kind":"corridor"})", "rail_lines", false);
    }
    void onlyLinesOfItsKindAreFollowed() {
        QFETCH(QByteArray, carrier);
        QFETCH(QByteArray, layer);
        QFETCH(bool, follows);
        const BuiltLayout layout = built(axis(carrier.toStdString(), threeTowns), ground(layer.constData()));
        QCOMPARE(warnsOf(layout, "carrier_by_network"), follows);
        QCOMPARE(warnsOf(layout, "carrier_unknown"), !follows);
    }
    void aNameThatIsLoadedIsTakenAtItsName() {
        const BuiltLayout layout = built(
            axis(R"({"name":"别名","kind":"railway"})", R"({"name":"丙县"},{"name":"戊县"})"), ground("rail_lines"));
        QVERIFY(!warnsOf(layout, "carrier_by_network"));
        QVERIFY(!fixture::report(layout, "a").isSchematic);
    }
    void onlyALineInUseIsDrawnOnLinesOfToday_data() {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<bool>("follows");
        for (const char* status : {"study", "planned", "construction", "policy"})
            QTest::newRow(status) << QByteArray(status) << false;
        for (const char* status : {"expansion", "upgrade", "operating"})
            QTest::newRow(status) << QByteArray(status) << true;
    }
    void onlyALineInUseIsDrawnOnLinesOfToday() {
        QFETCH(QByteArray, status);
        QFETCH(bool, follows);
        const BuiltLayout layout = built(R"({"id":"a","kind":"railway","name":"甲丙铁路","status":{"cls":")" +
                                             status.toStdString() + R"("},"members":[)" + threeTowns + "]}",
                                         ground("rail_lines"));
        QVERIFY(fixture::report(layout, "a").isBuilt);
        QCOMPARE(warnsOf(layout, "carrier_by_network"), follows);
    }
    void aLineOfAnAliasGoesBeforeAGuess() {
        const BuiltLayout layout = built(
            R"({"id":"a","kind":"railway","name":"甲丙铁路","aliases":["别名"],"status":"operating","members":[)" +
                std::string(R"({"name":"丙县"},{"name":"戊县"}]})"),
            ground("rail_lines"));
        QVERIFY(!warnsOf(layout, "carrier_by_network"));
        QCOMPARE(fixture::report(layout, "a").carriers, std::vector<std::string>{"别名"});
    }
    void aSecondLayerBesideItDoesNotLeadAstray() {
        // High-speed lines that pass nearer to two of the towns, and meet nothing.
        std::vector<BaseTable> tables = ground("rail_lines");
        tables.push_back(table("hsr_lines", {{"", gis::Geometry::lineString({at(-5000, 2900), at(20'000, 2900)})},
                                             {"", gis::Geometry::lineString({at(90'000, 1900), at(110'000, 1900)})}}));
        const BuiltLayout layout = built(axis(oldRailway, threeTowns), tables);
        QVERIFY(warnsOf(layout, "carrier_by_network"));
        QVERIFY(fixture::report(layout, "a").idleMembers.empty());
        QVERIFY(std::abs(pathLength(pathsOf(fixture::shape(layout, "a")).front()) - 100'000) < 500);
    }
    void theStopsOfAKnownRouteHaveToBePassed() {
        const std::vector<LinePath> lines{{at(0, 0), at(100'000, 0)}};
        const std::vector<SeatedPlace> places{{{"甲县", {}, {}, {}, {}}, at(1000, 100)},
                                              {{"丙县", {}, {}, {}, {}}, at(99'000, 100)}};
        const NetworkLimits limits{50, 3000, 20'000, 10'000};
        const LinePath beside{at(0, 0), at(30'000, 5000), at(70'000, 5000), at(100'000, 0)};
        QVERIFY(inferredWay(lines, beside, places, limits, 2).stretch.path.size() >= 2);
        const LinePath elsewhere{at(0, 0), at(30'000, 60'000), at(70'000, 60'000), at(100'000, 0)};
        QVERIFY(inferredWay(lines, elsewhere, places, limits, 2).stretch.path.empty());
    }
    void realOldRailways() {
        if (!fixture::hasShared()) QSKIP("no shared data");
        const BaseLayers base = fixture::base(
            {fixture::shared("data/admin.gpkg|county"), fixture::shared("data/transport.gpkg|rail_vmap0")});
        const auto scheme = schemeFromJson(
            R"({"elements":[{"id":"a","kind":"axis","name":"轴","carriers":[{"name":"成渝铁路","kind":"railway"}],
                "members":[{"name":"内江市东兴区","adcode":"511011"},{"name":"隆昌市","adcode":"511083"},
                           {"name":"荣昌区","adcode":"500153"},{"name":"永川区","adcode":"500118"}]}]})",
            "a");
        QVERIFY(scheme);
        const BuiltLayout layout = fixture::build(*scheme, base);
        QVERIFY(warnsOf(layout, "carrier_by_network"));
        const auto parts = pathsOf(fixture::shape(layout, "a"));
        QCOMPARE(parts.size(), 1U);
        // Neijiang to Yongchuan: 142 km by the timetable of the old railway, 105 as the crow flies.
        const double length = pathLength(parts.front());
        QVERIFY2(length > 105'000 && length < 160'000, qPrintable(QString::number(length)));
    }
};

QTEST_GUILESS_MAIN(TestInferredWay)
#include "test_inferred_way.moc"
