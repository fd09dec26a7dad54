// SPDX-License-Identifier: Apache-2.0
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QtTest>

#include "gis/drawing/CoverageField.h"
#include "gis/drawing/LineField.h"
#include "gis/drawing/PixelBlend.h"
#include "tests/gis/drawing/DrawingFixture.h"

using fixture::Dice;
using gis::CoverageField;
using gis::PixelPoint;
using Points = std::vector<PixelPoint>;

namespace {

/// What a field holds, as a picture of one byte for each pixel.
template <class Field>
QImage taken(Field& field, int width, int height) {
    QImage image(width, height, QImage::Format_Grayscale8);
    image.fill(0);
    struct Take {
        QImage& image;
        void constant(int row, int begin, int end, std::uint8_t coverage) {
            std::fill(image.scanLine(row) + begin, image.scanLine(row) + end, coverage);
        }
        void varying(int row, int begin, std::span<const std::uint8_t> coverage) {
            std::copy(coverage.begin(), coverage.end(), image.scanLine(row) + begin);
        }
    };
    field.sweep(Take{image});
    return image;
}

void addRing(CoverageField& field, const Points& ring) {
    for (std::size_t i = 0; i < ring.size(); ++i) field.addEdge(ring[i], ring[(i + 1) % ring.size()]);
}

double areaOf(const Points& ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const PixelPoint a = ring[i], b = ring[(i + 1) % ring.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return std::abs(twice) / 2;
}

/// Sutherland and Hodgman's way, one side after the other.
Points cut(const Points& ring, double limit, bool vertical, double sign) {
    Points kept;
    const auto over = [&](PixelPoint p) { return sign * ((vertical ? p.x : p.y) - limit); };
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const PixelPoint a = ring[i], b = ring[(i + 1) % ring.size()];
        if (over(a) <= 0) kept.push_back(a);
        if ((over(a) <= 0) == (over(b) <= 0)) continue;
        const double share = over(a) / (over(a) - over(b));
        kept.push_back({a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share});
    }
    return kept;
}

double areaInPixel(const Points& ring, int x, int y) {
    return areaOf(cut(cut(cut(cut(ring, x, true, -1), x + 1, true, 1), y, false, -1), y + 1, false, 1));
}

Points ragged(Dice& dice, PixelPoint centre, double radius, int count) {
    Points ring;
    for (const gis::Coordinate c : fixture::raggedRing(dice, {centre.x, centre.y}, radius, count))
        ring.push_back({c.x, c.y});
    ring.pop_back();
    return ring;
}

QImage painted(const QPainterPath& path, int width, int height, double penWidth) {
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::black);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    if (penWidth > 0)
        painter.strokePath(path, QPen(Qt::white, penWidth, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    else
        painter.fillPath(path, Qt::white);
    painter.end();
    return image.convertToFormat(QImage::Format_Grayscale8);
}

QPainterPath pathOf(const Points& points, bool closed) {
    QPainterPath path;
    path.moveTo(points[0].x, points[0].y);
    for (const PixelPoint p : points) path.lineTo(p.x, p.y);
    if (closed) path.closeSubpath();
    return path;
}

struct Difference {
    int largest = 0;
    double mean = 0;       ///< over pixels that either covers
    double shareOver = 0;  ///< of those, more than `limit`
};
Difference differenceOf(const QImage& a, const QImage& b, int limit) {
    Difference difference;
    int covered = 0, over = 0;
    double sum = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const int one = a.constScanLine(y)[x], other = b.constScanLine(y)[x];
            if (one == 0 && other == 0) continue;
            ++covered;
            sum += std::abs(one - other);
            over += std::abs(one - other) > limit ? 1 : 0;
            difference.largest = std::max(difference.largest, std::abs(one - other));
        }
    difference.mean = covered > 0 ? sum / covered : 0;
    difference.shareOver = covered > 0 ? static_cast<double>(over) / covered : 0;
    return difference;
}

}  // namespace

class TestCoverageField : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void exactInEachPixel();
    void outsideCountsAsItMust();
    void holesAreTakenAway();
    void commonBordersAddUpToOne();
    void whatIsCoveredTwiceCountsOnce();
    void isEmptyAfterASweep();
    void spotsKeepTheirArea();
    void likeQtsFills();
    void piecesAreNoDarkerThanTheWhole();
    void fineLinesKeepTheirArea();
    void farEnds();
    void likeQtsStrokes_data();
    void likeQtsStrokes();
    void scaledIsRounded();
    void inkOver();
    void inkOverManyPixels();
};

void TestCoverageField::exactInEachPixel() {
    Dice dice(1);
    for (int round = 0; round < 60; ++round) {
        const int width = 5 + dice.below(90), height = 5 + dice.below(30);
        CoverageField field(width, height);
        const Points ring = ragged(dice, {dice.between(-5, width + 5), dice.between(-5, height + 5)},
                                   dice.between(0.3, 40), 3 + dice.below(30));
        addRing(field, ring);
        const QImage image = taken(field, width, height);
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x) {
                const double area = areaInPixel(ring, x, y) * 255;
                QVERIFY2(std::abs(image.constScanLine(y)[x] - area) < 0.51, "coverage is the area, rounded");
            }
    }
}

void TestCoverageField::outsideCountsAsItMust() {
    CoverageField field(40, 30);
    addRing(field, {{-1e7, -1e7}, {-1e7, 1e7}, {20.5, 1e7}, {20.5, -1e7}});
    QImage image = taken(field, 40, 30);
    for (int y = 0; y < 30; ++y) {
        QCOMPARE(int{image.constScanLine(y)[0]}, 255);
        QCOMPARE(int{image.constScanLine(y)[19]}, 255);
        QCOMPARE(int{image.constScanLine(y)[20]}, 128);
        QCOMPARE(int{image.constScanLine(y)[21]}, 0);
    }
    addRing(field, {{50, 2}, {60, 20}, {70, 2}});
    addRing(field, {{2, 50}, {4, 60}, {6, 50}});
    addRing(field, {{2, -50}, {4, -60}, {6, -50}});
    image = taken(field, 40, 30);
    QVERIFY(std::all_of(image.constBits(), image.constBits() + image.sizeInBytes(), [](uchar c) { return c == 0; }));
}

void TestCoverageField::holesAreTakenAway() {
    CoverageField field(10, 10);
    addRing(field, {{0, 0}, {0, 10}, {10, 10}, {10, 0}});
    addRing(field, {{2, 2}, {8, 2}, {8, 8}, {2, 8}});
    const QImage image = taken(field, 10, 10);
    QCOMPARE(int{image.constScanLine(5)[1]}, 255);
    QCOMPARE(int{image.constScanLine(5)[5]}, 0);
}

void TestCoverageField::commonBordersAddUpToOne() {
    fixture::Mosaic mosaic(4, 14, 9.37, 6);
    CoverageField field(131, 131);
    for (const gis::Geometry& cell : mosaic.cells()) {
        Points ring;
        for (const gis::Coordinate c : cell.sequence(0)) ring.push_back({c.x, 131 - c.y});
        addRing(field, ring);
    }
    const QImage image = taken(field, 131, 131);
    for (int y = 1; y < 130; ++y)
        for (int x = 1; x < 130; ++x) QCOMPARE(int{image.constScanLine(y)[x]}, 255);
}

void TestCoverageField::whatIsCoveredTwiceCountsOnce() {
    CoverageField field(10, 10);
    addRing(field, {{0, 0}, {0, 8}, {8, 8}, {8, 0}});
    addRing(field, {{2, 2}, {2, 10}, {10, 10}, {10, 2}});
    const QImage image = taken(field, 10, 10);
    QCOMPARE(int{image.constScanLine(5)[5]}, 255);
    QCOMPARE(int{image.constScanLine(9)[0]}, 0);
}

void TestCoverageField::isEmptyAfterASweep() {
    Dice dice(3);
    CoverageField field(200, 50);
    for (int i = 0; i < 20; ++i) addRing(field, ragged(dice, {100, 25}, 120, 40));
    taken(field, 200, 50);
    const QImage image = taken(field, 200, 50);
    QVERIFY(std::all_of(image.constBits(), image.constBits() + image.sizeInBytes(), [](uchar c) { return c == 0; }));
}

void TestCoverageField::spotsKeepTheirArea() {
    CoverageField field(64, 4);
    field.addSpot({31.9, 2.5}, 0.4);
    field.addSpot({63.9, 0.5}, 1.0);
    field.addSpot({64.1, 0.5}, 1.0);  // outside
    field.addSpot({-0.1, 0.5}, 1.0);
    const QImage image = taken(field, 64, 4);
    QCOMPARE(int{image.constScanLine(2)[31]}, 102);
    QCOMPARE(int{image.constScanLine(2)[32]}, 0);
    QCOMPARE(int{image.constScanLine(0)[63]}, 255);
    QCOMPARE(int{image.constScanLine(0)[0]}, 0);
}

void TestCoverageField::likeQtsFills() {
    Dice dice(17);
    for (int round = 0; round < 40; ++round) {
        CoverageField field(160, 120);
        const Points ring = ragged(dice, {dice.between(20, 140), dice.between(20, 100)}, dice.between(5, 120), 90);
        addRing(field, ring);
        const Difference difference = differenceOf(taken(field, 160, 120), painted(pathOf(ring, true), 160, 120, 0), 8);
        QVERIFY2(difference.largest <= 12, qPrintable(QString::number(difference.largest)));
        QVERIFY2(difference.mean < 1, qPrintable(QString::number(difference.mean)));
    }
}

/// A line is the same in one piece or in many, and a broad one over itself too.
void TestCoverageField::piecesAreNoDarkerThanTheWhole() {
    for (const double width : {0.8, 1.2, 5.0}) {
        gis::LineField whole(60, 20, width), pieces(60, 20, width);
        const PixelPoint from{3.3, 4.1}, to{50.7, 15.2};
        whole.add(from, to, true, true);
        for (int i = 0; i < 10; ++i) {
            const auto at = [&](int step) {
                return PixelPoint{from.x + (to.x - from.x) * step / 10, from.y + (to.y - from.y) * step / 10};
            };
            pieces.add(at(i), at(i + 1), i == 0, i == 9);
            if (width > 2) pieces.add(at(i + 1), at(i), i == 9, i == 0);
        }
        const Difference difference = differenceOf(taken(whole, 60, 20), taken(pieces, 60, 20), 0);
        QVERIFY2(difference.largest <= 2, qPrintable(QString::number(difference.largest)));
        const QImage empty = taken(pieces, 60, 20);
        QVERIFY(
            std::all_of(empty.constBits(), empty.constBits() + empty.sizeInBytes(), [](uchar c) { return c == 0; }));
    }
}

/// The ink of a fine line is its length times its width, however it winds.
void TestCoverageField::fineLinesKeepTheirArea() {
    Dice dice(29);
    for (const double width : {0.5, 1.0, 1.7}) {
        gis::LineField field(400, 400, width);
        double length = 0, heading = 0;
        PixelPoint at{200, 200};
        for (int i = 0; i < 60; ++i) {
            heading += dice.between(-0.8, 0.8);
            const double step = dice.between(0.2, 6);
            const PixelPoint next{at.x + std::cos(heading) * step, at.y + std::sin(heading) * step};
            field.add(at, next, i == 0, i == 59);
            length += step;
            at = next;
        }
        const QImage image = taken(field, 400, 400);
        double ink = 0;
        for (int y = 0; y < 400; ++y)
            for (int x = 0; x < 400; ++x) ink += image.constScanLine(y)[x] / 255.0;
        QVERIFY2(std::abs(ink / (length * width) - 1) < 0.05, qPrintable(QString::number(ink / (length * width))));
    }
}

void TestCoverageField::farEnds() {
    gis::LineField field(60, 20, 2);
    field.add({-1e9, 9}, {1e9, 9});
    field.add({30, -1e12}, {30, 1e12});
    field.add({-1e9, -1e9}, {-1e9, 1e9});
    const QImage image = taken(field, 60, 20);
    for (int x = 0; x < 60; ++x) QCOMPARE(int{image.constScanLine(8)[x]}, 255);
    for (int y = 0; y < 20; ++y) QCOMPARE(int{image.constScanLine(y)[29]}, 255);
    QCOMPARE(int{image.constScanLine(3)[10]}, 0);
}

void TestCoverageField::likeQtsStrokes_data() {
    QTest::addColumn<double>("width");
    QTest::addColumn<bool>("closed");
    for (const double width : {1.13, 2.0, 4.5, 12.0})
        for (const bool closed : {false, true})
            QTest::addRow("%g %s", width, closed ? "closed" : "open") << width << closed;
}

/// Not below a pixel, where Qt draws lines of one pixel and less ink.
void TestCoverageField::likeQtsStrokes() {
    QFETCH(double, width);
    QFETCH(bool, closed);
    Dice dice(23);
    double mean = 0, share = 0;
    constexpr int rounds = 40;
    for (int round = 0; round < rounds; ++round) {
        Points line;
        PixelPoint at{dice.between(30, 130), dice.between(30, 90)};
        double heading = 0;
        for (int i = 0; i < 12; ++i) {
            line.push_back(at);
            heading += dice.between(-1.4, 1.4);
            const double length = dice.between(2, 25);
            at = {at.x + std::cos(heading) * length, at.y + std::sin(heading) * length};
        }
        gis::LineField field(160, 120, width);
        for (std::size_t i = 1; i < line.size(); ++i)
            field.add(line[i - 1], line[i], !closed && i == 1, !closed && i + 1 == line.size());
        if (closed) field.add(line.back(), line.front());
        const Difference difference =
            differenceOf(taken(field, 160, 120), painted(pathOf(line, closed), 160, 120, width), 40);
        mean += difference.mean / rounds;
        share += difference.shareOver / rounds;
    }
    QVERIFY2(mean < 7, qPrintable(QString::number(mean)));
    QVERIFY2(share < 0.03, qPrintable(QString::number(share)));
}

void TestCoverageField::scaledIsRounded() {
    for (std::uint32_t channel = 0; channel < 256; ++channel)
        for (std::uint32_t share = 0; share < 256; ++share) {
            const auto expected = static_cast<std::uint32_t>(std::lround(channel * share / 255.0));
            QCOMPARE(gis::scaled(channel * 0x01010101U, share), expected * 0x01010101U);
        }
}

void TestCoverageField::inkOver() {
    std::vector<std::uint32_t> pixels(4, 0xffffffffU);
    const gis::PixelImage image{pixels.data(), 4, 4, 1};
    const std::uint32_t half = gis::premultiplied(255, 0, 0, 128);
    QCOMPARE(half, 0x80800000U);
    const gis::InkOver ink(image, 0, half);
    ink.constant(0, 1, 2, 255);
    QCOMPARE(pixels[1], 0xffff7f7fU);
    const std::uint8_t coverage[] = {0, 255};
    ink.varying(0, 2, coverage);
    QCOMPARE(pixels[2], 0xffffffffU);
    QCOMPARE(pixels[3], 0xffff7f7fU);
    ink.constant(1, 0, 4, 255);  // below the image
    QCOMPARE(pixels[0], 0xffffffffU);
}

/// Many at once as each alone.
void TestCoverageField::inkOverManyPixels() {
    Dice dice(2);
    const auto byte = [&] { return static_cast<std::uint8_t>(dice.below(256)); };
    for (int round = 0; round < 50; ++round) {
        std::vector<std::uint32_t> pixels(77);
        std::vector<std::uint8_t> coverage(77);
        for (std::uint32_t& pixel : pixels) pixel = gis::premultiplied(byte(), byte(), byte(), byte());
        for (std::uint8_t& covered : coverage) covered = byte();
        std::vector<std::uint32_t> expected = pixels;
        const std::uint32_t ink = gis::premultiplied(byte(), byte(), byte(), byte());
        for (std::size_t i = 0; i < pixels.size(); ++i) {
            const std::uint32_t share = gis::scaled(ink, coverage[i]);
            expected[i] = share + gis::scaled(expected[i], 255 - (share >> 24U));
        }
        gis::InkOver({pixels.data(), 77, 77, 1}, 0, ink).varying(0, 0, coverage);
        QCOMPARE(pixels, expected);
    }
}

QTEST_MAIN(TestCoverageField)
#include "test_coverage_field.moc"
