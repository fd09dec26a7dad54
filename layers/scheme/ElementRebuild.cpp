// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/ElementRebuild.h"

#include "layers/scheme/PlanGround.h"

namespace layers {

gis::Result<ChangeSet> rebuiltAs(const SnapshotPtr& plan, gis::LayerId layerId, gis::FeatureId feature,
                                 const SchemeElement& element, const LayoutChangeOptions& options,
                                 gis::Warnings& warnings, const gis::JobControl& control) {
    const LayerPtr layer = plan->layer(layerId);
    if (!layer) return gis::fail(gis::ErrorCode::NotFound, {}, gis::message("layers", "the layer is gone"));
    TUCE_TRY(ground, planGround(*plan));
    TUCE_TRY(build, shippedBuildOptions());
    build.crs = layer->table.crs();
    Scheme one;
    one.title = layer->name;
    one.elements = {element};
    TUCE_TRY(layout, buildLayout(one, ground, build, control));
    warnings.insert(warnings.end(), layout.warnings.begin(), layout.warnings.end());
    if (layout.layers.empty())
        return gis::fail(gis::ErrorCode::Refused, {{}, layer->name, element.id}, layout.reports.front().reason,
                         gis::message("layers", "load the boundaries, rivers and roads that it names"));
    return rebuildChange(plan, layerId, feature, layout, options, warnings);
}

}  // namespace layers
