// SPDX-License-Identifier: Apache-2.0
// From 10,000 km to 1 mm across: what lies far outside is cut where it must be, strokes stay in their places, hatches and
// dashes cost what is seen of them.
#include <QPainter>
#include <QPainterPath>
#include <QPicture>
#include <QtTest>

#include "layers/render/LayerForms.h"
#include "layers/render/MapRenderer.h"
#include "tests/gis/drawing/DrawingFixture.h"
#include "tests/layers/render/MapBuilders.h"
#include "tests/layers/render/PictureCompare.h"

using namespace layers;

namespace {

using Real = long double;
struct Place {
    Real x, y;
};
using Places = std::vector<Place>;

constexpr int width = 480, height = 360;

/// CGCS2000 / 3-degree Gauss-Kruger zone 40 with the zone before the easting: coordinates of 4e7.
gis::CoordinateReferenceSystem zoned() { return gis::CoordinateReferenceSystem::fromCode("EPSG:4528").value(); }
const gis::Coordinate somewhere{40'512'345.6789, 3'012'345.4321};

MapSettings viewAt(gis::Coordinate centre, double metres) {
    MapSettings settings;
    settings.crs = zoned();
    settings.pixelsPerMm = 4;
    settings.widthMm = width / settings.pixelsPerMm;
    settings.heightMm = height / settings.pixelsPerMm;
    settings.extent = {centre.x - metres / 2, centre.y - metres * height / width / 2, centre.x + metres / 2,
                       centre.y + metres * height / width / 2};
    settings.standsAlone = false;
    return settings;
}

Layer layerOf(const std::vector<gis::Geometry>& shapes, const Symbol& symbol) {
    Layer layer;
    layer.id = gis::LayerId{1};
    layer.name = "layer";
    layer.style.symbol = symbol;
    std::vector<gis::Feature> rows;
    for (const gis::Geometry& shape : shapes)
        rows.emplace_back(gis::FeatureId{std::int64_t(rows.size()) + 1}, shape, std::vector<gis::Value>{});
    layer.table = gis::FeatureTable(gis::Schema(), zoned(), rows);
    return layer;
}

ProjectSnapshot planOf(const Layer& layer) {
    ProjectSnapshot plan;
    plan.layers.push_back(std::make_shared<const Layer>(layer));
    return plan;
}

/// Cut to one side of a box about the view, exactly enough for half a pixel.
template <class Over>
Places cut(const Places& ring, Over over) {
    Places kept;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Place a = ring[i], b = ring[(i + 1) % ring.size()];
        const Real overA = over(a), overB = over(b);
        if (overA <= 0) kept.push_back(a);
        if ((overA <= 0) != (overB <= 0)) {
            const Real share = overA / (overA - overB);
            kept.push_back({a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share});
        }
    }
    return kept;
}

/// A ring in pixels of a view, moved there in long double and cut to a box of three views.
QPolygonF inPixels(std::span<const gis::Coordinate> ring, const MapSettings& settings) {
    const gis::Extent shown = settings.shownExtent();
    const Real scale = static_cast<Real>(settings.millimetresPerUnit()) * settings.pixelsPerMm;
    Places places;
    for (const gis::Coordinate c : ring)
        places.push_back(
            {(static_cast<Real>(c.x) - shown.minX) * scale, (static_cast<Real>(shown.maxY) - c.y) * scale});
    if (!places.empty()) places.pop_back();
    places = cut(places, [](Place p) { return -p.x - width; });
    places = cut(places, [](Place p) { return p.x - 2 * width; });
    places = cut(places, [](Place p) { return -p.y - height; });
    places = cut(places, [](Place p) { return p.y - 2 * height; });
    QPolygonF polygon;
    for (const Place p : places) polygon << QPointF(static_cast<double>(p.x), static_cast<double>(p.y));
    return polygon;
}

/// Every vertex of every ring, by Qt, as one.
QImage reference(const std::vector<gis::Geometry>& shapes, const MapSettings& settings) {
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (const gis::Geometry& shape : shapes) {
        path.addPolygon(inPixels(shape.coordinates(), settings));
        path.closeSubpath();
    }
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(path, QColor(200, 60, 40));
    return image;
}

Symbol plainFill() {
    Symbol symbol;
    symbol.fill = FillSymbol{FillPattern::Solid, {200, 60, 40, 255}, {}};
    return symbol;
}

/// Ragged neighbours 300 km across; the large ones have vertices enough to be drawn by the filler.
std::vector<gis::Geometry> neighbours(bool large) {
    std::vector<gis::Geometry> cells;
    const int side = large ? 24 : 6;
    const double cell = 300'000.0 / side;
    for (const gis::Geometry& one : fixture::Mosaic(8, side, cell, large ? 50 : 40, 0.06).cells()) {
        std::vector<gis::Coordinate> ring;
        for (const gis::Coordinate c : one.coordinates())
            ring.push_back({c.x + somewhere.x - 150'000, c.y + somewhere.y - 150'000});
        cells.push_back(gis::Geometry::polygon({ring}));
    }
    return cells;
}

/// The row of pixels through the middle: where, counted from the left, the ink on the left ends.
double inkedWidth(const QImage& image, int row) {
    double sum = 0;
    for (int x = 0; x < image.width(); ++x) sum += (255 - qBlue(image.pixel(x, row))) / 255.0;
    return sum;
}

}  // namespace

class TestExtremes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anEdgeOnAMillimetre_data();
    void anEdgeOnAMillimetre();
    void aStrokeOnAMillimetre_data();
    void aStrokeOnAMillimetre();
    void fillsAtEveryWidth_data();
    void fillsAtEveryWidth();
    void patternsCostWhatIsSeen_data();
    void patternsCostWhatIsSeen();
    void smoothCurvesStayInPlace();
};

void TestExtremes::anEdgeOnAMillimetre_data() {
    QTest::addColumn<bool>("large");
    QTest::newRow("painter") << false;
    QTest::newRow("filler") << true;
}

/// A polygon whose eastern side comes from 150 km away and passes half a tenth of a millimetre beside the middle.
void TestExtremes::anEdgeOnAMillimetre() {
    QFETCH(bool, large);
    const double away = 150'000, offset = 0.0001;
    std::vector<gis::Geometry> shapes{gis::Geometry::polygon({{{somewhere.x - away, somewhere.y - away},
                                                               {somewhere.x - away / 3 + offset, somewhere.y - away},
                                                               {somewhere.x + away / 3 + offset, somewhere.y + away},
                                                               {somewhere.x - away, somewhere.y + away}}})};
    if (large) {
        fixture::Dice dice(2);
        shapes.push_back(
            gis::Geometry::polygon({fixture::raggedRing(dice, {somewhere.x + 900'000, somewhere.y}, 90'000, 60'000)}));
    }
    Symbol symbol;
    symbol.fill = FillSymbol{FillPattern::Solid, {0, 0, 0, 255}, {}};
    const ProjectSnapshot plan = planOf(layerOf(shapes, symbol));
    LayerForms forms;
    for (const double metres : {0.001, 0.01, 1.0, 1e3, 1e5}) {
        const MapSettings settings = viewAt(somewhere, metres);
        const auto list = makeDrawList(plan, settings, {}, &forms).value();
        QCOMPARE(list.layers[0].form != nullptr, large);
        const QImage image = renderMap(plan, settings, {}, &forms).value();
        const gis::Extent shown = settings.shownExtent();
        const Real scale = static_cast<Real>(settings.millimetresPerUnit()) * settings.pixelsPerMm;
        for (const int row : {3, 100, 180, 300, 356}) {
            const Real y = static_cast<Real>(shown.maxY) - (row + 0.5L) / scale;
            const gis::Coordinate a = shapes[0].coordinates()[1], b = shapes[0].coordinates()[2];
            const Real x = a.x + (static_cast<Real>(b.x) - a.x) * (y - a.y) / (static_cast<Real>(b.y) - a.y);
            const double expected = std::clamp(static_cast<double>((x - shown.minX) * scale), 0.0, double(width));
            const double found = inkedWidth(image, row);
            QVERIFY2(std::abs(found - expected) < 0.5, qPrintable(QStringLiteral("%1 m across, row %2: %3, expected %4")
                                                                      .arg(metres)
                                                                      .arg(row)
                                                                      .arg(found)
                                                                      .arg(expected)));
        }
    }
}

void TestExtremes::aStrokeOnAMillimetre_data() {
    QTest::addColumn<bool>("large");
    QTest::addColumn<bool>("isDashed");
    QTest::newRow("painter") << false << false;
    QTest::newRow("painter, dashed") << false << true;
    QTest::newRow("filler") << true << false;
}

/// The middle of a line that comes from 200 km away.
void TestExtremes::aStrokeOnAMillimetre() {
    QFETCH(bool, large);
    QFETCH(bool, isDashed);
    std::vector<gis::Coordinate> line{{somewhere.x - 60'000, somewhere.y - 200'000},
                                      {somewhere.x + 60'000.00005, somewhere.y + 200'000}};
    std::vector<gis::Geometry> shapes{gis::Geometry::lineString(line)};
    if (large) {
        fixture::Dice dice(2);
        shapes.push_back(
            gis::Geometry::polygon({fixture::raggedRing(dice, {somewhere.x + 900'000, somewhere.y}, 90'000, 60'000)}));
    }
    Symbol symbol;
    symbol.line = LineSymbol{{0, 0, 0, 255}, 2, {}};
    if (isDashed) symbol.line->dashMm = {500, 0.05};  // hardly a gap, but the dashed way of drawing
    const ProjectSnapshot plan = planOf(layerOf(shapes, symbol));
    LayerForms forms;
    for (const double metres : {0.001, 0.02, 5.0, 1e4}) {
        const MapSettings settings = viewAt(somewhere, metres);
        const QImage image = renderMap(plan, settings, {}, &forms).value();
        const gis::Extent shown = settings.shownExtent();
        const Real scale = static_cast<Real>(settings.millimetresPerUnit()) * settings.pixelsPerMm;
        for (const int row : {20, 180, 340}) {
            const Real y = static_cast<Real>(shown.maxY) - (row + 0.5L) / scale;
            const Real x = line[0].x + (static_cast<Real>(line[1].x) - line[0].x) * (y - line[0].y) /
                                           (static_cast<Real>(line[1].y) - line[0].y);
            double ink = 0, moment = 0;
            for (int column = 0; column < width; ++column) {
                const double here = (255 - qBlue(image.pixel(column, row))) / 255.0;
                ink += here;
                moment += here * (column + 0.5);
            }
            const double expected = static_cast<double>((x - shown.minX) * scale);
            QVERIFY2(ink > 6 && std::abs(moment / ink - expected) < 0.5,
                     qPrintable(QStringLiteral("%1 m across, row %2: %3 of ink at %4, expected %5")
                                    .arg(metres)
                                    .arg(row)
                                    .arg(ink)
                                    .arg(moment / ink)
                                    .arg(expected)));
        }
    }
}

void TestExtremes::fillsAtEveryWidth_data() { anEdgeOnAMillimetre_data(); }

/// About vertices, from all of it in a pixel to a millimetre, beside every vertex moved exactly.
void TestExtremes::fillsAtEveryWidth() {
    QFETCH(bool, large);
    std::vector<gis::Geometry> shapes = neighbours(large);
    for (std::size_t i = 0; i < shapes.size(); i += 2) shapes[i] = gis::Geometry();  // so that there is ground between
    const ProjectSnapshot plan = planOf(layerOf(shapes, plainFill()));
    std::vector<gis::Coordinate> vertices;
    for (const gis::Geometry& shape : shapes)
        for (const gis::Coordinate c : shape.coordinates()) vertices.push_back(c);
    fixture::Dice dice(9);
    LayerForms forms;
    double worst = 0, all = 0;
    int views = 0, mixed = 0;
    for (double metres = 1e7; metres > 0.0009; metres /= 2.9) {
        const gis::Coordinate centre =
            vertices[static_cast<std::size_t>(dice.below(static_cast<int>(vertices.size())))];
        const MapSettings settings = viewAt({centre.x + metres * dice.between(-0.3, 0.3), centre.y}, metres);
        const QImage ours = renderMap(plan, settings, {}, &forms).value();
        const QImage exact = reference(shapes, settings);
        // Half a pixel of an edge changes a pixel by half.
        const double share = picture_compare::shareDiffering(ours, exact, 110);
        const double ink = picture_compare::shareInked(exact);
        mixed += ink > 0.02 && ink < 0.98 ? 1 : 0;
        worst = std::max(worst, share);
        all += share;
        ++views;
        QVERIFY2(share < 0.003, qPrintable(QStringLiteral("%1 m across: %2").arg(metres).arg(share)));
    }
    qInfo("%d widths: pixels beyond half a pixel's error %.4f %% on average, at most %.4f %%", views, 100 * all / views,
          100 * worst);
    QVERIFY(views > 20);
    QVERIFY2(mixed > 12, qPrintable(QString::number(mixed)));
}

void TestExtremes::patternsCostWhatIsSeen_data() {
    QTest::addColumn<int>("pattern");
    for (int pattern = 0; pattern < 6; ++pattern) QTest::addRow("%d", pattern) << pattern;
}

/// Hatches, dots, dashes, ticks: never more of them than the paper has room for.
void TestExtremes::patternsCostWhatIsSeen() {
    QFETCH(int, pattern);
    Symbol symbol = plainFill();
    if (pattern == 0) symbol.fill->pattern = FillPattern::CrossHatch;
    if (pattern == 1) symbol.fill->pattern = FillPattern::Dots;
    if (pattern == 2) symbol.fill->pattern = FillPattern::Markers;
    if (pattern > 2) symbol.line = LineSymbol{{0, 0, 0, 255}, 0.4, {}};
    if (pattern == 3) symbol.line->dashMm = {1, 0.5};
    if (pattern == 4) symbol.line->marks.emplace().spacingMm = 1;
    if (pattern == 5) {
        symbol.line->dashMm = {1, 0.5, 0.2, 0.5};
        symbol.line->roundDots = true;
        symbol.line->doubleGapMm = 1;
        symbol.line->smooth = true;
    }
    symbol.fill->patternColour = {0, 0, 0, 255};
    const ProjectSnapshot plan = planOf(layerOf(neighbours(false), symbol));
    fixture::Dice dice(3);
    for (double metres = 1e7; metres > 0.0009; metres /= 13) {
        MapSettings settings = viewAt({somewhere.x + dice.between(-9e4, 9e4), somewhere.y}, metres);
        settings.pixelsPerMm = 2;
        const DrawList list = makeDrawList(plan, settings).value();
        QImage image(240, 180, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPicture record;
        {
            QPainter painter(&record);
            QVERIFY(paintMap(painter, list, {}));
        }
        QVERIFY2(record.size() < 10'000'000,
                 qPrintable(QStringLiteral("%1 m: %2 bytes").arg(metres).arg(record.size())));
        QVERIFY(renderMap(plan, settings).has_value());
    }
}

/// However near one looks, a smooth curve is the same curve.
void TestExtremes::smoothCurvesStayInPlace() {
    std::vector<gis::Coordinate> line;
    for (int i = 0; i < 8; ++i) line.push_back({somewhere.x + i * 20'000, somewhere.y + (i % 2) * 9'000});
    Symbol symbol;
    symbol.line = LineSymbol{{0, 0, 0, 255}, 2, {}};
    symbol.line->smooth = true;
    const ProjectSnapshot plan = planOf(layerOf({gis::Geometry::lineString(line)}, symbol));
    // Where it runs, found from further off each time; then the next view looks there, ten times nearer.
    gis::Coordinate at{somewhere.x + 67'000, somewhere.y + 4'500};
    double last = 0;
    for (double metres = 40'000; metres > 0.5; metres /= 8) {
        const MapSettings settings = viewAt(at, metres);
        const QImage image = renderMap(plan, settings).value();
        double ink = 0, moment = 0;
        for (int row = 0; row < height; ++row) {
            const double here = (255 - qBlue(image.pixel(width / 2, row))) / 255.0;
            ink += here;
            moment += here * (row + 0.5);
        }
        QVERIFY2(ink > 4, qPrintable(QStringLiteral("lost at %1 m").arg(metres)));
        const double up = (height / 2.0 - moment / ink) * metres / width;  // metres
        // A pixel of the view before is what it could be known to.
        if (last > 0)
            QVERIFY2(std::abs(up) < last, qPrintable(QStringLiteral("%1 m across: %2 m off").arg(metres).arg(up)));
        at.y += up;
        last = metres / width;
    }
}

QTEST_MAIN(TestExtremes)
#include "test_extremes.moc"
