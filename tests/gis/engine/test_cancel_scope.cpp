// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <cmath>
#include <thread>

#include "gis/engine/CancelScope.h"
#include "gis/engine/Overlay.h"

namespace {

gis::Geometry star(double x, int corners) {
    std::vector<gis::Coordinate> ring;
    for (int i = 0; i < corners; ++i) {
        const double turn = 2 * M_PI * i / corners, radius = i % 2 == 0 ? 100 : 80;
        ring.push_back({x + radius * std::cos(turn), radius * std::sin(turn)});
    }
    return gis::Geometry::polygon({ring});
}

gis::Result<gis::OverlayAnswer> common() {
    return gis::overlay(gis::OverlayOperation::Intersection, star(0, 400), star(30, 400));
}

}  // namespace

class TestCancelScope : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCanceledTokenEndsTheWorkOfItsThreadOnly() {
        gis::CancelToken canceled;
        canceled.cancel();
        const gis::CancelToken going;
        const double area = gis::planeArea(common()->geometry);
        QVERIFY(area > 0);
        {
            const gis::CancelScope scope(canceled);
            QVERIFY(!common().has_value());
            double elsewhere = 0;
            std::thread([&] { elsewhere = gis::planeArea(common()->geometry); }).join();
            QCOMPARE(elsewhere, area);
            {
                const gis::CancelScope inner(going);
                QCOMPARE(gis::planeArea(common()->geometry), area);
            }
            QVERIFY(!common().has_value());
        }
        QCOMPARE(gis::planeArea(common()->geometry), area);
    }
};

QTEST_GUILESS_MAIN(TestCancelScope)
#include "test_cancel_scope.moc"
