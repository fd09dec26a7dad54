// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "layers/audit/AuditChecks.h"
#include "layers/audit/ElementStatements.h"
#include "layers/document/CodePoints.h"

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

}  // namespace

void checkNames(const AuditGround& ground, AuditFindings& findings) {
    for (const DrawnFeature& drawn : ground.features()) {
        const PolicyElement* element = ground.element(drawn.elementId);
        if (element == nullptr || drawn.name.empty()) continue;
        const auto statements = statementsOf(ground, *element);
        if (drawn.isCalledSoByItsScheme ||
            std::any_of(statements.begin(), statements.end(),
                        [&drawn](const PolicyElement* one) { return isCalled(*one, drawn.name); }))
            continue;
        findings.add(AuditKind::NameDiffers, AuditSeverity::Warning, &drawn, element->clauseId, {element->name},
                     gis::message("layers", "it is called %1; clause %2 calls it %3",
                                  {drawn.name, ground.cited(element->clauseId), element->name}),
                     drawn.name);
    }
}

void checkStages(const AuditGround& ground, AuditFindings& findings) {
    for (const DrawnFeature& drawn : ground.features()) {
        const PolicyElement* element = ground.element(drawn.elementId);
        if (element == nullptr || drawn.status.empty() || !isStage(ground, element->statusClass)) continue;
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
