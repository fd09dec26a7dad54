// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>

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

std::vector<Row> rows(const std::string& path, const std::string& sql) {
    const auto database = gis::SqliteDatabase::open(path, gis::SqliteMode::ReadOnly);
    const auto found = readRows(*database, sql);
    return found ? *found : std::vector<Row>{};
}

std::string firstText(const std::string& path, const std::string& sql) {
    const auto found = rows(path, sql);
    return found.empty() ? std::string() : gis::toText(found.front().front());
}

std::string flawsOf(const std::string& path) {
    const auto flaws = verifyProject(path);
    if (!flaws) return gis::describe(flaws.error());
    std::string text;
    for (const IntegrityFlaw& flaw : *flaws) text += flaw.kind + " " + gis::translated(flaw.text) + "; ";
    return text;
}

/// fullPlan() without the link to a clause that is not there, which verify rightly names.
SnapshotPtr soundPlan() {
    auto plan = std::make_shared<ProjectSnapshot>(*fullPlan());
    plan->links.pop_back();
    return plan;
}

SnapshotPtr withFeature(const SnapshotPtr& plan, std::int64_t layer, const gis::Feature& feature) {
    auto next = std::make_shared<ProjectSnapshot>(*plan);
    for (LayerPtr& held : next->layers) {
        if (held->id != gis::LayerId{layer}) continue;
        Layer changed = *held;
        changed.table = held->table.with({feature});
        held = share(changed);
    }
    next->revision = gis::Revision{gis::number(plan->revision) + 1};
    return next;
}

}  // namespace

class TestProjectStore : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    std::string path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)).toStdString(); }
    QString qpath(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private Q_SLOTS:
    void comesBackAsItWas() {
        const std::string file = path("full.gpkg");
        const SnapshotPtr plan = fullPlan();
        const auto created = createProject(file, *plan, gis::Overwrite::No);
        VERIFY_OK(created);
        const auto opened = openProject(file);
        VERIFY_OK(opened);
        const ProjectSnapshot& read = *opened->snapshot;
        QCOMPARE(read.revision, plan->revision);
        QVERIFY(read.info == plan->info);
        QCOMPARE(read.layers.size(), plan->layers.size());
        for (std::size_t i = 0; i < plan->layers.size(); ++i) {
            QVERIFY(read.layers[i]->table.schema() == plan->layers[i]->table.schema());
            QVERIFY(read.layers[i]->table.crs() == plan->layers[i]->table.crs());
            for (const gis::Feature& feature : plan->layers[i]->table)
                QVERIFY(*read.layers[i]->table.find(feature.id()) == feature);
        }
        QVERIFY(read.samePlan(*plan));
        QVERIFY(opened->warnings.empty());
        QVERIFY(!opened->hasJournal);
        QCOMPARE(createProject(file, *plan, gis::Overwrite::No).error().code, gis::ErrorCode::AlreadyExists);
        QVERIFY(createProject(file, *plan, gis::Overwrite::Yes));
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }
    void anEmptyPlanToo() {
        const std::string file = path("empty.gpkg");
        QVERIFY(createProject(file, ProjectSnapshot{}, gis::Overwrite::No));
        const auto opened = openProject(file);
        VERIFY_OK(opened);
        QVERIFY(opened->snapshot->samePlan(ProjectSnapshot{}));
        QCOMPARE(flawsOf(file), std::string());
    }

    void aSaveBringsAnyPlanIntoTheFile() {
        const std::string file = path("save.gpkg");
        QVERIFY(createProject(file, ProjectSnapshot{}, gis::Overwrite::No));
        SnapshotPtr plan = soundPlan();
        // In turn: everything comes, order and names change, a layer goes and another takes its id, all goes.
        auto second = std::make_shared<ProjectSnapshot>(*plan);
        std::swap(second->layers[0], second->layers[2]);
        Layer a = *second->layers[0];
        Layer b = *second->layers[2];
        std::swap(a.name, b.name);
        second->layers[0] = share(a);
        second->layers[2] = share(b);
        std::swap(second->sheets[0], second->sheets[1]);
        second->approvals.pop_back();
        auto third = std::make_shared<ProjectSnapshot>(*second);
        third->layers.erase(third->layers.begin() + 1);
        third->layers.push_back(share(layoutLayer("another", 12, 1)));
        third->corpus = PolicyCorpus();
        third->links.clear();
        const ProjectSnapshot last;
        for (const ProjectSnapshot& state : {*plan, *second, *third, *plan, last}) {
            const auto saved = saveProject(file, state);
            VERIFY_OK(saved);
            const auto opened = openProject(file);
            VERIFY_OK(opened);
            QVERIFY(opened->snapshot->samePlan(state));
            QCOMPARE(flawsOf(file), std::string());
        }
        QCOMPARE(rows(file, "SELECT * FROM gpkg_geometry_columns").size(), std::size_t{0});
        QCOMPARE(rows(file, "SELECT * FROM gpkgext_relations").size(), std::size_t{0});
        QCOMPARE(rows(file, "SELECT * FROM layer_styles").size(), std::size_t{0});
        QCOMPARE(rows(file, "SELECT * FROM sqlite_schema WHERE type='trigger'").size(), std::size_t{0});
    }
    void savingTheSameChangesNothing() {
        const std::string file = path("same.gpkg");
        QVERIFY(createProject(file, *soundPlan(), gis::Overwrite::No));
        const QByteArray before = fileBytes(file);
        QVERIFY(saveProject(file, *soundPlan()));
        QVERIFY(fileBytes(file) == before);
    }
    void fidsSurviveRemovalAndReturn() {
        const std::string file = path("fids.gpkg");
        const SnapshotPtr plan = soundPlan();
        QVERIFY(createProject(file, *plan, gis::Overwrite::No));
        const gis::Feature gone = *plan->layers[0]->table.find(gis::FeatureId{7});
        auto less = std::make_shared<ProjectSnapshot>(*plan);
        Layer layer = *less->layers[0];
        layer.table = layer.table.with({}, {gone.id()});
        less->layers[0] = share(layer);
        QVERIFY(saveProject(file, *less));
        QVERIFY(openProject(file)->snapshot->layers[0]->table.find(gone.id()) == nullptr);
        QVERIFY(saveProject(file, *plan));
        QVERIFY(*openProject(file)->snapshot->layers[0]->table.find(gone.id()) == gone);
    }

    void isAGeoPackageByTheRows() {
        const std::string file = path("rows.gpkg");
        QVERIFY(createProject(file, *soundPlan(), gis::Overwrite::No));
        QCOMPARE(firstText(file, "PRAGMA application_id"), std::to_string(0x47504B47));
        QCOMPARE(firstText(file, "PRAGMA user_version"), std::string("10300"));
        QCOMPARE(firstText(file, "SELECT count(*) FROM gpkg_spatial_ref_sys WHERE srs_id IN (-1,0,4326)"),
                 std::string("3"));
        const auto relation = rows(file,
                                   "SELECT base_table_name,base_primary_column,related_table_name,"
                                   "related_primary_column,relation_name,mapping_table_name "
                                   "FROM gpkgext_relations");
        QCOMPARE(relation.size(), std::size_t{1});
        const Row expected{text("布局"), text("fid"),        text("clauses"),
                           text("id"),   text("attributes"), text("links_布局")};
        QVERIFY(relation.front() == expected);
        const auto link = rows(file, "SELECT base_id,related_id,relation,anchor,who FROM \"links_布局\"");
        QVERIFY(link.front() == (Row{std::int64_t{2}, std::int64_t{2}, text("basis"), text("一轴"), text("张三")}));
        QCOMPARE(firstText(file, "SELECT clause_id FROM clauses WHERE id=2"), std::string("wandakai/(2)"));
        QCOMPARE(firstText(file,
                           "SELECT count(*) FROM gpkg_extensions WHERE extension_name='gpkg_related_tables' AND "
                           "table_name IN ('gpkgext_relations','links_布局')"),
                 std::string("2"));
        QCOMPARE(firstText(file,
                           "SELECT count(*) FROM gpkg_extensions e JOIN gpkg_geometry_columns g ON "
                           "e.table_name=g.table_name AND e.column_name=g.column_name WHERE "
                           "extension_name='gpkg_rtree_index' AND scope='write-only'"),
                 std::string("3"));
        QCOMPARE(firstText(file, "SELECT data_type FROM gpkg_contents WHERE table_name='clauses'"),
                 std::string("attributes"));
        QCOMPARE(firstText(file, "SELECT identifier FROM gpkg_contents WHERE table_name='布局'"), std::string("布局"));
        QCOMPARE(firstText(file, "PRAGMA foreign_key_check"), std::string());
        QCOMPARE(firstText(file, "PRAGMA integrity_check"), std::string("ok"));
    }
    void theStyleIsDerivedAndEscaped() {
        const std::string file = path("style.gpkg");
        QVERIFY(createProject(file, *soundPlan(), gis::Overwrite::No));
        const std::string qml = firstText(file,
                                          "SELECT styleQML FROM layer_styles WHERE f_table_name='布局' AND "
                                          "f_geometry_column='geom' AND useAsDefault=1 AND f_table_schema=''");
        QVERIFY(qml.find("发展轴 &lt;&amp;&gt;") != std::string::npos);
        QVERIFY(qml.find("categorizedSymbol") != std::string::npos);
        QVERIFY(qml.find("isExpression=\"0\"") != std::string::npos);
        // What somebody writes there is not read back.
        QVERIFY(gis::SqliteDatabase::open(file, gis::SqliteMode::ReadWrite)
                    ->execute("UPDATE layer_styles SET styleQML='<qgis/>'"));
        QVERIFY(openProject(file)->snapshot->samePlan(*soundPlan()));
        QVERIFY(saveProject(file, *soundPlan()));
        QCOMPARE(firstText(file, "SELECT styleQML FROM layer_styles WHERE f_table_name='布局'"), qml);
    }

    void gdalReadsEveryLayer() {
        const std::string file = path("gdal.gpkg");
        QVERIFY(createProject(file, *soundPlan(), gis::Overwrite::No));
        const auto run = runTool(QStringLiteral("ogrinfo"), {QStringLiteral("-al"), qpath("gdal.gpkg")});
        if (run.exitCode == -1) QSKIP("ogrinfo is not installed");
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.err, QByteArray());
        for (const char* words :
             {"Layer name: 布局", "Layer name: 区县界__1_", "Layer name: clauses", "Layer name: layer_links_trap",
              "ID[\"EPSG\",4545]", "ID[\"EPSG\",4490]", "万州区", "OGRFeature(区县界__1_):4000000000", "(Boolean)"})
            QVERIFY2(run.out.contains(words), words);
        QVERIFY(!run.out.contains("tuce_layers"));
    }
    void theIndexHoldsAfterOurEditsAndGdals() {
        const std::string file = path("index.gpkg");
        SnapshotPtr plan = soundPlan();
        QVERIFY(createProject(file, *plan, gis::Overwrite::No));
        plan = withFeature(plan, 5, gis::Feature(gis::FeatureId{2}, gis::Geometry::lineString({{1, 2}, {3, 4}}), {}));
        plan = withFeature(plan, 5, gis::Feature(gis::FeatureId{3}, gis::Geometry(), {}));
        plan = withFeature(plan, 5, gis::Feature(gis::FeatureId{50}, gis::Geometry::lineString({{5, 6}, {7, 8}}), {}));
        VERIFY_OK(saveProject(file, *plan));
        QCOMPARE(flawsOf(file), std::string());
        const std::string ids =
            "SELECT group_concat(id) FROM (SELECT id FROM \"rtree_布局_geom\" WHERE minx<=3.5 AND "
            "maxx>=2 AND miny<=4 AND maxy>=3 ORDER BY id)";
        QCOMPARE(firstText(file, ids), std::string("2"));
        QCOMPARE(firstText(file, "SELECT count(*) FROM \"rtree_布局_geom\""), std::string("3"));
        // GDAL edits by its own statements; our triggers must keep the index and call only functions that it has.
        const auto run = runTool(
            QStringLiteral("ogrinfo"),
            {qpath("index.gpkg"), QStringLiteral("-dialect"), QStringLiteral("SQLITE"), QStringLiteral("-sql"),
             QStringLiteral("UPDATE 布局 SET geom=ST_GeomFromText('LINESTRING(2.5 3.5,2.6 3.6)') WHERE fid=50")});
        if (run.exitCode == -1) QSKIP("ogrinfo is not installed");
        const auto removal = runTool(QStringLiteral("ogrinfo"), {qpath("index.gpkg"), QStringLiteral("-sql"),
                                                                 QStringLiteral("DELETE FROM 布局 WHERE fid=2")});
        QVERIFY2(removal.exitCode == 0, removal.err.constData());
        const auto insertion = runTool(
            QStringLiteral("ogr2ogr"),
            {QStringLiteral("-append"), QStringLiteral("-nln"), QStringLiteral("布局"), qpath("index.gpkg"),
             qpath("index.gpkg"), QStringLiteral("-sql"), QStringLiteral("SELECT geom, name FROM 布局 WHERE fid=1")});
        QVERIFY2(insertion.exitCode == 0, insertion.err.constData());
        QVERIFY(!insertion.err.contains("tuce"));
        QCOMPARE(flawsOf(file).find("index"), std::string::npos);
        const auto opened = openProject(file);
        VERIFY_OK(opened);
        const auto& table = opened->snapshot->layer("布局")->table;
        QVERIFY(table.find(gis::FeatureId{2}) == nullptr);
        const gis::FeatureId added{51};
        QVERIFY(table.find(added) != nullptr);
        QCOMPARE(table.find(added)->geometry(), table.find(gis::FeatureId{1})->geometry());
        QVERIFY(saveProject(file, *opened->snapshot));
        QCOMPARE(firstText(file, "SELECT count(*) FROM \"rtree_布局_geom\""),
                 firstText(file, "SELECT count(*) FROM 布局 WHERE geom NOTNULL"));
    }
    void aLayerThatGdalAddsStays() {
        const std::string file = path("foreign.gpkg");
        QVERIFY(createProject(file, *soundPlan(), gis::Overwrite::No));
        const auto run = runTool(QStringLiteral("ogr2ogr"),
                                 {QStringLiteral("-nln"), QStringLiteral("mine"), QStringLiteral("-update"),
                                  qpath("foreign.gpkg"), qpath("foreign.gpkg"), QStringLiteral("布局")});
        if (run.exitCode == -1) QSKIP("ogr2ogr is not installed");
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QCOMPARE(run.err, QByteArray());
        auto plan = std::make_shared<ProjectSnapshot>(*soundPlan());
        plan->links.clear();
        plan->layers.pop_back();
        plan->layers.push_back(share(layoutLayer("mine", 77)));  // its table must not take that name
        for (PrintLayout& sheet : plan->sheets) sheet.layers.clear();
        VERIFY_OK(saveProject(file, *plan));
        QVERIFY(openProject(file)->snapshot->samePlan(*plan));
        QCOMPARE(flawsOf(file), std::string());
        QCOMPARE(firstText(file, "SELECT count(*) FROM mine"), std::string("3"));
        QCOMPARE(firstText(file, "SELECT table_name FROM tuce_layers WHERE id=77"), std::string("mine_2"));
    }
    void aLinkThatQgisAddsIsRead() {
        const std::string file = path("relation.gpkg");
        QVERIFY(createProject(file, *soundPlan(), gis::Overwrite::No));
        QVERIFY(gis::SqliteDatabase::open(file, gis::SqliteMode::ReadWrite)
                    ->execute("INSERT INTO \"links_布局\"(base_id,related_id) VALUES(3,1);"
                              "UPDATE \"links_布局\" SET related_id=3 WHERE base_id=2"));
        const auto opened = openProject(file);
        VERIFY_OK(opened);
        QCOMPARE(opened->snapshot->links.size(), std::size_t{2});
        QCOMPARE(opened->snapshot->links[0].clauseId, std::string("wandakai/(3)"));
        QCOMPARE(opened->snapshot->links[1].clauseId, std::string("wandakai/(1)"));
        QVERIFY(opened->snapshot->links[1].feature == gis::FeatureId{3});
    }

    void anApprovalKeepsWhatItWasGivenForInAnOlderProjectToo() {
        const std::string file = path("older approvals");
        VERIFY_OK(createProject(file, *soundPlan(), gis::Overwrite::Yes));
        {
            const auto database = gis::SqliteDatabase::open(file, gis::SqliteMode::ReadWrite);
            VERIFY_OK(database);
            for (const char* column : {"overlap", "run"})
                VERIFY_OK(database->execute(std::string("ALTER TABLE tuce_approvals DROP COLUMN ") + column));
        }
        auto opened = openProject(file);
        VERIFY_OK(opened);
        auto plan = std::make_shared<ProjectSnapshot>(*opened->snapshot);
        QVERIFY(!plan->approvals.empty() && plan->approvals.front().overlap.empty());
        plan->approvals.front().overlap = "{\"area\":1}";
        plan->approvals.front().run = "abc";
        VERIFY_OK(saveProject(file, *plan));
        opened = openProject(file);
        VERIFY_OK(opened);
        QVERIFY(opened->snapshot->approvals == plan->approvals);
        QCOMPARE(flawsOf(file), std::string());
    }

    void labelsPlacedByHandComeIntoAnOlderProjectToo() {
        const std::string file = path("older labels");
        auto bare = std::make_shared<ProjectSnapshot>(*soundPlan());
        const auto pins = bare->labelPins;
        QVERIFY(!pins.empty());
        bare->labelPins.clear();
        VERIFY_OK(createProject(file, *bare, gis::Overwrite::Yes));
        {
            const auto database = gis::SqliteDatabase::open(file, gis::SqliteMode::ReadWrite);
            VERIFY_OK(database);
            VERIFY_OK(
                database->execute("DROP TABLE tuce_label_pins; DELETE FROM gpkg_extensions WHERE "
                                  "table_name='tuce_label_pins'"));
        }
        auto opened = openProject(file);
        VERIFY_OK(opened);
        QVERIFY(opened->snapshot->labelPins.empty());
        auto plan = std::make_shared<ProjectSnapshot>(*opened->snapshot);
        plan->labelPins = pins;
        VERIFY_OK(saveProject(file, *plan));
        opened = openProject(file);
        VERIFY_OK(opened);
        QVERIFY(opened->snapshot->labelPins == pins);
        QCOMPARE(flawsOf(file), std::string());
        {  // rows that make no sense are passed over
            const auto database = gis::SqliteDatabase::open(file, gis::SqliteMode::ReadWrite);
            VERIFY_OK(database);
            VERIFY_OK(database->execute("INSERT INTO tuce_label_pins VALUES(3,999,9e999,0,0,0),(3,998,0,0,1e9,0)"));
        }
        opened = openProject(file);
        VERIFY_OK(opened);
        QVERIFY(opened->snapshot->labelPins == pins);
    }

    void linkedLayersStayOutside() {
        const std::string source = path("source.gpkg");
        QVERIFY(createProject(source, *largePlan(5), gis::Overwrite::No));
        auto plan = std::make_shared<ProjectSnapshot>();
        Layer layer = layoutLayer("linked", 8, 5);
        layer.source = {"source.gpkg", "many", ""};
        plan->layers = {share(layer)};
        const std::string file = path("linking.gpkg");
        QVERIFY(createProject(file, *plan, gis::Overwrite::No));
        QCOMPARE(firstText(file, "SELECT count(*) FROM gpkg_geometry_columns"), std::string("0"));
        const auto opened = openProject(file);
        VERIFY_OK(opened);
        QVERIFY(opened->warnings.empty());
        QCOMPARE(opened->snapshot->layers[0]->table.size(), std::size_t{5});
        QVERIFY(QFile::remove(qpath("source.gpkg")));
        const auto missing = openProject(file);
        VERIFY_OK(missing);
        QCOMPARE(missing->warnings.size(), std::size_t{1});
        QCOMPARE(missing->warnings[0].kind, std::string("linked_source"));
        QVERIFY(missing->snapshot->layers[0]->table.isEmpty());
        QVERIFY(missing->snapshot->layers[0]->table.schema() == layer.table.schema());
        QVERIFY(flawsOf(file).find("linked_source") != std::string::npos);
    }
    void aHostileLinkIsRefused() {
        auto plan = std::make_shared<ProjectSnapshot>();
        for (const char* place : {"/vsicurl/http://localhost:1/x.gpkg", "/dev/zero", "/proc/self/mem"}) {
            Layer layer = layoutLayer(place, static_cast<std::int64_t>(plan->layers.size()) + 1, 0);
            layer.source = {place, "", ""};
            plan->layers.push_back(share(layer));
        }
        const std::string file = path("hostile_link.gpkg");
        QVERIFY(createProject(file, *plan, gis::Overwrite::No));
        const auto opened = openProject(file);
        VERIFY_OK(opened);
        QCOMPARE(opened->warnings.size(), std::size_t{3});
    }

    void oneChangeOfManyTouchesFewPages() {
        const std::string file = path("large.gpkg");
        const SnapshotPtr plan = largePlan(100'000);
        QVERIFY(createProject(file, *plan, gis::Overwrite::No));
        const QByteArray before = fileBytes(file);
        const gis::Feature& feature = *plan->layers[0]->table.find(gis::FeatureId{50'000});
        const SnapshotPtr next =
            withFeature(plan, 1, feature.withGeometry(gis::Geometry::lineString({{1, 1}, {2, 2}})));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(saveProject(file, *next));
        const qint64 elapsed = timer.elapsed();
        const QByteArray after = fileBytes(file);
        int touched = 0;
        for (qsizetype at = 0; at < after.size(); at += 4096)
            if (after.mid(at, 4096) != before.mid(at, 4096)) ++touched;
        qInfo("%d of %lld pages changed, %lld ms", touched, static_cast<long long>(after.size() / 4096),
              static_cast<long long>(elapsed));
        QVERIFY(touched < 30);
    }

    void newerSchemaIsRefused() {
        const std::string file = path("newer.gpkg");
        QVERIFY(createProject(file, *soundPlan(), gis::Overwrite::No));
        QVERIFY(gis::SqliteDatabase::open(file, gis::SqliteMode::ReadWrite)
                    ->execute("UPDATE tuce_meta SET value='2' WHERE name='schema_version'"));
        const QByteArray before = fileBytes(file);
        QCOMPARE(openProject(file).error().code, gis::ErrorCode::NewerSchema);
        QCOMPARE(saveProject(file, *soundPlan()).error().code, gis::ErrorCode::NewerSchema);
        QCOMPARE(verifyProject(file).error().code, gis::ErrorCode::NewerSchema);
        QVERIFY(fileBytes(file) == before);
    }
    void foreignAndDamagedFilesAreUnreadable() {
        QCOMPARE(openProject(path("nowhere.gpkg")).error().code, gis::ErrorCode::NotFound);
        const std::string foreign = path("plain.gpkg");
        QVERIFY(gis::SqliteDatabase::open(foreign, gis::SqliteMode::Create)->execute("CREATE TABLE a(x)"));
        QCOMPARE(openProject(foreign).error().code, gis::ErrorCode::Unreadable);
        const std::string file = path("whole.gpkg");
        QVERIFY(createProject(file, *largePlan(2000), gis::Overwrite::No));
        const QByteArray whole = fileBytes(file);
        for (const double share : {0.0, 0.001, 0.1, 0.5, 0.9, 0.99}) {
            const std::string cut = path("cut.gpkg");
            QFile out(QString::fromStdString(cut));
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(whole.first(static_cast<qsizetype>(static_cast<double>(whole.size()) * share)));
            out.close();
            const auto opened = openProject(cut);
            QVERIFY2(!opened, std::to_string(share).c_str());
            QCOMPARE(opened.error().code, gis::ErrorCode::Unreadable);
            QVERIFY(flawsOf(cut) != std::string());
        }
    }
    void flippedBytesNeverCrash() {
        const std::string file = path("flip.gpkg");
        QVERIFY(createProject(file, *soundPlan(), gis::Overwrite::No));
        const QByteArray whole = fileBytes(file);
        std::uint32_t random = 1;
        for (int round = 0; round < 60; ++round) {
            QByteArray changed = whole;
            for (int i = 0; i < 40; ++i) {
                random = random * 1664525U + 1013904223U;
                changed[static_cast<qsizetype>(random % static_cast<std::uint32_t>(whole.size()))] =
                    static_cast<char>(random >> 24U);
            }
            QFile out(qpath("flipped.gpkg"));
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(changed);
            out.close();
            const std::string flipped = path("flipped.gpkg");
            (void)openProject(flipped);
            (void)verifyProject(flipped);
            (void)saveProject(flipped, *soundPlan());
        }
    }
    void viewsAndTriggersOfAHostileProjectDoNothing() {
        const std::string file = path("hostile.gpkg");
        QVERIFY(createProject(file, *soundPlan(), gis::Overwrite::No));
        QVERIFY(gis::SqliteDatabase::open(file, gis::SqliteMode::ReadWrite)
                    ->execute("CREATE TRIGGER evil AFTER INSERT ON 布局 BEGIN DELETE FROM tuce_layers; END;"
                              "CREATE TRIGGER evil2 AFTER UPDATE ON tuce_meta BEGIN DELETE FROM clauses; END"));
        const SnapshotPtr plan =
            withFeature(soundPlan(), 5, gis::Feature(gis::FeatureId{60}, square(0, 0, 1), std::vector<gis::Value>(13)));
        QVERIFY(saveProject(file, *plan));
        QVERIFY(openProject(file)->snapshot->samePlan(*plan));
        QVERIFY(gis::SqliteDatabase::open(file, gis::SqliteMode::ReadWrite)
                    ->execute("ALTER TABLE tuce_sheets RENAME TO hidden;"
                              "CREATE VIEW tuce_sheets AS SELECT * FROM hidden"));
        QCOMPARE(openProject(file).error().code, gis::ErrorCode::Refused);
    }
    void verifyNamesWhatIsWrong_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("kind");
        QTest::newRow("geometry") << QByteArray("UPDATE 布局 SET geom=x'00' WHERE fid=1") << QByteArray("bad_geometry");
        QTest::newRow("index entry") << QByteArray(
                                            "DELETE FROM \"rtree_布局_geom\"; INSERT INTO \"rtree_布局_geom\" "
                                            "VALUES(999,0,1,0,1)")
                                     << QByteArray("bad_index");
        QTest::newRow("index") << QByteArray("DROP TABLE \"rtree_布局_geom\"") << QByteArray("bad_index");
        QTest::newRow("style") << QByteArray("UPDATE tuce_layers SET style='{' WHERE id=5") << QByteArray("bad_style");
        QTest::newRow("feature of a link")
            << QByteArray("UPDATE \"links_布局\" SET base_id=1000") << QByteArray("orphan_link");
        QTest::newRow("clause of a link") << QByteArray("DELETE FROM clauses WHERE id=2") << QByteArray("orphan_link");
        QTest::newRow("relation") << QByteArray("DELETE FROM gpkgext_relations") << QByteArray("missing_relation");
        QTest::newRow("table") << QByteArray("DROP TABLE 布局") << QByteArray("missing_table");
        QTest::newRow("layer of a sheet")
            << QByteArray("UPDATE tuce_sheets SET layout=replace(layout,'5','6')") << QByteArray("bad_sheet");
        QTest::newRow("reference system")
            << QByteArray("DELETE FROM gpkg_spatial_ref_sys WHERE srs_id=4545") << QByteArray("bad_crs");
        QTest::newRow("corrections of clauses")
            << QByteArray(
                   "UPDATE tuce_meta SET value=json_set(value,'$.values.\"corrections/d1\"','{') "
                   "WHERE name='info'")
            << QByteArray("bad_corrections");
        QTest::newRow("place names")
            << QByteArray(
                   "UPDATE tuce_meta SET value=json_set(value,'$.values.\"gazetteer/names\"','[1]') WHERE name='info'")
            << QByteArray("bad_names");
        QTest::newRow("reference") << QByteArray("DELETE FROM gpkg_contents WHERE table_name='布局'")
                                   << QByteArray("foreign_key");
    }
    void verifyNamesWhatIsWrong() {
        QFETCH(QByteArray, sql);
        QFETCH(QByteArray, kind);
        const std::string file = path("flawed.gpkg");
        QVERIFY(createProject(file, *soundPlan(), gis::Overwrite::Yes));
        {
            const auto database = gis::SqliteDatabase::open(file, gis::SqliteMode::ReadWrite);
            database->disableTriggers();
            const auto done = database->execute(sql.toStdString());
            VERIFY_OK(done);
        }
        const std::string flaws = flawsOf(file);
        QVERIFY2(flaws.find(kind.toStdString() + " ") != std::string::npos, flaws.c_str());
    }
    void aBadGeometryOutlivesASave() {
        const std::string file = path("badgeom.gpkg");
        QVERIFY(createProject(file, *soundPlan(), gis::Overwrite::No));
        {
            const auto database = gis::SqliteDatabase::open(file, gis::SqliteMode::ReadWrite);
            database->disableTriggers();
            QVERIFY(database->execute("UPDATE 布局 SET geom=x'00' WHERE fid=1"));
        }
        const auto opened = openProject(file);
        VERIFY_OK(opened);
        QCOMPARE(opened->warnings.size(), std::size_t{1});
        auto plan = withFeature(opened->snapshot, 5, gis::Feature(gis::FeatureId{60}, square(0, 0, 1), {}));
        QVERIFY(saveProject(file, *plan));
        QCOMPARE(firstText(file, "SELECT hex(geom) FROM 布局 WHERE fid=1"), std::string("00"));
    }
    void aLockedFileSaysSo() {
        const std::string file = path("locked.gpkg");
        QVERIFY(createProject(file, *soundPlan(), gis::Overwrite::No));
        const auto other = gis::SqliteDatabase::open(file, gis::SqliteMode::ReadWrite);
        QVERIFY(other->execute("BEGIN IMMEDIATE"));
        auto plan = std::make_shared<ProjectSnapshot>(*soundPlan());
        plan->info.title = "x";
        const auto saved = saveProject(file, *plan);
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, gis::ErrorCode::Unwritable);
        QVERIFY(gis::describe(saved.error()).find("locked") != std::string::npos);
        QVERIFY(openProject(file));  // reading goes on
    }
    void aCanceledSaveLeavesTheFile() {
        const std::string file = path("cancel.gpkg");
        QVERIFY(createProject(file, *soundPlan(), gis::Overwrite::No));
        const QByteArray before = fileBytes(file);
        gis::JobControl control;
        control.cancel.cancel();
        QCOMPARE(saveProject(file, *largePlan(5000), control).error().code, gis::ErrorCode::Canceled);
        QVERIFY(fileBytes(file) == before);
        QCOMPARE(createProject(path("never.gpkg"), *largePlan(5000), gis::Overwrite::No, control).error().code,
                 gis::ErrorCode::Canceled);
        QVERIFY(!QFile::exists(qpath("never.gpkg")));
    }
};

QTEST_GUILESS_MAIN(TestProjectStore)
#include "test_project_store.moc"
