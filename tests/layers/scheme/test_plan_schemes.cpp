// SPDX-License-Identifier: Apache-2.0
// Schemes that a plan keeps: added, replaced, removed, saved, opened, written out and read again; what wins over what.
#include <QTemporaryDir>

#include "PlanFixture.h"
#include "layers/edit/FeatureEdit.h"
#include "layers/edit/VertexEdit.h"
#include "layers/project/ProjectStore.h"
#include "layers/scheme/BuiltState.h"
#include "layers/scheme/ElementAccount.h"
#include "layers/scheme/LayoutRecipe.h"
#include "layers/scheme/PlanSchemes.h"
#include "layers/scheme/SchemeDoubts.h"
#include "layers/scheme/SchemeFile.h"

using namespace layers;

namespace {

const char* const ownJson = R"({"schema":"tuce-scheme/1","title":"own",
  "documents":[{"id":"paper","title":"A paper","date_made":"2024-05-06"}],"elements":[
  {"id":"own.layout","document":"paper","kind":"layout","name":"whole","colour":"red"},
  {"id":"own.zone","document":"paper","kind":"zone","name":"zone","members":[{"name":"开州区","adcode":"500154"}],
   "facts":[{"indicator":"总面积","value":0.4,"unit":"万平方公里","type":"about"}],
   "relations":[{"type":"part_of","target":"own.layout"}],"status":{"wording":"build","cls":"construction"}}]})";

Scheme own() { return schemeFromJson(ownJson, "own").value(); }

BaseLayers boundaries() { return fixture::base({gis::resourceFolder() + "/sample/boundaries.gpkg"}); }

Scheme merged(const SnapshotPtr& plan) {
    gis::Warnings warnings;
    return mergedScheme(schemeSources(*plan, warnings));
}

}  // namespace

class TestPlanSchemes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aMergedSchemeKeepsTheOrderOfAnother() {
        const auto of = [](const std::string& ids) {
            Scheme scheme;
            for (const char id : ids) {
                SchemeElement element;
                element.id = std::string(1, id);
                scheme.elements.push_back(element);
            }
            return scheme;
        };
        Scheme scheme = of("cxbya");
        orderAs(scheme, of("abcd"));
        std::string ids;
        for (const SchemeElement& element : scheme.elements) ids += element.id;
        QCOMPARE(ids, std::string("xyabc"));
    }
    void isKeptReplacedAndRemovedByUndoableSteps() {
        const SnapshotPtr empty = fixture::groundPlan();
        QVERIFY(keptSchemes(*empty).empty());
        const SnapshotPtr with = fixture::after(empty, keepScheme(*empty, "own", own()));
        QCOMPARE(keptSchemes(*with), std::vector<std::string>{"own"});
        gis::Warnings warnings;
        const auto sources = schemeSources(*with, warnings);
        QVERIFY(warnings.empty());
        QCOMPARE(sources.front().keptAs, std::string("own"));
        QCOMPARE(sources.front().scheme, own());
        QVERIFY(keepScheme(*with, "own", own())->isEmpty());  // the same again is no change
        Scheme other = own();
        other.elements.pop_back();
        const auto replaced = keepScheme(*with, "own", other);
        QCOMPARE(gis::translated(replaced->text), std::string("Replace the scheme own"));
        const SnapshotPtr changed = fixture::after(with, replaced);
        QCOMPARE(schemeSources(*changed, warnings).front().scheme.elements.size(), 1U);
        QVERIFY(fixture::after(with, dropScheme(*with, "own"))->samePlan(*empty));
        QCOMPARE(dropScheme(*empty, "own").error().code, gis::ErrorCode::NotFound);
        QVERIFY(!keepScheme(*empty, "", own()));
    }

    void survivesTheFileAndComesOutEqual() {
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("plan.gpkg")).toStdString();
        const std::string file = folder.filePath(QStringLiteral("own.json")).toStdString();
        const SnapshotPtr empty = fixture::groundPlan();
        const SnapshotPtr plan = fixture::after(empty, keepScheme(*empty, "own", own()));
        QVERIFY(createProject(path, *plan, gis::Overwrite::No));
        const auto opened = openProject(path);
        QVERIFY(opened);
        gis::Warnings warnings;
        const Scheme read = schemeSources(*opened->snapshot, warnings).front().scheme;
        QCOMPARE(read, own());
        QVERIFY(writeScheme(file, read, gis::Overwrite::No));
        QCOMPARE(readScheme(file).value(), own());
        QVERIFY(!writeScheme(file, read, gis::Overwrite::No));  // nothing is overwritten unasked
    }

    void whatIsDrawnBelongsToThePlansOwn() {
        SchemeElement made = own().elements.back();
        made.id = "plan.zone.1";
        made.decidedBy = "a planner";
        made.json = elementToJson(made);
        const SnapshotPtr empty = fixture::groundPlan();
        const SnapshotPtr kept = fixture::after(empty, keepScheme(*empty, "own", own()));
        const SnapshotPtr plan = fixture::withDrawn(kept, {made}, boundaries());
        QCOMPARE(drawnScheme(*plan).elements, std::vector<SchemeElement>{made});
        gis::Warnings warnings;
        const Scheme all = ownScheme(*plan, warnings);
        QCOMPARE(all.elements.size(), 3U);
        QCOMPARE(all.elements.front(), made);
        QCOMPARE(all.document("paper")->date, std::string("2024-05-06"));
        QCOMPARE(schemeFromJson(schemeToJson(all), "again").value(), all);
    }

    void theSampleDoesNotHideWhatThePapersSay() {
        const SnapshotPtr plan = fixture::groundPlan();
        const Scheme all = merged(plan);
        QCOMPARE(all.elements.size(), 510U);  // the sample has none of its own
        const SchemeElement& zone = fixture::elementOf(all, "wdk.zone");
        QCOMPARE(zone.quote.text, std::string("万达开地区"));
        QCOMPARE(zone.facts.front().value, std::optional(2.41));
        // No ends and no width that no paper names.
        const SchemeElement& belt = fixture::elementOf(all, "wdk.belt_xiyu");
        QVERIFY(!belt.start && !belt.finish && !belt.widthKm);
        // By itself the sample is drawn as it was made, and says what its papers say.
        gis::Warnings warnings;
        std::size_t samples = 0, withQuote = 0;
        for (const SchemeSource& source : schemeSources(*plan, warnings)) {
            if (source.origin != SchemeSource::Origin::Sample) continue;
            for (const SchemeElement& element : source.scheme.elements) {
                ++samples;
                withQuote += element.quote.text.empty() ? 0 : 1;
                const SchemeElement& told = fixture::elementOf(all, element.id);
                QCOMPARE(element.facts, told.facts);
                QCOMPARE(element.clauseId, told.clauseId);
                QVERIFY(source.scheme.document(element.documentId) != nullptr);
                QCOMPARE(elementFromJson(element.json, "t").value(), element);
            }
            if (const SchemeElement* drawn = source.scheme.element("wdk.belt_xiyu")) QVERIFY(drawn->widthKm == 14.0);
        }
        QCOMPARE(samples, 17U);
        QVERIFY(withQuote > 10);
    }

    void mistakesAreNamed_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("told");
        QTest::newRow("version") << QByteArray(R"({"schema":"tuce-scheme/9","elements":[]})")
                                 << QByteArray("tuce-scheme/9");
        QTest::newRow("no element") << QByteArray(R"({"elements":[]})") << QByteArray("no element");
        QTest::newRow("element") << QByteArray(R"({"elements":[{"id":"x.1","kind":"zone","name":"n","width_km":-1}]})")
                                 << QByteArray("x.1");
        QTest::newRow("schema is a number") << QByteArray(R"({"schema":1,"elements":[]})") << QByteArray("schema");
    }
    void mistakesAreNamed() {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, told);
        QTemporaryDir folder;
        const std::string file = folder.filePath(QStringLiteral("own.json")).toStdString();
        QVERIFY(gis::writeFile(file, json.toStdString(), gis::Overwrite::No));
        const auto read = readScheme(file);
        QVERIFY(!read);
        const std::string said = gis::describe(read.error());
        QVERIFY2(said.find(told.toStdString()) != std::string::npos, said.c_str());
        QVERIFY2(said.find("own.json") != std::string::npos, said.c_str());
    }

    void slipsOfASchemeAreTold_data() {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("told");
        QTest::newRow("kind") << QByteArray(R"("kind":"banana")") << QByteArray("kind_unknown") << QByteArray("banana");
        QTest::newRow("status") << QByteArray(R"("kind":"zone","status":{"cls":"foo"})") << QByteArray("status_unknown")
                                << QByteArray("foo");
        QTest::newRow("relation") << QByteArray(R"("kind":"zone","relations":[{"type":"friend_of","target":"y"}])")
                                  << QByteArray("relation_unknown") << QByteArray("friend_of");
        QTest::newRow("carrier") << QByteArray(R"("kind":"zone","carriers":[{"name":"c","kind":"canoe"}])")
                                 << QByteArray("carrier_kind_unknown") << QByteArray("canoe");
        QTest::newRow("document") << QByteArray(R"("kind":"zone","document":"zzz")") << QByteArray("document_unlisted")
                                  << QByteArray("zzz");
        QTest::newRow("key") << QByteArray(R"("kind":"zone","wdith_km":5)") << QByteArray("key_unknown")
                             << QByteArray("width_km");
    }
    void slipsOfASchemeAreTold() {
        QFETCH(QByteArray, more);
        QFETCH(QByteArray, kind);
        QFETCH(QByteArray, told);
        const std::string json =
            R"({"documents":[{"id":"paper"}],"elements":[{"id":"x.1","name":"n",)" + more.toStdString() + "}]}";
        const auto doubts = schemeDoubts(schemeFromJson(json, "t").value()).value();
        QCOMPARE(doubts.size(), 1U);
        QCOMPARE(QByteArray::fromStdString(doubts.front().kind), kind);
        QCOMPARE(doubts.front().subject.feature, std::string("x.1"));
        QVERIFY(gis::translated(doubts.front().text).find(told.toStdString()) != std::string::npos);
    }
    void whatShipsHasNoSlips() {
        gis::Warnings warnings;
        const auto sources = schemeSources(*fixture::groundPlan(), warnings);
        std::vector<Scheme> schemes;
        for (const SchemeSource& source : sources) schemes.push_back(source.scheme);
        if (fixture::hasShared()) schemes.push_back(fixture::scheme(fixture::shared("domain/layouts.json")));
        for (const Scheme& scheme : schemes) {
            const gis::Warnings doubts = schemeDoubts(scheme).value();
            QVERIFY2(doubts.empty(), doubts.empty() ? "" : gis::describe(doubts.front()).c_str());
        }
    }

    void anAccountComparesTheDrawingWithThePrintedFigure() {
        const SnapshotPtr ground = fixture::groundPlan();
        const Scheme all = merged(ground);
        const SnapshotPtr plan = fixture::withDrawn(
            ground, {fixture::elementOf(all, "wdk.zone"), fixture::elementOf(all, "cn.zone")}, boundaries());
        const fixture::Drawn zone = fixture::drawn(plan, "wdk.zone");
        const auto account = elementAccount(*plan, zone.layer->id, zone.feature.id()).value();
        QVERIFY(account);
        QCOMPARE(account->statistics.members, 3U);
        QCOMPARE(account->printedArea->unit, std::string("万平方公里"));
        QCOMPARE(account->statistics.printedSquareMetres, std::optional(2.41e10));
        // Generalised boundaries: within a hundredth.
        QVERIFY(std::abs(*account->statistics.areaRatio() - 1) < 0.01);
        QCOMPARE(account->element.facts.size(), 3U);
        QVERIFY(!account->document.title.empty());
        // Seven units in the paper of 2021, ten in that of 2023.
        const fixture::Drawn south = fixture::drawn(plan, "cn.zone");
        const auto several = elementAccount(*plan, south.layer->id, south.feature.id()).value();
        QVERIFY(several->statements.size() >= 2);
        const ComparedStatement& last = several->statements.back();
        QCOMPARE(last.element.id, std::string("cn.zone"));
        QCOMPARE(last.statement.date, std::string("2023-03-02"));
        QVERIFY(several->statements.front().statement.date < last.statement.date);
        QVERIFY(!last.added.empty());
        QCOMPARE(
            last.added.size() - last.leftOut.size(),
            last.element.members.size() - several->statements[several->statements.size() - 2].element.members.size());
        QVERIFY(!elementAccount(*ground, gis::LayerId{1}, gis::FeatureId{1}).value());
    }

    void ofAHandEditedOneTooTheChangedGroundIsTold() {
        const SnapshotPtr ground = fixture::groundPlan();
        const SnapshotPtr plan =
            fixture::withDrawn(ground, {fixture::elementOf(merged(ground), "wdk.zone")}, boundaries());
        const fixture::Drawn zone = fixture::drawn(plan, "wdk.zone");
        const gis::Feature moved = zone.feature.withGeometry(translated(zone.feature.geometry(), 900, 0));
        const SnapshotPtr edited = fixture::after(plan, upsertFeatures(*plan, zone.layer->id, {moved}));
        const auto asItWas = builtState(*edited, zone.layer->id, moved.id()).value();
        QVERIFY(asItWas->isHandEdited && !asItWas->isOutdated);
        // A county of it is gone from the ground: built again it would be smaller.
        ProjectSnapshot poorer = *edited;
        for (LayerPtr& layer : poorer.layers) {
            if (layer->kind != LayerKind::Boundary) continue;
            Layer less = *layer;
            std::vector<gis::Feature> kept;
            const int name = less.table.schema().indexOf("name");
            for (const gis::Feature& feature : less.table)
                if (gis::toText(feature.attribute(name)) != "开州区") kept.push_back(feature);
            less.table = gis::FeatureTable(less.table.schema(), less.table.crs(), std::move(kept));
            layer = std::make_shared<const Layer>(std::move(less));
        }
        const auto changed = builtState(poorer, zone.layer->id, moved.id()).value();
        QVERIFY(changed->isHandEdited && changed->isOutdated);
        QVERIFY(gis::translated(changed->why).find("by hand") != std::string::npos);
        // A recipe of an older plan bears no measures: of a shape changed by hand it cannot be told then.
        const int field = zone.layer->table.schema().indexOf(layout_field::recipe);
        QJsonObject recipe =
            QJsonDocument::fromJson(QByteArray::fromStdString(gis::toText(moved.attribute(field)))).object();
        QVERIFY(recipe.contains(QStringLiteral("measures")));
        recipe.remove(QStringLiteral("measures"));
        const gis::Feature older =
            moved.withAttribute(field, gis::Value(QJsonDocument(recipe).toJson(QJsonDocument::Compact).toStdString()));
        const auto before = std::make_shared<const ProjectSnapshot>(poorer);
        const SnapshotPtr old = fixture::after(before, upsertFeatures(*before, zone.layer->id, {older}));
        const auto unknown = builtState(*old, zone.layer->id, moved.id()).value();
        QVERIFY(unknown->isHandEdited && !unknown->isOutdated);
    }
};

QTEST_GUILESS_MAIN(TestPlanSchemes)
#include "test_plan_schemes.moc"
