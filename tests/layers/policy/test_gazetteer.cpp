// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "gis/base/Resources.h"
#include "layers/policy/DocumentImport.h"
#include "layers/policy/Gazetteer.h"
#include "layers/policy/GazetteerReader.h"
#include "layers/policy/SpellingAutomaton.h"

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

    void looksAlikeButIsNoPlace_data() {
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("free");
        const auto row = [](const char* unit, const char* text, int free) {
            QTest::newRow(text) << QString::fromUtf8(unit) << QString::fromUtf8(text) << free;
        };
        row("合作市", "加强合作、深化合作机制", 0);
        row("合作市", "甘肃省合作市", 1);
        row("通川区", "畅通川渝长江黄金水道", 0);
        row("通川区", "达州市通川、达川两区", 1);
        row("渝北区", "沿成渝北线", 0);
        row("渝北区", "渝北、长寿", 1);
        row("大竹县", "提升“大竹海”品牌", 0);
        row("大竹县", "四川大竹、渠县", 1);
        row("安居区", "安居乐业", 0);
        row("石柱土家族自治县", "丰都、石柱、忠县", 1);
        row("渠县", "沟渠县道", 1);
    }
    /// Units as a boundary layer brings them: full name and short name, unless that is a common word.
    void looksAlikeButIsNoPlace() {
        QFETCH(QString, unit);
        QFETCH(QString, text);
        QFETCH(int, free);
        const layers::Gazetteer gazetteer = withUnits({unit.toStdString()});
        const layers::PlaceEntry* entry = gazetteer.find(unit.toStdString());
        QVERIFY(entry != nullptr);
        int found = 0;
        for (const auto& match : gazetteer.matches(text.toStdString()))
            found += gazetteer.entries()[match.entry].name == entry->name ? 1 : 0;
        QCOMPARE(found, free);
    }

    void classesOfMentions() {
        const auto seen = [this](const char* text) {
            QStringList list;
            for (const auto& mention : m_gazetteer.mentions(text))
                list << QString::fromStdString(m_gazetteer.entries()[mention.place.entry].name + ":" +
                                               layers::toText(mention.mentionClass));
            return list.join(u' ');
        };
        QCOMPARE(seen("大足石刻"), QStringLiteral("大足石刻:free 大足区:in_feature"));
        QCOMPARE(seen("大竹海"), QStringLiteral("大竹海:free 大竹县:false"));
        QCOMPARE(seen("成渝北线"), QStringLiteral("成渝北线综合运输通道:free 成渝:in_feature 渝北区:false"));
        QCOMPARE(seen("綦江区"), QStringLiteral("綦江区:free 綦江(河):false"));
        QCOMPARE(seen("沱江、綦江"), QStringLiteral("沱江:free 綦江区:false 綦江(河):free"));
    }

    void oneNameOfSeveralUnits_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("prefecture before it")
            << QStringLiteral("乐山市市中区与内江市东兴区") << QStringLiteral("511102");
        QTest::newRow("units of one prefecture")
            << QStringLiteral("东兴区、市中区、威远县") << QStringLiteral("511002");
        QTest::newRow("the prefecture in the text")
            << QStringLiteral("推动乐山发展,建设市中区") << QStringLiteral("511102");
        QTest::newRow("undecided") << QStringLiteral("市中区") << QString();
        QTest::newRow("even") << QStringLiteral("内江、乐山,以及市中区") << QString();
    }
    void oneNameOfSeveralUnits() {
        QFETCH(QString, text);
        QFETCH(QString, code);
        layers::GazetteerData data = m_gazetteer.data();
        data.entries.push_back({"l1", "市中区", "admin", "county", "511002", {"市中区"}, {}});
        data.entries.push_back({"l2", "市中区", "admin", "county", "511102", {"市中区"}, {}});
        data.entries.push_back({"l3", "东兴区", "admin", "county", "511011", {"东兴区", "东兴"}, {}});
        const layers::Gazetteer gazetteer(std::move(data));
        int asked = 0;
        for (const auto& match : gazetteer.matches(text.toStdString())) {
            const auto& entry = gazetteer.entries()[match.entry];
            if (entry.name != "市中区") continue;
            ++asked;
            QCOMPARE(match.isAmbiguous(), code.isEmpty());
            if (!code.isEmpty()) QCOMPARE(QString::fromStdString(entry.adcode), code);
        }
        QCOMPARE(asked, 1);
    }
    void theClauseDecidesBeforeTheDocument() {
        layers::GazetteerData data = m_gazetteer.data();
        data.entries.push_back({"l1", "市中区", "admin", "county", "511002", {"市中区"}, {}});
        data.entries.push_back({"l2", "市中区", "admin", "county", "511102", {"市中区"}, {}});
        const layers::Gazetteer gazetteer(std::move(data));
        const std::string text = "内江、威远、资中。乐山与市中区。";
        const auto codeOf = [&](const std::vector<layers::TextScope>& scopes) {
            for (const auto& match : gazetteer.matches(text, scopes))
                if (gazetteer.entries()[match.entry].name == "市中区") return gazetteer.entries()[match.entry].adcode;
            return std::string();
        };
        QCOMPARE(codeOf({}), std::string("511002"));
        QCOMPARE(codeOf({{0, 9}, {9, 16}}), std::string("511102"));
    }

    /// The automaton against a plain search, on texts of few letters so that words overlap and hold one another.
    void theAutomatonFindsWhatAPlainSearchFinds() {
        std::mt19937 random(7);
        const auto letters = [&](std::size_t count) {
            std::u32string made;
            for (std::size_t i = 0; i < count; ++i) made += U"甲乙丙"[random() % 3];
            return made;
        };
        std::size_t found = 0;
        for (int round = 0; round < 300; ++round) {
            std::vector<std::u32string> words;
            for (int i = 0; i < 12; ++i) words.push_back(letters(1 + random() % 5));
            const std::u32string text = letters(60);
            std::set<std::tuple<std::size_t, std::size_t, std::u32string>> plain;
            std::set<std::tuple<std::size_t, std::size_t, std::u32string>> ours;
            for (const auto& word : words)
                for (std::size_t at = text.find(word); at != std::u32string::npos; at = text.find(word, at + 1))
                    plain.insert({at, at + word.size(), word});
            const auto hits = layers::SpellingAutomaton(words).hits(text);
            for (const auto& hit : hits) ours.insert({hit.start, hit.end, words[hit.word]});
            QCOMPARE(hits.size(), ours.size());
            QVERIFY(ours == plain);
            found += ours.size();
        }
        QVERIFY(found > 10'000);
        QVERIFY(layers::SpellingAutomaton().hits(U"甲").empty());
    }

    /// Counts of all 589 names in the five papers by class, made by another program and by hand.
    void countsOfTheFivePapersAgree() {
        const auto source = gis::readFile(std::string(TUCE_SHARED_DIR) + "/domain/gazetteer.json");
        if (!source) QSKIP("../shared is not there");
        std::map<std::string, std::map<std::string, std::map<std::string, int>>> got;
        QVERIFY(eachPaper([&](const std::string& paper, const std::string& text) {
            for (const auto& mention : m_gazetteer.mentions(text))
                ++got[m_gazetteer.entries()[mention.place.entry].id][paper][layers::toText(mention.mentionClass)];
        }));
        int compared = 0, wanted = 0, found = 0, right = 0;
        const Json notes = Json::parse(*source);
        for (const Json& entry : notes.at("entries"))
            for (const char* paper : {"wandakai", "lianhe", "qiyu", "chuannan", "pilin"}) {
                const Json counts = entry.at("counts").value(paper, Json::object());
                auto& ours = got[entry.at("id")][paper];
                for (const char* word : {"free", "in_feature", "false"}) {
                    const int want = counts.value(word, 0);
                    if (want != ours[word])
                        qWarning("%s in %s, %s: wanted %d, got %d", entry.at("name").get<std::string>().c_str(), paper,
                                 word, want, ours[word]);
                    QCOMPARE(ours[word], want);
                    ++compared;
                }
                wanted += counts.value("free", 0);
                found += ours["free"];
                right += std::min(counts.value("free", 0), ours["free"]);
            }
        qInfo("%d counts agree; free names: precision %.4f, recall %.4f of %d", compared,
              static_cast<double>(right) / found, static_cast<double>(right) / wanted, wanted);
        QCOMPARE(compared, 589 * 5 * 3);
        QCOMPARE(wanted, 1223);
    }

    /// Every other county of the country whose short name stands in the papers by accident is found in none.
    void falseFriendsAreNotFound() {
        const auto source = gis::readFile(std::string(TUCE_SHARED_DIR) + "/domain/gazetteer.json");
        if (!source) QSKIP("../shared is not there");
        std::vector<std::string> units;
        int accidents = 0;
        const Json notes = Json::parse(*source);
        for (const Json& friendly : notes.at("national_false_friends")) {
            for (const Json& unit : friendly.at("units")) units.push_back(unit.at("name"));
            for (const auto& [paper, count] : friendly.at("counts").items()) accidents += count.get<int>();
        }
        const layers::Gazetteer gazetteer = withUnits(units);
        QStringList found;
        QVERIFY(eachPaper([&](const std::string& paper, const std::string& text) {
            for (const auto& match : gazetteer.matches(text))
                if (match.entry >= m_gazetteer.entries().size())
                    found << QString::fromStdString(paper + " " + gazetteer.entries()[match.entry].name);
        }));
        qInfo("%d accidental hits of a plain search, %d of ours", accidents, static_cast<int>(found.size()));
        QVERIFY(accidents > 300);
        QCOMPARE(found.join(u' '), QString());
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
    /// The shipped names and these units, each by full and short name.
    layers::Gazetteer withUnits(const std::vector<std::string>& names) const {
        layers::GazetteerData data = m_gazetteer.data();
        for (const std::string& name : names) {
            data.entries.push_back({"unit/" + name, name, "admin", "", "", layers::unitSpellings(name, data), {}});
        }
        return layers::Gazetteer(std::move(data));
    }
    static bool eachPaper(const std::function<void(const std::string&, const std::string&)>& see) {
        const auto layouts = gis::readFile(std::string(TUCE_SHARED_DIR) + "/domain/layouts.json");
        if (!layouts) return false;
        const Json papers = Json::parse(*layouts);
        for (const Json& document : papers.at("documents")) {
            const auto text = gis::readFile(std::string(TUCE_SHARED_DIR) + "/policies/" +
                                            document.at("seed_file").get<std::string>());
            if (!text) return false;
            see(document.at("id"), *text);
        }
        return true;
    }
    layers::Gazetteer m_gazetteer;
};

QTEST_GUILESS_MAIN(TestGazetteer)
#include "test_gazetteer.moc"
