// SPDX-License-Identifier: Apache-2.0
// Outputs: whole or not there, never over something else, what a Shapefile cannot hold is refused.
#include <sys/mount.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QtTest>

#include "gis/io/TableColumns.h"
#include "gis/io/VectorFile.h"
#include "tests/support/GisFixtures.h"

using support::fileBytes;
using support::folderState;
using support::putBytes;
using support::squares;

class TestVectorWrite : public QObject {
    Q_OBJECT
    static gis::Result<void> write(const QString& path, const gis::FeatureTable& table,
                                   gis::Overwrite overwrite = gis::Overwrite::No) {
        return gis::writeLayers(path.toStdString(), {{"layer", table, {}}}, overwrite);
    }

private Q_SLOTS:
    void formatsNotWrittenNameThoseThatAre() {
        QTemporaryDir folder;
        const auto answer = write(folder.filePath(QStringLiteral("x.docx")), squares(1));
        QCOMPARE(answer.error().code, gis::ErrorCode::UnsupportedFormat);
        const std::string text = gis::describe(answer.error());
        QVERIFY2(text.find("cannot write .docx; available: .fgb, .geojson, .gpkg, .json, .shp") != std::string::npos,
                 text.c_str());
        QVERIFY(!gis::checkOutputFormat("a.docx"));
        QVERIFY(gis::checkOutputFormat("a.gpkg", 3));
        QVERIFY(!gis::checkOutputFormat("a.shp", 3));
        QVERIFY(folderState(folder.path()).isEmpty());
    }
    void existingFilesNeedLeave_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"a.gpkg", "a.geojson", "a.fgb", "a.shp"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void existingFilesNeedLeave() {
        QFETCH(QString, name);
        QTemporaryDir folder;
        const QString path = folder.filePath(name);
        QVERIFY(write(path, squares(1)));
        const QByteArray before = fileBytes(path);
        QCOMPARE(write(path, squares(2)).error().code, gis::ErrorCode::AlreadyExists);
        QCOMPARE(fileBytes(path), before);
        QVERIFY(write(path, squares(2), gis::Overwrite::Yes));
        QCOMPARE(gis::readLayer({path.toStdString(), {}})->table.size(), std::size_t(2));
    }
    void nothingElseIsLeft() {
        QTemporaryDir folder;
        QVERIFY(write(folder.filePath(QStringLiteral("a.gpkg")), squares(50)));
        QVERIFY(write(folder.filePath(QStringLiteral("b.shp")), squares(50)));
        QVERIFY(write(folder.filePath(QStringLiteral("c.fgb")), squares(50)));
        QVERIFY(write(folder.filePath(QStringLiteral("d.geojson")), squares(50)));
        QStringList names =
            QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
        QCOMPARE(names.join(u' '), QStringLiteral("a.gpkg b.cpg b.dbf b.prj b.shp b.shx c.fgb d.geojson"));
        QCOMPARE(fileBytes(folder.filePath(QStringLiteral("b.cpg"))).trimmed(), QByteArray("UTF-8"));
    }
    void aStrayPartOfAShapefileIsNotReplaced() {
        QTemporaryDir folder;
        QVERIFY(putBytes(folder.filePath(QStringLiteral("a.dbf")), "someone's"));
        QCOMPARE(write(folder.filePath(QStringLiteral("a.shp")), squares(1)).error().code,
                 gis::ErrorCode::AlreadyExists);
        QCOMPARE(folderState(folder.path()).size(), 1);
    }
    void staleIndexGoes() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.shp"));
        QVERIFY(write(path, squares(1)));
        QVERIFY(putBytes(folder.filePath(QStringLiteral("a.qix")), "old index"));
        QVERIFY(write(path, squares(2), gis::Overwrite::Yes));
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("a.qix"))));
    }

    void columnNamesOfATable() {
        const gis::Schema schema({{"一二三四五六", gis::FieldType::Text, 0},
                                  {"一二三四", gis::FieldType::Text, 0},
                                  {"area_square_metres", gis::FieldType::Real, 0},
                                  {"area_square_miles", gis::FieldType::Real, 0},
                                  {"", gis::FieldType::Text, 0}});
        const auto names = gis::tableColumnNames(schema);
        QCOMPARE(names[0], std::string("一二三"));  // nine bytes, no character cut
        QCOMPARE(names[1], std::string("一二_1"));
        QCOMPARE(names[2], std::string("area_squar"));
        QCOMPARE(names[3], std::string("area_squ_1"));
        QVERIFY(!names[4].empty());
        for (const auto& name : names) QVERIFY(name.size() <= 10);
    }
    void shapefileCannotHold_data() {
        QTest::addColumn<int>("what");
        QTest::newRow("long text") << 0;
        QTest::newRow("mixed kinds") << 1;
        QTest::newRow("no geometry at all") << 2;
    }
    void shapefileCannotHold() {
        QFETCH(int, what);
        const gis::Schema schema({{"note", gis::FieldType::Text, 0}});
        std::vector<gis::Feature> features{gis::Feature(gis::FeatureId{1},
                                                        what == 2 ? gis::Geometry() : support::square(0, 0, 1),
                                                        {what == 0 ? std::string(300, 'x') : std::string("x")})};
        if (what == 1)
            features.emplace_back(gis::FeatureId{2}, gis::Geometry::point({1, 1}),
                                  std::vector<gis::Value>{std::string("x")});
        const gis::FeatureTable table(schema, gis::CoordinateReferenceSystem::cgcs2000(), features);
        QTemporaryDir folder;
        QCOMPARE(write(folder.filePath(QStringLiteral("a.shp")), table).error().code, gis::ErrorCode::InvalidArgument);
        QVERIFY(folderState(folder.path()).isEmpty());
        QVERIFY(write(folder.filePath(QStringLiteral("a.gpkg")), table));
        QCOMPARE(gis::readLayer({folder.filePath(QStringLiteral("a.gpkg")).toStdString(), "layer"})->table.size(),
                 features.size());
    }
    void fixedTimeMakesEqualBytes() {
        QTemporaryDir folder;
        qputenv("SOURCE_DATE_EPOCH", "1600000000");
        QVERIFY(write(folder.filePath(QStringLiteral("a.gpkg")), squares(20)));
        QTest::qWait(1100);
        QVERIFY(write(folder.filePath(QStringLiteral("b.gpkg")), squares(20)));
        qunsetenv("SOURCE_DATE_EPOCH");
        QVERIFY(fileBytes(folder.filePath(QStringLiteral("a.gpkg"))) ==
                fileBytes(folder.filePath(QStringLiteral("b.gpkg"))));
    }

    void folderThatMayNotBeWritten() {
        QTemporaryDir folder;
        const QString inside = folder.filePath(QStringLiteral("closed"));
        QDir().mkpath(inside);
        if (::geteuid() == 0) {
            // permissions do not bind root: a read-only mount does
            if (::mount("tmpfs", inside.toLocal8Bit().constData(), "tmpfs", MS_RDONLY, "size=1m") != 0)
                QSKIP("cannot mount");
        } else {
            QVERIFY(QFile::setPermissions(inside, QFile::ReadOwner | QFile::ExeOwner));
        }
        const auto answer = write(inside + QStringLiteral("/a.gpkg"), squares(1));
        if (::geteuid() == 0) ::umount(inside.toLocal8Bit().constData());
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, gis::ErrorCode::Unwritable);
        QCOMPARE(write(folder.filePath(QStringLiteral("none/a.gpkg")), squares(1)).error().code,
                 gis::ErrorCode::Unwritable);
    }
    void fullDisk_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"a.gpkg", "a.geojson", "a.fgb", "a.shp"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void fullDisk() {
        QFETCH(QString, name);
        if (::geteuid() != 0) QSKIP("a small disk can be made by root only");
        QTemporaryDir folder;
        const QByteArray place = folder.path().toLocal8Bit();
        if (::mount("tmpfs", place.constData(), "tmpfs", 0, "size=300k") != 0) QSKIP("cannot mount");
        const QString path = folder.filePath(name);
        const auto small = write(path, squares(3));
        const QByteArray before = fileBytes(path);
        const auto answer = write(path, squares(20000), gis::Overwrite::Yes);
        const QByteArray after = fileBytes(path);
        const auto left = QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        ::umount(place.constData());
        QVERIFY2(small, small ? "" : gis::describe(small.error()).c_str());
        QVERIFY(!answer);
        QVERIFY2(answer.error().code == gis::ErrorCode::DiskFull, gis::describe(answer.error()).c_str());
        QVERIFY(before == after && !before.isEmpty());
        QCOMPARE(left.size(), name.endsWith(QLatin1String(".shp")) ? 5 : 1);
    }
};

QTEST_GUILESS_MAIN(TestVectorWrite)
#include "test_vector_write.moc"
