// SPDX-License-Identifier: Apache-2.0
#include "layers/render/DrawList.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <iterator>

#include "gis/base/Parallel.h"
#include "layers/render/FormShapes.h"
#include "layers/render/LabelPlacer.h"
#include "layers/render/RasterPlacing.h"
#include "layers/render/SharedEdges.h"
#include "layers/render/SymbolPainter.h"
#include "layers/style/FeatureClassifier.h"
#include "layers/style/FieldNumbers.h"
#include "layers/style/SymbolForDrawing.h"

namespace layers {

namespace {

/// How far a symbol reaches beyond its geometry, in mm; `share` of its graded marker.
double reachOf(const Symbol& symbol, double share = 1) {
    double reach = 1;
    if (symbol.line) {
        const LineSymbol& line = *symbol.line;
        reach = std::max(reach, line.widthMm * (line.arrow ? 3.0 : 1.0) + line.casingMm + line.innerBandMm);
        reach += std::abs(line.offsetMm) + line.doubleGapMm + (line.heads == LineEnds::None ? 0 : line.headMm);
        if (line.marks) reach += std::max(line.marks->lengthMm, line.marks->marker.sizeMm);
    }
    if (symbol.marker) reach = std::max(reach, symbol.marker->sizeMm * share);
    return reach;
}

std::vector<DrawnSymbol> symbolsOf(const Layer& layer) {
    const Style& style = layer.style;
    std::vector<DrawnSymbol> symbols;
    const auto add = [&](const Symbol& symbol, const LabelStyle& label, const std::string& title) {
        DrawnSymbol& drawn = symbols.emplace_back();
        drawn.symbol = faded(bounded(symbol), style.opacity);
        drawn.label = label;
        drawn.title = QString::fromStdString(title);
    };
    add(style.symbol, style.label, style.title.empty() ? layer.name : style.title);
    for (auto category = style.categories.rbegin(); category != style.categories.rend(); ++category)
        add(category->symbol, category->label.value_or(style.label),
            category->title.empty() ? category->value : category->title);
    return symbols;
}

/// Which symbol a feature takes, or -1 if it is not drawn at this scale.
class Classifier {
public:
    Classifier(const Layer& layer, double denominator)
        : m_classes(layer.style, layer.table.schema()),
          m_count(static_cast<int>(layer.style.categories.size())),
          m_denominator(denominator) {}

    int symbolOf(const gis::Feature& feature) const {
        const int number = m_classes.classOf(feature, m_denominator);
        if (number == FeatureClassifier::hidden) return -1;
        // Symbols stand from the bottom upward, categories from the top downward.
        return number == FeatureClassifier::others ? 0 : m_count - number;
    }

private:
    FeatureClassifier m_classes;
    int m_count;
    double m_denominator;
};

/// The diameter of a feature's graded marker as a share of its symbol's.
double markerShareOf(const Layer& layer, const gis::Feature& feature, const Symbol& symbol) {
    if (!symbol.marker || symbol.marker->sizeField.empty()) return 1;
    const int field = layer.table.schema().indexOf(symbol.marker->sizeField);
    return sizeShareOf(*symbol.marker, numberOf(feature.attribute(field)).value_or(0));
}

QString labelOf(const Layer& layer, const gis::Feature& feature, const LabelStyle& label) {
    if (label.field.empty()) return {};
    int field = layer.table.schema().indexOf(label.field);
    if (field < 0) field = layer.table.schema().indexOf(layer.nameField);
    return QString::fromStdString(gis::toText(feature.attribute(field))).simplified();
}

/// What one layer needs to come onto the paper.
struct LayerJob {
    const MapSettings& settings;
    const PaperFrame& frame;
    double tolerance;
    double denominator;
};

gis::CoordinateReferenceSystem sourceCrs(const Layer& layer, const MapSettings& settings, gis::Warnings& warnings) {
    if (layer.table.crs().isKnown()) return layer.table.crs();
    warnings.push_back({"crs_missing",
                        {{}, layer.name, {}},
                        gis::message("layers",
                                     "the layer does not say its coordinate reference system; it is drawn "
                                     "as if it were in that of the map")});
    return settings.crs;
}

/// The features whose boxes meet the map, by their places in the table. The map's box is taken to the layer's CRS with
/// some room for the bend of its sides; where it has no image there, all features are candidates.
std::vector<std::uint32_t> candidatesIn(const Layer& layer, const gis::Extent& mapBox,
                                        const gis::CoordinateReferenceSystem& mapCrs,
                                        const gis::CoordinateReferenceSystem& layerCrs, gis::DatumPolicy policy) {
    gis::Extent query;
    if (auto back = gis::CoordinateTransform::make(mapCrs, layerCrs, policy))
        if (auto box = back->apply(mapBox); box && !box->isEmpty() && std::isfinite(box->width() + box->height()))
            query = box->grown(0.02 * std::max(box->width(), box->height()));
    std::vector<std::uint32_t> found;
    std::uint32_t index = 0;
    for (const gis::Feature& feature : layer.table) {
        const bool isNear = query.isEmpty() || query.meets(feature.geometry().extent());
        if (isNear && !feature.geometry().isEmpty()) found.push_back(index);
        ++index;
    }
    return found;
}

/// Dashes of neighbours run together; those that keep to their own side of the border do not.
bool sharesEdges(const Symbol& symbol) {
    return symbol.line && !symbol.line->dashMm.empty() && symbol.line->offsetMm == 0;
}

/// Whether what is drawn depends on the whole line, not only on what lies in the map.
bool followsWholeCourse(const LineSymbol& line) {
    return line.smooth || line.arrow || line.heads != LineEnds::None || line.marks;
}

/// Whether dashes or marks run along the edges of its polygons or its lines.
bool hasCourse(const Symbol& symbol) { return symbol.line && (!symbol.line->dashMm.empty() || symbol.line->marks); }

/// The map's box with room for the symbol.
QRectF roomFor(const Symbol& symbol, const LayerJob& job, double markerShare = 1) {
    const double reach = reachOf(symbol, markerShare) + job.settings.shapeRoomMm;
    return job.frame.box().adjusted(-reach - 2, -reach - 2, reach + 2, reach + 2);
}

/// The line or point of a feature, simplified and cut to the map's box with room for the symbol, or empty.
void placeShape(DrawItem& item, const gis::Geometry& geometry, const Symbol& symbol, const LayerJob& job) {
    const QRectF room = roomFor(symbol, job, item.markerShare);
    PaperShape shape = onPaper(geometry, job.frame);
    const bool isCurve = symbol.line && followsWholeCourse(*symbol.line) && shape.dimension == 1;
    if (!isCurve) {
        item.shape = simplified(clipped(shape, room), job.tolerance);
        if (!item.shape.isEmpty() && hasCourse(symbol)) item.course = simplified(shape, job.tolerance);
        return;
    }
    // Cut later: the body grows along the whole line. A box without height meets nothing for Qt; level lines have such.
    const bool isNear = shape.box().adjusted(-0.01, -0.01, 0.01, 0.01).intersects(room);
    if (isNear) item.shape = simplified(shape, job.tolerance);
}

/// The same by the layer's form: which vertices stay depends on all edges that meet there, not on what the map shows, so
/// neighbours stay together and nothing trembles while the map is moved.
void placeByForm(DrawItem& item, const gis::DrawingForm& form, std::uint32_t index, const Symbol& symbol,
                 const LayerJob& job) {
    item.shape = shapeOnPaper(form, index, job.frame, roomFor(symbol, job, item.markerShare), job.tolerance);
    if (!item.shape.isEmpty() && hasCourse(symbol)) item.course = wholeOnPaper(form, index, job.frame, job.tolerance);
}

/// Polygons that have a common edge with one of these or lie near, by their places in the table: where chains of edges
/// end must not depend on what the map shows.
std::vector<std::uint32_t> besides(const std::vector<std::uint32_t>& seen, const gis::DrawingForm& form) {
    std::vector<std::uint32_t> near;
    for (const std::uint32_t index : seen)
        for (const std::uint32_t other : form.index->find(form.shapes.extents[index])) near.push_back(other);
    std::sort(near.begin(), near.end());
    near.erase(std::unique(near.begin(), near.end()), near.end());
    std::erase_if(near, [&](std::uint32_t index) {
        return form.shapes.dimensions[index] != 2 || std::binary_search(seen.begin(), seen.end(), index);
    });
    return near;
}

/// Draws common edges of dashed polygons once. `polygons`: the form's places of those among the items, ascending.
void shareEdges(DrawnLayer& drawn, const std::vector<DrawItem>& items, const Classifier& classifier,
                const gis::DrawingForm& form, const std::vector<std::uint32_t>& polygons, const LayerJob& job) {
    for (std::size_t number = 0; number < drawn.symbols.size(); ++number) {
        DrawnSymbol& symbol = drawn.symbols[number];
        if (!sharesEdges(symbol.symbol)) continue;
        const auto isOfIt = [&](std::uint32_t index) {
            return classifier.symbolOf(drawn.layer->table.at(index)) == static_cast<int>(number);
        };
        std::vector<std::uint32_t> own;
        std::copy_if(polygons.begin(), polygons.end(), std::back_inserter(own), isOfIt);
        std::vector<PaperShape> around;
        for (const std::uint32_t index : besides(own, form))
            if (isOfIt(index)) around.push_back(wholeOnPaper(form, index, job.frame, job.tolerance));
        std::vector<const PaperShape*> shapes;
        for (const DrawItem& item : items)
            if (item.symbol == static_cast<int>(number) && item.shape.dimension == 2) shapes.push_back(&courseOf(item));
        if (shapes.size() + around.size() < 2 || shapes.empty()) continue;
        for (const PaperShape& shape : around) shapes.push_back(&shape);
        symbol.edges = edgesOnce(shapes);
    }
}

gis::Error named(gis::Error error, const Layer& layer) {
    if (error.subject.layer.empty()) error.subject.layer = layer.name;
    return error;
}

/// True if any of it lies in the map itself, not only in the room around it.
bool isSeen(const PaperShape& shape, const QRectF& map) {
    if (shape.isEmpty()) return false;
    if (shape.dimension == 2 && map.contains(shape.box())) return true;
    return !clipped(shape, map).isEmpty();
}

void warnOfUnusable(std::size_t count, const Layer& layer, gis::Warnings& warnings) {
    if (count == 0) return;
    warnings.push_back({"not_drawn",
                        {{}, layer.name, {}},
                        gis::message("layers",
                                     "%1 features have no place in the map's coordinate reference "
                                     "system and are not drawn",
                                     {std::to_string(count)})});
}

bool allDrawnByForm(const DrawnLayer& drawn, double pixelsPerMm) {
    return std::all_of(drawn.symbols.begin(), drawn.symbols.end(),
                       [&](const DrawnSymbol& symbol) { return shapeInkOf(symbol.symbol, pixelsPerMm).has_value(); });
}

/// Which shapes have which symbol, and items for what bears a label and for points.
gis::Result<std::vector<DrawItem>> itemsOfForm(const Layer& layer, DrawnLayer& drawn, const LayerJob& job,
                                               const gis::JobControl& control) {
    const gis::DrawingForm& form = drawn.form->form;
    const Classifier classifier(layer, job.denominator);
    const bool hasClasses = drawn.symbols.size() > 1;
    for (DrawnSymbol& symbol : drawn.symbols)
        if (hasClasses) symbol.formShapes.assign(form.shapes.shapeCount(), 0);
    std::vector<DrawItem> items;
    const double reach = -roomFor(Symbol{}, job).left() - job.settings.shapeRoomMm;
    for (const std::uint32_t shape : form.index->find(job.frame.extent.grown(reach / job.frame.millimetresPerUnit))) {
        if (control.cancel.isCanceled()) return gis::canceled();
        const gis::Feature& feature = layer.table.at(shape);
        const int number = hasClasses ? classifier.symbolOf(feature) : 0;
        if (number < 0) continue;
        DrawnSymbol& symbol = drawn.symbols[static_cast<std::size_t>(number)];
        if (hasClasses) symbol.formShapes[shape] = 1;
        const bool isPoint = form.shapes.dimensions[shape] == 0;
        if (!isPoint) symbol.dimensionsSeen |= 1 << form.shapes.dimensions[shape];
        QString label = job.settings.labels ? labelOf(layer, feature, symbol.label) : QString();
        const double perUnit = job.frame.millimetresPerUnit;
        const QSizeF size(form.shapes.extents[shape].width() * perUnit, form.shapes.extents[shape].height() * perUnit);
        const bool isArea = form.shapes.dimensions[shape] == 2;
        if (isArea && !label.isEmpty() && !mayHoldLabel(QRectF(QPointF(), size), label, symbol.label)) label.clear();
        if (label.isEmpty() && !isPoint) continue;
        PaperShape placed = shapeOnPaper(form, shape, job.frame, roomFor(symbol.symbol, job), job.tolerance);
        if (!placed.isEmpty())
            items.push_back({feature.id(), std::move(placed), {}, number, std::move(label), !isPoint});
    }
    return items;
}

bool hasEdges(const gis::FeatureTable& table) {
    return std::any_of(table.begin(), table.end(),
                       [](const gis::Feature& feature) { return feature.geometry().dimension() > 0; });
}

/// What says which vertices of lines and polygons count at which scale; null for a layer without any.
gis::Result<LayerFormPtr> formOfEdges(const Layer& layer, const gis::CoordinateReferenceSystem& crs,
                                      const MapSettings& settings, const gis::JobControl& control, LayerForms* forms) {
    if (!hasEdges(layer.table)) return LayerFormPtr();
    if (forms != nullptr) return forms->of(layer, crs, settings, control, 1);
    return layerForm(layer.table, crs, settings, {control.cancel, {}, control.threads});
}

/// Where the coordinates of a layer are from, and the form of its lines and polygons, if it has any.
struct ItemSource {
    gis::CoordinateReferenceSystem crs;
    LayerFormPtr form;

    /// Lines whose symbol follows their whole course are simplified as a whole in any case.
    bool places(const gis::Geometry& geometry, const Symbol& symbol) const {
        if (!form || geometry.dimension() < 1) return false;
        return geometry.dimension() == 2 || !symbol.line || !followsWholeCourse(*symbol.line);
    }
};

/// One item for each candidate, empty where nothing of it is drawn. Workers get each a transform of their own.
gis::Result<std::vector<DrawItem>> placedItems(const Layer& layer, const DrawnLayer& drawn, const LayerJob& job,
                                               const ItemSource& source, const Classifier& classifier,
                                               const std::vector<std::uint32_t>& candidates, std::size_t& unusable,
                                               const gis::JobControl& control) {
    std::vector<DrawItem> items(candidates.size());
    std::vector<std::optional<gis::CoordinateTransform>> transforms(control.threadCount());
    std::atomic_size_t lost = 0;
    const auto place = [&](std::size_t index, unsigned worker) {
        const gis::Feature& feature = layer.table.at(candidates[index]);
        DrawItem& item = items[index];
        item.symbol = classifier.symbolOf(feature);
        if (item.symbol < 0) return;
        const DrawnSymbol& symbol = drawn.symbols[static_cast<std::size_t>(item.symbol)];
        item.feature = feature.id();
        item.markerShare = markerShareOf(layer, feature, symbol.symbol);
        if (source.places(feature.geometry(), symbol.symbol)) {
            placeByForm(item, source.form->form, candidates[index], symbol.symbol, job);
        } else {
            auto& transform = transforms[worker];
            if (!transform)
                if (auto made = gis::CoordinateTransform::make(source.crs, job.settings.crs, job.settings.datumPolicy))
                    transform.emplace(std::move(*made));
            const auto moved = transform ? transform->apply(feature.geometry())
                                         : gis::Result<gis::Geometry>(tl::unexpect, gis::Error{});
            if (!moved) {
                ++lost;
                return;
            }
            placeShape(item, *moved, symbol.symbol, job);
        }
        if (job.settings.labels) item.label = labelOf(layer, feature, symbol.label);
    };
    if (!gis::parallelFor(candidates.size(), {control.cancel, {}, control.threads}, place, 64)) return gis::canceled();
    unusable = lost;
    return items;
}

gis::Result<std::vector<DrawItem>> itemsOf(const Layer& layer, DrawnLayer& drawn, const LayerJob& job,
                                           gis::Warnings& warnings, const gis::JobControl& control, LayerForms* forms) {
    const auto crs = sourceCrs(layer, job.settings, warnings);
    auto probe = gis::CoordinateTransform::make(crs, job.settings.crs, job.settings.datumPolicy);
    if (!probe) return tl::unexpected<gis::Error>(named(probe.error(), layer));
    if (probe->isBallpark()) warnings.push_back(gis::ballparkDatumShift(crs, job.settings.crs));
    if (forms != nullptr && allDrawnByForm(drawn, job.settings.pixelsPerMm)) {
        TUCE_TRY(form, forms->of(layer, crs, job.settings, control));
        drawn.form = std::move(form);
        drawn.isRough = drawn.form && drawn.form->isRough;
        if (drawn.form) {
            warnOfUnusable(drawn.form->unusable, layer, warnings);
            return itemsOfForm(layer, drawn, job, control);
        }
    }
    TUCE_TRY(form, formOfEdges(layer, crs, job.settings, control, forms));
    drawn.isRough = form && form->isRough;
    const ItemSource source{crs, std::move(form)};
    const Classifier classifier(layer, job.denominator);
    const auto candidates = candidatesIn(layer, job.frame.extent, job.settings.crs, crs, job.settings.datumPolicy);
    std::size_t unusable = 0;
    TUCE_TRY(items, placedItems(layer, drawn, job, source, classifier, candidates, unusable, control));
    warnOfUnusable(source.form ? source.form->unusable : unusable, layer, warnings);
    if (source.form) {
        std::vector<std::uint32_t> seen;
        for (std::size_t index = 0; index < candidates.size(); ++index)
            if (items[index].shape.dimension == 2 && !items[index].shape.isEmpty()) seen.push_back(candidates[index]);
        shareEdges(drawn, items, classifier, source.form->form, seen, job);
    }
    std::erase_if(items, [](const DrawItem& item) { return item.shape.isEmpty(); });
    return items;
}

void sortByClass(DrawnLayer& drawn, const QRectF& map) {
    for (const DrawItem& item : drawn.items)
        if (!item.drawnByForm && isSeen(item.shape, map))
            drawn.symbols[static_cast<std::size_t>(item.symbol)].dimensionsSeen |= 1 << item.shape.dimension;
    std::stable_sort(drawn.items.begin(), drawn.items.end(), [](const DrawItem& a, const DrawItem& b) {
        return a.symbol != b.symbol ? a.symbol < b.symbol : a.markerShare > b.markerShare;
    });
}

bool isWanted(const Layer& layer, const MapSettings& settings, double denominator) {
    const auto& wanted = settings.layers;
    const bool chosen =
        wanted.empty() ? layer.visible : std::find(wanted.begin(), wanted.end(), layer.id) != wanted.end();
    return chosen && drawnAtScale(layer.style.minScaleDenominator, layer.style.maxScaleDenominator, denominator);
}

/// A raster that cannot be read is no reason to show no map.
gis::Result<void> addRaster(DrawList& list, const LayerPtr& layer, const MapSettings& settings,
                            const gis::JobControl& control) {
    auto placed = placedRaster(*layer, settings, list.frame, list.warnings, control);
    if (placed) {
        if (!placed->image.isNull())
            list.layers.push_back({layer, {}, {}, {}, std::make_shared<const PlacedRaster>(std::move(*placed))});
        return {};
    }
    const gis::ErrorCode code = placed.error().code;
    if (code == gis::ErrorCode::Canceled) return gis::canceled();
    list.warnings.push_back({"raster_not_drawn",
                             {layer->source.path, layer->name, {}},
                             gis::message("layers", "the raster is not drawn: %1", {gis::describe(placed.error())})});
    return {};
}

}  // namespace

bool DrawList::hasGround() const {
    for (const DrawnLayer& drawn : layers)
        for (const DrawnSymbol& symbol : drawn.symbols)
            if (symbol.symbol.fill && symbol.symbol.fill->ground && (symbol.dimensionsSeen & 4) != 0) return true;
    return false;
}

std::optional<NamedSymbol> namedSymbolOf(const DrawnLayer& drawn, const gis::Feature& feature, double denominator) {
    const int symbol = Classifier(*drawn.layer, denominator).symbolOf(feature);
    if (symbol < 0) return std::nullopt;
    return NamedSymbol{symbol, labelOf(*drawn.layer, feature, drawn.symbols[static_cast<std::size_t>(symbol)].label)};
}

gis::Result<DrawList> makeDrawList(const ProjectSnapshot& snapshot, const MapSettings& settings,
                                   const gis::JobControl& control, LayerForms* forms) {
    if (!settings.crs.isKnown())
        return gis::fail(gis::ErrorCode::CrsMissing, {},
                         gis::message("layers", "the map has no coordinate reference system"));
    if (settings.extent.isEmpty() || !std::isfinite(settings.extent.width() + settings.extent.height()))
        return gis::fail(gis::ErrorCode::InvalidArgument, {}, gis::message("layers", "the map's extent is empty"));
    DrawList list;
    list.frame = {settings.shownExtent(), settings.millimetresPerUnit()};
    list.scaleDenominator = settings.scaleDenominator();
    list.toleranceMm = std::max(0.01, 0.3 / settings.pixelsPerMm);
    list.background = settings.background;
    list.surroundings = settings.surroundings;
    const LayerJob job{settings, list.frame, list.toleranceMm, list.scaleDenominator};
    for (std::size_t index = 0; index < snapshot.layers.size(); ++index) {
        if (control.cancel.isCanceled()) return gis::canceled();
        const LayerPtr& layer = snapshot.layers[index];
        if (!isWanted(*layer, settings, list.scaleDenominator)) continue;
        if (layer->isRaster()) {
            if (settings.rasters) TUCE_CHECK(addRaster(list, layer, settings, control));
            continue;
        }
        DrawnLayer drawn{layer, symbolsOf(*layer), {}, {}, {}};
        TUCE_TRY(items, itemsOf(*layer, drawn, job, list.warnings, control, forms));
        drawn.items = std::move(items);
        sortByClass(drawn, list.frame.box());
        list.layers.push_back(std::move(drawn));
        control.report(0.5 * static_cast<double>(index + 1) / static_cast<double>(snapshot.layers.size()));
    }
    muteOutsideGround(list);
    return list;
}

}  // namespace layers
