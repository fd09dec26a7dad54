// SPDX-License-Identifier: Apache-2.0
// Documents in other styles against indexes written without sight of the parser (tests/data/policy/hard/README.md).
#include <QDir>
#include <QtTest>
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "gis/base/Resources.h"
#include "layers/document/CodePoints.h"
#include "layers/policy/DocumentImport.h"

namespace {

using Json = nlohmann::json;
using Counts = std::map<std::string, int>;

QString folder() { return QStringLiteral(TUCE_TEST_DATA) + QStringLiteral("/policy/hard"); }

Json fieldsOf(const layers::Clause& clause) {
    return {{"level", clause.level},          {"number", clause.number}, {"path", clause.path},
            {"heading", clause.heading},      {"start", clause.start},   {"heading_start", clause.headingStart},
            {"body_start", clause.bodyStart}, {"end", clause.end}};
}

/// Precision and recall of one level.
struct Score {
    int found = 0;
    int invented = 0;
    int missed = 0;
};

/// A document compared with its index.
struct Comparison {
    std::map<std::string, Score> levels;
    QStringList differences;

    int invented() const {
        int sum = 0;
        for (const auto& [level, score] : levels) sum += score.invented;
        return sum;
    }
    int missed() const {
        int sum = 0;
        for (const auto& [level, score] : levels) sum += score.missed;
        return sum;
    }
};

class Comparer {
public:
    Comparer(const Json& index, const layers::PolicyDocument& document)
        : m_index(index), m_document(document), m_text(layers::toCodePoints(document.text)) {
        for (const Json& field : index.at("compare")) m_fields.insert(field.get<std::string>());
    }

    Comparison run() {
        std::map<std::pair<std::size_t, std::string>, const layers::Clause*> held;
        for (const layers::Clause& clause : m_document.clauses) held[{clause.start, clause.number}] = &clause;
        for (const Json& wanted : m_index.at("clauses")) {
            const auto place = held.find({wanted.at("start"), wanted.at("number")});
            if (place == held.end()) {
                ++m_result.levels[wanted.at("level")].missed;
                say(wanted.at("number"), "is missing");
                continue;
            }
            compare(wanted, fieldsOf(*place->second));
            held.erase(place);
        }
        for (const auto& [key, clause] : held) {
            ++m_result.levels[clause->level].invented;
            say(clause->number, "is invented");
        }
        compareOddities();
        if (m_document.encoding != m_index.at("encoding").get<std::string>().substr(0, m_document.encoding.size()))
            say(m_document.encoding, "is the wrong encoding");
        if (m_document.length != m_index.at("length").get<std::size_t>())
            say("length", std::to_string(m_document.length));
        return std::move(m_result);
    }

private:
    void say(const std::string& about, const std::string& words) {
        m_result.differences << QString::fromStdString(about + " " + words);
    }

    void compare(const Json& wanted, const Json& got) {
        if (wanted.at("level") == got.at("level")) {
            ++m_result.levels[wanted.at("level")].found;
        } else {
            ++m_result.levels[wanted.at("level")].missed;
            ++m_result.levels[got.at("level")].invented;
        }
        for (const auto& [field, value] : got.items()) {
            if (m_fields.count(field) == 0 || wanted.at(field) == value) continue;
            const bool headingFree = field == "heading_start" && wanted.at("heading") == "" && got.at("heading") == "";
            if (headingFree || (field == "body_start" && sameBody(wanted, got))) continue;
            say(wanted.at("number"), field + ": " + wanted.at(field).dump() + " " + value.dump());
        }
    }

    /// Between heading and body any position is good as long as only blank space and marks lie between.
    bool sameBody(const Json& wanted, const Json& got) const {
        const std::size_t left = wanted.at("body_start");
        const std::size_t right = got.at("body_start");
        const std::size_t from = std::min(left, right);
        const std::size_t to = std::max(left, right);
        const std::size_t heading = layers::toCodePoints(got.at("heading").get<std::string>()).size();
        if (wanted.at("heading") != got.at("heading") || from < got.at("heading_start").get<std::size_t>() + heading)
            return false;
        for (std::size_t i = from; i < to; ++i)
            if (!layers::isSpace(m_text[i]) && !layers::isOneOf(m_text[i], U"#*>.（）【】()：:。")) return false;
        return true;
    }

    void compareOddities() {
        if (m_fields.count("oddities") == 0) return;
        Counts wanted;
        for (const Json& oddity : m_index.at("oddities")) ++wanted[oddity.at("kind")];
        Counts got;
        for (const std::string& warning : m_document.warnings) ++got[warning.substr(0, warning.find(':'))];
        if (wanted != got) say("warnings:", Json(m_document.warnings).dump());
    }

    const Json& m_index;
    const layers::PolicyDocument& m_document;
    std::u32string m_text;
    std::set<std::string> m_fields;
    Comparison m_result;
};

}  // namespace

class TestHardDocuments : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyDocument_data() {
        QTest::addColumn<QString>("name");
        for (const QString& file : QDir(folder()).entryList({QStringLiteral("*.json")})) {
            const QString name = file.chopped(5);
            QTest::newRow(qUtf8Printable(name)) << name;
        }
    }
    void everyDocument() {
        QFETCH(QString, name);
        const auto bytes = gis::readFile((folder() + u'/' + name + QStringLiteral(".json")).toStdString());
        QVERIFY(bytes);
        const Json index = Json::parse(*bytes);
        const std::string file = folder().toStdString() + "/" + index.at("document").get<std::string>();
        const auto read = layers::readDocument(file);
        QVERIFY(read);
        const Comparison result = Comparer(index, read->document).run();
        for (const auto& [level, score] : result.levels) {
            m_total[level].found += score.found;
            m_total[level].invented += score.invented;
            m_total[level].missed += score.missed;
        }
        m_exact += result.differences.isEmpty() ? 1 : 0;
        ++m_documents;
        if (!result.differences.isEmpty())
            qWarning("%s", qUtf8Printable(result.differences.join(QStringLiteral("\n  "))));
        QVERIFY(result.differences.isEmpty());
        QCOMPARE(result.invented() + result.missed(), 0);
    }

    void precisionAndRecallByLevel() {
        int found = 0;
        int invented = 0;
        int missed = 0;
        for (const auto& [level, score] : m_total) {
            qInfo("%-10s precision %.3f recall %.3f (%d found, %d invented, %d missed)", level.c_str(),
                  score.found / std::max(1.0, 1.0 * (score.found + score.invented)),
                  score.found / std::max(1.0, 1.0 * (score.found + score.missed)), score.found, score.invented,
                  score.missed);
            found += score.found;
            invented += score.invented;
            missed += score.missed;
        }
        qInfo("%d of %d documents are exact", m_exact, m_documents);
        QCOMPARE(m_documents, 34);
        QCOMPARE(found + missed, 655);
        QVERIFY(invented == 0);
        QVERIFY(missed == 0);
    }

private:
    std::map<std::string, Score> m_total;
    int m_exact = 0;
    int m_documents = 0;
};

QTEST_GUILESS_MAIN(TestHardDocuments)
#include "test_hard_documents.moc"
