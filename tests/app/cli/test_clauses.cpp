// SPDX-License-Identifier: Apache-2.0
// The command `clauses` as a user calls it: keys, formats, exit codes, what is written and what is left alone.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/support/CliRun.h"

using support::bytesOf;
using support::CliRun;

class TestClauses : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString file(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    static QString data(const char* name) {
        return QStringLiteral(TUCE_TEST_DATA "/policy/") + QString::fromUtf8(name);
    }
    static CliRun clauses(const QStringList& arguments) {
        return support::runCli(QStringList{QStringLiteral("clauses")} + arguments);
    }

private Q_SLOTS:
    void keysAreThoseOfTheContractInOrder() {
        const CliRun run = clauses({data("notice.txt"), QStringLiteral("--json")});
        QCOMPARE(run.exitCode, 0);
        qsizetype at = 0;
        for (const char* key : {"document",    "title",    "number",     "issuers", "dates", "encoding",
                                "text_sha256", "length",   "clauses",    "id",      "level", "number",
                                "path",        "sequence", "heading",    "text",    "start", "heading_start",
                                "body_start",  "end",      "occurrence", "warnings"}) {
            at = run.out.indexOf(QByteArray("\"") + key + "\":", at);
            QVERIFY2(at >= 0, key);
        }
        const QJsonObject json = QJsonDocument::fromJson(run.out).object();
        QCOMPARE(json.value(QStringLiteral("clauses")).toArray().size(), 3);
        QVERIFY(json.value(QStringLiteral("warnings")).isArray());
    }

    /// Signature, copies and the page around the text stand in no clause; they are told, and the JSON holds them.
    void whatStandsInNoClauseIsTold() {
        const CliRun run = clauses({data("notice.txt"), QStringLiteral("--json")});
        const QJsonObject json = QJsonDocument::fromJson(run.out).object();
        const QJsonArray outside = json.value(QStringLiteral("outside")).toArray();
        QVERIFY(!outside.isEmpty());
        const QJsonObject last = outside.last().toObject();
        QVERIFY(last.value(QStringLiteral("text")).toString().contains(QStringLiteral("（此件公开发布）")));
        QVERIFY(last.value(QStringLiteral("text")).toString().endsWith(QStringLiteral("打印 关闭")));
        QVERIFY(!last.value(QStringLiteral("after")).toString().isEmpty());
        QVERIFY2(run.err.contains("in no clause"), run.err.constData());
        QVERIFY(json.value(QStringLiteral("notices")).toArray().size() >= 1);
    }

    void severalFilesGiveAnArray() {
        const CliRun run = clauses({data("notice.txt"), data("gaps.txt"), QStringLiteral("--json")});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(QJsonDocument::fromJson(run.out).array().size(), 2);
        QVERIFY(run.err.contains("gap"));
    }

    void textHoldsWhatTheOffsetsCountIn() {
        const CliRun run = clauses({data("encoding_gb18030.txt"), QStringLiteral("--text"), file("text.txt"),
                                    QStringLiteral("--out"), file("clauses.json")});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(bytesOf(file("text.txt")), bytesOf(data("notice.txt")));
        const QJsonObject json = QJsonDocument::fromJson(bytesOf(file("clauses.json"))).object();
        const QString text = QString::fromUtf8(bytesOf(file("text.txt")));
        for (const auto& item : json.value(QStringLiteral("clauses")).toArray()) {
            const QJsonObject clause = item.toObject();
            const auto start = clause.value(QStringLiteral("start")).toInt();
            QVERIFY(text.mid(start).startsWith(clause.value(QStringLiteral("number")).toString()));
        }
    }

    void nothingNumberedIsNoFailure() {
        const CliRun run = clauses({data("no_numbers.txt"), QStringLiteral("--json")});
        QCOMPARE(run.exitCode, 0);
        QVERIFY(run.out.contains("\"clauses\": []"));
    }

    void wrongUseAndFailures_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("told");
        QTest::newRow("format to read") << QStringList{QStringLiteral("/nowhere/x.wps")} << 2
                                        << QByteArray(
                                               "cannot read .wps; available: .txt, .md, .html, .htm, .docx, "
                                               ".odt, .pdf");
        QTest::newRow("missing document")
            << QStringList{QStringLiteral("/nowhere/x.docx")} << 3 << QByteArray("no such file");
        QTest::newRow("format to write") << QStringList{data("notice.txt"), QStringLiteral("--out"),
                                                        QStringLiteral("x.docx")}
                                         << 2 << QByteArray("cannot write .docx; available: .json");
        QTest::newRow("missing file") << QStringList{QStringLiteral("/nowhere/x.txt")} << 3
                                      << QByteArray("no such file");
        QTest::newRow("unknown encoding")
            << QStringList{data("notice.txt"), QStringLiteral("--encoding"), QStringLiteral("nix")} << 2
            << QByteArray("nix");
        QTest::newRow("one text for two files")
            << QStringList{data("notice.txt"), data("gaps.txt"), QStringLiteral("--text"), QStringLiteral("t.txt")} << 2
            << QByteArray("--text");
        QTest::newRow("unknown option") << QStringList{data("notice.txt"), QStringLiteral("--ocr")} << 2
                                        << QByteArray("--ocr");
    }
    void wrongUseAndFailures() {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, told);
        const CliRun run = clauses(arguments);
        QCOMPARE(run.exitCode, exitCode);
        QVERIFY2(run.err.contains("error:") && run.err.contains(told), run.err.constData());
    }

    void inputsAndExistingFilesAreLeftAlone() {
        QVERIFY(support::writeBytes(file("own.txt"), "一、甲\n乙。\n"));
        QVERIFY(support::writeBytes(file("old.json"), "old"));
        QCOMPARE(clauses({file("own.txt"), QStringLiteral("--out"), file("old.json")}).exitCode, 4);
        QCOMPARE(bytesOf(file("old.json")), QByteArray("old"));
        const QStringList over{file("own.txt"), QStringLiteral("--text"), file("own.txt"), QStringLiteral("--force")};
        QCOMPARE(clauses(over).exitCode, 2);
        QCOMPARE(bytesOf(file("own.txt")), QByteArray("一、甲\n乙。\n"));
        QCOMPARE(
            clauses({file("own.txt"), QStringLiteral("--out"), file("old.json"), QStringLiteral("--force")}).exitCode,
            0);
        QVERIFY(bytesOf(file("old.json")).startsWith("{"));
    }

    void auditRefusesWhatIsNoPlan() {
        const CliRun run = support::runCli({QStringLiteral("audit"), data("notice.txt")});
        QCOMPARE(run.exitCode, 3);
        QVERIFY(run.err.contains("error:") && run.err.contains("notice.txt"));
    }
};

QTEST_GUILESS_MAIN(TestClauses)
#include "test_clauses.moc"
