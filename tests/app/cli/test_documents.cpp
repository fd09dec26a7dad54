// SPDX-License-Identifier: Apache-2.0
// `clauses` and `project add` on documents that are no plain text, as a user calls them.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/support/CliRun.h"
#include "tests/support/OfficeFiles.h"

using support::bytesOf;
using support::CliRun;
using support::inList;
using support::paragraph;

class TestDocuments : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString file(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    static CliRun clauses(const QStringList& arguments) {
        return support::runCli(QStringList{QStringLiteral("clauses")} + arguments);
    }

private Q_SLOTS:
    void initTestCase() {
        const std::string numbering =
            "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
            "w:val=\"japaneseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start "
            "w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"（%2）\"/></w:lvl></w:abstractNum>"
            "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>";
        const std::string body = paragraph("云峰县道路方案") + paragraph("总体要求", inList(1)) +
                                 paragraph("指导思想。坚持绿色。", inList(1, 1)) + paragraph("重点任务", inList(1)) +
                                 paragraph("修路。建设港口。", inList(1, 1));
        QVERIFY(support::writeArchive(file("plan.docx"), support::docxParts({body, numbering, {}, {}})));
        QVERIFY(
            support::writeArchive(file("plan.odt"), support::odtParts("<text:p>一、甲</text:p><text:p>乙。</text:p>")));
        QVERIFY(support::writeBytes(file("plan.html"),
                                    "<meta charset=gbk><h1>\xB7\xBD\xB0\xB8</h1><p>\xD2\xBB\xA1\xA2\xBC\xD7"
                                    "<p>\xD2\xD2\xA1\xA3"));
    }

    void offsetsCountInTheTextThatIsWritten() {
        const CliRun run =
            clauses({file("plan.docx"), QStringLiteral("--json"), QStringLiteral("--text"), file("t.txt")});
        QCOMPARE(run.exitCode, 0);
        const QString text = QString::fromUtf8(bytesOf(file("t.txt")));
        QCOMPARE(
            text,
            QStringLiteral(
                "云峰县道路方案\n一、总体要求\n（一）指导思想。坚持绿色。\n二、重点任务\n（一）修路。建设港口。\n"));
        const QJsonObject json = QJsonDocument::fromJson(run.out).object();
        const QJsonArray list = json.value(QStringLiteral("clauses")).toArray();
        QCOMPARE(list.size(), 4);
        const QStringList numbers{QStringLiteral("一"), QStringLiteral("（一）"), QStringLiteral("二"),
                                  QStringLiteral("（一）")};
        for (int i = 0; i < 4; ++i) {
            const QJsonObject clause = list[i].toObject();
            QCOMPARE(clause.value(QStringLiteral("number")).toString(), numbers[i]);
            QVERIFY(text.mid(clause.value(QStringLiteral("start")).toInt()).startsWith(numbers[i]));
        }
        QCOMPARE(list[1].toObject().value(QStringLiteral("heading")).toString(), QStringLiteral("指导思想"));
        QCOMPARE(json.value(QStringLiteral("document")).toObject().value(QStringLiteral("title")).toString(),
                 QStringLiteral("云峰县道路方案"));
    }

    void severalFormatsInOneCall() {
        const CliRun run = clauses({file("plan.docx"), file("plan.odt"), file("plan.html"), QStringLiteral("--json")});
        QCOMPARE(run.exitCode, 0);
        const QJsonArray all = QJsonDocument::fromJson(run.out).array();
        QCOMPARE(all.size(), 3);
        const auto encoding = [&](int i) {
            return all[i]
                .toObject()
                .value(QStringLiteral("document"))
                .toObject()
                .value(QStringLiteral("encoding"))
                .toString();
        };
        QCOMPARE(encoding(0), QStringLiteral("UTF-8"));
        QCOMPARE(encoding(2), QStringLiteral("GB18030"));
    }

    void whatIsRefusedNamesFileLimitAndOption() {
        QVERIFY(support::writeBytes(file("cut.docx"), bytesOf(file("plan.docx")).left(300)));
        CliRun run = clauses({file("cut.docx")});
        QCOMPARE(run.exitCode, 3);
        QVERIFY2(run.err.startsWith("error:") && run.err.contains("cut.docx") && run.err.contains("damaged"), run.err);
        run = clauses({file("plan.docx"), QStringLiteral("--max-members"), QStringLiteral("2")});
        QCOMPARE(run.exitCode, 3);
        QVERIFY2(run.err.contains("limit of 2 set by --max-members") && run.err.count('\n') == 1, run.err);
        QVERIFY(support::writeBytes(file("two.html"), "<p>" + QByteArray(3'000'000, 'x')));
        run = clauses({file("two.html"), QStringLiteral("--max-document-mb"), QStringLiteral("2")});
        QCOMPARE(run.exitCode, 3);
        QVERIFY2(run.err.contains("--max-document-mb"), run.err);
    }

    /// Too little room to live in: the process that reads dies, the command says so.
    void deathOfTheReaderIsAnError() {
        QVERIFY(support::writeBytes(file("large.html"), "<p>" + QByteArray(9'000'000, 'x')));
        const CliRun run = clauses({file("large.html"), QStringLiteral("--max-memory-mb"), QStringLiteral("1")});
        QCOMPARE(run.exitCode, 3);
        QVERIFY2(run.err.startsWith("error:") && run.err.contains("large.html") && run.err.contains("--max-memory-mb"),
                 run.err);
    }

    void helpNamesFormatsAndHidesTheReader() {
        const CliRun run = clauses({QStringLiteral("--help")});
        QCOMPARE(run.exitCode, 0);
        QVERIFY(run.out.contains(".txt, .md, .html, .htm, .docx, .odt, .pdf") && run.out.contains("--max-seconds"));
        QVERIFY(!support::runCli({QStringLiteral("--help")}).out.contains("read-document"));
    }

    void plansTakeThem() {
        const QString plan = file("plan.gpkg");
        QCOMPARE(support::runCli({QStringLiteral("project"), QStringLiteral("new"), plan, QStringLiteral("--crs"),
                                  QStringLiteral("EPSG:4545")})
                     .exitCode,
                 0);
        const CliRun added =
            support::runCli({QStringLiteral("project"), QStringLiteral("add"), plan, file("plan.docx"),
                             QStringLiteral("--document"), file("plan.html"), QStringLiteral("--json")});
        QVERIFY2(added.exitCode == 0, added.err);
        const QJsonObject json = QJsonDocument::fromJson(added.out).object();
        QCOMPARE(json.value(QStringLiteral("documents")).toArray().size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestDocuments)
#include "test_documents.moc"
