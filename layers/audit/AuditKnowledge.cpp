// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "gis/base/Resources.h"
#include "layers/audit/Audit.h"
#include "layers/project/ProjectGazetteer.h"

namespace layers {

gis::Result<AuditKnowledge> shippedAuditKnowledge() {
    const std::string name = "corpus/audit.json";
    TUCE_TRY(bytes, gis::readResource(name));
    TUCE_TRY(elements, shippedElements());
    TUCE_TRY(gazetteer, shippedGazetteer());
    TUCE_TRY(figures, shippedFigureWords());
    TUCE_TRY(stages, shippedStatusClasses());
    try {
        const auto json = nlohmann::json::parse(bytes);
        AuditKnowledge knowledge;
        knowledge.elements = std::move(elements);
        knowledge.gazetteer = std::move(gazetteer);
        knowledge.figures = std::move(figures);
        knowledge.layoutKinds = json.at("layout_kinds").get<std::set<std::string>>();
        knowledge.stages = std::move(stages);
        knowledge.figureTolerance = json.at("figure_tolerance").get<double>();
        knowledge.aboutTolerance = json.at("about_tolerance").get<double>();
        return knowledge;
    } catch (const nlohmann::json::exception& error) {
        return gis::fail(gis::ErrorCode::InvalidData, {name, {}, {}},
                         gis::message("layers", "the rules of the audit are damaged"),
                         gis::message("layers", "install the program's resources again"), error.what());
    }
}

gis::Result<AuditKnowledge> auditKnowledgeOf(const ProjectSnapshot& snapshot) {
    TUCE_TRY(knowledge, shippedAuditKnowledge());
    TUCE_TRY(gazetteer, gazetteerOf(snapshot));
    knowledge.gazetteer = std::move(gazetteer);
    return knowledge;
}

}  // namespace layers
