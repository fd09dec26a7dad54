// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "gis/base/Message.h"
#include "layers/project/ProjectSnapshot.h"

namespace layers {

/// Each change holds what was before and what comes after; an absent side means "not there".
struct FeatureChange {
    gis::LayerId layer{};
    std::optional<gis::Feature> before;
    std::optional<gis::Feature> after;
    bool operator==(const FeatureChange&) const = default;
};
/// A layer added, removed, moved or changed in anything but its features (style, name, order, rule …). When both
/// sides are there the features of the present snapshot stay; when added or removed the layer brings its features.
struct LayerChange {
    LayerPtr before;
    LayerPtr after;
    int positionBefore = -1;
    int positionAfter = -1;
    bool operator==(const LayerChange& other) const;
};
struct LinkChange {
    std::optional<ClauseLink> before;
    std::optional<ClauseLink> after;
    bool operator==(const LinkChange&) const = default;
};
struct DocumentChange {
    std::shared_ptr<const PolicyDocument> before;
    std::shared_ptr<const PolicyDocument> after;
    bool operator==(const DocumentChange& other) const;
};
struct SheetChange {
    std::optional<PrintLayout> before;
    std::optional<PrintLayout> after;
    int position = -1;
    bool operator==(const SheetChange&) const = default;
};
struct ApprovalChange {
    std::optional<Approval> before;
    std::optional<Approval> after;
    bool operator==(const ApprovalChange&) const = default;
};
struct LabelChange {
    std::optional<LabelPin> before;
    std::optional<LabelPin> after;
    bool operator==(const LabelChange&) const = default;
};
struct InfoChange {
    ProjectInfo before;
    ProjectInfo after;
    bool operator==(const InfoChange&) const = default;
};
using Change = std::variant<FeatureChange, LayerChange, LinkChange, DocumentChange, SheetChange, ApprovalChange,
                            LabelChange, InfoChange>;

/// What an edit replaces: the only thing that changes a plan. A value.
struct ChangeSet {
    gis::Message text;            ///< the name of the step, as "Move vertex"
    std::vector<Change> changes;  ///< applied in order

    bool isEmpty() const { return changes.empty(); }
    /// The way back: sides swapped, order turned round.
    ChangeSet inverted() const;
    /// Boxes of the features it touches in a layer, before and after, in the layer's CRS.
    gis::Extent touchedExtent(gis::LayerId layer) const;
};

/// The snapshot after the change, with the next revision. InvalidArgument if a `before` side is not what the snapshot
/// holds: then nothing is changed. Features of linked (read-only) layers are Refused. Pure; any thread.
gis::Result<SnapshotPtr> applied(const SnapshotPtr& snapshot, const ChangeSet& change);

}  // namespace layers
