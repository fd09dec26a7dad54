// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/Clause.h"

namespace layers {

void ClauseLink::setTextAnchor(const TextAnchor& words) {
    anchor = words.quote;
    anchorBefore = words.before;
    anchorAfter = words.after;
    anchorPosition = words.position;
}

std::string toText(LinkRelation relation) {
    switch (relation) {
        case LinkRelation::Basis:
            return "basis";
        case LinkRelation::Constraint:
            return "constraint";
        case LinkRelation::Implementation:
            return "implementation";
        case LinkRelation::Mention:
            return "mention";
    }
    return "basis";
}

gis::Result<LinkRelation> linkRelationFromText(const std::string& text) {
    for (const LinkRelation relation :
         {LinkRelation::Basis, LinkRelation::Constraint, LinkRelation::Implementation, LinkRelation::Mention})
        if (toText(relation) == text) return relation;
    return gis::fail(gis::ErrorCode::InvalidData, {},
                     gis::message("layers", "'%1' is no relation between a feature and a clause", {text}),
                     gis::message("layers", "use basis, constraint, implementation or mention"));
}

}  // namespace layers
