// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QtTest>
#include <random>

#include "layers/document/CodePoints.h"
#include "layers/edit/LinkEdit.h"
#include "layers/links/AnchorProposals.h"
#include "layers/policy/SqueezedText.h"
#include "layers/policy/TextAnchor.h"

namespace {

using layers::AnchorState;
using layers::findAnchor;
using layers::FoundAnchor;
using layers::TextAnchor;

std::string cut(const std::string& text, const FoundAnchor& found) {
    return layers::toUtf8(layers::toCodePoints(text).substr(found.start, found.end - found.start));
}

/// A plan with one feature and a document of two clauses.
layers::SnapshotPtr plan(const std::string& first, const std::string& second) {
    auto snapshot = std::make_shared<layers::ProjectSnapshot>();
    auto layer = std::make_shared<layers::Layer>();
    layer->id = gis::LayerId{1};
    layer->name = "布局";
    layer->kind = layers::LayerKind::Layout;
    layer->table = gis::FeatureTable({}, gis::CoordinateReferenceSystem::cgcs2000(),
                                     {gis::Feature(gis::FeatureId{1}, gis::Geometry(), {})});
    snapshot->layers = {layer};
    layers::PolicyDocument document;
    document.id = "d";
    document.text = first + second;
    for (const auto& [id, text] : {std::pair<std::string, std::string>{"d/1", first}, {"d/2", second}}) {
        layers::Clause clause;
        clause.id = id;
        clause.documentId = "d";
        clause.level = "clause";
        clause.text = text;
        document.clauses.push_back(std::move(clause));
    }
    snapshot->corpus = layers::PolicyCorpus({document});
    return snapshot;
}

layers::SnapshotPtr linked(const layers::SnapshotPtr& before, const std::string& quote) {
    layers::ClauseLink link;
    link.layer = gis::LayerId{1};
    link.feature = gis::FeatureId{1};
    link.clauseId = "d/1";
    link.anchor = quote;
    return layers::applied(before, layers::addLink(*before, link).value()).value();
}

/// The links of one plan in another one with a new copy of the text.
layers::SnapshotPtr withTexts(const layers::SnapshotPtr& before, const std::string& first, const std::string& second) {
    auto after = std::make_shared<layers::ProjectSnapshot>(*plan(first, second));
    after->links = before->links;
    return after;
}

}  // namespace

class TestAnchors : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anAnchorKnowsItsSurroundings() {
        const TextAnchor anchor = layers::anchorAt("一二三，沿江\n 发展轴，四五六", "沿江发展轴");
        QCOMPARE(anchor.before, std::string("一二三，"));
        QCOMPARE(anchor.after, std::string("，四五六"));
        QCOMPARE(anchor.position, std::int64_t{4});
        QCOMPARE(layers::anchorAt("无", "沿江").position, std::int64_t{-1});
        QCOMPARE(layers::anchorAt("甲乙，甲乙", "甲乙", 2).position, std::int64_t{3});
    }

    void found_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("quote");
        QTest::addColumn<QString>("after");
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const char* before, const char* quote, const char* after,
                            AnchorState state, const char* words) {
            QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(quote) << QString::fromUtf8(after)
                                << static_cast<int>(state) << QString::fromUtf8(words);
        };
        row("text before it", "建设沿江发展轴。", "沿江发展轴", "首先，加快建设沿江发展轴。", AnchorState::Kept,
            "沿江发展轴");
        row("other line ends", "建设沿江发展轴。", "沿江发展轴", "建设沿江\r\n发 展轴。", AnchorState::Kept,
            "沿江发展轴");
        row("wide brackets", "西部(重庆)科学城", "西部(重庆)科学城", "建设西部（重庆）科学城", AnchorState::Kept,
            "西部（重庆）科学城");
        row("a word put in", "建设沿江发展轴。", "沿江发展轴", "建设沿长江发展主轴。", AnchorState::Changed,
            "沿长江发展主轴");
        row("other words between", "坚持生态优先，建设甲乙丙丁，绿色发展为本。", "甲乙丙丁",
            "坚持生态优先，建设全新的轴，绿色发展为本。", AnchorState::Changed, "全新的轴");
        row("gone", "建设沿江发展轴。", "沿江发展轴", "加强组织领导。", AnchorState::Lost, "");
        row("no text", "建设沿江发展轴。", "沿江发展轴", "", AnchorState::Lost, "");
    }
    void found() {
        QFETCH(QString, before);
        QFETCH(QString, quote);
        QFETCH(QString, after);
        QFETCH(int, state);
        QFETCH(QString, words);
        const TextAnchor anchor = layers::anchorAt(before.toStdString(), quote.toStdString());
        const FoundAnchor found = findAnchor(anchor, after.toStdString());
        QCOMPARE(static_cast<int>(found.state), state);
        QCOMPARE(QString::fromStdString(found.quote), words);
    }

    void ofSeveralPlacesTheOneWithTheSameSurroundings() {
        const std::string text = "重点建设万州港。改造万州港码头。";
        const TextAnchor second = layers::anchorAt(text, "万州港", 8);
        const std::string later = "扩建万州港。重点建设万州港。此外改造万州港码头。";
        const FoundAnchor found = findAnchor(second, later);
        QVERIFY(found.state == AnchorState::Kept);
        QCOMPARE(found.start, std::size_t{18});
        QCOMPARE(cut(later, found), std::string("万州港"));
    }

    /// Any edit anywhere: the anchor is kept where its words stand, or it is reported. An edit outside of the words
    /// and their surroundings keeps the very place.
    void anyEditKeepsItOrReportsIt() {
        std::mt19937 random(11);
        const std::u32string letters = U"甲乙丙丁戊己庚辛 \n（(";
        const auto made = [&](std::size_t count) {
            std::u32string text;
            for (std::size_t i = 0; i < count; ++i) text += letters[random() % letters.size()];
            return text;
        };
        int kept = 0, changed = 0, lost = 0, outside = 0;
        for (int round = 0; round < 4000; ++round) {
            const std::u32string text = made(80);
            const std::size_t start = 25 + random() % 20;
            const std::size_t length = 5 + random() % 8;
            const std::u32string quote = text.substr(start, length);
            if (layers::squeezed(layers::toUtf8(quote)).size() < 3) continue;
            const TextAnchor anchor = layers::anchorAt(layers::toUtf8(text), layers::toUtf8(quote), start);
            std::u32string edited = text;
            const std::size_t at = random() % text.size();
            const std::size_t removed = std::min<std::size_t>(random() % 20, text.size() - at);
            const std::u32string added = made(random() % 20);
            edited.replace(at, removed, added);
            const std::string now = layers::toUtf8(edited);
            const FoundAnchor found = findAnchor(anchor, now);
            const bool stands = layers::squeezed(now).find(layers::squeezed(anchor.quote)) != std::u32string::npos;
            QCOMPARE(found.state == AnchorState::Kept, stands);
            if (found.state != AnchorState::Lost) {
                QVERIFY(found.end <= edited.size() && found.start < found.end);
                QVERIFY(layers::squeezed(cut(now, found)) == layers::squeezed(found.quote));
            }
            if (stands) QVERIFY(layers::squeezed(found.quote) == layers::squeezed(anchor.quote));
            // Twice the surroundings: blank space is not counted in them.
            const bool before = at + removed + 2 * layers::anchorContext < start;
            const bool behind = at > start + length + 2 * layers::anchorContext;
            if (before || behind) {
                ++outside;
                const auto moved = static_cast<std::int64_t>(before ? added.size() : 0) -
                                   static_cast<std::int64_t>(before ? removed : 0);
                QCOMPARE(static_cast<std::int64_t>(found.start), anchor.position + moved);
            }
            ++(found.state == AnchorState::Kept ? kept : found.state == AnchorState::Changed ? changed : lost);
        }
        qInfo("kept %d, changed %d, lost %d; edits far from it: %d", kept, changed, lost, outside);
        QVERIFY(kept > 500 && changed > 100 && lost > 10 && outside > 100);
    }

    void orphansComeWithAProposal() {
        const auto before = linked(plan("建设沿江发展轴。", "完善机制。"), "沿江发展轴");
        QVERIFY(before->links[0].anchorPosition == 2);
        QVERIFY(layers::orphanedAnchors(*before).empty());
        QVERIFY(layers::orphanedAnchors(*withTexts(before, "加快建设沿江发展轴。", "完善机制。")).empty());

        const auto rewritten = withTexts(before, "建设沿长江发展主轴。", "完善机制。");
        const auto orphans = layers::orphanedAnchors(*rewritten);
        QCOMPARE(orphans.size(), std::size_t{1});
        QCOMPARE(orphans[0].clauseId, std::string("d/1"));
        QCOMPARE(orphans[0].found.quote, std::string("沿长江发展主轴"));
        const auto mended = layers::applied(
            rewritten,
            layers::moveAnchor(*rewritten, orphans[0].link.id, orphans[0].clauseId, orphans[0].found.quote).value());
        QVERIFY(layers::orphanedAnchors(**mended).empty());

        const auto moved = layers::orphanedAnchors(*withTexts(before, "加强领导。", "建设沿江发展轴。"));
        QCOMPARE(moved.at(0).clauseId, std::string("d/2"));
        QVERIFY(moved[0].found.state == AnchorState::Kept);

        const auto gone = layers::orphanedAnchors(*withTexts(before, "加强领导。", "完善机制。"));
        QVERIFY(gone.at(0).clauseId.empty());
        QVERIFY(!gone[0].reason.empty());
    }

    void onlyWordsOfTheClauseAreTaken() {
        const auto before = linked(plan("建设沿江发展轴。", "完善机制。"), "沿江发展轴");
        QVERIFY(!layers::moveAnchor(*before, before->links[0].id, "d/1", "完善机制"));
        QVERIFY(!layers::moveAnchor(*before, before->links[0].id, "d/7", "沿江"));
        QVERIFY(!layers::moveAnchor(*before, 99, "d/1", "沿江"));
        QVERIFY(layers::moveAnchor(*before, before->links[0].id, "d/1", "沿江发展轴").value().isEmpty());
        QVERIFY(layers::moveAnchor(*before, before->links[0].id, "d/1", ""));
    }
};

QTEST_GUILESS_MAIN(TestAnchors)
#include "test_anchors.moc"
