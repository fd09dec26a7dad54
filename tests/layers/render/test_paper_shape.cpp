// SPDX-License-Identifier: Apache-2.0
#include <QRandomGenerator>
#include <QtTest>

#include "layers/render/PaperShape.h"
#include "layers/render/SharedEdges.h"
#include "layers/render/SymbolPainter.h"

using layers::PaperShape;

/// Geometry on paper: cut exactly, simplified within a tolerance, hatched inside only.
class TestPaperShape : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linesAreCutIntoPieces();
    void ringsKeepTheirAreaInsideTheBox();
    void nothingLeavesTheBox();
    void simplifiedLinesStayWithinTheTolerance();
    void smoothCurvesPassThroughTheirVertices();
    void hatchLinesLieInsideAndFillByTheirSpacing();
    void hatchesSpareHoles();
    void commonEdgesOccurOnce();
    void arrowsEndAtTheTipAndGrowTowardsIt();
};

namespace {

const QRectF box(0, 0, 100, 80);

PaperShape polygon(std::vector<QPolygonF> rings) {
    PaperShape shape;
    shape.dimension = 2;
    for (QPolygonF& ring : rings) ring.append(ring.first());
    shape.parts.push_back(std::move(rings));
    return shape;
}

double areaOf(const QPolygonF& ring) {
    double doubled = 0;
    for (qsizetype index = 0; index + 1 < ring.size(); ++index)
        doubled += ring[index].x() * ring[index + 1].y() - ring[index + 1].x() * ring[index].y();
    return std::abs(doubled) / 2;
}

/// Closed with its first vertex, around the middle of the box and well beyond it.
QPolygonF randomRing(QRandomGenerator& random) {
    QPolygonF ring;
    for (int index = 0; index < 40; ++index) {
        const double angle = index / 40.0 * 6.283185307;
        const double reach = 10 + random.bounded(90.0);
        ring.append(QPointF(50 + reach * std::cos(angle), 40 + reach * std::sin(angle)));
    }
    ring.append(ring.first());
    return ring;
}

}  // namespace

void TestPaperShape::linesAreCutIntoPieces() {
    const QPolygonF line{QPointF(-50, 40), QPointF(150, 40), QPointF(150, 20), QPointF(50, 20), QPointF(50, 60)};
    const auto pieces = layers::clippedLine(line, box);
    QCOMPARE(pieces.size(), std::size_t(2));
    QCOMPARE(pieces[0], (QPolygonF{QPointF(0, 40), QPointF(100, 40)}));
    QCOMPARE(pieces[1], (QPolygonF{QPointF(100, 20), QPointF(50, 20), QPointF(50, 60)}));
    QVERIFY(layers::clippedLine({QPointF(-1, -1), QPointF(-5, 90)}, box).empty());
}

void TestPaperShape::ringsKeepTheirAreaInsideTheBox() {
    // A triangle of which a quarter sticks out on the left: area by hand.
    const QPolygonF ring{QPointF(-20, 0), QPointF(20, 0), QPointF(20, 40), QPointF(-20, 40), QPointF(-20, 0)};
    QCOMPARE(areaOf(layers::clippedRing(ring, box)), 20.0 * 40.0);
    const QPolygonF around{QPointF(-9, -9), QPointF(200, -9), QPointF(200, 200), QPointF(-9, 200), QPointF(-9, -9)};
    QCOMPARE(areaOf(layers::clippedRing(around, box)), 100.0 * 80.0);
    QVERIFY(layers::clippedRing({QPointF(-9, -9), QPointF(-3, -9), QPointF(-3, 99), QPointF(-9, -9)}, box).isEmpty());
}

void TestPaperShape::nothingLeavesTheBox() {
    QRandomGenerator random(7);
    for (int run = 0; run < 300; ++run) {
        const QPolygonF ring = randomRing(random);
        for (const QPointF& vertex : layers::clippedRing(ring, box)) QVERIFY(box.contains(vertex));
        for (const QPolygonF& piece : layers::clippedLine(ring, box))
            for (const QPointF& vertex : piece) QVERIFY(box.contains(vertex));
    }
}

void TestPaperShape::simplifiedLinesStayWithinTheTolerance() {
    QRandomGenerator random(11);
    QPolygonF line;
    for (int index = 0; index < 2000; ++index)
        line.append(QPointF(index * 0.05, 10 * std::sin(index * 0.01) + random.bounded(0.05)));
    const QPolygonF simple = layers::simplified(line, 0.1);
    QVERIFY(simple.size() < line.size() / 10);
    QCOMPARE(simple.first(), line.first());
    QCOMPARE(simple.last(), line.last());
    for (const QPointF& vertex : line) {
        double nearest = 1e9;
        for (qsizetype index = 0; index + 1 < simple.size(); ++index) {
            const QPointF along = simple[index + 1] - simple[index];
            const double share = std::clamp(
                QPointF::dotProduct(vertex - simple[index], along) / QPointF::dotProduct(along, along), 0.0, 1.0);
            const QPointF away = vertex - (simple[index] + along * share);
            nearest = std::min(nearest, std::hypot(away.x(), away.y()));
        }
        QVERIFY2(nearest <= 0.1 + 0.05, qPrintable(QString::number(nearest)));  // thinning takes half a tolerance
    }
}

void TestPaperShape::smoothCurvesPassThroughTheirVertices() {
    const QPolygonF line{QPointF(0, 0), QPointF(30, 20), QPointF(60, 0), QPointF(90, 30)};
    const QPolygonF curve = layers::smoothed(line, 0.5);
    for (const QPointF& vertex : line) {
        double nearest = 1e9;
        for (const QPointF& at : curve) nearest = std::min(nearest, QLineF(at, vertex).length());
        QVERIFY(nearest < 1e-6);
    }
    for (qsizetype index = 2; index < curve.size(); ++index) {
        const double bend = QLineF(curve[index - 2], curve[index - 1]).angleTo(QLineF(curve[index - 1], curve[index]));
        QVERIFY2(std::min(bend, 360 - bend) < 12, "the curve has a corner");
    }
}

void TestPaperShape::hatchLinesLieInsideAndFillByTheirSpacing() {
    const QPolygonF ring{QPointF(10, 10), QPointF(60, 5), QPointF(90, 40), QPointF(40, 70)};
    const PaperShape shape = polygon({ring});
    for (const double angle : {0.0, 45.0, 90.0, 135.0, 17.0}) {
        double length = 0;
        for (const QLineF& hatch : layers::hatchLines(shape, 1.5, angle)) {
            QVERIFY(layers::fillPath(shape).contains(hatch.center()));
            length += hatch.length();
        }
        // Lines a spacing apart: their length times the spacing is nearly the area.
        const double area = areaOf(shape.parts.front().front());
        QVERIFY2(std::abs(length * 1.5 - area) < 0.02 * area, qPrintable(QString::number(angle)));
    }
}

void TestPaperShape::hatchesSpareHoles() {
    const PaperShape shape = polygon({{QPointF(0, 0), QPointF(50, 0), QPointF(50, 50), QPointF(0, 50)},
                                      {QPointF(10, 10), QPointF(40, 10), QPointF(40, 40), QPointF(10, 40)}});
    for (const QLineF& hatch : layers::hatchLines(shape, 2, 45))
        QVERIFY(!QRectF(10.01, 10.01, 29.98, 29.98).contains(hatch.center()));
}

void TestPaperShape::commonEdgesOccurOnce() {
    const PaperShape left = polygon({{QPointF(0, 0), QPointF(10, 0), QPointF(10, 10), QPointF(0, 10)}});
    const PaperShape right = polygon({{QPointF(10, 0), QPointF(20, 0), QPointF(20, 10), QPointF(10, 10)}});
    const PaperShape edges = layers::edgesOnce({&left, &right});
    double length = 0;
    for (const auto& part : edges.parts) length += layers::lengthOf(part.front());
    QCOMPARE(length, 70.0);  // two squares of 40 less the common side
    QCOMPARE(edges.parts.size(), std::size_t(3));
    const PaperShape island = layers::edgesOnce({&left});
    QCOMPARE(island.parts.size(), std::size_t(1));
    QCOMPARE(island.parts.front().front().first(), island.parts.front().front().last());
}

void TestPaperShape::arrowsEndAtTheTipAndGrowTowardsIt() {
    layers::LineSymbol symbol;
    symbol.widthMm = 4;
    symbol.taperStart = 0.5;
    symbol.arrow = true;
    const QPolygonF course{QPointF(0, 0), QPointF(50, 0), QPointF(100, 0)};
    const QPolygonF body = layers::arrowBody(course, symbol);
    QVERIFY(body.contains(QPointF(100, 0)));
    const QRectF start = QPolygonF{body.first(), body[body.size() - 2]}.boundingRect();
    QCOMPARE(start.height(), 2.0);              // half of the width at the start
    QVERIFY(body.boundingRect().height() > 8);  // the head's wings
    QVERIFY(layers::arrowBody({QPointF(0, 0), QPointF(5, 0)}, symbol).isEmpty());
}

QTEST_APPLESS_MAIN(TestPaperShape)
#include "test_paper_shape.moc"
