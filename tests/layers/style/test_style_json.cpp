// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QtTest>
#include <random>
#include <set>

#include "gis/base/Resources.h"
#include "layers/style/FeatureClassifier.h"
#include "layers/style/StyleLibrary.h"

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
    void olderFilesReadAsBefore();
    void featuresFindTheirClass();
    void theLibraryNamesOriginAndCertainty();
    void landUseHasTheColoursOfPractice();
    void thousandBrokenStylesAreReadOrRefused();
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
    marker.rings = 4;
    marker.svg = "tree";
    marker.sizeField = "人口";
    marker.sizeValue = 120;
    line.arrowAtStart = line.roundDots = true;
    line.offsetMm = -0.6;
    line.doubleGapMm = 0.45;
    line.heads = layers::LineEnds::Both;
    line.headMm = 3;
    line.marks = layers::LineMarks{layers::MarkKind::Markers, 5, 1.1, 0.3, true, marker};
    fill.patternMarker = marker;
    Style style;
    style.name = "全部";
    style.origin = "测试";
    style.certainty = layers::Certainty::Medium;
    style.classedBy = layers::ClassedBy::Range;
    style.othersHidden = true;
    style.openJunctions = true;
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
    axis.lower = -3.5;
    axis.upper = 12;
    axis.filter = "rank <= 1 and \"级别\" in ('市')";
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
    row("broken filter", R"({"categories":[{"filter":"a >"}]})", "categories[0].filter");
    row("where the filter breaks", R"({"categories":[{"filter":"a > "}]})", "character 5:");
    row("limits the wrong way round", R"({"categories":[{"lower":2,"upper":1}]})", "categories[0].upper");
    row("drawing outside the folder", R"({"symbol":{"marker":{"svg":"../x"}}})", "symbol.marker.svg");
    row("marks without end", R"({"symbol":{"line":{"marks":{"spacing_mm":0}}}})", "line.marks.spacing_mm");
    row("markers without end", R"({"symbol":{"fill":{"pattern":"markers","spacing_mm":0.3}}})", "fill.spacing_mm");
    row("unknown kind of classes", R"({"classed_by":"mood"})", "range");
    row("too many rings", R"({"symbol":{"marker":{"rings":7}}})", "marker.rings");
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

/// A file from before ranges, rules and the new parts of symbols.
void TestStyleJson::olderFilesReadAsBefore() {
    const auto style = layers::styleFromJson(
        R"({"name":"old","category_field":"kind","categories":[{"value":"a","symbol":{"line":{"arrow":true}}}]})");
    QVERIFY(style.has_value());
    QVERIFY(style->classedBy == layers::ClassedBy::Value);
    QVERIFY(style->hasClasses());
    QVERIFY(!style->othersHidden);
    QVERIFY(style->categoryOf("a")->symbol.line->arrow);
    QVERIFY(!style->categoryOf("a")->symbol.line->marks);
}

void TestStyleJson::featuresFindTheirClass() {
    using layers::FeatureClassifier;
    const gis::Schema schema({{"kind", gis::FieldType::Text, 0}, {"rank", gis::FieldType::Integer, 0}});
    const auto feature = [](const char* kind, gis::Value rank) {
        return gis::Feature(gis::FeatureId{1}, {}, {std::string(kind), std::move(rank)});
    };
    // The layout's axes by rank.
    const Style layout = layers::shippedStyle("layout").value();
    const FeatureClassifier kinds(layout, schema);
    const auto widthOf = [&](gis::Value rank) {
        const int number = kinds.classOf(feature("axis", std::move(rank)));
        return layout.categories.at(static_cast<std::size_t>(number)).symbol.line->widthMm;
    };
    QVERIFY(widthOf(std::int64_t{1}) > widthOf(std::int64_t{2}));
    QCOMPARE(widthOf(gis::Value{}), widthOf(std::int64_t{1}));
    QCOMPARE(kinds.classOf(feature("unheard of", {})), FeatureClassifier::others);
    // Rules: the first that fits counts; one beyond its scales is passed over.
    Style rules;
    rules.classedBy = layers::ClassedBy::Rule;
    rules.othersHidden = true;
    rules.categories.resize(3);
    rules.categories[0].filter = "rank = 1";
    rules.categories[0].maxScaleDenominator = 50'000;
    rules.categories[1].filter = "rank >= 1";
    rules.categories[2].filter = "rank >";  // cannot be read: never met
    const FeatureClassifier byRule(rules, schema);
    QCOMPARE(byRule.classOf(feature("", std::int64_t{1})), 0);
    QCOMPARE(byRule.classOf(feature("", std::int64_t{1}), 10'000), 0);
    QCOMPARE(byRule.classOf(feature("", std::int64_t{1}), 100'000), 1);
    QCOMPARE(byRule.classOf(feature("", std::int64_t{0})), FeatureClassifier::hidden);
    // Ranges: a number on a limit belongs to the first class from the top.
    Style ranges;
    ranges.classedBy = layers::ClassedBy::Range;
    ranges.categoryField = "rank";
    ranges.categories.resize(2);
    ranges.categories[0].upper = 10;
    ranges.categories[1].lower = 10;
    ranges.categories[1].upper = 20;
    const FeatureClassifier byRange(ranges, schema);
    QCOMPARE(byRange.classOf(feature("", std::int64_t{10})), 0);
    QCOMPARE(byRange.classOf(feature("", 10.5)), 1);
    QCOMPARE(byRange.classOf(feature("", std::string("20"))), 1);
    QCOMPARE(byRange.classOf(feature("", std::int64_t{21})), FeatureClassifier::others);
    QCOMPARE(byRange.classOf(feature("", {})), FeatureClassifier::others);
}

void TestStyleJson::theLibraryNamesOriginAndCertainty() {
    const auto library = layers::styleLibrary();
    QVERIFY2(library.has_value(), library ? "" : gis::describe(library.error()).c_str());
    QVERIFY(library->size() >= 6);
    std::set<std::string> names;
    for (const auto& group : *library) {
        QVERIFY(!group.title.empty() && !group.styles.empty());
        for (const auto& entry : group.styles) {
            QVERIFY2(!entry.title.empty() && !entry.style.origin.empty(), entry.style.name.c_str());
            QVERIFY2(entry.style.certainty != layers::Certainty::Unsaid, entry.style.name.c_str());
            // Nothing here was compared with the drawing specification itself.
            QVERIFY2(entry.style.certainty != layers::Certainty::High, entry.style.name.c_str());
            QVERIFY2(entry.style.origin.find("未对照") != std::string::npos, entry.style.name.c_str());
            names.insert(entry.style.name);
        }
    }
    const QDir folder(QString::fromStdString(gis::resourceFolder() + "/styles"));
    for (const QString& file : folder.entryList({QStringLiteral("*.json")}))
        QVERIFY2(names.contains(file.chopped(5).toStdString()), qPrintable(file));
}

void TestStyleJson::landUseHasTheColoursOfPractice() {
    const Style style = layers::shippedStyle("land_use").value();
    QVERIFY(style.certainty == layers::Certainty::Medium);
    QCOMPARE(layers::toText(style.categoryOf("耕地")->symbol.fill->colour), std::string("#f5f8dc"));
    QCOMPARE(layers::toText(style.categoryOf("商业服务业用地")->symbol.fill->colour), std::string("#ff0000"));
    QCOMPARE(layers::toText(style.categoryOf("陆地水域")->symbol.fill->colour), std::string("#338ec0"));
    QVERIFY(style.categories.size() >= 39);
}

/// Shipped styles with letters changed, pieces lost and values swapped: whatever reads must come back the same.
void TestStyleJson::thousandBrokenStylesAreReadOrRefused() {
    std::mt19937 random(20261122);
    std::vector<std::string> sources{layers::toJson(fullStyle())};
    for (const char* name : {"layout", "place", "railway_planned", "wetland", "axis_ranks"})
        sources.push_back(layers::toJson(layers::shippedStyle(name).value()));
    const std::vector<std::string> values = {
        "0",  "-1", "1e308",   "null",     "true",      "\"\"", "\"#12345678\"",
        "[]", "{}", "[1,2,3]", "\"both\"", "\"a = 1\"", "0.5",  "99999999999999999999"};
    int read = 0;
    int refused = 0;
    for (int round = 0; round < 1500; ++round) {
        std::string json = sources[random() % sources.size()];
        for (unsigned change = 0; change <= random() % 3; ++change) {
            const std::size_t at = random() % json.size();
            const std::size_t colon = json.find(": ", at);
            if (round % 3 == 0) {
                json[at] = static_cast<char>(random() % 256);
            } else if (round % 3 == 1) {
                json.erase(at, random() % 40);
            } else if (colon != std::string::npos) {
                const std::size_t end = json.find_first_of(",\n", colon);
                json.replace(colon + 2, end - colon - 2, values[random() % values.size()]);
            }
            if (json.empty()) break;
        }
        const auto style = layers::styleFromJson(json);
        if (!style) {
            QCOMPARE(style.error().code, gis::ErrorCode::InvalidData);
            ++refused;
            continue;
        }
        ++read;
        const auto again = layers::styleFromJson(layers::toJson(*style));
        QVERIFY2(again.has_value(), again ? "" : gis::describe(again.error()).c_str());
    }
    QVERIFY2(read > 30 && refused > 100, qPrintable(QStringLiteral("%1 read, %2 refused").arg(read).arg(refused)));
}

QTEST_GUILESS_MAIN(TestStyleJson)
#include "test_style_json.moc"
