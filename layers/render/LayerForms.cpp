// SPDX-License-Identifier: Apache-2.0
#include "layers/render/LayerForms.h"

#include <algorithm>
#include <atomic>

#include "gis/base/Parallel.h"

namespace layers {

namespace {

bool hasManyVertices(const gis::FeatureTable& table) {
    std::size_t count = 0;
    for (const gis::Feature& feature : table) {
        if (feature.geometry().dimension() > 0) count += feature.geometry().coordinateCount();
        if (count >= LayerForms::fewestVertices) return true;
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

struct Packing {
    gis::PackedShapes shapes;
    std::size_t unusable = 0;
};

gis::Result<Packing> packed(const gis::FeatureTable& table, const gis::CoordinateReferenceSystem& from,
                            const MapSettings& settings, const gis::JobControl& control) {
    constexpr std::size_t perBlock = 256;
    std::vector<gis::PackedShapesBuilder> blocks((table.size() + perBlock - 1) / perBlock);
    std::vector<std::optional<gis::CoordinateTransform>> transforms(control.threadCount());
    for (auto& transform : transforms) {
        TUCE_TRY(made, gis::CoordinateTransform::make(from, settings.crs, settings.datumPolicy));
        transform.emplace(std::move(made));
    }
    std::atomic_size_t unusable = 0;
    const bool whole = gis::parallelFor(blocks.size(), control, [&](std::size_t block, unsigned worker) {
        const std::size_t end = std::min(table.size(), (block + 1) * perBlock);
        for (std::size_t i = block * perBlock; i < end; ++i) {
            const auto moved = transforms[worker]->apply(table.at(i).geometry());
            if (!moved) ++unusable;
            blocks[block].addShape(moved ? *moved : gis::Geometry());
        }
    });
    if (!whole) return gis::canceled();
    if (blocks.empty()) blocks.emplace_back();
    return Packing{gis::PackedShapesBuilder::join(std::move(blocks)), unusable.load()};
}

gis::Result<LayerFormPtr> made(const gis::FeatureTable& table, const gis::CoordinateReferenceSystem& layerCrs,
                               const MapSettings& settings, const gis::JobControl& control) {
    TUCE_TRY(packing, packed(table, layerCrs, settings, control));
    TUCE_TRY(tree, gis::RunTree::build(packing.shapes, control));
    TUCE_TRY(form, gis::DrawingForm::build(std::move(packing.shapes), std::move(tree), control));
    return std::make_shared<const LayerForm>(
        LayerForm{table, layerCrs, settings.crs, std::move(form), packing.unusable});
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

}  // namespace

LayerFormPtr LayerForms::known(const gis::FeatureTable& table, const gis::CoordinateReferenceSystem& layerCrs,
                               const gis::CoordinateReferenceSystem& mapCrs) const {
    for (const LayerFormPtr& form : m_forms)
        if (form->mapCrs == mapCrs && form->layerCrs == layerCrs && sharesShapes(form->table, table)) return form;
    return nullptr;
}

gis::Result<LayerFormPtr> LayerForms::of(const Layer& layer, const gis::CoordinateReferenceSystem& layerCrs,
                                         const MapSettings& settings, const gis::JobControl& control) {
    const std::lock_guard lock(m_mutex);
    if (LayerFormPtr form = known(layer.table, layerCrs, settings.crs)) return form;
    if (!hasManyVertices(layer.table)) return LayerFormPtr();
    if (control.cancel.isCanceled()) return gis::canceled();
    TUCE_TRY(form, made(layer.table, layerCrs, settings, {m_cancel, {}, control.threads}));
    m_forms.push_back(form);
    return form;
}

void LayerForms::keepOnly(const ProjectSnapshot& plan) {
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_forms, [&](const LayerFormPtr& form) {
        return std::none_of(plan.layers.begin(), plan.layers.end(),
                            [&](const LayerPtr& layer) { return sharesShapes(form->table, layer->table); });
    });
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
