// SPDX-License-Identifier: Apache-2.0
// Files and paths that must not be trusted, damaged files, and that nothing is written beside what is read.
#include <QTemporaryDir>
#include <QtTest>

#include "gis/io/PackedVectorFile.h"
#include "gis/io/SqliteDatabase.h"
#include "gis/io/VectorFile.h"
#include "tests/support/GisFixtures.h"

using support::fileBytes;
using support::folderState;
using support::putBytes;
using support::squares;

namespace {

/// A GeoPackage at `path` after SQL of its author was run on it.
bool makeGeoPackage(const QString& path, const char* sql) {
    const std::string name = path.toStdString();
    if (!gis::writeLayers(name, {{"plots", squares(300), {}}}, gis::Overwrite::Yes)) return false;
    auto database = gis::SqliteDatabase::open(name, gis::SqliteMode::ReadWrite);
    return database && database->execute(sql).has_value();
}

}  // namespace

class TestHostileFiles : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString at(const QString& name) const { return m_folder.filePath(name); }
    gis::Result<std::vector<gis::VectorLayer>> read(const QString& path) const {
        return gis::readLayers({path.toStdString(), {}});
    }

private Q_SLOTS:
    void pathsThatAreNoFiles_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("code");
        const auto row = [](const char* path, gis::ErrorCode code) {
            QTest::newRow(path) << QString::fromLatin1(path) << static_cast<int>(code);
        };
        for (const char* path :
             {"/vsicurl/http://127.0.0.1/a.gpkg", "/vsizip/a.zip/a.shp", "/VSIMEM/a.gpkg", "/vsistdin/",
              "http://127.0.0.1/a.geojson", "WFS:http://127.0.0.1", "PG:dbname=x", "MYSQL:x", "GPKG:a.gpkg:t",
              "CSV:/etc/passwd", "GeoJSON:{}", "//vsicurl/http://127.0.0.1/a.gpkg", "<OGRVRTDataSource/>",
              "{\"type\":\"Point\"}", "/", "/dev/zero", "/etc/passwd"})
            row(path, gis::ErrorCode::Refused);
        row("", gis::ErrorCode::NotFound);
        row("/nowhere/at all.gpkg", gis::ErrorCode::NotFound);
    }
    void pathsThatAreNoFiles() {
        QFETCH(QString, path);
        const auto answer = read(path);
        QVERIFY(!answer);
        QTEST(static_cast<int>(answer.error().code), "code");
        QCOMPARE(answer.error().subject.path, path.toStdString());
    }
    void aFolderIsRefused() {
        QDir(m_folder.path()).mkpath(QStringLiteral("folder.shp"));
        QCOMPARE(read(at(QStringLiteral("folder.shp"))).error().code, gis::ErrorCode::Refused);
        QDir(m_folder.path()).mkpath(QStringLiteral("empty.gdb"));
        QCOMPARE(read(at(QStringLiteral("empty.gdb"))).error().code, gis::ErrorCode::Unreadable);
        QVERIFY(QFile::link(QStringLiteral("/etc/passwd"), at(QStringLiteral("empty.gdb/a00000001.gdbtable"))));
        QCOMPARE(read(at(QStringLiteral("empty.gdb"))).error().code, gis::ErrorCode::Refused);
    }

    void virtualDatasetInDisguise_data() {
        QTest::addColumn<QString>("name");
        for (const char* name :
             {"v.gpkg", "v.shp", "v.geojson", "v.json", "v.fgb", "v.csv", "v.dxf", "v.kml", "v.vrt", "v.xml", "v"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void virtualDatasetInDisguise() {
        QFETCH(QString, name);
        QVERIFY(putBytes(at(QStringLiteral("secret.csv")), "x,y\n1,2\n"));
        QVERIFY(putBytes(at(name),
                         "<OGRVRTDataSource><OGRVRTLayer name=\"secret\"><SrcDataSource relativeToVRT=\"1\">secret.csv"
                         "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"));
        const auto answer = read(at(name));
        QVERIFY(!answer);
        QVERIFY(answer.error().code == gis::ErrorCode::Refused || answer.error().code == gis::ErrorCode::Unreadable);
    }

    void wrongContent_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QStringLiteral("e.gpkg") << QByteArray();
        QTest::newRow("noise as GeoPackage") << QStringLiteral("n.gpkg") << QByteArray(5000, 'x');
        QTest::newRow("SQLite's first words only") << QStringLiteral("s.gpkg") << QByteArray("SQLite format 3\0", 16);
        QTest::newRow("words, then noise")
            << QStringLiteral("t.gpkg") << QByteArray("SQLite format 3\0", 16) + QByteArray(5000, '\x10');
        QTest::newRow("noise as Shapefile") << QStringLiteral("n.shp") << QByteArray(5000, 'x');
        QTest::newRow("noise as FlatGeobuf") << QStringLiteral("n.fgb")
                                             << QByteArray(
                                                    "fgb\x03"
                                                    "fgb\x01") +
                                                    QByteArray(5000, '\xff');
        QTest::newRow("noise as KML") << QStringLiteral("n.kml")
                                      << QByteArray("<kml><Document>") + QByteArray(100, '<');
        QTest::newRow("zip as GeoJSON") << QStringLiteral("z.geojson") << QByteArray("PK\x03\x04");
        QTest::newRow("JSON that is no GeoJSON") << QStringLiteral("j.json") << QByteArray("{\"a\":1}");
        QTest::newRow("list of lists without end")
            << QStringLiteral("l.json")
            << QByteArray("{\"type\":\"FeatureCollection\",\"features\":") + QByteArray(100000, '[');
    }
    void wrongContent() {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QVERIFY(putBytes(at(name), bytes));
        const auto answer = read(at(name));
        QVERIFY(!answer);
        const bool told =
            answer.error().code == gis::ErrorCode::Unreadable || answer.error().code == gis::ErrorCode::InvalidData;
        QVERIFY2(told, gis::describe(answer.error()).c_str());
        QCOMPARE(answer.error().subject.path, at(name).toStdString());
    }

    void hostileGeoPackage_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("layer is a view") << QByteArray(
            "ALTER TABLE plots RENAME TO hidden; CREATE VIEW plots AS SELECT * FROM hidden;");
        QTest::newRow("layer is a view, in other letters") << QByteArray(
            "CREATE VIEW Spy AS SELECT fid, geom FROM plots; INSERT INTO "
            "gpkg_contents(table_name,data_type,identifier,srs_id) "
            "VALUES('SPY','features','spy',4545);");
        QTest::newRow("contents are a view")
            << QByteArray("ALTER TABLE gpkg_contents RENAME TO c; CREATE VIEW gpkg_contents AS SELECT * FROM c;");
        QTest::newRow("ogr contents are a view") << QByteArray(
            "DROP TABLE gpkg_ogr_contents; CREATE VIEW gpkg_ogr_contents AS SELECT 'plots' AS table_name, 1 AS "
            "feature_count;");
        QTest::newRow("virtual table") << QByteArray(
            "CREATE VIRTUAL TABLE words USING fts4(a); CREATE VIRTUAL TABLE \"x USING rtree(\" USING fts4aux(words);");
        QTest::newRow("computed column") << QByteArray(
            "ALTER TABLE plots ADD COLUMN spy TEXT GENERATED ALWAYS AS (upper(name)) VIRTUAL;");
    }
    void hostileGeoPackage() {
        QFETCH(QByteArray, sql);
        const QString path = at(QStringLiteral("hostile.gpkg"));
        QVERIFY(makeGeoPackage(path, sql.constData()));
        const auto answer = read(path);
        QVERIFY(!answer);
        QVERIFY2(answer.error().code == gis::ErrorCode::Refused, gis::describe(answer.error()).c_str());
    }
    void harmlessExtrasAreFine() {
        const QString path = at(QStringLiteral("extras.gpkg"));
        QVERIFY(makeGeoPackage(path,
                               "CREATE VIRTUAL TABLE words USING fts5(a); CREATE VIEW mine AS SELECT name FROM plots;"
                               "CREATE TRIGGER t AFTER UPDATE ON plots BEGIN DELETE FROM plots; END;"));
        const auto answer = read(path);
        QVERIFY2(answer, answer ? "" : gis::describe(answer.error()).c_str());
        QCOMPARE(answer->size(), std::size_t(1));
        QCOMPARE(answer->front().table.size(), std::size_t(300));
    }

    void cutOff_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("percent");
        for (const char* name : {"c.gpkg", "c.shp", "c.fgb", "c.geojson"})
            for (const int percent : {99, 75, 50, 10})
                QTest::addRow("%s at %d %%", name, percent) << QString::fromLatin1(name) << percent;
    }
    void cutOff() {
        QFETCH(QString, name);
        QFETCH(int, percent);
        const QString path = at(name);
        QVERIFY(gis::writeLayers(path.toStdString(), {{"plots", squares(300), {}}}, gis::Overwrite::Yes));
        QByteArray bytes = fileBytes(path);
        bytes.truncate(bytes.size() * percent / 100);
        QVERIFY(putBytes(path, bytes));
        const auto answer = read(path);
        QVERIFY2(!answer, "partial data was taken for the whole");
        const bool told =
            answer.error().code == gis::ErrorCode::Unreadable || answer.error().code == gis::ErrorCode::InvalidData;
        QVERIFY2(told, gis::describe(answer.error()).c_str());
    }
    void damagedInside() {
        const QString path = at(QStringLiteral("damaged.gpkg"));
        QVERIFY(gis::writeLayers(path.toStdString(), {{"plots", squares(3000), {}}}, gis::Overwrite::Yes));
        QByteArray bytes = fileBytes(path);
        // not the first pages, where the schema is
        for (qsizetype i = bytes.size() / 2; i < bytes.size() / 2 + 60000; ++i) bytes[i] = '\x7f';
        QVERIFY(putBytes(path, bytes));
        const auto answer = read(path);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, gis::ErrorCode::Unreadable);
    }
    void shapefileWithoutItsIndex() {
        const QString path = at(QStringLiteral("part.shp"));
        QVERIFY(gis::writeLayers(path.toStdString(), {{"part", squares(3), {}}}, gis::Overwrite::No));
        QVERIFY(QFile::remove(at(QStringLiteral("part.shx"))));
        const QStringList before = folderState(m_folder.path());
        const auto answer = read(path);
        QVERIFY(!answer);
        QVERIFY(gis::describe(answer.error()).find(".shx") != std::string::npos);
        QCOMPARE(folderState(m_folder.path()), before);
    }

    void notFiniteInGeoJson_data() {
        QTest::addColumn<QByteArray>("number");
        for (const char* number : {"NaN", "Infinity", "-Infinity", "1e999"})
            QTest::newRow(number) << QByteArray(number);
    }
    void notFiniteInGeoJson() {
        QFETCH(QByteArray, number);
        QVERIFY(putBytes(
            at(QStringLiteral("nan.geojson")),
            R"({"type":"FeatureCollection","features":[)"
            R"({"type":"Feature","id":1,"properties":{},"geometry":{"type":"Point","coordinates":[106,29]}},)"
            R"({"type":"Feature","id":42,"properties":{},"geometry":{"type":"LineString","coordinates":[[106,29],[106,)" +
                number + "]]}}]}"));
        const auto answer = read(at(QStringLiteral("nan.geojson")));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, gis::ErrorCode::InvalidData);
        QCOMPARE(answer.error().subject.layer, std::string("nan"));
        QCOMPARE(answer.error().subject.feature, std::string("42"));
    }
    void notFiniteElsewhereIsKeptAndNamed() {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const gis::FeatureTable table(
            {}, {}, {gis::Feature(gis::FeatureId{6}, gis::Geometry::lineString({{0, 0}, {nan, 1}}), {})});
        const QString path = at(QStringLiteral("nan.gpkg"));
        QVERIFY(gis::writeLayers(path.toStdString(), {{"lines", table, {}}}, gis::Overwrite::No));
        const auto answer = read(path);
        QVERIFY2(answer, answer ? "" : gis::describe(answer.error()).c_str());
        QCOMPARE(answer->front().warnings.front().kind, std::string("not_finite"));
        QCOMPARE(answer->front().warnings.front().subject.feature, std::string("6"));
    }

    void crsByLinkIsNotFetched() {
        QVERIFY(putBytes(
            at(QStringLiteral("link.geojson")),
            R"({"type":"FeatureCollection","crs":{"type":"link","properties":{"href":"http://127.0.0.1:9/x","type":"proj4"}},)"
            R"("features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}]})"));
        const auto answer = read(at(QStringLiteral("link.geojson")));
        QVERIFY(!answer);
        QVERIFY2(gis::describe(answer.error()).find("127.0.0.1") == std::string::npos ||
                     gis::describe(answer.error()).find("connect") == std::string::npos,
                 gis::describe(answer.error()).c_str());
    }
    void entitiesDoNotMultiply() {
        QByteArray bomb = "<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY a \"aaaaaaaaaa\">";
        for (char c = 'b'; c <= 'k'; ++c) {
            const QByteArray before(1, static_cast<char>(c - 1));
            bomb += "<!ENTITY " + QByteArray(1, c) + " \"" + QByteArray("&" + before + ";").repeated(10) + "\">";
        }
        bomb +=
            "]><kml><Document><Placemark><name>&k;</name><Point><coordinates>1,2</coordinates></Point></Placemark></"
            "Document></kml>";
        QVERIFY(putBytes(at(QStringLiteral("bomb.kml")), bomb));
        QElapsedTimer timer;
        timer.start();
        const auto answer = read(at(QStringLiteral("bomb.kml")));
        QVERIFY(timer.elapsed() < 5000);
        QVERIFY(!answer || answer->front().table.isEmpty() ||
                gis::toText(answer->front().table.at(0).attribute(0)).size() < 100000);
    }

    void drawingsThatGrow_data() {
        QTest::addColumn<QByteArray>("blocks");
        QTest::addColumn<QByteArray>("entities");
        QTest::addColumn<int>("features");  // -1: refused
        const auto block = [](const QByteArray& name, const QByteArray& content) {
            return "0\nBLOCK\n2\n" + name + "\n10\n0\n20\n0\n" + content + "0\nENDBLK\n";
        };
        const QByteArray line = "0\nLINE\n8\n0\n10\n0\n20\n0\n11\n5\n21\n7\n";
        const auto insert = [](const QByteArray& name) { return "0\nINSERT\n2\n" + name + "\n10\n1\n20\n1\n"; };
        QByteArray nested = block("B0", line);
        for (int i = 1; i < 12; ++i)
            nested += block("B" + QByteArray::number(i), insert("B" + QByteArray::number(i - 1)).repeated(10));
        const QByteArray one = block("B", line);
        QTest::newRow("an honest block") << one << insert("B").repeated(3) << 3;
        QTest::newRow("an honest array") << one << QByteArray(insert("B") + "70\n3\n71\n4\n44\n5\n45\n5\n") << 12;
        QTest::newRow("an array without end")
            << one << QByteArray(insert("B") + "70\n30000\n71\n30000\n44\n5\n45\n5\n") << -1;
        QTest::newRow("blocks in blocks") << nested << insert("B11") << -1;
        QTest::newRow("other letters") << one << QByteArray(insert("b") + "70\n30000\n71\n30000\n") << -1;
        QTest::newRow("a block in itself") << block("B", insert("B").repeated(10)) << insert("B") << -1;
    }
    void drawingsThatGrow() {
        QFETCH(QByteArray, blocks);
        QFETCH(QByteArray, entities);
        QFETCH(int, features);
        QVERIFY(putBytes(at(QStringLiteral("grow.dxf")), "0\nSECTION\n2\nHEADER\n0\nENDSEC\n0\nSECTION\n2\nBLOCKS\n" +
                                                             blocks + "0\nENDSEC\n0\nSECTION\n2\nENTITIES\n" +
                                                             entities + "0\nENDSEC\n0\nEOF\n"));
        const auto answer = read(at(QStringLiteral("grow.dxf")));
        QCOMPARE(answer.has_value(), features >= 0);
        if (!answer) QCOMPARE(answer.error().code, gis::ErrorCode::Refused);
        if (answer && features == 3) QCOMPARE(answer->front().table.size(), std::size_t(3));
    }

    void nothingIsWrittenBeside_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("GeoPackage") << QStringLiteral("w.gpkg") << QByteArray("SELECT 1");
        QTest::newRow("GeoPackage with a write-ahead log")
            << QStringLiteral("w.gpkg") << QByteArray("PRAGMA journal_mode=WAL");
        QTest::newRow("Shapefile") << QStringLiteral("w.shp") << QByteArray();
        QTest::newRow("FlatGeobuf") << QStringLiteral("w.fgb") << QByteArray();
        QTest::newRow("GeoJSON") << QStringLiteral("w.geojson") << QByteArray();
    }
    void nothingIsWrittenBeside() {
        QFETCH(QString, name);
        QFETCH(QByteArray, sql);
        QTemporaryDir folder;
        const QString path = folder.filePath(name);
        if (sql.isEmpty())
            QVERIFY(gis::writeLayers(path.toStdString(), {{"plots", squares(30), {}}}, gis::Overwrite::No));
        else
            QVERIFY(makeGeoPackage(path, sql.constData()));
        const QStringList before = folderState(folder.path());
        QCOMPARE(read(path)->front().table.size(), std::size_t(sql.isEmpty() ? 30 : 300));
        QVERIFY(gis::listLayers(path.toStdString()));
        QCOMPARE(folderState(folder.path()), before);
    }
    /// A hole of 8 TB behind the last page costs nothing on the disk and must cost no memory.
    void aFileThatClaimsToBeHuge() {
        const QString path = at(QStringLiteral("huge.gpkg"));
        QVERIFY(makeGeoPackage(path, "SELECT 1"));
        QFile file(path);
        if (!file.open(QIODevice::ReadWrite) || !file.resize(qint64{8} << 40U))
            QSKIP("no holes in files of this file system");
        file.close();
        const auto answer = read(path);
        const auto packed = gis::readPackedLayers({path.toStdString(), {}});
        QVERIFY(QFile::remove(path));
        QVERIFY2(answer, answer ? "" : gis::describe(answer.error()).c_str());
        QCOMPARE(answer->front().table.size(), std::size_t{300});
        QVERIFY2(packed, packed ? "" : gis::describe(packed.error()).c_str());
        QCOMPARE(packed->front().ids.size(), std::size_t{300});
    }
    /// Ids at both ends of what 64 bits hold are no reason to count all that lies between.
    void idsFarApart_data() {
        QTest::addColumn<QByteArray>("least");
        QTest::addColumn<QByteArray>("most");
        QTest::newRow("2^62") << QByteArray("-4611686018427387904") << QByteArray("4611686018427387904");
        QTest::newRow("2^61") << QByteArray("-2305843009213693952") << QByteArray("2305843009213693952");
        QTest::newRow("63 bits") << QByteArray("-9223372036854775808") << QByteArray("9223372036854775807");
    }
    void idsFarApart() {
        QFETCH(QByteArray, least);
        QFETCH(QByteArray, most);
        const QString path = at(QStringLiteral("apart.gpkg"));
        QFile::remove(path);
        QVERIFY(gis::writeLayers(path.toStdString(), {{"plots", squares(300), {}}}, gis::Overwrite::Yes));
        auto database = gis::SqliteDatabase::open(path.toStdString(), gis::SqliteMode::ReadWrite);
        QVERIFY(database);
        for (int i = 1; i <= 7; ++i)
            QVERIFY(database->execute("DROP TRIGGER IF EXISTS rtree_plots_geom_update" + std::to_string(i)));
        QVERIFY(database->execute("UPDATE plots SET fid = " + least.toStdString() +
                                  " WHERE fid = 1; UPDATE plots SET fid = " + most.toStdString() + " WHERE fid = 2"));
        const auto answer = read(path);
        QVERIFY2(answer, answer ? "" : gis::describe(answer.error()).c_str());
        QCOMPARE(answer->front().table.size(), std::size_t{300});
    }
    void whatIsInTheLogIsRead() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("busy.gpkg"));
        QVERIFY(makeGeoPackage(path, "PRAGMA journal_mode=WAL"));
        auto writer = gis::SqliteDatabase::open(path.toStdString(), gis::SqliteMode::ReadWrite);
        QVERIFY(writer);
        for (int i = 1; i <= 7; ++i)  // they would call the R-tree, which our connections do not let triggers do
            QVERIFY(writer->execute("DROP TRIGGER IF EXISTS rtree_plots_geom_update" + std::to_string(i)));
        QVERIFY(writer->execute("PRAGMA wal_autocheckpoint=0; UPDATE plots SET name = 'late' WHERE fid = 100"));
        const QString copied = folder.filePath(QStringLiteral("copy.gpkg"));
        QVERIFY(QFile::copy(path, copied) &&
                QFile::copy(path + QStringLiteral("-wal"), copied + QStringLiteral("-wal")));
        const QStringList before = folderState(folder.path());
        const auto answer = read(copied);
        QVERIFY2(answer, answer ? "" : gis::describe(answer.error()).c_str());
        QCOMPARE(gis::toText(answer->front().table.find(gis::FeatureId{100})->attribute(1)), std::string("late"));
        QCOMPARE(folderState(folder.path()), before);
    }
};

QTEST_GUILESS_MAIN(TestHostileFiles)
#include "test_hostile_files.moc"
