// SPDX-License-Identifier: Apache-2.0
#include "layers/render/LayerForms.h"

#include <algorithm>
#include <atomic>
#include <chrono>

#include "gis/base/Memory.h"
#include "gis/base/Parallel.h"
#include "gis/overlap/PackedInPlace.h"
#include "gis/overlap/PackedShapesJoin.h"
#include "layers/render/KeptForms.h"
#include "layers/render/RoughForms.h"

namespace layers {

namespace {

bool hasManyVertices(const gis::FeatureTable& table, std::size_t many) {
    std::size_t count = 0;
    for (const gis::Feature& feature : table) {
        if (feature.geometry().dimension() > 0) count += feature.geometry().coordinateCount();
        if (count >= many) return true;
    }
    return false;
}

/// The same shapes in the same order, without a look at coordinates.
bool sharesShapes(const gis::FeatureTable& a, const gis::FeatureTable& b) {
    if (a.size() != b.size()) return false;
    if (a.pageCount() == b.pageCount() && a.sharedPageCount(b) == a.pageCount()) return true;
    for (auto one = a.begin(), other = b.begin(); one != a.end(); ++one, ++other)
        if (!one->geometry().sharesWith(other->geometry())) return false;
    return true;
}

/// Whether a preview is of these features, as far as can be told without a look at coordinates.
bool standsFor(const LayerForm& preview, const gis::FeatureTable& table) {
    if (preview.table.size() != table.size()) return false;
    const bool sameCrs = preview.layerCrs == preview.mapCrs;
    std::size_t i = 0;
    for (auto one = preview.table.begin(), other = table.begin(); one != preview.table.end(); ++one, ++other, ++i)
        if (one->id() != other->id() || (sameCrs && preview.form.shapes.extents[i] != other->geometry().extent()))
            return false;
    return true;
}

/// Whether a form without some of the vertices draws the same as the whole one would.
bool isFineEnough(const LayerForm& form, const MapSettings& settings) {
    const double tolerance = gis::largestPixelError / (settings.millimetresPerUnit() * settings.pixelsPerMm);
    return form.mapCrs == settings.crs && form.form.scale.droppedUpTo(tolerance) >= form.form.missingUpTo;
}

struct Packing {
    gis::PackedShapes shapes;
    std::size_t unusable = 0;
};

gis::Result<Packing> packed(const gis::FeatureTable& table, const gis::CoordinateReferenceSystem& from,
                            const MapSettings& settings, const gis::JobControl& control) {
    if (from == settings.crs)
        if (auto inPlace = gis::packedInPlace(table, control)) return Packing{std::move(*inPlace), 0};
    constexpr std::size_t perBlock = 256;
    const std::size_t blocks = (table.size() + perBlock - 1) / perBlock;
    std::size_t coordinates = 0;
    for (const gis::Feature& feature : table) coordinates += feature.geometry().coordinateCount();
    gis::PackedShapesJoin join(table.size(), coordinates);
    std::vector<std::optional<gis::CoordinateTransform>> transforms(control.threadCount());
    for (auto& transform : transforms) {
        TUCE_TRY(made, gis::CoordinateTransform::make(from, settings.crs, settings.datumPolicy));
        transform.emplace(std::move(made));
    }
    std::atomic_size_t unusable = 0;
    const bool whole = gis::parallelFor(blocks, control, [&](std::size_t block, unsigned worker) {
        auto piece = join.emptyOne();
        const std::size_t end = std::min(table.size(), (block + 1) * perBlock);
        for (std::size_t i = block * perBlock; i < end; ++i) {
            const auto moved = transforms[worker]->apply(table.at(i).geometry());
            if (!moved) ++unusable;
            piece->addShape(moved ? *moved : gis::Geometry());
        }
        join.add(block, std::move(piece));
    });
    if (!whole) return gis::canceled();
    return Packing{join.build(), unusable.load()};
}

std::uint32_t inkOf(Colour colour) { return gis::premultiplied(colour.red, colour.green, colour.blue, colour.alpha); }

bool drawsPlainLines(const LineSymbol& line) {
    return line.dashMm.empty() && line.casingMm <= 0 && line.innerBandMm <= 0 && !line.arrow && !line.smooth &&
           line.offsetMm == 0 && line.doubleGapMm <= 0 && line.heads == LineEnds::None && !line.marks;
}

bool drawsPlainFill(const FillSymbol& fill) {
    return !fill.ground && fill.pattern != FillPattern::Markers &&
           (fill.pattern != FillPattern::Dots || fill.patternColour.alpha == 0);
}

bool isHatched(const FillSymbol& fill) {
    const bool hasLines = fill.pattern == FillPattern::Hatch || fill.pattern == FillPattern::CrossHatch;
    return hasLines && fill.patternColour.alpha > 0 && fill.spacingMm > 0;
}

/// What makes a form sooner or smaller; null for none.
struct Helpers {
    const KeptForms* kept = nullptr;  ///< may know the ranks of `layer`
    const Layer* layer = nullptr;
    gis::SharedShapes* shared = nullptr;
};

gis::Result<LayerFormPtr> makeForm(const gis::FeatureTable& table, const gis::CoordinateReferenceSystem& layerCrs,
                                   const MapSettings& settings, const gis::JobControl& control, const Helpers& helpers,
                                   bool& wasKept) {
    TUCE_TRY(packing, packed(table, layerCrs, settings, control));
    gis::PackedShapes& shapes = packing.shapes;
    if (helpers.shared != nullptr && layerCrs == settings.crs) shapes = helpers.shared->only(shapes);
    TUCE_TRY(tree, gis::RunTree::build(shapes, control));
    auto ranks =
        helpers.kept != nullptr ? helpers.kept->ranks(*helpers.layer, settings.crs, shapes, control) : std::nullopt;
    wasKept = ranks.has_value();
    TUCE_TRY(form, ranks ? gis::DrawingForm::ofRanks(std::move(shapes), std::move(tree), std::move(*ranks), control)
                         : gis::DrawingForm::build(std::move(shapes), std::move(tree), control));
    return std::make_shared<const LayerForm>(
        LayerForm{table, layerCrs, settings.crs, std::move(form), packing.unusable, false});
}

}  // namespace

gis::Result<LayerFormPtr> layerForm(const gis::FeatureTable& table, const gis::CoordinateReferenceSystem& layerCrs,
                                    const MapSettings& settings, const gis::JobControl& control) {
    bool wasKept = false;
    return makeForm(table, layerCrs, settings, control, {}, wasKept);
}

LayerForms::LayerForms() = default;
LayerForms::~LayerForms() = default;

LayerFormPtr LayerForms::known(const gis::FeatureTable& table, const gis::CoordinateReferenceSystem& layerCrs,
                               const gis::CoordinateReferenceSystem& mapCrs) const {
    for (const LayerFormPtr& form : m_forms)
        if (form->mapCrs == mapCrs && form->layerCrs == layerCrs && sharesShapes(form->table, table)) return form;
    return nullptr;
}

LayerFormPtr LayerForms::find(const Layer& layer, const gis::CoordinateReferenceSystem& layerCrs,
                              const gis::CoordinateReferenceSystem& mapCrs) {
    const std::lock_guard lock(m_mutex);
    return known(layer.table, layerCrs, mapCrs);
}

gis::Result<LayerFormPtr> LayerForms::of(const Layer& layer, const gis::CoordinateReferenceSystem& layerCrs,
                                         const MapSettings& settings, const gis::JobControl& control,
                                         std::size_t fewest) {
    {
        const std::lock_guard lock(m_mutex);
        for (const LayerFormPtr& preview : m_previews)
            if (preview->mapCrs == settings.crs && sharesShapes(preview->table, layer.table)) return preview;
    }
    if (!hasManyVertices(layer.table, fewest)) return LayerFormPtr();
    if (LayerFormPtr form = find(layer, layerCrs, settings.crs)) return form;
    // Of a small layer the true form is there as soon.
    if (settings.rough && hasManyVertices(layer.table, fewestVertices))
        return roughOf(layer, layerCrs, settings, control);
    return madeOf(layer, layerCrs, settings, control);
}

gis::Result<LayerFormPtr> LayerForms::madeOf(const Layer& layer, const gis::CoordinateReferenceSystem& layerCrs,
                                             const MapSettings& settings, const gis::JobControl& control) {
    std::unique_lock making(m_making, std::defer_lock);
    while (!making.try_lock_for(std::chrono::milliseconds(10)))
        if (control.cancel.isCanceled()) return gis::canceled();
    if (LayerFormPtr form = find(layer, layerCrs, settings.crs)) return form;
    if (control.cancel.isCanceled()) return gis::canceled();
    const auto [kept, shared] = [this] {
        const std::lock_guard lock(m_mutex);
        return std::pair{m_kept, m_shared};
    }();
    bool wasKept = false;
    const Helpers helpers{kept.get(), &layer, shared.get()};
    TUCE_TRY(form, makeForm(layer.table, layerCrs, settings, {m_cancel, {}, control.threads}, helpers, wasKept));
    if (kept && !wasKept) kept->add(layer, form);
    gis::giveBackMemory();
    const std::lock_guard lock(m_mutex);
    m_forms.push_back(form);
    std::erase_if(m_rough, [&](const RoughForm& rough) { return sharesShapes(rough.form->table, layer.table); });
    std::erase_if(m_previews, [&](const LayerFormPtr& preview) { return standsFor(*preview, layer.table); });
    return form;
}

gis::Result<LayerFormPtr> LayerForms::roughOf(const Layer& layer, const gis::CoordinateReferenceSystem& layerCrs,
                                              const MapSettings& settings, const gis::JobControl& control) {
    const auto isOf = [&](const RoughForm& rough) {
        return rough.form->mapCrs == settings.crs && rough.form->layerCrs == layerCrs &&
               sharesShapes(rough.form->table, layer.table);
    };
    {
        const std::lock_guard lock(m_mutex);
        for (const RoughForm& rough : m_rough)
            if (rough.serves(settings) && isOf(rough)) return rough.form;
        for (const LayerFormPtr& preview : m_previews)
            if (preview->layerCrs == layerCrs && isFineEnough(*preview, settings) && standsFor(*preview, layer.table)) {
                LayerForm own = *preview;  // what stood for the layer before it was read
                own.table = layer.table;
                return std::make_shared<const LayerForm>(std::move(own));
            }
    }
    TUCE_TRY(made, roughFormOf(layer.table, layerCrs, settings, control));
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_rough, isOf);
    m_rough.push_back(made);
    return made.form;
}

void LayerForms::setPreviews(std::vector<LayerFormPtr> previews) {
    const std::lock_guard lock(m_mutex);
    m_previews = std::move(previews);
}

void LayerForms::setKept(std::shared_ptr<KeptForms> kept) {
    const std::lock_guard lock(m_mutex);
    m_kept = std::move(kept);
}

void LayerForms::setShared(std::shared_ptr<gis::SharedShapes> shared) {
    const std::lock_guard lock(m_mutex);
    m_shared = std::move(shared);
}

gis::Result<void> LayerForms::keep(const gis::JobControl& control) {
    const std::shared_ptr<KeptForms> kept = [this] {
        const std::lock_guard lock(m_mutex);
        return m_kept;
    }();
    return kept ? kept->keep(control) : gis::Result<void>();
}

void LayerForms::keepOnly(const ProjectSnapshot& plan) {
    const std::lock_guard lock(m_mutex);
    const auto isGone = [&](const LayerFormPtr& form) {
        return std::none_of(plan.layers.begin(), plan.layers.end(),
                            [&](const LayerPtr& layer) { return sharesShapes(form->table, layer->table); });
    };
    std::erase_if(m_forms, isGone);
    std::erase_if(m_rough, [&](const RoughForm& rough) { return isGone(rough.form); });
}

std::optional<gis::ShapeInk> shapeInkOf(const Symbol& symbol, double pixelsPerMm) {
    gis::ShapeInk ink;
    if (symbol.marker || (symbol.line && !drawsPlainLines(*symbol.line)) ||
        (symbol.fill && !drawsPlainFill(*symbol.fill)))
        return std::nullopt;
    if (symbol.line) {
        ink.line = inkOf(symbol.line->colour);
        ink.lineWidth = std::max(0.05, symbol.line->widthMm) * pixelsPerMm;
    }
    if (symbol.fill && symbol.fill->pattern != FillPattern::None) {
        const FillSymbol& fill = *symbol.fill;
        ink.fill = inkOf(fill.colour);
        if (isHatched(fill))
            ink.hatch =
                gis::Hatch{inkOf(fill.patternColour), fill.spacingMm * pixelsPerMm, fill.patternWidthMm * pixelsPerMm,
                           fill.angleDegrees, fill.pattern == FillPattern::CrossHatch};
    }
    return ink;
}

}  // namespace layers
