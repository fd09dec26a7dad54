// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/base/Control.h"
#include "gis/crs/CoordinateTransform.h"
#include "gis/feature/FeatureTable.h"
#include "layers/plan/Layer.h"

namespace gis {
class PackedCache;
struct PackedLayer;
}  // namespace gis

namespace layers {

enum class AreaMethod { Ellipsoid, Planar };

/// One layer that goes into a check.
struct CheckLayer {
    std::string name;  ///< as in the result; a name that occurs in two files becomes `file|layer` (see CLI.md)
    std::string path;  ///< where it was read from, for that and for messages
    gis::FeatureTable table;
    std::string idField;     ///< empty: the feature id
    std::string nameField;   ///< empty: no names
    ControlRule rule;        ///< for control layers
    gis::LayerId layerId{};  ///< in a project; 0 otherwise
    /// Set instead of features of `table` (which then has only schema and CRS) for a layer that was read packed;
    /// its columns are idField and nameField.
    std::shared_ptr<const gis::PackedLayer> packed;

    gis::Extent extent() const;
};

struct CheckOptions {
    AreaMethod area = AreaMethod::Ellipsoid;
    double sliverSquareMetres = 1.0;
    std::optional<double> nearMetres;
    bool keepGeometry = false;
    /// Fill balanceErrorSquareMetres by a second route (GEOS difference), which costs far more than the check itself.
    bool balance = true;
    bool repair = true;
    gis::DatumPolicy datumPolicy = gis::DatumPolicy::Refuse;
};

/// Everything a check needs; filled from files or from a snapshot, read by workers, never changed.
struct CheckInput {
    std::vector<CheckLayer> plan;
    std::vector<CheckLayer> control;
    CheckOptions options;
    std::shared_ptr<gis::PackedCache> cache;  ///< of packed layers; may be none
};

enum class FindingClass { Overlap, Sliver, Near, Outside };
std::string toText(FindingClass value);  ///< "overlap", "sliver", "near", "outside"

/// One row of pairs.csv: a plan feature against a control feature (or against a whole layer, for Outside).
struct Finding {
    std::string planLayer, planId, planName;
    std::string controlLayer, controlId, controlName;
    ControlRule rule;
    std::optional<double> areaSquareMetres;
    std::optional<double> lengthMetres;
    std::optional<int> crossings;  ///< passages of a line from exterior to interior or back
    std::optional<double> shareOfPlanPercent;
    std::optional<double> shareOfControlPercent;
    std::optional<double> distanceMetres;  ///< near only
    FindingClass kind = FindingClass::Overlap;
    bool againstLayer = false;  ///< what lies outside a whole layer: Outside, or Sliver where it is smaller than one
    std::string note;
    gis::Geometry geometry;  ///< the cut piece where it was kept, in CheckReport::geometryCrs
    gis::LayerId planLayerId{}, controlLayerId{};
    gis::FeatureId planFeature{}, controlFeature{};

    /// Stable name of the finding, by which it is approved: layers and ids, not positions or numbers.
    std::string key() const;
    /// True if it counts as a conflict for exit codes and lists: overlap under forbid_inside, outside.
    bool isConflict() const;
};

/// One row of the summary: a plan feature against a control layer.
struct FindingSummary {
    std::string planLayer, planId, planName;
    std::optional<double> planAreaSquareMetres, planLengthMetres;
    std::string controlLayer;
    ControlRule rule;
    std::optional<double> sumAreaSquareMetres, netAreaSquareMetres, netSharePercent;
    std::optional<double> sumLengthMetres, netLengthMetres;
    std::optional<int> crossings;
    std::optional<double> balanceErrorSquareMetres;
    std::string status;  ///< ok, repaired, skipped
    std::string note;
    gis::LayerId planLayerId{}, controlLayerId{};
    gis::FeatureId planFeature{};
};

/// What went in, per layer.
struct CheckedLayer {
    std::string name, path, crs;
    bool isControl = false;
    ControlRule rule;
    std::size_t featureCount = 0, repaired = 0, skipped = 0;
};

/// How the run was made.
struct CheckRun {
    std::string programVersion, engineVersion, areaMethod, planCrs;
    std::string startedAt;  ///< ISO 8601; from SOURCE_DATE_EPOCH where set
    double seconds = 0;     ///< 0 under SOURCE_DATE_EPOCH
    double sliverSquareMetres = 1.0;
    std::optional<double> nearMetres;
};

struct CheckStats {
    std::size_t candidatePairs = 0;  ///< boxes that meet
    std::size_t pairs = 0;           ///< rows that say what is shared
    std::size_t crossings = 0;       ///< passages of lines
    std::size_t certified = 0;       ///< pairs of boxes decided without GEOS
    std::size_t fallbacks = 0;  ///< pairs that needed GEOS for their numbers, or whose drawn piece has another area
    double indexSeconds = 0, overlaySeconds = 0, summarySeconds = 0;
};

struct CheckReport {
    CheckRun run;
    std::vector<CheckedLayer> layers;
    std::vector<Finding> findings;  ///< in the order of CLI.md
    std::vector<FindingSummary> summaries;
    gis::Warnings warnings;                      ///< repaired and skipped features, datums taken as equal …
    gis::CoordinateReferenceSystem geometryCrs;  ///< of Finding::geometry: that of the first plan layer
    CheckStats stats;

    bool hasConflicts() const;  ///< or skipped features: exit code 1
};

/// Snapshot and scope in, findings out: without state, the same for window, live check and command line. The answer
/// does not depend on the number of threads. Polls control.cancel between pairs.
gis::Result<CheckReport> redLineCheck(const CheckInput& input, const gis::JobControl& control = {});

}  // namespace layers
