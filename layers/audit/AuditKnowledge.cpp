// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "gis/base/Resources.h"
#include "layers/audit/Audit.h"
#include "layers/document/CodePoints.h"
#include "layers/project/ProjectGazetteer.h"

namespace layers {

namespace {

/// {"names": ["面积_公顷"], "unit": "公顷"}: the unit is one of figures.json.
FigureField figureField(const nlohmann::json& json, const FigureWords& figures) {
    FigureField field{json.at("names").get<std::set<std::string>>(), {}, 1};
    const std::u32string unit = toCodePoints(json.at("unit").get<std::string>());
    for (const FigureWords::Unit& known : figures.units)
        if (known.word == unit) {
            field.quantity = known.quantity;
            field.factor = known.factor;
        }
    return field;
}

}  // namespace

bool FigureField::isNamed(const std::string& name) const {
    std::string lower = name;
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return names.count(lower) != 0;
}

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
        for (const auto& item : json.at("figure_fields"))
            knowledge.figureFields.push_back(figureField(item, knowledge.figures));
        for (const auto& word : json.at("target_words"))
            knowledge.targetWords.push_back(toCodePoints(word.get<std::string>()));
        for (const auto& item : json.at("stage_words"))
            for (const auto& word : item.at("words"))
                knowledge.stageWords.push_back(
                    {toCodePoints(word.get<std::string>()), knowledge.stages.stage(item.at("cls").get<std::string>())});
        for (const auto& word : json.at("member_words"))
            knowledge.memberWords.push_back(toCodePoints(word.get<std::string>()));
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
