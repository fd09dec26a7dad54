// SPDX-License-Identifier: Apache-2.0
#include "Fixture.h"
#include "SchemaCheck.h"
#include "layers/scheme/JoinedThings.h"

namespace {

QJsonObject objectIn(const std::string& path) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(gis::readFile(path).value())).object();
}

std::string registerPath() { return gis::resourceFolder() + "/corpus/elements.json"; }

layers::Scheme again(const layers::Scheme& scheme) {
    const auto read = layers::schemeFromJson(layers::schemeToJson(scheme), "again");
    if (!read) qFatal("%s", gis::describe(read.error()).c_str());
    return *read;
}

}  // namespace

class TestSchemeJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void filesFitThePublishedSchema_data() {
        QTest::addColumn<QString>("path");
        const std::string folder = gis::resourceFolder();
        for (const char* name : {"wandakai.json", "chuannan.json", "platforms2020.json"})
            QTest::newRow(name) << QString::fromStdString(folder + "/sample/schemes/" + name);
        QTest::newRow("register") << QString::fromStdString(registerPath());
        if (fixture::hasShared())
            QTest::newRow("layouts.json") << QString::fromStdString(fixture::shared("domain/layouts.json"));
    }
    void filesFitThePublishedSchema() {
        QFETCH(QString, path);
        const SchemaCheck check(objectIn(gis::resourceFolder() + "/schemes/scheme.schema.json"));
        QCOMPARE(check.fault(objectIn(path.toStdString())), QString());
        // And so does what we write ourselves.
        const auto written = QByteArray::fromStdString(layers::schemeToJson(fixture::scheme(path.toStdString())));
        QCOMPARE(check.fault(QJsonDocument::fromJson(written).object()), QString());
    }
    void schemaFindsMistakes_data() {
        QTest::addColumn<QByteArray>("element");
        QTest::newRow("no kind") << QByteArray(R"({"id":"a","name":"n"})");
        QTest::newRow("width") << QByteArray(R"({"id":"a","kind":"k","name":"n","width_km":0})");
        QTest::newRow("code") << QByteArray(
            R"({"id":"a","kind":"k","name":"n","members":[{"name":"x","adcode":"5O"}]})");
        QTest::newRow("fact") << QByteArray(
            R"({"id":"a","kind":"k","name":"n","facts":[{"indicator":"i","type":"w"}]})");
        QTest::newRow("relation") << QByteArray(R"({"id":"a","kind":"k","name":"n","relations":[{"type":"t"}]})");
    }
    void schemaFindsMistakes() {
        QFETCH(QByteArray, element);
        const SchemaCheck check(objectIn(gis::resourceFolder() + "/schemes/scheme.schema.json"));
        const QByteArray file = R"({"elements":[)" + element + "]}";
        QVERIFY(!check.fault(QJsonDocument::fromJson(file).object()).isEmpty());
        QVERIFY(!layers::schemeFromJson(file.toStdString(), "x"));  // the reader agrees
    }

    void writtenAndReadBackIsEqual() {
        std::vector<std::string> paths{registerPath(), gis::resourceFolder() + "/sample/schemes/wandakai.json"};
        if (fixture::hasShared()) paths.push_back(fixture::shared("domain/layouts.json"));
        for (const std::string& path : paths) {
            const layers::Scheme scheme = fixture::scheme(path);
            QVERIFY2(again(scheme) == scheme, path.c_str());
        }
    }
    void changedElementIsWrittenWithWhatItHolds() {
        layers::Scheme scheme = fixture::sampleScheme("wandakai.json");
        layers::SchemeElement& axis = fixture::element(scheme, "wdk.axis");
        axis.json.insert(axis.json.size() - 1, ",\"colour\":\"red\"");
        axis.widthKm = 3;
        axis.decidedBy = "a planner";
        axis.statusWording = "build";
        axis.statusClass = "construction";
        axis.quote = {"words", 3, 8, 2};
        axis.facts = {{"area", 2.5, "km2", 2022, layers::FactType::About, 1, 4},
                      {"said in words", {}, {}, {}, layers::FactType::Qualitative, {}, {}}};
        axis.relations = {{"part_of", "x", true}};
        axis.inferred = true;
        layers::Scheme read = again(scheme);
        QVERIFY(fixture::element(read, "wdk.axis").json.find("\"colour\":\"red\"") != std::string::npos);
        fixture::element(read, "wdk.axis").json = axis.json;
        QVERIFY(read == scheme);
    }

    void statementsOfTheFivePapersAreRead() {
        if (!fixture::hasShared()) QSKIP("the shared data is not here");
        const layers::Scheme scheme = fixture::scheme(fixture::shared("domain/layouts.json"));
        QCOMPARE(scheme.documents.size(), 5U);
        QCOMPARE(scheme.document("wandakai")->date, std::string("2023-03-11"));
        QVERIFY(scheme.document("qiyu")->dateInferred);
        std::size_t facts = 0, relations = 0, wordings = 0, classes = 0;
        const layers::StatusClasses known = layers::shippedStatusClasses().value();
        for (const layers::SchemeElement& element : scheme.elements) {
            facts += element.facts.size();
            relations += element.relations.size();
            wordings += element.statusWording.empty() ? 0 : 1;
            classes += element.statusClass.empty() ? 0 : 1;
            QVERIFY2(!element.quote.text.empty() && element.quote.end > element.quote.start, element.id.c_str());
            QVERIFY2(element.statusClass.empty() || known.find(element.statusClass), element.statusClass.c_str());
        }
        // Counted in the file by another program.
        QCOMPARE(facts, 19U);
        QCOMPARE(relations, 174U);
        QCOMPARE(wordings, 463U);
        QCOMPARE(classes, 467U);
        const auto& area = scheme.element("wdk.zone")->facts.front();
        QVERIFY(area.value == 2.41 && area.type == layers::FactType::Measured);
    }
    void stagesFollowTheWay() {
        const layers::StatusClasses known = layers::shippedStatusClasses().value();
        const auto stage = [&](const char* word) { return known.stage(word); };
        QVERIFY(stage("study") < stage("preliminary") && stage("preliminary") < stage("planned"));
        QVERIFY(stage("planned") < stage("start") && stage("start") < stage("construction"));
        QVERIFY(stage("construction") < stage("expansion") && stage("expansion") == stage("upgrade"));
        QVERIFY(stage("upgrade") < stage("operating"));
        QCOMPARE(stage("policy"), 0);
        QVERIFY(known.find("policy") != nullptr);
    }

    void thingsOfSeveralPapersAreJoined() {
        if (!fixture::hasShared()) QSKIP("the shared data is not here");
        const layers::Scheme scheme = fixture::scheme(fixture::shared("domain/layouts.json"));
        const auto things = layers::joinedThings(scheme);
        std::size_t statements = 0;
        const auto thingOf = [&](const std::string& id) -> const layers::JoinedThing& {
            for (const layers::JoinedThing& thing : things)
                for (const auto& one : thing.statements)
                    if (one.elementId == id) return thing;
            qFatal("no thing");
        };
        for (const layers::JoinedThing& thing : things) statements += thing.statements.size();
        QCOMPARE(statements, 510U);  // each element once
        // Seven units in 2021, ten in 2023 (with 万盛, which has no code of its own).
        const auto& region = thingOf("cn.zone").statements;
        QVERIFY(region.size() >= 2);
        QCOMPARE(region.back().elementId, std::string("cn.zone"));
        QCOMPARE(region.back().date, std::string("2023-03-02"));
        QCOMPARE(thingOf("lh.zone_chuannan"), thingOf("cn.zone"));
        // 高滩茨竹新区 of 2020 is 川渝高竹新区 of 2021.
        const auto& gaozhu = thingOf("lh.pf_gaozhu").statements;
        QVERIFY(gaozhu.size() >= 2);
        QCOMPARE(gaozhu.front().documentId, std::string("pilin"));
        QVERIFY(gaozhu.front().date < gaozhu.back().date);
    }
    void aRingOfSameThingsIsOneThing() {
        const auto scheme = layers::schemeFromJson(
            R"({"documents":[{"id":"new","date_made":"2023-01-01"},{"id":"old","date_made":"2020-01-01"}],"elements":[
              {"id":"a","kind":"k","name":"n","document":"new","relations":[{"type":"same_as","target":"b"}]},
              {"id":"b","kind":"k","name":"n","document":"old","relations":[{"type":"same_as","target":"c"}]},
              {"id":"c","kind":"k","name":"n","relations":[{"type":"same_as","target":"a"},{"type":"same_as","target":"gone"}]},
              {"id":"d","kind":"k","name":"n","relations":[{"type":"part_of","target":"a"}]}]})",
            "x");
        const auto things = layers::joinedThings(*scheme);
        QCOMPARE(things.size(), 2U);
        QCOMPARE(things[0].statements.size(), 3U);
        QCOMPARE(things[0].statements[0].elementId, std::string("b"));  // the oldest first
        QCOMPARE(things[0].statements[2].elementId, std::string("c"));  // the undated last
        QCOMPARE(layers::wholesOf(*scheme), std::vector<std::string>{"a"});
        QCOMPARE(layers::partsOf(*scheme, "a"), std::vector<std::string>{"d"});
    }
};

QTEST_GUILESS_MAIN(TestSchemeJson)
#include "test_scheme_json.moc"
