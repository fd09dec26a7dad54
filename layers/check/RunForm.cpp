// SPDX-License-Identifier: Apache-2.0
#include "layers/check/RunForm.h"

#include <fmt/format.h>

#include "layers/check/PreparedLayer.h"

namespace layers {

RunForm runForm(const CheckMeasure& measure, const gis::CoordinateReferenceSystem& crs, const gis::Extent& plan,
                const std::vector<PreparedLayerPtr>& controls) {
    gis::Extent all = plan;
    for (const PreparedLayerPtr& layer : controls) all.include(layer->index.extent());
    RunForm made{measure.formFor(all), "planar"};
    if (!made.form) {
        gis::Extent near = plan;
        for (const PreparedLayerPtr& layer : controls)
            layer->index.visit(plan, [&](std::uint32_t feature) {
                near.include(layer->features[feature].extent());
                return true;
            });
        made.form = measure.formFor(near);
    }
    if (!made.form || made.form->isPlanar()) return made;
    const gis::Extent& box = made.form->box();
    made.name = fmt::format("ellipsoid {} {} {} {} {}", crs.code().empty() ? crs.name() : crs.code(), box.minX,
                            box.minY, box.maxX, box.maxY);
    return made;
}

}  // namespace layers
