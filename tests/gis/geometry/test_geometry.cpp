// SPDX-License-Identifier: Apache-2.0
#include <rapidcheck.h>

#include <QtTest>
#include <cmath>

#include "gis/geometry/Geometry.h"
#include "gis/geometry/GeometryArray.h"

using gis::Coordinate;
using gis::Extent;
using gis::Geometry;
using gis::GeometryBuilder;
using gis::GeometryType;

namespace {

using Ring = std::vector<Coordinate>;
const Ring square{{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}};
const Ring hole{{1, 1}, {1, 2}, {2, 2}, {1, 1}};

}  // namespace

class TestGeometry : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void empty();
    void types_data();
    void types();
    void levels();
    void openRingsAreClosed();
    void emptyPiecesAreDropped();
    void builderStartsAnew();
    void multiOnDemand();
    void equality();
    void copiesShare();
    void structureIsKept();
    void arrayOfMany();
};

void TestGeometry::empty() {
    const Geometry nothing;
    QCOMPARE(nothing.type(), GeometryType::Empty);
    QCOMPARE(nothing.dimension(), -1);
    QVERIFY(nothing.isEmpty() && nothing.extent().isEmpty());
    QCOMPARE(nothing.partCount(), 0U);
    QCOMPARE(nothing.sequenceCount(), 0U);
    QVERIFY(nothing == Geometry::polygon({}));
    QCOMPARE(Geometry::multiPoint({}).type(), GeometryType::Empty);
}

void TestGeometry::types_data() {
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("dimension");
    QTest::addColumn<bool>("multi");
    const auto row = [](const char* name, GeometryType type, int dimension, bool multi) {
        QTest::newRow(name) << static_cast<int>(type) << dimension << multi;
    };
    row("point", GeometryType::Point, 0, false);
    row("points", GeometryType::MultiPoint, 0, true);
    row("line", GeometryType::LineString, 1, false);
    row("lines", GeometryType::MultiLineString, 1, true);
    row("polygon", GeometryType::Polygon, 2, false);
    row("polygons", GeometryType::MultiPolygon, 2, true);
}

void TestGeometry::types() {
    QFETCH(int, type);
    QFETCH(int, dimension);
    QFETCH(bool, multi);
    const auto wanted = static_cast<GeometryType>(type);
    const Geometry made = [&] {
        switch (wanted) {
            case GeometryType::Point:
                return Geometry::point({1, 2});
            case GeometryType::MultiPoint:
                return Geometry::multiPoint({{1, 2}, {3, 4}});
            case GeometryType::LineString:
                return Geometry::lineString(square);
            case GeometryType::MultiLineString:
                return Geometry::multiLineString({square, hole});
            case GeometryType::Polygon:
                return Geometry::polygon({square, hole});
            default:
                return Geometry::multiPolygon({{square}, {hole}});
        }
    }();
    QCOMPARE(static_cast<int>(made.type()), type);
    QCOMPARE(made.dimension(), dimension);
    QCOMPARE(gis::isMulti(made.type()), multi);
    QCOMPARE(made.partCount(), multi ? 2U : 1U);
}

void TestGeometry::levels() {
    const Geometry shape = Geometry::multiPolygon({{square, hole}, {hole}});
    QCOMPARE(shape.partCount(), 2U);
    QCOMPARE(shape.sequenceCount(), 3U);
    QCOMPARE(shape.partBegin(0), 0U);
    QCOMPARE(shape.partEnd(0), 2U);
    QCOMPARE(shape.partBegin(1), 2U);
    QCOMPARE(shape.sequence(1).size(), hole.size());
    QCOMPARE(shape.sequenceBegin(2), square.size() + hole.size());
    QCOMPARE(shape.coordinateCount(), square.size() + 2 * hole.size());
    QCOMPARE(shape.sequence(2).front(), (Coordinate{1, 1}));
    QCOMPARE(shape.extent(), (Extent{0, 0, 4, 4}));
    QVERIFY(shape.byteCount() >= shape.coordinateCount() * sizeof(Coordinate));
}

void TestGeometry::openRingsAreClosed() {
    const Geometry open = Geometry::polygon({{{0, 0}, {1, 0}, {1, 1}}});
    QCOMPARE(open.coordinateCount(), 4U);
    QCOMPARE(open.coordinates().front(), open.coordinates().back());
    QCOMPARE(Geometry::lineString({{0, 0}, {1, 0}}).coordinateCount(), 2U);
    const Geometry broken = Geometry::polygon({{{NAN, 0}, {1, 0}, {NAN, 0}}});
    QVERIFY(broken.coordinateCount() <= 4);  // NaN never equals itself; it must end all the same
}

void TestGeometry::emptyPiecesAreDropped() {
    const Geometry shape = Geometry::multiPolygon({{}, {square, {}}, {{}}});
    QCOMPARE(shape.type(), GeometryType::Polygon);
    QCOMPARE(shape.sequenceCount(), 1U);
    QCOMPARE(Geometry::multiLineString({{}, {}}).type(), GeometryType::Empty);
}

void TestGeometry::builderStartsAnew() {
    GeometryBuilder builder(1);
    builder.reserve(10);
    QVERIFY(builder.isEmpty());
    builder.add({0, 0});
    builder.add({1, 1});
    QVERIFY(!builder.isEmpty());
    const Geometry first = builder.build();
    QVERIFY(builder.isEmpty());
    builder.add({5, 5});
    builder.add({6, 6});
    const Geometry second = builder.build();
    QVERIFY(first == Geometry::lineString({{0, 0}, {1, 1}}));
    QVERIFY(second == Geometry::lineString({{5, 5}, {6, 6}}));
}

void TestGeometry::multiOnDemand() {
    GeometryBuilder builder(2, true);
    for (const Coordinate c : square) builder.add(c);
    QCOMPARE(builder.build().type(), GeometryType::MultiPolygon);
    QCOMPARE(GeometryBuilder(2, true).build().type(), GeometryType::Empty);
}

void TestGeometry::equality() {
    QVERIFY(Geometry::polygon({square}) == Geometry::polygon({square}));
    QVERIFY(!(Geometry::polygon({square}) == Geometry::lineString(square)));
    QVERIFY(!(Geometry::polygon({square, hole}) == Geometry::multiPolygon({{square}, {hole}})));
    Ring moved = square;
    moved[1].x = std::nextafter(moved[1].x, 5);
    QVERIFY(!(Geometry::polygon({moved}) == Geometry::polygon({square})));
}

void TestGeometry::copiesShare() {
    const Geometry shape = Geometry::polygon({square});
    const Geometry copy = shape;
    QVERIFY(copy.sharesWith(shape));
    QVERIFY(!Geometry::polygon({square}).sharesWith(shape));
    QVERIFY(Geometry().sharesWith(Geometry()));
}

void TestGeometry::structureIsKept() {
    const bool holds = rc::check("parts and lines come out as they went in", [] {
        const auto lengths = *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 9));
        std::vector<Ring> lines;
        Extent extent;
        double next = 0;
        for (const int length : lengths) {
            Ring line;
            for (int i = 0; i < length; ++i, next += 0.5) line.push_back({next, -next});
            for (const Coordinate c : line) extent.include(c);
            lines.push_back(line);
        }
        const Geometry shape = Geometry::multiLineString(lines);
        RC_ASSERT(shape.partCount() == lines.size());
        RC_ASSERT(shape.extent() == extent);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto line = shape.sequence(shape.partBegin(i));
            RC_ASSERT(std::equal(line.begin(), line.end(), lines[i].begin(), lines[i].end()));
        }
    });
    QVERIFY(holds);
}

/// What is collected in one array is what each geometry would be alone.
void TestGeometry::arrayOfMany() {
    const std::vector<Geometry> alone{Geometry::polygon({square, hole}),
                                      Geometry(),
                                      Geometry::point({1, 2}),
                                      Geometry::multiPolygon({{square}, {hole}}),
                                      Geometry::lineString({{0, 0}, {5, 5}}),
                                      Geometry::multiPoint({{1, 1}, {2, 2}})};
    const auto fill = [&](gis::GeometryArray& array) {
        for (const Geometry& geometry : alone) {
            array.beginShape(geometry.dimension(), gis::isMulti(geometry.type()));
            for (std::size_t part = 0; part < geometry.partCount(); ++part) {
                for (std::size_t s = geometry.partBegin(part); s < geometry.partEnd(part); ++s) {
                    auto sequence = geometry.sequence(s);
                    if (geometry.dimension() == 2) sequence = sequence.first(sequence.size() - 1);  // it is closed
                    std::ranges::copy(sequence, array.addRoom(sequence.size()).begin());
                    array.endSequence();
                    array.endSequence();  // nothing came: no sequence
                }
                array.endPart();
            }
            array.endShape();
        }
    };
    gis::GeometryArray all, more;
    fill(all);
    fill(more);
    all.append(more);
    QCOMPARE(more.shapeCount(), 0U);
    fill(more);
    all.append(more);
    QCOMPARE(all.shapeCount(), 3 * alone.size());
    const std::vector<Geometry> made = all.build();
    QCOMPARE(made.size(), 3 * alone.size());
    QCOMPARE(all.coordinateCount(), 0U);
    const Coordinate* next = made.front().coordinates().data();
    for (std::size_t i = 0; i < made.size(); ++i) {
        const Geometry& expected = alone[i % alone.size()];
        QVERIFY(made[i] == expected);
        QVERIFY(made[i].extent() == expected.extent() || (made[i].isEmpty() && expected.isEmpty()));
        if (made[i].isEmpty()) continue;
        QCOMPARE(made[i].sharedArray(), made.front().sharedArray());
        QCOMPARE(made[i].coordinates().data(), next);  // one behind the other
        next += made[i].coordinateCount();
        QVERIFY(made[i].byteCount() < 200 + 8 * made[i].sequenceCount() + 8 * made[i].partCount());
    }
    // One that is left keeps the array.
    const Geometry last = std::vector<Geometry>(made).back();
    QVERIFY(last == alone.back());
    QVERIFY(!alone.front().sharedArray());
}

QTEST_APPLESS_MAIN(TestGeometry)
#include "test_geometry.moc"
