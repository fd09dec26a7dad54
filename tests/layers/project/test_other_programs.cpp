// SPDX-License-Identifier: Apache-2.0
// A project file among other files and programs: linked data stay found, what others wrote is not lost unasked.
#include <sys/mount.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QtTest>

#include "PlanBuilder.h"
#include "gis/io/SqliteDatabase.h"
#include "layers/project/ProjectStore.h"
#include "layers/project/RowSync.h"

using namespace layers;
using namespace support;

#define VERIFY_OK(result) QVERIFY2(result, (result) ? "" : gis::describe((result).error()).c_str())

namespace {

QByteArray bytesOf(const std::string& path) {
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::string firstText(const std::string& path, const std::string& sql) {
    const auto database = gis::SqliteDatabase::open(path, gis::SqliteMode::ReadOnly);
    const auto value = database->value(sql);
    return value ? gis::toText(*value) : gis::describe(value.error());
}

void execute(const std::string& path, const std::string& sql) {
    const auto database = gis::SqliteDatabase::open(path, gis::SqliteMode::ReadWrite);
    QVERIFY(database);
    database->disableTriggers();  // they want functions that a program with GDAL has
    const auto done = database->execute(sql);
    VERIFY_OK(done);
}

SnapshotPtr linkedPlan(const std::string& source) {
    auto plan = std::make_shared<ProjectSnapshot>();
    Layer layer = layoutLayer("linked", 8, 5);
    layer.source = {source, "many", ""};
    plan->layers = {share(layer), share(layoutLayer("own", 9, 2))};
    return plan;
}

SnapshotPtr renamed(const SnapshotPtr& plan, const std::string& title) {
    auto next = std::make_shared<ProjectSnapshot>(*plan);
    next->info.title = title;
    next->revision = gis::Revision{gis::number(plan->revision) + 1};
    return next;
}

}  // namespace

class TestOtherPrograms : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    std::string path(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)).toStdString(); }
    void makeSource(const char* name) const {
        auto plan = std::make_shared<ProjectSnapshot>();
        plan->layers = {share(layoutLayer("many", 1, 5))};
        const auto made = createProject(path(name), *plan, gis::Overwrite::No);
        VERIFY_OK(made);
    }
    std::string storedLink(const char* name) const {
        return firstText(path(name), "SELECT json_extract(source,'$.path') FROM tuce_layers WHERE id=8");
    }
    void linkIsGood(const char* name) const {
        const auto opened = openProject(path(name));
        VERIFY_OK(opened);
        QVERIFY(opened->warnings.empty());
        QCOMPARE(opened->snapshot->layer("linked")->table.size(), std::size_t{5});
        QVERIFY(QDir::isAbsolutePath(QString::fromStdString(opened->snapshot->layer("linked")->source.path)));
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        for (const char* sub : {"data", "a", "b/deep"}) QDir(m_folder->path()).mkpath(QString::fromLatin1(sub));
    }

    void linksResolveAfterSavingElsewhere() {
        makeSource("data/source.gpkg");
        QVERIFY(createProject(path("a/p.tuce"), *linkedPlan(path("data/source.gpkg")), gis::Overwrite::No));
        QCOMPARE(storedLink("a/p.tuce"), std::string("../data/source.gpkg"));
        linkIsGood("a/p.tuce");
        const auto opened = openProject(path("a/p.tuce"));
        VERIFY_OK(opened);
        QVERIFY(createProject(path("b/deep/q.tuce"), *opened->snapshot, gis::Overwrite::No));
        QCOMPARE(storedLink("b/deep/q.tuce"), std::string("../../data/source.gpkg"));
        linkIsGood("b/deep/q.tuce");
        // Saved again in its new place, it stays so.
        QVERIFY(saveProject(path("b/deep/q.tuce"), *opened->snapshot));
        linkIsGood("b/deep/q.tuce");
    }
    void linksResolveAfterMovingAllTogether() {
        makeSource("a/source.gpkg");
        QVERIFY(createProject(path("a/p.tuce"), *linkedPlan(path("a/source.gpkg")), gis::Overwrite::No));
        QCOMPARE(storedLink("a/p.tuce"), std::string("source.gpkg"));
        QVERIFY(QDir(m_folder->path()).rename(QStringLiteral("a"), QStringLiteral("moved")));
        linkIsGood("moved/p.tuce");
    }

    void whatAnotherProgramWroteIsNotReplacedUnasked() {
        const std::string file = path("a/p.tuce");
        QVERIFY(createProject(file, *fullPlan(), gis::Overwrite::No));
        auto opened = openProject(file);
        VERIFY_OK(opened);
        const SnapshotPtr mine = renamed(opened->snapshot, "mine");
        const KnownFile known{opened->snapshot, opened->stamp};
        const std::string table =
            firstText(file, "SELECT table_name FROM tuce_layers WHERE kind='layout' AND table_name IS NOT NULL");
        execute(file, "UPDATE \"" + table + "\" SET name='by QGIS' WHERE fid=1");
        const QByteArray theirs = bytesOf(file);
        const auto refused = saveKnownProject(file, *mine, known);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, gis::ErrorCode::ChangedElsewhere);
        QCOMPARE(refused.error().subject.path, file);
        QCOMPARE(bytesOf(file), theirs);
        // Without a known state the save replaces it.
        const auto replaced = saveKnownProject(file, *mine, {});
        VERIFY_OK(replaced);
        QVERIFY(openProject(file)->snapshot->samePlan(*mine));
    }
    void ourOwnSavesAndATouchedFileAreNoReason() {
        const std::string file = path("a/p.tuce");
        QVERIFY(createProject(file, *fullPlan(), gis::Overwrite::No));
        const auto opened = openProject(file);
        VERIFY_OK(opened);
        KnownFile known{opened->snapshot, opened->stamp};
        for (const char* title : {"one", "two", "three"}) {
            const SnapshotPtr next = renamed(known.plan, title);
            const auto saved = saveKnownProject(file, *next, known);
            VERIFY_OK(saved);
            QVERIFY(*saved == projectStamp(file));
            known = {next, *saved};
        }
        // Opened and left by a program that writes without changing anything.
        execute(file, "CREATE TABLE scratch(a); DROP TABLE scratch");
        QVERIFY(known.stamp != projectStamp(file));
        const auto saved = saveKnownProject(file, *renamed(known.plan, "four"), known);
        VERIFY_OK(saved);
        QCOMPARE(openProject(file)->snapshot->info.title, std::string("four"));
    }
    void anotherFileInThePlaceIsSeen() {
        QVERIFY(createProject(path("a/p.tuce"), *fullPlan(), gis::Overwrite::No));
        const auto opened = openProject(path("a/p.tuce"));
        QVERIFY(createProject(path("b/q.tuce"), *linkedPlan(path("a/none.gpkg")), gis::Overwrite::No));
        QVERIFY(QFile::remove(QString::fromStdString(path("a/p.tuce"))));
        QVERIFY(QFile::copy(QString::fromStdString(path("b/q.tuce")), QString::fromStdString(path("a/p.tuce"))));
        const auto saved = saveKnownProject(path("a/p.tuce"), *opened->snapshot, {opened->snapshot, opened->stamp});
        QCOMPARE(saved.error().code, gis::ErrorCode::ChangedElsewhere);
    }

    void aFullDiskKeepsTheOldState() {
        if (::geteuid() != 0) QSKIP("a small disk can be made by root only");
        const QByteArray place = QByteArray::fromStdString(path("a"));
        if (::mount("tmpfs", place.constData(), "tmpfs", 0, "size=1500k") != 0) QSKIP("cannot mount");
        const std::string file = path("a/p.tuce");
        const auto small = createProject(file, *fullPlan(), gis::Overwrite::No);
        auto large = std::make_shared<ProjectSnapshot>(*fullPlan());
        large->layers.push_back(share(layoutLayer("many", 77, 30'000)));
        const auto saved = saveProject(file, *large);
        const auto made = createProject(path("a/other.tuce"), *large, gis::Overwrite::No);
        const auto left =
            QDir(QString::fromLocal8Bit(place)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        const auto after = openProject(file);
        ::umount(place.constData());
        VERIFY_OK(small);
        QVERIFY(!saved);
        QVERIFY2(saved.error().code == gis::ErrorCode::DiskFull, gis::describe(saved.error()).c_str());
        QVERIFY(!made);
        QVERIFY2(made.error().code == gis::ErrorCode::DiskFull, gis::describe(made.error()).c_str());
        QCOMPARE(left.join(u' '), QStringLiteral("p.tuce"));
        VERIFY_OK(after);
        QVERIFY(after->snapshot->samePlan(*fullPlan()));
    }
    void aFolderThatMayNotBeWrittenKeepsTheOldState() {
        if (::geteuid() != 0) QSKIP("a read-only disk can be mounted by root only");
        const QByteArray place = QByteArray::fromStdString(path("a"));
        if (::mount("tmpfs", place.constData(), "tmpfs", 0, "size=4m") != 0) QSKIP("cannot mount");
        const std::string file = path("a/p.tuce");
        const auto made = createProject(file, *fullPlan(), gis::Overwrite::No);
        const QByteArray before = bytesOf(file);
        const bool locked = ::mount("tmpfs", place.constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, "size=4m") == 0;
        const auto opened = openProject(file);
        const auto saved = saveProject(file, *renamed(fullPlan(), "mine"));
        const auto other = createProject(path("a/q.tuce"), *fullPlan(), gis::Overwrite::No);
        const QByteArray after = bytesOf(file);
        ::umount(place.constData());
        VERIFY_OK(made);
        if (!locked) QSKIP("cannot mount again read-only");
        VERIFY_OK(opened);
        QCOMPARE(saved.error().code, gis::ErrorCode::Unwritable);
        QCOMPARE(other.error().code, gis::ErrorCode::Unwritable);
        QVERIFY(before == after && !before.isEmpty());
    }

    void definitionsAreInWkt1() {
        const std::string file = path("a/p.tuce");
        QVERIFY(createProject(file, *linkedPlan(path("a/none.gpkg")), gis::Overwrite::No));
        const std::string wkt = firstText(file, "SELECT definition FROM gpkg_spatial_ref_sys WHERE srs_id=4545");
        QVERIFY2(wkt.starts_with("PROJCS[\"CGCS2000 / 3-degree Gauss-Kruger CM 108E\""), wkt.c_str());
        QVERIFY(wkt.find("AUTHORITY[\"EPSG\",\"4545\"]") != std::string::npos);
        // Files of earlier versions are completed by the next save.
        execute(file, "UPDATE gpkg_spatial_ref_sys SET definition='undefined' WHERE srs_id=4545");
        QVERIFY(saveProject(file, *linkedPlan(path("a/none.gpkg"))));
        QCOMPARE(firstText(file, "SELECT definition FROM gpkg_spatial_ref_sys WHERE srs_id=4545"), wkt);
    }
};

QTEST_GUILESS_MAIN(TestOtherPrograms)
#include "test_other_programs.moc"
