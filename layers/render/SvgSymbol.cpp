// SPDX-License-Identifier: Apache-2.0
#include "layers/render/SvgSymbol.h"

#include <QDir>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QSvgRenderer>
#include <QXmlStreamReader>
#include <cmath>
#include <map>
#include <optional>

#include "gis/base/Resources.h"

namespace layers {

namespace {

constexpr qsizetype largest = 65536;
constexpr int mostElements = 500;
constexpr int deepest = 20;
/// Stands for currentColor while Qt reads the drawing; a colour that nobody draws with.
const QColor inkMark(1, 2, 3);

/// Collects what is painted as shapes.
class CollectingEngine : public QPaintEngine {
public:
    explicit CollectingEngine(std::vector<SvgShape>& shapes) : QPaintEngine(AllFeatures), m_shapes(shapes) {}
    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }
    void updateState(const QPaintEngineState& now) override {
        if (now.state() & DirtyPen) m_pen = now.pen();
        if (now.state() & DirtyBrush) m_brush = now.brush();
        if (now.state() & DirtyTransform) m_transform = now.transform();
        if (now.state() & DirtyOpacity) m_opacity = now.opacity();
    }
    void drawPath(const QPainterPath& path) override {
        SvgShape shape{m_transform.map(path),
                       m_pen,
                       m_brush,
                       m_pen.color().rgb() == inkMark.rgb(),
                       m_brush.color().rgb() == inkMark.rgb(),
                       m_opacity};
        // The box is scaled evenly, and pens with it.
        shape.pen.setWidthF(m_pen.widthF() * std::sqrt(std::abs(m_transform.determinant())));
        m_shapes.push_back(std::move(shape));
    }
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override {
        QPainterPath path;
        QPolygonF polygon;
        for (int index = 0; index < count; ++index) polygon.append(points[index]);
        path.addPolygon(polygon);
        if (mode != PolylineMode) path.closeSubpath();
        drawPath(path);
    }
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}

private:
    std::vector<SvgShape>& m_shapes;
    QPen m_pen;
    QBrush m_brush;
    QTransform m_transform;
    double m_opacity = 1;
};

class CollectingDevice : public QPaintDevice {
public:
    explicit CollectingDevice(std::vector<SvgShape>& shapes) : m_engine(shapes) {}
    QPaintEngine* paintEngine() const override { return &m_engine; }

protected:
    int metric(PaintDeviceMetric metric) const override {
        switch (metric) {
            case PdmWidth:
            case PdmHeight:
            case PdmWidthMM:
            case PdmHeightMM:
                return 1000;
            case PdmDepth:
                return 32;
            case PdmNumColors:
                return 1 << 24;
            case PdmDevicePixelRatio:
                return 1;
            case PdmDevicePixelRatioScaled:
                return static_cast<int>(devicePixelRatioFScale());
            default:
                return 72;
        }
    }

private:
    mutable CollectingEngine m_engine;
};

gis::Error refused(const QString& what) {
    return gis::fail(gis::ErrorCode::Refused, {},
                     gis::message("layers", "the drawing holds what a symbol must not: %1", {what.toStdString()}))
        .value();
}

bool isAllowedElement(QStringView name) {
    for (const char* known :
         {"svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "title", "desc"})
        if (name == QLatin1String(known)) return true;
    return false;
}

/// Whether an attribute could reach out of the drawing, or do something.
bool reachesOut(const QXmlStreamAttribute& attribute) {
    const QStringView name = attribute.name();
    return name == QLatin1String("href") || name == QLatin1String("style") || name.startsWith(QLatin1String("on")) ||
           attribute.value().contains(QLatin1String("url"), Qt::CaseInsensitive);
}

/// The first thing that a drawing must not hold, if any; its title on the way.
std::optional<gis::Error> objectionTo(const QByteArray& bytes, std::string& title) {
    QXmlStreamReader xml(bytes);
    int elements = 0;
    int depth = 0;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::DTD || token == QXmlStreamReader::EntityReference)
            return refused(QStringLiteral("DOCTYPE"));
        if (token == QXmlStreamReader::ProcessingInstruction) return refused(QStringLiteral("<?"));
        if (token == QXmlStreamReader::EndElement) --depth;
        if (token != QXmlStreamReader::StartElement) continue;
        if (++elements > mostElements || ++depth > deepest) return refused(QStringLiteral("…"));
        if (!isAllowedElement(xml.name())) return refused(xml.name().toString());
        for (const QXmlStreamAttribute& attribute : xml.attributes())
            if (reachesOut(attribute)) return refused(attribute.name().toString());
        if (xml.name() == QLatin1String("title") && title.empty()) {
            title = xml.readElementText().toStdString();
            --depth;
        }
    }
    if (!xml.hasError()) return std::nullopt;
    return gis::fail(gis::ErrorCode::InvalidData, {}, gis::message("layers", "the drawing is not readable"), {},
                     xml.errorString().toStdString())
        .value();
}

/// Into a box of 1 x 1 about the origin.
void fit(std::vector<SvgShape>& shapes, const QRectF& view) {
    const double side = std::max(view.width(), view.height());
    QTransform transform;
    transform.scale(1 / side, 1 / side);
    transform.translate(-view.center().x(), -view.center().y());
    for (SvgShape& shape : shapes) {
        shape.path = transform.map(shape.path);
        shape.pen.setWidthF(shape.pen.widthF() / side);
    }
}

}  // namespace

gis::Result<SvgSymbol> svgSymbolFrom(const std::string& bytes) {
    if (static_cast<qsizetype>(bytes.size()) > largest)
        return gis::fail(gis::ErrorCode::Refused, {}, gis::message("layers", "the drawing is too large for a symbol"));
    SvgSymbol symbol;
    QByteArray data = QByteArray::fromStdString(bytes);
    if (auto objection = objectionTo(data, symbol.title)) return tl::unexpected<gis::Error>(std::move(*objection));
    data.replace("currentColor", inkMark.name().toLatin1());
    QSvgRenderer renderer;
    if (!renderer.load(data) || !renderer.viewBoxF().isValid() || renderer.viewBoxF().isEmpty())
        return gis::fail(gis::ErrorCode::InvalidData, {}, gis::message("layers", "the drawing is not readable"));
    const QRectF view = renderer.viewBoxF();
    CollectingDevice device(symbol.shapes);
    QPainter painter(&device);
    renderer.render(&painter, view);
    painter.end();
    fit(symbol.shapes, view);
    return symbol;
}

namespace {

using SvgSymbols = std::map<std::string, std::shared_ptr<const SvgSymbol>>;

/// Few and small, so all are read at the first question; immutable afterwards.
const SvgSymbols& allShipped() {
    static const SvgSymbols all = [] {
        SvgSymbols symbols;
        const QDir folder(QString::fromStdString(gis::resourceFolder() + "/symbols"));
        for (const QString& file : folder.entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name)) {
            const auto bytes = gis::readResource("symbols/" + file.toStdString());
            if (!bytes) continue;
            if (auto symbol = svgSymbolFrom(*bytes))
                symbols.emplace(file.chopped(4).toStdString(), std::make_shared<const SvgSymbol>(std::move(*symbol)));
        }
        return symbols;
    }();
    return all;
}

}  // namespace

std::shared_ptr<const SvgSymbol> shippedSvgSymbol(const std::string& name) {
    const auto found = allShipped().find(name);
    return found == allShipped().end() ? nullptr : found->second;
}

std::vector<std::string> shippedSvgSymbols() {
    std::vector<std::string> names;
    for (const auto& [name, symbol] : allShipped()) names.push_back(name);
    return names;
}

}  // namespace layers
