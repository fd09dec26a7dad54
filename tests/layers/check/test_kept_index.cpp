// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "gis/io/VectorFile.h"
#include "layers/check/CheckAgain.h"
#include "layers/check/KeptIndex.h"
#include "layers/check/SnapshotCheckInput.h"
#include "tests/support/SmallPlan.h"

using namespace layers;
using gis::PackedCache;

namespace {

/// A corner of the red line that is on no side of its box.
const gis::Coordinate notch = small_plan::at(1700.25, 1000.5);

/// The small plan with its red line linked to a GeoPackage beside it.
class LinkedPlan {
public:
    explicit LinkedPlan(const QTemporaryDir& folder) : m_path(folder.filePath(QStringLiteral("red.gpkg"))) {
        const gis::FeatureTable table = small_plan::snapshot()->layer(small_plan::redLineId)->table;
        const auto shape = gis::Geometry::polygon({{small_plan::at(500, -500), small_plan::at(2500, -500), notch,
                                                    small_plan::at(2500, 2500), small_plan::at(500, 2500)}});
        write(gis::FeatureTable(table.schema(), table.crs(), {gis::Feature(gis::FeatureId{1}, shape, {"zone"})}));
    }

    void write(const gis::FeatureTable& table) const {
        gis::OutputLayer layer;
        layer.name = "red";
        layer.table = table;
        const auto written = gis::writeLayers(m_path.toStdString(), {layer}, gis::Overwrite::Yes);
        if (!written) qFatal("%s", gis::describe(written.error()).c_str());
    }

    SnapshotPtr plan() const {
        auto plan = std::make_shared<ProjectSnapshot>(*small_plan::snapshot());
        for (LayerPtr& layer : plan->layers) {
            if (layer->id != small_plan::redLineId) continue;
            auto linked = std::make_shared<Layer>(*layer);
            linked->source.path = m_path.toStdString();
            linked->source.layer = "red";
            const auto read = gis::readLayer({linked->source.path, "red"});
            if (!read) qFatal("%s", gis::describe(read.error()).c_str());
            linked->table = read->table;
            layer = linked;
        }
        return plan;
    }

private:
    QString m_path;
};

QStringList rowsOf(const CheckReport& report) {
    QStringList rows;
    for (const Finding& f : report.findings)
        rows << QString::fromStdString(f.key()) + QStringLiteral(" %1 %2")
                                                      .arg(f.areaSquareMetres.value_or(-1), 0, 'g', 17)
                                                      .arg(f.lengthMetres.value_or(-1), 0, 'g', 17);
    return rows;
}

QStringList check(KeptIndex& kept, const ProjectSnapshot& plan, bool* attached = nullptr) {
    CheckInput input = checkInput(plan);
    if (!kept.attach(plan, input, {})) return {};
    if (attached) {
        *attached = false;
        for (const CheckLayer& layer : input.control) *attached |= layer.packed != nullptr;
    }
    PreparedControls ready;
    const auto made = checkAgain({}, input, ready);
    return made ? rowsOf(*(*made)->report) : QStringList();
}

std::string keptFolder(const QTemporaryDir& folder) {
    return KeptIndex::folderBeside(folder.filePath(QStringLiteral("plan.gpkg")).toStdString());
}

QFileInfoList keptFiles(const std::string& folder) {
    return QDir(QString::fromStdString(folder)).entryInfoList(QDir::Files, QDir::Name);
}

/// The file in which the lowest bit of a coordinate of this value was turned over; empty if none holds it.
QString withFlippedBit(const std::string& folder, double coordinate) {
    const QByteArray bytes(reinterpret_cast<const char*>(&coordinate), sizeof coordinate);
    for (const QFileInfo& info : keptFiles(folder)) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadWrite)) continue;
        const QByteArray all = file.readAll();
        const qsizetype at = all.indexOf(bytes);
        if (at < 0 || !all.contains("coordinates")) continue;  // the file of the layers, not one of trees
        file.seek(at);
        file.write(QByteArray(1, static_cast<char>(bytes[0] ^ 1)));
        return info.filePath();
    }
    return {};
}

class TestKeptIndex : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void standsBesideTheProject() {
        QCOMPARE(KeptIndex::folderBeside("/plans/two rivers.gpkg"), std::string("/plans/two rivers.tuce-cache"));
    }

    void givesTheSameRowsFirstAndAgain() {
        const QTemporaryDir folder;
        const LinkedPlan linked(folder);
        const SnapshotPtr plan = linked.plan();
        const QStringList wanted = rowsOf(*redLineCheck(checkInput(*plan)));
        QVERIFY(!wanted.isEmpty());
        bool attached = false;
        KeptIndex first(keptFolder(folder), 1);
        QCOMPARE(check(first, *plan, &attached), wanted);
        QVERIFY(attached);
        QVERIFY(!QFileInfo::exists(QString::fromStdString(first.folder())));  // nothing before settle()
        QCOMPARE(*first.settle({}), PackedCache::Verdict::Match);
        QVERIFY(!keptFiles(first.folder()).isEmpty());
        KeptIndex again(keptFolder(folder), 1);
        QCOMPARE(check(again, *plan, &attached), wanted);
        QVERIFY(attached);
        QCOMPARE(*again.settle({}), PackedCache::Verdict::Match);
    }

    void takesNamesFromAnotherFieldOnceItIsChosen() {
        const QTemporaryDir folder;
        const LinkedPlan linked(folder);
        const SnapshotPtr plan = linked.plan();
        KeptIndex kept(keptFolder(folder), 1);
        QVERIFY(!check(kept, *plan).isEmpty());
        auto other = std::make_shared<ProjectSnapshot>(*plan);
        for (LayerPtr& layer : other->layers) {
            if (layer->id != small_plan::redLineId) continue;
            auto changed = std::make_shared<Layer>(*layer);
            changed->idField = changed->table.schema().fields().front().name;
            layer = changed;
        }
        const QStringList wanted = rowsOf(*redLineCheck(checkInput(*other)));
        QVERIFY(wanted != rowsOf(*redLineCheck(checkInput(*plan))));
        QCOMPARE(check(kept, *other), wanted);
    }

    void leavesSmallAndCopiedLayersAlone() {
        const QTemporaryDir folder;
        const LinkedPlan linked(folder);
        bool attached = true;
        KeptIndex kept(keptFolder(folder));
        check(kept, *linked.plan(), &attached);
        QVERIFY(!attached);
        KeptIndex all(keptFolder(folder), 1);
        check(all, *small_plan::snapshot(), &attached);
        QVERIFY(!attached);
        QVERIFY(!all.isUsed());
    }

    void leavesALayerAloneWhoseFileWasChangedSince() {
        const QTemporaryDir folder;
        const LinkedPlan linked(folder);
        const SnapshotPtr plan = linked.plan();
        const QStringList wanted = rowsOf(*redLineCheck(checkInput(*plan)));
        const gis::FeatureTable& old = plan->layer(small_plan::redLineId)->table;
        linked.write(gis::FeatureTable(old.schema(), old.crs(),
                                       {gis::Feature(gis::FeatureId{1}, small_plan::box(0, 0, 10, 10), {"small"})}));
        bool attached = true;
        KeptIndex kept(keptFolder(folder), 1);
        QCOMPARE(check(kept, *plan, &attached), wanted);
        QVERIFY(!attached);
    }

    void noticesAFlippedBit() {
        const QTemporaryDir folder;
        const LinkedPlan linked(folder);
        const SnapshotPtr plan = linked.plan();
        KeptIndex first(keptFolder(folder), 1);
        check(first, *plan);
        QVERIFY(first.settle({}).has_value());
        const QString changed = withFlippedBit(first.folder(), notch.x);
        QVERIFY(!changed.isEmpty());
        KeptIndex again(keptFolder(folder), 1);
        check(again, *plan);
        QCOMPARE(*again.settle({}), PackedCache::Verdict::Mismatch);
        QVERIFY(!QFileInfo::exists(changed));
        QCOMPARE(check(again, *plan), rowsOf(*redLineCheck(checkInput(*plan))));
    }

    void wipes() {
        const QTemporaryDir folder;
        const LinkedPlan linked(folder);
        const SnapshotPtr plan = linked.plan();
        KeptIndex kept(keptFolder(folder), 1);
        const QStringList wanted = check(kept, *plan);
        QVERIFY(kept.settle({}).has_value());
        kept.wipe();
        QVERIFY(!QFileInfo::exists(QString::fromStdString(kept.folder())));
        QCOMPARE(check(kept, *plan), wanted);
    }
};

}  // namespace

QTEST_GUILESS_MAIN(TestKeptIndex)
#include "test_kept_index.moc"
