// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "gis/base/Ids.h"
#include "layers/plan/Layer.h"
#include "layers/plan/PrintLayout.h"
#include "layers/policy/PolicyCorpus.h"

namespace layers {

/// Head data of a plan.
struct ProjectInfo {
    std::string title;
    std::string crsCode;                        ///< of the map, e.g. "EPSG:4545"
    std::string createdAt;                      ///< ISO 8601 with zone
    std::map<std::string, std::string> values;  ///< further named values (scheme JSON by "scheme/<name>" …)
    bool operator==(const ProjectInfo&) const = default;
};

/// A reviewer's word on one finding, kept by the finding's stable key.
struct Approval {
    std::string findingKey;
    std::string reason;
    std::string who;
    std::string when;
    std::string overlap{};  ///< what it was given for, as overlapMark() tells it; empty: whatever bears the key
    std::string run{};      ///< id of the check in which it was found
    bool operator==(const Approval&) const = default;
};

/// Where the name of a feature was put by hand, kept by the feature: for all scales, on screen and paper.
struct LabelPin {
    gis::LayerId layer{};
    gis::FeatureId feature{};
    gis::Coordinate centre{};  ///< of the words, in the layer's CRS
    double angle = 0;          ///< degrees clockwise from level, -180..180; a level name on a line still follows it
    bool hidden = false;       ///< the name is shown nowhere
    bool operator==(const LabelPin&) const = default;
};
/// Finite numbers and an angle within its range; files and journals may hold anything.
bool isUsable(const LabelPin& pin);

/// The whole plan at one Revision: const, cheap to copy, safe on every thread. Layers from the bottom upward.
struct ProjectSnapshot {
    gis::Revision revision{};
    ProjectInfo info;
    std::vector<LayerPtr> layers;
    PolicyCorpus corpus;
    std::vector<ClauseLink> links;    ///< ascending id
    std::vector<PrintLayout> sheets;  ///< in order
    std::vector<Approval> approvals;  ///< ascending key
    std::vector<LabelPin> labelPins;  ///< ascending layer, then feature

    LayerPtr layer(gis::LayerId id) const;          ///< null if none
    LayerPtr layer(const std::string& name) const;  ///< null if none
    std::vector<ClauseLink> linksOf(gis::LayerId layer, gis::FeatureId feature) const;
    std::vector<ClauseLink> linksTo(const std::string& clauseId) const;
    const LabelPin* labelPin(gis::LayerId layer, gis::FeatureId feature) const;  ///< null if none
    gis::LayerId nextLayerId() const;
    std::int64_t nextLinkId() const;
    /// The same plan apart from the revision.
    bool samePlan(const ProjectSnapshot& other) const;
};

using SnapshotPtr = std::shared_ptr<const ProjectSnapshot>;

}  // namespace layers
