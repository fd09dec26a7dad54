// SPDX-License-Identifier: Apache-2.0
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QtTest>
#include <thread>

#include "layers/render/MapRenderer.h"
#include "tests/layers/render/MapBuilders.h"

using namespace map_builders;

/// What a map shows, where, and that it can be stopped.
class TestMapRenderer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theMapShowsAtLeastItsExtent();
    void onlyWhatLiesInTheMapCounts();
    void classesFollowTheirScales();
    void layersOfAnotherCrsComeToTheSamePlace();
    void oldDatumsAreRefusedByLayer();
    void labelsNeverMeetAndStayInTheMap_data();
    void labelsNeverMeetAndStayInTheMap();
    void importantNamesComeFirst();
    void labelsKeepClearOfFurniture();
    void opacityFadesTheSymbols();
    void threadsDoNotChangeThePicture();
    void aCanceledMapIsLeftSoon();
    void anEmptyExtentIsRefused();
};

void TestMapRenderer::theMapShowsAtLeastItsExtent() {
    layers::MapSettings settings = settingsAbout(50, 20, 400);
    settings.heightMm = settings.widthMm;  // a square paper for a flat extent
    const gis::Extent shown = settings.shownExtent();
    QVERIFY(shown.contains(settings.extent));
    QCOMPARE(shown.width(), 100'000.0);
    QCOMPARE(shown.height(), 100'000.0);
    // 100 km on 105.83 mm of paper
    QVERIFY(std::abs(settings.scaleDenominator() - 100e6 / settings.widthMm) < 1e-6);
    QCOMPARE(settings.pixelWidth(), 400);
}

void TestMapRenderer::onlyWhatLiesInTheMapCounts() {
    const auto list = layers::makeDrawList(*wholeRegion(), settingsAbout(100, 70, 600));
    QVERIFY(list.has_value());
    QStringList seen;
    for (const auto& drawn : list->layers)
        for (const auto& symbol : drawn.symbols)
            if (symbol.dimensionsSeen != 0) seen.append(symbol.title);
    QVERIFY(seen.contains(QStringLiteral("发展主轴")));
    QVERIFY(seen.contains(QStringLiteral("长江干流")));
    QVERIFY2(!seen.contains(QStringLiteral("功能平台")), "the platform is far away");
    QVERIFY(list->hasGround());
}

void TestMapRenderer::classesFollowTheirScales() {
    auto layer = *namedLayer(1, "点", layers::LayerKind::Basemap, "default_point", {{"甲", point(0, 0)}});
    layer.style.minScaleDenominator = 1'000'000;
    const auto snapshot = plan({std::make_shared<const layers::Layer>(layer)});
    const auto near = layers::makeDrawList(*snapshot, settingsAbout(10, 10, 400));
    const auto far = layers::makeDrawList(*snapshot, settingsAbout(100, 100, 400));
    QVERIFY(near && far);
    QVERIFY(near->scaleDenominator < 1e6 && near->layers.empty());
    QVERIFY(far->scaleDenominator > 1e6 && far->layers.size() == 1);
}

void TestMapRenderer::layersOfAnotherCrsComeToTheSamePlace() {
    // 108°E on the equator's side of the region: the central meridian of EPSG:4545 is x = 500 000.
    auto layer = *namedLayer(1, "点", layers::LayerKind::Basemap, "default_point", {});
    layer.table =
        gis::FeatureTable(layer.table.schema(), gis::CoordinateReferenceSystem::cgcs2000(),
                          {gis::Feature(gis::FeatureId{1}, gis::Geometry::point({108, 30.72}), {std::string("甲")})});
    const auto settings = settingsAbout(50, 50, 400);
    const auto list = layers::makeDrawList(*plan({std::make_shared<const layers::Layer>(layer)}), settings);
    QVERIFY(list && list->layers.size() == 1 && list->layers.front().items.size() == 1);
    const QPointF place = list->layers.front().items.front().shape.parts.front().front().front();
    QVERIFY(std::abs(place.x() - settings.widthMm / 2) < 1e-6);
    QVERIFY(std::abs(place.y() - settings.heightMm / 2) < 2);  // 30.72°N is a little more than 3 400 km north
}

void TestMapRenderer::oldDatumsAreRefusedByLayer() {
    auto layer = *namedLayer(1, "旧图", layers::LayerKind::Basemap, "default_point", {{"甲", point(0, 0)}});
    const auto beijing54 = gis::CoordinateReferenceSystem::fromCode("EPSG:2434");
    QVERIFY(beijing54.has_value());
    layer.table = layer.table.withCrs(*beijing54);
    const auto snapshot = plan({std::make_shared<const layers::Layer>(layer)});
    layers::MapSettings settings = settingsAbout(50, 50, 200);
    const auto refused = layers::renderMap(*snapshot, settings);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, gis::ErrorCode::DatumShiftUnknown);
    QCOMPARE(refused.error().subject.layer, std::string("旧图"));
    settings.datumPolicy = gis::DatumPolicy::AcceptBallpark;
    QVERIFY(layers::renderMap(*snapshot, settings).has_value());
}

void TestMapRenderer::labelsNeverMeetAndStayInTheMap_data() {
    QTest::addColumn<int>("points");
    QTest::addColumn<quint32>("seed");
    QTest::newRow("few") << 20 << 1U;
    QTest::newRow("many") << 300 << 2U;
    QTest::newRow("far too many") << 2000 << 3U;
}

void TestMapRenderer::labelsNeverMeetAndStayInTheMap() {
    QFETCH(int, points);
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    std::vector<std::pair<std::string, gis::Geometry>> features;
    for (int index = 0; index < points; ++index)
        features.emplace_back("地名" + std::to_string(index),
                              point(random.bounded(240.0) - 120, random.bounded(160.0) - 80));
    auto snapshot = *wholeRegion();
    snapshot.layers.push_back(namedLayer(20, "地名", layers::LayerKind::Basemap, "place", features));
    const auto settings = settingsAbout(110, 75, 1200);
    const auto list = layers::makeDrawList(snapshot, settings);
    QVERIFY(list.has_value());
    const auto labels = layers::placeLabels(*list, layers::InkMap(*list), {});
    QVERIFY(labels.size() > 10);
    const QRectF map = list->frame.box();
    for (std::size_t one = 0; one < labels.size(); ++one) {
        for (const QRectF& box : labels[one].boxes) QVERIFY(map.contains(box));
        for (std::size_t other = one + 1; other < labels.size(); ++other)
            for (const QRectF& a : labels[one].boxes)
                for (const QRectF& b : labels[other].boxes)
                    QVERIFY2(!a.intersects(b), qPrintable(labels[one].text + QLatin1Char('/') + labels[other].text));
    }
}

void TestMapRenderer::importantNamesComeFirst() {
    // Two names that want the same place: the cluster's has the greater priority.
    const auto snapshot =
        plan({layoutLayer({{"cluster", "组团之名", disc(0, 0, 30)}}),
              namedLayer(2, "县界", layers::LayerKind::Boundary, "boundary_county", {{"县之名", disc(0, 0, 12)}})});
    const auto list = layers::makeDrawList(*snapshot, settingsAbout(60, 40, 300));
    QVERIFY(list.has_value());
    const auto labels = layers::placeLabels(*list, layers::InkMap(*list), {});
    QVERIFY(!labels.empty());
    QCOMPARE(labels.front().text, QStringLiteral("组团之名"));
}

void TestMapRenderer::labelsKeepClearOfFurniture() {
    const auto list = layers::makeDrawList(*wholeRegion(), settingsAbout(110, 75, 1200));
    QVERIFY(list.has_value());
    const QRectF half(0, 0, list->frame.box().width() / 2, list->frame.box().height());
    const auto labels = layers::placeLabels(*list, layers::InkMap(*list), {half});
    QVERIFY(!labels.empty());
    for (const auto& label : labels)
        for (const QRectF& box : label.boxes) QVERIFY(!box.intersects(half));
}

void TestMapRenderer::opacityFadesTheSymbols() {
    auto layer = *namedLayer(1, "面", layers::LayerKind::Basemap, "default_polygon", {{"甲", disc(0, 0, 200)}});
    layer.style.symbol.fill->colour = {0, 0, 0, 255};
    layer.style.opacity = 0.5;
    const auto image =
        layers::renderMap(*plan({std::make_shared<const layers::Layer>(layer)}), settingsAbout(50, 50, 100));
    QVERIFY(image.has_value());
    QVERIFY(std::abs(qRed(image->pixel(50, 50)) - 127) <= 2);
}

void TestMapRenderer::threadsDoNotChangeThePicture() {
    gis::JobControl one;
    one.threads = 1;
    gis::JobControl four;
    four.threads = 4;
    const auto settings = settingsAbout(100, 70, 500);
    const auto a = layers::renderMap(*wholeRegion(), settings, one);
    const auto b = layers::renderMap(*wholeRegion(), settings, four);
    QVERIFY(a && b);
    QCOMPARE(*a, *b);
}

void TestMapRenderer::aCanceledMapIsLeftSoon() {
    std::vector<std::pair<std::string, gis::Geometry>> features;
    for (int index = 0; index < 20'000; ++index)
        features.emplace_back("面", disc(index % 200 - 100, index / 200 - 50, 3));
    const auto snapshot = plan({namedLayer(1, "红线", layers::LayerKind::ControlLine, "eco_redline", features)});
    const auto settings = settingsAbout(110, 75, 2400);
    gis::JobControl canceled;
    canceled.cancel.cancel();
    const auto before = layers::renderMap(*snapshot, settings, canceled);
    QVERIFY(!before);
    QCOMPARE(before.error().code, gis::ErrorCode::Canceled);
    gis::JobControl control;
    QElapsedTimer timer;
    std::jthread stopper([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(60));
        timer.start();
        control.cancel.cancel();
    });
    const auto during = layers::renderMap(*snapshot, settings, control);
    stopper.join();
    QVERIFY2(!during, "20 000 hatched discs are not drawn in 60 ms");
    QCOMPARE(during.error().code, gis::ErrorCode::Canceled);
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
}

void TestMapRenderer::anEmptyExtentIsRefused() {
    layers::MapSettings settings = settingsAbout(50, 50, 100);
    settings.extent = {};
    const auto image = layers::renderMap(*wholeRegion(), settings);
    QVERIFY(!image);
    QCOMPARE(image.error().code, gis::ErrorCode::InvalidArgument);
}

QTEST_MAIN(TestMapRenderer)
#include "test_map_renderer.moc"
