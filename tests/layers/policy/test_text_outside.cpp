// SPDX-License-Identifier: Apache-2.0
// What stands in no clause: nothing of a text is lost between the clauses and these stretches.
#include <QDirIterator>
#include <QTemporaryDir>
#include <QtTest>

#include "layers/document/CodePoints.h"
#include "layers/policy/ClauseCorrection.h"
#include "layers/policy/ClauseParser.h"
#include "layers/policy/DocumentImport.h"
#include "layers/policy/TextOutside.h"

namespace {

using layers::CorrectionKind;

const std::string notice =
    "某县人民政府关于印发方案的通知\n\n各乡镇人民政府：\n\n一、总体要求\n坚持规划引领。\n二、工作安排\n抓好落实。\n\n"
    "某县人民政府\n2024年5月6日\n（此件公开发布）\n\n某县城乡建设方案\n\n为加快推进全县城乡建设，结合我县实际，制定本方"
    "案。"
    "\n\n抄送：县委办公室。\n";

layers::PolicyDocument parsed(const std::string& text) {
    auto document = layers::parseDocument(text, "paper");
    if (!document) qFatal("%s", gis::describe(document.error()).c_str());
    return std::move(*document);
}

layers::PolicyDocument correctedBy(const layers::PolicyDocument& document, const layers::ClauseCorrection& correction) {
    auto made = layers::corrected(document, correction);
    if (!made) qFatal("%s", gis::describe(made.error()).c_str());
    return std::move(made->document);
}

class TestTextOutside : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatFollowsTheSignatureIsToldWithPlaceAndLength() {
        const auto document = parsed(notice);
        QCOMPARE(document.clauses.size(), std::size_t{2});
        const auto outside = layers::textOutside(document);
        QCOMPARE(outside.size(), std::size_t{2});
        QVERIFY(outside[0].before.empty() && !outside[0].isToBeTold());  // title and address
        const layers::OutsideText& rest = outside[1];
        QCOMPARE(rest.before, std::string("paper/part/二"));
        QCOMPARE(rest.line, std::size_t{10});
        QVERIFY(rest.isToBeTold());
        const std::string words = layers::wordsOf(document, rest);
        QVERIFY(words.rfind("某县人民政府\n2024年5月6日", 0) == 0);
        QVERIFY(words.size() > 20 && words.substr(words.size() - 3) == "。");
        QCOMPARE(rest.length(), layers::toCodePoints(words).size());
        QVERIFY(words.find("制定本方案") != std::string::npos);
    }

    void aReaderOfFilesWarns() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("notice.txt"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(notice.c_str());
        file.close();
        const auto read = layers::readDocument(path.toStdString());
        QVERIFY(read);
        std::size_t told = 0;
        for (const gis::Warning& warning : read->warnings) told += warning.kind == "text_outside" ? 1 : 0;
        QCOMPARE(told, std::size_t{1});
    }

    void aStretchIsTakenIntoTheClauseBefore() {
        const auto document = parsed(notice);
        const auto rest = layers::textOutside(document).back();
        const auto taken = correctedBy(document, {CorrectionKind::Take, rest.words, rest.start, {}, {}});
        QCOMPARE(taken.clauses.size(), std::size_t{2});
        QCOMPARE(taken.clauses[1].end, rest.end);
        QVERIFY(taken.clauses[1].text.find("抄送：县委办公室。") != std::string::npos);
        QCOMPARE(layers::textOutside(taken).size(), std::size_t{1});
        // It is outside no more, and what is before all clauses has none to go to.
        QVERIFY(!layers::corrected(taken, {CorrectionKind::Take, rest.words, rest.start, {}, {}}));
        const auto refused = layers::corrected(document, {CorrectionKind::Take, "各乡镇人民政府", 0, {}, {}});
        QVERIFY(!refused && refused.error().code == gis::ErrorCode::InvalidArgument);
    }

    /// Its beginning as printed finds it, though a correction looks past marks of pages and people see it in one line.
    void aStretchIsFoundByItsBeginning_data() {
        QTest::addColumn<QString>("rest");
        QTest::newRow("behind a page number")
            << QStringLiteral("（此件公开发布）\n— 12 —\n抄送：县委办公室，县人大常委会办公室。\n");
        QTest::newRow("after a page number") << QStringLiteral("— 12 —\n抄送：县委办公室，县人大常委会办公室。\n");
        QTest::newRow("a table in boxes") << QStringLiteral("抄送：\n│项目│金额│\n│道路│1200万元，分两年│\n");
        QTest::newRow("quoted") << QStringLiteral("抄送：\n> 县委办公室。\n> 县人大常委会办公室。\n");
    }
    void aStretchIsFoundByItsBeginning() {
        QFETCH(QString, rest);
        const std::string dated = "\n某县人民政府\n2024年5月6日\n\n";
        const auto document =
            parsed("某县通知\n\n一、建设\n建设港口。\n二、保障\n加强领导。\n" + dated + rest.toStdString());
        const auto outside = layers::textOutside(document);
        QVERIFY(!outside.empty() && !outside.back().before.empty());
        const layers::OutsideText& stretch = outside.back();
        const auto taken = layers::corrected(
            document, {CorrectionKind::Take, layers::anchorOf(document, stretch), stretch.start, {}, {}});
        QVERIFY2(taken, taken ? "" : gis::describe(taken.error()).c_str());
        QVERIFY(taken->document.clauses.back().end >= stretch.end);  // the frame of a table is no word
        QCOMPARE(layers::textOutside(taken->document).size(), outside.size() - 1);
    }

    void partOfAStretchIsTakenAndTheRestStays() {
        const auto document = parsed(notice);
        const auto taken = correctedBy(document, {CorrectionKind::Take, "为加快推进", 0, {}, {}});
        const auto outside = layers::textOutside(taken);
        QVERIFY(taken.clauses[1].text.find("制定本方案") != std::string::npos);
        for (const auto& stretch : outside)
            QVERIFY(stretch.end <= taken.clauses[1].start || stretch.end < notice.size());
    }

    void aStretchBecomesAClause() {
        const auto document = parsed(notice);
        const auto made =
            correctedBy(document, {CorrectionKind::Split, "某县城乡建设方案", 0, "附件", "某县城乡建设方案"});
        QCOMPARE(made.clauses.size(), std::size_t{3});
        const layers::Clause& added = made.clauses.back();
        QCOMPARE(added.number, std::string("附件"));
        QVERIFY(layers::isByHand(added));
        QVERIFY(added.text.find("制定本方案") != std::string::npos);
        QVERIFY(added.text.find("抄送：县委办公室。") != std::string::npos);
        const auto outside = layers::textOutside(made);
        QCOMPARE(outside.size(), std::size_t{2});
        QVERIFY(layers::wordsOf(made, outside[1]).find("（此件公开发布）") != std::string::npos);
        // Above the first clause too.
        const auto front = correctedBy(document, {CorrectionKind::Split, "各乡镇人民政府", 0, {}, {}});
        QCOMPARE(front.clauses.front().text.substr(0, 9), std::string("各乡镇"));
        QCOMPARE(front.clauses.front().sequence, 1);
        QVERIFY(front.clauses[1].number == "一");
    }

    void correctionsAreKeptAsJson() {
        const std::vector<layers::ClauseCorrection> all{{CorrectionKind::Take, "抄送", 7, {}, {}}};
        const auto back = layers::correctionsFromJson(layers::correctionsJson(all));
        QVERIFY(back && *back == all);
    }

    /// Every character of every paper here that prints something stands in a clause or in a stretch.
    void nothingOfAnyPaperIsLost() {
        QDirIterator files(QStringLiteral(TUCE_SOURCE_DIR "/tests/data/policy"),
                           {QStringLiteral("*.txt"), QStringLiteral("*.md")}, QDir::Files,
                           QDirIterator::Subdirectories);
        int read = 0;
        while (files.hasNext()) {
            const auto document = layers::readDocument(files.next().toStdString());
            if (!document) continue;
            ++read;
            const auto text = layers::toCodePoints(document->document.text);
            std::vector<char> seen(text.size(), 0);
            for (const auto& clause : document->document.clauses)
                std::fill(seen.begin() + static_cast<std::ptrdiff_t>(clause.start),
                          seen.begin() + static_cast<std::ptrdiff_t>(clause.end), char{1});
            for (const auto& stretch : layers::textOutside(document->document)) {
                for (std::size_t i = stretch.start; i < stretch.end; ++i) {
                    QVERIFY(seen[i] == 0);
                    seen[i] = 1;
                }
                QCOMPARE(layers::toUtf8(std::u32string_view(text).substr(stretch.start, stretch.length())),
                         layers::wordsOf(document->document, stretch));
                const auto lines =
                    std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(stretch.start), U'\n');
                if (document->document.text.find('\r') == std::string::npos)
                    QCOMPARE(stretch.line, static_cast<std::size_t>(lines) + 1);
            }
            for (std::size_t i = 0; i < text.size(); ++i) {
                const bool prints = !layers::isSpace(text[i]) && !layers::isOneOf(text[i], U"*#>") &&
                                    !(text[i] >= 0x2500 && text[i] <= 0x257F);
                QVERIFY2(seen[i] != 0 || !prints, qPrintable(files.filePath()));
            }
        }
        QVERIFY(read > 40);
    }
};

}  // namespace

QTEST_GUILESS_MAIN(TestTextOutside)
#include "test_text_outside.moc"
