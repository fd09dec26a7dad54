// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/Clause.h"

namespace layers {

std::string toText(LinkRelation relation) {
    switch (relation) {
        case LinkRelation::Basis:
            return "basis";
        case LinkRelation::Constraint:
            return "constraint";
        case LinkRelation::Mention:
            return "mention";
    }
    return "basis";
}

gis::Result<LinkRelation> linkRelationFromText(const std::string& text) {
    for (const LinkRelation relation : {LinkRelation::Basis, LinkRelation::Constraint, LinkRelation::Mention})
        if (toText(relation) == text) return relation;
    return gis::fail(gis::ErrorCode::InvalidData, {},
                     gis::message("layers", "'%1' is no relation between a feature and a clause", {text}),
                     gis::message("layers", "use basis, constraint or mention"));
}

}  // namespace layers
