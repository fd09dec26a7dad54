// SPDX-License-Identifier: Apache-2.0
// What two lines have in common, against fractions, on grids so small that everything is degenerate.
#include <QtTest>
#include <map>
#include <random>
#include <set>

#include "gis/overlap/CommonLines.h"
#include "tests/gis/overlap/OverlapFixture.h"
#include "tests/support/SmallRational.h"

using namespace overlap_fixture;
using exact::SmallRational;
using gis::Coordinate;
using gis::Geometry;

namespace {

using Lines = std::vector<std::vector<Coordinate>>;
using Point = std::pair<SmallRational, SmallRational>;
using Interval = std::pair<SmallRational, SmallRational>;

struct Edge {
    std::uint32_t sequence = 0, number = 0;
    Coordinate p, q;
};

std::vector<Edge> edgesOf(const Lines& lines) {
    std::vector<Edge> edges;
    for (std::uint32_t s = 0; s < lines.size(); ++s)
        for (std::uint32_t i = 0; i + 1 < lines[s].size(); ++i) edges.push_back({s, i, lines[s][i], lines[s][i + 1]});
    return edges;
}

/// The share of the edge that the other one covers, as an interval that may be one point; nothing if they do not meet.
std::optional<Interval> common(const Edge& e, const Edge& f) {
    const auto r = [](double value) { return SmallRational(value); };
    const SmallRational dx = r(e.q.x - e.p.x), dy = r(e.q.y - e.p.y);
    const SmallRational ax = r(f.p.x - e.p.x), ay = r(f.p.y - e.p.y);
    const SmallRational bx = r(f.q.x - f.p.x), by = r(f.q.y - f.p.y);
    const SmallRational turn = dx * by - dy * bx;
    if (turn == SmallRational(0)) {
        if (!(dx * ay - dy * ax == SmallRational(0))) return std::nullopt;
        const SmallRational square = dx * dx + dy * dy;
        const SmallRational first = (ax * dx + ay * dy) / square;
        const SmallRational second = first + (bx * dx + by * dy) / square;
        const SmallRational low = std::max(std::min(first, second), SmallRational(0));
        const SmallRational high = std::min(std::max(first, second), SmallRational(1));
        return low <= high ? std::optional(Interval{low, high}) : std::nullopt;
    }
    const SmallRational t = (ax * by - ay * bx) / turn;
    const SmallRational u = (ax * dy - ay * dx) / turn;
    const auto isIn = [](const SmallRational& share) { return share >= SmallRational(0) && share <= SmallRational(1); };
    return isIn(t) && isIn(u) ? std::optional(Interval{t, t}) : std::nullopt;
}

Point placeOf(const Edge& e, const SmallRational& share) {
    return {SmallRational(e.p.x) + SmallRational(e.q.x - e.p.x) * share,
            SmallRational(e.p.y) + SmallRational(e.q.y - e.p.y) * share};
}

bool isSimple(const Lines& lines) {
    const std::vector<Edge> edges = edgesOf(lines);
    for (std::size_t i = 0; i < edges.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const auto met = common(edges[i], edges[j]);
            const bool follows = edges[i].sequence == edges[j].sequence && edges[i].number == edges[j].number + 1;
            if (met && !(follows && met->first == SmallRational(0) && met->second == SmallRational(0))) return false;
        }
    return true;
}

struct Truth {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Interval>> stretches;
    std::set<Point> points;
};

Truth truthOf(const Lines& line, const Lines& other) {
    Truth truth;
    for (const Edge& e : edgesOf(line)) {
        std::vector<Interval> found;
        for (const Edge& f : edgesOf(other))
            if (const auto met = common(e, f)) found.push_back(*met);
        std::sort(found.begin(), found.end());
        std::vector<Interval> merged;
        for (const Interval& one : found) {
            if (one.first == one.second) continue;
            if (!merged.empty() && one.first <= merged.back().second)
                merged.back().second = std::max(merged.back().second, one.second);
            else
                merged.push_back(one);
        }
        if (!merged.empty()) truth.stretches[{e.sequence, e.number}] = merged;
        for (const Interval& one : found) truth.points.insert(placeOf(e, one.first));
    }
    for (const Edge& e : edgesOf(line))
        for (const Interval& stretch : truth.stretches[{e.sequence, e.number}])
            std::erase_if(truth.points, [&](const Point& point) {
                for (const SmallRational& end : {stretch.first, stretch.second})
                    if (point == placeOf(e, end)) return true;
                const SmallRational dx(e.q.x - e.p.x), dy(e.q.y - e.p.y);
                const SmallRational x = point.first - SmallRational(e.p.x), y = point.second - SmallRational(e.p.y);
                if (!(dx * y - dy * x == SmallRational(0))) return false;
                const SmallRational share = (dx * x + dy * y) / (dx * dx + dy * dy);
                return stretch.first <= share && share <= stretch.second;
            });
    return truth;
}

bool isNear(double value, const SmallRational& wanted) {
    return std::abs(static_cast<long double>(value) - wanted.value()) < 1e-12L;
}

QString difference(const Truth& truth, const gis::CommonLines& got) {
    std::size_t pieces = 0;
    for (const auto& [edge, stretches] : truth.stretches) {
        for (const Interval& stretch : stretches) {
            if (pieces == got.stretches.size()) return QStringLiteral("a stretch is missing");
            const gis::LinePiece& piece = got.stretches[pieces++];
            if (std::pair(piece.sequence, piece.edge) != edge || !isNear(piece.from, stretch.first) ||
                !isNear(piece.to, stretch.second))
                return QStringLiteral("stretch %1 is another").arg(pieces);
        }
    }
    if (pieces != got.stretches.size()) return QStringLiteral("a stretch too many");
    if (truth.points.size() != got.points.size())
        return QStringLiteral("points: expected %1, got %2").arg(truth.points.size()).arg(got.points.size());
    for (const gis::LineSpot& spot : got.points) {
        const bool isKnown = std::any_of(truth.points.begin(), truth.points.end(), [&spot](const Point& point) {
            return isNear(spot.place.x, point.first) && isNear(spot.place.y, point.second);
        });
        if (!isKnown) return QStringLiteral("a point that is none");
    }
    for (std::size_t i = 1; i < got.points.size(); ++i)
        if (std::tie(got.points[i].sequence, got.points[i].edge, got.points[i].along) <
            std::tie(got.points[i - 1].sequence, got.points[i - 1].edge, got.points[i - 1].along))
            return QStringLiteral("points out of order");
    return {};
}

Lines randomLines(std::mt19937& random, int side) {
    const auto below = [&random](int end) { return static_cast<int>(random() % static_cast<unsigned>(end)); };
    Lines lines(static_cast<std::size_t>(1 + below(2)));
    for (auto& line : lines) {
        const std::size_t count = static_cast<std::size_t>(2 + below(5));
        while (line.size() < count) {
            const Coordinate next{static_cast<double>(below(side)), static_cast<double>(below(side))};
            if (line.empty() || !(line.back() == next)) line.push_back(next);
        }
    }
    return lines;
}

}  // namespace

class TestCommonLines : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void randomPairsOnSmallGrids_data() {
        QTest::addColumn<int>("side");
        for (const int side : {3, 5, 9, 40}) QTest::newRow(qPrintable(QString::number(side))) << side;
    }
    void randomPairsOnSmallGrids() {
        QFETCH(int, side);
        std::mt19937 random(static_cast<unsigned>(side));
        int withPoints = 0, withStretches = 0;
        for (int round = 0; round < 20'000; ++round) {
            const Lines line = randomLines(random, side), other = randomLines(random, side);
            if (!isSimple(line)) continue;
            const Geometry a = Geometry::multiLineString(line), b = Geometry::multiLineString(other);
            const Truth truth = truthOf(line, other);
            const auto got = gis::commonLines(layerOf({a}), 0, layerOf({b}), 0);
            const QString wrong = difference(truth, got);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong + u' ' + exactText(a) + u' ' + exactText(b)));
            withPoints += !got.points.empty();
            withStretches += !got.stretches.empty();
        }
        QVERIFY(withPoints > 200);
        QVERIFY(side > 9 || withStretches > 200);
    }

    void manyVertices() {
        // A zigzag of 10^4 edges about a straight line: met once by each edge.
        std::vector<Coordinate> zigzag;
        for (int i = 0; i <= 10'000; ++i) zigzag.push_back({static_cast<double>(i), i % 2 == 0 ? -1.0 : 1.0});
        const auto got = gis::commonLines(layerOf({Geometry::lineString({{-1, 0}, {10'001, 0}})}), 0,
                                          layerOf({Geometry::lineString(zigzag)}), 0);
        QCOMPARE(got.points.size(), 10'000U);
        QVERIFY(got.stretches.empty());
        QCOMPARE(got.points[7].place.x, 7.5);
    }
};

QTEST_GUILESS_MAIN(TestCommonLines)
#include "test_common_lines.moc"
