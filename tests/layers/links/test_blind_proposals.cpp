// SPDX-License-Identifier: Apache-2.0
// Link proposals on papers whose clauses and features had no part in finding the weights.
#include <QFile>
#include <QtTest>

#include "layers/links/LinkProposer.h"
#include "layers/policy/DocumentImport.h"

namespace {

struct Wanted {
    std::string file, name, kind, clause;
};

std::vector<Wanted> wantedFeatures() {
    QFile file(QStringLiteral(TUCE_TEST_DATA) + QStringLiteral("/policy/blind_features.tsv"));
    if (!file.open(QIODevice::ReadOnly)) qFatal("no blind_features.tsv");
    std::vector<Wanted> all;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList cells = line.split(u'\t');
        if (line.startsWith(u'#') || cells.size() != 4) continue;
        all.push_back({cells[0].toStdString(), cells[1].toStdString(), cells[2].toStdString(), cells[3].toStdString()});
    }
    return all;
}

bool isIt(const layers::Clause& clause, const std::string& words) {
    return clause.heading == words || clause.text.rfind(words, 0) == 0;
}

class TestBlindProposals : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Within its paper, and among all three: the right clause first, and among the first three.
    void theRightClauseIsProposed() {
        const auto gazetteer = layers::shippedGazetteer();
        const auto weights = layers::shippedLinkWeights();
        QVERIFY(gazetteer && weights);
        const std::vector<Wanted> wanted = wantedFeatures();
        QCOMPARE(wanted.size(), std::size_t{28});
        std::map<std::string, layers::PolicyDocument> papers;
        layers::PolicyCorpus together;
        for (const Wanted& one : wanted) {
            if (papers.count(one.file) != 0) continue;
            auto read = layers::readDocument(TUCE_TEST_DATA "/policy/" + one.file, {}, one.file);
            QVERIFY2(read, one.file.c_str());
            papers[one.file] = read->document;
            together = together.with(one.file, std::make_shared<const layers::PolicyDocument>(read->document));
        }
        const layers::LinkProposer all(together, *gazetteer, *weights);
        int first = 0;
        int firstThree = 0;
        int firstOfAll = 0;
        for (const Wanted& one : wanted) {
            const layers::PolicyCorpus alone({papers.at(one.file)});
            QVERIFY2(std::any_of(papers.at(one.file).clauses.begin(), papers.at(one.file).clauses.end(),
                                 [&one](const layers::Clause& clause) { return isIt(clause, one.clause); }),
                     one.clause.c_str());
            layers::ProposalSubject subject;
            subject.name = one.name;
            subject.kind = one.kind;
            subject.isControl = one.kind == "control";
            const auto proposals = layers::LinkProposer(alone, *gazetteer, *weights).clausesFor(subject, 3);
            bool among = false;
            for (std::size_t i = 0; i < proposals.size(); ++i) {
                const bool right = isIt(*alone.clause(proposals[i].clauseId), one.clause);
                first += right && i == 0 ? 1 : 0;
                among = among || right;
            }
            firstThree += among ? 1 : 0;
            const auto best = all.clausesFor(subject, 1);
            const bool right = !best.empty() && isIt(*together.clause(best.front().clauseId), one.clause);
            firstOfAll += right ? 1 : 0;
            if (!right)
                qInfo("%s: %s", one.name.c_str(),
                      best.empty() ? "nothing" : together.clause(best.front().clauseId)->heading.c_str());
        }
        qInfo("of %zu features first right %d, among three %d; among all papers first right %d", wanted.size(), first,
              firstThree, firstOfAll);
        QVERIFY(first >= leastFirst);
        QVERIFY(firstThree >= leastAmongThree);
        QVERIFY(firstOfAll >= leastFirstOfAll);
    }

private:
    // As measured at first sight, 2026-11-22; nothing was changed for them.
    static constexpr int leastFirst = 26;
    static constexpr int leastAmongThree = 26;
    static constexpr int leastFirstOfAll = 26;
};

}  // namespace

QTEST_GUILESS_MAIN(TestBlindProposals)
#include "test_blind_proposals.moc"
