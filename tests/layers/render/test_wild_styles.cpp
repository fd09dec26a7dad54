// SPDX-License-Identifier: Apache-2.0
// A thousand random and broken styles: each is refused with a message or drawn with bounded work. Nothing crashes.
#include <QPaintEngine>
#include <QRandomGenerator>
#include <QtTest>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "layers/render/LayerForms.h"
#include "layers/render/MapRenderer.h"
#include "layers/style/StyleLibrary.h"
#include "tests/gis/drawing/DrawingFixture.h"
#include "tests/layers/render/MapBuilders.h"

using namespace layers;
using Json = nlohmann::ordered_json;

namespace {

/// Counts what it is given to paint instead of painting it.
class CountingEngine : public QPaintEngine {
public:
    CountingEngine() : QPaintEngine(AllFeatures) {}
    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState&) override {}
    void drawPath(const QPainterPath& path) override { m_count += path.elementCount() + 1; }
    void drawPolygon(const QPointF*, int count, PolygonDrawMode) override { m_count += count + 1; }
    void drawRects(const QRectF*, int count) override { m_count += count; }
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override { ++m_count; }
    void drawTextItem(const QPointF&, const QTextItem&) override { ++m_count; }
    Type type() const override { return User; }
    std::size_t count() const { return m_count; }

private:
    std::size_t m_count = 0;
};

class CountingDevice : public QPaintDevice {
public:
    QPaintEngine* paintEngine() const override { return &m_engine; }
    std::size_t count() const { return m_engine.count(); }

protected:
    int metric(PaintDeviceMetric metric) const override {
        if (metric == PdmWidth || metric == PdmHeight) return 1000;
        if (metric == PdmDevicePixelRatioScaled) return static_cast<int>(devicePixelRatioFScale());
        return metric == PdmDevicePixelRatio ? 1 : 96;
    }

private:
    mutable CountingEngine m_engine;
};

/// Towns, a river, two neighbours with a hole, with a name, a number and nothing in their fields.
gis::FeatureTable features() {
    const gis::Schema schema({{"name", gis::FieldType::Text, 0}, {"n", gis::FieldType::Real, 0}});
    fixture::Dice dice(3);
    std::vector<gis::Geometry> shapes;
    for (int i = 0; i < 5; ++i) shapes.push_back(map_builders::point(dice.between(-14, 14), dice.between(-9, 9)));
    fixture::Line river;
    for (int i = 0; i <= 60; ++i)
        river.push_back(map_builders::at(-40 + i * 1.4, 5 * std::sin(i * 0.2) + dice.between(-0.4, 0.4)));
    shapes.push_back(gis::Geometry::lineString(river));
    fixture::Line ring = fixture::raggedRing(dice, map_builders::at(-6, 0), 7'000, 50);
    fixture::Line hole = fixture::raggedRing(dice, map_builders::at(-6, 0), 2'000, 20);
    shapes.push_back(gis::Geometry::polygon({ring, hole}));
    shapes.push_back(map_builders::area({{0, -8}, {13, -8}, {13, 7}, {2, 9}}));
    shapes.push_back(map_builders::area({{13, -8}, {60, -8}, {60, 60}, {13, 7}}));
    std::vector<gis::Feature> rows;
    for (const gis::Geometry& shape : shapes) {
        const auto number = static_cast<std::int64_t>(rows.size());
        const gis::Value value = number % 4 == 3 ? gis::Value{} : gis::Value{(static_cast<double>(number) - 2) * 7.5};
        rows.emplace_back(gis::FeatureId{number + 1}, shape,
                          std::vector<gis::Value>{std::string(number % 2 == 0 ? "长江" : "county"), value});
    }
    return gis::FeatureTable(schema, map_builders::mapCrs(), rows);
}

class Wilderness {
public:
    explicit Wilderness(quint32 seed) : m_random(seed) {}
    int below(int count) { return static_cast<int>(m_random.bounded(static_cast<quint32>(count))); }

    /// One to six of the nodes become something else.
    Json mutated(Json style) {
        const bool isLegal = below(5) > 1;  // more often than not numbers that a file may hold, and switches
        for (int count = 1 + below(6); count > 0; --count) {
            std::vector<Json*> nodes;
            collect(style, nodes);
            if (isLegal)
                std::erase_if(nodes, [](const Json* node) { return !node->is_number() && !node->is_boolean(); });
            if (nodes.empty()) break;
            if (isLegal)
                changeLegally(*nodes[static_cast<std::size_t>(below(static_cast<int>(nodes.size())))]);
            else
                change(*nodes[static_cast<std::size_t>(below(static_cast<int>(nodes.size())))]);
        }
        if (below(6) == 0) addRules(style);
        if (below(8) == 0) addRamp(style);
        return style;
    }
    /// Bytes struck out, doubled or replaced.
    std::string garbled(std::string text) {
        for (int count = 1 + below(8); count > 0 && !text.empty(); --count) {
            const auto at = static_cast<std::size_t>(below(static_cast<int>(text.size())));
            switch (below(3)) {
                case 0:
                    text.erase(at, 1 + static_cast<std::size_t>(below(9)));
                    break;
                case 1:
                    text.insert(at, text.substr(at, static_cast<std::size_t>(below(40))));
                    break;
                default:
                    text[at] = static_cast<char>(below(256));
            }
        }
        return text;
    }
    double wildNumber() {
        static const double numbers[] = {0,
                                         -1,
                                         1e-9,
                                         1e-320,
                                         1e9,
                                         1e300,
                                         -1e300,
                                         0.05,
                                         0.3,
                                         1000,
                                         999.5,
                                         1000.001,
                                         0.2,
                                         0.8,
                                         17,
                                         65536,
                                         -0.5,
                                         360,
                                         std::numeric_limits<double>::quiet_NaN(),
                                         std::numeric_limits<double>::infinity(),
                                         -std::numeric_limits<double>::infinity()};
        return numbers[static_cast<std::size_t>(below(static_cast<int>(std::size(numbers))))];
    }

private:
    static void collect(Json& node, std::vector<Json*>& nodes) {
        nodes.push_back(&node);
        if (node.is_structured())
            for (Json& child : node) collect(child, nodes);
    }
    std::string wildText() {
        switch (below(9)) {
            case 0:
                return {};
            case 1:
                return "no such word";
            case 2:
                return "../../../etc/passwd";
            case 3:
                return std::string(20'000, 'x');
            case 4:
                return "#12345678";
            case 5:
                return "not_there";
            case 6:
                return "markers";
            case 7:
                return "rule";
            default:
                return "\xe6\xb1\x9f\xe2\x80\xae\xf0\x9f\x97\xba";
        }
    }
    void changeLegally(Json& node) {
        static const double numbers[] = {0, 0.05, 0.2, 0.3, 0.8, 1, 6, 17, 359.5, 999.5, 1000};
        if (node.is_boolean())
            node = !node.get<bool>();
        else if (node.is_number_integer())
            node = below(7);
        else
            node = below(3) == 0 ? node.get<double>() * (below(40) / 10.0)
                                 : numbers[static_cast<std::size_t>(below(static_cast<int>(std::size(numbers))))];
    }
    void change(Json& node) {
        const int way = below(12);
        if (node.is_number() && way < 9) {
            const double number = wildNumber();
            node = std::isfinite(number) ? Json(number) : Json(nullptr);
        } else if (node.is_number()) {
            node = node.get<double>() * (below(40) / 10.0);
        } else if (node.is_string() && way < 8) {
            node = wildText();
        } else if (node.is_boolean() && way < 10) {
            node = !node.get<bool>();
        } else if (node.is_array() && way < 8) {
            Json longer = Json::array();
            for (int count = below(60); count > 0; --count)
                longer.push_back(node.empty() ? Json(wildText())
                                              : node[static_cast<std::size_t>(below(static_cast<int>(node.size())))]);
            node = std::move(longer);
        } else if (node.is_object() && !node.empty() && way < 6) {
            auto member = node.begin();
            std::advance(member, below(static_cast<int>(node.size())));
            node.erase(member);
        } else if (way == 11) {
            node = Json::array({node, node});
        } else {
            node = Json{{"unknown", wildText()}};
        }
    }
    /// Conditions as deep as they may be and deeper, that ask for themselves, for nothing, for too much.
    void addRules(Json& style) {
        if (!style.is_object()) return;
        std::string deep = "n > 1";
        for (int depth = below(90); depth > 0; --depth) deep = (below(2) == 0 ? "not (" : "(n < 3 or ") + deep + ")";
        std::string wide = "n = 0";
        for (int count = below(300); count > 0; --count) wide += " or n = " + std::to_string(count);
        style["classed_by"] = "rule";
        Json categories = Json::array();
        for (const std::string& filter : {deep, wide, std::string("name like '%%%%%%%%%%%%%%%%%%%%a'"),
                                          std::string("n in ("), std::string("\"n\" is null or filter = filter")})
            if (below(2) == 0)
                categories.push_back({{"filter", filter}, {"symbol", style.value("symbol", Json::object())}});
        style["categories"] = categories;
    }
    void addRamp(Json& style) {
        if (!style.is_object()) return;
        style["classed_by"] = "range";
        style["category_field"] = below(2) == 0 ? "n" : "no_such_field";
        Json categories = Json::array();
        for (int count = below(2'500); count > 0; --count) {
            const double lower = -20 + count * 0.02 * below(3);
            categories.push_back({{"lower", lower},
                                  {"upper", below(9) == 0 ? lower - 1 : lower + below(100)},
                                  {"symbol", style.value("symbol", Json::object())}});
            if (categories.size() > 40 && below(4) != 0) break;
        }
        style["categories"] = categories;
    }
    QRandomGenerator m_random;
};

std::vector<Json> libraryStyles() {
    std::vector<Json> styles;
    const auto library = styleLibrary();
    if (!library) return styles;
    for (const LibraryGroup& group : *library)
        for (const LibraryStyle& style : group.styles) styles.push_back(Json::parse(toJson(style.style)));
    return styles;
}

/// What it takes to draw the style, far and near; nothing where it failed with a message.
std::optional<std::size_t> drawn(const Style& style, const gis::FeatureTable& table, LayerForms& forms) {
    Layer layer;
    layer.id = gis::LayerId{1};
    layer.name = "wild";
    layer.nameField = "name";
    layer.style = style;
    layer.table = table;
    const auto plan = map_builders::plan({std::make_shared<const Layer>(layer)});
    std::size_t work = 0;
    for (const double halfWidth : {16.0, 900.0, 0.01}) {
        const MapSettings settings = map_builders::settingsAbout(halfWidth, halfWidth * 0.6, 120);
        const auto list = makeDrawList(*plan, settings, {}, nullptr);
        if (!list) {
            if (list.error().problem.empty()) return std::nullopt;
            continue;
        }
        CountingDevice device;
        {
            QPainter painter(&device);
            if (!paintMap(painter, *list, {})) return std::nullopt;
        }
        work = std::max(work, device.count());
        const auto image = renderMap(*plan, settings, {}, &forms);
        if (!image || image->isNull()) return std::nullopt;
    }
    return work;
}

constexpr std::size_t mostWork = 1'000'000;  ///< path elements for a map of 32 x 19 mm

/// Numbers that no file can bring in, but a slip in the program could.
void makeWild(Symbol& symbol, Wilderness& wild) {
    std::vector<double*> numbers;
    if (symbol.fill)
        for (double* number : {&symbol.fill->spacingMm, &symbol.fill->angleDegrees, &symbol.fill->patternWidthMm,
                               &symbol.fill->patternMarker.sizeMm, &symbol.fill->patternMarker.outlineMm})
            numbers.push_back(number);
    if (symbol.line) {
        LineSymbol& line = *symbol.line;
        for (double* number : {&line.widthMm, &line.casingMm, &line.innerBandMm, &line.taperStart, &line.offsetMm,
                               &line.doubleGapMm, &line.headMm})
            numbers.push_back(number);
        for (double& dash : line.dashMm) numbers.push_back(&dash);
        if (line.marks)
            for (double* number :
                 {&line.marks->spacingMm, &line.marks->lengthMm, &line.marks->widthMm, &line.marks->marker.sizeMm})
                numbers.push_back(number);
    }
    if (symbol.marker)
        for (double* number : {&symbol.marker->sizeMm, &symbol.marker->outlineMm, &symbol.marker->sizeValue})
            numbers.push_back(number);
    for (int count = 1 + wild.below(3); count > 0 && !numbers.empty(); --count)
        *numbers[static_cast<std::size_t>(wild.below(static_cast<int>(numbers.size())))] = wild.wildNumber();
    if (symbol.marker && wild.below(3) == 0) {
        symbol.marker->shape = MarkerShape::Svg;
        symbol.marker->svg = wild.below(2) == 0 ? "not_there" : "../symbols/port";
    }
}

}  // namespace

class TestWildStyles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fromFiles();
    void garbledText();
    void fromTheProgram();
    void deepNests();
};

void TestWildStyles::fromFiles() {
    const std::vector<Json> styles = libraryStyles();
    QVERIFY(styles.size() > 30);
    const gis::FeatureTable table = features();
    LayerForms forms;
    Wilderness wild(2026);
    int refused = 0, taken = 0;
    std::size_t most = 0;
    for (int round = 0; round < 1'000; ++round) {
        const Json json = wild.mutated(styles[static_cast<std::size_t>(wild.below(static_cast<int>(styles.size())))]);
        const auto style = styleFromJson(json.dump(-1, ' ', false, Json::error_handler_t::replace));
        if (!style) {
            QVERIFY2(!style.error().problem.empty(), json.dump().c_str());
            ++refused;
            continue;
        }
        ++taken;
        const auto work = drawn(*style, table, forms);
        QVERIFY2(work, json.dump().c_str());
        QVERIFY2(*work < mostWork, (std::to_string(*work) + " " + json.dump()).c_str());
        most = std::max(most, *work);
    }
    qInfo("%d refused with a message, %d drawn with at most %zu path elements", refused, taken, most);
    QVERIFY(refused > 200 && taken > 200);
}

void TestWildStyles::garbledText() {
    const std::vector<Json> styles = libraryStyles();
    const gis::FeatureTable table = features();
    LayerForms forms;
    Wilderness wild(5);
    int refused = 0;
    for (int round = 0; round < 600; ++round) {
        const std::string text =
            wild.garbled(styles[static_cast<std::size_t>(wild.below(static_cast<int>(styles.size())))].dump());
        const auto style = styleFromJson(text);
        if (style)
            QVERIFY2(drawn(*style, table, forms), text.c_str());
        else
            QVERIFY(!style.error().problem.empty());
        refused += style ? 0 : 1;
    }
    QVERIFY(refused > 100);
}

void TestWildStyles::fromTheProgram() {
    const auto library = styleLibrary().value();
    std::vector<Style> styles;
    for (const LibraryGroup& group : library)
        for (const LibraryStyle& style : group.styles) styles.push_back(style.style);
    const gis::FeatureTable table = features();
    LayerForms forms;
    Wilderness wild(11);
    for (int round = 0; round < 700; ++round) {
        Style style = styles[static_cast<std::size_t>(wild.below(static_cast<int>(styles.size())))];
        makeWild(style.symbol, wild);
        for (Category& category : style.categories) makeWild(category.symbol, wild);
        if (wild.below(5) == 0) style.opacity = wild.wildNumber();
        const auto work = drawn(style, table, forms);
        QVERIFY2(work, toJson(style).c_str());
        QVERIFY2(*work < mostWork, (std::to_string(*work) + " " + toJson(style)).c_str());
    }
}

void TestWildStyles::deepNests() {
    for (const char open : {'[', '{'}) {
        std::string deep;
        for (int depth = 0; depth < 100'000; ++depth) deep += open == '[' ? "[" : "{\"symbol\":";
        const auto style = styleFromJson(deep);
        QVERIFY(!style);
        QVERIFY(!style.error().problem.empty());
    }
    std::string closed(20'000, '[');
    closed += std::string(20'000, ']');
    QVERIFY(!styleFromJson("{\"symbol\":" + closed + "}"));
}

QTEST_MAIN(TestWildStyles)
#include "test_wild_styles.moc"
