// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <algorithm>

#include "gis/base/Resources.h"
#include "layers/links/LinkProposer.h"
#include "layers/links/ProposalSubjects.h"
#include "layers/plan/LayoutElement.h"
#include "layers/policy/DocumentImport.h"

namespace {

using layers::Clause;
using layers::LinkProposal;
using layers::ProposalSubject;

Clause clause(const std::string& id, const std::string& heading, const std::string& text) {
    Clause made;
    made.id = id;
    made.documentId = "d";
    made.level = "clause";
    made.heading = heading;
    made.text = text;
    return made;
}

layers::PolicyCorpus smallCorpus() {
    layers::PolicyDocument document;
    document.id = "d";
    document.clauses = {
        clause("d/1", "空间布局", "构建沿江发展主轴，以万州、达州、开州为\n支撑。"),
        clause("d/2", "水运", "提升长江黄金水道，建设万州新田港。"),
        clause("d/3", "组织实施", "加强领导，落实责任。"),
        clause("d/4", "机场", "改扩建万州五桥机场。"),
    };
    return layers::PolicyCorpus({document});
}

layers::LinkProposer proposerOf(const layers::PolicyCorpus& corpus) {
    return layers::LinkProposer(corpus, layers::shippedGazetteer().value(), layers::shippedLinkWeights().value());
}

QStringList idsOf(const std::vector<LinkProposal>& proposals) {
    QStringList ids;
    for (const LinkProposal& proposal : proposals) ids << QString::fromStdString(proposal.clauseId);
    return ids;
}

/// How often the true clause comes first and among the first five, and how often a first one is right.
struct Figures {
    int asked = 0, made = 0, first = 0, firstFive = 0;
    double recall() const { return static_cast<double>(first) / asked; }
    double precision() const { return static_cast<double>(first) / made; }
    double recallOfFive() const { return static_cast<double>(firstFive) / asked; }
};

Figures measured(const layers::PolicyCorpus& corpus, const std::string& documentOnly) {
    Figures figures;
    const auto elements = layers::shippedElements().value();
    std::map<std::string, std::vector<layers::PolicyDocument>> apart;
    for (const auto& document : corpus.documents())
        apart[documentOnly.empty() ? "" : document->id].push_back(*document);
    for (const auto& [id, documents] : apart) {
        const auto proposer = proposerOf(layers::PolicyCorpus(documents));
        for (const layers::PolicyElement& element : elements) {
            if (!id.empty() && element.documentId != id) continue;
            ++figures.asked;
            const auto proposals = proposer.clausesFor(layers::subjectOf(element), 5);
            figures.made += proposals.empty() ? 0 : 1;
            figures.first += !proposals.empty() && proposals[0].clauseId == element.clauseId ? 1 : 0;
            figures.firstFive += std::any_of(proposals.begin(), proposals.end(),
                                             [&](const auto& made) { return made.clauseId == element.clauseId; });
        }
    }
    qInfo("%s: first %.3f of %d right (precision %.3f of %d made), in the first five %.3f",
          documentOnly.empty() ? "all documents" : "within the document", figures.recall(), figures.asked,
          figures.precision(), figures.made, figures.recallOfFive());
    return figures;
}

}  // namespace

class TestProposals : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void byNameWithReasonAndQuote() {
        ProposalSubject subject;
        subject.name = "沿江发展主轴";
        subject.kind = "axis";
        subject.members = {"万州区", "达州市", "开州区"};
        const auto proposals = proposerOf(smallCorpus()).clausesFor(subject, 5);
        QVERIFY(!proposals.empty());
        QCOMPARE(proposals[0].clauseId, std::string("d/1"));
        QCOMPARE(proposals[0].anchor, std::string("沿江发展主轴"));
        QVERIFY(proposals[0].relation == layers::LinkRelation::Basis);
        QStringList reasons;
        for (const auto& reason : proposals[0].reasons) reasons << QString::fromStdString(gis::translated(reason));
        QCOMPARE(reasons.first(), QStringLiteral("its name stands in the clause"));
        QVERIFY2(reasons.contains(QStringLiteral("3 of its 3 members are named: 万州区、达州市、开州区")),
                 qPrintable(reasons.join(u'|')));
        QVERIFY(!idsOf(proposals).contains(QStringLiteral("d/3")));
    }

    void aQuoteIsPrintedInTheClause() {
        ProposalSubject subject;
        subject.name = "开州为支撑的片区";
        const auto proposals = proposerOf(smallCorpus()).clausesFor(subject, 1);
        QCOMPARE(proposals.size(), std::size_t{1});
        QCOMPARE(proposals[0].anchor, std::string("开州为支撑"));  // across the line break
    }

    void relationFollowsWhatSpeaksForIt() {
        const auto proposer = proposerOf(smallCorpus());
        ProposalSubject line;
        line.name = "某红线";
        line.clauseId = "d/3";
        line.isControl = true;
        const auto bound = proposer.clausesFor(line, 1);
        QVERIFY(bound.at(0).relation == layers::LinkRelation::Constraint);
        QCOMPARE(bound[0].clauseId, std::string("d/3"));
        ProposalSubject mention;
        mention.name = "某片";
        mention.kind = "airport";
        mention.members = {"万州区"};
        const auto named = proposer.clausesFor(mention, 1);
        if (!named.empty()) QVERIFY(named[0].relation == layers::LinkRelation::Mention);
    }

    void subjectsForAClause() {
        ProposalSubject port;
        port.name = "万州新田港";
        port.kind = "port";
        ProposalSubject airport;
        airport.name = "万州五桥机场";
        airport.kind = "airport";
        const auto proposals = proposerOf(smallCorpus()).subjectsFor("d/4", {port, airport}, 5);
        QVERIFY(!proposals.empty());
        QCOMPARE(proposals[0].subject.name, airport.name);
        QVERIFY(proposerOf(smallCorpus()).subjectsFor("d/9", {port}, 5).empty());
    }

    /// The same score from both sides: one list, read two ways.
    void bothWaysAgree() {
        const auto corpus = layers::shippedCorpus().value();
        const auto proposer = proposerOf(corpus);
        const auto elements = layers::shippedElements().value();
        for (std::size_t i = 0; i < elements.size(); i += 51) {
            const ProposalSubject subject = layers::subjectOf(elements[i]);
            for (const LinkProposal& one : proposer.clausesFor(subject, 3)) {
                const auto other = proposer.subjectsFor(one.clauseId, {subject}, 1);
                QCOMPARE(other.size(), std::size_t{1});
                QCOMPARE(other[0].score, one.score);
                QVERIFY(other[0].reasons == one.reasons);
                QCOMPARE(other[0].anchor, one.anchor);
            }
        }
    }

    void nothingSoughtNothingFound() {
        QVERIFY(proposerOf(smallCorpus()).clausesFor({}, 5).empty());
        QVERIFY(proposerOf({}).clausesFor({}, 5).empty());
        ProposalSubject foreign;
        foreign.name = "Quite another thing";
        QVERIFY(proposerOf(smallCorpus()).clausesFor(foreign, 5).empty());
    }

    void linkedPairsAreLeftOut() {
        layers::ProjectSnapshot snapshot;
        layers::ClauseLink link;
        link.layer = gis::LayerId{1};
        link.feature = gis::FeatureId{2};
        link.clauseId = "d/1";
        snapshot.links = {link};
        LinkProposal linked;
        linked.subject.layer = gis::LayerId{1};
        linked.subject.feature = gis::FeatureId{2};
        linked.clauseId = "d/1";
        LinkProposal other = linked;
        other.clauseId = "d/2";
        QCOMPARE(idsOf(layers::withoutLinked({linked, other}, snapshot)), QStringList{QStringLiteral("d/2")});
    }

    /// Against the clause that a reader gave each of the 510 elements of the five papers; the index alone is known.
    void figuresOfTheIndexAlone() {
        const auto corpus = layers::shippedCorpus().value();
        const Figures all = measured(corpus, {});
        QCOMPARE(all.asked, 510);
        QVERIFY(all.recall() > 0.70);
        QVERIFY(all.recallOfFive() > 0.85);
        QVERIFY(measured(corpus, "each").recall() > 0.85);
    }

    /// The same with the texts of the papers imported.
    void figuresWithTheTexts() {
        const QDir folder(QStringLiteral(TUCE_SHARED_DIR "/policies"));
        if (!folder.exists()) QSKIP("../shared is not there");
        layers::PolicyCorpus corpus = layers::shippedCorpus().value();
        const auto gazetteer = layers::shippedGazetteer().value();
        for (const QString& name : folder.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name)) {
            auto read = layers::importDocument(corpus, gazetteer, folder.filePath(name).toStdString());
            QVERIFY(read);
            const std::string id = read->document.id;
            corpus = corpus.with(id, std::make_shared<layers::PolicyDocument>(std::move(read->document)));
        }
        QCOMPARE(corpus.documents().size(), std::size_t{5});
        const Figures all = measured(corpus, {});
        QVERIFY(all.recall() > 0.80);
        QVERIFY(all.recallOfFive() > 0.92);
        const Figures within = measured(corpus, "each");
        QVERIFY(within.recall() > 0.90);
        QVERIFY(within.precision() > 0.90);
        QVERIFY(within.recallOfFive() > 0.95);
    }
};

QTEST_GUILESS_MAIN(TestProposals)
#include "test_proposals.moc"
