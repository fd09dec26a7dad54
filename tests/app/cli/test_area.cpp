// SPDX-License-Identifier: Apache-2.0
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

#include "gis/io/VectorFile.h"
#include "tests/support/CliRun.h"

using gis::Coordinate;
using gis::CoordinateReferenceSystem;
using gis::Feature;
using gis::FeatureId;
using gis::Geometry;
using support::CliRun;

namespace {

std::vector<Coordinate> quad(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

Feature feature(int id, Geometry geometry) { return Feature(FeatureId{id}, std::move(geometry), {}); }

CoordinateReferenceSystem coded(int epsg) {
    return CoordinateReferenceSystem::fromCode(std::to_string(epsg)).value_or(CoordinateReferenceSystem());
}

/// The number behind "area: " or "length: " of the n-th layer.
double numberAfter(const QByteArray& out, const char* word, int layer = 0) {
    qsizetype at = -1;
    for (int i = 0; i <= layer; ++i) at = out.indexOf(QByteArray("\n") + word, at + 1);
    if (at < 0) return NAN;
    const qsizetype begin = at + 1 + static_cast<qsizetype>(qstrlen(word));
    return out.mid(begin, out.indexOf('\n', begin) - begin).trimmed().toDouble();
}

}  // namespace

class TestArea : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString file(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    QString write(const char* name, const std::vector<gis::OutputLayer>& layers) const {
        const auto written = gis::writeLayers(file(name).toStdString(), layers, gis::Overwrite::Yes);
        if (!written) qWarning("%s", gis::describe(written.error()).c_str());
        return file(name);
    }
    QString write(const char* name, int epsg, std::vector<Feature> features) const {
        return write(name, {{"shapes", gis::FeatureTable(gis::Schema(), coded(epsg), std::move(features)), {}}});
    }
    CliRun area(const QStringList& arguments) const {
        return support::runCli(QStringList{QStringLiteral("area")} + arguments);
    }

private Q_SLOTS:
    void publishedValues() {
        // T4 of the national formula: a quad with a hole
        const QString path = write("t4.gpkg", 4490,
                                   {feature(1, Geometry::polygon({quad(108.40, 30.80, 108.41, 30.81),
                                                                  quad(108.402, 30.802, 108.408, 30.808)}))});
        const CliRun run = area({path});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.out.count('\n'), 4);
        QVERIFY(run.out.startsWith(path.toUtf8() + "|shapes (EPSG:4490)\nfeatures: 1\n"));
        QVERIFY2(std::abs(numberAfter(run.out, "area: ") - 679018.9623) < 1e-4, run.out.constData());
        QCOMPARE(numberAfter(run.out, "length: "), 0.0);
        QVERIFY(run.err.isEmpty());
    }

    void eachLayerAndEachSource() {
        const auto table = [](int epsg, std::vector<Feature> features) {
            return gis::FeatureTable(gis::Schema(), coded(epsg), std::move(features));
        };
        const QString two = write(
            "two.gpkg", {{"lines", table(4545, {feature(1, Geometry::lineString({{5e5, 3e6}, {5e5, 3.001e6}}))}), {}},
                         {"points", table(4490, {feature(1, Geometry::point({108, 30}))}), {}}});
        const QString one = write("one.geojson", 4326, {feature(1, Geometry::polygon({quad(108, 30, 109, 31)}))});
        const CliRun run = area({two, one});
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(std::abs(numberAfter(run.out, "length: ", 0) - 1000) < 1e-6, run.out.constData());
        QCOMPARE(numberAfter(run.out, "area: ", 1), 0.0);
        QVERIFY(std::abs(numberAfter(run.out, "area: ", 2) - 10642393438.711) < 1e-2);
        QCOMPARE(run.err.count("taken as equal"), 1);
        const CliRun named = area({two + QStringLiteral("|points")});
        QCOMPARE(named.out.count("features: "), 1);
    }

    void json() {
        const QString path = write("zone.gpkg", 4524,
                                   {feature(1, Geometry::polygon({quad(36.5e6, 3e6, 36.501e6, 3.001e6)})),
                                    feature(2, Geometry::polygon({quad(36.6e6, 3e6, 36.601e6, 3.001e6)}))});
        const CliRun run = area({path, QStringLiteral("--json")});
        QCOMPARE(run.exitCode, 0);
        const QJsonObject document = QJsonDocument::fromJson(run.out).object();
        const QJsonObject layer = document[QStringLiteral("layers")].toArray().at(0).toObject();
        QCOMPARE(layer[QStringLiteral("source")].toString(), path);
        QCOMPARE(layer[QStringLiteral("layer")].toString(), QStringLiteral("shapes"));
        QCOMPARE(layer[QStringLiteral("features")].toInt(), 2);
        QCOMPARE(layer[QStringLiteral("crs")].toString(), QStringLiteral("EPSG:4524"));
        QVERIFY(std::abs(layer[QStringLiteral("area_m2")].toDouble() - 2e6) < 300);  // the plane is larger
        QVERIFY(std::abs(layer[QStringLiteral("perimeter_m")].toDouble() - 8e3) < 2);
        QCOMPARE(layer[QStringLiteral("length_m")].toDouble(), 0.0);
        QVERIFY(document[QStringLiteral("warnings")].isArray());
    }

    void threadsDoNotMatter() {
        std::vector<Feature> features;
        for (int i = 1; i <= 500; ++i)
            features.push_back(feature(i, Geometry::polygon({quad(5e5 + i * 317.7, 3e6, 5e5 + i * 318.9, 3e6 + i)})));
        const QString path = write("many.gpkg", 4545, features);
        const QByteArray alone = area({path, QStringLiteral("--threads"), QStringLiteral("1")}).out;
        QVERIFY(alone.contains("features: 500"));
        QCOMPARE(area({path, QStringLiteral("--threads"), QStringLiteral("7")}).out, alone);
    }

    void invalidShapesAreNamed() {
        const QString path =
            write("bow.gpkg", 4490,
                  {feature(1, Geometry::polygon({quad(108, 30, 108.1, 30.1)})),
                   feature(7, Geometry::polygon({{{108, 30}, {108.2, 30.1}, {108.2, 30}, {108, 30.1}, {108, 30}}}))});
        const CliRun run = area({path});
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.err.contains("bow.gpkg|shapes, feature 7: "), run.err.constData());
        QVERIFY(run.err.contains("repaired copy"));
        QVERIFY(area({path, QStringLiteral("--quiet")}).err.isEmpty());
    }

    void positionOutsideIsNotMeasured() {
        const QString path = write("north.gpkg", 4490,
                                   {feature(1, Geometry::polygon({quad(108, 30, 109, 31)})),
                                    feature(2, Geometry::polygon({quad(108, 89, 109, 95)}))});
        const CliRun run = area({path});
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.err.contains("feature 2"), run.err.constData());
        QVERIFY(std::abs(numberAfter(run.out, "area: ") - 10642393438.711) < 1e-2);
    }

    void missingCrsNamesGuessAndOption() {
        const QString path =
            write("bare.shp", 4524, {feature(0, Geometry::polygon({quad(36.5e6, 3e6, 36.501e6, 3.001e6)}))});
        QVERIFY(QFile::remove(file("bare.prj")));
        const CliRun refused = area({path});
        QCOMPARE(refused.exitCode, 3);
        QVERIFY2(refused.err.startsWith("error: " + path.toUtf8() + "|bare: "), refused.err.constData());
        QVERIFY(refused.err.contains("--crs EPSG:4524"));
        const CliRun told = area({path, QStringLiteral("--crs"), QStringLiteral("4524")});
        QCOMPARE(told.exitCode, 0);
        QVERIFY(std::abs(numberAfter(told.out, "area: ") - 1e6) < 1);
    }

    void oldDatumIsRefusedUntilAccepted() {
        const QString path =
            write("xian.gpkg", 2381, {feature(1, Geometry::polygon({quad(5e5, 3e6, 5.01e5, 3.001e6)}))});
        const CliRun refused = area({path});
        QCOMPARE(refused.exitCode, 3);
        QVERIFY2(refused.err.startsWith("error: ") && refused.err.contains("--accept-ballpark"),
                 refused.err.constData());
        QVERIFY(refused.out.isEmpty());
        const CliRun accepted = area({path, QStringLiteral("--accept-ballpark")});
        QCOMPARE(accepted.exitCode, 0);
        QVERIFY(accepted.err.contains("100 m"));
        QVERIFY(std::abs(numberAfter(accepted.out, "area: ") - 1e6) < 10);
    }

    void wrongUse_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no source") << QStringList{};
        QTest::newRow("no such code") << QStringList{QStringLiteral("x.gpkg"), QStringLiteral("--crs"),
                                                     QStringLiteral("nix")};
    }
    void wrongUse() {
        QFETCH(QStringList, arguments);
        const CliRun run = area(arguments);
        QCOMPARE(run.exitCode, 2);
        QVERIFY(run.err.startsWith("error: "));
    }
};

QTEST_GUILESS_MAIN(TestArea)
#include "test_area.moc"
