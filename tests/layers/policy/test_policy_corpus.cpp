// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <nlohmann/json.hpp>
#include <set>

#include "gis/base/Resources.h"
#include "layers/policy/DocumentImport.h"
#include "layers/policy/LayoutElementIndex.h"
#include "layers/policy/PolicyCorpus.h"

namespace {

layers::Clause clause(const std::string& number, const std::string& heading, const std::string& level = "clause") {
    layers::Clause made;
    made.id = "a/" + number;
    made.documentId = "a";
    made.level = level;
    made.number = made.path = number;
    made.heading = heading;
    return made;
}

layers::PolicyDocument document(const std::string& id, std::vector<layers::Clause> clauses) {
    layers::PolicyDocument made;
    made.id = id;
    made.title = id;
    made.clauses = std::move(clauses);
    return made;
}

bool hasWarning(const layers::Clause& clause, const std::string& warning) {
    return std::find(clause.warnings.begin(), clause.warnings.end(), warning) != clause.warnings.end();
}

}  // namespace

class TestPolicyCorpus : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shippedIndexHasAllPartsAndClauses() {
        const auto corpus = layers::shippedCorpus();
        QVERIFY(corpus);
        std::size_t parts = 0;
        std::size_t clauses = 0;
        std::set<std::int64_t> keys;
        for (const auto& document : corpus->documents())
            for (const layers::Clause& clause : document->clauses) {
                parts += clause.level == "part" ? 1 : 0;
                clauses += clause.level == "clause" ? 1 : 0;
                keys.insert(clause.key);
                QCOMPARE(corpus->clause(clause.id), &clause);
                QCOMPARE(corpus->clauseByKey(clause.key), &clause);
                QCOMPARE(clause.summary.empty(), clause.level == "part");
            }
        QCOMPARE(corpus->documents().size(), std::size_t{5});
        QCOMPARE(parts, std::size_t{39});
        QCOMPARE(clauses, std::size_t{160});
        QCOMPARE(corpus->clauseCount(), std::size_t{39 + 160 + 5});  // and a preamble each
        QCOMPARE(keys.size(), corpus->clauseCount());
        QCOMPARE(corpus->document("wandakai")->number, std::string("渝府发〔2023〕9号"));
        QVERIFY(corpus->clause("lianhe/part/六") != nullptr);
    }

    void shippedIdsAreThoseOfTheDomainNotes() {
        const auto bytes = gis::readFile(std::string(TUCE_SHARED_DIR) + "/domain/clauses.json");
        if (!bytes) QSKIP("../shared is not there");
        const auto corpus = layers::shippedCorpus();
        QVERIFY(corpus);
        const auto index = nlohmann::json::parse(*bytes);
        for (const char* list : {"parts", "clauses"})
            for (const auto& item : index.at(list)) {
                const layers::Clause* clause = corpus->clause(item.at("id"));
                QVERIFY2(clause != nullptr, item.at("id").get<std::string>().c_str());
                QCOMPARE(clause->heading, item.value("heading", std::string()));
                QCOMPARE(clause->number, item.at("number").get<std::string>());
            }
    }

    void shippedElementsRestOnClausesThatExist() {
        const auto corpus = layers::shippedCorpus();
        const auto elements = layers::shippedElements();
        QVERIFY(corpus && elements);
        QCOMPARE(elements->size(), std::size_t{510});
        std::set<std::string> ids;
        for (const layers::PolicyElement& element : *elements) {
            ids.insert(element.id);
            QVERIFY2(corpus->clause(element.clauseId) != nullptr, element.id.c_str());
        }
        QCOMPARE(ids.size(), elements->size());
    }

    void damagedElementsAreToldNotThrown() {
        const auto elements = layers::elementsFromJson("{\"elements\":[{\"id\":1}]}", "x.json");
        QVERIFY(!elements);
        QCOMPARE(elements.error().code, gis::ErrorCode::InvalidData);
    }

    void keysAreGivenOnceAndKept() {
        const layers::PolicyCorpus one({document("a", {clause("(一)", "甲")})});
        const auto b = std::make_shared<const layers::PolicyDocument>(document("b", {clause("(二)", "乙")}));
        const layers::PolicyCorpus two = one.with("b", b);
        QCOMPARE(two.document("a")->key, one.document("a")->key);
        QVERIFY(two.document("a") == one.document("a"));  // shared, not copied
        QVERIFY(two.document("b")->key != two.document("a")->key);
        QVERIFY(two.document("b")->clauses[0].key != two.document("a")->clauses[0].key);
        QVERIFY(two.with("b", nullptr) == one);
        QVERIFY(!(two == one));
        QCOMPARE(two.with("b", two.document("b")).clauseCount(), std::size_t{2});
    }

    void importFillsTheIndexAndKeepsIds() {
        auto shipped = document("a", {clause("一", "总体要求", "part"), clause("(一)", "指导思想"),
                                      clause("(二)", "发展目标"), clause("(三)", "区域布局")});
        shipped.clauses[1].summary = "ours";
        auto copy = document("x", {clause("一", "总体要求", "part"), clause("（一）", "指导思想"),
                                   clause("(五)", "区域布局"), clause("(六)", "保障措施")});
        copy.text = "…";
        copy.clauses[1].text = "指导思想。正文。";
        copy.clauses[1].start = 7;
        copy.clauses[1].end = 17;
        const auto merged = layers::mergeImported(shipped, copy);
        QCOMPARE(merged.clauses.size(), std::size_t{5});
        QCOMPARE(merged.clauses[1].id, shipped.clauses[1].id);
        QCOMPARE(merged.clauses[1].summary, std::string("ours"));
        QCOMPARE(merged.clauses[1].text, copy.clauses[1].text);
        QCOMPARE(merged.clauses[1].start, std::size_t{7});
        QVERIFY(hasWarning(merged.clauses[2], "not_in_text"));
        QVERIFY(hasWarning(merged.clauses[3], "number_differs: (五)"));
        QVERIFY(hasWarning(merged.clauses[4], "not_in_index"));
        QCOMPARE(merged.clauses[4].id, std::string("a/(六)"));
        // once more: nothing is added twice
        QCOMPARE(layers::mergeImported(merged, copy).clauses.size(), std::size_t{5});
    }

    void plansWithTheSameHeadingsAreTwo() {
        const auto paper = [](const char* id, const char* title, const char* text) {
            layers::PolicyDocument document;
            document.id = id;
            document.title = title;
            document.text = text;
            for (const char* heading : {"总体要求", "主要任务", "保障措施"}) {
                layers::Clause clause;
                clause.heading = heading;
                document.clauses.push_back(clause);
            }
            return document;
        };
        const auto held = paper("a", "甲州区国土空间总体规划实施方案", "");
        const auto corpus = layers::PolicyCorpus().with("a", std::make_shared<const layers::PolicyDocument>(held));
        const auto match = [&](const char* title, const char* text) {
            return layers::matchingDocument(corpus, paper("b", title, text));
        };
        QCOMPARE(match("乙足区国土空间总体规划实施方案", ""), std::string());
        QCOMPARE(match("甲州区 国土空间总体规划实施方案", ""), std::string("a"));
        QCOMPARE(match("关于印发《甲州区国土空间总体规划实施方案》的通知", ""), std::string("a"));
        QCOMPARE(match("首页", "首页\n甲州区国土空间总体规划实施方案\n"), std::string("a"));
        QCOMPARE(match("", ""), std::string("a"));
        // A paper that only names it and has headings of its own.
        auto other = paper("b", "关于落实《甲州区国土空间总体规划实施方案》的若干措施", "");
        for (layers::Clause& clause : other.clauses) clause.heading = "别的" + clause.heading;
        QCOMPARE(layers::matchingDocument(corpus, other), std::string());
    }

    void aFileBecomesADocumentOfTheCorpus() {
        const auto gazetteer = layers::shippedGazetteer();
        const auto corpus = layers::shippedCorpus();
        QVERIFY(gazetteer && corpus);
        const auto path = std::string(TUCE_TEST_DATA) + "/policy/gaps.txt";
        const auto read = layers::importDocument(*corpus, *gazetteer, path);
        QVERIFY(read);
        QCOMPARE(read->document.id, std::string("gaps"));
        QCOMPARE(read->document.clauses[1].id, std::string("gaps/(一)"));
        const auto more = corpus->with("gaps", std::make_shared<const layers::PolicyDocument>(read->document));
        QCOMPARE(layers::matchingDocument(more, read->document), std::string("gaps"));
        QCOMPARE(layers::importDocument(more, *gazetteer, path)->document.id, std::string("gaps"));
    }

    void aNumberWithAnotherHeadingIsAnotherClause() {
        const auto merged = layers::mergeImported(document("a", {clause("(一)", "指导思想")}),
                                                  document("x", {clause("(一)", "交通网络建设")}));
        QVERIFY(hasWarning(merged.clauses[0], "not_in_text"));
        QCOMPARE(merged.clauses.size(), std::size_t{2});
        QCOMPARE(merged.clauses[1].id, std::string("a/(一)#2"));
    }

    void headingsAreAlikeByPairs() {
        QCOMPARE(layers::headingSimilarity("区域发展布局", "区域 发展布局。"), 1.0);
        QCOMPARE(layers::headingSimilarity("甲乙丙", "丁戊己"), 0.0);
        QCOMPARE(layers::headingSimilarity("甲乙丙", "甲乙丁"), 0.5);
    }

    void relationWordsGoThereAndBack() {
        for (const auto relation :
             {layers::LinkRelation::Basis, layers::LinkRelation::Constraint, layers::LinkRelation::Mention})
            QCOMPARE(*layers::linkRelationFromText(layers::toText(relation)), relation);
        QCOMPARE(layers::linkRelationFromText("because").error().code, gis::ErrorCode::InvalidData);
    }
};

QTEST_GUILESS_MAIN(TestPolicyCorpus)
#include "test_policy_corpus.moc"
