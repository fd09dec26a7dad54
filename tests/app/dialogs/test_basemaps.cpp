// SPDX-License-Identifier: Apache-2.0
// Raster basemaps, grids and the map's zone in the window.
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>

#include "app/dialogs/AddLayerDialog.h"
#include "app/panels/LayersModel.h"
#include "app/window/ActionRegistry.h"
#include "app/window/MapController.h"
#include "app/window/MapZone.h"
#include "tests/app/dialogs/DialogFixture.h"
#include "tests/support/TiffFile.h"

using namespace app;

namespace {

constexpr QRgb blue = 0xFF2050C0U;

/// 20 km about the small plan's middle.
support::TiffPlace placeAbout(gis::Coordinate middle, int epsg) {
    return {middle.x - 10'000, middle.y + 10'000, 200, 200, epsg, false};
}

bool makeBlue(const QString& path, int epsg) {
    const auto page = support::colourPage(100, 100, [](int, int) { return blue & 0xFFFFFFU; });
    return support::writeTiff(path, {page}, {placeAbout(small_plan::at(0, 0), epsg), {}, 16});
}

}  // namespace

class TestBasemaps : public QObject {
    Q_OBJECT
    std::unique_ptr<DialogFixture> m_fixture;

    MapCanvas& canvas() const { return m_fixture->bench().map.canvas(); }
    AddLayerDialog* adding(const QString& path) const {
        auto* dialog = new AddLayerDialog(m_fixture->bench());
        dialog->open();
        dialog->addFiles({path});
        return dialog;
    }
    QAction* action(const char* id) const { return m_fixture->bench().actions.find(QLatin1String(id)); }
    /// The sharp picture near its upper edge, where the raster is and the plan has nothing.
    QRgb above() const {
        const QImage& picture = canvas().picture();
        return picture.isNull() ? 0 : picture.pixel(picture.width() / 2, picture.height() / 8);
    }

private Q_SLOTS:
    void initTestCase() { DialogFixture::useTestSettings(QStringLiteral("tuce-test-basemaps")); }
    void init() {
        m_fixture = std::make_unique<DialogFixture>();
        m_fixture->open();
    }
    void cleanup() {
        m_fixture->close();
        m_fixture.reset();
    }

    void aRasterIsAddedSeenHiddenAndTakenBack() {
        const QString path = m_fixture->path(QStringLiteral("relief.tif"));
        QVERIFY(makeBlue(path, 4545));
        QPointer<AddLayerDialog> dialog = adding(path);
        auto* add = dialog->findChild<QPushButton*>(QStringLiteral("accept"));
        QTRY_VERIFY(add->isEnabled());
        // What only features have is not asked.
        auto* role = dialog->findChild<QWidget*>(QStringLiteral("role"));
        QTRY_VERIFY(dialog->findChild<QLineEdit*>(QStringLiteral("layerName"))->isVisible());
        QVERIFY(!role->isVisible());
        QVERIFY(dialog->findChild<QLineEdit*>(QStringLiteral("crs"))->isVisible());
        const int steps = m_fixture->undoSteps();
        add->click();
        QTRY_VERIFY(dialog.isNull() || !dialog->isVisible());
        QCOMPARE(m_fixture->undoSteps(), steps + 1);
        const auto layer = m_fixture->layer("relief");
        QVERIFY(layer && layer->isRaster());
        QCOMPARE(m_fixture->session->snapshot()->layers.front(), layer);
        QTRY_VERIFY(!canvas().isDrawing());
        QTRY_COMPARE(above(), blue);
        // Style and table are for features.
        m_fixture->session->selection().setCurrentLayer(layer->id);
        m_fixture->bench().actions.refresh();
        QVERIFY(!action("layer.style")->isEnabled());
        QVERIFY(!action("layer.export")->isEnabled());
        auto* view = m_fixture->window->findChild<QTreeView*>(QStringLiteral("layers"));
        const QModelIndex row = view->model()->index(view->model()->rowCount() - 1, 0);
        QCOMPARE(row.data().toString(), QStringLiteral("relief"));
        QVERIFY(row.data(Qt::ToolTipRole).toString().contains(QStringLiteral("100 × 100")));
        view->model()->setData(row, Qt::Unchecked, Qt::CheckStateRole);
        QTRY_VERIFY(above() != blue);
        m_fixture->session->undo();
        QTRY_COMPARE(above(), blue);
        m_fixture->session->undo();
        QVERIFY(!m_fixture->layer("relief"));
        QTRY_VERIFY(above() != blue);
    }

    void aRasterWithoutCoordinatesAsks() {
        const QString path = m_fixture->path(QStringLiteral("unsaid.tif"));
        QVERIFY(makeBlue(path, 0));
        QPointer<AddLayerDialog> dialog = adding(path);
        auto* add = dialog->findChild<QPushButton*>(QStringLiteral("accept"));
        QTRY_VERIFY(add->isEnabled());
        auto* crs = dialog->findChild<QLineEdit*>(QStringLiteral("crs"));
        QTRY_VERIFY(crs->isVisible() && crs->isEnabled());
        add->click();
        auto* problem = dialog->findChild<QLabel*>(QStringLiteral("problem"));
        QTRY_VERIFY(problem->isVisible());
        QVERIFY(!m_fixture->layer("unsaid"));
        QTest::keyClicks(crs, QStringLiteral("EPSG:4545"));
        add->click();
        QTRY_VERIFY(m_fixture->layer("unsaid"));
    }

    void aFileThatGoesIsTold() {
        const QString path = m_fixture->path(QStringLiteral("gone.tif"));
        QVERIFY(makeBlue(path, 4545));
        QPointer<AddLayerDialog> dialog = adding(path);
        auto* add = dialog->findChild<QPushButton*>(QStringLiteral("accept"));
        QTRY_VERIFY(add->isEnabled());
        add->click();
        QTRY_COMPARE(above(), blue);
        QVERIFY(QFile::remove(path));
        canvas().zoomBy(1.2);
        QTRY_VERIFY(above() != blue);
        const auto isTold = [this] {
            for (const UserMessage& message : m_fixture->session->messages().log())
                if (message.text.contains(QStringLiteral("gone"))) return true;
            return false;
        };
        QTRY_VERIFY(isTold());
        const std::size_t said = m_fixture->session->messages().log().size();
        canvas().zoomBy(1.2);
        QTRY_VERIFY(!canvas().isDrawing());
        QCOMPARE(m_fixture->session->messages().log().size(), said);  // once
    }

    void gridsAreSeenAndRemembered() {
        for (const char* id : {"view.graticule", "view.kilometreGrid"}) {
            QTRY_VERIFY(!canvas().isDrawing());
            const QImage before = canvas().grab().toImage();
            action(id)->trigger();
            QVERIFY(action(id)->isChecked());
            const QImage with = canvas().grab().toImage();
            QVERIFY(with != before);
            QVERIFY(QSettings().value(QStringLiteral("map/") + QLatin1String(id)).toBool());
            action(id)->trigger();
            QVERIFY(!action(id)->isChecked());
            QVERIFY(canvas().grab().toImage() != with);
        }
    }

    void theZoneIsShownAndChosen() {
        auto* shown = m_fixture->window->findChild<QToolButton*>(QStringLiteral("mapCrs"));
        QTRY_COMPARE(shown->text(), QStringLiteral("CGCS2000 · 3° zone 36 · 108°E"));
        QMenu menu;
        fillMapCrsMenu(menu, m_fixture->bench());
        QStringList texts;
        for (const QAction* entry : menu.actions()) texts << entry->text();
        QVERIFY2(texts.contains(QStringLiteral("CGCS2000 · 3° zone 36 · 108°E · EPSG:4545")),
                 qPrintable(texts.join(u'\n')));
        QVERIFY2(texts.filter(QStringLiteral("6° zone")).size() == 1, qPrintable(texts.join(u'\n')));
        menu.actions().last()->trigger();  // degrees
        QTRY_COMPARE(m_fixture->session->snapshot()->info.crsCode, std::string("EPSG:4490"));
        QVERIFY(canvas().view().crs.isGeographic());
        m_fixture->bench().actions.refresh();
        QVERIFY(action("view.zone")->isEnabled());
        action("view.zone")->trigger();
        QTRY_COMPARE(m_fixture->session->snapshot()->info.crsCode, std::string("EPSG:4545"));
        m_fixture->session->undo();
        QTRY_COMPARE(m_fixture->session->snapshot()->info.crsCode, std::string("EPSG:4490"));
    }
};

QTEST_MAIN(TestBasemaps)
#include "test_basemaps.moc"
