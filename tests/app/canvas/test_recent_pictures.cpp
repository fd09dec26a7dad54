// SPDX-License-Identifier: Apache-2.0
// Pictures that were drawn before are ready ground, within a bound.
#include <QPainter>
#include <QtTest>

#include "app/canvas/MapPicture.h"
#include "tests/support/SmallPlan.h"

using namespace app;

namespace {

MapView viewAt(double dx) {
    MapView view;
    view.crs = small_plan::crs();
    view.centre = small_plan::at(dx, 1000);
    view.unitsPerPixel = 10;
    view.size = {200, 100};
    return view;
}

RecentPictures::Picture picture(double dx, QRgb colour) {
    RecentPictures::Picture made{viewAt(dx), QImage(200, 100, QImage::Format_ARGB32_Premultiplied), {}};
    made.image.fill(colour);
    return made;
}

constexpr qint64 bytesOfOne = qint64{200} * 100 * 4;
constexpr QRgb red = 0xffff0000U, blue = 0xff0000ffU, blank = 0xff010203U;

QImage shown(const std::function<void(QPainter&)>& paint) {
    QImage image(200, 100, QImage::Format_RGB32);
    image.fill(blank);
    QPainter painter(&image);
    paint(painter);
    return image;
}

void drawAt(MapPicture& picture, const layers::SnapshotPtr& plan, const MapView& view) {
    picture.want(plan, view, 1);
    QTRY_VERIFY(!picture.isDrawing());
}

}  // namespace

class TestRecentPictures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void neverMoreThanTheBudget() {
        RecentPictures recent;
        recent.setBudget(3 * bytesOfOne + 10);
        for (int i = 0; i < 10; ++i) {
            recent.add(picture(i * 100, red));
            QVERIFY(recent.byteCount() <= recent.budget());
        }
        QCOMPARE(recent.byteCount(), 3 * bytesOfOne);
        QVERIFY(recent.find(viewAt(900), 1) != nullptr);
        QVERIFY(recent.find(viewAt(700), 1) != nullptr);
        QVERIFY(recent.find(viewAt(600), 1) == nullptr);
        recent.add(picture(900, blue));  // in the place of the old one
        QCOMPARE(recent.byteCount(), 3 * bytesOfOne);
        QCOMPARE(recent.find(viewAt(900), 1)->image.pixel(0, 0), blue);
        QVERIFY(recent.find(viewAt(900), 2) == nullptr);
        recent.setBudget(bytesOfOne);
        QCOMPARE(recent.byteCount(), bytesOfOne);
        QVERIFY(recent.find(viewAt(900), 1) != nullptr);
        recent.setBudget(bytesOfOne - 1);
        QCOMPARE(recent.byteCount(), qint64{0});
        recent.add(picture(0, red));
        QCOMPARE(recent.byteCount(), qint64{0});
    }
    void theNewestLiesOnTop() {
        RecentPictures recent;
        recent.setBudget(10 * bytesOfOne);
        recent.add(picture(0, red));
        recent.add(picture(500, blue));  // 50 pixels to the right
        QRegion left;
        const QImage image =
            shown([&](QPainter& painter) { left = recent.paint(painter, viewAt(-500), QRegion(0, 0, 200, 100)); });
        QCOMPARE(left, QRegion(0, 0, 50, 100));
        QCOMPARE(image.pixel(20, 50), blank);
        QCOMPARE(image.pixel(60, 50), red);
        QCOMPARE(image.pixel(120, 50), blue);
        const QImage part =
            shown([&](QPainter& painter) { recent.paint(painter, viewAt(-500), QRegion(0, 0, 200, 10)); });
        QCOMPARE(part.pixel(120, 50), blank);
        MapView other = viewAt(-500);
        other.unitsPerPixel = 11;
        const QImage none =
            shown([&](QPainter& painter) { left = recent.paint(painter, other, QRegion(0, 0, 200, 100)); });
        QCOMPARE(none.pixel(120, 50), blank);
        QCOMPARE(left, QRegion(0, 0, 200, 100));
    }
    void aMapMovedBackIsThereAtOnce() {
        MapPicture picture;
        const layers::SnapshotPtr plan = small_plan::snapshot();
        drawAt(picture, plan, viewAt(0));
        const QImage first = picture.image();
        drawAt(picture, plan, viewAt(400));
        QVERIFY(picture.image() != first);
        // Half way back the left side comes from the first picture, pixel by pixel.
        const QImage half = shown([&](QPainter& painter) { picture.paint(painter, viewAt(200)); });
        QVERIFY(half.copy(0, 0, 20, 100) == first.convertToFormat(QImage::Format_RGB32).copy(20, 0, 20, 100));
        QSignalSpy ready(&picture, &MapPicture::ready);
        picture.want(plan, viewAt(0), 1);
        QCOMPARE(ready.count(), 1);
        QVERIFY(!picture.isDrawing());
        QVERIFY(picture.image() == first);
        picture.forget();
        picture.want(plan, viewAt(0), 1);
        QVERIFY(picture.isDrawing());
    }
    void anotherPlanForgetsThem() {
        MapPicture picture;
        const layers::SnapshotPtr plan = small_plan::snapshot();
        drawAt(picture, plan, viewAt(0));
        QVERIFY(picture.pictureBytes() > 0);
        picture.want(std::make_shared<layers::ProjectSnapshot>(*plan), viewAt(0), 1);
        QVERIFY(picture.isDrawing());
        QTRY_VERIFY(!picture.isDrawing());
        picture.clear();
        QCOMPARE(picture.pictureBytes(), qint64{0});
    }
    void allThatIsKeptIsWithinTheBudget() {
        MapPicture picture;
        const qint64 budget = 4 * bytesOfOne;
        picture.setPictureBudget(budget);
        const layers::SnapshotPtr plan = small_plan::snapshot();
        for (int i = 0; i < 8; ++i) {
            drawAt(picture, plan, viewAt(i * 100));
            QVERIFY(picture.pictureBytes() <= budget);
        }
        QTRY_VERIFY(!picture.backdrop().image().isNull());
        QVERIFY(picture.backdrop().image().sizeInBytes() > 0);
        QVERIFY(picture.pictureBytes() <= budget);
        QVERIFY(picture.pictureBytes() > budget - bytesOfOne);
        picture.setPictureBudget(0);
        QCOMPARE(picture.pictureBytes(), picture.backdrop().image().sizeInBytes());
        QVERIFY(!picture.image().isNull());
    }
};

QTEST_MAIN(TestRecentPictures)
#include "test_recent_pictures.moc"
