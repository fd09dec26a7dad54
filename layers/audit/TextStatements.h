// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layers/audit/AuditGround.h"

namespace layers {

enum class StatementKind { Figure, Stage, Members };

/// What a sentence of an imported paper says of a drawn feature or of a place that it names.
struct TextStatement {
    StatementKind kind = StatementKind::Figure;
    const DrawnFeature* feature = nullptr;  ///< null: about a place that is no drawn feature
    std::string subject;                    ///< the name it has there
    std::string subjectKey;                 ///< one for one thing, whatever it is called
    const Clause* clause = nullptr;
    std::string words;  ///< as printed: "120平方公里", "开工建设", members joined by 、

    TextFigure figure;      ///< of a figure
    std::string indicator;  ///< what it is a figure of: "常住人口"; may be empty for areas and lengths of features
    bool isTarget = false;  ///< to be reached (到2025年…)
    int stage = 0;          ///< of a stage: its place in the order of work
    PlaceSet members;       ///< of members
};

/// All statements of the plan's documents with a text, in their order: figures whose subject is the one name before them
/// in the sentence, or the clause's heading; stages by the words of audit.json in the same phrase; members behind 包括 and
/// the like. Where a sentence leaves open what is meant it states nothing. Linear in the texts; empty where fewer than
/// two documents have a text.
std::vector<TextStatement> textStatements(const AuditGround& ground);

/// Whether two figures of one kind for one year can both be true, within what their printing leaves open.
bool canBothBeTrue(const TextFigure& a, const TextFigure& b, const AuditKnowledge& knowledge);

}  // namespace layers
