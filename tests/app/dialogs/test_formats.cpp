// SPDX-License-Identifier: Apache-2.0
// Every format that a planner drops on the window, and Shapefiles back out.
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QTableWidget>
#include <QTreeWidget>
#include <QUrl>

#include "app/dialogs/AddLayerDialog.h"
#include "app/dialogs/ExportLayerDialog.h"
#include "app/dialogs/SheetDialog.h"
#include "app/dialogs/SheetPreview.h"
#include "gis/io/VectorFile.h"
#include "layers/edit/LayerEdit.h"
#include "layers/project/ProjectStore.h"
#include "tests/app/dialogs/DialogFixture.h"

using namespace app;

namespace {

bool putBytes(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

gis::FeatureTable places() {
    const auto point = [](std::int64_t id, double x, double y, const char* name) {
        return gis::Feature(gis::FeatureId{id}, gis::Geometry::point({x, y}), {std::string(name)});
    };
    return {gis::Schema({{"Name", gis::FieldType::Text, 0}}),
            gis::CoordinateReferenceSystem::wgs84(),
            {point(1, 108.4, 30.8, "万州"), point(2, 108.7, 31.2, "开州")}};
}

/// By ogr2ogr, as other programs write; false where it or its driver is missing.
bool translated(const QString& from, const QString& to, const QString& driver, const QStringList& more = {}) {
    const QString program = QStandardPaths::findExecutable(QStringLiteral("ogr2ogr"));
    if (program.isEmpty()) return false;
    QProcess process;
    process.start(program, QStringList{QStringLiteral("-f"), driver, to, from} + more);
    return process.waitForFinished(60'000) && process.exitCode() == 0 && QFileInfo::exists(to);
}

}  // namespace

class TestFormats : public QObject {
    Q_OBJECT
    std::unique_ptr<DialogFixture> m_fixture;

    /// The one that was added last.
    layers::LayerPtr added() const {
        return m_fixture->session->snapshot()->layer(m_fixture->session->selection().currentLayer());
    }
    AddLayerDialog* dropped(const QStringList& paths) const {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& path : paths) urls << QUrl::fromLocalFile(path);
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_fixture->window.get(), &enter);
        if (!enter.isAccepted()) return nullptr;
        QDropEvent drop(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_fixture->window.get(), &drop);
        return m_fixture->window->findChild<AddLayerDialog*>();
    }
    QString made(const QString& format) const {
        const QString source = m_fixture->path(QStringLiteral("source.gpkg"));
        if (!gis::writeLayers(source.toStdString(), {{"places", places(), {}}}, gis::Overwrite::Yes)) return {};
        const QString path = m_fixture->path(QStringLiteral("dropped.") + format);
        if (format == QLatin1String("gdb"))
            return translated(source, path, QStringLiteral("OpenFileGDB")) ? path : QString();
        if (format == QLatin1String("kml")) return translated(source, path, QStringLiteral("KML")) ? path : QString();
        if (format == QLatin1String("dxf"))
            return translated(source, path, QStringLiteral("DXF"),
                              {QStringLiteral("-sql"), QStringLiteral("SELECT geom FROM places")})
                       ? path
                       : QString();
        if (format == QLatin1String("csv"))
            return putBytes(path, "名称,经度,纬度\n万州,108.4,30.8\n开州,108.7,31.2\n") ? path : QString();
        const auto written = gis::writeLayers(path.toStdString(), {{"dropped", places(), {}}}, gis::Overwrite::Yes);
        return written ? path : QString();
    }

private Q_SLOTS:
    void initTestCase() { DialogFixture::useTestSettings(QStringLiteral("tuce-test-formats")); }
    void init() {
        m_fixture = std::make_unique<DialogFixture>();
        m_fixture->open();
    }
    void cleanup() {
        m_fixture->close();
        m_fixture.reset();
    }

    void aDroppedFileBecomesALayer_data() {
        QTest::addColumn<QString>("format");
        for (const char* format : {"shp", "gpkg", "geojson", "kml", "dxf", "csv", "fgb", "gdb"})
            QTest::newRow(format) << QString::fromLatin1(format);
    }
    void aDroppedFileBecomesALayer() {
        QFETCH(QString, format);
        const QString path = made(format);
        if (path.isEmpty()) QSKIP("ogr2ogr does not write it here");
        const std::size_t before = m_fixture->session->snapshot()->layers.size();
        QPointer<AddLayerDialog> dialog = dropped({path});
        QVERIFY(dialog);
        auto* rows = dialog->findChild<QTableWidget*>(QStringLiteral("rows"));
        QTRY_COMPARE(rows->rowCount(), 2);
        auto* crs = dialog->findChild<QLineEdit*>(QStringLiteral("crs"));
        const bool saysCrs = format != QLatin1String("dxf") && format != QLatin1String("csv");
        QCOMPARE(crs->isEnabled(), !saysCrs);
        QVERIFY2(!crs->text().isEmpty(), "a CRS is said or proposed");
        dialog->findChild<QPushButton*>(QStringLiteral("accept"))->click();
        QTRY_VERIFY(!dialog);
        QCOMPARE(m_fixture->session->snapshot()->layers.size(), before + 1);
        const auto layer = added();
        QCOMPARE(layer->table.size(), std::size_t{2});
        const gis::Extent extent = layer->table.extent();
        QVERIFY(std::abs(extent.minX - 108.4) < 1e-6 && std::abs(extent.maxY - 31.2) < 1e-6);
        QVERIFY(layer->table.crs().isGeographic());
    }

    void aFileOnTheWelcomePageBeginsAPlan() {
        const QString path = made(QStringLiteral("geojson"));
        m_fixture->session->close();
        QVERIFY(!m_fixture->session->hasProject());
        QVERIFY(!dropped({path}));
        QTRY_VERIFY(m_fixture->session->hasProject());
        QTRY_VERIFY(m_fixture->window->findChild<AddLayerDialog*>());
        QPointer<AddLayerDialog> dialog = m_fixture->window->findChild<AddLayerDialog*>();
        QTRY_COMPARE(dialog->findChild<QTableWidget*>(QStringLiteral("rows"))->rowCount(), 2);
        dialog->findChild<QPushButton*>(QStringLiteral("accept"))->click();
        QTRY_VERIFY(!dialog);
        QCOMPARE(m_fixture->session->snapshot()->layers.size(), std::size_t{1});
    }

    void theWholeSetOfAShapefileIsOneFile() {
        const QString path = made(QStringLiteral("shp"));
        QStringList all;
        for (const char* ending : {"dbf", "shx", "cpg", "prj", "shp"}) all << path.chopped(3) + QLatin1String(ending);
        QPointer<AddLayerDialog> dialog = dropped(all);
        QVERIFY(dialog);
        auto* list = dialog->findChild<QTreeWidget*>();
        QTRY_COMPARE(dialog->findChild<QTableWidget*>(QStringLiteral("rows"))->rowCount(), 2);
        QCOMPARE(list->topLevelItemCount(), 1);
        QVERIFY(!dialog->findChild<QLabel*>(QStringLiteral("problem"))->isVisible());
        dialog->close();
    }
    void bothReadingsOfTheTextsAreSeen() {
        const QString path = m_fixture->path(QStringLiteral("gbk.shp"));
        QVERIFY(gis::exportLayers(path.toStdString(), {{"gbk", places(), {}}}, gis::Overwrite::No, {"GBK", false}));
        QFile::remove(path.chopped(3) + QStringLiteral("cpg"));
        QPointer<AddLayerDialog> dialog = dropped({path});
        QTRY_COMPARE(dialog->findChild<QTableWidget*>(QStringLiteral("rows"))->rowCount(), 2);
        const QString samples = dialog->findChild<QLabel*>(QStringLiteral("encodingSamples"))->text();
        QCOMPARE(samples.count(u'\n'), 1);
        QVERIFY2(samples.section(u'\n', 1).contains(QStringLiteral("万州, 开州")), qPrintable(samples));
        QVERIFY(!samples.section(u'\n', 0, 0).contains(QStringLiteral("万州")));
        dialog->close();
    }
    void aLinkedFileStaysWhereItIs() {
        const QString path = made(QStringLiteral("gpkg"));
        QPointer<AddLayerDialog> dialog = dropped({path});
        QTRY_COMPARE(dialog->findChild<QTableWidget*>(QStringLiteral("rows"))->rowCount(), 2);
        dialog->findChild<QAbstractButton*>(QStringLiteral("link"))->click();
        dialog->findChild<QPushButton*>(QStringLiteral("accept"))->click();
        QTRY_VERIFY(!dialog);
        QCOMPARE(QString::fromStdString(added()->source.path), path);
        // Saved here and then there, it is found again.
        for (const char* place : {"one", "two/deep"}) {
            QDir().mkpath(m_fixture->path(QLatin1String(place)));
            const QString project = m_fixture->path(QLatin1String(place) + QStringLiteral("/plan.tuce"));
            std::optional<bool> saved;
            m_fixture->session->saveAs(project, gis::Overwrite::No, [&saved](bool good) { saved = good; });
            QTRY_VERIFY(saved.has_value());
            QVERIFY(*saved);
            const auto opened = layers::openProject(project.toStdString());
            QVERIFY(opened && opened->warnings.empty());
            QCOMPARE(opened->snapshot->layer(added()->id)->table.size(), std::size_t{2});
        }
    }

    void aShapefileInGbkTellsWhatItLost() {
        auto& session = *m_fixture->session;
        layers::Layer layer;
        layer.name = "layer";
        layer.table = gis::FeatureTable(
            gis::Schema({{"规划地块名称", gis::FieldType::Text, 0}}), gis::CoordinateReferenceSystem::cgcs2000(),
            {gis::Feature(gis::FeatureId{1}, gis::Geometry::point({108, 30}), {std::string("𬇙水")})});
        QVERIFY(session.perform(layers::addLayer(*session.snapshot(), layer)));
        const QString path = m_fixture->path(QStringLiteral("out.shp"));
        QPointer<ExportLayerDialog> dialog = new ExportLayerDialog(m_fixture->bench(), m_fixture->layer("layer")->id);
        dialog->open();
        auto* format = dialog->findChild<QComboBox*>(QStringLiteral("format"));
        const int gbk = format->findText(QStringLiteral("GBK"), Qt::MatchContains);
        QVERIFY(gbk >= 0);
        format->setCurrentIndex(gbk);
        Q_EMIT format->activated(gbk);
        dialog->setPath(path);
        QCOMPARE(format->currentIndex(), gbk);
        bool mapped = false;
        for (const QLabel* label : dialog->findChildren<QLabel*>())
            mapped = mapped || label->text().contains(QStringLiteral("规划地块名称 → 规划地块名"));
        QVERIFY(mapped);
        dialog->findChild<QPushButton*>(QStringLiteral("accept"))->click();
        QTRY_VERIFY(QFile::exists(path));
        const auto& log = session.messages().log();
        QTRY_VERIFY(!log.empty() && log.back().level == MessageLevel::Warning);
        const QString details = log.back().details;
        QVERIFY2(details.contains(QStringLiteral("规划地块名称")) && details.contains(QStringLiteral("𬇙")),
                 qPrintable(details));
        const auto read = gis::readLayer({path.toStdString(), {}});
        QVERIFY(read);
        QCOMPARE(read->info.encoding, std::string("GBK"));
        QCOMPARE(gis::toText(read->table.at(0).attribute(0)), std::string("?水"));
    }

    void theLegendOfASheetIsEdited() {
        QPointer<SheetDialog> dialog = new SheetDialog(m_fixture->bench());
        dialog->open();
        auto* items = dialog->findChild<QListWidget*>(QStringLiteral("legendItems"));
        QTRY_VERIFY_WITH_TIMEOUT(items->count() >= 2, 20000);
        const QString first = items->item(0)->text();
        const QString second = items->item(1)->text();
        dialog->findChild<QPushButton*>(QStringLiteral("saveSheet"))->click();
        const int steps = m_fixture->undoSteps();
        items->item(0)->setText(QStringLiteral("Renamed"));
        items->item(1)->setCheckState(Qt::Unchecked);
        items->setCurrentRow(0);
        dialog->findChild<QAbstractButton*>(QStringLiteral("legendDown"))->click();
        QTRY_VERIFY(!dialog->preview().isDrawing());
        QCOMPARE(items->item(0)->text(), second);
        QCOMPARE(items->item(1)->text(), QStringLiteral("Renamed"));
        dialog->findChild<QPushButton*>(QStringLiteral("saveSheet"))->click();
        QCOMPARE(m_fixture->undoSteps(), steps + 1);
        const auto legend = m_fixture->session->snapshot()->sheets.front().legend;
        QVERIFY(legend.size() >= 2);
        QCOMPARE(legend[0], (layers::LegendItem{second.toStdString(), {}, false}));
        QCOMPARE(legend[1], (layers::LegendItem{first.toStdString(), "Renamed", true}));
        // What a drag does.
        QVERIFY(items->model()->moveRow({}, 0, {}, 2));
        QTRY_COMPARE(dialog->findChild<QPushButton*>(QStringLiteral("saveSheet"))->isEnabled(), true);
        QCOMPARE(items->item(0)->text(), QStringLiteral("Renamed"));
        dialog->findChild<QAbstractButton*>(QStringLiteral("legendUsual"))->click();
        QCOMPARE(items->item(0)->text(), first);
        dialog->close();
        QVERIFY(m_fixture->session->snapshot()->sheets.front().legend.empty());
        m_fixture->session->undo();
        QCOMPARE(m_fixture->session->snapshot()->sheets.front().legend, legend);
    }
};

QTEST_MAIN(TestFormats)
#include "test_formats.moc"
