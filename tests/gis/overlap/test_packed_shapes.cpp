// SPDX-License-Identifier: Apache-2.0
#include <rapidcheck.h>

#include <QtTest>
#include <cmath>

#include "gis/overlap/PackedShapes.h"

using gis::Coordinate;
using gis::Extent;
using gis::Geometry;
using gis::PackedShapes;
using gis::PackedShapesBuilder;
using Ring = std::vector<Coordinate>;

namespace {

const Ring square{{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}};
const Ring hole{{1, 1}, {1, 2}, {2, 2}, {1, 1}};

Ring reversed(Ring ring) {
    std::reverse(ring.begin(), ring.end());
    return ring;
}

Ring sequenceOf(const PackedShapes& shapes, std::size_t index) {
    const auto found = shapes.sequence(index);
    return {found.begin(), found.end()};
}

PackedShapes packed(const std::vector<Geometry>& geometries) {
    PackedShapesBuilder builder;
    for (const Geometry& geometry : geometries) builder.addShape(geometry);
    return builder.build();
}

/// Equal contents, whoever holds the memory.
bool same(const PackedShapes& a, const PackedShapes& b) {
    const auto equal = [](auto one, auto other) {
        return std::equal(one.begin(), one.end(), other.begin(), other.end());
    };
    return equal(a.coordinates, b.coordinates) && equal(a.sequenceStarts, b.sequenceStarts) &&
           equal(a.partStarts, b.partStarts) && equal(a.shapeStarts, b.shapeStarts) &&
           equal(a.dimensions, b.dimensions) && equal(a.extents, b.extents);
}

}  // namespace

class TestPackedShapes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothing();
    void levels();
    void ringsRunWithTheInteriorOnTheLeft();
    void thinRingsAreTurnedExactly();
    void repeatedPositionsAreLeftOut();
    void openRingsAreClosed();
    void whatIsTooShortIsDropped();
    void holesGoWithTheirExterior();
    void pointsMayStandOnEachOther();
    void geometryIsGivenBack();
    void joinedInOrder();
    void roomIsFilledInPlace();
    void builderStartsAnew();
};

void TestPackedShapes::nothing() {
    const PackedShapes none = packed({});
    QCOMPARE(none.shapeCount(), 0U);
    QCOMPARE(none.sequenceCount(), 0U);
    const PackedShapes empty = packed({Geometry(), Geometry::point({1, 2})});
    QCOMPARE(empty.shapeCount(), 2U);
    QCOMPARE(int(empty.dimensions[0]), -1);
    QVERIFY(empty.extents[0].isEmpty());
    QCOMPARE(empty.vertexCount(0), 0U);
    QVERIFY(empty.geometry(0).isEmpty());
    QCOMPARE(empty.vertexCount(1), 1U);
}

void TestPackedShapes::levels() {
    const PackedShapes shapes = packed({Geometry::multiPolygon({{square, hole}, {{{9, 9}, {10, 9}, {9, 10}, {9, 9}}}}),
                                        Geometry::multiLineString({{{0, 0}, {1, 1}}, {{5, 5}, {6, 6}, {7, 5}}})});
    QCOMPARE(shapes.shapeCount(), 2U);
    QCOMPARE(shapes.sequenceCount(), 5U);
    QCOMPARE(shapes.sequenceBegin(0), 0U);
    QCOMPARE(shapes.sequenceEnd(0), 3U);
    QCOMPARE(shapes.sequenceEnd(1), 5U);
    QCOMPARE(shapes.shapeStarts[1] - shapes.shapeStarts[0], 2U);
    QCOMPARE(shapes.vertexCount(0), 13U);
    QCOMPARE(shapes.vertexCount(1), 5U);
    QCOMPARE(shapes.extents[0], (Extent{0, 0, 10, 10}));
    QCOMPARE(shapes.extents[1], (Extent{0, 0, 7, 6}));
    QCOMPARE(int(shapes.dimensions[0]), 2);
    QCOMPARE(int(shapes.dimensions[1]), 1);
}

void TestPackedShapes::ringsRunWithTheInteriorOnTheLeft() {
    const Ring clockwiseHole = hole;
    for (const bool turnExterior : {false, true}) {
        for (const bool turnHole : {false, true}) {
            const PackedShapes shapes = packed(
                {Geometry::polygon({turnExterior ? reversed(square) : square, turnHole ? reversed(hole) : hole})});
            QCOMPARE(sequenceOf(shapes, 0), square);
            QCOMPARE(sequenceOf(shapes, 1), clockwiseHole);
        }
    }
}

void TestPackedShapes::thinRingsAreTurnedExactly() {
    // Far from the origin, one unit in the last place high: the sum of the area is nothing but rounding.
    const double x = 38'500'000, y = 3'400'000;
    Ring thin;
    for (int i = 0; i <= 1000; ++i) thin.push_back({x + i * 0.37, y + i * 0.11});
    const double up = std::nextafter(thin[500].y, 1e9);
    thin.push_back({thin[500].x, std::nextafter(up, 1e9)});
    thin.push_back(thin.front());
    const PackedShapes one = packed({Geometry::polygon({thin})});
    const PackedShapes other = packed({Geometry::polygon({reversed(thin)})});
    QCOMPARE(sequenceOf(one, 0), sequenceOf(other, 0));
}

void TestPackedShapes::repeatedPositionsAreLeftOut() {
    const PackedShapes shapes =
        packed({Geometry::polygon({{{0, 0}, {0, 0}, {4, 0}, {4, 4}, {4, 4}, {4, 4}, {0, 4}, {0, 0}, {0, 0}}}),
                Geometry::lineString({{1, 1}, {1, 1}, {2, 2}, {1, 1}, {1, 1}})});
    QCOMPARE(sequenceOf(shapes, 0), square);
    QCOMPARE(sequenceOf(shapes, 1), (Ring{{1, 1}, {2, 2}, {1, 1}}));
}

void TestPackedShapes::openRingsAreClosed() {
    PackedShapesBuilder builder;
    builder.beginShape(2);
    for (std::size_t i = 0; i < 4; ++i) builder.add(square[i]);
    builder.endSequence();
    builder.endPart();
    builder.endShape();
    QCOMPARE(sequenceOf(builder.build(), 0), square);
}

void TestPackedShapes::whatIsTooShortIsDropped() {
    PackedShapesBuilder builder;
    builder.addShape(Geometry::polygon({{{0, 0}, {1, 1}, {0, 0}, {1, 1}, {0, 0}}}));
    builder.addShape(Geometry::lineString({{3, 3}, {3, 3}, {3, 3}}));
    QCOMPARE(builder.droppedSequenceCount(), 2U);
    builder.addShape(Geometry::multiLineString({{{3, 3}, {3, 3}}, {{3, 3}, {4, 3}}}));
    builder.addShape(Geometry::polygon({{{0, 0}, {1, 1}, {2, 2}, {0, 0}}}));  // flat, but three positions
    QCOMPARE(builder.droppedSequenceCount(), 3U);
    const PackedShapes shapes = builder.build();
    QCOMPARE(int(shapes.dimensions[0]), -1);
    QCOMPARE(int(shapes.dimensions[1]), -1);
    QCOMPARE(int(shapes.dimensions[2]), 1);
    QCOMPARE(shapes.vertexCount(2), 2U);
    QCOMPARE(shapes.vertexCount(3), 4U);
}

void TestPackedShapes::holesGoWithTheirExterior() {
    PackedShapesBuilder builder;
    builder.addShape(Geometry::multiPolygon({{{{0, 0}, {9, 9}, {0, 0}}, hole}, {square, hole}}));
    QCOMPARE(builder.droppedSequenceCount(), 2U);
    const PackedShapes shapes = builder.build();
    QCOMPARE(shapes.sequenceCount(), 2U);
    QCOMPARE(sequenceOf(shapes, 0), square);
    QCOMPARE(sequenceOf(shapes, 1), hole);
    QCOMPARE(shapes.extents[0], (Extent{0, 0, 4, 4}));
}

void TestPackedShapes::pointsMayStandOnEachOther() {
    const PackedShapes shapes = packed({Geometry::multiPoint({{1, 1}, {1, 1}, {2, 0}})});
    QCOMPARE(shapes.sequenceCount(), 3U);
    QCOMPARE(shapes.extents[0], (Extent{1, 0, 2, 1}));
}

void TestPackedShapes::geometryIsGivenBack() {
    const std::vector<Geometry> given{Geometry::polygon({square, hole}),
                                      Geometry::multiPolygon({{square}, {{{9, 9}, {10, 9}, {9, 10}, {9, 9}}}}),
                                      Geometry(),
                                      Geometry::lineString({{0, 0}, {1, 1}}),
                                      Geometry::multiLineString({{{0, 0}, {1, 1}}, {{2, 2}, {3, 1}}}),
                                      Geometry::point({7, 7}),
                                      Geometry::multiPoint({{7, 7}, {8, 8}})};
    const PackedShapes shapes = packed(given);
    for (std::size_t i = 0; i < given.size(); ++i) QVERIFY(shapes.geometry(i) == given[i]);
}

void TestPackedShapes::joinedInOrder() {
    const auto randomGeometry = [] {
        const auto position = [] {
            return Coordinate{double(*rc::gen::inRange(0, 5)), double(*rc::gen::inRange(0, 5))};
        };
        const int dimension = *rc::gen::inRange(0, 3);
        gis::GeometryBuilder builder(dimension);
        for (int part = *rc::gen::inRange(0, 3); part > 0; --part) {
            for (int sequence = dimension == 2 ? *rc::gen::inRange(1, 3) : 1; sequence > 0; --sequence) {
                for (int i = dimension == 0 ? 1 : *rc::gen::inRange(1, 6); i > 0; --i) builder.add(position());
                builder.endSequence();
            }
            builder.endPart();
        }
        return builder.build();
    };
    QVERIFY(rc::check([&] {
        std::vector<PackedShapesBuilder> builders(*rc::gen::inRange<std::size_t>(1, 5));
        PackedShapesBuilder whole;
        for (PackedShapesBuilder& builder : builders) {
            for (int i = *rc::gen::inRange(0, 5); i > 0; --i) {
                const Geometry geometry = randomGeometry();
                builder.addShape(geometry);
                whole.addShape(geometry);
            }
        }
        RC_ASSERT(same(PackedShapesBuilder::join(std::move(builders)), whole.build()));
    }));
}

void TestPackedShapes::roomIsFilledInPlace() {
    PackedShapesBuilder builder;
    builder.beginShape(1);
    const auto room = builder.addRoom(3);
    room[0] = {0, 0};
    room[1] = {1, 0};
    room[2] = {1, 1};
    builder.endSequence();
    builder.endPart();
    builder.endShape();
    QCOMPARE(sequenceOf(builder.build(), 0), (Ring{{0, 0}, {1, 0}, {1, 1}}));
}

void TestPackedShapes::builderStartsAnew() {
    PackedShapesBuilder builder;
    builder.addShape(Geometry::polygon({square}));
    const PackedShapes first = builder.build();
    QCOMPARE(builder.shapeCount(), 0U);
    builder.addShape(Geometry::polygon({square}));
    QVERIFY(same(first, builder.build()));
}

QTEST_APPLESS_MAIN(TestPackedShapes)
#include "test_packed_shapes.moc"
