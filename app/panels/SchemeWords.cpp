// SPDX-License-Identifier: Apache-2.0
#include "app/panels/SchemeWords.h"

#include <QLocale>

#include "app/panels/PlanWords.h"

namespace app {

QString SchemeWords::factType(layers::FactType type) {
    switch (type) {
        case layers::FactType::Measured:
            return tr("measured");
        case layers::FactType::Target:
            return tr("target");
        case layers::FactType::LowerBound:
            return tr("lower bound");
        case layers::FactType::About:
            return tr("about");
        case layers::FactType::Qualitative:
            return tr("target in words");
    }
    return {};
}

QString SchemeWords::relation(const std::string& type) {
    if (type == "part_of") return tr("is part of");
    if (type == "same_as") return tr("is the same as");
    if (type == "runs_along") return tr("runs along");
    if (type == "serves") return tr("serves");
    if (type == "links") return tr("links");
    if (type == "covers") return tr("covers");
    if (type == "contains") return tr("contains");
    if (type == "monitors") return tr("monitors");
    return text(type);
}

QString SchemeWords::stage(const layers::StatusClass& stage) {
    const bool chinese = QLocale().language() == QLocale::Chinese;
    return text(chinese || stage.englishTitle.empty() ? stage.title : stage.englishTitle);
}

QString SchemeWords::status(const std::string& wording, const std::string& word, const layers::StatusClasses& stages) {
    const layers::StatusClass* known = stages.find(word);
    const QString title = known != nullptr ? stage(*known) : text(word);
    if (wording.empty() || title.isEmpty()) return text(wording) + title;
    return text(wording) + tr(" (%1)").arg(title);
}

}  // namespace app
