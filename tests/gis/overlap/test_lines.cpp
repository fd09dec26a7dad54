// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "gis/engine/Overlay.h"
#include "gis/engine/Validity.h"
#include "tests/gis/overlap/OverlapFixture.h"
#include "tests/support/ExactLine.h"
#include "tests/support/GridPolygons.h"

using namespace overlap_fixture;
using gis::Coordinate;
using gis::Geometry;

namespace {

/// Neighbours on one edge joined where less than `slack` lies between them, and what is then shorter left out: a
/// place is no better known than that.
template <class Piece, class LengthOf>
std::vector<gis::LinePiece> distinct(const std::vector<Piece>& pieces, const LengthOf& lengthOf, double slack) {
    std::vector<gis::LinePiece> all;
    for (const Piece& piece : pieces) {
        const double length = lengthOf(piece.sequence, piece.edge);
        const bool goesOn = !all.empty() && all.back().sequence == piece.sequence && all.back().edge == piece.edge &&
                            (piece.from - all.back().to) * length <= slack;
        if (goesOn)
            all.back().to = piece.to;
        else
            all.push_back({piece.sequence, piece.edge, piece.from, piece.to});
    }
    std::erase_if(all,
                  [&](const gis::LinePiece& p) { return (p.to - p.from) * lengthOf(p.sequence, p.edge) <= slack; });
    return all;
}

/// `slack`: how far a place may be from the true one, in units of the coordinates.
QString difference(const exact::LineTruth& truth, const gis::LineOverlap& got, const Geometry& line, double slack) {
    if (truth.touches != got.touches) return QStringLiteral("touches: got %1").arg(got.touches);
    const auto lengthOf = [&line](std::uint32_t sequence, std::uint32_t edge) {
        const auto s = line.sequence(sequence);
        return std::hypot(s[edge + 1].x - s[edge].x, s[edge + 1].y - s[edge].y);
    };
    const auto edgesBefore = [&line](std::uint32_t sequence) {
        return static_cast<double>(line.sequenceBegin(sequence) - sequence);
    };
    for (const gis::LinePiece& piece : got.inside)
        if (!(piece.from < piece.to)) return QStringLiteral("a piece of no length");
    const std::vector<gis::LinePiece> pieces = distinct(got.inside, lengthOf, slack);
    const std::vector<gis::LinePiece> expected = distinct(truth.inside, lengthOf, slack);
    if (pieces.size() != expected.size())
        return QStringLiteral("pieces: expected %1, got %2").arg(expected.size()).arg(pieces.size());
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const gis::LinePiece& t = expected[i];
        const gis::LinePiece& g = pieces[i];
        const double off = t.sequence == g.sequence && t.edge == g.edge
                               ? std::max(std::abs(t.from - g.from), std::abs(t.to - g.to))
                               : HUGE_VAL;
        if (!(off * lengthOf(t.sequence, t.edge) <= slack))
            return QStringLiteral("piece %1: expected %2/%3 %4..%5, got %6/%7 %8..")
                       .arg(i)
                       .arg(t.sequence)
                       .arg(t.edge)
                       .arg(t.from, 0, 'g', 17)
                       .arg(t.to, 0, 'g', 17)
                       .arg(g.sequence)
                       .arg(g.edge)
                       .arg(g.from, 0, 'g', 17) +
                   QStringLiteral("%1, off by %2").arg(g.to, 0, 'g', 17).arg(off * lengthOf(t.sequence, t.edge));
    }
    if (got.passages.size() != truth.passages.size())
        return QStringLiteral("passages: expected %1, got %2").arg(truth.passages.size()).arg(got.passages.size());
    for (std::size_t i = 0; i < got.passages.size(); ++i) {
        const exact::PassageTruth& t = truth.passages[i];
        const gis::LinePassage& g = got.passages[i];
        const double off = std::hypot(t.place.x - g.place.x, t.place.y - g.place.y);
        // A vertex of the line is the end of one edge and the beginning of the next, of the next part also.
        const double chain =
            std::abs((edgesBefore(t.sequence) + t.edge + t.along) - (edgesBefore(g.sequence) + g.edge + g.along));
        if (g.enters != t.enters || off > slack || !(chain * lengthOf(t.sequence, t.edge) <= slack || chain < 1e-15))
            return QStringLiteral("passage %1: expected %2+%3 enters %4 at %5 %6, got %7+%8 enters %9 at ")
                       .arg(i)
                       .arg(t.edge)
                       .arg(t.along, 0, 'g', 17)
                       .arg(t.enters)
                       .arg(t.place.x, 0, 'g', 17)
                       .arg(t.place.y, 0, 'g', 17)
                       .arg(g.edge)
                       .arg(g.along, 0, 'g', 17)
                       .arg(g.enters) +
                   QStringLiteral("%1 %2, off by %3").arg(g.place.x, 0, 'g', 17).arg(g.place.y, 0, 'g', 17).arg(off);
    }
    return {};
}

/// A line dropped to fewer different positions than two does not count.
template <class Number>
QString judged(const Geometry& line, const Geometry& zone, gis::PairOverlap& engine) {
    const auto truth = exact::lineTruth<Number>(line, zone);
    const gis::LineOverlap got = engine.line(layerOf({line}), 0, layerOf({zone}), 0);
    const double slack = 4 * ulp(std::max(largestCoordinate(line), largestCoordinate(zone)));
    const QString wrong = difference(truth, got, line, slack);
    return wrong.isEmpty() ? wrong
                           : QStringLiteral("%3\nline %1\nzone %2").arg(exactText(line), exactText(zone), wrong);
}

/// A walk that likes the zone's own vertices, middles of its edges and its edges themselves. Some have parts.
template <class Nudge>
Geometry anyLine(grid::Random& random, const Geometry& zone, const Nudge& nudge) {
    const auto vertices = zone.coordinates();
    const gis::Extent box = zone.extent();
    gis::GeometryBuilder builder(1);
    for (int part = grid::chance(random, 0.2) ? 2 : 1; part > 0; --part) {
        std::vector<Coordinate> line;
        std::size_t at = 0;
        for (int left = grid::pick(random, 2, 7); line.size() < 2 || left > 0; --left) {
            const int kind = grid::pick(random, 0, 6);
            Coordinate next;
            if (kind <= 1) {  // anywhere on the grid
                next = {box.minX + (grid::pick(random, -1, 9)) * box.width() / 8,
                        box.minY + (grid::pick(random, -1, 9)) * box.height() / 8};
                next = {std::round(next.x), std::round(next.y)};
            } else if (kind <= 3) {  // the neighbour of the last vertex taken
                at = (at + 1) % vertices.size();
                next = vertices[at];
            } else {
                at = static_cast<std::size_t>(grid::pick(random, 0, static_cast<int>(vertices.size()) - 1));
                next = vertices[at];
                const Coordinate other = vertices[(at + 1) % vertices.size()];
                if (kind == 5) next = {(next.x + other.x) / 2, (next.y + other.y) / 2};
                if (kind == 6) next = {next.x + (next.x - other.x), next.y + (next.y - other.y)};
            }
            next = nudge(next);
            if (line.empty() || !(line.back() == next)) line.push_back(next);
        }
        for (const Coordinate c : line) builder.add(c);
        builder.endSequence();
        builder.endPart();
    }
    return builder.build();
}

}  // namespace

class TestLines : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void byHand_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("touches");
        QTest::addColumn<double>("length");
        QTest::addColumn<QString>("passages");
        const auto row = [](const char* name, const char* line, bool touches, double length, const char* passages) {
            QTest::newRow(name) << QString::fromLatin1(line) << touches << length << QString::fromLatin1(passages);
        };
        row("right through", "LINESTRING(-5 2,15 2)", true, 10, "in 0+0.25, out 0+0.75");
        row("ends inside", "LINESTRING(-5 2,5 2)", true, 5, "in 0+0.5");
        row("begins inside", "LINESTRING(5 2,-5 2)", true, 5, "out 0+0.5");
        row("through the hole", "LINESTRING(-5 5,15 5)", true, 8, "in 0+0.25, out 0+0.45, in 0+0.55, out 0+0.75");
        row("within the hole", "LINESTRING(4.5 5,5.5 5)", false, 0, "");
        row("touches a corner", "LINESTRING(-5 5,0 10,5 15)", true, 0, "");
        row("touches a corner with the middle of an edge", "LINESTRING(-5 5,5 15)", true, 0, "");
        row("touches an edge", "LINESTRING(-5 2,0 5,-5 8)", true, 0, "");
        row("ends on an edge", "LINESTRING(-5 5,0 5)", true, 0, "");
        row("begins on an edge, goes in", "LINESTRING(0 5,2 5)", true, 2, "");
        row("along an edge, back to where it came from", "LINESTRING(-5 -5,0 0,10 0,15 -5)", true, 10, "");
        row("along an edge, then in", "LINESTRING(-3 0,5 0,5 3)", true, 8, "in 0+0.375");
        row("inside, along an edge, out", "LINESTRING(5 3,5 0,8 0,8 -4)", true, 6, "out 1+0");
        row("on the boundary only", "LINESTRING(2 0,7 0)", true, 5, "");
        row("the whole boundary", "LINESTRING(0 0,10 0,10 10,0 10,0 0)", true, 40, "");
        row("along the hole's edge, from inside to inside", "LINESTRING(1 4,9 4)", true, 8, "");
        row("along the hole's edge, then into the hole", "LINESTRING(1 4,5 4,5 5)", true, 4, "out 0+0.75");
        row("in by a corner", "LINESTRING(-3 -4,0 0,3 4)", true, 5, "in 1+0");
        row("vertex of its own on the edge", "LINESTRING(-5 2,0 2,5 2)", true, 5, "in 1+0");
        row("a part that goes on where the last one ended", "MULTILINESTRING((-5 2,0 2),(0 2,5 2))", true, 5, "in 0+0");
        row("parts do not know of each other", "MULTILINESTRING((-5 2,-1 2),(1 2,5 2))", true, 4, "");
        row("apart", "LINESTRING(20 0,30 0)", false, 0, "");
        row("over the corner of the hole", "LINESTRING(1 3,5 7)", true, 0, "skip");
    }
    void byHand() {
        QFETCH(QString, line);
        QFETCH(QString, passages);
        const Geometry zone = *gis::fromWkt("POLYGON((0 0,10 0,10 10,0 10,0 0),(4 4,6 4,6 6,4 6,4 4))");
        const Geometry l = *gis::fromWkt(line.toStdString());
        gis::PairOverlap engine;
        const QString problem = judged<exact::Rational>(l, zone, engine);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        if (passages == QStringLiteral("skip")) return;
        const auto truth = exact::lineTruth<exact::Rational>(l, zone);  // the judge, too, is judged
        QTEST(truth.touches, "touches");
        QTEST(truth.length, "length");
        QStringList words;
        for (const exact::PassageTruth& p : truth.passages) {
            const bool end = p.along == 1;
            words << QStringLiteral("%1 %2+%3")
                         .arg(p.enters ? QStringLiteral("in") : QStringLiteral("out"))
                         .arg(end ? p.edge + 1 : p.edge)
                         .arg(end ? 0 : p.along);
        }
        QCOMPARE(words.join(QStringLiteral(", ")), passages);
    }

    void onSmallGrids() {
        grid::Random random(seed(31));
        gis::PairOverlap engine;
        WrongAnswers tally;
        const auto doubled = [](grid::Node n) { return Coordinate{2.0 * n.x, 2.0 * n.y}; };
        const auto asItIs = [](Coordinate c) { return c; };
        while (tally.compared < caseCount(15'000)) {
            const Geometry zone = grid::anyPair(random, doubled).plan;
            if (zone.isEmpty()) continue;
            for (int i = 0; i < 3; ++i)
                tally.add(judged<exact::SmallRational>(anyLine(random, zone, asItIs), zone, engine));
        }
        QVERIFY2(tally.wrong == 0, qPrintable(tally.text()));
    }

    // Where nothing is on a line but by chance, and off it by parts of an ulp.
    void farFromTheOrigin() {
        grid::Random random(seed(32));
        gis::PairOverlap engine;
        WrongAnswers tally;
        const auto place = [](grid::Node n) { return Coordinate{500'000.1 + 0.7 * n.x, 3'400'000.3 + 0.7 * n.y}; };
        const auto nudged = [&random](double value) {
            const int way = grid::pick(random, -2, 2);
            return way == -1 || way == 1 ? std::nextafter(value, way * HUGE_VAL) : value;
        };
        while (tally.compared < caseCount(1500)) {
            const Geometry zone = grid::anyPair(random, place).plan;
            if (zone.isEmpty() || !exact::edgesKeepApart<exact::Rational>(zone) || gis::flawOf(zone)) continue;
            const auto nudge = [&](Coordinate c) { return Coordinate{nudged(c.x), nudged(c.y)}; };
            tally.add(judged<exact::Rational>(anyLine(random, zone, nudge), zone, engine));
        }
        QVERIFY2(tally.wrong == 0, qPrintable(tally.text()));
    }
};

QTEST_GUILESS_MAIN(TestLines)
#include "test_lines.moc"
