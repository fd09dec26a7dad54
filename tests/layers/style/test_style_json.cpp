// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QtTest>

#include "gis/base/Resources.h"
#include "layers/style/Style.h"

using layers::Style;

/// The JSON form of styles: what is written reads back the same, and what is wrong is named.
class TestStyleJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyMemberSurvivesTheRoundTrip();
    void everyShippedStyleReadsAndReturns_data();
    void everyShippedStyleReadsAndReturns();
    void wrongMembersAreNamed_data();
    void wrongMembersAreNamed();
    void coloursAreStrict_data();
    void coloursAreStrict();
    void unknownStylesAreNotFound();
    void theLayoutStyleKnowsItsKinds();
};

namespace {

/// A style in which every member differs from its default.
Style fullStyle() {
    layers::LineSymbol line{{1, 2, 3, 4}, 0.7, {1.5, 0.25}, {9, 8, 7, 6},    0.3, 1.25, {5, 6, 7, 8},
                            true,         0.5, true,        {10, 20, 30, 40}};
    layers::FillSymbol fill{layers::FillPattern::CrossHatch, {1, 1, 1, 1}, {2, 2, 2, 2}, 2.5, 30, 0.2, true};
    layers::MarkerSymbol marker{layers::MarkerShape::Star, 3.5, {3, 3, 3, 3}, {4, 4, 4, 4}, 0.1, {5, 5, 5, 5}};
    layers::LabelStyle label{
        "名称", 9.5, true, {1, 0, 0, 255}, {0, 1, 0, 9}, 0.6, 0.25, layers::LabelPlacement::AlongLine, 77};
    Style style;
    style.name = "全部";
    style.origin = "测试";
    style.version = 7;
    style.symbol = {fill, line, marker};
    style.title = "图例名";
    style.categoryField = "kind";
    layers::Category& axis = style.categories.emplace_back();
    axis.value = "axis";
    axis.title = "轴";
    axis.symbol = {fill, std::nullopt, marker};
    axis.label = label;
    axis.minScaleDenominator = 1000;
    axis.maxScaleDenominator = 2e6;
    style.categories.emplace_back().title = "无";
    style.label = label;
    style.opacity = 0.4;
    style.minScaleDenominator = 10;
    style.maxScaleDenominator = 1e7;
    return style;
}

}  // namespace

void TestStyleJson::everyMemberSurvivesTheRoundTrip() {
    const Style style = fullStyle();
    const auto back = layers::styleFromJson(layers::toJson(style));
    QVERIFY2(back.has_value(), back ? "" : gis::describe(back.error()).c_str());
    QVERIFY(*back == style);
    QVERIFY(!(*back == Style{}));
}

void TestStyleJson::everyShippedStyleReadsAndReturns_data() {
    QTest::addColumn<QString>("name");
    const QDir folder(QString::fromStdString(gis::resourceFolder() + "/styles"));
    const QStringList files = folder.entryList({QStringLiteral("*.json")});
    QVERIFY(files.size() >= 10);
    for (const QString& file : files) QTest::newRow(qPrintable(file)) << file.chopped(5);
}

void TestStyleJson::everyShippedStyleReadsAndReturns() {
    QFETCH(QString, name);
    const auto style = layers::shippedStyle(name.toStdString());
    QVERIFY2(style.has_value(), style ? "" : gis::describe(style.error()).c_str());
    QCOMPARE(style->name, name.toStdString());
    QVERIFY(style->version >= 1);
    QVERIFY2(!style->origin.empty(), "a style says where it comes from");
    const auto back = layers::styleFromJson(layers::toJson(*style));
    QVERIFY(back && *back == *style);
}

void TestStyleJson::wrongMembersAreNamed_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("named");
    const auto row = [](const char* name, const char* json, const char* named) {
        QTest::newRow(name) << QString::fromUtf8(json) << QString::fromUtf8(named);
    };
    row("not JSON", "{", "JSON");
    row("not an object", "[]", "(root)");
    row("unknown member", R"({"colour":"#000000"})", "member colour");
    row("unknown member deep inside", R"({"categories":[{},{"symbol":{"line":{"width":1}}}]})",
        "categories[1].symbol.line.width");
    row("text for a number", R"({"symbol":{"line":{"width_mm":"1"}}})", "symbol.line.width_mm");
    row("negative width", R"({"symbol":{"line":{"width_mm":-1}}})", "symbol.line.width_mm");
    row("opacity above one", R"({"opacity":1.5})", "member opacity");
    row("broken colour", R"({"symbol":{"fill":{"colour":"#12345"}}})", "symbol.fill.colour");
    row("unknown word", R"({"symbol":{"fill":{"pattern":"stripes"}}})", "hatch");
    row("fraction for a whole number", R"({"version":1.5})", "member version");
    row("dash of texts", R"({"symbol":{"line":{"dash_mm":["a"]}}})", "symbol.line.dash_mm");
    row("hatch that would never end", R"({"symbol":{"fill":{"spacing_mm":0}}})", "symbol.fill.spacing_mm");
    row("array for an object", R"({"label":[]})", "member label");
}

void TestStyleJson::wrongMembersAreNamed() {
    QFETCH(QString, json);
    QFETCH(QString, named);
    const auto style = layers::styleFromJson(json.toStdString());
    QVERIFY(!style);
    QCOMPARE(style.error().code, gis::ErrorCode::InvalidData);
    const QString told = QString::fromStdString(gis::describe(style.error()));
    QVERIFY2(told.contains(named), qPrintable(told));
}

void TestStyleJson::coloursAreStrict_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("opaque") << QStringLiteral("#0a10ff") << true;
    QTest::newRow("with alpha") << QStringLiteral("#0a10ff80") << true;
    QTest::newRow("short") << QStringLiteral("#fff") << false;
    QTest::newRow("name") << QStringLiteral("red") << false;
    QTest::newRow("sign inside") << QStringLiteral("#+a10ff") << false;
    QTest::newRow("not hexadecimal") << QStringLiteral("#0g10ff") << false;
}

void TestStyleJson::coloursAreStrict() {
    QFETCH(QString, text);
    QFETCH(bool, good);
    const auto colour = layers::parseColour(text.toStdString());
    QCOMPARE(colour.has_value(), good);
    if (good) QCOMPARE(layers::toText(*colour), text.toStdString());
}

void TestStyleJson::unknownStylesAreNotFound() {
    for (const char* name : {"no_such_style", "../styles/layout", ""}) {
        const auto style = layers::shippedStyle(name);
        QVERIFY2(!style, name);
        QCOMPARE(style.error().code, gis::ErrorCode::NotFound);
    }
}

void TestStyleJson::theLayoutStyleKnowsItsKinds() {
    const auto style = layers::shippedStyle("layout");
    QVERIFY(style.has_value());
    for (const char* kind : {"axis", "belt", "cluster", "platform", "eco_corridor", "eco_barrier", "node"}) {
        const layers::Category* category = style->categoryOf(kind);
        QVERIFY2(category != nullptr, kind);
        QVERIFY2(!category->title.empty(), kind);
    }
    QVERIFY(style->categoryOf("axis")->symbol.line->arrow);
    QVERIFY(style->categoryOf("nothing of ours") == nullptr);
}

QTEST_GUILESS_MAIN(TestStyleJson)
#include "test_style_json.moc"
