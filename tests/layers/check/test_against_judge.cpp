// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "tests/layers/check/CheckBuilder.h"
#include "tests/support/ExactArea.h"
#include "tests/support/ExactLine.h"
#include "tests/support/GridPolygons.h"

using namespace check_builder;
using exact::SmallRational;

namespace {

layers::CheckLayer layerOf(const std::string& name, const std::vector<gis::Geometry>& shapes) {
    layers::CheckLayer made = layer(name, {});
    std::vector<gis::Feature> features;
    for (std::size_t i = 0; i < shapes.size(); ++i)
        features.emplace_back(gis::FeatureId{static_cast<std::int64_t>(i) + 1}, shapes[i],
                              std::vector<gis::Value>{std::to_string(i + 1), std::string()});
    made.table = made.table.with(features);
    return made;
}

std::vector<gis::Geometry> shapes(grid::Random& random, int count) {
    std::vector<gis::Geometry> made;
    while (static_cast<int>(made.size()) < count) {
        const grid::Pair pair = grid::anyPair(random, grid::asItIs);
        for (const gis::Geometry& shape : {pair.plan, pair.control})
            if (!shape.isEmpty() && shape.coordinateCount() < 120) made.push_back(shape);
    }
    return made;
}

gis::Geometry anyLine(grid::Random& random) {
    std::vector<gis::Coordinate> line;
    for (int left = grid::pick(random, 2, 6); left > 0;) {
        const gis::Coordinate next{static_cast<double>(grid::pick(random, -3, 12)),
                                   static_cast<double>(grid::pick(random, -3, 12))};
        if (!line.empty() && line.back() == next) continue;
        line.push_back(next);
        --left;
    }
    return gis::Geometry::lineString(line);
}

QString wkt(const gis::Geometry& g) { return QString::fromStdString(gis::toWkt(g)); }

}  // namespace

/// The whole check, planar, on small grids where everything that can coincide does, against exact fractions.
class TestAgainstJudge : public QObject {
    Q_OBJECT

    static std::map<std::pair<std::size_t, std::size_t>, layers::Finding> byPair(const layers::CheckReport& report) {
        std::map<std::pair<std::size_t, std::size_t>, layers::Finding> rows;
        for (const layers::Finding& f : report.findings)
            if (!f.againstLayer)
                rows[{static_cast<std::size_t>(number(f.planFeature)) - 1,
                      static_cast<std::size_t>(number(f.controlFeature)) - 1}] = f;
        return rows;
    }

private Q_SLOTS:
    void polygons() {
        grid::Random random(91);
        for (int round = 0; round < 30; ++round) {
            const auto plan = shapes(random, 6), zones = shapes(random, 8);
            auto made = input(layerOf("plan", plan), layerOf("zones", zones));
            made.control[0].rule = {layers::ControlType::DevBoundary, layers::RuleDirection::RequireInside};
            const auto report = checked(made, 2);
            const auto rows = byPair(report);
            QCOMPARE(report.summaries.size(), plan.size());
            std::map<std::int64_t, double> outside;
            for (const layers::Finding& f : report.findings)
                if (f.againstLayer) outside[number(f.planFeature)] = *f.areaSquareMetres;
            for (std::size_t p = 0; p < plan.size(); ++p) {
                for (std::size_t z = 0; z < zones.size(); ++z) {
                    const auto truth = exact::areaTruth<SmallRational>(plan[p], zones[z]);
                    const auto row = rows.find({p, z});
                    const double got = row == rows.end() ? 0 : row->second.areaSquareMetres.value_or(-1);
                    QVERIFY2((row != rows.end()) == truth.interiorsMeet && std::abs(got - truth.area) < 1e-9,
                             qPrintable(QStringLiteral("%1\n%2\nexpected %3, got %4")
                                            .arg(wkt(plan[p]), wkt(zones[z]))
                                            .arg(truth.area)
                                            .arg(got)));
                }
                const double net = exact::netTruth<SmallRational>(plan[p], zones).area;
                const auto summary = std::find_if(
                    report.summaries.begin(), report.summaries.end(),
                    [&](const layers::FindingSummary& s) { return number(s.planFeature) == static_cast<int>(p) + 1; });
                QVERIFY(summary != report.summaries.end());
                QVERIFY2(std::abs(*summary->netAreaSquareMetres - net) < 1e-9,
                         qPrintable(QStringLiteral("round %1, plan %2: net %3, expected %4")
                                        .arg(round)
                                        .arg(wkt(plan[p]))
                                        .arg(*summary->netAreaSquareMetres)
                                        .arg(net)));
                const double rest = gis::planeArea(plan[p]) - net;
                const auto found = outside.find(static_cast<std::int64_t>(p) + 1);
                const double told = found == outside.end() ? 0 : found->second;
                QVERIFY2(std::abs(told - rest) < 1e-9,
                         qPrintable(QStringLiteral("outside %1, expected %2").arg(told).arg(rest)));
                if (summary->balanceErrorSquareMetres) QVERIFY(std::abs(*summary->balanceErrorSquareMetres) < 1e-9);
            }
        }
    }

    void lines() {
        grid::Random random(92);
        for (int round = 0; round < 25; ++round) {
            std::vector<gis::Geometry> plan;
            for (int i = 0; i < 12; ++i) plan.push_back(anyLine(random));
            const auto zones = shapes(random, 6);
            const auto rows = byPair(checked(input(layerOf("plan", plan), layerOf("zones", zones)), 2));
            for (std::size_t p = 0; p < plan.size(); ++p) {
                for (std::size_t z = 0; z < zones.size(); ++z) {
                    const auto truth = exact::lineTruth<SmallRational>(plan[p], zones[z]);
                    const auto row = rows.find({p, z});
                    const double got = row == rows.end() ? 0 : row->second.lengthMetres.value_or(-1);
                    const int crossings = row == rows.end() ? 0 : row->second.crossings.value_or(-1);
                    QVERIFY2(
                        std::abs(got - truth.length) < 1e-9 && crossings == static_cast<int>(truth.passages.size()),
                        qPrintable(QStringLiteral("%1\n%2\nexpected %3 m, %4 passages, got %5 m, %6")
                                       .arg(wkt(plan[p]), wkt(zones[z]))
                                       .arg(truth.length)
                                       .arg(truth.passages.size())
                                       .arg(got)
                                       .arg(crossings)));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestAgainstJudge)
#include "test_against_judge.moc"
