// SPDX-License-Identifier: Apache-2.0
// Documents whose indexes were written without sight of the parser (tests/data/policy/blind and blind2, README.md).
#include <QDir>
#include <QtTest>
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "gis/base/Resources.h"
#include "layers/document/HtmlText.h"
#include "layers/policy/ClauseParser.h"
#include "layers/policy/DocumentImport.h"

namespace {

using Json = nlohmann::json;

QString folder() { return QStringLiteral(TUCE_TEST_DATA) + QStringLiteral("/policy/blind/"); }
QString secondFolder() { return QStringLiteral(TUCE_TEST_DATA) + QStringLiteral("/policy/blind2/"); }

/// Without blank space and what may close a number or a heading.
QString bare(const std::string& words) {
    QString made;
    for (const QChar c : QString::fromStdString(words))
        if (!c.isSpace() && !QStringLiteral("*#【】").contains(c)) made += c.toLower();
    while (!made.isEmpty() && QStringLiteral("、.．。:：\\").contains(made.back())) made.chop(1);
    return made;
}

/// In one width: 〔二〕 and ⑴ stay signs of their own.
QString folded(const std::string& words) {
    return bare(QString::fromStdString(words).normalized(QString::NormalizationForm_KC).toStdString());
}

QStringList knownIn(const QString& path) {
    const auto known = gis::readFile((path + QStringLiteral("known.txt")).toStdString());
    return known ? QString::fromStdString(*known).split(u'\n', Qt::SkipEmptyParts) : QStringList{path};
}

/// Pages are read in this process: they are ours.
layers::PolicyDocument documentAt(const QString& path) {
    if (path.endsWith(QStringLiteral(".html"))) {
        const auto bytes = gis::readFile(path.toStdString());
        const auto page = layers::htmlLines(bytes ? *bytes : std::string(), {});
        if (!page) return {};
        const auto cut = layers::parseDocument(page->text, {}, {}, page->tables);
        return cut ? *cut : layers::PolicyDocument();
    }
    const auto read = layers::readDocument(path.toStdString());
    return read ? read->document : layers::PolicyDocument();
}

/// Rows i and j that belong together: the longest common row of numbers.
std::vector<std::pair<std::size_t, std::size_t>> paired(const QStringList& a, const QStringList& b) {
    const auto rows = static_cast<std::size_t>(a.size());
    const auto columns = static_cast<std::size_t>(b.size());
    std::vector<std::vector<int>> longest(rows + 1, std::vector<int>(columns + 1, 0));
    const auto same = [&](std::size_t i, std::size_t j) {
        return a.at(static_cast<int>(i)) == b.at(static_cast<int>(j));
    };
    for (std::size_t i = rows; i-- > 0;)
        for (std::size_t j = columns; j-- > 0;)
            longest[i][j] = same(i, j) ? longest[i + 1][j + 1] + 1 : std::max(longest[i + 1][j], longest[i][j + 1]);
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
        if (same(i, j)) {
            pairs.emplace_back(i++, j++);
        } else {
            ++(longest[i + 1][j] >= longest[i][j + 1] ? i : j);
        }
    }
    return pairs;
}

struct Score {
    int found = 0;
    int missed = 0;
};

}  // namespace

class TestBlindDocuments : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Every difference from the indexes is one of those that known.txt names, and each of those still stands.
    void onlyTheKnownDifferences() {
        const QStringList files = QDir(folder()).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
        QCOMPARE(files.size(), 14);
        for (const QString& file : files) compare(file);
        for (const auto& [level, score] : m_levels)
            qInfo("%-9s recall %.3f (%d found, %d missed)", level.c_str(),
                  score.found / std::max(1.0, 1.0 * (score.found + score.missed)), score.found, score.missed);
        const QStringList wanted = knownIn(folder());
        QVERIFY(wanted.size() < 10);
        if (m_differences != wanted) qWarning("%s", qUtf8Printable(m_differences.join(u'\n')));
        QVERIFY(m_differences == wanted);
        QCOMPARE(m_clauses, 469);
    }

    void onlyTheKnownDifferencesOfTheSecondSet() {
        const QStringList files = QDir(secondFolder()).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
        QCOMPARE(files.size(), 16);
        m_differences.clear();
        m_clauses = 0;
        for (const QString& file : files) compareInOrder(file);
        const QStringList wanted = knownIn(secondFolder());
        if (m_differences != wanted) qWarning("%s", qUtf8Printable(m_differences.join(u'\n')));
        QVERIFY(m_differences == wanted);
        QCOMPARE(m_clauses, 484);
    }

private:
    void compare(const QString& file) {
        const auto bytes = gis::readFile((folder() + file).toStdString());
        QVERIFY(bytes);
        const Json index = Json::parse(*bytes);
        const QString name = QString::fromStdString(index.at("document"));
        const auto read = layers::readDocument((folder() + name).toStdString());
        QVERIFY(read);
        std::map<std::size_t, const layers::Clause*> held;
        for (const layers::Clause& clause : read->document.clauses) held[clause.start] = &clause;
        for (const Json& wanted : index.at("clauses")) {
            const auto place = held.find(wanted.at("start"));
            const layers::Clause* got = place == held.end() ? nullptr : place->second;
            if (got != nullptr) held.erase(place);
            judge(name, wanted, got);
        }
        for (const auto& [start, clause] : held) say(name, clause->number, QStringLiteral("invented"));
    }

    void compareInOrder(const QString& file) {
        const auto bytes = gis::readFile((secondFolder() + file).toStdString());
        QVERIFY(bytes);
        const Json index = Json::parse(*bytes);
        const QString name = QString::fromStdString(index.at("document"));
        const layers::PolicyDocument document = documentAt(secondFolder() + name);
        const Json& clauses = index.at("clauses");
        QStringList wanted;
        QStringList got;
        for (const Json& clause : clauses) wanted << folded(clause.at("number"));
        for (const layers::Clause& clause : document.clauses) got << folded(clause.number);
        m_clauses += static_cast<int>(wanted.size());
        std::size_t nextWanted = 0;
        std::size_t nextGot = 0;
        auto pairs = paired(wanted, got);
        pairs.emplace_back(clauses.size(), document.clauses.size());
        for (const auto& [i, j] : pairs) {
            for (; nextWanted < i; ++nextWanted) say(name, clauses[nextWanted].at("number"), QStringLiteral("missed"));
            for (; nextGot < j; ++nextGot) say(name, document.clauses[nextGot].number, QStringLiteral("invented"));
            if (i < clauses.size() && folded(clauses[i].at("heading")) != folded(document.clauses[j].heading))
                say(name, document.clauses[j].number, QStringLiteral("heading"));
            nextWanted = i + 1;
            nextGot = j + 1;
        }
    }

    void judge(const QString& file, const Json& wanted, const layers::Clause* got) {
        if (wanted.at("optional")) return;
        const std::string number = wanted.at("number");
        Score& score = m_levels[wanted.at("level")];
        ++m_clauses;
        if (got == nullptr || bare(got->number) != bare(number)) {
            ++score.missed;
            return say(file, number, QStringLiteral("missed"));
        }
        ++score.found;
        const Json& heading = wanted.at("heading");
        if (!heading.is_null() && bare(heading) != bare(got->heading)) say(file, number, QStringLiteral("heading"));
    }

    void say(const QString& file, const std::string& number, const QString& what) {
        m_differences << file + u' ' + QString::fromStdString(number) + u' ' + what;
    }

    std::map<std::string, Score> m_levels;
    QStringList m_differences;
    int m_clauses = 0;
};

QTEST_GUILESS_MAIN(TestBlindDocuments)
#include "test_blind_documents.moc"
