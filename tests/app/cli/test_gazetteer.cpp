// SPDX-License-Identifier: Apache-2.0
// The command `gazetteer` as a user calls it: keys, offsets, user names, formats, exit codes.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/support/CliRun.h"

using support::CliRun;

class TestGazetteerCommand : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    QString file(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    void put(const char* name, const QByteArray& bytes) const {
        QFile out(file(name));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }
    static CliRun gazetteer(const QStringList& arguments) {
        return support::runCli(QStringList{QStringLiteral("gazetteer")} + arguments);
    }
    static QJsonObject objectOf(const CliRun& run) { return QJsonDocument::fromJson(run.out).object(); }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_folder.isValid());
        put("paper.txt", QStringLiteral("某某方案\n(一)空间格局。以万州、开州为支撑,沿长江布局。加强合作。\n"
                                        "(二)交通。扩建万州五桥机场,建设老新田港。\n")
                             .toUtf8());
    }

    void mentionsByClauseWithOffsets() {
        const CliRun run = gazetteer({file("paper.txt"), QStringLiteral("--json")});
        QCOMPARE(run.exitCode, 0);
        const QJsonObject json = objectOf(run);
        QFile in(file("paper.txt"));
        QVERIFY(in.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(in.readAll());
        const QJsonArray mentions = json.value(QStringLiteral("mentions")).toArray();
        QStringList seen;
        for (const QJsonValue& value : mentions) {
            const QJsonObject mention = value.toObject();
            const int start = mention.value(QStringLiteral("start")).toInt();
            const int end = mention.value(QStringLiteral("end")).toInt();
            QCOMPARE(text.mid(start, end - start), mention.value(QStringLiteral("text")).toString());
            seen << mention.value(QStringLiteral("number")).toString() +
                        mention.value(QStringLiteral("name")).toString() + u':' +
                        mention.value(QStringLiteral("class")).toString();
        }
        QCOMPARE(seen.join(u' '), QStringLiteral("(一)万州区:free (一)开州区:free (一)长江:free "
                                                 "(二)万州五桥机场:free (二)万州区:in_feature"));
        const QJsonObject document = json.value(QStringLiteral("document")).toObject();
        QCOMPARE(document.value(QStringLiteral("length")).toInt(), static_cast<int>(text.size()));
        QCOMPARE(document.value(QStringLiteral("title")).toString(), QStringLiteral("某某方案"));
        const QJsonObject first = json.value(QStringLiteral("places")).toArray().first().toObject();
        QCOMPARE(first.value(QStringLiteral("adcode")).toString(), QStringLiteral("500101"));
        QCOMPARE(first.value(QStringLiteral("count")).toInt(), 1);
        QCOMPARE(first.value(QStringLiteral("in_feature")).toInt(), 1);
    }

    void severalFilesGiveAnArray() {
        const CliRun run = gazetteer({file("paper.txt"), file("paper.txt"), QStringLiteral("--json")});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(QJsonDocument::fromJson(run.out).array().size(), 2);
    }

    void textForPeople() {
        const CliRun run = gazetteer({file("paper.txt")});
        QCOMPARE(run.exitCode, 0);
        const QString out = QString::fromUtf8(run.out);
        QVERIFY2(out.contains(QStringLiteral("(一) 空间格局: 万州区、开州区、长江\n")), qPrintable(out));
        QVERIFY(!out.contains(QStringLiteral("合作市")));
    }

    void usersNames() {
        put("names.json", QByteArrayLiteral(R"({"entries":[{"name":"新田港","kind":"port"}]})"));
        const CliRun run =
            gazetteer({file("paper.txt"), QStringLiteral("--names"), file("names.json"), QStringLiteral("--json")});
        QCOMPARE(run.exitCode, 0);
        QVERIFY(run.out.contains("user/新田港"));
        put("wrong.json", QByteArrayLiteral(R"({"entries":[{"name":"新田港","speling":[]}]})"));
        const CliRun wrong = gazetteer({file("paper.txt"), QStringLiteral("--names"), file("wrong.json")});
        QCOMPARE(wrong.exitCode, 3);
        QVERIFY2(wrong.err.contains("新田港") && wrong.err.contains("speling"), wrong.err.constData());
    }

    void filesAreWritten() {
        const CliRun run = gazetteer(
            {file("paper.txt"), QStringLiteral("--out"), file("out.json"), QStringLiteral("--out"), file("out.csv")});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.out, QByteArray());
        QFile csv(file("out.csv"));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QByteArray rows = csv.readAll();
        QCOMPARE(rows.count('\n'), 6);
        QVERIFY(rows.contains(",万州区,admin,500101,万州,"));
        QVERIFY(QFile::exists(file("out.json")));
        QCOMPARE(gazetteer({file("paper.txt"), QStringLiteral("--out"), file("out.csv")}).exitCode, 4);
        QCOMPARE(gazetteer({file("paper.txt"), QStringLiteral("--out"), file("out.docx")}).exitCode, 2);
        QCOMPARE(gazetteer({file("missing.txt")}).exitCode, 3);
    }
};

QTEST_GUILESS_MAIN(TestGazetteerCommand)
#include "test_gazetteer.moc"
