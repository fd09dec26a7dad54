// SPDX-License-Identifier: Apache-2.0
// GeoTIFFs whose every pixel is known: colours, places, overviews, and files that must not be trusted.
#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

#include "gis/io/RasterFile.h"
#include "gis/io/SourceState.h"
#include "tests/support/GisFixtures.h"
#include "tests/support/TiffFile.h"

using support::colourPage;
using support::TiffOptions;
using support::TiffPage;
using support::TiffPlace;
using support::writeTiff;

namespace {

const TiffPlace planePlace{500'000, 3'400'000, 100, 100, 4545, false};

quint32 tellingColour(int column, int row) {
    return static_cast<quint32>(column & 255) << 16U | static_cast<quint32>(row & 255) << 8U | 77U;
}

gis::RasterPixels pixelsOf(const gis::RasterFile& file, std::size_t level, const gis::RasterWindow& window,
                           int shrink = 1) {
    const auto read = file.read(level, window, shrink, std::nullopt, {});
    if (!read) qWarning("%s", gis::describe(read.error()).c_str());
    return read ? *read : gis::RasterPixels{};
}

std::uint32_t at(const gis::RasterPixels& pixels, int column, int row) {
    return pixels.argb.at(static_cast<std::size_t>(row * pixels.width + column));
}

template <class Number>
QByteArray bytesOfNumbers(const std::vector<Number>& numbers) {
    QByteArray bytes(static_cast<qsizetype>(numbers.size() * sizeof(Number)), '\0');
    std::memcpy(bytes.data(), numbers.data(), static_cast<std::size_t>(bytes.size()));
    return bytes;
}

}  // namespace

class TestRasterFile : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString pathOf(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    std::string made(const char* name, const std::vector<TiffPage>& pages, const TiffOptions& options) const {
        return writeTiff(pathOf(name), pages, options) ? pathOf(name).toStdString() : std::string();
    }

private Q_SLOTS:
    void placeAndColours() {
        const auto path = made("place.tif", {colourPage(200, 120, tellingColour)}, {planePlace, {}, 16});
        const auto file = gis::RasterFile::open(path);
        QVERIFY2(file.has_value(), file ? "" : gis::describe(file.error()).c_str());
        QCOMPARE(file->info().crs.code(), std::string("EPSG:4545"));
        QCOMPARE(file->info().meaning, gis::PixelMeaning::Colour);
        QCOMPARE(file->info().valueType, std::string("Byte"));
        const gis::Extent box = file->info().grid.extent();
        QCOMPARE(box, (gis::Extent{500'000, 3'388'000, 520'000, 3'400'000}));
        QCOMPARE(file->info().grid.toPixels({500'050, 3'399'950}), (gis::Coordinate{0.5, 0.5}));
        const auto pixels = pixelsOf(*file, 0, {37, 50, 90, 60});
        QCOMPARE(pixels.width, 90);
        for (int row = 0; row < 60; ++row)
            for (int column = 0; column < 90; ++column)
                QCOMPARE(at(pixels, column, row), 0xFF000000U | tellingColour(37 + column, 50 + row));
    }

    void meansOfPixels() {
        // Columns of black and white: two by two they are grey, and the last of 101 stands alone.
        const auto path =
            made("means.tif", {colourPage(101, 51, [](int column, int) { return column % 2 ? 0xFFFFFFU : 0U; })},
                 {planePlace, {}, 7});
        const auto file = gis::RasterFile::open(path).value();
        const auto pixels = pixelsOf(file, 0, {0, 0, 101, 51}, 2);
        QCOMPARE(pixels.width, 51);
        QCOMPARE(pixels.height, 26);
        for (int row = 0; row < 26; ++row) {
            for (int column = 0; column < 50; ++column) QCOMPARE(at(pixels, column, row), 0xFF808080U);
            QCOMPARE(at(pixels, 50, row), 0xFF000000U);
        }
        QCOMPARE(at(pixelsOf(file, 0, {0, 0, 100, 50}, 50), 0, 0), 0xFF808080U);
    }

    void overviewsInTheFile() {
        const auto one = [](quint32 colour) { return [colour](int, int) { return colour; }; };
        const auto path = made(
            "overviews.tif",
            {colourPage(64, 64, one(0xFF0000)), colourPage(32, 32, one(0x00FF00)), colourPage(16, 16, one(0x0000FF))},
            {planePlace, {}, 16});
        const auto file = gis::RasterFile::open(path).value();
        QCOMPARE(file.levelCount(), std::size_t{3});
        QCOMPARE(file.info().overviews, (std::vector<std::pair<int, int>>{{32, 32}, {16, 16}}));
        QCOMPARE(file.levelGrid(2).extent(), file.info().grid.extent());
        QCOMPARE(at(pixelsOf(file, 0, {0, 0, 64, 64}), 5, 5), 0xFFFF0000U);
        QCOMPARE(at(pixelsOf(file, 1, {0, 0, 32, 32}), 5, 5), 0xFF00FF00U);
        QCOMPARE(at(pixelsOf(file, 2, {0, 0, 16, 16}), 5, 5), 0xFF0000FFU);
    }

    void greyPaletteAndAlpha() {
        TiffPage grey{4, 1, 1, 8, 1, {}, QByteArray("\x00\x40\x80\xFF", 4)};
        auto file = gis::RasterFile::open(made("grey.tif", {grey}, {planePlace, "128", 16})).value();
        QCOMPARE(file.info().meaning, gis::PixelMeaning::Grey);
        QCOMPARE(file.info().noData, std::optional<double>(128));
        QCOMPARE(pixelsOf(file, 0, {0, 0, 4, 1}).argb,
                 (std::vector<std::uint32_t>{0xFF000000, 0xFF404040, 0, 0xFFFFFFFF}));

        grey.photometric = 0;
        file = gis::RasterFile::open(made("white.tif", {grey}, {planePlace, {}, 16})).value();
        QCOMPARE(pixelsOf(file, 0, {0, 0, 4, 1}).argb,
                 (std::vector<std::uint32_t>{0xFFFFFFFF, 0xFFBFBFBF, 0xFF7F7F7F, 0xFF000000}));

        TiffPage palette{3, 1, 1, 8, 3, std::vector<quint16>(768, 0), QByteArray("\x01\x02\x07", 3)};
        palette.palette[1] = 0xFFFF;        // red of row 1
        palette.palette[256 + 2] = 0xFFFF;  // green of row 2
        file = gis::RasterFile::open(made("palette.tif", {palette}, {planePlace, {}, 16})).value();
        QCOMPARE(file.info().meaning, gis::PixelMeaning::Palette);
        QCOMPARE(pixelsOf(file, 0, {0, 0, 3, 1}).argb,
                 (std::vector<std::uint32_t>{0xFFFF0000, 0xFF00FF00, 0xFF000000}));

        const TiffPage alpha{2, 1, 4, 8, 2, {}, QByteArray("\xFF\x00\x00\x80\x00\xFF\x00\xFF", 8)};
        file = gis::RasterFile::open(made("alpha.tif", {alpha}, {planePlace, {}, 16})).value();
        QVERIFY(file.info().hasAlpha);
        QCOMPARE(pixelsOf(file, 0, {0, 0, 2, 1}).argb, (std::vector<std::uint32_t>{0x80800000, 0xFF00FF00}));
    }

    void measurementsAreStretched() {
        const std::vector<quint16> heights{65535, 300, 400, 500};
        const TiffPage page{4, 1, 1, 16, 1, {}, bytesOfNumbers(heights)};
        auto file = gis::RasterFile::open(made("heights.tif", {page}, {planePlace, "65535", 16})).value();
        QCOMPARE(file.info().meaning, gis::PixelMeaning::Values);
        QCOMPARE(file.stretch({}).value(), (std::array<double, 2>{300, 500}));
        QCOMPARE(pixelsOf(file, 0, {0, 0, 4, 1}).argb,
                 (std::vector<std::uint32_t>{0, 0xFF000000, 0xFF808080, 0xFFFFFFFF}));
        const auto fixed = file.read(0, {0, 0, 4, 1}, 1, std::array<double, 2>{400, 600}, {}).value();
        QCOMPARE(fixed.argb, (std::vector<std::uint32_t>{0, 0xFF000000, 0xFF000000, 0xFF808080}));

        const float none = std::numeric_limits<float>::quiet_NaN();
        const TiffPage real{3, 1, 1, 32, 1, {}, bytesOfNumbers(std::vector<float>{none, -1.5F, 2.5F})};
        file = gis::RasterFile::open(made("real.tif", {real}, {planePlace, {}, 16})).value();
        QCOMPARE(file.stretch({}).value(), (std::array<double, 2>{-1.5, 2.5}));
        QCOMPARE(pixelsOf(file, 0, {0, 0, 3, 1}).argb, (std::vector<std::uint32_t>{0, 0xFF000000, 0xFFFFFFFF}));

        const TiffPage nothing{2, 1, 1, 32, 1, {}, bytesOfNumbers(std::vector<float>{none, none})};
        file = gis::RasterFile::open(made("nothing.tif", {nothing}, {planePlace, {}, 16})).value();
        QCOMPARE(file.stretch({}).value(), (std::array<double, 2>{0, 1}));
    }

    void placeByWorldFile() {
        TiffOptions bare;
        const auto path = made("bare.tif", {colourPage(10, 10, tellingColour)}, bare);
        const auto refused = gis::RasterFile::open(path);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, gis::ErrorCode::InvalidData);
        QVERIFY(!refused.error().advice.empty());
        support::putBytes(pathOf("bare.tfw"), "10\n0\n0\n-10\n500005\n3399995\n");
        const auto file = gis::RasterFile::open(path);
        QVERIFY(file.has_value());
        QVERIFY(file->info().byWorldFile);
        QVERIFY(!file->info().crs.isKnown());
        QCOMPARE(file->info().grid.extent(), (gis::Extent{500'000, 3'399'900, 500'100, 3'400'000}));
        const auto before = gis::stateOf(path);
        QVERIFY(before && before->files.size() == 2);
        support::putBytes(pathOf("bare.tfw"), "20\n0\n0\n-20\n500005\n3399995\n\n");
        QVERIFY(gis::stateOf(path)->text != before->text);
        support::putBytes(pathOf("bare.tfw"), "10\nnan\nrun rm -rf\n");
        QVERIFY(!gis::RasterFile::open(path));
    }

    void whatLiesBesideIsNotOpened() {
        const auto one = [](quint32 colour) { return [colour](int, int) { return colour; }; };
        const auto path = made("alone.tif", {colourPage(64, 64, one(0xFF0000))}, {planePlace, {}, 16});
        QVERIFY(writeTiff(pathOf("alone.tif.ovr"), {colourPage(32, 32, one(0x00FF00))}, {std::nullopt, {}, 16}));
        QVERIFY(writeTiff(pathOf("alone.tif.msk"), {TiffPage{64, 64, 1, 8, 1, {}, QByteArray(4096, '\0')}},
                          {std::nullopt, {}, 16}));
        support::putBytes(pathOf("alone.tif.aux.xml"),
                          "<PAMDataset><SRS>EPSG:3857</SRS><GeoTransform>0,1,0,0,0,-1</GeoTransform></PAMDataset>");
        support::putBytes(pathOf("alone.tfw"), "1\n0\n0\n-1\n7\n7\n");
        const auto state = support::folderState(m_folder.path());
        const auto file = gis::RasterFile::open(path).value();
        QCOMPARE(file.levelCount(), std::size_t{1});
        QCOMPARE(file.info().crs.code(), std::string("EPSG:4545"));
        QCOMPARE(file.info().grid.affine[0], 500'000.0);
        QVERIFY(!file.info().hasAlpha);
        QCOMPARE(at(pixelsOf(file, 0, {0, 0, 64, 64}), 1, 1), 0xFFFF0000U);
        QCOMPARE(support::folderState(m_folder.path()), state);  // and nothing was written
    }

    void namesThatAreNoFiles_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const QString& path, gis::ErrorCode code) {
            QTest::newRow(name) << path << static_cast<int>(code);
        };
        row("network", QStringLiteral("/vsicurl/http://127.0.0.1/a.tif"), gis::ErrorCode::Refused);
        row("archive", QStringLiteral("/vsizip/a.zip/a.tif"), gis::ErrorCode::Refused);
        row("service", QStringLiteral("http://127.0.0.1/a.tif"), gis::ErrorCode::Refused);
        row("directory of tiff", QStringLiteral("GTIFF_DIR:1:a.tif"), gis::ErrorCode::Refused);
        row("absent", m_folder.filePath(QStringLiteral("absent.tif")), gis::ErrorCode::NotFound);
        QDir(m_folder.path()).mkdir(QStringLiteral("folder.tif"));
        row("folder", m_folder.filePath(QStringLiteral("folder.tif")), gis::ErrorCode::Refused);
        const auto holding = [this](const char* name, const QByteArray& bytes) {
            support::putBytes(pathOf(name), bytes);
            return pathOf(name);
        };
        row("empty", holding("empty.tif", ""), gis::ErrorCode::Unreadable);
        row("vrt", holding("vrt.tif", "<VRTDataset rasterXSize=\"1\" rasterYSize=\"1\"></VRTDataset>"),
            gis::ErrorCode::Unreadable);
        row("other ending", holding("a.vrt", "<VRTDataset/>"), gis::ErrorCode::Refused);
        row("magic alone", holding("magic.tif", QByteArray("II*\0", 4)), gis::ErrorCode::Unreadable);
        row("loop", holding("loop.tif", QByteArray("II*\0\x08\0\0\0\0\0\x08\0\0\0", 14)), gis::ErrorCode::Unreadable);
    }
    void namesThatAreNoFiles() {
        QFETCH(QString, path);
        QFETCH(int, code);
        const auto file = gis::RasterFile::open(path.toStdString());
        QVERIFY(!file);
        QCOMPARE(static_cast<int>(file.error().code), code);
        QVERIFY(!file.error().problem.empty());
    }

    void filesCutShort() {
        const QByteArray whole = support::tiffBytes({colourPage(300, 300, tellingColour)}, {planePlace, {}, 16});
        const QString path = pathOf("cut.tif");
        const quint32 directory = *reinterpret_cast<const quint32*>(whole.constData() + 4);
        int opened = 0;
        for (int share = 1; share < 20; ++share) {
            support::putBytes(path, whole.left(whole.size() * share / 20));
            if (gis::RasterFile::open(path.toStdString())) ++opened;
        }
        QCOMPARE(opened, 0);
        // Strips that point behind the end of the file: it opens, and says so when it is read.
        QByteArray lying = whole;
        const quint32 farAway = 0x40000000;
        const int entries = *reinterpret_cast<const quint16*>(lying.constData() + directory);
        for (int entry = 0; entry < entries; ++entry) {
            char* at = lying.data() + directory + 2 + 12 * entry;
            if (*reinterpret_cast<quint16*>(at) != 273) continue;
            const quint32 offsets = *reinterpret_cast<quint32*>(at + 8);
            for (int strip = 10; strip < 19; ++strip) std::memcpy(lying.data() + offsets + 4 * strip, &farAway, 4);
        }
        support::putBytes(path, lying);
        const auto open = gis::RasterFile::open(path.toStdString());
        QVERIFY(open.has_value());
        QCOMPARE(pixelsOf(*open, 0, {0, 0, 300, 100}).width, 300);  // the first strips are there
        const auto read = open->read(0, {0, 0, 300, 300}, 1, std::nullopt, {});
        QVERIFY(!read);
        QCOMPARE(read.error().code, gis::ErrorCode::Unreadable);
    }

    void limitsAreKept() {
        const auto path = made("limits.tif", {colourPage(300, 200, tellingColour)}, {planePlace, {}, 100});
        gis::RasterLimits narrow;
        narrow.widestSide = 299;
        auto file = gis::RasterFile::open(path, narrow);
        QVERIFY(!file);
        QCOMPARE(file.error().code, gis::ErrorCode::Refused);
        gis::RasterLimits small;
        small.mostBlockBytes = 80'000;  // less than a strip of 300 x 100 x 3
        file = gis::RasterFile::open(path, small);
        QVERIFY(!file);
        QCOMPARE(file.error().code, gis::ErrorCode::Refused);
        // A header that claims two billion rows in one strip.
        QByteArray bytes = support::tiffBytes({colourPage(300, 200, tellingColour)}, {planePlace, {}, 200});
        const quint32 directory = *reinterpret_cast<const quint32*>(bytes.constData() + 4);
        const int entries = *reinterpret_cast<const quint16*>(bytes.constData() + directory);
        for (int entry = 0; entry < entries; ++entry) {
            char* at = bytes.data() + directory + 2 + 12 * entry;
            const quint16 tag = *reinterpret_cast<quint16*>(at);
            const quint32 many = 1'900'000'000;
            if (tag == 257 || tag == 278) std::memcpy(at + 8, &many, 4);
        }
        support::putBytes(pathOf("claims.tif"), bytes);
        QVERIFY(!gis::RasterFile::open(pathOf("claims.tif").toStdString()));
    }

    void placesThatMakeNoSense() {
        for (const double size :
             {0.0, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
            const TiffPlace place{500'000, 3'400'000, size, 100, 4545, false};
            QVERIFY(!gis::RasterFile::open(made("place.tif", {colourPage(8, 8, tellingColour)}, {place, {}, 16})));
        }
    }

    void damagedBytesAreNoDanger() {
        const QByteArray whole = support::tiffBytes(
            {colourPage(40, 40, tellingColour), colourPage(20, 20, tellingColour)}, {planePlace, "0", 8});
        QRandomGenerator chance(20261122);
        int read = 0;
        int refused = 0;
        for (int round = 0; round < 800; ++round) {
            QByteArray bytes = whole;
            for (int flip = 0; flip < 1 + round % 5; ++flip) {
                // The pixels are of no interest: what lies behind them is.
                const bool early = chance.bounded(8) == 0;
                const int place =
                    early ? chance.bounded(8) : 4808 + chance.bounded(static_cast<int>(bytes.size()) - 4808);
                bytes[place] = static_cast<char>(chance.bounded(256));
            }
            support::putBytes(pathOf("damaged.tif"), bytes);
            gis::RasterLimits limits;
            limits.mostBlockBytes = 1e6;
            const auto file = gis::RasterFile::open(pathOf("damaged.tif").toStdString(), limits);
            if (!file) {
                ++refused;
                continue;
            }
            for (std::size_t level = 0; level < file->levelCount(); ++level) {
                const gis::RasterGrid grid = file->levelGrid(level);
                const auto pixels =
                    file->read(level, {0, 0, std::min(64, grid.width), std::min(64, grid.height)}, 3, std::nullopt, {});
                read += pixels ? 1 : 0;
            }
        }
        QVERIFY2(read > 100 && refused > 25, qPrintable(QStringLiteral("%1 %2").arg(read).arg(refused)));
    }

    void canBeStopped() {
        const auto path = made("stop.tif", {colourPage(600, 600, tellingColour)}, {planePlace, {}, 16});
        const auto file = gis::RasterFile::open(path).value();
        const gis::CancelToken cancel;
        cancel.cancel();
        const auto read = file.read(0, {0, 0, 600, 600}, 1, std::nullopt, cancel);
        QVERIFY(!read);
        QCOMPARE(read.error().code, gis::ErrorCode::Canceled);
    }
};

QTEST_APPLESS_MAIN(TestRasterFile)
#include "test_raster_file.moc"
