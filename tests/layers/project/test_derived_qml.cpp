// SPDX-License-Identifier: Apache-2.0
#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include "layers/project/DerivedQml.h"
#include "layers/style/StyleLibrary.h"

using namespace layers;

/// The QML that goes along for QGIS: well formed, with all classes, and QGIS draws it.
class TestDerivedQml : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void kindsOfRenderers();
    void rulesExcludeEarlierOnes();
    void labelsOfClassesAreRules();
    void qgisLoadsAndDrawsEveryStyle();
};

namespace {

gis::Geometry shapeOf(int dimension) {
    if (dimension == 0) return gis::Geometry::point({0, 0});
    if (dimension == 1) return gis::Geometry::lineString({{0, 0}, {9, 9}});
    return gis::Geometry::polygon({{{0, 0}, {9, 0}, {9, 9}, {0, 0}}});
}

std::string qmlOf(const Style& style, int dimension) {
    Layer layer;
    layer.name = "x";
    layer.style = style;
    layer.table = gis::FeatureTable(gis::Schema(), gis::CoordinateReferenceSystem::fromCode("EPSG:4545").value(),
                                    {gis::Feature(gis::FeatureId{1}, shapeOf(dimension), {})});
    return derivedQml(layer);
}

/// Values of an attribute of all elements of that name, in order.
QStringList valuesIn(const std::string& qml, const char* element, const char* attribute) {
    QXmlStreamReader xml(QByteArray::fromStdString(qml));
    QStringList values;
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String(element))
            values << xml.attributes().value(QLatin1String(attribute)).toString();
    return xml.hasError() ? QStringList{xml.errorString()} : values;
}

Style ranged(bool othersHidden) {
    Style style;
    style.classedBy = ClassedBy::Range;
    style.categoryField = "n";
    style.othersHidden = othersHidden;
    style.categories.resize(2);
    style.categories[0].upper = style.categories[1].lower = 10;
    style.categories[1].upper = 20;
    return style;
}

/// Styles that the library does not have.
std::vector<std::pair<std::string, Style>> oddStyles() {
    std::vector<std::pair<std::string, Style>> styles;
    const auto add = [&styles](const char* name) -> Style& { return styles.emplace_back(name, Style{}).second; };
    add("1_offset").symbol.line = LineSymbol{{200, 0, 0, 255}, 1, {}};
    styles.back().second.symbol.line->offsetMm = 4;
    add("2_offset").symbol.line = LineSymbol{{200, 0, 0, 255}, 1, {}};
    styles.back().second.symbol.line->offsetMm = 3;
    add("1_heads").symbol.line = LineSymbol{{0, 0, 0, 255}, 0.5, {}};
    styles.back().second.symbol.line->heads = LineEnds::Both;
    add("2_cross").symbol.fill = FillSymbol{FillPattern::CrossHatch, {255, 240, 200, 255}, {0, 0, 0, 255}, 2};
    add("2_dots").symbol.fill = FillSymbol{FillPattern::Dots, {255, 240, 200, 255}, {0, 0, 0, 255}, 2, 0, 0.6};
    add("1_two_way").symbol.line = LineSymbol{{200, 80, 0, 255}, 4, {}};
    styles.back().second.symbol.line->arrow = styles.back().second.symbol.line->arrowAtStart = true;
    styles.back().second.symbol.line->taperStart = 0.5;
    add("2_circle").symbol.marker = MarkerSymbol{MarkerShape::Circle, 5};
    add("0_ring").symbol.marker = MarkerSymbol{MarkerShape::Ring, 5};
    styles.emplace_back("0_ranges", ranged(true)).second.categoryField = "population";
    styles.back().second.categories[1].upper = 500;
    return styles;
}

}  // namespace

void TestDerivedQml::kindsOfRenderers() {
    const auto kind = [](const Style& style) { return valuesIn(qmlOf(style, 2), "renderer-v2", "type").value(0); };
    Style style;
    QCOMPARE(kind(style), QStringLiteral("singleSymbol"));
    style.categoryField = "a";
    style.categories.resize(1);
    QCOMPARE(kind(style), QStringLiteral("categorizedSymbol"));
    style.categories[0].filter = "b > 1";
    QCOMPARE(kind(style), QStringLiteral("RuleRenderer"));
    QCOMPARE(kind(ranged(true)), QStringLiteral("graduatedSymbol"));
    QCOMPARE(valuesIn(qmlOf(ranged(true), 2), "range", "upper"),
             (QStringList{QStringLiteral("10"), QStringLiteral("20")}));
    // QGIS has no class for numbers outside all ranges, so that takes rules.
    QCOMPARE(kind(ranged(false)), QStringLiteral("RuleRenderer"));
    QCOMPARE(valuesIn(qmlOf(ranged(false), 2), "rule", "filter").last(), QStringLiteral("ELSE"));
}

void TestDerivedQml::rulesExcludeEarlierOnes() {
    Style style;
    style.classedBy = ClassedBy::Rule;
    style.categories.resize(2);
    style.categories[0].filter = "a = 'x<y'";
    style.categories[1].filter = "b > 1";
    style.categories[1].maxScaleDenominator = 50'000;
    const std::string qml = qmlOf(style, 2);
    const QStringList filters = valuesIn(qml, "rule", "filter");
    QCOMPARE(filters.size(), 3);
    QCOMPARE(filters[0], QStringLiteral("(\"a\" = 'x<y')"));
    QCOMPARE(filters[1], QStringLiteral("(\"b\" > 1) and not coalesce((\"a\" = 'x<y'), false)"));
    QCOMPARE(valuesIn(qml, "rule", "scalemaxdenom")[1], QStringLiteral("50000"));
}

void TestDerivedQml::labelsOfClassesAreRules() {
    const std::string qml = qmlOf(shippedStyle("layout").value(), 1);
    QCOMPARE(valuesIn(qml, "labeling", "type"), QStringList{QStringLiteral("rule-based")});
    QVERIFY(valuesIn(qml, "text-style", "fieldName").size() > 5);
}

void TestDerivedQml::qgisLoadsAndDrawsEveryStyle() {
    const QString python = QStringLiteral("/usr/bin/python3");
    if (QProcess::execute(python, {QStringLiteral("-c"), QStringLiteral("import qgis.core")}) != 0)
        QSKIP("QGIS for Python is not installed");
    QTemporaryDir folder;
    const QString kept = qEnvironmentVariable("TUCE_QML_FOLDER", folder.path());
    int count = 0;
    const auto save = [&](const std::string& name, const Style& style) {
        QFile file(kept + u'/' + QString::fromStdString(name) + QStringLiteral(".qml"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(qmlOf(style, name.front() - '0')));
        ++count;
    };
    const auto library = styleLibrary();
    QVERIFY(library.has_value());
    for (const auto& group : *library)
        for (const auto& entry : group.styles)
            for (const int dimension : {0, 1, 2})
                if (entry.dimension == dimension || entry.dimension < 0)
                    save(std::to_string(dimension) + "_" + entry.style.name, entry.style);
    for (const auto& [name, style] : oddStyles()) save(name, style);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    process.setProcessEnvironment(environment);
    process.start(python, {QStringLiteral(TUCE_SOURCE_DIR "/tests/tools/qml_check.py"), kept});
    QVERIFY2(process.waitForFinished(120'000), qPrintable(process.errorString()));
    const QStringList lines = QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    QVERIFY2(lines.size() == count, process.readAllStandardError().constData());
    for (const QString& line : lines) {
        const QStringList parts = line.split(u'\t');
        QCOMPARE(parts.size(), 5);
        QVERIFY2(parts[1] == QLatin1String("ok"), qPrintable(line));
        QVERIFY2(parts[4].toDouble() > 0.0005, qPrintable(line));  // something is seen
    }
}

QTEST_GUILESS_MAIN(TestDerivedQml)
#include "test_derived_qml.moc"
