// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <map>
#include <nlohmann/json.hpp>

#include "gis/base/Resources.h"
#include "layers/policy/DocumentImport.h"
#include "layers/policy/Gazetteer.h"

namespace {

using Json = nlohmann::json;

QString joined(const std::vector<std::string>& names) {
    QStringList list;
    for (const std::string& name : names) list << QString::fromStdString(name);
    return list.join(u' ');
}

}  // namespace

class TestGazetteer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        auto gazetteer = layers::shippedGazetteer();
        QVERIFY(gazetteer);
        m_gazetteer = std::move(*gazetteer);
    }

    void namesAndTheirLookAlikes_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("names");
        QTest::newRow("scenic name is not the district")
            << QStringLiteral("大足石刻在大足") << QStringLiteral("大足石刻 大足区");
        QTest::newRow("brand is not the county") << QStringLiteral("大竹海") << QStringLiteral("大竹海");
        QTest::newRow("fused abbreviation") << QStringLiteral("加快泸永江建设") << QStringLiteral("泸永江");
        QTest::newRow("brackets inside, either width")
            << QStringLiteral("内（江）自（贡）合作园区") << QStringLiteral("内自合作园区");
        QTest::newRow("line route is not 渝北") << QStringLiteral("成渝北线") << QStringLiteral("成渝北线综合运输通道");
        QTest::newRow("river before county") << QStringLiteral("金沙江与金沙") << QStringLiteral("金沙江 金沙县");
        QTest::newRow("綦江 the district")
            << QStringLiteral("铜梁、大足、綦江") << QStringLiteral("铜梁区 大足区 綦江区");
        QTest::newRow("綦江 the river") << QStringLiteral("沱江、岷江、綦江、涪江生态带")
                                        << QStringLiteral("沱江 岷江 綦江(河) 涪江");
        QTest::newRow("blank space inside") << QStringLiteral("万\n州和开 州") << QStringLiteral("万州区 开州区");
        QTest::newRow("institutions are no places") << QStringLiteral("重庆三峡学院") << QString();
        QTest::newRow("nothing") << QStringLiteral("安居乐业") << QString();
    }
    void namesAndTheirLookAlikes() {
        QFETCH(QString, text);
        QFETCH(QString, names);
        QCOMPARE(joined(m_gazetteer.placeNames(text.toStdString())), names);
    }

    void offsetsAreCodePointsOfTheText() {
        const auto matches = m_gazetteer.matches("𠮷 到 万 州。");
        QCOMPARE(matches.size(), std::size_t{1});
        QCOMPARE(matches[0].start, std::size_t{4});
        QCOMPARE(matches[0].end, std::size_t{7});
    }

    void abbreviationsStandForUnits() {
        const auto units = m_gazetteer.units("泸永江");
        QCOMPARE(units.size(), std::size_t{3});
        QCOMPARE(units[2].name, std::string("江津区"));
        QCOMPARE(units[2].adcode, std::string("500116"));
        QCOMPARE(m_gazetteer.units("万州").at(0).name, std::string("万州区"));
        QVERIFY(m_gazetteer.units("长江").empty());
        QVERIFY(m_gazetteer.units("某地").empty());
    }

    /// Counts of stand-alone names of all administrative units in the five papers, made by another program.
    void countsOfTheFivePapersAgree() {
        const auto layouts = gis::readFile(std::string(TUCE_SHARED_DIR) + "/domain/layouts.json");
        const auto source = gis::readFile(std::string(TUCE_SHARED_DIR) + "/domain/gazetteer.json");
        if (!layouts || !source) QSKIP("../shared is not there");
        std::map<std::string, std::map<std::string, int>> got;
        const Json papers = Json::parse(*layouts);
        for (const Json& document : papers.at("documents")) {
            const std::string file = document.at("seed_file");
            const auto text = gis::readFile(std::string(TUCE_SHARED_DIR) + "/policies/" + file);
            QVERIFY(text);
            for (const auto& match : m_gazetteer.matches(*text))
                ++got[m_gazetteer.entries()[match.entry].name][document.at("id")];
        }
        int compared = 0;
        int agreed = 0;
        const Json notes = Json::parse(*source);
        for (const Json& entry : notes.at("entries")) {
            if (entry.at("kind") != "admin") continue;
            for (const auto& [paper, counts] : entry.at("counts").items()) {
                ++compared;
                const int wanted = counts.value("free", 0);
                const int found = got[entry.at("name")][paper];
                agreed += wanted == found ? 1 : 0;
                if (wanted != found)
                    qWarning("%s in %s: wanted %d, got %d", entry.at("name").get<std::string>().c_str(), paper.c_str(),
                             wanted, found);
            }
        }
        qInfo("counts of names in papers: %d of %d agree", agreed, compared);
        QCOMPARE(agreed, compared);
    }

    /// The corpus was made by a script; the same text must give the same names here.
    void placesOfTheShippedIndexAgree() {
        const auto corpus = layers::shippedCorpus();
        QVERIFY(corpus);
        const auto layouts = gis::readFile(std::string(TUCE_SHARED_DIR) + "/domain/layouts.json");
        if (!layouts) QSKIP("../shared is not there");
        int compared = 0;
        const Json papers = Json::parse(*layouts);
        for (const Json& document : papers.at("documents")) {
            if (document.at("id") == "pilin") continue;
            const std::string file = document.at("seed_file");
            const auto read =
                layers::readDocument(std::string(TUCE_SHARED_DIR) + "/policies/" + file, {}, document.at("id"));
            QVERIFY(read);
            for (const layers::Clause& clause : read->document.clauses) {
                if (clause.level != "clause") continue;
                const layers::Clause* shipped = corpus->clause(clause.id);
                QVERIFY2(shipped != nullptr, clause.id.c_str());
                QCOMPARE(joined(m_gazetteer.placeNames(clause.text)), joined(shipped->places));
                ++compared;
            }
        }
        QCOMPARE(compared, 144);
    }

private:
    layers::Gazetteer m_gazetteer;
};

QTEST_GUILESS_MAIN(TestGazetteer)
#include "test_gazetteer.moc"
