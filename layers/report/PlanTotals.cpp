// SPDX-License-Identifier: Apache-2.0
#include "layers/report/PlanTotals.h"

#include <map>
#include <set>

namespace layers {

namespace {

// A feature by layer and fid: ids that people give may stand twice.
using FeatureKey = std::tuple<std::string, std::string, std::int64_t>;

template <class Row>
FeatureKey keyOf(const Row& row) {
    return {row.planLayer, row.planId, gis::number(row.planFeature)};
}

void add(PlanTotals& totals, const FindingSummary& summary) {
    PlanTotals::Share& share = totals.of(summary.rule.type);
    share.checked = true;
    share.areaSquareMetres += summary.netAreaSquareMetres.value_or(0);
    share.grossSquareMetres += summary.sumAreaSquareMetres.value_or(0);
    share.lengthMetres += summary.netLengthMetres.value_or(0);
    totals.skipped |= summary.status == "skipped";
    totals.repaired |= summary.status == "repaired";
}

}  // namespace

PlanTotals::Share& PlanTotals::of(ControlType type) {
    return const_cast<Share&>(static_cast<const PlanTotals*>(this)->of(type));
}

const PlanTotals::Share& PlanTotals::of(ControlType type) const {
    switch (type) {
        case ControlType::EcoRedline:
            return ecoRedline;
        case ControlType::BasicFarmland:
            return basicFarmland;
        case ControlType::DevBoundary:
            return devBoundary;
        case ControlType::Other:
            break;
    }
    return other;
}

std::vector<PlanTotals> planTotals(const CheckReport& report) {
    std::set<FeatureKey> conflicts;
    std::set<FeatureKey> outside;
    std::set<FeatureKey> informed;
    for (const Finding& finding : report.findings) {
        if (finding.isConflict()) conflicts.insert(keyOf(finding));
        if (finding.kind == FindingClass::Outside && finding.isConflict()) outside.insert(keyOf(finding));
        if (finding.rule.direction == RuleDirection::Inform && finding.kind == FindingClass::Overlap)
            informed.insert(keyOf(finding));
    }
    std::vector<PlanTotals> all;
    std::map<FeatureKey, std::size_t> places;
    for (const FindingSummary& summary : report.summaries) {
        const FeatureKey key = keyOf(summary);
        const auto [place, isNew] = places.try_emplace(key, all.size());
        if (isNew) {
            PlanTotals totals;
            totals.layer = summary.planLayer;
            totals.id = summary.planId;
            totals.name = summary.planName;
            totals.areaSquareMetres = summary.planAreaSquareMetres;
            totals.lengthMetres = summary.planLengthMetres;
            totals.conflict = conflicts.count(key) > 0;
            totals.inform = informed.count(key) > 0;
            totals.hasOutside = outside.count(key) > 0;
            all.push_back(std::move(totals));
        }
        add(all[place->second], summary);
    }
    return all;
}

}  // namespace layers
