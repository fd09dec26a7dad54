// SPDX-License-Identifier: Apache-2.0
// The packed reader against the ordinary one: the same features in the same order, or the same error.
#include <QTemporaryDir>
#include <QtTest>
#include <cstring>
#include <random>

#include "gis/io/GeoPackageGeometry.h"
#include "gis/io/PackedVectorFile.h"
#include "gis/io/SqliteDatabase.h"
#include "tests/support/GisFixtures.h"

using gis::Coordinate;
using gis::Geometry;
using gis::PackedLayer;
using gis::PackedShapes;
using Bytes = std::vector<std::uint8_t>;

namespace {

template <class Items>
bool equal(const Items& a, const Items& b) {
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size_bytes()) == 0);
}
bool sameShapes(const PackedShapes& a, const PackedShapes& b) {
    return equal(a.coordinates, b.coordinates) && equal(a.sequenceStarts, b.sequenceStarts) &&
           equal(a.partStarts, b.partStarts) && equal(a.shapeStarts, b.shapeStarts) &&
           equal(a.dimensions, b.dimensions) && equal(a.extents, b.extents);
}

std::string wordsOf(const gis::Warnings& warnings) {
    std::string text;
    for (const gis::Warning& warning : warnings)
        if (warning.kind != "library") text += warning.kind + ": " + gis::describe(warning) + "\n";
    return text;
}

const std::vector<std::string> wanted{"code", "name", "nothing like it"};

/// Empty if the packed layer is what the ordinary one holds, else what differs.
std::string differenceOf(const PackedLayer& layer, const gis::VectorLayer& ordinary) {
    const gis::FeatureTable& table = ordinary.table;
    if (layer.ids.size() != table.size()) return "count";
    for (std::size_t i = 0; i < table.size(); ++i)
        if (layer.ids[i] != table.at(i).id()) return "id " + std::to_string(i);
    if (!sameShapes(layer.shapes, *gis::packed(table))) return "shapes";
    if (layer.columns.size() != wanted.size()) return "number of columns";
    for (std::size_t column = 0; column < wanted.size(); ++column) {
        const int field = table.schema().indexOf(wanted[column]);
        if (layer.columns[column].size() != (field < 0 ? 0 : table.size())) return "length of a column";
        for (std::size_t i = 0; i < layer.columns[column].size(); ++i)
            if (layer.columns[column][i] != gis::toText(table.at(i).attribute(field)))
                return "text " + std::to_string(i);
    }
    if (layer.info.name != ordinary.info.name || layer.info.featureCount != ordinary.info.featureCount ||
        !(layer.info.crs == ordinary.info.crs) || !(layer.info.schema == ordinary.info.schema) ||
        layer.info.geometryTypeName != ordinary.info.geometryTypeName)
        return "info";
    if (layer.reduced.empty() && !(layer.info.extent == ordinary.info.extent)) return "extent";
    if (wordsOf(layer.warnings) != wordsOf(ordinary.warnings)) return "warnings: " + wordsOf(layer.warnings);
    return {};
}

/// To the bit, so that what is no number equals itself.
bool sameGeometry(const Geometry& a, const Geometry& b) {
    if (a.type() != b.type() || a.partCount() != b.partCount() || a.sequenceCount() != b.sequenceCount()) return false;
    for (std::size_t part = 0; part < a.partCount(); ++part)
        if (a.partEnd(part) != b.partEnd(part)) return false;
    for (std::size_t s = 0; s < a.sequenceCount(); ++s)
        if (a.sequence(s).size() != b.sequence(s).size()) return false;
    return equal(a.coordinates(), b.coordinates()) && std::memcmp(&a.extent(), &b.extent(), sizeof(gis::Extent)) == 0;
}

bool sameFeatures(const gis::FeatureTable& a, const gis::FeatureTable& b) {
    if (a.size() != b.size() || !(a.crs() == b.crs()) || !(a.schema() == b.schema())) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a.at(i).id() != b.at(i).id() || a.at(i).attributes() != b.at(i).attributes() ||
            !sameGeometry(a.at(i).geometry(), b.at(i).geometry()))
            return false;
    return true;
}

/// The features read straight from the tables beside GDAL's.
std::string differenceOf(const gis::VectorLayer& direct, const gis::VectorLayer& ordinary) {
    if (!sameFeatures(direct.table, ordinary.table)) return "features";
    if (direct.info.name != ordinary.info.name || direct.info.featureCount != ordinary.info.featureCount ||
        !(direct.info.schema == ordinary.info.schema) || !(direct.info.extent == ordinary.info.extent))
        return "info of features";
    if (!sameShapes(*gis::packed(direct.table), *gis::packed(ordinary.table))) return "packed features";
    if (wordsOf(direct.warnings) != wordsOf(ordinary.warnings)) return "warnings: " + wordsOf(direct.warnings);
    return {};
}

bool sharesOneArray(const gis::FeatureTable& table) {
    const void* array = nullptr;
    for (const gis::Feature& feature : table) {
        if (feature.geometry().isEmpty()) continue;
        const void* own = feature.geometry().sharedArray().get();
        if (own == nullptr || (array != nullptr && own != array)) return false;
        array = own;
    }
    return array != nullptr;
}

struct Comparison {
    std::string difference;
    bool direct = false;          ///< packed without GDAL's features
    bool directFeatures = false;  ///< and so were the features
    bool failed = false;
};

/// Reads the file both ways, with several numbers of threads.
Comparison compared(const QString& path, const gis::ReadOptions& options = {}) {
    const gis::SourceName source{path.toStdString(), {}};
    gis::ReadOptions byGdal = options;
    byGdal.direct = false;
    const auto ordinary = gis::readLayers(source, byGdal);
    Comparison result;
    for (const unsigned threads : {1U, 2U, 5U}) {
        gis::JobControl control;
        control.threads = threads;
        const auto layers = gis::readPackedLayers(
            source, [](const gis::LayerInfo&) { return wanted; }, options, control);
        const auto features = gis::readLayers(source, options, control);
        if (layers.has_value() != ordinary.has_value()) return {layers ? "no error" : gis::describe(layers.error())};
        if (features.has_value() != ordinary.has_value()) return {"features: another outcome"};
        if (!layers) {
            if (gis::describe(features.error()) != gis::describe(ordinary.error())) return {"features: another error"};
            const std::string said = gis::describe(layers.error());
            if (said != gis::describe(ordinary.error())) return {"another error: " + said};
            result.failed = true;
            continue;
        }
        if (layers->size() != ordinary->size() || features->size() != ordinary->size()) return {"number of layers"};
        result.direct = result.directFeatures = true;
        for (std::size_t i = 0; i < layers->size(); ++i) {
            result.direct = result.direct && (*layers)[i].direct;
            result.directFeatures = result.directFeatures && sharesOneArray((*features)[i].table);
            const std::string difference =
                differenceOf((*layers)[i], (*ordinary)[i]) + differenceOf((*features)[i], (*ordinary)[i]);
            if (!difference.empty())
                return {std::to_string(threads) + " threads, layer " + std::to_string(i) + ": " + difference};
        }
    }
    return result;
}

/// All kinds of shapes under ids with gaps.
gis::FeatureTable manyShapes() {
    const std::vector<Geometry> shapes{
        support::square(0, 0, 10),
        Geometry::polygon({{{0, 0}, {0, 9}, {9, 9}, {9, 0}}, {{1, 1}, {2, 1}, {2, 2}, {1, 2}}}),
        Geometry::multiPolygon(
            {{{{0, 0}, {1, 0}, {1, 1}}}, {{{5, 5}, {7, 5}, {7, 7}}, {{6, 5.5}, {6.5, 5.5}, {6.5, 6}}}}),
        Geometry::lineString({{0, 0}, {1, 1}, {1, 1}, {2, 0}}),
        Geometry::multiLineString({{{0, 0}, {1, 1}}, {{4, 4}, {5, 5}, {6, 4}}}),
        Geometry::point({3, 4}),
        Geometry::multiPoint({{3, 4}, {5, 6}, {5, 6}}),
        Geometry(),
        Geometry::polygon({{{0, 0}, {1, 0}, {0, 0}}}),  // encloses nothing
    };
    const gis::Schema schema({{"code", gis::FieldType::Integer, 0}, {"name", gis::FieldType::Text, 0}});
    std::vector<gis::Feature> features;
    for (int i = 0; i < 900; ++i)
        features.emplace_back(
            gis::FeatureId{i < 450 ? i + 1 : 10 * i}, shapes[static_cast<std::size_t>(i) % shapes.size()],
            std::vector<gis::Value>{i % 7 == 0 ? gis::Value() : gis::Value(std::int64_t{i}),
                                    i % 5 == 0 ? gis::Value() : gis::Value("名称 " + std::to_string(i))});
    return {schema, gis::CoordinateReferenceSystem::fromCode("EPSG:4545").value(), std::move(features)};
}

gis::SqliteDatabase opened(const QString& path) {
    auto database = gis::SqliteDatabase::open(path.toStdString(), gis::SqliteMode::ReadWrite).value();
    database.disableTriggers();
    return database;
}

void putBlob(const gis::SqliteDatabase& database, std::int64_t fid, const Bytes& blob) {
    auto statement = database.prepare("UPDATE plots SET geom = ?1 WHERE fid = ?2").value();
    statement.bindBlob(1, blob).bind(2, fid);
    QVERIFY(statement.run());
}

Bytes blobOf(const gis::SqliteDatabase& database, std::int64_t fid) {
    auto statement = database.prepare("SELECT geom FROM plots WHERE fid = ?1").value();
    statement.bind(1, fid);
    if (!*statement.step()) return {};
    const auto blob = statement.blob(0);
    return {blob.begin(), blob.end()};
}

/// Little and big endian WKB behind a header without an envelope.
class Blob {
public:
    explicit Blob(bool little = true) : m_little(little) { m_bytes = {'G', 'P', 0, 1, 0, 0, 0, 0}; }
    Blob& type(std::uint32_t code) {
        m_bytes.push_back(m_little ? 1 : 0);
        return word(code);
    }
    Blob& word(std::uint32_t value) { return put(value); }
    Blob& reals(std::initializer_list<double> values) {
        for (const double value : values) put(std::bit_cast<std::uint64_t>(value));
        return *this;
    }
    operator Bytes() const { return m_bytes; }

private:
    template <class Number>
    Blob& put(Number value) {
        for (unsigned i = 0; i < sizeof value; ++i)
            m_bytes.push_back(static_cast<std::uint8_t>(value >> 8 * (m_little ? i : sizeof value - 1 - i)));
        return *this;
    }
    bool m_little;
    Bytes m_bytes;
};

}  // namespace

class TestPackedVectorFile : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString at(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QString written(const char* name, const gis::FeatureTable& table) const {
        const auto done = gis::writeLayers(at(name).toStdString(), {{"plots", table, {}}}, gis::Overwrite::Yes);
        return done ? at(name) : QString();
    }

private Q_SLOTS:
    void texts() {
        gis::PackedTexts a, b;
        a.add("one");
        a.add("");
        b.add("three");
        a.append(b);
        QCOMPARE(a.size(), 3U);
        QVERIFY(a[0] == "one" && a[1].empty() && a[2] == "three");
    }

    void allKindsOfShapes() {
        const Comparison result = compared(written("kinds.gpkg", manyShapes()));
        QCOMPARE(result.difference, std::string());
        QVERIFY(result.direct && result.directFeatures && !result.failed);
    }

    /// Every type of field, as it is commonly stored and otherwise.
    void values_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<bool>("direct");
        const auto row = [](const char* name, const char* sql, bool direct) {
            QTest::newRow(name) << QByteArray(sql) << direct;
        };
        row("as written", "SELECT 1", true);
        row("nulls", "UPDATE plots SET whole = NULL, broken = NULL, said = NULL, yes = NULL, day = NULL, moment = NULL",
            true);
        row("whole number in a real", "UPDATE plots SET broken = 7 WHERE fid = 3", true);
        row("endless", "UPDATE plots SET broken = 9e999 WHERE fid = 3", true);
        row("text in a real", "UPDATE plots SET broken = 'x' WHERE fid = 3", false);
        row("neither yes nor no", "UPDATE plots SET yes = 2 WHERE fid = 3", false);
        row("large number", "UPDATE plots SET whole = 5000000000 WHERE fid = 3", true);
        row("day of another form", "UPDATE plots SET day = '2021/03/04' WHERE fid = 3", false);
        row("no such day", "UPDATE plots SET day = '2021-13-04' WHERE fid = 3", false);
        row("day of February", "UPDATE plots SET day = '2021-02-29' WHERE fid = 3", true);
        row("whole second", "UPDATE plots SET moment = '2021-03-04T05:06:07.000Z' WHERE fid = 3", true);
        row("part of a second", "UPDATE plots SET moment = '2021-03-04T05:06:59.987Z' WHERE fid = 3", true);
        row("another zone", "UPDATE plots SET moment = '2021-03-04T05:06:07.000+08:00' WHERE fid = 3", false);
        row("no fraction", "UPDATE plots SET moment = '2021-03-04T05:06:07Z' WHERE fid = 3", false);
        row("no such hour", "UPDATE plots SET moment = '2021-03-04T25:06:07.000Z' WHERE fid = 3", false);
        row("number for a day", "UPDATE plots SET day = 20210304 WHERE fid = 3", false);
    }
    void values() {
        QFETCH(QByteArray, sql);
        QFETCH(bool, direct);
        using gis::FieldType;
        const gis::Schema schema({{"whole", FieldType::Integer, 0},
                                  {"broken", FieldType::Real, 0},
                                  {"said", FieldType::Text, 20},
                                  {"yes", FieldType::Boolean, 0},
                                  {"day", FieldType::Date, 0},
                                  {"moment", FieldType::DateTime, 0}});
        std::vector<gis::Feature> features;
        for (int i = 1; i < 200; ++i)
            features.emplace_back(
                gis::FeatureId{i}, support::square(i, 0, 1),
                std::vector<gis::Value>{std::int64_t{i}, i / 7.0, "说 " + std::to_string(i), std::int64_t{i % 2},
                                        std::string("2020-02-03"), std::string("2020-02-03T04:05:06Z")});
        const QString path =
            written("values.gpkg", {schema, gis::CoordinateReferenceSystem::fromCode("EPSG:4545").value(), features});
        QVERIFY(opened(path).execute(sql.toStdString()));
        const Comparison result = compared(path);
        QCOMPARE(result.difference, std::string());
        QVERIFY(!result.failed);
        QCOMPARE(result.directFeatures, direct);
    }

    /// Rings that run as they should are packed where they lie; others are not, and the outcome is the same.
    void packedInPlace() {
        const auto isInPlace = [](const gis::FeatureTable& table) {
            return gis::packed(table)->coordinates.data() == table.at(0).geometry().coordinates().data();
        };
        const gis::FeatureTable tidy = support::squares(700);
        const auto read = gis::readLayer({written("tidy.gpkg", tidy).toStdString(), {}});
        QVERIFY(isInPlace(read->table));
        QVERIFY(sameShapes(*gis::packed(read->table), *gis::packed(tidy)));
        // One feature changed: no longer one behind the other.
        const gis::Feature moved = read->table.at(5).withGeometry(support::square(900, 900, 3));
        QVERIFY(!isInPlace(read->table.with({moved})));
        QVERIFY(sameShapes(*gis::packed(read->table.with({moved})), *gis::packed(tidy.with({moved}))));

        const gis::Feature turned = tidy.at(300).withGeometry(Geometry::polygon({{{0, 0}, {0, 1}, {1, 1}, {1, 0}}}));
        const auto odd = gis::readLayer({written("turned.gpkg", tidy.with({turned})).toStdString(), {}});
        QVERIFY(!isInPlace(odd->table));
        QVERIFY(sameShapes(*gis::packed(odd->table), *gis::packed(tidy.with({turned}))));
    }

    void anEmptyLayer() {
        const Comparison result = compared(written("empty.gpkg", support::squares(0)));
        QCOMPARE(result.difference, std::string());
        QVERIFY(!result.failed);
    }
    void severalLayers() {
        const QString path = at("several.gpkg");
        QVERIFY(gis::writeLayers(path.toStdString(), {{"a", support::squares(700), {}}, {"b", manyShapes(), {}}},
                                 gis::Overwrite::Yes));
        const Comparison result = compared(path);
        QCOMPARE(result.difference, std::string());
        QVERIFY(result.direct);
    }
    void otherFormats_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"o.shp", "o.geojson", "o.fgb"}) QTest::newRow(name) << QString::fromLatin1(name);
    }
    void otherFormats() {
        QFETCH(QString, name);
        const Comparison result = compared(written(name.toLatin1().constData(), support::squares(5000)));
        QCOMPARE(result.difference, std::string());
        QVERIFY(!result.direct && !result.failed);
    }

    void blobs_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("direct");
        const auto row = [](const char* name, const Bytes& bytes, bool direct) {
            QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()))
                                << direct;
        };
        const double none = std::nan(""), endless = HUGE_VAL;
        row("point", Blob().type(1).reals({5, 6}), true);
        row("point Z", Blob().type(1001).reals({5, 6, 7}), true);
        row("point M", Blob().type(2001).reals({5, 6, 7}), true);
        row("point ZM", Blob().type(3001).reals({5, 6, 7, 8}), true);
        row("point of an older form", Blob().type(0x80000001U).reals({5, 6, 7}), true);
        row("point without a place", Blob().type(1).reals({none, none}), false);
        row("line Z", Blob().type(1002).word(2).reals({0, 0, 9, 1, 1, 9}), true);
        row("line of one position", Blob().type(2).word(1).reals({0, 0}), true);
        row("line of one place", Blob().type(2).word(2).reals({3, 3, 3, 3}), true);
        row("empty line", Blob().type(2).word(0), true);
        row("empty polygon", Blob().type(3).word(0), true);
        row("polygon of an empty ring", Blob().type(3).word(1).word(0), false);
        row("open ring", Blob().type(3).word(1).word(3).reals({0, 0, 4, 0, 4, 4}), true);
        row("polygon Z", Blob().type(1003).word(1).word(4).reals({0, 0, 1, 4, 0, 1, 4, 4, 1, 0, 0, 1}), true);
        row("empty multipolygon", Blob().type(6).word(0), true);
        row("multipolygon Z",
            Blob().type(1006).word(1).type(1003).word(1).word(4).reals({0, 0, 1, 4, 0, 1, 4, 4, 1, 0, 0, 1}), true);
        row("multipoint with a line", Blob().type(4).word(1).type(2).word(0), false);
        row("multipoint Z of flat points", Blob().type(1004).word(1).type(1).reals({1, 2}), false);
        row("empty collection", Blob().type(7).word(0), true);
        row("collection", Blob().type(7).word(1).type(1).reals({1, 2}), false);
        row("arc", Blob().type(8).word(3).reals({0, 0, 1, 1, 2, 0}), false);
        row("big endian", Blob(false).type(1).reals({5, 6}), false);
        row("not a number", Blob().type(2).word(2).reals({0, none, 1, 1}), false);
        row("infinite", Blob().type(2).word(2).reals({0, 0, 1, -endless}), false);
        row("largest number", Blob().type(2).word(2).reals({0, 0, 1, -1.7976931348623157e308}), true);
        row("unknown type", Blob().type(99).word(2), false);
        row("more claimed than there", Blob().type(2).word(0xffffffffU).reals({0, 0}), false);
        row("no geometry at all", {'x'}, false);
        row("null", {}, true);
    }
    void blobs() {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, direct);
        const QString path = written("blob.gpkg", manyShapes());
        const auto* begin = reinterpret_cast<const std::uint8_t*>(bytes.constData());
        putBlob(opened(path), 17, Bytes(begin, begin + bytes.size()));
        const Comparison result = compared(path);
        QCOMPARE(result.difference, std::string());
        if (!result.failed) QCOMPARE(result.direct, direct);
    }

    void tables_data() {
        QTest::addColumn<QByteArray>("sql");
        const auto row = [](const char* name, const char* sql) { QTest::newRow(name) << QByteArray(sql); };
        row("negative ids", "UPDATE plots SET fid = -fid WHERE fid > 300");
        row("ids at the ends",
            "UPDATE plots SET fid = 9223372036854775807 WHERE fid = 5; UPDATE plots SET fid = "
            "-9223372036854775808 WHERE fid = 6");
        row("number in a text", "UPDATE plots SET name = 17 WHERE fid = 5");
        row("blob in a text", "UPDATE plots SET name = x'414243' WHERE fid = 5");
        row("text cut by a zero byte", "UPDATE plots SET name = CAST(x'41420043' AS TEXT) WHERE fid = 5");
        row("text that is not UTF-8", "UPDATE plots SET name = CAST(x'c3c7' AS TEXT) WHERE fid = 5");
        row("text in a number", "UPDATE plots SET code = 'many' WHERE fid = 5");
        row("real in a number", "UPDATE plots SET code = 1.5 WHERE fid = 5");
        row("text for a geometry", "UPDATE plots SET geom = 'POINT(1 1)' WHERE fid = 5");
        row("a count that is wrong", "UPDATE gpkg_ogr_contents SET feature_count = 3");
        row("without the counts", "DROP TABLE gpkg_ogr_contents");
        row("layer is a view", "ALTER TABLE plots RENAME TO h; CREATE VIEW plots AS SELECT * FROM h");
        row("computed column", "ALTER TABLE plots ADD COLUMN spy TEXT GENERATED ALWAYS AS (upper(name)) VIRTUAL");
        row("without a rowid",
            "CREATE TABLE p2(fid INTEGER PRIMARY KEY, geom BLOB, code INTEGER, name TEXT) WITHOUT ROWID; INSERT INTO "
            "p2 "
            "SELECT fid, geom, code, name FROM plots; DROP TABLE plots; ALTER TABLE p2 RENAME TO plots");
        row("key of another type",
            "CREATE TABLE p2(fid INT PRIMARY KEY, geom BLOB, code INTEGER, name TEXT); INSERT INTO p2 SELECT fid, "
            "geom, "
            "code, name FROM plots; DROP TABLE plots; ALTER TABLE p2 RENAME TO plots");
        row("two keys",
            "CREATE TABLE p2(fid INTEGER, geom BLOB, code INTEGER, name TEXT, PRIMARY KEY(fid, code)); INSERT INTO p2 "
            "SELECT fid, geom, code, name FROM plots; DROP TABLE plots; ALTER TABLE p2 RENAME TO plots");
        row("in a log beside the file", "PRAGMA journal_mode=WAL; UPDATE plots SET name = 'late' WHERE fid = 9");
    }
    void tables() {
        QFETCH(QByteArray, sql);
        const QString path = written("table.gpkg", manyShapes());
        {
            const auto database = opened(path);
            QVERIFY(database.execute(sql.constData()));
        }
        QCOMPARE(compared(path).difference, std::string());
    }

    void changedBytesOfBlobs() {
        const QString path = written("changed.gpkg", manyShapes());
        std::mt19937 random(5);
        int direct = 0;
        for (int round = 0; round < 80; ++round) {
            const std::int64_t fid = 1 + random() % 400;
            Bytes kept;
            {
                const auto database = opened(path);
                kept = blobOf(database, fid);
                if (kept.empty()) continue;
                Bytes blob = kept;
                for (int change = 0; change < 2; ++change) {
                    // Mostly the header and the counts, where it matters.
                    const std::size_t place =
                        random() % std::min<std::size_t>(blob.size(), random() % 2 == 0 ? 70 : 1000);
                    blob[place] = static_cast<std::uint8_t>(random() % 2 == 0 ? random() % 8 : random());
                }
                if (random() % 4 == 0) blob.resize(random() % blob.size());
                putBlob(database, fid, blob);
            }
            const Comparison result = compared(path);
            QCOMPARE(result.difference, std::string());
            direct += result.direct ? 1 : 0;
            putBlob(opened(path), fid, kept);
        }
        QVERIFY2(direct > 10 && direct < 75, std::to_string(direct).c_str());
    }

    void changedBytesOfTheFile() {
        const QString path = written("damaged.gpkg", manyShapes());
        const QByteArray whole = support::fileBytes(path);
        std::mt19937 random(6);
        for (int round = 0; round < 60; ++round) {
            QByteArray bytes = whole;
            for (int change = 0; change < 20; ++change)
                bytes[qsizetype(100 + random() % (std::size_t(bytes.size()) - 100))] = static_cast<char>(random());
            const QString damaged = at("damaged2.gpkg");
            QVERIFY(support::putBytes(damaged, bytes));
            QCOMPARE(compared(damaged).difference, std::string());
        }
    }
    void cutOff() {
        const QByteArray whole = support::fileBytes(written("cut.gpkg", manyShapes()));
        for (const int percent : {99, 80, 50, 10}) {
            QVERIFY(support::putBytes(at("cut2.gpkg"), whole.left(whole.size() * percent / 100)));
            const Comparison result = compared(at("cut2.gpkg"));
            QCOMPARE(result.difference, std::string());
            QVERIFY(result.failed);
        }
    }

    void limits() {
        const QString path = written("limits.gpkg", support::squares(1000));
        for (const std::size_t features : {999U, 1000U, 1001U}) {
            gis::ReadOptions options;
            options.featureLimit = features;
            QCOMPARE(compared(path, options).difference, std::string());
        }
        for (const std::size_t vertices : {4999U, 5000U}) {
            gis::ReadOptions options;
            options.vertexLimit = vertices;
            QCOMPARE(compared(path, options).difference, std::string());
        }
    }
    void canceled() {
        const QString path = written("canceled.gpkg", support::squares(1000));
        gis::JobControl control;
        control.cancel.cancel();
        const auto layers = gis::readPackedLayers({path.toStdString(), {}}, {}, {}, control);
        QVERIFY(!layers);
        QCOMPARE(layers.error().code, gis::ErrorCode::Canceled);
    }
    void nothingIsWrittenBeside() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.gpkg"));
        QVERIFY(gis::writeLayers(path.toStdString(), {{"plots", support::squares(500), {}}}, gis::Overwrite::Yes));
        const QStringList before = support::folderState(folder.path());
        QVERIFY(gis::readPackedLayers({path.toStdString(), {}}));
        QCOMPARE(support::folderState(folder.path()), before);
    }

    void realFiles_data() {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(TUCE_SHARED_DIR "/data"));
        const auto files = folder.entryInfoList({QStringLiteral("*.gpkg")}, QDir::Files);
        for (const QFileInfo& file : files) QTest::newRow(qPrintable(file.fileName())) << file.filePath();
        if (files.isEmpty()) QTest::newRow("none") << QString();
    }
    void realFiles() {
        QFETCH(QString, path);
        if (path.isEmpty()) QSKIP("the shared data are not here");
        const Comparison result = compared(path);
        QCOMPARE(result.difference, std::string());
        QVERIFY(result.direct);
    }
};

QTEST_GUILESS_MAIN(TestPackedVectorFile)
#include "test_packed_vector_file.moc"
