// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/Control.h"
#include "gis/crs/CoordinateTransform.h"
#include "gis/engine/Overlay.h"
#include "gis/feature/FeatureTable.h"

namespace gis {

/// One side of an overlay of tables; `subject` says path and layer for messages.
struct OverlaySide {
    FeatureTable table;
    Subject subject;
};

/// The pieces with the attributes of the features they come from.
struct TableOverlay {
    FeatureTable table;                               ///< in the CRS of `a`; ids from 1 on
    GeometryType geometryType = GeometryType::Empty;  ///< Multi… of the pieces' dimension; Empty if it is mixed
    /// "repaired", "skipped" and "overlay_fallback" name their features; "datums_taken_as_equal",
    /// "ballpark_datum_shift", "crs_missing" come once.
    Warnings warnings;
};

/// Overlays all features of `a` with all of `b` in the plane of a's CRS; b is transformed vertex by vertex. Invalid
/// geometries take part as repaired copies. Intersection: a piece for each pair. Difference: what of each a lies in
/// no b. Union: the pieces of the intersection, then each a without all b, then each b without all a. Symmetric
/// difference: the latter two. Columns are a's, then b's ("b_" before a name that is taken); the side that a piece
/// does not come from is null. The order is that of a, then of b, for any number of threads.
/// CrsMissing if one side alone does not say its CRS; DatumShiftUnknown by policy; InvalidGeometry; Canceled.
Result<TableOverlay> overlayTables(OverlayOperation operation, const OverlaySide& a, const OverlaySide& b,
                                   DatumPolicy policy, const JobControl& control);

}  // namespace gis
