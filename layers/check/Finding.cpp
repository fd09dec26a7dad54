// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numbers>

#include "layers/check/RedLineCheck.h"

namespace layers {

std::string toText(FindingClass value) {
    switch (value) {
        case FindingClass::Overlap:
            return "overlap";
        case FindingClass::Sliver:
            return "sliver";
        case FindingClass::Near:
            return "near";
        case FindingClass::Outside:
            return "outside";
    }
    return {};
}

std::string toText(LinePlace::Kind kind) {
    switch (kind) {
        case LinePlace::Kind::Enters:
            return "enter";
        case LinePlace::Kind::Leaves:
            return "leave";
        case LinePlace::Kind::Meets:
            return "meet";
    }
    return {};
}

namespace {

// Names may hold any character; the bar that parts them is escaped, so that two findings never share a key.
void append(std::string& key, const std::string& part) {
    key += '|';
    for (const char c : part) {
        if (c == '|' || c == '\\') key += '\\';
        key += c;
    }
}

}  // namespace

std::string Finding::key() const {
    // A sliver that grows stays the same finding; nearness and lying outside are other matters.
    std::string key = kind == FindingClass::Near ? "near" : againstLayer ? "outside" : "overlap";
    for (const std::string* part : {&planLayer, &planId, &controlLayer, &controlId}) append(key, *part);
    return key;
}

bool Finding::isConflict() const {
    return (kind == FindingClass::Outside && rule.direction == RuleDirection::RequireInside) ||
           (kind == FindingClass::Overlap && rule.direction == RuleDirection::ForbidInside && !isPointsOfLines());
}

bool Finding::isPointsOfLines() const {
    return kind == FindingClass::Overlap && !areaSquareMetres && lengthMetres && *lengthMetres == 0;
}

std::optional<double> Finding::meanWidthMetres() const {
    if (!areaSquareMetres || !perimeterMetres || !(*perimeterMetres > 0)) return std::nullopt;
    return 2 * *areaSquareMetres / *perimeterMetres;
}

std::optional<double> Finding::compactness() const {
    if (!areaSquareMetres || !perimeterMetres || !(*perimeterMetres > 0)) return std::nullopt;
    return 4 * std::numbers::pi * *areaSquareMetres / (*perimeterMetres * *perimeterMetres);
}

bool CheckReport::hasConflicts() const {
    return std::any_of(findings.begin(), findings.end(), [](const Finding& f) { return f.isConflict(); }) ||
           std::any_of(layers.begin(), layers.end(), [](const CheckedLayer& l) { return l.skipped > 0; }) ||
           std::any_of(summaries.begin(), summaries.end(),
                       [](const FindingSummary& s) { return s.status == "skipped"; });
}

}  // namespace layers
