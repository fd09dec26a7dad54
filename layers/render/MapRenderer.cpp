// SPDX-License-Identifier: Apache-2.0
#include "layers/render/MapRenderer.h"
#include "layers/render/RasterPlacing.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "layers/render/FormShapes.h"
#include "layers/render/SymbolPainter.h"

namespace layers {

namespace {

/// Items of one class of a layer.
struct ClassItems {
    const DrawnSymbol& symbol;
    std::vector<const DrawItem*> items;
};

std::vector<ClassItems> classesOf(const DrawnLayer& drawn) {
    std::vector<ClassItems> classes;
    for (const DrawItem& item : drawn.items) {
        if (item.drawnByForm) continue;
        const DrawnSymbol& symbol = drawn.symbols[static_cast<std::size_t>(item.symbol)];
        if (classes.empty() || &classes.back().symbol != &symbol) classes.push_back({symbol, {}});
        classes.back().items.push_back(&item);
    }
    return classes;
}

void paintMarkers(QPainter& painter, const DrawItem& item, const Symbol& symbol, const QRectF& map) {
    const PaperShape& shape = item.shape;
    if (shape.dimension == 0) {
        // A feature is never invisible for want of a marker.
        const MarkerSymbol marker = symbol.marker.value_or(
            MarkerSymbol{MarkerShape::Circle, 1.4, symbol.line ? symbol.line->colour : Colour{80, 80, 80, 255}});
        for (const auto& part : clipped(shape, map).parts)
            paintMarker(painter, part.front().front(), graded(marker, item.markerShare));
    } else if (shape.dimension == 2 && symbol.marker) {
        const PaperShape seen = clipped(shape, map);
        if (!seen.isEmpty()) paintMarker(painter, middleOf(seen), graded(*symbol.marker, item.markerShare));
    }
}

/// Calls `paint` for each item; false if canceled.
template <class Paint>
bool eachItem(const ClassItems& of, const gis::CancelToken& cancel, Paint paint) {
    for (const DrawItem* item : of.items) {
        if (cancel.isCanceled()) return false;
        paint(*item);
    }
    return true;
}

/// What lies above what of the outlines of a class: each is painted for the whole class before the next, so that
/// junctions stay open.
enum class Level { Bands, Casings, Lines, Marks };
constexpr std::array allLevels{Level::Bands, Level::Casings, Level::Lines, Level::Marks};

bool paintLevel(QPainter& painter, const ClassItems& of, Level level, const QRectF& map,
                const gis::CancelToken& cancel) {
    const bool strokes = of.symbol.symbol.line.has_value();
    const LineSymbol line = of.symbol.symbol.line.value_or(LineSymbol{});
    const PaperShape& edges = of.symbol.edges;
    const auto each = [&](auto paint) {
        const bool whole = eachItem(of, cancel, [&](const DrawItem& item) {
            if (item.shape.dimension != 2 || (strokes && edges.isEmpty())) paint(painter, courseOf(item), line, map);
        });
        LineSymbol edge = line;  // of polygons: no arrows
        edge.arrow = false;
        edge.heads = LineEnds::None;
        if (whole) paint(painter, edges, edge, map);
        return whole;
    };
    switch (level) {
        case Level::Bands:
            return line.innerBandMm <= 0 ||
                   eachItem(of, cancel, [&](const DrawItem& item) { paintInnerBand(painter, item.shape, line, map); });
        case Level::Casings:
            return each(paintCasing);
        case Level::Lines:
            return each(paintLine);
        case Level::Marks:
            break;
    }
    return each(paintLineMarks);
}

/// All symbols of a layer's form, from the bottom upward.
bool paintSymbolsOfForm(const DrawnLayer& drawn, const PaintForm& paint) {
    if (!drawn.form || !paint) return true;
    for (std::size_t symbol = 0; symbol < drawn.symbols.size(); ++symbol)
        if (!paint(drawn, symbol)) return false;
    return true;
}

/// The polygons of a class as one; of very many some at a time, so that a cancel is obeyed.
bool paintFillsOf(QPainter& painter, const ClassItems& of, const PaperFrame& frame, const gis::CancelToken& cancel) {
    constexpr qsizetype mostAtOnce = 400'000;  // vertices
    std::vector<const PaperShape*> shapes;
    qsizetype vertices = 0;
    const auto paint = [&] {
        paintFills(painter, shapes, *of.symbol.symbol.fill, frame.box(), frame.toPaper({}));
        shapes.clear();
        vertices = 0;
        return !cancel.isCanceled();
    };
    for (const DrawItem* item : of.items) {
        if (cancel.isCanceled()) return false;
        if (item->shape.dimension != 2) continue;
        shapes.push_back(&item->shape);
        for (const auto& part : item->shape.parts)
            for (const QPolygonF& ring : part) vertices += ring.size();
        if (vertices > mostAtOnce && !paint()) return false;
    }
    return paint();
}

bool paintClassFills(QPainter& painter, const ClassItems& of, const PaperFrame& frame, const gis::CancelToken& cancel) {
    const auto& fill = of.symbol.symbol.fill;
    return !fill || fill->ground || paintFillsOf(painter, of, frame, cancel);
}

/// Class by class fills, then outlines; where junctions of several classes are open, level by level.
bool paintClasses(QPainter& painter, const DrawnLayer& drawn, const PaperFrame& frame, const gis::CancelToken& cancel) {
    const std::vector<ClassItems> classes = classesOf(drawn);
    const bool byLevel = drawn.layer->style.openJunctions;
    const auto outlines = [&](const ClassItems& of, Level level) {
        return paintLevel(painter, of, level, frame.box(), cancel);
    };
    for (const ClassItems& of : classes) {
        if (!paintClassFills(painter, of, frame, cancel)) return false;
        if (byLevel) continue;
        for (const Level level : allLevels)
            if (!outlines(of, level)) return false;
    }
    if (!byLevel) return true;
    for (const Level level : allLevels)
        for (const ClassItems& of : classes)
            if (!outlines(of, level)) return false;
    return true;
}

void paintGround(QPainter& painter, const DrawList& list) {
    const QRectF map = list.frame.box();
    const bool muted = list.hasGround();
    painter.fillRect(map, toQColor(muted ? list.surroundings : list.background));
    for (const DrawnLayer& drawn : list.layers)
        for (const ClassItems& of : classesOf(drawn))
            if (of.symbol.symbol.fill && of.symbol.symbol.fill->ground) paintFillsOf(painter, of, list.frame, {});
}

void paintOver(QImage& image, const std::vector<PlacedLabel>& labels, double pixelsPerMm) {
    QPainter painter(&image);
    painter.scale(pixelsPerMm, pixelsPerMm);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    paintLabels(painter, labels);
}

gis::Result<std::vector<PlacedLabel>> labelsOfView(const ProjectSnapshot& snapshot, const MapSettings& settings,
                                                   const gis::JobControl& control, LayerForms* forms) {
    TUCE_TRY(solution, solveLabels(snapshot, settings, control, forms));
    return solution.seenIn(settings);
}

/// Places in the list: from `begin` up to `end`.
struct LayerRange {
    std::size_t begin = 0, end = 0;
};

constexpr QPainter::RenderHints smooth = QPainter::Antialiasing | QPainter::TextAntialiasing;

/// Layers without their markers.
bool paintLayers(QPainter& painter, const DrawList& list, LayerRange range, const gis::CancelToken& cancel,
                 const PaintForm& paintForm) {
    for (std::size_t i = range.begin; i < range.end; ++i) {
        const DrawnLayer& drawn = list.layers[i];
        if (drawn.raster) paintRaster(painter, *drawn.raster);
        if (!paintSymbolsOfForm(drawn, paintForm) || !paintClasses(painter, drawn, list.frame, cancel)) return false;
    }
    return true;
}

/// Markers of all layers above all lines: an axis must not hide the seats that it passes.
bool paintAllMarkers(QPainter& painter, const DrawList& list, const gis::CancelToken& cancel) {
    for (const DrawnLayer& drawn : list.layers)
        for (const ClassItems& of : classesOf(drawn))
            if (!eachItem(of, cancel, [&](const DrawItem& item) {
                    paintMarkers(painter, item, of.symbol.symbol, list.frame.box());
                }))
                return false;
    return true;
}

/// False if canceled.
bool paintWhole(QImage& image, const DrawList& list, double pixelsPerMm, const gis::JobControl& control) {
    uchar* bits = image.bits();
    const auto form = [&](const DrawnLayer& drawn, std::size_t symbol) {
        const auto ink = shapeInkOf(drawn.symbols[symbol].symbol, pixelsPerMm);
        return paintForm(image, bits, drawn, symbol, *ink, list.frame, pixelsPerMm, control);
    };
    QPainter painter(&image);
    painter.scale(pixelsPerMm, pixelsPerMm);
    return paintMap(painter, list, {}, control.cancel, form);
}

/// A map whose layers with forms lie together: what is below at once, the forms strip by strip, what is above at once.
/// QPainter rounds lines that it cuts at the edge of an image otherwise: so it paints the picture as a whole, and what lies
/// above the forms once more on the strips that are handed out.
class StripPainter {
public:
    StripPainter(QImage& image, const DrawList& list, double pixelsPerMm, const gis::JobControl& control)
        : m_image(image), m_bits(image.bits()), m_list(list), m_pixelsPerMm(pixelsPerMm), m_control(control) {
        const auto [first, last] = formsOf(list);
        m_forms = {first, last + 1};
    }

    bool paint(const MapStrips& strips) {
        {
            QPainter painter(&m_image);
            prepare(painter, 0);
            paintGround(painter, m_list);
            if (!paintLayers(painter, m_list, {0, m_forms.begin}, m_control.cancel, {})) return false;
        }
        const auto one = [this](gis::RowRange rows, const gis::JobControl& control) { return strip(rows, control); };
        if (!paintStrips(m_image.size(), strips, m_control, one)) return false;
        QPainter painter(&m_image);
        prepare(painter, 0);
        return paintAbove(painter) && !m_control.cancel.isCanceled();
    }

private:
    void prepare(QPainter& painter, int firstRow) const {
        painter.setRenderHints(smooth);
        painter.setTransform(QTransform(m_pixelsPerMm, 0, 0, m_pixelsPerMm, 0, -firstRow));
    }
    bool paintAbove(QPainter& painter) const {
        for (std::size_t i = m_forms.begin; i < m_forms.end; ++i)
            if (!paintClasses(painter, m_list.layers[i], m_list.frame, m_control.cancel)) return false;
        return paintLayers(painter, m_list, {m_forms.end, m_list.layers.size()}, m_control.cancel, {}) &&
               paintAllMarkers(painter, m_list, m_control.cancel);
    }
    /// Null if canceled.
    QImage strip(gis::RowRange rows, const gis::JobControl& control) const {
        const PaintForm form = [&](const DrawnLayer& drawn, std::size_t symbol) {
            const auto ink = shapeInkOf(drawn.symbols[symbol].symbol, m_pixelsPerMm);
            return paintForm(m_image, m_bits, drawn, symbol, *ink, m_list.frame, m_pixelsPerMm, control, rows);
        };
        for (std::size_t i = m_forms.begin; i < m_forms.end; ++i)
            if (!paintSymbolsOfForm(m_list.layers[i], form)) return {};
        QImage seen = QImage(m_bits + rows.begin * m_image.bytesPerLine(), m_image.width(), rows.end - rows.begin,
                             m_image.bytesPerLine(), m_image.format())
                          .copy();
        QPainter painter(&seen);
        prepare(painter, rows.begin);
        return paintAbove(painter) ? seen : QImage();
    }

    QImage& m_image;
    uchar* m_bits;
    const DrawList& m_list;
    double m_pixelsPerMm;
    const gis::JobControl& m_control;
    LayerRange m_forms;
};

}  // namespace

bool paintMap(QPainter& painter, const DrawList& list, const std::vector<PlacedLabel>& labels,
              const gis::CancelToken& cancel, const PaintForm& paintForm) {
    painter.setRenderHints(smooth);
    paintGround(painter, list);
    if (!paintLayers(painter, list, {0, list.layers.size()}, cancel, paintForm)) return false;
    if (!paintAllMarkers(painter, list, cancel)) return false;
    paintLabels(painter, labels);
    return !cancel.isCanceled();
}

gis::Result<UnlabelledMap> renderUnlabelled(const ProjectSnapshot& snapshot, const MapSettings& settings,
                                            const gis::JobControl& control, LayerForms* forms,
                                            const MapStrips& strips) {
    MapSettings bare = settings;
    if (!settings.standsAlone) bare.labels = false;  // they come from a list of their own
    TUCE_TRY(list, makeDrawList(snapshot, bare, control, forms));
    QImage image(settings.pixelWidth(), settings.pixelHeight(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return gis::fail(gis::ErrorCode::OutOfResources, {},
                         gis::message("layers", "an image of %1 x %2 pixels is too large",
                                      {std::to_string(settings.pixelWidth()), std::to_string(settings.pixelHeight())}));
    image.setDotsPerMeterX(static_cast<int>(std::lround(settings.pixelsPerMm * 1000)));
    image.setDotsPerMeterY(static_cast<int>(std::lround(settings.pixelsPerMm * 1000)));
    image.fill(toQColor(settings.background));
    if (strips.finished && canBeDrawnInStrips(list)) {
        if (!StripPainter(image, list, settings.pixelsPerMm, control).paint(strips)) return gis::canceled();
    } else if (!paintWhole(image, list, settings.pixelsPerMm, control)) {
        return gis::canceled();
    }
    return UnlabelledMap{std::move(image), std::move(list), bearsLabels(snapshot, settings)};
}

gis::Result<LabelledMap> labelled(UnlabelledMap map, const SnapshotPtr& snapshot, const MapSettings& settings,
                                  LabelMemory& memory, const gis::JobControl& control, LayerForms* forms) {
    std::vector<PlacedLabel> labels;
    if (map.hasLabels) {
        TUCE_TRY(solution, memory.of(snapshot, settings, control, forms));
        labels = solution->seenIn(settings);
        paintOver(map.image, labels, settings.pixelsPerMm);
    }
    if (control.cancel.isCanceled()) return gis::canceled();
    control.report(1);
    return LabelledMap{std::move(map.image), std::move(labels)};
}

gis::Result<QImage> renderMap(const ProjectSnapshot& snapshot, const MapSettings& settings,
                              const gis::JobControl& control, LayerForms* forms) {
    TUCE_TRY(map, renderUnlabelled(snapshot, settings, control, forms));
    if (map.hasLabels) {
        TUCE_TRY(labels, settings.standsAlone
                             ? labelsOfPage(snapshot, settings, map.list, InkMap(map.list), {}, control, forms)
                             : labelsOfView(snapshot, settings, control, forms));
        paintOver(map.image, labels, settings.pixelsPerMm);
    }
    if (control.cancel.isCanceled()) return gis::canceled();
    control.report(1);
    return std::move(map.image);
}

}  // namespace layers
