// SPDX-License-Identifier: Apache-2.0
#include "layers/report/ReportBlocks.h"

namespace layers {

using gis::message;
using gis::translated;

std::string nameOf(ControlType type) {
    switch (type) {
        case ControlType::EcoRedline:
            return translated(message("layers", "ecological red line"));
        case ControlType::BasicFarmland:
            return translated(message("layers", "permanent basic farmland"));
        case ControlType::DevBoundary:
            return translated(message("layers", "urban development boundary"));
        case ControlType::Other:
            break;
    }
    return translated(message("layers", "other control line"));
}

std::string nameOf(RuleDirection direction) {
    switch (direction) {
        case RuleDirection::ForbidInside:
            return translated(message("layers", "must not lie inside"));
        case RuleDirection::RequireInside:
            return translated(message("layers", "must lie inside"));
        case RuleDirection::Inform:
            break;
    }
    return translated(message("layers", "for information"));
}

std::string nameOf(FindingClass kind) {
    switch (kind) {
        case FindingClass::Overlap:
            return translated(message("layers", "overlap"));
        case FindingClass::Sliver:
            return translated(message("layers", "sliver"));
        case FindingClass::Near:
            return translated(message("layers", "near"));
        case FindingClass::Outside:
            break;
    }
    return translated(message("layers", "outside"));
}

std::string nameOrId(const std::string& name, const std::string& id) { return name.empty() ? id : name; }

std::vector<std::string> words(const std::vector<gis::Message>& messages) {
    std::vector<std::string> all;
    for (const gis::Message& one : messages) all.push_back(gis::translated(one));
    return all;
}

}  // namespace layers
