// SPDX-License-Identifier: Apache-2.0
// What is shown of the map while it is moved, before the sharp picture is there.
#include <sys/resource.h>
#include <unistd.h>

#include <QPainter>
#include <QSignalSpy>
#include <QtTest>
#include <cmath>
#include <thread>

#include "app/canvas/MapPicture.h"
#include "layers/job/ThreadPriority.h"
#include "tests/support/SmallPlan.h"

using namespace app;

namespace {

constexpr QRgb blank = 0xff010203U;
const QRgb ground = qRgb(200, 220, 200);

MapView viewOfGround() {
    MapView view;
    view.crs = small_plan::crs();
    view.centre = small_plan::at(0, 3800);  // above all but the base layer
    view.unitsPerPixel = 2;
    view.size = {400, 300};
    return view;
}

QImage shown(const MapPicture& picture, const MapView& view) {
    QImage image(view.size.toSize(), QImage::Format_RGB32);
    image.fill(blank);
    QPainter painter(&image);
    picture.paint(painter, view);
    return image;
}

/// The small plan over a ground of so many vertices that it is drawn from its form.
layers::SnapshotPtr planOfManyVertices() {
    auto plan = std::make_shared<layers::ProjectSnapshot>(*small_plan::snapshot());
    auto base = std::make_shared<layers::Layer>(*plan->layers.front());
    std::vector<gis::Coordinate> ring;
    constexpr int count = 60'000;
    for (int i = 0; i < count; ++i) {
        const double turn = 2 * M_PI * i / count, radius = 900 + 30 * std::sin(300 * turn);
        ring.push_back(small_plan::at(500 + radius * std::cos(turn), 500 + radius * std::sin(turn)));
    }
    const gis::Feature old = base->table.at(0);
    base->style = {};
    base->style.symbol.fill = layers::FillSymbol{};
    base->style.symbol.fill->colour = {120, 170, 110, 255};
    base->table = base->table.with({old.withGeometry(gis::Geometry::polygon({ring}))});
    plan->layers.front() = base;
    return plan;
}

bool isNear(QRgb a, QRgb b) {
    return std::abs(qRed(a) - qRed(b)) < 4 && std::abs(qGreen(a) - qGreen(b)) < 4 && std::abs(qBlue(a) - qBlue(b)) < 4;
}

}  // namespace

class TestMapPicture : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void movedAtOnceAndFilledFromTheSurroundings() {
        MapPicture picture;
        const MapView view = viewOfGround();
        picture.want(small_plan::snapshot(), view, 1);
        QTRY_VERIFY(!picture.isDrawing() && !picture.image().isNull());
        const QImage still = shown(picture, view);
        const MapView moved = view.panned({150, 0});
        QCOMPARE(shown(picture, moved).pixel(50, 150), blank);  // the surroundings come when the map rests
        QTRY_VERIFY(!picture.backdrop().image().isNull());
        const QImage pan = shown(picture, moved);
        QVERIFY(isNear(pan.pixel(50, 150), ground));
        QVERIFY(pan.copy(150, 0, 250, 300) == still.copy(0, 0, 250, 300));
        const QImage wider = shown(picture, view.zoomedAbout({200, 150}, 0.5));
        QVERIFY(isNear(wider.pixel(5, 60), ground));
        QVERIFY(isNear(wider.pixel(200, 150), still.pixel(200, 150)));
    }
    void aFineScreenGetsAsManyPixels() {
        MapPicture picture;
        picture.want(small_plan::snapshot(), viewOfGround(), 2);
        QTRY_VERIFY(!picture.isDrawing());
        QCOMPARE(picture.image().size(), QSize(800, 600));
        QCOMPARE(picture.image().devicePixelRatio(), 2.0);
        QVERIFY(isNear(shown(picture, viewOfGround()).pixel(20, 20), ground));
    }
    void labelsAreThereWhenItIsDone() {
        auto plan = std::make_shared<layers::ProjectSnapshot>(*small_plan::snapshot());
        auto base = std::make_shared<layers::Layer>(*plan->layers.front());
        base->style.label.field = "name";
        base->style.label.sizePt = 40;
        base->style.label.placement = layers::LabelPlacement::Inside;
        base->style.label.priority = 90;
        plan->layers.front() = base;
        MapPicture picture;
        MapView view = viewOfGround();
        view.centre = small_plan::at(500, 1500);  // the name stands in the middle of its area, wherever one looks
        view.unitsPerPixel = 20;
        picture.want(plan, view, 1);
        QTRY_VERIFY(!picture.isDrawing());
        const QImage with = picture.image();
        const auto labels = picture.labelsIn(view);
        QCOMPARE(labels.size(), std::size_t{1});
        QCOMPARE(labels[0].text, QStringLiteral("ground"));
        const QPointF middle = labels[0].centre * logicalPixelsPerMm;
        QVERIFY((middle - view.toScreen(small_plan::at(500, 500))).manhattanLength() < 60);
        QVERIFY(picture.labelAt(view, labels[0].centre).has_value());
        QVERIFY(!picture.labelAt(view, {1, 1}).has_value());
        const MapView panned = view.panned({30, -20});  // until the next picture the names go along
        QVERIFY(
            (picture.labelsIn(panned).at(0).centre * logicalPixelsPerMm - middle - QPointF(30, -20)).manhattanLength() <
            0.01);
        QVERIFY(picture.labelsIn(view.zoomedAbout({200, 150}, 2)).empty());
        picture.want(small_plan::snapshot(), view, 1);
        QTRY_VERIFY(!picture.isDrawing());
        QVERIFY(with != picture.image());
    }
    /// Strips of a picture under way are seen over the last one; in the end it is the same picture as ever.
    void aLongDrawingIsSeenInStrips() {
        const layers::SnapshotPtr plan = planOfManyVertices();
        const MapView view = viewOfGround();
        MapPicture picture;
        picture.setPatience(1e9);
        QSignalSpy parts(&picture, &MapPicture::partReady);
        picture.want(plan, view, 1);
        QTRY_VERIFY(!picture.isDrawing() && !picture.image().isNull());
        QCOMPARE(parts.count(), 0);
        const QImage whole = picture.image(), seen = shown(picture, view);

        picture.clear();
        picture.setPatience(-1);
        picture.setFocus(QPointF(200, 290));
        QImage first;
        QObject::connect(&picture, &MapPicture::partReady, &picture, [&] {
            if (first.isNull()) first = shown(picture, view);
        });
        picture.want(plan, view, 1);
        QTRY_VERIFY(!picture.isDrawing() && !picture.image().isNull());
        QVERIFY(parts.count() > 1);
        QVERIFY(picture.image() == whole);
        QVERIFY(shown(picture, view) == seen);
        // The first rows that were seen are those of the finished picture, the others are not there yet.
        QVERIFY(!first.isNull() && first != seen);
        int same = 0, blanks = 0;
        for (int y = 0; y < first.height(); ++y) {
            same += first.copy(0, y, 400, 1) == seen.copy(0, y, 400, 1) ? 1 : 0;
            blanks += first.pixel(200, y) == blank ? 1 : 0;
        }
        QVERIFY(same > 0);
        QCOMPARE(same + blanks, first.height());
    }
    void aCoreIsLeftForTheHand() {
        gis::JobControl control;
        control.threads = 4;
        QCOMPARE(MapPicture::leavingOneCore(control).threadCount(), 3U);
        control.threads = 1;
        QCOMPARE(MapPicture::leavingOneCore(control).threadCount(), 1U);
        control.threads = 0;  // as many as there are cores
        QCOMPARE(MapPicture::leavingOneCore(control).threadCount(), std::max(1U, control.threadCount() - 1));
        // Threads that draw give way to the window's, and those that read to these.
        int drawing = 0, reading = 0;
        std::jthread([&] {
            layers::stepBehindWindow();
            drawing = ::getpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()));
            std::jthread([&] {
                layers::stepBehindDrawing();
                reading = ::getpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()));
            }).join();
        }).join();
        const int window = ::getpriority(PRIO_PROCESS, static_cast<id_t>(::getpid()));
        QCOMPARE(drawing, std::min(19, window + 5));
        QCOMPARE(reading, std::min(19, window + 14));
    }
    void surroundingsServeForAWhile() {
        MapPicture picture;
        const MapView view = viewOfGround();
        const layers::SnapshotPtr plan = small_plan::snapshot();
        picture.want(plan, view, 1);
        QTRY_VERIFY(!picture.backdrop().image().isNull());
        const qint64 first = picture.backdrop().image().cacheKey();
        QSignalSpy redrawn(&picture, &MapPicture::backdropReady);
        picture.want(plan, view.panned({30, 20}), 1);
        QTRY_VERIFY(!picture.isDrawing());
        QTest::qWait(500);  // longer than the map must rest
        QCOMPARE(redrawn.count(), 0);
        QCOMPARE(picture.backdrop().image().cacheKey(), first);
        picture.want(plan, view.panned({900, 0}), 1);  // out of it
        QTRY_COMPARE(redrawn.count(), 1);
        picture.clear();
        QVERIFY(picture.backdrop().image().isNull());
        QCOMPARE(shown(picture, view).pixel(50, 150), blank);
    }
};

QTEST_MAIN(TestMapPicture)
#include "test_map_picture.moc"
