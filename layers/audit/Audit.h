// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "gis/base/Control.h"
#include "layers/policy/Gazetteer.h"
#include "layers/policy/LayoutElementIndex.h"
#include "layers/policy/TextFigures.h"
#include "layers/project/ProjectSnapshot.h"
#include "layers/scheme/SchemeStatement.h"

namespace layers {

/// Where map and text disagree. The words of toText() are stable: files, approvals and scripts hold them.
enum class AuditKind {
    UnknownClause,         ///< a link to a clause that is not in the corpus
    UnknownFeature,        ///< a link from a feature that is not in the plan
    OrphanedAnchor,        ///< the words a link rests on do not stand in the clause's text
    ClauseWithoutFeature,  ///< a clause names layout elements, and no feature links to it
    FeatureWithoutClause,  ///< a layout feature without any link
    PlaceNotDrawn,         ///< a clause names a place that is no member of any feature linked to it
    PlaceNotNamed,         ///< a feature has a member that none of its clauses names
    MembersDiffer,         ///< a feature has other members than the element of the paper
    NameDiffers,           ///< a feature has a name that its element has in no paper
    StageDiffers,          ///< a feature is at another stage (study, planned, construction …) than the paper says
    FigureDiffers,         ///< a printed area or length is not that of what is drawn, or a target not what a field has
    DocumentsDisagree,     ///< two papers say different things of one drawn feature or of one place
};
enum class AuditSeverity { Error, Warning, Note };

/// "unknown_clause", "unknown_feature", "orphaned_anchor", "clause_without_feature", "feature_without_clause",
/// "place_not_drawn", "place_not_named", "members_differ", "name_differs", "stage_differs", "figure_differs",
/// "documents_disagree"; "error", "warning", "note".
std::string toText(AuditKind kind);
std::string toText(AuditSeverity severity);

/// One disagreement. A value; parts that do not apply are empty.
struct AuditFinding {
    AuditKind kind{};
    AuditSeverity severity = AuditSeverity::Warning;
    std::optional<gis::LayerId> layer;
    std::optional<gis::FeatureId> feature;
    std::string layerName;
    std::string featureName;
    std::string clauseId;
    std::vector<std::string> names;  ///< places or elements that it is about, in order
    gis::Message text;
    std::string key;        ///< stable; an Approval with this key closes the finding
    bool approved = false;  ///< by the snapshot's approvals
};

struct AuditReport {
    std::vector<AuditFinding> findings;  ///< by kind, then in the order of the corpus and of the layers

    std::size_t openCount() const;  ///< not approved
    std::size_t count(AuditKind kind) const;
};

/// Fields of features that hold a figure: by their names, ASCII letters in either case, a year behind them left out.
struct FigureField {
    std::set<std::string> names;  ///< lower case
    std::string quantity;         ///< as TextFigure's
    double factor = 1;            ///< value × factor is in the quantity's base unit
    bool isNamed(const std::string& name) const;
};

/// What the audit knows beside the plan.
struct AuditKnowledge {
    std::vector<PolicyElement> elements;
    Gazetteer gazetteer;
    std::set<std::string> layoutKinds;  ///< kinds of elements that a plan is expected to draw
    FigureWords figures;
    StatusClasses stages;  ///< of work, with their order
    /// A printed figure and what is drawn may differ by so much of it, beside half of its last digit.
    double figureTolerance = 0.01;
    double aboutTolerance = 0.1;  ///< the same for "about"
    std::vector<FigureField> figureFields;
    std::vector<std::u32string> targetWords;  ///< before a year: by which something is to be reached
    /// Words of a paper about how far a work is, with their place in the order of work: 开工建设. They do not tell a
    /// status class; they are compared with each other alone.
    struct StageWord {
        std::u32string word;
        int stage = 0;
    };
    std::vector<StageWord> stageWords;
    std::vector<std::u32string> memberWords;  ///< behind which the members of a thing are listed: 包括
};
/// The shipped elements, gazetteer and audit.json.
gis::Result<AuditKnowledge> shippedAuditKnowledge();
/// The same with the names that count in the plan: those of its boundary layers and of its user too.
gis::Result<AuditKnowledge> auditKnowledgeOf(const ProjectSnapshot& snapshot);

/// 图文一致: compares the layout layers of a plan with the clauses they are linked to. Only documents in use are asked
/// for missing features: those with a link or with an imported text. Of a document whose elements are known, clauses
/// count that name elements of layoutKinds or of a kind the plan draws; of other documents clauses that name a place
/// below the province. Pure and deterministic; any thread; fails only when canceled.
gis::Result<AuditReport> audit(const ProjectSnapshot& snapshot, const AuditKnowledge& knowledge,
                               const gis::JobControl& control = {});

}  // namespace layers
