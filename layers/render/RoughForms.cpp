// SPDX-License-Identifier: Apache-2.0
#include "layers/render/RoughForms.h"

#include <algorithm>
#include <atomic>
#include <cmath>

#include "gis/base/Parallel.h"
#include "gis/drawing/RoughShape.h"
#include "gis/overlap/PackedShapesJoin.h"

namespace layers {

namespace {

double pixelOf(const MapSettings& settings) { return 1 / (settings.millimetresPerUnit() * settings.pixelsPerMm); }

/// The part of a layer to be taken, in its own coordinates.
struct Part {
    gis::Extent extent;  ///< empty: all of it
    double square = 0;   ///< of thinning; 0: none
};

Part partOf(const gis::Extent& view, double pixel, const gis::CoordinateReferenceSystem& layerCrs,
            const MapSettings& settings) {
    constexpr double pixelsPerSquare = 2;
    if (layerCrs == settings.crs) return {view, pixel * pixelsPerSquare};
    const auto back = gis::CoordinateTransform::make(settings.crs, layerCrs, settings.datumPolicy);
    if (!back) return {};
    const auto box = back->apply(view);
    if (!box || box->isEmpty() || !std::isfinite(box->width() + box->height())) return {};
    const double scale = std::min(box->width() / view.width(), box->height() / view.height());
    return {box->grown(0.02 * std::max(box->width(), box->height())), pixel * scale * pixelsPerSquare};
}

}  // namespace

bool RoughForm::serves(const MapSettings& settings) const {
    const double wanted = pixelOf(settings);
    return pixel <= wanted * 1.01 && pixel >= wanted / 4 && extent.contains(settings.shownExtent());
}

gis::Result<RoughForm> roughFormOf(const gis::FeatureTable& table, const gis::CoordinateReferenceSystem& layerCrs,
                                   const MapSettings& settings, const gis::JobControl& control) {
    const gis::Extent shown = settings.shownExtent();
    constexpr double room = 0.3;  // of the view, so that a map that is moved needs no other at once
    const gis::Extent view = shown.grown(room * std::max(shown.width(), shown.height()));
    const double pixel = pixelOf(settings);
    const Part part = partOf(view, pixel, layerCrs, settings);
    std::vector<std::optional<gis::CoordinateTransform>> transforms(control.threadCount());
    for (auto& transform : transforms) {
        TUCE_TRY(made, gis::CoordinateTransform::make(layerCrs, settings.crs, settings.datumPolicy));
        transform.emplace(std::move(made));
    }
    constexpr std::size_t perBlock = 256;
    const std::size_t blocks = (table.size() + perBlock - 1) / perBlock;
    gis::PackedShapesJoin join(table.size(), 0);
    std::atomic_size_t unusable = 0;
    const bool isAsItIs = layerCrs == settings.crs;
    const auto add = [&](const gis::Geometry& geometry, unsigned worker, gis::PackedShapesBuilder& shapes) {
        if (!part.extent.isEmpty() && !part.extent.meets(geometry.extent())) return shapes.addShape({});
        if (isAsItIs) return gis::addThinned(geometry, part.square, shapes);
        const auto moved = transforms[worker]->apply(gis::thinned(geometry, part.square));
        if (!moved) ++unusable;
        shapes.addShape(moved ? *moved : gis::Geometry());
    };
    const bool whole =
        gis::parallelFor(blocks, {control.cancel, {}, control.threads}, [&](std::size_t block, unsigned worker) {
            auto shapes = join.emptyOne();
            const std::size_t end = std::min(table.size(), (block + 1) * perBlock);
            for (std::size_t i = block * perBlock; i < end; ++i) add(table.at(i).geometry(), worker, *shapes);
            join.add(block, std::move(shapes));
        });
    if (!whole) return gis::canceled();
    TUCE_TRY(form, gis::roughForm(join.build(), control));
    auto made = std::make_shared<const LayerForm>(
        LayerForm{table, layerCrs, settings.crs, std::move(form), unusable.load(), true});
    return RoughForm{std::move(made), view, pixel};
}

}  // namespace layers
