// SPDX-License-Identifier: Apache-2.0
#include "layers/project/QmlSymbols.h"

#include "gis/base/Resources.h"

namespace layers {

namespace {

const QString one = QStringLiteral("1");
const QString zero = QStringLiteral("0");

/// A symbol with its layers, which QGIS counts to name the symbols inside them.
class SymbolWriter {
public:
    SymbolWriter(QmlXml& xml, const char* type, QString name, double opacity, int pass)
        : m_xml(xml), m_name(std::move(name)), m_pass(pass) {
        m_xml.start("symbol", {{"type", QString::fromLatin1(type)},
                               {"name", m_name},
                               {"alpha", QString::number(opacity)},
                               {"clip_to_extent", one},
                               {"force_rhr", zero}});
    }
    ~SymbolWriter() { m_xml.end(); }
    SymbolWriter(const SymbolWriter&) = delete;
    SymbolWriter& operator=(const SymbolWriter&) = delete;

    void fill(const FillSymbol& fill);
    void line(const LineSymbol& line, bool isOutline);
    void marker(const MarkerSymbol& marker);

private:
    template <class Options, class Inside>
    void layer(const char* kind, int level, Options options, Inside inside) {
        m_xml.start("layer", {{"class", QString::fromLatin1(kind)},
                              {"enabled", one},
                              {"locked", zero},
                              {"pass", QString::number(m_pass + level)}});
        m_xml.start("Option", {{"type", QStringLiteral("Map")}});
        options();
        m_xml.end();
        inside();
        m_xml.end();
        ++m_count;
    }
    template <class Options>
    void layer(const char* kind, int level, Options options) {
        layer(kind, level, options, [] {});
    }
    QString innerName() const { return QStringLiteral("@%1@%2").arg(m_name).arg(m_count); }

    void plainFill(Colour colour);
    void hatch(const FillSymbol& fill, double angle);
    void pointPattern(const FillSymbol& fill, const MarkerSymbol& marker);
    void stroke(const LineSymbol& line, Colour colour, double width, double offset, bool dashes, int level);
    void onLine(const LineSymbol& line, const MarkerSymbol* marker, const LineMarks& marks);
    void head(const LineSymbol& line, double size, bool atEnd, Colour colour);
    void simpleMarker(const MarkerSymbol& marker, const char* shape, Colour fill, Colour outline, double size);
    void drawing(const MarkerSymbol& marker);
    void sizeByField(const MarkerSymbol& marker);

    QmlXml& m_xml;
    QString m_name;
    int m_pass;
    int m_count = 0;
};

void SymbolWriter::plainFill(Colour colour) {
    layer("SimpleFill", 0, [&] {
        m_xml.option("color", QmlXml::colour(colour));
        m_xml.option("style", colour.alpha > 0 ? "solid" : "no");
        m_xml.option("outline_style", "no");
    });
}

void SymbolWriter::hatch(const FillSymbol& fill, double angle) {
    LineSymbol stripe;
    stripe.colour = fill.patternColour;
    stripe.widthMm = fill.patternWidthMm;
    layer(
        "LinePatternFill", 0,
        [&] {
            m_xml.option("angle", QmlXml::length(angle));
            m_xml.millimetres("distance", fill.spacingMm);
            m_xml.millimetres("line_width", fill.patternWidthMm);
        },
        [&] { SymbolWriter(m_xml, "line", innerName(), 1, 0).line(stripe, false); });
}

void SymbolWriter::pointPattern(const FillSymbol& fill, const MarkerSymbol& marker) {
    layer(
        "PointPatternFill", 0,
        [&] {
            m_xml.millimetres("distance_x", fill.spacingMm);
            m_xml.millimetres("distance_y", fill.spacingMm);
            m_xml.millimetres("displacement_x", fill.spacingMm / 2);
        },
        [&] { SymbolWriter(m_xml, "marker", innerName(), 1, 0).marker(marker); });
}

void SymbolWriter::fill(const FillSymbol& fill) {
    plainFill(fill.pattern == FillPattern::None ? Colour{0, 0, 0, 0} : fill.colour);
    switch (fill.pattern) {
        case FillPattern::None:
        case FillPattern::Solid:
            return;
        case FillPattern::CrossHatch:
            hatch(fill, fill.angleDegrees + 90);
            [[fallthrough]];
        case FillPattern::Hatch:
            return hatch(fill, fill.angleDegrees);
        case FillPattern::Dots:
            return pointPattern(fill, {MarkerShape::Circle, fill.patternWidthMm, fill.patternColour, {}, 0});
        case FillPattern::Markers:
            return pointPattern(fill, fill.patternMarker);
    }
}

void SymbolWriter::stroke(const LineSymbol& line, Colour colour, double width, double offset, bool dashes, int level) {
    layer("SimpleLine", level, [&] {
        m_xml.option("line_color", QmlXml::colour(colour));
        m_xml.millimetres("line_width", width);
        m_xml.option("line_style", "solid");
        m_xml.option("capstyle", "flat");
        m_xml.option("joinstyle", "round");
        if (offset != 0) m_xml.millimetres("offset", offset);
        if (!dashes || line.dashMm.size() < 2) return;
        QStringList lengths;
        for (std::size_t index = 0; index < line.dashMm.size() / 2 * 2; ++index)
            lengths << QmlXml::length(line.dashMm[index]);
        m_xml.option("use_custom_dash", one);
        m_xml.option("customdash", lengths.join(u';'));
        m_xml.option("customdash_unit", "MM");
    });
}

void SymbolWriter::onLine(const LineSymbol& line, const MarkerSymbol* marker, const LineMarks& marks) {
    layer(
        "MarkerLine", 3,
        [&] {
            m_xml.option("placement", "interval");
            m_xml.millimetres("interval", marks.spacingMm);
            m_xml.millimetres("offset_along_line", marks.spacingMm / 2);
            m_xml.millimetres("offset", line.offsetMm + (marks.oneSided && marker == nullptr ? marks.lengthMm / 2 : 0));
            m_xml.option("rotate", marker == nullptr ? one : zero);
        },
        [&] {
            SymbolWriter inner(m_xml, "marker", innerName(), 1, 0);
            if (marker != nullptr) return inner.marker(*marker);
            MarkerSymbol tick;
            tick.outlineMm = marks.widthMm;
            inner.simpleMarker(tick, "line", line.colour, line.colour, marks.lengthMm);
        });
}

void SymbolWriter::head(const LineSymbol& line, double size, bool atEnd, Colour colour) {
    layer(
        "MarkerLine", 3,
        [&] {
            m_xml.option("placement", atEnd ? "lastvertex" : "firstvertex");
            m_xml.millimetres("offset", line.offsetMm);
            m_xml.option("rotate", one);
        },
        [&] {
            SymbolWriter inner(m_xml, "marker", innerName(), 1, 0);
            inner.layer("SimpleMarker", 0, [&] {
                m_xml.option("name", "filled_arrowhead");
                m_xml.option("angle", atEnd ? "0" : "180");
                m_xml.option("color", QmlXml::colour(colour));
                m_xml.option("outline_style", "no");
                m_xml.millimetres("size", size);
            });
        });
}

void SymbolWriter::line(const LineSymbol& line, bool isOutline) {
    const bool isBody = line.arrow && !isOutline;
    const double width = isBody ? line.widthMm * (1 + (line.arrowAtStart ? 1 : line.taperStart)) / 2 : line.widthMm;
    const bool isDouble = line.doubleGapMm > 0 && !isBody;
    if (isOutline && line.innerBandMm > 0)
        stroke(line, line.innerBandColour, line.innerBandMm, line.innerBandMm / 2, false, 0);
    if (line.casingMm > 0)
        stroke(line, line.casingColour, (isDouble ? 2 * width + line.doubleGapMm : width) + 2 * line.casingMm,
               isBody ? 0 : line.offsetMm, false, 1);
    const double half = isDouble ? (line.doubleGapMm + width) / 2 : 0;
    stroke(line, line.colour, width, (isBody ? 0 : line.offsetMm) - half, !isBody, 2);
    if (isDouble) stroke(line, line.colour, width, line.offsetMm + half, true, 2);
    if (isOutline)
        return line.marks
                   ? onLine(line, line.marks->kind == MarkKind::Markers ? &line.marks->marker : nullptr, *line.marks)
                   : void();
    const Colour tip = line.endColour.alpha > 0 ? line.endColour : line.colour;
    if (isBody || line.heads == LineEnds::End || line.heads == LineEnds::Both)
        head(line, isBody ? line.widthMm * 1.9 : line.headMm, true, isBody ? tip : line.colour);
    if ((isBody && line.arrowAtStart) || (!isBody && (line.heads == LineEnds::Start || line.heads == LineEnds::Both)))
        head(line, isBody ? line.widthMm * 1.9 : line.headMm, false, isBody ? tip : line.colour);
    if (line.marks && !isBody)
        onLine(line, line.marks->kind == MarkKind::Markers ? &line.marks->marker : nullptr, *line.marks);
}

void SymbolWriter::sizeByField(const MarkerSymbol& marker) {
    if (marker.sizeField.empty()) return;
    QString field = QmlXml::qs(marker.sizeField);
    field.replace(u'"', QLatin1String("\"\""));
    const QString expression =
        QStringLiteral("%1 * sqrt(max(0, coalesce(\"%2\", 0)) / %3)")
            .arg(QmlXml::length(marker.sizeMm), field, QString::number(marker.sizeValue, 'g', 12));
    const auto map = [this](const char* name) {
        m_xml.start("Option", {{"type", QStringLiteral("Map")}, {"name", QString::fromLatin1(name)}});
    };
    m_xml.start("data_defined_properties");
    m_xml.start("Option", {{"type", QStringLiteral("Map")}});
    m_xml.option("name", "");
    map("properties");
    map("size");
    m_xml.empty(
        "Option",
        {{"type", QStringLiteral("bool")}, {"name", QStringLiteral("active")}, {"value", QStringLiteral("true")}});
    m_xml.option("expression", expression);
    m_xml.empty("Option",
                {{"type", QStringLiteral("int")}, {"name", QStringLiteral("type")}, {"value", QStringLiteral("3")}});
    m_xml.end();
    m_xml.end();
    m_xml.option("type", "collection");
    m_xml.end();
    m_xml.end();
}

void SymbolWriter::simpleMarker(const MarkerSymbol& marker, const char* shape, Colour fill, Colour outline,
                                double size) {
    layer(
        "SimpleMarker", 3,
        [&] {
            m_xml.option("name", shape);
            m_xml.option("color", QmlXml::colour(fill));
            m_xml.option("outline_color", QmlXml::colour(outline));
            m_xml.option("outline_style", marker.outlineMm > 0 && outline.alpha > 0 ? "solid" : "no");
            m_xml.millimetres("outline_width", marker.outlineMm);
            m_xml.millimetres("size", size);
        },
        [&] {
            MarkerSymbol sized = marker;
            sized.sizeMm = size;
            sizeByField(sized);
        });
}

/// The drawing goes along in the style itself, its colour as the parameter that QGIS fills in.
void SymbolWriter::drawing(const MarkerSymbol& marker) {
    const auto bytes = gis::readResource("symbols/" + marker.svg + ".svg");
    if (!bytes) return simpleMarker(marker, "circle", marker.fill, marker.outline, marker.sizeMm);
    QByteArray svg = QByteArray::fromStdString(*bytes);
    svg.replace("currentColor", "param(fill)");
    layer(
        "SvgMarker", 3,
        [&] {
            m_xml.option("name", QStringLiteral("base64:") + QString::fromLatin1(svg.toBase64()));
            m_xml.option("color", QmlXml::colour(marker.fill));
            m_xml.millimetres("size", marker.sizeMm);
        },
        [&] { sizeByField(marker); });
}

void SymbolWriter::marker(const MarkerSymbol& marker) {
    static const char* const shapes[] = {"circle", "circle", "square", "diamond", "triangle", "star", "hexagon"};
    const Colour none{0, 0, 0, 0};
    if (marker.shape == MarkerShape::Svg) return drawing(marker);
    if (marker.shape == MarkerShape::Concentric) {
        simpleMarker(marker, "circle", marker.fill, marker.outline, marker.sizeMm);
        for (int ring = marker.rings - 1; ring > 0; --ring)
            simpleMarker(marker, "circle", none, marker.outline, marker.sizeMm * ring / marker.rings);
    } else {
        const bool isRing = marker.shape == MarkerShape::Ring;
        simpleMarker(marker, shapes[static_cast<int>(marker.shape)], isRing ? none : marker.fill, marker.outline,
                     marker.sizeMm);
    }
    if (marker.centre.alpha == 0) return;
    const double share = marker.shape == MarkerShape::Concentric ? 0.6 / marker.rings : 0.34;
    simpleMarker(marker, "circle", marker.centre, none, marker.sizeMm * share);
}

}  // namespace

void writeQmlSymbol(QmlXml& xml, const Symbol& symbol, int dimension, const QString& name, double opacity, int pass) {
    static const char* const types[] = {"marker", "line", "fill"};
    SymbolWriter writer(xml, types[dimension], name, opacity, pass);
    if (dimension == 0) return writer.marker(symbol.marker.value_or(MarkerSymbol{MarkerShape::Circle, 1.4}));
    if (dimension == 1) return writer.line(symbol.line.value_or(LineSymbol{}), false);
    writer.fill(symbol.fill.value_or(FillSymbol{FillPattern::None, {}, {}}));
    if (symbol.line) writer.line(*symbol.line, true);
}

}  // namespace layers
