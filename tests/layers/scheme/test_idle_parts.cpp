// SPDX-License-Identifier: Apache-2.0
// Members and carriers that take no part in a shape are told, and members whose name and code do not agree.
#include "Fixture.h"
#include "gis/engine/Overlay.h"

namespace {

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
    return {name, gis::FeatureTable(gis::Schema({{"adcode"}, {"name"}}), zone(), features)};
}

/// Four units in a row, 20 km apart, and one 300 km off; two rivers along them in one layer, one of them in another too.
layers::BaseLayers ground() {
    std::vector<gis::Geometry> units;
    for (const double x : {400'000.0, 420'000.0, 440'000.0, 460'000.0})
        units.push_back(box(x, 3'300'000, 10'000, 10'000));
    units.push_back(box(430'000, 3'600'000, 10'000, 10'000));
    const auto line = [](double y) { return gis::Geometry::lineString({{395'000, y}, {475'000, y}}); };
    return layers::BaseLayers::make({table("unit",
                                           {{"900001", "甲县"},
                                            {"900002", "乙县"},
                                            {"900003", "丙县"},
                                            {"900004", "丁县"},
                                            {"900005", "远县"}},
                                           units),
                                     table("river", {{"", "大江"}, {"", "小江"}}, {line(3'305'000), line(3'306'000)}),
                                     table("canal", {{"", "大江"}}, {line(3'315'000)})},
                                    {}, layers::shippedBaseFieldNames().value())
        .value();
}

layers::BuiltLayout built(const std::string& element) {
    const auto scheme = layers::schemeFromJson("{\"elements\":[" + element + "]}", "t");
    if (!scheme) qFatal("%s", gis::describe(scheme.error()).c_str());
    layers::BuildOptions options = layers::shippedBuildOptions().value();
    options.crs = zone();
    return fixture::build(*scheme, ground(), options);
}

std::string said(const layers::BuiltLayout& layout, const char* kind) {
    std::string text;
    for (const gis::Warning& warning : layout.warnings)
        if (warning.kind == kind && warning.subject.feature == "t") text += gis::translated(warning.text) + "\n";
    return text;
}

constexpr const char* members =
    R"("members":[{"name":"甲县","adcode":"900001"},{"name":"乙县","adcode":"900002"},{"name":"丙县","adcode":"900003"}])";

std::string axis(const std::string& more) { return R"({"id":"t","kind":"axis","name":"axis",)" + more + "}"; }

}  // namespace

class TestIdleParts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCarrierThatLeadsToNoNewPlaceIsTold() {
        const auto layout = built(axis(std::string(members) + R"(,"carriers":[{"name":"大江"},{"name":"小江"}])"));
        QCOMPARE(fixture::report(layout, "t").carriers, std::vector<std::string>{"大江"});
        QCOMPARE(fixture::report(layout, "t").idleCarriers, std::vector<std::string>{"小江"});
        const std::string text = said(layout, "carrier_not_used");
        QVERIFY2(text.find("小江") != std::string::npos, text.c_str());
    }

    void aSupportingCarrierAndARidgeAreTold() {
        const auto layout = built(axis(std::string(members) + R"(,"carriers":[{"name":"大江"},
            {"name":"小江","role":"supporting"},{"name":"某山","kind":"mountain"}])"));
        QCOMPARE(fixture::report(layout, "t").idleCarriers, (std::vector<std::string>{"小江", "某山"}));
        QVERIFY(said(layout, "carrier_not_used").find("supports") != std::string::npos);
        QVERIFY(said(layout, "carrier_not_used").find("某山") != std::string::npos);
    }

    void everyIdleCarrierIsNamedInSomeWarning() {
        const auto layout = built(axis(std::string(members) + R"(,"carriers":[{"name":"大江"},{"name":"无江"}])"));
        QCOMPARE(fixture::report(layout, "t").idleCarriers, std::vector<std::string>{"无江"});
        QVERIFY(said(layout, "carrier_unknown").find("无江") != std::string::npos);
    }

    void aMemberFarOffThePathIsTold() {
        for (const char* kind : {"axis", "belt"}) {
            std::string json = R"({"id":"t","kind":"KIND","name":"n","members":[
                {"name":"甲县","adcode":"900001"},{"name":"远县","adcode":"900005"},{"name":"丙县","adcode":"900003"}],
                "carriers":[{"name":"大江"}]})";
            const auto layout = built(json.replace(json.find("KIND"), 4, kind));
            QCOMPARE(fixture::report(layout, "t").idleMembers, std::vector<std::string>{"远县"});
            const std::string text = said(layout, "member_off_path");
            QVERIFY2(text.find("远县") != std::string::npos && text.find("300 km") != std::string::npos, text.c_str());
        }
        QVERIFY(
            said(built(axis(std::string(members) + R"(,"carriers":[{"name":"大江"}])")), "member_off_path").empty());
    }

    void aMemberThatNoRiverReachesIsTold() {
        const auto layout = built(R"({"id":"t","kind":"eco_corridor","name":"n","members":[
            {"name":"甲县","adcode":"900001"},{"name":"远县","adcode":"900005"}],"carriers":[{"name":"大江"}]})");
        QVERIFY(fixture::report(layout, "t").isBuilt);
        QCOMPARE(fixture::report(layout, "t").idleMembers, std::vector<std::string>{"远县"});
        QVERIFY(said(layout, "member_off_path").find("远县") != std::string::npos);
    }

    void aCarrierOfOneLayerTakesNoLineOfAnother() {
        const auto middle = [](const layers::BuiltLayout& layout) {
            return fixture::shape(layout, "t").extent().centre().y;
        };
        const auto along = [](const char* carrier) {
            return built(axis(std::string(members) + R"(,"carriers":[)" + carrier + "]"));
        };
        QVERIFY(std::abs(middle(along(R"({"name":"大江","layer":"canal"})")) - 3315000) < 1);
        QVERIFY(std::abs(middle(along(R"({"name":"大江","layer":"river"})")) - 3305000) < 1);
        QVERIFY(said(along(R"({"name":"大江","layer":"river"})"), "carrier_layer_gone").empty());
        const auto gone = along(R"({"name":"大江","layer":"no such"})");
        QVERIFY(fixture::report(gone, "t").isBuilt);
        QVERIFY(said(gone, "carrier_layer_gone").find("no such") != std::string::npos);
    }

    void nameAndCodeOfDifferentUnitsAreTold_data() {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<bool>("told");
        QTest::newRow("agree") << QByteArray(R"({"name":"甲县","adcode":"900001"})") << false;
        QTest::newRow("another unit's name") << QByteArray(R"({"name":"丁县","adcode":"900001"})") << true;
        QTest::newRow("a name nobody knows") << QByteArray(R"({"name":"未知市","adcode":"900001"})") << true;
        QTest::newRow("short name") << QByteArray(R"({"name":"甲","adcode":"900001"})") << false;
        QTest::newRow("name alone") << QByteArray(R"({"name":"甲县"})") << false;
    }
    void nameAndCodeOfDifferentUnitsAreTold() {
        QFETCH(QByteArray, member);
        QFETCH(bool, told);
        const auto layout = built(R"({"id":"t","kind":"zone","name":"n","members":[)" + member.toStdString() + "]}");
        // Whatever the name says, the code is used.
        QVERIFY(fixture::shape(layout, "t").extent().centre() == (gis::Coordinate{405000, 3305000}));
        const std::string text = said(layout, "member_code_mismatch");
        QCOMPARE(!text.empty(), told);
        if (told)
            QVERIFY2(text.find("甲县") != std::string::npos && text.find("900001") != std::string::npos, text.c_str());
    }

    void theNamesOfTheFivePapersAgreeWithTheirCodes() {
        if (!fixture::hasShared()) QSKIP("the shared data is not here");
        const auto layout = fixture::build(fixture::scheme(fixture::shared("domain/layouts.json")),
                                           fixture::base({fixture::shared("data/admin.gpkg")}));
        for (const gis::Warning& warning : layout.warnings)
            QVERIFY2(warning.kind != "member_code_mismatch", gis::describe(warning).c_str());
    }

    void anUnknownKindIsToldAndTheOthersAreBuilt() {
        const auto layout = built(R"({"id":"t","kind":"banana","name":"n"},
            {"id":"other","kind":"zone","name":"n","members":[{"name":"甲县"}]})");
        QVERIFY(said(layout, "kind_unknown").find("banana") != std::string::npos);
        QVERIFY(!fixture::report(layout, "t").isBuilt && fixture::report(layout, "other").isBuilt);
    }
};

QTEST_GUILESS_MAIN(TestIdleParts)
#include "test_idle_parts.moc"
