// SPDX-License-Identifier: Apache-2.0
#include "layers/project/DerivedQml.h"

#include <QString>
#include <QXmlStreamWriter>

namespace layers {

namespace {

QString qs(const std::string& text) {
    // XML knows no control characters; QXmlStreamWriter would stop at one.
    QString clean = QString::fromStdString(text);
    clean.removeIf([](QChar c) { return c < u' ' && c != u'\t' && c != u'\n'; });
    return clean;
}

QString colour(Colour c) { return QStringLiteral("%1,%2,%3,%4").arg(c.red).arg(c.green).arg(c.blue).arg(c.alpha); }
QString length(double millimetres) { return QString::number(millimetres, 'g', 6); }

class QmlWriter {
public:
    explicit QmlWriter(const Layer& layer) : m_layer(layer), m_xml(&m_text) {
        for (const gis::Feature& feature : layer.table)
            m_dimension = std::max(m_dimension, feature.geometry().dimension());
    }

    std::string write() {
        m_xml.writeDTD(QStringLiteral("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"));
        start("qgis",
              {{"version", QStringLiteral("3.22.0")}, {"styleCategories", QStringLiteral("Symbology|Labeling")}});
        writeRenderer();
        writeLabels();
        start("layerGeometryType");
        m_xml.writeCharacters(QString::number(std::max(0, m_dimension)));
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        return m_text.toStdString();
    }

private:
    using Attributes = std::initializer_list<std::pair<const char*, QString>>;

    void start(const char* name, Attributes attributes = {}) {
        m_xml.writeStartElement(QString::fromLatin1(name));
        for (const auto& [key, value] : attributes) m_xml.writeAttribute(QString::fromLatin1(key), value);
    }
    void empty(const char* name, Attributes attributes) {
        start(name, attributes);
        m_xml.writeEndElement();
    }

    void writeRenderer() {
        const Style& style = m_layer.style;
        const bool categorised = !style.categoryField.empty();
        start("renderer-v2",
              {{"type", categorised ? QStringLiteral("categorizedSymbol") : QStringLiteral("singleSymbol")},
               {"attr", categorised ? qs(style.categoryField) : QString()},
               {"symbollevels", QStringLiteral("0")},
               {"enableorderby", QStringLiteral("0")},
               {"forceraster", QStringLiteral("0")}});
        if (categorised) writeCategories();
        start("symbols");
        std::size_t number = 0;
        if (categorised)
            for (const Category& category : style.categories) writeSymbol(category.symbol, number++);
        writeSymbol(style.symbol, number);
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    void writeCategories() {
        const auto& categories = m_layer.style.categories;
        start("categories");
        for (std::size_t i = 0; i < categories.size(); ++i)
            writeCategory(categories[i].value, categories[i].title.empty() ? categories[i].value : categories[i].title,
                          i);
        writeCategory({}, m_layer.style.title, categories.size());  // the empty value stands for all others
        m_xml.writeEndElement();
    }
    void writeCategory(const std::string& value, const std::string& title, std::size_t symbol) {
        empty("category", {{"render", QStringLiteral("true")},
                           {"type", QStringLiteral("string")},
                           {"value", qs(value)},
                           {"label", qs(title)},
                           {"symbol", QString::number(symbol)}});
    }

    void writeSymbol(const Symbol& symbol, std::size_t number) {
        static const char* const types[] = {"marker", "line", "fill"};
        const int dimension = std::max(0, m_dimension);
        start("symbol", {{"type", QString::fromLatin1(types[dimension])},
                         {"name", QString::number(number)},
                         {"alpha", QString::number(m_layer.style.opacity)},
                         {"clip_to_extent", QStringLiteral("1")},
                         {"force_rhr", QStringLiteral("0")}});
        if (dimension == 2) writeFill(symbol);
        if (dimension == 1) writeLine(symbol.line.value_or(LineSymbol{}));
        if (dimension == 0) writeMarker(symbol.marker.value_or(MarkerSymbol{}));
        m_xml.writeEndElement();
    }

    void beginSymbolLayer(const char* kind) {
        start("layer", {{"class", QString::fromLatin1(kind)},
                        {"enabled", QStringLiteral("1")},
                        {"locked", QStringLiteral("0")},
                        {"pass", QStringLiteral("0")}});
        start("Option", {{"type", QStringLiteral("Map")}});
    }
    void option(const char* name, const QString& value) {
        empty("Option", {{"type", QStringLiteral("QString")}, {"name", QString::fromLatin1(name)}, {"value", value}});
    }
    void endSymbolLayer() {
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    void writeFill(const Symbol& symbol) {
        static const char* const patterns[] = {"no", "solid", "b_diagonal", "diagonal_x", "dense6"};
        const FillSymbol fill = symbol.fill.value_or(FillSymbol{FillPattern::None, {}, {}});
        const bool drawn = fill.pattern != FillPattern::None && fill.pattern != FillPattern::Solid;
        if (drawn) {  // the ground under a pattern
            beginSymbolLayer("SimpleFill");
            option("color", colour(fill.colour));
            option("style", QStringLiteral("solid"));
            option("outline_style", QStringLiteral("no"));
            endSymbolLayer();
        }
        beginSymbolLayer("SimpleFill");
        option("color", colour(drawn ? fill.patternColour : fill.colour));
        option("style", QString::fromLatin1(patterns[static_cast<int>(fill.pattern)]));
        option("outline_style", symbol.line ? penStyle(*symbol.line) : QStringLiteral("no"));
        if (symbol.line) {
            option("outline_color", colour(symbol.line->colour));
            option("outline_width", length(symbol.line->widthMm));
            option("outline_width_unit", QStringLiteral("MM"));
        }
        endSymbolLayer();
    }

    static QString penStyle(const LineSymbol& line) {
        return line.dashMm.empty() ? QStringLiteral("solid") : QStringLiteral("dash");
    }

    void writeLine(const LineSymbol& line) {
        if (line.casingMm > 0) {
            beginSymbolLayer("SimpleLine");
            option("line_color", colour(line.casingColour));
            option("line_width", length(line.widthMm + 2 * line.casingMm));
            option("line_width_unit", QStringLiteral("MM"));
            option("line_style", QStringLiteral("solid"));
            endSymbolLayer();
        }
        beginSymbolLayer("SimpleLine");
        option("line_color", colour(line.colour));
        option("line_width", length(line.widthMm));
        option("line_width_unit", QStringLiteral("MM"));
        option("line_style", QStringLiteral("solid"));
        if (!line.dashMm.empty()) {
            QStringList dashes;
            for (const double dash : line.dashMm) dashes << length(dash);
            option("use_custom_dash", QStringLiteral("1"));
            option("customdash", dashes.join(u';'));
            option("customdash_unit", QStringLiteral("MM"));
        }
        endSymbolLayer();
    }

    void writeMarker(const MarkerSymbol& marker) {
        static const char* const shapes[] = {"circle", "circle", "square", "diamond", "triangle", "star", "hexagon"};
        beginSymbolLayer("SimpleMarker");
        Colour fill = marker.fill;
        if (marker.shape == MarkerShape::Ring) fill.alpha = 0;
        option("name", QString::fromLatin1(shapes[static_cast<int>(marker.shape)]));
        option("color", colour(fill));
        option("outline_color", colour(marker.shape == MarkerShape::Ring ? marker.fill : marker.outline));
        option("outline_width", length(marker.outlineMm));
        option("outline_width_unit", QStringLiteral("MM"));
        option("size", length(marker.sizeMm));
        option("size_unit", QStringLiteral("MM"));
        endSymbolLayer();
    }

    void writeLabels() {
        const LabelStyle& label = m_layer.style.label;
        if (label.field.empty()) return;
        start("labeling", {{"type", QStringLiteral("simple")}});
        start("settings");
        start("text-style", {{"fieldName", qs(label.field)},
                             {"isExpression", QStringLiteral("0")},
                             {"fontSize", length(label.sizePt)},
                             {"fontSizeUnit", QStringLiteral("Point")},
                             {"fontWeight", label.bold ? QStringLiteral("75") : QStringLiteral("50")},
                             {"textColor", colour(label.colour)}});
        empty("text-buffer", {{"bufferDraw", label.haloMm > 0 ? QStringLiteral("1") : QStringLiteral("0")},
                              {"bufferSize", length(label.haloMm)},
                              {"bufferSizeUnits", QStringLiteral("MM")},
                              {"bufferColor", colour(label.haloColour)}});
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    const Layer& m_layer;
    int m_dimension = -1;
    QString m_text;
    QXmlStreamWriter m_xml;
};

}  // namespace

std::string derivedQml(const Layer& layer) { return QmlWriter(layer).write(); }

}  // namespace layers
