// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QFontInfo>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include "layers/render/MapRenderer.h"
#include "tests/support/CliRun.h"

/// Nine layout systems of the papers, made and printed by tests/tools/nine_sheets with nothing but tuce-cli, against
/// committed pictures. TUCE_UPDATE_GOLDEN=1 writes them anew; then look at them before you commit. Tolerance as in
/// test_golden_layouts: other releases of Qt and FreeType smooth edges and letters otherwise.
class TestNineSheets : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase();
    void sheetLooksAsBefore_data();
    void sheetLooksAsBefore();
    void anotherSheetWouldBeSeen();
    void registerNamesEveryElement();
    void unknownWholeIsNamed();
};

namespace {

constexpr double meanTolerance = 1.5;
constexpr double differingTolerance = 0.02;  ///< share of pixels that differ by more than 48 in a channel
constexpr int dpi = 40;

QString shared(const char* name) { return QStringLiteral(TUCE_SHARED_DIR "/") + QLatin1String(name); }

const QStringList& names() {
    static const QStringList all{QStringLiteral("1_one_axis_two_belts_three_clusters"),
                                 QStringLiteral("2_two_axes_two_belts"),
                                 QStringLiteral("3_one_corridor_four_belts"),
                                 QStringLiteral("4_chongqing_by_role"),
                                 QStringLiteral("5_main_axis"),
                                 QStringLiteral("6_neighbouring_platforms"),
                                 QStringLiteral("7_five_zones"),
                                 QStringLiteral("8_six_rivers"),
                                 QStringLiteral("9_rail_by_stage")};
    return all;
}

QImage golden(const QString& name) {
    return QImage(QStringLiteral(TUCE_SOURCE_DIR "/tests/golden/nine_%1.png").arg(name))
        .convertToFormat(QImage::Format_RGB32);
}

struct Difference {
    double mean = 0;
    double differing = 0;
    bool isSeen() const { return mean > meanTolerance || differing > differingTolerance; }
};

Difference differenceOf(const QImage& a, const QImage& b) {
    Difference difference;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb one = a.pixel(x, y);
            const QRgb other = b.pixel(x, y);
            const int channels[] = {std::abs(qRed(one) - qRed(other)), std::abs(qGreen(one) - qGreen(other)),
                                    std::abs(qBlue(one) - qBlue(other))};
            difference.mean += (channels[0] + channels[1] + channels[2]) / 3.0;
            if (*std::max_element(channels, channels + 3) > 48) difference.differing += 1;
        }
    const double pixels = static_cast<double>(a.width()) * a.height();
    return {difference.mean / pixels, difference.differing / pixels};
}

support::CliRun built(const QStringList& more) {
    return support::runCli(QStringList{QStringLiteral("layout"), QStringLiteral("build"), shared("domain/layouts.json"),
                                       QStringLiteral("--base"), shared("data/admin.gpkg"), QStringLiteral("--base"),
                                       shared("data/hydro.gpkg")} +
                           more);
}

}  // namespace

void TestNineSheets::initTestCase() {
    if (!QFile::exists(shared("data/admin.gpkg"))) QSKIP("the shared data is not here");
    if (QStandardPaths::findExecutable(QStringLiteral("python3")).isEmpty()) QSKIP("python3 is not here");
    if (!QFontInfo(layers::mapFont(false)).family().contains(QStringLiteral("Noto Sans CJK")))
        QSKIP("the pictures are made with Noto Sans CJK");
    QProcess script;
    script.start(QStringLiteral(TUCE_SOURCE_DIR "/tests/tools/nine_sheets"),
                 {QStringLiteral(TUCE_BINARY_DIR "/bin/tuce-cli"), QStringLiteral(TUCE_SHARED_DIR), m_folder.path(),
                  QString::number(dpi)});
    QVERIFY(script.waitForFinished(280'000));
    QVERIFY2(script.exitStatus() == QProcess::NormalExit && script.exitCode() == 0,
             script.readAllStandardError().constData());
}

void TestNineSheets::sheetLooksAsBefore_data() {
    QTest::addColumn<QString>("name");
    for (const QString& name : names()) QTest::newRow(qPrintable(name)) << name;
}

void TestNineSheets::sheetLooksAsBefore() {
    QFETCH(QString, name);
    const QImage drawn = QImage(m_folder.filePath(name + QStringLiteral(".png"))).convertToFormat(QImage::Format_RGB32);
    QVERIFY(!drawn.isNull());
    if (qEnvironmentVariableIsSet("TUCE_UPDATE_GOLDEN"))
        QVERIFY(drawn.save(QStringLiteral(TUCE_SOURCE_DIR "/tests/golden/nine_%1.png").arg(name)));
    QCOMPARE(golden(name).size(), drawn.size());
    const Difference difference = differenceOf(drawn, golden(name));
    if (difference.isSeen()) drawn.save(QDir::temp().filePath(QStringLiteral("tuce_nine_%1.png").arg(name)));
    QVERIFY2(!difference.isSeen(),
             qPrintable(QStringLiteral("mean %1, differing %2; the sheet is in the temporary files")
                            .arg(difference.mean)
                            .arg(difference.differing)));
}

/// The tolerance must be narrow enough: no sheet passes for another of its size.
void TestNineSheets::anotherSheetWouldBeSeen() {
    for (const QString& one : names())
        for (const QString& other : names())
            if (one < other && golden(one).size() == golden(other).size())
                QVERIFY2(differenceOf(golden(one), golden(other)).isSeen(), qPrintable(one + other));
}

void TestNineSheets::registerNamesEveryElement() {
    const QString csv = m_folder.filePath(QStringLiteral("register.csv"));
    const QString xlsx = m_folder.filePath(QStringLiteral("register.xlsx"));
    const auto run = built({QStringLiteral("--out"), csv, QStringLiteral("--out"), xlsx, QStringLiteral("--json"),
                            QStringLiteral("--quiet")});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(QFile::exists(xlsx));
    const QList<QByteArray> lines = support::bytesOf(csv).trimmed().split('\n');
    QCOMPARE(lines.size(), 511);
    QVERIFY(lines.front().startsWith("id,document,date,kind,name,status,wording,clause,"));
    QVERIFY(lines[1].startsWith("wdk.zone,"));
    for (const QJsonValue& value : QJsonDocument::fromJson(run.out).object()[QLatin1String("elements")].toArray()) {
        const QJsonObject element = value.toObject();
        const bool isBuilt = element[QLatin1String("built")].toBool();
        QVERIFY(isBuilt != element.contains(QLatin1String("reason")));
        if (element[QLatin1String("id")].toString() != QLatin1String("cn.zone")) continue;
        QCOMPARE(element[QLatin1String("printed_area_m2")].toDouble(), 4.66e10);
        QVERIFY(std::abs(element[QLatin1String("area_ratio")].toDouble() - 1) < 0.01);
    }
}

void TestNineSheets::unknownWholeIsNamed() {
    const auto run = built({QStringLiteral("--whole"), QStringLiteral("no.such"), QStringLiteral("--out"),
                            m_folder.filePath(QStringLiteral("x.gpkg"))});
    QVERIFY(run.exitCode == 2 || run.exitCode == 3);
    QVERIFY2(run.err.contains("no.such"), run.err.constData());
}

QTEST_MAIN(TestNineSheets)
#include "test_nine_sheets.moc"
