// SPDX-License-Identifier: Apache-2.0
// The command line's contract, tried from outside on shapes whose answers are known by hand.
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/support/CliRun.h"

using support::bytesOf;
using support::CliRun;
using support::runCli;
using support::writeBytes;

namespace {

/// A GeoJSON layer in EPSG:4545 with rectangles given in metres from E 538000, N 3408000.
struct Box {
    int id;
    const char* name;
    double minX, minY, maxX, maxY;
};

QByteArray boxes(const QList<Box>& list) {
    QByteArray features;
    for (const Box& box : list) {
        const auto vertex = [](double x, double y) {
            return QByteArray("[") + QByteArray::number(538000 + x, 'f', 3) + ',' +
                   QByteArray::number(3408000 + y, 'f', 3) + ']';
        };
        if (!features.isEmpty()) features += ',';
        features += R"({"type":"Feature","id":)" + QByteArray::number(box.id) + R"(,"properties":{"code":)" +
                    QByteArray::number(box.id) + R"(,"name":")" + box.name +
                    R"("},"geometry":{"type":"Polygon","coordinates":[[)" + vertex(box.minX, box.minY) + ',' +
                    vertex(box.maxX, box.minY) + ',' + vertex(box.maxX, box.maxY) + ',' + vertex(box.minX, box.maxY) +
                    ',' + vertex(box.minX, box.minY) + "]]}}";
    }
    return R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4545"}},"features":[)" +
           features + "]}";
}

}  // namespace

class TestContract : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString file(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    QStringList check(const QStringList& more) const {
        return QStringList{QStringLiteral("check"),        QStringLiteral("--plan"), file("plan.geojson"),
                           QStringLiteral("--control"),    file("zones.geojson"),    QStringLiteral("--area"),
                           QStringLiteral("planar"),       QStringLiteral("--id"),   QStringLiteral("code"),
                           QStringLiteral("--control-id"), QStringLiteral("code")} +
               more;
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_folder.isValid());
        QVERIFY(writeBytes(file("plan.geojson"), boxes({{10, "ten", 0, 0, 100, 100}, {9, "=nine", 200, 0, 300, 100}})));
        QVERIFY(writeBytes(file("zones.geojson"),
                           boxes({{1, "east half", 50, 0, 100, 100}, {2, "edge only", 100, 0, 150, 100}})));
    }

    void checkWritesTheRowsOfTheContract() {
        const CliRun run = runCli(check({QStringLiteral("--out"), file("pairs.csv")}));
        QVERIFY2(run.exitCode == 1, run.err.constData());
        QCOMPARE(bytesOf(file("pairs.csv")),
                 QByteArray("plan_layer,plan_id,plan_name,control_layer,control_id,control_name,control_type,area_m2,"
                            "length_m,crossings,share_of_plan_pct,share_of_control_pct,distance_m,class,note\n"
                            "plan,10,ten,zones,1,east half,other,5000,,,50,100,,overlap,\n"));
        const QByteArray summary = bytesOf(file("pairs.summary.csv"));
        QVERIFY2(summary.startsWith("plan_layer,plan_id,plan_name,plan_area_m2,plan_length_m,control_layer,"
                                    "control_type,sum_area_m2,net_area_m2,net_share_pct,sum_length_m,net_length_m,"
                                    "crossings,balance_error_m2,status,note\n"),
                 summary.constData());
        QVERIFY2(summary.contains("\nplan,10,ten,10000,,zones,other,5000,5000,50,,,,,ok,"), summary.constData());
    }

    void theBalanceIsFilledOnDemand() {
        const CliRun run = runCli(check({QStringLiteral("--balance"), QStringLiteral("--out"), file("balance.csv")}));
        QVERIFY2(run.exitCode == 1, run.err.constData());
        const QByteArray summary = bytesOf(file("balance.summary.csv"));
        QVERIFY2(summary.contains("\nplan,10,ten,10000,,zones,other,5000,5000,50,,,,0,ok,"), summary.constData());
    }

    // Pieces are one thing, the second route another: neither brings the other along.
    void keptPiecesBringNoBalance() {
        const QStringList kept =
            check({QStringLiteral("--geometry"), QStringLiteral("--out"), file("kept.csv"), QStringLiteral("--out"),
                   file("kept.gpkg"), QStringLiteral("--out"), file("kept.json")});
        QCOMPARE(runCli(kept).exitCode, 1);
        QVERIFY(bytesOf(file("kept.summary.csv")).contains("\nplan,10,ten,10000,,zones,other,5000,5000,50,,,,,ok,"));
        QVERIFY(bytesOf(file("kept.json")).contains("POLYGON"));
        QCOMPARE(runCli(kept + QStringList{QStringLiteral("--balance"), QStringLiteral("--force")}).exitCode, 1);
        QVERIFY(bytesOf(file("kept.summary.csv")).contains("\nplan,10,ten,10000,,zones,other,5000,5000,50,,,,0,ok,"));
    }

    void aCacheThatCannotBeWrittenIsAWarning() {
        const QString cache = file("cache");
        const QStringList made = check(
            {QStringLiteral("--cache"), cache, QStringLiteral("--force"), QStringLiteral("--out"), file("cached.csv")});
        QVERIFY(writeBytes(cache, "a file where the folder would be"));
        const CliRun run = runCli(made);
        QVERIFY2(run.exitCode == 1, run.err.constData());
        QVERIFY2(run.err.startsWith("warning:") && run.err.contains("the cache was not written"), run.err.constData());
        QCOMPARE(bytesOf(file("cached.csv")), bytesOf(file("pairs.csv")));
        QCOMPARE(bytesOf(cache), QByteArray("a file where the folder would be"));
    }

    void textNeverStartsAFormula() {
        const QByteArray summary = bytesOf(file("pairs.summary.csv"));
        QVERIFY2(!summary.contains(",=nine"), summary.constData());
        QVERIFY2(summary.contains("=nine"), summary.constData());
    }

    void anExistingOutputNeedsForce() {
        const QByteArray before = bytesOf(file("pairs.csv"));
        QCOMPARE(runCli(check({QStringLiteral("--out"), file("pairs.csv")})).exitCode, 4);
        QCOMPARE(bytesOf(file("pairs.csv")), before);
        QCOMPARE(runCli(check({QStringLiteral("--out"), file("pairs.csv"), QStringLiteral("--force")})).exitCode, 1);
    }

    void anInputIsNeverOverwritten() {
        const QByteArray before = bytesOf(file("zones.geojson"));
        const CliRun run =
            runCli({QStringLiteral("overlay"), QStringLiteral("--op"), QStringLiteral("union"), file("plan.geojson"),
                    file("zones.geojson"), QStringLiteral("--out"), file("zones.geojson"), QStringLiteral("--force")});
        QVERIFY2(run.exitCode == 2 || run.exitCode == 4, run.err.constData());
        QCOMPARE(bytesOf(file("zones.geojson")), before);
    }

    void exitZeroTurnsFindingsIntoDone() { QCOMPARE(runCli(check({QStringLiteral("--exit-zero")})).exitCode, 0); }

    void rulesDecideWhatCounts_data() {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("row");
        QTest::newRow("inform counts nothing")
            << QByteArray(R"({"layers":{"zones":{"type":"basic_farmland","direction":"inform","name_field":"name"}}})")
            << 0 << QByteArray("plan,10,ten,zones,1,east half,basic_farmland,5000,,,50,100,,overlap,\n");
        QTest::newRow("require_inside reports what is outside")
            << QByteArray(R"({"layers":{"zones":{"type":"dev_boundary","direction":"require_inside"}}})") << 1
            << QByteArray("plan,10,ten,zones,,,dev_boundary,5000,,,50,,,outside,");
        QTest::newRow("a feature wholly outside")
            << QByteArray(R"({"layers":{"zones":{"type":"dev_boundary","direction":"require_inside"}}})") << 1
            << QByteArray(",zones,,,dev_boundary,10000,,,100,,,outside,");
    }
    void rulesDecideWhatCounts() {
        QFETCH(QByteArray, rules);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, row);
        QVERIFY(writeBytes(file("rules.json"), rules));
        const CliRun run = runCli(check({QStringLiteral("--rules"), file("rules.json"), QStringLiteral("--out"),
                                         file("ruled.csv"), QStringLiteral("--force")}));
        QVERIFY2(run.exitCode == exitCode, run.err.constData());
        const QByteArray csv = bytesOf(file("ruled.csv"));
        QVERIFY2(csv.contains(row), csv.constData());
    }

    void nearReportsADistance() {
        const CliRun run =
            runCli(check({QStringLiteral("--near"), QStringLiteral("60"), QStringLiteral("--out"), file("near.csv")}));
        QVERIFY2(run.exitCode == 1, run.err.constData());
        const QByteArray csv = bytesOf(file("near.csv"));
        // ids sort by value: 9 before 10
        QVERIFY2(csv.contains(",9,") && csv.indexOf(",9,") < csv.indexOf(",10,"), csv.constData());
        QVERIFY2(csv.contains("zones,2,edge only,other,0,,,,,50,near,"), csv.constData());
    }

    void csvDoesNotDependOnThreadsOrOrder() {
        QVERIFY(
            writeBytes(file("turned.geojson"), boxes({{9, "=nine", 200, 0, 300, 100}, {10, "ten", 0, 0, 100, 100}})));
        QDir(m_folder.path()).mkpath(QStringLiteral("other"));
        QVERIFY(QFile::copy(file("turned.geojson"), file("other/plan.geojson")));
        QStringList arguments = check({QStringLiteral("--threads"), QStringLiteral("1"), QStringLiteral("--near"),
                                       QStringLiteral("60"), QStringLiteral("--out"), file("turned.csv")});
        arguments[2] = file("other/plan.geojson");
        QCOMPARE(runCli(arguments).exitCode, 1);
        QCOMPARE(bytesOf(file("turned.csv")), bytesOf(file("near.csv")));
    }

    void jsonIsOneDocument_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("info") << QStringList{QStringLiteral("info"), file("plan.geojson")};
        QTest::newRow("area") << QStringList{QStringLiteral("area"), file("plan.geojson")};
        QTest::newRow("check") << check({});
    }
    void jsonIsOneDocument() {
        QFETCH(QStringList, arguments);
        const CliRun run = runCli(arguments + QStringList{QStringLiteral("--json")});
        QJsonParseError error;
        QJsonDocument::fromJson(run.out, &error);
        QVERIFY2(error.error == QJsonParseError::NoError, run.out.constData());
    }

    void infoCountsFeatures() {
        const CliRun run = runCli({QStringLiteral("info"), file("plan.geojson")});
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.out.contains("features: 2\n"), run.out.constData());
    }

    void areaPrintsPlainNumbers() {
        // 100 m squares in a zone with scale 1 on the meridian, 38 km beside it: the plane is 1.8e-5 too big
        const CliRun run = runCli({QStringLiteral("area"), file("plan.geojson")});
        QCOMPARE(run.exitCode, 0);
        const qsizetype at = run.out.indexOf("area: ");
        QVERIFY2(at >= 0, run.out.constData());
        const double area = run.out.mid(at + 6, run.out.indexOf('\n', at) - at - 6).trimmed().toDouble();
        QVERIFY2(area > 19998 && area < 20000, run.out.constData());
        QVERIFY2(run.out.contains("length: 0\n"), run.out.constData());
    }

    void wrongUseIsTwo_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("unknown command") << QStringList{QStringLiteral("fly")};
        QTest::newRow("unknown command before a known word")
            << QStringList{QStringLiteral("fly"), QStringLiteral("check"), QStringLiteral("--help")};
        QTest::newRow("unknown option") << QStringList{QStringLiteral("info"), QStringLiteral("--magic")};
        QTest::newRow("format not written") << check({QStringLiteral("--out"), file("x.docx")});
        QTest::newRow("planar on degrees") << QStringList{
            QStringLiteral("check"), QStringLiteral("--plan"), file("degrees.geojson"), QStringLiteral("--control"),
            file("zones.geojson"),   QStringLiteral("--area"), QStringLiteral("planar")};
    }
    void wrongUseIsTwo() {
        QFETCH(QStringList, arguments);
        QVERIFY(writeBytes(file("degrees.geojson"),
                           R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":)"
                           R"({"type":"Polygon","coordinates":[[[108,30],[108.1,30],[108.1,30.1],[108,30]]]}}]})"));
        const CliRun run = runCli(arguments);
        QVERIFY2(run.exitCode == 2, run.err.constData());
        QVERIFY2(run.err.startsWith("error: ") && run.err.trimmed().count('\n') == 0, run.err.constData());
    }

    void formatsNotWrittenNameThoseThatAre() {
        const CliRun run = runCli(check({QStringLiteral("--out"), file("x.docx")}));
        QVERIFY2(run.err.contains("cannot write .docx; available: ") && run.err.contains(".csv"), run.err.constData());
        QVERIFY(!QFile::exists(file("x.docx")));
    }

    void inputsThatCannotBeReadAreThree_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("missing") << QByteArray("missing.gpkg") << QByteArray();
        QTest::newRow("not a database") << QByteArray("noise.gpkg") << QByteArray(4096, 'x');
        QTest::newRow("NaN") << QByteArray("nan.geojson")
                             << QByteArray(
                                    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},)"
                                    R"("geometry":{"type":"Point","coordinates":[NaN,30]}}]})");
        QTest::newRow("a virtual dataset in disguise")
            << QByteArray("vrt.shp") << QByteArray("<OGRVRTDataSource><OGRVRTLayer name=\"a\"/></OGRVRTDataSource>");
        QTest::newRow("a path of a virtual file system")
            << QByteArray("/vsicurl/http://127.0.0.1/x.gpkg") << QByteArray();
    }
    void inputsThatCannotBeReadAreThree() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, bytes);
        const QString path = name.startsWith('/') ? QString::fromUtf8(name) : file(name.constData());
        if (!bytes.isEmpty()) QVERIFY(writeBytes(path, bytes));
        const CliRun run = runCli({QStringLiteral("info"), path});
        QVERIFY2(run.exitCode == 3, run.err.constData());
        QVERIFY2(run.err.startsWith("error: ") && run.err.trimmed().count('\n') == 0, run.err.constData());
        QVERIFY2(run.err.contains(name), run.err.constData());
    }

    void validateCountsAndNames() {
        QByteArray bow = boxes({{1, "bow", 0, 0, 100, 100}});
        bow.replace("[538100.000,3408000.000],[538100.000,3408100.000]",
                    "[538100.000,3408100.000],[538100.000,3408000.000]");
        QVERIFY(writeBytes(file("bow.geojson"), bow));
        QCOMPARE(runCli({QStringLiteral("info"), file("bow.geojson")}).exitCode, 0);
        const CliRun run = runCli({QStringLiteral("info"), file("bow.geojson"), QStringLiteral("--validate")});
        QVERIFY2(run.exitCode == 1, run.err.constData());
        QVERIFY2(run.out.contains("538050"), run.out.constData());  // where the ring crosses itself
    }

    void clausesAreAFlatList() {
        QVERIFY(writeBytes(file("notice.txt"),
                           "关于某事的通知\n一、总体要求\n(一)指导思想。坚持统筹。\n(二)"
                           "基本原则。分工协作。\n二、主要任务\n(三)建设平台。共建园区。\n"));
        const CliRun run =
            runCli({QStringLiteral("clauses"), file("notice.txt"), QStringLiteral("--out"), file("notice.json")});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QJsonObject document = QJsonDocument::fromJson(bytesOf(file("notice.json"))).object();
        QStringList numbers;
        for (const QJsonValue& clause : document[QStringLiteral("clauses")].toArray()) {
            const QJsonObject object = clause.toObject();
            for (const char* key : {"id", "level", "number", "path", "sequence", "heading", "text", "start",
                                    "heading_start", "body_start", "end", "occurrence", "warnings"})
                QVERIFY2(object.contains(QLatin1String(key)), key);
            numbers << object[QStringLiteral("number")].toString() + u' ' +
                           object[QStringLiteral("heading")].toString();
        }
        QCOMPARE(numbers.join(u'|'),
                 QStringLiteral("一 总体要求|(一) 指导思想|(二) 基本原则|二 主要任务|(三) 建设平台"));
    }

    void aDemoThatMayNotReplaceLeavesNothingNew() {
        const QString folder = file("demo");
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(writeBytes(folder + QStringLiteral("/report.html"), "mine"));
        const CliRun run = runCli({QStringLiteral("demo"), QStringLiteral("--out"), folder});
        QVERIFY2(run.exitCode == 4, run.err.constData());
        QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{QStringLiteral("report.html")});
        QCOMPARE(bytesOf(folder + QStringLiteral("/report.html")), QByteArray("mine"));
    }

    void languageIsChosen() {
        const CliRun chinese =
            runCli({QStringLiteral("info"), file("none.gpkg"), QStringLiteral("--lang"), QStringLiteral("zh_CN")});
        const CliRun english =
            runCli({QStringLiteral("info"), file("none.gpkg"), QStringLiteral("--lang"), QStringLiteral("en")});
        QVERIFY2(chinese.err.startsWith("error: ") && chinese.err != english.err, chinese.err.constData());
        QVERIFY2(english.err.contains("no such file"), english.err.constData());
    }
};

QTEST_GUILESS_MAIN(TestContract)
#include "test_contract.moc"
