// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QtTest>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>

#include "gis/io/PackedCache.h"
#include "gis/io/SqliteDatabase.h"
#include "gis/overlap/PairOverlap.h"
#include "gis/overlap/Soundness.h"
#include "tests/support/GisFixtures.h"

using gis::PackedCache;
using gis::PackedLayer;
using gis::PackedShapes;
namespace fs = std::filesystem;

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
bool sameTree(const gis::RunTree& a, const gis::RunTree& b) {
    return equal(a.boxes, b.boxes) && equal(a.shapeStarts, b.shapeStarts) && equal(a.sequenceRuns, b.sequenceRuns) &&
           equal(a.runSequences, b.runSequences) && equal(a.shapeRuns, b.shapeRuns);
}
bool sameLayer(const PackedLayer& a, const PackedLayer& b) {
    return sameShapes(a.shapes, b.shapes) && a.ids == b.ids && a.columns == b.columns && a.reduced == b.reduced &&
           a.warnings == b.warnings && a.direct == b.direct && a.info.name == b.info.name && a.info.crs == b.info.crs &&
           a.info.schema == b.info.schema && a.info.extent == b.info.extent &&
           a.info.geometryType == b.info.geometryType && a.info.geometryTypeName == b.info.geometryTypeName &&
           a.info.featureCount == b.info.featureCount && a.info.driver == b.info.driver;
}

std::vector<std::string> fieldsOf(const gis::LayerInfo&) { return {"code", "name"}; }

gis::FeatureTable shapesOfAllKinds() {
    using gis::Geometry;
    const std::vector<Geometry> shapes{
        support::square(0, 0, 10),
        Geometry::polygon({{{0, 0}, {9, 0}, {9, 9}, {0, 9}}, {{1, 1}, {2, 1}, {2, 2}, {1, 2}}}),
        Geometry::multiPolygon({{{{0, 0}, {1, 0}, {1, 1}}}, {{{5, 5}, {7, 5}, {7, 7}}}}),
        Geometry::lineString({{0, 0}, {1, 1}, {2, 0}}),
        Geometry::point({3, 4}),
        Geometry::multiPoint({{3, 4}, {5, 6}}),
        Geometry(),
        Geometry::polygon({{{0, 0}, {1, 0}, {0, 0}}}),
    };
    std::vector<gis::Feature> features;
    for (int i = 0; i < 60; ++i)
        features.emplace_back(gis::FeatureId{2 * i + 1}, shapes[static_cast<std::size_t>(i) % shapes.size()],
                              std::vector<gis::Value>{std::int64_t{i}, "名称 " + std::to_string(i)});
    return {gis::Schema({{"code", gis::FieldType::Integer, 0}, {"name", gis::FieldType::Text, 0}}),
            gis::CoordinateReferenceSystem::fromCode("EPSG:4545").value(), std::move(features)};
}

/// Uses all of a layer and tree as the check does; it must only not fall over.
double walkedThrough(const PackedLayer& layer, const gis::RunTree& tree, const gis::BoundarySums& sums) {
    const gis::OverlapLayer ready{layer.shapes, tree, sums};
    gis::PairOverlap overlap;
    double sum = 0;
    for (std::size_t i = 0; i < layer.shapes.shapeCount(); ++i) {
        sum += static_cast<double>(layer.shapes.geometry(i).coordinateCount());
        for (std::size_t k = 0; k < 8 && i < layer.shapes.shapeCount(); ++k) {
            if (layer.shapes.dimensions[k] == 2 && layer.shapes.dimensions[i] == 2)
                sum += overlap.area(ready, i, ready, k).area;
        }
        for (const gis::PackedTexts& column : layer.columns)
            if (column.size() > i) sum += static_cast<double>(column[i].size());
    }
    return sum;
}

}  // namespace

class TestPackedCache : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString at(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    std::string cacheFolder() const { return at("cache").toStdString(); }
    gis::SourceName written(const char* name, const gis::FeatureTable& table) const {
        (void)gis::writeLayers(at(name).toStdString(), {{"plots", table, {}}, {"more", support::squares(20), {}}},
                               gis::Overwrite::Yes);
        return {at(name).toStdString(), {}};
    }
    /// Reads, computes and keeps all.
    std::vector<PackedLayer> keptRun(const gis::SourceName& source) const {
        PackedCache cache(cacheFolder());
        auto layers = cache.read(source, fieldsOf).value();
        for (const PackedLayer& layer : layers) {
            const auto tree = gis::RunTree::build(layer.shapes).value();
            cache.add(layer, tree);
            cache.add(layer, gis::BoundarySums::build(layer.shapes, tree, {}).value(), "planar");
            cache.add(layer, "doubtful", {1, 2, 3});
        }
        [&] { QVERIFY(cache.keep()); }();
        return layers;
    }
    static QStringList filesIn(const std::string& folder) {
        return QDir(QString::fromStdString(folder)).entryList(QDir::Files, QDir::Name);
    }

private Q_SLOTS:
    void init() { fs::remove_all(cacheFolder()); }

    void nothingIsWrittenUnasked() {
        const auto source = written("unasked.gpkg", shapesOfAllKinds());
        const QStringList before = support::folderState(m_folder.path());
        PackedCache cache(cacheFolder());
        const auto layers = cache.read(source, fieldsOf);
        QVERIFY(layers && !layers->front().cacheKey.empty());
        QVERIFY(!cache.tree(layers->front()));
        QCOMPARE(support::folderState(m_folder.path()), before);
    }

    void theSameComesBack() {
        const auto source = written("same.gpkg", shapesOfAllKinds());
        const auto first = keptRun(source);
        QCOMPARE(first.size(), 2U);
        QVERIFY(!first[0].warnings.empty() && !first[0].reduced.empty());
        PackedCache cache(cacheFolder());
        const auto again = cache.read(source, fieldsOf);
        QVERIFY(again && again->size() == 2U);
        for (std::size_t i = 0; i < 2; ++i) {
            QVERIFY(sameLayer(first[i], (*again)[i]));
            const auto tree = cache.tree((*again)[i]);
            QVERIFY(tree);
            const auto built = gis::RunTree::build(first[i].shapes).value();
            QVERIFY(sameTree(*tree, built));
            const auto sums = cache.sums((*again)[i], *tree, {}, "planar");
            QVERIFY(sums);
            QVERIFY(equal(sums->atRun, gis::BoundarySums::build(first[i].shapes, built, {})->atRun));
            QVERIFY(!cache.sums((*again)[i], *tree, {}, "ellipsoid"));
            QCOMPARE(*cache.note((*again)[i], "doubtful"), (std::vector<std::uint32_t>{1, 2, 3}));
        }
        QVERIFY(cache.verify() == PackedCache::Verdict::Match);
        const QStringList files = filesIn(cacheFolder());
        QVERIFY(cache.keep());
        QCOMPARE(filesIn(cacheFolder()), files);
    }

    void moreCanBeAddedLater() {
        const auto source = written("later.gpkg", shapesOfAllKinds());
        keptRun(source);
        {
            PackedCache cache(cacheFolder());
            const auto layers = cache.read(source, fieldsOf).value();
            const auto tree = cache.tree(layers[0]).value();
            cache.add(layers[0], gis::BoundarySums::build(layers[0].shapes, tree, {}).value(), "other");
            QVERIFY(cache.keep());
        }
        PackedCache cache(cacheFolder());
        const auto layers = cache.read(source, fieldsOf).value();
        QVERIFY(cache.sums(layers[0], cache.tree(layers[0]).value(), {}, "other"));
        QVERIFY(!cache.sums(layers[1], cache.tree(layers[1]).value(), {}, "other"));
    }

    void changesAreNoticed_data() {
        QTest::addColumn<QByteArray>("what");
        for (const char* what : {"sql", "time", "log", "layer", "fields"}) QTest::newRow(what) << QByteArray(what);
    }
    void changesAreNoticed() {
        QFETCH(QByteArray, what);
        auto source = written("changed.gpkg", shapesOfAllKinds());
        keptRun(source);
        gis::WantedFields fields = fieldsOf;
        const auto writer = gis::SqliteDatabase::open(source.path, gis::SqliteMode::ReadWrite).value();
        writer.disableTriggers();
        if (what == "sql") QVERIFY(writer.execute("UPDATE plots SET name = 'new' WHERE fid = 1"));
        if (what == "time")
            fs::last_write_time(source.path, fs::last_write_time(source.path) + std::chrono::nanoseconds(1000));
        if (what == "log")
            QVERIFY(
                writer.execute("PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0; UPDATE plots SET name = 'x'"));
        if (what == "layer") source.layer = "plots";
        if (what == "fields") fields = [](const gis::LayerInfo&) { return std::vector<std::string>{"name"}; };
        PackedCache cache(cacheFolder());
        const auto layers = cache.read(source, fields);
        QVERIFY(layers);
        QVERIFY(sameLayer(layers->front(), gis::readPackedLayers(source, fields)->front()));
        QVERIFY(!cache.tree(layers->front()));
    }

    void contentIsVerified() {
        const auto source = written("content.gpkg", shapesOfAllKinds());
        keptRun(source);
        // Other content under the same size, time and counter.
        const auto time = fs::last_write_time(source.path);
        QByteArray bytes = support::fileBytes(QString::fromStdString(source.path));
        const qsizetype place = bytes.indexOf("\xe5\x90\x8d\xe7\xa7\xb0 7");
        QVERIFY(place > 0);
        bytes[place + 7] = '8';
        QVERIFY(support::putBytes(QString::fromStdString(source.path), bytes));
        fs::last_write_time(source.path, time);
        {
            PackedCache cache(cacheFolder());
            const auto layers = cache.read(source, fieldsOf).value();
            QVERIFY(cache.tree(layers[0]));
            QVERIFY(cache.verify() == PackedCache::Verdict::Mismatch);
        }
        PackedCache cache(cacheFolder());
        const auto layers = cache.read(source, fieldsOf).value();
        QVERIFY(!cache.tree(layers[0]));
        QVERIFY(sameLayer(layers[0], gis::readPackedLayers(source, fieldsOf)->front()));
        QVERIFY(cache.keep());
        PackedCache third(cacheFolder());
        const auto thirdLayers = third.read(source, fieldsOf).value();
        QVERIFY(!third.tree(thirdLayers[0]));  // that of the other content
        QVERIFY(third.verify() == PackedCache::Verdict::Match);
    }

    void changedCachesAreNotTrusted_data() {
        QTest::addColumn<unsigned>("seed");
        for (const unsigned seed : {3U, 13U, 23U, 33U}) QTest::addRow("500 changes, seed %u", seed) << seed;
    }
    void changedCachesAreNotTrusted() {
        QFETCH(unsigned, seed);
        const auto source = written("fuzz.gpkg", shapesOfAllKinds());
        const auto first = keptRun(source);
        std::vector<std::pair<QString, QByteArray>> files;
        for (const QString& name : filesIn(cacheFolder())) {
            const QString path = QString::fromStdString(cacheFolder()) + u'/' + name;
            files.emplace_back(path, support::fileBytes(path));
        }
        QCOMPARE(files.size(), 7U);
        std::mt19937 random(seed);
        int noticed = 0;
        for (int round = 0; round < 500; ++round) {
            const auto& [path, whole] = files[random() % files.size()];
            QByteArray bytes = whole;
            const int kind = static_cast<int>(random() % 8);
            if (kind == 0) {
                bytes.truncate(qsizetype(random() % std::size_t(bytes.size())));
            } else if (kind == 1) {
                bytes.append(100, 'x');
            } else {
                for (int change = 0; change <= kind; ++change)
                    bytes[qsizetype(random() % std::size_t(bytes.size()))] = static_cast<char>(random());
            }
            const bool changed = bytes != whole;
            QVERIFY(support::putBytes(path, bytes));
            PackedCache cache(cacheFolder());
            const auto layers = cache.read(source, fieldsOf);
            QVERIFY(layers && layers->size() == 2U);
            bool same = true;
            for (std::size_t i = 0; i < 2; ++i) {
                const auto& layer = (*layers)[i];
                same = same && sameLayer(layer, first[i]);
                const auto tree = cache.tree(layer);
                const auto sums = tree ? cache.sums(layer, *tree, {}, "planar") : std::nullopt;
                (void)cache.note(layer, "doubtful");
                if (sums) QVERIFY(walkedThrough(layer, *tree, *sums) > -1e300);
                if (tree) same = same && sameTree(*tree, gis::RunTree::build(first[i].shapes).value());
            }
            if (!same) QVERIFY(changed && cache.verify() == PackedCache::Verdict::Mismatch);
            if (changed && (!same || cache.verify() == PackedCache::Verdict::Mismatch)) ++noticed;
            QVERIFY(support::putBytes(path, whole));
        }
        QVERIFY(noticed > 10);
    }

    void arraysThatDoNotFitAreUnsound() {
        const auto source = written("unsound.gpkg", shapesOfAllKinds());
        const PackedLayer layer = gis::readPackedLayers(source, fieldsOf)->front();
        const auto tree = gis::RunTree::build(layer.shapes).value();
        QVERIFY(gis::isSound(layer.shapes) && gis::isSound(tree, layer.shapes));
        std::mt19937 random(4);
        int unsound = 0;
        for (int round = 0; round < 3000; ++round) {
            PackedShapes shapes = layer.shapes;
            std::vector<std::uint32_t> starts;
            std::vector<std::int8_t> dimensions(shapes.dimensions.begin(), shapes.dimensions.end());
            const auto damaged = [&](std::span<const std::uint32_t>& array) {
                starts.assign(array.begin(), array.end());
                starts[random() % starts.size()] =
                    static_cast<std::uint32_t>(random() % 3 == 0 ? random() : random() % 40);
                if (random() % 5 == 0) starts.pop_back();
                array = starts;
            };
            switch (random() % 4) {
                case 0:
                    damaged(shapes.sequenceStarts);
                    break;
                case 1:
                    damaged(shapes.partStarts);
                    break;
                case 2:
                    damaged(shapes.shapeStarts);
                    break;
                default:
                    dimensions[random() % dimensions.size()] = static_cast<std::int8_t>(random());
                    shapes.dimensions = dimensions;
            }
            if (!gis::isSound(shapes)) {
                ++unsound;
                continue;
            }
            const auto own = gis::RunTree::build(shapes).value();
            const auto sums = gis::BoundarySums::build(shapes, own, {}).value();
            PackedLayer walked = layer;
            walked.shapes = shapes;
            QVERIFY(walkedThrough(walked, own, sums) > -1e300);
        }
        QVERIFY(unsound > 1000);
    }

    void anotherMachinesCacheIsNotTaken() {
        // One whose seal was made with another key: what it is sealed with differs in the seal alone.
        const auto source = written("foreign.gpkg", shapesOfAllKinds());
        keptRun(source);
        for (const QString& name : filesIn(cacheFolder())) {
            const QString path = QString::fromStdString(cacheFolder()) + u'/' + name;
            QByteArray bytes = support::fileBytes(path);
            bytes[90] = static_cast<char>(bytes[90] ^ 1);
            QVERIFY(support::putBytes(path, bytes));
        }
        PackedCache cache(cacheFolder());
        const auto layers = cache.read(source, fieldsOf);
        QVERIFY(layers && !cache.tree(layers->front()) && cache.verify() == PackedCache::Verdict::Match);
    }

    void otherFormats() {
        const std::string path = at("squares.shp").toStdString();
        QVERIFY(gis::writeLayers(path, {{"squares", support::squares(50), {}}}, gis::Overwrite::Yes));
        keptRun({path, {}});
        PackedCache cache(cacheFolder());
        const auto layers = cache.read({path, {}}, fieldsOf);
        QVERIFY(layers && cache.tree(layers->front()));
        QVERIFY(sameLayer(layers->front(), gis::readPackedLayers({path, {}}, fieldsOf)->front()));
        fs::last_write_time(at("squares.dbf").toStdString(), fs::file_time_type::clock::now());
        PackedCache later(cacheFolder());
        QVERIFY(!later.tree(later.read({path, {}}, fieldsOf)->front()));
    }

    void errorsAreThoseOfReading() {
        PackedCache cache(cacheFolder());
        const auto answer = cache.read({at("nothing.gpkg").toStdString(), {}}, fieldsOf);
        QVERIFY(!answer && answer.error().code == gis::ErrorCode::NotFound);
    }
    void canceled() {
        const auto source = written("canceled.gpkg", shapesOfAllKinds());
        keptRun(source);
        PackedCache cache(cacheFolder());
        QVERIFY(cache.read(source, fieldsOf));
        gis::JobControl control;
        control.cancel.cancel();
        QVERIFY(cache.verify(control) == PackedCache::Verdict::Canceled);
    }
    void wiped() {
        keptRun(written("wiped.gpkg", shapesOfAllKinds()));
        std::ofstream(cacheFolder() + "/mine.txt") << "x";
        PackedCache::wipe(cacheFolder());
        QCOMPARE(filesIn(cacheFolder()), QStringList{QStringLiteral("mine.txt")});
        fs::remove(cacheFolder() + "/mine.txt");
        PackedCache::wipe(cacheFolder());
        QVERIFY(!fs::exists(cacheFolder()));
    }
};

QTEST_GUILESS_MAIN(TestPackedCache)
#include "test_packed_cache.moc"
