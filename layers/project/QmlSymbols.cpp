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
    SymbolWriter(QmlXml& xml, const char* type, QString name, double opacity, int pass, double unitsPerMetre = 1)
        : m_xml(xml), m_name(std::move(name)), m_pass(pass), m_unitsPerMetre(unitsPerMetre) {
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
    void markerInside(const MarkerSymbol& marker);

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
    void body(const LineSymbol& line);
    void bodyLayer(const QString& shape, int level, Colour fill, Colour outline, double outlineMm);
    void hatch(const FillSymbol& fill, double angle);
    void pointPattern(const FillSymbol& fill, const MarkerSymbol& marker);
    void stroke(const LineSymbol& line, Colour colour, double width, double offset, bool dashes, int level);
    void onLine(const LineSymbol& line, const MarkerSymbol* marker, const LineMarks& marks);
    void head(const LineSymbol& line, bool atEnd);
    void simpleMarker(const MarkerSymbol& marker, const char* shape, Colour fill, Colour outline, double size);
    void drawing(const MarkerSymbol& marker);
    void sizeByField(const MarkerSymbol& marker);

    QmlXml& m_xml;
    QString m_name;
    int m_pass;
    double m_unitsPerMetre;
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
    // The light ground of a planning range lies below all layers; QGIS would hide those below with it.
    if (fill.ground) return plainFill({0, 0, 0, 0});
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

void SymbolWriter::head(const LineSymbol& line, bool atEnd) {
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
                m_xml.option("color", QmlXml::colour(line.colour));
                m_xml.option("outline_style", "no");
                m_xml.millimetres("size", line.headMm);
            });
        });
}

/// The outline of an arrow's body as an expression of QGIS, in the units of the layer, which are metres or degrees.
QString bodyExpression(const LineSymbol& line, double unitsPerMetre) {
    const double head = 1.9 * line.widthMm;
    const auto piece = [&](const QString& from, const QString& to, double begin, double end) {
        return QStringLiteral("tapered_buffer(line_substring(@c, %1, %2), %3 * @k, %4 * @k, 12)")
            .arg(from, to, QmlXml::length(begin), QmlXml::length(end));
    };
    // The triangle on the end of a course that runs towards its tip.
    const auto tip = [&](const QString& root, const QString& at) {
        return QStringLiteral(
                   "with_variable('r', %1, with_variable('t', %2, with_variable('z', azimuth(@r, @t), "
                   "with_variable('b', project(@r, %3 * @k, @z + pi()), make_polygon(make_line(@t, "
                   "project(@b, %4 * @k, @z - pi() / 2), project(@b, %4 * @k, @z + pi() / 2), @t))))))")
            .arg(root, at, QmlXml::length(0.12 * line.widthMm), QmlXml::length(1.05 * line.widthMm));
    };
    const QString reach = QStringLiteral("%1 * @k").arg(QmlXml::length(head));
    const QString neck = QStringLiteral("length(@c) - ") + reach;
    const double start = line.widthMm * line.taperStart;
    QString shape;
    if (line.arrowAtStart) {
        const QString middle = QStringLiteral("length(@c) / 2");
        shape =
            QStringLiteral("union(union(%1, %2), union(%3, %4))")
                .arg(
                    piece(reach, middle, line.widthMm, start), piece(middle, neck, start, line.widthMm),
                    tip(QStringLiteral("line_interpolate_point(@c, %1)").arg(reach), QStringLiteral("start_point(@c)")),
                    tip(QStringLiteral("line_interpolate_point(@c, %1)").arg(neck), QStringLiteral("end_point(@c)")));
    } else {
        shape =
            QStringLiteral("union(%1, %2)")
                .arg(piece(QStringLiteral("0"), neck, start, line.widthMm),
                     tip(QStringLiteral("line_interpolate_point(@c, %1)").arg(neck), QStringLiteral("end_point(@c)")));
    }
    const QString course =
        line.smooth ? QStringLiteral("smooth(line_merge($geometry), 4)") : QStringLiteral("line_merge($geometry)");
    return QStringLiteral("with_variable('k', @map_scale * %1, with_variable('c', %2, %3))")
        .arg(QString::number(unitsPerMetre / 1000, 'g', 10), course, shape);
}

void SymbolWriter::bodyLayer(const QString& shape, int level, Colour fill, Colour outline, double outlineMm) {
    layer(
        "GeometryGenerator", level,
        [&] {
            m_xml.option("SymbolType", "Fill");
            m_xml.option("geometryModifier", shape);
            m_xml.option("units", "MapUnit");
        },
        [&] {
            SymbolWriter inner(m_xml, "fill", innerName(), 1, 0);
            inner.layer("SimpleFill", 0, [&] {
                m_xml.option("color", QmlXml::colour(fill));
                m_xml.option("style", fill.alpha > 0 ? "solid" : "no");
                m_xml.option("outline_color", QmlXml::colour(outline));
                m_xml.option("outline_style", outlineMm > 0 ? "solid" : "no");
                m_xml.millimetres("outline_width", outlineMm);
                m_xml.option("joinstyle", "round");
            });
        });
}

/// An axis: QGIS has no arrows along bent lines that grow, so their outline is reckoned there. Of two colours the middle.
void SymbolWriter::body(const LineSymbol& line) {
    const auto middle = [](std::uint8_t a, std::uint8_t b) { return static_cast<std::uint8_t>((a + b) / 2); };
    const Colour from = line.colour;
    const Colour to = line.endColour.alpha > 0 ? line.endColour : line.colour;
    const Colour colour{middle(from.red, to.red), middle(from.green, to.green), middle(from.blue, to.blue),
                        middle(from.alpha, to.alpha)};
    const QString shape = bodyExpression(line, m_unitsPerMetre);
    if (line.casingMm > 0) bodyLayer(shape, 1, {0, 0, 0, 0}, line.casingColour, 2 * line.casingMm);
    bodyLayer(shape, 2, colour, {}, 0);
}

void SymbolWriter::line(const LineSymbol& line, bool isOutline) {
    if (line.arrow && !isOutline) return body(line);
    const double width = line.widthMm;
    const bool isDouble = line.doubleGapMm > 0;
    if (isOutline && line.innerBandMm > 0)
        stroke(line, line.innerBandColour, line.innerBandMm, line.innerBandMm / 2, false, 0);
    if (line.casingMm > 0)
        stroke(line, line.casingColour, (isDouble ? 2 * width + line.doubleGapMm : width) + 2 * line.casingMm,
               line.offsetMm, false, 1);
    const double half = isDouble ? (line.doubleGapMm + width) / 2 : 0;
    stroke(line, line.colour, width, line.offsetMm - half, true, 2);
    if (isDouble) stroke(line, line.colour, width, line.offsetMm + half, true, 2);
    if (isOutline)
        return line.marks
                   ? onLine(line, line.marks->kind == MarkKind::Markers ? &line.marks->marker : nullptr, *line.marks)
                   : void();
    if (line.heads == LineEnds::End || line.heads == LineEnds::Both) head(line, true);
    if (line.heads == LineEnds::Start || line.heads == LineEnds::Both) head(line, false);
    if (line.marks) onLine(line, line.marks->kind == MarkKind::Markers ? &line.marks->marker : nullptr, *line.marks);
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

/// Of a polygon.
void SymbolWriter::markerInside(const MarkerSymbol& marker) {
    layer(
        "CentroidFill", 3,
        [&] {
            m_xml.option("point_on_surface", one);
            m_xml.option("point_on_all_parts", zero);
        },
        [&] { SymbolWriter(m_xml, "marker", innerName(), 1, 0).marker(marker); });
}

}  // namespace

void writeQmlSymbol(QmlXml& xml, const Symbol& symbol, const QmlLayer& layer, const QString& name, int pass) {
    static const char* const types[] = {"marker", "line", "fill"};
    SymbolWriter writer(xml, types[layer.dimension], name, layer.opacity, pass, layer.unitsPerMetre);
    if (layer.dimension == 0) return writer.marker(symbol.marker.value_or(MarkerSymbol{MarkerShape::Circle, 1.4}));
    if (layer.dimension == 1) return writer.line(symbol.line.value_or(LineSymbol{}), false);
    writer.fill(symbol.fill.value_or(FillSymbol{FillPattern::None, {}, {}}));
    if (symbol.line) writer.line(*symbol.line, true);
    if (symbol.marker) writer.markerInside(*symbol.marker);
}

}  // namespace layers
