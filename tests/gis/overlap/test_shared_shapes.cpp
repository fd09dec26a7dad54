// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "gis/base/Parallel.h"
#include "gis/overlap/PackedShapesJoin.h"
#include "gis/overlap/SharedShapes.h"

using gis::Coordinate;
using gis::Geometry;
using gis::PackedShapes;

namespace {

Geometry square(double at, double size) {
    return Geometry::polygon({{{at, 0}, {at + size, 0}, {at + size, size}, {at, size}}});
}

PackedShapes packed(int count, double size) {
    gis::PackedShapesBuilder builder;
    for (int i = 0; i < count; ++i) builder.addShape(square(i * 10.0, size));
    return builder.build();
}

bool equal(const PackedShapes& a, const PackedShapes& b) {
    return std::equal(a.coordinates.begin(), a.coordinates.end(), b.coordinates.begin(), b.coordinates.end()) &&
           std::equal(a.sequenceStarts.begin(), a.sequenceStarts.end(), b.sequenceStarts.begin(),
                      b.sequenceStarts.end()) &&
           std::equal(a.shapeStarts.begin(), a.shapeStarts.end(), b.shapeStarts.begin(), b.shapeStarts.end());
}

}  // namespace

class TestSharedShapes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalOnesAreHeldOnce() {
        gis::SharedShapes shared;
        const PackedShapes first = shared.only(packed(50, 4));
        const PackedShapes second = shared.only(packed(50, 4));
        QCOMPARE(second.coordinates.data(), first.coordinates.data());
        QCOMPARE(second.storage, first.storage);
        QVERIFY(equal(second, packed(50, 4)));
    }
    void othersAreNot() {
        gis::SharedShapes shared;
        const PackedShapes first = shared.only(packed(50, 4));
        const PackedShapes bit = shared.only(packed(50, std::nextafter(4.0, 5.0)));
        QVERIFY(bit.coordinates.data() != first.coordinates.data());
        const PackedShapes more = shared.only(packed(51, 4));
        QVERIFY(more.coordinates.data() != first.coordinates.data());
        QCOMPARE(shared.only(packed(51, 4)).coordinates.data(), more.coordinates.data());
    }
    void holdsNothingAlive() {
        gis::SharedShapes shared;
        std::weak_ptr<const void> storage;
        {
            const PackedShapes first = shared.only(packed(50, 4));
            storage = first.storage;
            QVERIFY(!storage.expired());
        }
        QVERIFY(storage.expired());
        const PackedShapes again = packed(50, 4);
        QCOMPARE(shared.only(again).coordinates.data(), again.coordinates.data());
    }
    void piecesJoinInTheirOrder() {
        constexpr std::size_t pieces = 40, each = 7;
        gis::PackedShapesBuilder builder;
        for (std::size_t i = 0; i < pieces * each; ++i)
            builder.addShape(square(static_cast<double>(i), 1 + static_cast<double>(i % 3)));
        const PackedShapes whole = builder.build();
        gis::PackedShapesJoin join(pieces * each, whole.coordinates.size());
        gis::parallelFor(pieces, {{}, {}, 4}, [&](std::size_t piece, unsigned) {
            auto own = join.emptyOne();
            for (std::size_t i = piece * each; i < (piece + 1) * each; ++i)
                own->addShape(square(static_cast<double>(i), 1 + static_cast<double>(i % 3)));
            join.add(piece, std::move(own));
        });
        QVERIFY(equal(join.build(), whole));
        gis::PackedShapesJoin late(10, 100);  // the first piece comes last
        for (const std::size_t piece : {2U, 1U, 0U}) {
            auto own = late.emptyOne();
            own->addShape(square(static_cast<double>(piece), 1));
            late.add(piece, std::move(own));
        }
        const PackedShapes three = late.build();
        QCOMPARE(three.shapeCount(), std::size_t{3});
        for (std::size_t i = 0; i < 3; ++i) QCOMPARE(three.extents[i].minX, static_cast<double>(i));
    }
};

QTEST_APPLESS_MAIN(TestSharedShapes)
#include "test_shared_shapes.moc"
