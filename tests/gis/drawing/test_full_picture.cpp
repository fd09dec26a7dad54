// SPDX-License-Identifier: Apache-2.0
// What is drawn from the vertices that count, beside every vertex drawn by Qt: how many pixels differ, and that none does
// away from an edge.
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QtTest>

#include "gis/drawing/KeptVertices.h"
#include "gis/drawing/ShapePainting.h"
#include "tests/gis/drawing/DrawingFixture.h"

using gis::Geometry;

namespace {

constexpr int width = 500, height = 400;
constexpr double ground = 1000;

QImage blank() {
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    return image;
}

/// A random layer: a ragged mosaic, islands with holes that are islands of others, or a scatter of small rings.
std::vector<Geometry> randomLayer(fixture::Dice& dice, int kind) {
    const auto seed = static_cast<std::uint32_t>(dice.below(1'000'000));
    if (kind == 0) return fixture::Mosaic(seed, 12, ground / 12, 60, dice.between(0.02, 0.3)).cells();
    std::vector<Geometry> shapes;
    for (int i = 0; i < (kind == 1 ? 40 : 900); ++i) {
        const gis::Coordinate centre{dice.between(0, ground), dice.between(0, ground)};
        const double radius = kind == 1 ? dice.between(5, 120) : dice.between(0.2, 9);
        const fixture::Line ring = fixture::raggedRing(dice, centre, radius, kind == 1 ? 400 : 30);
        if (kind == 2) {
            shapes.push_back(Geometry::polygon({ring}));
            continue;
        }
        const fixture::Line hole = fixture::raggedRing(dice, centre, radius * 0.5, 150);
        shapes.push_back(Geometry::polygon({ring, hole}));
        shapes.push_back(Geometry::polygon({hole}));
    }
    return shapes;
}

/// All rings of the wanted shapes as one path in pixels.
QPainterPath pathOf(const gis::DrawingForm& form, const std::vector<std::uint8_t>& isWanted,
                    const gis::PixelFrame& frame) {
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (std::size_t shape = 0; shape < form.shapes.shapeCount(); ++shape)
        for (std::uint32_t s = form.shapes.sequenceBegin(shape); s < form.shapes.sequenceEnd(shape); ++s) {
            QPolygonF ring;
            for (const gis::Coordinate c : form.shapes.sequence(s)) {
                const gis::PixelPoint p = frame.toPixel(c);
                ring << QPointF(p.x, p.y);
            }
            if (isWanted[shape] == 0 || !ring.boundingRect().intersects(QRectF(-2, -2, width + 4, height + 4)))
                continue;
            path.addPolygon(ring);
            path.closeSubpath();
        }
    return path;
}

struct Shares {
    int pixels = 0, over16 = 0, over64 = 0, offEdges = 0;
};

}  // namespace

class TestFullPicture : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fewPixelsDifferAndOnlyAlongEdges_data();
    void fewPixelsDifferAndOnlyAlongEdges();
    void noVertexIsHalfAPixelOff();
};

void TestFullPicture::fewPixelsDifferAndOnlyAlongEdges_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("mosaics") << 0;
    QTest::newRow("islands") << 1;
    QTest::newRow("small rings") << 2;
}

void TestFullPicture::fewPixelsDifferAndOnlyAlongEdges() {
    QFETCH(int, kind);
    fixture::Dice dice(static_cast<std::uint32_t>(100 + kind));
    Shares shares;
    std::size_t kept = 0, all = 0;
    for (int round = 0; round < 24; ++round) {
        const gis::DrawingForm form = fixture::formOf(randomLayer(dice, kind));
        const double scale = 0.3 * std::pow(400.0, dice.share());  // from a third of a pixel to 120 a unit
        const gis::PixelFrame frame{
            {dice.between(0, ground) - width / scale / 2, dice.between(0, ground) + height / scale / 2}, scale};
        std::vector<std::uint8_t> isWanted(form.shapes.shapeCount(), 1);
        if (kind == 0)  // borders are seen where every other cell is left out
            for (std::size_t i = 0; i < isWanted.size(); ++i) isWanted[i] = (i / 12 + i) % 2;
        const QPainterPath path = pathOf(form, isWanted, frame);
        QImage full = blank(), edges = blank(), ours = blank();
        QPainter painter(&full);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillPath(path, Qt::black);
        painter.end();
        painter.begin(&edges);
        painter.strokePath(path, QPen(Qt::black, 3));  // a pixel and a half to each side
        painter.end();
        gis::ShapeInk ink;
        ink.fill = gis::premultiplied(0, 0, 0, 255);
        gis::paintShapes(form, isWanted, ink, frame,
                         {reinterpret_cast<std::uint32_t*>(ours.bits()), ours.bytesPerLine() / 4, width, height});
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x) {
                const int away = std::abs(qRed(full.pixel(x, y)) - qRed(ours.pixel(x, y)));
                ++shares.pixels;
                shares.over16 += away > 16 ? 1 : 0;
                shares.over64 += away > 64 ? 1 : 0;
                shares.offEdges += away > 16 && edges.pixel(x, y) == 0xffffffffU ? 1 : 0;
            }
        const gis::KeptVertices keeper(form, form.index->extent(), gis::largestPixelError / scale);
        std::vector<std::uint32_t> indexes;
        for (std::size_t shape = 0; shape < form.shapes.shapeCount(); ++shape)
            for (std::uint32_t s = form.shapes.sequenceBegin(shape); s < form.shapes.sequenceEnd(shape); ++s) {
                keeper.of(shape, s, indexes);
                kept += indexes.size();
                all += form.shapes.sequence(s).size();
            }
    }
    const double pixels = shares.pixels;
    qInfo(
        "%.1f %% of the vertices; pixels that differ by more than 16: %.3f %%, by more than 64: %.4f %%; away from "
        "edges: %d",
        100.0 * static_cast<double>(kept) / static_cast<double>(all), 100 * shares.over16 / pixels,
        100 * shares.over64 / pixels, shares.offEdges);
    QVERIFY(kept < all * 9 / 10);
    QVERIFY(shares.over16 < 0.05 * pixels);
    QVERIFY(shares.over64 < 0.005 * pixels);
    QCOMPARE(shares.offEdges, 0);
}

/// Both ways: the whole line from what is drawn, and what is drawn from the whole line.
void TestFullPicture::noVertexIsHalfAPixelOff() {
    fixture::Dice dice(55);
    double furthest = 0;
    for (int round = 0; round < 12; ++round) {
        const gis::DrawingForm form = fixture::formOf(randomLayer(dice, round % 2));
        const double scale = 0.2 * std::pow(100.0, dice.share());
        const gis::KeptVertices keeper(form, form.index->extent(), gis::largestPixelError / scale);
        std::vector<std::uint32_t> indexes;
        for (std::size_t shape = 0; shape < form.shapes.shapeCount(); shape += 7) {
            const std::uint32_t s = form.shapes.sequenceBegin(shape);
            keeper.of(shape, s, indexes);
            if (indexes.empty()) continue;
            fixture::Line left;
            for (const std::uint32_t index : indexes) left.push_back(form.shapes.coordinates[index]);
            left.push_back(left.front());
            const auto whole = form.shapes.sequence(s);
            const fixture::Line line(whole.begin(), whole.end());
            furthest = std::max(
                {furthest, scale * fixture::furthestFrom(line, left, 2), scale * fixture::furthestFrom(left, line, 6)});
        }
    }
    qInfo("furthest: %.3f pixels", furthest);
    QVERIFY2(furthest <= 0.5 * (1 + 1e-9), qPrintable(QString::number(furthest)));
    QVERIFY(furthest > 0.25);  // it was worth leaving something out
}

QTEST_MAIN(TestFullPicture)
#include "test_full_picture.moc"
