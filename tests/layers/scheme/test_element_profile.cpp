// SPDX-License-Identifier: Apache-2.0
// What is said of an element: changed in one step wherever the plan has it, kept by JSON, without touching a shape.
#include "PlanFixture.h"
#include "layers/edit/FeatureEdit.h"
#include "layers/scheme/ElementAccount.h"
#include "layers/scheme/ElementProfile.h"
#include "layers/scheme/LayoutRecipe.h"
#include "layers/scheme/PlanSchemes.h"

using namespace layers;
using fixture::after;
using fixture::drawn;

namespace {

const std::string keptAs = "own";

std::string attribute(const fixture::Drawn& one, const char* field) {
    return gis::toText(one.feature.attribute(one.layer->table.schema().indexOf(field)));
}

ElementProfile changed(const SchemeElement& element) {
    ElementProfile profile = profileOf(element);
    profile.name = "万达开新名";
    profile.shortName = "新名";
    profile.aliases = {"一", "二"};
    profile.statusWording = "加快建设";
    profile.statusClass = "construction";
    profile.rank = 3;
    profile.facts.push_back({"人口", 900.5, "万人", 2035, FactType::Target, std::nullopt, std::nullopt});
    profile.relations.push_back({"serves", "x.other", true});
    return profile;
}

SchemeElement registered(const std::string& id) {
    gis::Warnings ignored;
    return fixture::elementOf(mergedScheme(schemeSources(ProjectSnapshot(), ignored)), id);
}

}  // namespace

class TestElementProfile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void jsonInAndOutIsEqual() {
        for (const char* id : {"wdk.zone", "cn.axis_changjiang", "wdk.rail_cdw"}) {
            const SchemeElement element = registered(id);
            const ElementProfile profile = changed(element);
            const auto told = withProfile(element, profile);
            QVERIFY(told);
            QVERIFY(profileOf(*told) == profile);
            Scheme scheme;
            scheme.elements = {*told};
            const auto back = schemeFromJson(schemeToJson(scheme), "t");
            QVERIFY(back);
            QVERIFY(back->elements.front() == *told);
            // And as it was, to the letter of what it says.
            const auto again = withProfile(*told, profileOf(element));
            QVERIFY(again);
            QVERIFY(profileOf(*again) == profileOf(element));
            QVERIFY(again->members == element.members && again->carriers == element.carriers);
        }
    }
    void whatNobodyKnowsStays() {
        const auto element = elementFromJson(
            R"({"id":"a","kind":"zone","name":"区","mine":7,"facts":[{"indicator":"面积","value":1,"source":"册"},
                {"indicator":"人口","value":2}],"relations":[{"type":"links","target":"b","why":"路"}]})",
            "t");
        QVERIFY(element);
        ElementProfile profile = profileOf(*element);
        profile.facts.erase(profile.facts.begin() + 1);
        profile.facts.push_back({"产值", 3.0, "亿元", 2022, FactType::About, std::nullopt, std::nullopt});
        const auto told = withProfile(*element, profile);
        QVERIFY(told);
        for (const char* kept : {"\"mine\":7", "\"source\":\"册\"", "\"why\":\"路\""})
            QVERIFY2(told->json.find(kept) != std::string::npos, kept);
        QVERIFY(told->json.find("人口") == std::string::npos);
    }
    void aDrawnElementIsToldAnewInOneStepAndItsShapeStays() {
        const auto base = fixture::sampleBase();
        const SchemeElement zone = registered("wdk.zone");
        const SnapshotPtr plan = fixture::withDrawn(fixture::groundPlan(), {zone}, base);
        const ElementProfile profile = changed(zone);
        const SnapshotPtr next = after(plan, profileChange(plan, zone, profile, keptAs));
        const auto before = drawn(plan, zone.id);
        const auto told = drawn(next, zone.id);
        QVERIFY(told.feature.geometry() == before.feature.geometry());
        QCOMPARE(attribute(told, layout_field::name), profile.shortName);
        QCOMPARE(attribute(told, layout_field::rank), std::string("3"));
        QCOMPARE(attribute(told, layout_field::status), std::string("construction"));
        const auto recipe = recipeOf(*told.layer, told.feature);
        QVERIFY(recipe && profileOf(recipe->element) == profile);
        QVERIFY(recipe->element.members == zone.members);
        QVERIFY(!isHandEdited(*recipe, told.feature));
        QVERIFY(keptSchemes(*next).empty());
        const auto account = elementAccount(*next, told.layer->id, told.feature.id());
        QVERIFY(account && *account);
        QCOMPARE((*account)->element.facts.size(), zone.facts.size() + 1);
        QVERIFY(profileChange(next, recipe->element, profile, keptAs)->isEmpty());
    }
    void aNameThatSomebodyWroteInThePlanStays() {
        const SchemeElement zone = registered("wdk.zone");
        SnapshotPtr plan = fixture::withDrawn(fixture::groundPlan(), {zone}, fixture::sampleBase());
        const auto one = drawn(plan, zone.id);
        plan = after(plan, setAttributes(*plan, one.layer->id, one.feature.id(), {{layout_field::name, "我的"}}));
        const SnapshotPtr next = after(plan, profileChange(plan, zone, changed(zone), keptAs));
        QCOMPARE(attribute(drawn(next, zone.id), layout_field::name), std::string("我的"));
        QCOMPARE(attribute(drawn(next, zone.id), layout_field::rank), std::string("3"));
    }
    void takingTheLastFactOutIsSeen() {
        const SchemeElement zone = registered("wdk.zone");
        QVERIFY(!zone.facts.empty());
        const SnapshotPtr plan = fixture::withDrawn(fixture::groundPlan(), {zone}, fixture::sampleBase());
        ElementProfile profile = profileOf(zone);
        profile.facts.clear();
        const SnapshotPtr next = after(plan, profileChange(plan, zone, profile, keptAs));
        const auto one = drawn(next, zone.id);
        const auto account = elementAccount(*next, one.layer->id, one.feature.id());
        QVERIFY((*account)->element.facts.empty());
        QVERIFY(!(*account)->printedArea);
    }
    void aKeptSchemeIsToldAnewAndOneOfNobodyIsKept() {
        const SchemeElement zone = registered("wdk.zone");
        const ElementProfile profile = changed(zone);
        const SnapshotPtr empty = fixture::groundPlan();
        const SnapshotPtr plan = after(empty, profileChange(empty, zone, profile, keptAs));
        QCOMPARE(keptSchemes(*plan), std::vector<std::string>{keptAs});
        gis::Warnings warnings;
        QVERIFY(profileOf(fixture::elementOf(ownScheme(*plan, warnings), zone.id)) == profile);
        ElementProfile more = profile;
        more.rank = 5;
        const SnapshotPtr next =
            after(plan, profileChange(plan, fixture::elementOf(ownScheme(*plan, warnings), zone.id), more, "another"));
        QCOMPARE(keptSchemes(*next), std::vector<std::string>{keptAs});
        QCOMPARE(fixture::elementOf(ownScheme(*next, warnings), zone.id).rank, 5);
        // A second one goes beside the first.
        const SchemeElement rail = registered("wdk.rail_cdw");
        const SnapshotPtr both = after(next, profileChange(next, rail, changed(rail), keptAs));
        QCOMPARE(ownScheme(*both, warnings).elements.size(), 2U);
        QVERIFY(warnings.empty());
    }
    void nothingChangedIsNoStep() {
        const SchemeElement zone = registered("wdk.zone");
        QVERIFY(profileChange(fixture::groundPlan(), zone, profileOf(zone), keptAs)->isEmpty());
    }
    void whatTheFormMayNotSayIsRefused() {
        SchemeElement zone = registered("wdk.zone");
        ElementProfile profile = profileOf(zone);
        profile.name.clear();
        QVERIFY(!withProfile(zone, profile));
        profile = profileOf(zone);
        profile.facts.push_back({});
        const auto told = withProfile(zone, profile);
        QVERIFY(!told);
        QVERIFY(gis::describe(told.error()).find("indicator") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestElementProfile)
#include "test_element_profile.moc"
