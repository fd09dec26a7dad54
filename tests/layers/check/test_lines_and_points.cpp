// SPDX-License-Identifier: Apache-2.0
#include "gis/engine/PreparedGeometry.h"
#include "gis/overlap/PairOverlap.h"
#include "tests/layers/check/CheckBuilder.h"

using namespace check_builder;
using layers::RuleDirection;

namespace {

const char* const holedZone = "POLYGON((0 0,10 0,10 10,0 10,0 0),(4 4,6 4,6 6,4 6,4 4))";

}  // namespace

namespace {

gis::OverlapLayer alone(const gis::Geometry& shape) {
    gis::PackedShapesBuilder builder;
    builder.addShape(shape);
    gis::OverlapLayer layer;
    layer.shapes = builder.build();
    layer.tree = *gis::RunTree::build(layer.shapes);
    return layer;
}

int passagesOf(const gis::Geometry& line, const gis::Geometry& zone) {
    return static_cast<int>(gis::PairOverlap().line(alone(line), 0, alone(zone), 0).passages.size());
}

}  // namespace

class TestLinesAndPoints : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lines_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("row");
        const auto row = [](const char* name, const char* line, const char* expected) {
            QTest::newRow(name) << QString::fromLatin1(line) << QString::fromLatin1(expected);
        };
        row("right through", "LINESTRING(-5 2,15 2)", "overlap z - 10 2");
        row("ends inside", "LINESTRING(-5 2,5 2)", "overlap z - 5 1");
        row("wholly inside", "LINESTRING(1 1,4 1)", "overlap z - 3 0");
        row("through the hole", "LINESTRING(-5 5,15 5)", "overlap z - 8 4");
        row("within the hole", "LINESTRING(4.5 5,5.5 5)", "");
        row("touches a corner from outside", "LINESTRING(-5 5,0 10,5 15)", "");
        row("touches an edge from outside and turns back", "LINESTRING(-5 2,0 5,-5 8)", "");
        row("ends on the edge", "LINESTRING(-5 5,0 5)", "");
        row("touches an edge from inside", "LINESTRING(1 1,5 0,9 1)", "");  // length worked out in the body
        row("along the edge, from outside and back", "LINESTRING(-5 -5,0 0,10 0,15 -5)", "overlap z - 10 0");
        row("along the edge, then in", "LINESTRING(-3 0,5 0,5 3)", "overlap z - 8 1");
        row("on the edge only", "LINESTRING(2 0,7 0)", "overlap z - 5 0");
        row("on the whole boundary", "LINESTRING(0 0,10 0,10 10,0 10,0 0)", "overlap z - 40 0");
        row("along the hole's edge, coming from inside", "LINESTRING(1 4,9 4)", "overlap z - 8 0");
        row("in by a corner along the diagonal", "LINESTRING(-2 -2,0 0,3 3)", "");  // length worked out in the body
        row("in and out in two parts", "MULTILINESTRING((-5 2,15 2),(-5 3,5 3))", "overlap z - 15 3");
        row("passes a vertex of its own on the edge", "LINESTRING(-5 2,0 2,5 2)", "overlap z - 5 1");
        row("apart", "LINESTRING(20 0,30 0)", "");
    }
    void lines() {
        QFETCH(QString, line);
        QFETCH(QString, row);
        const auto report =
            checked(input(layer("plan", {{"p", line.toStdString(), {}}}), zones({{"z", holedZone, {}}})));
        const QByteArray name = QTest::currentDataTag();
        if (name == "touches an edge from inside" || name == "in by a corner along the diagonal") {
            const bool corner = name.startsWith("in by");
            const double expected = corner ? 3 * std::sqrt(2.0) : 2 * std::sqrt(17.0);
            QCOMPARE(report.findings.size(), 1U);
            QCOMPARE(*report.findings[0].lengthMetres, expected);
            QCOMPARE(*report.findings[0].crossings, corner ? 1 : 0);
            return;
        }
        QCOMPARE(briefs(report), row.isEmpty() ? QStringList() : QStringList{row});
        QCOMPARE(report.summaries.size(), 1U);
        QVERIFY(!report.summaries[0].sumAreaSquareMetres && !report.summaries[0].balanceErrorSquareMetres);
    }

    void passagesDoNotDependOnDirectionOrFurtherVertices() {
        const gis::Geometry zone = geometryOf(holedZone);
        const gis::Geometry line = geometryOf("LINESTRING(-5 2,5 5,5 12,12 12,12 0,5 0,5 -3,-3 -3,3 3)");
        std::vector<gis::Coordinate> reversed(line.coordinates().rbegin(), line.coordinates().rend());
        std::vector<gis::Coordinate> denser;
        for (std::size_t i = 0; i + 1 < line.coordinateCount(); ++i) {
            const gis::Coordinate a = line.coordinates()[i];
            const gis::Coordinate b = line.coordinates()[i + 1];
            for (int k = 0; k < 8; ++k) denser.push_back({a.x + (b.x - a.x) * k / 8, a.y + (b.y - a.y) * k / 8});
        }
        denser.push_back(line.coordinates().back());
        // in, into the hole, out of it, out of the zone; along the lower edge a stretch; in by the corner (0 0)
        QCOMPARE(passagesOf(line, zone), 5);
        QCOMPARE(passagesOf(gis::Geometry::lineString(reversed), zone), 5);
        QCOMPARE(passagesOf(gis::Geometry::lineString(denser), zone), 5);
    }

    void passagesAgreeWithTheParityOfTheEnds() {
        // A jagged zone and random lines: an end inside and one outside make an odd number, else it is even.
        std::vector<gis::Coordinate> ring;
        for (int i = 0; i < 90; ++i) {
            const double angle = i * 2 * M_PI / 90;
            const double radius = i % 2 == 0 ? 100 : 35 + i % 7 * 5;
            ring.push_back({radius * std::cos(angle), radius * std::sin(angle)});
        }
        const gis::Geometry zone = gis::Geometry::polygon({ring});
        const auto prepared = gis::PreparedGeometry::make(zone);
        QVERIFY(prepared.has_value());
        quint32 state = 7;
        const auto next = [&] {
            state = state * 1664525U + 1013904223U;
            return static_cast<double>(state >> 8U) / (1U << 24U) * 240 - 120;
        };
        for (int i = 0; i < 500; ++i) {
            std::vector<gis::Coordinate> way;
            for (int k = 0; k < 4; ++k) way.push_back({next(), next()});
            const bool first = *prepared->contains(gis::Geometry::point(way.front()));
            const bool last = *prepared->contains(gis::Geometry::point(way.back()));
            QCOMPARE(passagesOf(gis::Geometry::lineString(way), zone) % 2, first != last ? 1 : 0);
        }
    }

    void sharesOfALineGoByLength() {
        const auto report = checked(input(layer("plan", {{"p", "LINESTRING(-10 5,10 5)", {}}}),
                                          zones({{"a", square(0, 0, 10), {}}, {"b", square(5, 0, 10), {}}})));
        QCOMPARE(*report.findings.at(0).shareOfPlanPercent, 50.0);
        QVERIFY(!report.findings[0].shareOfControlPercent && !report.findings[0].areaSquareMetres);
        const layers::FindingSummary& summary = report.summaries.at(0);
        QCOMPARE(*summary.planLengthMetres, 20.0);
        QCOMPARE(*summary.sumLengthMetres, 15.0);
        QCOMPARE(*summary.netLengthMetres, 10.0);
        QCOMPARE(*summary.netSharePercent, 50.0);
        QCOMPARE(*summary.crossings, 2);
    }

    void lineOutside() {
        const auto report = checked(input(layer("plan", {{"p", "LINESTRING(0 0,10 0,15 0)", {}}}),
                                          zones({{"a", square(0, 0, 10), {}}}, RuleDirection::RequireInside)));
        QCOMPARE(briefs(report), (QStringList{QStringLiteral("outside - - 5 -"), QStringLiteral("overlap a - 10 0")}));
    }

    void linesAgainstLines() {
        const auto report =
            checked(input(layer("plan", {{"p", "LINESTRING(0 0,10 0)", {}}}),
                          zones({{"along", "LINESTRING(4 0,20 0)", {}}, {"across", "LINESTRING(2 -2,2 2)", {}}})));
        QCOMPARE(briefs(report),
                 (QStringList{QStringLiteral("overlap across - 0 1"), QStringLiteral("overlap along - 6 0")}));
        QCOMPARE(*report.findings[1].shareOfPlanPercent, 60.0);
        QCOMPARE(*report.findings[1].shareOfControlPercent, 37.5);
    }

    void aControlLineThroughAPlanPolygon() {
        const auto report = checked(
            input(layer("plan", {{"p", square(0, 0, 10), {}}}), zones({{"shore", "LINESTRING(-5 5,15 5)", {}}})));
        QCOMPARE(briefs(report), QStringList{QStringLiteral("overlap shore - 10 2")});
        QCOMPARE(*report.findings[0].shareOfControlPercent, 50.0);
        QVERIFY(!report.findings[0].shareOfPlanPercent);
        QCOMPARE(*report.summaries.at(0).sumLengthMetres, 10.0);
        QVERIFY(!report.summaries[0].sumAreaSquareMetres);
    }

    void points_data() {
        QTest::addColumn<QString>("point");
        QTest::addColumn<bool>("inside");
        const auto row = [](const char* name, const char* point, bool inside) {
            QTest::newRow(name) << QString::fromLatin1(point) << inside;
        };
        row("inside", "POINT(1 1)", true);
        row("on an edge", "POINT(5 0)", true);
        row("on a corner", "POINT(10 10)", true);
        row("on the hole's edge", "POINT(4 5)", true);
        row("in the hole", "POINT(5 5)", false);
        row("outside", "POINT(10.000001 5)", false);
        row("one of two", "MULTIPOINT((1 1),(50 50))", true);
    }
    void points() {
        QFETCH(QString, point);
        QFETCH(bool, inside);
        const auto report =
            checked(input(layer("plan", {{"p", point.toStdString(), {}}}), zones({{"z", holedZone, {}}})));
        QCOMPARE(briefs(report), inside ? QStringList{QStringLiteral("overlap z - - -")} : QStringList());
        QCOMPARE(report.hasConflicts(), inside);
        if (point.startsWith(QStringLiteral("MULTI"))) QVERIFY(!report.findings[0].note.empty());
    }

    void pointsOutside() {
        const auto report = checked(
            input(layer("plan", {{"in", "POINT(1 1)", {}}, {"on", "POINT(0 5)", {}}, {"out", "POINT(20 20)", {}}}),
                  zones({{"a", square(0, 0, 10), {}}}, RuleDirection::RequireInside)));
        QCOMPARE(briefs(report), (QStringList{QStringLiteral("overlap a - - -"), QStringLiteral("overlap a - - -"),
                                              QStringLiteral("outside - - - -")}));
        QCOMPARE(report.findings[2].planId, std::string("out"));
        QVERIFY(!report.findings[2].note.empty());
    }

    void aControlPointInAPlanPolygon() {
        const auto report = checked(input(layer("plan", {{"p", square(0, 0, 10), {}}}),
                                          zones({{"in", "POINT(3 3)", {}}, {"out", "POINT(30 3)", {}}})));
        QCOMPARE(briefs(report), QStringList{QStringLiteral("overlap in - - -")});
    }
};

QTEST_GUILESS_MAIN(TestLinesAndPoints)
#include "test_lines_and_points.moc"
