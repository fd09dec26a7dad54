// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "layers/report/DetailTables.h"

namespace layers {

namespace {

void add(LayerTotal& total, const Finding& finding) {
    if (finding.kind == FindingClass::Near) return;
    total.conflicts += finding.isConflict() ? 1 : 0;
    if (finding.againstLayer) {
        ++total.outsides;
        total.outsideSquareMetres += finding.areaSquareMetres.value_or(0);
        return;
    }
    ++total.pieces;
    if (finding.kind != FindingClass::Sliver) return;
    ++total.slivers;
    total.smallOnes += finding.isSmall ? 1 : 0;
    total.thinOnes += finding.isThin ? 1 : 0;
}

}  // namespace

std::vector<LayerTotal> layerTotals(const CheckReport& report) {
    std::vector<LayerTotal> totals;
    for (const CheckedLayer& layer : report.layers) {
        if (!layer.isControl) continue;
        LayerTotal total;
        total.controlLayer = layer.name;
        total.type = layer.rule.type;
        totals.push_back(std::move(total));
    }
    const auto find = [&totals](const std::string& name) {
        return std::find_if(totals.begin(), totals.end(), [&](const LayerTotal& t) { return t.controlLayer == name; });
    };
    for (const Finding& finding : report.findings)
        if (const auto total = find(finding.controlLayer); total != totals.end()) add(*total, finding);
    for (const FindingSummary& summary : report.summaries) {
        const auto total = find(summary.controlLayer);
        if (total == totals.end()) continue;
        total->grossSquareMetres += summary.sumAreaSquareMetres.value_or(0);
        total->sliverSquareMetres += summary.sliverSquareMetres;
        total->netSquareMetres += summary.netAreaSquareMetres.value_or(0);
        total->netWithoutSliversSquareMetres += summary.netWithoutSliversSquareMetres.value_or(0);
        total->netLengthMetres += summary.netLengthMetres.value_or(0);
    }
    return totals;
}

std::string sliverCause(const Finding& finding) {
    if (finding.isSmall && finding.isThin) return "small and thin";
    return finding.isSmall ? "small" : finding.isThin ? "thin" : "";
}

}  // namespace layers
