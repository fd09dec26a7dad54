// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QtTest>
#include <random>

#include "gis/base/Resources.h"
#include "layers/render/FormShapes.h"
#include "layers/render/MapRenderer.h"
#include "layers/render/SvgSymbol.h"
#include "layers/render/SymbolPainter.h"
#include "tests/layers/render/MapBuilders.h"

using namespace map_builders;
using namespace layers;

/// Parallels, marks, graded markers, drawings; and that no style, however odd, brings the program down.
class TestSymbolParts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void parallelsKeepTheirDistanceAndSide();
    void parallelsOfTightBendsDoNotLoop();
    void ringsMoveInward();
    void marksStandAtEvenDistances();
    void marksDoNotMoveWithTheMap();
    void twoWayArrowsHaveTwoTips();
    void twoWayArrowsHaveAWaist();
    void junctionsOfClassesAreOpenIfWished();
    void gradedAreasAreInProportion();
    void largeGradedMarkersLieBelowSmallOnes();
    void shippedDrawingsAreRead();
    void drawingsThatReachOutAreRefused_data();
    void drawingsThatReachOutAreRefused();
    void drawingsTakeTheMarkersColour();
    void onlyPlainSymbolsTakeTheFastWay();
    void opacityIsMultipliedIntoEveryPart();
    void aThousandRandomStylesAreDrawn();
};

namespace {

double distanceTo(QPointF point, const QPolygonF& line) {
    double least = INFINITY;
    for (qsizetype i = 0; i + 1 < line.size(); ++i) {
        const QPointF a = line[i];
        const QPointF along = line[i + 1] - a;
        const double square = QPointF::dotProduct(along, along);
        const double share = square > 0 ? std::clamp(QPointF::dotProduct(point - a, along) / square, 0.0, 1.0) : 0;
        least = std::min(least, QLineF(point, a + along * share).length());
    }
    return least;
}

QPolygonF wave(double step) {
    QPolygonF line;
    for (double x = 0; x <= 60; x += step) line << QPointF(x, 8 * std::sin(x / 6));
    return line;
}

LayerPtr layerOf(const Style& style, const std::vector<gis::Geometry>& shapes) {
    Layer layer;
    layer.id = gis::LayerId{1};
    layer.name = "x";
    layer.style = style;
    std::vector<gis::Feature> features;
    for (const gis::Geometry& shape : shapes) {
        const auto number = std::int64_t(features.size()) + 1;
        features.emplace_back(gis::FeatureId{number}, shape, std::vector<gis::Value>{std::string("a"), number * 100});
    }
    layer.table = gis::FeatureTable(gis::Schema({{"name", gis::FieldType::Text, 0}, {"n", gis::FieldType::Integer, 0}}),
                                    mapCrs(), features);
    return std::make_shared<const Layer>(layer);
}

QImage drawn(const Style& style, const std::vector<gis::Geometry>& shapes, int pixels = 120) {
    return renderMap(*plan({layerOf(style, shapes)}), settingsAbout(20, 20, pixels)).value();
}

int darkestOf(const QImage& image) {
    int darkest = 255;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) darkest = std::min(darkest, qGray(image.pixel(x, y)));
    return darkest;
}

const Colour black{0, 0, 0, 255};
const Colour none{0, 0, 0, 0};

/// Values within the limits of the JSON form, odd ones more often than not.
class RandomStyle {
public:
    explicit RandomStyle(unsigned seed) : m_random(seed) {}

    Style made() {
        Style style;
        style.symbol = symbol();
        style.classedBy = ClassedBy(below(3));
        style.categoryField = below(2) ? "n" : "";
        style.othersHidden = below(4) == 0;
        style.opacity = below(3) ? number(0, 1) : 1;
        style.label.field = below(3) ? "" : "name";
        for (int i = below(4); i > 0; --i) {
            Category& category = style.categories.emplace_back();
            category.value = below(2) ? "100" : "a";
            category.upper = number(0, 400);
            category.filter = below(2) ? "n > 150 or name like 'a%'" : "";
            category.symbol = symbol();
            category.minScaleDenominator = below(4) ? 0 : number(0, 1e7);
        }
        return style;
    }

private:
    int below(int count) { return int(m_random() % unsigned(count)); }
    double number(double least, double most) {
        if (below(6) == 0) return below(2) ? least : most;
        return least + (most - least) * std::pow(double(m_random() % 10'000) / 10'000, 3);
    }
    Colour colour() {
        const auto part = [this] { return std::uint8_t(below(256)); };
        return {part(), part(), part(), below(3) ? part() : std::uint8_t(255)};
    }
    MarkerSymbol marker() {
        MarkerSymbol made{MarkerShape(below(9)), number(0, 40), colour(),    colour(),
                          number(0, 4),          colour(),      1 + below(6)};
        made.svg = below(4) ? "tree" : "nothing_such";
        made.sizeField = below(4) ? "" : "n";
        made.sizeValue = number(1e-9, 1e6);
        return made;
    }
    LineSymbol line() {
        LineSymbol made{colour(), number(0, 30), {}};
        for (int i = below(7); i > 0; --i) made.dashMm.push_back(number(0, 12));
        made.casingMm = number(0, 5);
        made.innerBandMm = below(3) ? 0 : number(0, 20);
        made.innerBandColour = colour();
        made.arrow = below(3) == 0;
        made.arrowAtStart = below(2) == 0;
        made.taperStart = number(0, 10);
        made.smooth = below(2) == 0;
        made.endColour = colour();
        made.roundDots = below(2) == 0;
        made.offsetMm = below(2) ? 0 : number(-100, 100);
        made.doubleGapMm = below(2) ? 0 : number(0, 100);
        made.heads = LineEnds(below(4));
        made.headMm = number(0.1, 100);
        if (below(2))
            made.marks =
                LineMarks{MarkKind(below(2)), number(0.3, 50), number(0, 30), number(0, 5), below(2) == 0, marker()};
        return made;
    }
    FillSymbol fill() {
        FillSymbol made{FillPattern(below(6)), colour(),     colour(),     number(0.8, 30),
                        number(-360, 360),     number(0, 5), below(4) == 0};
        made.patternMarker = marker();
        return made;
    }
    Symbol symbol() {
        Symbol made;
        if (below(3)) made.fill = fill();
        if (below(3)) made.line = line();
        if (below(3)) made.marker = marker();
        return made;
    }
    std::mt19937 m_random;
};

}  // namespace

void TestSymbolParts::parallelsKeepTheirDistanceAndSide() {
    const QPolygonF line = wave(0.25);
    for (const double distance : {0.5, 1.5, -1.5}) {
        const QPolygonF beside = offsetLine(line, distance);
        QVERIFY(beside.size() > 10);
        for (const QPointF& vertex : beside)
            QVERIFY2(std::abs(distanceTo(vertex, line) - std::abs(distance)) < 0.15,
                     qPrintable(QString::number(distanceTo(vertex, line))));
        // The line runs east, y downward: its right is south.
        QVERIFY((beside.first().y() > line.first().y()) == (distance > 0));
    }
    QCOMPARE(offsetLine(QPolygonF{{0, 0}, {10, 0}}, 2), (QPolygonF{{0, 2}, {10, 2}}));
    QVERIFY(offsetLine(QPolygonF{{3, 3}, {3, 3}}, 1).isEmpty());
}

void TestSymbolParts::parallelsOfTightBendsDoNotLoop() {
    const QPolygonF hairpin{{0, 0}, {20, 0}, {20.5, 0.5}, {20, 1}, {0, 1}};
    for (const double distance : {3.0, -3.0})
        for (const QPointF& vertex : offsetLine(hairpin, distance)) QVERIFY(distanceTo(vertex, hairpin) > 2.9);
}

void TestSymbolParts::ringsMoveInward() {
    Style style;
    style.symbol.line = LineSymbol{black, 0.4, {}};
    style.symbol.line->offsetMm = 3;
    // Both directions of the ring, for data has both.
    for (const bool turned : {false, true}) {
        std::vector<std::pair<double, double>> corners{{-15, -15}, {15, -15}, {15, 15}, {-15, 15}};
        if (turned) std::reverse(corners.begin(), corners.end());
        const QImage image = drawn(style, {area(corners)});
        const double pixelsPerKm = 120.0 / 40;
        const double offset = 3 * 96 / 25.4;
        const int edge = int(60 - 15 * pixelsPerKm);
        QVERIFY(qGray(image.pixel(edge + int(offset), 60)) < 120);
        QCOMPARE(qGray(image.pixel(edge, 60)), 255);
    }
}

void TestSymbolParts::marksStandAtEvenDistances() {
    const QPolygonF line{{0, 0}, {7, 0}, {7, 24}};
    const auto places = placesAlong(line, 2, QRectF(-1, -1, 50, 50));
    QCOMPARE(places.size(), std::size_t{15});  // 31 mm: at 1, 3 … 29
    for (std::size_t i = 0; i < places.size(); ++i)
        QVERIFY(QLineF(places[i].at, placeAlong(line, 1 + 2 * double(i)).at).length() < 1e-9);
    QCOMPARE(places.back().direction, QPointF(0, 1));
}

/// A mark keeps its place on the line whatever part of it the map shows, at any length of the line.
void TestSymbolParts::marksDoNotMoveWithTheMap() {
    const QPolygonF line{{-1e7, 3}, {1e7, 3}};
    const auto few = placesAlong(line, 2, QRectF(0, 0, 50, 50));
    const auto more = placesAlong(line, 2, QRectF(-20, 0, 100, 50));
    QCOMPARE(few.size(), std::size_t{25});
    QCOMPARE(more.size(), std::size_t{50});
    for (const LinePlace& place : few)
        QVERIFY(std::any_of(more.begin(), more.end(),
                            [&](const LinePlace& other) { return QLineF(other.at, place.at).length() < 1e-6; }));
}

void TestSymbolParts::twoWayArrowsHaveTwoTips() {
    LineSymbol symbol;
    symbol.widthMm = 2;
    symbol.arrow = symbol.arrowAtStart = true;
    const QPolygonF course{{0, 0}, {40, 0}};
    const QPolygonF body = arrowBody(course, symbol);
    QVERIFY(body.contains(course.first()) && body.contains(course.last()));
    QVERIFY(std::abs(body.boundingRect().height() - 2 * 2 * 1.05) < 0.01);  // the heads' wings
    QVERIFY(arrowBody(QPolygonF{{0, 0}, {8, 0}}, symbol).isEmpty());
}

void TestSymbolParts::twoWayArrowsHaveAWaist() {
    LineSymbol symbol;
    symbol.widthMm = 2;
    symbol.arrow = symbol.arrowAtStart = true;
    symbol.taperStart = 0.4;
    const QPolygonF body = arrowBody(QPolygonF{{0, 0}, {40, 0}}, symbol);
    const auto halfAt = [&body](double x) {
        double least = INFINITY;
        for (const QPointF at : body)
            if (std::abs(at.x() - x) < 0.7) least = std::min(least, std::abs(at.y()));
        return least;
    };
    QVERIFY(std::abs(halfAt(20) - 0.4) < 0.01);  // 0.4 of half the width
    QVERIFY(halfAt(10) > 0.45 && halfAt(10) < 1);
    QVERIFY(std::abs(halfAt(10) - halfAt(30)) < 0.05);
    QVERIFY(body.contains(QPointF(0, 0)) && body.contains(QPointF(40, 0)));
}

/// Two roads of two classes cross: with open junctions no casing lies across the lower road.
void TestSymbolParts::junctionsOfClassesAreOpenIfWished() {
    Style style;
    style.classedBy = ClassedBy::Value;
    style.categoryField = "n";
    LineSymbol road{{255, 255, 255, 255}, 3, {}};
    road.casingColour = black;
    road.casingMm = 1;
    for (const char* value : {"100", "200"}) {
        Category& category = style.categories.emplace_back();
        category.value = value;
        category.symbol.line = road;
    }
    const std::vector<gis::Geometry> roads{line({{-10, 0}, {10, 0}}), line({{0, -10}, {0, 10}})};
    const QImage closed = drawn(style, roads);
    style.openJunctions = true;
    const QImage open = drawn(style, roads);
    const int middle = closed.height() / 2;
    const auto darkestAcross = [&](const QImage& image, int x, int y, int dx, int dy) {
        int darkest = 255;
        for (int step = -40; step <= 40; ++step)
            darkest = std::min(darkest, qGray(image.pixel(x + dx * step, y + dy * step)));
        return darkest;
    };
    // Along the middle of either road over the junction.
    const int across =
        std::min(darkestAcross(closed, middle, middle, 1, 0), darkestAcross(closed, middle, middle, 0, 1));
    QVERIFY2(across < 60, qPrintable(QString::number(across)));
    QVERIFY(darkestAcross(open, middle, middle, 1, 0) >= 250);
    QVERIFY(darkestAcross(open, middle, middle, 0, 1) >= 250);
    QVERIFY(darkestOf(open) < 60);  // the casings are there
}

void TestSymbolParts::gradedAreasAreInProportion() {
    MarkerSymbol marker;
    marker.sizeValue = 50;
    QCOMPARE(sizeShareOf(marker, 50), 1.0);
    QCOMPARE(sizeShareOf(marker, 200), 2.0);
    for (const double number : {0.0, -3.0, double(NAN)}) QCOMPARE(sizeShareOf(marker, number), 0.0);
    QCOMPARE(sizeShareOf(marker, 1e300), 20.0);
    Style style;
    style.symbol.marker = MarkerSymbol{MarkerShape::Circle, 4, black, none, 0, none};
    style.symbol.marker->sizeField = "n";
    style.symbol.marker->sizeValue = 100;
    const auto inked = [&](const gis::Geometry& first, const gis::Geometry& second, bool isFirst) {
        const QImage image = drawn(style, {first, second}, 240);
        double sum = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if ((x < image.width() / 2) == isFirst) sum += (255 - qGray(image.pixel(x, y))) / 255.0;
        return sum;
    };
    // Numbers 100 and 200.
    const double ratio = inked(point(-10, 0), point(10, 0), false) / inked(point(-10, 0), point(10, 0), true);
    QVERIFY2(std::abs(ratio - 2) < 0.03, qPrintable(QString::number(ratio)));
}

void TestSymbolParts::largeGradedMarkersLieBelowSmallOnes() {
    Style style;
    style.symbol.marker = MarkerSymbol{MarkerShape::Circle, 4, black, none, 0, none};
    style.symbol.marker->sizeField = "n";
    const auto list =
        makeDrawList(*plan({layerOf(style, {point(0, 0), point(1, 0), point(2, 0)})}), settingsAbout(20, 20, 120))
            .value();
    const auto& items = list.layers.front().items;
    QCOMPARE(items.size(), std::size_t{3});
    QVERIFY(items[0].markerShare > items[1].markerShare && items[1].markerShare > items[2].markerShare);
}

void TestSymbolParts::shippedDrawingsAreRead() {
    const QDir folder(QString::fromStdString(gis::resourceFolder() + "/symbols"));
    const QStringList files = folder.entryList({QStringLiteral("*.svg")});
    QVERIFY(files.size() >= 10);
    QCOMPARE(shippedSvgSymbols().size(), std::size_t(files.size()));
    for (const QString& file : files) {
        const auto symbol = shippedSvgSymbol(file.chopped(4).toStdString());
        QVERIFY2(symbol && !symbol->shapes.empty() && !symbol->title.empty(), qPrintable(file));
        for (const SvgShape& shape : symbol->shapes)
            QVERIFY2(QRectF(-0.51, -0.51, 1.02, 1.02).contains(shape.path.boundingRect()), qPrintable(file));
    }
    QVERIFY(!shippedSvgSymbol("nothing_such"));
}

void TestSymbolParts::drawingsThatReachOutAreRefused_data() {
    QTest::addColumn<QString>("inside");
    QTest::addColumn<QString>("before");
    const auto row = [](const char* name, const char* inside, const char* before = "") {
        QTest::newRow(name) << QString::fromLatin1(inside) << QString::fromLatin1(before);
    };
    row("script", "<script>1</script>");
    row("image", "<image href='http://a.b/c.png' width='9' height='9'/>");
    row("use", "<use href='#a'/>");
    row("style sheet", "<style>@import url(http://a.b);</style>");
    row("style attribute", "<path d='M0 0' style='fill:url(http://a.b)'/>");
    row("paint server", "<path d='M0 0' fill='url(http://a.b#c)'/>");
    row("link", "<a href='http://a.b'><path d='M0 0'/></a>");
    row("event", "<path d='M0 0' onload='x()'/>");
    row("foreign object", "<foreignObject/>");
    row("text", "<text>hello</text>");
    row("animation", "<animate attributeName='x'/>");
    row("entities", "<path d='M0 0'/>", "<!DOCTYPE svg [<!ENTITY a 'aaaa'>]>");
    row("instruction", "<path d='M0 0'/>", "<?xml-stylesheet href='http://a.b'?>");
    row("not closed", "<g>");
}

void TestSymbolParts::drawingsThatReachOutAreRefused() {
    QFETCH(QString, inside);
    QFETCH(QString, before);
    const auto wrapped = [](const QString& head, const QString& body) {
        return (head + QStringLiteral("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>") + body +
                QStringLiteral("</svg>"))
            .toStdString();
    };
    QVERIFY(svgSymbolFrom(wrapped({}, QStringLiteral("<path d='M0 0 L9 9'/>"))));
    QVERIFY(!svgSymbolFrom(wrapped(before, inside)));
    QVERIFY(!svgSymbolFrom(wrapped({}, QString(70'000, u' '))));
    QString many;
    for (int i = 0; i < 600; ++i) many += QStringLiteral("<g/>");
    QVERIFY(!svgSymbolFrom(wrapped({}, many)));
    QVERIFY(!svgSymbolFrom(wrapped({}, QStringLiteral("<g>").repeated(30) + QStringLiteral("</g>").repeated(30))));
    QVERIFY(!svgSymbolFrom("\x89PNG"));
    QVERIFY(!svgSymbolFrom(""));
}

void TestSymbolParts::drawingsTakeTheMarkersColour() {
    Style style;
    style.symbol.marker = MarkerSymbol{MarkerShape::Svg, 12, {200, 0, 0, 255}, none, 0, none};
    style.symbol.marker->svg = "mountain";
    const QImage image = drawn(style, {point(0, 0)});
    QCOMPARE(image.pixelColor(60, 68), QColor(200, 0, 0));
}

void TestSymbolParts::onlyPlainSymbolsTakeTheFastWay() {
    Symbol plain;
    plain.fill = FillSymbol{FillPattern::Hatch, {1, 2, 3, 255}, black};
    plain.line = LineSymbol{black, 0.3, {}};
    QVERIFY(shapeInkOf(plain, 4).has_value());
    const auto refuses = [&plain](const char* what, const std::function<void(Symbol&)>& change) {
        Symbol symbol = plain;
        change(symbol);
        QVERIFY2(!shapeInkOf(symbol, 4).has_value(), what);
    };
    refuses("dash", [](Symbol& s) { s.line->dashMm = {1, 1}; });
    refuses("casing", [](Symbol& s) { s.line->casingMm = 0.1; });
    refuses("band", [](Symbol& s) { s.line->innerBandMm = 1; });
    refuses("arrow", [](Symbol& s) { s.line->arrow = true; });
    refuses("smooth", [](Symbol& s) { s.line->smooth = true; });
    refuses("offset", [](Symbol& s) { s.line->offsetMm = -1; });
    refuses("double", [](Symbol& s) { s.line->doubleGapMm = 1; });
    refuses("heads", [](Symbol& s) { s.line->heads = LineEnds::Start; });
    refuses("marks", [](Symbol& s) { s.line->marks = LineMarks{}; });
    refuses("ground", [](Symbol& s) { s.fill->ground = true; });
    refuses("dots", [](Symbol& s) { s.fill->pattern = FillPattern::Dots; });
    refuses("markers", [](Symbol& s) { s.fill->pattern = FillPattern::Markers; });
    refuses("marker", [](Symbol& s) { s.marker = MarkerSymbol{}; });
}

/// Nothing of a black symbol at half opacity on white is darker than half.
void TestSymbolParts::opacityIsMultipliedIntoEveryPart() {
    const auto check = [](const char* what, const Symbol& symbol, const gis::Geometry& shape) {
        Style style;
        style.symbol = symbol;
        QVERIFY2(darkestOf(drawn(style, {shape})) < 70, what);
        style.opacity = 0.5;
        const int darkest = darkestOf(drawn(style, {shape}));
        QVERIFY2(darkest >= 120 && darkest < 200,
                 qPrintable(QStringLiteral("%1 %2").arg(QString::fromLatin1(what)).arg(darkest)));
    };
    const MarkerSymbol dot{MarkerShape::Square, 3, black, none, 0, none};
    const gis::Geometry across = line({{-15, 1}, {15, 1}});
    const gis::Geometry square = area({{-15, -15}, {15, -15}, {15, 15}, {-15, 15}});
    Symbol symbol;
    symbol.marker = dot;
    check("marker", symbol, point(0, 0));
    symbol.marker->shape = MarkerShape::Svg;
    symbol.marker->svg = "mountain";
    symbol.marker->sizeMm = 8;
    check("drawing", symbol, point(0, 0));
    symbol = {};
    symbol.fill = FillSymbol{FillPattern::Markers, none, none, 5, 0};
    symbol.fill->patternMarker = dot;
    check("marker pattern", symbol, square);
    symbol = {};
    symbol.line = LineSymbol{none, 0.5, {}};
    symbol.line->marks = LineMarks{MarkKind::Markers, 6, 1, 0.2, false, dot};
    check("marks", symbol, across);
    symbol.line = LineSymbol{black, 3, {}};
    symbol.line->arrow = true;
    check("body", symbol, across);
    symbol.line = LineSymbol{black, 1, {}};
    symbol.line->doubleGapMm = 1;
    check("double line", symbol, across);
}

void TestSymbolParts::aThousandRandomStylesAreDrawn() {
    const std::vector<gis::Geometry> shapes{area({{-14, -8}, {2, -9}, {14, -3}, {11, 8}, {-4, 6}, {-13, 8}}),
                                            line({{-300, -7}, {-6, 5}, {3, -2}, {14, 700}}),
                                            line({{1, 1}, {1, 1}}),
                                            point(-10, 0),
                                            area({{-900, -900}, {900, -900}, {900, 900}, {-900, 900}}),
                                            line({{-5, 0}, {5, 0}, {5, 0.001}, {-5, 0.001}, {-5, 0}})};
    int inked = 0;
    for (unsigned seed = 0; seed < 1000; ++seed) {
        const Style style = RandomStyle(seed).made();
        // Every value that can be drawn can be kept.
        const auto kept = styleFromJson(toJson(style));
        QVERIFY2(kept.has_value(), kept ? "" : gis::describe(kept.error()).c_str());
        QVERIFY(*kept == style);
        const QImage image = drawn(style, {shapes[seed % shapes.size()], shapes[(seed / 7) % shapes.size()]}, 60);
        QCOMPARE(image.size(), QSize(60, 60));
        if (darkestOf(image) < 250) ++inked;
    }
    QVERIFY2(inked > 400, qPrintable(QString::number(inked)));
}

QTEST_MAIN(TestSymbolParts)
#include "test_symbol_parts.moc"
