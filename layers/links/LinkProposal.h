// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gis/base/Ids.h"
#include "gis/base/Message.h"
#include "layers/policy/Clause.h"

namespace layers {

/// What a clause is sought for: a feature of the plan, or an element of a scheme that is not drawn yet. A value.
struct ProposalSubject {
    gis::LayerId layer{};      ///< of a feature
    gis::FeatureId feature{};  ///< of a feature
    std::string elementId;     ///< of an element, or of the one a feature was built from
    std::string name;
    std::vector<std::string> aliases;
    std::string kind;                   ///< a word of resources/schemes/kinds.json; may be empty
    std::vector<std::string> members;   ///< full names of units
    std::vector<std::string> carriers;  ///< names of rivers, railways, roads
    std::string documentId;             ///< the document it says it is from; may be empty
    std::string clauseId;               ///< the clause it says it is from; may be empty
    bool isControl = false;             ///< a control line: clauses bind it
    bool operator==(const ProposalSubject&) const = default;
};

/// A link that may be made between a subject and a clause. Nothing is linked until somebody accepts it.
struct LinkProposal {
    ProposalSubject subject;
    std::string clauseId;
    double score = 0;                   ///< 0 to 1: share of what could speak for it that does
    std::vector<gis::Message> reasons;  ///< the one that counts most first
    LinkRelation relation = LinkRelation::Basis;
    std::string anchor;  ///< printed words of the clause that it would rest on; empty without a text
};

}  // namespace layers
