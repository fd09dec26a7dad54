// SPDX-License-Identifier: Apache-2.0
#include <QElapsedTimer>
#include <algorithm>
#include <chrono>
#include <random>
#include <thread>

#include "tests/layers/check/CheckBuilder.h"

using namespace check_builder;

namespace {

// A ragged star about (x, y); every corner at a place that doubles hold only roughly.
std::string star(double x, double y, double radius, int corners, unsigned seed) {
    std::mt19937 random(seed);
    std::string wkt = "POLYGON((";
    std::string first;
    for (int i = 0; i < corners; ++i) {
        const double angle = i * 2 * M_PI / corners;
        const double r = radius * (0.6 + 0.4 * static_cast<double>(random() % 1000) / 1000);
        const std::string corner =
            gis::toPlainDecimal(x + r * std::cos(angle)) + " " + gis::toPlainDecimal(y + r * std::sin(angle));
        if (i == 0) first = corner;
        wkt += corner + ",";
    }
    return wkt + first + "))";
}

std::vector<Shape> stars(const std::string& prefix, int count, double radius, int corners, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<Shape> shapes;
    for (int i = 0; i < count; ++i) {
        const double x = 500'000 + static_cast<double>(random() % 10'000) / 10;
        const double y = 3'400'000 + static_cast<double>(random() % 10'000) / 10;
        shapes.push_back({prefix + std::to_string(i),
                          star(x, y, radius, corners, seed * 1000 + static_cast<unsigned>(i)),
                          "n" + std::to_string(i)});
    }
    return shapes;
}

layers::CheckInput job(unsigned shuffle = 0) {
    std::vector<Shape> plan = stars("p", 60, 90, 60, 1);
    std::vector<Shape> control = stars("z", 40, 120, 90, 2);
    if (shuffle > 0) {
        std::shuffle(plan.begin(), plan.end(), std::mt19937(shuffle));
        std::shuffle(control.begin(), control.end(), std::mt19937(shuffle + 1));
    }
    layers::CheckInput made = input(layer("plan", plan), zones(control, layers::RuleDirection::RequireInside));
    made.options.area = layers::AreaMethod::Ellipsoid;
    made.options.nearMetres = 60;
    made.options.keepGeometry = true;
    return made;
}

// Everything of a finding but the feature id, which is the position in the file here.
std::string everything(const layers::Finding& f) {
    const auto text = [](const std::optional<double>& value) { return value ? gis::toPlainDecimal(*value) : "-"; };
    return f.key() + brief(f) + text(f.shareOfPlanPercent) + text(f.shareOfControlPercent) + text(f.distanceMetres) +
           f.planName + f.controlName + f.note + gis::toWkt(f.geometry);
}

std::string everything(const layers::FindingSummary& s) {
    const auto text = [](const std::optional<double>& value) { return value ? gis::toPlainDecimal(*value) : "-"; };
    return s.planId + s.controlLayer + text(s.planAreaSquareMetres) + text(s.sumAreaSquareMetres) +
           text(s.netAreaSquareMetres) + text(s.netSharePercent) + text(s.balanceErrorSquareMetres) + s.status + s.note;
}

std::vector<std::string> everything(const layers::CheckReport& report) {
    std::vector<std::string> all;
    for (const layers::Finding& f : report.findings) all.push_back(everything(f));
    for (const layers::FindingSummary& s : report.summaries) all.push_back(everything(s));
    for (const gis::Warning& w : report.warnings) all.push_back(gis::describe(w));
    return all;
}

}  // namespace

class TestIndependence : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ofTheNumberOfThreads_data() {
        QTest::addColumn<unsigned>("threads");
        for (const unsigned threads : {2U, 3U, 16U}) QTest::addRow("%u", threads) << threads;
    }
    void ofTheNumberOfThreads() {
        QFETCH(unsigned, threads);
        const auto one = everything(checked(job(), 1));
        QVERIFY(one.size() > 300);
        QVERIFY(one == everything(checked(job(), threads)));
    }

    void ofTheOrderOfTheFeatures() {
        const auto one = everything(checked(job(), 2));
        QVERIFY(one == everything(checked(job(17), 2)));
        QVERIFY(one == everything(checked(job(99), 2)));
    }

    void balanceOfRaggedShapes() {
        for (const layers::FindingSummary& s : checked(job(), 2).summaries)
            QVERIFY2(std::abs(*s.balanceErrorSquareMetres) < 1e-4, s.planId.c_str());
    }

    void aCancelBeforeItBegins() {
        gis::JobControl control;
        control.cancel.cancel();
        QCOMPARE(layers::redLineCheck(job(), control).error().code, gis::ErrorCode::Canceled);
    }

    void aCancelInTheMiddleStopsWithinHalfASecond() {
        layers::CheckInput made =
            input(layer("plan", stars("p", 4000, 300, 200, 3)), zones(stars("z", 300, 300, 200, 4)));
        gis::JobControl control;
        control.threads = 2;
        std::atomic_bool begun = false;
        control.progress = [&](double) { begun = true; };
        QElapsedTimer timer;
        gis::ErrorCode code = gis::ErrorCode::Internal;
        std::thread worker([&] {
            const auto report = layers::redLineCheck(made, control);
            if (!report) code = report.error().code;
        });
        while (!begun) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        timer.start();
        control.cancel.cancel();
        worker.join();
        QCOMPARE(code, gis::ErrorCode::Canceled);
        QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    }

    void progressGoesUpToOne() {
        gis::JobControl control;
        control.threads = 2;
        std::atomic<double> last = 0;
        control.progress = [&](double fraction) { last = fraction; };
        QVERIFY(layers::redLineCheck(job(), control).has_value());
        QCOMPARE(last.load(), 1.0);
    }
};

QTEST_GUILESS_MAIN(TestIndependence)
#include "test_independence.moc"
