// SPDX-License-Identifier: Apache-2.0
#include "app/panels/PlanWords.h"

#include <QLocale>
#include <map>

#include "layers/scheme/LayoutKinds.h"

namespace app {

QString PlanWords::kind(layers::LayerKind kind) {
    switch (kind) {
        case layers::LayerKind::Boundary:
            return tr("Boundaries");
        case layers::LayerKind::Layout:
            return tr("Layout");
        case layers::LayerKind::ControlLine:
            return tr("Control lines");
        case layers::LayerKind::Basemap:
            return tr("Basemap");
    }
    return {};
}

QString PlanWords::control(layers::ControlType type) {
    switch (type) {
        case layers::ControlType::EcoRedline:
            return tr("Ecological red line");
        case layers::ControlType::BasicFarmland:
            return tr("Permanent basic farmland");
        case layers::ControlType::DevBoundary:
            return tr("Urban development boundary");
        case layers::ControlType::Other:
            return tr("Other control line");
    }
    return {};
}

QString PlanWords::rule(layers::RuleDirection direction) {
    switch (direction) {
        case layers::RuleDirection::ForbidInside:
            return tr("Must stay out");
        case layers::RuleDirection::RequireInside:
            return tr("Must stay inside");
        case layers::RuleDirection::Inform:
            return tr("For information");
    }
    return {};
}

QString PlanWords::relation(layers::LinkRelation relation) {
    switch (relation) {
        case layers::LinkRelation::Basis:
            return tr("Basis");
        case layers::LinkRelation::Constraint:
            return tr("Constraint");
        case layers::LinkRelation::Implementation:
            return tr("Implementation");
        case layers::LinkRelation::Mention:
            return tr("Mention");
    }
    return {};
}

QString PlanWords::findingClass(layers::FindingClass kind) {
    switch (kind) {
        case layers::FindingClass::Overlap:
            return tr("Overlap");
        case layers::FindingClass::Sliver:
            return tr("Sliver");
        case layers::FindingClass::Near:
            return tr("Near");
        case layers::FindingClass::Outside:
            return tr("Outside");
    }
    return {};
}

QString PlanWords::elementKind(const std::string& word) {
    static const gis::Result<layers::LayoutKinds> kinds = layers::shippedLayoutKinds();
    const layers::LayoutKind* kind = kinds ? kinds->find(word) : nullptr;
    if (kind == nullptr) return text(word);
    // The kinds are data with titles in Chinese and, beside them, English ones.
    const bool chinese = QLocale().language() == QLocale::Chinese;
    return text(chinese || kind->englishTitle.empty() ? kind->title : kind->englishTitle);
}

const std::vector<std::string>& PlanWords::memberRoles() {
    static const std::vector<std::string> words{"member", "core",  "node", "endpoint",
                                                "via",    "along", "host", "partner"};
    return words;
}

QString PlanWords::memberRole(const std::string& word) {
    static const std::map<std::string, const char*> words = {
        {"member", QT_TR_NOOP("Member")}, {"core", QT_TR_NOOP("Core")},      {"node", QT_TR_NOOP("Node")},
        {"endpoint", QT_TR_NOOP("End")},  {"via", QT_TR_NOOP("By way of")},  {"along", QT_TR_NOOP("Along it")},
        {"host", QT_TR_NOOP("Site")},     {"partner", QT_TR_NOOP("Partner")}};
    const auto found = words.find(word);
    return found == words.end() ? text(word) : tr(found->second);
}

QString PlanWords::field(const std::string& name) {
    static const std::map<std::string, const char*> words = {
        {"element_id", QT_TR_NOOP("Element id")},
        {"kind", QT_TR_NOOP("Kind")},
        {"name", QT_TR_NOOP("Name")},
        {"code", QT_TR_NOOP("Layer code")},
        {"rank", QT_TR_NOOP("Rank")},
        {"members", QT_TR_NOOP("Members")},
        {"carriers", QT_TR_NOOP("Carriers")},
        {"document", QT_TR_NOOP("Document")},
        {"clause", QT_TR_NOOP("Clause")},
        {"status", QT_TR_NOOP("Status")},
        {"schematic", QT_TR_NOOP("Schematic")},
        {"recipe", QT_TR_NOOP("Recipe")},
        {"note", QT_TR_NOOP("Note")},
        {"adcode", QT_TR_NOOP("Division code")},
        {"level", QT_TR_NOOP("Level")},
        {"parent", QT_TR_NOOP("Parent code")},
    };
    const auto found = words.find(name);
    return found == words.end() ? text(name) : tr(found->second);
}

}  // namespace app
