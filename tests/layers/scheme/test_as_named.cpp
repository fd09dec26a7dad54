// SPDX-License-Identifier: Apache-2.0
// What a user decides otherwise than the paper: kept apart, told, and taken back.
#include "PlanFixture.h"
#include "SchemaCheck.h"
#include "layers/plan/Layer.h"
#include "layers/scheme/AsNamed.h"
#include "layers/scheme/CarrierOfLine.h"
#include "layers/scheme/ElementRebuild.h"
#include "layers/scheme/LayoutRecipe.h"
#include "layers/scheme/PlanSchemes.h"

using namespace layers;

namespace {

SchemeElement element(const std::string& json) {
    const auto read = elementFromJson(json, "t");
    if (!read) qFatal("%s", gis::describe(read.error()).c_str());
    return *read;
}

SchemeElement zone() {
    return element(R"({"id":"z","kind":"zone","name":"zone","members":[
        {"name":"A","adcode":"500101","role":"core","colour":"red"},{"name":"B","adcode":"500154","inferred":true}],
        "carriers":[{"name":"river","kind":"waterway"}],"width_km":5,"own_key":1})");
}

SchemeElement changed(const SchemeElement& before, const ElementWish& wish) {
    const auto after = changedElement(before, wish);
    if (!after) qFatal("%s", gis::describe(after.error()).c_str());
    return *after;
}

ElementWish wishOf(const SchemeElement& element) {
    return {element.widthKm, element.radiusKm, element.members, element.carriers, "a planner"};
}

}  // namespace

class TestAsNamed : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsTakenAsItIsIsNobodysDecision() {
        const SchemeElement before = zone();
        const SchemeElement after = changed(before, wishOf(before));
        QVERIFY(!after.asNamed);
        QCOMPARE(after.decidedBy, std::string());
        QCOMPARE(differencesText(after), std::string());
    }

    void differencesAreKeptToldAndTakenBack_data() {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("told");
        QTest::newRow("left out") << "out"
                                  << "without B";
        QTest::newRow("added") << "in"
                               << "with C besides";
        QTest::newRow("order") << "order"
                               << "in another order";
        QTest::newRow("role") << "role"
                              << "with other roles";
        QTest::newRow("width") << "width"
                               << "with another width or radius";
        QTest::newRow("carrier") << "carrier"
                                 << "without river; with road besides";
    }
    void differencesAreKeptToldAndTakenBack() {
        QFETCH(QString, what);
        QFETCH(QString, told);
        const SchemeElement before = zone();
        ElementWish wish = wishOf(before);
        if (what == QLatin1String("out")) wish.members.pop_back();
        if (what == QLatin1String("in")) wish.members.push_back({"C", "500235", "county", {}, {}, true});
        if (what == QLatin1String("order")) std::swap(wish.members[0], wish.members[1]);
        if (what == QLatin1String("role")) wish.members[0].role = "gateway";
        if (what == QLatin1String("width")) wish.widthKm = 7;
        if (what == QLatin1String("carrier")) wish.carriers = {{"road", "expressway", {}, "roads"}};
        const SchemeElement after = changed(before, wish);
        QCOMPARE(after.decidedBy, std::string("a planner"));
        QVERIFY(after.asNamed);
        QCOMPARE(*after.asNamed, namedPartsOf(before));
        QCOMPARE(QString::fromStdString(differencesText(after)), told);
        // It fits the published schema and survives being written and read.
        const QJsonObject schema =
            QJsonDocument::fromJson(QByteArray::fromStdString(gis::readResource("schemes/scheme.schema.json").value()))
                .object();
        Scheme scheme;
        scheme.elements = {after};
        const std::string written = schemeToJson(scheme);
        QCOMPARE(SchemaCheck(schema).fault(QJsonDocument::fromJson(QByteArray::fromStdString(written)).object()),
                 QString());
        QCOMPARE(schemeFromJson(written, "t").value().elements.front(), after);
        // Back, by wish or by the button: the very element, with what only the file knows of its members.
        QCOMPARE(asThePaperNames(after).value(), before);
        const SchemeElement back = changed(after, wishOf(before));
        QVERIFY(!back.asNamed);
        QCOMPARE(back.decidedBy, std::string());
        QCOMPARE(back.members, before.members);
        QVERIFY(back.json.find("\"colour\":\"red\"") != std::string::npos);
    }

    void theFirstDifferenceIsFromThePaperNotFromTheLastWish() {
        const SchemeElement before = zone();
        ElementWish wish = wishOf(before);
        wish.members.pop_back();
        const SchemeElement first = changed(before, wish);
        wish.who = "another";
        wish.widthKm = 9;
        const SchemeElement second = changed(first, wish);
        QCOMPARE(second.decidedBy, std::string("another"));
        QCOMPARE(*second.asNamed, namedPartsOf(before));
        QCOMPARE(differences(second).leftOut, std::vector<std::string>{"B"});
        QVERIFY(differences(second).hasOtherMeasures);
    }

    void anElementOfSomebodysOwnHasNoPaperToDifferFrom() {
        SchemeElement own = zone();
        own.decidedBy = "a planner";
        own.json = elementToJson(own);
        ElementWish wish = wishOf(own);
        wish.members.pop_back();
        wish.who = "another";
        const SchemeElement after = changed(own, wish);
        QVERIFY(!after.asNamed);
        QCOMPARE(after.decidedBy, std::string("another"));
    }

    void aDrawnOneIsBuiltAgainAsThePaperNamesIt() {
        gis::Warnings told;
        const SnapshotPtr ground = fixture::groundPlan();
        const auto sources = schemeSources(*ground, told);
        const SchemeElement paper = fixture::elementOf(mergedScheme(sources), "wdk.zone");
        ElementWish wish = wishOf(paper);
        std::erase_if(wish.members, [](const SchemePlace& place) { return place.adcode == "500154"; });
        const SnapshotPtr plan = fixture::withDrawn(ground, {changed(paper, wish)},
                                                    fixture::base({gis::resourceFolder() + "/sample/boundaries.gpkg"}));
        const fixture::Drawn zone = fixture::drawn(plan, "wdk.zone");
        const auto recipe = recipeOf(*zone.layer, zone.feature);
        QCOMPARE(recipe->element.members.size(), 2U);
        QVERIFY(!differencesText(recipe->element).empty());
        const SnapshotPtr back =
            fixture::after(plan, rebuiltAs(plan, zone.layer->id, zone.feature.id(),
                                           asThePaperNames(recipe->element).value(), fixture::changeOptions(), told));
        const fixture::Drawn again = fixture::drawn(back, "wdk.zone");
        QCOMPARE(recipeOf(*again.layer, again.feature)->element, paper);
        QVERIFY(measuresOf(again.feature.geometry()).size > measuresOf(zone.feature.geometry()).size);
        // An element without a shape is refused with the reason, and nothing changes.
        SchemeElement empty = paper;
        empty.members = {{"nowhere", "999999", {}, {}, {}, false}};
        empty.json = elementToJson(empty);
        const auto refused = rebuiltAs(plan, zone.layer->id, zone.feature.id(), empty, fixture::changeOptions(), told);
        QVERIFY(!refused && refused.error().code == gis::ErrorCode::Refused);
        QCOMPARE(refused.error().subject.feature, std::string("wdk.zone"));
    }

    void aPickedLineIsACarrierWithKindAndLayer_data() {
        QTest::addColumn<QString>("layer");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("kind");
        QTest::newRow("known route") << "lines"
                                     << "长江"
                                     << "waterway";
        QTest::newRow("layer tells") << "hsr_line_2016"
                                     << "某某"
                                     << "railway";
        QTest::newRow("Chinese layer") << "省级高速"
                                       << "某某"
                                       << "expressway";
        QTest::newRow("name tells") << "lines"
                                    << "某某铁路"
                                    << "railway";
        QTest::newRow("nothing tells") << "lines"
                                       << "某某"
                                       << "";
    }
    void aPickedLineIsACarrierWithKindAndLayer() {
        QFETCH(QString, layer);
        QFETCH(QString, name);
        QFETCH(QString, kind);
        Layer picked;
        picked.name = layer.toStdString();
        const SchemeCarrier carrier = carrierOfLine(picked, name.toStdString(), shippedGeography().value().routes,
                                                    shippedBaseFieldNames().value());
        QCOMPARE(QString::fromStdString(carrier.kind), kind);
        QCOMPARE(carrier.name, name.toStdString());
        QCOMPARE(carrier.layer, picked.name);
    }
};

QTEST_GUILESS_MAIN(TestAsNamed)
#include "test_as_named.moc"
