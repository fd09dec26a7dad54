// SPDX-License-Identifier: Apache-2.0
#include "layers/workflow/LayoutLayer.h"

#include "gis/crs/CoordinateReferenceSystem.h"
#include "layers/edit/LayerEdit.h"
#include "layers/plan/LayoutElement.h"
#include "layers/style/Style.h"

namespace layers {

gis::Result<ChangeSet> addLayoutLayer(const ProjectSnapshot& snapshot, const std::string& name) {
    TUCE_TRY(style, shippedStyle("layout"));
    Layer layer;
    layer.kind = LayerKind::Layout;
    layer.name = freeLayerName(snapshot, name);
    layer.idField = layout_field::elementId;
    layer.nameField = layout_field::name;
    layer.style = style;
    layer.table = gis::FeatureTable(layoutSchema(), gis::CoordinateReferenceSystem::cgcs2000(), {});
    return addLayer(snapshot, std::move(layer));
}

}  // namespace layers
