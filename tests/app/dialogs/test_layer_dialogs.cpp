// SPDX-License-Identifier: Apache-2.0
// Adding, styling and exporting layers by the dialogs.
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>

#include "app/dialogs/AddLayerDialog.h"
#include "app/dialogs/ExportLayerDialog.h"
#include "app/dialogs/StyleDialog.h"
#include "gis/io/VectorFile.h"
#include "tests/app/dialogs/DialogFixture.h"

using namespace app;

namespace {

const QByteArray placeholder = "ABCDEFGHIJKL";
const QByteArray gbkName = "\xC9\xFA\xCC\xAC\xB1\xA3\xBB\xA4\xBA\xEC\xCF\xDF";  // GBK of the next one
const QString chineseName = QStringLiteral("生态保护红线");

gis::FeatureTable oneBox(const std::string& name) {
    return {gis::Schema({{"name", gis::FieldType::Text, 40}, {"code", gis::FieldType::Integer, 0}}),
            small_plan::crs(),
            {gis::Feature(gis::FeatureId{1}, small_plan::box(0, 0, 500, 500), {name, std::int64_t{7}})}};
}

/// A Shapefile as other programs write it: GBK in the table, nothing that says so.
void writeGbkShapefile(const QString& path) {
    QVERIFY(gis::writeLayers(path.toStdString(), {{"x", oneBox(placeholder.toStdString()), gis::GeometryType::Empty}},
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

class TestLayerDialogs : public QObject {
    Q_OBJECT
    std::unique_ptr<DialogFixture> m_fixture;

    AddLayerDialog* adding(const QString& path) const {
        auto* dialog = new AddLayerDialog(m_fixture->bench());
        dialog->open();
        dialog->addFiles({path});
        return dialog;
    }

private Q_SLOTS:
    void initTestCase() { DialogFixture::useTestSettings(QStringLiteral("tuce-test-layer-dialogs")); }
    void init() {
        m_fixture = std::make_unique<DialogFixture>();
        m_fixture->open();
    }
    void cleanup() {
        m_fixture->close();
        m_fixture.reset();
    }

    void aGbkShapefileIsReadAndTakesTheRoleOfItsName() {
        const QString path = m_fixture->path(QStringLiteral("STBHHX.shp"));
        writeGbkShapefile(path);
        QPointer<AddLayerDialog> dialog = adding(path);
        auto* rows = dialog->findChild<QTableWidget*>(QStringLiteral("rows"));
        QTRY_VERIFY(rows->rowCount() == 1);
        QCOMPARE(rows->item(0, 0)->text(), chineseName);
        auto* encoding = dialog->findChild<QComboBox*>(QStringLiteral("encoding"));
        QVERIFY(encoding->isEnabled());
        // The wrong choice is seen, the right one again.
        encoding->setCurrentIndex(1);
        Q_EMIT encoding->activated(1);
        QTRY_VERIFY(rows->rowCount() == 0 || rows->item(0, 0)->text() != chineseName);
        encoding->setCurrentIndex(2);
        Q_EMIT encoding->activated(2);
        QTRY_VERIFY(rows->rowCount() == 1 && rows->item(0, 0)->text() == chineseName);
        const int steps = m_fixture->undoSteps();
        dialog->findChild<QPushButton*>(QStringLiteral("accept"))->click();
        QTRY_VERIFY(!dialog);
        const auto layer = m_fixture->layer("STBHHX");
        QVERIFY(layer);
        QCOMPARE(layer->kind, layers::LayerKind::ControlLine);
        QCOMPARE(layer->control.type, layers::ControlType::EcoRedline);
        QCOMPARE(layer->control.direction, layers::RuleDirection::ForbidInside);
        QCOMPARE(layer->nameField, std::string("name"));
        QVERIFY(!layer->source.isLinked());
        QCOMPARE(QString::fromStdString(layer->featureName(layer->table.at(0))), chineseName);
        QCOMPARE(m_fixture->undoSteps(), steps + 1);
    }

    void aGeoJsonGetsTheRoleThatIsChosen() {
        const QString path = m_fixture->path(QStringLiteral("places.geojson"));
        QVERIFY(gis::writeLayers(path.toStdString(), {{"places", oneBox("west"), gis::GeometryType::Empty}},
                                 gis::Overwrite::No));
        QPointer<AddLayerDialog> dialog = adding(path);
        auto* role = dialog->findChild<QComboBox*>(QStringLiteral("role"));
        QTRY_VERIFY(dialog->findChild<QTableWidget*>(QStringLiteral("rows"))->rowCount() == 1);
        role->setCurrentIndex(role->findData(static_cast<int>(layers::LayerKind::Boundary)));
        Q_EMIT role->activated(role->currentIndex());
        auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("layerName"));
        name->clear();
        QTest::keyClicks(name, QStringLiteral("My places"));
        dialog->findChild<QPushButton*>(QStringLiteral("accept"))->click();
        QTRY_VERIFY(!dialog);
        const auto layer = m_fixture->layer("My places");
        QVERIFY(layer);
        QCOMPARE(layer->kind, layers::LayerKind::Boundary);
        QCOMPARE(m_fixture->session->selection().currentLayer(), layer->id);
        m_fixture->session->undo();
        QVERIFY(!m_fixture->layer("My places"));
    }

    void aFileThatIsNoneIsToldInTheDialog() {
        const QString path = m_fixture->path(QStringLiteral("none.shp"));
        QPointer<AddLayerDialog> dialog = adding(path);
        auto* problem = dialog->findChild<QLabel*>(QStringLiteral("problem"));
        QTRY_VERIFY(problem->isVisible());
        QVERIFY(problem->text().contains(QStringLiteral("none.shp")));
        QVERIFY(!dialog->findChild<QPushButton*>(QStringLiteral("accept"))->isEnabled());
        dialog->close();
    }

    void severalStyleChangesWithinAMomentAreOneStep() {
        QPointer<StyleDialog> dialog = new StyleDialog(m_fixture->bench(), small_plan::redLineId);
        dialog->show();
        const int steps = m_fixture->undoSteps();
        const double before = m_fixture->layer("red line")->style.symbol.line->widthMm;
        auto* width = dialog->findChild<QDoubleSpinBox*>(QStringLiteral("lineWidth"));
        for (const double value : {0.5, 0.7, 1.2}) width->setValue(value);
        QTRY_COMPARE(m_fixture->layer("red line")->style.symbol.line->widthMm, 1.2);
        QCOMPARE(m_fixture->undoSteps(), steps + 1);
        m_fixture->session->undo();
        QCOMPARE(m_fixture->layer("red line")->style.symbol.line->widthMm, before);
        QTRY_COMPARE(width->value(), before);
        dialog->findChild<QPushButton*>(QStringLiteral("reset"))->click();
        QVERIFY(m_fixture->layer("red line")->style.symbol == layers::shippedStyle("eco_redline")->symbol);
        m_fixture->session->undo();
        // A change just before closing is kept.
        width->setValue(2.5);
        dialog->close();
        QCOMPARE(m_fixture->layer("red line")->style.symbol.line->widthMm, 2.5);
    }

    void labelsAreEditedInOneStep() {
        QPointer<StyleDialog> dialog = new StyleDialog(m_fixture->bench(), small_plan::redLineId);
        dialog->show();
        const layers::LabelStyle before = m_fixture->layer("red line")->style.label;
        const int steps = m_fixture->undoSteps();
        const auto choose = [&](const char* name, const QVariant& data) {
            auto* box = dialog->findChild<QComboBox*>(QLatin1String(name));
            box->setCurrentIndex(box->findData(data));
            Q_EMIT box->activated(box->currentIndex());
        };
        const auto set = [&](const char* name, double value) {
            dialog->findChild<QDoubleSpinBox*>(QLatin1String(name))->setValue(value);
        };
        choose("labelField", QStringLiteral("name"));
        choose("labelPlacement", int(layers::LabelPlacement::AlongLine));
        choose("labelCallout", int(layers::LabelCallout::Box));
        set("labelSpacing", 0.35);
        set("labelApart", 0);
        set("labelLeastSize", 12);
        dialog->findChild<QSpinBox*>(QStringLiteral("labelLineLetters"))->setValue(6);
        dialog->findChild<QSpinBox*>(QStringLiteral("labelPriority"))->setValue(77);
        const auto now = [this] { return m_fixture->layer("red line")->style.label; };
        QTRY_COMPARE(now().priority, 77);
        layers::LabelStyle wanted = before;  // what was not touched stays to the last digit
        wanted.field = "name";
        wanted.placement = layers::LabelPlacement::AlongLine;
        wanted.callout = layers::LabelCallout::Box;
        wanted.letterSpacing = 0.35;
        wanted.apartMm = 0;
        wanted.leastSizeMm = 12;
        wanted.lineLetters = 6;
        wanted.priority = 77;
        QVERIFY(now() == wanted);
        QCOMPARE(m_fixture->undoSteps(), steps + 1);
        m_fixture->session->undo();
        QVERIFY(now() == before);
        QTRY_COMPARE(
            dialog->findChild<QComboBox*>(QStringLiteral("labelField"))->currentData().toString().toStdString(),
            before.field);
        dialog->close();
    }

    void aLayerIsExported_data() {
        QTest::addColumn<QString>("ending");
        for (const char* ending : {"gpkg", "shp", "geojson", "fgb", "xlsx"})
            QTest::newRow(ending) << QString::fromLatin1(ending);
    }
    void aLayerIsExported() {
        QFETCH(QString, ending);
        const QString path = m_fixture->path(QStringLiteral("out.") + ending);
        QPointer<ExportLayerDialog> dialog = new ExportLayerDialog(m_fixture->bench(), small_plan::redLineId);
        dialog->open();
        dialog->setPath(path);
        QCOMPARE(dialog->findChild<QComboBox*>(QStringLiteral("format"))->currentData().toString(), ending);
        dialog->findChild<QPushButton*>(QStringLiteral("accept"))->click();
        QTRY_VERIFY(!dialog);
        QTRY_VERIFY(QFile::exists(path));
        if (ending == QLatin1String("xlsx")) return;
        const auto read = gis::readLayer({path.toStdString(), {}});
        QVERIFY(read);
        QCOMPARE(read->table.size(), std::size_t{1});
        const gis::Feature& feature = read->table.at(0);
        QCOMPARE(gis::toText(feature.attribute(read->table.schema().indexOf("name"))), std::string("zone"));
    }
};

QTEST_MAIN(TestLayerDialogs)
#include "test_layer_dialogs.moc"
