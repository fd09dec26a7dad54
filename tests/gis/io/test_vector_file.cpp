// SPDX-License-Identifier: Apache-2.0
// Reading and writing of ordinary files: round trips, counts of real data, what is told about losses.
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

#include "gis/engine/Overlay.h"
#include "gis/io/VectorFile.h"
#include "tests/support/GisFixtures.h"

using support::putBytes;
using support::square;
using support::squares;

namespace {

QString kindsOf(const gis::Warnings& warnings) {
    QStringList kinds;
    for (const auto& warning : warnings) kinds << QString::fromStdString(warning.kind);
    return kinds.join(u' ');
}

gis::Geometry shape(const char* wkt) { return gis::fromWkt(wkt).value(); }

}  // namespace

class TestVectorFile : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    std::string at(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)).toStdString(); }
    QString put(const char* name, const QByteArray& bytes) const {
        const QString path = m_folder.filePath(QString::fromUtf8(name));
        return putBytes(path, bytes) ? path : QString();
    }

private Q_SLOTS:
    void roundTrip_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("keepsIds");
        QTest::addColumn<bool>("keepsCoordinates");
        QTest::newRow("GeoPackage") << QStringLiteral("squares.gpkg") << true << true;
        QTest::newRow("Shapefile") << QStringLiteral("squares.shp") << false << true;
        QTest::newRow("FlatGeobuf") << QStringLiteral("squares.fgb") << false << true;
        QTest::newRow("GeoJSON") << QStringLiteral("squares.geojson") << true << false;
        QTest::newRow("ending in capitals") << QStringLiteral("SQUARES.GPKG") << true << true;
    }
    void roundTrip() {
        QFETCH(QString, name);
        QFETCH(bool, keepsIds);
        QFETCH(bool, keepsCoordinates);
        const auto table = squares(7);
        const std::string path = at(name.toLatin1().data());
        const auto written = gis::writeLayers(path, {{"squares", table, gis::GeometryType::Empty}}, gis::Overwrite::No);
        QVERIFY2(written, written ? "" : gis::describe(written.error()).c_str());
        const auto read = gis::readLayer({path, {}});
        QVERIFY2(read, read ? "" : gis::describe(read.error()).c_str());
        QCOMPARE(read->table.size(), table.size());
        QVERIFY2(read->warnings.empty(), kindsOf(read->warnings).toLatin1().data());
        QCOMPARE(read->info.encoding, std::string("UTF-8"));
        std::map<std::int64_t, const gis::Feature*> byCode;
        for (const auto& f : read->table) byCode[std::get<std::int64_t>(f.attribute(0))] = &f;
        for (const auto& feature : table) {
            const gis::Feature* found = byCode.at(std::get<std::int64_t>(feature.attribute(0)));
            if (keepsIds) QCOMPARE(gis::number(found->id()), gis::number(feature.id()));
            for (int i = 0; i < 3; ++i) QVERIFY(found->attribute(i) == feature.attribute(i));
            // FlatGeobuf knows no date without time
            QCOMPARE(gis::toText(found->attribute(3)).substr(0, 10), gis::toText(feature.attribute(3)));
            if (keepsCoordinates) {
                QVERIFY(read->info.crs == table.crs());
                QCOMPARE(gis::planeArea(found->geometry()), 10000.0);
                QCOMPARE(found->geometry().extent(), feature.geometry().extent());
            } else {
                QCOMPARE(read->info.crs.epsg(), 4326);
                QVERIFY(found->geometry().extent().minX > 108.3 && found->geometry().extent().maxX < 108.5);
                QVERIFY(found->geometry().extent().minY > 30 && found->geometry().extent().maxY < 31);
            }
        }
    }

    void geoPackageHoldsSeveralLayers() {
        const auto points = gis::FeatureTable({}, gis::CoordinateReferenceSystem::cgcs2000(),
                                              {gis::Feature(gis::FeatureId{5}, shape("POINT(106.5 29.5)"), {})});
        QVERIFY(gis::writeLayers(at("two.gpkg"), {{"面", squares(2), {}}, {"点", points, {}}}, gis::Overwrite::No));
        const auto all = gis::readLayers({at("two.gpkg"), {}});
        QCOMPARE(all->size(), std::size_t(2));
        QCOMPARE((*all)[1].info.name, std::string("点"));
        QCOMPARE((*all)[1].info.crs.epsg(), 4490);
        QCOMPARE((*all)[1].table.at(0).geometry(), shape("POINT(106.5 29.5)"));  // x is the longitude
        QCOMPARE(gis::readLayer({at("two.gpkg"), "点"})->table.size(), std::size_t(1));
        const auto several = gis::readLayer({at("two.gpkg"), {}});
        QCOMPARE(several.error().code, gis::ErrorCode::InvalidArgument);
        QVERIFY(gis::describe(several.error()).find("面, 点") != std::string::npos);
        const auto none = gis::readLayer({at("two.gpkg"), "线"});
        QCOMPARE(none.error().code, gis::ErrorCode::NotFound);
        QVERIFY(gis::describe(none.error()).find("面, 点") != std::string::npos);
        QCOMPARE(gis::writeLayers(at("two.shp"), {{"a", squares(1), {}}, {"b", squares(1), {}}}, gis::Overwrite::No)
                     .error()
                     .code,
                 gis::ErrorCode::InvalidArgument);
    }

    void listTellsWhatIsInside() {
        QVERIFY(gis::writeLayers(at("list.gpkg"), {{"squares", squares(4), {}}}, gis::Overwrite::No));
        const auto layers = gis::listLayers(at("list.gpkg"));
        QCOMPARE(layers->size(), std::size_t(1));
        const auto& info = layers->front();
        QCOMPARE(info.featureCount, std::int64_t(4));
        QCOMPARE(info.geometryTypeName, std::string("Polygon"));
        QCOMPARE(info.crs.epsg(), 4545);
        QCOMPARE(info.extent, (gis::Extent{538000, 3408000, 538700, 3408100}));
        QCOMPARE(info.schema.size(), std::size_t(4));
        QCOMPARE(info.driver, std::string("GPKG"));
    }

    void countsOfSharedData_data() {
        QTest::addColumn<QString>("source");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("epsg");
        const auto row = [](const char* source, int count, int epsg) {
            QTest::newRow(source) << QString::fromLatin1(source) << count << epsg;
        };
        row("admin.gpkg|county", 221, 4490);
        row("admin.gpkg|province", 2, 4490);
        row("admin_echarts.gpkg|county", 38, 4326);
        row("hydro.gpkg|river_wdb", 148, 4326);
        row("places.gpkg|geonames", 1015, 4326);
        row("transport.gpkg|rail_station_osm_2025", 2662, 4326);
        row("overlay_us.gpkg|park_area", 61, 4326);
        row("overlay_us.gpkg|county", 133, 4326);
    }
    void countsOfSharedData() {
        if (!QFile::exists(QStringLiteral(TUCE_SHARED_DIR "/data/admin.gpkg"))) QSKIP("shared data is not here");
        QFETCH(QString, source);
        const auto read = gis::readLayer(gis::SourceName::parse(TUCE_SHARED_DIR "/data/" + source.toStdString()));
        QVERIFY2(read, read ? "" : gis::describe(read.error()).c_str());
        QTEST(static_cast<int>(read->table.size()), "count");
        QTEST(read->info.crs.epsg(), "epsg");
        QVERIFY(read->warnings.empty());
    }

    void heightsAndCollectionsAreTold() {
        const QString path =
            put("mixed.geojson",
                "{\"type\":\"FeatureCollection\",\"features\":["
                "{\"type\":\"Feature\",\"id\":3,\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":["
                "106,29,250]}},"
                "{\"type\":\"Feature\",\"id\":4,\"properties\":{},\"geometry\":{\"type\":\"GeometryCollection\","
                "\"geometries\":["
                "{\"type\":\"Point\",\"coordinates\":[1,1]},{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,1]]},"
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}]}},"
                "{\"type\":\"Feature\",\"id\":5,\"properties\":{},\"geometry\":null}]}");
        const auto read = gis::readLayer({path.toStdString(), {}});
        QVERIFY2(read, read ? "" : gis::describe(read.error()).c_str());
        QCOMPARE(kindsOf(read->warnings), QStringLiteral("collection_cut heights_dropped no_geometry"));
        QCOMPARE(read->warnings.front().subject.feature, std::string("4"));
        QCOMPARE(read->table.find(gis::FeatureId{3})->geometry(), shape("POINT(106 29)"));
        QCOMPARE(read->table.find(gis::FeatureId{4})->geometry(), shape("POLYGON((0 0,1 0,1 1,0 0))"));
        QVERIFY(read->table.find(gis::FeatureId{5})->geometry().isEmpty());
    }

    void repeatedIdsLoseNothing() {
        const QString path = put("twins.geojson",
                                 "{\"type\":\"FeatureCollection\",\"features\":["
                                 "{\"type\":\"Feature\",\"id\":7,\"properties\":{\"n\":1},\"geometry\":{\"type\":"
                                 "\"Point\",\"coordinates\":[1,1]}},"
                                 "{\"type\":\"Feature\",\"id\":7,\"properties\":{\"n\":2},\"geometry\":{\"type\":"
                                 "\"Point\",\"coordinates\":[2,2]}},"
                                 "{\"type\":\"Feature\",\"id\":9,\"properties\":{\"n\":3},\"geometry\":{\"type\":"
                                 "\"Point\",\"coordinates\":[3,3]}}]}");
        const auto read = gis::readLayer({path.toStdString(), {}});
        QVERIFY(read);
        QCOMPARE(read->table.size(), std::size_t(3));
    }

    void csvWithCoordinates() {
        const auto points = gis::readLayer(
            {put("p.csv", "name,lon,lat\n万州,108.4,30.8\n\"开州, 区\",108.4,31.2\n").toStdString(), {}});
        QVERIFY2(points, points ? "" : gis::describe(points.error()).c_str());
        QCOMPARE(points->table.size(), std::size_t(2));
        QCOMPARE(points->table.at(0).geometry(), shape("POINT(108.4 30.8)"));
        QVERIFY(points->table.at(1).attribute(0) == gis::Value(std::string("开州, 区")));
        QVERIFY(!points->info.crs.isKnown());
        const auto areas =
            gis::readLayer({put("w.csv", "id;WKT\n1;\"POLYGON((0 0,1 0,1 1,0 0))\"\n").toStdString(), {}});
        QVERIFY2(areas, areas ? "" : gis::describe(areas.error()).c_str());
        QCOMPARE(areas->table.at(0).geometry().dimension(), 2);
    }

    void kmlAndDxf() {
        const auto kml = gis::readLayer(
            {put("a.kml",
                 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                 "<kml "
                 "xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Folder><name>f</name><Placemark><name>万州</name>"
                 "<Point><coordinates>108.4,30.8,0</coordinates></Point></Placemark></Folder></Document></kml>")
                 .toStdString(),
             {}});
        QVERIFY2(kml, kml ? "" : gis::describe(kml.error()).c_str());
        QCOMPARE(kml->info.crs.epsg(), 4326);
        QCOMPARE(kml->table.at(0).geometry(), shape("POINT(108.4 30.8)"));
        const auto dxf = gis::readLayer(
            {put("a.dxf", "0\nSECTION\n2\nENTITIES\n0\nLINE\n8\nroad\n10\n0\n20\n0\n11\n5\n21\n7\n0\nENDSEC\n0\nEOF\n")
                 .toStdString(),
             {}});
        QVERIFY2(dxf, dxf ? "" : gis::describe(dxf.error()).c_str());
        QCOMPARE(dxf->table.at(0).geometry(), shape("LINESTRING(0 0,5 7)"));
    }

    void layerWithoutCrs() {
        const gis::FeatureTable bare({}, {}, {gis::Feature(gis::FeatureId{1}, square(0, 0, 1), {})});
        for (const char* name : {"bare.gpkg", "bare.shp", "bare.fgb"}) {
            QVERIFY(gis::writeLayers(at(name), {{"bare", bare, {}}}, gis::Overwrite::No));
            QVERIFY2(!gis::readLayer({at(name), {}})->info.crs.isKnown(), name);
            gis::ReadOptions options;
            options.crs = gis::CoordinateReferenceSystem::cgcs2000();
            QCOMPARE(gis::readLayer({at(name), {}}, options)->info.crs.epsg(), 4490);
        }
        QCOMPARE(gis::writeLayers(at("bare.geojson"), {{"bare", bare, {}}}, gis::Overwrite::No).error().code,
                 gis::ErrorCode::CrsMissing);
    }
    void crsOfTheFileWins() {
        QVERIFY(gis::writeLayers(at("own.gpkg"), {{"own", squares(1), {}}}, gis::Overwrite::No));
        gis::ReadOptions options;
        options.crs = gis::CoordinateReferenceSystem::cgcs2000();
        QCOMPARE(gis::readLayer({at("own.gpkg"), {}}, options)->info.crs.epsg(), 4545);
    }
    void unreadablePrjIsAWarning() {
        QVERIFY(gis::writeLayers(at("odd.shp"), {{"odd", squares(1), {}}}, gis::Overwrite::No));
        QVERIFY(!put("odd.prj", "PROJCS[\"nonsense\"").isEmpty());
        const auto read = gis::readLayer({at("odd.shp"), {}});
        QVERIFY2(read, read ? "" : gis::describe(read.error()).c_str());
        QVERIFY(!read->info.crs.isKnown());
    }

    void limitsAreKept() {
        QVERIFY(gis::writeLayers(at("many.gpkg"), {{"many", squares(9), {}}}, gis::Overwrite::No));
        gis::ReadOptions options;
        options.featureLimit = 8;
        const auto features = gis::readLayer({at("many.gpkg"), {}}, options);
        QCOMPARE(features.error().code, gis::ErrorCode::OutOfResources);
        QVERIFY(gis::describe(features.error()).find("--max-features") != std::string::npos);
        options.featureLimit = 9;
        QVERIFY(gis::readLayer({at("many.gpkg"), {}}, options));
        options.vertexLimit = 44;
        QCOMPARE(gis::readLayer({at("many.gpkg"), {}}, options).error().code, gis::ErrorCode::OutOfResources);
    }
    void cancelStopsReadingAndWriting() {
        const auto table = squares(2000);
        QVERIFY(gis::writeLayers(at("long.gpkg"), {{"long", table, {}}}, gis::Overwrite::No));
        gis::JobControl control;
        double last = 0;
        control.progress = [&](double fraction) {
            last = fraction;
            if (fraction > 0.3) control.cancel.cancel();
        };
        QCOMPARE(gis::readLayer({at("long.gpkg"), {}}, {}, control).error().code, gis::ErrorCode::Canceled);
        QVERIFY(last > 0.3 && last < 0.6);
        const QStringList before = support::folderState(m_folder.path());
        QCOMPARE(gis::writeLayers(at("other.gpkg"), {{"long", table, {}}}, gis::Overwrite::No, control).error().code,
                 gis::ErrorCode::Canceled);
        QCOMPARE(support::folderState(m_folder.path()), before);
    }

    void sourceNames() {
        QCOMPARE(gis::SourceName::parse("a.gpkg|层").path, std::string("a.gpkg"));
        QCOMPARE(gis::SourceName::parse("a.gpkg|层").layer, std::string("层"));
        QCOMPARE(gis::SourceName::parse("a.gpkg").layer, std::string());
        QVERIFY(!put("with|bar.csv", "x,y\n1,2\n").isEmpty());
        QCOMPARE(gis::SourceName::parse(at("with|bar.csv")).path, at("with|bar.csv"));
        QCOMPARE(gis::SourceName::parse(at("with|bar.csv") + "|a|b").layer, std::string("a|b"));
    }
    void sameFileByAnyWay() {
        QVERIFY(!put("one.csv", "x,y\n1,2\n").isEmpty());
        QVERIFY(
            QFile::link(m_folder.filePath(QStringLiteral("one.csv")), m_folder.filePath(QStringLiteral("link.csv"))));
        QVERIFY(gis::sameFile(at("one.csv"), at("link.csv")));
        QVERIFY(gis::sameFile(at("one.csv"), at("./one.csv")));
        QVERIFY(gis::sameFile(at("new.csv"), at("../") + m_folder.path().section(u'/', -1).toStdString() + "/new.csv"));
        QVERIFY(!gis::sameFile(at("one.csv"), at("two.csv")));
    }
    void libraryTellsItsVersion() { QVERIFY(gis::vectorLibraryVersion().rfind("GDAL 3.", 0) == 0); }
};

QTEST_GUILESS_MAIN(TestVectorFile)
#include "test_vector_file.moc"
