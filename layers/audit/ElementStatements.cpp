// SPDX-License-Identifier: Apache-2.0
#include "layers/audit/ElementStatements.h"

#include <algorithm>

#include "layers/document/CodePoints.h"

namespace layers {

std::vector<const PolicyElement*> statementsOf(const AuditGround& ground, const PolicyElement& element) {
    std::vector<const PolicyElement*> group{&element};
    for (std::size_t i = 0; i < group.size(); ++i)
        for (const PolicyElement* other : ground.sameAs(group[i]->id))
            if (std::find(group.begin(), group.end(), other) == group.end()) group.push_back(other);
    std::erase_if(group, [&](const PolicyElement* one) {
        return one != &element && !ground.snapshot.corpus.document(one->documentId);
    });
    return group;
}

std::string stageTitle(const AuditGround& ground, const std::string& statusClass) {
    const StatusClass* known = ground.knowledge.stages.find(statusClass);
    return known == nullptr ? statusClass : known->title;
}

std::string stageOf(const AuditGround& ground, const PolicyElement& element) {
    return element.statusWords.empty() ? stageTitle(ground, element.statusClass) : element.statusWords;
}

std::string squeezedName(const std::string& name) {
    std::u32string kept;
    int depth = 0;
    for (const char32_t c : toCodePoints(name)) {
        if (isOneOf(c, U"(（[【")) ++depth;
        if (depth == 0 && !isSpace(c) && !isOneOf(c, U"“”\"‘’《》「」·*#")) kept += c;
        if (depth > 0 && isOneOf(c, U")）]】")) --depth;
    }
    return toUtf8(kept);
}

std::string dateOf(const AuditGround& ground, const PolicyElement& element) {
    const auto document = ground.snapshot.corpus.document(element.documentId);
    return document && !document->dates.empty() ? document->dates.front() : std::string();
}

}  // namespace layers
