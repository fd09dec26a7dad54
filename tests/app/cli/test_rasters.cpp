// SPDX-License-Identifier: Apache-2.0
// Raster basemaps through the command line: added, shown, drawn on maps and sheets.
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/support/CliRun.h"
#include "tests/support/TiffFile.h"

using support::bytesOf;
using support::CliRun;
using support::writeBytes;

namespace {

const QByteArray county =
    R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4545"}},"features":[
{"type":"Feature","id":1,"properties":{"name":"a"},"geometry":{"type":"Polygon","coordinates":[[[502000,3396000],
[508000,3396000],[508000,3399000],[502000,3399000],[502000,3396000]]]}}]})";

/// A word of the command line.
struct Word {
    Word(const char* plain) : text(QString::fromUtf8(plain)) {}
    Word(const QString& made) : text(made) {}
    QString text;
};

CliRun called(std::initializer_list<Word> words) {
    QStringList arguments;
    for (const Word& word : words) arguments << word.text;
    return support::runCli(arguments);
}

QJsonObject layerOf(const CliRun& run, int index) {
    return QJsonDocument::fromJson(run.out).object()[QStringLiteral("layers")].toArray()[index].toObject();
}

}  // namespace

class TestRasters : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString m_project;
    QString file(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

private Q_SLOTS:
    void initTestCase() {
        support::TiffPlace place{500'000, 3'400'000, 50, 50, 4545, false};
        const auto blue = support::colourPage(200, 100, [](int, int) { return 0x2050C0U; });
        QVERIFY(support::writeTiff(file("base.tif"), {blue}, {place, {}, 16}));
        place.epsg = 0;
        QVERIFY(support::writeTiff(file("unsaid.tif"), {blue}, {place, {}, 16}));
        QVERIFY(writeBytes(file("broken.tif"), "II*\0 nothing behind it"));
        QVERIFY(writeBytes(file("county.geojson"), county));
        m_project = file("plan.gpkg");
        QCOMPARE(called({"project", "new", m_project, "--title", "t", "--crs", "EPSG:4545"}).exitCode, 0);
        QCOMPARE(called({"project", "add", m_project, file("county.geojson"), "--role", "boundary"}).exitCode, 0);
    }

    void info() {
        const CliRun run = called({"info", file("base.tif"), "--json"});
        QCOMPARE(run.exitCode, 0);
        const QJsonObject layer = layerOf(run, 0);
        QCOMPARE(layer[QStringLiteral("geometry_type")].toString(), QStringLiteral("Raster"));
        QCOMPARE(layer[QStringLiteral("crs")].toString(), QStringLiteral("EPSG:4545"));
        QCOMPARE(layer[QStringLiteral("raster")].toObject()[QStringLiteral("width")].toInt(), 200);
        const CliRun text = called({"info", file("base.tif")});
        QVERIFY(text.out.contains("features: 0"));
        QCOMPARE(called({"info", file("broken.tif")}).exitCode, 3);
    }

    void addedAsBasemap() {
        const QByteArray before = bytesOf(file("base.tif"));
        const CliRun run = called({"project", "add", m_project, file("base.tif"), "--role", "basemap"});
        QVERIFY2(run.exitCode == 0, run.err);
        const QJsonObject layer = layerOf(called({"project", "info", m_project, "--json"}), 0);  // the lowest
        QCOMPARE(layer[QStringLiteral("name")].toString(), QStringLiteral("base"));
        QCOMPARE(layer[QStringLiteral("linked")].toString(), file("base.tif"));
        QCOMPARE(layer[QStringLiteral("raster")].toObject()[QStringLiteral("height")].toInt(), 100);
        QCOMPARE(bytesOf(file("base.tif")), before);
        QCOMPARE(called({"project", "verify", m_project}).exitCode, 0);
    }

    void refusals() {
        QCOMPARE(called({"project", "add", m_project, file("base.tif"), "--role", "control"}).exitCode, 2);
        QCOMPARE(called({"project", "add", m_project, file("base.tif"), "--name-field", "x"}).exitCode, 2);
        const CliRun unsaid = called({"project", "add", m_project, file("unsaid.tif")});
        QCOMPARE(unsaid.exitCode, 3);
        QVERIFY2(unsaid.err.contains("--crs"), unsaid.err);
        QCOMPARE(called({"project", "add", m_project, file("broken.tif")}).exitCode, 3);
        QCOMPARE(called({"project", "add", m_project, "/vsicurl/http://127.0.0.1/a.tif"}).exitCode, 3);
        QCOMPARE(
            called({"project", "add", m_project, file("unsaid.tif"), "--crs", "EPSG:4545", "--name", "said"}).exitCode,
            0);
    }

    void drawn() {
        const QString png = file("map.png");
        const CliRun run = called({"render", m_project, "--extent", "500000,3395000,510000,3400000", "--size",
                                   "400x200", "--no-labels", "--out", png});
        QVERIFY2(run.exitCode == 0, run.err);
        const QImage image(png);
        QCOMPARE(image.pixel(20, 20), qRgb(0x20, 0x50, 0xC0));
        const CliRun plain = called({"render", file("base.tif"), "--size", "100x50", "--out", file("plain.png")});
        QVERIFY2(plain.exitCode == 0, plain.err);
        QCOMPARE(QImage(file("plain.png")).pixel(50, 25), qRgb(0x20, 0x50, 0xC0));
    }

    void onSheets() {
        CliRun run = called({"sheet", "new", m_project, "--name", "s", "--title", "t"});
        QVERIFY2(run.exitCode == 0, run.err);
        for (const char* name : {"s.pdf", "s.svg", "s.png"}) {
            run = called({"sheet", "export", m_project, "--sheet", "s", "--out", file(name)});
            QVERIFY2(run.exitCode == 0, run.err);
        }
        QVERIFY(bytesOf(file("s.svg")).contains("<image "));
        QVERIFY(bytesOf(file("s.pdf")).contains("/Subtype /Image"));
        const QImage sheet(file("s.png"));
        qint64 blue = 0;
        for (int y = 0; y < sheet.height(); y += 4)
            for (int x = 0; x < sheet.width(); x += 4) blue += sheet.pixel(x, y) == qRgb(0x20, 0x50, 0xC0) ? 1 : 0;
        QVERIFY2(blue > 1000, qPrintable(QString::number(blue)));
    }

    void aFileThatIsGone() {
        QVERIFY(QFile::rename(file("base.tif"), file("away.tif")));
        const CliRun run = called({"render", m_project, "--size", "200x100", "--out", file("gone.png")});
        QVERIFY(QFile::rename(file("away.tif"), file("base.tif")));
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.err.contains("base"), run.err);
        QVERIFY(!QImage(file("gone.png")).isNull());
    }
};

QTEST_GUILESS_MAIN(TestRasters)
#include "test_rasters.moc"
