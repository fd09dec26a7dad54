// SPDX-License-Identifier: Apache-2.0
#include "layers/check/FindingPieces.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "gis/crs/CoordinateTransform.h"
#include "layers/check/EarlierRows.h"

namespace layers {

namespace {

using Wanted = std::vector<Finding*>;
using Ids = std::set<gis::FeatureId>;

/// Which finding of a plan layer's: a sliver may have been told from an overlap by its cut piece.
using Place = std::tuple<gis::FeatureId, gis::LayerId, gis::FeatureId, bool, bool>;
Place placeOf(const Finding& f) {
    return {f.planFeature, f.controlLayerId, f.againstLayer ? gis::FeatureId{} : f.controlFeature, f.againstLayer,
            f.kind == FindingClass::Near};
}

CheckLayer onlyFeatures(const CheckLayer& layer, const Ids& ids) {
    CheckLayer part = layer;
    std::vector<gis::Feature> features;
    for (const gis::FeatureId id : ids)
        if (const gis::Feature* feature = layer.table.find(id)) features.push_back(*feature);
    part.table = gis::FeatureTable(layer.table.schema(), layer.table.crs(), std::move(features));
    part.packed = nullptr;
    return part;
}

/// Cuts the pieces of one plan layer.
class LayerPieces {
public:
    LayerPieces(const CheckInput& input, const CheckLayer& plan, Wanted wanted)
        : m_input(input), m_plan(plan), m_wanted(std::move(wanted)) {}

    gis::Result<void> cut(const gis::JobControl& control) {
        TUCE_TRY(part, partOfInput());
        TUCE_TRY(report, redLineCheck(part, control));
        const gis::CoordinateReferenceSystem& crs = m_input.plan.front().table.crs();
        TUCE_TRY(transform, gis::CoordinateTransform::make(m_plan.table.crs(), crs, m_input.options.datumPolicy));
        std::map<Place, Finding*> found;
        for (Finding& finding : report.findings) found[placeOf(finding)] = &finding;
        for (Finding* wanted : m_wanted) {
            const auto same = found.find(placeOf(*wanted));
            if (same == found.end()) continue;
            TUCE_TRY(carried, transform.apply(same->second->geometry));
            wanted->geometry = std::move(carried);
            wanted->perimeterMetres = same->second->perimeterMetres;
            wanted->note = same->second->note;
        }
        return {};
    }

private:
    gis::Result<CheckInput> partOfInput() const {
        CheckInput part;
        part.options = m_input.options;
        part.options.keepGeometry = true;
        part.options.details = true;
        part.options.balance = false;
        part.options.hashInputs = false;
        Ids features;
        std::map<gis::LayerId, Ids> controls;
        for (const Finding* finding : m_wanted) {
            features.insert(finding->planFeature);
            Ids& ids = controls[finding->controlLayerId];
            if (!finding->againstLayer) ids.insert(finding->controlFeature);
        }
        part.plan.push_back(onlyFeatures(m_plan, features));
        for (const CheckLayer& layer : m_input.control) {
            const auto asked = controls.find(layer.layerId);
            if (asked == controls.end()) continue;
            TUCE_CHECK(addNeighbours(layer, asked->second));
            part.control.push_back(onlyFeatures(layer, asked->second));
        }
        return part;
    }

    // What lies outside of a layer is what all its features near the plan feature leave.
    gis::Result<void> addNeighbours(const CheckLayer& layer, Ids& ids) const {
        TUCE_TRY(transform,
                 gis::CoordinateTransform::make(m_plan.table.crs(), layer.table.crs(), m_input.options.datumPolicy));
        std::vector<gis::Extent> boxes;
        for (const Finding* finding : m_wanted) {
            const gis::Feature* feature = m_plan.table.find(finding->planFeature);
            if (!finding->againstLayer || finding->controlLayerId != layer.layerId || feature == nullptr) continue;
            TUCE_TRY(box, transform.apply(feature->geometry().extent()));
            // Straight edges are not straight in another CRS.
            constexpr double spare = 0.05;
            boxes.push_back(box.grown(std::max({box.width(), box.height(), 1e-6}) * spare));
        }
        if (boxes.empty()) return {};
        for (const gis::Feature& feature : layer.table)
            if (std::any_of(boxes.begin(), boxes.end(),
                            [&](const gis::Extent& box) { return box.meets(feature.geometry().extent()); }))
                ids.insert(feature.id());
        return {};
    }

    const CheckInput& m_input;
    const CheckLayer& m_plan;
    Wanted m_wanted;
};

bool canBeCut(const CheckLayer& layer) { return gis::number(layer.layerId) != 0 && layer.table.size() > 0; }

}  // namespace

gis::Result<std::vector<Finding>> withPieces(const CheckInput& input, std::vector<Finding> findings,
                                             const gis::JobControl& control) {
    std::map<gis::LayerId, Wanted> byLayer;
    for (Finding& finding : findings)
        if (finding.geometry.isEmpty()) byLayer[finding.planLayerId].push_back(&finding);
    for (const CheckLayer& plan : input.plan) {
        const auto wanted = byLayer.find(plan.layerId);
        if (wanted == byLayer.end() || !canBeCut(plan)) continue;
        TUCE_CHECK(LayerPieces(input, plan, wanted->second).cut({control.cancel, {}, control.threads}));
    }
    return findings;
}

gis::Result<CheckReport> withAllPieces(const CheckInput& input, const CheckReport& report, PreparedControls& ready,
                                       const gis::JobControl& control) {
    CheckInput whole = input;
    whole.options.keepGeometry = true;
    whole.options.details = true;
    whole.options.balance = false;  // `report` has it, where it was wanted
    whole.options.hashInputs = false;
    TUCE_TRY(cut, redLineCheck(whole, control, ready, nullptr));
    CheckReport made = report;
    made.findings = std::move(cut.findings);
    made.geometryCrs = cut.geometryCrs;
    made.stats.fallbacks = cut.stats.fallbacks;
    return made;
}

gis::Result<CheckReport> withPiecesToRead(const CheckInput& input, const CheckReport& report, PreparedControls& ready,
                                          const gis::JobControl& control) {
    if (report.findings.size() > mostPiecesRead) return report;
    return withAllPieces(input, report, ready, control);
}

bool isBalanceCheap(const CheckInput& input) {
    std::size_t features = 0;
    for (const CheckLayer& layer : input.plan)
        features += layer.table.size() > 0 || !layer.packed ? layer.table.size() : mostBalanced + 1;
    return features <= mostBalanced;
}

}  // namespace layers
