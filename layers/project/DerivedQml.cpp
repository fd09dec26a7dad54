// SPDX-License-Identifier: Apache-2.0
#include "layers/project/DerivedQml.h"

#include <QStringList>
#include <algorithm>

#include "layers/project/QmlSymbols.h"
#include "layers/style/Filter.h"

namespace layers {

namespace {

/// QGIS draws every rule that fits; of so many the earlier ones are excluded in each, which grows with their square.
constexpr std::size_t mostExclusive = 60;

QString quoted(const std::string& text, QChar quote) {
    QString value = QmlXml::qs(text);
    value.replace(quote, QString(2, quote));
    return quote + value + quote;
}

class QmlWriter {
public:
    explicit QmlWriter(const Layer& layer) : m_layer(layer), m_style(layer.style) {
        for (const gis::Feature& feature : layer.table)
            m_dimension = std::max(m_dimension, feature.geometry().dimension());
    }

    std::string write() {
        m_xml.start("qgis",
                    {{"version", QStringLiteral("3.22.0")}, {"styleCategories", QStringLiteral("Symbology|Labeling")}});
        writeRenderer();
        writeLabels();
        m_xml.start("layerGeometryType");
        m_xml.characters(QString::number(std::max(0, m_dimension)));
        m_xml.end();
        m_xml.end();
        return m_xml.text();
    }

private:
    enum class Kind { Single, Categorised, Graduated, Rules };

    Kind kind() const {
        if (!m_style.hasClasses()) return Kind::Single;
        const bool isPlain = std::all_of(m_style.categories.begin(), m_style.categories.end(), [](const Category& c) {
            return c.filter.empty() && c.minScaleDenominator <= 0 && c.maxScaleDenominator <= 0;
        });
        if (m_style.classedBy == ClassedBy::Rule || !isPlain) return Kind::Rules;
        // Ranges know no class for all others.
        if (m_style.classedBy == ClassedBy::Range) return m_style.othersHidden ? Kind::Graduated : Kind::Rules;
        return Kind::Categorised;
    }

    void writeRenderer() {
        static const char* const types[] = {"singleSymbol", "categorizedSymbol", "graduatedSymbol", "RuleRenderer"};
        const Kind kind = this->kind();
        const bool byField = kind == Kind::Categorised || kind == Kind::Graduated;
        m_xml.start("renderer-v2", {{"type", QString::fromLatin1(types[static_cast<int>(kind)])},
                                    {"attr", byField ? QmlXml::qs(m_style.categoryField) : QString()},
                                    {"graduatedMethod", QStringLiteral("GraduatedColor")},
                                    {"symbollevels", paintsByLevels() ? QStringLiteral("1") : QStringLiteral("0")},
                                    {"enableorderby", QStringLiteral("0")},
                                    {"forceraster", QStringLiteral("0")}});
        if (kind == Kind::Categorised) writeCategories();
        if (kind == Kind::Graduated) writeRanges();
        if (kind == Kind::Rules) writeRules();
        writeSymbols(kind);
        m_xml.end();
    }

    /// Where classes lie above each other and where casings must not cut their neighbours.
    bool paintsByLevels() const {
        return m_style.hasClasses() || m_style.openJunctions ||
               (m_style.symbol.line && m_style.symbol.line->casingMm > 0);
    }

    void writeSymbols(Kind kind) {
        m_xml.start("symbols");
        const std::size_t count = kind == Kind::Single ? 0 : m_style.categories.size();
        // Levels of classes lie one above the other, or are the same for all where junctions are open.
        const auto passOf = [&](std::size_t index) {
            return m_style.openJunctions ? 0 : static_cast<int>(count - index) * qmlPasses;
        };
        for (std::size_t index = 0; index < count; ++index)
            writeSymbol(m_style.categories[index].symbol, index, passOf(index));
        if (kind != Kind::Graduated) writeSymbol(m_style.symbol, count, 0);
        m_xml.end();
    }
    void writeSymbol(const Symbol& symbol, std::size_t number, int pass) {
        writeQmlSymbol(m_xml, symbol, {std::max(0, m_dimension), m_style.opacity, unitsPerMetre()},
                       QString::number(number), pass);
    }

    double unitsPerMetre() const {
        constexpr double metresPerDegree = 111'320;  // at the equator; elsewhere what is drawn by it is somewhat larger
        const gis::CoordinateReferenceSystem& crs = m_layer.table.crs();
        if (crs.isGeographic()) return 1 / metresPerDegree;
        return crs.metresPerUnit() > 0 ? 1 / crs.metresPerUnit() : 1;
    }

    static QString titleOf(const Category& category) {
        return QmlXml::qs(category.title.empty() ? category.value : category.title);
    }

    void writeCategories() {
        m_xml.start("categories");
        const auto write = [this](const std::string& value, const QString& title, std::size_t symbol) {
            m_xml.empty("category", {{"render", QStringLiteral("true")},
                                     {"type", QStringLiteral("string")},
                                     {"value", QmlXml::qs(value)},
                                     {"label", title},
                                     {"symbol", QString::number(symbol)}});
        };
        for (std::size_t i = 0; i < m_style.categories.size(); ++i)
            write(m_style.categories[i].value, titleOf(m_style.categories[i]), i);
        // The empty value stands for all others.
        if (!m_style.othersHidden) write({}, QmlXml::qs(m_style.title), m_style.categories.size());
        m_xml.end();
    }

    void writeRanges() {
        m_xml.start("ranges");
        for (std::size_t i = 0; i < m_style.categories.size(); ++i) {
            const Category& category = m_style.categories[i];
            m_xml.empty("range", {{"render", QStringLiteral("true")},
                                  {"lower", QString::number(category.lower, 'g', 17)},
                                  {"upper", QString::number(category.upper, 'g', 17)},
                                  {"label", titleOf(category)},
                                  {"symbol", QString::number(i)}});
        }
        m_xml.end();
    }

    /// What a class asks of a feature, alone.
    QString conditionOf(const Category& category) const {
        QStringList parts;
        const QString field = quoted(m_style.categoryField, u'"');
        if (m_style.classedBy == ClassedBy::Value)
            parts << QStringLiteral("%1 = %2").arg(field, quoted(category.value, u'\''));
        if (m_style.classedBy == ClassedBy::Range)
            parts << QStringLiteral("%1 >= %2 and %1 <= %3")
                         .arg(field, QString::number(category.lower, 'g', 17),
                              QString::number(category.upper, 'g', 17));
        if (!category.filter.empty()) {
            const auto filter = Filter::parse(category.filter);
            parts << QStringLiteral("(%1)").arg(filter ? QmlXml::qs(filter->toText()) : QStringLiteral("false"));
        }
        return parts.isEmpty() ? QStringLiteral("true") : parts.join(QLatin1String(" and "));
    }

    /// The same without what earlier classes have already.
    QString exclusiveConditionOf(std::size_t index) const {
        const Category& category = m_style.categories[index];
        QString condition = conditionOf(category);
        if (m_style.categories.size() > mostExclusive) return condition;
        for (std::size_t earlier = 0; earlier < index; ++earlier) {
            const Category& before = m_style.categories[earlier];
            const bool mayShare = m_style.classedBy == ClassedBy::Rule ||
                                  (m_style.classedBy == ClassedBy::Value && before.value == category.value) ||
                                  (m_style.classedBy == ClassedBy::Range && before.upper >= category.lower &&
                                   category.upper >= before.lower);
            if (mayShare) condition += QStringLiteral(" and not coalesce(%1, false)").arg(conditionOf(before));
        }
        return condition;
    }

    void writeRules() {
        m_xml.start("rules", {{"key", QStringLiteral("{tuce}")}});
        const auto write = [this](const QString& filter, const QString& title, std::size_t number, double least,
                                  double most) {
            m_xml.empty("rule", {{"key", QStringLiteral("{tuce-%1}").arg(number)},
                                 {"filter", filter},
                                 {"label", title},
                                 {"symbol", QString::number(number)},
                                 {"scalemindenom", QString::number(least, 'f', 0)},
                                 {"scalemaxdenom", QString::number(most, 'f', 0)}});
        };
        for (std::size_t i = 0; i < m_style.categories.size(); ++i) {
            const Category& category = m_style.categories[i];
            write(exclusiveConditionOf(i), titleOf(category), i, category.minScaleDenominator,
                  category.maxScaleDenominator);
        }
        if (!m_style.othersHidden)
            write(QStringLiteral("ELSE"), QmlXml::qs(m_style.title), m_style.categories.size(), 0, 0);
        m_xml.end();
    }

    void writeLabels() {
        const bool hasOwn =
            m_style.hasClasses() && std::any_of(m_style.categories.begin(), m_style.categories.end(),
                                                [](const Category& category) { return category.label.has_value(); });
        if (hasOwn) return writeLabelRules();
        if (m_style.label.field.empty()) return;
        m_xml.start("labeling", {{"type", QStringLiteral("simple")}});
        writeLabel(m_style.label, m_style.symbol);
        m_xml.end();
    }

    void writeLabelRules() {
        m_xml.start("labeling", {{"type", QStringLiteral("rule-based")}});
        m_xml.start("rules", {{"key", QStringLiteral("{tuce-labels}")}});
        const auto write = [this](const QString& filter, std::size_t number, const LabelStyle& label,
                                  const Symbol& symbol) {
            if (label.field.empty()) return;
            m_xml.start("rule", {{"key", QStringLiteral("{tuce-label-%1}").arg(number)}, {"filter", filter}});
            writeLabel(label, symbol);
            m_xml.end();
        };
        for (std::size_t i = 0; i < m_style.categories.size(); ++i)
            write(exclusiveConditionOf(i), i, m_style.categories[i].label.value_or(m_style.label),
                  m_style.categories[i].symbol);
        if (!m_style.othersHidden)
            write(QStringLiteral("ELSE"), m_style.categories.size(), m_style.label, m_style.symbol);
        m_xml.end();
        m_xml.end();
    }

    void writeLabel(const LabelStyle& label, const Symbol& symbol) {
        const QString yes = QStringLiteral("1");
        const QString no = QStringLiteral("0");
        m_xml.start("settings");
        m_xml.start("text-style", {{"fieldName", QmlXml::qs(label.field)},
                                   {"isExpression", no},
                                   {"fontSize", QmlXml::length(label.sizePt)},
                                   {"fontSizeUnit", QStringLiteral("Point")},
                                   {"fontWeight", label.bold ? QStringLiteral("75") : QStringLiteral("50")},
                                   {"fontLetterSpacing", QmlXml::length(label.letterSpacing * label.sizePt)},
                                   {"textColor", QmlXml::colour(label.colour)}});
        m_xml.empty("text-buffer", {{"bufferDraw", label.haloMm > 0 ? yes : no},
                                    {"bufferSize", QmlXml::length(label.haloMm)},
                                    {"bufferSizeUnits", QStringLiteral("MM")},
                                    {"bufferColor", QmlXml::colour(label.haloColour)}});
        m_xml.end();
        // QGIS's numbers: 0 around a point, 3 curved along a line, 4 horizontal inside.
        const bool alongLine = label.placement == LabelPlacement::AlongLine && m_dimension == 1;
        m_xml.empty("placement", {{"placement", alongLine          ? QStringLiteral("3")
                                                : m_dimension == 2 ? QStringLiteral("4")
                                                : m_dimension == 1 ? QStringLiteral("2")
                                                                   : QStringLiteral("0")},
                                  {"dist", QmlXml::length(distanceOf(symbol))},
                                  {"distUnits", QStringLiteral("MM")},
                                  // Above or below the line as it lies on the map, not on it.
                                  {"placementFlags", QStringLiteral("14")},
                                  {"priority", QString::number(std::clamp(label.priority / 10, 0, 10))}});
        // Names may stand in areas of the same layer and of others.
        m_xml.empty("rendering", {{"obstacle", m_dimension == 2 ? no : yes}});
        m_xml.end();
    }

    /// Of labels from the middle of what they name, in millimetres.
    double distanceOf(const Symbol& symbol) const {
        if (m_dimension != 1 || !symbol.line) return m_dimension == 0 ? 1 : 0;
        return 0.4 + (symbol.line->arrow ? symbol.line->widthMm / 2 + symbol.line->casingMm : 0);
    }

    const Layer& m_layer;
    const Style& m_style;
    int m_dimension = -1;
    QmlXml m_xml;
};

}  // namespace

std::string derivedQml(const Layer& layer) { return QmlWriter(layer).write(); }

}  // namespace layers
