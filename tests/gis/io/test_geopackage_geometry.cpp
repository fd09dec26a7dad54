// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QtTest>
#include <limits>

#include "gis/io/GeoPackageGeometry.h"
#include "gis/io/SqliteDatabase.h"

using gis::Geometry;

Q_DECLARE_METATYPE(gis::Geometry)

namespace {

const std::vector<gis::Coordinate> square{{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}};
const std::vector<gis::Coordinate> hole{{1, 1}, {1, 2}, {2, 2}, {2, 1}, {1, 1}};

std::vector<std::uint8_t> fromHex(const char* hex) {
    const QByteArray bytes = QByteArray::fromHex(hex);
    return {bytes.begin(), bytes.end()};
}

}  // namespace

class TestGeoPackageGeometry : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void comesBackAsItWas_data() {
        QTest::addColumn<Geometry>("geometry");
        QTest::newRow("empty") << Geometry();
        QTest::newRow("point") << Geometry::point({107.5, 30.25});
        QTest::newRow("points") << Geometry::multiPoint({{1, 2}, {3, 4}});
        QTest::newRow("line") << Geometry::lineString({{0, 0}, {1e-300, 1e300}, {-0.0, 3}});
        QTest::newRow("lines") << Geometry::multiLineString({{{0, 0}, {1, 1}}, {{2, 2}, {3, 3}, {4, 5}}});
        QTest::newRow("polygon with hole") << Geometry::polygon({square, hole});
        QTest::newRow("polygons") << Geometry::multiPolygon({{square, hole}, {{{9, 9}, {10, 9}, {10, 10}, {9, 9}}}});
        gis::GeometryBuilder one(2, true);
        for (const auto c : square) one.add(c);
        QTest::newRow("multipolygon of one part") << one.build();
    }
    void comesBackAsItWas() {
        QFETCH(Geometry, geometry);
        const auto blob = gis::encodeGeoPackageGeometry(geometry, 4545);
        const auto decoded = gis::decodeGeoPackageGeometry(blob);
        QVERIFY(decoded);
        QCOMPARE(decoded->geometry, geometry);
        QCOMPARE(decoded->srsId, 4545);
        QVERIFY(!decoded->droppedCoordinates && !decoded->droppedParts);
        QCOMPARE(*gis::geoPackageExtent(blob), geometry.extent());
    }

    void readsWhatOthersWrite_data() {
        QTest::addColumn<QByteArray>("hex");
        QTest::addColumn<Geometry>("geometry");
        // Hand-made from the tables of OGC 06-103r4 (WKB) and 12-128r18 (header).
        QTest::newRow("big endian, no envelope") << QByteArray(
                                                        "475000000000"
                                                        "10E6"
                                                        "00"
                                                        "00000001"
                                                        "3FF0000000000000"
                                                        "4000000000000000")
                                                 << Geometry::point({1, 2});
        QTest::newRow("little endian in a big endian header") << QByteArray(
                                                                     "475000000000"
                                                                     "10E6"
                                                                     "01"
                                                                     "01000000"
                                                                     "000000000000F03F"
                                                                     "0000000000000040")
                                                              << Geometry::point({1, 2});
        QTest::newRow("ISO Z point") << QByteArray(
                                            "475000000000"
                                            "10E6"
                                            "00"
                                            "000003E9"
                                            "3FF0000000000000"
                                            "4000000000000000"
                                            "4008000000000000")
                                     << Geometry::point({1, 2});
        QTest::newRow("extended WKB with SRID and Z") << QByteArray(
                                                             "475000000000"
                                                             "10E6"
                                                             "00"
                                                             "A0000001"
                                                             "000010E6"
                                                             "3FF0000000000000"
                                                             "4000000000000000"
                                                             "4008000000000000")
                                                      << Geometry::point({1, 2});
        QTest::newRow("empty point is NaN NaN") << QByteArray(
                                                       "475000100000"
                                                       "10E6"
                                                       "00"
                                                       "00000001"
                                                       "7FF8000000000000"
                                                       "7FF8000000000000")
                                                << Geometry();
        QTest::newRow("collection keeps the line, not the point") << QByteArray(
                                                                         "475000000000"
                                                                         "10E6"
                                                                         "00"
                                                                         "00000007"
                                                                         "00000002"
                                                                         "00"
                                                                         "00000001"
                                                                         "3FF0000000000000"
                                                                         "4000000000000000"
                                                                         "00"
                                                                         "00000002"
                                                                         "00000002"
                                                                         "0000000000000000"
                                                                         "0000000000000000"
                                                                         "3FF0000000000000"
                                                                         "4000000000000000")
                                                                  << Geometry::lineString({{0, 0}, {1, 2}});
    }
    void readsWhatOthersWrite() {
        QFETCH(QByteArray, hex);
        QFETCH(Geometry, geometry);
        const auto decoded = gis::decodeGeoPackageGeometry(fromHex(hex.constData()));
        QVERIFY2(decoded, decoded ? "" : gis::describe(decoded.error()).c_str());
        QCOMPARE(decoded->geometry, geometry);
    }

    void refusesWhatIsCutOffAnywhere() {
        const auto blob = gis::encodeGeoPackageGeometry(
            Geometry::multiPolygon({{square, hole}, {{{9, 9}, {10, 9}, {10, 10}, {9, 9}}}}), 4490);
        for (std::size_t length = 0; length < blob.size(); ++length) {
            const auto decoded = gis::decodeGeoPackageGeometry(std::span(blob).first(length));
            QVERIFY2(!decoded, std::to_string(length).c_str());
            QCOMPARE(decoded.error().code, gis::ErrorCode::InvalidGeometry);
        }
    }

    void refusesHostileCounts() {
        auto blob = gis::encodeGeoPackageGeometry(Geometry::lineString({{0, 0}, {1, 1}}), 0);
        for (std::size_t i = 0; i < 4; ++i) blob[40 + 5 + i] = 0xff;  // four thousand million positions
        QVERIFY(!gis::decodeGeoPackageGeometry(blob));
    }
    void refusesDeepNesting() {
        auto blob = gis::encodeGeoPackageGeometry(Geometry(), 0);
        blob.resize(8);
        for (int i = 0; i < 100'000; ++i) {
            const auto level = fromHex("010700000001000000");
            blob.insert(blob.end(), level.begin(), level.end());
        }
        QVERIFY(!gis::decodeGeoPackageGeometry(blob));
    }
    void refusesInfinity() {
        const double infinity = std::numeric_limits<double>::infinity();
        QVERIFY(!gis::decodeGeoPackageGeometry(
            gis::encodeGeoPackageGeometry(Geometry::lineString({{0, 0}, {infinity, 1}}), 0)));
    }
    void anyByteChangedNeverCrashes() {
        const auto blob = gis::encodeGeoPackageGeometry(Geometry::polygon({square, hole}), 4490);
        int readable = 0;
        for (std::size_t i = 0; i < blob.size(); ++i) {
            for (const std::uint8_t value :
                 {std::uint8_t{0}, std::uint8_t{7}, std::uint8_t{0x7f}, std::uint8_t{0xff}}) {
                auto changed = blob;
                changed[i] = value;
                if (gis::decodeGeoPackageGeometry(changed)) ++readable;
            }
        }
        QVERIFY(readable > 0);  // changed coordinates are still a geometry
    }

    void triggersMayCallTheGeometryFunctions() {
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("t.gpkg")).toStdString();
        auto database = gis::SqliteDatabase::open(path, gis::SqliteMode::Create);
        QVERIFY(database);
        QVERIFY(
            database->execute("CREATE TABLE a(geom BLOB); CREATE TABLE b(x1,x2,y1,y2,e);"
                              "CREATE TRIGGER t AFTER INSERT ON a BEGIN INSERT INTO b VALUES(ST_MinX(NEW.geom),"
                              "ST_MaxX(NEW.geom),ST_MinY(NEW.geom),ST_MaxY(NEW.geom),ST_IsEmpty(NEW.geom));END"));
        auto insert = database->prepare("INSERT INTO a VALUES(?1)");
        QVERIFY(insert);
        QVERIFY(insert->bindBlob(1, gis::encodeGeoPackageGeometry(Geometry::polygon({hole}), 0)).run());
        QVERIFY(insert->bindBlob(1, gis::encodeGeoPackageGeometry(Geometry(), 0)).run());
        auto rows = database->prepare("SELECT * FROM b ORDER BY rowid");
        QVERIFY(rows);
        QVERIFY(*rows->step());
        for (const auto& [column, expected] : {std::pair{0, 1.0}, {1, 2.0}, {2, 1.0}, {3, 2.0}, {4, 0.0}})
            QCOMPARE(rows->real(column), expected);
        QVERIFY(*rows->step());
        QVERIFY(rows->isNull(0));
        QCOMPARE(rows->integer(4), 1);
    }
    void aHostileTriggerMayNotCallOtherFunctions() {
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("t.gpkg")).toStdString();
        auto database = gis::SqliteDatabase::open(path, gis::SqliteMode::Create);
        QVERIFY(database);
        QVERIFY(database->execute("CREATE TABLE a(x);CREATE VIEW v AS SELECT * FROM a"));
        QVERIFY(!database->execute("SELECT * FROM v"));                                             // views are off
        QVERIFY(!database->execute("ATTACH ':memory:' AS other"));                                  // no second file
        QVERIFY(!database->execute("SELECT load_extension('x')"));                                  // no code
        QVERIFY(!database->execute("PRAGMA writable_schema=ON;UPDATE sqlite_schema SET sql='x'"));  // defensive
    }
    void readingImmutableLeavesNothingBeside() {
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("a b?#%.gpkg")).toStdString();
        QVERIFY(gis::SqliteDatabase::open(path, gis::SqliteMode::Create)->execute("CREATE TABLE a(x)"));
        const auto database = gis::SqliteDatabase::open(path, gis::SqliteMode::ReadOnlyImmutable);
        QVERIFY(database);
        QCOMPARE(*database->value("SELECT count(*) FROM sqlite_schema"), gis::Value(std::int64_t{1}));
        QVERIFY(!database->execute("CREATE TABLE b(x)"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }
    void whatIsNoDatabaseIsUnreadable() {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("x.gpkg")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
        file.close();
        const auto database = gis::SqliteDatabase::open(file.fileName().toStdString(), gis::SqliteMode::ReadOnly);
        QVERIFY(!database);
        QCOMPARE(database.error().code, gis::ErrorCode::Unreadable);
        QCOMPARE(gis::SqliteDatabase::open("/vsimem/x.gpkg", gis::SqliteMode::ReadOnly).error().code,
                 gis::ErrorCode::NotFound);
        QCOMPARE(gis::SqliteDatabase::open(":memory:", gis::SqliteMode::ReadOnly).error().code,
                 gis::ErrorCode::NotFound);
    }
    void aJournalThatNamesOtherFilesIsRefused() {
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("t.gpkg")).toStdString();
        QVERIFY(gis::SqliteDatabase::open(path, gis::SqliteMode::Create)->execute("CREATE TABLE a(x)"));
        QFile journal(QString::fromStdString(path) + QStringLiteral("-journal"));
        QVERIFY(journal.open(QIODevice::WriteOnly));
        journal.write(QByteArray(1024, '\0') + QByteArray::fromHex("d9d505f920a163d7"));
        journal.close();
        for (const auto mode : {gis::SqliteMode::ReadOnly, gis::SqliteMode::ReadWrite})
            QCOMPARE(gis::SqliteDatabase::open(path, mode).error().code, gis::ErrorCode::Refused);
    }
};

QTEST_GUILESS_MAIN(TestGeoPackageGeometry)
#include "test_geopackage_geometry.moc"
