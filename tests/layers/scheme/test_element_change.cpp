// SPDX-License-Identifier: Apache-2.0
// Elements built into layers that are there, built again, and let go of their schemes.
#include "Fixture.h"
#include "layers/edit/FeatureEdit.h"
#include "layers/edit/VertexEdit.h"
#include "layers/plan/LayoutElement.h"
#include "layers/scheme/ElementChange.h"
#include "layers/scheme/LayoutRecipe.h"
#include "layers/scheme/PlanGround.h"

using namespace layers;

namespace {

std::string attribute(const Layer& layer, const gis::Feature& feature, const char* field) {
    return gis::toText(feature.attribute(layer.table.schema().indexOf(field)));
}

const SchemeElement& elementOf(const Scheme& scheme, const std::string& id) {
    for (const SchemeElement& element : scheme.elements)
        if (element.id == id) return element;
    qFatal("no element %s", id.c_str());
}

}  // namespace

class TestElementChange : public QObject {
    Q_OBJECT
    Scheme m_scheme;
    BaseLayers m_base;
    LayoutChangeOptions m_options;
    SnapshotPtr m_plan;  ///< with the layout of the scheme

    BuiltLayout built(const std::vector<SchemeElement>& elements, const gis::CoordinateReferenceSystem& crs) const {
        Scheme scheme;
        scheme.title = "one";
        scheme.elements = elements;
        BuildOptions options = shippedBuildOptions().value();
        options.crs = crs;
        return fixture::build(scheme, m_base, options);
    }
    LayerPtr layerWith(const SnapshotPtr& plan, const std::string& id) const {
        for (const LayerPtr& layer : plan->layers)
            for (const gis::Feature& feature : layer->table)
                if (attribute(*layer, feature, layout_field::elementId) == id) return layer;
        return nullptr;
    }
    gis::Feature featureOf(const SnapshotPtr& plan, const std::string& id) const {
        const LayerPtr layer = layerWith(plan, id);
        for (const gis::Feature& feature : layer->table)
            if (attribute(*layer, feature, layout_field::elementId) == id) return feature;
        qFatal("no feature of %s", id.c_str());
    }
    SnapshotPtr after(const SnapshotPtr& plan, const gis::Result<ChangeSet>& change) const {
        if (!change) qFatal("%s", gis::describe(change.error()).c_str());
        const auto next = applied(plan, *change);
        if (!next) qFatal("%s", gis::describe(next.error()).c_str());
        const auto back = applied(*next, change->inverted());
        if (!back || !(*back)->samePlan(*plan)) qFatal("not undone");
        return *next;
    }

private Q_SLOTS:
    void initTestCase() {
        ProjectSnapshot snapshot;
        snapshot.corpus = shippedCorpus().value();
        m_scheme = fixture::sampleScheme("wandakai.json");
        m_base = fixture::sampleBase();
        m_options = {"test", "2026-11-21T00:00:00Z", shippedStyle("layout").value()};
        const auto empty = std::make_shared<const ProjectSnapshot>(snapshot);
        gis::Warnings warnings;
        m_plan = after(empty, layoutChange(*empty, fixture::build(m_scheme, m_base), m_options, warnings));
    }

    void aBuiltFeatureKnowsItsElementAndThatNobodyTouchedIt() {
        const LayerPtr layer = layerWith(m_plan, "wdk.belt_xiyu");
        const gis::Feature belt = featureOf(m_plan, "wdk.belt_xiyu");
        const auto recipe = recipeOf(*layer, belt);
        QVERIFY(recipe);
        QCOMPARE(recipe->element, elementOf(m_scheme, "wdk.belt_xiyu"));
        QCOMPARE(recipe->builder, std::string("band"));
        QVERIFY(recipe->parameters.at("width_km") > 0);
        QVERIFY(!isHandEdited(*recipe, belt));
        const gis::Coordinate first = vertexAt(belt.geometry(), {0, 0});
        const gis::Feature moved =
            belt.withGeometry(withVertexMoved(belt.geometry(), {0, 0}, {first.x + 0.001, first.y}));
        QVERIFY(isHandEdited(*recipe, moved));
        QVERIFY(!recipeOf(*layer, gis::Feature(belt.id(), belt.geometry(), {})));
    }

    void anElementGoesIntoALayerThatIsThere() {
        const LayerPtr area = layerWith(m_plan, "wdk.cluster_wanzhou");
        const SchemeElement belt = elementOf(m_scheme, "wdk.belt_xiyu");
        gis::Warnings warnings;
        const auto change = elementsChange(m_plan, built({belt}, area->table.crs()), area->id, m_options, warnings);
        const SnapshotPtr next = after(m_plan, change);
        QCOMPARE(gis::translated(change->text), "Build " + belt.label());
        QCOMPARE(next->layers.size(), m_plan->layers.size());
        QCOMPARE(next->layer(area->id)->table.size(), area->table.size() + 1);
        const gis::Feature* added = next->layer(area->id)->table.find(area->table.nextId());
        QVERIFY(added != nullptr);
        QVERIFY(added->geometry() == featureOf(m_plan, "wdk.belt_xiyu").geometry());
        QCOMPARE(next->linksOf(area->id, added->id()).size(), 1U);
    }

    void whatFitsNowhereGetsALayerOfItsOwn() {
        const LayerPtr area = layerWith(m_plan, "wdk.cluster_wanzhou");
        SchemeElement port = elementOf(m_scheme, "wdk.cluster_wanzhou");
        port.kind = "port";
        port.id = "test.port";
        gis::Warnings warnings;
        const BuiltLayout layout = built({port}, area->table.crs());
        ProjectSnapshot bare = *m_plan;
        bare.layers = {area};
        bare.links.clear();
        const auto plan = std::make_shared<const ProjectSnapshot>(bare);
        const SnapshotPtr next = after(plan, elementsChange(plan, layout, area->id, m_options, warnings));
        QCOMPARE(next->layers.size(), 2U);
        QCOMPARE(next->layers.back()->table.at(0).geometry().dimension(), 0);
        const SnapshotPtr anew = after(plan, elementsChange(plan, layout, {}, m_options, warnings));
        QCOMPARE(anew->layers.size(), 2U);
    }

    void rebuildingWithAnotherWidthKeepsWhatThePlannerWrote() {
        const LayerPtr layer = layerWith(m_plan, "wdk.belt_xiyu");
        const gis::FeatureId id = featureOf(m_plan, "wdk.belt_xiyu").id();
        const SnapshotPtr named =
            after(m_plan, setAttributes(*m_plan, layer->id, id, {{layout_field::name, "West belt"}}));
        const auto recipe = recipeOf(*named->layer(layer->id), *named->layer(layer->id)->table.find(id));
        const double usual = recipe->parameters.at("width_km");
        const auto wider = changedElement(recipe->element, {usual * 2, {}, recipe->element.members});
        QVERIFY(wider);
        gis::Warnings warnings;
        const auto change =
            rebuildChange(named, layer->id, id, built({*wider}, layer->table.crs()), m_options, warnings);
        const SnapshotPtr next = after(named, change);
        QCOMPARE(gis::translated(change->text), std::string("Rebuild West belt"));
        const gis::Feature* belt = next->layer(layer->id)->table.find(id);
        QCOMPARE(attribute(*layer, *belt, layout_field::name), std::string("West belt"));
        const auto again = recipeOf(*next->layer(layer->id), *belt);
        QCOMPARE(again->parameters.at("width_km"), usual * 2);
        QVERIFY(!isHandEdited(*again, *belt));
        const gis::Extent before = layer->table.find(id)->geometry().extent();
        QVERIFY(belt->geometry().extent().width() > before.width());
        QCOMPARE(next->linksOf(layer->id, id), named->linksOf(layer->id, id));
    }

    void membersAreTakenOutAndAdded() {
        const LayerPtr layer = layerWith(m_plan, "wdk.zone");
        const gis::FeatureId id = featureOf(m_plan, "wdk.zone").id();
        const SchemeElement zone = elementOf(m_scheme, "wdk.zone");
        auto members = zone.members;
        members.pop_back();
        members.push_back({"云阳县", "500235", "county", {}, {}, true});
        const auto other = changedElement(zone, {{}, {}, members});
        QVERIFY(other);
        QCOMPARE(other->members.size(), zone.members.size());
        QVERIFY(other->members.back().inferred);
        QCOMPARE(other->members.front(), zone.members.front());
        gis::Warnings warnings;
        const SnapshotPtr next = after(
            m_plan, rebuildChange(m_plan, layer->id, id, built({*other}, layer->table.crs()), m_options, warnings));
        const gis::Feature* rebuilt = next->layer(layer->id)->table.find(id);
        QVERIFY(!(rebuilt->geometry() == layer->table.find(id)->geometry()));
        QVERIFY(attribute(*layer, *rebuilt, layout_field::members).ends_with("云阳县"));
    }

    void aShapeOfAnotherDimensionIsRefused() {
        const LayerPtr layer = layerWith(m_plan, "wdk.zone");
        const gis::FeatureId id = featureOf(m_plan, "wdk.zone").id();
        SchemeElement zone = elementOf(m_scheme, "wdk.zone");
        zone.kind = "port";
        gis::Warnings warnings;
        const auto change =
            rebuildChange(m_plan, layer->id, id, built({zone}, layer->table.crs()), m_options, warnings);
        QVERIFY(!change);
        QCOMPARE(change.error().code, gis::ErrorCode::Refused);
    }

    void aShapeMadeByHandIsKeptWhenItIsBuiltAgain() {
        const LayerPtr layer = layerWith(m_plan, "wdk.belt_xiyu");
        const gis::Feature belt = featureOf(m_plan, "wdk.belt_xiyu");
        const auto rebuild = [&](const SnapshotPtr& plan) {
            gis::Warnings warnings;
            const auto element = recipeOf(*layer, belt)->element;
            return after(plan, rebuildChange(plan, layer->id, belt.id(), built({element}, layer->table.crs()),
                                             m_options, warnings));
        };
        const auto now = [&](const SnapshotPtr& plan) { return *plan->layer(layer->id)->table.find(belt.id()); };
        const auto recipe = [&](const SnapshotPtr& plan) { return *recipeOf(*plan->layer(layer->id), now(plan)); };
        const auto shaped = [&](const SnapshotPtr& plan, const gis::Geometry& shape) {
            return after(plan, upsertFeatures(*plan, layer->id, {now(plan).withGeometry(shape)}));
        };
        QVERIFY(!recipe(rebuild(m_plan)).hand);  // nobody made anything by hand
        QVERIFY(!handShapeBack(m_plan, layer->id, belt.id(), m_options));
        const gis::Geometry mine = translated(belt.geometry(), 1.0 / 3, 0.1);
        const SnapshotPtr rebuilt = rebuild(shaped(m_plan, mine));
        QVERIFY(now(rebuilt).geometry() == belt.geometry());
        QVERIFY(!isHandEdited(recipe(rebuilt), now(rebuilt)));
        QCOMPARE(recipe(rebuilt).hand->who, m_options.who);
        QCOMPARE(recipe(rebuilt).hand->when, m_options.when);
        QVERIFY(recipe(rebuild(rebuilt)).hand == recipe(rebuilt).hand);  // once more: still there
        const SnapshotPtr back = after(rebuilt, handShapeBack(rebuilt, layer->id, belt.id(), m_options));
        QVERIFY(now(back).geometry() == mine);  // bit by bit
        QVERIFY(isHandEdited(recipe(back), now(back)));
        QVERIFY(!recipe(back).hand);
        // Two made by hand change places.
        const gis::Geometry other = translated(belt.geometry(), 7, 7);
        const SnapshotPtr both = shaped(rebuilt, other);
        const SnapshotPtr first = after(both, handShapeBack(both, layer->id, belt.id(), m_options));
        QVERIFY(now(first).geometry() == mine);
        const SnapshotPtr second = after(first, handShapeBack(first, layer->id, belt.id(), m_options));
        QVERIFY(now(second).geometry() == other);
    }

    void detachingKeepsTheShape() {
        const LayerPtr layer = layerWith(m_plan, "wdk.belt_xiyu");
        const gis::Feature belt = featureOf(m_plan, "wdk.belt_xiyu");
        const auto change = detachChange(m_plan, layer->id, {belt.id()});
        const SnapshotPtr next = after(m_plan, change);
        const gis::Feature* free = next->layer(layer->id)->table.find(belt.id());
        QVERIFY(!recipeOf(*next->layer(layer->id), *free));
        QVERIFY(free->geometry() == belt.geometry());
        QCOMPARE(next->linksOf(layer->id, belt.id()).size(), m_plan->linksOf(layer->id, belt.id()).size());
        QVERIFY(detachChange(next, layer->id, {belt.id()})->isEmpty());
    }

    void theRegisterAndTheSampleAreSources() {
        ProjectSnapshot plan;
        plan.info.values["scheme/own"] = R"({"title": "own", "elements": []})";
        plan.info.values["scheme/broken"] = "{";
        gis::Warnings warnings;
        const auto sources = schemeSources(plan, warnings);
        QCOMPARE(warnings.size(), 1U);
        QCOMPARE(sources.size(), 5U);
        QCOMPARE(sources.front().name, std::string("own"));
        QCOMPARE(sources[1].origin, SchemeSource::Origin::Register);
        QVERIFY(sources[1].scheme.elements.size() > 400);
        const SchemeElement& cluster = elementOf(sources[1].scheme, "wdk.cluster_wanzhou");
        QCOMPARE(cluster.clauseId, std::string("wandakai/(五)"));
    }
};

QTEST_GUILESS_MAIN(TestElementChange)
#include "test_element_change.moc"
