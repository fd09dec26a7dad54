// SPDX-License-Identifier: Apache-2.0
#include <QElapsedTimer>
#include <QtTest>

#include "gis/base/Resources.h"
#include "layers/document/CodePoints.h"
#include "layers/policy/ClauseParser.h"
#include "layers/policy/DocumentImport.h"

namespace {

std::string dataFile(const std::string& name) { return std::string(TUCE_TEST_DATA) + "/policy/" + name; }

layers::PolicyDocument parsed(const std::string& text) {
    const auto document = layers::parseDocument(text);
    return document ? *document : layers::PolicyDocument();
}

QString numbersOf(const layers::PolicyDocument& document) {
    QStringList numbers;
    for (const layers::Clause& clause : document.clauses) numbers << QString::fromStdString(clause.number);
    return numbers.join(u' ');
}

QString idsOf(const layers::PolicyDocument& document) {
    QStringList ids;
    for (const layers::Clause& clause : document.clauses) ids << QString::fromStdString(clause.id);
    return ids.join(u' ');
}

}  // namespace

class TestClauseParser : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Each document against the index that was written by hand beside it.
    void handWrittenIndex_data() {
        QTest::addColumn<QString>("file");
        for (const char* file :
             {"regulation.txt", "notice.txt", "county_rules.md", "standard.txt", "english.txt", "run_on.txt",
              "gaps.txt", "wrapped_crlf.txt", "web_page.txt", "speech_parts.txt", "no_numbers.txt"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }
    void handWrittenIndex() {
        QFETCH(QString, file);
        const std::string name = file.toStdString();
        const auto read = layers::readDocument(dataFile(name));
        QVERIFY(read);
        const auto bytes = gis::readFile(dataFile(name.substr(0, name.find('.')) + ".tsv"));
        QVERIFY(bytes);
        const QStringList wanted = QString::fromStdString(*bytes).split(u'\n', Qt::SkipEmptyParts);
        const std::u32string text = layers::toCodePoints(read->document.text);
        QStringList got;
        for (const layers::Clause& clause : read->document.clauses) {
            const QString body = QString::fromStdString(
                layers::toUtf8(std::u32string_view(text).substr(clause.start, clause.end - clause.start)));
            QStringList cells{QString::fromStdString(clause.level), QString::fromStdString(clause.number),
                              QString::fromStdString(clause.heading), QString::fromStdString(clause.path)};
            const qsizetype row = got.size();
            const QString tail = row < wanted.size() ? wanted[row].split(u'\t').value(4) : QString();
            cells << (body.endsWith(tail) && !tail.isEmpty() ? tail : body.right(12));
            for (const std::string& warning : clause.warnings) cells << QString::fromStdString(warning);
            got << cells.join(u'\t');
        }
        for (qsizetype row = 0; row < std::min(got.size(), wanted.size()); ++row) {
            if (got[row] != wanted[row])
                qWarning("row %d\n  wanted %s\n  got    %s", static_cast<int>(row) + 1, qUtf8Printable(wanted[row]),
                         qUtf8Printable(got[row]));
        }
        QCOMPARE(got.size(), wanted.size());
        QVERIFY(got == wanted);
    }

    void offsetsCutTheNumberAndTheHeading() {
        for (const char* name : {"regulation.txt", "county_rules.md", "run_on.txt", "wrapped_crlf.txt"}) {
            const auto read = layers::readDocument(dataFile(name));
            QVERIFY(read);
            const std::u32string text = layers::toCodePoints(read->document.text);
            const std::u32string_view view = text;
            for (const layers::Clause& clause : read->document.clauses) {
                const auto number = layers::toCodePoints(clause.number);
                const auto heading = layers::toCodePoints(clause.heading);
                QVERIFY(view.substr(clause.start, number.size()) == number);
                QVERIFY(view.substr(clause.headingStart, heading.size()) == heading);
                QVERIFY(clause.start < clause.headingStart && clause.headingStart <= clause.bodyStart);
                QVERIFY(clause.bodyStart <= clause.end);
            }
        }
    }

    void headOfANotice() {
        const auto read = layers::readDocument(dataFile("notice.txt"));
        QVERIFY(read);
        const auto& document = read->document;
        QCOMPARE(document.title, std::string("云峰县人民政府办公室关于做好2022年度乡道养护工作的通知"));
        QCOMPARE(document.number, std::string("云府办发〔2022〕15号"));
        QCOMPARE(document.issuers, std::vector<std::string>{"云峰县人民政府办公室"});
        QCOMPARE(document.dates, std::vector<std::string>{"2022-03-08"});
    }

    void headOfAWebPage() {
        const auto read = layers::readDocument(dataFile("web_page.txt"));
        QVERIFY(read);
        QCOMPARE(read->document.title, std::string("云峰县夜间照明管理办法"));
        QCOMPARE(read->document.number, std::string("云府发〔2023〕6号"));
        QCOMPARE(read->document.issuers, std::vector<std::string>{"云峰县人民政府"});
        QCOMPARE(read->document.dates, std::vector<std::string>{"2023-06-01"});
    }

    void numbersAndTheirLookAlikes_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("numbers");
        QTest::newRow("reference in a sentence")
            << QStringLiteral("一、总则\n按照第三条和(二)办理。\n") << QStringLiteral("一");
        QTest::newRow("reference opens a line")
            << QStringLiteral("第一条 甲。\n第三条规定的除外。\n") << QStringLiteral("第一条");
        QTest::newRow("row of classes") << QStringLiteral("一、范围\n二、三类地块除外。\n二、期限\n三年。\n")
                                        << QStringLiteral("一 二");
        QTest::newRow("year") << QStringLiteral("2023. 年度总结\n一、甲\n") << QStringLiteral("一");
        QTest::newRow("amount") << QStringLiteral("一、甲\n投资共\n1.5亿元。\n") << QStringLiteral("一");
        QTest::newRow("tens and hundreds")
            << QStringLiteral("第九十九条 甲。\n第一百条 乙。\n第一百零一条 丙。\n第一百一十条 丁。\n")
            << QStringLiteral("第九十九条 第一百条 第一百零一条 第一百一十条");
        QTest::newRow("space after the bracket")
            << QStringLiteral("(一) 甲。正文。\n(二)　乙。正文。\n") << QStringLiteral("(一) (二)");
        QTest::newRow("brackets of both widths")
            << QStringLiteral("（一）甲。正文。\n(二)乙。正文。\n") << QStringLiteral("（一） (二)");
        QTest::newRow("semicolons keep a list inside")
            << QStringLiteral("一、甲\n包括：1.子；2.丑；3.寅。\n") << QStringLiteral("一");
        QTest::newRow("inserted article") << QStringLiteral("第一条 甲。\n第一条之一 乙。\n第二条 丙。\n")
                                          << QStringLiteral("第一条 第一条之一 第二条");
        QTest::newRow("Markdown code and quotation")
            << QStringLiteral("一、甲\n```\n二、码\n```\n> 二、引\n二、乙\n") << QStringLiteral("一 二");
        QTest::newRow("list in a list") << QStringLiteral("1. 甲\n   1. 子\n   2. 丑\n2. 乙\n")
                                        << QStringLiteral("1 1 2 2");
        QTest::newRow("English reference")
            << QStringLiteral("Article 1 Scope\nText.\nArticle 5 of it applies.\n") << QStringLiteral("Article 1");
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("only a number") << QStringLiteral("(一)") << QStringLiteral("(一)");
    }
    void numbersAndTheirLookAlikes() {
        QFETCH(QString, text);
        QFETCH(QString, numbers);
        QCOMPARE(numbersOf(parsed(text.toStdString())), numbers);
    }

    void idsAreNumbersWhereTheyRunOnAndPathsWhereTheyBeginAnew() {
        QCOMPARE(idsOf(parsed("一、甲\n(一)子。文。\n二、乙\n(二)丑。文。\n")),
                 QStringLiteral("part/一 (一) part/二 (二)"));
        QCOMPARE(idsOf(parsed("一、甲\n(一)子。文。\n二、乙\n(一)丑。文。\n")),
                 QStringLiteral("part/一 一/(一) part/二 二/(一)"));
        QCOMPARE(idsOf(parsed("一、甲\n(一)子。文。\n(一)子。文。\n")), QStringLiteral("part/一 (一) (一)#2"));
    }

    void insertedArticlesAndNestedListsAreInOrder() {
        const auto articles = parsed("第一条 甲。\n第一条之一 乙。\n第二条 丙。\n");
        QVERIFY(articles.warnings.empty());
        const auto lists = parsed("1. 甲\n   1. 子\n   2. 丑\n   3. 寅\n   4. 卯\n2. 乙\n");
        QCOMPARE(idsOf(lists), QStringLiteral("1 1/1 1/2 1/3 1/4 2"));
        QVERIFY(lists.warnings.empty());
    }

    void textBeginsBehindTheNumberAndEndsBeforeTheNext() {
        const auto document = parsed("一、甲\n引言。\n(一)子。正文。\n");
        QCOMPARE(document.clauses[0].text, std::string("甲\n引言。"));
        QCOMPARE(document.clauses[1].text, std::string("子。正文。"));
        QCOMPARE(document.clauses[0].end, document.clauses[1].end);
    }

    void charactersBeyondTheBasicPlaneCountAsOne() {
        const auto document = parsed("𠮷县方案\n一、甲\n𠮷。\n");
        QCOMPARE(document.clauses.at(0).start, std::size_t{5});
        QCOMPARE(document.clauses.at(0).end, std::size_t{11});
    }

    void canceledParsingSaysSo() {
        gis::JobControl control;
        control.cancel.cancel();
        const auto document = layers::parseDocument("一、甲\n", {}, control);
        QVERIFY(!document);
        QCOMPARE(document.error().code, gis::ErrorCode::Canceled);
    }

    void twentyMegabytesTakeSeconds_data() {
        QTest::addColumn<QString>("piece");
        QTest::newRow("paragraphs") << QStringLiteral("(三)推进建设。各乡镇要按照第三条抓好落实，做到一、二类优先。\n");
        QTest::newRow("one line without end") << QStringLiteral("各乡镇抓好落实。");
        QTest::newRow("heads run on") << QStringLiteral("一、甲(一)乙。");
        QTest::newRow("tables of contents") << QStringLiteral("目录\n第一条\n1.甲\n");
        QTest::newRow("blank lines and page numbers") << QStringLiteral("- 1 -\n\n\n");
        QTest::newRow("boxes in frames") << QStringLiteral("专栏1 甲\n│1.乙：丙。│\n└─┘\n第一步 丁\n");
        QTest::newRow("annexes without number") << QStringLiteral("附件\n\n细则\n一、子\n");
        QTest::newRow("rows of tasks") << QStringLiteral("序号\t任务\t时限\n1\t甲\t乙\n2\t丙\t丁\n二、戊\n3\t己\t庚\n");
        QTest::newRow("numerals with blanks") << QStringLiteral("第 十 一 条 ( 三 ) 〔 四 〕\n");
        QTest::newRow("attachments and dates") << QStringLiteral("附件：1.甲\n2023年3月11日\n");
    }
    void twentyMegabytesTakeSeconds() {
        QFETCH(QString, piece);
        const std::string unit = piece.toStdString();
        std::string text = "一、甲\n";
        const std::size_t megabytes = QTest::currentDataTag() == std::string("paragraphs") ? 20 : 4;
        while (text.size() < (megabytes << 20U)) text += unit;
        QElapsedTimer timer;
        timer.start();
        const auto document = layers::parseDocument(text);
        QVERIFY(document);
        QVERIFY2(timer.elapsed() < 20'000, std::to_string(timer.elapsed()).c_str());
        qInfo("%zu MB in %lld ms, %zu clauses", megabytes, static_cast<long long>(timer.elapsed()),
              document->clauses.size());
    }
};

QTEST_GUILESS_MAIN(TestClauseParser)
#include "test_clause_parser.moc"
