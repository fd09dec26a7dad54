// SPDX-License-Identifier: Apache-2.0
// Hit tests, the locator over edits, and the canvas under mouse and keys.
#include <QtTest>

#include "app/canvas/FeatureLocator.h"
#include "app/canvas/HitTest.h"
#include "app/canvas/MapCanvas.h"
#include "layers/edit/FeatureEdit.h"
#include "tests/support/SmallPlan.h"

using namespace app;

namespace {

MapView viewOf(const gis::CoordinateReferenceSystem& crs, gis::Coordinate centre, double unitsPerPixel) {
    MapView view;
    view.crs = crs;
    view.centre = centre;
    view.unitsPerPixel = unitsPerPixel;
    view.size = {800, 600};
    return view;
}

std::vector<std::int64_t> ids(const std::vector<const gis::Feature*>& features) {
    std::vector<std::int64_t> list;
    for (const gis::Feature* feature : features) list.push_back(gis::number(feature->id()));
    return list;
}

}  // namespace

class TestPicking : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pixelsAreRightInALayerOfAnotherCrs() {
        // The map in metres, the layer in degrees: a vertex lies where the exact transform puts it.
        const MapView view = viewOf(small_plan::crs(), small_plan::at(0, 0), 10);
        const MapTransforms transforms(view.crs);
        const auto degrees = gis::CoordinateReferenceSystem::cgcs2000();
        const QPointF mouse(420, 280);
        const auto frame = LocalFrame::make(view, transforms, degrees, mouse);
        QVERIFY(frame.has_value());
        for (const QPointF aside : {QPointF(30, 0), QPointF(0, -30), QPointF(-60, 70)}) {
            const auto position = transforms.fromMap(view.toMap(mouse + aside), degrees);
            QVERIFY(QLineF(frame->offset(*position), aside).length() < 0.01);
            QVERIFY(std::abs(frame->position(aside).x - position->x) < 1e-6);  // 0.1 m, a hundredth of a pixel
        }
    }
    void distanceIsZeroInsideAndNotInAHole() {
        const MapView view = viewOf(small_plan::crs(), {0, 0}, 1);
        const MapTransforms transforms(view.crs);
        const gis::Geometry holed = gis::Geometry::polygon(
            {{{-100, -100}, {100, -100}, {100, 100}, {-100, 100}}, {{-20, -20}, {20, -20}, {20, 20}, {-20, 20}}});
        const auto at = [&](double x, double y) {
            return pixelDistance(*LocalFrame::make(view, transforms, view.crs, view.toScreen(gis::Coordinate{x, y})),
                                 holed);
        };
        QCOMPARE(at(50, 50), 0.0);
        QVERIFY(std::abs(at(5, 0) - 15) < 1e-6);
        QVERIFY(std::abs(at(130, 0) - 30) < 1e-6);
    }
    /// What is near enough is as far as it is without a limit; what is not is told as further away.
    void aLimitChangesNoDistanceWithinIt() {
        const MapView view = viewOf(small_plan::crs(), {0, 0}, 1);
        const MapTransforms transforms(view.crs);
        const gis::Geometry line = gis::Geometry::lineString({{-300, -10}, {0, 90}, {40, -80}, {200, 120}});
        int within = 0;
        for (double x = -120; x <= 120; x += 7)
            for (double y = -120; y <= 120; y += 7) {
                const auto frame = LocalFrame::make(view, transforms, view.crs, view.toScreen(gis::Coordinate{x, y}));
                const double whole = pixelDistance(*frame, line);
                const double limited = pixelDistance(*frame, line, 12);
                if (whole <= 12) QCOMPARE(limited, whole);
                if (whole > 12) QVERIFY(limited > 12);
                within += whole <= 12;
            }
        QVERIFY(within > 50);
    }
    void theNearestVertexAndTheNearestEdge() {
        const MapView view = viewOf(small_plan::crs(), {0, 0}, 1);
        const MapTransforms transforms(view.crs);
        const auto frame = LocalFrame::make(view, transforms, view.crs, view.toScreen(gis::Coordinate{3, 98}));
        const gis::Geometry line = gis::Geometry::lineString({{0, 0}, {0, 100}, {100, 100}});
        const auto vertex = nearestVertex(*frame, line, 10);
        QVERIFY(vertex.has_value());
        QCOMPARE(vertex->place, (layers::VertexPlace{0, 1}));
        QVERIFY(!nearestVertex(*frame, line, 2).has_value());
        const auto edge = nearestOnEdge(*frame, line, 10);
        QVERIFY(edge.has_value());
        QCOMPARE(edge->place, (layers::VertexPlace{0, 1}));
        QVERIFY(std::abs(edge->position.x - 3) < 1e-9);
        QCOMPARE(edge->position.y, 100.0);  // on the edge itself
    }
    void theClosingVertexOfARingIsItsFirst() {
        const MapView view = viewOf(small_plan::crs(), {0, 0}, 1);
        const MapTransforms transforms(view.crs);
        const auto frame = LocalFrame::make(view, transforms, view.crs, view.toScreen(gis::Coordinate{1, 1}));
        const auto hit = nearestVertex(*frame, gis::Geometry::polygon({{{0, 0}, {50, 0}, {0, 50}}}), 5);
        QCOMPARE(hit->place, (layers::VertexPlace{0, 0}));
    }

    void theLocatorFollowsEdits() {
        layers::SnapshotPtr plan = small_plan::snapshot();
        FeatureLocator locator;
        locator.reset(plan);
        gis::Extent box;
        box.include(small_plan::at(100, 100));
        QCOMPARE(ids(locator.find(small_plan::layoutId, box)), (std::vector<std::int64_t>{1}));
        const auto perform = [&](const gis::Result<layers::ChangeSet>& change) {
            plan = *layers::applied(plan, *change);
            locator.follow(plan, *change);
        };
        // Moved away, added, deleted.
        perform(layers::upsertFeatures(
            *plan, small_plan::layoutId,
            {small_plan::element(small_plan::platform, small_plan::box(5000, 0, 10, 10), "platform", "moved"),
             small_plan::element(gis::FeatureId{9}, small_plan::box(90, 90, 20, 20), "platform", "new")}));
        QCOMPARE(ids(locator.find(small_plan::layoutId, box)), (std::vector<std::int64_t>{9}));
        perform(layers::removeFeatures(*plan, small_plan::layoutId, {gis::FeatureId{9}}));
        QCOMPARE(ids(locator.find(small_plan::layoutId, box)), (std::vector<std::int64_t>{}));
    }

    void theCanvasDrawsByAWorkerAndShowsIt() {
        MapCanvas canvas;
        canvas.resize(400, 300);
        canvas.setMapCrs(small_plan::crs());
        canvas.show();
        QSignalSpy drawn(&canvas, &MapCanvas::drawingFinished);
        canvas.setSnapshot(small_plan::snapshot());
        canvas.zoomTo({small_plan::x0 - 1000, small_plan::y0 - 1000, small_plan::x0 + 2000, small_plan::y0 + 2000});
        QTRY_VERIFY(!drawn.isEmpty() && !canvas.isDrawing());
        const QImage picture = canvas.picture();
        QCOMPARE(picture.size(), QSize(400, 300) * canvas.devicePixelRatioF());
        // The ground's fill is in the middle of the picture.
        QCOMPARE(QColor(picture.pixel(picture.rect().center())), QColor(200, 220, 200));
    }

    void wheelZoomsAboutTheCursorAndKeysPan() {
        MapCanvas canvas;
        canvas.resize(400, 300);
        canvas.setMapCrs(small_plan::crs());
        canvas.setSnapshot(small_plan::snapshot());
        canvas.show();
        canvas.zoomTo({small_plan::x0, small_plan::y0, small_plan::x0 + 1000, small_plan::y0 + 1000});
        const QPointF cursor(100, 80);
        const gis::Coordinate under = canvas.view().toMap(cursor);
        QWheelEvent wheel(cursor, canvas.mapToGlobal(cursor), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&canvas, &wheel);
        QVERIFY(QLineF(canvas.view().toScreen(under), cursor).length() < 1e-6);
        const gis::Coordinate centre = canvas.view().centre;
        QTest::keyClick(&canvas, Qt::Key_Right);
        QVERIFY(canvas.view().centre.x > centre.x);
        QCOMPARE(canvas.view().centre.y, centre.y);
    }

    void middleButtonAndSpacePanAndShiftDragZooms() {
        MapCanvas canvas;
        canvas.resize(400, 300);
        canvas.setMapCrs(small_plan::crs());
        canvas.setSnapshot(small_plan::snapshot());
        canvas.show();
        canvas.zoomTo({small_plan::x0, small_plan::y0, small_plan::x0 + 1000, small_plan::y0 + 1000});
        const auto drag = [&canvas](Qt::MouseButton button, Qt::KeyboardModifiers modifiers, QPoint from, QPoint to) {
            QTest::mousePress(&canvas, button, modifiers, from);
            for (int i = 1; i <= 5; ++i) {
                const QPointF at = QPointF(from) + QPointF(to - from) * i / 5.0;
                QMouseEvent move(QEvent::MouseMove, at, canvas.mapToGlobal(at), Qt::NoButton, button, modifiers);
                QCoreApplication::sendEvent(&canvas, &move);
            }
            QTest::mouseRelease(&canvas, button, modifiers, to);
        };
        gis::Coordinate grabbed = canvas.view().toMap(QPointF(100, 100));
        drag(Qt::MiddleButton, Qt::NoModifier, {100, 100}, {150, 120});
        QVERIFY(QLineF(canvas.view().toScreen(grabbed), {150, 120}).length() < 1e-6);
        grabbed = canvas.view().toMap(QPointF(100, 100));
        QTest::keyPress(&canvas, Qt::Key_Space);
        drag(Qt::LeftButton, Qt::NoModifier, {100, 100}, {60, 90});
        QTest::keyRelease(&canvas, Qt::Key_Space);
        QVERIFY(QLineF(canvas.view().toScreen(grabbed), {60, 90}).length() < 1e-6);
        const gis::Extent box = canvas.view().toMap(QRectF(100, 100, 100, 75));
        drag(Qt::LeftButton, Qt::ShiftModifier, {100, 100}, {200, 175});
        QVERIFY(std::abs(canvas.view().extent().width() / box.width() - 1) < 1e-6);
        QVERIFY(std::abs(canvas.view().centre.x - box.centre().x) < 1e-3);
    }
};

QTEST_MAIN(TestPicking)
#include "test_picking.moc"
