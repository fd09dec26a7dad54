// SPDX-License-Identifier: Apache-2.0
// Raster layers on the map: where each pixel comes from, by PROJ itself; overviews, opacity, the muted surroundings, and
// files that are not there.
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

#include "gis/crs/CoordinateTransform.h"
#include "layers/render/MapRenderer.h"
#include "layers/render/RasterShelf.h"
#include "tests/layers/render/MapBuilders.h"
#include "tests/support/TiffFile.h"

using support::colourPage;
using support::TiffPage;
using support::TiffPlace;
using support::writeTiff;

namespace {

/// Red tells the column, green the row, of each pixel.
quint32 tellingColour(int column, int row) {
    return static_cast<quint32>(column & 255) << 16U | static_cast<quint32>(row & 255) << 8U;
}
auto plainly(quint32 colour) {
    return [colour](int, int) { return colour; };
}

layers::LayerPtr rasterLayer(const QString& path, double opacity = 1) {
    const auto file = gis::RasterFile::open(path.toStdString());
    if (!file) return nullptr;
    layers::Layer layer;
    layer.id = gis::LayerId{90};
    layer.name = "base";
    layer.source.path = path.toStdString();
    layer.table = gis::FeatureTable({}, file->info().crs, {});
    layer.raster = layers::RasterPicture{file->info().grid, std::nullopt};
    layer.style.opacity = opacity;
    return std::make_shared<const layers::Layer>(layer);
}

layers::MapSettings settingsOf(const gis::CoordinateReferenceSystem& crs, const gis::Extent& extent, int width,
                               int height) {
    layers::MapSettings settings;
    settings.crs = crs;
    settings.extent = extent;
    settings.widthMm = width / settings.pixelsPerMm;
    settings.heightMm = height / settings.pixelsPerMm;
    settings.labels = false;
    return settings;
}

QImage drawn(const layers::ProjectSnapshot& plan, const layers::MapSettings& settings) {
    const auto image = layers::renderMap(plan, settings);
    if (!image) qWarning("%s", gis::describe(image.error()).c_str());
    return image ? *image : QImage();
}

/// Bytes that this process asked the system for.
qint64 bytesRead() {
    QFile file(QStringLiteral("/proc/self/io"));
    if (!file.open(QIODevice::ReadOnly)) return -1;
    return file.readAll().split('\n').value(0).split(' ').value(1).toLongLong();
}

}  // namespace

class TestRasters : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString pathOf(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

private Q_SLOTS:
    void everyPixelLiesWhereProjPutsIt_data() {
        QTest::addColumn<QString>("rasterCrs");
        QTest::addColumn<QString>("mapCrs");
        QTest::addColumn<double>("finer");  // pixels of the raster to one of the map
        for (const double finer : {0.7, 1.3, 1.6}) {
            const QByteArray name = QByteArray::number(finer);
            QTest::newRow("zone to degrees " + name) << "EPSG:4545"
                                                     << "EPSG:4490" << finer;
            QTest::newRow("zone to far zone " + name) << "EPSG:4545"
                                                      << "EPSG:4542" << finer;
            QTest::newRow("degrees to zone " + name) << "EPSG:4490"
                                                     << "EPSG:4545" << finer;
            QTest::newRow("web to zone " + name) << "EPSG:3857"
                                                 << "EPSG:4545" << finer;
            QTest::newRow("same " + name) << "EPSG:4545"
                                          << "EPSG:4545" << finer;
        }
    }
    /// A raster of 240 pixels whose colours are their places, over some 700 km, where the bend of the axes is many
    /// pixels. Reading colours back is good to half a level in 255.
    void everyPixelLiesWhereProjPutsIt() {
        QFETCH(QString, rasterCrs);
        QFETCH(QString, mapCrs);
        QFETCH(double, finer);
        const auto from = gis::CoordinateReferenceSystem::fromCode(rasterCrs.toStdString()).value();
        const auto to = gis::CoordinateReferenceSystem::fromCode(mapCrs.toStdString()).value();
        constexpr int side = 240;
        const auto intoRaster =
            gis::CoordinateTransform::make(gis::CoordinateReferenceSystem::cgcs2000(), from).value();
        const gis::Extent ground = intoRaster.apply(gis::Extent{104, 27, 111, 33}).value();
        const TiffPlace place{ground.minX, ground.maxY,        ground.width() / side, ground.height() / side,
                              from.epsg(), from.isGeographic()};
        QVERIFY(writeTiff(pathOf("telling.tif"), {colourPage(side, side, tellingColour)}, {place, {}, 16}));
        const auto layer = rasterLayer(pathOf("telling.tif"));
        QVERIFY(layer);
        const auto plan = map_builders::plan({layer});

        const auto toMap = gis::CoordinateTransform::make(from, to).value();
        const auto back = gis::CoordinateTransform::make(to, from).value();
        const gis::Extent whole = toMap.apply(ground).value();
        const auto settings = settingsOf(to, whole, static_cast<int>(side / finer), static_cast<int>(side / finer));
        const QImage image = drawn(*plan, settings);
        QVERIFY(!image.isNull());
        const gis::Extent shown = settings.shownExtent();
        int judged = 0;
        double worst = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const gis::Coordinate middle{shown.minX + (x + 0.5) * shown.width() / image.width(),
                                             shown.maxY - (y + 0.5) * shown.height() / image.height()};
                const auto exact = back.apply(middle);
                if (!exact) continue;
                const gis::Coordinate at = layer->raster->grid.toPixels(*exact);
                const bool inside = at.x > 1 && at.y > 1 && at.x < side - 1 && at.y < side - 1;
                if (!inside) continue;
                const QRgb pixel = image.pixel(x, y);
                const double off = std::max(std::abs(qRed(pixel) + 0.5 - at.x), std::abs(qGreen(pixel) + 0.5 - at.y));
                worst = std::max(worst, off);
                ++judged;
            }
        QVERIFY2(judged > 8000, qPrintable(QString::number(judged)));
        // Half a level of colour, which is half a pixel of the raster, and a sixth of a pixel of the map.
        const double allowed = 0.51 + finer / 6;
        QVERIFY2(worst <= allowed, qPrintable(QStringLiteral("%1 pixels of the raster").arg(worst)));
    }

    void palettesKeepTheirColours() {
        TiffPage page{16, 16, 1, 8, 3, std::vector<quint16>(768, 0), QByteArray(256, '\1')};
        page.palette[1] = 0xFFFF;
        page.palette[256 + 2] = 0xFFFF;
        for (int row = 0; row < 16; ++row)
            for (int column = 8; column < 16; ++column) page.pixels[row * 16 + column] = '\2';
        const TiffPlace place{500'000, 3'400'000, 100, 100, 4545, false};
        QVERIFY(writeTiff(pathOf("palette.tif"), {page}, {place, {}, 16}));
        const auto plan = map_builders::plan({rasterLayer(pathOf("palette.tif"))});
        const auto settings = settingsOf(map_builders::mapCrs(), {500'000, 3'398'400, 501'600, 3'400'000}, 163, 163);
        const QImage image = drawn(*plan, settings);
        for (int y = 1; y < 162; ++y)
            for (int x = 1; x < 162; ++x) {
                const double metres = (x + 0.5) * 1600 / 163;
                if (std::abs(metres - 800) < 6) continue;  // the pixel in which the border lies
                QCOMPARE(image.pixel(x, y), metres < 800 ? qRgb(255, 0, 0) : qRgb(0, 255, 0));
            }
    }

    void theOverviewThatIsFineEnough() {
        const TiffPlace place{500'000, 3'400'000, 10, 10, 4545, false};
        QVERIFY(writeTiff(pathOf("levels.tif"),
                          {colourPage(1024, 1024, plainly(0xFF0000)), colourPage(512, 512, plainly(0x00FF00)),
                           colourPage(256, 256, plainly(0x0000FF))},
                          {place, {}, 16}));
        const auto plan = map_builders::plan({rasterLayer(pathOf("levels.tif"))});
        const gis::Extent whole{500'000, 3'389'760, 510'240, 3'400'000};
        const auto middle = [&](int side) {
            return drawn(*plan, settingsOf(map_builders::mapCrs(), whole, side, side)).pixel(side / 2, side / 2);
        };
        QCOMPARE(middle(2000), qRgb(255, 0, 0));
        QCOMPARE(middle(1024), qRgb(255, 0, 0));
        QCOMPARE(middle(600), qRgb(255, 0, 0));  // the next one would be too coarse
        QCOMPARE(middle(512), qRgb(0, 255, 0));
        QCOMPARE(middle(300), qRgb(0, 255, 0));
        QCOMPARE(middle(256), qRgb(0, 0, 255));
        QCOMPARE(middle(40), qRgb(0, 0, 255));
    }

    void onlyWhatIsSeenIsRead() {
        constexpr int side = 4096;  // 48 MB
        const TiffPlace place{500'000, 3'400'000, 10, 10, 4545, false};
        QVERIFY(
            writeTiff(pathOf("large.tif"),
                      {colourPage(side, side, plainly(0x808080)), colourPage(side / 8, side / 8, plainly(0x404040))},
                      {place, {}, 16}));
        const auto plan = map_builders::plan({rasterLayer(pathOf("large.tif"))});
        const gis::Extent whole{500'000, 3'400'000 - 10.0 * side, 500'000 + 10.0 * side, 3'400'000};
        if (bytesRead() < 0) QSKIP("no /proc/self/io");
        qint64 before = bytesRead();
        QVERIFY(!drawn(*plan, settingsOf(map_builders::mapCrs(), whole, 500, 500)).isNull());
        const qint64 small = bytesRead() - before;
        QVERIFY2(small < 3'000'000, qPrintable(QString::number(small)));
        before = bytesRead();
        const gis::Extent corner{500'000, 3'399'000, 501'000, 3'400'000};  // 100 rows
        QVERIFY(!drawn(*plan, settingsOf(map_builders::mapCrs(), corner, 400, 400)).isNull());
        const qint64 part = bytesRead() - before;
        QVERIFY2(part < 4'000'000, qPrintable(QString::number(part)));
    }

    /// Without overviews a coarse picture is made once, and serves the next frames.
    void aCoarsePictureStandsForOverviews() {
        constexpr int side = 4200;
        const TiffPlace place{500'000, 3'400'000, 10, 10, 4545, false};
        const auto halves = [](int column, int) { return column < side / 2 ? 0xC00000U : 0x0000C0U; };
        QVERIFY(writeTiff(pathOf("plain.tif"), {colourPage(side, side, halves)}, {place, {}, 16}));
        const auto plan = map_builders::plan({rasterLayer(pathOf("plain.tif"))});
        const gis::Extent whole{500'000, 3'400'000 - 10.0 * side, 500'000 + 10.0 * side, 3'400'000};
        auto settings = settingsOf(map_builders::mapCrs(), whole, 500, 500);
        settings.rasterShelf = std::make_shared<layers::RasterShelf>();
        if (bytesRead() < 0) QSKIP("no /proc/self/io");
        const qint64 before = bytesRead();
        const QImage first = drawn(*plan, settings);
        const qint64 made = bytesRead() - before;
        const QImage second = drawn(*plan, settings);
        const qint64 again = bytesRead() - before - made;
        QVERIFY(made > 50'000'000);
        QVERIFY2(again < 500'000, qPrintable(QString::number(again)));
        QCOMPARE(second, first);
        QCOMPARE(first.pixel(100, 250), qRgb(0xC0, 0, 0));
        QCOMPARE(first.pixel(400, 250), qRgb(0, 0, 0xC0));
        // Another file under the same name is another picture.
        QVERIFY(writeTiff(pathOf("plain.tif"), {colourPage(side, side, plainly(0x00FF00))}, {place, {}, 16}));
        QCOMPARE(drawn(*plan, settings).pixel(250, 250), qRgb(0, 255, 0));
    }

    void panningMovesThePicture() {
        const TiffPlace place{104, 31, 0.01, 0.01, 4490, true};
        QVERIFY(writeTiff(pathOf("pan.tif"), {colourPage(400, 300, tellingColour)}, {place, {}, 16}));
        const auto plan = map_builders::plan({rasterLayer(pathOf("pan.tif"))});
        const auto crs = gis::CoordinateReferenceSystem::fromCode("EPSG:4544").value();
        const auto toMap = gis::CoordinateTransform::make(gis::CoordinateReferenceSystem::cgcs2000(), crs).value();
        const gis::Coordinate centre = toMap.apply(gis::Coordinate{106, 29.5}).value();
        const double pixel = 700;
        const auto at = [&](int shift) {
            const double x = centre.x + shift * pixel;
            return drawn(
                *plan,
                settingsOf(crs, {x - 200 * pixel, centre.y - 150 * pixel, x + 200 * pixel, centre.y + 150 * pixel}, 400,
                           300));
        };
        const QImage before = at(0);
        const QImage after = at(137);
        int differing = 0;
        for (int y = 0; y < 300; ++y)
            for (int x = 0; x < 400 - 137; ++x) {
                const QRgb a = before.pixel(x + 137, y);
                const QRgb b = after.pixel(x, y);
                if (std::abs(qRed(a) - qRed(b)) > 2 || std::abs(qGreen(a) - qGreen(b)) > 2) ++differing;
            }
        QVERIFY2(differing < 300 * 263 / 200,
                 qPrintable(QString::number(differing)));  // at the borders of telling colours
    }

    void opacityAndOrder() {
        const TiffPlace place{400'000, 3'500'000, 1000, 1000, 4545, false};
        QVERIFY(writeTiff(pathOf("base.tif"), {colourPage(200, 200, plainly(0x0000FF))}, {place, {}, 16}));
        using map_builders::area;
        const auto county = map_builders::namedLayer(1, "county", layers::LayerKind::Basemap, "default_polygon",
                                                     {{"a", area({{-20, -20}, {20, -20}, {20, 20}, {-20, 20}})}});
        auto style = county->style;
        style.symbol.fill = layers::FillSymbol{};
        style.symbol.fill->colour = {255, 0, 0, 255};
        auto opaque = *county;
        opaque.style = style;
        const auto plan =
            map_builders::plan({rasterLayer(pathOf("base.tif"), 0.5), std::make_shared<const layers::Layer>(opaque)});
        auto settings = map_builders::settingsAbout(50, 50, 500);
        settings.labels = false;
        const QImage image = drawn(*plan, settings);
        QCOMPARE(image.pixel(250, 250), qRgb(255, 0, 0));  // features lie above
        const QRgb beside = image.pixel(20, 20);           // half blue on white
        QVERIFY2(std::abs(qRed(beside) - 127) <= 2 && qBlue(beside) == 255, qPrintable(QString::number(beside, 16)));
    }

    void outsideThePlanningRangeItFades() {
        const TiffPlace place{400'000, 3'500'000, 1000, 1000, 4545, false};
        QVERIFY(writeTiff(pathOf("ground.tif"), {colourPage(200, 200, plainly(0x204060))}, {place, {}, 16}));
        auto range =
            *map_builders::namedLayer(1, "range", layers::LayerKind::Boundary, "boundary_county",
                                      {{"a", map_builders::area({{-20, -20}, {20, -20}, {20, 20}, {-20, 20}})}});
        range.style.symbol = {};
        range.style.categories.clear();
        range.style.symbol.fill = layers::FillSymbol{};
        range.style.symbol.fill->ground = true;
        range.style.symbol.fill->colour = {255, 255, 255, 255};
        const auto plan =
            map_builders::plan({rasterLayer(pathOf("ground.tif")), std::make_shared<const layers::Layer>(range)});
        auto settings = map_builders::settingsAbout(50, 50, 500);
        settings.labels = false;
        const QImage image = drawn(*plan, settings);
        QCOMPARE(image.pixel(250, 250), qRgb(0x20, 0x40, 0x60));
        const QRgb outside = image.pixel(30, 30);
        QVERIFY2(qRed(outside) > 150 && qBlue(outside) > 160 && qRed(outside) < 250,
                 qPrintable(QString::number(outside, 16)));
    }

    void aRasterThatIsNotThereIsLeftOut() {
        const TiffPlace place{400'000, 3'500'000, 1000, 1000, 4545, false};
        QVERIFY(writeTiff(pathOf("gone.tif"), {colourPage(200, 200, plainly(0x0000FF))}, {place, {}, 16}));
        const auto plan = map_builders::plan({rasterLayer(pathOf("gone.tif"))});
        QFile::remove(pathOf("gone.tif"));
        const auto settings = map_builders::settingsAbout(50, 50, 200);
        const auto list = layers::makeDrawList(*plan, settings);
        QVERIFY(list.has_value());
        QVERIFY(list->layers.empty());
        QCOMPARE(list->warnings.size(), std::size_t{1});
        QCOMPARE(list->warnings.front().kind, std::string("raster_not_drawn"));
        QCOMPARE(drawn(*plan, settings).pixel(100, 100), qRgb(255, 255, 255));
    }

    void hugeAndTinyMaps() {
        const TiffPlace place{104, 31, 0.01, 0.01, 4490, true};
        QVERIFY(writeTiff(pathOf("any.tif"), {colourPage(400, 300, plainly(0x112233))}, {place, {}, 16}));
        const auto plan = map_builders::plan({rasterLayer(pathOf("any.tif"))});
        const auto zone = map_builders::mapCrs();
        for (const double half : {0.0005, 1.0, 1e4, 1e6, 5e6, 1e9}) {  // metres: from 1 mm wide on
            const auto settings =
                settingsOf(zone, {300'000 - half, 3'300'000 - half, 300'000 + half, 3'300'000 + half}, 200, 200);
            const QImage image = drawn(*plan, settings);
            QVERIFY(!image.isNull());
            if (half < 1e5) QCOMPARE(image.pixel(100, 100), qRgb(0x11, 0x22, 0x33));
        }
    }

    void canBeStopped() {
        const TiffPlace place{400'000, 3'500'000, 10, 10, 4545, false};
        QVERIFY(writeTiff(pathOf("stop.tif"), {colourPage(2000, 2000, plainly(0x0000FF))}, {place, {}, 16}));
        const auto plan = map_builders::plan({rasterLayer(pathOf("stop.tif"))});
        gis::JobControl control;
        control.cancel.cancel();
        const auto list = layers::makeDrawList(*plan, map_builders::settingsAbout(50, 50, 200), control);
        QVERIFY(!list);
        QCOMPARE(list.error().code, gis::ErrorCode::Canceled);
    }
};

QTEST_MAIN(TestRasters)
#include "test_rasters.moc"
