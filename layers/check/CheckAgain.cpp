// SPDX-License-Identifier: Apache-2.0
#include "layers/check/CheckAgain.h"

#include <set>

#include "layers/check/FindingPieces.h"
#include "layers/check/PreparedLayer.h"

namespace layers {

namespace {

// An approval holds for a place, which only the piece tells.
gis::Result<void> addKeptPieces(const CheckInput& input, CheckReport& report, const gis::JobControl& control) {
    if (input.keptPieces.empty() || input.options.keepGeometry) return {};
    const std::set<std::string> keys(input.keptPieces.begin(), input.keptPieces.end());
    std::vector<std::size_t> rows;
    std::vector<Finding> wanted;
    for (std::size_t i = 0; i < report.findings.size(); ++i) {
        const Finding& finding = report.findings[i];
        if (!finding.geometry.isEmpty() || keys.count(finding.key()) == 0) continue;
        rows.push_back(i);
        wanted.push_back(finding);
    }
    TUCE_TRY(cut, withPieces(input, std::move(wanted), control));
    for (std::size_t i = 0; i < rows.size(); ++i) report.findings[rows[i]] = std::move(cut[i]);
    return {};
}

}  // namespace

gis::Result<MadeCheckPtr> checkAgain(const MadeCheckPtr& earlier, CheckInput input, PreparedControls& ready,
                                     const gis::JobControl& control) {
    auto made = std::make_shared<MadeCheck>();
    made->input = std::move(input);
    made->language = EarlierRows::languageNow();
    EarlierRows rows(earlier, made->input);
    TUCE_TRY(report, redLineCheck(made->input, control, ready, &rows));
    TUCE_CHECK(addKeptPieces(made->input, report, {control.cancel, {}, control.threads}));
    made->report = std::make_shared<const CheckReport>(std::move(report));
    for (const CheckedLayer& layer : made->report->layers)
        if (!layer.isControl) made->features += layer.featureCount;
    made->checked = made->features - rows.heldCount();
    for (const EarlierRows::ReadyPlan& plan : rows.plan()) made->formNames.push_back(plan.formName);
    return MadeCheckPtr(std::move(made));
}

}  // namespace layers
