// SPDX-License-Identifier: Apache-2.0
#include <QGuiApplication>
#include <QtTest>

#include "layers/render/LabelPlacer.h"
#include "layers/render/LayerForms.h"
#include "layers/render/MapRenderer.h"
#include "tests/gis/drawing/DrawingFixture.h"
#include "tests/layers/render/MapBuilders.h"

using namespace layers;

namespace {

constexpr int side = 24;          // cells
constexpr double cellSize = 500;  // metres

gis::Geometry moved(const gis::Geometry& geometry, double x, double y) {
    std::vector<gis::Coordinate> ring;
    for (const gis::Coordinate c : geometry.coordinates()) ring.push_back({c.x + x, c.y + y});
    return gis::Geometry::polygon({ring});
}

Style hatchedStyle() {
    Style style;
    style.name = "zones";
    style.symbol.fill = FillSymbol{FillPattern::Hatch, {191, 224, 200, 102}, {63, 154, 90, 153}, 2.5, 45, 0.3, false};
    style.symbol.line = LineSymbol{};
    style.symbol.line->colour = {47, 138, 75, 255};
    style.symbol.line->widthMm = 0.35;
    return style;
}

/// A control layer of some 70 000 vertices whose zones share their borders; class and name in fields.
Layer zones() {
    Layer layer;
    layer.id = gis::LayerId{7};
    layer.name = "zones";
    layer.kind = LayerKind::ControlLine;
    layer.style = hatchedStyle();
    const gis::Schema schema({{"class", gis::FieldType::Text, 0}, {"place", gis::FieldType::Text, 0}});
    std::vector<gis::Feature> features;
    for (const gis::Geometry& cell : fixture::Mosaic(5, side, cellSize, 30, 0.05).cells()) {
        const auto id = static_cast<std::int64_t>(features.size()) + 1;
        features.emplace_back(
            gis::FeatureId{id}, moved(cell, 494'000, 3'394'000),
            std::vector<gis::Value>{std::string(id % 3 == 0 ? "a" : "b"), std::string(id % 40 == 0 ? "甲" : "")});
    }
    layer.table = gis::FeatureTable(schema, map_builders::mapCrs(), std::move(features));
    return layer;
}

std::shared_ptr<const ProjectSnapshot> planOf(const Layer& layer) {
    auto plan = std::make_shared<ProjectSnapshot>();
    plan->layers.push_back(std::make_shared<const Layer>(layer));
    return plan;
}

MapSettings settingsOf(double metres) {
    MapSettings settings;
    settings.crs = map_builders::mapCrs();
    settings.extent = {500'000 - metres / 2, 3'400'000 - metres / 2, 500'000 + metres / 2, 3'400'000 + metres / 2};
    settings.widthMm = settings.heightMm = 160;
    return settings;
}

/// Share of pixels of which a channel differs by more than `limit`.
double shareDiffering(const QImage& a, const QImage& b, int limit) {
    int differing = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb one = a.pixel(x, y), other = b.pixel(x, y);
            differing += std::max({std::abs(qRed(one) - qRed(other)), std::abs(qGreen(one) - qGreen(other)),
                                   std::abs(qBlue(one) - qBlue(other))}) > limit
                             ? 1
                             : 0;
        }
    return static_cast<double>(differing) / (a.width() * a.height());
}

}  // namespace

class TestLayerForms : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void likeThePainter_data();
    void likeThePainter();
    void classesAndScales();
    void inAnotherReferenceSystem();
    void labelsStayWhereTheyAre();
    void aFormServesUntilShapesChange();
    void smallLayersAndOtherSymbolsHaveNone();
    void goesOnAfterACancel();
};

void TestLayerForms::likeThePainter_data() {
    QTest::addColumn<double>("metres");
    QTest::newRow("whole") << 12'600.0;
    QTest::newRow("part") << 3'000.0;
    QTest::newRow("near") << 200.0;
}

void TestLayerForms::likeThePainter() {
    QFETCH(double, metres);
    const auto plan = planOf(zones());
    LayerForms forms;
    const QImage ours = renderMap(*plan, settingsOf(metres), {}, &forms).value();
    const QImage theirs = renderMap(*plan, settingsOf(metres)).value();
    // The painter's seams between translucent neighbours, its lines drawn twice, and half a pixel.
    const double large = shareDiffering(ours, theirs, 90), any = shareDiffering(ours, theirs, 40);
    QVERIFY2(large < 0.02, qPrintable(QString::number(large)));
    QVERIFY2(any < 0.1, qPrintable(QString::number(any)));
}

void TestLayerForms::classesAndScales() {
    Layer layer = zones();
    layer.style.categoryField = "class";
    Category red, hidden;
    red.value = "a";
    red.symbol.fill = FillSymbol{};
    red.symbol.fill->colour = {255, 0, 0, 255};
    hidden.value = "b";
    hidden.symbol = red.symbol;
    hidden.minScaleDenominator = 1e9;
    layer.style.categories = {red, hidden};
    LayerForms forms;
    const QImage image = renderMap(*planOf(layer), settingsOf(6'000), {}, &forms).value();
    int reds = 0, whites = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            reds += image.pixel(x, y) == 0xffff0000U ? 1 : 0;
            whites += image.pixel(x, y) == 0xffffffffU ? 1 : 0;
        }
    const double pixels = static_cast<double>(image.width()) * image.height();
    QVERIFY2(std::abs(reds / pixels - 1.0 / 3) < 0.05, qPrintable(QString::number(reds / pixels)));
    QVERIFY2(std::abs(whites / pixels - 2.0 / 3) < 0.08, qPrintable(QString::number(whites / pixels)));
}

void TestLayerForms::inAnotherReferenceSystem() {
    const Layer layer = zones();
    MapSettings settings = settingsOf(6'000);
    settings.crs = gis::CoordinateReferenceSystem::cgcs2000();
    const auto transform = gis::CoordinateTransform::make(map_builders::mapCrs(), settings.crs);
    settings.extent = transform->apply(settings.extent).value();
    LayerForms forms;
    const QImage ours = renderMap(*planOf(layer), settings, {}, &forms).value();
    const double large = shareDiffering(ours, renderMap(*planOf(layer), settings).value(), 90);
    QVERIFY2(large < 0.01, qPrintable(QString::number(large)));
}

void TestLayerForms::labelsStayWhereTheyAre() {
    Layer layer = zones();
    layer.style.label.field = "place";
    layer.style.label.placement = LabelPlacement::Inside;
    const auto plan = planOf(layer);
    LayerForms forms;
    const DrawList ours = makeDrawList(*plan, settingsOf(12'600), {}, &forms).value();
    const DrawList theirs = makeDrawList(*plan, settingsOf(12'600)).value();
    QVERIFY(ours.layers[0].form != nullptr);
    const auto placed = placeLabels(ours, InkMap(ours), {}), expected = placeLabels(theirs, InkMap(theirs), {});
    QVERIFY(!expected.empty());
    QCOMPARE(placed.size(), expected.size());
    for (std::size_t i = 0; i < placed.size(); ++i) {
        QCOMPARE(placed[i].feature, expected[i].feature);
        QVERIFY(QLineF(placed[i].boxes[0].center(), expected[i].boxes[0].center()).length() < 0.5);  // mm
    }
}

void TestLayerForms::aFormServesUntilShapesChange() {
    Layer layer = zones();
    const MapSettings settings = settingsOf(1'000);
    LayerForms forms;
    const LayerFormPtr first = forms.of(layer, map_builders::mapCrs(), settings, {}).value();
    QVERIFY(first != nullptr);
    QCOMPARE(first->unusable, std::size_t{0});
    layer.style.opacity = 0.5;
    QVERIFY(forms.of(layer, map_builders::mapCrs(), settings, {}).value() == first);
    const gis::Feature renamed = layer.table.at(3).withAttribute(1, std::string("other"));
    layer.table = layer.table.with({renamed});
    QVERIFY(forms.of(layer, map_builders::mapCrs(), settings, {}).value() == first);
    layer.table = layer.table.with({}, {gis::FeatureId{9}});
    const LayerFormPtr second = forms.of(layer, map_builders::mapCrs(), settings, {}).value();
    QVERIFY(second != first);
    QCOMPARE(second->form.shapes.shapeCount(), first->form.shapes.shapeCount() - 1);
    forms.keepOnly(*planOf(layer));
    QVERIFY(forms.of(layer, map_builders::mapCrs(), settings, {}).value() == second);
    forms.keepOnly(ProjectSnapshot{});
    QVERIFY(forms.of(layer, map_builders::mapCrs(), settings, {}).value() != second);
}

void TestLayerForms::smallLayersAndOtherSymbolsHaveNone() {
    Layer layer = zones();
    LayerForms forms;
    layer.style.symbol.line->dashMm = {2, 1};
    QVERIFY(makeDrawList(*planOf(layer), settingsOf(1'000), {}, &forms).value().layers[0].form == nullptr);
    layer = zones();
    QVERIFY(makeDrawList(*planOf(layer), settingsOf(1'000)).value().layers[0].form == nullptr);
    layer.table = gis::FeatureTable(layer.table.schema(), layer.table.crs(), {layer.table.at(0)});
    QVERIFY(makeDrawList(*planOf(layer), settingsOf(1'000), {}, &forms).value().layers[0].form == nullptr);
}

void TestLayerForms::goesOnAfterACancel() {
    const auto plan = planOf(zones());
    LayerForms forms;
    gis::JobControl control;
    control.cancel.cancel();
    const auto stopped = renderMap(*plan, settingsOf(1'000), control, &forms);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, gis::ErrorCode::Canceled);
    QVERIFY(renderMap(*plan, settingsOf(1'000), {}, &forms).has_value());
    LayerForms closed;
    closed.cancel();
    QCOMPARE(renderMap(*plan, settingsOf(1'000), {}, &closed).error().code, gis::ErrorCode::Canceled);
}

QTEST_MAIN(TestLayerForms)
#include "test_layer_forms.moc"
