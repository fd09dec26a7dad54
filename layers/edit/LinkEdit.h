// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/project/ChangeSet.h"

namespace layers {

/// Links a feature to a clause; an anchor gets the surroundings of its first place in the clause. An id of 0 becomes the
/// next free one, an empty time the present one. NotFound if layer, feature or clause are not there; InvalidArgument if
/// the very same link is there already, or the words of the anchor do not stand in the clause (of a clause whose text is
/// not imported nobody knows). Pure apart from the clock.
gis::Result<ChangeSet> addLink(const ProjectSnapshot& snapshot, ClauseLink link);
/// Lets a link rest on other words, of its clause or of another one. NotFound if there is no such link or clause;
/// InvalidArgument if the words do not stand in its text.
gis::Result<ChangeSet> moveAnchor(const ProjectSnapshot& snapshot, std::int64_t id, const std::string& clauseId,
                                  const std::string& quote);
/// Says otherwise how a link is meant, without a word about who made it and when. No change if it says so already.
/// NotFound if there is no such link; InvalidArgument if there is another one that would be the very same.
gis::Result<ChangeSet> describeLink(const ProjectSnapshot& snapshot, std::int64_t id, LinkRelation relation,
                                    const std::string& note);
/// NotFound if there is no such link.
gis::Result<ChangeSet> removeLink(const ProjectSnapshot& snapshot, std::int64_t id);

}  // namespace layers
