// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QRegion>
#include <QtTest>
#include <cmath>
#include <functional>

#include "layers/render/MapRenderer.h"
#include "tests/layers/render/MapBuilders.h"

using namespace map_builders;
using namespace layers;

/// One picture for each kind of symbol at one and at two pixels to a point of the screen, made by the QPainter way,
/// against committed ones. TUCE_UPDATE_GOLDEN=1 writes them anew; then look at them before you commit. The mask: where
/// the committed picture has an edge other releases of Qt may smooth otherwise, elsewhere colours must agree.
class TestGoldenSymbols : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void looksAsBefore_data();
    void looksAsBefore();
    void theMaskLetsNoOtherSymbolPass();
    void theSameInStrips_data() { looksAsBefore_data(); }
    void theSameInStrips();
};

namespace {

constexpr int edgeTolerance = 110;       ///< of 255, beside an edge
constexpr int flatTolerance = 10;        ///< elsewhere
constexpr int shade = 6;                 ///< of 255, where a strip cuts a line
constexpr double mostOff = 0.02;         ///< share of a strip's pixels beyond that: Qt begins fine dashes anew
constexpr double mostDiffering = 0.004;  ///< share of pixels beyond their tolerance

const Colour ink{40, 60, 120, 255};
const Colour red{190, 40, 30, 255};
const Colour white{255, 255, 255, 255};
const Colour none{0, 0, 0, 0};

struct Case {
    const char* name;
    int dimension;
    std::function<void(Symbol&)> dress;
};

MarkerSymbol marker(MarkerShape shape, double size, Colour fill = red) {
    MarkerSymbol made{shape, size, fill, ink, 0.3, none};
    return made;
}

Case lineCase(const char* name, std::function<void(LineSymbol&)> dress) {
    return {name, 1, [dress](Symbol& symbol) {
                symbol.line = LineSymbol{ink, 0.5, {}};
                dress(*symbol.line);
            }};
}

Case fillCase(
    const char* name, FillPattern pattern, std::function<void(FillSymbol&)> dress = [](FillSymbol&) {}) {
    return {name, 2, [pattern, dress](Symbol& symbol) {
                symbol.fill = FillSymbol{pattern, {250, 220, 170, 255}, red, 2, 30, 0.3};
                symbol.line = LineSymbol{ink, 0.4, {}};
                dress(*symbol.fill);
            }};
}

Case outlineCase(const char* name, std::function<void(LineSymbol&)> dress) {
    return {name, 2, [dress](Symbol& symbol) {
                symbol.line = LineSymbol{ink, 0.5, {}};
                dress(*symbol.line);
            }};
}

Case markerCase(const char* name, MarkerSymbol shown) {
    return {name, 0, [shown](Symbol& symbol) { symbol.marker = shown; }};
}

MarkerSymbol drawing(const char* svg, double size) {
    MarkerSymbol made = marker(MarkerShape::Svg, size);
    made.outline = white;
    made.svg = svg;
    return made;
}

MarkerSymbol rings() {
    MarkerSymbol made = marker(MarkerShape::Concentric, 9, white);
    made.rings = 3;
    made.centre = red;
    return made;
}

const std::vector<Case>& cases() {
    static const std::vector<Case> all = [] {
        std::vector<Case> made{
            fillCase("fill_solid", FillPattern::Solid),
            fillCase("fill_hatch", FillPattern::Hatch),
            fillCase("fill_cross", FillPattern::CrossHatch),
            fillCase("fill_dots", FillPattern::Dots),
            fillCase("fill_markers", FillPattern::Markers,
                     [](FillSymbol& f) {
                         f.spacingMm = 4;
                         f.patternMarker = marker(MarkerShape::Diamond, 1.6);
                     }),
            fillCase("fill_drawings", FillPattern::Markers,
                     [](FillSymbol& f) {
                         f.spacingMm = 5;
                         f.angleDegrees = 0;
                         f.patternMarker = drawing("tree", 3);
                     }),
            outlineCase("outline_offset", [](LineSymbol& l) { l.offsetMm = 2; }),
            outlineCase("outline_band",
                        [](LineSymbol& l) {
                            l.innerBandMm = 2.5;
                            l.innerBandColour = {120, 80, 160, 120};
                        }),
            outlineCase("outline_ticks",
                        [](LineSymbol& l) { l.marks = LineMarks{MarkKind::Ticks, 2, 1.2, 0.25, true, {}}; }),
            lineCase("line_dashed",
                     [](LineSymbol& l) {
                         l.dashMm = {3, 1.5};
                     }),
            lineCase("line_casing",
                     [](LineSymbol& l) {
                         l.widthMm = 1.2;
                         l.colour = {255, 210, 120, 255};
                         l.casingColour = ink;
                         l.casingMm = 0.35;
                     }),
            lineCase("line_double", [](LineSymbol& l) { l.doubleGapMm = 1; }),
            lineCase("line_offset", [](LineSymbol& l) { l.offsetMm = 3; }),
            lineCase("line_heads",
                     [](LineSymbol& l) {
                         l.heads = LineEnds::Both;
                         l.headMm = 3.5;
                     }),
            lineCase("line_ticks", [](LineSymbol& l) { l.marks = LineMarks{MarkKind::Ticks, 3, 1.8, 0.3, false, {}}; }),
            lineCase("line_markers",
                     [](LineSymbol& l) {
                         l.marks = LineMarks{MarkKind::Markers, 6, 1, 0.2, false, marker(MarkerShape::Square, 2)};
                     }),
            lineCase("line_body",
                     [](LineSymbol& l) {
                         l.widthMm = 4;
                         l.arrow = l.smooth = true;
                         l.taperStart = 0.4;
                         l.endColour = red;
                     }),
            lineCase("line_body_both",
                     [](LineSymbol& l) {
                         l.widthMm = 3;
                         l.arrow = l.smooth = l.arrowAtStart = true;
                         l.taperStart = 0.5;
                         l.casingMm = 0.8;
                         l.casingColour = {200, 200, 200, 255};
                     }),
            markerCase("marker_concentric", rings()),
            markerCase("marker_drawing", drawing("airport", 9)),
            markerCase("marker_rail", drawing("train", 9)),
        };
        const std::pair<const char*, MarkerShape> shapes[] = {
            {"marker_circle", MarkerShape::Circle},     {"marker_ring", MarkerShape::Ring},
            {"marker_square", MarkerShape::Square},     {"marker_diamond", MarkerShape::Diamond},
            {"marker_triangle", MarkerShape::Triangle}, {"marker_star", MarkerShape::Star},
            {"marker_hexagon", MarkerShape::Hexagon}};
        for (const auto& [name, shape] : shapes) made.push_back(markerCase(name, marker(shape, 8)));
        MarkerSymbol byNumber = marker(MarkerShape::Circle, 4, {190, 40, 30, 160});
        byNumber.sizeField = "number";
        byNumber.sizeValue = 10;
        made.push_back(markerCase("marker_graded", byNumber));
        const std::pair<const char*, const char*> chains[] = {{"chain_province", "boundary_province"},
                                                              {"chain_prefecture", "boundary_prefecture"},
                                                              {"chain_county", "boundary_county"}};
        for (const auto& [name, shipped] : chains) {
            const auto line = *shippedStyle(shipped)->symbol.line;
            made.push_back({name, 1, [line](Symbol& symbol) { symbol.line = line; }});
        }
        for (const char* shipped : {"railway", "railway_ticks", "railway_planned", "expressway", "flood_dyke"}) {
            const auto line = *shippedStyle(shipped)->symbol.line;
            made.push_back({shipped, 1, [line](Symbol& symbol) { symbol.line = line; }});
        }
        return made;
    }();
    return all;
}

std::vector<gis::Geometry> shapesFor(int dimension) {
    if (dimension == 2) return {area({{-14, -8}, {2, -9}, {14, -3}, {11, 8}, {-4, 6}, {-13, 8}})};
    if (dimension == 1) return {line({{-14, -7}, {-6, 5}, {3, -2}, {14, 7}})};
    return {point(-10, 0), point(0, 0), point(10, 0)};
}

LayerPtr layerOf(const Case& of) {
    Layer layer;
    layer.id = gis::LayerId{1};
    layer.name = of.name;
    of.dress(layer.style.symbol);
    std::vector<gis::Feature> features;
    for (const gis::Geometry& shape : shapesFor(of.dimension)) {
        const auto number = std::int64_t(features.size());
        features.emplace_back(gis::FeatureId{number + 1}, shape, std::vector<gis::Value>{(number + 1) * 8});
    }
    layer.table = gis::FeatureTable(gis::Schema({{"number", gis::FieldType::Integer, 0}}), mapCrs(), features);
    return std::make_shared<const Layer>(layer);
}

QImage pictureOf(const Case& of, int ratio) {
    const auto image = renderMap(*plan({layerOf(of)}), settingsAbout(16, 10, 128 * ratio, 96.0 * ratio));
    return image ? image->convertToFormat(QImage::Format_RGB32) : QImage();
}

/// Wavy rings with so many vertices that they are drawn from their form.
LayerPtr largeLayer() {
    Layer layer;
    layer.id = gis::LayerId{9};
    layer.name = "large";
    layer.style.symbol.fill = FillSymbol{FillPattern::Hatch, {180, 220, 170, 120}, ink, 3, 40, 0.2};
    layer.style.symbol.line = LineSymbol{{20, 90, 40, 255}, 0.3, {}};
    std::vector<gis::Feature> features;
    for (int ring = 0; ring < 6; ++ring) {
        constexpr int count = 9000;
        std::vector<gis::Coordinate> positions;
        for (int i = 0; i < count; ++i) {
            const double turn = 2 * M_PI * i / count, radius = 2 + 1.5 * ring + 0.2 * std::sin(90 * turn);
            positions.push_back(at(radius * std::cos(turn), radius * std::sin(turn)));
        }
        features.emplace_back(gis::FeatureId{ring + 1}, gis::Geometry::polygon({positions}), std::vector<gis::Value>{});
    }
    layer.table = gis::FeatureTable({}, mapCrs(), features);
    return std::make_shared<const Layer>(layer);
}

int farthest(QRgb a, QRgb b) {
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

int countBeyond(int tolerance, const QImage& a, const QImage& b) {
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) count += farthest(a.pixel(x, y), b.pixel(x, y)) > tolerance ? 1 : 0;
    return count;
}

/// Share of pixels beyond their tolerance.
double differing(const QImage& drawn, const QImage& golden) {
    int count = 0;
    for (int y = 0; y < golden.height(); ++y)
        for (int x = 0; x < golden.width(); ++x) {
            bool isEdge = false;
            for (int dy = -1; dy <= 1; ++dy)
                for (int dx = -1; dx <= 1; ++dx)
                    if (golden.valid(x + dx, y + dy))
                        isEdge = isEdge || farthest(golden.pixel(x, y), golden.pixel(x + dx, y + dy)) > flatTolerance;
            if (farthest(drawn.pixel(x, y), golden.pixel(x, y)) > (isEdge ? edgeTolerance : flatTolerance)) ++count;
        }
    return static_cast<double>(count) / (golden.width() * golden.height());
}

QString goldenPath(const char* name, int ratio) {
    return QStringLiteral(TUCE_SOURCE_DIR "/tests/golden/symbol_%1_%2x.png").arg(QString::fromLatin1(name)).arg(ratio);
}

}  // namespace

void TestGoldenSymbols::looksAsBefore_data() {
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("ratio");
    for (std::size_t number = 0; number < cases().size(); ++number)
        for (const int ratio : {1, 2})
            QTest::addRow("%s at %dx", cases()[number].name, ratio) << static_cast<int>(number) << ratio;
}

void TestGoldenSymbols::looksAsBefore() {
    QFETCH(int, number);
    QFETCH(int, ratio);
    const Case& of = cases()[static_cast<std::size_t>(number)];
    const QImage drawn = pictureOf(of, ratio);
    QCOMPARE(drawn.size(), QSize(128, 80) * ratio);
    if (qEnvironmentVariableIsSet("TUCE_UPDATE_GOLDEN")) QVERIFY(drawn.save(goldenPath(of.name, ratio)));
    const QImage golden = QImage(goldenPath(of.name, ratio)).convertToFormat(QImage::Format_RGB32);
    QCOMPARE(golden.size(), drawn.size());
    const double share = differing(drawn, golden);
    if (share > mostDiffering)
        drawn.save(QDir::temp().filePath(
            QStringLiteral("tuce_symbol_%1_%2x.png").arg(QString::fromLatin1(of.name)).arg(ratio)));
    QVERIFY2(share <= mostDiffering, qPrintable(QStringLiteral("%1 of the pixels differ").arg(share)));
}

/// The tolerance must be narrow enough: no two committed pictures of one dimension are the same to it.
void TestGoldenSymbols::theMaskLetsNoOtherSymbolPass() {
    for (const Case& one : cases())
        for (const Case& other : cases()) {
            if (&one == &other || one.dimension != other.dimension) continue;
            const QImage a = QImage(goldenPath(one.name, 2)).convertToFormat(QImage::Format_RGB32);
            const QImage b = QImage(goldenPath(other.name, 2)).convertToFormat(QImage::Format_RGB32);
            QVERIFY2(differing(a, b) > mostDiffering,
                     qPrintable(
                         QStringLiteral("%1 %2").arg(QString::fromLatin1(one.name), QString::fromLatin1(other.name))));
        }
}

/// A picture put together from strips is the whole picture to the bit, and what is told to be finished looks like it.
void TestGoldenSymbols::theSameInStrips() {
    QFETCH(int, number);
    QFETCH(int, ratio);
    const Case& of = cases()[static_cast<std::size_t>(number)];
    static const LayerPtr large = largeLayer();
    static LayerForms forms;
    const auto shown = plan({large, layerOf(of)});
    MapSettings settings = settingsAbout(16, 10, 128 * ratio, 96.0 * ratio);
    settings.labels = false;
    const auto whole = renderUnlabelled(*shown, settings, {}, &forms);
    QVERIFY(whole);
    for (const unsigned threads : {1U, 3U}) {
        gis::JobControl control;
        control.threads = threads;
        std::vector<std::pair<QRect, QImage>> told;
        MapStrips strips;
        strips.focus = 0.95;
        strips.finished = [&](const QImage& strip, const QRect& rows) { told.emplace_back(rows, strip); };
        const auto pieced = renderUnlabelled(*shown, settings, control, &forms, strips);
        QVERIFY(pieced);
        QVERIFY(pieced->image == whole->image);
        QVERIFY(told.size() > 1);
        QRegion all;
        for (const auto& [rows, image] : told) {
            QVERIFY(!all.intersects(rows));
            all += rows;
            QCOMPARE(image.size(), rows.size());
            const int off = countBeyond(shade, image, whole->image.copy(rows));
            QVERIFY2(off <= mostOff * image.width() * image.height(), qPrintable(QString::number(off)));
        }
        QCOMPARE(all, QRegion(whole->image.rect()));
        if (threads == 1) {  // nearest to the focus first
            QVERIFY(told.front().first.contains(0, settings.pixelHeight() - 1));
            QVERIFY(told.back().first.contains(0, 0));
        }
    }
}

QTEST_MAIN(TestGoldenSymbols)
#include "test_golden_symbols.moc"
