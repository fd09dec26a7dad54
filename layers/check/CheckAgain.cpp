// SPDX-License-Identifier: Apache-2.0
#include "layers/check/CheckAgain.h"

#include "layers/check/PreparedLayer.h"

namespace layers {

gis::Result<MadeCheckPtr> checkAgain(const MadeCheckPtr& earlier, CheckInput input, PreparedControls& ready,
                                     const gis::JobControl& control) {
    auto made = std::make_shared<MadeCheck>();
    made->input = std::move(input);
    made->language = EarlierRows::languageNow();
    EarlierRows rows(earlier, made->input);
    TUCE_TRY(report, redLineCheck(made->input, control, ready, &rows));
    made->report = std::make_shared<const CheckReport>(std::move(report));
    for (const CheckedLayer& layer : made->report->layers)
        if (!layer.isControl) made->features += layer.featureCount;
    made->checked = made->features - rows.heldCount();
    for (const EarlierRows::ReadyPlan& plan : rows.plan()) made->formNames.push_back(plan.formName);
    return MadeCheckPtr(std::move(made));
}

}  // namespace layers
