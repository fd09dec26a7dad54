// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <random>

#include "layers/style/Filter.h"

using layers::Filter;

/// Conditions of rules: what they mean, and what is said of those that cannot be read.
class TestFilter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void means_data();
    void means();
    void errorsNameThePlace_data();
    void errorsNameThePlace();
    void oneWayOfWritingMeansTheSame_data() { means_data(); }
    void oneWayOfWritingMeansTheSame();
    void namesItsFields();
    void nestingAndLengthAreLimited();
    void noTextOfAnyKindCrashes();
};

namespace {

const gis::Schema& schema() {
    static const gis::Schema fields({{"name", gis::FieldType::Text, 0},
                                     {"population", gis::FieldType::Integer, 0},
                                     {"share", gis::FieldType::Real, 0},
                                     {"级别", gis::FieldType::Text, 0},
                                     {"note", gis::FieldType::Text, 0}});
    return fields;
}

/// Chongqing, 3200, 0.25, 市; without a note.
gis::Feature feature() {
    return {gis::FeatureId{1}, {}, {std::string("重庆市"), std::int64_t{3200}, 0.25, std::string("市"), gis::Value{}}};
}

bool matches(const std::string& text) {
    const auto filter = Filter::parse(text);
    return filter && filter->boundTo(schema()).matches(feature());
}

}  // namespace

void TestFilter::means_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("yes");
    const auto row = [](const char* text, bool yes) { QTest::newRow(text) << QString::fromUtf8(text) << yes; };
    row("population = 3200", true);
    row("population == 3200.0", true);
    row("population <> 3200", false);
    row("population >= 3200 and population <= 3200", true);
    row("population > 3200 or share < 0.3", true);
    row("not population > 3200", true);
    row("NOT (population > 3200 OR share > 0.2)", false);
    row("share > -1.5e-3", true);
    row("name = '重庆市'", true);
    row("name != '成都市'", true);
    row("级别 in ('市', '区')", true);
    row("\"级别\" not in ('市', '区')", false);
    row("级别 in ('县')", false);
    row("name like '%庆_'", true);
    row("name like '庆%'", false);
    row("name not like '_庆'", true);
    row("name like '%'", true);
    row("note is null", true);
    row("note is not null", false);
    row("name is not null", true);
    // A comparison with nothing is neither true nor false, so its negation is not true either.
    row("note = 'x'", false);
    row("not note = 'x'", false);
    row("note <> 'x'", false);
    row("note = 'x' or true = true", true);
    row("note not in ('x')", false);
    row("population in (1, 3200, null)", true);
    row("population not in (1, null)", false);
    // Texts that are numbers beside numbers.
    row("population = '3200'", true);
    row("population < 'abc'", false);
    row("population <> 'abc'", true);
    row("nothing_such is null", true);
    row("name = 'it''s'", false);
    row("a = 1 or population = 3200 and share = 0.25", true);
    row("(population = 1 or population = 3200) and share = 1", false);
    row("3200 = population", true);
    row("population > share", true);
}

void TestFilter::means() {
    QFETCH(QString, text);
    QFETCH(bool, yes);
    const auto filter = Filter::parse(text.toStdString());
    QVERIFY2(filter.has_value(), filter ? "" : gis::describe(filter.error()).c_str());
    QCOMPARE(filter->boundTo(schema()).matches(feature()), yes);
}

void TestFilter::oneWayOfWritingMeansTheSame() {
    QFETCH(QString, text);
    QFETCH(bool, yes);
    const std::string written = Filter::parse(text.toStdString())->toText();
    QVERIFY2(matches(written) == yes, written.c_str());
    QCOMPARE(Filter::parse(written)->toText(), written);
}

void TestFilter::errorsNameThePlace_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("character");
    const auto row = [](const char* text, int at) { QTest::newRow(text) << QString::fromUtf8(text) << at; };
    row("", 1);
    row("population >", 13);
    row("population 3", 12);
    row("population = 3 population", 16);
    row("(population = 3", 16);
    row("级别 = '市", 6);  // counted in characters, not in bytes
    row("级别 = 市 )", 8);
    row("a in 3", 6);
    row("a in (1 2)", 9);
    row("a in ()", 7);
    row("a is 3", 6);
    row("a like b", 8);
    row("a not 3", 7);
    row("a = 3; drop", 6);
    row("a = 1e999", 5);
    row("a = 12ab", 7);
    row("and = 3", 1);
    row("a = \"", 5);
}

void TestFilter::errorsNameThePlace() {
    QFETCH(QString, text);
    QFETCH(int, character);
    const auto filter = Filter::parse(text.toStdString());
    QVERIFY(!filter);
    QCOMPARE(filter.error().code, gis::ErrorCode::InvalidData);
    const QString told = QString::fromStdString(gis::describe(filter.error()));
    QVERIFY2(told.contains(QStringLiteral("character %1:").arg(character)), qPrintable(told));
}

void TestFilter::namesItsFields() {
    const auto filter = Filter::parse("b = 1 and (\"级别\" in ('x', a) or not b < c)");
    QVERIFY(filter.has_value());
    QCOMPARE(filter->fields(), (std::vector<std::string>{"b", "级别", "a", "c"}));
}

void TestFilter::nestingAndLengthAreLimited() {
    const std::string open(59, '('), close(59, ')');
    QVERIFY(matches(open + "population = 3200" + close));
    QVERIFY(!Filter::parse(open + open + "population = 3200" + close + close));
    std::string negations;
    for (int i = 0; i < 500; ++i) negations += "not ";
    QVERIFY(!Filter::parse(negations + "a = 1"));
    QVERIFY(!Filter::parse("a = '" + std::string(5000, 'x') + "'"));
}

void TestFilter::noTextOfAnyKindCrashes() {
    std::mt19937 random(20261122);
    const std::vector<std::string> pieces = {"a", "级别", "'x'", "\"y\"", "3",  "-2.5", "(",    ")",
                                             ",", "and",  "or",  "not",   "in", "like", "is",   "null",
                                             "=", "<",    ">=",  "<>",    "'",  "\"",   "\xff", "%"};
    int good = 0;
    for (int round = 0; round < 60'000; ++round) {
        std::string text;
        const int count = static_cast<int>(random() % 12);
        for (int piece = 0; piece < count; ++piece) text += pieces[random() % pieces.size()] + " ";
        const auto filter = Filter::parse(text);
        if (!filter) continue;
        ++good;
        const bool yes = filter->boundTo(schema()).matches(feature());
        const auto again = Filter::parse(filter->toText());
        QVERIFY2(again.has_value(), filter->toText().c_str());
        QCOMPARE(again->boundTo(schema()).matches(feature()), yes);
    }
    QVERIFY2(good > 80, qPrintable(QString::number(good)));
}

QTEST_GUILESS_MAIN(TestFilter)
#include "test_filter.moc"
