// SPDX-License-Identifier: Apache-2.0
// The sample plan on the screen and in a PDF: the same picture, the same names in the same places.
#include <QPainter>
#include <QPdfDocument>
#include <QTemporaryDir>
#include <QtTest>
#include <array>
#include <map>
#include <set>

#include "layers/print/SheetComposition.h"
#include "layers/print/SheetExporter.h"
#include "layers/render/MapRenderer.h"
#include "layers/workflow/SampleProject.h"
#include "tests/gis/drawing/DrawingFixture.h"
#include "tests/layers/render/PictureCompare.h"

using namespace layers;
using picture_compare::farthest;

namespace {

constexpr double dotsPerMm = 300 / 25.4;

/// A hatched, translucent layer large enough for the filler, over the middle of a map.
LayerPtr zones(const gis::Extent& extent, const gis::CoordinateReferenceSystem& crs, double opacity) {
    constexpr int side = 18;
    const double cell = std::min(extent.width(), extent.height()) * 0.5 / side;
    const gis::Coordinate centre = extent.centre();
    std::vector<gis::Feature> features;
    std::int64_t number = 0;
    for (const gis::Geometry& one : fixture::Mosaic(5, side, cell, 80, 0.05).cells()) {
        std::vector<gis::Coordinate> ring;
        for (const gis::Coordinate c : one.coordinates())
            ring.push_back({c.x + centre.x - side * cell / 2, c.y + centre.y - side * cell / 2});
        if (++number % 3 != 0)
            features.emplace_back(gis::FeatureId{number}, gis::Geometry::polygon({ring}), std::vector<gis::Value>{});
    }
    Layer layer;
    layer.id = gis::LayerId{990};
    layer.name = "zones";
    layer.kind = LayerKind::ControlLine;
    layer.style.symbol.fill = FillSymbol{FillPattern::Hatch, {191, 224, 200, 160}, {20, 110, 50, 255}, 2.5, 45, 0.3};
    layer.style.symbol.line = LineSymbol{{20, 100, 50, 255}, 0.35, {}};
    layer.style.opacity = opacity;
    layer.table = gis::FeatureTable(gis::Schema(), crs, features);
    return std::make_shared<const Layer>(layer);
}

/// A page and the screen over the same ground, pixel upon pixel.
struct BothPictures {
    SheetComposition sheet;
    MapSettings screen;
    QImage onScreen, onPaper;
    bool usesFiller = false;
};

/// The screen's picture is that of the whole paper, so that its pixels are the paper's.
MapSettings screenOf(const SheetComposition& sheet) {
    MapSettings screen = sheet.settings;
    screen.pixelsPerMm = dotsPerMm;
    screen.standsAlone = false;
    screen.widthMm = sheet.paper.width();
    screen.heightMm = sheet.paper.height();
    const gis::Extent shown = sheet.settings.shownExtent();
    const double perMm = 1 / sheet.settings.millimetresPerUnit();
    screen.extent = {
        shown.minX - sheet.map.left() * perMm, shown.minY - (sheet.paper.height() - sheet.map.bottom()) * perMm,
        shown.maxX + (sheet.paper.width() - sheet.map.right()) * perMm, shown.maxY + sheet.map.top() * perMm};
    return screen;
}

BothPictures picturesOf(const ProjectSnapshot& plan, const PrintLayout& layout, const std::string& path) {
    BothPictures both;
    both.sheet = composeSheet(plan, layout, dotsPerMm).value();
    both.screen = screenOf(both.sheet);
    LayerForms forms;
    MapSettings bare = both.screen;
    bare.labels = false;
    UnlabelledMap map = renderUnlabelled(plan, bare, {}, &forms).value();
    for (const DrawnLayer& drawn : map.list.layers) both.usesFiller = both.usesFiller || drawn.form;
    both.onScreen = map.image;
    {
        QPainter painter(&both.onScreen);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.scale(dotsPerMm, dotsPerMm);
        painter.translate(both.sheet.map.topLeft());
        paintLabels(painter, both.sheet.labels);
    }
    both.onScreen = both.onScreen.convertToFormat(QImage::Format_RGB32);
    SheetOptions options;
    options.overwrite = gis::Overwrite::Yes;
    if (!exportSheet(plan, layout, path, options)) return both;
    QPdfDocument document;
    if (document.load(QString::fromStdString(path)) != QPdfDocument::Error::None) return both;
    both.onPaper = document.render(0, both.onScreen.size()).convertToFormat(QImage::Format_RGB32);
    return both;
}

/// Where the map alone is: not the furniture, and not the ticks at the neat line.
std::vector<char> maskOf(const BothPictures& both) {
    const QSize size = both.onScreen.size();
    std::vector<char> mask(static_cast<std::size_t>(size.width()) * static_cast<std::size_t>(size.height()), 0);
    const auto fill = [&](const QRectF& mm, char value) {
        const QRect box = QRectF(mm.topLeft() * dotsPerMm, mm.size() * dotsPerMm).toRect() & QRect(QPoint(), size);
        for (int y = box.top(); y <= box.bottom(); ++y)
            for (int x = box.left(); x <= box.right(); ++x)
                mask[static_cast<std::size_t>(y * size.width() + x)] = value;
    };
    fill(both.sheet.map.adjusted(4, 4, -4, -4), 1);
    for (const QRectF& box : both.sheet.furniture()) fill(box.translated(both.sheet.map.topLeft()), 0);
    return mask;
}

struct Difference {
    double flat = 0;  ///< share of pixels away from edges whose colour differs
    double edge = 0;  ///< share of all pixels that differ by more than half, edges included
    int pixels = 0;
    QImage picture;
};

Difference differenceOf(const BothPictures& both) {
    constexpr int flatTolerance = 12, edgeTolerance = 128;
    const std::vector<char> mask = maskOf(both);
    const QImage& a = both.onScreen;
    const QImage& b = both.onPaper;
    Difference difference;
    difference.picture = QImage(a.size(), QImage::Format_RGB32);
    difference.picture.fill(Qt::white);
    int flats = 0, flatOff = 0, off = 0;
    for (int y = 1; y + 1 < a.height(); ++y) {
        const auto rowsOf = [y](const QImage& image) {
            return std::array{reinterpret_cast<const QRgb*>(image.constScanLine(y - 1)),
                              reinterpret_cast<const QRgb*>(image.constScanLine(y)),
                              reinterpret_cast<const QRgb*>(image.constScanLine(y + 1))};
        };
        const auto one = rowsOf(a), other = rowsOf(b);
        const auto changesAt = [](const std::array<const QRgb*, 3>& rows, int x) {
            constexpr int step = 6;
            return farthest(rows[1][x], rows[1][x - 1]) > step || farthest(rows[1][x], rows[1][x + 1]) > step ||
                   farthest(rows[1][x], rows[0][x]) > step || farthest(rows[1][x], rows[2][x]) > step;
        };
        for (int x = 1; x + 1 < a.width(); ++x) {
            if (!mask[static_cast<std::size_t>(y * a.width() + x)]) continue;
            ++difference.pixels;
            const bool isEdge = changesAt(one, x) || changesAt(other, x);
            const int away = farthest(one[1][x], other[1][x]);
            flats += isEdge ? 0 : 1;
            if (!isEdge && away > flatTolerance) {
                ++flatOff;
                difference.picture.setPixel(x, y, 0xffff0000U);
            }
            if (away > edgeTolerance) {
                ++off;
                difference.picture.setPixel(x, y, 0xff000000U);
            }
        }
    }
    difference.flat = static_cast<double>(flatOff) / std::max(1, flats);
    difference.edge = static_cast<double>(off) / std::max(1, difference.pixels);
    return difference;
}

QRgb at(const QImage& image, QPointF mm) { return image.pixel((mm * dotsPerMm).toPoint()); }

}  // namespace

class TestScreenAndPaper : public QObject {
    Q_OBJECT
    SampleProject m_sample;
    QTemporaryDir m_folder;
    BothPictures m_first;  ///< of the first sheet

    PrintLayout sheet(std::size_t number) const {
        PrintLayout layout = m_sample.snapshot->sheets[number];
        layout.paperWidthMm = 297;  // A4: a quarter of the pixels of A2
        layout.paperHeightMm = 210;
        layout.scaleDenominator = 0;
        return layout;
    }
    std::string path() const { return m_folder.filePath(QStringLiteral("sheet.pdf")).toStdString(); }

private Q_SLOTS:
    void initTestCase();
    void theSamePicture_data();
    void theSamePicture();
    void anotherPictureIsTold();
    void opacityIsInTheSymbols();
    void theSameNames_data();
    void theSameNames();
};

void TestScreenAndPaper::initTestCase() {
    auto sample = sampleProject();
    QVERIFY(sample.has_value());
    m_sample = *sample;
    QCOMPARE(m_sample.snapshot->sheets.size(), std::size_t{3});
}

void TestScreenAndPaper::theSamePicture_data() {
    QTest::addColumn<int>("number");
    for (const int number : {0, 2}) QTest::addRow("sheet %d", number + 1) << number;
}

/// The screen by the filler and by QPainter at 300 dots per inch, the PDF by pdfium.
void TestScreenAndPaper::theSamePicture() {
    QFETCH(int, number);
    PrintLayout layout = sheet(static_cast<std::size_t>(number));
    ProjectSnapshot plan = *m_sample.snapshot;
    if (number == 0) {
        const auto crs = composeSheet(plan, layout, 1).value().settings.crs;
        plan.layers.push_back(zones(layout.extent, crs, 1));
        layout.layers.push_back(plan.layers.back()->id);
    }
    const BothPictures both = picturesOf(plan, layout, path());
    QCOMPARE(both.onPaper.size(), both.onScreen.size());
    QVERIFY(number != 0 || both.usesFiller);
    const Difference difference = differenceOf(both);
    qInfo("of %d pixels differ: %.4f %% of the flat ones, %.4f %% by more than half", difference.pixels,
          100 * difference.flat, 100 * difference.edge);
    if (qEnvironmentVariableIsSet("TUCE_KEEP_PICTURES")) {
        both.onScreen.save(
            QStringLiteral("%1/screen_%2.png").arg(qEnvironmentVariable("TUCE_KEEP_PICTURES")).arg(number));
        both.onPaper.save(
            QStringLiteral("%1/paper_%2.png").arg(qEnvironmentVariable("TUCE_KEEP_PICTURES")).arg(number));
        difference.picture.save(
            QStringLiteral("%1/off_%2.png").arg(qEnvironmentVariable("TUCE_KEEP_PICTURES")).arg(number));
    }
    QVERIFY(difference.pixels > 4'000'000);
    QVERIFY2(difference.flat < 0.005, qPrintable(QString::number(difference.flat)));
    QVERIFY2(difference.edge < 0.005, qPrintable(QString::number(difference.edge)));
    if (number == 0) m_first = both;
}

/// The tolerance is narrow enough: half a millimetre or layouts of half the opacity are beyond it.
void TestScreenAndPaper::anotherPictureIsTold() {
    QVERIFY(!m_first.onPaper.isNull());
    BothPictures other = m_first;
    const auto isTold = [&] {
        const Difference difference = differenceOf(other);
        return difference.flat >= 0.005 || difference.edge >= 0.005;
    };
    QVERIFY(!isTold());
    other.onPaper = m_first.onPaper.copy(6, 0, m_first.onPaper.width(), m_first.onPaper.height());
    QVERIFY2(isTold(), "half a millimetre aside");
    other = m_first;
    ProjectSnapshot plan = *m_sample.snapshot;
    for (LayerPtr& layer : plan.layers) {
        if (layer->kind != LayerKind::Layout) continue;
        Layer paler = *layer;
        paler.style.opacity = 0.5;
        layer = std::make_shared<const Layer>(paler);
    }
    MapSettings bare = other.screen;
    bare.labels = false;
    other.onScreen = renderUnlabelled(plan, bare)->image.convertToFormat(QImage::Format_RGB32);
    QVERIFY2(isTold(), "layouts of half the opacity");
}

/// A PDF has no opacity of layers: colours carry it, and what shines through is what the screen shows.
void TestScreenAndPaper::opacityIsInTheSymbols() {
    const PrintLayout whole = sheet(0);
    for (const double opacity : {1.0, 0.5, 0.2}) {
        ProjectSnapshot plan = *m_sample.snapshot;
        PrintLayout layout = whole;
        layout.showsLegend = false;
        layout.paperWidthMm = 150;  // as small as a sheet may be
        layout.paperHeightMm = 120;
        const auto crs = composeSheet(plan, layout, 1).value().settings.crs;
        Layer red;
        red.id = gis::LayerId{991};
        red.name = "red";
        red.style.symbol.fill = FillSymbol{FillPattern::Solid, {255, 0, 0, 255}, {}};
        red.style.opacity = opacity;
        const gis::Coordinate centre = whole.extent.centre();
        const double reach = whole.extent.height() * 0.2;
        red.table = gis::FeatureTable(gis::Schema(), crs,
                                      {gis::Feature(gis::FeatureId{1},
                                                    gis::Geometry::polygon({{{centre.x - reach, centre.y - reach},
                                                                             {centre.x + reach, centre.y - reach},
                                                                             {centre.x + reach, centre.y + reach},
                                                                             {centre.x - reach, centre.y + reach}}}),
                                                    {})});
        plan.layers = {std::make_shared<const Layer>(red)};
        layout.layers = {red.id};
        const BothPictures both = picturesOf(plan, layout, path());
        QCOMPARE(both.onPaper.size(), both.onScreen.size());
        const int expected = static_cast<int>(std::lround(255 * (1 - opacity)));
        const QPointF middle = both.sheet.map.center() + QPointF(3, 3);
        for (const QImage& image : {both.onScreen, both.onPaper}) {
            QCOMPARE(qRed(at(image, middle)), 255);
            QVERIFY2(std::abs(qGreen(at(image, middle)) - expected) <= 2,
                     qPrintable(QStringLiteral("%1 at %2").arg(qGreen(at(image, middle))).arg(opacity)));
        }
    }
}

void TestScreenAndPaper::theSameNames_data() {
    QTest::addColumn<int>("number");
    for (int number = 0; number < 3; ++number) QTest::addRow("sheet %d", number + 1) << number;
}

/// At the scale of a sheet the screen shows the sheet's names where the sheet has them, but near its edge and furniture.
void TestScreenAndPaper::theSameNames() {
    QFETCH(int, number);
    const PrintLayout& layout = m_sample.snapshot->sheets[static_cast<std::size_t>(number)];
    const SheetComposition sheet = composeSheet(*m_sample.snapshot, layout, dotsPerMm).value();
    MapSettings screen = sheet.settings;
    screen.standsAlone = false;
    screen.pixelsPerMm = 96 / 25.4;
    // Another part of the map than the sheet's, as a window shows it.
    const double shift = 21 / screen.millimetresPerUnit();
    screen.extent = {screen.extent.minX + shift, screen.extent.minY - shift, screen.extent.maxX + shift,
                     screen.extent.maxY - shift};
    LayerForms forms;
    const auto onScreen = solveLabels(*m_sample.snapshot, screen, {}, &forms)->seenIn(screen);
    using Key = std::tuple<gis::LayerId, gis::FeatureId, std::uint64_t>;
    std::map<Key, QPointF> paper;
    for (const PlacedLabel& label : sheet.labels) paper[{label.layer, label.feature, label.piece}] = label.centre;
    std::vector<QRectF> furniture = sheet.furniture();
    constexpr double room = 30;  // what furniture or the edge cut may have displaced those beside
    int compared = 0, same = 0;
    std::set<Key> found;
    for (const PlacedLabel& label : onScreen) {
        const QPointF there = label.centre + QPointF(21, 21);
        if (!QRectF(QPointF(), sheet.map.size()).adjusted(room, room, -room, -room).contains(there)) continue;
        if (std::any_of(furniture.begin(), furniture.end(),
                        [&](const QRectF& box) { return box.adjusted(-room, -room, room, room).contains(there); }))
            continue;
        ++compared;
        const auto known = paper.find({label.layer, label.feature, label.piece});
        const bool isSame = known != paper.end() && QLineF(known->second, there).length() < 0.3;
        if (isSame)
            found.insert(known->first);
        else
            qWarning("%s is not where the sheet has it", qPrintable(label.text));
        same += isSame ? 1 : 0;
    }
    // And the other way round: the sheet has no name there that the screen lacks, but one that its edge or furniture has
    // driven from its place on the screen.
    std::set<std::pair<gis::LayerId, gis::FeatureId>> shown;
    for (const PlacedLabel& label : onScreen) shown.insert({label.layer, label.feature});
    int extra = 0;
    for (const auto& [key, place] : paper) {
        if (!QRectF(QPointF(), sheet.map.size()).adjusted(room + 21, room + 21, -room, -room).contains(place)) continue;
        if (std::any_of(furniture.begin(), furniture.end(),
                        [&](const QRectF& box) { return box.adjusted(-room, -room, room, room).contains(place); }))
            continue;
        extra += found.contains(key) || shown.contains({std::get<0>(key), std::get<1>(key)}) ? 0 : 1;
    }
    qInfo("%d of %d names at the same place, %d on the sheet alone", same, compared, extra);
    QVERIFY(compared >= 8);
    QCOMPARE(same, compared);
    // Few: those that take a place of which edge or furniture have driven another.
    QVERIFY2(extra * 15 <= compared, qPrintable(QString::number(extra)));
}

QTEST_MAIN(TestScreenAndPaper)
#include "test_screen_and_paper.moc"
