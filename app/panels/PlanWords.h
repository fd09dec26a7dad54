// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QString>

#include "layers/check/RedLineCheck.h"
#include "layers/plan/Layer.h"
#include "layers/policy/Clause.h"

namespace app {

/// The profession's words for the values of a plan, in the user's language: the same word everywhere.
class PlanWords {
    Q_DECLARE_TR_FUNCTIONS(PlanWords)
public:
    static QString kind(layers::LayerKind kind);
    static QString control(layers::ControlType type);
    static QString rule(layers::RuleDirection direction);
    static QString relation(layers::LinkRelation relation);
    static QString findingClass(layers::FindingClass kind);
    /// Title of an element kind word ("axis") as resources/schemes/kinds.json has it; the word itself if unknown.
    static QString elementKind(const std::string& word);
    /// What a member is to its element ("core" → 核心); the papers' own words stay as they are.
    static QString memberRole(const std::string& word);
    /// The words of memberRole that are offered.
    static const std::vector<std::string>& memberRoles();
    /// Name of a field of a layout layer ("element_id" → 要素编号); the field's own name if it is another one.
    static QString field(const std::string& name);
};

inline QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

}  // namespace app
