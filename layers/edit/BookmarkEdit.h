// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/project/Bookmarks.h"
#include "layers/project/ChangeSet.h"

namespace layers {

// Pure functions. A name must not be empty and no two bookmarks may bear the same: InvalidArgument; a name that is not
// there: NotFound. Damaged bookmarks of the plan: InvalidData, except for dropBookmarks.

gis::Result<ChangeSet> addBookmark(const ProjectSnapshot& snapshot, const Bookmark& bookmark);
gis::Result<ChangeSet> renameBookmark(const ProjectSnapshot& snapshot, const std::string& from, const std::string& to);
gis::Result<ChangeSet> removeBookmark(const ProjectSnapshot& snapshot, const std::string& name);
/// All of them, whether they can be read or not.
ChangeSet dropBookmarks(const ProjectSnapshot& snapshot);

}  // namespace layers
