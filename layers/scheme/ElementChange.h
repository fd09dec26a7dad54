// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "layers/project/ChangeSet.h"
#include "layers/scheme/LayoutBuilder.h"
#include "layers/scheme/LayoutChange.h"

namespace layers {

/// What a user changes of an element before it is built (again). Parameters without a value fall back to the kind's.
struct ElementWish {
    std::optional<double> widthKm, radiusKm;
    std::vector<SchemePlace> members;                      ///< in order
    std::optional<std::vector<SchemeCarrier>> carriers{};  ///< in order; nothing: as they are
    std::string who{};                                     ///< whose wish it is
};
/// The element with other parameters, members and carriers, its JSON with it; whatever else is written there of the
/// element, of a member and of a carrier stays. What differs from the paper is decided by `who` from then on, and what
/// the paper names is kept (asNamed); a wish for what the paper names makes it the paper's again. An element that was
/// somebody's before (decidedBy without asNamed) has no such other. InvalidData as schemeFromJson.
gis::Result<SchemeElement> changedElement(const SchemeElement& element, const ElementWish& wish);

/// True if elements whose shape has this dimension can go into the layer: an editable layout layer with the fields of
/// one, empty or with features of that dimension.
bool takesElements(const Layer& layer, int dimension);

/// One undoable step that adds built elements to layers that are there: into `into` what fits it, the rest into the
/// topmost layer of the layout's CRS that takes it, or else into new layers as layoutChange makes them; `into` 0: new
/// layers for all. With their basis links; `warnings` as layoutChange. Pure; any thread.
gis::Result<ChangeSet> elementsChange(const SnapshotPtr& snapshot, const BuiltLayout& layout, gis::LayerId into,
                                      const LayoutChangeOptions& options, gis::Warnings& warnings);

/// One undoable step that gives a built feature the shape of `layout`, which holds its element built in the CRS of its
/// layer; a part of the element in another layer (seats of members without boundary) is replaced, added or removed with
/// it. Name, rank, status, document and clause stay as they are in the plan, links too. A shape made by hand is kept in
/// the recipe (HandShape), an earlier one that was not taken back stays there; a part made by hand that the element no
/// longer has stays in the plan, which is told (hand_part_stays). Refused if the element now has
/// a shape of another dimension, NotFound if the feature has no recipe. Pure; any thread.
gis::Result<ChangeSet> rebuildChange(const SnapshotPtr& snapshot, gis::LayerId layer, gis::FeatureId feature,
                                     const BuiltLayout& layout, const LayoutChangeOptions& options,
                                     gis::Warnings& warnings);

/// One undoable step that gives a built feature the shape again that was made by hand and kept in its recipe; if the
/// present one was made by hand too it is kept in its stead. NotFound if none is kept, InvalidData if it is damaged.
/// Pure; any thread.
gis::Result<ChangeSet> handShapeBack(const SnapshotPtr& snapshot, gis::LayerId layer, gis::FeatureId feature,
                                     const LayoutChangeOptions& options);

/// One undoable step that makes built features ordinary ones: their recipe goes, their shape stays. Features without a
/// recipe are passed over.
gis::Result<ChangeSet> detachChange(const SnapshotPtr& snapshot, gis::LayerId layer,
                                    const std::vector<gis::FeatureId>& features);

}  // namespace layers
