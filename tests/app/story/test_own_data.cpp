// SPDX-License-Identifier: Apache-2.0
// A planner's own data: a new plan, boundaries and a red line in GBK through the dialog, a layout layer, a drawing.
#include <QPushButton>
#include <QTableWidget>
#include <QTreeView>
#include <QTreeWidget>

#include "app/panels/FindingsModel.h"
#include "gis/io/VectorFile.h"
#include "layers/check/SnapshotCheckInput.h"
#include "layers/project/ProjectStore.h"
#include "tests/app/story/Driver.h"

using namespace app;

namespace {

const QByteArray placeholder = "ABCDEFGHIJKL";
const QByteArray gbkName = "\xC9\xFA\xCC\xAC\xB1\xA3\xBB\xA4\xBA\xEC\xCF\xDF";  // GBK of the next one
const QString chineseName = QStringLiteral("生态保护红线");
const QString sharedBoundaries = QStringLiteral(TUCE_SHARED_DIR "/data/admin.gpkg");

gis::FeatureTable box(const std::string& name, gis::Coordinate at, double size) {
    return {gis::Schema({{"name", gis::FieldType::Text, 40}, {"code", gis::FieldType::Integer, 0}}),
            gis::CoordinateReferenceSystem::cgcs2000(),
            {gis::Feature(
                gis::FeatureId{1},
                gis::Geometry::polygon({{at, {at.x + size, at.y}, {at.x + size, at.y + size}, {at.x, at.y + size}}}),
                {name, std::int64_t{7}})}};
}

/// A Shapefile as other programs write it: GBK in the table, nothing that says so.
void writeGbkRedLine(const QString& path) {
    QVERIFY(gis::writeLayers(path.toStdString(),
                             {{"x", box(placeholder.toStdString(), {108.35, 30.75}, 0.1), gis::GeometryType::Empty}},
                             gis::Overwrite::Yes));
    const QString base = path.chopped(4);
    QFile::remove(base + QStringLiteral(".cpg"));
    QFile table(base + QStringLiteral(".dbf"));
    QVERIFY(table.open(QIODevice::ReadWrite));
    QByteArray bytes = table.readAll();
    QVERIFY(bytes.contains(placeholder));
    bytes.replace(placeholder, gbkName);
    bytes[29] = 0;  // no language driver id
    table.seek(0);
    table.write(bytes);
}

}  // namespace

class TestOwnData : public QObject {
    Q_OBJECT
    Driver m_driver;

    /// Through the dialog: the file, of its layers the named one, a role if it is not the proposed one.
    void addLayer(const QString& file, const QString& layer, layers::LayerKind role) const {
        const std::size_t before = m_driver.plan()->layers.size();
        const auto chosen = Driver::chooseFile(file);
        m_driver.key(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(Driver::wait([&] { return *chosen; }, 20000));
        auto* dialog = Driver::awaited<QDialog>(QStringLiteral("addLayerDialog"));
        QVERIFY(dialog);
        auto* list = dialog->findChild<QTreeWidget*>();
        QTreeWidgetItem* item = nullptr;
        QVERIFY(Driver::wait([&] {
            const auto items = list->findItems(layer, Qt::MatchExactly | Qt::MatchRecursive);
            item = items.isEmpty() ? nullptr : items.front();
            return item != nullptr;
        }));
        Driver::clickRow(list, list->indexFromItem(item));
        auto* rows = dialog->findChild<QTableWidget*>(QStringLiteral("rows"));
        QVERIFY(Driver::wait([&] { return rows->isVisible() && rows->rowCount() > 0; }));
        if (item->checkState(0) != Qt::Checked) QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(item->checkState(0), Qt::Checked);
        auto* roles = dialog->findChild<QComboBox*>(QStringLiteral("role"));
        const int wanted = roles->findData(static_cast<int>(role));
        QVERIFY(wanted >= 0);
        while (roles->currentIndex() != wanted)
            QTest::keyClick(roles, roles->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
        Driver::click(dialog->findChild<QPushButton*>(QStringLiteral("accept")));
        QVERIFY(Driver::wait([&] { return m_driver.plan()->layers.size() == before + 1; }));
        QVERIFY(m_driver.settle());
    }

private Q_SLOTS:
    void thePlanOfOnesOwnFiles_data() {
        QTest::addColumn<QString>("boundaries");
        QTest::addColumn<QString>("layer");
        QTest::newRow("shared boundaries") << sharedBoundaries << QStringLiteral("county");
        QTest::newRow("boundaries of the test") << QString() << QStringLiteral("boundary");
    }

    void thePlanOfOnesOwnFiles() {
        QFETCH(QString, boundaries);
        QFETCH(QString, layer);
        if (!boundaries.isEmpty() && !QFileInfo::exists(boundaries)) QSKIP("the shared data are not here");
        QTemporaryDir folder;
        if (boundaries.isEmpty()) {
            boundaries = folder.filePath(QStringLiteral("boundary.geojson"));
            QVERIFY(gis::writeLayers(boundaries.toStdString(),
                                     {{"boundary", box("万州区", {108, 30.5}, 0.8), gis::GeometryType::Empty}},
                                     gis::Overwrite::No));
        }
        m_driver.openWindow();
        Driver::click(Driver::seen<QPushButton>(QStringLiteral("welcome.file.new")));
        QVERIFY(Driver::wait([this] { return m_driver.session->hasProject(); }));
        QVERIFY(Driver::seen(QStringLiteral("emptyState")));
        addLayer(boundaries, layer, layers::LayerKind::Boundary);
        if (QTest::currentTestFailed()) return;
        const QString shapefile = folder.filePath(QStringLiteral("STBHHX.shp"));
        writeGbkRedLine(shapefile);
        addLayer(shapefile, QStringLiteral("STBHHX"), layers::LayerKind::ControlLine);
        if (QTest::currentTestFailed()) return;
        const layers::LayerPtr redLine = m_driver.plan()->layer("STBHHX");
        QVERIFY(redLine);
        QCOMPARE(redLine->control.type, layers::ControlType::EcoRedline);
        QCOMPARE(QString::fromStdString(redLine->featureName(redLine->table.at(0))), chineseName);

        // A drawing tool taken up offers the layer that is missing.
        m_driver.canvas().setFocus();
        m_driver.key(Qt::Key_P);
        auto* offer = Driver::awaited<QAbstractButton>(QStringLiteral("messageAction"));
        QVERIFY(offer);
        Driver::click(offer);
        QCOMPARE(m_driver.plan()->layers.back()->kind, layers::LayerKind::Layout);
        const gis::LayerId layout = session().selection().currentLayer();
        QCOMPARE(layout, m_driver.plan()->layers.back()->id);
        m_driver.bench().map.zoomToExtent(redLine->table.extent(), redLine->table.crs(), 0.5);
        QVERIFY(m_driver.settle());
        m_driver.bench().map.setSnapping(false);
        const QPointF middle = QRectF(m_driver.canvas().rect()).center();
        for (const QPointF step : {QPointF(-60, -60), QPointF(60, -50), QPointF(50, 60)})
            m_driver.clickOnMap(middle + step);
        QTest::keyClick(&m_driver.canvas(), Qt::Key_Return);
        auto* dialog = Driver::awaited<QDialog>(QStringLiteral("elementDialog"));
        QVERIFY(dialog);
        Driver::type(dialog->findChild<QLineEdit*>(QStringLiteral("name")), QStringLiteral("万州平台"));
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(Driver::wait([&] { return m_driver.plan()->layer(layout)->table.size() == 1; }));
        QVERIFY(
            Driver::wait([this] { return session().live().answer() && session().live().answer()->hasConflicts(); }));
        const auto bulk = layers::redLineCheck(layers::checkInput(*m_driver.plan()));
        QVERIFY(bulk.has_value());
        QCOMPARE(bulk->findings.size(), std::size_t{1});
        const auto live = session().live().answer();
        QCOMPARE(live->overlaps.size(), std::size_t{1});
        QCOMPARE(*live->overlaps.front().summary.netAreaSquareMetres, *bulk->findings.front().areaSquareMetres);
        QCOMPARE(QString::fromStdString(bulk->findings.front().controlName), chineseName);

        m_driver.key(Qt::Key_F9);
        auto* view = Driver::awaited<QTreeView>(QStringLiteral("findings"));
        QVERIFY(view);
        QVERIFY(Driver::wait([&] { return qobject_cast<FindingsModel*>(view->model())->shownCount() == 1; }));
        const layers::SnapshotPtr before = m_driver.plan();
        const QString file = folder.filePath(QStringLiteral("own.tuce"));
        const auto saved = Driver::chooseFile(file);
        m_driver.key(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(Driver::wait([&] { return *saved && !session().isModified() && !session().isSaving(); }));
        session().close();
        session().open(file);
        QVERIFY(Driver::wait([this] { return session().hasProject(); }));
        QVERIFY(m_driver.plan()->samePlan(*before));
        QVERIFY(m_driver.settle());
    }
    void cleanup() { m_driver.leave(); }

private:
    Session& session() const { return *m_driver.session; }
};

int main(int argc, char** argv) {
    QTemporaryDir home;
    Driver::useFolder(home.path());
    WatchedApplication application(argc, argv);
    installLanguage("zh_CN");
    TestOwnData test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_own_data.moc"
