// SPDX-License-Identifier: Apache-2.0
// Numbers do not depend on which geometries are wanted besides; geometries that are asked for later are the same.
#include <random>

#include "gis/engine/Overlay.h"
#include "layers/check/CheckAgain.h"
#include "layers/check/FindingApprovals.h"
#include "layers/check/FindingPieces.h"
#include "layers/check/LiveCheck.h"
#include "layers/check/SnapshotCheckInput.h"
#include "layers/edit/EditSeries.h"
#include "tests/layers/check/CheckBuilder.h"
#include "tests/support/SmallPlan.h"

using namespace check_builder;
using layers::RuleDirection;

namespace {

using Random = std::mt19937;
int pick(Random& random, int least, int most) { return std::uniform_int_distribution<int>(least, most)(random); }

/// Lines on a small grid: they run back over themselves all the time.
std::string gridLine(Random& random) {
    std::string wkt = "LINESTRING(";
    int x = pick(random, 0, 12), y = pick(random, 0, 12);
    for (int i = 0; i < 7; ++i) {
        if (i > 0) wkt += ",";
        wkt += std::to_string(x) + " " + std::to_string(y);
        (i % 2 == 0 ? x : y) += pick(random, 1, 9) * (pick(random, 0, 1) == 0 ? -1 : 1);
    }
    return wkt + ")";
}

std::vector<layers::CheckOptions> allWays() {
    std::vector<layers::CheckOptions> ways;
    for (int i = 0; i < 16; ++i) {
        layers::CheckOptions one;
        one.area = layers::AreaMethod::Planar;
        one.keepGeometry = (i & 1) != 0;
        one.balance = (i & 2) != 0;
        one.details = (i & 4) != 0;
        if ((i & 8) != 0) one.thinMetres = 1e-6;
        one.hashInputs = false;
        ways.push_back(one);
    }
    return ways;
}

/// Every number of the rows, to the last bit.
QStringList numbersOf(const layers::CheckReport& report) {
    const auto text = [](const std::optional<double>& value) { return value ? gis::toPlainDecimal(*value) : "-"; };
    QStringList rows;
    for (const layers::Finding& f : report.findings)
        rows << QString::fromStdString(f.key() + " " + brief(f) + " " + text(f.shareOfPlanPercent));
    return rows;
}

const layers::Finding* outsideOf(const layers::CheckReport& report) {
    for (const layers::Finding& f : report.findings)
        if (f.againstLayer) return &f;
    return nullptr;
}

QString shapeText(const layers::Finding& f) {
    return QString::fromStdString(f.key() + " " + gis::toWkt(f.geometry) + " " +
                                  (f.perimeterMetres ? gis::toPlainDecimal(*f.perimeterMetres) : "-") + " " + f.note);
}
QStringList shapes(const std::vector<layers::Finding>& findings) {
    QStringList rows;
    for (const layers::Finding& f : findings) rows << shapeText(f);
    return rows;
}

/// The small plan with more in it: zones that overlap, a layer in another CRS, a line, points, things that touch.
layers::SnapshotPtr richPlan() {
    auto plan = std::make_shared<layers::ProjectSnapshot>(*small_plan::snapshot());
    const gis::Schema named({{"name", gis::FieldType::Text, 0}});
    std::vector<gis::Feature> zones;
    for (int i = 0; i < 40; ++i)
        zones.emplace_back(gis::FeatureId{10 + i},
                           small_plan::box(97.0 * (i % 8) - 150, 131.0 * (i / 8) - 40, 120, 90 + i),
                           std::vector<gis::Value>{"z" + std::to_string(i)});
    auto more = std::make_shared<layers::Layer>(
        *small_plan::layer(gis::LayerId{5}, "patches", layers::LayerKind::ControlLine, named, zones));
    more->control = {layers::ControlType::BasicFarmland, RuleDirection::ForbidInside};
    plan->layers.push_back(more);
    auto layout = std::make_shared<layers::Layer>(*plan->layer(small_plan::layoutId));
    std::vector<gis::Feature> features(layout->table.begin(), layout->table.end());
    features.push_back(
        small_plan::element(gis::FeatureId{3}, small_plan::box(-3500, 100, 900, 800), "platform", "out"));
    features.push_back(small_plan::element(
        gis::FeatureId{4},
        gis::Geometry::lineString({small_plan::at(-3600, 300), small_plan::at(600, 300), small_plan::at(-900, 300)}),
        "axis", "there and back"));
    layout->table = gis::FeatureTable(layout->table.schema(), layout->table.crs(), features);
    for (layers::LayerPtr& layer : plan->layers)
        if (layer->id == layout->id) layer = layout;
    return plan;
}

layers::CheckInput inputOf(const layers::ProjectSnapshot& plan, bool keepGeometry) {
    layers::CheckOptions options;
    options.keepGeometry = keepGeometry;
    options.balance = false;
    options.hashInputs = false;
    return layers::checkInput(plan, options);
}

}  // namespace

class TestPieces : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLineThatComesBackLiesOutsideTwice() {
        auto made = input(layer("plan", {{"p", "LINESTRING(0 0,100 0,50 0)", {}}}),
                          zones({{"z", square(-10, -20, 40), {}}}, RuleDirection::RequireInside));
        for (const layers::CheckOptions& way : allWays()) {
            made.options = way;
            const auto report = checked(made);
            const layers::Finding* outside = outsideOf(report);
            QVERIFY(outside);
            QCOMPARE(*outside->lengthMetres, 120.0);  // of 150 m
            QCOMPARE(*outside->shareOfPlanPercent, 80.0);
            QCOMPARE(*report.summaries.at(0).netLengthMetres, 30.0);
            QCOMPARE(outside->geometry.isEmpty(), !way.keepGeometry);
            if (way.keepGeometry) QCOMPARE(gis::planeLength(outside->geometry), 120.0);
        }
    }

    void whatLiesOutsideIsWhatIsNotInside() {
        Random random(41);
        int outsides = 0, dissolved = 0;
        for (int i = 0; i < 400; ++i) {
            auto made = input(layer("plan", {{"p", gridLine(random), {}}}),
                              zones({{"a", square(pick(random, -3, 9), pick(random, -3, 9), pick(random, 2, 8)), {}},
                                     {"b", square(pick(random, -3, 9), pick(random, -3, 9), pick(random, 2, 8)), {}}},
                                    RuleDirection::RequireInside));
            QStringList rows;
            for (const layers::CheckOptions& way : allWays()) {
                made.options = way;
                const auto report = checked(made);
                if (rows.isEmpty()) rows = numbersOf(report);
                QCOMPARE(numbersOf(report), rows);
                const layers::Finding* outside = outsideOf(report);
                const layers::FindingSummary& summary = report.summaries.at(0);
                const double rest = *summary.planLengthMetres - *summary.netLengthMetres;
                QCOMPARE(outside ? *outside->lengthMetres : 0.0, rest > 1e-6 ? rest : 0.0);
                if (!outside || !way.keepGeometry) continue;
                ++outsides;
                QVERIFY(std::abs(gis::planeLength(outside->geometry) - rest) < 1e-6);
                const auto once = gis::unionAll({outside->geometry}, {});
                dissolved += once && gis::planeLength(*once) < rest - 1e-6 ? 1 : 0;
            }
        }
        QVERIFY2(outsides > 1000 && dissolved > 50, qPrintable(QStringLiteral("%1 %2").arg(outsides).arg(dissolved)));
    }

    void areasOutsideDoNotDependOnWhatElseIsAsked() {
        Random random(42);
        for (int i = 0; i < 120; ++i) {
            const auto any = [&random](double scale) { return scale * pick(random, -1000, 1000) / 997.0; };
            auto made = input(layer("plan", {{"p", square(any(20), any(20), 30 + any(9)), {}}}),
                              zones({{"a", square(any(30), any(30), 25 + any(9)), {}},
                                     {"b", square(any(30), any(30), 25 + any(9)), {}}},
                                    RuleDirection::RequireInside));
            QStringList rows;
            for (const layers::CheckOptions& way : allWays()) {
                made.options = way;
                const QStringList now = numbersOf(checked(made));
                if (rows.isEmpty()) rows = now;
                QCOMPARE(now, rows);
            }
        }
    }

    void theLiveNumberIsThatOfTheCheck() {
        const layers::SnapshotPtr plan = richPlan();
        const gis::Feature& line = *plan->layer(small_plan::layoutId)->table.find(gis::FeatureId{4});
        const layers::LiveCheck live;
        const auto numbers = live.numbers(*plan, small_plan::layoutId, line);
        QVERIFY(numbers.has_value());
        const auto shaped = live.withShapes(*numbers);
        QVERIFY(shaped.has_value());
        const auto report = layers::redLineCheck(inputOf(*plan, true));
        QVERIFY(report.has_value());
        int compared = 0;
        for (const layers::Finding& f : report->findings) {
            if (f.planFeature != line.id() || !f.againstLayer) continue;
            for (const auto* answer : {&*numbers, &*shaped})
                for (const layers::LiveOverlap& overlap : answer->overlaps) {
                    if (overlap.controlLayer != f.controlLayerId) continue;
                    QCOMPARE(*overlap.outsideMetres, *f.lengthMetres);
                    ++compared;
                }
        }
        QCOMPARE(compared, 2);
    }

    void piecesCutLaterAreThoseOfACheckThatKeepsThem() {
        const layers::SnapshotPtr plan = richPlan();
        const auto kept = layers::redLineCheck(inputOf(*plan, true));
        QVERIFY(kept.has_value());
        layers::PreparedControls ready;
        const auto made = layers::checkAgain(nullptr, inputOf(*plan, false), ready);
        QVERIFY(made.has_value());
        const layers::CheckReport& bare = *(*made)->report;
        QCOMPARE(numbersOf(bare), numbersOf(*kept));
        std::size_t pieces = 0;
        for (const layers::Finding& f : bare.findings) QVERIFY(f.geometry.isEmpty());
        for (const layers::Finding& f : kept->findings) pieces += f.geometry.isEmpty() ? 0 : 1;
        QVERIFY2(pieces > 40, qPrintable(QString::number(pieces)));
        // All at once, each alone, and those of a file.
        const auto together = layers::withPieces((*made)->input, bare.findings);
        QVERIFY(together.has_value());
        QCOMPARE(shapes(*together), shapes(kept->findings));
        for (std::size_t i = 0; i < bare.findings.size(); ++i) {
            const auto one = layers::withPieces((*made)->input, {bare.findings[i]});
            QVERIFY(one.has_value());
            QCOMPARE(shapeText(one->front()), shapeText(kept->findings[i]));
            QCOMPARE(brief(one->front()), brief(bare.findings[i]));
        }
        const auto whole = layers::withAllPieces((*made)->input, bare, ready);
        QVERIFY(whole.has_value());
        QCOMPARE(shapes(whole->findings), shapes(kept->findings));
        QCOMPARE(whole->run.id, bare.run.id);
        QCOMPARE(whole->summaries.size(), bare.summaries.size());
    }

    // An approval given for the place of its overlap lapses where the overlap has moved, though no check keeps pieces.
    void anApprovalStillHoldsForAPlace() {
        auto plan = std::make_shared<layers::ProjectSnapshot>(*small_plan::snapshot());
        layers::PreparedControls ready;
        const auto first = layers::checkAgain(nullptr, inputOf(*plan, false), ready);
        QVERIFY(first.has_value());
        const auto& findings = (*first)->report->findings;
        const auto conflict = std::find_if(findings.begin(), findings.end(), [](const layers::Finding& f) {
            return f.isConflict() && f.areaSquareMetres;
        });
        QVERIFY(conflict != findings.end());
        const auto cut = layers::withPieces((*first)->input, {*conflict});
        QVERIFY(cut.has_value() && !cut->front().geometry.isEmpty());
        plan->approvals = {
            {conflict->key(), "why", {}, {}, layers::overlapMark(cut->front(), (*first)->report->geometryCrs), "run"}};
        const auto stateNow = [&]() -> std::optional<layers::FindingApprovals::State> {
            const auto again = layers::checkAgain(*first, inputOf(*plan, false), ready);
            if (!again) return std::nullopt;
            const layers::CheckReport& report = *(*again)->report;
            std::size_t kept = 0;
            for (const layers::Finding& f : report.findings) kept += f.geometry.isEmpty() ? 0 : 1;
            if (kept != 1) return std::nullopt;
            const layers::FindingApprovals given(plan->approvals, report.geometryCrs);
            for (const layers::Finding& f : report.findings)
                if (f.key() == plan->approvals[0].findingKey) return given.of(f).state;
            return std::nullopt;
        };
        QVERIFY(stateNow() == layers::FindingApprovals::State::Approved);
        // Along the red line: the same area elsewhere.
        auto layout = std::make_shared<layers::Layer>(*plan->layer(small_plan::layoutId));
        std::vector<gis::Feature> features(layout->table.begin(), layout->table.end());
        for (gis::Feature& feature : features)
            if (feature.id() == small_plan::platform)
                feature = feature.withGeometry(small_plan::box(0, 300, 1000, 1000));
        layout->table = gis::FeatureTable(layout->table.schema(), layout->table.crs(), features);
        for (layers::LayerPtr& layer : plan->layers)
            if (layer->id == layout->id) layer = layout;
        QVERIFY(stateNow() == layers::FindingApprovals::State::Lapsed);
    }

    void aFormHoldsForAWideStripOfTheEarth() {
        const auto box = [](double x, double y, double w, double h) {
            const auto at = [](double a, double b) { return gis::toPlainDecimal(a) + " " + gis::toPlainDecimal(b); };
            return "POLYGON((" + at(x, y) + "," + at(x + w, y) + "," + at(x + w, y + h) + "," + at(x, y + h) + "," +
                   at(x, y) + "))";
        };
        auto made = input(
            layer("plan", {{"p", box(-170, 20, 1, 1), {}}, {"q", box(-79, 68, 1, 1), {}}}, "EPSG:4490"),
            layer("zones", {{"a", box(-169.5, 20.25, 1, 0.5), {}}, {"b", box(-78.5, 68.5, 1, 2), {}}}, "EPSG:4490"));
        made.options = {};
        made.options.hashInputs = false;
        const auto report = checked(made);
        QCOMPARE(report.findings.size(), 2U);
        QCOMPARE(report.stats.fallbacks, 0U);
        QCOMPARE(report.stats.measured, 0U);
        QVERIFY(report.warnings.empty());
        // Alone each is measured by a form of its own place.
        for (std::size_t i = 0; i < 2; ++i) {
            auto alone =
                input(layer("plan", {i == 0 ? Shape{"p", box(-170, 20, 1, 1), {}} : Shape{"q", box(-79, 68, 1, 1), {}}},
                            "EPSG:4490"),
                      made.control[0]);
            alone.control[0].table =
                gis::FeatureTable(made.control[0].table.schema(), made.control[0].table.crs(),
                                  {*made.control[0].table.find(gis::FeatureId{static_cast<std::int64_t>(i) + 1})});
            alone.options = made.options;
            const double area = *checked(alone).findings.at(0).areaSquareMetres;
            QVERIFY(std::abs(*report.findings[i].areaSquareMetres - area) < 1e-11 * area + 1e-6);
        }
    }

    void pairsWithoutAFormAreTold() {
        // Both ends of the earth as seen from the middle of a zone of three degrees.
        auto made = input(layer("plan", {{"p", square(-4e6, 0, 100), {}}, {"q", square(4e6, 0, 100), {}}}),
                          zones({{"a", square(-4e6 + 50, 0, 100), {}}, {"b", square(4e6 + 50, 0, 100), {}}}));
        made.options = {};
        made.options.hashInputs = false;
        const auto report = checked(made);
        QCOMPARE(report.findings.size(), 2U);
        QCOMPARE(report.stats.measured, 2U);
        QCOMPARE(report.stats.fallbacks, 2U);
        QCOMPARE(report.warnings.size(), 1U);
        QCOMPARE(report.warnings[0].kind, std::string("areas_by_pieces"));
        QVERIFY(gis::translated(report.warnings[0].text).starts_with("2 overlaps"));
    }
};

QTEST_GUILESS_MAIN(TestPieces)
#include "test_pieces.moc"
