// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <nlohmann/json.hpp>

#include "layers/audit/AuditChecks.h"
#include "layers/audit/ElementStatements.h"
#include "layers/document/CodePoints.h"
#include "layers/plan/LayoutElement.h"

namespace layers {

namespace {

/// 万州组团 is short for 万州区城市功能组团: its characters stand there in order.
bool isShortFor(const std::string& name, const std::string& whole) {
    const std::u32string wanted = toCodePoints(name);
    std::size_t next = 0;
    for (const char32_t c : toCodePoints(whole))
        if (next < wanted.size() && c == wanted[next]) ++next;
    return wanted.size() > 1 && next == wanted.size();
}

bool isCalled(const PolicyElement& element, const std::string& name) {
    const std::string plain = squeezedName(name);
    if (isShortFor(plain, squeezedName(element.name)) || plain == squeezedName(element.anchor)) return true;
    return std::any_of(element.aliases.begin(), element.aliases.end(),
                       [&plain](const std::string& alias) { return plain == squeezedName(alias); });
}

/// Whether the element that the feature was built from has its name, whole or short.
bool isCalledSoByItsScheme(const DrawnFeature& drawn) {
    const int field = drawn.layer->table.schema().indexOf(layout_field::recipe);
    const std::string recipe = gis::toText(drawn.feature->attribute(field));
    if (recipe.empty()) return false;
    const auto json = nlohmann::json::parse(recipe, nullptr, false);
    const auto element = json.is_object() ? json.find("element") : json.end();
    if (element == json.end() || !element->is_object()) return false;
    for (const char* key : {"name", "short_name"})
        if (const auto found = element->find(key); found != element->end() && *found == drawn.name) return true;
    return false;
}

}  // namespace

void checkNames(const AuditGround& ground, AuditFindings& findings) {
    for (const DrawnFeature& drawn : ground.features()) {
        if (ground.isCanceled()) return;
        const PolicyElement* element = ground.element(drawn.elementId);
        if (element == nullptr || drawn.name.empty()) continue;
        const auto statements = statementsOf(ground, *element);
        if (std::any_of(statements.begin(), statements.end(),
                        [&drawn](const PolicyElement* one) { return isCalled(*one, drawn.name); }) ||
            isCalledSoByItsScheme(drawn))
            continue;
        findings.add(AuditKind::NameDiffers, AuditSeverity::Warning, &drawn, element->clauseId, {element->name},
                     gis::message("layers", "it is called %1; clause %2 calls it %3",
                                  {drawn.name, ground.cited(element->clauseId), element->name}),
                     drawn.name);
    }
}

void checkStages(const AuditGround& ground, AuditFindings& findings) {
    for (const DrawnFeature& drawn : ground.features()) {
        if (ground.isCanceled()) return;
        const PolicyElement* element = ground.element(drawn.elementId);
        if (element == nullptr || drawn.status.empty() || ground.knowledge.stages.stage(element->statusClass) == 0)
            continue;
        const auto statements = statementsOf(ground, *element);
        if (std::any_of(statements.begin(), statements.end(),
                        [&drawn](const PolicyElement* one) { return one->statusClass == drawn.status; }))
            continue;
        findings.add(AuditKind::StageDiffers, AuditSeverity::Warning, &drawn, element->clauseId, {element->statusClass},
                     gis::message("layers", "its stage is %1; clause %2 says %3",
                                  {stageTitle(ground, drawn.status), ground.cited(element->clauseId),
                                   stageOf(ground, *element)}),
                     drawn.status);
    }
}

}  // namespace layers
