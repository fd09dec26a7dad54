// SPDX-License-Identifier: Apache-2.0
// The five source papers against an index that was made by hand and by another program (../shared/domain).
#include <QtTest>
#include <map>
#include <nlohmann/json.hpp>

#include "gis/base/Resources.h"
#include "layers/document/CodePoints.h"
#include "layers/policy/DocumentImport.h"

namespace {

using Json = nlohmann::json;

struct Paper {
    std::string id;
    std::string path;
};

std::string sharedFile(const std::string& name) { return std::string(TUCE_SHARED_DIR) + "/" + name; }

bool agrees(const layers::Clause& clause, const Json& wanted) {
    return clause.number == wanted.at("number") && clause.heading == wanted.at("heading") &&
           clause.start == wanted.at("start") && clause.headingStart == wanted.at("heading_start") &&
           (!wanted.contains("end") || clause.end == wanted.at("end")) &&
           (!wanted.contains("body_start") || clause.bodyStart == wanted.at("body_start"));
}

std::string told(const layers::Clause& clause) {
    return clause.number + " " + clause.heading + " " + std::to_string(clause.start) + ".." +
           std::to_string(clause.end) + " body " + std::to_string(clause.bodyStart);
}

}  // namespace

class TestSeedPapers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        const auto bytes = gis::readFile(sharedFile("domain/clauses.json"));
        if (!bytes) QSKIP("../shared is not there");
        m_index = Json::parse(*bytes);
        for (const Json& document : m_index.at("documents"))
            m_papers.push_back(
                {document.at("id"), sharedFile("policies/" + document.at("seed_file").get<std::string>())});
    }

    void everyClauseOfTheOrderlyPapers() {
        std::size_t wanted = 0;
        std::size_t matched = 0;
        for (const Paper& paper : m_papers) {
            if (paper.id == "pilin") continue;
            const auto read = layers::readDocument(paper.path);
            QVERIFY(read);
            compare(read->document, "clauses", "clause", paper.id, wanted, matched);
        }
        qInfo("clauses of the four orderly papers: %zu of %zu match", matched, wanted);
        QCOMPARE(wanted, std::size_t{144});
        QCOMPARE(matched, wanted);
    }

    void everyPartOfTheOrderlyPapers() {
        std::size_t wanted = 0;
        std::size_t matched = 0;
        for (const Paper& paper : m_papers) {
            if (paper.id == "pilin") continue;
            const auto read = layers::readDocument(paper.path);
            QVERIFY(read);
            compare(read->document, "parts", "part", paper.id, wanted, matched);
        }
        qInfo("parts of the four orderly papers: %zu of %zu match", matched, wanted);
        QCOMPARE(wanted, std::size_t{36});
        QCOMPARE(matched, wanted);
    }

    void nothingBesidesInTheOrderlyPapers() {
        const std::map<std::string, std::size_t> counts = {
            {"wandakai", 43}, {"lianhe", 57}, {"qiyu", 42}, {"chuannan", 38}};
        for (const Paper& paper : m_papers) {
            if (paper.id == "pilin") continue;
            const auto read = layers::readDocument(paper.path);
            QVERIFY(read);
            QCOMPARE(read->document.clauses.size(), counts.at(paper.id));
            QVERIFY2(read->document.warnings.empty(), paper.id.c_str());
            QCOMPARE(read->document.clauses.back().end, read->document.clauses[lastPart(read->document)].end);
        }
    }

    void scrambledPaperGivesItsSixteenHeadsInPrintedOrder() {
        const auto read = layers::readDocument(m_papers.back().path);
        QVERIFY(read);
        std::vector<std::string> numbers;
        std::map<std::string, int> counts;
        for (const layers::Clause& clause : read->document.clauses) {
            if (clause.level != "clause") continue;
            numbers.push_back(clause.number);
            QCOMPARE(clause.occurrence, ++counts[clause.number]);
        }
        QCOMPARE(Json(numbers), m_index.at("pilin_presence").at("order_of_heads"));
        for (const auto& [number, count] : m_index.at("pilin_presence").at("heads_present").items())
            QCOMPARE(counts[number], count.get<int>());
        QCOMPARE(counts.size(), std::size_t{11});
    }

    void scrambledPaperHeadsStandWhereTheIndexSays() {
        const auto read = layers::readDocument(m_papers.back().path);
        QVERIFY(read);
        std::map<std::size_t, Json> wanted;
        for (const char* list : {"clauses", "parts"})
            for (const Json& item : m_index.at(list)) {
                if (item.at("document") != "pilin" || !item.contains("occurrences")) continue;
                for (Json place : item.at("occurrences")) {
                    place["heading"] = item.at("heading");
                    place["number"] = item.at("number");
                    wanted[place.at("start")] = place;
                }
            }
        QCOMPARE(read->document.clauses.size(), wanted.size());
        for (const layers::Clause& clause : read->document.clauses) {
            QVERIFY2(wanted.count(clause.start) == 1, told(clause).c_str());
            QCOMPARE(clause.heading, wanted[clause.start].at("heading").get<std::string>());
            QCOMPARE(clause.number, wanted[clause.start].at("number").get<std::string>());
        }
        QCOMPARE(read->document.clauses.back().end, std::size_t{4244});
    }

    void headOfEachPaper_data() {
        QTest::addColumn<QString>("paper");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("issuers");
        QTest::addColumn<QString>("dates");
        const auto layouts = gis::readFile(sharedFile("domain/layouts.json"));
        if (!layouts) return;
        const Json json = Json::parse(*layouts);
        for (const Json& document : json.at("documents")) {
            const std::string id = document.at("id");
            const auto text = [&document](const char* key) {
                return document.at(key).is_string() ? QString::fromStdString(document.at(key)) : QString();
            };
            QStringList issuers;
            const bool external = document.value("issuing_bodies_external", false);
            if (!external)
                for (const Json& issuer : document.at("issuing_bodies"))
                    issuers << QString::fromStdString(issuer.get<std::string>());
            QStringList dates;
            for (const char* key : {"date_made", "date_published"})
                if (!external && !text(key).isEmpty()) dates << text(key);
            QTest::newRow(id.c_str()) << QString::fromStdString(id) << text("title") << text("doc_number")
                                      << issuers.join(u'|') << dates.join(u'|');
        }
    }
    void headOfEachPaper() {
        QFETCH(QString, paper);
        QFETCH(QString, title);
        QFETCH(QString, number);
        QFETCH(QString, issuers);
        QFETCH(QString, dates);
        for (const Paper& held : m_papers) {
            if (QString::fromStdString(held.id) != paper) continue;
            const auto read = layers::readDocument(held.path);
            QVERIFY(read);
            QCOMPARE(QString::fromStdString(read->document.title), title);
            QCOMPARE(QString::fromStdString(read->document.number), number);
            QStringList found;
            for (const std::string& issuer : read->document.issuers) found << QString::fromStdString(issuer);
            QCOMPARE(found.join(u'|'), issuers);
            found.clear();
            for (const std::string& date : read->document.dates) found << QString::fromStdString(date);
            QCOMPARE(found.join(u'|'), dates);
        }
    }

    void hashIsThatOfTheSourceBytes() {
        for (std::size_t i = 0; i < m_papers.size(); ++i) {
            const auto read = layers::readDocument(m_papers[i].path);
            QVERIFY(read);
            const Json& document = m_index.at("documents")[i];
            QCOMPARE(read->document.textSha256, document.at("sha256").get<std::string>());
            QCOMPARE(read->document.length, document.at("code_points").get<std::size_t>());
        }
    }

    void shippedIndexTakesUpTheText() {
        const auto corpus = layers::shippedCorpus();
        QVERIFY(corpus);
        std::size_t filled = 0;
        for (const Paper& paper : m_papers) {
            const auto read = layers::readDocument(paper.path);
            QVERIFY(read);
            QCOMPARE(layers::matchingDocument(*corpus, read->document), paper.id);
            const auto shipped = corpus->document(paper.id);
            const auto merged = layers::mergeImported(*shipped, read->document);
            for (std::size_t i = 0; i < shipped->clauses.size(); ++i) {
                QCOMPARE(merged.clauses[i].id, shipped->clauses[i].id);
                filled += merged.clauses[i].end > 0 && merged.clauses[i].level != "preamble" ? 1 : 0;
            }
            for (const Json& region : m_index.at("regions")) {
                if (paper.id == "pilin" || region.at("document") != paper.id || region.at("role") != "preamble")
                    continue;
                const auto preamble = std::find_if(merged.clauses.begin(), merged.clauses.end(),
                                                   [](const auto& clause) { return clause.level == "preamble"; });
                QVERIFY(preamble != merged.clauses.end());
                QCOMPARE(preamble->start, region.at("start").get<std::size_t>());
                QCOMPARE(preamble->end, region.at("end").get<std::size_t>());
                QCOMPARE(layers::toCodePoints(preamble->text).size(), preamble->end - preamble->start);
            }
            if (paper.id != "pilin") QCOMPARE(merged.clauses.size(), shipped->clauses.size());
        }
        // all but the five clauses whose head the scrambled paper lacks
        QCOMPARE(filled, std::size_t{199 - 5});
    }

    void aPaperImportedIntoAnEmptyPlanTakesItsShippedIndex() {
        const auto gazetteer = layers::shippedGazetteer();
        QVERIFY(gazetteer);
        const auto read = layers::importDocument(layers::PolicyCorpus(), *gazetteer, m_papers.front().path);
        QVERIFY(read);
        QCOMPARE(read->document.id, std::string("wandakai"));
        QCOMPARE(read->document.key, std::int64_t{0});
        const auto corpus =
            layers::PolicyCorpus().with("wandakai", std::make_shared<const layers::PolicyDocument>(read->document));
        const layers::Clause* clause = corpus.clause("wandakai/(五)");
        QVERIFY(clause != nullptr && clause->key > 0);
        QVERIFY(!clause->text.empty() && !clause->summary.empty());
    }

private:
    void compare(const layers::PolicyDocument& document, const char* list, const char* level, const std::string& id,
                 std::size_t& wanted, std::size_t& matched) const {
        std::map<std::size_t, const layers::Clause*> byStart;
        for (const layers::Clause& clause : document.clauses)
            if (clause.level == level) byStart[clause.start] = &clause;
        for (const Json& item : m_index.at(list)) {
            if (item.at("document") != id) continue;
            ++wanted;
            const auto found = byStart.find(item.at("start"));
            if (found != byStart.end() && agrees(*found->second, item)) {
                ++matched;
                continue;
            }
            qWarning("%s: wanted %s, got %s", id.c_str(), item.dump().c_str(),
                     found == byStart.end() ? "nothing there" : told(*found->second).c_str());
        }
    }
    static std::size_t lastPart(const layers::PolicyDocument& document) {
        std::size_t last = 0;
        for (std::size_t i = 0; i < document.clauses.size(); ++i)
            if (document.clauses[i].level == "part") last = i;
        return last;
    }

    Json m_index;
    std::vector<Paper> m_papers;
};

QTEST_GUILESS_MAIN(TestSeedPapers)
#include "test_seed_papers.moc"
