// SPDX-License-Identifier: Apache-2.0
// Dashes, marks and hatches belong to the ground: they stand still while the map is moved under the window.
#include <QDir>
#include <QtTest>
#include <functional>

#include "layers/render/LayerForms.h"
#include "layers/render/MapRenderer.h"
#include "tests/gis/drawing/DrawingFixture.h"
#include "tests/layers/render/MapBuilders.h"
#include "tests/layers/render/PictureCompare.h"

using namespace layers;

namespace {

constexpr int width = 640, height = 480;
constexpr double metresPerPixel = 10;
constexpr int right = 137, down = 61;  ///< how far the map is moved, in pixels

MapSettings viewAt(double x, double y) {
    MapSettings settings;
    settings.crs = map_builders::mapCrs();
    settings.pixelsPerMm = 4;
    settings.widthMm = width / settings.pixelsPerMm;
    settings.heightMm = height / settings.pixelsPerMm;
    settings.extent = {x, y, x + width * metresPerPixel, y + height * metresPerPixel};
    settings.standsAlone = false;
    return settings;
}

enum class Ground { Lines, OnePolygon, Neighbours, ManyNeighbours, DenseLines };

/// Ragged cells, of which many lie outside the views; rings start anywhere.
std::vector<gis::Geometry> mosaic(int side, double cell, int vertices) {
    std::vector<gis::Geometry> cells;
    for (const gis::Geometry& one : fixture::Mosaic(21, side, cell, vertices, 0.08).cells()) {
        std::vector<gis::Coordinate> ring;
        for (const gis::Coordinate c : one.coordinates())
            ring.push_back({c.x + 500'000 - side * cell / 2, c.y + 3'400'000 - side * cell / 2});
        cells.push_back(gis::Geometry::polygon({ring}));
    }
    return cells;
}

std::vector<gis::Geometry> shapesOf(Ground ground) {
    if (ground == Ground::Neighbours) return mosaic(9, 2'300, 20);
    if (ground == Ground::ManyNeighbours) return mosaic(30, 800, 40);
    fixture::Dice dice(4);
    if (ground == Ground::OnePolygon)
        return {gis::Geometry::polygon({fixture::raggedRing(dice, {500'000, 3'400'000}, 4'000, 90)})};
    std::vector<gis::Geometry> lines;
    // Dense ones have several vertices to a pixel, of which most are dropped.
    const int steps = ground == Ground::DenseLines ? 9'000 : 300;
    const double ragged = ground == Ground::DenseLines ? 0.7 * metresPerPixel : 90;
    for (int i = 0; i < 6; ++i) {
        fixture::Line line;
        for (int step = 0; step <= steps; ++step) {
            const double along = 300.0 * step / steps;
            line.push_back({480'000.0 + along * 133,
                            3'398'500.0 + i * 700 + dice.between(-ragged, ragged) + 600 * std::sin(along * 0.07)});
        }
        if (i % 2 == 1) std::reverse(line.begin(), line.end());
        lines.push_back(gis::Geometry::lineString(line));
    }
    return lines;
}

Layer layerOf(Ground ground, const Symbol& symbol) {
    Layer layer;
    layer.id = gis::LayerId{1};
    layer.name = "layer";
    layer.style.symbol = symbol;
    std::vector<gis::Feature> features;
    for (const gis::Geometry& shape : shapesOf(ground))
        features.emplace_back(gis::FeatureId{std::int64_t(features.size()) + 1}, shape, std::vector<gis::Value>{});
    layer.table = gis::FeatureTable(gis::Schema(), map_builders::mapCrs(), features);
    return layer;
}

Symbol lineSymbol(const std::function<void(LineSymbol&)>& dress) {
    Symbol symbol;
    symbol.line = LineSymbol{{30, 30, 90, 255}, 0.6, {}};
    dress(*symbol.line);
    return symbol;
}

Symbol fillSymbol(FillPattern pattern, double angle) {
    Symbol symbol;
    symbol.fill = FillSymbol{pattern, {255, 255, 255, 255}, {120, 20, 20, 255}, 2.3, angle, 0.4};
    symbol.fill->patternMarker.outlineMm = 0;
    return symbol;
}

}  // namespace

class TestStillPatterns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void standStill_data();
    void standStill();
    void patternsAreOnTheGround_data();
    void patternsAreOnTheGround();
};

void TestStillPatterns::standStill_data() {
    QTest::addColumn<int>("ground");
    QTest::addColumn<Symbol>("symbol");
    const auto line = [](const char* name, Ground ground, const std::function<void(LineSymbol&)>& dress) {
        QTest::newRow(name) << static_cast<int>(ground) << lineSymbol(dress);
    };
    const auto dashes = [](LineSymbol& to) { to.dashMm = {4.1, 1.3}; };
    const auto chain = [](LineSymbol& to) {
        to.dashMm = {4, 1.5, 0.6, 1.5};
        to.roundDots = true;
    };
    const auto ticks = [](LineSymbol& to) { to.marks.emplace().spacingMm = 3.7; };
    const auto plain = [](LineSymbol&) {};
    const auto casing = [](LineSymbol& to) { to.casingMm = 0.5; };
    line("solid lines", Ground::Lines, plain);
    line("dense lines", Ground::DenseLines, plain);
    line("dense lines with casing", Ground::DenseLines, casing);
    line("dashed lines", Ground::Lines, dashes);
    line("chains", Ground::Lines, chain);
    line("double dashed lines", Ground::Lines, [&](LineSymbol& to) {
        dashes(to);
        to.doubleGapMm = 0.8;
    });
    line("dashed beside", Ground::Lines, [&](LineSymbol& to) {
        dashes(to);
        to.offsetMm = 1;
    });
    line("ticks on lines", Ground::Lines, ticks);
    line("dashed curves", Ground::Lines, [&](LineSymbol& to) {
        dashes(to);
        to.smooth = true;
    });
    line("one dashed polygon", Ground::OnePolygon, dashes);
    line("ticks around a polygon", Ground::OnePolygon, ticks);
    line("dashed neighbours", Ground::Neighbours, dashes);
    line("chains of neighbours", Ground::Neighbours, chain);
    line("dashed inside neighbours", Ground::Neighbours, [&](LineSymbol& to) {
        dashes(to);
        to.offsetMm = 1;
    });
    line("many dashed neighbours", Ground::ManyNeighbours, dashes);
    for (const Ground ground : {Ground::Neighbours, Ground::ManyNeighbours})
        for (const auto& [name, pattern] : {std::pair{"hatch", FillPattern::Hatch},
                                            {"cross hatch", FillPattern::CrossHatch},
                                            {"dots", FillPattern::Dots},
                                            {"markers", FillPattern::Markers}})
            QTest::addRow("%s %d", name, static_cast<int>(ground))
                << static_cast<int>(ground) << fillSymbol(pattern, 33);
}

/// What both views show is the same to the pixel, but where the edge of a view cuts strokes.
void TestStillPatterns::standStill() {
    QFETCH(int, ground);
    QFETCH(Symbol, symbol);
    ProjectSnapshot plan;
    plan.layers.push_back(std::make_shared<const Layer>(layerOf(static_cast<Ground>(ground), symbol)));
    const double x = 497'003.7, y = 3'397'411.3;
    LayerForms forms;
    const QImage before = renderMap(plan, viewAt(x, y), {}, &forms).value();
    const QImage after =
        renderMap(plan, viewAt(x + right * metresPerPixel, y - down * metresPerPixel), {}, &forms).value();
    const QRect seen = QRect(right, down, width - right, height - down).adjusted(14, 14, -14, -14);
    const double ink = picture_compare::shareInked(before.copy(seen));
    QVERIFY2(ink > 0.005 && ink < 0.999, qPrintable(QString::number(ink)));
    const QImage one = before.copy(seen), other = after.copy(seen.translated(-right, -down));
    const double share = picture_compare::shareDiffering(one, other, 16);
    if (share > 0.0002) {
        one.save(QDir::temp().filePath(QStringLiteral("tuce_still_before.png")));
        other.save(QDir::temp().filePath(QStringLiteral("tuce_still_after.png")));
    }
    QVERIFY2(share <= 0.0002, qPrintable(QString::number(share)));
    // A pixel of difference would be seen.
    const QImage aside = after.copy(seen.translated(-right + 1, -down));
    QVERIFY(picture_compare::shareDiffering(one, aside, 16) > 0.002);
}

void TestStillPatterns::patternsAreOnTheGround_data() {
    QTest::addColumn<bool>("isLarge");
    QTest::newRow("painter") << false;
    QTest::newRow("filler") << true;
}

/// A hatch line passes the ground's own origin: its place is known however far away that is.
void TestStillPatterns::patternsAreOnTheGround() {
    QFETCH(bool, isLarge);
    const double angle = 90;  // upright lines
    Symbol symbol = fillSymbol(FillPattern::Hatch, angle);
    ProjectSnapshot plan;
    plan.layers.push_back(
        std::make_shared<const Layer>(layerOf(isLarge ? Ground::ManyNeighbours : Ground::Neighbours, symbol)));
    LayerForms forms;
    const MapSettings view = viewAt(497'003.7, 3'397'411.3);
    const QImage image = renderMap(plan, view, {}, &forms).value();
    const double spacing = symbol.fill->spacingMm * view.pixelsPerMm;
    int lines = 0;
    for (int column = 1; column + 1 < width; ++column) {
        const int here = qGreen(image.pixel(column, 200));
        if (here > qGreen(image.pixel(column - 1, 200)) || here >= qGreen(image.pixel(column + 1, 200))) continue;
        ++lines;
        const double fromOrigin = (view.extent.minX / metresPerPixel + column + 0.5) / spacing;
        QVERIFY2(std::abs(fromOrigin - std::round(fromOrigin)) * spacing < 0.75,
                 qPrintable(QString::number(fromOrigin)));
    }
    QVERIFY2(std::abs(lines - width / spacing) < 3, qPrintable(QString::number(lines)));
}

QTEST_MAIN(TestStillPatterns)
#include "test_still_patterns.moc"
