// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "gis/base/Resources.h"
#include "layers/audit/Audit.h"

namespace layers {

gis::Result<AuditKnowledge> shippedAuditKnowledge() {
    const std::string name = "corpus/audit.json";
    TUCE_TRY(bytes, gis::readResource(name));
    TUCE_TRY(elements, shippedElements());
    TUCE_TRY(gazetteer, shippedGazetteer());
    try {
        const auto json = nlohmann::json::parse(bytes);
        return AuditKnowledge{std::move(elements), std::move(gazetteer),
                              json.at("layout_kinds").get<std::set<std::string>>()};
    } catch (const nlohmann::json::exception& error) {
        return gis::fail(gis::ErrorCode::InvalidData, {name, {}, {}},
                         gis::message("layers", "the rules of the audit are damaged"),
                         gis::message("layers", "install the program's resources again"), error.what());
    }
}

}  // namespace layers
