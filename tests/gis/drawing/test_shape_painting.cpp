// SPDX-License-Identifier: Apache-2.0
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QtTest>

#include "gis/drawing/ShapePainting.h"
#include "tests/gis/drawing/DrawingFixture.h"

using gis::Geometry;

namespace {

const std::uint32_t red = gis::premultiplied(255, 0, 0, 255);
const std::uint32_t black = gis::premultiplied(0, 0, 0, 255);

QImage drawn(const gis::DrawingForm& form, const gis::ShapeInk& ink, const gis::PixelFrame& frame, int width,
             int height, unsigned threads = 1, std::span<const std::uint8_t> isWanted = {}) {
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    const gis::PixelImage pixels{reinterpret_cast<std::uint32_t*>(image.bits()), image.bytesPerLine() / 4, width,
                                 height};
    gis::paintShapes(form, isWanted, ink, frame, pixels, {{}, {}, threads});
    return image;
}

/// Every vertex, one path for all polygons, by Qt.
QImage reference(const gis::DrawingForm& form, const gis::ShapeInk& ink, const gis::PixelFrame& frame, int width,
                 int height) {
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (std::size_t s = 0; s < form.shapes.sequenceCount(); ++s) {
        QPolygonF ring;
        for (const gis::Coordinate c : form.shapes.sequence(s)) {
            const gis::PixelPoint p = frame.toPixel(c);
            ring << QPointF(p.x, p.y);
        }
        path.addPolygon(ring);
        path.closeSubpath();
    }
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    if (ink.fill != 0) painter.fillPath(path, QColor::fromRgba(ink.fill));
    if (ink.line != 0)
        painter.strokePath(path,
                           QPen(QColor::fromRgba(ink.line), ink.lineWidth, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    return image;
}

/// Share of pixels of which a channel differs by more than `limit`.
double shareDiffering(const QImage& a, const QImage& b, int limit) {
    int differing = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb one = a.pixel(x, y), other = b.pixel(x, y);
            const int most = std::max({std::abs(qRed(one) - qRed(other)), std::abs(qGreen(one) - qGreen(other)),
                                       std::abs(qBlue(one) - qBlue(other))});
            differing += most > limit ? 1 : 0;
        }
    return static_cast<double>(differing) / (a.width() * a.height());
}

gis::PixelFrame frameOf(double pixelsPerUnit, double top) { return {{0, top}, pixelsPerUnit}; }

}  // namespace

class TestShapePainting : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noGroundShinesThrough_data();
    void noGroundShinesThrough();
    void likeQtWithEveryVertex_data();
    void likeQtWithEveryVertex();
    void hatchesLikeQt_data();
    void hatchesLikeQt();
    void aWindowIsCutOutOfTheWhole();
    void tinyShapesKeepTheirArea();
    void commonEdgesAreDrawnOnce();
    void whatIsNotWanted();
    void threadsDoNotMatter();
    void fromVeryFarAndVeryNear();
};

void TestShapePainting::noGroundShinesThrough_data() {
    QTest::addColumn<double>("pixelsPerUnit");
    for (const double scale : {0.05, 0.3, 1.0, 3.7, 20.0}) QTest::addRow("%g", scale) << scale;
}

/// Whatever the scale, a mosaic of one colour is that colour and nothing else, but at its rim.
void TestShapePainting::noGroundShinesThrough() {
    QFETCH(double, pixelsPerUnit);
    fixture::Mosaic mosaic(8, 30, 10, 11);
    const gis::DrawingForm form = fixture::formOf(mosaic.cells());
    const int size = std::min(600, static_cast<int>(mosaic.width() * pixelsPerUnit));
    const QImage image = drawn(form, {red, 0, 1}, frameOf(pixelsPerUnit, mosaic.width()), size, size);
    for (int y = 1; y < size - 1; ++y)
        for (int x = 1; x < size - 1; ++x) QCOMPARE(image.pixel(x, y), 0xffff0000U);
}

void TestShapePainting::likeQtWithEveryVertex_data() {
    QTest::addColumn<double>("pixelsPerUnit");
    QTest::addColumn<bool>("lines");
    for (const double scale : {0.5, 2.0, 10.0})
        for (const bool lines : {false, true})
            QTest::addRow("%g %s", scale, lines ? "lines" : "fills") << scale << lines;
}

void TestShapePainting::likeQtWithEveryVertex() {
    QFETCH(double, pixelsPerUnit);
    QFETCH(bool, lines);
    fixture::Dice dice(12);
    std::vector<Geometry> islands;
    for (int i = 0; i < 64; ++i)
        islands.push_back(Geometry::polygon(
            {fixture::raggedRing(dice, {i % 8 * 100 + 50.0, i / 8 * 100 + 50.0}, dice.between(10, 48), 400)}));
    const gis::DrawingForm form = fixture::formOf(islands);
    const int size = static_cast<int>(std::min(800.0, 800 * pixelsPerUnit));
    const gis::ShapeInk ink{lines ? 0 : red, lines ? black : 0, 1.2};
    const gis::PixelFrame frame = frameOf(pixelsPerUnit, 800);
    const QImage ours = drawn(form, ink, frame, size, size);
    const QImage theirs = reference(form, ink, frame, size, size);
    // Half a pixel may change a pixel's coverage by half; ragged as these are, few do.
    const double half = shareDiffering(ours, theirs, 128);
    QVERIFY2(half < (lines ? 0.02 : 0.002), qPrintable(QString::number(half)));
}

void TestShapePainting::hatchesLikeQt_data() {
    QTest::addColumn<double>("angle");
    QTest::addColumn<bool>("crossed");
    for (const double angle : {0.0, 30.0, 45.0, 90.0, 135.0, 250.0})
        for (const bool crossed : {false, true}) QTest::addRow("%g %d", angle, crossed) << angle << crossed;
}

/// Against lines drawn by Qt, clipped to a rectangle on whole pixels.
void TestShapePainting::hatchesLikeQt() {
    QFETCH(double, angle);
    QFETCH(bool, crossed);
    const gis::DrawingForm form = fixture::formOf({Geometry::polygon({{{20, 20}, {180, 20}, {180, 170}, {20, 170}}})});
    gis::ShapeInk ink;
    ink.hatch = gis::Hatch{black, 9.7, 1.5, angle, crossed};
    const QImage ours = drawn(form, ink, frameOf(1, 200), 200, 200);
    QImage theirs(200, 200, QImage::Format_ARGB32_Premultiplied);
    theirs.fill(Qt::white);
    QPainter painter(&theirs);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(20, 30, 160, 150);
    painter.setPen(QPen(Qt::black, 1.5, Qt::SolidLine, Qt::FlatCap));
    for (const double turn : {0.0, 90.0}) {
        if (turn > 0 && !crossed) continue;
        const double radians = (angle + turn) * M_PI / 180;
        const QPointF along(std::cos(radians) * 400, -std::sin(radians) * 400);
        const QPointF across(std::sin(radians) * 9.7, std::cos(radians) * 9.7);
        for (int line = -60; line < 60; ++line) painter.drawLine(across * line - along, across * line + along);
    }
    painter.end();
    QVERIFY(shareDiffering(ours, theirs, 128) < 0.001);
    QVERIFY2(shareDiffering(ours, theirs, 48) < 0.02, qPrintable(QString::number(shareDiffering(ours, theirs, 48))));
    QVERIFY(shareDiffering(ours, drawn(form, {black, 0, 1}, frameOf(1, 200), 200, 200), 128) > 0.2);
}

/// What leaves the view is shortened, but what is seen is the same.
void TestShapePainting::aWindowIsCutOutOfTheWhole() {
    fixture::Dice dice(31);
    std::vector<Geometry> shapes;
    for (int i = 0; i < 6; ++i)
        shapes.push_back(Geometry::polygon(
            {fixture::raggedRing(dice, {dice.between(0, 1000), dice.between(0, 1000)}, dice.between(200, 900), 3000)}));
    fixture::Line wave;
    for (int i = 0; i < 5000; ++i) wave.push_back({i * 0.2, 500 + 480 * std::sin(i * 0.01)});
    shapes.push_back(Geometry::lineString(wave));
    const gis::DrawingForm form = fixture::formOf(shapes);
    const gis::ShapeInk ink{gis::premultiplied(200, 30, 30, 128), black, 2.5};
    const QImage whole = drawn(form, ink, frameOf(1, 1000), 1000, 1000);
    for (int round = 0; round < 30; ++round) {
        const int left = dice.below(900), top = dice.below(900), width = 20 + dice.below(80),
                  height = 20 + dice.below(80);
        const gis::PixelFrame frame{{static_cast<double>(left), 1000.0 - top}, 1};
        const QImage window = drawn(form, ink, frame, width, height);
        // Roundings of sums that began elsewhere.
        QCOMPARE(shareDiffering(window, whole.copy(left, top, width, height), 1), 0.0);
    }
}

void TestShapePainting::tinyShapesKeepTheirArea() {
    fixture::Dice dice(41);
    std::vector<Geometry> specks;
    double area = 0;
    for (int i = 0; i < 5000; ++i) {
        const double x = dice.between(1, 99), y = dice.between(1, 99), side = dice.between(0.05, 0.3);
        specks.push_back(Geometry::polygon({{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}}));
        area += side * side;
    }
    const gis::DrawingForm form = fixture::formOf(specks);
    const QImage image = drawn(form, {black, 0, 1}, frameOf(1, 100), 100, 100);
    double covered = 0;
    for (int y = 0; y < 100; ++y)
        for (int x = 0; x < 100; ++x) covered += (255 - qGreen(image.pixel(x, y))) / 255.0;
    QVERIFY2(std::abs(covered - area) < 0.02 * area, qPrintable(QString::number(covered / area)));
}

void TestShapePainting::commonEdgesAreDrawnOnce() {
    const Geometry left = Geometry::polygon({{{10, 10}, {50, 10}, {50, 90}, {10, 90}}});
    const Geometry right = Geometry::polygon({{{50, 10}, {90, 10}, {90, 90}, {50, 90}}});
    const gis::DrawingForm form = fixture::formOf({left, right});
    const std::uint32_t glass = gis::premultiplied(0, 0, 0, 128);
    const gis::ShapeInk ink{0, glass, 1.5};  // covers a quarter of the pixels beside its middle two
    const QImage image = drawn(form, ink, frameOf(1, 100), 100, 100);
    QCOMPARE(image.pixel(49, 50), image.pixel(9, 50));
    QCOMPARE(image.pixel(50, 50), image.pixel(90, 50));
    QVERIFY(image.pixel(49, 50) != image.pixel(30, 50));
}

void TestShapePainting::whatIsNotWanted() {
    const Geometry left = Geometry::polygon({{{10, 10}, {50, 10}, {50, 90}, {10, 90}}});
    const Geometry right = Geometry::polygon({{{50, 10}, {90, 10}, {90, 90}, {50, 90}}});
    const gis::DrawingForm form = fixture::formOf({left, right});
    const std::uint8_t isWanted[] = {0, 1};
    const QImage image = drawn(form, {red, black, 2}, frameOf(1, 100), 100, 100, 1, isWanted);
    QCOMPARE(image.pixel(30, 50), 0xffffffffU);
    QCOMPARE(image.pixel(70, 50), 0xffff0000U);
    QCOMPARE(image.pixel(50, 50), 0xff000000U);  // the edge that both have is drawn with the one that is seen
}

void TestShapePainting::threadsDoNotMatter() {
    fixture::Mosaic mosaic(2, 20, 10, 9);
    const gis::DrawingForm form = fixture::formOf(mosaic.cells());
    const gis::ShapeInk ink{gis::premultiplied(30, 160, 30, 100), black, 1.1};
    const QImage one = drawn(form, ink, frameOf(3, mosaic.width()), 640, 500, 1);
    QVERIFY(drawn(form, ink, frameOf(3, mosaic.width()), 640, 500, 4) == one);
}

void TestShapePainting::fromVeryFarAndVeryNear() {
    fixture::Mosaic mosaic(6, 10, 100'000, 30);
    const gis::DrawingForm form = fixture::formOf(mosaic.cells());
    const gis::ShapeInk ink{red, black, 1};
    const QImage far = drawn(form, {red, 0, 1}, {{-1e7, 1e7}, 1e-5}, 200, 200);  // the whole in ten pixels
    double covered = 0;
    for (int y = 0; y < 200; ++y)
        for (int x = 0; x < 200; ++x) covered += (255 - qGreen(far.pixel(x, y))) / 255.0;
    QVERIFY2(std::abs(covered - 100) < 1, qPrintable(QString::number(covered)));
    // A tenth of a millimetre across, inside a cell: nothing but its fill.
    const QImage near = drawn(form, ink, {{550'000.0, 550'000.0}, 1e6}, 100, 100);
    QCOMPARE(near.pixel(50, 50), 0xffff0000U);
    QCOMPARE(near.pixel(0, 99), 0xffff0000U);
}

QTEST_MAIN(TestShapePainting)
#include "test_shape_painting.moc"
