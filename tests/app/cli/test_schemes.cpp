// SPDX-License-Identifier: Apache-2.0
// Schemes on the command line: kept in a project, listed, written out equal; mistakes named.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/support/CliRun.h"

using support::CliRun;
using support::runCli;

class TestSchemeCommands : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    QString file(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    static QString sample(const char* name) {
        return QStringLiteral(TUCE_SOURCE_DIR "/resources/sample/") + QLatin1String(name);
    }
    CliRun build(const QByteArray& scheme) const {
        if (!support::writeBytes(file("scheme.json"), scheme)) qFatal("cannot write");
        return runCli({QStringLiteral("layout"), QStringLiteral("build"), file("scheme.json"), QStringLiteral("--base"),
                       sample("boundaries.gpkg"), QStringLiteral("--out"), file("built.gpkg"),
                       QStringLiteral("--force"), QStringLiteral("--json")});
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_folder.isValid());
        QCOMPARE(runCli({QStringLiteral("project"), QStringLiteral("new"), file("plan.gpkg")}).exitCode, 0);
    }

    void aSchemeGoesInAndComesOutEqual() {
        const QString path = sample("schemes/wandakai.json");
        const QStringList add{
            QStringLiteral("project"), QStringLiteral("add"), file("plan.gpkg"), QStringLiteral("--scheme"), path,
            QStringLiteral("--json")};
        const CliRun added = runCli(add);
        QCOMPARE(added.exitCode, 0);
        const QString name =
            QJsonDocument::fromJson(added.out).object().value(QStringLiteral("schemes")).toArray().first().toString();
        QCOMPARE(runCli(add).exitCode, 0);  // again: it takes its own place
        const CliRun info =
            runCli({QStringLiteral("project"), QStringLiteral("info"), file("plan.gpkg"), QStringLiteral("--json")});
        const QJsonArray kept = QJsonDocument::fromJson(info.out).object().value(QStringLiteral("schemes")).toArray();
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.first().toObject().value(QStringLiteral("name")).toString(), name);
        QCOMPARE(kept.first().toObject().value(QStringLiteral("elements")).toInt(), 9);
        const QStringList out{
            QStringLiteral("project"), QStringLiteral("export"), file("plan.gpkg"), QStringLiteral("--scheme"), name,
            QStringLiteral("--out"),   file("out.json")};
        QCOMPARE(runCli(out).exitCode, 0);
        QCOMPARE(runCli(out).exitCode, 4);  // it is there already
        QCOMPARE(runCli(out + QStringList{QStringLiteral("--force")}).exitCode, 0);
        const auto elementsOf = [](const QString& from) {
            return QJsonDocument::fromJson(support::bytesOf(from)).object().value(QStringLiteral("elements")).toArray();
        };
        QCOMPARE(elementsOf(file("out.json")), elementsOf(path));
        // Without a name: all that the project has of its own.
        QCOMPARE(runCli({QStringLiteral("project"), QStringLiteral("export"), file("plan.gpkg"),
                         QStringLiteral("--out"), file("own.json")})
                     .exitCode,
                 0);
        QCOMPARE(elementsOf(file("own.json")), elementsOf(path));
    }

    void whatIsNotThereIsNamed() {
        const CliRun unknown =
            runCli({QStringLiteral("project"), QStringLiteral("export"), file("plan.gpkg"), QStringLiteral("--scheme"),
                    QStringLiteral("no such"), QStringLiteral("--out"), file("x.json")});
        QCOMPARE(unknown.exitCode, 3);
        QVERIFY(unknown.err.contains("no such"));
        QVERIFY(!QFile::exists(file("x.json")));
        const CliRun ending = runCli({QStringLiteral("project"), QStringLiteral("export"), file("plan.gpkg"),
                                      QStringLiteral("--out"), file("x.txt")});
        QCOMPARE(ending.exitCode, 2);
    }

    void mistakesOfASchemeAreTold_data() {
        QTest::addColumn<QByteArray>("scheme");
        QTest::addColumn<QByteArrayList>("told");
        QTest::newRow("unknown kind") << QByteArray(R"({"elements":[{"id":"x.1","kind":"banana","name":"n"}]})")
                                      << QByteArrayList{"banana", "x.1", "kinds.json"};
        QTest::newRow("unknown version") << QByteArray(R"({"schema":"tuce-scheme/9","elements":[]})")
                                         << QByteArrayList{"tuce-scheme/9", "tuce-scheme/1"};
        QTest::newRow("empty list") << QByteArray(R"({"elements":[]})") << QByteArrayList{"no element"};
    }
    void mistakesOfASchemeAreTold() {
        QFETCH(QByteArray, scheme);
        QFETCH(QByteArrayList, told);
        const CliRun run = build(scheme);
        QCOMPARE(run.exitCode, 3);
        QCOMPARE(run.err.count("error:"), 1);
        for (const QByteArray& words : told) QVERIFY2(run.err.contains(words), run.err.constData());
        QVERIFY(!QFile::exists(file("built.gpkg")));
    }

    void anEmptyBaseGivesTheReasonsAndNoCrash() {
        QVERIFY(support::writeBytes(file("empty.geojson"), R"({"type":"FeatureCollection","features":[]})"));
        const auto run = [this](const char* out) {
            return runCli({QStringLiteral("layout"), QStringLiteral("build"), sample("schemes/chuannan.json"),
                           QStringLiteral("--base"), file("empty.geojson"), QStringLiteral("--base-crs"),
                           QStringLiteral("EPSG:4490"), QStringLiteral("--no-shipped"), QStringLiteral("--out"),
                           file(out)});
        };
        const CliRun features = run("none.gpkg");
        QCOMPARE(features.exitCode, 3);
        QVERIFY2(features.err.contains("warning:") && features.err.contains("cn.zone"), features.err.constData());
        QVERIFY(!QFile::exists(file("none.gpkg")));
        QCOMPARE(run("reasons.csv").exitCode, 0);
        QCOMPARE(support::bytesOf(file("reasons.csv")).count('\n'), 6);  // a head and five elements
    }

    void whatTakesNoPartIsInTheAnswer() {
        const CliRun run = build(R"({"elements":[{"id":"x.1","kind":"zone","name":"n",
            "members":[{"name":"达州市","adcode":"500101"}]}]})");
        QCOMPARE(run.exitCode, 0);
        const QJsonObject json = QJsonDocument::fromJson(run.out).object();
        const QJsonObject warning = json.value(QStringLiteral("warnings")).toArray().first().toObject();
        QCOMPARE(warning.value(QStringLiteral("kind")).toString(), QStringLiteral("member_code_mismatch"));
        QCOMPARE(warning.value(QStringLiteral("element")).toString(), QStringLiteral("x.1"));
        const QJsonObject element = json.value(QStringLiteral("elements")).toArray().first().toObject();
        QVERIFY(element.value(QStringLiteral("idle_carriers")).isArray());
        QVERIFY(element.value(QStringLiteral("idle_members")).isArray());
    }
};

QTEST_GUILESS_MAIN(TestSchemeCommands)
#include "test_schemes.moc"
