// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
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

class KindRules;
enum class AreaMethod { Ellipsoid, Planar };

/// A field in which the data say how large a feature is. `certainty` as in the rule data: high, medium, low.
struct AreaField {
    std::string name, unit, certainty;
    double squareMetresPerUnit = 1;
};

/// One layer that goes into a check.
struct CheckLayer {
    std::string name;  ///< as in the result; a name that occurs in two files becomes `file|layer` (see CLI.md)
    std::string path;  ///< where it was read from, for that and for messages
    gis::FeatureTable table;
    std::string idField;                         ///< empty: the feature id
    std::string nameField;                       ///< empty: no names
    ControlRule rule;                            ///< for control layers
    gis::LayerId layerId{};                      ///< in a project; 0 otherwise
    AreaField areaField;                         ///< that the data carry, to be set beside ours; without a name: none
    std::vector<AreaField> otherAreaFields{};    ///< asked in this order where `areaField` says nothing
    std::string kindField;                       ///< of plan layers: what kind of thing a feature is; empty: no kinds
    std::shared_ptr<const KindRules> kindRules;  ///< directions by kind; none: the layer's direction for all
    /// Set for a layer that was read packed, whose `table` then has only schema and CRS, or beside the same features in
    /// `table`; its columns are those of columns().
    std::shared_ptr<const gis::PackedLayer> packed;

    /// Fields whose texts the check reads, in this order: idField, nameField, areaField, kindField, otherAreaFields.
    std::vector<std::string> columns() const;
    /// `areaField` and the others, by the number in CheckFeature::statedBy.
    const AreaField& areaFieldAt(std::size_t number) const {
        return number == 0 ? areaField : otherAreaFields[number - 1];
    }

    gis::Extent extent() const;
};

struct CheckOptions {
    AreaMethod area = AreaMethod::Ellipsoid;
    double sliverSquareMetres = 1.0;
    /// Pieces of a smaller mean width (2 × area / perimeter) are slivers too.
    std::optional<double> thinMetres;
    std::optional<double> nearMetres;
    /// Cut the pieces: by GEOS, which takes far longer than the numbers. See FindingPieces for pieces that are asked for
    /// later. No number depends on it.
    bool keepGeometry = false;
    /// Entry and exit places of lines, thinness of pieces, stated areas: what a .csv has no room for.
    bool details = true;
    /// Hash of the contents of all inputs, taken beside the work.
    bool hashInputs = true;
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
    /// Findings (by key) that get their geometry in any case: an approval holds for a place. For checkAgain alone.
    std::vector<std::string> keptPieces{};
};

enum class FindingClass { Overlap, Sliver, Near, Outside };
std::string toText(FindingClass value);  ///< "overlap", "sliver", "near", "outside"

/// A place on a line: where it goes into a zone, leaves it, or meets another line.
struct LinePlace {
    enum class Kind { Enters, Leaves, Meets };
    Kind kind = Kind::Meets;
    gis::Coordinate place;      ///< in CheckReport::geometryCrs
    double chainageMetres = 0;  ///< from the line's first position, its parts one after the other without their gaps
    std::uint32_t part = 0;     ///< of the line, from 0
};
std::string toText(LinePlace::Kind kind);  ///< "enter", "leave", "meet"

/// A stretch of a line that lies in the closed zone, or on another line.
struct LineStretch {
    gis::Coordinate begin, end;  ///< in CheckReport::geometryCrs
    double fromMetres = 0, toMetres = 0, lengthMetres = 0;
    std::uint32_t part = 0;
};

/// How a line and a zone, or two lines, meet.
struct LineDetail {
    bool isOfControl = false;  ///< the line is the control feature
    std::vector<LinePlace> places;
    std::vector<LineStretch> stretches;
};

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
    bool isSmall = false, isThin = false;  ///< why it is a Sliver: by area, by mean width, or both
    /// Of a piece with an area, holes included; where its geometry was made.
    std::optional<double> perimeterMetres;
    std::shared_ptr<const LineDetail> line;  ///< of lines, with CheckOptions::details
    /// Where the kind of the plan feature set the direction in `rule`: 1 + the number of the rule in CheckRun::kindRules.
    std::uint8_t kindRule = 0;
    std::string note;
    gis::Geometry geometry;  ///< the cut piece where it was kept, in CheckReport::geometryCrs
    gis::LayerId planLayerId{}, controlLayerId{};
    gis::FeatureId planFeature{}, controlFeature{};

    /// Stable name of the finding, by which it is approved: layers and ids, not positions or numbers.
    std::string key() const;
    /// True if it counts as a conflict for exit codes and lists: overlap under forbid_inside, outside of what it must
    /// lie in.
    bool isConflict() const;
    /// True for two lines that meet in points alone: told, but no overlap (CLI.md asks for a shared length above zero), so
    /// no conflict and no row of the .csv.
    bool isPointsOfLines() const;
    /// 2 × area / perimeter, in m: the width of a long strip. Nothing without a perimeter.
    std::optional<double> meanWidthMetres() const;
    /// 4π × area / perimeter²: 1 for a circle, near 0 for a strip.
    std::optional<double> compactness() const;
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
    std::size_t sliverCount = 0;
    double sliverSquareMetres = 0;                        ///< part of sumAreaSquareMetres
    std::optional<double> netWithoutSliversSquareMetres;  ///< as netAreaSquareMetres, pieces that are no slivers
    std::uint8_t kindRule = 0;                            ///< as Finding::kindRule
    std::string status;                                   ///< ok, repaired, skipped
    std::string note;
    gis::LayerId planLayerId{}, controlLayerId{};
    gis::FeatureId planFeature{};
};

/// A feature's area as its data say it, beside ours.
struct StatedArea {
    std::string layer, id, name;
    bool isControl = false;
    std::string field;
    double statedSquareMetres = 0, ourSquareMetres = 0;
    gis::LayerId layerId{};
    gis::FeatureId feature{};

    double difference() const { return ourSquareMetres - statedSquareMetres; }
};

/// A feature that was checked on a repaired copy or not at all, where, and why.
struct MendedFeature {
    std::string layer, path, id;
    bool isControl = false, isSkipped = false;
    gis::Message cause;
    std::optional<gis::Coordinate> place;  ///< in `crs`, that of its layer
    std::string crs;
    gis::LayerId layerId{};
    gis::FeatureId feature{};
};

/// What went in, per layer.
struct CheckedLayer {
    std::string name, path, crs;
    bool isControl = false;
    ControlRule rule;
    std::size_t featureCount = 0, repaired = 0, skipped = 0;
    std::string sourceLayer;  ///< as the file names it
    std::string hash;         ///< of the content, in hex; empty if it was not asked for or the file was not readable
    bool isFileHash = false;  ///< of the file's bytes; else of what the check reads of the features
    std::string fileTime;     ///< when the file was changed last, ISO 8601, not after SOURCE_DATE_EPOCH; may be empty
    AreaField areaField;      ///< without a name: none
};

/// How the run was made.
struct CheckRun {
    std::string programVersion, engineVersion, areaMethod, planCrs;
    std::string startedAt;  ///< ISO 8601; from SOURCE_DATE_EPOCH where set
    double seconds = 0;     ///< 0 under SOURCE_DATE_EPOCH
    std::string id;         ///< of this run; under SOURCE_DATE_EPOCH it follows from inputs and options alone
    double sliverSquareMetres = 1.0;
    std::optional<double> thinMetres;
    std::optional<double> nearMetres;
    std::shared_ptr<const KindRules> kindRules;  ///< where plan features had kinds
};

struct CheckStats {
    std::size_t candidatePairs = 0;  ///< boxes that meet
    std::size_t pairs = 0;           ///< rows that say what is shared
    std::size_t crossings = 0;       ///< passages of lines
    std::size_t certified = 0;       ///< pairs of boxes decided without GEOS
    std::size_t fallbacks = 0;  ///< pairs that needed GEOS for their numbers, or whose drawn piece has another area
    std::size_t measured = 0;   ///< of these, pairs measured on cut pieces because no form holds over so wide an extent
    double indexSeconds = 0, overlaySeconds = 0, summarySeconds = 0;
};

struct CheckReport {
    CheckRun run;
    std::vector<CheckedLayer> layers;
    std::vector<Finding> findings;  ///< in the order of CLI.md
    std::vector<FindingSummary> summaries;
    std::vector<StatedArea> statedAreas;         ///< of plan features, and of control features that findings name
    std::vector<MendedFeature> mended;           ///< plan before control, each in the order of its layer
    gis::Warnings warnings;                      ///< repaired and skipped features, datums taken as equal …
    gis::CoordinateReferenceSystem geometryCrs;  ///< of Finding::geometry: that of the first plan layer
    CheckStats stats;

    bool hasConflicts() const;  ///< or skipped features: exit code 1
};

/// Snapshot and scope in, findings out: without state, the same for window, live check and command line. The answer
/// does not depend on the number of threads. Polls control.cancel between pairs.
gis::Result<CheckReport> redLineCheck(const CheckInput& input, const gis::JobControl& control = {});

}  // namespace layers
