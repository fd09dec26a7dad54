// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <random>

#include "gis/overlap/Orientation.h"
#include "tests/gis/overlap/OverlapFixture.h"
#include "tests/support/ExactJudge.h"

using exact::Rational;
using gis::Coordinate;

namespace {

using Random = std::mt19937_64;
using ExactPoint = exact::Point<Rational>;

double between(Random& random, double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random);
}
double nudged(Random& random, double value, int most) {
    const int steps = std::uniform_int_distribution<int>(-most, most)(random);
    for (int i = 0; i < std::abs(steps); ++i) value = std::nextafter(value, steps * HUGE_VAL);
    return value;
}

/// Points of all kinds: whole, of a projected CRS, of degrees, of very different sizes.
Coordinate anyPoint(Random& random, int kind) {
    switch (kind) {
        case 0:
            return {std::floor(between(random, -8, 9)), std::floor(between(random, -8, 9))};
        case 1:
            return {between(random, 500'000, 501'000), between(random, 3'400'000, 3'401'000)};
        case 2:
            return {between(random, 108, 108.01), between(random, 30, 30.01)};
        default:
            return {std::ldexp(between(random, -1, 1), std::uniform_int_distribution<int>(-40, 40)(random)),
                    std::ldexp(between(random, -1, 1), std::uniform_int_distribution<int>(-40, 40)(random))};
    }
}
/// Near the line through two points, on it as far as doubles go, then nudged.
Coordinate nearLine(Random& random, Coordinate a, Coordinate b) {
    const double t = between(random, -1, 2);
    return {nudged(random, a.x + t * (b.x - a.x), 2), nudged(random, a.y + t * (b.y - a.y), 2)};
}

QString hex(std::initializer_list<Coordinate> points) {
    QString text;
    for (const Coordinate c : points) {
        std::array<char, 80> pair{};
        std::snprintf(pair.data(), pair.size(), "{%a, %a} ", c.x, c.y);
        text += QString::fromLatin1(pair.data());
    }
    return text;
}

Rational exactCross(Coordinate a, Coordinate b, Coordinate c) {
    return exact::cross(ExactPoint(a), ExactPoint(b), ExactPoint(c));
}

/// Where the line through a and b meets the edge p → q, as a share of the edge.
Rational exactAlong(Coordinate p, Coordinate q, Coordinate a, Coordinate b) {
    const Rational atP = exactCross(a, b, p);
    return atP / (atP - exactCross(a, b, q));
}

}  // namespace

class TestOrientation : public QObject {
    Q_OBJECT

    static QString orientationProblem(Coordinate a, Coordinate b, Coordinate c) {
        const Rational truth = exactCross(a, b, c);
        const double got = gis::orientation(a, b, c);
        gis::Extent box;
        for (const Coordinate corner : {a, b, c}) box.include(corner);
        const double size = 2 * box.width() * box.height();
        const bool fits = exact::signOf(truth) == (got > 0) - (got < 0) &&
                          std::abs(exact::toDouble(Rational(truth - Rational(got)))) <= 1e-15 * size;
        return fits ? QString()
                    : hex({a, b, c}) + QString::number(got) + u' ' + QString::number(exact::toDouble(truth));
    }
    static QString alongProblem(Coordinate p, Coordinate q, Coordinate a1, Coordinate a2, Coordinate b1,
                                Coordinate b2) {
        const auto isParallel = [&](Coordinate a, Coordinate b) { return exactCross(a, b, p) == exactCross(a, b, q); };
        if (isParallel(a1, a2) || isParallel(b1, b2)) return {};
        const int truth = exact::signOf(Rational(exactAlong(p, q, a1, a2) - exactAlong(p, q, b1, b2)));
        const int got = gis::compareAlong(p, q, a1, a2, b1, b2);
        return (got > 0) - (got < 0) == truth
                   ? QString()
                   : hex({p, q, a1, a2, b1, b2}) + QStringLiteral("expected %1, got %2").arg(truth).arg(got);
    }

private Q_SLOTS:
    void signs_data() {
        QTest::addColumn<int>("kind");
        const char* const names[] = {"whole", "projected", "degrees", "very different sizes"};
        for (int kind = 0; kind < 4; ++kind) QTest::newRow(names[kind]) << kind;
    }
    void signs() {
        QFETCH(int, kind);
        Random random(overlap_fixture::seed(11) + static_cast<unsigned>(kind));
        for (int i = 0; i < overlap_fixture::caseCount(8000); ++i) {
            const Coordinate a = anyPoint(random, kind), b = anyPoint(random, kind);
            const Coordinate c = i % 3 == 0 ? anyPoint(random, kind) : nearLine(random, a, b);
            for (const QString& problem : {orientationProblem(a, b, c), orientationProblem(c, a, b)})
                QVERIFY2(problem.isEmpty(), qPrintable(problem));
        }
    }

    void symmetries() {
        Random random(overlap_fixture::seed(12));
        const auto sign = [](double value) { return (value > 0) - (value < 0); };
        for (int i = 0; i < 50'000; ++i) {
            const Coordinate a = anyPoint(random, i % 4), b = anyPoint(random, i % 4), c = nearLine(random, a, b);
            const int side = sign(gis::orientation(a, b, c));
            QCOMPARE(sign(gis::orientation(b, c, a)), side);
            QCOMPARE(sign(gis::orientation(b, a, c)), -side);
            QCOMPARE(gis::orientation(a, b, a), 0.0);
            QCOMPARE(gis::orientation(a, a, c), 0.0);
        }
    }

    void verySmallAndVeryLarge() {
        for (const double scale : {1e-140, 1e-100, 1.0, 1e100, 1e149}) {
            const Coordinate a{0.1 * scale, 0.1 * scale}, b{0.3 * scale, 0.3 * scale};
            for (const Coordinate c :
                 {Coordinate{0.7 * scale, 0.7 * scale}, Coordinate{0.7 * scale, std::nextafter(0.7 * scale, HUGE_VAL)},
                  Coordinate{0.7 * scale, std::nextafter(0.7 * scale, 0.0)}}) {
                const double got = gis::orientation(a, b, c);
                QCOMPARE((got > 0) - (got < 0), exact::signOf(exactCross(a, b, c)));
            }
        }
    }

    void placesAlongAnEdge_data() { signs_data(); }
    void placesAlongAnEdge() {
        QFETCH(int, kind);
        Random random(overlap_fixture::seed(13) + static_cast<unsigned>(kind));
        for (int i = 0; i < overlap_fixture::caseCount(5000); ++i) {
            const Coordinate p = anyPoint(random, kind), q = anyPoint(random, kind);
            if (p == q) continue;
            const Coordinate a1 = anyPoint(random, kind), a2 = anyPoint(random, kind);
            Coordinate b1 = anyPoint(random, kind), b2 = anyPoint(random, kind);
            if (i % 4 > 0) {  // both through about one place of the edge
                const double t = between(random, 0, 1);
                const Coordinate middle{p.x + t * (q.x - p.x), p.y + t * (q.y - p.y)};
                b1 = {nudged(random, middle.x, 1), nudged(random, middle.y, 1)};
                if (i % 4 == 2) b1 = nearLine(random, a1, a2);
                if (i % 4 == 3) b1 = a1;
            }
            const QString problem = alongProblem(p, q, a1, a2, b1, b2);
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
        }
    }

    void placesOfThreeLinesThroughAPoint() {
        Random random(overlap_fixture::seed(14));
        for (int i = 0; i < overlap_fixture::caseCount(5000); ++i) {
            const Coordinate m = anyPoint(random, i % 3);
            const auto through = [&](double away) {  // two points with m as nearly as can be between them
                const double x = between(random, -away, away), y = between(random, -away, away);
                return std::pair{Coordinate{m.x - x, m.y - y}, Coordinate{m.x + x, m.y + y}};
            };
            const double away = i % 3 == 0 ? 8 : i % 3 == 1 ? 300 : 0.01;
            const auto [p, q] = through(away);
            const auto [a1, a2] = through(away);
            const auto [b1, b2] = through(away);
            const QString problem = alongProblem(p, q, a1, a2, b1, b2);
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
        }
    }
};

QTEST_GUILESS_MAIN(TestOrientation)
#include "test_orientation.moc"
