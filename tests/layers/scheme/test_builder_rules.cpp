// SPDX-License-Identifier: Apache-2.0
#include <random>

#include "Fixture.h"
#include "gis/engine/Overlay.h"
#include "gis/engine/Validity.h"
#include "layers/plan/LayoutElement.h"
#include "layers/scheme/BaseInPlane.h"

namespace {

bool hasWarning(const layers::BuiltLayout& layout, const char* kind, const char* element) {
    return std::any_of(layout.warnings.begin(), layout.warnings.end(), [&](const gis::Warning& warning) {
        return warning.kind == kind && warning.subject.feature == element;
    });
}

layers::Scheme read(const std::string& elements) {
    const auto scheme = layers::schemeFromJson("{\"elements\":[" + elements + "]}", "t");
    if (!scheme) qFatal("%s", gis::describe(scheme.error()).c_str());
    return *scheme;
}

gis::CoordinateReferenceSystem zone() { return gis::CoordinateReferenceSystem::fromCode("EPSG:4545").value(); }

gis::Geometry box(double x, double y, double width, double height) {
    return gis::Geometry::polygon({{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}});
}

layers::BaseTable table(const char* name, const std::vector<std::vector<std::string>>& rows,
                        const std::vector<gis::Geometry>& shapes) {
    std::vector<gis::Feature> features;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::vector<gis::Value> values;
        for (const std::string& text : rows[i]) values.emplace_back(text);
        features.emplace_back(static_cast<gis::FeatureId>(i + 1), shapes[i], values);
    }
    return {name, gis::FeatureTable(gis::Schema({{"adcode"}, {"name"}, {"parent"}}), zone(), features)};
}

layers::BaseLayers madeBase(const std::vector<layers::BaseTable>& tables) {
    layers::Geography known;
    known.unitChanges = layers::shippedUnitChanges().value();
    return layers::BaseLayers::make(tables, known, layers::shippedBaseFieldNames().value()).value();
}

layers::BuiltLayout built(const layers::Scheme& scheme, const layers::BaseLayers& base) {
    layers::BuildOptions options = layers::shippedBuildOptions().value();
    options.crs = zone();
    return fixture::build(scheme, base, options);
}

std::string note(const layers::BuiltLayout& layout, const std::string& id) {
    return gis::toText(
        fixture::feature(layout, id).attribute(layers::layoutSchema().indexOf(layers::layout_field::note)));
}

/// Two units of one name in two prefectures, and a third beside them.
layers::BaseLayers twins() {
    return madeBase({table(
        "county", {{"511002", "市中区", "511000"}, {"511102", "市中区", "511100"}, {"511000", "内江市", "510000"}},
        {box(400'000, 3'300'000, 10'000, 10'000), box(500'000, 3'300'000, 20'000, 10'000),
         box(400'000, 3'300'000, 30'000, 30'000)})});
}

}  // namespace

class TestBuilderRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNameIsResolvedByItsPrefecture_data() {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<double>("area");
        QTest::newRow("within 内江") << QByteArray(R"({"name":"市中区","within_adcode":"511000"})") << 1e8;
        QTest::newRow("within 乐山") << QByteArray(R"({"name":"市中区","within_adcode":"511100"})") << 2e8;
        QTest::newRow("full name") << QByteArray(R"({"name":"内江市市中区"})") << 1e8;
        QTest::newRow("code") << QByteArray(R"({"name":"市中区","adcode":"511102"})") << 2e8;
    }
    void aNameIsResolvedByItsPrefecture() {
        QFETCH(QByteArray, member);
        QFETCH(double, area);
        const auto scheme = read(R"({"id":"t.z","kind":"zone","name":"z","members":[)" + member.toStdString() + "]}");
        QVERIFY(std::abs(gis::planeArea(fixture::shape(built(scheme, twins()), "t.z")) - area) < 1);
    }

    void oldAndNewCodesMeet_data() {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<double>("area");
        QTest::addColumn<QByteArray>("warning");
        QTest::newRow("old code, new layer")
            << QByteArray(R"({"name":"开县","adcode":"500234"})") << 1e8 << QByteArray("unit_changed");
        QTest::newRow("new code, old layer")
            << QByteArray(R"({"name":"梁平区","adcode":"500155"})") << 2e8 << QByteArray("unit_changed");
        QTest::newRow("merged of two") << QByteArray(R"({"name":"两江新区"})") << 7e8
                                       << QByteArray("unit_changed_partly");
        QTest::newRow("boundary moved too")
            << QByteArray(R"({"name":"宜宾县","adcode":"511521"})") << 5e8 << QByteArray("unit_changed_partly");
        QTest::newRow("code reused") << QByteArray(R"({"name":"万盛区","adcode":"500110"})") << 6e8
                                     << QByteArray("unit_merged");
        QTest::newRow("split off, old layer")
            << QByteArray(R"({"name":"前锋区","adcode":"511603"})") << 8e8 << QByteArray("unit_split");
    }
    void oldAndNewCodesMeet() {
        QFETCH(QByteArray, member);
        QFETCH(double, area);
        QFETCH(QByteArray, warning);
        const layers::BaseLayers base =
            madeBase({table("county",
                            {{"500154", "开州区", "500000"},
                             {"500228", "梁平县", "500000"},
                             {"500105", "江北区", "500000"},
                             {"500112", "渝北区", "500000"},
                             {"511504", "叙州区", "511500"},
                             {"500110", "綦江区", "500000"},
                             {"511602", "广安区", "511600"}},
                            {box(300'000, 3'300'000, 10'000, 10'000), box(400'000, 3'300'000, 20'000, 10'000),
                             box(500'000, 3'300'000, 30'000, 10'000), box(530'000, 3'300'000, 40'000, 10'000),
                             box(600'000, 3'300'000, 50'000, 10'000), box(700'000, 3'300'000, 60'000, 10'000),
                             box(800'000, 3'300'000, 80'000, 10'000)})});
        const auto scheme = read(R"({"id":"t.z","kind":"zone","name":"z","members":[)" + member.toStdString() + "]}");
        const layers::BuiltLayout layout = built(scheme, base);
        QVERIFY(std::abs(gis::planeArea(fixture::shape(layout, "t.z")) - area) < 1);
        QVERIFY(hasWarning(layout, warning.constData(), "t.z"));
    }
    void aUnitThatWasSplitIsAllItsParts() {
        layers::Geography known;
        known.unitChanges = {{"2020", {{"510901", "旧县"}}, {{"510902", "东县"}, {"510903", "西县"}}, {}, false, {}}};
        const auto over = [&](const std::vector<std::vector<std::string>>& rows) {
            const auto base = layers::BaseLayers::make(
                {table("county", rows, {box(0, 0, 10'000, 10'000), box(10'000, 0, 20'000, 10'000)})}, known,
                layers::shippedBaseFieldNames().value());
            return built(read(R"({"id":"t.z","kind":"zone","name":"z","members":[{"name":"旧县","adcode":"510901"}]})"),
                         base.value());
        };
        const auto both = over({{"510902", "东县", ""}, {"510903", "西县", ""}});
        QVERIFY(std::abs(gis::planeArea(fixture::shape(both, "t.z")) - 3e8) < 1);
        QVERIFY(hasWarning(both, "unit_split", "t.z"));
        // Half of it would be wrong without a word.
        QVERIFY(!fixture::report(over({{"510902", "东县", ""}, {"510999", "他县", ""}}), "t.z").isBuilt);
    }
    void boundariesThatMovedWithAnotherUnitAreTold_data() {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<bool>("isNew");
        QTest::addColumn<bool>("warns");
        QTest::newRow("old paper, new boundaries") << QByteArray("2021-12-27") << true << true;
        QTest::newRow("old paper, old boundaries") << QByteArray("2021-12-27") << false << false;
        QTest::newRow("new paper, new boundaries") << QByteArray("2026-03-01") << true << false;
        QTest::newRow("new paper, old boundaries") << QByteArray("2026-03-01") << false << true;
    }
    void boundariesThatMovedWithAnotherUnitAreTold() {
        QFETCH(QByteArray, date);
        QFETCH(bool, isNew);
        QFETCH(bool, warns);
        const std::vector<std::string> other = isNew ? std::vector<std::string>{"", "两江新区", "500000"}
                                                     : std::vector<std::string>{"500112", "渝北区", "500000"};
        const layers::BaseLayers base =
            madeBase({table("county", {{"500109", "北碚区", "500000"}, other},
                            {box(300'000, 3'300'000, 10'000, 10'000), box(400'000, 3'300'000, 20'000, 10'000)})});
        auto scheme = read(
            R"({"id":"t.z","kind":"zone","name":"z","document":"d","members":[{"name":"北碚区","adcode":"500109"}]})");
        scheme.documents = {{"d", "文件", {}, date.toStdString(), false}};
        QCOMPARE(hasWarning(built(scheme, base), "unit_changed_partly", "t.z"), warns);
    }
    void theTablesFollowFromTheChanges() {
        const auto tables = layers::shippedUnitTables().value();
        const auto changes = layers::shippedUnitChanges().value();
        QCOMPARE(tables.size(), 3U);
        for (std::size_t i = 1; i < tables.size(); ++i) {
            auto names = tables[i - 1].names;
            std::vector<std::string> withoutCode;
            for (const layers::UnitChange& change : changes) {
                // A year stands for its end.
                if (change.date <= tables[i - 1].date || change.date > tables[i].date) continue;
                for (const layers::UnitName& unit : change.from) QCOMPARE(names.erase(unit.adcode), 1U);
                for (const layers::UnitName& unit : change.to) {
                    if (unit.adcode.empty())
                        withoutCode.push_back(unit.name);
                    else
                        names[unit.adcode] = unit.name;
                }
            }
            QVERIFY2(names == tables[i].names, tables[i].date.c_str());
            QCOMPARE(withoutCode, tables[i].withoutCode);
        }
    }
    void theTablesAreThoseOfTheBoundaries_data() {
        QTest::addColumn<QByteArray>("layer");
        QTest::addColumn<int>("table");
        QTest::newRow("2016, Chongqing") << QByteArray("data/admin_echarts.gpkg|county") << 0;
        QTest::newRow("2024") << QByteArray("data/admin.gpkg|county") << 1;
    }
    void theTablesAreThoseOfTheBoundaries() {
        if (!fixture::hasShared()) QSKIP("no shared data");
        QFETCH(QByteArray, layer);
        QFETCH(int, table);
        const auto base = fixture::base({fixture::shared(layer.constData())});
        std::map<std::string, std::string> loaded;
        std::set<std::string> provinces;
        for (const layers::BaseUnit& unit : base.units()) {
            loaded[unit.adcode] = unit.name;
            provinces.insert(unit.adcode.substr(0, 2));
        }
        auto expected = layers::shippedUnitTables().value()[static_cast<std::size_t>(table)].names;
        std::erase_if(expected, [&](const auto& unit) { return !provinces.contains(unit.first.substr(0, 2)); });
        QVERIFY(!loaded.empty());
        QVERIFY(loaded == expected);
    }
    /// Every code of each table has ground in the boundaries of 2024: through the changes where it is another.
    void everyCodeOfEveryTableMeetsTheBoundaries() {
        if (!fixture::hasShared()) QSKIP("no shared data");
        const auto base = fixture::base({fixture::shared("data/admin.gpkg|county")});
        const auto tables = layers::shippedUnitTables().value();
        for (const layers::UnitTable& table : tables) {
            for (const auto& [code, name] : table.names) {
                const auto resolved = layers::resolvedUnit(base, {name, code, {}, {}, {}});
                QVERIFY2(!resolved.units.empty(), (table.date + " " + code).c_str());
                QCOMPARE(resolved.change != nullptr, base.unitByCode(code) == nullptr);
            }
            for (const std::string& name : table.withoutCode)
                QCOMPARE(layers::resolvedUnit(base, {name, {}, {}, {}, {}}).units.size(), 2U);
        }
    }
    void aCodeThatNobodyEverHadIsTold_data() {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<bool>("warns");
        QTest::newRow("of no unit") << QByteArray("500199") << true;
        QTest::newRow("of today") << QByteArray("500101") << false;
        QTest::newRow("of 2011") << QByteArray("500222") << false;
        QTest::newRow("of another province") << QByteArray("110199") << false;
        QTest::newRow("prefecture") << QByteArray("511700") << false;
    }
    void aCodeThatNobodyEverHadIsTold() {
        QFETCH(QByteArray, code);
        QFETCH(bool, warns);
        const auto scheme = read(R"({"id":"t.z","kind":"zone","name":"z","members":[{"name":"甲","adcode":")" +
                                 code.toStdString() + R"("}]})");
        QCOMPARE(hasWarning(fixture::build(scheme, fixture::sampleBase()), "member_code_unknown", "t.z"), warns);
    }
    void aNameWithItsPrefectureIsNoOther_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<bool>("warns");
        QTest::newRow("county") << QByteArray("东兴区") << QByteArray("511011") << false;
        QTest::newRow("with its prefecture") << QByteArray("内江市东兴区") << QByteArray("511011") << false;
        QTest::newRow("with its municipality") << QByteArray("重庆市万州区") << QByteArray("500101") << false;
        QTest::newRow("of another prefecture") << QByteArray("内江市市中区") << QByteArray("511102") << true;
        QTest::newRow("another name") << QByteArray("资中县") << QByteArray("511011") << true;
    }
    void aNameWithItsPrefectureIsNoOther() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, code);
        QFETCH(bool, warns);
        const auto scheme = read(R"({"id":"t.z","kind":"zone","name":"z","members":[{"name":")" + name.toStdString() +
                                 R"(","adcode":")" + code.toStdString() + R"("}]})");
        QCOMPARE(hasWarning(fixture::build(scheme, fixture::sampleBase()), "member_code_mismatch", "t.z"), warns);
    }
    void aCorridorBeginsAtTheBanks() {
        // A river of 100 km: as a line, and for half of its length as water 2 km wide.
        const gis::Geometry line = gis::Geometry::lineString({{500'000, 3'300'000}, {600'000, 3'300'000}});
        const gis::Geometry water = box(500'000, 3'299'000, 50'000, 2000);
        const auto scheme = read(
            R"({"id":"t.c","kind":"eco_corridor","name":"c","width_km":6,"carriers":[{"name":"甲江","kind":"waterway"}]})");
        const auto areaOver = [&](const std::vector<layers::BaseTable>& tables, std::string& told) {
            const layers::BuiltLayout layout = built(scheme, madeBase(tables));
            told = note(layout, "t.c");
            return gis::planeArea(fixture::shape(layout, "t.c"));
        };
        const double round = 3.14159265 * 9e6;  // both ends
        std::string told;
        QVERIFY(std::abs(areaOver({table("river", {{"", "甲江", ""}}, {line})}, told) - (6e8 + round)) < 1e6);
        const std::string ofLine = told;
        // 50 km of 6 and 50 km of 8 km, and what the wider end brings.
        const double both = areaOver(
            {table("river", {{"", "甲江", ""}}, {line}), table("water_area", {{"", "甲江", ""}}, {water})}, told);
        QVERIFY2(both > 7e8 && both < 7e8 + 2 * round, qPrintable(QString::number(both)));
        QVERIFY(told != ofLine && told.find("岸线 3 千米") != std::string::npos);
        // As water alone; a polygon of that name in a layer of units is none.
        QVERIFY(areaOver({table("水域", {{"", "甲江", ""}}, {water})}, told) > 4e8);
        QVERIFY(
            !fixture::report(built(scheme, madeBase({table("county", {{"", "甲江", ""}}, {water})})), "t.c").isBuilt);
    }
    void badChangesAreNamed() {
        const auto changes =
            layers::unitChangesFromJson(R"({"changes":[{"date":"2016","from":[{"name":"a"}]}]})", "c.json");
        QVERIFY(!changes);
        QVERIFY(gis::describe(changes.error()).find("changes[0]: to") != std::string::npos);
    }

    void aBeltTakesInItsTowns() {
        // A road of 100 km; a town 12 km beside its middle, one on it, one beyond reach.
        layers::Geography known;
        const auto degrees = [](gis::Coordinate at) {
            return gis::CoordinateTransform::make(zone(), gis::CoordinateReferenceSystem::cgcs2000())
                .value()
                .apply(gis::Geometry::point(at))
                ->coordinates()
                .front();
        };
        known.places = {{"100001", "west", "", degrees({400'000, 3'400'000})},
                        {"100002", "beside", "", degrees({450'000, 3'412'000})},
                        {"100003", "east", "", degrees({500'000, 3'400'000})},
                        {"100004", "far", "", degrees({450'000, 3'460'000})}};
        const gis::Geometry road = gis::Geometry::lineString({{380'000, 3'400'000}, {520'000, 3'400'000}});
        const auto base = layers::BaseLayers::make({table("roads", {{"", "road", ""}}, {road})}, known,
                                                   layers::shippedBaseFieldNames().value())
                              .value();
        const auto scheme = read(
            R"({"id":"t.b","kind":"belt","name":"b","width_km":8,"carriers":[{"name":"road"}],"members":[
               {"name":"west","adcode":"100001"},{"name":"beside","adcode":"100002"},{"name":"far","adcode":"100004"},
               {"name":"east","adcode":"100003"}]})");
        const gis::Geometry belt = fixture::shape(built(scheme, base), "t.b");
        const auto distanceTo = [&](double x, double y) {
            return gis::nearestPoints(gis::Geometry::point({x, y}), belt)->distance;
        };
        QCOMPARE(belt.partCount(), 1U);
        QVERIFY(!gis::flawOf(belt));
        QVERIFY(distanceTo(450'000, 3'416'000) == 0);  // the town's far side is within
        QVERIFY(distanceTo(425'000, 3'403'900) == 0);  // 4 km to either side elsewhere
        QVERIFY(distanceTo(425'000, 3'405'000) > 0);
        QVERIFY(distanceTo(450'000, 3'390'000) > 5000);  // it does not bulge away from the town
        QVERIFY(distanceTo(450'000, 3'460'000) > 30'000);
    }

    void aClusterIsTheBuiltUpLandAboutItsSeat() {
        const layers::BaseLayers base =
            madeBase({table("county", {{"500101", "甲区", "500000"}}, {box(400'000, 3'400'000, 60'000, 60'000)}),
                      table("built_up", {{"", "", ""}, {"", "", ""}, {"", "", ""}},
                            {box(428'000, 3'428'000, 2000, 2000), box(431'000, 3'430'000, 3000, 2000),
                             box(402'000, 3'402'000, 1000, 1000)})});  // the last is a village 40 km off
        const auto scheme =
            read(R"({"id":"t.c","kind":"cluster","name":"c","members":[{"name":"甲区","adcode":"500101"}]})");
        const layers::BuiltLayout layout = built(scheme, base);
        const gis::Geometry cluster = fixture::shape(layout, "t.c");
        QCOMPARE(fixture::report(layout, "t.c").builder, std::string("hull"));
        QVERIFY(gis::planeArea(cluster) >= 10e6 && gis::planeArea(cluster) < 30e6);
        QVERIFY(cluster.extent().minX > 427'000);
    }

    void oneMemberMakesANode() {
        const layers::BaseLayers base = fixture::sampleBase();
        const auto scheme = read(
            R"({"id":"t.a","kind":"axis","name":"a","members":[{"name":"万州区","adcode":"500101"}]},
               {"id":"t.b","kind":"belt","name":"b","carriers":[{"name":"长江"}],"members":[{"name":"万州区","adcode":"500101"}]},
               {"id":"t.r","kind":"axis","name":"r","carriers":[{"name":"no such road"}],"members":[{"name":"万州区","adcode":"500101"}]})");
        const layers::BuiltLayout layout = fixture::build(scheme, base);
        for (const char* id : {"t.a", "t.b", "t.r"}) {
            QCOMPARE(fixture::report(layout, id).layer, std::string("layout_node"));
            QVERIFY(hasWarning(layout, "one_member", id));
        }
        QVERIFY(hasWarning(layout, "carrier_unknown", "t.r"));  // no line layer: it counts as none
    }
    void aWaterwayWithOnePlaceEndsAtItsUnit() {
        const auto scheme = read(
            R"({"id":"t.w","kind":"waterway","name":"w","carriers":[{"name":"长江"}],"members":[{"name":"万州区","adcode":"500101"}]})");
        const layers::BaseLayers base = fixture::sampleBase();
        const layers::BuiltLayout layout = fixture::build(scheme, base);
        auto plane = layers::BaseInPlane::make(base, layout.crs);
        layers::SchemePlace unit;
        unit.adcode = "500101";
        const auto area = plane->areaOf(unit).value();
        QVERIFY(area.has_value());
        const auto outside =
            gis::overlay(gis::OverlayOperation::Difference, fixture::shape(layout, "t.w"), *area).value();
        QVERIFY(gis::planeLength(outside.geometry) < 1);
        QVERIFY(gis::planeLength(fixture::shape(layout, "t.w")) > 30'000);
    }

    void nodesSayHowExactTheyAre() {
        const layers::BaseLayers base = fixture::sampleBase();
        const auto scheme = read(
            R"({"id":"t.p","kind":"port","name":"p","members":[{"name":"万州区","adcode":"500101","level":"county"}]},
               {"id":"t.q","kind":"hub","name":"q","members":[{"name":"万州区","adcode":"500101","level":"county"},{"name":"达州市","adcode":"511700","level":"prefecture"}]})");
        const layers::BuiltLayout layout = fixture::build(scheme, base);
        const auto notes = layers::shippedLayoutKinds().value().notes;
        QCOMPARE(note(layout, "t.p"), notes.at("precision_county"));
        QCOMPARE(note(layout, "t.q"), notes.at("precision_prefecture"));
    }
    void aLoadedPointOfTheNameIsTheNode() {
        const auto base =
            madeBase({table("airports", {{"", "新机场", ""}}, {gis::Geometry::point({432'100, 3'401'000})})});
        const auto scheme =
            read(R"({"id":"t.p","kind":"airport","name":"新机场","members":[{"name":"万州区","adcode":"500101"}]})");
        const layers::BuiltLayout layout = built(scheme, base);
        QVERIFY(std::abs(fixture::shape(layout, "t.p").coordinates().front().x - 432'100) < 1e-3);
        QCOMPARE(note(layout, "t.p"), layers::shippedLayoutKinds().value().notes.at("precision_point"));
    }

    void emptyBaseGivesReasonsNotAnError() {
        const layers::BaseLayers nothing;
        const auto scheme = read(
            R"({"id":"t.z","kind":"zone","name":"z","members":[{"name":"甲","adcode":"500101"}]},
               {"id":"t.a","kind":"axis","name":"a","carriers":[{"name":"长江"}],"members":[{"name":"甲","adcode":"500101"}]})");
        const layers::BuiltLayout layout = fixture::build(scheme, nothing);
        QVERIFY(layout.layers.empty());
        for (const layers::ElementReport& report : layout.reports) QVERIFY(!report.isBuilt && !report.reason.empty());
        QVERIFY(hasWarning(layout, "no_boundary_loaded", "t.z"));
        QVERIFY(hasWarning(layout, "carrier_unknown", "t.a"));
    }
    void memberTwiceCountsOnce() {
        const layers::BaseLayers base = fixture::sampleBase();
        const std::string wanzhou = R"({"name":"万州区","adcode":"500101"})";
        const std::string kaizhou = R"({"name":"开州区","adcode":"500154"})";
        for (const char* kind : {"zone", "axis", "belt", "cluster"}) {
            const std::string head =
                std::string("{\"id\":\"t.z\",\"kind\":\"") + kind + "\",\"name\":\"z\",\"members\":[";
            const layers::BuiltLayout once = fixture::build(read(head + wanzhou + "," + kaizhou + "]}"), base);
            const layers::BuiltLayout twice =
                fixture::build(read(head + wanzhou + "," + kaizhou + "," + wanzhou + "]}"), base);
            QVERIFY(fixture::shape(once, "t.z") == fixture::shape(twice, "t.z"));
            QVERIFY(hasWarning(twice, "member_twice", "t.z") && !hasWarning(once, "member_twice", "t.z"));
        }
    }
    void farCarrierIsWarnedOf() {
        const auto base = fixture::sampleBase();
        const auto scheme = read(
            R"({"id":"t.a","kind":"axis","name":"a","anchor_km":5,"carriers":[{"name":"岷江"}],"members":[{"name":"万州区","adcode":"500101"},{"name":"达州市","adcode":"511700"}]},
               {"id":"t.e","kind":"eco_corridor","name":"e","carriers":[{"name":"岷江"}],"members":[{"name":"万州区","adcode":"500101"}]})");
        const layers::BuiltLayout layout = fixture::build(scheme, base);
        QVERIFY(hasWarning(layout, "carrier_far", "t.a"));
        QCOMPARE(fixture::report(layout, "t.a").layer, std::string("layout_axis"));
        QCOMPARE(fixture::report(layout, "t.e").layer, std::string("layout_node"));
    }

    void membersRemovedAtRandom() {
        if (!fixture::hasShared()) QSKIP("the shared data is not here");
        const layers::Scheme whole = fixture::scheme(fixture::shared("domain/layouts.json"));
        const layers::BaseLayers base =
            fixture::base({fixture::shared("data/admin.gpkg"), fixture::shared("data/hydro.gpkg")});
        std::mt19937 random(7);
        for (int round = 0; round < 4; ++round) {
            layers::Scheme scheme = whole;
            for (layers::SchemeElement& element : scheme.elements) {
                std::erase_if(element.members, [&](const auto&) { return random() % 2 == 0; });
                if (!element.members.empty() && random() % 4 == 0) element.members.push_back(element.members.front());
                if (!element.carriers.empty() && random() % 3 == 0) element.carriers.front().name = "no such river";
                std::shuffle(element.members.begin(), element.members.end(), random);
            }
            const layers::BuiltLayout layout = fixture::build(scheme, base);
            QCOMPARE(layout.reports.size(), whole.elements.size());
            for (const layers::ElementReport& report : layout.reports)
                QVERIFY2(report.isBuilt != !report.reason.empty(), report.id.c_str());
            for (const layers::BuiltLayer& layer : layout.layers)
                for (const gis::Feature& feature : layer.table) {
                    QVERIFY(!feature.geometry().isEmpty());
                    QVERIFY(!gis::flawOf(feature.geometry()));
                }
        }
    }
    void allTwiceAreEqual() {
        if (!fixture::hasShared()) QSKIP("the shared data is not here");
        const layers::Scheme scheme = fixture::scheme(fixture::shared("domain/layouts.json"));
        const std::vector<std::string> files{fixture::shared("data/admin.gpkg"), fixture::shared("data/hydro.gpkg"),
                                             fixture::shared("data/transport.gpkg")};
        const layers::BuiltLayout one = fixture::build(scheme, fixture::base(files));
        const layers::BuiltLayout two = fixture::build(scheme, fixture::base(files));
        QCOMPARE(one.layers.size(), two.layers.size());
        for (std::size_t i = 0; i < one.layers.size(); ++i) QVERIFY(one.layers[i].table == two.layers[i].table);
    }
};

QTEST_GUILESS_MAIN(TestBuilderRules)
#include "test_builder_rules.moc"
