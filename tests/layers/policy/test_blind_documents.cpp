// SPDX-License-Identifier: Apache-2.0
// Documents whose indexes were written without sight of the parser (tests/data/policy/blind/README.md).
#include <QDir>
#include <QtTest>
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "gis/base/Resources.h"
#include "layers/policy/DocumentImport.h"

namespace {

using Json = nlohmann::json;

QString folder() { return QStringLiteral(TUCE_TEST_DATA) + QStringLiteral("/policy/blind/"); }

/// Without blank space and what may close a number or a heading.
QString bare(const std::string& words) {
    QString made;
    for (const QChar c : QString::fromStdString(words))
        if (!c.isSpace() && !QStringLiteral("*#【】").contains(c)) made += c.toLower();
    while (!made.isEmpty() && QStringLiteral("、.．。:：\\").contains(made.back())) made.chop(1);
    return made;
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
        const auto known = gis::readFile((folder() + QStringLiteral("known.txt")).toStdString());
        QVERIFY(known);
        const QStringList wanted = QString::fromStdString(*known).split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(wanted.size() < 10);
        if (m_differences != wanted) qWarning("%s", qUtf8Printable(m_differences.join(u'\n')));
        QVERIFY(m_differences == wanted);
        QCOMPARE(m_clauses, 469);
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
