// SPDX-License-Identifier: Apache-2.0
// What words name, as a start for an element; which clause they stand in; and whether what is drawn is out of date.
#include <QDir>

#include "Fixture.h"
#include "layers/edit/FeatureEdit.h"
#include "layers/edit/VertexEdit.h"
#include "layers/links/LinkWeights.h"
#include "layers/plan/LayoutElement.h"
#include "layers/scheme/BuiltState.h"
#include "layers/scheme/ElementDraft.h"
#include "layers/scheme/LayoutChange.h"

using namespace layers;

namespace {

const DraftKnowledge& knowledge() {
    static const DraftKnowledge known{shippedGazetteer().value(), shippedGeography().value(),
                                      shippedLinkWeights().value().kindWords, shippedDraftWords().value()};
    return known;
}

QStringList names(const ElementDraft& draft, bool sure) {
    QStringList found;
    for (const ProposedMember& member : draft.members)
        if (member.isSure == sure) found << QString::fromStdString(member.place.name);
    return found;
}

PolicyCorpus corpus() {
    auto document = std::make_shared<PolicyDocument>();
    document->id = "paper";
    const auto clause = [](const char* id, const char* number, const char* heading, const char* words) {
        Clause made;
        made.id = id;
        made.documentId = "paper";
        made.number = number;
        made.heading = heading;
        made.text = words;
        return made;
    };
    document->clauses = {
        clause("paper/一", "一、", "总体要求", "依托长江黄金水道,打造沿江发展轴。(一)打造沿江发展轴,带动沿线。"),
        clause("paper/一/(一)", "(一)", "打造沿江发展轴", "依托长江黄金水道,带动沿线。"),
        clause("paper/一/(二)", "(二)", "无文本", "")};
    return PolicyCorpus().with("paper", document);
}

}  // namespace

class TestElementDraft : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void placesAndCarriersInTheOrderOfTheWords() {
        const ElementDraft draft = elementDraft(
            "依托长江黄金水道和渝昆高铁,联动宜宾、泸州、永川、江津,打造川南渝西发展轴,宜宾领先。", knowledge());
        QCOMPARE(names(draft, true), (QStringList{QStringLiteral("宜宾市"), QStringLiteral("泸州市"),
                                                  QStringLiteral("永川区"), QStringLiteral("江津区")}));
        QCOMPARE(draft.members.front().place.adcode, std::string("511500"));
        QCOMPARE(draft.members.front().place.level, std::string("prefecture"));
        QVERIFY(!draft.members.front().place.inferred);
        QVERIFY(!draft.members.front().reason.empty());
        QCOMPARE(draft.carriers.size(), 2U);
        QVERIFY(draft.carriers[0].carrier.kind == "waterway" && draft.carriers[1].carrier.kind == "railway");
        QVERIFY(draft.carriers[0].isSure && draft.carriers[1].isSure);
        QCOMPARE(draft.carriers[1].carrier.name, std::string("渝昆高铁"));
        QCOMPARE(draft.kinds.front().kind, std::string("axis"));
        QVERIFY(!draft.kinds.front().reason.empty());
        QCOMPARE(draft.name, std::string("川南渝西发展轴"));  // without the verb
        QCOMPARE(elementDraft("依托宜宾、泸州、江津建设长江航运发展轴。", knowledge()).name,
                 std::string("长江航运发展轴"));
        // What a region stands for is offered, not taken.
        const ElementDraft region = elementDraft("推动万达开统筹发展。", knowledge());
        QVERIFY(names(region, true).isEmpty());
        QCOMPARE(names(region, false).size(), 3);
        // Said twice, in two ways, it is one.
        QCOMPARE(elementDraft("推动万达开统筹发展,万州先行。", knowledge()).members.size(), 3U);
    }
    void aRailwayNobodyKnowsIsACarrier() {
        const ElementDraft draft =
            elementDraft("沿长江黄金水道、渝昆铁路，宜宾、泸州、永川、江津形成川渝南部发展带。", knowledge());
        QCOMPARE(draft.kinds.front().kind, std::string("belt"));
        QCOMPARE(draft.name, std::string("川渝南部发展带"));
        QCOMPARE(draft.carriers.size(), 2U);
        QCOMPARE(draft.carriers[0].carrier.name, std::string("长江黄金水道"));
        QCOMPARE(draft.carriers[1].carrier.name, std::string("渝昆铁路"));
        QCOMPARE(draft.carriers[1].carrier.kind, std::string("railway"));
        QVERIFY(draft.carriers[0].isSure && draft.carriers[1].isSure);
        QCOMPARE(names(draft, true), (QStringList{QStringLiteral("宜宾市"), QStringLiteral("泸州市"),
                                                  QStringLiteral("永川区"), QStringLiteral("江津区")}));
        QCOMPARE(names(draft, false),
                 (QStringList{QStringLiteral("四川省"),
                              QStringLiteral("重庆市")}));  // of 川渝; 昆 names no place of the belt
    }
    void namesOfRoutes_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("named");
        const auto row = [](const char* words, std::initializer_list<const char*> named) {
            QStringList list;
            for (const char* name : named) list << QString::fromUtf8(name);
            QTest::newRow(words) << QString::fromUtf8(words) << list;
        };
        row("依托甲乙铁路和丙丁高速公路", {"甲乙铁路", "丙丁高速公路"});
        row("加快推进甲乙丙高铁建设", {"甲乙丙高铁"});
        row("建设城际铁路、高速铁路和一批高速公路", {});
        row("完善高速铁路网,改造既有铁路", {});
        row("甲乙铁路站前广场;甲乙铁路枢纽;甲乙铁路", {"甲乙铁路"});
        row("规划甲乙至丙丁高速铁路", {"甲乙至丙丁高速铁路"});
        row("高速发展", {});
        row("", {});
    }
    void namesOfRoutes() {
        QFETCH(QString, words);
        QFETCH(QStringList, named);
        const std::u32string text = words.toStdU32String();
        QStringList found;
        for (const RouteName& name : routeNames(text, knowledge().words))
            found << QString::fromStdU32String(text.substr(name.start, name.end - name.start));
        QCOMPARE(found, named);
    }
    void theHeadingNamesTheThing_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("name");
        const auto row = [](const char* words, const char* kind, const char* name) {
            QTest::newRow(words) << QString::fromUtf8(words) << QString::fromUtf8(kind) << QString::fromUtf8(name);
        };
        row("沿江发展轴。依托航道,推动宜宾、泸州联动,共建航运枢纽,发展通道经济、开放平台。", "axis", "沿江发展轴");
        row("东西通道发展轴。依托甲乙高速公路等通道,开放通道互联。", "axis", "东西通道发展轴");
        row("环城发展带：依托甲乙高速等通道,增强产业基地。", "belt", "环城发展带");
        row("发挥产业优势,沿甲乙铁路打造现代产业走廊。", "belt", "现代产业走廊");
        row("永川组团", "cluster", "永川组团");
    }
    void theHeadingNamesTheThing() {
        QFETCH(QString, words);
        const ElementDraft draft = elementDraft(words.toStdString(), knowledge());
        QVERIFY(!draft.kinds.empty());
        QTEST(QString::fromStdString(draft.kinds.front().kind), "kind");
        QTEST(QString::fromStdString(draft.name), "name");
    }
    /// Each paragraph of the five papers that begins with the name of an axis, belt or cluster.
    void paragraphsOfThePapers() {
        if (!fixture::hasShared()) QSKIP("the shared data is not here");
        const Scheme scheme = fixture::scheme(fixture::shared("domain/layouts.json"));
        const QDir folder(QString::fromStdString(fixture::shared("policies")));
        QStringList wrong;
        int right = 0;
        for (const QString& file : folder.entryList({QStringLiteral("*.txt")})) {
            const QString text = QString::fromStdString(gis::readFile(folder.filePath(file).toStdString()).value());
            for (const QString& line : text.split(u'\n'))
                for (const SchemeElement& element : scheme.elements) {
                    const bool isMeant = element.kind == "axis" || element.kind == "belt" || element.kind == "cluster";
                    const QString name = QString::fromStdString(element.name);
                    if (!isMeant || !line.startsWith(name + u'。')) continue;
                    const ElementDraft draft = elementDraft(line.toStdString(), knowledge());
                    if (!draft.kinds.empty() && draft.kinds.front().kind == element.kind && draft.name == element.name)
                        ++right;
                    else
                        wrong << name + u':' + QString::fromStdString(draft.kinds.front().kind) + u' ' +
                                     QString::fromStdString(draft.name);
                }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        QVERIFY(right >= 4);
    }
    void theEndsOfARailwayAreItsMembers() {
        const ElementDraft draft = elementDraft("加快建设成都至自贡至宜宾高速铁路。", knowledge());
        QCOMPARE(draft.kinds.front().kind, std::string("railway"));
        QCOMPARE(names(draft, true),
                 (QStringList{QStringLiteral("成都市"), QStringLiteral("自贡市"), QStringLiteral("宜宾市")}));
    }
    void aNameGoesWithItsKind() {
        const ElementDraft draft = elementDraft("打造沿江发展带,建设山前生态廊道。", knowledge());
        const auto of = [&](const char* kind) {
            for (const ProposedKind& one : draft.kinds)
                if (one.kind == kind) return one.name;
            return std::string("none");
        };
        QCOMPARE(of("belt"), std::string("沿江发展带"));
        QCOMPARE(of("eco_corridor"), std::string("山前生态廊道"));
    }
    void aRailwayAloneIsTheThingItself() {
        const ElementDraft draft = elementDraft("加快推进甲乙铁路建设。", knowledge());
        QCOMPARE(draft.kinds.front().kind, std::string("railway"));
        QCOMPARE(draft.carriers.size(), 1U);
    }
    void aNameInsideALongerOneIsDoubtful() {
        const ElementDraft draft = elementDraft("扩建万州五桥机场。", knowledge());
        QVERIFY(names(draft, true).isEmpty());
        const ElementDraft both = elementDraft("扩建万州五桥机场,服务万州。", knowledge());
        QCOMPARE(names(both, true), QStringList{QStringLiteral("万州区")});
        QCOMPARE(both.members.size(), 1U);
    }
    void severalMeaningsAreAllOffered() {
        DraftKnowledge two = knowledge();
        const auto unit = [](const char* id, const char* adcode, const char* parent) {
            PlaceEntry entry;
            entry.id = id;
            entry.name = "市中区";
            entry.kind = "admin";
            entry.level = "county";
            entry.adcode = adcode;
            entry.spellings = {"市中区"};
            entry.parent = parent;
            return entry;
        };
        GazetteerData names;
        names.entries = {unit("a", "511002", "内江市"), unit("b", "511102", "乐山市")};
        two.gazetteer = Gazetteer(names);
        const ElementDraft draft = elementDraft("支持市中区发展。", two);
        QCOMPARE(draft.members.size(), 2U);
        for (const ProposedMember& member : draft.members) QVERIFY(!member.isSure && !member.reason.empty());
        QVERIFY(draft.members[0].place.adcode != draft.members[1].place.adcode);
    }
    void nothingIsMadeOfNothing() {
        for (const char* words : {"", " ", "。", "本方案自印发之日起施行"}) {
            const ElementDraft draft = elementDraft(words, knowledge());
            QVERIFY(draft.members.empty() && draft.carriers.empty());
        }
        QVERIFY(elementDraft("\xff\xfe\x80 x", knowledge()).members.empty());
    }
    void theShortestClauseIsMeant() {
        const PolicyCorpus papers = corpus();
        QCOMPARE(clauseWith(papers, "依托长江黄金水道,带动 沿线")->id, std::string("paper/一/(一)"));
        QCOMPARE(clauseWith(papers, "(一)打造沿江发展轴。依托长江黄金水道")->id, std::string("paper/一/(一)"));
        QCOMPARE(clauseWith(papers, "依托长江黄金水道,打造")->id, std::string("paper/一"));
        QVERIFY(clauseWith(papers, "依托嘉陵江黄金水道,打造") == nullptr);
        QVERIFY(clauseWith(papers, "长江") == nullptr);  // stands anywhere
        QVERIFY(clauseWith(papers, "") == nullptr);
        QVERIFY(clauseWith(PolicyCorpus(), "依托长江黄金水道,打造") == nullptr);
    }
    void idsAreFree() {
        QCOMPARE(freeElementId("axis", {}), std::string("plan.axis.1"));
        QCOMPARE(freeElementId("axis", {"plan.axis.1", "plan.belt.2", "plan.axis.2"}), std::string("plan.axis.3"));
    }
    void theShippedRegisterSaysWhenAndHowFar() {
        const Scheme shipped = fixture::scheme(gis::resourceFolder() + "/corpus/elements.json");
        QCOMPARE(shipped.documents.size(), 5U);
        QCOMPARE(shipped.document("wandakai")->date, std::string("2023-03-11"));
        QVERIFY(shipped.document("qiyu")->dateInferred);
        std::size_t classes = 0, wordings = 0, facts = 0, inferred = 0;
        for (const SchemeElement& element : shipped.elements) {
            classes += element.statusClass.empty() ? 0 : 1;
            wordings += element.statusWording.empty() ? 0 : 1;
            facts += element.facts.empty() ? 0 : 1;
            inferred += element.inferred ? 1 : 0;
            // Words of a few characters, no sentences.
            QVERIFY(QString::fromStdString(element.statusWording).size() <= 10);
        }
        QCOMPARE(classes, 467U);
        QCOMPARE(wordings, 463U);
        QCOMPARE(facts, 8U);
        QCOMPARE(inferred, 5U);
    }

    void whatIsDrawnKnowsWhetherTheGroundHasChanged() {
        // The clusters of the sample over its boundaries.
        std::vector<LayerPtr> ground;
        std::int64_t id = 1;
        auto boundaries =
            gis::readLayers(gis::SourceName::parse(gis::resourceFolder() + "/sample/boundaries.gpkg")).value();
        for (gis::VectorLayer& read : boundaries) {
            Layer layer;
            layer.id = gis::LayerId{id++};
            layer.name = read.info.name;
            layer.kind = LayerKind::Boundary;
            layer.nameField = "name";
            layer.table = std::move(read.table);
            ground.push_back(std::make_shared<const Layer>(std::move(layer)));
        }
        ProjectSnapshot bare;
        bare.layers = ground;
        const BaseLayers base = fixture::base({gis::resourceFolder() + "/sample/boundaries.gpkg"});
        gis::Warnings warnings;
        for (const bool geographic : {false, true}) {
            BuildOptions options = shippedBuildOptions().value();
            if (geographic) options.crs = gis::CoordinateReferenceSystem::cgcs2000();
            const BuiltLayout layout = fixture::build(fixture::sampleScheme("wandakai.json"), base, options);
            const auto change = layoutChange(bare, layout, {"test", "2026-11-22T00:00:00Z", {}}, warnings);
            const SnapshotPtr plan = applied(std::make_shared<const ProjectSnapshot>(bare), change).value();
            const auto states = builtStates(*plan).value();
            QVERIFY(states.size() > 5);
            for (const BuiltState& state : states)
                QVERIFY2(!state.isHandEdited && !state.isOutdated, state.elementId.c_str());

            // Without the boundaries the platforms have no shape any more; what stands on seats stays.
            ProjectSnapshot poorer = *plan;
            std::erase_if(poorer.layers, [](const LayerPtr& layer) { return layer->kind == LayerKind::Boundary; });
            std::size_t outdated = 0;
            for (const BuiltState& state : builtStates(poorer).value()) {
                outdated += state.isOutdated ? 1 : 0;
                QCOMPARE(state.isOutdated, !state.why.empty());
            }
            QVERIFY(outdated > 0 && outdated < states.size());

            // One is moved by hand: that is told, of this one alone.
            const LayerPtr layer = plan->layer(states.front().layer);
            const gis::Feature& first = *layer->table.find(states.front().feature);
            const gis::Feature moved = first.withGeometry(translated(first.geometry(), geographic ? 0.01 : 900, 0));
            const SnapshotPtr edited = applied(plan, upsertFeatures(*plan, layer->id, {moved}).value()).value();
            const auto after = builtStates(*edited).value();
            QVERIFY(after.front().isHandEdited && !after.front().isOutdated);
            QCOMPARE(std::count_if(after.begin(), after.end(), [](const auto& state) { return state.isHandEdited; }),
                     1);
            QCOMPARE(builtState(*edited, layer->id, moved.id()).value(), std::optional(after.front()));
        }
        QVERIFY(builtStates(bare).value().empty());
        QVERIFY(!builtState(bare, gis::LayerId{1}, gis::FeatureId{1}).value());
    }
};

QTEST_GUILESS_MAIN(TestElementDraft)
#include "test_element_draft.moc"
