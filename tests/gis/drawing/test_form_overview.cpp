// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <limits>

#include "gis/drawing/FormOverview.h"
#include "gis/drawing/RoughShape.h"
#include "gis/drawing/ShapePainting.h"
#include "tests/gis/drawing/DrawingFixture.h"

using gis::Coordinate;
using gis::DrawingForm;
using gis::Geometry;

namespace {

constexpr int side = 300;  // pixels

const gis::ShapeInk ink{gis::premultiplied(40, 160, 60, 100), gis::premultiplied(20, 90, 30, 255), 1.2, {}};

/// Borders with far more vertices than pixels, an island of specks, and a line.
std::vector<Geometry> finelyDrawn() {
    std::vector<Geometry> shapes = fixture::Mosaic(11, 10, 1000, 400, 0.0008).cells();
    fixture::Dice dice(3);
    for (int i = 0; i < 40; ++i)
        shapes.push_back(Geometry::polygon(
            {fixture::raggedRing(dice, {12'000 + dice.between(0, 500), dice.between(0, 5000)}, 0.5, 60)}));
    fixture::Line line;
    for (int i = 0; i <= 4000; ++i) line.push_back({i * 3.0, 11'000 + 200 * std::sin(i * 0.01) + dice.share()});
    shapes.push_back(Geometry::lineString(line));
    return shapes;
}

std::vector<std::uint32_t> drawn(const DrawingForm& form, double pixelsPerUnit, Coordinate topLeft) {
    std::vector<std::uint32_t> pixels(side * side, 0xffffffffU);
    gis::paintShapes(form, {}, ink, {topLeft, pixelsPerUnit}, {pixels.data(), side, side, side});
    return pixels;
}

DrawingForm withoutOverview(DrawingForm form) {
    form.overview.reset();
    return form;
}

int greatestDifference(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    int greatest = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        for (int shift = 0; shift < 32; shift += 8)
            greatest = std::max(
                greatest, std::abs(static_cast<int>(a[i] >> shift & 255U) - static_cast<int>(b[i] >> shift & 255U)));
    return greatest;
}

/// What a file would hold of an overview.
gis::OverviewArrays arraysOf(const DrawingForm& form) {
    return {form.shapes, form.ranks, form.sequenceBoxes, form.sequenceAreas, form.missingUpTo};
}

}  // namespace

class TestFormOverview : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void drawsTheSame_data() {
        QTest::addColumn<double>("pixelsPerUnit");
        QTest::addColumn<bool>("usesOverview");
        QTest::newRow("whole") << side / 13'000.0 << true;
        QTest::newRow("far") << side / 60'000.0 << true;
        QTest::newRow("near") << side / 130.0 << false;
    }
    void drawsTheSame() {
        QFETCH(double, pixelsPerUnit);
        QFETCH(bool, usesOverview);
        const DrawingForm form = fixture::formOf(finelyDrawn());
        QVERIFY(form.overview != nullptr);
        QCOMPARE(&form.at(gis::largestPixelError / pixelsPerUnit) != &form, usesOverview);
        const Coordinate topLeft{-100, 12'000};
        QVERIFY(drawn(form, pixelsPerUnit, topLeft) == drawn(withoutOverview(form), pixelsPerUnit, topLeft));
        // Where the rim of the picture cuts shapes, what lies outside is shortened at other places.
        const Coordinate inside{4'321, 8'765};
        QVERIFY(greatestDifference(drawn(form, pixelsPerUnit, inside),
                                   drawn(withoutOverview(form), pixelsPerUnit, inside)) <= 2);
    }
    void holdsFewVertices() {
        const DrawingForm form = fixture::formOf(finelyDrawn());
        std::size_t before = form.shapes.coordinates.size();
        for (const DrawingForm* coarser = form.overview.get(); coarser != nullptr; coarser = coarser->overview.get()) {
            QVERIFY(coarser->shapes.coordinates.size() * 4 <= before);
            QCOMPARE(coarser->shapes.shapeCount(), form.shapes.shapeCount());
            before = coarser->shapes.coordinates.size();
        }
        QVERIFY(fixture::formOf(fixture::Mosaic(11, 4, 1000, 10).cells()).overview == nullptr);
    }
    void doesNotDependOnThreads() {
        const DrawingForm one = fixture::formOf(finelyDrawn(), 1), four = fixture::formOf(finelyDrawn(), 4);
        const auto& a = one.overview->shapes.coordinates;
        const auto& b = four.overview->shapes.coordinates;
        QVERIFY(std::equal(a.begin(), a.end(), b.begin(), b.end()));
    }
    void fromKeptRanks() {
        const DrawingForm form = fixture::formOf(finelyDrawn());
        gis::GrowingArray<std::uint8_t> ranks;
        ranks.append(form.ranks);
        const auto again = DrawingForm::ofRanks(form.shapes, form.tree, std::move(ranks));
        QVERIFY(again.has_value());
        for (const double scale : {side / 13'000.0, side / 500.0})
            QVERIFY(drawn(form, scale, {0, 12'000}) == drawn(*again, scale, {0, 12'000}));
    }
    void fromArraysOfAFile() {
        const DrawingForm form = fixture::formOf(finelyDrawn());
        const gis::OverviewArrays sound = arraysOf(*form.overview);
        const auto overview = gis::overviewFrom(sound);
        QVERIFY(overview != nullptr);
        const double scale = side / 13'000.0;
        QVERIFY(drawn(form, scale, {-100, 12'000}) == drawn(*overview, scale, {-100, 12'000}));

        gis::OverviewArrays bad = sound;
        bad.ranks = bad.ranks.first(bad.ranks.size() - 1);
        QVERIFY(gis::overviewFrom(bad) == nullptr);
        bad = sound;
        bad.sequenceBoxes = bad.sequenceBoxes.first(bad.sequenceBoxes.size() - 1);
        QVERIFY(gis::overviewFrom(bad) == nullptr);
        bad = sound;
        bad.missingUpTo = 127;
        QVERIFY(gis::overviewFrom(bad) == nullptr);
        bad = sound;
        std::vector<std::uint32_t> starts(sound.shapes.sequenceStarts.begin(), sound.shapes.sequenceStarts.end());
        starts[1] = 4'000'000'000U;
        bad.shapes.sequenceStarts = starts;
        QVERIFY(gis::overviewFrom(bad) == nullptr);
        bad = sound;
        std::vector<Coordinate> coordinates(sound.shapes.coordinates.begin(), sound.shapes.coordinates.end());
        coordinates[5].x = std::numeric_limits<double>::quiet_NaN();
        bad.shapes.coordinates = coordinates;
        QVERIFY(gis::overviewFrom(bad) == nullptr);
    }
    void anyRanksAreDrawnWithoutHarm() {
        const DrawingForm form = fixture::formOf(finelyDrawn());
        fixture::Dice dice(8);
        for (const int most : {0, 40, 255}) {
            gis::GrowingArray<std::uint8_t> ranks;
            for (std::uint8_t& rank : ranks.grow(form.ranks.size()))
                rank = static_cast<std::uint8_t>(dice.below(most + 1));
            const auto odd = DrawingForm::ofRanks(form.shapes, form.tree, std::move(ranks));
            QVERIFY(odd.has_value());
            for (const double scale : {side / 60'000.0, side / 13'000.0, side / 130.0})
                QCOMPARE(drawn(*odd, scale, {-100, 12'000}).size(), std::size_t{side * side});
        }
    }
    void bothSidesOfABorderThinAlike() {
        fixture::Dice dice(5);
        fixture::Line line;
        for (int i = 0; i < 3000; ++i) line.push_back({i * 0.5, 100 * std::sin(i * 0.003) + dice.between(0, 0.5)});
        fixture::Line back(line.rbegin(), line.rend());
        const Geometry one = gis::thinned(Geometry::lineString(line), 5);
        const Geometry other = gis::thinned(Geometry::lineString(back), 5);
        QVERIFY(one.coordinateCount() * 3 < line.size());
        QVERIFY(std::equal(one.coordinates().begin(), one.coordinates().end(), other.coordinates().rbegin(),
                           other.coordinates().rend()));
        const fixture::Line kept(one.coordinates().begin(), one.coordinates().end());
        QVERIFY(fixture::furthestFrom(line, kept, 3) <= 5 * std::numbers::sqrt2);
        QCOMPARE(kept.front(), line.front());
        QCOMPARE(kept.back(), line.back());
    }
    void aSpeckKeepsATriangle() {
        fixture::Dice dice(6);
        const Geometry speck = Geometry::polygon({fixture::raggedRing(dice, {2, 2}, 1, 100)});
        const Geometry left = gis::thinned(speck, 1000);
        QCOMPARE(left.coordinateCount(), std::size_t{4});
        QCOMPARE(left.dimension(), 2);
        QVERIFY(gis::thinned(speck, 0) == speck);
        const Geometry point = Geometry::point({1, 2});
        QVERIFY(gis::thinned(point, 10) == point);
    }
    void aRoughPictureIsNearTheTrueOne() {
        const auto shapes = finelyDrawn();
        const double scale = side / 13'000.0;
        gis::PackedShapesBuilder builder;
        for (const Geometry& shape : shapes) builder.addShape(gis::thinned(shape, 0.5 / scale));
        const auto rough = gis::roughForm(builder.build());
        QVERIFY(rough.has_value());
        gis::ShapeInk fill = ink;
        fill.line = 0;
        std::vector<std::uint32_t> one(side * side, 0xffffffffU), other = one;
        const gis::PixelFrame frame{{-100, 12'000}, scale};
        gis::paintShapes(*rough, {}, fill, frame, {one.data(), side, side, side});
        gis::paintShapes(fixture::formOf(shapes), {}, fill, frame, {other.data(), side, side, side});
        int far = 0;
        for (std::size_t i = 0; i < one.size(); ++i)
            far += std::abs(static_cast<int>(one[i] >> 16U & 255U) - static_cast<int>(other[i] >> 16U & 255U)) > 40;
        QVERIFY2(far < side * side / 200, qPrintable(QString::number(far)));
    }
};

QTEST_APPLESS_MAIN(TestFormOverview)
#include "test_form_overview.moc"
