// SPDX-License-Identifier: Apache-2.0
// Neighbours in subdivisions full of T-junctions stay neighbours at every scale: nothing opens and nothing overlaps
// between them.
#include <QtTest>
#include <map>
#include <set>

#include "gis/drawing/KeptVertices.h"
#include "tests/gis/drawing/DrawingFixture.h"

using fixture::Line;
using gis::Coordinate;
using Position = std::pair<double, double>;

namespace {

constexpr double side = 1000;
constexpr double corner = 3'400'000;  ///< coordinates as a plan has them, whose roundings count

double turn(Coordinate a, Coordinate b, Coordinate c) { return (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y); }

bool cross(Coordinate a, Coordinate b, Coordinate c, Coordinate d) {
    return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

bool contains(const Line& ring, Coordinate p) {
    bool inside = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Coordinate a = ring[i], b = ring[(i + 1) % ring.size()];
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y)) inside = !inside;
    }
    return inside;
}

/// A square cut again and again by ragged lines whose ends lie inside edges. Who shares such an edge on the other side
/// does not know of them. The first shape is a frame about it, whose hole has the square's corners alone.
class Subdivision {
public:
    Subdivision(std::uint32_t seed, int cuts) : m_dice(seed) {
        m_rings.push_back(
            {{corner, corner}, {corner + side, corner}, {corner + side, corner + side}, {corner, corner + side}});
        for (int cut = 0; cut < cuts; ++cut)
            for (int attempt = 0; attempt < 60 && !this->cut(largest()); ++attempt) continue;
    }
    std::vector<gis::Geometry> polygons() {
        const Line hole{
            {corner, corner}, {corner, corner + side}, {corner + side, corner + side}, {corner + side, corner}};
        std::vector<gis::Geometry> polygons{gis::Geometry::polygon({{{corner - side, corner - side},
                                                                     {corner + 2 * side, corner - side},
                                                                     {corner + 2 * side, corner + 2 * side},
                                                                     {corner - side, corner + 2 * side}},
                                                                    hole})};
        for (Line ring : m_rings) {
            std::rotate(ring.begin(), ring.begin() + m_dice.below(static_cast<int>(ring.size())), ring.end());
            polygons.push_back(gis::Geometry::polygon({ring}));
        }
        return polygons;
    }

private:
    static double areaOf(const Line& ring) {
        double twice = 0;
        for (std::size_t i = 1; i + 1 < ring.size(); ++i)
            twice += (ring[i].x - ring[0].x) * (ring[i + 1].y - ring[0].y) -
                     (ring[i + 1].x - ring[0].x) * (ring[i].y - ring[0].y);
        return twice / 2;
    }
    std::size_t largest() const {
        std::size_t largest = 0;
        for (std::size_t i = 1; i < m_rings.size(); ++i)
            if (areaOf(m_rings[i]) > areaOf(m_rings[largest])) largest = i;
        return largest;
    }
    Coordinate onEdge(const Line& ring, std::size_t edge) {
        const Coordinate a = ring[edge], b = ring[(edge + 1) % ring.size()];
        const double share = m_dice.below(5) == 0 ? 0 : m_dice.between(0.2, 0.8);  // now and then at a vertex
        return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
    }
    /// Between edges that lie about opposite each other on the ring's length; false if the line would leave the ring.
    bool cut(std::size_t which) {
        const Line ring = m_rings[which];
        std::vector<double> way{0};
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Coordinate a = ring[i], b = ring[(i + 1) % ring.size()];
            way.push_back(way.back() + std::hypot(b.x - a.x, b.y - a.y));
        }
        const double start = m_dice.share() * way.back();
        const auto edgeAt = [&](double at) {
            at = std::fmod(at, way.back());
            return static_cast<std::size_t>(std::upper_bound(way.begin(), way.end() - 1, at) - way.begin() - 1);
        };
        std::size_t one = edgeAt(start), other = edgeAt(start + way.back() * m_dice.between(0.4, 0.6));
        if (one == other) return false;
        if (one > other) std::swap(one, other);
        const Coordinate from = onEdge(ring, one), to = onEdge(ring, other);
        Line chord;
        const int count = 12 + m_dice.below(20);
        const double reach = std::hypot(to.x - from.x, to.y - from.y) * 0.3 / count;
        for (int i = 1; i < count; ++i) {
            const double share = static_cast<double>(i) / count;
            chord.push_back({from.x + (to.x - from.x) * share + m_dice.between(-reach, reach),
                             from.y + (to.y - from.y) * share + m_dice.between(-reach, reach)});
        }
        if (!std::all_of(chord.begin(), chord.end(), [&](Coordinate at) { return contains(ring, at); })) return false;
        Line whole{from};
        whole.insert(whole.end(), chord.begin(), chord.end());
        whole.push_back(to);
        for (std::size_t k = 1; k < whole.size(); ++k)
            for (std::size_t i = 0; i < ring.size(); ++i)
                if (cross(whole[k - 1], whole[k], ring[i], ring[(i + 1) % ring.size()])) return false;
        Line left{from}, right{to};
        for (std::size_t i = one + 1; i <= other; ++i) add(left, ring[i]);
        add(left, to);
        for (auto at = chord.rbegin(); at != chord.rend(); ++at) add(left, *at);
        for (std::size_t i = other + 1; i <= one + ring.size(); ++i) add(right, ring[i % ring.size()]);
        add(right, from);
        for (const Coordinate at : chord) add(right, at);
        m_rings[which] = left;
        m_rings.push_back(right);
        return true;
    }
    static void add(Line& line, Coordinate c) {
        if (!(line.back() == c)) line.push_back(c);
    }
    fixture::Dice m_dice;
    std::vector<Line> m_rings;
};

/// The rings as they are drawn at a tolerance, each closed: the frame's hole, then the pieces of the square.
std::vector<Line> drawnRings(const gis::DrawingForm& form, double tolerance) {
    const gis::Extent everything{-1e12, -1e12, 1e12, 1e12};
    const gis::KeptVertices keeper(form, everything, tolerance);
    std::vector<Line> rings;
    std::vector<std::uint32_t> kept;
    for (std::size_t shape = 0; shape < form.shapes.shapeCount(); ++shape) {
        keeper.of(shape, form.shapes.sequenceBegin(shape) + (shape == 0 ? 1 : 0), kept);
        Line ring;
        for (const std::uint32_t index : kept) ring.push_back(form.shapes.coordinates[index]);
        ring.push_back(ring.front());
        rings.push_back(ring);
    }
    return rings;
}

/// Edges cut at every vertex that lies inside them, with the number of times each occurs in its direction.
std::map<std::pair<Position, Position>, int> elementaryEdges(const std::vector<Line>& rings) {
    std::set<Position> vertices;
    for (const Line& ring : rings)
        for (const Coordinate c : ring) vertices.insert({c.x, c.y});
    std::map<std::pair<Position, Position>, int> edges;
    for (const Line& ring : rings)
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const Coordinate a = ring[i - 1], b = ring[i];
            std::vector<std::pair<double, Position>> on{{0, {a.x, a.y}}, {1, {b.x, b.y}}};
            const auto low = vertices.lower_bound({std::min(a.x, b.x) - 0.01, 0});
            for (auto at = low; at != vertices.end() && at->first <= std::max(a.x, b.x) + 0.01; ++at) {
                const Coordinate c{at->first, at->second};
                if (c == a || c == b || fixture::distanceToSegment(c, a, b) > corner * 1e-9) continue;
                const double along = ((c.x - a.x) * (b.x - a.x) + (c.y - a.y) * (b.y - a.y)) /
                                     ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y));
                on.push_back({along, *at});
            }
            std::sort(on.begin(), on.end());
            for (std::size_t k = 1; k < on.size(); ++k) ++edges[{on[k - 1].second, on[k].second}];
        }
    return edges;
}

}  // namespace

class TestSubdivisions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void neighboursKeepTheSameLine_data();
    void neighboursKeepTheSameLine();
    void theAreaIsKept();
    void simplifiedAloneTheyWouldPart();
};

void TestSubdivisions::neighboursKeepTheSameLine_data() {
    QTest::addColumn<int>("seed");
    QTest::addColumn<int>("cuts");
    for (int seed = 1; seed <= 8; ++seed) QTest::addRow("%d", seed) << seed << 10 + seed * 12;
}

/// Each piece of border that is drawn for one side is drawn for the other, the other way round.
void TestSubdivisions::neighboursKeepTheSameLine() {
    QFETCH(int, seed);
    QFETCH(int, cuts);
    const gis::DrawingForm form = fixture::formOf(Subdivision(static_cast<std::uint32_t>(seed), cuts).polygons());
    QVERIFY(form.shapes.shapeCount() > static_cast<std::size_t>(cuts) / 2);
    std::size_t most = 0, fewest = form.shapes.coordinates.size();
    for (const double tolerance : {0.0, 0.02, 0.3, 1.0, 2.7, 8.0, 30.0, 200.0, 1e5}) {
        const auto rings = drawnRings(form, tolerance);
        std::size_t vertices = 0;
        for (const Line& ring : rings) vertices += ring.size();
        most = std::max(most, vertices);
        fewest = std::min(fewest, vertices);
        const auto edges = elementaryEdges(rings);
        for (const auto& [edge, count] : edges) {
            const auto& [from, to] = edge;
            const auto back = edges.find({to, from});
            QVERIFY2(back != edges.end() && back->second == count,
                     qPrintable(QStringLiteral("tolerance %1: %2 %3 to %4 %5")
                                    .arg(tolerance)
                                    .arg(from.first - corner)
                                    .arg(from.second - corner)
                                    .arg(to.first - corner)
                                    .arg(to.second - corner)));
        }
    }
    QVERIFY2(fewest < most / 2, "nothing was simplified");
}

/// Together the pieces fill the frame's hole, at every scale.
void TestSubdivisions::theAreaIsKept() {
    for (std::uint32_t seed = 20; seed < 26; ++seed) {
        const gis::DrawingForm form = fixture::formOf(Subdivision(seed, 80).polygons());
        for (const double tolerance : {0.0, 0.5, 3.0, 20.0, 1e4}) {
            double area = 0;
            for (const Line& ring : drawnRings(form, tolerance))
                for (std::size_t i = 1; i < ring.size(); ++i)
                    area += ((ring[i - 1].x - corner) * (ring[i].y - corner) -
                             (ring[i].x - corner) * (ring[i - 1].y - corner)) /
                            2;
            QVERIFY2(std::abs(area) < 1e-3, qPrintable(QString::number(area)));
        }
    }
}

/// What the tests above look for is there where each polygon is simplified without its neighbours.
void TestSubdivisions::simplifiedAloneTheyWouldPart() {
    const auto polygons = Subdivision(3, 46).polygons();
    std::vector<Line> rings;
    for (std::size_t i = 1; i < polygons.size(); ++i) {
        const gis::DrawingForm alone = fixture::formOf({polygons[0], polygons[i]});
        rings.push_back(drawnRings(alone, 8).back());
    }
    const auto edges = elementaryEdges(rings);
    int lonely = 0;
    for (const auto& [edge, count] : edges) lonely += edges.contains({edge.second, edge.first}) ? 0 : 1;
    QVERIFY2(lonely > 40, qPrintable(QString::number(lonely)));
}

QTEST_GUILESS_MAIN(TestSubdivisions)
#include "test_subdivisions.moc"
