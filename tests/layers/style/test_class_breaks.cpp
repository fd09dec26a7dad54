// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <cmath>
#include <numeric>
#include <random>

#include "layers/style/ClassBreaks.h"
#include "layers/style/ClassMaking.h"
#include "layers/style/FeatureClassifier.h"

using layers::BreakMethod;

/// Classes of numbers against plain computations of the same definitions.
class TestClassBreaks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalIntervalsAreEqual();
    void quantilesHoldEqualCounts();
    void naturalBreaksAreTheBestOfAllPartitions();
    void naturalBreaksFindTheGroups();
    void prettyBreaksAreRound();
    void edgesOfInput();
    void everyFeatureFindsItsClass_data();
    void everyFeatureFindsItsClass();
    void valuesBecomeClassesInOrder();
    void tooManyValuesAreRefused();
    void rampsRunFromFirstToLast();
};

namespace {

std::vector<double> breaksOf(const std::vector<double>& values, int classes, BreakMethod method) {
    return layers::classBreaks(values, classes, method).value();
}

double deviation(const std::vector<double>& sorted, std::size_t from, std::size_t to) {
    const double mean =
        std::accumulate(sorted.begin() + long(from), sorted.begin() + long(to), 0.0) / double(to - from);
    double sum = 0;
    for (std::size_t i = from; i < to; ++i) sum += (sorted[i] - mean) * (sorted[i] - mean);
    return sum;
}

/// The least deviation over all ways to cut the sorted values into so many runs, by trying them all.
double leastDeviation(const std::vector<double>& sorted, std::size_t from, int classes) {
    if (classes == 1) return deviation(sorted, from, sorted.size());
    double least = INFINITY;
    for (std::size_t cut = from + 1; cut + std::size_t(classes) - 1 <= sorted.size(); ++cut)
        least = std::min(least, deviation(sorted, from, cut) + leastDeviation(sorted, cut, classes - 1));
    return least;
}

/// The deviation of the classes that the breaks make, a value on a limit belonging to the lower class.
double deviationOf(const std::vector<double>& sorted, const std::vector<double>& breaks) {
    double sum = 0;
    std::size_t from = 0;
    for (std::size_t i = 1; i < breaks.size(); ++i) {
        std::size_t to = from;
        while (to < sorted.size() && sorted[to] <= breaks[i]) ++to;
        if (to > from) sum += deviation(sorted, from, to);
        from = to;
    }
    return from == sorted.size() ? sum : INFINITY;
}

gis::FeatureTable tableOf(const std::vector<gis::Value>& values) {
    std::vector<gis::Feature> features;
    for (const gis::Value& value : values)
        features.emplace_back(gis::FeatureId{std::int64_t(features.size()) + 1}, gis::Geometry::point({0, 0}),
                              std::vector<gis::Value>{value});
    return gis::FeatureTable(gis::Schema({{"v", gis::FieldType::Real, 0}}), gis::CoordinateReferenceSystem::cgcs2000(),
                             features);
}

layers::ClassWish wishFor(int count, BreakMethod method) {
    layers::ClassWish wish;
    wish.field = "v";
    wish.base.fill = layers::FillSymbol{};
    wish.count = count;
    wish.method = method;
    wish.ramp = layers::shippedRamps().value().front();
    return wish;
}

}  // namespace

void TestClassBreaks::equalIntervalsAreEqual() {
    const auto breaks = breaksOf({3, 13, 4, 9}, 4, BreakMethod::EqualInterval);
    QCOMPARE(breaks, (std::vector<double>{3, 5.5, 8, 10.5, 13}));
}

void TestClassBreaks::quantilesHoldEqualCounts() {
    std::vector<double> values(101);
    std::iota(values.begin(), values.end(), 0.0);
    QCOMPARE(breaksOf(values, 4, BreakMethod::Quantile), (std::vector<double>{0, 25, 50, 75, 100}));
    // R: quantile(c(1, 2, 4, 8, 16), (0:3)/3, type = 7)
    const auto uneven = breaksOf({16, 1, 8, 2, 4}, 3, BreakMethod::Quantile);
    const std::vector<double> expected{1, 2 + 2.0 / 3, 4 + 4 * 2.0 / 3, 16};
    for (std::size_t i = 0; i < 4; ++i) QVERIFY(std::abs(uneven[i] - expected[i]) < 1e-12);
}

void TestClassBreaks::naturalBreaksAreTheBestOfAllPartitions() {
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        std::vector<double> values(5 + random() % 14);
        for (double& value : values) value = double(random() % 60) * (round % 3 == 0 ? 1.0 : 0.37) - 10;
        std::sort(values.begin(), values.end());
        const int classes = 2 + int(random() % 4);
        const auto breaks = breaksOf(values, classes, BreakMethod::NaturalBreaks);
        const double least = leastDeviation(values, 0, classes);
        const double ours = deviationOf(values, breaks);
        QVERIFY2(std::abs(ours - least) <= 1e-9 * (1 + least),
                 qPrintable(QStringLiteral("%1 %2").arg(ours).arg(least)));
    }
}

void TestClassBreaks::naturalBreaksFindTheGroups() {
    std::vector<double> values;
    for (int i = 0; i < 50'000; ++i) {
        const double part = (i * 0.618) - std::floor(i * 0.618);
        values.push_back((i % 3) * 1000 + part);
    }
    const auto breaks = breaksOf(values, 3, BreakMethod::NaturalBreaks);
    QCOMPARE(breaks.size(), std::size_t{4});
    QVERIFY(breaks[1] > 0.9 && breaks[1] < 1.1);
    QVERIFY(breaks[2] > 1000.9 && breaks[2] < 1001.1);
}

void TestClassBreaks::prettyBreaksAreRound() {
    QCOMPARE(breaksOf({0.3, 9.7}, 5, BreakMethod::Pretty), (std::vector<double>{0, 2, 4, 6, 8, 10}));
    QCOMPARE(breaksOf({1200, 4800}, 4, BreakMethod::Pretty), (std::vector<double>{1000, 2000, 3000, 4000, 5000}));
    const auto around = breaksOf({-7, 12}, 4, BreakMethod::Pretty);
    QCOMPARE(around, (std::vector<double>{-10, -5, 0, 5, 10, 15}));
}

void TestClassBreaks::edgesOfInput() {
    for (const BreakMethod method :
         {BreakMethod::EqualInterval, BreakMethod::Quantile, BreakMethod::NaturalBreaks, BreakMethod::Pretty}) {
        QVERIFY(!layers::classBreaks({}, 3, method));
        QVERIFY(!layers::classBreaks({NAN, INFINITY}, 3, method));
        QVERIFY(!layers::classBreaks({1, 2}, 0, method));
        QVERIFY(!layers::classBreaks({1, 2}, 21, method));
        QVERIFY(!layers::classBreaks({-1e308, 1e308}, 3, method));
        QCOMPARE(breaksOf({4, 4, 4}, 3, method), (std::vector<double>{4, 4}));
        const auto two = breaksOf({1, 2, NAN}, 9, method);
        QVERIFY(two.size() >= 2 && two.front() <= 1 && two.back() >= 2);
        QVERIFY(std::is_sorted(two.begin(), two.end()));
        const auto tiny = breaksOf({1, 1 + 1e-15, 1 + 4e-15}, 5, method);
        QVERIFY(tiny.front() <= 1 && tiny.back() >= 1 + 4e-15);
    }
    // The least value alone is a class too.
    QCOMPARE(breaksOf({0, 10, 10.1, 10.2}, 2, BreakMethod::NaturalBreaks), (std::vector<double>{0, 0, 10.2}));
}

void TestClassBreaks::everyFeatureFindsItsClass_data() {
    QTest::addColumn<int>("method");
    for (int method = 0; method < 4; ++method) QTest::addRow("method %d", method) << method;
}

/// No value falls between classes, and by natural breaks and quantiles none of them is empty.
void TestClassBreaks::everyFeatureFindsItsClass() {
    QFETCH(int, method);
    std::mt19937 random(11);
    std::vector<gis::Value> values;
    for (int i = 0; i < 997; ++i) values.emplace_back(std::exp(double(random() % 1000) / 150) / 3);
    values.emplace_back();
    const auto table = tableOf(values);
    layers::Style style;
    style.classedBy = layers::ClassedBy::Range;
    style.categoryField = "v";
    style.categories = layers::classesByRange(table, wishFor(7, BreakMethod(method))).value();
    const layers::FeatureClassifier classes(style, table.schema());
    std::vector<int> counts(style.categories.size());
    int others = 0;
    for (const gis::Feature& feature : table) {
        const int number = classes.classOf(feature);
        number == layers::FeatureClassifier::others ? ++others : ++counts[std::size_t(number)];
    }
    QCOMPARE(others, 1);  // the one without a value
    if (BreakMethod(method) == BreakMethod::NaturalBreaks || BreakMethod(method) == BreakMethod::Quantile)
        for (const int count : counts) QVERIFY(count > 0);
    if (BreakMethod(method) == BreakMethod::Quantile)
        for (const int count : counts) QVERIFY(std::abs(count - 997 / 7.0) < 8);
    QVERIFY(!(style.categories.front().symbol == style.categories.back().symbol));
}

void TestClassBreaks::valuesBecomeClassesInOrder() {
    const auto table = tableOf({std::string("b"), 10.0, 9.0, std::string("a"), 10.0, gis::Value{}});
    const auto classes = layers::classesByValue(table, wishFor(0, BreakMethod::Pretty)).value();
    std::vector<std::string> values;
    for (const auto& category : classes) values.push_back(category.value);
    QCOMPARE(values, (std::vector<std::string>{"9", "10", "a", "b"}));
    auto wish = wishFor(0, BreakMethod::Pretty);
    wish.field = "nothing such";
    QCOMPARE(layers::classesByValue(table, wish).error().code, gis::ErrorCode::NotFound);
}

void TestClassBreaks::tooManyValuesAreRefused() {
    std::vector<gis::Value> values;
    for (int i = 0; i < 201; ++i) values.emplace_back(double(i));
    const auto classes = layers::classesByValue(tableOf(values), wishFor(0, BreakMethod::Pretty));
    QVERIFY(!classes);
    QVERIFY(gis::describe(classes.error()).find("200") != std::string::npos);
}

void TestClassBreaks::rampsRunFromFirstToLast() {
    const auto ramps = layers::shippedRamps();
    QVERIFY2(ramps.has_value(), ramps ? "" : gis::describe(ramps.error()).c_str());
    QVERIFY(ramps->size() >= 6);
    for (const auto& ramp : *ramps) {
        QVERIFY(!ramp.title.empty() && !ramp.origin.empty());
        const auto colours = layers::coloursOf(ramp, 9);
        QCOMPARE(colours.size(), std::size_t{9});
        QCOMPARE(colours.front(), ramp.colours.front());
        if (!ramp.isQualitative) QCOMPARE(colours.back(), ramp.colours.back());
    }
}

QTEST_GUILESS_MAIN(TestClassBreaks)
#include "test_class_breaks.moc"
