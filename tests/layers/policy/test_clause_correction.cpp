// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <random>

#include "layers/document/CodePoints.h"
#include "layers/policy/ClauseCorrection.h"
#include "layers/policy/ClauseParser.h"
#include "layers/policy/DocumentImport.h"

namespace {

using layers::ClauseCorrection;
using layers::CorrectionKind;

const std::string paper =
    "一、总体要求\n(一)指导思想。坚持统筹。\n(二)基本原则。生态优先。另外，加强保护。\n1.第一项内容。\n二、布局\n(三)"
    "格局。"
    "构建一轴。\n";

layers::PolicyDocument parsed(const std::string& text) {
    auto document = layers::parseDocument(text, "paper");
    if (!document) qFatal("%s", gis::describe(document.error()).c_str());
    return std::move(*document);
}

/// "一 (一) (二) …": numbers in order.
QString numbers(const layers::PolicyDocument& document) {
    QStringList all;
    for (const auto& clause : document.clauses) all << QString::fromStdString(clause.number);
    return all.join(u' ');
}

const layers::Clause& clause(const layers::PolicyDocument& document, const std::string& number) {
    for (const auto& one : document.clauses)
        if (one.number == number) return one;
    qFatal("no clause %s", number.c_str());
}

/// What must hold of any document: clauses in order, offsets inside the text, texts that stand there, ids once.
void verifySound(const layers::PolicyDocument& document) {
    const auto points = layers::toCodePoints(document.text);
    std::set<std::string> ids;
    int sequence = 0;
    for (const auto& one : document.clauses) {
        QVERIFY2(ids.insert(one.id).second, one.id.c_str());
        QCOMPARE(one.sequence, ++sequence);
        QVERIFY(one.start <= one.headingStart && one.headingStart <= one.bodyStart && one.end <= points.size());
        QVERIFY2(document.text.find(one.text) != std::string::npos, one.text.c_str());
        QVERIFY2(one.end > one.start, one.id.c_str());
        // What is printed there is what the clause begins with.
        const auto printed = layers::toUtf8(std::u32string_view(points).substr(one.headingStart, one.end));
        QVERIFY2(printed.find(one.text.substr(0, 3)) != std::string::npos, one.text.c_str());
    }
}

class TestClauseCorrection : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNewClauseBeginsWithChosenWords() {
        const auto document = parsed(paper);
        const auto made = layers::corrected(document, {CorrectionKind::Split, "另外，加强保护", 0, "(二之一)", "另外"});
        QVERIFY(made);
        QCOMPARE(numbers(made->document), QStringLiteral("一 (一) (二) (二之一) 1 二 (三)"));
        const auto& before = clause(made->document, "(二)");
        const auto& added = clause(made->document, "(二之一)");
        QCOMPARE(QString::fromStdString(before.text), QStringLiteral("基本原则。生态优先。"));
        QCOMPARE(QString::fromStdString(added.text), QStringLiteral("另外，加强保护。"));
        QCOMPARE(made->clauseId, added.id);
        QCOMPARE(added.level, before.level);
        QVERIFY(before.end <= added.start && added.end == clause(document, "(二)").end);
        verifySound(made->document);
    }

    void aJoinedClauseGoesIntoTheOneBefore() {
        const auto document = parsed(paper);
        const auto& item = clause(document, "1");
        const auto made =
            layers::corrected(document, {CorrectionKind::Join, layers::wordsOf(document, item), item.start, {}, {}});
        QVERIFY(made);
        QCOMPARE(numbers(made->document), QStringLiteral("一 (一) (二) 二 (三)"));
        QCOMPARE(QString::fromStdString(clause(made->document, "(二)").text),
                 QStringLiteral("基本原则。生态优先。另外，加强保护。\n1.第一项内容。"));
        QCOMPARE(made->removedClauseId, item.id);
        QCOMPARE(made->clauseId, clause(document, "(二)").id);
        verifySound(made->document);
    }

    void splitAndJoinAreEachOthersInverse() {
        const auto document = parsed(paper);
        const auto split = layers::corrected(document, {CorrectionKind::Split, "另外", 0, {}, {}});
        QVERIFY(split);
        const auto joined = layers::corrected(split->document, {CorrectionKind::Join, "另外，加强", 0, {}, {}});
        QVERIFY(joined);
        QCOMPARE(numbers(joined->document), numbers(document));
        for (std::size_t i = 0; i < document.clauses.size(); ++i) {
            QCOMPARE(joined->document.clauses[i].start, document.clauses[i].start);
            QCOMPARE(joined->document.clauses[i].end, document.clauses[i].end);
        }
        QCOMPARE(QString::fromStdString(clause(joined->document, "(二)").text),
                 QString::fromStdString(clause(document, "(二)").text));
    }

    void aNewNumberLeavesTheIdAndLeadsWhatLiesBelow() {
        const auto document = parsed(paper);
        const auto made = layers::corrected(document, {CorrectionKind::Name, "一、总体要求", 0, "甲", "总则"});
        QVERIFY(made);
        const auto& renamed = clause(made->document, "甲");
        QCOMPARE(renamed.id, clause(document, "一").id);
        QCOMPARE(renamed.heading, std::string("总则"));
        for (const auto& one : made->document.clauses)
            if (one.number == "(一)") QCOMPARE(one.path, std::string("甲/(一)"));
        verifySound(made->document);
    }

    void ofSeveralPlacesTheNearestIsMeant() {
        const auto document = parsed("(一)甲。重复的话。其他。\n(二)乙。重复的话。其他。\n");
        const auto near = clause(document, "(二)").bodyStart;
        const auto made = layers::corrected(document, {CorrectionKind::Split, "重复的话", near + 1, "(三)", {}});
        // it is the very start of the body of (二), which has a heading, so a clause may begin there
        QVERIFY(made);
        QCOMPARE(numbers(made->document), QStringLiteral("(一) (二) (三)"));
    }

    void whatCannotBeSaysWhy() {
        const auto document = parsed(paper);
        const auto code = [&](const ClauseCorrection& correction) {
            const auto made = layers::corrected(document, correction);
            return made ? gis::ErrorCode::Internal : made.error().code;
        };
        QCOMPARE(code({CorrectionKind::Split, "不在文中的话", 0, {}, {}}), gis::ErrorCode::NotFound);
        QCOMPARE(code({CorrectionKind::Split, "(一)指导思想", 0, {}, {}}), gis::ErrorCode::InvalidArgument);
        QCOMPARE(code({CorrectionKind::Join, "一、总体要求", 0, {}, {}}), gis::ErrorCode::InvalidArgument);
        QCOMPARE(code({CorrectionKind::Join, "另外，加强", 0, {}, {}}), gis::ErrorCode::NotFound);
        QCOMPARE(code({CorrectionKind::Join, {}, 0, {}, {}}), gis::ErrorCode::NotFound);
        layers::PolicyDocument unread = document;
        unread.text.clear();
        const auto refused = layers::corrected(unread, {CorrectionKind::Join, "1.", 0, {}, {}});
        QVERIFY(!refused && refused.error().code == gis::ErrorCode::InvalidArgument);
    }

    void madeAgainOnATextThatChangedElsewhere() {
        const std::vector<ClauseCorrection> corrections{{CorrectionKind::Split, "另外，加强保护", 40, "(二之一)", {}},
                                                        {CorrectionKind::Join, "1.第一项内容", 50, {}, {}},
                                                        {CorrectionKind::Name, "(三)格局", 60, "(四)", "格局"},
                                                        {CorrectionKind::Join, "没有了的话", 60, {}, {}}};
        const auto back = layers::correctionsFromJson(layers::correctionsJson(corrections));
        QVERIFY(back && *back == corrections);
        const auto again = layers::correctedAgain(parsed("关于印发方案的通知\n各单位：\n" + paper), *back);
        QVERIFY2(numbers(again).contains(QStringLiteral("一 (一) (二) (二之一) 二 (四)")), qPrintable(numbers(again)));
        QCOMPARE(std::count(again.warnings.begin(), again.warnings.end(), "correction_lost: 没有了的话"), 1);
        QVERIFY(!layers::correctionsFromJson("[{\"kind\":\"cut\"}]"));
    }

    /// The project holds the corrected document; the same text with a line more comes in again, corrected before it is
    /// paired with what is held.
    void aCorrectedDocumentIsImportedAgain() {
        const std::vector<ClauseCorrection> corrections{{CorrectionKind::Split, "另外，加强保护", 40, "(二之一)", {}},
                                                        {CorrectionKind::Split, "构建一轴", 80, {}, {}},
                                                        {CorrectionKind::Name, "(三)格局", 60, "(四)", "格局"},
                                                        {CorrectionKind::Join, "1.第一项内容", 50, {}, {}}};
        const auto held = layers::correctedAgain(parsed(paper), corrections);
        const auto again = layers::correctedAgain(parsed("某市文件\n\n" + paper), corrections);
        const auto merged = layers::mergeImported(held, again);
        QCOMPARE(numbers(merged), numbers(held));
        for (std::size_t i = 0; i < held.clauses.size(); ++i) {
            QCOMPARE(merged.clauses[i].id, held.clauses[i].id);
            QCOMPARE(QString::fromStdString(merged.clauses[i].text), QString::fromStdString(held.clauses[i].text));
        }
        verifySound(merged);
    }

    void anyCorrectionsKeepTheDocumentSound() {
        std::mt19937 random(7);  // a fixed seed: the same run every time
        for (int round = 0; round < 300; ++round) {
            auto document = parsed(paper + "(四)又一条。内容若干，" + std::string(round % 5, 'x') + "结束。\n");
            const auto points = layers::toCodePoints(document.text);
            for (int step = 0; step < 6; ++step) {
                const std::size_t at = random() % points.size();
                const auto words = layers::toUtf8(std::u32string_view(points).substr(at, 1 + random() % 8));
                const auto kind = static_cast<CorrectionKind>(random() % 3);
                if (auto made = layers::corrected(document, {kind, words, at, random() % 2 ? "(九)" : "", {}}))
                    document = std::move(made->document);
            }
            verifySound(document);
            if (QTest::currentTestFailed()) return;
        }
    }
};

}  // namespace

QTEST_APPLESS_MAIN(TestClauseCorrection)
#include "test_clause_correction.moc"
