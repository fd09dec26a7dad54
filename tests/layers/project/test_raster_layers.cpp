// SPDX-License-Identifier: Apache-2.0
// Raster layers in a plan: kept in file and journal, below all others, and a file that is gone.
#include <QTemporaryDir>
#include <QtTest>

#include "PlanBuilder.h"
#include "gis/io/SqliteDatabase.h"
#include "layers/edit/LayerEdit.h"
#include "layers/project/ChangeSetCodec.h"
#include "layers/project/ProjectStore.h"
#include "layers/project/RowSync.h"
#include "tests/support/TiffFile.h"

using namespace layers;
using namespace support;

namespace {

const TiffPlace place{500'000, 3'400'000, 10, 10, 4545, false};

Layer rasterLayer(const std::string& name, const QString& path) {
    Layer layer;
    layer.name = name;
    layer.source.path = path.toStdString();
    layer.table = gis::FeatureTable({}, gis::CoordinateReferenceSystem::fromCode("EPSG:4545").value(), {});
    layer.raster = RasterPicture{{20, 10, {500'000, 10, 0, 3'400'000, 0, -10}}, std::array<double, 2>{-1.5, 300}};
    return layer;
}

SnapshotPtr after(const SnapshotPtr& plan, const gis::Result<ChangeSet>& change) {
    if (!change) qFatal("%s", gis::describe(change.error()).c_str());
    return applied(plan, *change).value();
}

bool makeTiff(const QString& path) {
    return writeTiff(path, {colourPage(20, 10, [](int, int) { return 0x123456U; })}, {place, {}, 16});
}

}  // namespace

class TestRasterLayers : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

private Q_SLOTS:
    void theyLieBelowAllOthers() {
        SnapshotPtr plan = fullPlan();
        const int others = static_cast<int>(plan->layers.size());
        plan = after(plan, addLayer(*plan, rasterLayer("one", QStringLiteral("/a.tif"))));
        plan = after(plan, addLayer(*plan, rasterLayer("two", QStringLiteral("/b.tif")), others));
        QCOMPARE(plan->layers[0]->name, std::string("one"));
        QCOMPARE(plan->layers[1]->name, std::string("two"));
        plan = after(plan, moveLayer(*plan, plan->layers[0]->id, others));  // as far up as they may
        QCOMPARE(plan->layers[1]->name, std::string("one"));
        const gis::LayerId top = plan->layers.back()->id;
        plan = after(plan, moveLayer(*plan, top, 0));  // as far down as it may
        QCOMPARE(plan->layers[2]->id, top);
        Layer basemap = layoutLayer("low", 0, 1);
        basemap.kind = LayerKind::Basemap;
        plan = after(plan, addLayer(*plan, basemap));
        QVERIFY(plan->layers[0]->isRaster() && plan->layers[1]->isRaster() && !plan->layers[2]->isRaster());
    }

    void extentIsThatOfThePicture() {
        QCOMPARE(rasterLayer("one", {}).extent(), (gis::Extent{500'000, 3'399'900, 500'200, 3'400'000}));
    }

    void savedOpenedAndJournalled() {
        const QString tif = m_folder.filePath(QStringLiteral("base.tif"));
        QVERIFY(makeTiff(tif));
        const std::string path = m_folder.filePath(QStringLiteral("plan.gpkg")).toStdString();
        const SnapshotPtr bare = fullPlan();
        const auto change = addLayer(*bare, rasterLayer("base", tif));
        const SnapshotPtr plan = after(bare, change);
        const QByteArray tifBefore = fileBytes(tif.toStdString());
        QVERIFY(createProject(path, *plan, gis::Overwrite::No).has_value());
        const auto opened = openProject(path);
        QVERIFY2(opened, opened ? "" : gis::describe(opened.error()).c_str());
        QVERIFY(*opened->snapshot->layers[0] == *plan->layers[0]);
        QCOMPARE(fileBytes(tif.toStdString()), tifBefore);
        const auto flaws = verifyProject(path);
        QVERIFY(flaws.has_value());
        for (const IntegrityFlaw& flaw : *flaws) QVERIFY2(flaw.subject.layer != "base", flaw.kind.c_str());
        // Other programs see neither a table nor a row of contents that they could not read.
        const auto database = gis::SqliteDatabase::open(path, gis::SqliteMode::ReadOnly);
        const auto rows = readRows(*database, "SELECT table_name FROM gpkg_contents WHERE identifier='base'");
        QVERIFY(rows && rows->empty());
        // A step of the journal brings it back.
        const auto bytes = encodeChangeSet(*change);
        const auto read = decodeChangeSet(bytes);
        QVERIFY(read.has_value());
        QVERIFY(*applied(bare, *read).value()->layers[0] == *plan->layers[0]);
    }

    void pathsAreRelativeToTheProject() {
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("a/rasters")));
        const QString tif = m_folder.filePath(QStringLiteral("a/rasters/base.tif"));
        QVERIFY(makeTiff(tif));
        const SnapshotPtr plan = after(fullPlan(), addLayer(*fullPlan(), rasterLayer("base", tif)));
        const std::string path = m_folder.filePath(QStringLiteral("a/plan.gpkg")).toStdString();
        QVERIFY(createProject(path, *plan, gis::Overwrite::No).has_value());
        QVERIFY(QDir(m_folder.path()).rename(QStringLiteral("a"), QStringLiteral("b")));
        const auto opened = openProject(m_folder.filePath(QStringLiteral("b/plan.gpkg")).toStdString());
        QVERIFY(opened.has_value());
        for (const gis::Warning& warning : opened->warnings) QVERIFY(warning.subject.layer != "base");
        QVERIFY(QFile::exists(QString::fromStdString(opened->snapshot->layers[0]->source.path)));
    }

    void aFileThatIsGoneLeavesThePlan() {
        const QString tif = m_folder.filePath(QStringLiteral("gone.tif"));
        QVERIFY(makeTiff(tif));
        const SnapshotPtr plan = after(fullPlan(), addLayer(*fullPlan(), rasterLayer("base", tif)));
        const std::string path = m_folder.filePath(QStringLiteral("gone.gpkg")).toStdString();
        QVERIFY(createProject(path, *plan, gis::Overwrite::No).has_value());
        QFile::remove(tif);
        const auto opened = openProject(path);
        QVERIFY(opened.has_value());
        QVERIFY(std::any_of(opened->warnings.begin(), opened->warnings.end(), [](const gis::Warning& warning) {
            return warning.kind == "linked_source" && warning.subject.layer == "base";
        }));
        // It keeps its place, so that it is there again when the file is.
        QVERIFY(opened->snapshot->layers[0]->isRaster());
        QCOMPARE(opened->snapshot->layers[0]->extent(), plan->layers[0]->extent());
        QVERIFY(saveProject(path, *opened->snapshot).has_value());
        QVERIFY(makeTiff(tif));
        const auto again = openProject(path);
        QVERIFY(again && *again->snapshot->layers[0] == *plan->layers[0]);
    }

    void damagedRowsAreRefused() {
        const QString tif = m_folder.filePath(QStringLiteral("rows.tif"));
        QVERIFY(makeTiff(tif));
        const SnapshotPtr plan = after(fullPlan(), addLayer(*fullPlan(), rasterLayer("base", tif)));
        for (const char* raster :
             {R"({"width":-4,"height":2,"affine":[0,1,0,0,0,-1]})", R"({"width":4,"height":2,"affine":[0,0,0,0,0,0]})",
              R"({"width":4,"height":2,"affine":[0,1,0]})", R"("x")",
              R"({"width":4,"height":2,"affine":[0,1,0,0,0,-1],"stretch":[5,5]})"}) {
            const std::string path = m_folder.filePath(QStringLiteral("rows.gpkg")).toStdString();
            QVERIFY(createProject(path, *plan, gis::Overwrite::Yes).has_value());
            {
                auto database = gis::SqliteDatabase::open(path, gis::SqliteMode::ReadWrite);
                const std::string sql = "UPDATE tuce_layers SET source=json_set(source,'$.raster',json('" +
                                        std::string(raster) + "')) WHERE name='base'";
                QVERIFY(database->execute(sql.c_str()).has_value());
            }
            const auto opened = openProject(path);
            QVERIFY2(!opened, raster);
            QCOMPARE(opened.error().code, gis::ErrorCode::Unreadable);
        }
    }
};

QTEST_GUILESS_MAIN(TestRasterLayers)
#include "test_raster_layers.moc"
