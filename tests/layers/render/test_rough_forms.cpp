// SPDX-License-Identifier: Apache-2.0
// Large layers are seen before the form that they are drawn from is made.
#include <QGuiApplication>
#include <QtTest>
#include <thread>

#include "layers/render/MapRenderer.h"
#include "layers/render/RoughForms.h"
#include "tests/layers/render/LargeLinkedLayer.h"

using namespace layers;

namespace {

MapSettings settingsOf(double metres, bool rough) {
    MapSettings settings;
    settings.crs = small_plan::crs();
    const gis::Coordinate middle = small_plan::at(LargeLinkedLayer::width / 2, LargeLinkedLayer::width / 2);
    settings.extent = gis::Extent{middle.x, middle.y, middle.x, middle.y}.grown(metres / 2);
    settings.widthMm = settings.heightMm = 100;
    settings.standsAlone = false;
    settings.rough = rough;
    return settings;
}

double shareDiffering(const QImage& a, const QImage& b, int limit) {
    int differing = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            differing += std::abs(qRed(a.pixel(x, y)) - qRed(b.pixel(x, y))) > limit ? 1 : 0;
    return static_cast<double>(differing) / (a.width() * a.height());
}

}  // namespace

class TestRoughForms : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void looksLikeTheTruePicture_data() {
        QTest::addColumn<double>("metres");
        QTest::newRow("whole") << 8200.0;
        QTest::newRow("part") << 1500.0;
        QTest::newRow("near") << 60.0;
    }
    void looksLikeTheTruePicture() {
        QFETCH(double, metres);
        const LargeLinkedLayer data;
        const ProjectSnapshot plan = LargeLinkedLayer::planOf(data.layer());
        LayerForms forms;
        const auto rough = renderUnlabelled(plan, settingsOf(metres, true), {}, &forms);
        QVERIFY(rough.has_value());
        QVERIFY(rough->list.layers.front().isRough);
        const auto sharp = renderUnlabelled(plan, settingsOf(metres, false), {}, &forms);
        QVERIFY(!sharp->list.layers.front().isRough);
        const double off = shareDiffering(rough->image, sharp->image, 60);
        QVERIFY2(off < 0.06, qPrintable(QString::number(off)));
        // Once the true form is there, nobody wants the rough one.
        const auto again = renderUnlabelled(plan, settingsOf(metres, true), {}, &forms);
        QVERIFY(!again->list.layers.front().isRough);
        QVERIFY(again->image == sharp->image);
    }
    void inAnotherReferenceSystem() {
        const LargeLinkedLayer data;
        const ProjectSnapshot plan = LargeLinkedLayer::planOf(data.layer());
        MapSettings settings = settingsOf(4000, true);
        settings.crs = gis::CoordinateReferenceSystem::cgcs2000();
        settings.extent =
            gis::CoordinateTransform::make(small_plan::crs(), settings.crs)->apply(settings.extent).value();
        LayerForms forms;
        const auto rough = renderUnlabelled(plan, settings, {}, &forms);
        QVERIFY(rough->list.layers.front().isRough);
        settings.rough = false;
        const auto sharp = renderUnlabelled(plan, settings, {}, &forms);
        const double off = shareDiffering(rough->image, sharp->image, 60);
        QVERIFY2(off < 0.06, qPrintable(QString::number(off)));
    }
    void servesWhatLiesNear() {
        const LargeLinkedLayer data;
        const Layer layer = data.layer();
        const MapSettings view = settingsOf(2000, true);
        const auto rough = roughFormOf(layer.table, layer.table.crs(), view);
        QVERIFY(rough.has_value());
        QVERIFY(rough->serves(view));
        MapSettings moved = view;
        moved.extent.minX += 300;
        moved.extent.maxX += 300;
        QVERIFY(rough->serves(moved));
        moved.extent.minX += 2000;
        moved.extent.maxX += 2000;
        QVERIFY(!rough->serves(moved));
        QVERIFY(!rough->serves(settingsOf(1000, true)));  // finer than what was left
        QVERIFY(rough->form->form.shapes.coordinates.size() * 2 < layer.table.size() * 2800);
        QCOMPARE(rough->form->form.shapes.shapeCount(), layer.table.size());
    }
    void nobodyWaitsForWhatIsBeingMade() {
        const LargeLinkedLayer data;
        const Layer layer = data.layer();
        LayerForms forms;
        gis::JobControl waiting;
        std::jthread maker([&] { (void)forms.of(layer, layer.table.crs(), settingsOf(8000, false), {}); });
        const auto rough = forms.of(layer, layer.table.crs(), settingsOf(8000, true), {});
        QVERIFY(rough.has_value() && *rough != nullptr);
        waiting.cancel.cancel();
        const auto stopped = forms.of(layer, layer.table.crs(), settingsOf(8000, false), waiting);
        QVERIFY(stopped.has_value() || stopped.error().code == gis::ErrorCode::Canceled);
        maker.join();
        QVERIFY(!(*forms.of(layer, layer.table.crs(), settingsOf(8000, true), {}))->isRough);
    }
};

QTEST_MAIN(TestRoughForms)
#include "test_rough_forms.moc"
